"""Deadlines as a statement words them, and the period that the wording gives, if it gives one."""
