"""What can be wrong with a ledger that reads as TOML: one rule, one function, one line below.

REFERENCES are what no command can work without; CHECKS are what `jcm check` adds to them.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import asdict, astuple

from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.ledger import COMMITTEE, Deadline, Entry, Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.rules.names import nearest

ID_HINT = "use letters, digits, hyphens, dots and underscores"

_MOST_GUESSES = 10
"""For so many unknown names the nearest known one is looked for: it takes long among thousands."""

Declared = Mapping[str, AbstractSet[str]]
"""The ids that a file declares, by the name of their table, readable or not."""


class Circumstances(Struct, frozen=True):
    """What a check may know beside the ledger."""

    today: date
    file_exists: Callable[[str], bool]


def error(
    code: str, where: Where, message: str, hint: str = "", commitment: str | None = None
) -> Finding:
    """Return a finding that makes `check` fail."""
    return Finding(
        severity=Severity.ERROR,
        code=code,
        where=where,
        message=message,
        hint=hint,
        commitment=commitment,
    )


def warning(
    code: str, where: Where, message: str, hint: str = "", commitment: str | None = None
) -> Finding:
    """Return a finding that makes `check --strict` fail."""
    return Finding(
        severity=Severity.WARNING,
        code=code,
        where=where,
        message=message,
        hint=hint,
        commitment=commitment,
    )


def unknown_references(ledger: Ledger, declared: Declared) -> Iterator[Finding]:
    """Find names of meetings, bodies and commitments that the ledger does not have."""
    for count, (where, table, name) in enumerate(_unknown(ledger, declared)):
        near = nearest(name, declared[table]) if count < _MOST_GUESSES else ()
        hint = f"did you mean {' or '.join(near)}?" if near else f"declare it: [{table}.{name}]"
        yield error(
            f"unknown-{table}",
            where,
            f'{_label(where)}: {where[2]} names "{name}", which is no {table} of this ledger',
            hint,
        )


def unknown_reporters(ledger: Ledger, declared: Declared) -> Iterator[Finding]:
    """Find entries reported by nobody the ledger knows."""
    bodies = {*declared["organisation"], COMMITTEE}
    unknown = (
        (number, entry, entry.by)
        for number, entry in enumerate(ledger.journal)
        if entry.by is not None and entry.by not in bodies
    )
    for count, (number, entry, by) in enumerate(unknown):
        near = nearest(by, sorted(bodies)) if count < _MOST_GUESSES else ()
        known = f'a body\'s id, or "{COMMITTEE}" for both sides'
        where = ("progress", number, "by")
        yield error(
            "unknown-organisation",
            where,
            f'{_label(where)}: by names "{by}", which is no organisation of this ledger',
            f"did you mean {' or '.join(near)}?" if near else known,
            entry.commitment,
        )


def unknown_deadlines(ledger: Ledger, declared: Declared) -> Iterator[Finding]:
    """Find deadlines that are neither a period nor a meeting."""
    for where, deadline in _deadlines(ledger):
        if deadline.meeting is not None and deadline.meeting not in declared["meeting"]:
            yield error(
                "bad-deadline",
                where,
                f'{_label(where)}: deadline "{deadline}" is neither a period nor a meeting',
                BadPeriod.hint,
            )


def unknown_sides(ledger: Ledger, _declared: Declared) -> Iterator[Finding]:
    """Find bodies of a side that the committee does not have."""
    sides = ledger.committee.sides
    for name, body in ledger.organisations.items():
        if sides and body.side not in sides:
            yield error(
                "unknown-side",
                ("organisation", name, "side"),
                f'organisation {name}: side "{body.side}" is no side of the committee',
                f"the sides are: {', '.join(sides)}",
            )


def meetings_without_date(ledger: Ledger, _declared: Declared) -> Iterator[Finding]:
    """Find meetings that are neither held nor expected."""
    for name, meeting in ledger.meetings.items():
        if meeting.held is None and meeting.expected is None:
            yield error(
                "meeting-without-date",
                ("meeting", name),
                f"meeting {name} is neither held nor expected",
                'add held = 2023-11-07 (a date) or expected = "2025" (a period)',
            )


def duplicate_ids(_ledger: Ledger, declared: Declared) -> Iterator[Finding]:
    """Find ids that differ in nothing but their case, and bodies that take the committee's."""
    for table, names in declared.items():
        if len(set(map(str.casefold, names))) == len(names):
            continue
        ordered = sorted(names, key=lambda name: (name.casefold(), name))
        for first, second in pairwise(ordered):
            if first.casefold() == second.casefold():
                yield error(
                    "duplicate-id",
                    (table, second),
                    f"{table} {second} differs from {first} in nothing but its case",
                    "give one of them another id",
                )
    for name in declared["organisation"]:
        if name.casefold() == COMMITTEE:
            yield error(
                "duplicate-id",
                ("organisation", name),
                f'organisation {name}: "{COMMITTEE}" stands for both sides together',
                "give the body another id",
            )


