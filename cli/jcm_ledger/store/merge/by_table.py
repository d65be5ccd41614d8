"""Merging two ledgers that grew from one: by table, not by line.

Entries of both sides are kept; a table that one side changed is taken from that side; one that
both changed differently stands in the result twice, between git's conflict markers.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from jcm_ledger.model.finding import Severity, Where
from jcm_ledger.store.journal import called, canonical
from jcm_ledger.store.merge.losses import (
    Refuse,
    read_back,
    refuse_loss,
    refuse_lost_translation,
)
from jcm_ledger.store.merge.pieces import REST, TOP, ElementKey, Key, Piece, RemarkKey, TableKey
from jcm_ledger.store.merge.references import named, new_findings
from jcm_ledger.store.merge.sides import Document, LedgerPieces, read_base, read_both
from jcm_ledger.store.text import between_markers, byte_order_mark, newline


class Merged(Struct, frozen=True):
    """What came of a merge: the bytes, and the tables in conflict, as people call them.

    `kept` is what one side lacks and the other still has: entries, and tables that are named.
    `dropped` are entries of a side that the result lacks, which no merge by table or entry does.
    `problems` are the errors of a merge without conflicts that neither side had, `warnings` what
    is worth telling of it. `reason` says why it was not made by table, if it was not.
    """

    data: bytes
    conflicts: tuple[str, ...]
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""


class _Take(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


_Choice = tuple[Piece | None, Piece | None]
"""The pieces that stand for a key in the result, ours and theirs; without a conflict, one piece
twice."""

Marked = Callable[[Key, str, str], str]
"""Given a piece that both sides have in different words, returns them with conflict markers."""


def merge_by_table(
    base: bytes, ours: bytes, theirs: bytes, *, name: str, marker: int = 7
) -> Merged:
    """Return the merge of two ledgers that were last the same in `base`.

    `marker` is the length of a conflict marker. The result was read back: whichever side of a
    conflict is chosen, it holds every entry of both, once. Raise CannotMerge.
    """
    one, two = read_both(ours, theirs, name)
    if ours == theirs:
        return Merged(ours, ())

    def marked(_key: Key, first: str, second: str) -> str:
        return between_markers(first, second, length=marker, style=newline(ours))

    return combined(read_base(base), one, two, name=name, marked=marked)


def combined(  # noqa: PLR0913 - what a merge is made of
    base: LedgerPieces,
    ours: LedgerPieces,
    theirs: LedgerPieces,
    *,
    name: str,
    marked: Marked,
    refuse: Refuse = refuse_loss,
) -> Merged:
    """Return the merge of two sides, piece by piece, read back.

    Raise CannotMerge if it is no TOML or `refuse` raises it, with either side of the conflicts.
    """
    choices = {key: _choice(key, base, ours, theirs) for key in _order(ours, theirs)}
    _keep_what_is_named(choices, ours, theirs)
    conflicts = {key: choice for key, choice in choices.items() if choice[0] != choice[1]}

    def text(take: _Take) -> str:
        return _joined(choices, ours, take, marked)

    def verified(take: _Take) -> Document:
        result = read_back(name, text(take))
        refuse(name, result, ours.document, theirs.document)
        return result

    result = verified(_Take.OURS)
    results = (result, verified(_Take.THEIRS)) if conflicts else (result,)
    refuse_lost_translation(name, results, ours.document, theirs.document)
    merged = text(_Take.BOTH if conflicts else _Take.OURS)
    new = () if conflicts else new_findings(result, ours.document, theirs.document)
    return Merged(
        data=byte_order_mark(ours.data) + merged.encode(),
        conflicts=tuple(map(_called, conflicts)),
        kept=tuple(
            _called(key)
            for key, (first, second) in choices.items()
            if first == second and first and _one_sided(key, ours, theirs) and key in base.pieces
        ),
        problems=tuple(each.message for each in new if each.severity is Severity.ERROR),
        warnings=tuple(each.message for each in new if each.severity is not Severity.ERROR),
    )


def _order(ours: LedgerPieces, theirs: LedgerPieces) -> Iterator[Key]:
    """Yield every key: ours in our order, one of theirs alone after its neighbour there.

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


