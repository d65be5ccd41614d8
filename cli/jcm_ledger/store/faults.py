"""Why a table cannot be read, field by field: msgspec stops at the first fault of a record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, ValidationError
from msgspec.structs import FieldInfo, fields, replace

from jcm_ledger.errors import BadDuration, BadPeriod
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.fields import without_none
from jcm_ledger.model.finding import Finding, Where, label
from jcm_ledger.model.ledger import (
    FIELDS,
    LAST_PARAGRAPH,
    Deadline,
    Ids,
    PlaceInStatement,
)
from jcm_ledger.model.period import Period
from jcm_ledger.model.text import is_blank

Value = TypeVar("Value")
Record = TypeVar("Record", bound=Struct)

_LONGEST_QUOTE = 60

_MEANT: dict[object, str] = {
    str: 'text in quotes: "…"',
    PlaceInStatement: f'a whole number from 0 to {LAST_PARAGRAPH:,}, or a text in quotes: "2.10"',
    Ids: 'an id or a list of ids: "…" or ["…", "…"]',
    bool: "true or false",
    date: "a date, year-month-day, without quotes: 2024-06-30",
    tuple[str, ...]: 'a list of texts: ["…", "…"]',
    Period: 'a period in quotes: "2024-H1"',
    Deadline: 'a period or a meeting, in quotes: "2024-H1"',
    Duration: 'a length of time in quotes: "6m"',
}


def decode_period(kind: type, value: object) -> object:
    """Return the period, deadline or duration that a TOML value gives; msgspec's `dec_hook`."""
    if type(value) is date:
        value = value.isoformat()
    if not isinstance(value, str):
        raise TypeError
    return _period(kind, value)


@lru_cache(maxsize=4096)  # a large ledger gives the same few again and again
def _period(kind: type, text: str) -> object:
    if kind is Period:
        return Period.parse(text)
    if kind is Deadline:
        return Deadline.parse(text)
    if kind is Duration:
        return Duration.parse(text)
    raise NotImplementedError(kind)


def convert(value: object, kind: type[Value]) -> Value:
    """Return the value as the model's type; raise msgspec's ValidationError."""
    return msgspec.convert(value, kind, dec_hook=decode_period)


def faultless(
    kind: type[Record], tables: Sequence[Any], ids: Sequence[str] = ()
) -> list[Record] | None:
    """Return the records of all tables; None if there is anything to find.

    All at once takes half as long as one by one, and cannot tell what is wrong.
    """
    if not {*map(type, tables)} <= {dict} or not set().union(*tables) <= {*keys(kind), FIELDS}:
        return None
    tables = [without_blanks(kind, table) for table in tables]
    named = (
        [table | {"id": name} for table, name in zip(tables, ids, strict=True)] if ids else tables
    )
    try:
        return convert(named, list[kind])  # type: ignore[valid-type]
    except ValidationError:
        return None


@lru_cache
def keys(kind: type[Struct]) -> Collection[str]:
    """Return the keys a table of this kind may have; its id stands in the header."""
    return dict.fromkeys(name for name in kind.__struct_fields__ if name not in ("id", "fields"))


@lru_cache
def _optional(kind: type[Struct]) -> frozenset[str]:
    """Return the keys that may be left out."""
    return frozenset(field.name for field in fields(kind) if not field.required)


def without_blanks(kind: type[Struct], table: dict[str, Any]) -> dict[str, Any]:
    """Return a table without its optional keys that hold a blank text: they are as if absent."""
    blank = [
        key
        for key, value in table.items()
        if type(value) is str and (not value or not value[0].isalnum()) and is_blank(value)
    ]
    optional = _optional(kind).intersection(blank) if blank else ()
    return {key: table[key] for key in table if key not in optional} if optional else table


def sparing(record: Record) -> Record:
    """Return a record as it is read back: without its optional texts that are blank."""
    texts = {key: getattr(record, key) for key in _optional(type(record))}
    blank = [key for key, text in texts.items() if isinstance(text, str) and is_blank(text)]
    return replace(record, **dict.fromkeys(blank)) if blank else record


def with_columns(table: dict[str, Any], columns: Collection[str]) -> dict[str, Any]:
    """Return the table of a commitment with the keys that `[field.ID]` declares in one of ours."""
    own = {key: table[key] for key in columns if isinstance(table.get(key), str)}
    rest = {key: value for key, value in table.items() if key not in columns}
    return rest | {FIELDS: {key: value for key, value in own.items() if not is_blank(value)}}


def faults(kind: type[Struct], table: Mapping[str, Any], where: Where) -> Iterator[Finding]:
    """Yield what is wrong with a table that does not convert to `kind`."""
    owner = str(where[1]) if where[0] == "commitment" else None
    for field in fields(kind):
        if field.name in ("id", "fields"):
            continue
        if field.name not in table:
            if field.required:
                message = f"{label(where)}: {field.name} is missing"
                hint = f"add {field.name}: {_meant(field)}"
                yield Finding.error("missing-key", (*where, field.name), message, hint, owner)
            continue
        try:
            convert(table[field.name], field.type)
        except ValidationError:
            code, message, hint = _fault(field, table[field.name])
            yield Finding.error(
                code, (*where, field.name), f"{label(where)}: {message}", hint, owner
            )


def stand_in(kind: type[Record], table: Mapping[str, Any], given: Mapping[str, str]) -> Record:
    """Return a record of what can be read in a faulty table, so that the rest can be checked."""
    values: dict[str, Any] = dict(given)
    for field in fields(kind):
        if field.name in table and field.name not in given:
            with suppress(ValidationError):
                values[field.name] = convert(table[field.name], field.type)
        if field.required and field.name not in values:
            values[field.name] = date.min if field.type is date else field.type()
    return kind(**values)


def _fault(field: FieldInfo, value: object) -> tuple[str, str, str]:
    """Return code, message and hint for a value that its field cannot hold."""
    kind = without_none(field.type)
    if isinstance(value, str):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            allowed = ", ".join(kind)
            return (
                f"bad-{field.name}",
                f"{field.name} {_quoted(value)} is not one of: {allowed}",
                "write one of these",
            )
        if kind in (Period, Deadline):
            try:
                Period.parse(value)
            except BadPeriod as bad:
                return "bad-period", f"{field.name} {bad}", bad.hint
        if kind is Duration:
            try:
                Duration.parse(value)
            except BadDuration as bad:
                return "bad-duration", f"{field.name}: {bad}", bad.hint
    return "bad-value", f"{field.name} {_quoted(value)} is not what belongs here", _meant(field)


def _meant(field: FieldInfo) -> str:
    kind = without_none(field.type)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one of: " + ", ".join(kind)
    return _MEANT[kind]


def _quoted(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    try:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    except ValueError:  # Python spells no number of more than 4,300 digits
        return "of thousands of digits"
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
