"""The rules of the journal, one row each. `check` tells of an entry what `record` refuses."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec.structs import replace

from jcm_ledger.errors import all_of
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import COMMITTEE, Entry, Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import EVIDENCE_HINT, is_blank, is_evidence
from jcm_ledger.rules.checks.cases import Case, Rule, broken, cases, heirs_of
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.ownership import succeeded

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_TOMORROW = timedelta(days=1)  # Tokyo may be a day ahead of London


def _decides(entry: Entry) -> bool:
    """Return whether an entry says anything that decides: a status, a deadline, owners."""
    return not (entry.status is None and entry.deadline is None and entry.owners is None)


def _says_nothing(case: Case) -> bool:
    return not _decides(case.entry) and is_blank(case.entry.note)


def _is_nobody_s_report(case: Case) -> bool:
    entry = case.entry
    return entry.by is None and (_decides(entry) or entry.on_behalf_of is not None)


def _gives_no_reason(case: Case) -> bool:
    return case.entry.deadline is not None and is_blank(case.entry.note)


def _hands_over_without_reason(case: Case) -> bool:
    return bool(case.entry.owners) and is_blank(case.entry.note)


def _hands_over_to_nobody(case: Case) -> bool:
    return case.entry.owners == ()


def _hands_over_to_other_sides(case: Case) -> bool:
    """Return whether it changes which sides own, and is not the committee's."""
    entry, ledger = case.entry, case.ledger
    if not entry.owners or entry.by == COMMITTEE:
        return False
    return ledger.sides_of(entry.owners) != ledger.sides_of(case.owners)


def _keep_the_sides(case: Case) -> str:
    """Return what to do about new owners of other sides, with the owners that were left out."""
    of, new = case.ledger.side_of, case.entry.owners or ()
    kept = case.ledger.sides_of(new)
    left_out = [own for own in case.ledger.named(case.owners) if of(own) and of(own) not in kept]
    also = f": name {all_of(left_out)} too, if nothing changed there" if left_out else ""
    return f'owners is the whole new list{also}; only by = "committee" changes which sides own it'


def _speaks_for_a_body_and_all(case: Case) -> bool:
    return case.entry.by == COMMITTEE and case.entry.on_behalf_of is not None


def _speaks_for_another_side(case: Case) -> bool:
    entry, of = case.entry, case.ledger.side_of
    if entry.on_behalf_of is None or entry.by in (None, COMMITTEE):
        return False
    return of(entry.by) != of(entry.on_behalf_of)


def _happened_later(case: Case) -> bool:
    entry = case.entry
    return entry.happened is not None and entry.happened.first > entry.date


def _is_of_a_body_succeeded(case: Case) -> bool:
    return bool(heirs_of(case))


def _comes_too_soon(case: Case) -> bool:
    return case.made is not None and case.entry.date < case.made.first


def _comes_from_the_future(case: Case) -> bool:
    day, today = case.entry.date, case.circumstances.today
    return day > today and day - today > _TOMORROW


def _is_by_another(case: Case) -> bool:
    """Return whether what decides is by no owner; of a body that was succeeded more is said."""
    speaker, ledger = case.entry.speaker, case.ledger
    if not _decides(case.entry) or case.commitment is None or speaker in (None, COMMITTEE):
        return False
    if speaker in case.owners:
        return False
    owners = ledger.named(case.owners)
    if speaker in owners or ledger.side_of(speaker) in owners or heirs_of(case):
        return False
    return succeeded(speaker, ledger.organisations).isdisjoint(owners)


def _cites_nothing(case: Case) -> bool:
    return case.entry.status is Status.COMPLETED and not case.entry.evidence


def _dead_ends(case: Case) -> list[str]:
    """Return the evidence that is no web address, no file and no reference."""
    exists = case.circumstances.file_exists
    return [each for each in case.entry.evidence if not is_evidence(each, exists)]


def _owners(case: Case) -> str:
    return ", ".join(case.owners)


def _meeting(case: Case) -> str:
    return case.commitment.meeting if case.commitment else ""


def _reporters(case: Case) -> str:
    owners = [_owners(case)] if case.owners else []
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
        "it says what decides or for whom, and nobody reports it",
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
        "it has neither status, deadline, owners nor note",
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
        lambda case: f"that is in the future: today is {case.circumstances.today}",
        "an entry says what has happened; plans belong in a note",
        key="date",
    ),
    Rule(
        "not-an-owner",
        WARNING,
        _is_by_another,
        lambda case: f"{case.entry.speaker} is no owner of it",
        lambda case: f"its owners: {_owners(case)}",
        key="by",
        refused=False,
    ),
    Rule(
        "succeeded-body",
        WARNING,
        _is_of_a_body_succeeded,
        lambda case: f"{case.entry.speaker} was succeeded by {all_of(heirs_of(case))} by then",
        "say which body reports it now",
        key="by",
        refused=False,
    ),
    Rule(
        "other-side",
        WARNING,
        _speaks_for_another_side,
        lambda case: f"{case.entry.by} reports it for {case.entry.on_behalf_of}, of another side",
        "a body speaks for its own side; committee speaks for both",
        key="on_behalf_of",
        refused=False,
    ),
    Rule(
        "bad-on-behalf-of",
        ERROR,
        _speaks_for_a_body_and_all,
        "the committee speaks for all sides, and on behalf of nobody",
        "leave on_behalf_of out, or name the body that reports it",
        key="on_behalf_of",
    ),
    Rule(
        "happened-later",
        WARNING,
        _happened_later,
        lambda case: f"it says what happened in {case.entry.happened}, which is after its date",
        "date it on the day it was reported; plans belong in a note",
        key="happened",
    ),
    Rule(
        "no-owner",
        ERROR,
        _hands_over_to_nobody,
        "it hands over to nobody",
        "name all who own it from now on, or leave owners out",
        key="owners",
    ),
    Rule(
        "handed-over-without-note",
        WARNING,
        _hands_over_without_reason,
        "it was handed over and no note says why",
        "say why in a note",
        key="owners",
    ),
    Rule(
        "sides-changed",
        ERROR,
        _hands_over_to_other_sides,
        lambda case: f"it changes which sides own it, and is by {case.entry.by}",
        _keep_the_sides,
        key="owners",
    ),
    Rule(
        "same-day",
        WARNING,
        lambda case: bool(case.differing),
        lambda case: f"another entry of that day sets {' and '.join(case.differing)} otherwise",
        "the later one in the file counts; say in its note that it puts the other right",
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

_USUAL = tuple(rule for rule in RULES if rule.key not in ("owners", "on_behalf_of", "happened"))
"""The rules that an entry without these keys can break: nearly every entry is one."""


def findings(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """Yield what the journal of a ledger breaks, entry by entry."""
    for number, case in cases(ledger, circumstances):
        entry = case.entry
        usual = entry.owners is None and entry.on_behalf_of is None and entry.happened is None
        yield from broken(case, _USUAL if usual else RULES, ("progress", number))


def unfit(
    ledger: Ledger, entries: Iterable[Entry], circumstances: Circumstances
) -> Iterator[Finding]:
    """Yield why entries may not be added to the journal of a ledger, one after another."""
    refused = [rule for rule in RULES if rule.refused]
    after = replace(ledger, journal=(*ledger.journal, *entries))
    for number, case in cases(after, circumstances, first=len(ledger.journal)):
        yield from broken(case, refused, ("progress", number))
