"""Merging two ledgers that grew from one: by table, not by line.

Entries of both sides are kept; a table that one side changed is taken from that side; one that
both changed differently stands in the result twice, between git's conflict markers.
"""

import codecs
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from enum import StrEnum

import msgspec
from msgspec import Struct

from jcm_ledger.errors import CannotMerge, InvalidLedger
from jcm_ledger.model.finding import Where
from jcm_ledger.store.losses import read_back, refuse_loss
from jcm_ledger.store.pieces import TOP, Element, Key, Piece, Table, Words, are_apart, says
from jcm_ledger.store.reading import OURS, THEIRS
from jcm_ledger.store.references import named, problems
from jcm_ledger.store.sides import Cut, Document, Side, alike, cut, read

_CONFLICT = re.compile(r"^<{7,}[ \r\n].*?^>{7,}(?:[ \r][^\n]*)?(?:\n|\Z)", re.MULTILINE | re.DOTALL)


class Merged(Struct, frozen=True):
    """What came of a merge: the bytes, and the tables in conflict, as people call them.

    `kept` is what one side lacks and the other still has: entries, and tables that are named.
    `problems` are what is wrong with a merge without conflicts and was wrong on neither side.
    """

    data: bytes
    conflicts: tuple[str, ...]
    kept: tuple[str, ...]
    problems: tuple[str, ...] = ()


