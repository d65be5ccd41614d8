"""Recording entries and new tables: unfit ones are refused here, for every caller."""

from collections.abc import Callable, Sequence
from datetime import date

from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.rules import additions, entries
from jcm_ledger.rules.additions import Addition
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.store import drafts, evidence, writing
from jcm_ledger.store.faults import sparing
from jcm_ledger.store.source import Source


def record(
    source: Source,
    make: Callable[[Ledger], Sequence[Entry]],
    *,
    today: date,
    dry_run: bool = False,
) -> writing.Change:
    """Add the entries that `make` returns for the ledger as it is, all or none.

    `make` is asked under the lock, and again if another program saves the file meanwhile. Raise
    RefusedEntry for an entry that breaks a rule of the journal, and whatever `store.writing.write`
    and `make` raise; then nothing was changed. A `dry_run` changes nothing in any case.
    """

    def edit(current: writing.Current) -> writing.Draft:
        made = [sparing(entry) for entry in make(current.ledger)]
        entries.refuse_unfit(current.ledger, made, circumstances(source, today))
        return drafts.with_entries(current, made)

    return written(source, edit, dry_run=dry_run)


def add(
    source: Source,
    make: Callable[[Ledger], Sequence[Addition]],
    *,
    today: date,
    dry_run: bool = False,
) -> writing.Change:
    """Add the tables that `make` returns for the ledger as it is, all or none; see `record`.

    Raise RefusedTable for one that `jcm check` would find fault with.
    """

    def edit(current: writing.Current) -> writing.Draft:
        made = [sparing(each) for each in make(current.ledger)]
        ledger = current.ledger
        for each in made:
            additions.refuse_unfit(ledger, each, circumstances(source, today))
            ledger = additions.with_table(ledger, each)
        return drafts.with_tables(current, made)

    return written(source, edit, dry_run=dry_run)


def circumstances(source: Source, today: date) -> Circumstances:
    """Return what rules are told beside the ledger: the day, and which files there are."""
    return Circumstances(today, lambda name: evidence.exists(name, source.folder))


def written(source: Source, edit: writing.MakeDraft, *, dry_run: bool) -> writing.Change:
    """Return the change that was written, or of a dry run the one that would be."""
    return (writing.preview if dry_run else writing.write)(source, edit)
