"""The table of wordings, by language; `table.py` has all of it."""
