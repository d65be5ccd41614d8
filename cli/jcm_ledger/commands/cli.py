"""The command line as a whole: the table of commands, and how an error is told."""

import gc
import os
import signal
import sys
from collections import UserDict
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from jcm_ledger import __version__
from jcm_ledger.commands import conversation, languages, options, output
from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.help_pages import SpokenCommand, SpokenGroup, briefed
from jcm_ledger.commands.refusals import NotText, of_the_system
from jcm_ledger.errors import LedgerError


class Command(NamedTuple):
    """A command: its module and function, hidden from the help or not, through a pager or not."""

    place: str
    hidden: bool = False
    paged: bool = False


COMMANDS = {
    "list": Command("list:list_commitments", paged=True),
    "timeline": Command("timeline:timeline", paged=True),
    "bodies": Command("bodies:bodies", paged=True),
    "show": Command("show:show", paged=True),
    "mark": Command("mark:mark"),
    "collect": Command("collect:collect"),
    "undo": Command("undo:undo"),
    "add": Command("add:add"),
    "add meeting": Command("add_meeting:add_meeting"),
    "add body": Command("add_body:add_body"),
    "import": Command("import_:import_"),
    "commission": Command("commission:commission"),
    "draft": Command("draft:draft"),
    "adopt": Command("adopt:adopt"),
    "log": Command("log:log", paged=True),
    "report": Command("report:report", paged=True),
    "agenda": Command("agenda:agenda", paged=True),
    "export": Command("export:export"),
    "diff": Command("diff:diff", paged=True),
    "check": Command("check:check"),
    "schema": Command("schema:schema"),
    "init": Command("init:init"),
    "git-setup": Command("git_setup:git_setup"),
    "help": Command("help:help_"),
    "merge-driver": Command(
        "merge_driver:merge_driver", hidden=True
    ),  # git calls it; nobody types it
}
"""The commands in the order of the help. Those that only show something are paged."""

UNFORESEEN = 70
INTERRUPTED = 130


