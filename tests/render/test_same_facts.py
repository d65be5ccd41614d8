"""A report says the same facts in each language: only words differ."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import asdict

import hostile
from examples import SHIPPED
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.agenda import outline as agenda_outline
from jcm_ledger.render.outline.blocks import Dossiers, Drawing, Fact
from jcm_ledger.render.outline.decisions import Decisions
from jcm_ledger.render.outline.dossiers import _SOURCE
from jcm_ledger.render.outline.standings import Standings
from jcm_ledger.render.phrases import BOTH, ENGLISH, ERAS, JAPANESE, speak
from jcm_ledger.rules.agenda import agenda, usual_day
from jcm_ledger.rules.query import Query
from jcm_ledger.store import reading
from pages import report_of

LEDGERS = Path(__file__).parent.parent / "ledgers"
DAY = date(2026, 11, 23)

LEDGER_TEXTS: Mapping[str, Callable[[], bytes]] = {
    "shipped": SHIPPED.read_bytes,
    "forty": (LEDGERS / "forty.toml").read_bytes,
    "germany": (LEDGERS / "germany.toml").read_bytes,
    "inquiry": (LEDGERS / "inquiry.toml").read_bytes,
    "hostile": lambda: hostile.ledger(hostile.CORPUS, hostile.Hold.FIELDS).encode(),
}

FACTS = ("id", "ids", "key", "address", "layout", "elsewhere", "narrows")
"""Fields whose texts are facts: those of all others are words, which a language may tell apart."""


def facts(value: object, name: str = "") -> Iterator[object]:
    """Yield the facts of a piece of an outline in their order, and how much there is of each."""
    match value:
        case Standings():
            yield from (fact for row in value.rows for fact in (row.places, *facts(row.cells)))
            yield from ((choice.key, [v for v, _ in choice.values]) for choice in value.choices)
        case Drawing():
            yield from (row.commitment.id for row in value.rows)
        case Dossiers():
            yield from choices(value)
            yield from facts(value.dossiers)  # its other fields are names
        case Fact() if value.column == _SOURCE and not value.short:
            return  # the title or the summary in the other language
        case Struct() if not isinstance(value, Period):
            yield type(value).__name__
            for field, of in asdict(value).items():
                yield from facts(of, field)
        case str():
            yield from [str(value)] if name in FACTS else []
        case tuple() | list():
            words = all(isinstance(each, str) for each in value) and name not in FACTS
            yield from [] if words or name == "facts" else [len(value)]
            for each in value:
                yield from facts(each, name)
        case _:
            yield value


def choices(block: Dossiers) -> list[object]:
    """Return the number of the first dossier that is to be decided on, and of the choices."""
    return [block.first, len(block.choices)] if isinstance(block, Decisions) else []


def facts_of(ledger: Ledger, lang: str) -> list[object]:
    """Return the facts of every section of a report in a language."""
    said = outline(report_of(ledger, DAY), speak(lang, ledger.bodies))
    return [fact for section in said.sections for fact in facts(section)]


def facts_of_agenda(ledger: Ledger, lang: str) -> list[object]:
    """Return the facts of every section of the agenda of each meeting in a language."""
    say = speak(lang, ledger.bodies)
    found = [
        agenda(ledger, each, usual_day(each, DAY), Query(), name="l.toml")
        for each in ledger.meetings.values()
    ]
    said = [section for each in found for section in agenda_outline(each, say).sections]
    return [fact for section in said for fact in facts(section)]


@pytest.mark.parametrize("lang", [JAPANESE, ERAS, BOTH])
@pytest.mark.parametrize("name", LEDGER_TEXTS)
def test_every_language_has_the_same_facts_in_the_same_order(name: str, lang: str) -> None:
    """Numbers, days, periods, statuses, bodies, links: cell by cell, as the English report."""
    ledger = reading.parse(LEDGER_TEXTS[name](), "commitments.toml")
    assert facts_of(ledger, lang) == facts_of(ledger, ENGLISH)


@pytest.mark.parametrize("lang", [JAPANESE, ERAS, BOTH])
@pytest.mark.parametrize("name", LEDGER_TEXTS)
def test_every_agenda_has_the_same_facts_too(name: str, lang: str) -> None:
    """What is for decision, how deadlines moved, what was closed, who was not heard from."""
    ledger = reading.parse(LEDGER_TEXTS[name](), "commitments.toml")
    assert facts_of_agenda(ledger, lang) == facts_of_agenda(ledger, ENGLISH)


def test_a_planted_difference_is_found() -> None:
    """A cell with another number, or a row less, is seen."""
    ledger = reading.parse(SHIPPED.read_bytes(), "commitments.toml")
    whole = facts_of(ledger, ENGLISH)
    less = outline(report_of(ledger, date(2025, 11, 23)), speak(JAPANESE, ledger.bodies))
    assert [fact for section in less.sections for fact in facts(section)] != whole