def _choice(key: Key, base: LedgerPieces, ours: LedgerPieces, theirs: LedgerPieces) -> _Choice:
    """Return what stands for a key in the result."""
    was, one, two = base.pieces.get(key), ours.pieces.get(key), theirs.pieces.get(key)
    if one is None or two is None:
        if was is None or isinstance(key, ElementKey):
            return (one or two,) * 2
        if isinstance(key, RemarkKey):
            return None, None
    if one and two and one.translations != two.translations:
        return _more_translated(was, one, two)
    before, first, second = (piece and piece.plain for piece in (was, one, two))
    same = first and second and first != before and _holds_the_same(key, ours, theirs)
    if second in (before, first) or (same and _adds_no_remark(second or "", first or "")):
        return one, one
    taken = two._replace(gap=one.gap) if one and two else two
    if first == before or (same and _adds_no_remark(first or "", second or "")):
        return taken, taken
    return one, taken


def _more_translated(was: Piece | None, one: Piece, two: Piece) -> _Choice:
    """Return what stands for an entry that one side has with more translations than the other.

    Both, if either would lack a translation or a remark of the other.
    """
    taken = two._replace(gap=one.gap)
    ours, theirs = set(one.translations), set(two.translations)
    more, fewer = (one, two) if theirs < ours else (taken, one)
    if (ours < theirs or theirs < ours) and (
        (was and fewer.plain == was.plain) or _adds_no_remark(fewer.plain, more.plain)
    ):
        return more, more
    return one, taken


def _holds_the_same(key: Key, ours: LedgerPieces, theirs: LedgerPieces) -> bool:
    """Return whether a piece differs between the two sides in layout and remarks at most."""
    if isinstance(key, TableKey) and key.where:
        return canonical(_at(ours.document, key.where)) == canonical(
            _at(theirs.document, key.where)
        )
    return isinstance(key, ElementKey)


def _adds_no_remark(text: str, other: str) -> bool:
    """Return whether nothing would be lost if the other stood in the place of this text."""
    return "#" not in text or Counter(text.split("\n")) <= Counter(other.split("\n"))


def _keep_what_is_named(
    choices: dict[Key, _Choice], ours: LedgerPieces, theirs: LedgerPieces
) -> None:
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
    return tuple(str(part).casefold() for part in key.where) if isinstance(key, TableKey) else ()


def _named(key: Key, choice: _Choice, *sides: LedgerPieces) -> Iterator[Where]:
    """Yield the tables that a piece names, in each wording of it that may stand in the result."""
    if isinstance(key, ElementKey):
        yield from named(key.array, msgspec.msgpack.decode(key.canonical))
    elif isinstance(key, TableKey) and key.where:
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


def _joined(choices: Mapping[Key, _Choice], ours: LedgerPieces, take: _Take, marked: Marked) -> str:
    """Return the text of the choices; `take` says which sides of a conflict."""
    style = newline(ours.data)
    parts: list[str] = []
    moved_before = False
    for key, (one, two) in choices.items():
        piece = two if take is _Take.THEIRS else one
        if take is _Take.BOTH and one != two:
            gap = one.gap if one else two.gap if two else ""
            piece = Piece(gap, marked(key, one.body if one else "", two.body if two else ""))
        if piece is None:
            continue
        moved = key not in ours.pieces
        if parts and not parts[-1].endswith("\n"):
            parts.append(style)
        if parts and not piece.gap and (moved or moved_before):
            parts.append(style)
        parts += (piece.gap, piece.body)
        moved_before = moved
    return "".join(parts) + ours.end


def _one_sided(key: Key, ours: LedgerPieces, theirs: LedgerPieces) -> bool:
    return (key in ours.pieces) != (key in theirs.pieces)


def _called(key: Key) -> str:
    """Return what people call a piece: "commitment talks"."""
    match key:
        case _ if key == REST:
            return "the tables"
        case TableKey(where, _):
            return " ".join(map(str, where)) or "the keys before the first table"
        case ElementKey("progress", canonical, _):
            return called(canonical)
        case ElementKey(array, _, _):
            return f"an element of {array}"
        case RemarkKey():
            return "a remark"
