"""What is said in Japanese, a room a subject."""
