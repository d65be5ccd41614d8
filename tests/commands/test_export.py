"""jcm export."""

import csv
import json
import os
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from openpyxl import load_workbook

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.render.formats import ExportFormat

ARGUMENTS = ("--ledger", SHIPPED, "export", "--as-of", "2026-11-23")


def test_csv_starts_with_a_byte_order_mark_unless_it_must_not(jcm: Jcm, tmp_path: Path) -> None:
    """Excel takes a CSV for UTF-8 only if it begins so; other programs can do without."""
    file, bare = tmp_path / "a.csv", tmp_path / "b.csv"
    assert jcm(*ARGUMENTS, "-o", file).code == jcm(*ARGUMENTS, "--no-bom", "-o", bare).code == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + bare.read_bytes()
    rows = list(csv.DictReader(StringIO(bare.read_text(encoding="utf-8"), newline="")))
    assert len(rows) == 11
    assert rows[-1]["id"] == "next-meeting"


def test_json_is_the_whole_ledger_with_its_standings(jcm: Jcm, ledger_file: Path) -> None:
    """Committee, meetings, bodies, commitments as written and as they stand, the whole journal."""
    arguments = ("--ledger", ledger_file, "export", "--format", "json", "--as-of", "2023-07-01")
    document = json.loads(jcm(*arguments).out)
    assert (document["schema"], document["as_of"]) == (2, "2023-07-01")
    assert (document["title"], document["filters"], document["total"]) == (None, [], 3)
    assert document["committee"]["sides"] == ["Norway", "Chile"]
    assert [meeting["id"] for meeting in document["meetings"]] == ["oc-3", "oc-4"]
    assert [body["id"] for body in document["organisations"]] == ["HAV", "MFA", "SUB"]
    survey, data, hosting = document["commitments"]
    assert (survey["stated_deadline"], survey["deadline"]["period"]) == ("2022-Q1", "2022-H2")
    assert (data["stated_deadline"], data["timing"]) == (None, "review-due")
    assert (hosting["stated_deadline"], hosting["deadline"]["period"]) == ("oc-4", "2023-Q2")
    assert [entry["date"] for entry in document["journal"]] == [
        "2022-05-05",
        "2021-12-01",
        "2021-09-01",
    ]


def test_filters_narrow_the_data_and_the_json_says_which(jcm: Jcm) -> None:
    """METI's own data is METI's commitments, what was put on file about them, and no more."""
    document = json.loads(
        jcm(*ARGUMENTS, "--format", "json", "--owner", "METI", "--title", "For METI").out
    )
    assert (document["title"], document["filters"], document["total"]) == (
        "For METI",
        ["--owner METI"],
        11,
    )
    ids = {each["id"] for each in document["commitments"]}
    assert len(ids) == 2
    assert {each["commitment"] for each in document["journal"]} == {"semiconductor-talks"}


def test_a_day_in_the_past_knows_nothing_later(jcm: Jcm) -> None:
    """An export as of a day holds the entries on file by then."""
    arguments = ("--ledger", SHIPPED, "export", "--format", "json", "--as-of", "2024-01-30")
    document = json.loads(jcm(*arguments).out)
    assert {entry["date"] for entry in document["journal"]} == {"2024-01-15", "2024-01-16"}


