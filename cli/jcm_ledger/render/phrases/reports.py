"""What a report says: its title, its figures, and what it is limited to."""

from collections.abc import Mapping
from datetime import date

from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases import NOTHING_ON_FILE, count, spell, status
from jcm_ledger.render.phrases.days import day
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.query import NOTHING_ON_FILE as NONE
from jcm_ledger.rules.query import Filter
from jcm_ledger.rules.report import Figures, Report, Window
from jcm_ledger.rules.standing import DUE_SOON_DAYS

DIFFER = "Where the sides differ"
DIFFER_OTHERWISE = "Where the sides differ otherwise"

CONFIRM = "One side reports these closed, another open."
"""What is to be confirmed."""


def title(report: Report) -> str:
    """Return the title of a status report: the one given, or the day; and what it is limited to."""
    title = report.title or f"Status report as of {day(report.as_of)}"
    return f"{title}: {narrowed(report)}" if report.filters else title


def narrowed(report: Report) -> str:
    """Return what filters limit a report to: "owner DSIT or METI, open (3 of 11 commitments)"."""
    filters = ", ".join(map(_filter, report.filters))
    of = count(report.total, "commitment")
    return f"{filters} ({len(report.annex):,} of {of})"


def _filter(asked: Filter) -> str:
    if not asked.option:
        return str(asked)
    name = spell(asked.option.removeprefix("--"))
    nothing = {NONE: NOTHING_ON_FILE}
    return " ".join((name, " or ".join(nothing.get(each, each) for each in asked.values))).strip()


def figures(counts: Figures) -> list[tuple[str, int]]:
    """Return the counts at the head of a report, each with its name."""
    return [("Commitments", counts.total), *by_status(counts.statuses), *pressing(counts)]


def by_status(statuses: Mapping[Status | None, int]) -> list[tuple[str, int]]:
    """Return how many commitments were reported to have each status, each with its name."""
    return [(status(each).capitalize(), number) for each, number in statuses.items()]


def pressing(counts: Figures) -> list[tuple[str, int]]:
    """Return the counts of what somebody should look at, each with its name."""
    return [
        ("Overdue", counts.overdue),
        (f"Due within {DUE_SOON_DAYS} days", counts.due_soon),
        ("Review due", counts.review_due),
        ("Completed without evidence", counts.completed_without_evidence),
        ("Completed on one side's word", counts.on_one_word),
        ("To confirm", counts.to_confirm),
        ("Sides that differ", counts.sides_differ),
    ]


def nothing(report: Report) -> str:
    """Return why a report has no commitments, "" if it has some."""
    return f"No commitments: {report.nothing}." if report.nothing else ""


def last_heard(body: Body) -> str:
    """Return when a body last reported."""
    return str(body.last_heard) if body.last_heard else "never"


def window(days: Window) -> str:
    """Return the heading of what happened in a window of days."""
    if days.meeting is not None:
        return f"Progress since {days.meeting.name} ({day(days.first)})"
    return "Progress" if days.first == date.min else f"Progress since {day(days.first)}"
