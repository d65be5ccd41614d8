"""jcm collect: the answers in returned forms are put on file."""

import os
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.commands import (
    arguments,
    clock,
    complete,
    documents,
    languages,
    ledgers,
    options,
    output,
)
from jcm_ledger.commands.refusals import ChangedMeanwhile, NotConfirmed, RefusedReturns
from jcm_ledger.errors import LedgerError
from jcm_ledger.errors.files import AlreadyThere
from jcm_ledger.errors.spreadsheets import UnreadableFiles
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.model.return_form import column_headed
from jcm_ledger.model.spreadsheet import Spreadsheet, place_of
from jcm_ledger.render.formats import ReportFormat
from jcm_ledger.render.markdown import returns as of_returns
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.form_texts import form_texts
from jcm_ledger.render.safe import visible
from jcm_ledger.render.terminal.returns import lines
from jcm_ledger.rules.collecting.outcomes import Collection
from jcm_ledger.rules.collecting.rows import CollectionRequest
from jcm_ledger.rules.collecting.whole import collect as collected
from jcm_ledger.rules.commissions import CommissionReference
from jcm_ledger.rules.effect import effects
from jcm_ledger.store import loading, recording, spreadsheets
from jcm_ledger.store.source import Source
from jcm_ledger.store.transaction import transaction


class CollectFormat(StrEnum):
    """What it can be told as."""

    TEXT = "text"
    JSON = "json"


