"""New tables as TOML, in the layout of the shipped ledger."""

from collections.abc import Iterable, Mapping

import tomlkit
from msgspec.structs import asdict

from jcm_ledger.model.ledger import Deadline, Entry


def entries(journal: Iterable[Entry]) -> str:
    """Return `[[progress]]` tables, a blank line between two."""
    return "\n".join(_table("[[progress]]", asdict(entry)) for entry in journal)


def _table(header: str, values: Mapping[str, object]) -> str:
    """Return a table with its keys aligned; what is None or empty is left out."""
    given = {
        key: str(value) if isinstance(value, Deadline) else value
        for key, value in values.items()
        if value not in (None, ())
    }
    width = max(map(len, given))
    lines = [f"{key:<{width}} = {_value(value)}" for key, value in given.items()]
    return "\n".join([header, *lines, ""])


def _value(value: object) -> str:
    return tomlkit.item(list(value) if isinstance(value, tuple) else value).as_string()
