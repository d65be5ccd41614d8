"""The report as an Excel workbook: commitments, progress, bodies, and what it is about."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from operator import attrgetter

from xlsxwriter import Workbook

from jcm_ledger.model.ledger import Entry, OwnColumn
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import titled
from jcm_ledger.render import phrases, safe
from jcm_ledger.render.phrases import papers, reports
from jcm_ledger.render.xlsx.sheet import Address, Formats, Item, Sheet, SheetColumn, Value
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing, Timing

_MOST_EVIDENCE = 5

_STATUS_COLOURS = {
    None: "amber",
    Status.NOT_STARTED: "amber",
    Status.IN_PROGRESS: "blue",
    Status.STALLED: "red",
    Status.COMPLETED: "green",
    Status.NOT_PURSUED: "grey",
    Status.SUPERSEDED: "grey",
}
_TIMING_COLOURS = {
    Timing.OVERDUE: "red",
    Timing.DUE_SOON: "amber",
    Timing.REVIEW_DUE: "amber",
    Timing.NOT_DUE: "blue",
    Timing.UNDATED: "grey",
    Timing.MET_LATE: "green",
    Timing.MET: "green",
    Timing.CLOSED: "grey",
}
_STATUS_WORDS = {phrases.status(each): colour for each, colour in _STATUS_COLOURS.items()}
_STATUS_WORDS[phrases.NO_STATUS] = _STATUS_COLOURS[None]
_TIMING_WORDS = {phrases.spell(each): colour for each, colour in _TIMING_COLOURS.items()}


def workbook(content: Report) -> bytes:
    """Return the report as a workbook, the same bytes for the same report."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    title = reports.title(content)
    with Workbook(file, options) as book:
        book.set_properties(_properties(content, title))
        formats = Formats(book)
        source = phrases.footer(content.ledger, content.as_of)

        def sheet(name: str) -> Sheet:
            marking = content.circulation.marking or ""
            return Sheet(book.add_worksheet(name), formats, (title, source), marking)

        sheet("Commitments").fill(_commitment_columns(content), content.annex)
        sheet("Progress").fill(_progress_columns(content), content.progress)
        sheet("Bodies").fill(_body_columns(), content.bodies)
        sheet("About").tell(title, _about(content))
    return file.getvalue()


def _properties(content: Report, title: str) -> dict[str, object]:
    """Return what Excel shows of a file: whose paper it is, and nothing of the machine."""
    paper = content.circulation
    said = {
        "title": title,
        "author": paper.prepared_by,
        "category": paper.marking,
        "comments": "; ".join(papers.lines(paper)),
    }
    properties = {name: safe.excel_cell(safe.one_line(text or "")) for name, text in said.items()}
    return {**properties, "created": datetime.combine(content.as_of, time(), UTC)}


def _commitment_columns(content: Report) -> list[SheetColumn[Standing]]:
    def side(name: str) -> SheetColumn[Standing]:
        def value(row: Standing) -> Value:
            return phrases.status(row.by_party[name]) if name in row.by_party else None

        return SheetColumn(f"Status, {name}", 15, value, _STATUS_WORDS)

    return [
        SheetColumn("Commitment", 34, lambda row: row.commitment.title),
        SheetColumn("Owners", 18, phrases.owners),
        SheetColumn("Deadline", 20, phrases.deadline),
        SheetColumn("Last day", 11, lambda row: row.deadline.last if row.deadline else None),
        SheetColumn("Timing", 12, lambda row: phrases.spell(row.timing), _TIMING_WORDS),
        SheetColumn("Days left", 9, lambda row: row.days_left),
        SheetColumn("Status", 15, phrases.status_of, _STATUS_WORDS),
        *map(side, content.committee.sides),
        SheetColumn("To confirm", 10, lambda row: "yes" if row.to_confirm else "no"),
        SheetColumn("Last entry", 11, lambda row: row.journal[-1].date if row.journal else None),
        SheetColumn("Last note", 40, _last_note),
        SheetColumn("Last evidence", 40, _last_evidence, printed=False),
        SheetColumn("Original deadline", 12, lambda row: _text(row.original), printed=False),
        SheetColumn(
            "Slip in days", 9, lambda row: row.slip_days if row.deadline else None, printed=False
        ),
        SheetColumn("Review by", 11, lambda row: row.review_date, printed=False),
        SheetColumn(
            "Deadline as stated", 40, lambda row: row.commitment.deadline_text, printed=False
        ),
        SheetColumn("Summary", 140, lambda row: row.commitment.summary, printed=False),
        SheetColumn(
            "Theme",
            18,
            lambda row: phrases.theme(row.commitment.theme or "", content.titles),
            printed=False,
        ),
        SheetColumn("Wording", 12, lambda row: row.commitment.strength, printed=False),
        SheetColumn("Kind", 12, lambda row: phrases.spell(row.commitment.kind), printed=False),
        SheetColumn("Meeting", 10, lambda row: row.commitment.meeting, printed=False),
        SheetColumn("Paragraph", 10, lambda row: row.commitment.paragraph, printed=False),
        SheetColumn("Under", 90, lambda row: "; ".join(row.commitment.frameworks), printed=False),
        SheetColumn("Id", 28, lambda row: row.commitment.id, printed=False),
        SheetColumn("Part of", 28, lambda row: row.commitment.part_of, printed=False),
        SheetColumn("Superseded by", 28, lambda row: row.superseded_by, printed=False),
        SheetColumn("Done", 12, lambda row: _text(row.done), printed=False),
        *map(_own_column, content.columns.values()),
        *_japanese("Title in Japanese", 34, content.annex, attrgetter("commitment.title_ja")),
        *_japanese("Summary in Japanese", 60, content.annex, attrgetter("commitment.summary_ja")),
    ]


