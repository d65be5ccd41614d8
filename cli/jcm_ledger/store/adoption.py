"""Reviewed drafts: bytes to tables that may go into a ledger, with every problem at once."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct, ValidationError
from msgspec.structs import replace

from jcm_ledger.errors import home_hint
from jcm_ledger.errors.drafts import CannotReadDraft, RefusedDraft
from jcm_ledger.errors.files import CannotRead, NoSuchFile
from jcm_ledger.model.finding import Finding, Where, label
from jcm_ledger.model.ledger import FIELDS, Commitment, Ledger
from jcm_ledger.rules.additions import HOMES, Addition
from jcm_ledger.rules.adoption import ReviewedTable
from jcm_ledger.rules.drafting.ids import PROPOSED
from jcm_ledger.rules.names import nearest
from jcm_ledger.store.document import NotTomlError, load
from jcm_ledger.store.faults import (
    convert,
    faults,
    keys,
    stand_in,
    with_columns,
    without_blanks,
)
from jcm_ledger.store.lines import Lines, statements
from jcm_ledger.store.source import read_file

_KINDS: Mapping[str, type[Addition]] = {HOMES[kind].table: kind for kind in HOMES}
_BODY_BEHIND = re.compile(r"^# \[organisation\..*\]\n(?:# .*(?:\n|\Z))*", re.MULTILINE)
"""The table of a body as `jcm draft` proposes it: each line behind one #."""

_MARK = re.compile(re.escape(PROPOSED).replace(r"\{\}", "(.+)"))
_TITLE = "type a title in your own words, or delete the table"
_MEETING = "add meeting = the id of the meeting, or name it for all tables: --meeting ID"


