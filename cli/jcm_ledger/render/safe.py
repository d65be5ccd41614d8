"""Text from a ledger made safe for each medium: it is data, never markup or a command."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from jcm_ledger.model.text import steers

_KEPT = 4096  # cached answers: the same owners, periods and statuses come again
_BLANKS = re.compile(r"[^\S\u3000]+")  # an ideographic space stays as wide as it is
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001
_QUOTED = r'[",\r\n\d]'  # compiled when first needed
_TRUTHS = ("true", "false")
_NOT_XML = re.compile("[\ufffe\uffff]")  # XML 1.0 forbids these, and they do not steer
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]")
_CELL_UNITS = 32_767  # UTF-16 units in a cell, by Excel's specifications and limits
_CUT = " […]"
_HEADER_UNITS = 240  # what the texts of a header have together; with codes at most 255 units
_PLAIN_WORD = r"[\w+./:-]+"  # compiled lazily, as the next: only completion needs it
_READ_BY_BASH = r"[^\w%+,./:@-]"
_READ_IN_DOUBLE_QUOTES = r'[\\"$`]'


def visible(text: str) -> str:
    """Return the text with every character that would steer a terminal shown as an escape.

    Newlines stay; see `steers` for what is escaped, besides the fifth and later of marks piled on
    one letter. Markup stays as written.
    """
    if text.isprintable() and text.isascii():
        return text
    shown = text if text.isprintable() else _suspects().sub(_escape_if_steering, text)
    return _piles().sub(lambda pile: pile[1] + "".join(map(_code, pile[2])), shown)


@lru_cache(_KEPT)
def one_line(text: str) -> str:
    """Return the text on one line, made visible; runs of blanks become one blank."""
    return _joined(text)


def lines(text: str) -> str:
    """Return the text with every end of a line a newline, made visible."""
    return visible(text.replace("\r\n", "\n"))


def field(text: str) -> str:
    """Return the text as a field of tab-separated values: one line, no tabs, and no formula."""
    return _no_formula(_joined(text))


def csv_cell(text: str) -> str:
    """Return the text as a cell of CSV: no formula, and quoted if it may be taken for a number.

    A spreadsheet that is told to take what is quoted for text leaves `0012`, `1e5` and `2024-06`
    alone then, and to other readers it is the same. Else quoted where RFC 4180 asks for it.
    """
    cell = _no_formula(visible(text))
    quoted = re.search(_QUOTED, cell) or cell.strip().lower() in _TRUTHS
    return '"' + cell.replace('"', '""') + '"' if quoted else cell


def _no_formula(text: str) -> str:
    """Return the text, after an apostrophe if it could start a formula.

    As OWASP's "CSV Injection" advises.
    """
    return f"'{text}" if starts_like_formula(text) else text


def starts_like_formula(text: str) -> bool:
    """Return whether a spreadsheet that is given the text to read may take it for a formula."""
    return not text[:1].isalnum() and text.lstrip().startswith(_FORMULA_STARTS)


def excel_cell(text: str) -> str:
    """Return the text as a cell of a workbook holds it: in lines, and cut where a cell ends."""
    return _cut(_NOT_XML.sub(_escape, lines(text)), _CELL_UNITS)


def excel_header(text: str, texts: int = 2) -> str:
    """Return the text for the top of a printed page: one line, no ampersand, which starts a code.

    It is one of so many `texts` that share a header. Excel reads two ampersands as one, but what
    writes the file counts `&G` wherever it stands.
    """
    return _cut(one_line(excel_cell(text)).replace("&", "＆"), _HEADER_UNITS // texts)  # noqa: RUF001


def markdown(text: str) -> str:
    """Return the text on one line with every character that Markdown or HTML reads escaped.

    GFM looks for mail addresses, and GitHub for `@name`, `#12`, `GH-12` and `:smile:`, when the
    backslashes are gone already. An empty comment, which shows nowhere, parts those.
    """
    patterns = _markdown_patterns()
    line = patterns.anywhere.sub(_escape_markdown, _joined(text))
    if _may_link(line):
        line = patterns.linked.sub(_escape_markdown, line)
        line = patterns.linked_later.sub(r"\g<0><!-- -->", line)
    start = None if line[:1].isalpha() else patterns.start.match(line)
    return f"{_escape_markdown(start)}{line[start.end() :]}" if start else line


class _MarkdownPatterns(NamedTuple):
    """What Markdown reads: anywhere, at the start of a line, and what becomes a link."""

    anywhere: re.Pattern[str]
    start: re.Pattern[str]
    linked: re.Pattern[str]
    linked_later: re.Pattern[str]


@cache
def _markdown_patterns() -> _MarkdownPatterns:
    """Return the patterns, which are compiled when the first Markdown is written.

    That of the start is one of its own: joined to the first, `^` is tried at every position.
    """
    return _MarkdownPatterns(
        re.compile(r"[\\`*_\[\]<>#|~&$^{]"),
        re.compile(r"[-+=:]|\d+(?=[.)])"),
        re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE),
        re.compile(
            r"@(?=\S)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+\\-]{1,50}:)(?=\d{0,9}[a-z+\\-]|100:|1234:)",
            re.IGNORECASE,
        ),
    )


def _may_link(line: str) -> bool:
    """Return whether the patterns of links can match, which is quicker asked than tried."""
    if "@" in line or "#" in line or (":" in line and ("://" in line or line.count(":") > 1)):
        return True
    lower = line.lower()
    return "www." in lower or "gh-" in lower


def xml(text: str) -> str:
    """Return the text as `one_line` does, blanks at its ends kept, fit for XML.

    The two characters that are text and that XML 1.0 cannot hold are shown as escapes.
    """
    return _NOT_XML.sub(_escape, visible(_BLANKS.sub(" ", text)))


def css_string(text: str) -> str:
    """Return the text as `one_line` does, as a string of CSS that may stand in an HTML page.

    Every character but letters and digits of ASCII is written by its number, so that none ends
    the string, the rule or the element (CSS Syntax Level 3, section 4.3.7).
    """
    return '"' + _NOT_PLAIN.sub(lambda each: f"\\{ord(each[0]):06x}", one_line(text)) + '"'


def json_text(document: str) -> str:
    """Return a JSON document with the characters that steer a terminal escaped.

    They can stand only inside strings, where RFC 8259, section 7 lets any character be escaped.
    """
    if not document.replace("\n", "").isprintable():
        document = _suspects().sub(_json_escape_if_steering, document)
    if document.isascii():
        return document
    return _piles().sub(lambda pile: pile[1] + "".join(map(_json_escape, pile[2])), document)


def toml_string(text: str) -> str:
    """Return the text as a basic string of TOML, on one line; what steers is escaped, none lost.

    As TOML 1.0, "String", has it.
    """
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if not quoted.isprintable():
        quoted = "".join(f"\\U{ord(each):08x}" if steers(each) else each for each in quoted)
    return f'"{quoted}"'


def is_typeable(text: str) -> bool:
    """Return whether the text can be one word of a command line, quoted as the shell needs it.

    What has lines or would steer the terminal cannot, nor what the command would take for an
    option. Nor can characters that Unicode gives no meaning: zsh drops some of them.
    """
    return (
        text[:1] not in ("", "-")
        and "\n" not in text
        and visible(text) == text
        and (text.isprintable() or not any(unicodedata.category(c) in ("Co", "Cn") for c in text))
    )


def is_plain_word(text: str) -> bool:
    """Return whether every shell takes the text for one word and for nothing else, unquoted."""
    return re.fullmatch(_PLAIN_WORD, text) is not None


def bash_word(text: str, quote: str = "") -> str | None:
    """Return a typeable text as bash takes it for one word, or for the rest of an open quote.

    `quote` is the quote that stands open before it, if one does. None where there is no way:
    quotes cannot stand in single quotes, nor can what bash looks up in its history in double.
    """
    if quote == "'":
        return None if "'" in text else text
    if quote == '"':
        return None if "!" in text else re.sub(_READ_IN_DOUBLE_QUOTES, r"\\\g<0>", text)
    return re.sub(_READ_BY_BASH, r"\\\g<0>", text)


def fish_word(text: str) -> str | None:
    """Return a typeable text as fish is told it; fish quotes what it puts on the line itself.

    None for what begins with a tilde, which it leaves as it is, and then takes for a home.
    """
    return None if text.startswith("~") else text


def is_web_address(text: str) -> bool:
    """Return whether the text is wholly an http or https address that is safe to link to."""
    return _WEB_ADDRESS.fullmatch(text) is not None and visible(text) == text


def _joined(text: str) -> str:
    """Return the text as `one_line` does, which remembers it."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    if "\u3000" not in text:
        return visible(" ".join(text.split()))
    return visible(_BLANKS.sub(" ", text).strip())


