"""What keeps a table that somebody kept from being taken into a ledger."""

from collections.abc import Sequence

from jcm_ledger.errors import LedgerError, listed
from jcm_ledger.errors.tables import Several

_DOUBTS = {
    "ambiguous": "can be {}",
    "no-year": "has no year",
    "short-year": "has a year of two digits",
    "bare-number": "looks like a spreadsheet's number for {}",
    "no-such-day": "is no day of the calendar",
    "other-weekday": "is another day of the week: {}",
    "outside-era": "is no day of that era",
}
_WAYS_OUT = {
    "ambiguous": "say in which order day, month and year stand",
    "bare-number": "give the cell the format of a date, or write the day as a text",
}


class NotADay(LedgerError):
    """A text that is no day and no period; `doubt` is why, `readings` the days it may mean."""

    text: str
    doubt: str
    readings: Sequence[str] = ()

    def __str__(self) -> str:
        doubt = _DOUBTS.get(self.doubt, "is no day and no period")
        if not self.readings:
            doubt = doubt.replace(" for {}", "").replace(": {}", "")
        return f'"{self.text}" {doubt.format(" or ".join(self.readings))}'

    @property
    def hint(self) -> str:
        """What to write instead."""
        usual = "write it as 2024-06-30, 30 June 2024, 2024-06, 2024-Q2 or FY2024"
        return _WAYS_OUT.get(self.doubt, usual)


class NotOneDay(LedgerError):
    """A period where a single day belongs."""

    text: str
    hint = "give the day itself: 2024-06-30"

    def __str__(self) -> str:
        return f'"{self.text}" is more than one day'


class NotAMapping(LedgerError):
    """Text that does not say which key a column fills."""

    text: str
    hint = 'name a column by its heading or letters, and a key: "Lead=owners", D=none'

    def __str__(self) -> str:
        return f'"{self.text}" is not COLUMN=KEY'


class NotAMeaning(LedgerError):
    """Text that does not say what a word of a table means."""

    text: str
    form: str

    def __str__(self) -> str:
        return f'"{self.text}" is not {self.form}'


class UnknownColumn(LedgerError):
    """A column that the table does not have, or has more than once."""

    column: str
    number: int
    headings: Sequence[str]

    def __str__(self) -> str:
        if self.number:
            return f'{self.number} columns are called "{self.column}"'
        return f'no column is called "{self.column}"'

    @property
    def hint(self) -> str:
        """The headings, or how to tell columns apart."""
        if self.number:
            return "give the letters of the column: D"
        return f"the headings: {listed(self.headings)}"


class TwoColumns(LedgerError):
    """Two columns that are both to fill a key of which there is one."""

    first: str
    second: str
    key: str
    hint = "leave one of them out, or keep it as a column of your own"

    def __str__(self) -> str:
        return f"columns {self.first} and {self.second} cannot both be the {self.key}"


class UnknownSheet(LedgerError):
    """A sheet that is not there, or is one of several that could be meant; "" if none was named."""

    file: str
    sheet: str
    sheets: Sequence[str]

    def __str__(self) -> str:
        if self.sheet:
            return f'{self.file} has no sheet "{self.sheet}"'
        return f"{self.file} has more than one sheet with a table in it"

    @property
    def hint(self) -> str:
        """The names of the sheets."""
        return f"name one of its sheets: {listed(self.sheets)}"


class NoHeadings(LedgerError):
    """A sheet in which no row names columns that are known; the name is "" in a text file."""

    sheet: str
    hint = "head the columns (action, owner, status, due date), or say which column is which"

    def __str__(self) -> str:
        if self.sheet:
            return f'no row of the sheet "{self.sheet}" heads columns that are known'
        return "no row of the table heads columns that are known"


class NoTitles(LedgerError):
    """A table without a column that says what was promised."""

    headings: Sequence[str]

    def __str__(self) -> str:
        return f"no column says what was promised; the headings: {listed(self.headings)}"

    hint = "say which column is the title"


class EmptyTable(LedgerError):
    """A table with headings and nothing below them."""

    file: str
    hint = "name another sheet, or a file that has rows"

    def __str__(self) -> str:
        return f"{self.file} has headings, and no rows below them"


class NotATable(LedgerError):
    """A cell whose content cannot be taken as it stands; `reason` says what it is."""

    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return self.reason


class NoValue(NotATable):
    """A cell that holds a formula or an error in the place of a value."""


class LooksLike(LedgerError):
    """A body that the ledger lacks, whose name is nearly that of one it has."""

    name: str
    near: Sequence[str]
    hint = "spell it as the ledger does, or say which body is meant"

    def __str__(self) -> str:
        return f'"{self.name}" is no body of the ledger, and looks like {" or ".join(self.near)}'


class OtherTitle(LedgerError):
    """A row whose number belongs to a commitment of another title."""

    commitment: str
    title: str
    hint = "spell the title as it is there, if it is the same one; else leave the numbers out"

    def __str__(self) -> str:
        return f'{self.commitment} is on file, and is called "{self.title}"'


class SidesUnknown(LedgerError):
    """New bodies of which nothing says the side; each is an id with its name."""

    bodies: Sequence[str]
    sides: Sequence[str]

    def __str__(self) -> str:
        new = "a new body" if len(self.bodies) == 1 else f"{len(self.bodies):,} new bodies"
        return f"nothing says the side of {new}: {listed(self.bodies)}"

    @property
    def hint(self) -> str:
        """The sides that there are."""
        return f"say of which side they are ({', '.join(self.sides)}), or that they are of none"


class Missing(LedgerError):
    """What the table does not say and nobody said: "owner", "meeting" or "reporter"."""

    what: str

    def __str__(self) -> str:
        return f"nothing says the {self.what}"

    @property
    def hint(self) -> str:
        """What to do about it."""
        return f"say the {self.what} of all rows, or which column says it"


class InCell(LedgerError):
    """What is wrong with a cell, or with several that say the same; nothing was imported."""

    places: Sequence[str]
    failure: LedgerError

    def __str__(self) -> str:
        return f"{listed(self.places, most=8)}: {self.failure}"

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self.failure.hint


class InCells(Several):
    """What is wrong with cells of a sheet: the first `failures` of `number`, each an InCell.

    `sheet` is "" in a text file.
    """

    file: str
    sheet: str

    def __str__(self) -> str:
        where = f"{self.file}, sheet {self.sheet}" if self.sheet else self.file
        if self.number == 1:
            return f"{where}: one thing cannot be imported; nothing was"
        return f"{where}: {self.number:,} things cannot be imported; nothing was"
