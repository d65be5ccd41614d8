"""Commands whose help and usage are said in the language of the conversation."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from jcm_ledger.commands import conversation


class SpokenCommand(TyperCommand):
    """A command of Typer that explains itself in the language of the conversation."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - of Typer's own Click
        """Return the help page."""
        return _help(self, ctx) if _is_translated() else super().get_help(ctx)

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - as above
        """Return how it is typed."""
        return _usage(self, ctx) if _is_translated() else super().get_usage(ctx)


class SpokenGroup(TyperGroup):
    """A group of commands that explains itself in the language of the conversation."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - as above
        """Return the help page."""
        return _help(self, ctx) if _is_translated() else super().get_help(ctx)

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - as above
        """Return how it is typed."""
        return _usage(self, ctx) if _is_translated() else super().get_usage(ctx)


def briefed(command: Any) -> Any:  # noqa: ANN401 - as above
    """Return a command whose line in the list of commands is a whole sentence, not cut by letters.

    English is cut where a line ends, and what is cut cannot be translated.
    """
    if _is_translated() and command.help:
        command.short_help = " ".join(command.help.partition("\n\n")[0].split())
    return command


def _is_translated() -> bool:
    return not conversation.is_english()


def _help(command: Any, context: Any) -> str:  # noqa: ANN401 - as above
    page = _page(context)
    command.format_help(context, page)
    return str(page.getvalue()).rstrip("\n")


def _usage(command: Any, context: Any) -> str:  # noqa: ANN401 - as above
    page = _page(context)
    command.format_usage(context, page)
    return str(page.getvalue()).rstrip("\n")


def _page(context: Any) -> Any:  # noqa: ANN401 - as above
    from jcm_ledger.commands.translated_help import (  # lazy import: English has Typer's own
        TranslatedHelp,
    )

    return TranslatedHelp(context)