def _own_column(declared: OwnColumn) -> SheetColumn[Standing]:
    """Return the column of a key that the ledger declares."""
    return SheetColumn(
        declared.title or declared.id,
        18,
        lambda row: row.commitment.fields.get(declared.id),
        printed=False,
    )


def _last_note(row: Standing) -> str | None:
    return next((entry.note for entry in reversed(row.journal) if entry.note), None)


def _last_evidence(row: Standing) -> Address | None:
    cited = [evidence for entry in row.journal for evidence in entry.evidence]
    return _address(cited[-1]) if cited else None


def _address(evidence: str) -> Address:
    title, address = titled(evidence)
    return Address(address, title)


def _progress_columns(content: Report) -> list[SheetColumn[Entry]]:
    titles = {row.commitment.id: row.commitment.title for row in content.annex}
    most = max((len(entry.evidence) for entry in content.progress), default=0)
    return [
        SheetColumn("Date", 11, lambda entry: entry.date),
        SheetColumn("Commitment", 34, lambda entry: titles[entry.commitment]),
        SheetColumn("Reported by", 13, phrases.reporter),
        SheetColumn(
            "Status",
            15,
            lambda entry: phrases.status(entry.status) if entry.status else None,
            _STATUS_WORDS,
        ),
        SheetColumn("Happened", 12, lambda entry: _text(entry.happened)),
        SheetColumn("Deadline moved to", 12, lambda entry: _text(entry.deadline)),
        SheetColumn("Handed over to", 18, lambda entry: ", ".join(entry.owners or ()) or None),
        SheetColumn("Note", 50, lambda entry: entry.note),
        *_japanese("Note in Japanese", 50, content.progress, attrgetter("note_ja")),
        *(_evidence_column(nth) for nth in range(min(max(most, 1), _MOST_EVIDENCE))),
        SheetColumn("Id", 28, lambda entry: entry.commitment, printed=False),
        SheetColumn("Commission", 26, lambda entry: entry.commission, printed=False),
    ]


def _japanese(
    heading: str, width: int, rows: Iterable[Item], value: Callable[[Item], str | None]
) -> list[SheetColumn[Item]]:
    """Return a column for what is there in Japanese, none where nothing is."""
    return [SheetColumn(heading, width, value, printed=False)] if any(map(value, rows)) else []


def _evidence_column(nth: int) -> SheetColumn[Entry]:
    """Return the column of an entry's nth piece of evidence; the last one holds all the rest."""

    def value(entry: Entry) -> Value:
        left = entry.evidence[nth:]
        if nth == _MOST_EVIDENCE - 1 and len(left) > 1:
            return "\n".join(_address(each).words for each in left)
        return _address(left[0]) if left else None

    return SheetColumn(f"Evidence {nth + 1}" if nth else "Evidence", 65, value, printed=not nth)


def _body_columns() -> list[SheetColumn[Body]]:
    return [
        SheetColumn("Side", 10, lambda body: body.organisation.side),
        SheetColumn("Body", 14, lambda body: body.organisation.id),
        SheetColumn("Name", 50, lambda body: body.organisation.name),
        SheetColumn("Name in Japanese", 36, lambda body: body.organisation.name_ja),
        SheetColumn("Kind", 20, lambda body: body.organisation.kind),
        SheetColumn("Open", 9, lambda body: body.owed),
        SheetColumn("Overdue", 9, lambda body: body.overdue),
        SheetColumn("Last heard from", 12, lambda body: body.last_heard or "never"),
    ]


def _about(content: Report) -> Iterator[tuple[str, Value]]:
    """Yield what the workbook is about, name by name, and the figures."""
    committee = content.committee
    yield "Committee", "\n".join(filter(None, (committee.name, committee.name_ja)))
    if content.circulation.marking:
        yield papers.MARKING, content.circulation.marking
    yield from papers.particulars(content.circulation)
    for meeting in content.meetings:
        yield "Meeting", phrases.meeting(meeting, content.as_of)
        if meeting.url:
            yield "Statement", Address(meeting.url)
    yield "Ledger", content.ledger
    yield "As of", content.as_of
    everything = f"all {phrases.count(content.total, 'commitment')}"
    yield "Shown", reports.narrowed(content) if content.filters else everything
    if left_out := phrases.hidden(content.hidden):
        yield "Not shown", left_out
    if content.window.first > date.min:
        yield "Progress", reports.window(content.window)
    yield "Status", "What somebody reported; the latest report counts."
    yield "Timing", "What the calendar says on the day above; a period ends with its last day."
    yield from reports.figures(content.figures)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
