"""Pure functions of a ledger and a day."""
