"""The status report as a Word document."""

from collections.abc import Iterable, Iterator, Sequence

from jcm_ledger.model.ledger import Entry, Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.render import words
from jcm_ledger.render.word_parts import Cell, Draft, Xml, paragraph, run
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Bar, End, spans

MOST_SPANS = 16
MOST_MEETINGS = 4
TODAY = "F3E3B3"
SHADES = {End.DATED: "C9D6EA", End.CONTINUING: "D9E6D2", End.UNDATED: "E8E8E8"}
GOES_ON = {End.DATED: "", End.CONTINUING: "→", End.UNDATED: "…"}
LEGEND = (
    "Shaded: from the day a commitment was made to its deadline, or to the day it was closed.",
    "◆ deadline, ◇ deadline before it was moved, • progress on file, ■ closed.",
    "→ continuing, without a deadline; … undated, no date was given.",
)


def document(content: Report) -> bytes:
    """Return the report as a .docx file."""
    title = words.report_title(content)
    committee = content.committee
    draft = Draft(title, committee.name, content.as_of)
    draft.footer(f"{committee.acronym or committee.name} · {title}")
    draft.add(*_heading(draft, content))
    if content.nothing:
        draft.add(paragraph("Normal", words.nothing(content)))
        return draft.save()
    for part in (_figures, _attention, _differing, _themes, _sides, _bodies, _progress):
        part(draft, content)
    draft.landscape()
    for part in (_timeline, _annex, _meetings):
        part(draft, content)
    return draft.save()


def _heading(draft: Draft, content: Report) -> Iterator[Xml]:
    committee = content.committee
    yield paragraph("Title", words.report_title(content))
    yield paragraph("Subtitle", committee.name)
    if committee.name_ja:
        yield paragraph("Subtitle", committee.name_ja)
    for meeting in _latest(content):
        yield _meeting(draft, content, meeting)
    if (more := len(content.meetings) - MOST_MEETINGS) > 0:
        earlier = words.count(more, "earlier meeting")
        yield paragraph("Normal", f"And {earlier}: the annex has them all.")
    yield paragraph("Normal", f"Ledger: {content.ledger}. {words.hidden(content.hidden)}".strip())


def _latest(content: Report) -> list[Meeting]:
    """Return the latest few meetings, in the ledger's order."""
    latest = sorted(content.meetings, key=lambda each: each.period(content.as_of))[-MOST_MEETINGS:]
    return [each for each in content.meetings if each in latest]


def _meeting(draft: Draft, content: Report, meeting: Meeting, name: str = "") -> Xml:
    line: list[str] = [name, words.meeting(meeting, content.as_of)]
    if meeting.url:
        line += [" (", draft.link(meeting.url, "statement"), ")"]
    return paragraph("Normal", *line)