def test_workbook_and_calendar_agree_with_the_list(jcm: Jcm, tmp_path: Path) -> None:
    """The same commitments, owners, timings, statuses and days, whichever program shows them."""
    book, calendar = tmp_path / "a.xlsx", tmp_path / "a.ics"
    assert jcm(*ARGUMENTS, "-o", book, "-o", calendar).code == 0
    listed = json.loads(
        jcm("--ledger", SHIPPED, "list", "--as-of", "2026-11-23", "--format", "json").out
    )["commitments"]
    assert len(listed) == 11

    headings, *lines = load_workbook(BytesIO(book.read_bytes()))["Commitments"].values
    rows = {row["Id"]: row for row in (dict(zip(headings, line, strict=True)) for line in lines)}
    assert rows.keys() == {each["id"] for each in listed}
    for each in listed:
        row = rows[each["id"]]
        assert str(row["Owners"]).removesuffix(" (inferred)") == ", ".join(each["owners"])
        assert row["Timing"] == each["timing"].replace("-", " ")
        nothing = "no status on file" if each["last_progress"] else "nothing on file"
        assert row["Status"] == (each["status"] or nothing).replace("-", " ")
        assert row["Days left"] == each["days_left"]

    events = IcsCalendarStream.calendar_from_ics(calendar.read_text(encoding="utf-8")).events
    days = {str(event.description).rpartition("Id: ")[2]: str(event.dtstart) for event in events}
    assert days == {
        each["id"]: each["deadline"]["last"] if each["deadline"] else each["review_date"]
        for each in listed
    }


@pytest.mark.parametrize("form", ExportFormat)
def test_two_machines_write_the_same_bytes(form: ExportFormat, tmp_path: Path) -> None:
    """Another time zone, folder and umask make no difference: files can be compared, and kept."""
    written = []
    for name, zone, umask in (("a", "Pacific/Kiritimati", 0o022), ("b", "America/Adak", 0o077)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "l.toml").write_bytes(SHIPPED.read_bytes())
        command = ["--ledger", "l.toml", "export", "--as-of", "2026-11-23", "-o", f"o{form.suffix}"]
        subprocess.run(
            [sys.executable, "-m", "jcm_ledger", *command],
            cwd=folder,
            env={**os.environ, "TZ": zone},
            umask=umask,
            capture_output=True,
            check=True,
        )
        written.append((folder / f"o{form.suffix}").read_bytes())
    assert written[0] == written[1]


def test_an_event_that_moved_outranks_the_one_in_the_file(jcm: Jcm, ledger_file: Path) -> None:
    """A mark and an undo of one day each raise SEQUENCE, when the calendar is written over."""
    file = ledger_file.with_name("a.ics")
    numbers = []

    def export() -> None:
        done = jcm(
            "--ledger", ledger_file, "export", "--as-of", "2023-07-01", "-o", file, "--force"
        )
        assert done.code == 0, done.err
        events = IcsCalendarStream.calendar_from_ics(file.read_text(encoding="utf-8")).events
        (hosting,) = (each for each in events if "host-oc-4" in str(each.description))
        numbers.append((str(hosting.dtstart), hosting.sequence or 0))

    export()
    arguments = (
        "--by",
        "SUB",
        "--on",
        "2023-06-30",
        "--deadline",
        "2024",
        "--note",
        "Moved.",
        "host-oc-4",
    )
    assert jcm("--ledger", ledger_file, "mark", *arguments).code == 0
    export()
    assert jcm("--ledger", ledger_file, "undo", "--yes").code == 0
    export()
    days, sequences = zip(*numbers, strict=True)
    assert days == ("2023-06-30", "2024-12-31", "2023-06-30")
    assert sequences[0] < sequences[1] < sequences[2]


def test_a_calendar_without_events_is_refused(jcm: Jcm, tmp_path: Path) -> None:
    """The standard knows none such: exit 3, and no file is written or replaced, of any format."""
    table, calendar = tmp_path / "a.csv", tmp_path / "a.ics"
    calendar.write_text("here before")
    arguments = ("--status", "completed", "-o", table, "-o", calendar, "--force")
    done = jcm(*ARGUMENTS, *arguments)
    assert (done.code, done.out) == (3, "")
    assert (
        "nothing is written: the calendar would be empty, as --status completed leaves none"
        in done.err
    )
    assert "-o FILE.csv, .xlsx or .json" in done.err
    assert calendar.read_text() == "here before"
    assert not table.exists()
    none = jcm(*ARGUMENTS, "--format", "ics", "--theme", "space", "--overdue")
    assert (none.code, none.out) == (3, "")
