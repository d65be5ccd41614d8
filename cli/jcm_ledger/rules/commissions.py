"""Commissions: which body is asked for news of what, and the codes by which answers are known.

A code detects that rows were mixed up, or that the ledger has changed. It proves nothing: whoever
has the ledger can work it out.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256

import msgspec
from msgspec import Struct

from jcm_ledger.model.countries import IN_JAPANESE
from jcm_ledger.model.ledger import Entry, Ledger, Organisation
from jcm_ledger.model.return_form import FormLanguage
from jcm_ledger.rules.ownership import asked_for
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.standing import Standing, Timing

_REFERENCE = re.compile(r"JCM-([0-9]{8})-(.+)-([0-9A-F]{4})")
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""Those of a row's code: no spreadsheet reads them as a number, and they spell no word."""
_GROUP = 4
_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]")
_CODE = re.compile(
    f"([{_LETTERS}]{{{_GROUP}}})-([{_LETTERS}]{{{_GROUP}}})-([{_LETTERS}]{{{_GROUP}}})"
)


class CommissionReference(Struct, frozen=True):
    """What a commission is called: JCM-20261125-DSIT-7F3A.

    The day on which it was issued, the id of the body, and four digits that tell two commissions
    of a day apart.
    """

    issued: date
    body: str
    tail: str

    def __str__(self) -> str:
        return f"JCM-{self.issued:%Y%m%d}-{self.body}-{self.tail}"

    @classmethod
    def parse(cls, text: str) -> "CommissionReference | None":
        """Return the reference that a text is, with blanks around it; None for any other text."""
        match = _REFERENCE.fullmatch(text.strip())
        if match is None:
            return None
        try:
            issued = datetime.strptime(match[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return None
        return cls(issued, match[2], match[3])


class RowCode(Struct, frozen=True):
    """The code of a row: KTRB-WQZD-HJMN.

    `asked` is of the reference and the commitment: another commission's row has another one.
    `promised` is of the words, the owners and the stated deadline at issue, `told` of the entries
    on file by then: they differ from those worked out later if the ledger was changed.
    """

    asked: str
    promised: str
    told: str

    def __str__(self) -> str:
        return f"{self.asked}-{self.promised}-{self.told}"

    @classmethod
    def parse(cls, text: str) -> "RowCode | None":
        """Return the code that a text is, in whatever case; None for any other text."""
        match = _CODE.fullmatch("".join(text.split()).upper())
        return cls(match[1], match[2], match[3]) if match else None


class CommissionedRow(Struct, frozen=True):
    """A commitment that a body is asked about, as it stands on the day of issue, and its code."""

    standing: Standing
    code: RowCode


class Commission(Struct, frozen=True, kw_only=True):
    """What one body is asked for, and by which day (inclusive) it is to reply."""

    reference: CommissionReference
    body: Organisation
    reply_by: date
    rows: tuple[CommissionedRow, ...]

    @property
    def issued(self) -> date:
        """The day of issue, as of which everything in it stands."""
        return self.reference.issued

    @property
    def overdue(self) -> int:
        """How many of the commitments are past their deadline."""
        return sum(row.standing.timing is Timing.OVERDUE for row in self.rows)


def commissions(ledger: Ledger, day: date, query: Query, reply_by: date) -> list[Commission]:
    """Return what each body is asked for on `day`: the open commitments of a query that it owns.

    In the order of the sides, then of the bodies in the ledger. Where the query names owners or
    sides, only these are asked. Bodies outside the committee come last.
    """
    rows = [row for row in select(ledger, day, query).rows if row.open]
    places = {side: place for place, side in enumerate(ledger.committee.sides)}
    asked = [
        (body, [row for row in rows if body.id in row.owners])
        for body in _bodies(ledger, day, query)
    ]
    asked.sort(key=lambda each: places.get(each[0].side or "", len(places)))
    return [commission(ledger, body, mine, day, reply_by) for body, mine in asked if mine]


def commission(
    ledger: Ledger, body: Organisation, rows: Iterable[Standing], day: date, reply_by: date
) -> Commission:
    """Return the commission to a body for rows that stand as of `day`."""
    mine = tuple(rows)
    reference = CommissionReference(day, body.id, tail(ledger, body.id, day, mine))
    return Commission(
        reference=reference,
        body=body,
        reply_by=reply_by,
        rows=tuple(CommissionedRow(row, row_code(reference, row)) for row in mine),
    )


def file_names(commissions: Sequence[Commission]) -> list[str]:
    """Return the name of each commission's files, without a suffix: JCM-return-DSIT-2026-11-25.

    They are ASCII. One that would lose letters of an id, or be taken for another name where
    capitals do not count, has the end of the reference in it.
    """
    names: list[str] = []
    taken: set[str] = set()
    for each in commissions:
        body = each.body.id
        plain = _NOT_IN_NAMES.sub("", body)[:_LONGEST_NAME]
        if plain != body or plain.casefold() in taken:
            plain = "-".join(filter(None, (plain, each.reference.tail)))
        taken.add(plain.casefold())
        names.append(f"JCM-return-{plain}-{each.issued}")
    return names


def language_of(body: Organisation) -> FormLanguage:
    """Return the language in which a body is asked: that of its side."""
    side = body.side or ""
    is_japan = IN_JAPANESE.get(side.strip().title(), side.strip()) == "日本"
    return FormLanguage.JA if is_japan else FormLanguage.EN


def row_code(reference: CommissionReference, row: Standing) -> RowCode:
    """Return the code of a commitment as it stands on the day on which the reference was issued."""
    return RowCode(
        asked(reference, row.commitment.id),
        _letters(_digest(_promised(row))),
        _letters(_digest(_told(row))),
    )


def asked(reference: CommissionReference, commitment: str) -> str:
    """Return the part of a code that is of the reference and the id of a commitment."""
    return _letters(_digest(str(reference), commitment))


def tail(ledger: Ledger, body: str, day: date, rows: Iterable[Standing]) -> str:
    """Return the end of the reference of a commission to a body for rows as of `day`."""
    about = [[row.commitment.id, _promised(row), _told(row)] for row in rows]
    digest = _digest(ledger.committee.name, body, str(day), about)
    return digest.hex()[:_GROUP].upper()


def _bodies(ledger: Ledger, day: date, query: Query) -> list[Organisation]:
    owners = asked_for(ledger, day, query.owners)
    return [
        body
        for body in ledger.bodies.values()
        if (not owners or body.id in owners) and (not query.sides or body.side in query.sides)
    ]


def _promised(row: Standing) -> list[object]:
    """Return what was promised, without translations: adding one changes nothing."""
    commitment = row.commitment
    stated = str(commitment.deadline) if commitment.deadline else None
    return [
        *(commitment.id, commitment.title, commitment.summary, commitment.meeting),
        *(commitment.paragraph, stated, commitment.deadline_text, list(row.owners)),
    ]


def _told(row: Standing) -> list[object]:
    return [_entry(entry) for entry in row.journal]


def _entry(entry: Entry) -> list[object]:
    return [
        *(str(entry.date), entry.by, entry.on_behalf_of, entry.status),
        *(str(value) if value else None for value in (entry.happened, entry.deadline)),
        *(entry.owners, entry.note, entry.evidence, entry.commission),
    ]


def _digest(*of: object) -> bytes:
    return sha256(msgspec.json.encode(of)).digest()


def _letters(digest: bytes) -> str:
    """Return the first letters of a digest; each of the twenty is about as frequent."""
    number = int.from_bytes(digest[:8], "big")
    letters = []
    for _ in range(_GROUP):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)
