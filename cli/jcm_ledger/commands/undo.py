"""jcm undo: take back the last entry."""

from typing import TYPE_CHECKING, Annotated

import typer

from jcm_ledger.commands import clock, languages, ledgers, options, output
from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.refusals import NotConfirmed
from jcm_ledger.errors.undo import NothingToUndo
from jcm_ledger.rules.effect import effects

if TYPE_CHECKING:
    from jcm_ledger.store.writing import Change, Current, Draft


def undo(
    context: typer.Context,
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Take back the last entry, while it is still the last thing in the file.

    For a slip of a moment ago; it says what stands again. An entry that git has, committed, staged
    or in a merge under way, or that anything stands after, stays: a later entry puts it right.
    Where git cannot be asked, it stays too. A table that was added is removed by hand.

    \b
    Examples:
      jcm undo
      jcm undo --yes
    """
    from jcm_ledger.store import drafts, writing  # lazy import: only what writes needs it
    from jcm_ledger.store.history import refuse_kept

    source, path = ledgers.writable(context, ledger)
    planned = writing.preview(source, drafts.without_last_entry)
    entry = planned.before.journal[-1]
    refuse_kept(path, source.name, planned.old, planned.new)
    _confirm(planned, source.name, yes=yes)

    def edit(current: "Current") -> "Draft":
        if current.ledger.journal[-1:] != (entry,):
            raise NothingToUndo(source.name, "another one was added meanwhile")
        draft = drafts.without_last_entry(current)
        refuse_kept(
            path, source.name, current.data, draft.data
        )  # again: it may be committed meanwhile
        return draft

    change = writing.write(source, edit)
    (undone,) = effects(change.after, (entry,), clock.today())
    say = languages.speaking(context, lang, change.after)
    line = f"Took back the entry of {entry.date} about {entry.commitment}."
    output.did(line, say.changes.stands_again(undone), *ledgers.written(source, path))


def _confirm(planned: "Change", name: str, *, yes: bool) -> None:
    """Show the entry and ask; raise NotConfirmed without a yes."""
    output.tell(f"The last entry of {name}:\n\n{planned.removed.strip()}\n")
    if yes:
        return
    hint = "nothing was changed; --yes takes it back without asking"
    if not output.can_ask():
        raise NotConfirmed("nobody can be asked here", hint)
    if not typer.confirm(said("Take it back?"), err=True):
        raise NotConfirmed("the entry stays", hint)
