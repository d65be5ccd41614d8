"""jcm draft: commitments proposed from the text of a joint statement."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
from jcm_ledger.errors import UnknownName
from jcm_ledger.model.text import is_id
from jcm_ledger.render.formats import DraftFormat
from jcm_ledger.rules.names import resolve_meeting

if TYPE_CHECKING:
    from jcm_ledger.model.ledger import Ledger, Meeting
    from jcm_ledger.model.statement import Statement
    from jcm_ledger.render.drafts.review import DraftOf
    from jcm_ledger.render.phrases import Phrases

_STDIN = "standard input"


def draft(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    statement: Annotated[
        Path,
        typer.Argument(
            metavar="STATEMENT",
            help="A file of text, HTML, Word (.docx) or PDF; - is standard input.",
            show_default=False,
        ),
    ],
    *,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            metavar="ID",
            help="The meeting that made it; one that the ledger lacks is proposed too.",
            autocompletion=complete.meetings,
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The statement's day, by which \"next year\" is understood; else the meeting's "
            "or the file's.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, in the format of its suffix; else to stdout.",
            autocompletion=complete.outputs,
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        DraftFormat | None,
        typer.Option(
            "--format",
            help="For stdout (default: toml) and files whose suffix says nothing.",
            show_default=False,
        ),
    ] = None,
    force: options.Force = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Propose commitments from the text of a joint statement, for a person to review.

    It goes by the wording alone: it may miss commitments, and read others wrongly. Every sentence
    is shown with what became of it: proposed, perhaps, or left out and why. No title is written,
    so that nothing gets into a ledger unread.

    \b
    Examples:
      jcm draft statement.html --meeting jcm-13 -o draft.toml
      jcm draft statement.docx --meeting jcm-13 -o draft.html
      jcm draft statement.txt --published 2025-11-20
      jcm draft - --format json < statement.txt
    """
    asked = ledgers.chosen(context, ledger).path
    outputs = documents.settle([file] if file else None, form, DraftFormat.TOML, ledger=asked,
                               force=force)  # fmt: skip
    day = arguments.day(published) if published else None
    _source, current = ledgers.opened(context, ledger)
    of = _drafted(current, *_read(statement), meeting=meeting, day=day)
    say = languages.speaking(context, lang, current)
    documents.write([(wanted, wanted.form.made_of(of, say)) for wanted in outputs])
    _tell(of, say, outputs)


def _read(path: Path) -> "tuple[Statement, str]":
    """Return the statement, and what its source is called."""
    from jcm_ledger.store import statements  # lazy import: only drafts need readers

    if path != documents.STDOUT:
        return statements.read(path, str(path)), str(path)
    data = sys.stdin.buffer.read(statements.MOST_BYTES + 1)
    return statements.parse(data, _STDIN), _STDIN


def _drafted(
    ledger: "Ledger", statement: "Statement", source: str, *, meeting: str | None, day: date | None
) -> "DraftOf":
    """Return the draft of a statement, which is of the meeting named or found."""
    from jcm_ledger.render.drafts.review import DraftOf  # lazy import: only drafts need rules
    from jcm_ledger.rules import drafting
    from jcm_ledger.rules.drafting.ids import proposed_ids
    from jcm_ledger.rules.drafting.meetings import meeting_of
    from jcm_ledger.rules.drafting.resemblance import resembling

    name, known = _meeting(ledger, meeting) if meeting else ("", meeting_of(ledger, statement))
    day = day or _day(known, statement)
    found = drafting.draft(statement, ledger, meeting=known, day=day)
    ids = tuple(proposed_ids(found, ledger.commitments))
    made_by = known.id if known else name
    return DraftOf(
        draft=found,
        source=source,
        ids=ids,
        resembling=resembling(found, ids, ledger, day or clock.today(), made_by),
        meeting=made_by,
        meeting_is_new=bool(name) and known is None,
        day=day,
    )


def _day(meeting: "Meeting | None", statement: "Statement") -> date | None:
    """Return the day of a statement: when it was published, else when its meeting was held."""
    published = meeting.published if meeting else None
    return published or statement.day or (meeting.held if meeting else None)


def _meeting(ledger: "Ledger", name: str) -> "tuple[str, Meeting | None]":
    """Return the meeting typed, by its id and as the ledger has it; None for a new one.

    Raise UnknownName for what cannot be an id.
    """
    try:
        found = resolve_meeting(ledger, name)
    except UnknownName:
        if not is_id(name):
            raise
        return name, None
    return found, ledger.meetings[found]


def _tell(of: "DraftOf", say: "Phrases", outputs: list[documents.Output[DraftFormat]]) -> None:
    """Say on stderr what was found, and what to do next."""
    from jcm_ledger.render.drafts.review import counts

    output.tell(say.drafts.counts(*counts(of)))
    if of.meeting_is_new:
        output.tell(say.drafts.meeting_is_new(of.meeting))
    elif not of.meeting:
        output.tell(say.drafts.no_meeting())
    if of.day is None:
        output.tell(say.drafts.no_day())
    output.tell(say.drafts.caution())
    if outputs[0].path != documents.STDOUT:
        is_page = outputs[0].form is DraftFormat.HTML
        output.tell(
            (say.drafts.next_for_page if is_page else say.drafts.next_steps)(str(outputs[0].path))
        )
