"""Statements as plain text: pasted, saved, and as people type lists."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.errors.statements import (
    CannotReadStatement,
    ForeignFormat,
    NoText,
    StatementTooLong,
)
from jcm_ledger.model.statement import Passage, PassageKind
from jcm_ledger.store.statements import parse, read

STATEMENTS = Path(__file__).parent.parent.parent / "statements"
LABELLED = sorted(STATEMENTS.glob("labelled/*.txt"))


def passages(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text in UTF-8."""
    return parse(text.encode(), "statement.txt").passages


def shape(text: str) -> list[tuple[str, int, int | None, str]]:
    """Return number, level, lead and the first word of each passage."""
    return [(p.number, p.level, p.lead, p.text.split()[0]) for p in passages(text)]


def test_the_twelfth_statement_is_read_as_its_facts_number_it() -> None:
    """Title and day stand in the head; the paragraphs after it are 1 to 13."""
    found = read(STATEMENTS / "jcm-12.txt", "jcm-12.txt")
    assert found.title.startswith("12th UK-Japan Joint Committee Meeting on Cooperation")
    assert (found.day, found.lang) == (date(2023, 12, 19), "en")
    assert [each.number for each in found.passages] == [str(n) for n in range(1, 14)]
    assert found.passages[5].text.startswith("DSIT and METI confirmed their intention")


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_a_labelled_statement_has_its_paragraphs_where_the_labels_say(path: Path) -> None:
    """Each labelled sentence stands in the passage with its number, and points are points."""
    labels = json.loads(path.with_suffix(".labels.json").read_text(encoding="utf-8"))
    found = read(path, path.name)
    by_number = {each.number: each for each in found.passages}
    for label in labels:
        passage = by_number[str(label["paragraph"])]
        assert label["sentence_start"] in passage.text
        assert (passage.kind is PassageKind.BULLET) == label.get("list_item", False)


def test_the_head_of_a_file_tells_the_day_the_sides_and_the_address() -> None:
    """Lines that begin with # and an address at the head are no passages."""
    found = parse(
        b"https://example.org/s\n# statement date: 2024-04-22; sides: UK;New Zealand\n# note\n\nA b.\n",
        "s.txt",
    )
    assert (found.day, found.sides) == (date(2024, 4, 22), ("UK", "New Zealand"))
    assert found.address == "https://example.org/s"
    assert [each.text for each in found.passages] == ["A b."]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "双方は、協力する。"),
        ("utf-8-sig", "双方は、協力する。"),
        ("utf-16", "双方は、協力する。"),
        ("cp932", "双方は、協力する。"),
    ],
)
def test_every_encoding_of_an_office_is_read(encoding: str, text: str) -> None:
    """UTF-16 with its mark, UTF-8 with or without one, and the encoding of Windows in Japan."""
    found = parse(text.encode(encoding), "s.txt")
    assert [each.text for each in found.passages] == [text]
    assert found.lang == "ja"


@pytest.mark.parametrize("data", [b"They will \x81 act.", b"They will\0 act.", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """No encoding is guessed, and no bytes are replaced."""
    with pytest.raises(ForeignFormat, match="no text in UTF-8"):
        parse(data, "s.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Office document"),
        (b"{\\rtf1 They will}", "a Rich Text document"),
        (b"MIME-Version: 1.0\n\nThey will", "a web archive or a mail"),
    ],
)
def test_other_formats_are_named(data: bytes, what: str) -> None:
    """Whoever has an old Word file is told to save it anew."""
    with pytest.raises(ForeignFormat, match=what) as refusal:
        parse(data, "s.doc")
    assert refusal.value.hint.startswith("save")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"# only a head\n"])
def test_a_file_without_text_is_told_so(data: bytes) -> None:
    """Nothing is not a statement without commitments."""
    with pytest.raises(NoText):
        parse(data, "s.txt")


def test_lines_without_blank_ones_are_paragraphs() -> None:
    """A page copied from a browser has one paragraph a line."""
    text = "The sides met in London in the spring and went through everything at length.\nThey agreed.\n"
    assert [each.text for each in passages(text)] == [line for line in text.splitlines() if line]


def test_broken_lines_are_joined() -> None:
    """A text that was broken into lines says the same as the paragraph it was."""
    text = "The two sides agreed to hold\na workshop on hydrogen in\nTokyo.\n\nThey will meet\nagain.\n"
    assert [each.text for each in passages(text)] == [
        "The two sides agreed to hold a workshop on hydrogen in Tokyo.",
        "They will meet again.",
    ]


def test_broken_lines_of_japanese_are_joined_without_a_blank() -> None:
    """Japanese has no blanks between words."""
    found = passages("双方は、量子技術の分野で\n協力を進める。\n\n次回は東京で開催する。\n")
    assert found[0].text == "双方は、量子技術の分野で協力を進める。"


@pytest.mark.parametrize("sign", ["-", "•", "*", "–", "・", "○", "●", "◦"])
def test_bullets_are_points_of_what_leads_them_in(sign: str) -> None:
    """The sign is no part of the point."""
    text = f"They agreed to:\n\n{sign} launch a call;\n{sign} meet again.\n\nAll went well.\n"
    assert shape(text) == [
        ("1", 0, None, "They"),
        ("2", 1, 0, "launch"),
        ("3", 1, 0, "meet"),
        ("4", 0, None, "All"),
    ]


