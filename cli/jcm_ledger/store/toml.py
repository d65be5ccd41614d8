"""New tables as TOML, in the layout of the shipped ledger."""

from collections.abc import Iterable, Mapping

import tomlkit
from msgspec import Struct
from msgspec.structs import asdict

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Deadline, Entry
from jcm_ledger.model.period import Period


def entries(journal: Iterable[Entry]) -> str:
    """Return `[[progress]]` tables, a blank line between two."""
    return "\n".join(_table("[[progress]]", asdict(entry)) for entry in journal)


def table(name: str, record: Struct) -> str:
    """Return a `[NAME.ID]` table."""
    values = asdict(record)
    values |= values.pop("fields", {})
    key = _key(values.pop("id"))
    return _table(f"[{name}.{key}]", values)


def element(array: str, table: object) -> str:
    """Return a table as an element of an array of tables, whatever its keys are."""
    return tomlkit.dumps({array: [table]})


def _table(header: str, values: Mapping[str, object]) -> str:
    """Return a table with its keys aligned; what is None, empty or false is left out."""
    given = {
        _key(key): str(value) if isinstance(value, (Deadline, Duration, Period)) else value
        for key, value in values.items()
        if value is not None and value is not False and value != ()
    }
    width = max(map(len, given))
    lines = [f"{key:<{width}} = {value(each)}" for key, each in given.items()]
    return "\n".join([header, *lines, ""])


def _key(name: str) -> str:
    """Return a key, in quotes unless it is letters of ASCII, digits, hyphens and underscores."""
    return tomlkit.key(name).as_string()


def value(value: object) -> str:
    """Return a value as TOML, on one line."""
    return tomlkit.item(list(value) if isinstance(value, tuple) else value).as_string()
