"""The journal as raw entries, with all that the file has, whether or not jcm can read it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from jcm_ledger.model.ledger import TRANSLATIONS
from jcm_ledger.model.text import is_blank
from jcm_ledger.rules.alterations import RawEntry, Translations
from jcm_ledger.store.document import toml
from jcm_ledger.store.reading import examine

JOURNAL = "progress"
"""The table of entries."""


def journal(data: bytes, name: str) -> list[RawEntry]:
    """Return the raw entries of a ledger, in their order; raise InvalidLedger if it is no TOML."""
    _text, document = toml(data, name)
    faulty = examine(data, name).faulty
    return [
        RawEntry(
            commitment=_word(entry, "commitment"),
            date=_word(entry, "date"),
            by=_word(entry, "by"),
            canonical=canonical(entry),
            untranslated=untranslated(entry),
            translations=translations(entry),
            faulty=("progress", number) in faulty,
        )
        for number, entry in enumerate(entries_of(document))
    ]


def entries_of(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the entries of a TOML document; a value that is no table becomes one under ""."""
    journal = document.get(JOURNAL)
    for entry in journal if isinstance(journal, list) else []:
        yield entry if isinstance(entry, dict) else {"": entry}


def called(canonical: bytes) -> str:
    """Return what people call an entry, given its canonical form."""
    entry = msgspec.msgpack.decode(canonical)
    return f"the entry of {entry.get('date')} about {entry.get('commitment')}"


def untranslated(entry: object) -> bytes:
    """Return the canonical form of an entry without its translations, which may come later."""
    if isinstance(entry, dict) and not entry.keys().isdisjoint(TRANSLATIONS):
        entry = {
            key: value
            for key, value in entry.items()
            if not (key in TRANSLATIONS and isinstance(value, str))
        }
    return canonical(entry)


def translations(entry: object) -> Translations:
    """Return the translations of an entry, each with its key; a blank one is none."""
    if not isinstance(entry, dict):
        return ()
    found = ((key, entry.get(key)) for key in TRANSLATIONS)
    return tuple((k, text) for k, text in found if isinstance(text, str) and not is_blank(text))


def _word(entry: dict[str, Any], key: str) -> str:
    return str(entry.get(key, ""))


def canonical(table: object) -> bytes:
    """Return a table as MessagePack: the same bytes whatever its layout and the case of `by`."""
    if isinstance(table, dict) and isinstance(by := table.get("by"), str):
        table = {**table, "by": by.casefold()}
    try:
        return _encoded(table)
    except OverflowError:
        return _encoded(_in_hexadecimal(table))


_encoded = msgspec.msgpack.Encoder(order="deterministic").encode


def _in_hexadecimal(value: object) -> object:
    """Return a value with its whole numbers as texts: they may have more than 64 bits."""
    if isinstance(value, dict):
        return {key: _in_hexadecimal(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_hexadecimal(each) for each in value]
    return hex(value) if isinstance(value, int) and not isinstance(value, bool) else value
