"""A report as one HTML file that needs nothing else: no network, no script to read it.

A template draws a type of block. Every value it prints goes through `visible` and is escaped, so
that no text of a ledger can be forgotten; cells come from `cells`, which does the same. What a
browser may do with the file is in its Content-Security-Policy: apply this style, run this script,
and nothing more.
"""

from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from jcm_ledger.model.status import Status
from jcm_ledger.render import templates
from jcm_ledger.render.html import cells, lines, words
from jcm_ledger.render.html.place import PagePlace, anchor, nowhere, row_anchor
from jcm_ledger.render.html.timeline import laid_out
from jcm_ledger.render.outline.attachments import Attachments
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Column,
    Comparison,
    Counts,
    Dossiers,
    Drawing,
    Entries,
    Figure,
    FigureList,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.decisions import Decisions
from jcm_ledger.render.outline.standings import Standings
from jcm_ledger.render.phrases import BOTH, ENGLISH, JAPANESE, Phrases, speak
from jcm_ledger.render.phrases.bilingual import each_language
from jcm_ledger.render.phrases.text_language import page_language
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import css_string
from jcm_ledger.rules.query import NOTHING_ON_FILE as NO_STATUS
from jcm_ledger.rules.standing import Timing

MOST_ROWS = 100
"""How many rows are shown of a table that stands in full elsewhere on the page."""

MOST_MEETINGS = 5
"""How many meetings the head shows before a list of all is opened."""

LONG = 500
"""In a table of more rows than this, a browser lays out only those that are in view."""

LANGUAGES = {ENGLISH: "English", JAPANESE: "日本語"}
"""The languages that a page in both can be read in, each by its own name."""

_TEMPLATES: dict[type[Block], str] = {
    Prose: "prose.html.j2",
    FigureList: "figures.html.j2",
    Table: "table.html.j2",
    Breakdown: "counts.html.j2",
    Comparison: "counts.html.j2",
    Entries: "entries.html.j2",
    Drawing: "timeline.html.j2",
    Standings: "standings.html.j2",
    Dossiers: "dossiers.html.j2",
    Decisions: "dossiers.html.j2",
    Attachments: "attachments.html.j2",
}
"""The template of each type of block; a block of another type is left out."""


def report(content: Outline) -> str:
    """Return a report as one HTML document."""
    return page(content, standing_alone(content))


def standing_alone(content: Outline) -> PagePlace:
    """Return the place of a page that leads nowhere but to its own parts."""
    every = [(section.key, block) for section in content.sections for block in section.blocks]
    told_of = {
        dossier.about.id
        for _key, block in every
        if isinstance(block, Dossiers)
        for dossier in block.dossiers
    }
    return PagePlace(
        say=speak(content.lang),
        commitment=(lambda name: f"#{anchor(name)}" if name in told_of else "")
        if told_of
        else nowhere,
        table=next((key for key, block in every if isinstance(block, Standings)), ""),
        unspelled=dict(content.acronyms),
    )


def page(content: Outline, place: PagePlace) -> str:
    """Return an outline as an HTML document that has this place among others."""
    say = place.say
    style = Markup(templates.own(__package__, "style.css") + _running(content.marking))  # noqa: S704 - our own file
    script = Markup(_script(say))  # noqa: S704 - likewise
    template = _environment().get_template("report.html.j2")
    return template.render(
        outline=content,
        place=place,
        say=say,
        page_language=page_language(say.lang),
        is_bilingual=say.lang == BOTH,
        sections=[section for section in content.sections if _is_drawn(section)],
        style=style,
        script=script,
        policy=templates.policy(style, script),
        particulars=say.clauses(say.papers.lines(content.circulation)),
    )


def _running(marking: str) -> str:
    """Return the style that puts a marking at the head and the foot of every printed page."""
    if not marking:
        return ""
    line = f"{{ content: {css_string(marking)}; font: bold 9pt sans-serif; color: #1c2430; }}"
    return f"@page {{ @top-center {line} @bottom-center {line} }}\n"


def _is_drawn(section: Section) -> bool:
    return any(type(block) in _TEMPLATES for block in section.blocks)


@cache
def _environment() -> Environment:
    environment = templates.environment(__package__, words.shown)
    environment.globals |= {
        "languages": LANGUAGES,
        "MOST_ROWS": MOST_ROWS,
        "MOST_MEETINGS": MOST_MEETINGS,
        "LONG": LONG,
        "base64": _base64,
        "anchor": anchor,
        "row_anchor": row_anchor,
        "narrowed": cells.narrowed,
        "labelled": words.labelled,
        "glyph": lines.glyph,
        "elsewhere": _elsewhere,
        "template": _template,
        "number": "{:,}".format,
        "heading_first": _heading_first,
        "is_overdue": _is_overdue,
        "occurring": _occurring,
        "shares": _shares,
        "laid_out": laid_out,
    }
    # Filters are faster than calls of a global.
    environment.filters |= {
        "cell": cells.drawn,
        "cells": cells.row,
        "facts": cells.facts,
        "flat": words.flat,
        "in_drawing": words.in_drawing,
        "lang": words.lang,
        "meeting": lines.meeting,
        "statements": lines.statements,
        "told": lines.told,
        "whose_and_when": lines.whose_and_when,
    }
    return environment


def _script(say: Phrases) -> str:
    """Return the script with its words in their places; it writes the numbers."""
    lang = page_language(say.lang)
    numbers = (f'${{{each}.toLocaleString("{lang}")}}' for each in ("shown", "rows.length"))
    script = templates.own(__package__, "script.js")
    script = script.replace("{{ shown }}", _literals(say.pages.shown(*numbers)))
    return script.replace("{{ print }}", _literals(say.pages.PRINT))


def _literals(ours: str) -> str:
    """Return words of ours as the script has them: the language and the words of each line."""
    return ", ".join(f'["{lang}", `{text}`]' for lang, text in each_language(ours))


def _elsewhere(key: str, say: Phrases) -> Markup:
    """Return where all the rows are of which the first stand here: a section by its key."""
    table = in_each(lambda named: f'<a href="#{key}">{named}</a>', say.pages.THE_TABLE)
    return words.laid(say.pages.all_in(table))


def _template(block: Block) -> str:
    """Return what draws a block, "" if nothing does."""
    return _TEMPLATES.get(type(block), "")


def _heading_first(columns: Iterable[Column]) -> list[Column]:
    """Return the columns of a table as a page shows them: what heads the rows is first."""
    return sorted(columns, key=lambda column: not column.heads)


def _base64(content: bytes) -> str:
    return b64encode(content).decode()


def _is_overdue(figure: Figure) -> bool:
    """Return whether a figure counts what is overdue."""
    return ("timing", Timing.OVERDUE) in (figure.narrows or ())


def _occurring(parts: Iterable[Counts]) -> set[Status | None]:
    """Return the statuses that any of the parts has."""
    return {figure.status for part in parts for figure in part.figures.statuses if figure.number}


def _shares(statuses: Collection[Figure]) -> Iterator[tuple[str, float, float]]:
    """Yield the statuses that occur, each with where its share of the whole begins and how wide."""
    total, before = sum(figure.number for figure in statuses), 0
    for figure in statuses:
        if figure.number:
            yield (
                figure.status or NO_STATUS,
                round(100 * before / total, 2),
                round(100 * figure.number / total, 2),
            )
        before += figure.number