def duplicate_entries(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find entries that say the same as an earlier one."""
    seen: set[Entry] = set()
    for number, entry in enumerate(ledger.journal):
        if entry in seen:
            yield error(
                "duplicate-entry",
                ("progress", number),
                f"{_entry_label(entry)}: the same entry stands here a second time",
                "keep one of the two",
                entry.commitment,
            )
        seen.add(entry)


def duplicate_owners(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find commitments that name an owner twice."""
    for name, commitment in ledger.commitments.items():
        if len(set(commitment.owners)) == len(commitment.owners):
            continue
        for owner in sorted({o for o in commitment.owners if commitment.owners.count(o) > 1}):
            yield error(
                "duplicate-owner",
                ("commitment", name, "owners"),
                f"commitment {name}: {owner} is named twice among its owners",
                "name it once",
                name,
            )


def is_id(name: str) -> bool:
    """Return whether an id can be typed as one word of a command."""
    letters = name.replace("-", "").replace(".", "").replace("_", "")
    return name[:1].isalnum() and letters.isalnum()


def bad_ids(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find ids that cannot be typed as one word of a command."""
    tables: dict[str, Iterable[str]] = {
        "meeting": ledger.meetings,
        "organisation": ledger.organisations,
        "commitment": ledger.commitments,
    }
    for table, records in tables.items():
        for name in records:
            if not is_id(name):
                yield error(
                    "bad-id",
                    (table, name),
                    f'{table} "{name}": an id is one word that starts with a letter or digit',
                    ID_HINT,
                )


def nobody_reports(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find statuses and moved deadlines without a reporter."""
    for number, entry in enumerate(ledger.journal):
        if entry.by is None and (entry.status is not None or entry.deadline is not None):
            yield error(
                "no-reporter",
                ("progress", number),
                f"{_entry_label(entry)}: it reports a status or a deadline, and nobody reports it",
                f'add by = "…": a body\'s id, or "{COMMITTEE}" for both sides',
                entry.commitment,
            )


def moved_without_note(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find deadlines that were moved without a word why."""
    for number, entry in enumerate(ledger.journal):
        if entry.deadline is not None and not entry.note:
            yield warning(
                "moved-without-note",
                ("progress", number),
                f"{_entry_label(entry)}: the deadline was moved and no note says why",
                'add note = "…"',
                entry.commitment,
            )


def empty_entries(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find entries that say nothing."""
    for number, entry in enumerate(ledger.journal):
        if entry.status is None and entry.deadline is None and not entry.note:
            yield warning(
                "empty-entry",
                ("progress", number),
                f"{_entry_label(entry)}: it has neither status, deadline nor note",
                "say what happened in a note",
                entry.commitment,
            )


def completed_without_evidence(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find completions that cite nothing."""
    for number, entry in enumerate(ledger.journal):
        if entry.status is Status.COMPLETED and not entry.evidence:
            yield warning(
                "no-evidence",
                ("progress", number),
                f"{_entry_label(entry)}: completed, and no evidence on file",
                'add evidence = ["https://…"], or "ref: …" for what has no address',
                entry.commitment,
            )


def before_the_meeting(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find entries dated before the meeting that made their commitment."""
    made = {
        name: meeting.made
        for name, meeting in ledger.meetings.items()
        if meeting.held is not None or meeting.expected is not None
    }
    first_days = {name: period.first for name, period in made.items()}
    for number, entry in enumerate(ledger.journal):
        commitment = ledger.commitments.get(entry.commitment)
        if commitment and entry.date < first_days.get(commitment.meeting, date.min):
            yield warning(
                "before-meeting",
                ("progress", number, "date"),
                f"{_entry_label(entry)}: dated before {commitment.meeting} "
                f"({made[commitment.meeting]})",
                "correct the date",
                entry.commitment,
            )


def in_the_future(ledger: Ledger, known: Circumstances) -> Iterator[Finding]:
    """Find entries of the day after tomorrow or later: Tokyo may be a day ahead of London."""
    for number, entry in enumerate(ledger.journal):
        if entry.date > known.today and entry.date - known.today > timedelta(days=1):
            yield warning(
                "in-the-future",
                ("progress", number, "date"),
                f"{_entry_label(entry)}: dated in the future",
                "correct the date",
                entry.commitment,
            )


def unnamed_bodies(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find bodies that nothing names."""
    named = {owner for commitment in ledger.commitments.values() for owner in commitment.owners}
    named |= {entry.by for entry in ledger.journal if entry.by}
    named |= {body.part_of for body in ledger.organisations.values() if body.part_of}
    for name in ledger.organisations:
        if name not in named:
            yield warning(
                "unnamed-organisation",
                ("organisation", name),
                f"organisation {name} owns nothing and reports nothing",
                "remove it, or name it where it belongs",
            )


def no_owners(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find commitments without an owner."""
    for name, commitment in ledger.commitments.items():
        if not commitment.owners:
            yield warning(
                "no-owner",
                ("commitment", name, "owners"),
                f"commitment {name} has no owner",
                "name the bodies that answer for it",
                name,
            )


def reported_by_others(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find statuses and deadlines reported by bodies that do not own the commitment.

    Anybody may put a note on file: it decides nothing.
    """
    for number, entry in enumerate(ledger.journal):
        if entry.status is None and entry.deadline is None:
            continue
        commitment = ledger.commitments.get(entry.commitment)
        if entry.by and entry.by != COMMITTEE and commitment and entry.by not in commitment.owners:
            yield warning(
                "not-an-owner",
                ("progress", number, "by"),
                f"{_entry_label(entry)}: {entry.by} is no owner of it",
                f"its owners: {', '.join(commitment.owners)}",
                entry.commitment,
            )


def bad_evidence(ledger: Ledger, known: Circumstances) -> Iterator[Finding]:
    """Find evidence that is no web address, no file and no reference."""
    for number, entry in enumerate(ledger.journal):
        for evidence in entry.evidence:
            if not is_evidence(evidence, known.file_exists):
                yield warning(
                    "bad-evidence",
                    ("progress", number, "evidence"),
                    f'{_entry_label(entry)}: evidence "{evidence}" leads nowhere',
                    EVIDENCE_HINT,
                    entry.commitment,
                )


def control_characters(ledger: Ledger, _known: Circumstances) -> Iterator[Finding]:
    """Find characters in text that steer a terminal or reorder a line instead of being read."""
    for where, record in _records(ledger):
        if _is_printable(record):  # what steers is not: one question for a whole table
            continue
        for key, text in _texts(record):
            if text.isprintable():
                continue
            steering = sorted(c for c in set(text) if c not in "\n\t" and steers(c))
            if steering:
                codes = ", ".join(f"U+{ord(character):04X}" for character in steering)
                yield warning(
                    "control-character",
                    (*where, key),
                    f"{_label((*where, key))}: {key} holds control characters: {codes}",
                    "remove them; output shows them as escapes",
                )


EVIDENCE_HINT = "evidence is an http(s) address, an existing file, or a reference: ref: …"


def is_evidence(text: str, file_exists: Callable[[str], bool]) -> bool:
    """Return whether the text is an http(s) address, an existing file or a `ref:`."""
    scheme, colon, rest = text.partition(":")
    if colon and scheme.casefold() in ("http", "https"):
        return len(rest) > len("//") and rest.startswith("//") and not any(map(str.isspace, rest))
    if colon and scheme.casefold() == "ref":
        return bool(rest.strip())
    return bool(text) and "\0" not in text and file_exists(text)


def steers(character: str) -> bool:
    """Return whether a character acts on the text around it instead of being read.

    Control and formatting characters, line separators and lone surrogates; the joiners that
    emoji and some scripts are spelled with are text.
    """
    return (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and character not in "\u200c\u200d"
    )


REFERENCES = (
    unknown_references,
    unknown_reporters,
    unknown_deadlines,
    unknown_sides,
    meetings_without_date,
    duplicate_ids,
)

ERRORS = (duplicate_entries, duplicate_owners, bad_ids, nobody_reports)
WARNINGS = (
    moved_without_note,
    empty_entries,
    completed_without_evidence,
    before_the_meeting,
    in_the_future,
    unnamed_bodies,
    no_owners,
    reported_by_others,
    bad_evidence,
    control_characters,
)
CHECKS = (*ERRORS, *WARNINGS)


def check(ledger: Ledger, known: Circumstances) -> list[Finding]:
    """Return what CHECKS find in a ledger, in no order of place."""
    return [finding for rule in CHECKS for finding in rule(ledger, known)]


def _unknown(ledger: Ledger, declared: Declared) -> Iterator[tuple[Where, str, str]]:
    """Yield what names a table that is not declared: where, the kind of table, and the name."""
    meetings, bodies = declared["meeting"], declared["organisation"]
    commitments = declared["commitment"]
    for name, commitment in ledger.commitments.items():
        if commitment.meeting not in meetings:
            yield ("commitment", name, "meeting"), "meeting", commitment.meeting
        for owner in commitment.owners:
            if owner not in bodies:
                yield ("commitment", name, "owners"), "organisation", owner
        if commitment.supersedes is not None and commitment.supersedes not in commitments:
            yield ("commitment", name, "supersedes"), "commitment", commitment.supersedes
    for name, body in ledger.organisations.items():
        if body.part_of is not None and body.part_of not in bodies:
            yield ("organisation", name, "part_of"), "organisation", body.part_of
    for number, entry in enumerate(ledger.journal):
        if entry.commitment not in commitments:
            yield ("progress", number, "commitment"), "commitment", entry.commitment


def _deadlines(ledger: Ledger) -> Iterator[tuple[Where, Deadline]]:
    for name, commitment in ledger.commitments.items():
        if commitment.deadline is not None:
            yield ("commitment", name, "deadline"), commitment.deadline
    for number, entry in enumerate(ledger.journal):
        if entry.deadline is not None:
            yield ("progress", number, "deadline"), entry.deadline


def _records(ledger: Ledger) -> Iterator[tuple[Where, Struct]]:
    """Yield every table of the ledger with its place."""
    yield ("committee",), ledger.committee
    for name, meeting in ledger.meetings.items():
        yield ("meeting", name), meeting
    for name, body in ledger.organisations.items():
        yield ("organisation", name), body
    for name, commitment in ledger.commitments.items():
        yield ("commitment", name), commitment
    for number, entry in enumerate(ledger.journal):
        yield ("progress", number), entry


def _texts(record: Struct) -> Iterator[tuple[str, str]]:
    """Yield every text of a table with its key, its id included."""
    for key, value in asdict(record).items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, tuple):
            for text in value:
                yield key, text
        elif isinstance(value, Deadline):
            yield key, str(value)


def _is_printable(record: Struct) -> bool:
    """Return whether every text of a table is printable, as what steers never is.

    Walks the values without their keys, for `_texts` takes nearly twice as long.
    """
    texts: list[str] = []
    for value in astuple(record):
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, tuple):
            texts += value
        elif isinstance(value, Deadline):
            texts.append(str(value))
    return "".join(texts).isprintable()


def _label(where: Where) -> str:
    """Return what people call the table at the beginning of a path."""
    if where[0] == "progress" and len(where) > 1:
        return f"progress entry {int(where[1]) + 1}"
    return " ".join(str(part) for part in where[:2])


def _entry_label(entry: Entry) -> str:
    return f"{entry.commitment}, entry of {entry.date}"
