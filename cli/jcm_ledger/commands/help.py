"""jcm help: what --help prints, for whoever asks the other way round."""

from typing import Annotated, cast

import typer

from jcm_ledger.commands import output


def _commands(_context: typer.Context) -> list[str]:
    from jcm_ledger import commands  # lazy import: a cycle otherwise

    return [name for name, row in commands.COMMANDS.items() if not row.hidden and " " not in name]


def help_(
    context: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND]...",
            help="The command; without one, all of them are listed.",
            autocompletion=_commands,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show the help of a command, as COMMAND --help does.

    \b
    Examples:
      jcm help
      jcm help mark
    """
    root = context.find_root()
    asked = root
    if command:
        group = cast("typer.core.TyperGroup", root.command)
        name, found, _ = group.resolve_command(root, command)
        if found is not None:
            asked = found.make_context(name, [], root, resilient_parsing=True)
    output.answer(asked.get_help() + "\n")
