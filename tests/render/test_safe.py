"""Text made safe for each medium."""

import csv
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from io import StringIO
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from github import page
from jcm_ledger.model.text import steers
from jcm_ledger.render import safe

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [para 4] [/b] :smile: <b>", "plain [para 4] [/b] :smile: <b>"),
        ("\x1b[31mred\x1b]8;;http://x\x07", "\\x1b[31mred\\x1b]8;;http://x\\x07"),
        ("csi \x9b31m", "csi \\x9b31m"),
        ("bidi \u202egnp.exe", "bidi \\u202egnp.exe"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("tag \U000e0041", "tag \\ue0041"),
        ("日本語 é 👩\u200d💻", "日本語 é 👩\u200d💻"),
        ("two\nlines", "two\nlines"),
        ("cr\rback\x08bell\x07del\x7f", "cr\\x0dback\\x08bell\\x07del\\x7f"),
        ("a\u0301\u0302\u0303\u0304\u0305\u0489", "a\u0301\u0302\u0303\u0304\\u0305\\u0489"),
        ("soft\u00adhyphen line\u2028sep", "soft\\xadhyphen line\\u2028sep"),
    ],
)
def test_what_would_steer_a_terminal_is_shown_instead(text: str, shown: str) -> None:
    """Escape sequences and reordering characters are printed as escapes; markup stays."""
    assert safe.visible(text) == shown


@given(TEXT)
def test_nothing_that_steers_is_left(text: str) -> None:
    """No character of any text acts on a terminal, but for the newlines that are kept."""
    assert not any(steers(character) for character in safe.visible(text).replace("\n", ""))
    assert not any(steers(character) for character in safe.one_line(text))


@given(TEXT)
def test_json_stays_the_same_document(text: str) -> None:
    """Escaping changes how a document is spelled, not what it says."""
    spelled = safe.json_text(json.dumps({"note": text}, ensure_ascii=False, indent=2))
    assert json.loads(spelled) == {"note": text}
    assert not any(steers(character) for character in spelled.replace("\n", ""))


def from_csv(text: str) -> str:
    """Return what Python's own reader finds in one cell of CSV."""
    (cell,) = next(csv.reader(StringIO(text, newline=""), strict=True), [""])
    return cell


@given(TEXT)
def test_no_cell_of_a_table_as_text_is_a_formula(text: str) -> None:
    """A spreadsheet that opens CSV or tab-separated values computes nothing from a ledger's text."""
    for cell in (from_csv(safe.csv_cell(text)), safe.field(text)):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.one_of(TEXT, st.text('",\n\r;1a ')))
def test_a_cell_of_csv_reads_back(text: str) -> None:
    """Quoted or not, readers find the text, made visible."""
    read = from_csv(safe.csv_cell(text))
    assert read == safe.visible(text) or read == f"'{safe.visible(text)}"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_what_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    """The apostrophe is a spreadsheet's own sign for text."""
    assert from_csv(safe.csv_cell(text)).startswith("'") is not text.startswith("\t")
    assert safe.field(text).startswith("'")


@pytest.mark.parametrize(
    "text",
    [
        "0012",
        "1e5",
        "2024-06",
        "2024",
        "10/11",
        "5 May",
        "mar-4",
        "12:30",
        "１２",
        "TRUE",
        " false ",
    ],
)
def test_what_a_spreadsheet_would_change_is_quoted(text: str) -> None:
    """One that takes what is quoted for text, as LibreOffice can be told to, leaves it alone."""
    assert safe.csv_cell(text) == f'"{text}"'
    assert safe.field(text) == " ".join(text.split())


@pytest.mark.parametrize("text", ["talks", "in-progress", "True story", "半導体", ""])
def test_plain_words_are_not_quoted(text: str) -> None:
    """What no spreadsheet changes stays as bare as it was."""
    assert safe.csv_cell(text) == text


