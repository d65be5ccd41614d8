"""What git has of a ledger beside its file: in the last commit, staged, in a merge under way."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jcm_ledger.errors import InvalidLedger
from jcm_ledger.errors.git import GitError, NoGit, NotARepository, OutsideWorkTree, UnreadableHead
from jcm_ledger.errors.undo import Committed, NotAsked, Staged
from jcm_ledger.rules.alterations import RawEntry, against
from jcm_ledger.store.checkout import checked_out
from jcm_ledger.store.git import Tracked
from jcm_ledger.store.journal import journal
from jcm_ledger.store.text import same_lines

_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD")
_MERGED, _OURS, _THEIRS = "0", "2", "3"


class Kept(NamedTuple):
    """A blob of the ledger that git has, and where: a revision, or the stage of an index."""

    where: str
    blob: str


class Unmerged(NamedTuple):
    """A file that git could not merge: both sides, and whether it is still as our side has it.

    `unread` says why the two sides could not be read; "" if they could.
    """

    untouched: bool
    ours: bytes
    theirs: bytes
    unread: str = ""


def refuse_kept(path: Path, name: str, before: bytes, after: bytes) -> None:
    """Raise Committed or Staged if git has an entry of the ledger that a change takes away.

    `before` and `after` are the ledger's bytes. Git has nothing of a file in no repository. Raise
    NotAsked where git cannot say.
    """
    ledger = Tracked(path, name)
    if not ledger.signs:
        return
    try:
        where = _having(ledger, journal(before, name), journal(after, name))
    except (GitError, InvalidLedger) as failure:
        raise NotAsked(name, failure) from None
    if where == _MERGED:
        raise Staged(name)
    if where:
        raise Committed(name, "the merge under way" if where in (_OURS, _THEIRS) else where)


def unmerged(path: Path, name: str, data: bytes) -> Unmerged | None:
    """Return both sides of a file that git left unmerged; None if it is merged or untracked.

    Raise GitError if git will not say.
    """
    ledger = Tracked(path, name)
    if not ledger.signs:
        return None
    try:
        ledger.need_work_tree()
    except (NotARepository, OutsideWorkTree):
        return None
    blobs = dict(_stages(ledger))
    if not blobs.keys() - {_MERGED}:
        return None
    try:
        ours, theirs = (
            checked_out(ledger, blobs[stage], f":{stage}:{name}") if stage in blobs else b""
            for stage in (_OURS, _THEIRS)
        )
    except GitError as failure:
        return Unmerged(untouched=False, ours=b"", theirs=b"", unread=str(failure))
    return Unmerged(same_lines(ours, data), ours, theirs)


def _having(ledger: Tracked, before: list[RawEntry], after: list[RawEntry]) -> str:
    """Return where git has what `after` lacks and `before` has, "" if nowhere."""
    for where, blob in _kept(ledger, before[-1].commitment):
        what = f"{where}:{ledger.name}"
        kept = journal(checked_out(ledger, blob, what), what)
        if [*against(kept, before, where)] != [*against(kept, after, where)]:
            return where
    return ""


def _kept(ledger: Tracked, commitment: str) -> Iterator[Kept]:
    """Yield each version that git has and that counts, once.

    The ledger may have been renamed. So if git has none by its name, the versions are those of
    files that the last commit has, that are gone now, and that hold this commitment.
    """
    try:
        ledger.need_work_tree()
    except (NotARepository, OutsideWorkTree):
        return
    except NoGit:
        if ledger.signs:
            raise
        return
    seen = {""}
    for where, blob in (*_committed(ledger), *_stages(ledger)):
        if blob not in seen:
            yield Kept(where, blob)
        seen.add(blob)
    if len(seen) == 1:
        yield from _renamed(ledger, commitment)


def _committed(ledger: Tracked) -> Iterator[Kept]:
    """Yield the blob of the last commit, and of each commit that is being merged or applied."""
    if head := _head(ledger):
        yield Kept("HEAD", ledger.blob_at(head))
    for name in _UNDER_WAY:
        for commit in _heads(ledger, name):
            yield Kept(name, ledger.blob_at(commit))


def _heads(ledger: Tracked, name: str) -> list[str]:
    """Return the commits that are being merged or applied; raise UnreadableHead."""
    file = ledger.folder / ledger.ask("rev-parse", "--git-path", name)
    try:
        return file.read_text(encoding="ascii").split()
    except FileNotFoundError:  # there is none, or refs are stored elsewhere
        return ledger.run("rev-parse", "--verify", "--quiet", name).stdout.decode().split()
    except (OSError, ValueError):
        raise UnreadableHead(ledger.name, name) from None


def _head(ledger: Tracked) -> str:
    """Return the last commit, "" before the first; raise UnreadableHead if it cannot be read.

    Before the first commit HEAD names a branch that is not there yet, and that is no fault.
    """
    found = ledger.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if found.returncode == 0:
        return found.stdout.decode().strip()
    if ledger.holds("rev-parse", "--verify", "--quiet", "HEAD") or not ledger.holds(
        "symbolic-ref", "--quiet", "HEAD"
    ):
        raise UnreadableHead(ledger.name, "HEAD")
    return ""


def _stages(ledger: Tracked) -> Iterator[Kept]:
    """Yield the ledger's blobs in the index by their stage, "0" if it is merged."""
    listed = ledger.ask("ls-files", "--stage", "-z", "--", f":(literal){ledger.path}")
    for line in filter(None, listed.split("\0")):
        _mode, blob, stage = line.partition("\t")[0].split()
        yield Kept(stage, blob)


def _renamed(ledger: Tracked, commitment: str) -> Iterator[Kept]:
    """Yield what the last commit has by the name of a file that is gone, or is the ledger itself.

    On a disk that does not tell small letters from capitals, the ledger has more than one name.
    """
    head = _head(ledger)
    if not head:
        return
    wanted = ("--full-name", "--name-only", "--text", "--fixed-strings", "-z", "-e", commitment)
    asked = ("grep", "--no-recurse-submodules", *wanted, head, "--", ":(top)")
    names = ledger.answer(*asked, or_nothing=True).decode(errors="surrogateescape")
    top = Path(ledger.ask("rev-parse", "--show-toplevel"))
    for found in filter(None, names.split("\0")):
        path = found.partition(":")[2]
        if not os.path.lexists(top / path) or _same(top / path, ledger.folder / ledger.path):
            yield Kept(f"HEAD:{path}", ledger.ask("rev-parse", "--verify", f"{head}:{path}"))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
