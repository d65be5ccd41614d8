"""The entries of a journal as its rules see them, and what a rule says of one that breaks it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.ledger import Commitment, Entry, Ledger, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.rules import journal, ownership
from jcm_ledger.rules.checks.circumstances import Circumstances

SAME_DAY_KEYS = ("deadline", "owners")
"""What two entries of one date may not set differently without a warning."""


class Case(Struct, frozen=True):
    """An entry as a rule sees it.

    `commitment` is what it is about, None where the ledger has none of that id; `made` are the
    days of the meeting that made it, None where they are not certain. `owners` are those just
    before the entry. `repeated` says whether the very same entry stands before it, `differing`
    which of SAME_DAY_KEYS an entry of the same date before it sets otherwise. `heirs` has the
    bodies that succeed a body by its id.
    """

    entry: Entry
    commitment: Commitment | None
    made: Period | None
    owners: tuple[str, ...]
    repeated: bool
    differing: tuple[str, ...]
    ledger: Ledger
    heirs: Mapping[str, Sequence[Organisation]]
    circumstances: Circumstances


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


def cases(
    ledger: Ledger, circumstances: Circumstances, *, first: int = 0
) -> Iterator[tuple[int, Case]]:
    """Yield the entries of a journal as cases with their numbers, from the `first` on."""
    made = {
        meeting.id: meeting.made
        for meeting in ledger.meetings.values()
        if meeting.held is not None or meeting.expected is not None
    }
    owners, heirs = _owners(ledger), ownership.heirs(ledger)
    about = {entry.commitment for entry in ledger.journal[first:]} if first else set()
    before = [entry for entry in ledger.journal[:first] if entry.commitment in about]
    seen = set(before)
    settings: dict[tuple[object, ...], set[object]] = {}
    for entry in before:
        _differing(entry, settings)
    for number, entry in enumerate(ledger.journal[first:], first):
        commitment = ledger.commitments.get(entry.commitment)
        yield (
            number,
            Case(
                entry,
                commitment,
                made.get(commitment.meeting) if commitment else None,
                owners.get(number, commitment.owners if commitment else ()),
                entry in seen,
                _differing(entry, settings),
                ledger,
                heirs,
                circumstances,
            ),
        )
        seen.add(entry)


def _owners(ledger: Ledger) -> dict[int, tuple[str, ...]]:
    """Return the owners just before each entry by its number, where an entry hands over."""
    handed = {entry.commitment for entry in ledger.journal if entry.owners}
    numbered: dict[str, list[tuple[int, Entry]]] = {}
    for number, entry in enumerate(ledger.journal) if handed else ():
        if entry.commitment in handed and entry.commitment in ledger.commitments:
            numbered.setdefault(entry.commitment, []).append((number, entry))
    sides = journal.sides(ledger)
    found = {}
    for name, mine in numbered.items():
        mine.sort(key=lambda each: each[1].date)
        owners = journal.owners_before(
            ledger.commitments[name], [entry for _number, entry in mine], sides
        )
        found.update({number: own for (number, _), own in zip(mine, owners, strict=True)})
    return found


def _differing(entry: Entry, settings: dict[tuple[object, ...], set[object]]) -> tuple[str, ...]:
    """Return which keys an earlier entry of its date sets otherwise, and note what it sets."""
    if entry.deadline is None and entry.owners is None:
        return ()
    found = []
    for key in SAME_DAY_KEYS:
        value = getattr(entry, key)
        if value is not None:
            others = settings.setdefault((entry.commitment, entry.date, key), set())
            if others and value not in others:
                found.append(key)
            others.add(value)
    return tuple(found)


def broken(case: Case, rules: Iterable[Rule], where: Where) -> Iterator[Finding]:
    """Yield what is said of an entry for each of the rules that it breaks."""
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


def heirs_of(case: Case) -> tuple[str, ...]:
    """Return the bodies that succeed whoever an entry speaks for by its date."""
    found = case.heirs.get(case.entry.speaker or "") if case.heirs else None
    if not found:
        return ()
    return tuple(
        body.id for body in found if body.since is not None and body.since <= case.entry.date
    )


def _say(words: Words, case: Case) -> str:
    return words if isinstance(words, str) else words(case)
