"""The programs that are measured: jcm, its peers on as many items, and what no program can beat."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import ledgers

COMPLETE = "complete an id"
TABLE = "list as a table"
PIPE = "list into a pipe"
OWNER = "list of one owner"
MARK = "mark"
REPORT = "report"
CHECK = "check"
VERSION = "version"
FLOOR = "floor"

TASKS_ALONE = "taskwarrior, no annotations"
TASKS_WITH_ENTRIES = "taskwarrior, entries as annotations"

SHIPPED = Path(__file__).parent.parent / "commitments.toml"
OF_THE_SHIPPED = 11

_READ_BACK = """
import os, sys
with open(sys.argv[1], "rb+") as file:
    data = file.read(); file.seek(0); file.write(data); file.flush(); os.fsync(file.fileno())
"""


class Program(NamedTuple):
    """A program, how its items are put into a folder, and the arguments of each kind of work.

    `{home}` in arguments and environment stands for that folder, `{begun}` for the beginning of an
    id; what `caches` names is removed
    from it before a cold run.
    """

    name: str
    command: tuple[str, ...]
    write: Callable[[Path, int], None]
    work: Mapping[str, tuple[str, ...]]
    environment: Mapping[str, str] = {}
    caches: tuple[str, ...] = ()


def _due(number: int) -> date:
    return ledgers.meeting_day(number) + timedelta(days=200 + number % 900)


class Commitment(NamedTuple):
    """A commitment as a peer is given it: what it can hold of title, owners, due date and notes."""

    number: int
    title: str
    owners: tuple[str, str]
    due: date
    notes: tuple[ledgers.Entry, ...]


def _items(count: int) -> Iterator[Commitment]:
    """Yield as many items as the ledger has commitments, with as many notes as it has entries."""
    for number, notes in groupby(ledgers.entries(count), attrgetter("number")):
        title, owners = ledgers.title_of(number), ledgers.owners_of(number)
        yield Commitment(number, title, owners, _due(number), tuple(notes))


def _ledger(home: Path, count: int) -> None:
    text = SHIPPED.read_text("utf-8") if count == OF_THE_SHIPPED else ledgers.generate(count)
    (home / "commitments.toml").write_text(text, encoding="utf-8")


def append_entry(home: Path, name: str) -> None:
    """Add an entry to the ledger in a folder, as somebody else's jcm would have."""
    entry = f'\n[[progress]]\ncommitment = "{name}"\ndate = {ledgers.AS_OF}\nnote = "Asked."\n'
    with (home / "commitments.toml").open("a", encoding="utf-8") as file:
        file.write(entry)


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _in_brackets(text: str) -> str:
    """Return text as Taskwarrior keeps it: brackets end a task."""
    return text.replace("[", "&open;").replace("]", "&close;")


def _tasks_alone(home: Path, count: int) -> None:
    """Write tasks of title, due date and owners."""
    _tasks(home, [each._replace(notes=()) for each in _items(count)])


def _tasks_with_entries(home: Path, count: int) -> None:
    """Write the same tasks, each entry of the journal as an annotation of its task."""
    _tasks(home, _items(count))


def _tasks(home: Path, items: Iterable[Commitment]) -> None:
    entry = _seconds(date(2020, 1, 1))
    lines = []
    for each in items:
        notes = {_seconds(note.day): _in_brackets(note.told) for note in each.notes}
        annotations = "".join(f' annotation_{second}:"{note}"' for second, note in notes.items())
        project, tag = each.owners
        lines.append(
            f'[description:"{each.title}" due:"{_seconds(each.due)}" entry:"{entry}"{annotations}'
            f' modified:"{entry}" project:"{project}" status:"pending" tags:"{tag}"'
            f' uuid:"00000000-0000-4000-8000-{each.number:012}"]'
        )
    (home / "pending.data").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("completed.data", "undo.data", "backlog.data"):
        (home / name).write_text("", encoding="utf-8")
    settings = ["confirmation=no", "verbose=nothing", "defaultwidth=140", f"data.location={home}"]
    (home / "taskrc").write_text("\n".join(settings) + "\n", encoding="utf-8")


def _todoman(home: Path, count: int) -> None:
    items = home / "items" / "committee"
    items.mkdir(parents=True)
    for each in _items(count):
        notes = r"\n".join(note.told for note in each.notes).replace(";", r"\;")
        todo = (
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//made up//\nBEGIN:VTODO\n"
            f"UID:{each.number}\nDTSTAMP:20200101T000000Z\nSUMMARY:{each.title}\n"
            f"CATEGORIES:{','.join(each.owners)}\nDESCRIPTION:{notes}\n"
            f"STATUS:NEEDS-ACTION\nDUE;VALUE=DATE:{each.due:%Y%m%d}\nEND:VTODO\nEND:VCALENDAR\n"
        )
        (items / f"{each.number}.ics").write_text(todo.replace("\n", "\r\n"), encoding="utf-8")
    settings = {
        "path": f"{home}/items/*",
        "date_format": "%Y-%m-%d",
        "time_format": "%H:%M",
        "cache_path": f"{home}/cache/todoman.sqlite3",
    }
    (home / "cache").mkdir()
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in settings.items()]
    (home / "config.py").write_text("".join(lines), encoding="utf-8")