def collect(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Returned forms: .xlsx or .csv.",
            autocompletion=complete.files,
            show_default=False,
        ),
    ],
    *,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day they were handed in. Default: what each says, else today.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REF",
            help="Record these rows alone, or those of this commission. May be repeated.",
            autocompletion=complete.commitments,
        ),
    ] = None,
    anyway: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REF",
            help="Record this row though something came on file since, or though what it was asked "
            "with was changed. May be repeated.",
            autocompletion=complete.commitments,
        ),
    ] = None,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REF|CELL",
            help="Leave this row out, by its reference or by a cell of it such as B12; what stands "
            "in it is told. May be repeated.",
            autocompletion=complete.commitments,
        ),
    ] = None,
    correct: Annotated[
        bool,
        typer.Option("--correct", help="Where another answer is on file, add this as a later one."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    note: Annotated[
        Path | None,
        typer.Option(metavar="FILE.md", help="Write a note of it, in Markdown, to a new file."),
    ] = None,
    form: Annotated[
        CollectFormat, typer.Option("--format", help="How to tell what it comes to.")
    ] = CollectFormat.TEXT,
    dry_run: options.DryRun = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Record the answers in returned forms: what each row would change is shown first.

    All answers of all files are recorded, or none. A row is found by its reference and its code,
    wherever it stands. What cannot be taken as it stands is refused by file, sheet and cell; of
    comments, hidden rows and the like it is told. To collect the same return again adds nothing.

    \b
    Examples:
      jcm collect returns/*.xlsx --dry-run
      jcm collect JCM-return-METI-2026-12-01.xlsx --note 2026-12-08-METI.md
      jcm collect METI.csv --on 2026-12-08 --anyway semiconductor-talks --yes
    """
    source, path = ledgers.writable(context, ledger)
    if note is not None:
        _refuse_note(note)
    before = loading.load(source)
    request = replace(
        _request(before, on, only, anyway, correct=correct), left_out=_rows(before, leave_out or ())
    )
    round_ = Round(tuple(_read(files)), request)
    found = round_.collected(before)
    say = languages.speaking(context, lang, before)
    told = _Told(source.name, say, as_json=form is CollectFormat.JSON)
    changes = [say.changes.entered(each) for each in effects(before, found.entries, request.today)]
    told.show(found, changes)
    if found.held_up:
        told.tell_json(found, recorded=False)
        raise _refused(found)
    if found.entries and not dry_run and not yes:
        _confirm(say.returns.ask(len(found.entries), source.name))
    paper = of_returns.note(found, changes, request.today, say).encode()
    with transaction() as work:
        if note is not None and not dry_run:
            work.create(note, paper, str(note), hint="name another file")
        added = _record(source, round_, found, dry_run=dry_run)
    told.tell_json(found, recorded=not dry_run)
    told.close(found, added, [*ledgers.written(source, path)], note, dry_run=dry_run)


_TOGETHER = "put these right in the files and collect them again"
_APART = "put these right in the files and collect them again, or name what to record: --only"


class Round(Struct, frozen=True):
    """The returns of a call, and how they are collected."""

    returns: tuple[Spreadsheet, ...]
    request: CollectionRequest

    def collected(self, ledger: Ledger) -> Collection:
        """Return what they come to against a ledger."""
        return collected(ledger, self.returns, self.request, form_texts(ledger))


def _refuse_note(note: Path) -> None:
    """Raise AlreadyThere or CannotWrite if the note cannot be a new file."""
    if os.path.lexists(note):
        raise AlreadyThere(str(note), "name another file")
    documents.alone(note, ReportFormat.MARKDOWN, force=True)


def _request(
    ledger: Ledger,
    on: str | None,
    only: Sequence[str] | None,
    anyway: Sequence[str] | None,
    *,
    correct: bool,
) -> CollectionRequest:
    def refs(typed: Sequence[str] | None) -> frozenset[str]:
        return frozenset(_ref(ledger, each) for each in typed or ())

    return CollectionRequest(
        today=clock.today(),
        on=arguments.day(on) if on else None,
        only=refs(only),
        anyway=refs(anyway),
        correct=correct,
    )


def _rows(ledger: Ledger, typed: Sequence[str]) -> frozenset[str]:
    """Return the rows that are left out: addresses of cells, and ids of commitments."""
    return frozenset(
        each.upper() if each not in ledger.commitments and place_of(each) else _ref(ledger, each)
        for each in typed
    )


def _refused(found: Collection) -> RefusedReturns:
    """Return that returns are refused; of rows that are not refused a part can be recorded."""
    places = {refused.place for refused, _ref in found.every_refusal}
    apart = bool(found.entries) and not found.refusals
    return RefusedReturns(len(places), _APART if apart else _TOGETHER)


def _ref(ledger: Ledger, typed: str) -> str:
    """Return the reference of a commission typed, else the id of the commitment."""
    reference = CommissionReference.parse(typed)
    return str(reference) if reference else arguments.commitment(ledger, typed).id


def _read(files: Sequence[Path]) -> Iterator[Spreadsheet]:
    """Yield what the files hold; what is wrong with any of them is told of all."""
    failures: list[LedgerError] = []
    for file in files:
        try:
            yield spreadsheets.read(file, str(file), _is_heading)
        except LedgerError as error:
            failures.append(error)
    if len(failures) > 1:
        raise UnreadableFiles(failures, len(failures))
    for failure in failures:
        raise failure


def _is_heading(text: str) -> bool:
    return column_headed(text) is not None


def _confirm(question: str) -> None:
    """Ask; raise NotConfirmed without a yes."""
    hint = "nothing was changed; --yes records without asking"
    if not output.can_ask():
        raise NotConfirmed("nobody can be asked here", hint)
    if not typer.confirm(visible(question), err=True):
        raise NotConfirmed("the answers are not recorded", hint)


def _record(source: Source, round_: Round, shown: Collection, *, dry_run: bool) -> str:
    """Put the answers on file and return what is added to the ledger.

    Raise ChangedMeanwhile if the ledger is another one than what was shown came from.
    """
    if not shown.entries:
        return ""

    def entries(current: Ledger) -> list[Entry]:
        again = round_.collected(current)
        if again.held_up or again.entries != shown.entries:
            raise ChangedMeanwhile(source.name)
        return again.entries

    return recording.record(source, entries, today=round_.request.today, dry_run=dry_run).added


class _Told:
    """Tells what returns come to: in lines, or as JSON."""

    def __init__(self, ledger: str, say: Phrases, *, as_json: bool) -> None:
        self.ledger, self.say, self.as_json = ledger, say, as_json

    def show(self, found: Collection, changes: Sequence[str]) -> None:
        """Show what each row would change, and what is refused."""
        for line in () if self.as_json else lines(found, changes, self.say):
            output.show(line)

    def tell_json(self, found: Collection, *, recorded: bool) -> None:
        """Write the JSON, if that was asked for."""
        if self.as_json:
            from jcm_ledger.render.json.returns import collected  # lazy import: few ask for it

            output.answer(collected(found, ledger=self.ledger, recorded=recorded))

    def close(
        self, found: Collection, added: str, wrote: list[str], note: Path | None, *, dry_run: bool
    ) -> None:
        """Tell what was done, and how many rows came to what."""
        closing = self.say.returns.closing(found.counts)
        if self.as_json:
            return
        if dry_run:
            if added:
                output.would_add(self.ledger, added)
            output.show(self.say.returns.would_record(closing))
            return
        wrote = wrote if added else []
        wrote += [f"Wrote {note}."] if note else []
        output.did(closing, *wrote)
