"""What report and export write: in which format, and where each document goes."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import typer

from jcm_ledger.commands import output
from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.options import LANGS
from jcm_ledger.commands.output_refusals import BadSuffix, BinaryOnTerminal, IdleFormat, NamedTwice
from jcm_ledger.commands.refusals import NotConfirmed
from jcm_ledger.errors import home_hint, typed
from jcm_ledger.errors.files import AlreadyThere, CannotWrite
from jcm_ledger.render.formats import AgendaFormat, ExportFormat, Format, ReportFormat
from jcm_ledger.store.files import as_cannot_write, rehearse
from jcm_ledger.store.interruptions import held_back
from jcm_ledger.store.source import behind_links
from jcm_ledger.store.transaction import Transaction, transaction, what_stands

STDOUT = Path("-")
_NAME_THE_FILE = "name the file itself, or take the link away"


AnyFormat = TypeVar("AnyFormat", bound=Format)


def report_format(name: str) -> ReportFormat:
    """Return the format of a report of this name or suffix: "markdown", "md"."""
    return _named(ReportFormat, name)


def agenda_format(name: str) -> AgendaFormat:
    """Return the format of an agenda of this name or suffix."""
    return _named(AgendaFormat, name)


def _named(forms: type[AnyFormat], name: str) -> AnyFormat:
    try:
        return forms.named(name)
    except ValueError as unknown:
        raise typer.BadParameter(str(unknown)) from None


class Output(NamedTuple, Generic[AnyFormat]):
    """A document to write: where to, STDOUT for stdout, in which format, over a file or not."""

    path: Path
    form: AnyFormat
    replace: bool = False

    @property
    def lang(self) -> str:
        """The language that the name says before its suffix, "" for none: status.ja.html."""
        suffixes = self.path.suffixes
        named = suffixes[-2].removeprefix(".").lower() if len(suffixes) > 1 else ""
        return named if named in LANGS else ""


def settle(
    files: Sequence[Path] | None,
    form: AnyFormat | None,
    default: AnyFormat,
    *,
    ledger: Path | None,
    force: bool,
) -> list[Output[AnyFormat]]:
    """Return the documents to write, to stdout if no file is named; ask before one is replaced.

    A suffix says the format; `form` is for stdout and for names that say nothing. Everything
    that can be refused is refused here, before any work is done or any file is written.
    """
    paths = list(files or (STDOUT,))
    forms = [_format(path, form, default) for path in paths]
    if form is not None and form not in forms:
        raise IdleFormat(form, [str(path) for path in paths])
    for path, own in zip(paths, forms, strict=True):
        _refuse_twice(path, paths)
        if path == STDOUT and own.binary and output.on_terminal():
            raise BinaryOnTerminal(own, own.suffix)
        if path != STDOUT:
            with as_cannot_write(str(path)):
                _refuse_unwritable(path, ledger)
    return [
        Output(path, own, path != STDOUT and _replaces(path, force=force))
        for path, own in zip(paths, forms, strict=True)
    ]


def alone(path: Path, form: AnyFormat, *, force: bool) -> Output[AnyFormat]:
    """Return the one document that a command writes; refuse what `settle` refuses."""
    if path == STDOUT:
        return Output(path, form)
    with as_cannot_write(str(path)):
        _refuse_unwritable(path, ledger=None)
    return Output(path, form, _replaces(path, force=force))


def render(
    outputs: Sequence[Output[AnyFormat]],
    make: Callable[[Output[AnyFormat], bytes], bytes],
    step: Callable[[str], None],
) -> list[tuple[Output[AnyFormat], bytes]]:
    """Return each output with its document; `step` is told what is being made.

    `make` is asked once a format and language, with the document whose place it takes.
    """
    rendered = []
    made: dict[tuple[AnyFormat, str, bytes], bytes] = {}
    for wanted in outputs:
        if wanted.form.renderer:
            step(f"Making {wanted.form}")
            asked = wanted.form, wanted.lang, _earlier(wanted)
            made[asked] = made.get(asked) or make(wanted, asked[2])
            rendered.append((wanted, made[asked]))
    return rendered


@contextmanager
def written(rendered: Sequence[tuple[Output[AnyFormat], bytes]]) -> Iterator[None]:
    """Write every document whole, or none if one of them cannot be, or stdout takes no more.

    The caller writes inside the context what else goes to stdout. At the end the written files are
    named, on stderr if stdout has a document.
    """
    files = [(wanted, document) for wanted, document in rendered if wanted.path != STDOUT]
    if not files:
        _send(rendered)
        yield
        return
    with transaction() as work:
        for (path, _form, replace), document in files:
            _put(work, path, document, replace=replace)
        _send(rendered)
        yield
        sys.stdout.flush()
    lines = [f"Wrote {wanted.path}." for wanted, _ in files]
    if len(files) == len(rendered):
        output.did(*lines)
    else:
        for line in lines:
            output.tell(line)


def write(rendered: Sequence[tuple[Output[AnyFormat], bytes]]) -> None:
    """Write every document, or none, and say so."""
    with written(rendered):
        return


def _put(work: Transaction, path: Path, document: bytes, *, replace: bool) -> None:
    name = str(path)
    old = what_stands(path, name, _NAME_THE_FILE) if replace else None
    if old is None:
        work.create(path, document, name, hint="replace it with --force")
    else:
        work.overwrite(path, document, name, old=old)


def _send(rendered: Sequence[tuple[Output[AnyFormat], bytes]]) -> None:
    for wanted, document in rendered:
        if wanted.path == STDOUT:
            output.send(document)


def _earlier(to: Output[AnyFormat]) -> bytes:
    """Return the file that a revision takes the place of, b"" where there is none."""
    if not (to.form.revision and to.replace and to.path.is_file()):
        return b""
    with as_cannot_write(str(to.path)):
        return to.path.read_bytes()


def _format(path: Path, form: AnyFormat | None, default: AnyFormat) -> AnyFormat:
    """Return the format of one output: its suffix's, else `form`; stdout has a default."""
    suffix = "" if path == STDOUT else path.suffix.lower()
    by_suffix = {each.suffix: each for each in type(default) if each.suffix}
    if suffix in by_suffix:
        return by_suffix[suffix]
    if path == STDOUT:
        return default if form is None else form
    if form is None or not form.renderer:
        asked = type(default)
        command = "agenda MEETING" if asked is AgendaFormat else "report"
        elsewhere = _elsewhere(suffix, asked)
        raise BadSuffix(str(path), list(by_suffix), elsewhere=elsewhere, command=command)
    return form


