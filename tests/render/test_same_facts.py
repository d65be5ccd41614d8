"""A report says the same facts in each language: only words differ."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import asdict

import hostile
from examples import SHIPPED
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Drawing
from jcm_ledger.render.outline.cells import Number
from jcm_ledger.render.outline.standings import Standings
from jcm_ledger.render.phrases import BOTH, ENGLISH, ERAS, JAPANESE, speak
from jcm_ledger.store import reading
from pages import report_of

LEDGERS = Path(__file__).parent.parent / "ledgers"
DAY = date(2026, 11, 23)

LEDGER_TEXTS = {
    "shipped": lambda: SHIPPED.read_bytes(),
    "forty": lambda: (LEDGERS / "forty.toml").read_bytes(),
    "germany": lambda: (LEDGERS / "germany.toml").read_bytes(),
    "inquiry": lambda: (LEDGERS / "inquiry.toml").read_bytes(),
    "hostile": lambda: hostile.ledger(hostile.CORPUS, hostile.Hold.FIELDS).encode(),
}

WORDS_OF_OURS = ("text", "title", "name", "label", "lines", "short", "names", "titles", "values")
"""Fields that hold words: all the others hold facts."""


def facts(value: object, name: str = "") -> Iterator[object]:
    """Yield the facts of a piece of an outline in their order; of words, that there are some."""
    match value:
        case Standings() | Drawing():
            yield type(value).__name__
            yield from (
                row.commitment.id
                for row in getattr(value, "rows", ())
                if hasattr(row, "commitment")
            )
            if isinstance(value, Standings):
                for row in value.rows:
                    yield from facts(row.cells)
                    yield row.places
                yield from ((choice.key, [v for v, _ in choice.values]) for choice in value.choices)
        case Period() | date() | Enum() | bool() | int() | None:
            yield value
        case Number():
            yield value.number
        case Struct():
            yield type(value).__name__
            for field, of in asdict(value).items():
                yield from facts(of, field)
        case str() if name in ("id", "key", "address", "layout", "elsewhere", "ids"):
            yield value
        case str():
            yield bool(value)
        case tuple() | list():
            yield len(value)
            for each in value:
                yield from facts(each, name)


def facts_of(ledger: Ledger, lang: str) -> list[object]:
    """Return the facts of every section of a report in a language."""
    said = outline(report_of(ledger, DAY), speak(lang, ledger.bodies))
    return [fact for section in said.sections for fact in facts(section)]


@pytest.mark.parametrize("lang", [JAPANESE, ERAS, BOTH])
@pytest.mark.parametrize("name", LEDGER_TEXTS)
def test_every_language_has_the_same_facts_in_the_same_order(name: str, lang: str) -> None:
    """Numbers, days, periods, statuses, bodies, links: cell by cell, as the English report."""
    ledger = reading.parse(LEDGER_TEXTS[name](), "commitments.toml")
    assert facts_of(ledger, lang) == facts_of(ledger, ENGLISH)


def test_a_planted_difference_is_found() -> None:
    """A cell with another number, or a row less, is seen."""
    ledger = reading.parse(SHIPPED.read_bytes(), "commitments.toml")
    whole = facts_of(ledger, ENGLISH)
    less = outline(report_of(ledger, date(2025, 11, 23)), speak(JAPANESE, ledger.bodies))
    assert [fact for section in less.sections for fact in facts(section)] != whole
