"""jcm commission: each body is asked for news of what it owns, by a form to fill in and a mail."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from jcm_ledger.commands import arguments, complete, languages, ledgers, options, output, progress
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.commands.output_refusals import CommissionNeedsAFolder
from jcm_ledger.commands.refusals import NobodyToAsk, NoTimeToReply
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import FormLanguage
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.forms import CommissionWords
from jcm_ledger.rules.commissions import Commission, commissions, file_names, language_of
from jcm_ledger.rules.query import Query, select, why_nothing
from jcm_ledger.store.transaction import transaction

_SUFFIXES = (".xlsx", ".txt", ".eml")


class Request(NamedTuple):
    """A commission as it is sent: in a language, in files of a name without a suffix."""

    commission: Commission
    language: FormLanguage
    name: str


@filtered
def commission(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    reply_by: Annotated[
        str, typer.Option(metavar="DATE", help="By when to reply; the day is included.")
    ],
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder to write to; it is made if it is not there.",
            autocompletion=complete.folders,
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        FormLanguage | None,
        typer.Option(
            "--lang",
            help="The language of form and mail. Default: Japanese for bodies of Japan, English "
            "for others.",
            show_default=False,
        ),
    ] = None,
    marking: options.Marking = None,
    prepared_by: options.PreparedBy = None,
    contact: options.Contact = None,
    as_of: options.AsOf = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell who is asked for what, and write nothing.")
    ] = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Ask each body for news of the open commitments it owns.

    For each a workbook to fill in and return, a text to paste into a mail, and the draft
    of a mail with the workbook attached. All files are new, and all are written or none.

    \b
    Examples:
      jcm commission --reply-by 2026-12-11 -o december
      jcm commission --owner METI --owner DSIT --overdue --reply-by 2026-12-11 -o chase
      jcm commission --side Japan --lang both --reply-by 2026-12-11 --dry-run
    """
    day, by = arguments.day(as_of), arguments.day(reply_by)
    if by < day:
        raise NoTimeToReply(str(by), str(day))
    if folder is None and not dry_run:
        raise CommissionNeedsAFolder
    _source, current = ledgers.opened(context, ledger)
    current = arguments.circulated(
        current, marking=marking, prepared_by=prepared_by, contact=contact
    )
    phrases = languages.speaking(context, None, current)
    say, query = phrases.commissions, filters.query(current)
    asked = commissions(current, day, query, by)
    if not asked:
        raise NobodyToAsk(_why_nobody(current, day, query, phrases))
    requests = _requests(asked, language)
    files = len(requests) * len(_SUFFIXES)
    if folder is None or dry_run:
        _tell(say, requests)
        output.say(say.would_write(files, str(folder or "DIR")))
        return
    _write(folder, _made(requests, current))
    _tell(say, requests)
    output.did(say.wrote(files, str(folder)), say.how_to_send())


def _why_nobody(ledger: Ledger, day: date, query: Query, say: Phrases) -> str:
    """Return what leaves nobody to ask."""
    selected = select(ledger, day, query)
    if selected.rows:
        return say.commissions.only_closed()
    return say.lists.why_nothing(why_nothing(selected))


def _requests(asked: Sequence[Commission], language: FormLanguage | None) -> list[Request]:
    """Return commissions in a language, else that of each body, with the names of files."""
    return [
        Request(each, language or language_of(each.body), name)
        for each, name in zip(asked, file_names(asked), strict=True)
    ]


def _made(requests: Sequence[Request], ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Yield the files of each commission, by their names."""
    # lazy import: a dry run makes none
    from jcm_ledger.render.mail import commission as mail
    from jcm_ledger.render.xlsx.returns import workbook

    with progress.shown(len(requests)) as step:
        for asked, language, name in requests:
            step(asked.body.id)
            form, letter, draft = (f"{name}{suffix}" for suffix in _SUFFIXES)
            book = workbook(asked, ledger, language)
            text = mail.text(asked, ledger, language, form)
            yield form, book
            yield letter, text.replace("\n", "\r\n").encode("utf-8-sig")
            yield draft, mail.draft(asked, ledger, language, (form, book))


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write new files to a folder, all of them or none."""
    with transaction() as work:
        work.make_folder(folder, str(folder))
        for name, document in files:
            path = folder / name
            work.create(path, document, str(path), hint="name another folder")


def _tell(say: CommissionWords, requests: Sequence[Request]) -> None:
    """Say who is asked for what, and whose address is missing."""
    for asked, language, _name in requests:
        output.say(say.asked_of(asked, language))
        output.say(f"  {', '.join(row.standing.commitment.id for row in asked.rows)}")
    if missing := [asked.body.id for asked, _language, _name in requests if not asked.body.contact]:
        output.tell(say.without_address(missing))
