"""Circumstances: what a check is told beside the ledger."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct


class Circumstances(Struct, frozen=True):
    """The day on which a ledger is checked, and whether a file is there that evidence names."""

    today: date
    file_exists: Callable[[str], bool]
