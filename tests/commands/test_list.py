"""jcm list."""

import csv
import json
import re
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND, SHIPPED


@pytest.fixture
def shipped(jcm: Jcm) -> Jcm:
    """Run a command on the shipped ledger as of 2026-11-23, unless another day is given."""

    def run(command: object, *arguments: object) -> object:
        as_of = () if "--as-of" in arguments else ("--as-of", "2026-11-23")
        return jcm("--ledger", SHIPPED, command, *arguments, *as_of)

    return run  # type: ignore[return-value]


def records(jcm: Jcm, *arguments: object) -> dict[str, dict[str, object]]:
    """Return the records of `jcm list --format json` by id."""
    result = jcm("list", "--format", "json", *arguments)
    assert result.code == 0, result.err
    return {each["id"]: each for each in json.loads(result.out)["commitments"]}


def test_the_main_job_on_the_shipped_ledger(shipped: Jcm) -> None:
    """Who promised what in 2023, when it fell due, and what is on file three years later."""
    found = records(shipped)
    assert len(found) == 11
    talks = found["semiconductor-talks"]
    assert (talks["status"], talks["timing"], talks["days_left"]) == (
        "in-progress",
        "overdue",
        -876,
    )
    assert talks["deadline"] == {
        "period": "2024-H1",
        "text": "in the first half of 2024",
        "first": "2024-01-01",
        "last": "2024-06-30",
        "original": None,
        "slip_days": 0,
    }
    assert talks["by_side"] == {"UK": None, "Japan": "in-progress"}
    meeting = found["next-meeting"]
    assert (meeting["status"], meeting["timing"], meeting["days_left"]) == (None, "overdue", -327)
    assert meeting["last_progress"]["note"].startswith("The leaders agreed on")  # type: ignore[index]
    assert meeting["owners_inferred"] is True
    events = found["matching-events"]
    assert (events["status"], events["timing"], events["deadline"]) == (None, "review-due", None)
    assert (events["review_date"], events["days_left"]) == ("2025-12-31", None)


@pytest.mark.parametrize(
    ("day", "status", "timing", "days_left"),
    [
        ("2023-12-01", None, "not-due", 212),
        ("2024-06-30", "in-progress", "due-soon", 0),
        ("2024-07-01", "in-progress", "overdue", -1),
    ],
)
def test_as_of_draws_the_list_of_any_day(
    shipped: Jcm, day: str, status: str | None, timing: str, days_left: int
) -> None:
    """The last day of the period is still in time; the day after is not."""
    talks = records(shipped, "--as-of", day)["semiconductor-talks"]
    assert (talks["status"], talks["timing"], talks["days_left"]) == (status, timing, days_left)


def test_the_same_holds_for_another_ledger(jcm: Jcm, ledger_file: Path) -> None:
    """Nothing is true of one ledger alone: moved deadlines, other sides, a meeting as deadline."""
    found = records(jcm, "--ledger", ledger_file, "--as-of", "2023-07-01")
    survey = found["krill-survey"]
    assert survey["deadline"] == {
        "period": "2022-H2",
        "text": "early in 2022",
        "first": "2022-07-01",
        "last": "2022-12-31",
        "original": "2022-Q1",
        "slip_days": 275,
    }
    assert (survey["status"], survey["timing"], survey["days_left"]) == ("stalled", "overdue", -182)
    assert survey["by_side"] == {"Norway": "in-progress", "Chile": "stalled"}
    assert found["data-exchange"]["timing"] == "review-due"
    hosting = found["host-oc-4"]
    assert (hosting["deadline"]["last"], hosting["timing"]) == ("2023-06-30", "overdue")  # type: ignore[index]


