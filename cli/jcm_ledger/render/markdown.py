"""The status report in Markdown, as GitHub and Pandoc read it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import starmap

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render import words
from jcm_ledger.render.safe import is_web_address
from jcm_ledger.render.safe import markdown as escaped
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing

_KEPT = 4096  # answers: the same owners, days and statuses come again and again


def report(content: Report) -> str:
    """Return the report as one Markdown document."""
    parts = (_figures, _attention, _differing, _themes, _sides, _bodies, _progress, _annex)
    blocks = list(_heading(content))
    if content.nothing:
        blocks.append(escaped(words.nothing(content)))
    else:
        blocks += [block for part in parts for block in part(content)]
    return "\n\n".join(blocks) + "\n"


def _heading(content: Report) -> Iterator[str]:
    committee = content.committee
    yield f"# {escaped(words.report_title(content))}"
    yield escaped(" ".join(filter(None, (committee.name, committee.name_ja))))
    for meeting in content.meetings:
        line = escaped(words.meeting(meeting, content.as_of))
        yield line + (f" (statement: {_link(meeting.url)})" if meeting.url else "")
    yield escaped(f"Ledger: {content.ledger}. {words.hidden(content.hidden)}".strip())


def _figures(content: Report) -> Iterator[str]:
    yield "## Figures"
    yield _table(("", "Commitments"), [(n, f"{c:,}") for n, c in words.figures(content.figures)])


def _attention(content: Report) -> Iterator[str]:
    yield "## What needs attention"
    if not content.attention:
        yield "Nothing needs attention."
        return
    yield _table(
        ("Commitment", "Why", "Deadline", "Owners"),
        [
            (
                each.row.commitment.title,
                words.reasons(each),
                words.deadline(each.row),
                words.owners(each.row.commitment),
            )
            for each in content.attention
        ],
    )


def _differing(content: Report) -> Iterator[str]:
    if content.differing:
        yield "## Where the sides differ"
        yield _table(
            ("Commitment", *content.committee.sides),
            [
                (
                    row.commitment.title,
                    *("; ".join(words.reported(entry)) for entry in row.reports.values()),
                )
                for row in content.differing
            ],
        )


def _themes(content: Report) -> Iterator[str]:
    yield "## By theme"
    for theme in content.themes:
        yield f"### {escaped(words.theme(theme.name))}"
        yield _table(
            ("Commitment", "Owners", "Deadline", "Timing", "Status"),
            [_standing(row) for row in theme.rows],
        )


def _standing(row: Standing) -> tuple[str, ...]:
    return (
        row.commitment.title,
        words.owners(row.commitment),
        words.deadline(row),
        words.timing(row),
        words.status_of(row),
    )


def _sides(content: Report) -> Iterator[str]:
    yield "## By side"
    yield _table(
        ("", *content.committee.sides),
        [(name, *(f"{each:,}" for each in counts)) for name, counts in words.sides(content.sides)],
    )


def _bodies(content: Report) -> Iterator[str]:
    yield "## By body"
    yield _table(
        ("Side", "Body", "Owed", "Overdue", "Last heard from"),
        [
            (
                body.organisation.side,
                f"{body.organisation.id}: {body.organisation.name}",
                f"{body.owed:,}",
                f"{body.overdue:,}",
                words.last_heard(body),
            )
            for body in content.bodies
        ],
    )


def _progress(content: Report) -> Iterator[str]:
    yield f"## {escaped(words.window(content.window))}"
    if not content.progress:
        yield "Nothing was put on file in these days."
        return
    titles = {row.commitment.id: row.commitment.title for row in content.annex}
    yield "\n".join(f"- {_entry(entry, titles[entry.commitment])}" for entry in content.progress)


def _entry(entry: Entry, title: str) -> str:
    said = words.said(entry)
    by = f"{words.reporter(entry.by)}{f': {said}' if said else ''}"
    parts = [escaped(f"{_day(entry.date)}, {title} ({entry.commitment}), {by}.")]
    parts += [escaped(words.sentence(entry.note))] if entry.note else []
    parts += [f"Evidence: {_links(entry.evidence)}"] if entry.evidence else []
    return " ".join(parts)


def _annex(content: Report) -> Iterator[str]:
    yield "## Annex: every commitment"
    for row in content.annex:
        yield f"### {escaped(row.commitment.title)}"
        if row.commitment.summary:
            yield escaped(row.commitment.summary)
        lines = [f"- Id: {escaped(row.commitment.id)}", *starmap(_item, words.annex(row))]
        lines += [
            f"- Evidence, {_day(entry.date)}, {_again(words.reporter(entry.by))}: "
            f"{_links(entry.evidence)}"
            for entry in row.journal
            if entry.evidence
        ]
        yield "\n".join(lines)


@lru_cache(_KEPT)
def _again(text: str) -> str:
    """Return text that other commitments have too, escaped."""
    return escaped(text)


@lru_cache(_KEPT)
def _item(name: str, value: str) -> str:
    return f"- {escaped(name)}: {escaped(value)}"


@lru_cache(_KEPT)
def _day(day: date) -> str:
    return str(day)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(map(_again, header)), _row(["---"] * len(header))]
    lines += [_row(map(_again, cells)) for cells in rows]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _links(evidence: Iterable[str]) -> str:
    return ", ".join(_link(each) for each in evidence)


def _link(address: str) -> str:
    """Return a web address as a link, anything else as escaped text."""
    return f"<{address}>" if is_web_address(address) else escaped(address)
