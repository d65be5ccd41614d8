"""Pages for a terminal, drawn with Rich and fitted to any width."""
