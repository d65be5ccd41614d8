"""Merging two ledgers whose tables do not fit together: entry by entry, all tables as one piece."""

from collections.abc import Iterator
from itertools import takewhile
from operator import attrgetter

from jcm_ledger.errors import InvalidLedger
from jcm_ledger.model.finding import Where
from jcm_ledger.store.document import toml
from jcm_ledger.store.lines import statements
from jcm_ledger.store.merge.by_line import git_lines
from jcm_ledger.store.merge.by_table import Merged, combined
from jcm_ledger.store.merge.losses import refuse_lost_entry
from jcm_ledger.store.merge.pieces import REST, Key, Part, Piece, is_entry, parts
from jcm_ledger.store.merge.sides import (
    Document,
    LedgerPieces,
    by_key,
    read_base,
    read_both,
)
from jcm_ledger.store.text import between_markers, decode, newline, resolved, with_newlines
from jcm_ledger.store.toml import element


def merge_by_entry(
    base: bytes, ours: bytes, theirs: bytes, *, name: str, marker: int = 7
) -> Merged:
    """Return the merge of two ledgers that were last the same in `base`.

    Entries are merged as by table, and stand below everything else, which is one piece: if both
    sides changed it, git merges it by line, with its markers. The result was read back with
    either side of that piece, and holds every entry of both, once. Raise CannotMerge.
    """
    style = newline(ours)
    common = _in_two(read_base(base), style)
    one, two = (_in_two(side, style) for side in read_both(ours, theirs, name))

    def marked(key: Key, first: str, second: str) -> str:
        if key == REST:
            lines = git_lines(common.pieces[REST].body, first, second, marker=marker)
            if lines and _reads_either_way(lines):
                return with_newlines(lines, style)
        return between_markers(first, second, length=marker, style=style)

    return combined(common, one, two, name=name, marked=marked, refuse=refuse_lost_entry)


def _reads_either_way(text: str) -> bool:
    """Return whether a text with conflicts is TOML with our side chosen in all, and with theirs."""
    try:
        for side in ("ours", "theirs"):
            toml(resolved(text, attrgetter(side)).encode(), "")
    except InvalidLedger:
        return False
    return True


def _in_two(side: LedgerPieces, style: str) -> LedgerPieces:
    """Return a side with all that stands above its entries as one piece, REST.

    Comments below the last table stay among the entries.
    """
    text = with_newlines(decode(side.data), style)
    found, end = parts(_without_value(text))
    entries = _put_together(part for part in found if is_entry(part))
    tables = [n for n, part in enumerate(found) if isinstance(part, Part) and not is_entry(part)]
    above = tables[-1] + 1 if tables else 0
    rest = "".join(f"{part.gap}{part.body}" for part in found[:above] if not is_entry(part))
    journal: list[Part | Piece] = [*_written_as_a_value(side.document, entries, style)]
    for number, part in enumerate(found):
        if isinstance(part, Part) and part.owner in entries:
            journal.append(entries.pop(part.owner))
        elif number >= above and not is_entry(part):
            journal.append(part)
    pieces = {REST: Piece("", rest)} | by_key(journal, side.document)
    return LedgerPieces(side.data, side.document, pieces, end)


def _put_together(found: Iterator[Part | Piece]) -> dict[Where, Part]:
    """Return entries by their place; other tables may stand between the parts of one."""
    entries: dict[Where, Part] = {}
    for part in found:
        if isinstance(part, Part):
            first = entries.get(part.owner)
            entries[part.owner] = (
                first._replace(body=f"{first.body}{part.gap}{part.body}") if first else part
            )
    return entries


def _without_value(text: str) -> str:
    """Return a ledger's text without the journal where that is a value: `progress = [{…}]`."""
    for statement in takewhile(lambda statement: not statement.header, statements(text)):
        if statement.where == ("progress",):
            return text[: statement.start] + text[statement.end :]
    return text


def _written_as_a_value(
    document: Document, headed: dict[Where, Part], style: str
) -> Iterator[Part]:
    """Yield the entries of a journal that is a value, each as a table of its own."""
    journal = document.get("progress")
    if isinstance(journal, list) and not headed:
        for number, entry in enumerate(journal):
            text = with_newlines(element("progress", entry), style)
            yield Part(("progress", number), style, text)
