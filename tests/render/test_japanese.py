"""What jcm says in Japanese: all that it says in English, and written as ministries write it."""

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

import pytest

from jcm_ledger.model.finding import Severity
from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.render.phrases import japanese
from jcm_ledger.render.phrases.english import English
from jcm_ledger.render.phrases.japanese import Japanese, vocabulary
from jcm_ledger.render.phrases.japanese.findings import SEVERITIES
from jcm_ledger.rules.groups import Agenda, Grouping
from jcm_ledger.rules.standing import Timing

MODULES = sorted(Path(japanese.__file__).parent.glob("*.py"))
IN_ENGLISH_ALONE = {"count"}
"""What needs an English noun, and which no page says by itself."""


def public(phrases: object) -> list[str]:
    """Return the names of what may be said."""
    return [name for name in dir(type(phrases)) if not name.startswith("_")]


def rooms(phrases: object) -> dict[str, object]:
    """Return the rooms of the phrases of a language by name, and under "" what all pages say."""
    said = {name: getattr(phrases, name) for name in public(phrases)}
    found = {name: each for name, each in said.items() if is_room(each)}
    return {"": phrases, **found}


def is_room(value: object) -> bool:
    """Return whether it is a room of phrases."""
    return type(value).__module__.startswith("jcm_ledger.render.phrases.")


ENGLISH, JAPANESE = rooms(English()), rooms(Japanese())


def shape(said: object) -> object:
    """Return what whoever says a phrase has to know of it.

    Of a method what it is given, of a legend what it explains, of another its type.
    """
    if callable(said):
        given = inspect.signature(said).parameters.values()
        return [(fact.name.lstrip("_"), fact.kind, fact.default) for fact in given]
    return (
        said.keys()
        if isinstance(said, dict)
        else type(said).__name__.replace("English", "Japanese")
    )


def test_every_room_is_there_in_both_languages() -> None:
    """A room that one language lacks could not be asked for."""
    assert len(ENGLISH) > 15
    assert list(ENGLISH) == list(JAPANESE)


@pytest.mark.parametrize("room", ENGLISH)
def test_every_phrase_is_there_and_given_the_same_facts(room: str) -> None:
    """Whatever says a phrase may say it in either language."""
    english, said = ENGLISH[room], JAPANESE[room]
    names = [name for name in public(english) if name not in IN_ENGLISH_ALONE]
    assert {name for name in names if not hasattr(said, name)} == set()
    assert {name: shape(getattr(said, name)) for name in names} == {
        name: shape(getattr(english, name)) for name in names
    }


def test_colours_are_explained_one_by_one() -> None:
    """A legend has as many words as the chart has colours."""
    assert len(Japanese().timelines.SHADES) == len(English().timelines.SHADES)


@pytest.mark.parametrize(
    ("words", "vocabulary_"),
    [
        (vocabulary.STATUSES, Status),
        (vocabulary.TIMINGS, Timing),
        (vocabulary.STRENGTHS, Strength),
        (vocabulary.WORDINGS, Strength),
        (vocabulary.KINDS, Kind),
        (vocabulary.AGENDA, Agenda),
        (vocabulary.GROUPINGS, Grouping),
        (SEVERITIES, Severity),
    ],
)
def test_a_closed_vocabulary_is_complete(words: dict[Enum, str], vocabulary_: type[Enum]) -> None:
    """No word of a ledger has nothing that is said for it, and none is said for two of a kind."""
    assert set(words) == set(vocabulary_)
    assert all(words.values())
    assert len(set(words.values())) == len(words)


def test_a_word_of_the_data_is_said_whichever_it_is() -> None:
    """A word that is not of the data is left as it is."""
    assert Japanese().spell("due-soon") == "期限間近"
    assert Japanese().spell("completed") == "完了"
    assert Japanese().spell("one-off") == "単発"
    assert Japanese().spell("nonsense") == "nonsense"


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the Japanese texts of a module that are said, each with its line; no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in docs:
            continue
        if isinstance(node.value, str) and re.search(JAPANESE_LETTER, node.value):
            yield node.lineno, node.value


JAPANESE_LETTER = "[\u3000-\u9fff\uff00-\uffef]"
FOREIGN = {
    "a wave dash of another system": "\u301c",
    "half-width marks and kana": "[\uff61-\uff9f]",
    "full-width letters and digits": "[Ａ-Ｚａ-ｚ０-９]",
    "dashes, which are not in cp932": "[—–]",
    "the comma and stop of another style": "[，．]",
    "half-width marks beside Japanese": f"{JAPANESE_LETTER}[,;:!?()]|[,;:!?()]{JAPANESE_LETTER}",
    "a blank beside Japanese": f"{JAPANESE_LETTER} | {JAPANESE_LETTER}",
    "small ke and ka, for か": "[ヶヵ]",
}
"""What ministries write in another way: ～ as Windows types it, （）、： and no blanks."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_text_has_no_mark_of_another_style(path: Path) -> None:
    """Neither has a piece of a text that is put together with others."""
    assert [
        (line, text, style)
        for line, text in texts(path)
        for style, found in FOREIGN.items()
        if re.search(found, text)
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_text_can_be_written_in_the_old_encoding_of_windows(path: Path) -> None:
    """Programs in Japan still read cp932. The dot of a chart is drawn by others, and named here."""
    assert all(text.replace("•", "").encode("cp932") for _line, text in texts(path))


def test_the_texts_are_found() -> None:
    """What the tests above are about is not nothing."""
    found: Sequence[str] = [text for path in MODULES for _line, text in texts(path)]
    assert len(found) > 300
    assert "平素より大変お世話になっております。" in found
