"""The marks that paragraphs and points begin with: bullets, numbers, letters, kana."""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_KANJI = "一二三四五六七八九十"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROWS = {"circled": ("①", _CIRCLED), "kana": ("ア", _KANA), "kanji": ("一", _KANJI)}
"""Of what is counted by its place in a row: the form of its list, and the row."""


class MarkReading(NamedTuple):
    """One way to read a mark: the form of its list, and its place in it from 1, 0 for a bullet."""

    form: str
    order: int


class ListMark(NamedTuple):
    """A mark at the beginning of a passage.

    `readings` are the ways to read it: (i) is the first of one list and the ninth of another.
    `number` is what it adds to the number of the paragraph it stands under: "6", "(a)", "ア".
    """

    readings: tuple[MarkReading, ...]
    number: str

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign, and counts nothing."""
        return not self.number

    @property
    def is_number(self) -> bool:
        """Whether paragraphs are numbered so: 6. or 2.1."""
        return self.readings[0].form in ("1.", "1.1")


@cache
def _marks() -> re.Pattern[str]:
    r"""Return the pattern of a mark with the blanks after it.

    Signs that text begins with too, as a minus, need a blank after them. So does a number with a
    stop after it, unless a letter that is not of ASCII follows: 1.5 is no mark.
    """
    return re.compile(
        rf"""(?: (?P<bullet> [•●○◦▪■□◆◇▶➢‣\u2043・✓] | [-*\u2013—](?=\s) )
        | [(\uff08] (?P<inner>
            \d{{1,3}} | [a-z] | [ivx]{{2,5}} | [A-Z] | [{_KANA}] | [{_KANJI}]{{1,2}} ) [)\uff09]
        | (?P<levels> \d{{1,3}} (?:\.\d{{1,3}})+ ) \.? (?=\s)
        | (?P<number> \d{{1,3}} ) (?: [.)](?=\s) | [.\uff0e\uff09、](?=[^\x00-\x7f]) )
        | (?P<wide> [\uff10-\uff19]{{1,3}} ) [.\uff0e)\uff09、]? (?=\s)
        | (?P<digits> \d{{1,3}} ) (?=\u3000)
        | (?P<letter> [a-z] | [ivx]{{2,5}} ) [.)] (?=\s)
        | (?P<circled> [{_CIRCLED}] )
        | (?P<kana> [{_KANA}] ) [.\uff0e、]? (?=\s)
        | (?P<kanji> [{_KANJI}]{{1,2}} ) [、\uff0e]
        ) \s* """,
        re.VERBOSE,
    )


def split(text: str) -> tuple[ListMark | None, str]:
    """Return the mark that a text begins with, None if with none, and the text after it.

    A text that is a mark and nothing else has none.
    """
    found = _marks().match(text)
    if found is None or found.end() == len(text):
        return None, text
    return _mark(found), text[found.end() :]


def made(label: str) -> ListMark | None:
    """Return the mark that a list in a document shows: "1.", "(a)", "•"; None for none."""
    found = _marks().match(f"{label.strip()} ") if label.strip() else None
    return _mark(found) if found else bullet(label.strip()) if label.strip() else None


def bullet(sign: str) -> ListMark:
    """Return a mark that counts nothing."""
    return ListMark((MarkReading(sign, 0),), "")


def _mark(found: re.Match[str]) -> ListMark:
    """Return what was found as a mark."""
    kind, raw = next((kind, text) for kind, text in found.groupdict().items() if text)
    text = raw if kind == "circled" else normalize("NFKC", raw)
    if kind == "bullet":
        return bullet(raw)
    if kind in ("inner", "letter"):
        return ListMark(tuple(_lettered(text)), f"({text})")
    if kind == "levels":
        return ListMark((MarkReading("1.1", int(text.rpartition(".")[2])),), text)
    if kind in _ROWS:
        form, letters = _ROWS[kind]
        return ListMark((MarkReading(form, letters.find(text) + 1),), text)
    return ListMark((MarkReading("1.", int(text)),), text)


def _lettered(text: str) -> list[MarkReading]:
    """Return how what stands in brackets or before one can be read, the likeliest first."""
    if text.isdecimal():
        return [MarkReading("(1)", int(text))]
    if text in _KANA:
        return [MarkReading("(ア)", _KANA.index(text) + 1)]
    if text[0] in _KANJI:
        return [MarkReading("(一)", _KANJI.find(text) + 1)]
    roman = [MarkReading("(i)", _ROMAN.index(text) + 1)] if text in _ROMAN else []
    if len(text) > 1:
        return roman or [MarkReading("(i)", 0)]
    return [
        *roman,
        MarkReading("(A)" if text.isupper() else "(a)", ord(text.lower()) - ord("a") + 1),
    ]


def counted(kind: str, count: int) -> ListMark:
    """Return the mark of a counted list of HTML: its type is 1, a, A, i or I, its count from 1.

    Lists with letters or Roman numbers count as they are shown up to z and xiv, then in numbers.
    """
    if kind in ("a", "A") and 1 <= count <= 26:  # noqa: PLR2004 - letters
        letter = chr(ord(kind) + count - 1)
        return ListMark((MarkReading(f"({kind})", count),), f"({letter})")
    if kind in ("i", "I") and 1 <= count <= len(_ROMAN):
        return ListMark((MarkReading("(i)", count),), f"({_ROMAN[count - 1]})")
    return ListMark((MarkReading("1.", count),), str(count))