def _figures(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", "Figures"))
    rows = [(name, _number(number)) for name, number in words.figures(content.figures)]
    draft.table(("", _right("Commitments")), rows, (3, 1), part=0.6)


def _attention(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", "What needs attention"))
    if not content.attention:
        draft.add(paragraph("Normal", "Nothing needs attention."))
        return
    draft.table(
        ("Commitment", "Why", "Deadline", "Owners"),
        (
            (
                each.row.commitment.title,
                words.reasons(each),
                words.deadline(each.row),
                words.owners(each.row.commitment),
            )
            for each in content.attention
        ),
        (4, 4, 3, 3),
    )


def _differing(draft: Draft, content: Report) -> None:
    if not content.differing:
        return
    sides = content.committee.sides
    draft.add(paragraph("Heading1", "Where the sides differ"))
    draft.table(
        ("Commitment", *sides),
        (
            (row.commitment.title, *(_lines(words.reported(each)) for each in row.reports.values()))
            for row in content.differing
        ),
        (1, *(1 for _ in sides)),
    )


def _themes(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", "By theme"))
    for theme in content.themes:
        draft.add(paragraph("Heading2", words.theme(theme.name)))
        draft.table(
            ("Commitment", "Owners", "Deadline", "Timing", "Status"),
            (
                (
                    row.commitment.title,
                    words.owners(row.commitment),
                    words.deadline(row),
                    words.timing(row),
                    words.status_of(row),
                )
                for row in theme.rows
            ),
            (5, 4, 3, 3, 2),
        )


def _sides(draft: Draft, content: Report) -> None:
    sides = content.committee.sides
    draft.add(paragraph("Heading1", "By side"))
    draft.table(
        ("", *map(_right, sides)),
        ((name, *map(_number, counts)) for name, counts in words.sides(content.sides)),
        (3, *(1 for _ in sides)),
        part=0.6,
    )


def _bodies(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", "By body"))
    draft.table(
        ("Side", "Body", _right("Owed"), _right("Overdue"), "Last heard from"),
        (
            (
                body.organisation.side,
                f"{body.organisation.id}: {body.organisation.name}",
                _number(body.owed),
                _number(body.overdue),
                words.last_heard(body),
            )
            for body in content.bodies
        ),
        (2, 9, 2, 2, 4),
    )


def _progress(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", words.window(content.window)))
    if not content.progress:
        draft.add(paragraph("Normal", "Nothing was put on file in these days."))
    titles = {row.commitment.id: row.commitment.title for row in content.annex}
    for entry in content.progress:
        said = words.said(entry)
        line: list[str] = [
            run(f"{entry.date}, {titles[entry.commitment]}", "Strong"),
            f", {words.reporter(entry.by)}{f': {said}' if said else ''}.",
        ]
        line += [f" {words.sentence(entry.note)}"] if entry.note else []
        line += [" ", *_links(draft, entry)] if entry.evidence else []
        draft.add(paragraph("ListBullet", *line))


def _timeline(draft: Draft, content: Report) -> None:
    line = content.timeline
    columns = spans(line, MOST_SPANS)
    draft.add(paragraph("Heading1", "Timeline"), *(paragraph("Normal", each) for each in LEGEND))
    draft.table(
        ("Commitment", *(_span(span, content) for span in columns), "Timing"),
        ((bar.row.commitment.title, *_stretch(bar, columns), _timing(bar)) for bar in line.bars),
        (5 * len(columns), *(16 for _ in columns), 4 * len(columns)),
    )


def _span(span: Period, content: Report) -> Cell:
    """Return the head of a column: the part of a year under the year, and whether it is today's."""
    year, _, part = str(span).partition("-")
    lines = [paragraph("TableMark", run(text, "Strong")) for text in (year, part) if text]
    if content.as_of not in span:
        return Cell(lines)
    return Cell([*lines, paragraph("TableMark", run("today", "Quiet"))], TODAY)


def _timing(bar: Bar) -> str:
    return f"{'continuing; ' if bar.continuing else ''}{words.timing(bar.row)}"


def _stretch(bar: Bar, columns: Sequence[Period]) -> Iterator[Cell]:
    """Yield a bar's cells: shaded from the day it was made to its end, with its marks."""
    due = bar.due.last if bar.due else None
    original = bar.original.last if bar.original and bar.original != bar.due else None
    closed = bar.row.closed_on
    end = min((day for day in (due, closed) if day), default=None)
    for span in columns:
        marks = "•" * any(entry.date in span for entry in bar.entries if entry.date != closed)
        marks += "◇" * (original is not None and original in span)
        marks += "◆" * (due is not None and due in span)
        marks += "■" * (closed is not None and closed in span)
        marks += GOES_ON[bar.end] * (end is None and span is columns[-1])
        within = span.last >= bar.made and (end is None or span.first <= end)
        yield Cell([paragraph("TableMark", marks)], SHADES[bar.end] if within else "")


def _annex(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", "Annex: every commitment"))
    draft.table(
        ("Commitment", "Source", "Owners", "Deadline", "Timing", "Status", "Evidence"),
        (_particulars(draft, row) for row in content.annex),
        (9, 4, 4, 4, 4, 5, 8),
    )


def _meetings(draft: Draft, content: Report) -> None:
    """Add the list of meetings where the head of the report has not all of them."""
    if len(content.meetings) > MOST_MEETINGS:
        draft.add(paragraph("Heading1", "Annex: every meeting"))
        for meeting in content.meetings:
            name = "" if meeting.name == meeting.id else f"{meeting.id}: "
            draft.add(_meeting(draft, content, meeting, name))


def _particulars(draft: Draft, row: Standing) -> tuple[str | Cell, ...]:
    commitment = row.commitment
    about = [
        paragraph("TableText", run(commitment.title, "Strong")),
        paragraph("TableText", run(commitment.id, "Quiet")),
    ]
    about += [paragraph("TableText", commitment.summary)] if commitment.summary else []
    source = [commitment.meeting, words.paragraph(commitment), commitment.strength or ""]
    source += [f"under {each}" for each in commitment.frameworks]
    stated = commitment.deadline_text
    deadline = [words.deadline(row)] + ([f"“{stated}”"] if stated and row.deadline else [])
    deadline += [f"review by {day}"] if (day := words.review(row)) else []
    sides = (f"{side}: {words.status(reported)}" for side, reported in row.by_party.items())
    return (
        Cell(about),
        _lines(filter(None, source)),
        words.owners(commitment),
        _lines(deadline),
        words.timing(row),
        _lines((words.status_of(row).capitalize(), *sides)),
        _evidence(draft, row.journal),
    )


def _evidence(draft: Draft, journal: Iterable[Entry]) -> Cell | str:
    cited = [entry for entry in journal if entry.evidence]
    if not cited:
        return "none on file"
    return Cell(
        [
            paragraph(
                "TableText",
                f"{entry.date}, {words.reporter(entry.by)}: ",
                *_links(draft, entry),
            )
            for entry in cited
        ]
    )


def _links(draft: Draft, entry: Entry) -> Iterator[str]:
    for number, each in enumerate(entry.evidence):
        if number:
            yield ", "
        yield draft.link(each)


def _lines(texts: Iterable[str]) -> Cell:
    return Cell([paragraph("TableText", text) for text in texts] or [paragraph("TableText")])


def _number(number: int) -> Cell:
    return Cell([paragraph("TableNumber", f"{number:,}")])


def _right(title: str) -> Cell:
    return Cell([paragraph("TableNumber", run(title, "Strong"))])
