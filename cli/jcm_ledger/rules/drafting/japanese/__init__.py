"""Statements in Japanese."""