def test_the_record_has_the_documented_keys_in_order(shipped: Jcm) -> None:
    """Programs rely on these names."""
    assert list(records(shipped)["next-meeting"]) == [
        "id", "title", "title_ja", "summary", "summary_ja", "meeting", "paragraph", "theme",
        "strength", "kind", "part_of", "fields", "owners", "stated_owners", "handed_over",
        "owners_inferred", "status", "to_confirm", "silent_sides", "done", "closed_on",
        "superseded_by", "timing", "deadline", "deadline_text", "deadline_text_ja",
        "report_every", "age_days", "review_date", "days_left", "by_side", "last_progress",
    ]  # fmt: skip
    document = json.loads(shipped("list", "--format", "json").out)
    assert (document["schema"], document["as_of"]) == (2, "2026-11-23")
    assert document["ledger"] == str(SHIPPED)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--overdue"], ["semiconductor-talks", "next-meeting"]),
        (["--owner", "meti"], ["semiconductor-talks", "matching-events"]),
        (["--owner", "METI", "--status", "none"], ["matching-events"]),
        (["--due", "2024"], ["semiconductor-talks"]),
        (["--due", "2024-06-30/2025-01-01"], ["semiconductor-talks", "next-meeting"]),
        (["--theme", "space", "--theme", "health"], ["health-research-talks", "space-information-sharing"]),
        (["--strength", "committed"], ["research-opportunities"]),
        (["dementia"], ["health-research-talks"]),
        (["経済産業省", "TALKS"], ["semiconductor-talks"]),
        (["--owner", "経済産業省", "--status", "記録なし"], ["matching-events"]),
        (["--owner", "METI", "--status", "実施中"], ["semiconductor-talks"]),
        (["--side", "英国", "--side", "日本", "--theme", "宇宙"], ["space-information-sharing"]),
        (["--timing", "期限超過"], ["semiconductor-talks", "next-meeting"]),
        (["--timing", "overdue", "--side", "UK", "--meeting", "jcm-12", "--open"], ["semiconductor-talks", "next-meeting"]),
    ],
)  # fmt: skip
def test_filters_combine(shipped: Jcm, filters: list[str], ids: list[str]) -> None:
    """The same option again means or, different options mean and, words search every text."""
    result = shipped("list", *filters, "--format", "ids")
    assert (result.out.split(), result.code) == (ids, 0)


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("deadline", "semiconductor-talks"),
        ("id", "bilateral-funding-talks"),
        ("status", "next-meeting"),
        ("updated", "next-meeting"),
    ],
)
def test_sort_orders(shipped: Jcm, order: str, first: str) -> None:
    """What comes first is what the order is about."""
    assert shipped("list", "--sort", order, "--format", "ids").out.split()[0] == first


def test_an_empty_result_says_which_filter_left_nothing(shipped: Jcm) -> None:
    """Nobody has to guess which of three filters was one too many."""
    result = shipped("list", "--owner", "UKRI", "--theme", "space", "--format", "ids")
    assert (result.out, result.code) == ("", 0)
    assert "--theme space leaves none of the 2 left before it" in result.err


def test_into_a_pipe_it_is_tab_separated_with_a_header(shipped: Jcm) -> None:
    """cut, sort and awk get one line a commitment."""
    lines = [line.split("\t") for line in shipped("list").out.splitlines()]
    assert lines[0][:6] == ["id", "title", "owners", "deadline", "timing", "status"]
    assert len(lines) == 12
    assert {len(line) for line in lines} == {len(lines[0])}
    talks = dict(zip(lines[0], lines[1], strict=True))
    assert (talks["days_left"], talks["status_Japan"], talks["status_UK"]) == (
        "-876",
        "in-progress",
        "",
    )