@given(TEXT)
def test_markdown_shows_the_text_as_written(text: str) -> None:
    """A Markdown reader sees one paragraph of plain text and no markup of any kind."""
    written = safe.one_line(text).strip()
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(safe.markdown(text))
    if written:
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        children = [each for each in tokens[1].children or [] if each.content != "<!-- -->"]
        assert {child.type for child in children} <= {"text", "text_special"}
        assert "".join(child.content for child in children) == written


LINKING = [
    "www.", "WWW.", "https://", "HTTP://", "ftp://", "mailto:", "xmpp:", "javascript:", "a", "B", "1",
    "e.org", "@", "@me", "j.doe+x@e.org", "#12", "GH-1", "o/r", ":smile:", ":+1:", ":", "/", "?q=",
    "_", "__", "*", "~", "~~", "`", "$", "$$", "^", "[", "]", "(", ")", "[^1]", "[^1]: ", "[ ] ", "[x] ",
    "[!NOTE]", "> ", "- ", "+ ", "1. ", "1) ", "# ", "=", "|", "-", "<b>", "</b>", "<!--", "-->", "&amp;",
    "&#64;", "<", ">", "\\", "!", ".", ",", ";", '"', "'", "{", "}", " ", "  ", "\n", "\t", "日本",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(LINKING), max_size=12).map("".join)

# What GitHub looks for in the text of a page, by its html-pipeline: each makes a link or a picture.
FOUND_LATER = re.compile(
    r"(?:^|\W)@[a-z0-9][a-z0-9-]*|(?:^|\W)#\d+|[\w/-]#\d+|\bGH-\d+|:(?:\+1|-1|[a-z_]+\d*):",
    re.IGNORECASE,
)


def texts(markdown: str, tags: set[str]) -> list[str]:
    """Return the texts of what GitHub makes of Markdown, which may have these elements only."""
    return list(_texts(page(markdown), tags))


def _texts(element: ET.Element, tags: set[str]) -> Iterator[str]:
    """Yield the texts within an element in their order; a comment parts them."""
    if isinstance(element.tag, str):
        assert element.tag in {"DOCUMENT_FRAGMENT", *tags}, element.tag
        yield element.text or ""
    else:
        assert element.text == " ", element.text
    for child in element:
        yield from _texts(child, tags)
        yield child.tail or ""


@given(st.one_of(TEXT, PIECES))
def test_github_shows_the_text_as_written(text: str) -> None:
    """No address, mail address or markup of GitHub's own becomes anything else, wherever it stands.

    Read by GitHub's parser, with autolinks, tables, task lists, footnotes and raw HTML.
    """
    written = safe.one_line(text).strip()
    made = safe.markdown(text)
    table = {"table", "thead", "tbody", "tr", "th", "td"}
    for markdown, tags, around in (
        (made, {"p"}, ""),
        (f"### {made}", {"h3"}, ""),
        (f"- {made}", {"ul", "li"}, ""),
        (f"- Id: {made}", {"ul", "li"}, "Id:"),
        (f"| {made} | b |\n| --- | --- |\n| c | {made} |", table, ""),
    ):
        parts = texts(markdown, tags)
        shown = "".join(parts).split()
        wanted = (
            [*written.split(), "b", "c", *written.split()] if tags is table else written.split()
        )
        assert shown == ([around] if around else []) + wanted, markdown
        assert not any(map(FOUND_LATER.search, parts)), markdown


@pytest.mark.parametrize("text", LINKING)
def test_plain_words_are_written_without_signs(text: str) -> None:
    """An empty comment stands only where an escape would not do."""
    parted = ("@me", "j.doe+x@e.org", "&#64;", "#12", "GH-1", ":smile:", ":+1:")
    assert ("<!-- -->" in safe.markdown(text)) is (text in parted)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
        ("https://example.org/<script>", False),
        ("https://example.org/\u202egpj", False),
        ("ref: minute 7", False),
        ("see https://example.org", False),
    ],
)
def test_only_web_addresses_become_links(text: str, linked: bool) -> None:  # noqa: FBT001
    """A link leads to http or https and holds nothing that could break out of it."""
    assert safe.is_web_address(text) is linked


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("one\r\ntwo\nthree", "one\ntwo\nthree"),
        ("\ufffe \uffff \x00", "\\ufffe \\uffff \\x00"),
        ("x" * 32_768, "x" * 32_763 + " […]"),
        ("💻" * 16_384, "💻" * 16_381 + " […]"),
        ("日本語", "日本語"),
    ],
    ids=["lines", "not XML", "long", "pairs", "Japanese"],
)
def test_a_cell_of_a_workbook_holds_what_excel_can_open(text: str, cell: str) -> None:
    """Lines stay lines, what XML forbids is shown, and what does not fit is cut visibly."""
    assert safe.excel_cell(text) == cell


