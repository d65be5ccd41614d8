"""A report as a folder of pages: a page a commitment and one a body beside the report itself."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.render.outline.blocks import (
    Block,
    Dossier,
    Dossiers,
    Figure,
    FigureList,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.dossiers import dossiers
from jcm_ledger.render.outline.rows import columns, standing
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Timing


class Leaf(Struct, frozen=True, kw_only=True):
    """A page about one thing: its id, and what the page says."""

    id: str
    outline: Outline


class Folder(Struct, frozen=True, kw_only=True):
    """A report, with a page a commitment and a page a body that owns one."""

    report: Outline
    commitments: tuple[Leaf, ...]
    bodies: tuple[Leaf, ...]


def folder(whole: Outline, report: Report, say: Phrases) -> Folder:
    """Return the folder of a report, of which `whole` is the outline."""
    return Folder(
        report=whole,
        commitments=tuple(_commitments(whole, report, say)),
        bodies=tuple(_body(whole, body, say) for body in report.bodies),
    )


def _commitments(whole: Outline, report: Report, say: Phrases) -> Iterator[Leaf]:
    every = dossiers(report, say)
    for dossier in every.dossiers:
        yield Leaf(id=dossier.about.id, outline=_dossier(whole, every, dossier, say))


def _dossier(whole: Outline, every: Dossiers, dossier: Dossier, say: Phrases) -> Outline:
    section = Section(
        key="dossier",
        title=say.folders.DOSSIER,
        blocks=(replace(every, dossiers=(dossier,)),),
    )
    return _about(whole, say, dossier.about.text, section)


def _body(whole: Outline, body: Body, say: Phrases) -> Leaf:
    about = body.organisation
    names = say.folders.other_names(about)
    told = Prose(say.folders.body(say.side_of(about), body.last_heard))
    own = (("owner", about.id),)
    overdue = (*own, ("timing", Timing.OVERDUE))
    figures = FigureList(
        total=Figure(say.labels.COMMITMENTS, len(body.owned), narrows=own),
        statuses=(),
        pressing=(
            Figure(say.labels.OPEN, body.owed),
            Figure(say.labels.OVERDUE, body.overdue, narrows=overdue),
        ),
        reported="",
    )
    owned = Table(
        columns=columns(say),
        rows=tuple(standing(row, say) for row in sort(body.owned, Sort.DEADLINE)),
    )
    blocks: tuple[Block, ...] = (*map(Prose, names), told, figures)
    title = say.folders.title(about)
    return Leaf(
        id=about.id,
        outline=_about(
            whole,
            say,
            title,
            Section(key="body", title=say.folders.BODY, blocks=blocks),
            Section(key="owned", title=say.folders.OWNED, blocks=(owned,)),
        ),
    )


def _about(whole: Outline, say: Phrases, title: str, *sections: Section) -> Outline:
    """Return a page of one thing, with the head and the foot of the whole report."""
    day = (say.folders.as_of(whole.as_of),)
    return replace(whole, title=title, notes=day, meetings=(), sections=sections)