def _todo_txt(home: Path, count: int) -> None:
    lines = [
        f"2020-01-01 {each.title} +{each.owners[0]} +{each.owners[1]} due:{each.due}\n"
        for each in _items(count)
    ]
    (home / "todo.txt").write_text("".join(lines), encoding="utf-8")
    files = {
        "TODO_FILE": "todo.txt",
        "DONE_FILE": "done.txt",
        "REPORT_FILE": "report.txt",
        "TMP_FILE": "todo.tmp",
    }
    settings = "".join(f"export {key}={home}/{name}\n" for key, name in files.items())
    (home / "todo.cfg").write_text(f"export TODO_DIR={home}\n{settings}", encoding="utf-8")


def _journal(home: Path, count: int) -> None:
    """Write a transaction for each item: a share owed by each owner, the notes as comments."""
    lines = []
    for each in _items(count):
        lines.append(f"{each.due} {each.title}")
        lines += [f"    ; {note.told}" for note in each.notes]
        lines += [f"    owed:{owner}  1" for owner in each.owners]
        lines.append("    promised\n")
    (home / "h.journal").write_text("\n".join(lines), encoding="utf-8")


def _import(modules: str) -> tuple[str, ...]:
    return ("-c", f"import {modules}" if modules else "pass")


JCM = Program(
    "jcm",
    ("jcm",),
    _ledger,
    {
        VERSION: ("--version",),
        COMPLETE: ("jcm show {begun}", "{begun}"),
        TABLE: ("list", "--format", "table"),
        PIPE: ("list", "--format", "tsv"),
        OWNER: ("list", "--format", "tsv", "--owner", "{owner}"),
        MARK: ("mark", "{id}", "--note", "Asked the owners for news."),
        REPORT: ("report", "--format", "markdown"),
        CHECK: ("check",),
    },
    {
        "JCM_LEDGER": "{home}/commitments.toml",
        "XDG_CACHE_HOME": "{home}/cache",
        "COLUMNS": "140",
    },
    ("cache",),
)

PEERS = (
    *(
        Program(
            name,
            ("task",),
            write,
            {
                TABLE: ("list",),
                PIPE: ("list",),
                OWNER: ("project:DSIT", "list"),
                MARK: ("5", "done"),
            },
            {"TASKRC": "{home}/taskrc"},
        )
        for name, write in ((TASKS_ALONE, _tasks_alone), (TASKS_WITH_ENTRIES, _tasks_with_entries))
    ),
    Program(
        "todoman",
        ("todo",),
        _todoman,
        {
            TABLE: ("--config", "{home}/config.py", "list"),
            PIPE: ("--config", "{home}/config.py", "list"),
            OWNER: ("--config", "{home}/config.py", "list", "--category", "DSIT"),
            MARK: ("--config", "{home}/config.py", "done", "5"),
        },
        caches=("cache/todoman.sqlite3",),
    ),
    Program(
        "topydo",
        ("topydo",),
        _todo_txt,
        {
            TABLE: ("-t", "{home}/todo.txt", "-d", "{home}/done.txt", "ls"),
            PIPE: ("-t", "{home}/todo.txt", "-d", "{home}/done.txt", "ls"),
            OWNER: ("-t", "{home}/todo.txt", "-d", "{home}/done.txt", "ls", "+DSIT"),
            MARK: ("-t", "{home}/todo.txt", "-d", "{home}/done.txt", "do", "5"),
        },
    ),
    Program(
        "todo.txt-cli",
        ("todo-txt",),
        _todo_txt,
        {
            TABLE: ("-p", "-d", "{home}/todo.cfg", "ls"),
            PIPE: ("-p", "-d", "{home}/todo.cfg", "ls"),
            OWNER: ("-p", "-d", "{home}/todo.cfg", "ls", "+DSIT"),
            MARK: ("-a", "-d", "{home}/todo.cfg", "do", "5"),
        },
    ),
    Program(
        "hledger",
        ("hledger",),
        _journal,
        {
            REPORT: ("-f", "{home}/h.journal", "balance"),
            CHECK: ("-f", "{home}/h.journal", "check"),
        },
    ),
)

PYTHON = sys.executable
LEAN = "import typer, msgspec, tomli"
RICH = "import typer, rich.table, rich.console, msgspec, tomli"

FLOORS = (
    *(
        Program(name, (PYTHON,), _ledger, dict.fromkeys((VERSION, COMPLETE, TABLE), ("-c", name)))
        for name in ("pass", "import typer", LEAN, RICH)
    ),
    Program(
        "tomli.loads",
        (PYTHON,),
        _ledger,
        dict.fromkeys(
            (CHECK, MARK),
            (
                "-c",
                "import sys, tomli; tomli.load(open(sys.argv[1], 'rb'))",
                "{home}/commitments.toml",
            ),
        ),
    ),
    Program(
        "read, write, fsync",
        (PYTHON,),
        _ledger,
        {MARK: ("-c", _READ_BACK, "{home}/commitments.toml")},
    ),
)
