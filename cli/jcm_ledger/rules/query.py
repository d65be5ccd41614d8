"""Query: which commitments somebody asked for."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Commitment, Ledger, Organisation, Theme
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.model.text import as_name, folded
from jcm_ledger.rules.order import Sort, sort, with_parts
from jcm_ledger.rules.ownership import asked_for, shown
from jcm_ledger.rules.standing import Standing, Timing, made, standings

NOTHING_ON_FILE = "none"
"""How a query spells the status of a commitment nobody reported on."""

Test = Callable[[Standing], bool]


class Query(Struct, frozen=True, kw_only=True):
    """Filters; a commitment passes when each that is set has one value that fits.

    None among `statuses` and `themes` is for what has none. `where` has keys of `[field.ID]` with
    the value that is asked for; several of one key are one filter.
    """

    statuses: tuple[Status | None, ...] = ()
    timings: tuple[Timing, ...] = ()
    owners: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    themes: tuple[str | None, ...] = ()
    meetings: tuple[str, ...] = ()
    strengths: tuple[Strength, ...] = ()
    due: tuple[Period, ...] = ()
    within: tuple[Duration, ...] = ()
    overdue: bool = False
    open: bool = False
    sides_differ: bool = False
    to_confirm: bool = False
    where: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


class Filter(Struct, frozen=True):
    """A filter as it was typed: its option, "" for a word alone, and the values that fit."""

    option: str
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.option:
            return f'"{self.values[0]}"'
        return " ".join(f"{self.option} {each}" for each in self.values) or self.option


class Selection(Struct, frozen=True, kw_only=True):
    """What a query left, of how many; `narrowing` says filter by filter how many were left."""

    rows: tuple[Standing, ...]
    total: int
    narrowing: tuple[tuple[Filter, int], ...]


def select(ledger: Ledger, day: date, query: Query, order: Sort | None = None) -> Selection:
    """Return the standings on `day` that pass every filter, in an order, else the file's.

    Only what the filters by owner leave is worked out.
    """
    asked = made(ledger, day)
    total = len(asked)
    narrowing = []
    for each, fits in _filters_by_owner(ledger, day, query):
        asked = [commitment for commitment in asked if fits(commitment)]
        narrowing.append((each, len(asked)))
    among = {commitment.id for commitment in asked} if narrowing else None
    left = standings(ledger, day, among)
    for each, test in _filters(ledger, query):
        left = [row for row in left if test(row)]
        narrowing.append((each, len(left)))
    rows = sort(left, order) if order else with_parts(left)
    return Selection(rows=tuple(rows), total=total, narrowing=tuple(narrowing))


class Later(Struct, frozen=True, kw_only=True):
    """How much a view of a day leaves out: commitments of later meetings, entries dated later."""

    commitments: int = 0
    entries: int = 0


def later(ledger: Ledger, day: date) -> Later:
    """Return how much of a ledger a view of `day` leaves out, before any filter.

    Entries are counted of the commitments that were made by then.
    """
    by_then = {each.id for each in made(ledger, day)}
    dated_later = [entry for entry in ledger.journal if entry.date > day]
    return Later(
        commitments=len(ledger.commitments) - len(by_then),
        entries=sum(entry.commitment in by_then for entry in dated_later),
    )


class Emptiness(Struct, frozen=True, kw_only=True):
    """Why a selection is empty: the filter that left none of `before`, of `total` altogether.

    `by` is None where there was nothing to filter.
    """

    total: int
    by: Filter | None = None
    before: int = 0


def why_nothing(selection: Selection) -> Emptiness:
    """Return which filter of an empty selection left nothing."""
    before = selection.total
    for each, left in selection.narrowing:
        if before and left == 0:
            return Emptiness(total=selection.total, by=each, before=before)
        before = left
    return Emptiness(total=selection.total)


def _filters_by_owner(
    ledger: Ledger, day: date, query: Query
) -> Iterator[tuple[Filter, Callable[[Commitment], bool]]]:
    """Yield the filters by owner and side that are set, each with its test."""
    if not (query.owners or query.sides):
        return
    owners = _owners(ledger, day)
    if query.owners:
        wanted = asked_for(ledger, day, query.owners)
        yield (
            _filter("--owner", query.owners),
            lambda commitment: not wanted.isdisjoint(owners(commitment)),
        )
    if query.sides:
        of_sides = {name for name, body in ledger.bodies.items() if body.side in query.sides}
        yield (
            _filter("--side", query.sides),
            lambda commitment: not of_sides.isdisjoint(owners(commitment)),
        )


def _owners(ledger: Ledger, day: date) -> Callable[[Commitment], tuple[str, ...]]:
    """Return what gives the owners of a commitment on `day`.

    A standing is worked out only for those that an entry handed over.
    """
    handed = {entry.commitment for entry in ledger.journal if entry.owners is not None}
    now = {row.commitment.id: row.owners for row in standings(ledger, day, handed)}
    owners = shown(ledger, day)
    return lambda commitment: now.get(commitment.id) or owners(commitment.owners)


def _filters(ledger: Ledger, query: Query) -> Iterator[tuple[Filter, Test]]:
    """Yield the other filters that are set, each with its test."""
    for option, wanted, value, compared in _SINGLE:
        asked: Sequence[str | None] = getattr(query, wanted)
        if asked:
            yield _filter(option, asked), _equals({*map(compared, asked)}, value, compared)
    if query.due:
        yield _filter("--due", query.due), lambda row: _is_due(row, query.due)
    if query.within:
        yield _filter("--within", query.within), lambda row: _falls_due(row, query.within)
    yield from _filters_by_field(query)
    for option, flag, test in _FLAGS:
        if getattr(query, flag):
            yield Filter(option), test
    for word in query.words:
        yield Filter("", (word,)), _mentions(ledger, word)


def _filters_by_field(query: Query) -> Iterator[tuple[Filter, Test]]:
    """Yield a filter for each key of `[field.ID]` that is asked for."""
    for key in dict.fromkeys(key for key, _value in query.where):
        asked = tuple(value for name, value in query.where if name == key)
        wanted = frozenset(map(as_name, asked))
        option = Filter("--where", tuple(f"{key}={value}" for value in asked))
        yield option, _has(key, wanted)


def _has(key: str, wanted: Container[str]) -> Test:
    return lambda row: as_name(row.commitment.fields.get(key, "")) in wanted


Compared = Callable[[str | None], str | None]
"""What gives a value as it is compared."""


def _as_it_is(value: str | None) -> str | None:
    return value


def _as_name(value: str | None) -> str | None:
    return value and as_name(value)


_SINGLE: tuple[tuple[str, str, Callable[[Standing], str | None], Compared], ...] = (
    ("--status", "statuses", lambda row: row.status, _as_it_is),
    ("--timing", "timings", lambda row: row.timing, _as_it_is),
    ("--theme", "themes", lambda row: row.commitment.theme, _as_name),
    ("--meeting", "meetings", lambda row: row.commitment.meeting, _as_it_is),
    ("--strength", "strengths", lambda row: row.commitment.strength, _as_it_is),
)
"""Filters by the one value of a standing: option, field of a query, value, as it is compared."""

_FLAGS: tuple[tuple[str, str, Test], ...] = (
    ("--overdue", "overdue", lambda row: row.timing is Timing.OVERDUE),
    ("--open", "open", lambda row: row.open),
    ("--sides-differ", "sides_differ", lambda row: row.sides_differ),
    ("--to-confirm", "to_confirm", lambda row: row.to_confirm),
)
"""Filters that are set or not: the option, the field of a query, the test."""


def _filter(option: str, values: Sequence[object]) -> Filter:
    return Filter(option, tuple(NOTHING_ON_FILE if each is None else str(each) for each in values))


def _equals(
    wanted: Container[str | None], value: Callable[[Standing], str | None], compared: Compared
) -> Test:
    return lambda row: compared(value(row)) in wanted


def _is_due(row: Standing, periods: Sequence[Period]) -> bool:
    deadline = row.deadline
    return deadline is not None and any(deadline.overlaps(period) for period in periods)


def _falls_due(row: Standing, durations: Sequence[Duration]) -> bool:
    """Return whether it is open and falls due within one of the durations, or is overdue."""
    if row.deadline is None or not row.open:
        return False
    last = row.deadline.last
    return any(last <= duration.after(row.as_of) for duration in durations)


def _mentions(ledger: Ledger, word: str) -> Test:
    """Return a test for a word anywhere in what a commitment is searched by."""
    sought = folded(word)
    bodies, themes = ledger.bodies, ledger.themes
    return lambda row: any(sought in folded(text) for text in texts(row, bodies, themes))


def texts(
    row: Standing, bodies: Mapping[str, Organisation], themes: Mapping[str, Theme]
) -> Iterator[str]:
    """Yield what a commitment is searched by, in either language.

    Its words, the title of its theme, its owners' names, and its notes.
    """
    commitment = row.commitment
    owners = [bodies[owner] for owner in row.owners]
    theme = themes.get(commitment.theme or "")
    yield from filter(
        None,
        (
            commitment.id,
            commitment.title,
            commitment.title_ja,
            commitment.summary,
            commitment.summary_ja,
            commitment.theme,
            *((theme.title, theme.title_ja) if theme else ()),
            commitment.deadline_text,
            commitment.deadline_text_ja,
            *commitment.frameworks,
            *commitment.fields.values(),
            *(text for owner in owners for text in _names(owner)),
            *(note for entry in row.journal for note in (entry.note, entry.note_ja)),
        ),
    )


def _names(body: Organisation) -> tuple[str | None, ...]:
    return body.id, body.name, body.name_ja, body.short_ja