def test_csv_reads_back(shipped: Jcm) -> None:
    """A spreadsheet gets the same rows, numbers as numbers."""
    text = shipped("list", "--format", "csv").out
    assert text.count("\r\n") == 12
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert rows[1]["title"] == "Hold the 13th meeting in Japan"
    assert (rows[1]["owners"], rows[1]["days_left"]) == ("MOFA, CAO, DSIT", "-327")


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 140])
def test_a_table_of_any_width_loses_nothing(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """On a narrow terminal text folds: every letter of every cell is there, and no line overflows."""
    monkeypatch.setenv("COLUMNS", str(width))
    table = shipped("list", "--format", "table").out.split("\n\n11 commitments")[0]
    assert max(len(line) for line in table.splitlines()) <= width
    letters = "".join(sorted(table.replace(" ", "").replace("\n", "").replace("─", "")))
    wide = "".join(
        [
            *(record["id"] + record["title"] for record in records(shipped).values()),  # type: ignore[operator]
        ]
    )
    for letter in set(wide.replace(" ", "")):
        assert letters.count(letter) >= wide.count(letter), letter
    assert table.count("inferred") + table.count("(inferre") >= 4


def test_the_lines_under_the_table_sum_it_up(shipped: Jcm) -> None:
    """How many of how many, how they stand, which ledger, which day."""
    out = shipped("list", "--format", "table", "--owner", "METI").out
    assert "2 of 11 commitments: 1 overdue, 1 review due." in out
    assert out.endswith("as of 2026-11-23.\n")


def test_commitments_of_later_meetings_are_hidden_and_counted(shipped: Jcm) -> None:
    """A view as of a day before the meeting does not know its commitments."""
    result = shipped("list", "--format", "table", "--as-of", "2023-11-06")
    assert "11 commitments of later meetings not shown." in result.out


TOMORROW = """
[[progress]]
commitment = "krill-survey"
date = 2022-05-06
by = "SUB"
note = "Dated in Punta Arenas, where it is tomorrow."
"""

VIEWS = {
    "list": ("list", "--format", "table"),
    "an empty list": ("list", "--format", "table", "nowhere"),
    "an empty list into a pipe": ("list", "--format", "tsv", "nowhere"),
    "groups": ("list", "--format", "table", "--group", "timing"),
    "timeline": ("timeline", "--format", "chart"),
    "bodies": ("bodies", "--format", "table"),
    "letters": ("bodies", "--format", "text"),
    "show": ("show", "krill-survey"),
    "log": ("log", "--format", "table"),
    "the log of one": ("log", "krill-survey", "--format", "table"),
    "report": ("report", "--format", "terminal"),
    "Markdown": ("report", "--format", "markdown"),
    "HTML": ("report", "--format", "html"),
}


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_dated_later_is_counted_in_every_view(
    jcm: Jcm, ledger_file: Path, view: str
) -> None:
    """An entry of tomorrow, as it is in Tokyo, or after --as-of, is not passed over in silence."""
    ledger_file.write_text(SECOND + TOMORROW, encoding="utf-8")
    run = partial(jcm, "--ledger", ledger_file, *VIEWS[view], "--as-of")
    result = run("2022-05-05")
    assert "1 entry dated later not shown." in result.out + result.err
    assert "Punta Arenas" not in result.out
    result = run("2022-05-06")
    assert "not shown" not in result.out + result.err


def test_what_others_are_dated_later_is_not_counted(jcm: Jcm, ledger_file: Path) -> None:
    """Beside one commitment, or what one body reported, only what fits is counted."""
    ledger_file.write_text(SECOND + TOMORROW, encoding="utf-8")
    for view in (("show", "data-exchange"), ("log", "--by", "HAV", "--format", "table")):
        assert "not shown" not in jcm("--ledger", ledger_file, *view, "--as-of", "2022-05-05").out


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--status", "xyzzy"], 'unknown status "xyzzy"', "not-started, in-progress"),
        (["--owner", "METY"], 'unknown body "METY"', "did you mean METI"),
        (["--side", "France"], 'unknown side "France"', "UK, Japan"),
        (["--theme", "spaec"], 'unknown theme "spaec"', "did you mean space"),
        (["--meeting", "jcm"], 'meeting "jcm" is the beginning of 2', "jcm-12, jcm-13"),
        (["--due", "soon"], '"soon" is not a period', "2024-H1"),
        (["--within", "soon"], '"soon" is not a length of time', "90d, 2w, 6m or 1y"),
        (["--as-of", "20241231"], '"20241231" is not a date', "2024-06-30"),
        (["--as-of", "2024-02-30"], '"2024-02-30" is not a date', "2024-06-30"),
    ],
)
def test_a_value_that_fits_nothing_is_refused_with_what_would(
    shipped: Jcm, arguments: list[str], message: str, hint: str
) -> None:
    """Exit 3, nothing on stdout, the allowed values in the hint."""
    result = shipped("list", *arguments)
    assert (result.out, result.code) == ("", 3)
    assert message in result.err
    assert hint in result.err


def headings(table: str) -> list[str]:
    """Return the headings of a grouped table: what stands between blank lines, with a count."""
    return re.findall(r"^\n?(\S.*\(\d+\))\n\n", table, re.MULTILINE)


