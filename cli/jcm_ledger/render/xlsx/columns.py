"""The columns of the sheets of commitments, progress and bodies."""

from collections.abc import Callable, Iterable
from operator import attrgetter

from jcm_ledger.model.ledger import Entry, OwnColumn
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import titled
from jcm_ledger.render.phrases import BOTH, ENGLISH, Phrases
from jcm_ledger.render.xlsx.sheet import Address, Item, SheetColumn, Value
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing, Timing

_MOST_EVIDENCE = 5

_STATUS_COLOURS = {
    None: "grey",
    Status.NOT_STARTED: "amber",
    Status.IN_PROGRESS: "blue",
    Status.STALLED: "red",
    Status.COMPLETED: "green",
    Status.NOT_PURSUED: "violet",
    Status.SUPERSEDED: "grey",
}
_TIMING_COLOURS = {
    Timing.OVERDUE: "red",
    Timing.DUE_SOON: "amber",
    Timing.REVIEW_DUE: "violet",
    Timing.NOT_DUE: "blue",
    Timing.UNDATED: "grey",
    Timing.MET_LATE: "green",
    Timing.MET: "green",
    Timing.CLOSED: "grey",
}


def _status_colours(say: Phrases) -> dict[str, str]:
    """Return the colour of each status by its words."""
    colours = {say.status(each): colour for each, colour in _STATUS_COLOURS.items()}
    return {**colours, say.NO_STATUS: _STATUS_COLOURS[None]}


def of_commitments(content: Report, say: Phrases) -> list[SheetColumn[Standing]]:
    """Return the columns of commitments: first what is printed."""
    labels, words = say.labels, say.sheets
    statuses = _status_colours(say)
    timings = {say.calendar_word(each): colour for each, colour in _TIMING_COLOURS.items()}

    def side(name: str) -> SheetColumn[Standing]:
        def value(row: Standing) -> Value:
            return say.status(row.by_party[name]) if name in row.by_party else None

        return SheetColumn(labels.of_side(labels.STATUS, say.side(name)), 18, value, statuses)

    return [
        SheetColumn(labels.COMMITMENT, 34, lambda row: say.title(row.commitment)),
        SheetColumn(labels.OWNERS, 18 if say.lang == ENGLISH else 26, say.owners),
        SheetColumn(labels.DEADLINE, 16, lambda row: _deadline(row, say)),
        SheetColumn(words.LAST_DAY, 13, lambda row: row.deadline.last if row.deadline else None),
        SheetColumn(words.ORIGINAL, 14, lambda row: _period(row.original, say)),
        SheetColumn(labels.TIMING, 14, lambda row: say.calendar_word(row.timing), timings),
        SheetColumn(words.DAYS_LEFT, 10, lambda row: row.days_left),
        SheetColumn(labels.STATUS, 18, say.status_of, statuses),
        *map(side, content.committee.sides),
        SheetColumn(words.TO_CONFIRM, 10, lambda row: words.YES if row.to_confirm else words.NO),
        SheetColumn(labels.LAST_ENTRY, 13, _last_day),
        SheetColumn(words.LAST_NOTE, 40, lambda row: _last_note(row, say)),
        SheetColumn(words.LAST_EVIDENCE, 40, _last_evidence, printed=False),
        *_unprinted(content, say),
    ]


def _unprinted(content: Report, say: Phrases) -> list[SheetColumn[Standing]]:
    """Return the columns of commitments that only the screen has."""
    labels, words = say.labels, say.sheets
    columns: list[tuple[str, int, Callable[[Standing], Value]]] = [
        (words.SLIP, 9, lambda row: row.slip_days if row.deadline else None),
        (labels.REVIEW_BY, 13, lambda row: row.review_date),
        (labels.STATED, 40, lambda row: _stated(row, say)),
        (
            words.SUMMARY,
            140,
            lambda row: _text(say, row.commitment.summary, row.commitment.summary_ja),
        ),
        (labels.THEME, 18, lambda row: say.theme(row.commitment.theme or "", content.titles)),
        (labels.WORDING, 12, lambda row: _wording(row, say)),
        (labels.KIND, 12, lambda row: say.kind(row.commitment.kind)),
        (labels.MEETING, 10, attrgetter("commitment.meeting")),
        (words.PARAGRAPH, 10, attrgetter("commitment.paragraph")),
        (labels.UNDER, 90, lambda row: say.clauses(row.commitment.frameworks)),
        (labels.ID, 28, attrgetter("commitment.id")),
        (say.dossiers.PART_OF, 28, attrgetter("commitment.part_of")),
        (say.dossiers.SUPERSEDED_BY, 28, attrgetter("superseded_by")),
        (say.dossiers.DONE, 13, lambda row: _period(row.done, say)),
        *(_own(declared, say) for declared in content.columns.values()),
    ]
    other = words.other
    titles = SheetColumn[Standing](
        words.OTHER_TITLE,
        34,
        lambda row: other(row.commitment.title, row.commitment.title_ja),
        printed=False,
    )
    summaries = SheetColumn[Standing](
        words.OTHER_SUMMARY,
        60,
        lambda row: other(row.commitment.summary, row.commitment.summary_ja),
        printed=False,
    )
    return [
        *(SheetColumn(head, width, value, printed=False) for head, width, value in columns),
        *_other(titles, content.annex, say),
        *_other(summaries, content.annex, say),
    ]


