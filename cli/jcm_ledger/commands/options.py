"""Arguments and options that more than one command takes."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import complete


class TableFormat(StrEnum):
    """What a table can be written as."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"


class Lang(StrEnum):
    """The languages that jcm answers in; both are for working papers."""

    ENGLISH = "en"
    JAPANESE = "ja"
    BOTH = "both"


LANGS: frozenset[str] = frozenset(Lang)
"""The languages as they are typed."""


Language = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="In English, in Japanese, or in both; else $JCM_LANG, the locale, English.",
        show_default=False,
    ),
]
Eras = Annotated[
    bool, typer.Option("--eras", help="Japanese with years of eras: 令和6年, not 2024年.")
]
LedgerPath = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="PATH",
        help="The ledger's file; else $JCM_LEDGER, the nearest commitments.toml, the built-in one.",
        autocompletion=complete.files,
        show_default=False,
    ),
]
CommitmentId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The commitment's id, or the beginning of it.",
        autocompletion=complete.commitments,
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Look at the ledger as of this day, not today."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be added, and add nothing.")
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DATE|MEETING",
        help="Tell what happened from this day or meeting on.",
        autocompletion=complete.meetings,
    ),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The title.")]
Marking = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help='The marking at the head and the foot of every page; "" for none. As the next ones, '
        "it goes before what [report] in the ledger says.",
    ),
]
PreparedBy = Annotated[str | None, typer.Option(metavar="TEXT", help="Who prepared it.")]
Contact = Annotated[str | None, typer.Option(metavar="TEXT", help="Whom to ask, or write to.")]
Distribution = Annotated[str | None, typer.Option(metavar="TEXT", help="Who gets it.")]
Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, in the format of its suffix; - is stdout. May be repeated.",
        autocompletion=complete.outputs,
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that exists already.")]