@pytest.mark.parametrize(
    "marks",
    [
        ("(a)", "(b)"),
        ("a)", "b)"),
        ("1.", "2."),
        ("1)", "2)"),
        ("(i)", "(ii)"),
        ("①", "②"),
        ("\uff08\uff11\uff09", "\uff08\uff12\uff09"),
        ("ア", "イ"),
        ("\uff11", "\uff12"),
    ],
    ids=str,
)
def test_counted_points_are_points_of_what_leads_them_in(marks: tuple[str, str]) -> None:
    """Letters, numbers and kana count points, in either width."""
    first, second = marks
    text = f"They agreed to the following:\n\n{first}\u3000launch it;\n\n{second}\u3000meet.\n"
    assert shape(text) == [
        ("1", 0, None, "They"),
        ("2", 1, 0, "launch"),
        ("3", 1, 0, "meet."),
    ]


def test_points_within_points_lie_deeper() -> None:
    """By how far they are indented, or by another sign."""
    text = "They will:\n\n- launch a call:\n    - on hydrogen\n    - on space\n- meet again.\n"
    assert shape(text) == [
        ("1", 0, None, "They"),
        ("2", 1, 0, "launch"),
        ("3", 2, 1, "on"),
        ("4", 2, 1, "on"),
        ("5", 1, 0, "meet"),
    ]


def test_points_without_marks_follow_a_colon() -> None:
    """They begin small, end in a semicolon, or have no verb of their own; the next one has."""
    text = (
        "The countries have resolved to:\n\ndeepen joint work;\n\nopen a centre;\n\nand meet.\n\n"
        "DSIT will fund it.\n"
    )
    assert [each[1:3] for each in shape(text)] == [(0, None), (1, 0), (1, 0), (1, 0), (0, None)]


def test_a_japanese_lead_in_says_that_points_follow() -> None:
    """以下のとおり or 次のとおり leads in as a colon does."""
    text = "双方は、次のとおり一致した。\n\n・共同公募の開始\n\n・次回会合の開催\n\n双方は、謝意を表した。\n"
    assert [each[1:3] for each in shape(text)] == [(0, None), (1, 0), (1, 0), (0, None)]


def test_the_numbers_of_a_statement_are_kept() -> None:
    """A numbered paragraph has its number, a point within it both, as they are cited."""
    text = (
        "The sides met.\n\n1. They talked.\n\n2. They agreed to:\n\n(a) act;\n\n(b) meet.\n\n"
        "This was welcomed.\n\n3. They parted.\n"
    )
    numbers = [each.number for each in passages(text)]
    assert numbers == ["0", "1", "2", "2(a)", "2(b)", "2", "3"]


def test_japanese_numbers_are_kept_in_their_order() -> None:
    """What is counted in full width, and kana below it, is cited as 1(1)ア, in ASCII digits."""
    text = (
        "\uff11\u3000双方は、次のとおり一致した。\n\n\uff08\uff11\uff09共同研究を進める。\n\n"
        "ア\u3000公募を行う。\n\n\uff08\uff12\uff09交流を進める。\n\n\uff12\u3000次回は東京で開く。\n"
    )
    numbers = [each.number for each in passages(text)]
    assert numbers == ["1", "1(1)", "1(1)ア", "1(2)", "2"]


def test_headings_are_no_paragraphs() -> None:
    """A short line without a stop heads what follows, and does not count."""
    found = passages("They met.\n\nScience and technology\n\nThey agreed on a call.\n")
    assert [(each.kind, each.number) for each in found] == [
        (PassageKind.PARAGRAPH, "1"),
        (PassageKind.HEADING, "2"),
        (PassageKind.PARAGRAPH, "2"),
    ]


def test_a_pasted_table_has_its_rows() -> None:
    """Cells with | or tabs between keep their places."""
    for text in ("What | Who | When\nA call |  | 2025\n", "What\tWho\tWhen\nA call\t\t2025\n"):
        found = passages(f"They met.\n\n{text}")
        assert found[1].text == "What | Who | When"
        assert {each.kind for each in found[1:]} == {PassageKind.CELL}
    assert found[2].text.split(" | ")[-1] == "2025"


@pytest.mark.parametrize("text", ["a" * 500_000, "They will act. " * 40_000, "1. a\n" * 6_000])
def test_what_is_longer_than_any_statement_is_refused(text: str) -> None:
    """A book given by mistake takes no minutes."""
    with pytest.raises(StatementTooLong):
        parse(text.encode(), "s.txt")


def test_a_file_that_is_not_there_is_told_without_a_ledger(tmp_path: Path) -> None:
    """The hint is about the statement, not about making a ledger."""
    with pytest.raises(CannotReadStatement, match="there is no such file") as refusal:
        read(tmp_path / "none.txt", "none.txt")
    assert "init" not in refusal.value.hint


LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60), max_size=12
)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_no_letter_is_lost_and_none_is_made_up(lines: list[str], between: str) -> None:
    """What a statement says stands in its passages, its title or its head, to the letter."""
    text = between.join(["The two sides met here.", *lines, "They will meet again."])
    found = parse(text.encode(), "s.txt")
    source = "".join(text.split())  # lines of Japanese are joined without a blank
    for passage in found.passages:
        for word in passage.text.split():
            assert word in source
        assert passage.text == " ".join(passage.text.split()) or passage.kind is PassageKind.CELL
        assert passage.lead is None or passage.kind is PassageKind.BULLET
    assert found.passages[-1].text.endswith("They will meet again.")


@given(LINES)
def test_what_leads_a_point_in_stands_before_it(lines: list[str]) -> None:
    """The lead is never a later passage, and a bullet lies deeper than what is none."""
    found = parse("\n\n".join(["They will:", *lines, "- x", "Done."]).encode(), "s.txt")
    for place, passage in enumerate(found.passages):
        assert passage.lead is None or passage.lead < place
        assert (passage.level > 0) == (passage.kind is PassageKind.BULLET)
