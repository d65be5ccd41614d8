"""The section that says who owes what, and when each body was last heard from."""

from collections.abc import Iterable

from jcm_ledger.render.outline.blocks import Column, Section, Table
from jcm_ledger.render.outline.cells import BodyText, Cell, Day, Text, number
from jcm_ledger.render.outline.heading import names
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import first
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.report import Report


def bodies(report: Report, say: Phrases) -> Section | None:
    """Return who owes what, and when each body was last heard from."""
    blocks = (body_table(report.bodies, say),)
    return Section(key="bodies", title=say.labels.BY_BODY, blocks=blocks) if report.bodies else None


def body_table(rows: Iterable[Body], say: Phrases) -> Table:
    """Return a table of bodies with what each owes, and when it was last heard from."""
    return Table(
        columns=(
            Column(title=say.labels.SIDE, weight=3),
            Column(title=say.labels.BODY, weight=9, heads=True),
            Column(title=say.labels.OPEN, weight=2, number=True),
            Column(title=say.labels.OVERDUE, weight=2, number=True),
            Column(title=say.labels.LAST_HEARD, weight=4),
        ),
        rows=tuple(_body(body, say) for body in rows),
        layout="bodies",
    )


def _body(body: Body, say: Phrases) -> tuple[Cell, ...]:
    about = body.organisation
    heard = say.short_day(body.last_heard) if body.last_heard else say.labels.NEVER
    called = names(about.name, about.name_ja, say)
    short = first(say.short(about.id))
    others = tuple(name for name in called if name.text != about.id)
    return (
        Text(say.side_of(about)),
        BodyText(say.body(about), about.id, short, others, (("owner", about.id),)),
        number(body.owed),
        number(body.overdue),
        Day(heard, body.last_heard),
    )