def _own(declared: OwnColumn, say: Phrases) -> tuple[str, int, Callable[[Standing], Value]]:
    """Return the column of a key that the ledger declares."""
    head = say.dossiers.column(declared, declared.id)
    return head, 18, lambda row: row.commitment.fields.get(declared.id)


def of_progress(content: Report, say: Phrases) -> list[SheetColumn[Entry]]:
    """Return the columns of what was put on file."""
    labels, words = say.labels, say.sheets
    titles = {row.commitment.id: say.title(row.commitment) for row in content.annex}
    notes = SheetColumn[Entry](
        words.OTHER_NOTE, 50, lambda entry: words.other(entry.note, entry.note_ja), printed=False
    )
    most = max((len(entry.evidence) for entry in content.progress), default=0)
    return [
        SheetColumn(words.DATE, 13, lambda entry: entry.date),
        SheetColumn(labels.COMMITMENT, 34, lambda entry: titles[entry.commitment]),
        SheetColumn(words.REPORTED_BY, 13, say.reporter),
        SheetColumn(
            labels.STATUS,
            18,
            lambda entry: say.status(entry.status) if entry.status else None,
            _status_colours(say),
        ),
        SheetColumn(words.HAPPENED, 13, lambda entry: _period(entry.happened, say)),
        SheetColumn(words.MOVED, 14, lambda entry: _moved_to(entry, say)),
        SheetColumn(words.HANDED_OVER, 18, lambda entry: _owners(entry, say)),
        SheetColumn(words.NOTE, 50, lambda entry: _text(say, entry.note, entry.note_ja)),
        *(_evidence(nth, say) for nth in range(min(max(most, 1), _MOST_EVIDENCE))),
        *_other(notes, content.progress, say),
        SheetColumn(labels.ID, 28, lambda entry: entry.commitment, printed=False),
        SheetColumn(words.COMMISSION, 26, lambda entry: entry.commission, printed=False),
    ]


def _evidence(nth: int, say: Phrases) -> SheetColumn[Entry]:
    """Return the column of an entry's nth piece of evidence; the last one holds all the rest."""

    def value(entry: Entry) -> Value:
        left = entry.evidence[nth:]
        if nth == _MOST_EVIDENCE - 1 and len(left) > 1:
            return "\n".join(_address(each).words for each in left)
        return _address(left[0]) if left else None

    return SheetColumn(say.sheets.evidence(nth + 1), 65, value, printed=not nth)


def of_bodies(say: Phrases) -> list[SheetColumn[Body]]:
    """Return the columns of who owes what."""
    labels, words = say.labels, say.sheets
    names = SheetColumn[Body](
        words.OTHER_NAME,
        36,
        lambda body: words.other(body.organisation.name, body.organisation.name_ja),
    )
    return [
        SheetColumn(labels.SIDE, 10, lambda body: _side(body, say)),
        SheetColumn(labels.BODY, 14, lambda body: say.short(body.organisation.id)),
        SheetColumn(words.NAME, 50, lambda body: say.name(body.organisation)),
        *([names] if say.lang != BOTH else []),
        SheetColumn(labels.KIND, 20, attrgetter("organisation.kind")),
        SheetColumn(labels.OPEN, 9, attrgetter("owed")),
        SheetColumn(labels.OVERDUE, 9, attrgetter("overdue")),
        SheetColumn(labels.LAST_HEARD, 12, lambda body: body.last_heard or labels.NEVER),
    ]


def _other(
    column: SheetColumn[Item], rows: Iterable[Item], say: Phrases
) -> list[SheetColumn[Item]]:
    """Return a column of a text in the other language, none where nothing is or both stand."""
    return [column] if say.lang != BOTH and any(map(column.value, rows)) else []


def _text(say: Phrases, english: str | None, japanese: str | None) -> Value:
    """Return a text of the ledger, None where it is in neither language."""
    return say.text(english, japanese) or None


def _side(body: Body, say: Phrases) -> Value:
    return say.side(body.organisation.side) if body.organisation.side else None


def _wording(row: Standing, say: Phrases) -> Value:
    return say.strength(row.commitment.strength) if row.commitment.strength else None


def _stated(row: Standing, say: Phrases) -> Value:
    return _text(say, row.commitment.deadline_text, row.commitment.deadline_text_ja)


def _owners(entry: Entry, say: Phrases) -> Value:
    return say.joined([say.short(owner) for owner in entry.owners or ()]) or None


def _last_day(row: Standing) -> Value:
    return row.journal[-1].date if row.journal else None


def _last_note(row: Standing, say: Phrases) -> Value:
    notes = (say.text(entry.note, entry.note_ja) for entry in reversed(row.journal))
    return next(filter(None, notes), None)


def _last_evidence(row: Standing) -> Address | None:
    cited = [evidence for entry in row.journal for evidence in entry.evidence]
    return _address(cited[-1]) if cited else None


def _address(evidence: str) -> Address:
    title, address = titled(evidence)
    return Address(address, title)


def _deadline(row: Standing, say: Phrases) -> Value:
    """Return the deadline, else what the statement says of one."""
    return say.deadline(row) if row.deadline is None else _period(row.deadline, say)


def _moved_to(entry: Entry, say: Phrases) -> Value:
    """Return the deadline that an entry sets; a meeting by its id."""
    if entry.deadline is None:
        return None
    return _period(entry.deadline.period, say) or entry.deadline.meeting


def _period(value: Period | None, say: Phrases) -> Value:
    """Return a period as people write it; one of a single day is that day, to sort and count by."""
    if value is None:
        return None
    return value.first if value.first == value.last else say.sheets.period(value)
