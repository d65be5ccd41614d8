"""Pages as saved from gov.uk, mofa.go.jp and others: what is said, without what is around it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jcm_ledger.errors.statements import CannotReadStatement
from jcm_ledger.store.statements import marks, plain, signs
from jcm_ledger.store.statements.days import day_of
from jcm_ledger.store.statements.extract import Extract, Role, Stretch, limited, row

_DEEPEST = 300  # no page that people wrote nests its elements as deep

_MOST_TAGS = 200_000  # a page of gov.uk has some thousand

_NOT_SAID = re.compile(
    "aside|audio|button|canvas|dialog|footer|form|head|header|iframe|input|nav|noscript|object"
    "|script|select|style|svg|template|textarea|video"
)
_BLOCKS = re.compile(
    "address|article|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
    "|h[1-6]|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "alert", "dialog", "menu")
)
_AROUND = re.compile(
    r"(?<![a-z])(?:(?:global|main|local|side|sub|site|foot|[gl])?(?:navi?|navigation|menu|footer)"
    r"|(?:global|site|page)header|breadcrumbs?|pankuzu|topicpath|cookies?|consent|sidebar|share|sns"
    r"|social|related|skip|search|feedback|toc|pagetop|copyright)(?![a-z])"
)
"""Words in the class or id of an element that say it is around the text and none of it."""

_TAG = re.compile(
    r"<(/?)(?!(?:area|base|br|col|dd|dt|hr|img|input|li|link|meta|option|p|source|t[dhr]|wbr)\b)"
    r"([a-z][a-z0-9]*)",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_SITES = re.compile(r"\s*(?:[|｜]|\s[-–—]\s)\s*(?:GOV\.UK|外務省.*|Ministry of Foreign.*)$")  # noqa: RUF001
_DAYS = ("article:published_time", "dcterms.issued", "dc.date", "dcterms.date", "date",
         "pubdate", "datepublished", "govuk:first-published-at", "article:modified_time",
         "govuk:public-updated-at")  # fmt: skip


def read(data: bytes, name: str) -> Extract:
    """Return what a page says, with its title, day and address. Raise CannotReadStatement."""
    text = _decoded(data, name)
    if text.count("<") > _MOST_TAGS or _depth(text) > _DEEPEST:
        reason = "its elements are too many, or nested too deep"
        raise CannotReadStatement(name, reason, "copy the text into a file of its own")
    page = LexborHTMLParser(text)
    title = page.css_first("title")
    heading = page.css_first("main h1, article h1, [role=main] h1") or page.css_first("h1")
    said = heading or title
    return Extract(
        limited(_stretches(page), name),
        title=_SITES.sub("", " ".join(said.text().split())) if said else "",
        day=_day(page),
        address=_address(page),
    )


def _decoded(data: bytes, name: str) -> str:
    """Return the page as text, by the encoding that it names, else as plain text is read."""
    found = _CHARSET.search(data[:4096])
    label = found[1].decode().lower().replace("x-sjis", "cp932") if found else ""
    label = {"shift_jis": "cp932", "windows-31j": "cp932", "shift-jis": "cp932"}.get(label, label)
    if label and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(label)
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data.replace(b"\0", b"") if label else data, name)


def _depth(text: str) -> int:
    """Return how many elements are open at once at most, those that end by themselves left out.

    The parser takes a time that grows with the square of it.
    """
    deepest = depth = 0
    opened: Counter[str] = Counter()
    for closes, name in _TAG.findall(text):
        tag = name.lower()
        if not closes:
            opened[tag] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[tag]:
            opened[tag] -= 1
            depth -= 1
    return deepest


def _day(page: LexborHTMLParser) -> date | None:
    """Return the day that the page says it was published, None if it says none."""
    said: dict[str, str] = {}
    for meta in page.css("meta[content]"):
        values = meta.attributes
        key = values.get("name") or values.get("property") or values.get("itemprop") or ""
        said.setdefault(key.lower(), values.get("content") or "")
    for element in page.css("main time[datetime], article time[datetime]")[:1]:
        said.setdefault("pubdate", element.attributes.get("datetime") or "")
    return next((day for key in _DAYS if (day := day_of(said.get(key, "")[:40]))), None)


def _address(page: LexborHTMLParser) -> str:
    """Return the address that the page says is its own, "" if it says none."""
    link = page.css_first("link[rel=canonical]")
    own = page.css_first("meta[property='og:url']")
    said = (link and link.attributes.get("href")) or (own and own.attributes.get("content")) or ""
    return said if re.fullmatch(r"https?://\S{1,500}", said) else ""


class _Step(NamedTuple):
    """An element on the way through a page, when it is entered or left."""

    node: LexborNode
    leaving: bool


class _Open:
    """What is open at a place of the page: text that was read, lists, and the row of a table."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.lists: list[tuple[str, int]] = []
        self.role = Role.TEXT
        self.row: list[str] | None = None
        self.mark: marks.ListMark | None = None

    def flushed(self) -> Iterator[Stretch]:
        """Yield the stretches of the text that was read, and forget it."""
        if self.row is not None:
            return
        text, self.text = "".join(self.text), []
        mark, self.mark = (self.mark, None) if text.strip() else (None, self.mark)
        for line in _lines(text):
            role = self.role
            if role is Role.TEXT and self.lists:
                role = Role.POINT
            yield Stretch(line, role, depth=len(self.lists), mark=mark)
            mark = None


