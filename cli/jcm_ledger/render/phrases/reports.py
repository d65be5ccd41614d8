"""What a report says: its title, its figures, and why something needs attention."""

from collections.abc import Mapping
from datetime import date

from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases import NOTHING_ON_FILE, count, spell, status, status_of, timing
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.query import NOTHING_ON_FILE as NONE
from jcm_ledger.rules.query import Filter
from jcm_ledger.rules.report import Attention, Figures, Reason, Report, Window
from jcm_ledger.rules.standing import DUE_SOON_DAYS, Standing

DIFFER = "Where the sides differ"
DIFFER_OTHERWISE = "Where the sides differ otherwise"

CONFIRM = "One side reports these closed, another open."
"""What is to be confirmed."""

REASONS = {
    Reason.OVERDUE: "overdue",
    Reason.DUE_SOON: "due soon",
    Reason.STALLED: "stalled",
    Reason.TO_CONFIRM: "to confirm",
    Reason.SIDES_DIFFER: "the sides differ",
    Reason.NO_EVIDENCE: "completed without evidence",
    Reason.REVIEW_DUE: "review due",
    Reason.NOTHING_ON_FILE: NOTHING_ON_FILE,
}


def title(report: Report) -> str:
    """Return the title of a status report: the one given, or the day; and what it is limited to."""
    title = report.title or f"Status report as of {report.as_of}"
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


def reasons(attention: Attention) -> str:
    """Return why a commitment needs attention: "overdue by 876 days; stalled"."""
    return "; ".join([_reason(reason, attention.row) for reason in attention.reasons])


def _reason(reason: Reason, row: Standing) -> str:
    if reason in (Reason.OVERDUE, Reason.DUE_SOON, Reason.REVIEW_DUE):
        return timing(row)
    return status_of(row) if reason is Reason.NOTHING_ON_FILE else REASONS[reason]


def last_heard(body: Body) -> str:
    """Return when a body last reported."""
    return str(body.last_heard) if body.last_heard else "never"


def window(days: Window) -> str:
    """Return the heading of what happened in a window of days."""
    if days.meeting is not None:
        return f"Progress since {days.meeting.name} ({days.first})"
    return "Progress" if days.first == date.min else f"Progress since {days.first}"
