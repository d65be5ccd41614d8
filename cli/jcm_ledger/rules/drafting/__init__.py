"""What a joint statement promises, as rules read it: proposals for a person to review."""
