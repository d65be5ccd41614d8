"""Web pages of reports, for the tests that read them with a parser and those with a browser."""

from datetime import date

from examples import SHIPPED, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.status import Kind
from jcm_ledger.render import html
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import Report, Window, build
from jcm_ledger.store import reading

AS_OF = date(2026, 11, 23)
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "-->]]><svg/onload=alert(1)>",
    "\x1b]8;;http://x\x07\u202egpj\u200b\x00",
)


def page_of(ledger: Ledger, day: date = AS_OF, query: Query | None = None) -> str:
    """Return the page of a ledger's report, whose progress counts from 2000."""
    return html.report(outline_of(ledger, day, query))


def outline_of(
    ledger: Ledger,
    day: date = AS_OF,
    query: Query | None = None,
    title: str = "",
    *,
    brief: bool = False,
) -> Outline:
    """Return the outline of a ledger's report."""
    return outline(report_of(ledger, day, query, title), speak(ENGLISH), brief=brief)


def report_of(
    ledger: Ledger, day: date = AS_OF, query: Query | None = None, title: str = ""
) -> Report:
    """Return a ledger's report."""
    return build(
        ledger,
        select(ledger, day, query or Query()),
        name="l.toml",
        as_of=day,
        window=Window(first=date(2000, 1, 1), last=day),
        title=title,
    )


def shipped() -> Ledger:
    """Return the ledger that comes with jcm."""
    return reading.parse(SHIPPED.read_bytes(), "commitments.toml")


def every_kind() -> Ledger:
    """Return a ledger with every timing and every status, a moved deadline and a dispute."""
    statuses = (
        "not-started",
        "in-progress",
        "stalled",
        "completed",
        "not-pursued",
        "superseded",
    )
    return make_ledger(
        *(make_commitment(f"{each}-dated", deadline="2025-Q3") for each in statuses),
        *(make_commitment(each, theme="space") for each in statuses),
        make_commitment("moved", deadline="2025-Q3", theme="space"),
        make_commitment("disputed", deadline="2026-12", kind=Kind.CONTINUING),
        make_commitment("review", review_by=date(2025, 1, 1)),
        make_commitment("silent", deadline="2028", owners=("C",)),
        journal=[
            *(make_entry("2025-08-01", each, commitment=f"{each}-dated") for each in statuses),
            *(make_entry("2024-08-01", each, commitment=each) for each in statuses),
            make_entry("2025-01-10", commitment="moved", deadline="2027", note="More time."),
            make_entry("2025-01-10", "stalled", by="A", commitment="disputed"),
            make_entry("2025-01-11", "completed", by="B", commitment="disputed"),
            make_entry("2025-11-11", "completed", by="B", commitment="in-progress-dated"),
        ],
    )


def hostile_ledger(evil: str) -> Ledger:
    """Return a ledger with this text wherever a text can stand."""
    commitment = make_commitment(
        evil, title=evil, summary=evil, theme=evil, deadline_text=evil, frameworks=(evil,)
    )
    journal = [
        make_entry("2024-01-01", status, by=by, commitment=evil, note=evil, evidence=(evil,))
        for by, status in (("A", "stalled"), ("B", "in-progress"))
    ]
    return make_ledger(commitment, journal=journal)