def test_by_timing_the_list_is_the_agenda(shipped: Jcm) -> None:
    """What presses most comes first, under the heading that says when."""
    agenda = shipped("list", "--group", "timing", "--format", "table", "--as-of", "2024-04-15").out
    assert headings(agenda) == ["61 to 90 days (1)", "Later (1)", "Undated (9)"]
    assert agenda.count("undated, 5 months old") == 9
    assert "11 commitments: 1 due soon, 1 not due, 9 undated." in agenda


@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_a_commitment_of_several_owners_counts_once(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    """It stands under each of them, and the line under the table counts commitments."""
    monkeypatch.setenv("COLUMNS", width)
    table = shipped("list", "--group", "side", "--format", "table").out
    assert headings(table) == ["UK (11)", "Japan (11)"]
    assert "\n11 commitments: 2 overdue, 9 review due." in table
    assert max(len(line) for line in table.splitlines() if "ommitments" not in line) <= int(width)


def test_the_heading_of_an_owner_is_the_full_name(shipped: Jcm) -> None:
    """Who opens the list need not know what the letters stand for."""
    table = shipped("list", "--group", "owner", "--owner", "METI", "--format", "table").out
    assert headings(table) == ["METI: Ministry of Economy, Trade and Industry (2)"]


def test_groups_are_a_column_of_their_own_in_a_pipe(shipped: Jcm) -> None:
    """A line for each group a commitment is in: a pivot table or awk can count them."""
    rows = list(csv.DictReader(StringIO(shipped("list", "--group", "side").out), delimiter="\t"))
    assert next(iter(rows[0])) == "group"
    assert [row["group"] for row in rows] == ["UK"] * 11 + ["Japan"] * 11
    text = shipped("list", "--group", "side", "--format", "csv").out
    assert list(csv.DictReader(StringIO(text, newline=""))) == rows


def test_groups_in_json_name_the_commitments(shipped: Jcm) -> None:
    """Each commitment stands once, as without groups, and each group lists ids."""
    plain = json.loads(shipped("list", "--format", "json").out)
    grouped = json.loads(shipped("list", "--group", "timing", "--format", "json").out)
    assert grouped["commitments"] == plain["commitments"]
    assert [each["group"] for each in grouped["groups"]] == ["overdue", "review-due"]
    assert grouped["groups"][0]["commitments"] == ["semiconductor-talks", "next-meeting"]


def test_ids_under_headings_are_refused(shipped: Jcm) -> None:
    """`mark -` would record twice for an id that stands in two groups."""
    result = shipped("list", "--group", "owner", "--format", "ids")
    assert (result.out, result.code) == ("", 2)
    assert "--group and --format ids do not go together" in result.err


def test_no_groups_are_said_as_any_empty_list(shipped: Jcm) -> None:
    """Which filter left nothing, in every format."""
    for form in ("table", "tsv", "json"):
        result = shipped(
            "list", "--group", "theme", "--owner", "JAXA", "--overdue", "--format", form
        )
        assert result.code == 0
        assert "--overdue leaves none of the 1 left before it" in result.err
    assert json.loads(result.out)["groups"] == []


def test_within_finds_what_is_late_and_what_falls_due(shipped: Jcm) -> None:
    """In June 2024: the talks due that month; a year on they are late, and the meeting is due."""
    for day, within, ids in (
        ("2024-06-01", "29d", ["semiconductor-talks"]),
        ("2024-06-01", "28d", []),
        ("2025-06-01", "6m", ["semiconductor-talks"]),
        ("2025-06-01", "7m", ["semiconductor-talks", "next-meeting"]),
    ):
        found = shipped("list", "--within", within, "--as-of", day, "--format", "ids")
        assert found.out.split() == ids


COLUMNS = '[field.priority]\nvalues = ["high", "low"]\n[field.desk]\n'


@pytest.fixture
def with_columns(ledger_file: Path) -> Path:
    """Return the tests' ledger with two columns of its own, and a commitment without a theme."""
    text = ledger_file.read_text(encoding="utf-8")
    text = text.replace(
        'theme = "fisheries"', 'theme = "fisheries"\npriority = "high"\ndesk = "３ East"'
    )
    text = text.replace('theme = "data"\n', "")
    ledger_file.write_text(COLUMNS + text, encoding="utf-8")
    return ledger_file


def test_columns_are_those_that_were_asked_for(jcm: Jcm, with_columns: Path) -> None:
    """In their order, by the names of the TSV or of [field.ID], in each format that has columns."""
    run = ("--ledger", with_columns, "list", "krill")
    tsv = jcm(*run, "--columns", "status_Chile, id,priority", "--columns", "field_desk,id")
    assert (
        tsv.out
        == "status_Chile\tid\tfield_priority\tfield_desk\nstalled\tkrill-survey\thigh\t３ East\n"
    )
    csv = jcm(*run, "--columns", "title,deadline", "--format", "csv")
    assert csv.out == 'title,deadline\r\nJoint krill survey,"2022-H2"\r\n'
    grouped = jcm(*run, "--columns", "id", "--group", "theme")
    assert grouped.out == "group\tid\nfisheries\tkrill-survey\n"
    table = jcm(*run, "--columns", "id,days_left,desk", "--format", "table").out.splitlines()
    assert table[0].split() == ["Id", "Days", "left", "Desk"]
    assert table[2].split()[0] == "krill-survey"
    assert table[-2] == "1 of 3 commitments: 1 overdue."


def test_a_column_that_is_not_there_gets_the_nearest(jcm: Jcm, with_columns: Path) -> None:
    """Nothing is listed; formats without columns say so."""
    refused = jcm("--ledger", with_columns, "list", "--columns", "id,statsu")
    assert (refused.out, refused.code) == ("", 3)
    assert 'unknown column "statsu"' in refused.err
    assert "did you mean status?" in refused.err
    for form in ("ids", "json"):
        assert jcm("list", "--columns", "id", "--format", form).code == 2


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--where", "priority=HIGH"], ["krill-survey"]),
        (["--where", "priority=high", "--where", "priority=low"], ["krill-survey"]),
        (["--where", "priority=high", "--where", "desk=4"], []),
        (["--where", " desk = 3 east"], ["krill-survey"]),
        (["--theme", "none"], ["data-exchange"]),
        (["--theme", "NONE", "--theme", "fisheries"], ["krill-survey", "data-exchange"]),
        (["--timing", "on-time", "--as-of", "2021-04-01"], ["krill-survey", "host-oc-4"]),
        (["--timing", "On Time", "--as-of", "2021-04-01"], ["krill-survey", "host-oc-4"]),
        (["--to-confirm"], []),
    ],
)  # fmt: skip
def test_filters_by_columns_of_one_s_own_and_what_has_none(
    jcm: Jcm, with_columns: Path, options: list[str], ids: list[str]
) -> None:
    """Values are compared as they look; a theme may be missing; on-time is not-due."""
    done = jcm("--ledger", with_columns, "list", "--format", "ids", *options)
    assert (done.out.splitlines(), done.code) == (ids, 0)


