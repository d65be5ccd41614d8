"""What is said in English, a room a subject."""
