"""Numbers with their nouns."""


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 day", "2,000 days"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
