"""The marks that Word counts beside paragraphs: they stand in no text of the document."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.ns import qn

from jcm_ledger.store.statements import marks

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DEEPEST = 9  # levels that Word has
_STYLE = re.compile(r"list (?:bullet|number)(?: (\d))?$", re.IGNORECASE)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class PlaceInList(NamedTuple):
    """Where a paragraph stands in a list: how deep, from 1, and the mark that Word shows."""

    depth: int
    mark: marks.ListMark | None


class _Level(NamedTuple):
    """A level of a list: how it counts, from where, and the text around the numbers."""

    form: str
    start: int
    text: str


class StyleOfParagraph(NamedTuple):
    """What a style says: its name, and the list and the level that it puts a paragraph in."""

    name: str
    number: str
    level: int | None

    @property
    def depth(self) -> int:
        """How deep its name says a point is, 2 for "List Bullet 2"; 0 if it says nothing."""
        found = _STYLE.match(self.name)
        return int(found[1] or 1) if found else 0


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, document: "WordDocument") -> None:
        self._lists = _lists(document)
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = _styles(document)

    def style_of(self, paragraph: Any) -> StyleOfParagraph:  # noqa: ANN401 - as the next
        """Return what the style of a paragraph says; that of none says nothing."""
        return self._styles.get(paragraph.style or "", StyleOfParagraph("", "", None))

    def place_of(self, paragraph: Any) -> PlaceInList | None:  # noqa: ANN401 - an element of lxml
        """Return where a paragraph stands in a list, None if in none, and count it."""
        style = self.style_of(paragraph)
        number, level = _numbered(paragraph.pPr)
        if level is None:
            level = style.level or 0
        if number == "0":  # taken out of the list of its style
            return None
        abstract, levels = self._lists.get(number or style.number, ("", {}))
        if level not in levels:
            return PlaceInList(style.depth, marks.bullet("•")) if style.depth else None
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        depth = max(level + 1, style.depth)
        if levels[level].form == "none":
            return PlaceInList(depth, None)
        return PlaceInList(depth, _mark(levels, level, counts))


def _styles(document: "WordDocument") -> dict[str, StyleOfParagraph]:
    """Return what each style says, by its id; the style it is based on says the rest."""
    elements = {each.styleId: each for each in document.styles.element.style_lst}
    found: dict[str, StyleOfParagraph] = {}
    for own, element in elements.items():
        number, level, based = "", None, element
        for _ in range(_DEEPEST):
            if based is None or number:
                break
            number, deeper = _numbered(based.find(qn("w:pPr")))
            level = deeper if level is None else level
            based = elements.get(_value(based, "w:basedOn"))
        found[own] = StyleOfParagraph(element.name_val or "", number, level)
    return found


def _mark(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> marks.ListMark | None:
    """Return the mark of a paragraph as it is shown: "%1.%2" with its numbers in their places."""
    own = levels[level]
    if own.form == "bullet":
        return marks.bullet("•")

    def shown(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        return _number(levels[at].form, counts.get(at, levels[at].start)) if at in levels else ""

    return marks.made(re.sub(r"%([1-9])", shown, own.text))


def _number(form: str, count: int) -> str:
    """Return a number in a form of Word's; in decimals where the form is not known."""
    match form:
        case "lowerLetter" | "upperLetter" if 1 <= count <= 26:  # noqa: PLR2004 - letters
            return chr((97 if form == "lowerLetter" else 65) + count - 1)
        case "lowerRoman" | "upperRoman" if 1 <= count < 40:  # noqa: PLR2004 - xl is a new letter
            return _roman(count).upper() if form == "upperRoman" else _roman(count)
        case "aiueo" | "aiueoFullWidth" if 1 <= count <= len(_KANA):
            return _KANA[count - 1]
        case "decimalEnclosedCircle" if 1 <= count <= len(_CIRCLED):
            return _CIRCLED[count - 1]
        case _:
            return str(count)


def _roman(count: int) -> str:
    found = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            found, count = found + letters, count - worth
    return found


def _numbered(properties: Any) -> tuple[str, int | None]:  # noqa: ANN401 - an element of lxml
    """Return the list and the level that properties say, ("", None) where they say none."""
    found = None if properties is None else properties.find(qn("w:numPr"))
    if found is None:
        return "", None
    level = _value(found, "w:ilvl")
    depth = int(level) if level is not None and level.isdecimal() else None
    return _value(found, "w:numId") or "", depth


def _lists(document: "WordDocument") -> dict[str, tuple[str, dict[int, _Level]]]:
    """Return the levels of each list by its number, with the definition that they are from."""
    part = next(
        (each.target_part for each in document.part.rels.values()
         if not each.is_external and each.reltype.endswith("/numbering")), None
    )  # fmt: skip
    root = getattr(part, "element", None)
    if root is None:
        return {}
    defined = {
        each.get(qn("w:abstractNumId")): dict(map(_level, each.iterchildren(qn("w:lvl"))))
        for each in root.iterchildren(qn("w:abstractNum"))
    }
    found = {}
    for each in root.iterchildren(qn("w:num")):
        abstract = _value(each, "w:abstractNumId") or ""
        own = each.get(qn("w:numId")) or ""
        restarts = each.find(qn("w:lvlOverride")) is not None
        found[own] = (f"{own} of {abstract}" if restarts else abstract, defined.get(abstract, {}))
    return found


def _level(element: Any) -> tuple[int, _Level]:  # noqa: ANN401 - an element of lxml, as the next
    start = _value(element, "w:start") or "1"
    number = element.get(qn("w:ilvl")) or "0"
    return int(number) if number.isdecimal() else 0, _Level(
        _value(element, "w:numFmt") or "decimal",
        int(start) if start.isdecimal() else 1,
        _value(element, "w:lvlText") or "",
    )


def _value(element: Any, tag: str) -> str | None:  # noqa: ANN401 - an element of lxml
    found = element.find(qn(tag))
    return None if found is None else found.get(qn("w:val"))
