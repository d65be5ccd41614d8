"""Statements in English."""
