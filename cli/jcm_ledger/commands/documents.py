"""What report and export write: the formats, and where each document goes.

A format is one line here. Its renderer is imported when a document is made, so that no other
command pays for a document library.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import NamedTuple, Self, TypeVar

import typer

from jcm_ledger.commands import output
from jcm_ledger.errors import (
    AlreadyThere,
    BadSuffix,
    BinaryOnTerminal,
    CannotWrite,
    IdleFormat,
    NamedTwice,
    NotConfirmed,
)
from jcm_ledger.rules.report import Report
from jcm_ledger.store.files import as_cannot_write, create_file, rehearse, replace_file
from jcm_ledger.store.source import behind_links

STDOUT = Path("-")


class Format(StrEnum):
    """A format: how --format spells it, its suffix, what in render/ makes it, whether of bytes.

    The renderer is a function of a Report, written "module:function". It returns text or bytes.
    """

    suffix: str
    renderer: str
    binary: bool

    def __new__(cls, name: str, suffix: str, renderer: str, kind: str = "text") -> Self:
        """Make a member of what stands in its line."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.suffix, member.renderer, member.binary = suffix, renderer, kind == "binary"
        return member

    def render(self, content: Report) -> bytes:
        """Return the document; text is encoded as UTF-8."""
        module, function = self.renderer.split(":")
        make: Callable[[Report], str | bytes]
        make = getattr(import_module(f"jcm_ledger.render.{module}"), function)
        document = make(content)
        return document if isinstance(document, bytes) else document.encode()


class ReportFormat(Format):
    """What a report can be written as; on a terminal it is drawn, not rendered to a document."""

    TERMINAL = "terminal", "", ""
    MARKDOWN = "markdown", ".md", "markdown:report"
    HTML = "html", ".html", "html:report"
    DOCX = "docx", ".docx", "word:document", "binary"


class ExportFormat(Format):
    """What the data can be written as."""

    CSV = "csv", ".csv", "delimited:export"
    JSON = "json", ".json", "records:export"
    EXCEL = "xlsx", ".xlsx", "excel:workbook", "binary"
    CALENDAR = "ics", ".ics", "calendar:events"


AnyFormat = TypeVar("AnyFormat", bound=Format)


def report_format(name: str) -> ReportFormat:
    """Return the format of this name or suffix: "markdown", "md"."""
    for form in ReportFormat:
        if name and name in (form, form.suffix.removeprefix(".")):
            return form
    names = ", ".join(f"'{form}'" for form in ReportFormat)
    raise typer.BadParameter(f"'{name}' is not one of {names}.")


class Output(NamedTuple):
    """A document to write: where to, STDOUT for stdout, in which format, over a file or not."""

    path: Path
    form: Format
    replace: bool = False


def settle(
    files: Sequence[Path] | None,
    form: AnyFormat | None,
    default: AnyFormat,
    *,
    ledger: Path | None,
    force: bool,
) -> list[Output]:
    """Return what is to be written, stdout where no file is named; ask where a file exists.

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


def render(
    outputs: Sequence[Output], content: Report, step: Callable[[str], None]
) -> list[tuple[Output, bytes]]:
    """Return each output with its document; `step` is told what is being made."""
    rendered = []
    made: dict[Format, bytes] = {}
    for each in outputs:
        if each.form.renderer:
            step(f"Making {each.form}")
            made[each.form] = made.get(each.form) or each.form.render(content)
            rendered.append((each, made[each.form]))
    return rendered


def write(rendered: Sequence[tuple[Output, bytes]]) -> None:
    """Write every document whole, and say so where stdout is not one of them."""
    say = output.tell if any(each.path == STDOUT for each, _ in rendered) else output.say
    for (path, _form, replace), document in rendered:
        if path == STDOUT:
            output.send(document)
            continue
        if replace and path.is_file():
            replace_file(path, document, str(path))
        else:
            create_file(path, document, str(path), hint="replace it with --force")
        say(f"Wrote {path}.")


def _format(path: Path, form: AnyFormat | None, default: AnyFormat) -> AnyFormat:
    """Return the format of one output: its suffix's, else `form`; stdout has a default."""
    suffix = "" if path == STDOUT else path.suffix.lower()
    known = {each.suffix: each for each in type(default) if each.suffix}
    if suffix in known:
        return known[suffix]
    if path == STDOUT:
        return default if form is None else form
    if form is None or not form.renderer:
        raise BadSuffix(str(path), list(known), elsewhere=_elsewhere(suffix, type(default)))
    return form


def _elsewhere(suffix: str, asked: type[Format]) -> str:
    """Return the command that writes files of this suffix, "" if none but the one asked does."""
    commands: dict[str, type[Format]] = {"report": ReportFormat, "export": ExportFormat}
    writes = (name for name, formats in commands.items() if suffix in _suffixes(formats))
    return next((name for name in writes if suffix and commands[name] is not asked), "")


def _suffixes(formats: type[Format]) -> Iterator[str]:
    return (each.suffix for each in formats)


def _refuse_twice(path: Path, paths: Sequence[Path]) -> None:
    if sum(behind_links(path) == behind_links(other) for other in paths) > 1:
        raise NamedTwice(str(path))


def _refuse_unwritable(path: Path, ledger: Path | None) -> None:
    """Raise CannotWrite for what a document must never take the place of."""
    if path.is_dir():
        raise CannotWrite(str(path), "it is a folder", f"name a file: {path / 'status.md'}")
    if path.exists() and not path.is_file():
        raise CannotWrite(str(path), "it is a pipe or a device", "redirect stdout to it: -o -")
    if ledger is not None and path.exists() and ledger.exists() and path.samefile(ledger):
        raise CannotWrite(str(path), "it is the ledger", "name another file")
    folder = path.parent
    if folder.exists() and not folder.is_dir():
        raise CannotWrite(str(path), f"{folder} is a file, no folder", "name another folder")
    if not folder.exists():
        hint = f"make it first: mkdir -p {quote(str(folder))}"
        raise CannotWrite(str(path), f"there is no folder {folder}", hint)
    rehearse(path, str(path))


def _replaces(path: Path, *, force: bool) -> bool:
    """Return whether a file stands there that is to be replaced; raise without leave to."""
    if force or not path.exists():
        return force
    if not output.can_ask():
        raise AlreadyThere(str(path), "replace it with --force")
    if not typer.confirm(f"Replace {path}?", err=True):
        raise NotConfirmed(f"{path} stays", "nothing was written")
    return True
