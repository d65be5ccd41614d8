"""The folder that `jcm report --pages` writes: what may stand in it, and how it is replaced."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jcm_ledger.commands import output
from jcm_ledger.commands.documents import STDOUT
from jcm_ledger.commands.output_refusals import ForeignFiles, PagesNeedAFolder
from jcm_ledger.commands.refusals import NotTogether
from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.render.formats import Format, ReportFormat
from jcm_ledger.store.files import as_cannot_write
from jcm_ledger.store.transaction import Transaction, transaction, what_stands


class Target(NamedTuple):
    """A folder of pages: where it is, and what is in it that a page may replace, by its path."""

    path: Path
    standing: dict[str, bytes]


def settle(
    files: Sequence[Path] | None, form: Format | None, *, ledger: Path | None, force: bool
) -> Target:
    """Return the folder to write; refuse one that holds what jcm did not write, unless forced."""
    # lazy import: only pages need templates
    from jcm_ledger.render.html.folder import FOLDERS, MARK

    if not files or len(files) > 1 or files[0] == STDOUT:
        raise PagesNeedAFolder
    if form not in (None, ReportFormat.HTML):
        raise NotTogether("--pages", f"--format {form}", "pages are HTML: leave --format out")
    folder = files[0]
    with as_cannot_write(str(folder)):
        if os.path.lexists(folder) and not folder.is_dir():
            raise CannotWrite(str(folder), "it is no folder", "name another folder")
        found = dict(_found(folder)) if folder.is_dir() else {}
    linked = [name for name in FOLDERS if (folder / name).is_symlink()]
    if linked:
        hint = "take the link away, or name another folder"
        raise CannotWrite(str(folder / linked[0]), "it is a link, and none is followed", hint)
    foreign = [name for name, old in found.items() if old is None or MARK.encode() not in old]
    if foreign and not force:
        raise ForeignFiles(str(folder), foreign)
    ours = {name: old for name, old in found.items() if old is not None}
    if ledger is not None and ledger.exists():
        ours = {name: old for name, old in ours.items() if not ledger.samefile(folder / name)}
    return Target(folder, ours)


def _found(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """Yield what is in a folder by its path there; None for what is no file where pages stand."""
    from jcm_ledger.render.html.folder import FOLDERS, INDEX

    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name == INDEX and entry.is_file(follow_symlinks=False):
            yield INDEX, Path(entry.path).read_bytes()
        elif entry.name in FOLDERS and entry.is_dir(follow_symlinks=False):
            for file in sorted(os.scandir(entry.path), key=lambda each: each.name):
                is_page = file.name.endswith(".html") and file.is_file(follow_symlinks=False)
                old = Path(file.path).read_bytes() if is_page else None
                yield f"{entry.name}/{file.name}", old
        else:
            yield entry.name, None


def write(target: Target, pages: Iterable[tuple[str, str]]) -> None:
    """Write every page and take away those of an earlier report, all of that or nothing."""
    from jcm_ledger.render.html.folder import MARK

    wanted = {name: text.encode() for name, text in pages}
    with transaction() as work:
        work.make_folder(target.path, str(target.path))
        for folder in {(target.path / name).parent for name in wanted}:
            work.make_folder(folder, str(folder))
        for name, document in wanted.items():
            _put(work, target, name, document)
        for name in target.standing.keys() - wanted.keys():
            old = target.standing[name]
            if MARK.encode() in old:
                work.remove(target.path / name, str(target.path / name), old=old)
    output.did(f"Wrote {len(wanted):,} pages to {target.path}.")


def _put(work: Transaction, target: Target, name: str, document: bytes) -> None:
    path, old = target.path / name, target.standing.get(name)
    if old is None:
        work.create(path, document, str(path), hint="name another folder")
    elif what_stands(path, str(path)) != document:
        work.overwrite(path, document, str(path), old=old)
