"""Spreadsheets that somebody sent: bytes to sheets of typed cells, or why not.

Nothing in them is run, worked out or followed: no macro, no formula, no link.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from jcm_ledger.errors.files import CannotRead, NoFile
from jcm_ledger.errors.spreadsheets import OversizedSpreadsheet
from jcm_ledger.model.spreadsheet import Spreadsheet
from jcm_ledger.store.source import READING, refuse_no_file
from jcm_ledger.store.spreadsheets import delimited, kinds
from jcm_ledger.store.spreadsheets.limits import LARGEST

IsHeading = Callable[[str], bool]
"""Whether a text is the heading of a column: by these the delimiter of a text file is told."""


def read(path: Path, name: str, is_heading: IsHeading) -> Spreadsheet:
    """Return what the file at `path` holds; `name` is what messages call it.

    A workbook (.xlsx, .xlsm) or a text file with a delimiter (.csv, .tsv, .txt), told by what is
    in it and not by its name. Raise CannotRead: NotASpreadsheet for anything else,
    OversizedSpreadsheet, BrokenSpreadsheet or UnreadableText.
    """
    return parse(read_bytes(path, name), name, is_heading)


def parse(content: bytes, name: str, is_heading: IsHeading) -> Spreadsheet:
    """Return what the bytes of a file hold; see `read`."""
    kinds.refuse_others(content, name)
    if content.startswith(kinds.ZIP):
        from jcm_ledger.store.spreadsheets import xlsx  # lazy import: openpyxl takes long

        return xlsx.parse(content, name)
    return delimited.parse(content, name, is_heading)


def read_bytes(path: Path, name: str) -> bytes:
    """Return the bytes of a regular file of at most LARGEST; raise CannotRead."""
    if not os.path.lexists(path):
        raise CannotRead(name, "there is no such file", "name the file as it was saved")
    refuse_no_file(path, name)
    try:
        with os.fdopen(os.open(path, READING), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):  # it was replaced meanwhile
                raise NoFile(name)
            if status.st_size > LARGEST:
                size = f"it has {status.st_size / 1_000_000:,.0f} MB"
                raise OversizedSpreadsheet(
                    name,
                    f"{size}, and more than {LARGEST // 1_000_000} MB are not read",
                    "delete pictures and sheets that do not belong to it, and save it again",
                )
            return file.read()
    except OSError as error:
        raise CannotRead(name, (error.strerror or str(error)).lower()) from None
