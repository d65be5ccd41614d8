"""A journal as a file has it, word for word, whether or not jcm can make an entry of it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jcm_ledger.errors import InvalidLedger
from jcm_ledger.rules.changes import Said
from jcm_ledger.store.pieces import says
from jcm_ledger.store.reading import examine, toml


def journal(data: bytes, name: str) -> list[Said]:
    """Return what the entries of a ledger say, in their order; raise InvalidLedger if no TOML."""
    _text, document = toml(data, name)
    faulty = examine(data, name).faulty
    return [
        Said(
            commitment=_word(entry, "commitment"),
            date=_word(entry, "date"),
            by=_word(entry, "by"),
            says=says(entry),
            faulty=("progress", number) in faulty,
        )
        for number, entry in enumerate(_entries(document))
    ]


def lacking(data: bytes, theirs: bytes) -> int:
    """Return how many entries of their ledger are not in this one; none if theirs is no TOML."""
    try:
        there = Counter(entry.says for entry in journal(theirs, ""))
    except InvalidLedger:
        return 0
    return (there - Counter(entry.says for entry in journal(data, ""))).total()


def _entries(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    journal = document.get("progress")
    for entry in journal if isinstance(journal, list) else []:
        yield entry if isinstance(entry, dict) else {"": entry}


def _word(entry: dict[str, Any], key: str) -> str:
    return str(entry.get(key, ""))
