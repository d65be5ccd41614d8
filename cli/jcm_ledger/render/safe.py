"""Text from a ledger made safe for each medium: it is data, never markup or a command."""

import re
from functools import cache, lru_cache

from jcm_ledger.rules.checks import steers

_KEPT = 4096  # answers: the same owners, periods and statuses come again and again
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|~&$]|^[-+=]|^\d+(?=[.)])")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001


def visible(text: str) -> str:
    """Return the text with every character that would steer a terminal shown as an escape.

    Newlines stay; see `steers` for what is escaped. Markup stays as written.
    """
    return text if text.isprintable() else _suspects().sub(_escape_if_steering, text)


@lru_cache(_KEPT)
def one_line(text: str) -> str:
    """Return the text on one line, made visible; runs of blanks become one blank."""
    return visible(" ".join(text.split()))


@lru_cache(_KEPT)
def field(text: str) -> str:
    """Return the text as a field of tab-separated values: one line, no tabs."""
    return one_line(text)


def csv_cell(text: str) -> str:
    """Return the text as a cell no spreadsheet takes for a formula.

    An apostrophe in front of what could start one, as OWASP's "CSV Injection" advises.
    """
    return f"'{visible(text)}" if text.lstrip().startswith(_FORMULA_STARTS) else visible(text)


@lru_cache(_KEPT)
def markdown(text: str) -> str:
    """Return the text on one line with every character that Markdown or HTML reads escaped."""
    return _MARKDOWN.sub(_escape_markdown, one_line(text))


def json_text(document: str) -> str:
    """Return a JSON document with the characters that steer a terminal escaped.

    They can stand only inside strings, where RFC 8259, section 7 lets any character be escaped.
    """
    if document.replace("\n", "").isprintable():
        return document
    return _suspects().sub(_json_escape_if_steering, document)


def is_web_address(text: str) -> bool:
    """Return whether the text is wholly an http or https address that is safe to link to."""
    return _WEB_ADDRESS.fullmatch(text) is not None and not any(map(steers, text))


@cache
def _suspects() -> re.Pattern[str]:
    """Return what finds the characters to ask `steers` about: few that people write.

    Compiled when it is needed, for that takes as long as reading a small ledger. What is
    printable to `str.isprintable` never steers, and is not searched.
    """
    return re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u05ff\u3000-\u9fff\uff01-\uff60]")


def _escape_markdown(match: re.Match[str]) -> str:
    """Return the match after a backslash; of a number that would start a list, its dot is."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _escape_if_steering(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\n" or not steers(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte


def _json_escape_if_steering(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\n" or not steers(character):
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
