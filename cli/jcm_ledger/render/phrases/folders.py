"""What the pages of a folder say beside what the report says."""

from datetime import date

from jcm_ledger.render.phrases.days import day

DOSSIER = "Everything on file"
BODY = "On this day"
OWNED = "What it owns"


def as_of(of: date) -> str:
    """Return of which day a page tells."""
    return f"As of {day(of)}"


def body(side: str, heard: date | None) -> str:
    """Return the side of a body, and when it was last heard from."""
    return f"{side}; last heard from {day(heard)}." if heard else f"{side}; never heard from."
