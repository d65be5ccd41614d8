"""Whether a text is an id, blank or evidence; which characters steer; how texts are compared."""

import re
import unicodedata
from collections.abc import Callable

ID_HINT = "use letters, digits, hyphens, dots and underscores"
EVIDENCE_HINT = "evidence is an http(s) address, an existing file, or a reference: ref: …"


def is_id(name: str) -> bool:
    """Return whether an id can be typed as one word of a command."""
    letters = name.replace("-", "").replace(".", "").replace("_", "")
    return name[:1].isalnum() and letters.isalnum()


def is_blank(text: str | None) -> bool:
    """Return whether a text is missing, or only blanks and characters that steer."""
    return not text or all(
        character.isspace() or (not character.isprintable() and steers(character))
        for character in text
    )


_JAPANESE = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")
_FIRST_JAPANESE = "\u3005"
_TITLED = re.compile(r"\s*(\S.*?)\s*<([^<>]+)>\s*", re.DOTALL)


def titled(evidence: str) -> tuple[str, str]:
    """Return the title and the address of evidence as it stands in a ledger: "TITLE <ADDRESS>".

    The title is "" where there are no brackets at the very end: all of it is the address then.
    """
    match = _TITLED.fullmatch(evidence) if evidence.rstrip().endswith(">") else None
    return (match[1], match[2].strip()) if match else ("", evidence)


def is_evidence(text: str, file_exists: Callable[[str], bool]) -> bool:
    """Return whether the text is an http(s) address, an existing file or a `ref:`.

    It may have a title before it, with the address in angle brackets.
    """
    _title, text = titled(text)
    scheme, colon, rest = text.partition(":")
    if colon and scheme.casefold() in ("http", "https"):
        return len(rest) > len("//") and rest.startswith("//") and not any(map(str.isspace, rest))
    if colon and scheme.casefold() == "ref":
        return bool(rest.strip())
    return bool(text) and "\0" not in text and file_exists(text)


def steers(character: str) -> bool:
    """Return whether a character acts on the text around it instead of being read.

    Control and formatting characters, line separators and lone surrogates; the joiners that
    emoji and some scripts are spelled with are text.
    """
    return (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and character not in "\u200c\u200d"
    )


def steering(text: str) -> list[str]:
    """Return the characters of a text that steer, sorted, each once; new lines and tabs do not."""
    if text.isprintable():  # a character that steers is not printable
        return []
    return sorted({each for each in text if each not in "\n\t" and steers(each)})


def is_japanese(text: str) -> bool:
    """Return whether a text is mostly of Japanese characters: kana and Chinese ones.

    One of them stands for about two letters of another script.
    """
    if text.isascii() or max(text) < _FIRST_JAPANESE:  # no pattern is compiled for a quotation mark
        return False
    japanese = len(_JAPANESE.findall(text))
    return japanese > 0 and 3 * japanese >= sum(map(str.isalpha, text))


def folded(text: str) -> str:
    """Return a text as it is searched: NFKC, and regardless of case. It is not for people.

    What looks alike is equal then, however it was typed: ﾛﾎﾞｯﾄ and ロボット, a letter in one
    character or in two, STRASSE and Straße.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFKC", composed.casefold())


def as_counted(reference: int | str | None) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts references as people count: 2, "2(a)", 10, "Annex B, 3", none."""
    if reference is None:
        return ((2, 0, ""),)
    pieces = re.findall(r"([0-9]+)|([^0-9]+)", folded(str(reference)))
    return tuple((0, int(number), "") if number else (1, 0, text) for number, text in pieces)


def as_name(text: str) -> str:
    """Return a text as names are compared: folded, with one blank for many and none around it."""
    return " ".join(folded(text).split())
