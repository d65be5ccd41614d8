"""jcm keeps the commitments governments make to each other from being forgotten."""
