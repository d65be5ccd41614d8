"""A table that somebody kept, as commitments, bodies and entries: cells in, tables out."""
