"""Merging two ledgers of which one cannot be read: by line, as git does, with its markers."""

from pathlib import Path
from tempfile import TemporaryDirectory

from jcm_ledger.store.git import merge_lines
from jcm_ledger.store.merge.by_table import Merged
from jcm_ledger.store.merge.losses import left_out
from jcm_ledger.store.text import between_markers, newline

_ANYTHING = "surrogateescape"
"""How bytes become text and the same bytes again, UTF-8 or not."""


def merge_by_line(base: bytes, ours: bytes, theirs: bytes, *, marker: int = 7) -> Merged:
    """Return git's merge by line of two ledgers; where it has no conflict, both between markers.

    What git merged outside its markers may lack entries: those are `dropped`.
    """
    before, one, two = (data.decode(errors=_ANYTHING) for data in (base, ours, theirs))
    text = git_lines(before, one, two, marker=marker) or between_markers(
        one, two, length=marker, style=newline(ours)
    )
    return Merged(
        data=text.encode(errors=_ANYTHING),
        conflicts=("the file",),
        dropped=tuple(left_out(text, ours, theirs)),
    )


def git_lines(base: str, ours: str, theirs: str, *, marker: int) -> str | None:
    """Return git's merge by line of three texts, if it has a conflict.

    None if it has not, without git, and where no temporary file can be written. The texts may
    hold what `merge_by_line` made of bytes.
    """
    try:
        with TemporaryDirectory(prefix="jcm-merge-") as folder:
            before, one, two = (Path(folder) / side for side in ("base", "ours", "theirs"))
            for file, text in ((before, base), (one, ours), (two, theirs)):
                file.write_bytes(text.encode(errors=_ANYTHING))
            merged = merge_lines(before, one, two, marker)
    except OSError:
        return None
    return merged.decode(errors=_ANYTHING) if merged else None