def _stretches(page: LexborHTMLParser) -> Iterator[Stretch]:
    """Yield what stands in the main part of a page, in reading order."""
    root = _main(page)
    if root is None:
        return
    kept = _leading_to_text(page)
    now = _Open()
    steps = [_Step(root, leaving=False)]
    while steps:
        node, leaving = steps.pop()
        tag = node.tag or ""
        if tag in ("-text", "#text"):
            now.text.append(re.sub(r"\s+", " ", node.text_content or ""))
            continue
        if leaving:
            yield from _left(tag, now)
            continue
        if node is not root and (tag.startswith(("-", "!")) or _is_around(node, tag, kept)):
            continue
        yield from _entered(node, tag, now)
        steps.append(_Step(node, leaving=True))
        steps += [_Step(each, leaving=False) for each in _children(node)]


def _main(page: LexborHTMLParser) -> LexborNode | None:
    """Return the element that has the text: the article of gov.uk, the main part, or all."""
    for selector in (
        ".govspeak",
        "main",
        "[role=main]",
        "article",
        "#main-contents",
        "#maincontents",
    ):
        found = page.css(selector)
        if len(found) == 1 and len(found[0].text()) > _SOME_TEXT:
            return found[0]
    return page.body


_SOME_TEXT = 200  # letters; an element with fewer is no statement


def _children(node: LexborNode) -> list[LexborNode]:
    """Return the children of an element, the last first."""
    return list(node.iter(include_text=True))[::-1]


def _leading_to_text(page: LexborHTMLParser) -> set[int]:
    """Return the elements that have a main part or a heading of the page within them."""
    found: set[int] = set()
    for each in page.css("main, [role=main], article, h1")[:50]:
        node: LexborNode | None = each
        while node is not None and node.mem_id not in found:
            found.add(node.mem_id)
            node = node.parent
    return found


def _is_around(node: LexborNode, tag: str, kept: set[int]) -> bool:
    """Return whether an element is not said: a menu, a script, a footnote's mark."""
    if _NOT_SAID.fullmatch(tag) or (tag == "sup" and node.css_first("a")):
        return True
    values = node.attributes
    if "hidden" in values or values.get("aria-hidden") == "true":
        return True
    if (values.get("role") or "") in _ROLES:
        return True
    names = f"{values.get('class') or ''} {values.get('id') or ''}".lower()
    around = values.get("id") == "header" or _AROUND.search(names[:500])
    return bool(around) and node.mem_id not in kept


def _entered(node: LexborNode, tag: str, now: _Open) -> Iterator[Stretch]:
    """Yield what is complete when an element begins, and note what it opens."""
    if tag == "br":
        now.text.append("\n")
    if not _BLOCKS.fullmatch(tag):
        return
    yield from now.flushed()
    if tag in ("ul", "ol"):
        start = node.attributes.get("start") or "1"
        kind = f"{tag}{node.attributes.get('type') or ''}"
        now.lists.append((kind, int(start) - 1 if start.isdecimal() and len(start) < 4 else 0))  # noqa: PLR2004
    elif tag == "li":
        now.mark = _next_mark(node, now)
    elif tag in _HEADINGS:
        now.role = Role.HEADING
    elif tag == "tr":
        now.role, now.row = Role.ROW, []


def _left(tag: str, now: _Open) -> Iterator[Stretch]:
    """Yield what is complete when an element ends, and close what it opened."""
    if tag in ("td", "th") and now.row is not None:
        now.row.append("".join(now.text))
        now.text = []
    elif tag == "tr" and now.row is not None:
        cells, now.row, now.role = now.row, None, Role.TEXT
        now.text = []
        yield row(cells)
    elif _BLOCKS.fullmatch(tag):
        if now.row is not None:
            now.text.append(" ")
        yield from now.flushed()
        if tag in ("ul", "ol") and now.lists:
            now.lists.pop()
        elif tag == "li":
            now.mark = None
        elif tag in _HEADINGS:
            now.role = Role.TEXT


def _next_mark(node: LexborNode, now: _Open) -> marks.ListMark | None:
    """Return the mark that a browser shows beside this point."""
    if not now.lists:
        return marks.bullet("•")
    kind, count = now.lists[-1]
    if kind.startswith("ul"):
        return marks.bullet("•")
    value = node.attributes.get("value") or ""
    count = int(value) if value.isdecimal() and len(value) < 4 else count + 1  # noqa: PLR2004
    now.lists[-1] = (kind, count)
    return marks.counted(kind.removeprefix("ol") or "1", count)


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text with breaks: two part them, and one after a stop."""
    for paragraph in re.split(r"\n\s*\n", text):
        joined = ""
        for line in filter(None, map(str.strip, paragraph.split("\n"))):
            if joined and (joined.endswith(signs.STOPS) or marks.split(line)[0]):
                yield joined
                joined = line
            else:
                joined = plain.join(joined, line) if joined else line
        if joined:
            yield joined
