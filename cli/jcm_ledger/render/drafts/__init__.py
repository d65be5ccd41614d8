"""A draft of commitments for a person to review: as TOML, as a page, as data."""