class _Take(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


_Choice = tuple[Piece | None, Piece | None]
"""What stands for a key in the result: the same piece twice, or in a conflict ours and theirs."""


def merge(base: bytes, ours: bytes, theirs: bytes, *, name: str, marker: int = 7) -> Merged:
    """Return the merge of two ledgers that were last the same in `base`.

    `marker` is the length of a conflict marker. The result was read back: whichever side of a
    conflict is chosen, it holds every entry of both, once. Raise CannotMerge.
    """
    try:
        one, two = cut(ours, "our side"), cut(theirs, "their side", _newline(ours))
        with suppress(InvalidLedger, CannotMerge, _TableGoneError):
            return _merged(base, one, two, known=alike(one, two), name=name, marker=marker)
        return _merged(base, one, two, known=(), name=name, marker=marker)
    except InvalidLedger as error:
        raise CannotMerge(name, error.problems[0]) from None


class _TableGoneError(Exception):
    """Whether a table that one side lacks is named can be told only of what was read."""


def _merged(  # noqa: PLR0913 - what a merge is made of
    base: bytes, one: Cut, two: Cut, *, known: Collection[str], name: str, marker: int
) -> Merged:
    """Return the merge, reading of the sides all but known texts."""
    sides = read(one, known), read(two, known)
    common = _base(base, known)
    choices = {key: _choice(key, common, *sides) for key in _order(*sides)}
    if any(None in choice and isinstance(key, Table) for key, choice in choices.items()):
        if known:
            raise _TableGoneError
        _keep_what_is_named(choices, *sides)
    conflicts = {key: choice for key, choice in choices.items() if choice[0] != choice[1]}

    def text(take: _Take) -> str:
        return _joined(choices, sides[0], take, marker, _newline(one.data))

    with_ours = text(_Take.OURS)
    result = read_back(name, with_ours)
    refuse_loss(name, result, *sides)
    if conflicts and not _are_apart(choices, *sides):
        refuse_loss(name, read_back(name, text(_Take.THEIRS)), *sides)
    mark = codecs.BOM_UTF8 if one.data.startswith(codecs.BOM_UTF8) else b""
    return Merged(
        data=mark + (text(_Take.BOTH) if conflicts else with_ours).encode(),
        conflicts=tuple(map(_called, conflicts)),
        kept=tuple(
            _called(key)
            for key, (first, second) in choices.items()
            if first == second and first and _one_sided(key, *sides) and key in common.pieces
        ),
        problems=() if conflicts else problems(result, one.data, two.data),
    )


def _newline(data: bytes) -> str:
    return "\r\n" if b"\r\n" in data[: data.find(b"\n") + 1] else "\n"


def whole_conflict(ours: bytes, theirs: bytes, marker: int = 7) -> bytes:
    """Return both ledgers, one after the other between conflict markers."""
    sections = (("<", f" {OURS}", ours), ("=", "", theirs), (">", f" {THEIRS}", b""))
    text = b""
    for sign, label, body in sections:
        end = b"\n" if body and not body.endswith(b"\n") else b""
        text += f"{sign * marker}{label}\n".encode() + body + end
    return text


def _base(data: bytes, known: Collection[str]) -> Side:
    """Return the common state, as far as it can be read.

    In a criss-cross history git merges the common states first and gives us the conflicts of
    that: what stands between their markers counts as new on both sides.
    """
    text = data.decode(errors="replace")
    for each in (text, _CONFLICT.sub("", text)):
        with suppress(InvalidLedger):
            return read(cut(each.encode(), "the common state"), known)
    return Side({}, {}, {}, "", regular=False, known=())


def _order(ours: Side, theirs: Side) -> Iterator[Key]:
    """Yield every key: ours in our order, what is theirs alone after its neighbour in theirs.

    What both added in the same place: ours first, then theirs.
    """
    if TOP in theirs.pieces and TOP not in ours.pieces:
        yield TOP  # in any other place its keys would belong to a table
    waiting: dict[Key | None, list[Key]] = {}
    neighbour: Key | None = None
    for key in theirs.pieces:
        if key in ours.pieces:
            neighbour = key
        elif key != TOP:
            waiting.setdefault(neighbour, []).append(key)
    pending = waiting.get(None, [])
    for key in ours.pieces:
        if key in theirs.pieces:
            yield from pending
            pending = waiting.get(key, [])
        yield key
    yield from pending


def _choice(key: Key, base: Side, ours: Side, theirs: Side) -> _Choice:
    """Return what stands for a key in the result."""
    was, one, two = base.pieces.get(key), ours.pieces.get(key), theirs.pieces.get(key)
    if one is None or two is None:
        if was is None or isinstance(key, Element):
            return (one or two,) * 2
        if isinstance(key, Words):
            return None, None
    if one == two:
        return one, one
    before, first, second = (piece and piece.plain for piece in (was, one, two))
    same = first and second and first != before and _says_the_same(key, ours, theirs)
    if second in (before, first) or (same and _adds_no_remark(second or "", first or "")):
        return one, one
    taken = two._replace(gap=one.gap) if one and two else two
    if first == before or (same and _adds_no_remark(first or "", second or "")):
        return taken, taken
    return one, taken


def _says_the_same(key: Key, ours: Side, theirs: Side) -> bool:
    """Return whether what both sides have differs in layout and remarks at most."""
    if isinstance(key, Table) and key.where:
        return says(_at(ours.document, key.where)) == says(_at(theirs.document, key.where))
    return isinstance(key, Element)


def _adds_no_remark(text: str, other: str) -> bool:
    """Return whether nothing would be lost if the other stood in the place of this text."""
    return "#" not in text or Counter(text.split("\n")) <= Counter(other.split("\n"))


def _keep_what_is_named(choices: dict[Key, _Choice], ours: Side, theirs: Side) -> None:
    """Keep each table that one side lacks and the result names, and what it names in turn.

    Names are compared as those of reporters are, whatever their case.
    """
    there = {_folded(key) for key, choice in choices.items() if None not in choice}
    gone = {_folded(key): key for key, choice in choices.items() if None in choice}
    gone = {where: key for where, key in gone.items() if where and where not in there}
    waiting = [key for key, choice in choices.items() if choice != (None, None)] if gone else []
    while waiting:
        key = waiting.pop()
        for table, name in _named(key, choices[key], ours, theirs):
            if (back := gone.pop((table, str(name).casefold()), None)) is not None:
                choices[back] = (ours.pieces.get(back) or theirs.pieces.get(back),) * 2
                waiting.append(back)


def _folded(key: Key) -> Where:
    return tuple(str(part).casefold() for part in key.where) if isinstance(key, Table) else ()


def _named(key: Key, choice: _Choice, *sides: Side) -> Iterator[Where]:
    """Yield the tables that a piece names, in each wording of it that may stand in the result."""
    if isinstance(key, Element):
        yield from named(key.array, msgspec.msgpack.decode(key.says))
    elif isinstance(key, Table) and key.where:
        bodies = {piece.body for piece in choice if piece}
        for side in sides:
            if (piece := side.pieces.get(key)) and piece.body in bodies:
                yield from named(str(key.where[0]), _at(side.document, key.where))


def _at(document: Document, where: Where) -> object:
    """Return the value at a path, None if there is none."""
    value: object = document
    for part in where:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _joined(
    choices: Mapping[Key, _Choice], ours: Side, take: _Take, marker: int, newline: str
) -> str:
    """Return the text of the choices; `take` says which sides of a conflict."""
    parts: list[str] = []
    moved_before = False
    for key, (one, two) in choices.items():
        piece = two if take is _Take.THEIRS else one
        if take is _Take.BOTH and one != two:
            gap = one.gap if one else two.gap if two else ""
            piece = Piece(gap, _marked(one, two, marker, newline))
        if piece is None:
            continue
        moved = key not in ours.pieces
        if parts and not parts[-1].endswith("\n"):
            parts.append(newline)
        if parts and not piece.gap and (moved or moved_before):
            parts.append(newline)
        parts += piece
        moved_before = moved
    return "".join(parts) + ours.end


def _marked(one: Piece | None, two: Piece | None, marker: int, newline: str) -> str:
    """Return both pieces between conflict markers, as git writes them."""
    sections = [
        ("<" * marker + f" {OURS}", one),
        ("=" * marker, two),
        (">" * marker + f" {THEIRS}", None),
    ]
    lines = []
    for mark, piece in sections:
        body = piece.body if piece else ""
        lines += [mark, newline, body, newline if body and not body.endswith("\n") else ""]
    return "".join(lines)


def _are_apart(keys: Iterable[Key], ours: Side, theirs: Side) -> bool:
    """Return whether any table can stand in either wording, whatever the others say."""
    owners: set[Where] = set()
    for key in keys:
        if not isinstance(key, Words):
            owners.add((key.array, 0) if isinstance(key, Element) else key.where)
    return ours.regular and theirs.regular and are_apart(owners)


def _one_sided(key: Key, ours: Side, theirs: Side) -> bool:
    return (key in ours.pieces) != (key in theirs.pieces)


def _called(key: Key) -> str:
    """Return what people call a piece: "commitment talks"."""
    match key:
        case Table(where, _):
            return " ".join(map(str, where)) or "the keys before the first table"
        case Element("progress", said, _):
            entry = msgspec.msgpack.decode(said)
            return f"the entry of {entry.get('date')} about {entry.get('commitment')}"
        case Element(array, _, _):
            return f"an element of {array}"
        case Words():
            return "a remark"
