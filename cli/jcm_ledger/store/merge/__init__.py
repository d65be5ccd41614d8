"""Merging two ledgers that grew from one: by table, else by entry, else by line."""

from contextlib import suppress

from msgspec.structs import replace

from jcm_ledger.errors.git import CannotMerge
from jcm_ledger.store.merge.by_entry import merge_by_entry
from jcm_ledger.store.merge.by_line import merge_by_line
from jcm_ledger.store.merge.by_table import Merged, merge_by_table

__all__ = ["Merged", "merge", "merge_by_entry", "merge_by_line", "merge_by_table"]


def merge(base: bytes, ours: bytes, theirs: bytes, *, name: str, marker: int = 7) -> Merged:
    """Return the merge of two ledgers that were last the same in `base`; raise nothing.

    By table, if that gives a ledger which holds every entry of both. Else by entry, with all
    tables as one piece, if both sides can be read; else by line, as git does it, and then
    `dropped` names the entries that this left out. `name` is what the ledger is called in
    `reason`, `marker` the length of a conflict marker.
    """
    try:
        return merge_by_table(base, ours, theirs, name=name, marker=marker)
    except CannotMerge as refusal:
        reason = refusal.reason
    with suppress(CannotMerge):
        merged = merge_by_entry(base, ours, theirs, name=name, marker=marker)
        return replace(merged, reason=reason)
    return replace(merge_by_line(base, ours, theirs, marker=marker), reason=reason)
