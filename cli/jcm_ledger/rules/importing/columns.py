"""The columns of a table, and the key that each fills."""

from datetime import date

from msgspec import Struct

from jcm_ledger.errors import UnknownName
from jcm_ledger.errors.importing import NotAMapping
from jcm_ledger.model.ledger import Commitment, OwnColumn
from jcm_ledger.model.spreadsheet import letters_of
from jcm_ledger.model.text import is_id
from jcm_ledger.rules.importing import headings
from jcm_ledger.rules.importing.headings import FIELD, KEYS, NOTHING
from jcm_ledger.rules.names import choose

DATED = (headings.STATUS, headings.NOTE)
"""The keys of which there may be one for each day."""


class AskedColumn(Struct, frozen=True):
    """What was asked for a column, given by its heading or its letters: a key, or to leave it out.

    `of` is the day of a status or note, or the side of owners, "" if none was given.
    """

    column: str
    key: str
    of: str = ""


class ImportColumn(Struct, frozen=True, kw_only=True):
    """A column of a table and the key that it fills, for a day or of a side if that is said.

    `number` counts from 1. `proposed` is the column of one's own that the ledger lacks.
    """

    number: int
    heading: str
    key: str
    day: date | None = None
    side: str | None = None
    proposed: OwnColumn | None = None

    @property
    def letters(self) -> str:
        """The letters that a spreadsheet names it by."""
        return letters_of(self.number)


class ColumnMap(Struct, frozen=True):
    """The row of the headings of a table, and its columns from left to right."""

    header: int
    columns: tuple[ImportColumn, ...]

    def of(self, key: str) -> tuple[ImportColumn, ...]:
        """Return the columns of a key."""
        return tuple(column for column in self.columns if column.key == key)


def asked(text: str) -> AskedColumn:
    """Return what is typed as COLUMN=KEY or COLUMN=KEY@OF; raise NotAMapping or UnknownName."""
    column, equals, meant = text.rpartition("=")
    key, _, of = meant.partition("@")
    key = key.strip()
    if not equals or not column.strip() or not key:
        raise NotAMapping(text)
    own = key.removeprefix(FIELD)
    if key == own:
        key = choose("key", key.replace("-", "_"), (*KEYS, NOTHING))
    elif not is_id(own) or own in Commitment.__struct_fields__:
        raise UnknownName("column of one's own", own, ())
    if of.strip() and key not in (*DATED, headings.OWNERS):
        raise NotAMapping(text)
    return AskedColumn(column.strip(), key, of.strip())
