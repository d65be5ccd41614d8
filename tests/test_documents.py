"""Every format of report and export: the same facts, and the same bytes wherever it is written."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import NamedTuple

import docx
import html5lib
import pytest
from ical.calendar_stream import IcsCalendarStream
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.model.status import Status
from jcm_ledger.render.formats import ExportFormat, Format, ReportFormat
from jcm_ledger.render.phrases.english.words import EnglishWords

AS_OF = "2026-11-23"
FORMATS: list[Format] = [
    form for form in (*ReportFormat, *ExportFormat) if form is not ReportFormat.TERMINAL
]


class Told(NamedTuple):
    """What a document tells of a commitment; a report for people says it in words."""

    owners: str
    timing: str
    status: str


def command(form: Format) -> str:
    """Return the command that writes a format."""
    return "report" if isinstance(form, ReportFormat) else "export"


def from_csv(document: bytes) -> dict[str, Told]:
    """Return what Python's own reader of CSV finds."""
    rows = csv.DictReader(StringIO(document.decode("utf-8-sig"), newline=""))
    return {
        row["title"]: Told(row["owners"], row["timing"], row["status"] or "none") for row in rows
    }


def from_json(document: bytes) -> dict[str, Told]:
    """Return what Python's own reader of JSON finds."""
    return {
        each["title"]: Told(", ".join(each["owners"]), each["timing"], each["status"] or "none")
        for each in json.loads(document)["commitments"]
    }


def from_markdown(document: bytes) -> dict[str, Told]:
    """Return what a reader of Markdown finds in the table of all commitments."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(document.decode()):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level >= 3:
            rows[-1].append("".join(child.content for child in token.children or []))
    return dict(from_listing(rows))


def from_word(document: bytes) -> dict[str, Told]:
    """Return what python-docx finds in the table of all commitments."""
    tables = docx.Document(BytesIO(document)).tables
    listings = (table for table in tables if table.cell(0, 0).text == "Commitment")
    rows = ([cell.text for cell in row.cells] for table in listings for row in table.rows)
    return dict(from_listing(list(rows)))


def from_excel(document: bytes) -> dict[str, Told]:
    """Return what openpyxl finds on the sheet of commitments."""
    headings, *lines = load_workbook(BytesIO(document))["Commitments"].values
    rows = [dict(zip(headings, map(str, line), strict=True)) for line in lines]
    return {
        row["Commitment"]: Told(
            row["Owners"].removesuffix(" (inferred)"),
            in_data(row["Timing"]),
            in_data(row["Status"]),
        )
        for row in rows
    }


def from_calendar(document: bytes) -> dict[str, Told]:
    """Return what another reader of iCalendar finds in the events' descriptions."""
    found = {}
    for event in IcsCalendarStream.calendar_from_ics(document.decode()).events:
        lines = dict(
            line.split(": ", 1) for line in str(event.description).split("\n") if ": " in line
        )
        title = re.fullmatch(r"JCM: (.+) due(?: for review)? \(.+\)", str(event.summary))
        assert title, event.summary
        found[title[1]] = Told(
            lines["Owners"].removesuffix(" (inferred)"),
            in_data(lines[f"Timing on {AS_OF}"]),
            in_data(lines[f"Status on {AS_OF}"]),
        )
    return found


def from_listing(rows: list[list[str]]) -> Iterator[tuple[str, Told]]:
    """Yield what rows of commitment, theme, owners, deadline, timing and status tell."""
    for row in rows:
        if len(row) == 6 and row[0] != "Commitment":
            title, _theme, owners, _deadline, timing, reported = row
            yield (
                title,
                Told(owners.removesuffix(" (inferred)"), in_data(timing), in_data(reported)),
            )


def in_data(words: str) -> str:
    """Return the word of the data for words of people: "overdue" for "overdue by 876 days"."""
    if words in (EnglishWords().status(None), "no status on file"):
        return "none"
    known: list[str] = [
        *Status,
        "overdue",
        "review-due",
        "not-due",
        "undated",
        "met-late",
        "met",
        "closed",
    ]
    return next(word for word in known if words.startswith(EnglishWords.spell(word)))


