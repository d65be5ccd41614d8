"""Rows or a report in, text out: one file a format, strangers to each other."""
