"""What two formats both tell, they tell alike: every field of each, in a ledger of every state."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from conftest import Jcm
from told import (
    AS_OF,
    Facts,
    Told,
    from_calendar,
    from_csv,
    from_excel,
    from_html,
    from_html_table,
    from_json,
    from_markdown,
    from_terminal,
    from_tsv,
    from_word,
    in_data,
    plain,
    sheet,
)

HEAD = """\
[committee]
name = "Test Committee"
sides = ["UK", "Japan"]

[field.priority]
title = "Priority"

[meeting.m1]
held = 2023-11-07

[meeting.m2]
expected = "2025"

[organisation.A]
name = "Body A"
side = "UK"
contact = "a@example.org"

[organisation.B]
name = "Body B"
name_ja = "機関"
side = "Japan"
kind = "ministry"

[organisation.C]
name = "Body C"
side = "Japan"
"""

DEADLINES = {
    "undated": "",
    "vague": 'deadline_text = "at an early date"',
    "own-review": "review_by = 2024-06-01",
    "dated": 'deadline = "2024-06"',
    "dated-review": 'deadline = "2024-Q3"\nreview_by = 2024-09-09',
    "far": 'deadline = "2026"\ndeadline_text = "by 2026"',
    "meeting": 'deadline = "m2"',
    "today": 'deadline = "2024-08-01"',
}
JOURNALS: dict[str, list[str]] = {
    "silent": [],
    "noted": ['note = "A word."'],
    "going": ['by = "A"\nstatus = "in-progress"\nevidence = ["https://example.org/a", "minute 7"]'],
    "moved": ['by = "B"\nstatus = "stalled"\ndeadline = "2025-H1"'],
    "moved-back": [
        'by = "B"\ndeadline = "2025-H1"',
        'by = "A"\ndeadline = "2024-06"\nnote = "Back."',
    ],
    "done": ['by = "committee"\nstatus = "completed"\nnote = "Signed."'],
    "dropped": ['by = "A"\nstatus = "not-pursued"', 'by = "B"\nstatus = "in-progress"', 'by = "B"\nstatus = "not-pursued"'],
    "told-for": ['by = "A"\non_behalf_of = "B"\nstatus = "completed"\nhappened = "2024-05"'],
    "handed-over": ['by = "committee"\nowners = ["C", "Japan"]\nnote = "As agreed."'],
    "replaced": ['by = "committee"\nstatus = "superseded"'],
}  # fmt: skip


def ledger() -> str:
    """Return a ledger with every kind of deadline in every state, and all other fields in turn."""
    parts = [HEAD, '[commitment.whole]\ntitle = "T whole"\nmeeting = "m1"\nowners = ["A"]\n']
    journal = []
    for number, (deadline, keys) in enumerate(DEADLINES.items()):
        for state, entries in JOURNALS.items():
            name = f"{deadline}-{state}"
            more = (
                f'summary = "What {name} is."\nparagraph = {number}\ntheme = "space"\n'
                'strength = "agreed"\nkind = "continuing"\npriority = "high"\nowners = ["A"]'
                if len(state) % 2
                else 'owners = ["A", "B"]\nowners_inferred = true\npart_of = "whole"\nframeworks = ["Treaty", "Plan"]'
            )
            parts.append(
                f'[commitment.{name}]\ntitle = "T {name}"\nmeeting = "m1"\n{keys}\n{more}\n'
            )
            for day, entry in enumerate(entries, start=1):
                journal.append(
                    f'[[progress]]\ncommitment = "{name}"\ndate = 2024-07-{day + number:02}\n{entry}\n'
                )
    return "\n".join([*parts, *journal])


Run = Callable[..., Any]


@pytest.fixture
def run(jcm: Jcm, tmp_path: Path) -> Run:
    """Return what a command prints of the ledger as of the day, or writes to a file."""
    path = tmp_path / "commitments.toml"
    path.write_text(ledger(), encoding="utf-8")

    def run(*arguments: str, suffix: str = "") -> Any:
        file = tmp_path / f"document{suffix}"
        more = ["-o", file, "--force"] if suffix else []
        done = jcm("--ledger", path, *arguments, "--as-of", AS_OF, *more)
        assert done.code == 0, done.err
        return file.read_bytes() if suffix else done.out

    return run


def disagreements(told: dict[str, Told]) -> tuple[list[str], set[str]]:
    """Return where two documents tell a field otherwise, and the fields that only one tells."""
    values: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for form, things in told.items():
        for thing, facts in things.items():
            for field, value in facts.items():
                values[thing, field][form] = value
    differing = [
        f"{thing}, {field}: {by_form}"
        for (thing, field), by_form in values.items()
        if len(set(by_form.values())) > 1
    ]
    shared = {field for (_thing, field), by_form in values.items() if len(by_form) > 1}
    return differing, {field for _thing, field in values} - shared


def test_every_format_tells_every_shared_field_alike(run: Run) -> None:
    """Of each commitment, open or closed, dated or not: no format has days where another has none."""
    readers: dict[str, Iterable[Facts]] = {
        "list tsv": from_tsv(run("list", "--format", "tsv")),
        "list csv": from_csv(run("list", "--format", "csv")),
        "list json": from_json(run("list", "--format", "json")),
        "csv": from_csv(run("export", suffix=".csv").decode()),
        "json": from_json(run("export", suffix=".json").decode()),
        "xlsx": from_excel(run("export", suffix=".xlsx")),
        "ics": from_calendar(run("export", suffix=".ics").decode()),
        "markdown": from_markdown(run("report", suffix=".md").decode()),
        "html": from_html(run("report", suffix=".html").decode()),
        "html table": from_html_table(run("report", suffix=".html").decode()),
        "docx": from_word(run("report", suffix=".docx")),
    }
    told = {form: {each["title"]: each for each in facts} for form, facts in readers.items()}
    names = {facts["id"]: title for title, facts in told["json"].items()}
    assert len(names) == len(DEADLINES) * len(JOURNALS) + 1
    for form in ("text", "json"):
        read = from_terminal if form == "text" else from_json
        told[f"show {form}"] = {
            title: facts for name, title in names.items() for facts in read(run("show", name, "--format", form))
        }  # fmt: skip
    assert {len(each) for form, each in told.items() if form != "ics"} == {len(names)}
    assert 0 < len(told["ics"]) < len(names)
    differing, alone = disagreements(told)
    assert not differing, "\n".join(differing[:20])
    assert alone == set()


def test_entries_and_bodies_are_told_alike(run: Run) -> None:
    """Each entry and each body, in every format that has them."""

    def entry(each: Facts) -> Facts:
        body, _, reporter = each["Reported by"].rpartition(", as reported by ")
        by = {"both sides": "committee", "nobody named": ""}.get(reporter, reporter)
        evidence = " ".join(filter(None, (each["Evidence"], each["Evidence 2"])))
        return {
            "on_behalf_of": body, "happened": each["Happened"], "owners": each["Handed over to"],
            "date": each["Date"], "commitment": each["Id"], "by": by, "status": in_data(each["Status"]),
            "deadline": each["Deadline moved to"], "note": each["Note"], "evidence": evidence,
        }  # fmt: skip

    def in_json(each: dict[str, Any]) -> Facts:
        return {name: " ".join(value) if name == "evidence" else plain(value) for name, value in each.items()}  # fmt: skip

    def by_key(entries: Iterable[Facts]) -> Told:
        return {f"{each['commitment']} {each['date']}": each for each in entries}

    book = run("export", suffix=".xlsx")
    exported = json.loads(run("export", suffix=".json"))
    entries = {
        "tsv": by_key(from_tsv(run("log", "--format", "tsv"))),
        "csv": by_key(from_csv(run("log", "--format", "csv"))),
        "json": by_key(map(in_json, json.loads(run("log", "--format", "json"))["entries"])),
        "export json": by_key(map(in_json, exported["journal"])),
        "xlsx": by_key(map(entry, sheet(book, "Progress"))),
    }
    assert {len(each) for each in entries.values()} == {
        len(DEADLINES) * sum(map(len, JOURNALS.values()))
    }
    assert disagreements(entries) == ([], set())

    def body(each: Facts) -> Facts:
        return {
            "id": each["Body"], "name": each["Name"], "side": each["Side"], "open": each["Open"],
            "name_ja": each["Name in Japanese"], "kind": each["Kind"], "overdue": each["Overdue"],
            "last_heard": each["Last heard from"].replace("never", ""),
        }  # fmt: skip

    listed = json.loads(run("bodies", "--format", "json"))["bodies"]
    found: dict[str, Iterable[Facts]] = {
        "tsv": from_tsv(run("bodies", "--format", "tsv")),
        "csv": from_csv(run("bodies", "--format", "csv")),
        "json": ({name: plain(value) for name, value in each.items()} for each in listed),
        "xlsx": map(body, sheet(book, "Bodies")),
    }
    told = {form: {each["id"]: each for each in facts} for form, facts in found.items()}
    differing, alone = disagreements(told)
    assert (differing, alone) == ([], {"part_of", "owing", "short_ja"})


def test_bars_of_the_timeline_are_told_alike(run: Run) -> None:
    """The drawing's data has the days that the list has, in either format."""
    bars = json.loads(run("timeline", "--format", "json"))["bars"]

    def days(bar: dict[str, Any], name: str, end: str) -> str:
        return bar[name][end] if bar[name] else ""

    told: dict[str, Told] = {
        "list": {each["id"]: {name: each[name] for name in ("id", "title", "timing", "status", "first", "last")} for each in from_csv(run("list", "--format", "csv"))},
        "csv": {each["id"]: each for each in from_csv(run("timeline", "--format", "csv"))},
        "tsv": {each["id"]: each for each in from_tsv(run("timeline", "--format", "tsv"))},
        "json": {
            bar["id"]: {
                **{name: plain(bar[name]) for name in ("id", "title", "timing", "status", "end", "made", "closed")},
                "first": days(bar, "due", "first"), "last": days(bar, "due", "last"),
                "original_first": days(bar, "original", "first"), "original_last": days(bar, "original", "last"),
                "entries": " ".join(each["date"] for each in bar["entries"]),
            }
            for bar in bars
        },
    }  # fmt: skip
    assert disagreements(told) == ([], set())
