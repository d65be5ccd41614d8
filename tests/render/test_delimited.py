"""CSV for people of either language, read back by the standard library."""

import csv
from io import StringIO

from msgspec.structs import replace

import japanese
from examples import make_commitment, make_ledger, make_report
from jcm_ledger.model.ledger import OwnColumn
from jcm_ledger.render import delimited
from jcm_ledger.render.phrases import speak


def lines(lang: str) -> list[list[str]]:
    """Return the records of the export of the Japanese ledger in a language."""
    document = delimited.export(japanese.report(), speak(lang, japanese.ledger().organisations))
    assert document.startswith("\ufeff")
    return list(csv.reader(StringIO(document.removeprefix("\ufeff"), newline="")))


def test_in_english_the_heads_are_the_names_that_programs_read() -> None:
    """As jcm list writes them."""
    head, *_rows = lines("en")
    assert head == delimited.names(["UK", "Japan"], [])


def test_in_japanese_the_heads_are_words_and_the_values_stay_data() -> None:
    """A spreadsheet made from it has headings, and two exports of a ledger can be compared."""
    head, *rows = lines("ja")
    assert head[:6] == ["ID", "題名", "担当機関", "期限", "期限状況", "進捗状況"]
    assert {"進捗状況（英国）", "進捗状況（日本）"} <= set(head)
    assert not japanese.english_words(" ".join(head))
    assert len(set(head)) == len(head)
    assert rows == lines("en")[1:]


def test_in_both_a_head_is_one_line() -> None:
    """Programs that take a record for a line go on reading it so."""
    head, *_rows = lines("both")
    assert head[:3] == ["id", "title 題名", "owners 担当機関"]
    assert not any("\n" in name for name in head)


def test_a_key_that_the_ledger_declares_is_called_by_its_title() -> None:
    """In Japanese where it has one, else by its id."""
    priority = OwnColumn(id="priority", title="Priority", title_ja="優先度")
    declared = {"priority": priority, "lead": OwnColumn(id="lead")}
    ledger = make_ledger(make_commitment(fields={"priority": "high"}))
    ledger = replace(ledger, columns=declared)
    document = delimited.export(make_report(ledger, "2024-08-01"), speak("ja"))
    head, row = csv.reader(StringIO(document.removeprefix("\ufeff"), newline=""))
    assert row[head.index("優先度")] == "high"
    assert "lead" in head