class _Imported(UserDict[str, Any]):
    """The commands as Typer wants them, each imported when it is first asked for."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a command of Typer's own Click
        if isinstance(self.data[name], Command):
            self.data[name] = _imported(name, self.data[name])
        return self.data[name]


class _Group(SpokenGroup):
    """A Typer group that knows the names of its commands before it imports any of them."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - passed on as they come
        super().__init__(**settings)
        self.commands = _Imported(COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:  # noqa: ANN401 - of Typer's own Click
        """Return the command that the first words name, two of them if there is one of two."""
        if (name := " ".join(args[:2])) in self.commands:
            return name, self.commands[name], args[2:]
        return super().resolve_command(ctx, args)


def _imported(name: str, command: Command) -> Any:  # noqa: ANN401 - as above
    module, function = command.place.split(":")
    alone = typer.Typer(rich_markup_mode=None, add_completion=False)
    alone.command(name, cls=SpokenCommand, hidden=command.hidden)(
        getattr(import_module(f"jcm_ledger.commands.{module}"), function)
    )
    return briefed(typer.main.get_command(alone))


app = typer.Typer(
    name="jcm",
    cls=_Group,
    help="Keep the commitments governments make to each other from being forgotten.",
    rich_markup_mode=None,
    add_completion=False,  # Typer's completion is unsafe: see `shells`
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _once(act: Callable[[], None]) -> Callable[[typer.Context, bool], None]:
    """Return the callback of an option that acts at once; it does nothing during completion."""

    def callback(context: typer.Context, asked: bool) -> None:  # noqa: FBT001 - as Typer calls it
        if asked and not context.resilient_parsing:
            act()
            raise typer.Exit

    return callback


def _say_version() -> None:
    output.say(f"jcm {__version__}")


def _install_completion() -> None:
    from jcm_ledger.commands import install  # lazy import: completion is installed once

    install.install(install.this_shell())


def _show_completion() -> None:
    from jcm_ledger.commands import install, shells

    output.answer(shells.script(install.this_shell()))


@app.callback(invoke_without_command=True)
def jcm(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    ledger: options.LedgerPath = None,  # noqa: ARG001 - read by ledgers.chosen
    lang: options.Language = None,  # noqa: ARG001 - read by languages.chosen
    debug: Annotated[  # noqa: ARG001 - read by run
        bool, typer.Option("--debug", help="Show the traceback of an unforeseen error.")
    ] = False,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Show what is taller than the screen without $PAGER.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool,
        typer.Option(
            "--version",
            "-V",
            help="Show the version.",
            is_eager=True,
            callback=_once(_say_version),
        ),
    ] = False,
    install_completion: Annotated[  # noqa: ARG001 - likewise
        bool,
        typer.Option(
            "--install-completion",
            help="Teach this shell to complete what is typed of jcm.",
            callback=_once(_install_completion),
        ),
    ] = False,
    show_completion: Annotated[  # noqa: ARG001 - likewise
        bool,
        typer.Option(
            "--show-completion",
            help="Print what would teach it, to put it in place by hand.",
            callback=_once(_show_completion),
        ),
    ] = False,
) -> None:
    """Keep the commitments governments make to each other from being forgotten.

    \b
    Examples:
      jcm list --overdue
      jcm mark semiconductor-talks in-progress --by METI --note "Workshop held."
      jcm report -o status.md
    """
    asked = COMMANDS.get(context.invoked_subcommand or "")
    if asked is None:
        output.answer(context.get_help() + "\n")
    elif asked.paged and output.on_terminal() and not no_pager:
        from jcm_ledger.commands import pager  # lazy import: no script needs it

        if command := pager.chosen(os.environ):
            context.with_resource(pager.paged(command))


def main() -> None:
    """Run the command line and exit."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # SIGPIPE ends the process quietly: `| head`
    signal.signal(signal.SIGTERM, _terminate)
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an ASCII terminal still gets answers
    try:
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # it came before `run` catches it, or after
        code = INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the answer is out: only Python has to end
    gc.freeze()  # no garbage collection at exit: the system takes the memory back anyway
    sys.exit(code)


def _open_what_is_closed() -> None:
    """Open the null device for each standard stream that the program was started without."""
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open(encoding="utf-8")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # an id that is no UTF-8 is refused later
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")


def _terminate(number: int, _frame: object) -> None:
    """Handle SIGTERM as Ctrl-C: clean up, and exit with the code a shell gives this signal."""
    sys.exit(128 + number)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Nobody sees a traceback but with --debug."""
    try:
        conversation.begin(languages.typed(arguments, os.environ))
        _refuse_undecodable(arguments)
        with output.whole():
            code = _answer(arguments)
    except (typer.Abort, KeyboardInterrupt):  # the end of input at a prompt, or Ctrl-C
        return INTERRUPTED
    except typer.TyperException as error:
        return _say_how_it_is_used(error)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except LedgerError as error:
        return _say_what_is_wrong(error)
    except Exception as error:
        if "--debug" in arguments:
            raise
        return _say_what_failed(error)
    return code if isinstance(code, int) else 0


def _say_what_is_wrong(error: LedgerError) -> int:
    from jcm_ledger.commands.hints import hint  # lazy import: only a failure needs it
    from jcm_ledger.errors.tables import Several  # the same

    for failure in (*error.failures, error) if isinstance(error, Several) else (error,):
        output.tell(f"jcm: {failure}")
        if next_step := hint(failure):
            output.tell(f"hint: {next_step}")
    return error.code


def _say_what_failed(error: Exception) -> int:
    if refusal := of_the_system(error):
        return _say_what_is_wrong(refusal)
    output.tell(
        f"jcm: unforeseen error: {type(error).__name__}: {error}. Please report it, with what "
        "`jcm --debug` and the rest of your command line prints"
    )
    return UNFORESEEN


def _answer(arguments: Sequence[str]) -> object:
    """Run a command, or tell a shell what could stand where TAB was pressed."""
    if asked := os.environ.get("_JCM_COMPLETE"):
        from jcm_ledger.commands import shells  # lazy import: only a shell asks

        return shells.answer(typer.main.get_group(app), asked, arguments)
    return app(args=arguments, prog_name="jcm", standalone_mode=False)


def _say_how_it_is_used(error: typer.TyperException) -> int:
    """Tell what was typed wrongly, made visible: words of a ledger may have been typed."""
    context: typer.Context | None = getattr(error, "ctx", None)
    if context is not None:
        more = said(f"Try '{context.command_path} --help' for help.")
        output.tell(f"{context.get_usage()}\n{more}\n")
    output.tell(f"Error: {error.format_message()}")
    return error.exit_code


def _refuse_undecodable(arguments: Sequence[str]) -> None:
    """Raise NotText for an argument that was no UTF-8: Python passes it on as lone surrogates."""
    for position, argument in enumerate(arguments, start=1):
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise NotText(position) from None
