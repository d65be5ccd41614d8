"""The rules of the journal, one row each. `check` tells of an entry what `record` refuses."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from msgspec import Struct

from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import EVIDENCE_HINT, is_blank, is_evidence
from jcm_ledger.rules.checks.circumstances import Circumstances

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_TOMORROW = timedelta(days=1)  # Tokyo may be a day ahead of London


class Case(Struct, frozen=True):
    """An entry as a rule sees it.

    `commitment` is what it is about, None where the ledger has none of that id; `made` are the
    days of the meeting that made it, None where they are not known. `repeated` says whether the
    very same entry stands before it.
    """

    entry: Entry
    commitment: Commitment | None
    made: Period | None
    repeated: bool
    known: Circumstances


Words = str | Callable[[Case], str]
"""What is said of every entry that breaks a rule, or of this one."""


class Rule(Struct, frozen=True):
    """A rule of the journal: when an entry breaks it, and what is said of that.

    `key` is the key of the entry at fault, "" for all of it. A rule that is not `refused` only
    warns of what stands in the file: an entry that breaks it may be added.
    """

    code: str
    severity: Severity
    broken: Callable[[Case], bool]
    message: Words
    hint: Words
    key: str = ""
    refused: bool = True


def _says_nothing(case: Case) -> bool:
    entry = case.entry
    return entry.status is None and entry.deadline is None and is_blank(entry.note)


def _is_nobody_s_report(case: Case) -> bool:
    entry = case.entry
    return entry.by is None and (entry.status is not None or entry.deadline is not None)


def _gives_no_reason(case: Case) -> bool:
    return case.entry.deadline is not None and is_blank(case.entry.note)


def _comes_too_soon(case: Case) -> bool:
    return case.made is not None and case.entry.date < case.made.first


def _comes_from_the_future(case: Case) -> bool:
    day, today = case.entry.date, case.known.today
    return day > today and day - today > _TOMORROW


def _is_by_another(case: Case) -> bool:
    entry, commitment = case.entry, case.commitment
    if entry.status is None and entry.deadline is None:
        return False  # anybody may put a note on file: it decides nothing
    return bool(
        entry.by and entry.by != COMMITTEE and commitment and entry.by not in commitment.owners
    )


def _cites_nothing(case: Case) -> bool:
    return case.entry.status is Status.COMPLETED and not case.entry.evidence


def _dead_ends(case: Case) -> list[str]:
    """Return the evidence that is no web address, no file and no reference."""
    exists = case.known.file_exists
    return [each for each in case.entry.evidence if not is_evidence(each, exists)]


def _owners(case: Case) -> str:
    return ", ".join(case.commitment.owners) if case.commitment else ""


def _meeting(case: Case) -> str:
    return case.commitment.meeting if case.commitment else ""


def _reporters(case: Case) -> str:
    owners = [_owners(case)] if case.commitment and case.commitment.owners else []
    return ", ".join([*owners, f"or {COMMITTEE} for both sides"])


RULES = (
    Rule(
        "duplicate-entry",
        ERROR,
        lambda case: case.repeated,
        "the very same entry is on file already",
        "keep one of the two; what is new belongs in a note",
    ),
    Rule(
        "no-reporter",
        ERROR,
        _is_nobody_s_report,
        "it reports a status or a deadline, and nobody reports it",
        lambda case: f"say who reports it: {_reporters(case)}",
    ),
    Rule(
        "moved-without-note",
        WARNING,
        _gives_no_reason,
        "the deadline was moved and no note says why",
        "say why in a note",
    ),
    Rule(
        "empty-entry",
        WARNING,
        _says_nothing,
        "it has neither status, deadline nor note",
        "say what happened in a note",
    ),
    Rule(
        "no-evidence",
        WARNING,
        _cites_nothing,
        "completed, and no evidence on file",
        'add evidence = ["https://…"], or "ref: …" for what has no address',
        refused=False,
    ),
    Rule(
        "before-meeting",
        WARNING,
        _comes_too_soon,
        lambda case: f"that is before {_meeting(case)} ({case.made}), which made the commitment",
        "give the day on which it was reported",
        key="date",
    ),
    Rule(
        "in-the-future",
        WARNING,
        _comes_from_the_future,
        lambda case: f"that is in the future: today is {case.known.today}",
        "an entry says what has happened; plans belong in a note",
        key="date",
    ),
    Rule(
        "not-an-owner",
        WARNING,
        _is_by_another,
        lambda case: f"{case.entry.by} is no owner of it",
        lambda case: f"its owners: {_owners(case)}",
        key="by",
        refused=False,
    ),
    Rule(
        "bad-evidence",
        WARNING,
        lambda case: bool(case.entry.evidence and _dead_ends(case)),
        lambda case: " and ".join(
            f'evidence "{each}" leads nowhere' for each in dict.fromkeys(_dead_ends(case))
        ),
        EVIDENCE_HINT,
        key="evidence",
    ),
)


def findings(ledger: Ledger, known: Circumstances) -> Iterator[Finding]:
    """Yield what the journal of a ledger breaks, entry by entry."""
    for number, case in enumerate(_cases(ledger, ledger.journal, known, ())):
        yield from _broken(case, RULES, ("progress", number))


def unfit(ledger: Ledger, entries: Iterable[Entry], known: Circumstances) -> Iterator[Finding]:
    """Yield why entries may not be added to the journal of a ledger, one after another."""
    refused = [rule for rule in RULES if rule.refused]
    first = len(ledger.journal)
    for number, case in enumerate(_cases(ledger, entries, known, ledger.journal), first):
        yield from _broken(case, refused, ("progress", number))


def _cases(
    ledger: Ledger, entries: Iterable[Entry], known: Circumstances, before: Iterable[Entry]
) -> Iterator[Case]:
    made = {
        meeting.id: meeting.made
        for meeting in ledger.meetings.values()
        if meeting.held is not None or meeting.expected is not None
    }
    seen = set(before)
    for entry in entries:
        commitment = ledger.commitments.get(entry.commitment)
        period = made.get(commitment.meeting) if commitment else None
        yield Case(entry, commitment, period, entry in seen, known)
        seen.add(entry)


def _broken(case: Case, rules: Iterable[Rule], where: Where) -> Iterator[Finding]:
    for rule in rules:
        if rule.broken(case):
            yield Finding(
                severity=rule.severity,
                code=rule.code,
                where=(*where, rule.key) if rule.key else where,
                message=f"{entry_label(case.entry)}: {_say(rule.message, case)}",
                hint=_say(rule.hint, case),
                commitment=case.entry.commitment,
            )


def entry_label(entry: Entry) -> str:
    """Return what people call an entry: by its commitment and date."""
    return f"{entry.commitment}, entry of {entry.date}"


def _say(words: Words, case: Case) -> str:
    return words if isinstance(words, str) else words(case)