def test_the_top_of_a_printed_page_obeys_no_code() -> None:
    """An ampersand would start a code: of a picture, a font, the file's own path."""
    assert safe.excel_header("R&D &G &[Path]\n&Z") == "R＆D ＆G ＆[Path] ＆Z"
    assert safe.excel_header("💻" * 200) == "💻" * 58 + " […]"
    assert len(safe.excel_header("x" * 200, 3)) == 80


@given(st.text())
def test_a_string_of_css_ends_nothing(text: str) -> None:
    """No quote, backslash, bracket or end of a line of a text stands in it; it reads back."""
    written = safe.css_string(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]{6})*"', written)
    read = re.sub(r"\\([0-9a-f]{6})", lambda each: chr(int(each[1], 16)), written[1:-1])
    assert read == safe.one_line(text)


@given(TEXT)
def test_xml_holds_any_text(text: str) -> None:
    """What is made safe for XML reads back as it is, on one line, with nothing that steers."""
    made = safe.xml(text)
    assert ET.fromstring(f"<t>{escape(made)}</t>").text == (made or None)  # noqa: S314 - our own
    assert not any(map(steers, made))
    assert safe.xml(f" {text} ").strip() == safe.xml(text).strip()


BASH = shutil.which("bash")
TYPED = st.sampled_from([*map(chr, range(0x20, 0x7F)), *"日・　\u00a0é々👩€"])


def words_of_bash(line: str) -> list[str]:
    """Return the words that bash makes of a line."""
    told = [str(BASH), "--norc", "-c", f"printf '%s\\0' {line}"]
    environment = {"LANG": "C.UTF-8", "HOME": "/home"}
    done = subprocess.run(told, capture_output=True, env=environment, check=True)
    return done.stdout.decode().split("\0")[:-1]


@pytest.mark.skipif(BASH is None, reason="needs bash")
@pytest.mark.parametrize("quote", ["", "'", '"'])
@given(texts=st.lists(st.text(TYPED, max_size=12), min_size=20, max_size=40))
@settings(max_examples=20)
def test_bash_takes_its_word_for_the_text(quote: str, texts: list[str]) -> None:
    """Whatever can be typed is one word for bash, and that text; in open quotes, or not offered."""
    told = {text: safe.bash_word(text, quote) for text in filter(safe.is_typeable, texts)}
    offered = {text: word for text, word in told.items() if word is not None}
    if offered:
        line = " ".join(f"{quote}{word}{quote}" for word in offered.values())
        assert words_of_bash(line) == list(offered)
    refused = {"'": "'", '"': "!", "": ""}[quote]
    assert all(refused and refused in text for text in told.keys() - offered.keys())


@given(TEXT)
def test_a_plain_word_is_plain_to_every_shell(text: str) -> None:
    """Letters, digits and what no shell reads: nothing that quotes, expands, splits or steers."""
    if safe.is_plain_word(text):
        assert all(letter.isalnum() or letter in "_+./:-" for letter in text)
        assert safe.visible(text) == text


@pytest.mark.parametrize(
    "text", ["", "-x", "--ledger", "a\nb", "a\tb", "\x1b[31m", "a\u202eb", "\ue000", "\U000e0041"]
)
def test_what_no_command_line_holds_is_not_typeable(text: str) -> None:
    """Options, lines, what steers, and characters without a meaning."""
    assert not safe.is_typeable(text)
