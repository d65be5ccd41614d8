"""Bytes to model and back: finding the file, reading it, adding to it."""