def _cut(text: str, most: int) -> str:
    """Return no more of the text than so many UTF-16 units, and say where it is cut."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * (most - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


@cache
def _suspects() -> re.Pattern[str]:
    """Return the pattern of characters that may steer; `steers` is asked about those alone.

    It is compiled when first needed: that takes as long as reading a small ledger. A text that
    `str.isprintable` calls printable never steers, and is not searched.
    """
    return re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u05ff\u3000-\u9fff\uff01-\uff60]")


@cache
def _piles() -> re.Pattern[str]:
    """Return the pattern of more than four marks on a letter: the four that stay, and the rest.

    The marks that any letter can carry; scripts that need marks have their own.
    """
    mark = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
    return re.compile(f"({mark}{{4}})({mark}+)")


def _escape_markdown(match: re.Match[str]) -> str:
    """Return the match after a backslash; in `1.` that begins a line, it precedes the dot."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _escape_if_steering(match: re.Match[str]) -> str:
    character = match[0]
    return character if character == "\n" or not steers(character) else _escape(match)


def _escape(match: re.Match[str]) -> str:
    return "".join(map(_code, match[0]))


def _code(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte


def _json_escape_if_steering(match: re.Match[str]) -> str:
    character = match[0]
    return character if character == "\n" or not steers(character) else _json_escape(character)


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