def _elsewhere(suffix: str, asked: type[Format]) -> str:
    """Return the other command that writes files of this suffix, "" if there is none."""
    commands: dict[str, type[Format]] = {"report": ReportFormat, "export": ExportFormat}
    writes = (name for name, formats in commands.items() if suffix in _suffixes(formats))
    own = asked in (*commands.values(), AgendaFormat)  # a draft is none of these
    return next((name for name in writes if own and suffix and commands[name] is not asked), "")


def _suffixes(formats: type[Format]) -> Iterator[str]:
    return (form.suffix for form in formats)


def _refuse_twice(path: Path, paths: Sequence[Path]) -> None:
    if sum(behind_links(path) == behind_links(other) for other in paths) > 1:
        raise NamedTwice(str(path))


def _refuse_unwritable(path: Path, ledger: Path | None) -> None:
    """Raise CannotWrite for a path that a document must never replace."""
    if path.is_dir():
        raise CannotWrite(str(path), "it is a folder", f"name a file: {path / 'status.md'}")
    if path.exists() and not path.is_file():
        raise CannotWrite(str(path), "it is a pipe or a device", "redirect stdout to it: -o -")
    if ledger is not None and path.exists() and ledger.exists() and path.samefile(ledger):
        raise CannotWrite(str(path), "it is the ledger", "name another file")
    if path.is_symlink():
        what_stands(path, str(path), _NAME_THE_FILE)
    folder = path.parent
    if folder.exists() and not folder.is_dir():
        raise CannotWrite(str(path), f"{folder} is a file, no folder", "name another folder")
    if not folder.exists():
        hint = home_hint(str(path)) or f"make it first: mkdir -p {typed(str(folder))}"
        raise CannotWrite(str(path), f"there is no folder {folder}", hint)
    with held_back() as let_through:
        rehearse(path, str(path))
        let_through()


def _replaces(path: Path, *, force: bool) -> bool:
    """Return whether a file is there to be replaced; raise if the user does not allow it."""
    with as_cannot_write(str(path)):
        there = path.exists()
    if force or not there:
        return force
    if not output.can_ask():
        raise AlreadyThere(str(path), "replace it with --force")
    if not typer.confirm(said(f"Replace {path}?"), err=True):
        raise NotConfirmed(f"{path} stays", "nothing was written")
    return True
