"""Ledgers that tests read: one as text, and small ones built from what a test is about."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jcm_ledger.model.ledger import (
    Commitment,
    Committee,
    Deadline,
    Entry,
    Ledger,
    Meeting,
    Organisation,
)
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import Report, Window, build

SHIPPED = Path(__file__).parent.parent / "commitments.toml"

DOTTED = """\
[organisation]
HAV.name = "Institute of Marine Research"
HAV.side = "Norway"
MFA.name = "Ministry of Foreign Affairs"
MFA.side = "Norway"
SUB.name = "Undersecretariat for Fisheries"
SUB.side = "Chile"

"""
"""The bodies of the second ledger, written with dotted keys."""

SECOND = """\
# A ledger of two other countries, so that nothing is true of the shipped one alone.
[committee]
name = "Norway-Chile Ocean Committee"
sides = ["Norway", "Chile"]

[meeting.oc-3]
title = "3rd Ocean Committee"
held = 2021-03-10
place = "Bergen"
url = "https://example.org/oc-3"

[meeting.oc-4]
expected = "2023-Q2"

[organisation.HAV]
name = "Institute of Marine Research"
side = "Norway"

[organisation.MFA]
name = "Ministry of Foreign Affairs"
side = "Norway"

[organisation.SUB]
name = "Undersecretariat for Fisheries"
side = "Chile"

[commitment.krill-survey]
title = "Joint krill survey"
summary = "Count the krill together."
meeting = "oc-3"
paragraph = 2
owners = ["HAV", "SUB"]
theme = "fisheries"
strength = "agreed"
kind = "one-off"
deadline = "2022-Q1"
deadline_text = "early in 2022"

[commitment.data-exchange]
title = "Exchange of [ocean] data"
meeting = "oc-3"
owners = ["HAV"]
owners_inferred = true
theme = "data"
strength = "desired"
kind = "continuing"

[commitment.host-oc-4]
title = "Host the fourth committee"
meeting = "oc-3"
owners = ["SUB", "MFA"]
theme = "governance"
strength = "expected"
kind = "one-off"
deadline = "oc-4"

[[progress]]
commitment = "krill-survey"
date = 2021-09-01
by = "hav"
status = "in-progress"
note = "Ship booked [para 4]."
evidence = ["https://example.org/ship"]

[[progress]]
commitment = "krill-survey"
date = 2021-12-01
by = "SUB"
status = "stalled"
deadline = "2022-H2"
note = "No permit yet."

[[progress]]
commitment = "data-exchange"
date = 2022-05-05
note = "Asked both sides."
"""

MEETING = Meeting(id="m1", held=date(2023, 11, 7))


def make_ledger(
    *commitments: Commitment,
    journal: Iterable[Entry] = (),
    meetings: Iterable[Meeting] = (MEETING,),
    bodies: Iterable[Organisation] = (),
) -> Ledger:
    """Return a ledger of the sides UK and Japan with bodies A (UK), B (Japan) and C (Japan).

    There may be further `bodies`, and others in the place of these.
    """
    organisations = (
        make_body("A", "UK"),
        make_body("B", "Japan"),
        make_body("C", "Japan"),
        *bodies,
    )
    return Ledger(
        committee=Committee(name="Test Committee", sides=("UK", "Japan")),
        meetings={meeting.id: meeting for meeting in meetings},
        organisations={body.id: body for body in organisations},
        commitments={each.id: each for each in commitments},
        journal=tuple(journal),
    )


def make_commitment(name: str = "talks", **fields: Any) -> Commitment:
    """Return a commitment of meeting m1 owned by A and B; a deadline may be given as text."""
    if isinstance(fields.get("deadline"), str):
        fields["deadline"] = Deadline.parse(fields["deadline"])
    defaults: Mapping[str, Any] = {"title": name, "meeting": "m1", "owners": ("A", "B")}
    return Commitment(id=name, **{**defaults, **fields})


def make_body(name: str, side: str | None = None, **fields: Any) -> Organisation:
    """Return a body of a side, or of none; `since` may be given as text."""
    if isinstance(fields.get("since"), str):
        fields["since"] = date.fromisoformat(fields["since"])
    return Organisation(id=name, name=f"Body {name}", side=side, **fields)


def make_entry(day: str, status: str | None = None, by: str | None = "A", **fields: Any) -> Entry:
    """Return an entry about "talks"; its deadline and when it happened may be given as text."""
    if isinstance(fields.get("deadline"), str):
        fields["deadline"] = Deadline.parse(fields["deadline"])
    if isinstance(fields.get("happened"), str):
        fields["happened"] = Period.parse(fields["happened"])
    return Entry(
        commitment=fields.pop("commitment", "talks"),
        date=date.fromisoformat(day),
        by=by,
        status=Status(status) if status else None,
        **fields,
    )


def make_meeting(name: str, held: str | None = None, expected: str | None = None) -> Meeting:
    """Return a meeting held on a day, expected within a period, or both."""
    return Meeting(
        id=name,
        held=date.fromisoformat(held) if held else None,
        expected=Period.parse(expected) if expected else None,
    )


def make_report(ledger: Ledger, day: str, asked: Query | None = None, title: str = "") -> Report:
    """Return the report on a ledger as of a day, with everything that was put on file by then."""
    as_of = date.fromisoformat(day)
    return build(
        ledger,
        select(ledger, as_of, asked or Query()),
        name="test.toml",
        as_of=as_of,
        window=Window(first=date.min, last=as_of),
        title=title,
    )
