"""A report as a folder of pages: a page a commitment and one a body beside the report itself."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.text import is_japanese
from jcm_ledger.render import phrases
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
from jcm_ledger.render.outline.rows import STANDING, standing
from jcm_ledger.render.phrases import folders
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


def folder(whole: Outline, report: Report) -> Folder:
    """Return the folder of a report, of which `whole` is the outline."""
    return Folder(
        report=whole,
        commitments=tuple(_commitments(whole, report)),
        bodies=tuple(_body(whole, body) for body in report.bodies),
    )


def _commitments(whole: Outline, report: Report) -> Iterator[Leaf]:
    every = dossiers(report)
    for dossier in every.dossiers:
        yield Leaf(id=dossier.about.id, outline=_dossier(whole, every, dossier))


def _dossier(whole: Outline, every: Dossiers, dossier: Dossier) -> Outline:
    section = Section(
        key="dossier",
        title=folders.DOSSIER,
        blocks=(replace(every, dossiers=(dossier,)),),
    )
    return _about(whole, dossier.about.text, section)


def _body(whole: Outline, body: Body) -> Leaf:
    about = body.organisation
    names = [name for name in (about.name_ja,) if name and is_japanese(name)]
    told = Prose(folders.body(phrases.side(about), body.last_heard))
    own = (("owner", about.id),)
    overdue = (*own, ("timing", Timing.OVERDUE))
    figures = FigureList(
        total=Figure("Commitments", len(body.owned), narrows=own),
        statuses=(),
        pressing=(Figure("Open", body.owed), Figure("Overdue", body.overdue, narrows=overdue)),
        reported="",
    )
    owned = Table(columns=STANDING, rows=tuple(map(standing, sort(body.owned, Sort.DEADLINE))))
    blocks: tuple[Block, ...] = (*map(Prose, names), told, figures)
    title = about.name if about.name == about.id else f"{about.name} ({about.id})"
    return Leaf(
        id=about.id,
        outline=_about(
            whole,
            title,
            Section(key="body", title=folders.BODY, blocks=blocks),
            Section(key="owned", title=folders.OWNED, blocks=(owned,)),
        ),
    )


def _about(whole: Outline, title: str, *sections: Section) -> Outline:
    """Return a page of one thing, with the head and the foot of the whole report."""
    day = (folders.as_of(whole.as_of),)
    return replace(whole, title=title, notes=day, meetings=(), sections=sections)
