"""The command line: parse, ask, act, say. One file a command."""

import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from jcm_ledger.commands import options, output
from jcm_ledger.commands.add import add
from jcm_ledger.commands.check import check
from jcm_ledger.commands.diff import diff
from jcm_ledger.commands.git_setup import git_setup
from jcm_ledger.commands.init import init
from jcm_ledger.commands.list import list_commitments
from jcm_ledger.commands.log import log
from jcm_ledger.commands.mark import mark
from jcm_ledger.commands.merge_driver import merge_driver
from jcm_ledger.commands.report import report
from jcm_ledger.commands.show import show
from jcm_ledger.commands.undo import undo
from jcm_ledger.errors import LedgerError, NotText

UNFORESEEN = 70
INTERRUPTED = 130

app = typer.Typer(
    name="jcm",
    help="Keep the commitments governments make to each other from being forgotten.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("list")(list_commitments)
for command in (show, mark, undo, add, log, report, diff, check, init):
    app.command()(command)
app.command("git-setup")(git_setup)
app.command("merge-driver", hidden=True)(merge_driver)  # git calls it; nobody types it


def _version(asked: bool) -> None:  # noqa: FBT001 - the signature typer calls
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 - only --version needs it

        output.say(f"jcm {version('jcm-ledger')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def jcm(
    context: typer.Context,
    *,
    ledger: options.LedgerPath = None,  # noqa: ARG001 - read by ledgers.chosen
    debug: Annotated[  # noqa: ARG001 - read by run
        bool, typer.Option("--debug", help="Show the traceback of an unforeseen error.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool,
        typer.Option("--version", help="Show the version.", is_eager=True, callback=_version),
    ] = False,
) -> None:
    """Keep the commitments governments make to each other from being forgotten.

    \b
    Examples:
      jcm list --overdue
      jcm mark semiconductor-talks in-progress --by METI --note "Workshop held."
      jcm report -o status.md
    """
    if context.invoked_subcommand is None:
        output.answer(context.get_help() + "\n")


def main() -> None:
    """Run the command line and exit."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends us quietly, as it does cat
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an ASCII terminal still gets answers
    sys.exit(run(sys.argv[1:]))


def _terminate(number: int, _frame: object) -> None:
    """Leave as Ctrl-C does, with all that is to be cleaned up, and the code a shell gives it."""
    sys.exit(128 + number)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Nobody sees a traceback but with --debug."""
    try:
        _refuse_undecodable(arguments)
        app(args=arguments, prog_name="jcm")
    except SystemExit as leaving:
        if isinstance(leaving.__context__, typer.Abort):  # Ctrl-C or the end of input at a prompt
            return INTERRUPTED
        return leaving.code if isinstance(leaving.code, int) else 0
    except LedgerError as error:
        output.tell(f"jcm: {error}")
        if error.hint:
            output.tell(f"hint: {error.hint}")
        return error.code
    except Exception as error:
        if "--debug" in arguments:
            raise
        output.tell(
            f"jcm: unforeseen error: {type(error).__name__}: {error}. Please report it, with what "
            "`jcm --debug` and the rest of your command line prints"
        )
        return UNFORESEEN
    return 0


def _refuse_undecodable(arguments: Sequence[str]) -> None:
    """Raise NotText for an argument that was no UTF-8: Python passes it on as lone surrogates."""
    for position, argument in enumerate(arguments, start=1):
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise NotText(position) from None
