"""The Japanese of the shipped ledger: complete, and written as ministries write it."""

import re
from collections.abc import Iterator

import pytest
import tomli

from examples import SHIPPED
from jcm_ledger.model.text import is_japanese, steering
from jcm_ledger.store.merge import merge_by_table

DOCUMENT = tomli.loads(SHIPPED.read_text(encoding="utf-8"))
NEEDED = {
    "meeting": {"title": "title_ja", "place": "place_ja"},
    "organisation": {"name": "short_ja"},
    "theme": {"title": "title_ja"},
    "commitment": {"title": "title_ja", "summary": "summary_ja"},
    "progress": {"note": "note_ja"},
}
"""For each kind of table, the keys that have a counterpart in Japanese."""

HALF_WIDTH = "[\uff61-\uff9f]"
FOREIGN = "[，．､｡;:!?“”—–〜]|[,.](?![0-9])"
"""What is written 、 。 ： ？ 「」 or ～ in Japanese text; within a number , and . are right."""

SPACED = r"[\u3000-\u9fff\uff00-\uffef] | [\u3000-\u9fff\uff00-\uffef]"
"""A blank beside a Japanese letter: whoever sets the text leaves that room."""


def rows() -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the tables of the shipped ledger, each with its kind and its name."""
    for kind in NEEDED:
        tables = DOCUMENT[kind]
        named = tables.items() if isinstance(tables, dict) else enumerate(tables)
        for name, row in named:
            yield kind, str(name), row


TEXTS = {
    f"{kind} {name} {key}": value
    for kind, name, row in rows()
    for key, value in row.items()
    if key.endswith("_ja") and key != "url_ja" and isinstance(value, str)
} | {"committee name_ja": DOCUMENT["committee"]["name_ja"]}


def test_every_text_of_the_shipped_ledger_has_its_japanese() -> None:
    """Except how a deadline is stated: that is a quotation, and not ours to make."""
    for kind, name, row in rows():
        for english, japanese in NEEDED[kind].items():
            assert (english in row) <= (japanese in row), (kind, name, japanese)
        assert "deadline_text_ja" not in row


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_japanese_is_written_as_ministries_write_it(text: str) -> None:
    """No half-width katakana, 、 and 。, no blank between scripts, nothing that steers."""
    assert not re.findall(HALF_WIDTH, text)
    assert not re.findall(SPACED, text)
    assert not steering(text)
    assert is_japanese(text) or text.isascii()  # DSIT, JST: short names
    if is_japanese(text):
        assert not re.findall(FOREIGN, re.sub("[A-Za-z ]+", "", text))
        assert text == text.strip()
        assert text.encode("cp932")  # what Japanese Excel and old mail programs can show


@pytest.mark.parametrize(
    "text", [text for name, text in TEXTS.items() if name.endswith(("summary_ja", "note_ja"))]
)
def test_sentences_end_in_the_plain_form_and_titles_have_no_full_stop(text: str) -> None:
    """As 行う。: です・ます is for mails."""
    assert text.endswith("。")
    assert not re.findall("(です|ます|ました|ません)。", text)


@pytest.mark.parametrize(
    "text", [text for name, text in TEXTS.items() if name.endswith(("title_ja", "short_ja"))]
)
def test_titles_have_no_full_stop(text: str) -> None:
    """They are noun phrases."""
    assert "。" not in text


def test_the_shipped_translations_join_a_ledger_without_them() -> None:
    """Whoever has the ledger from before, with entries of their own, merges them in."""
    now = SHIPPED.read_text(encoding="utf-8")
    before = re.sub(r"(?m)^note_ja .*\n", "", now)
    own = '\n[[progress]]\ncommitment = "next-meeting"\ndate = 2026-11-20\nnote = "Own."\n'
    done = merge_by_table(before.encode(), (before + own).encode(), now.encode(), name="x")
    assert (done.conflicts, done.kept, done.problems) == ((), (), ())
    assert done.data.decode() == now + own