class ReviewedDraft(Struct, frozen=True):
    """The tables of a draft, and what is wrong with those that cannot be read as they are.

    Of these the tables have what can be made out, so that the rest of them can be checked.
    `behind` are the ids of bodies that it proposes behind #, so that they are no tables of it.
    """

    name: str
    text: str
    tables: tuple[ReviewedTable, ...]
    problems: tuple[Finding, ...]
    behind: frozenset[str]

    def place(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings about tables of the draft with file and line, in its order."""
        lines = Lines(self.text)
        placed = [replace(each, file=self.name, line=lines.of(each.where)) for each in findings]
        return sorted(placed, key=lambda each: each.line)


def read(path: Path, name: str) -> bytes:
    """Return the bytes of a draft. Raise CannotReadDraft."""
    try:
        return read_file(path, name)
    except NoSuchFile:
        hint = home_hint(name) or "see that its name is spelled as it is"
        raise CannotReadDraft(name, "there is no such file", hint) from None
    except CannotRead as failure:
        raise CannotReadDraft(name, failure.reason) from None


def reviewed(
    data: bytes, name: str, ledger: Ledger, *, meeting: str = "", bodies: bool = False
) -> ReviewedDraft:
    """Return the tables of a draft for a ledger. Raise RefusedDraft for what is no TOML.

    `meeting` made the commitments that name none. With `bodies` those that the draft proposes
    behind # are tables of it too, if a commitment of it names them and the ledger lacks them.
    """
    text, document = _loaded(data, name)
    behind = dict(_bodies_behind(text))
    if bodies and (wanted := behind.keys() & _owners(document) - ledger.organisations.keys()):
        text = _BODY_BEHIND.sub(partial(_brought_forward, wanted=wanted), text)
        text, document = _loaded(text.encode(), name)
    proposed = set(_proposed_ids(text))
    tables: list[ReviewedTable] = []
    problems: list[Finding] = []
    for kind, where, table in _tables(document, problems):
        if kind is Commitment and meeting:
            table.setdefault("meeting", meeting)
        content, faulty = _content(kind, table, where, ledger)
        problems += faulty
        tables.append(ReviewedTable(content, where in proposed))
    return ReviewedDraft(name, text, tuple(tables), tuple(problems), frozenset(behind))


def _loaded(data: bytes, name: str) -> tuple[str, dict[str, Any]]:
    try:
        return load(data)
    except NotTomlError as failure:
        problem = failure.named(name)
        raise RefusedDraft(name, [str(problem)], problem.hint) from None


def _bodies_behind(text: str) -> Iterator[tuple[str, str]]:
    """Yield the bodies that a draft proposes behind #, by id, each with its table as text."""
    for block in _BODY_BEHIND.findall(text):
        table = re.sub("^# ", "", block, flags=re.MULTILINE)
        try:
            yield next(iter(tomli.loads(table)["organisation"])), table
        except (tomli.TOMLDecodeError, RecursionError, KeyError, StopIteration):
            continue  # somebody wrote into it: it stays a remark


def _brought_forward(block: re.Match[str], wanted: Iterable[str]) -> str:
    """Return the table of a body without the # in front, if it is among those wanted."""
    found = dict(_bodies_behind(block[0]))
    return next((found[name] for name in found if name in wanted), block[0])


def _owners(document: Mapping[str, Any]) -> set[str]:
    """Return the owners that the commitments of a document name."""
    tables = document.get("commitment", {})
    named = tables.values() if isinstance(tables, dict) else ()
    lists = (table.get("owners", []) for table in named if isinstance(table, dict))
    return {each for owners in lists if isinstance(owners, list) for each in map(str, owners)}


def _proposed_ids(text: str) -> Iterator[Where]:
    """Yield the paths of the tables whose ids are still those that the draft proposed."""
    for header in statements(text):
        if header.header and header.where[0] == "commitment":
            mark = _MARK.search(text[header.end :].partition("\n")[0])
            if mark and f".{mark[1]}]" in text[header.start : header.end]:
                yield header.where


def _tables(
    document: Mapping[str, Any], problems: list[Finding]
) -> Iterator[tuple[type[Addition], Where, dict[str, Any]]]:
    """Yield the tables of a document with their kinds and paths; tell of what is none of them."""
    for name, value in document.items():
        kind = _KINDS.get(name)
        if kind is None or not isinstance(value, dict):
            message = f"{name}: a draft holds commitments, bodies and meetings alone"
            hint = "put it into the ledger by hand, or take it out"
            problems.append(Finding.error("unknown-key", (name,), message, hint))
            continue
        for own, table in value.items():
            if isinstance(table, dict):
                yield kind, (name, own), table
            else:
                message = f"{label((name, own))}: this is not a table"
                hint = "write it as a table with keys of its own"
                problems.append(Finding.error("not-a-table", (name, own), message, hint))


def _content(
    kind: type[Addition], table: dict[str, Any], where: Where, ledger: Ledger
) -> tuple[Addition, list[Finding]]:
    """Return what a table holds as far as it can be read, and what is wrong with it."""
    own = [column for column in ledger.columns if column not in keys(Commitment)]
    found = list(_lost(kind, table, where, own))
    if kind is Commitment:
        table = with_columns(table, own)
    given = {"id": str(where[1])}
    try:
        return convert(without_blanks(kind, table) | given, kind), found
    except ValidationError:
        found += map(_of_a_draft, faults(kind, table, where))
        return stand_in(kind, table, given), found


def _lost(
    kind: type[Addition], table: Mapping[str, Any], where: Where, own: Collection[str]
) -> Iterator[Finding]:
    """Yield the keys of a table that a ledger could not keep."""
    for key, value in table.items():
        if kind is Commitment and key in own:
            if not isinstance(value, str):
                message = f"{label(where)}: {key} is not what belongs here"
                hint = 'it is declared as a text: write it in quotes: "…"'
                yield Finding.error("bad-value", (*where, key), message, hint)
        elif key not in keys(kind) or key == FIELDS:
            near = nearest(key, keys(kind))
            hint = f"did you mean {near[0]}?" if near else "take it out"
            message = f'{label(where)}: "{key}" is no key that jcm knows'
            yield Finding.error("unknown-key", (*where, key), message, hint)


def _of_a_draft(fault: Finding) -> Finding:
    """Return a fault with what to do about it in a draft, where a title or a meeting is missing."""
    is_missing = fault.code == "missing-key" and fault.where[0] == "commitment"
    hint = {"title": _TITLE, "meeting": _MEETING}.get(str(fault.where[2])) if is_missing else None
    return replace(fault, hint=hint) if hint else fault
