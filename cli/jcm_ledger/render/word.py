"""The status report as a Word document."""

from collections.abc import Iterable, Iterator, Sequence

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.period import Period
from jcm_ledger.render import words
from jcm_ledger.render.word_parts import Cell, Draft, Xml, paragraph, run
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Bar, spans

MOST_SPANS = 16
DATED, OPEN_ENDED, TODAY = "C9D6EA", "E4E4DE", "F3E3B3"
LEGEND = (
    "A shaded run leads from the day a commitment was made to the last day of its deadline; "
    "without a deadline it has no end. • progress on file, ◆ deadline, ◇ deadline before it was "
    "moved, → no end stated. The span of today is marked in the header."
)


def document(content: Report) -> bytes:
    """Return the report as a .docx file."""
    title = words.report_title(content)
    committee = content.committee
    draft = Draft(title, committee.name, content.as_of)
    draft.footer(f"{committee.acronym or committee.name} · {title}")
    draft.add(*_heading(draft, content))
    _figures(draft, content)
    _attention(draft, content)
    _themes(draft, content)
    _bodies(draft, content)
    draft.add(*_progress(draft, content))
    draft.landscape()
    _timeline(draft, content)
    _annex(draft, content)
    return draft.save()


def _heading(draft: Draft, content: Report) -> Iterator[Xml]:
    committee = content.committee
    yield paragraph("Title", words.report_title(content))
    yield paragraph("Subtitle", committee.name)
    if committee.name_ja:
        yield paragraph("Subtitle", committee.name_ja)
    for meeting in content.meetings:
        line: list[str] = [words.meeting(meeting, content.as_of)]
        if meeting.url:
            line += [" (", draft.link(meeting.url, "statement"), ")"]
        yield paragraph("Normal", *line)
    yield paragraph("Normal", f"Ledger: {content.ledger}. {words.hidden(content.hidden)}".strip())


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
                    words.status(row.status),
                )
                for row in theme.rows
            ),
            (5, 4, 3, 3, 2),
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


def _progress(draft: Draft, content: Report) -> Iterator[Xml]:
    yield paragraph("Heading1", words.window(content.window))
    if not content.progress:
        yield paragraph("Normal", "Nothing was put on file in these days.")
    titles = {row.commitment.id: row.commitment.title for row in content.annex}
    for entry in content.progress:
        said = words.said(entry)
        line: list[str] = [
            run(f"{entry.date}, {titles[entry.commitment]}", "Strong"),
            f", {words.reporter(entry.by)}{f': {said}' if said else ''}.",
        ]
        line += [f" {entry.note}"] if entry.note else []
        line += [" ", *_links(draft, entry)] if entry.evidence else []
        yield paragraph("ListBullet", *line)


def _timeline(draft: Draft, content: Report) -> None:
    line = content.timeline
    columns = spans(line, MOST_SPANS)
    draft.add(paragraph("Heading1", "Timeline"), paragraph("Normal", LEGEND))
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
    for span in columns:
        marks = "•" * any(entry.date in span for entry in bar.entries)
        marks += "◇" * (original is not None and original in span)
        marks += "◆" * (due is not None and due in span)
        marks += "→" * (due is None and span is columns[-1])
        within = span.last >= bar.made and (due is None or span.first <= due)
        fill = (OPEN_ENDED if due is None else DATED) if within else ""
        yield Cell([paragraph("TableMark", marks)], fill)


def _annex(draft: Draft, content: Report) -> None:
    draft.add(paragraph("Heading1", "Annex: every commitment"))
    draft.table(
        ("Commitment", "Source", "Owners", "Deadline", "Timing", "Status", "Evidence"),
        (_particulars(draft, row) for row in content.annex),
        (9, 4, 4, 4, 4, 5, 8),
    )


def _particulars(draft: Draft, row: Standing) -> tuple[str | Cell, ...]:
    commitment = row.commitment
    about = [
        paragraph("TableText", run(commitment.title, "Strong")),
        paragraph("TableText", run(commitment.id, "Quiet")),
    ]
    about += [paragraph("TableText", commitment.summary)] if commitment.summary else []
    source = filter(None, (commitment.meeting, words.paragraph(commitment), commitment.strength))
    stated = commitment.deadline_text
    deadline = [words.deadline(row)] + ([f"“{stated}”"] if stated and row.deadline else [])
    sides = (f"{side}: {words.status(reported)}" for side, reported in row.by_side.items())
    return (
        Cell(about),
        _lines(source),
        words.owners(commitment),
        _lines(deadline),
        words.timing(row),
        _lines((words.status(row.status).capitalize(), *sides)),
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
