"""A report, and what changed between two states of a ledger, in Markdown."""
