"""What a ledger holds: no files, no clock, no printing."""
