"""From the bytes of a ledger to its model, with every problem at once."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct, ValidationError
from msgspec.structs import replace

from jcm_ledger.errors import ConflictedLedger, InvalidLedger
from jcm_ledger.model.finding import Finding, Severity, Where, label
from jcm_ledger.model.ledger import (
    COMMITTEE,
    FIELDS,
    Checking,
    Circulation,
    Commitment,
    Committee,
    Entry,
    Ledger,
    Meeting,
    Organisation,
    OwnColumn,
    Theme,
)
from jcm_ledger.rules.checks.references import REFERENCES
from jcm_ledger.rules.names import nearest
from jcm_ledger.store.document import CONFLICT, NotTomlError, load
from jcm_ledger.store.faults import (
    convert,
    faultless,
    faults,
    keys,
    stand_in,
    with_columns,
    without_blanks,
)

Record = TypeVar("Record", bound=Struct)

_KEYED = ("meeting", "organisation", "commitment", "theme", "field")
_TABLES = ("committee", *_KEYED, "check", "report", "progress")
_NAME_ANOTHER = "they were committed with it: name another revision, before that or after"


class Reading(Struct, frozen=True):
    """What came of reading a ledger.

    `findings` are placed, in the order of the file. With an error among them the ledger holds
    what could be made out, and is there to be checked, not used; a file that is no TOML has
    none. `faulty` is what stands in the ledger with a value of ours instead of the file's.
    """

    name: str
    text: str
    ledger: Ledger | None
    findings: tuple[Finding, ...]
    faulty: frozenset[Where] = frozenset()

    @property
    def problems(self) -> list[Finding]:
        """The findings for which no command can use the ledger."""
        return [each for each in self.findings if each.severity is Severity.ERROR]

    def place(self, findings: Iterable[Finding], *, faulty_too: bool = False) -> list[Finding]:
        """Return what checks found in the ledger with file and line, in the order of the file.

        What they found in a record that could not be read whole is left out, unless `faulty_too`.
        """
        sound = [each for each in findings if faulty_too or each.where[:2] not in self.faulty]
        return _place(sound, self.name, self.text)


def parse(data: bytes, name: str, *, committed: bool = False) -> Ledger:
    """Return the ledger that the bytes hold; raise InvalidLedger with every problem.

    What was `committed` is in git's history, and cannot be mended there.
    """
    reading = examine(data, name)
    if reading.ledger is None or reading.problems:
        problems = reading.problems
        if problems[0].code == CONFLICT:
            hint = _NAME_ANOTHER if committed else problems[0].hint
            raise ConflictedLedger(name, problems[0].line, hint)
        raise InvalidLedger(name, [str(problem) for problem in problems])
    return reading.ledger


def examine(data: bytes, name: str) -> Reading:
    """Return what the bytes hold and everything that is wrong with them; raise nothing."""
    try:
        text, document = load(data)
    except NotTomlError as failure:
        return Reading(name, "", None, (failure.named(name),))
    reader = _Reader(releases=True)
    ledger = reader.read(document)
    findings = _place(reader.findings, name, text)
    return Reading(name, text, ledger, tuple(findings), frozenset(reader.faulty))


def examined(document: Mapping[str, Any]) -> tuple[Ledger, list[Finding]]:
    """Return the ledger of a TOML document and what is wrong with it, without file and line.

    The document stays as it is.
    """
    reader = _Reader()
    return reader.read(document), reader.findings


def spelled(journal: Iterable[Entry], bodies: Collection[str]) -> tuple[Entry, ...]:
    """Return the entries with the bodies that report them spelled as the ledger declares them."""
    spelling = {body.casefold(): body for body in (*bodies, COMMITTEE)}
    exact = {*bodies, COMMITTEE, None}
    return tuple(
        [
            entry
            if entry.by in exact and entry.on_behalf_of in exact
            else replace(
                entry,
                by=entry.by and spelling.get(entry.by.casefold(), entry.by),
                on_behalf_of=entry.on_behalf_of
                and spelling.get(entry.on_behalf_of.casefold(), entry.on_behalf_of),
            )
            for entry in journal
        ]
    )


def _place(findings: list[Finding], name: str, text: str) -> list[Finding]:
    if not findings:
        return []
    from jcm_ledger.store.lines import Lines  # only a finding pays for it

    lines = Lines(text)
    placed = [replace(each, file=name, line=lines.of(each.where)) for each in findings]
    return sorted(placed, key=lambda each: each.line)


class _Reader:
    """Turns a document into a ledger record by record and keeps what it finds on the way.

    One that `releases` empties each table once it is read, so that a large ledger is not held
    twice.
    """

    def __init__(self, *, releases: bool = False) -> None:
        self.releases = releases
        self.findings: list[Finding] = []
        self.faulty: set[Where] = set()

    def read(self, document: Mapping[str, Any]) -> Ledger:
        self._unknown_keys((), document, _TABLES)
        ledger = Ledger(
            committee=self._committee(document),
            meetings=self._keyed(document, "meeting", Meeting),
            organisations=self._keyed(document, "organisation", Organisation),
            themes=self._keyed(document, "theme", Theme),
            columns=self._keyed(document, "field", OwnColumn),
            commitments=self._keyed(document, "commitment", Commitment),
            checking=self._single(document, "check", Checking),
            circulation=self._single(document, "report", Circulation),
            journal=self._journal(document),
        )
        declared = {table: set(_mapping(document, table)) for table in _KEYED}
        for rule in REFERENCES:
            found = rule(ledger, declared)
            self.findings.extend(each for each in found if each.where[:3] not in self.faulty)
        return ledger

    def _committee(self, document: Mapping[str, Any]) -> Committee:
        if "committee" in document:
            committee = self._record(Committee, document["committee"], ("committee",))
        else:
            committee = Committee(name="", sides=())
            hint = 'add it: name = "…" and sides = ["…", "…"]; `jcm init --empty` shows how'
            self.findings.append(
                Finding.error("no-committee", (), "there is no [committee] table", hint)
            )
        return committee

    def _keyed(
        self, document: Mapping[str, Any], table: str, kind: type[Record]
    ) -> dict[str, Record]:
        if not isinstance(document.get(table, {}), dict):
            self._not_a_table((table,), f"write each {table} as a table: [{table}.ID]")
        tables = _mapping(document, table)
        if kind is Commitment and (columns := _mapping(document, "field")):
            tables = self._with_columns(tables, columns)
        if (records := faultless(kind, [*tables.values()], [*tables])) is not None:
            self._release(tables.values())
            return dict(zip(tables, records, strict=True))
        return {
            name: self._record(kind, value, (table, name), id=name)
            for name, value in tables.items()
        }

    def _with_columns(
        self, tables: Mapping[str, Any], columns: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Return the tables of commitments with the keys that the ledger declares in one of ours.

        Those of jcm's own are left alone. A value that is no text is an error.
        """
        own = [column for column in columns if column not in keys(Commitment)]
        for name, table in tables.items():
            for column in own if isinstance(table, dict) else ():
                if not isinstance(table.get(column, ""), str):
                    where: Where = ("commitment", name, column)
                    message = f"{label(where)}: {column} is not what belongs here"
                    hint = 'it is declared as a text: write it in quotes: "…"'
                    self.findings.append(Finding.error("bad-value", where, message, hint, name))
        return {
            name: with_columns(table, own) if isinstance(table, dict) else table
            for name, table in tables.items()
        }

    def _single(self, document: Mapping[str, Any], table: str, kind: type[Record]) -> Record:
        """Return a table that has no id, and need not be there."""
        return self._record(kind, document.get(table, {}), (table,))

    def _journal(self, document: Mapping[str, Any]) -> tuple[Entry, ...]:
        tables = document.get("progress", [])
        if not isinstance(tables, list):
            self._not_a_table(("progress",), "write each entry as a table: [[progress]]")
            return ()
        if (journal := faultless(Entry, tables)) is not None:
            self._release(tables)
        else:
            journal = [self._record(Entry, row, ("progress", n)) for n, row in enumerate(tables)]
        return spelled(journal, _mapping(document, "organisation"))

    def _record(self, kind: type[Record], table: object, where: Where, **known: str) -> Record:
        if not isinstance(table, dict):
            self._not_a_table(where, "write it as a table with keys of its own")
            return stand_in(kind, {}, known)
        self._unknown_keys(where, table, keys(kind))
        kept = without_blanks(kind, table)
        try:
            record = convert(kept | known if known else kept, kind)
        except ValidationError:
            found = list(faults(kind, table, where))
            self.findings.extend(found)
            self.faulty |= {each.where for each in found} | {where}
            return stand_in(kind, table, known)
        self._release([table])
        return record

    def _release(self, tables: Iterable[dict[str, Any]]) -> None:
        if self.releases:
            for table in tables:
                table.clear()

    def _unknown_keys(self, where: Where, table: Mapping[str, Any], known: Collection[str]) -> None:
        for key in [key for key in table if key not in known and key != FIELDS]:
            near = nearest(key, known)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
            message = f'{_heading(where)}"{key}" is no key that jcm knows; it is kept'
            self.findings.append(Finding.warning("unknown-key", (*where, key), message, hint))

    def _not_a_table(self, where: Where, hint: str) -> None:
        self.faulty |= {where, where[:1]}
        message = f"{_heading(where)}this is not a table"
        self.findings.append(Finding.error("not-a-table", where, message, hint))


def _heading(where: Where) -> str:
    """Return what people call the table at a path, followed by a colon; "" for the file itself."""
    return f"{label(where)}: " if where else ""


def _mapping(document: Mapping[str, Any], table: str) -> Mapping[str, Any]:
    value = document.get(table, {})
    return value if isinstance(value, dict) else {}