@pytest.mark.parametrize(
    ("where", "told", "hint"),
    [
        ("priorty=high", 'unknown field "priorty"', "did you mean priority?"),
        ("priority=hgih", 'unknown value of priority "hgih"', "did you mean high?"),
        ("priority", '"priority" is not KEY=VALUE', "priority=high"),
        ("=high", 'unknown field ""', "known: priority, desk"),
    ],
)
def test_an_unknown_column_or_value_is_refused(
    jcm: Jcm, with_columns: Path, where: str, told: str, hint: str
) -> None:
    """With the nearest."""
    refused = jcm("--ledger", with_columns, "list", "--where", where)
    assert (refused.out, refused.code) == ("", 3)
    assert told in refused.err
    assert hint in refused.err


def test_what_one_side_closed_and_another_did_not_is_to_confirm(
    jcm: Jcm, ledger_file: Path
) -> None:
    """The filter is shared with every command on a set of commitments."""
    run = ("--ledger", ledger_file)
    assert jcm(*run, "mark", "krill", "done", "--by", "HAV", "--on", "2022-01-05").code == 0
    assert jcm(*run, "list", "--to-confirm", "--format", "ids").out == "krill-survey\n"
    assert "krill-survey" in jcm(*run, "report", "--to-confirm", "--format", "markdown").out
