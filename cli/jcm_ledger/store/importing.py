"""Importing a table that somebody kept: its file read, and what it adds written, all or none."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.spreadsheet import Spreadsheet
from jcm_ledger.rules.importing import intake
from jcm_ledger.rules.importing.choices import Intake
from jcm_ledger.rules.importing.mapping import is_heading
from jcm_ledger.store import drafts, spreadsheets
from jcm_ledger.store.faults import sparing
from jcm_ledger.store.recording import circumstances, written
from jcm_ledger.store.source import Source
from jcm_ledger.store.spreadsheets import ods
from jcm_ledger.store.writing import Change, Current, Draft


def read(path: Path, name: str) -> Spreadsheet:
    """Return the sheets of a file: .xlsx, .ods or text with a delimiter; raise CannotRead."""
    content = spreadsheets.read_bytes(path, name)
    if ods.is_one(content):
        return ods.parse(content, name)
    return spreadsheets.parse(content, name, is_heading)


def take_in(
    source: Source,
    make: Callable[[Ledger], Intake],
    *,
    today: date,
    dry_run: bool = False,
) -> Change:
    """Add the tables and entries that `make` returns for the ledger as it is, all or none.

    `make` is asked under the lock. Raise InCells for what `jcm check` would find fault with, and
    whatever `store.writing.write` and `make` raise; then nothing was changed.
    """

    def edit(current: Current) -> Draft:
        made = make(current.ledger)
        intake.refuse_unfit(current.ledger, made, circumstances(source, today))
        tables = [sparing(each) for each in made.tables]
        return drafts.with_both(current, tables, [sparing(entry) for entry in made.entries])

    return written(source, edit, dry_run=dry_run)