def from_html(document: bytes) -> dict[str, Told]:
    """Return what html5lib finds in the table of every commitment."""
    page = html5lib.parse(document, namespaceHTMLElements=False)
    told = {}
    for row in page.findall(".//table[@id='commitments']/tbody/tr"):
        title, owners, _theme, _deadline, timing, reported, _last = row
        texts = ["".join(cell.itertext()).strip() for cell in (owners, timing, reported)]
        name = "".join(text for link in title.findall(".//a") for text in link.itertext()).strip()
        told[name] = Told(texts[0].removesuffix(" (inferred)"), *map(in_data, texts[1:]))
    return told


READERS: dict[Format, Callable[[bytes], dict[str, Told]]] = {
    ReportFormat.MARKDOWN: from_markdown,
    ReportFormat.HTML: from_html,
    ReportFormat.DOCX: from_word,
    ExportFormat.CSV: from_csv,
    ExportFormat.JSON: from_json,
    ExportFormat.EXCEL: from_excel,
    ExportFormat.CALENDAR: from_calendar,
}


@pytest.mark.parametrize("form", [form for form in FORMATS if not form.brief])
def test_every_format_tells_what_list_tells(jcm: Jcm, tmp_path: Path, form: Format) -> None:
    """Owners, timing and status of the eleven, read by software that did not write them."""
    listed = jcm("--ledger", SHIPPED, "list", "--format", "json", "--as-of", AS_OF).out
    expected = from_json(listed.encode())
    assert len(expected) == 11
    file = tmp_path / f"document{form.suffix}"
    done = jcm("--ledger", SHIPPED, command(form), "-o", file, "--as-of", AS_OF)
    assert done.code == 0, done.err
    assert form in READERS, "a new format needs a reader here"
    assert READERS[form](file.read_bytes()) == expected


def test_every_format_is_the_same_bytes_at_any_hour_and_place(tmp_path: Path) -> None:
    """Another hour, time zone, folder, umask and hash seed change nothing.

    So that reports can be kept in git, and compared.
    """
    early = written(tmp_path / "here", "Pacific/Kiritimati", seed="1", umask=0o077)
    late = written(
        tmp_path / "there" / "deeper", "America/Los_Angeles", seed="2", umask=0o002, hours=-5000
    )
    assert set(early) == {f"all{form.suffix}" for form in FORMATS}
    for name, document in early.items():
        assert document == late[name], name


# The program's own clocks, moved: what it stamps on a file, if it stamped any, would differ.
RUN = """
import datetime, os, sys, time
moved = float(sys.argv.pop(1)) * 3600
class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=moved)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)
datetime.datetime = Clock
for name in ("time", "localtime", "gmtime"):
    real = getattr(time, name)
    if name == "time":
        time.time = lambda real=real: real() + moved
    else:
        setattr(time, name, lambda at=None, real=real: real(time.time() if at is None else at))
os.umask(int(sys.argv.pop(1)))
from jcm_ledger.commands import main
main()
"""


def written(folder: Path, zone: str, *, seed: str, umask: int, hours: int = 0) -> dict[str, bytes]:
    """Return a document of every format, by file name, as a process of its own writes it."""
    folder.mkdir(parents=True)
    (folder / "commitments.toml").write_bytes(SHIPPED.read_bytes())
    environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"}
    for name in ("report", "export"):
        suffixes = [form.suffix for form in FORMATS if command(form) == name]
        options = [option for suffix in suffixes for option in ("-o", f"all{suffix}")]
        subprocess.run(
            [sys.executable, "-c", RUN, str(hours), str(umask), name, *options, "--as-of", AS_OF],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
        )
    return {path.name: path.read_bytes() for path in folder.glob("all.*")}
