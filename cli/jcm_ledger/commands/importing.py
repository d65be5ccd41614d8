"""What is said of a table on the command line, read; and what is shown of it before it is asked."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from jcm_ledger.commands import arguments, output
from jcm_ledger.errors.importing import NotAMeaning, SidesUnknown
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.spreadsheet import Worksheet
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_name, is_id
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.safe import visible
from jcm_ledger.rules import wording
from jcm_ledger.rules.importing.choices import OWNER, ImportChoices, Intake, NamedBody
from jcm_ledger.rules.importing.columns import ColumnMap
from jcm_ledger.rules.names import choose, resolve_meeting
from jcm_ledger.rules.written_days import DayOrder

if TYPE_CHECKING:
    from jcm_ledger.store.writing import Change


class TypedChoices(NamedTuple):
    """What was typed of all rows of a table, option by option."""

    meeting: str | None
    owner: Sequence[str] | None
    by: str | None
    on: str | None
    dates: DayOrder | None
    status: Sequence[str] | None
    body: Sequence[str] | None
    side: str | None
    skip: Sequence[int] | None


def choices(ledger: Ledger, file: str, typed: TypedChoices) -> ImportChoices:
    """Return what was typed, as names of the ledger; raise what a name that it lacks raises."""
    return ImportChoices(
        file=file,
        today=arguments.day(typed.on),
        meeting=_meeting(ledger, typed.meeting),
        owners=_owners(ledger, typed.owner or ()),
        by=_reporter(ledger, typed.by),
        order=typed.dates,
        statuses=_meanings(typed.status or ()),
        bodies=_named_bodies(ledger, typed.body or ()),
        side=_side(ledger, typed.side),
        skipped=frozenset(typed.skip or ()),
    )


def _meeting(ledger: Ledger, typed: str | None) -> str | None:
    """Return the id of the meeting typed, else of the only one of the ledger, else None."""
    if typed is not None:
        return resolve_meeting(ledger, typed)
    return next(iter(ledger.meetings)) if len(ledger.meetings) == 1 else None


def _owners(ledger: Ledger, typed: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the owners typed, each once."""
    return tuple(dict.fromkeys(own for each in typed for own in arguments.new_owners(ledger, each)))


def _reporter(ledger: Ledger, typed: str | None) -> str | None:
    """Return the body typed, or OWNER, unless a body is called so."""
    if typed is None or (as_name(typed) == OWNER and typed not in ledger.organisations):
        return typed and OWNER
    return arguments.reporter(ledger, typed)


def _side(ledger: Ledger, typed: str | None) -> str | None:
    """Return the side typed."""
    return None if typed is None else choose("side", typed, ledger.committee.sides)


def _meanings(typed: Sequence[str]) -> dict[str, Status]:
    """Return what words mean, typed as WORD=STATUS; raise NotAMeaning."""
    found = {}
    for each in typed:
        word, equals, meant = each.rpartition("=")
        if not equals or not word.strip():
            raise NotAMeaning(each, "WORD=STATUS")
        found[as_name(word)] = wording.status(meant.strip())
    return found


def _named_bodies(ledger: Ledger, typed: Sequence[str]) -> dict[str, NamedBody]:
    """Return which bodies names mean, typed as NAME=ID or NAME=ID@SIDE; raise NotAMeaning."""
    found = {}
    for each in typed:
        name, equals, meant = each.rpartition("=")
        id_, at, of = meant.partition("@")
        if not equals or not name.strip() or not is_id(id_.strip()):
            raise NotAMeaning(each, "NAME=ID or NAME=ID@SIDE")
        of_side = _side(ledger, of.strip()) if at else None
        found[as_name(name)] = NamedBody(id_.strip(), of_side)
    return found


def sides(say: Phrases, ledger: Ledger, sideless: Mapping[str, str]) -> dict[str, NamedBody]:
    """Return the new bodies with the sides that are asked for; raise SidesUnknown."""
    every = ledger.committee.sides
    if not output.can_ask():
        told = [id_ if name == id_ else f"{id_} ({name})" for name, id_ in sideless.items()]
        raise SidesUnknown(told, every)
    found = {}
    for name, id_ in sideless.items():
        question = visible(say.imports.asks_side(name, every))
        typed = typer.prompt(question, default="", show_default=False, err=True).strip()
        found[as_name(name)] = NamedBody(id_, choose("side", typed, every) if typed else None)
    return found


def show(say: Phrases, sheet: Worksheet, column_map: ColumnMap, made: Intake) -> None:
    """Show the mapping, the first rows and what would be added."""
    from jcm_ledger.render.terminal import imports  # lazy import: only what draws needs Rich

    output.draw(*imports.page(say, sheet, column_map, made, output.console().width))


def added(say: Phrases, change: "Change", file: str) -> str:
    """Return what was added."""
    before, after = change.before, change.after
    return say.imports.added(
        len(after.commitments) - len(before.commitments),
        len(after.journal) - len(before.journal),
        len(after.organisations) - len(before.organisations),
        len(after.columns) - len(before.columns),
        file,
    )
