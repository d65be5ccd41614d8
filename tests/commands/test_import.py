"""jcm import: a table that somebody kept, in one command."""

import csv
import json
import re
import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from conftest import Jcm, Result
from examples import SECOND
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.rules.standing import standings
from jcm_ledger.store.reading import parse
from tables import save
from terminals import at_a_terminal

LEDGERS = Path(__file__).parent.parent / "ledgers"
OGP = LEDGERS / "ogp-source.csv"
MEANINGS = ("--status", "Behind schedule=in-progress", "--status", "Closed=not-pursued")
OF_ALL = ("--owner", "CO", "--owner", "CSN", "--by", "CO", *MEANINGS)


def read(path: Path) -> Ledger:
    """Return the ledger of a file."""
    return parse(path.read_bytes(), path.name)


@pytest.fixture
def plan(jcm: Jcm, tmp_path: Path) -> Path:
    """Return the ledger of an open-government plan that has its meeting and bodies, and no more."""
    folder = tmp_path / "plan"
    sides = ("--side", "Government", "--side", "Civil society")
    assert jcm("init", folder, "--empty", "--name", "Open government", *sides).code == 0
    path = folder / "commitments.toml"
    for words in (
        ("meeting", "plan", "--held", "2013-10-31"),
        ("body", "CO", "--name", "Cabinet Office", "--side", "Government"),
        ("body", "CSN", "--name", "Civil Society Network", "--side", "Civil society"),
    ):
        assert jcm("--ledger", path, "add", *words).code == 0
    return path


def by_hand(jcm: Jcm, path: Path) -> int:
    """Write the table of milestones into a ledger by a command for each thing; return how many."""
    head, *rows = csv.reader(OGP.read_text(encoding="utf-8").splitlines())
    days = ["2014-04-30", "2014-09-30", "2015-01-31", "2015-06-30", "2015-12-31"]
    words = {"Completed": "completed", "Behind schedule": "in-progress", "Closed": "not-pursued"}
    commands: list[Sequence[str]] = []
    for theme, reference, title, *_statuses in rows:
        owned = ("--owner", "CO", "--owner", "CSN", "--meeting", "plan")
        more = ("--paragraph", reference, "--theme", theme, "--id", f"plan-{reference}")
        commands.append(("add", title, *owned, *more))
    for place, day in enumerate(days):
        for _theme, reference, _title, *statuses in rows:
            word = statuses[place]
            note = () if word == "Completed" else ("--note", word)
            cited = ("--evidence", f"ref: ogp-source.csv, {head[3 + place]}")
            said = (words[word], "--by", "CO", "--on", day, *note, *cited)
            commands.append(("mark", f"plan-{reference}", *said))
    for command in commands:
        assert jcm("--ledger", path, *command).code == 0
    return len(commands)


def test_one_command_gives_the_ledger_that_took_thirty_six(jcm: Jcm, plan: Path) -> None:
    """The table of milestones, imported: the same ledger to the letter, and a clean check."""
    other = plan.with_name("by-hand.toml")
    other.write_bytes(plan.read_bytes())
    assert by_hand(jcm, other) == 36
    done = jcm("--ledger", plan, "import", OGP, *OF_ALL, "--yes")
    assert done.code == 0, done.err
    assert "Added 6 commitments and 30 entries from ogp-source.csv." in done.out
    assert read(plan) == read(other)
    assert plan.read_text(encoding="utf-8") == other.read_text(encoding="utf-8")
    assert jcm("check", plan, "--strict").code == 0


def test_the_table_tells_what_the_ledger_made_from_it_by_people_tells(jcm: Jcm, plan: Path) -> None:
    """With its first column as the whole: the same parts, owners, reports and statuses on any day."""
    asked = (*OF_ALL, "--map", "Commitment=part_of", "--yes")
    assert jcm("--ledger", plan, "import", OGP, *asked).code == 0
    ours, theirs = read(plan), read(LEDGERS / "ogp.toml")
    names = {each.id: str(each.paragraph) for each in theirs.commitments.values() if each.part_of}
    ids = {each.id: str(each.paragraph) for each in ours.commitments.values() if each.part_of}

    def reports(journal: Sequence[Entry], of: dict[str, str]) -> set[tuple[object, ...]]:
        return {(of[each.commitment], each.date, each.by, each.status) for each in journal}

    assert reports(ours.journal, ids) == reports(theirs.journal, names)
    assert len(ours.journal) == len(theirs.journal) == 30
    for day in (date(2014, 4, 30), date(2015, 1, 31), date(2015, 12, 31)):
        here, there = (
            {of[row.commitment.id]: (row.status, row.owners) for row in standings(ledger, day) if row.commitment.part_of}
            for ledger, of in ((ours, ids), (theirs, names))
        )  # fmt: skip
        assert here == there


def test_a_second_import_adds_nothing(jcm: Jcm, plan: Path) -> None:
    """It says so, and the file stays as it is to the byte."""
    assert jcm("--ledger", plan, "import", OGP, *OF_ALL, "--yes").code == 0
    before = plan.read_bytes()
    done = jcm("--ledger", plan, "import", OGP, *OF_ALL)
    assert (done.code, plan.read_bytes()) == (0, before)
    assert "Nothing to import: all that ogp-source.csv says is on file." in done.out
    assert "On file already: 6 commitments and 30 reports." in done.out


def test_what_is_wrong_is_told_at_once_and_the_hints_help(jcm: Jcm, plan: Path) -> None:
    """Nothing is written; what the hints say, filled in and typed after the command, mends it."""
    before = plan.read_bytes()
    given = ("--ledger", plan, "import", OGP, "--owner", "CO", "--yes")
    refused = jcm(*given)
    assert (refused.code, plan.read_bytes()) == (3, before)
    cells = "D3, E3, F3, D5, D6, E6, D7, E7 and 3 more"
    assert f'jcm: {cells}: unknown status "Behind schedule"' in refused.err
    assert 'jcm: G3, H3: "Closed" is not clear as a status' in refused.err
    assert "jcm: row 2, row 3, row 4, row 5, row 6, row 7: nothing says the reporter" in refused.err
    assert "3 things cannot be imported; nothing was" in refused.err
    options = re.findall(r"--(?:status '[^']+'|status \S+|by BODY)", refused.err)
    assert len(options) == 3
    for word, value in (("schedule=STATUS", "schedule=in-progress"), ("=STATUS", "=not-pursued")):
        options = [each.replace(word, value) for each in options]
    typed = shlex.split(" ".join(options).replace("BODY", "CO"))
    done = jcm(*given, *typed)
    assert done.code == 0, done.err


def test_the_mapping_the_first_rows_and_what_is_new_are_shown(
    jcm: Jcm, ledger_file: Path, tmp_path: Path
) -> None:
    """Before anything is asked, and nothing is written without a yes."""
    book = save(
        tmp_path / "tracker.xlsx",
        ("Ocean tracker",),
        ("No.", "Action", "Lead (Norway)", "Due date", "Status", "Budget (NOK)"),
        (1, "Count the [seals]", "HAV", date(2024, 3, 31), "Ongoing", 5),
        (2, "Map the ice", "NPI", "ongoing", None, None),
    )
    before = ledger_file.read_bytes()
    done = jcm("--ledger", ledger_file, "import", book, "--meeting", "oc-3", "--by", "owner")
    assert (done.code, ledger_file.read_bytes()) == (3, before)
    assert "nobody can be asked here" in done.err
    for shown in (
        "tracker.xlsx, sheet Actions: the headings stand in row 2.",
        "owners (Norway)",
        "[field.budget-nok], new",
        "Count the [seals]",
        "oc-3-1",
        "New body: NPI (Norway)",
        "D4: no date, kept as the deadline's wording: ongoing",
        "From 2 rows: 2 commitments, 1 entry, 1 new body and 1 new column of your own.",
    ):
        assert shown in done.out, done.out
    done = jcm("--ledger", ledger_file, "import", book, "--meeting", "oc-3", "--by", "owner", "-y")
    assert done.code == 0
    shown = json.loads(jcm("--ledger", ledger_file, "show", "oc-3-1", "--format", "json").out)
    assert shown["commitment"]["title"] == "Count the [seals]"


def test_a_dry_run_writes_nothing_and_shows_the_tables(jcm: Jcm, plan: Path) -> None:
    """As they would stand at the end of the file."""
    before = plan.read_bytes()
    done = jcm("--ledger", plan, "import", OGP, *OF_ALL, "--dry-run")
    assert (done.code, plan.read_bytes()) == (0, before)
    assert done.out.count("[[progress]]") == 30
    assert done.out.count('[commitment."plan-1.') == 6


def test_new_bodies_need_a_side_or_to_be_said_to_be_outside(
    jcm: Jcm, ledger_file: Path, tmp_path: Path
) -> None:
    """Nobody becomes an outsider because a table has no column for sides."""
    book = save(
        tmp_path / "t.xlsx", ("Action", "Owner"), ("Count", "Polar Institute; Fram Ltd"), ("Map", "HAV")
    )  # fmt: skip
    given = ("--ledger", ledger_file, "import", book, "--meeting", "oc-3", "--yes")
    refused = jcm(*given)
    assert refused.code == 3
    assert "nothing says the side of 2 new bodies: polar-institute (Polar Institute)" in refused.err
    assert "--body" in refused.err
    done = jcm(*given, "--body", "Polar Institute=NPI@norway", "--body", "Fram Ltd=Fram")
    assert done.code == 0, done.err
    bodies = read(ledger_file).organisations
    assert (bodies["NPI"].name, bodies["NPI"].side) == ("Polar Institute", "Norway")
    assert (bodies["Fram"].name, bodies["Fram"].side) == ("Fram Ltd", None)


def test_at_a_terminal_sides_are_asked_and_then_whether_to_add(
    ledger_file: Path, tmp_path: Path
) -> None:
    """An answer of nothing is a body outside the committee; no yes, nothing added."""
    save(tmp_path / "t.xlsx", ("Action", "Owner"), ("Count", "NPI; Fram"))
    before = ledger_file.read_bytes()
    given = ("import", "t.xlsx", "--meeting", "oc-3")
    shown, code = at_a_terminal(*given, cwd=tmp_path, answers="norway\n\nn\n")
    assert (code, ledger_file.read_bytes()) == (3, before)
    assert "Side of NPI (Norway, Chile" in shown
    shown, code = at_a_terminal(*given, cwd=tmp_path, answers="norway\n\ny\n")
    assert code == 0, shown
    bodies = read(ledger_file).organisations
    assert (bodies["NPI"].side, bodies["Fram"].side) == ("Norway", None)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "ja",
            ("NPIの側（Norway、Chile。", "追加しますか？ [y/N]", "コミットメント1件、進捗記録0件"),
        ),
        ("both", ("Side of NPI (Norway", "NPIの側（Norway", "Add them?", "追加しますか？ [y/N]")),
    ],
)
def test_it_shows_and_asks_in_the_language_that_is_asked_for(
    ledger_file: Path, tmp_path: Path, lang: str, lines: tuple[str, ...]
) -> None:
    """The question of a side, what would be added, and whether to add it."""
    save(tmp_path / "t.xlsx", ("Action", "Owner"), ("Count", "NPI; Fram"))
    before = ledger_file.read_bytes()
    given = ("import", "t.xlsx", "--meeting", "oc-3", "--lang", lang)
    shown, code = at_a_terminal(*given, cwd=tmp_path, answers="norway\n\ny\n", size=(40, 200))
    assert (code, ledger_file.read_bytes() != before) == (0, True), shown
    for line in lines:
        assert line in shown


def test_a_spreadsheet_in_japanese(jcm: Jcm, ledger_file: Path, tmp_path: Path) -> None:
    """Headings, bodies, days of eras, statuses and columns of one's own; as cp932 too."""
    rows = (
        ("進捗管理表",),
        ("番号", "分野", "取組事項", "担当機関", "期限", "進捗状況", "備考", "予算（百万円）"),
        (
            "１",
            "漁業",
            "オキアミの共同調査",
            "HAV、SUB",
            "令和8年3月31日",
            "完了",
            "報告書を公表。",
            "12",
        ),
        ("２", "データ", "海洋データの交換", "SUB", "2027年度", "実施中", None, None),
        ("３", "運営", "次回会合の開催", "MFA", "令和9年3月", "保留", None, None),
    )
    book = save(tmp_path / "表.xlsx", *rows)
    text = tmp_path / "表.csv"
    with text.open("w", encoding="cp932", newline="") as file:
        csv.writer(file).writerows([[each or "" for each in row] for row in rows])
    options = ("--meeting", "oc-3", "--by", "owner", "--on", "2026-11-25", "--yes")
    done = jcm("--ledger", ledger_file, "import", book, *options)
    assert done.code == 0, done.err
    ledger = read(ledger_file)
    made = {each.id: each for each in ledger.commitments.values() if each.id.startswith("oc-3-")}
    assert {name: str(each.deadline) for name, each in made.items()} == {
        "oc-3-1": "2026-03-31",
        "oc-3-2": "FY2027",
        "oc-3-3": "2027-03",
    }
    assert made["oc-3-1"].owners == ("HAV", "SUB")
    assert made["oc-3-1"].fields == {"予算-百万円": "12"}
    new = [each for each in ledger.journal if each.commitment in made]
    assert [each.status for each in new] == ["completed", "in-progress", "stalled"]
    assert jcm("check", ledger_file).code == 0
    again = jcm("--ledger", ledger_file, "import", text, *options)
    assert "Nothing to import" in again.out, again.err


def test_what_check_would_find_is_told_by_cell(jcm: Jcm, ledger_file: Path, tmp_path: Path) -> None:
    """A report before the meeting or in the future, characters that steer: all at once."""
    book = save(
        tmp_path / "t.xlsx",
        ("Action", "Owner", "Status", "Date"),
        ("Count", "HAV", "done", "2020-01-01"),
        ("Map", "HAV", "done", "2999-01-01"),
    )
    before = ledger_file.read_bytes()
    given = ("--meeting", "oc-3", "--by", "HAV", "--yes")
    refused = jcm("--ledger", ledger_file, "import", book, *given)
    assert (refused.code, ledger_file.read_bytes()) == (3, before)
    assert "t.xlsx, sheet Actions: 2 things cannot be imported" in refused.err
    assert "C2: " in refused.err
    assert "that is before oc-3" in refused.err
    assert "C3: " in refused.err
    assert "that is in the future" in refused.err
    save(book, ("Action", "Owner"), ("Count\u202eab", "HAV"))
    refused = jcm("--ledger", ledger_file, "import", book, *given)
    assert "A2: " in refused.err
    assert "U+202E" in refused.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--meeting", "nowhere"), 'unknown meeting "nowhere"'),
        (("--map", "Colour=title"), 'no column is called "Colour"'),
        (("--map", "Action=colour"), 'unknown key "colour"'),
        (("--map", "Action"), "is not COLUMN=KEY"),
        (("--status", "Closed"), "is not WORD=STATUS"),
        (("--status", "Closed=shut"), 'unknown status "shut"'),
        (("--body", "X"), "is not NAME=ID or NAME=ID@SIDE"),
        (("--body", "X=Y@France"), 'unknown side "France"'),
        (("--side", "France"), 'unknown side "France"'),
        (("--sheet", "Other"), 'has no sheet "Other"'),
        (("--by", "nobody"), 'unknown body "nobody"'),
        (("--owner", "nobody"), 'unknown body "nobody"'),
    ],
)
def test_options_that_make_no_sense_are_refused(
    jcm: Jcm, ledger_file: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    """With what is known, and nothing is written."""
    book = save(tmp_path / "t.xlsx", ("Action", "Owner"), ("Count", "HAV"))
    before = ledger_file.read_bytes()
    refused = jcm("--ledger", ledger_file, "import", book, "--yes", *options)
    assert (refused.code, ledger_file.read_bytes()) == (3, before)
    assert said in refused.err
    assert "hint: " in refused.err or "WORD" in said or "NAME" in said


def test_without_a_meeting_every_row_says_so_once(
    jcm: Jcm, ledger_file: Path, tmp_path: Path
) -> None:
    """Where the ledger has several and neither a column nor an option says which."""
    book = save(tmp_path / "t.xlsx", ("Action", "Owner"), ("Count", "HAV"), ("Map", "HAV"))
    refused = jcm("--ledger", ledger_file, "import", book, "--yes")
    assert "jcm: row 2, row 3: nothing says the meeting" in refused.err
    assert "--meeting MEETING" in refused.err


def test_words_of_a_table_are_data(jcm: Jcm, ledger_file: Path, tmp_path: Path) -> None:
    """Markup, quotes and tables of TOML in a cell stand in the ledger as they are."""
    hostile = 'A "title"\n[commitment.x]\ntitle = "[bold]no[/bold]" \\u0041 \'\'\''
    book = save(tmp_path / "t.xlsx", ("Action", "Owner", "Notes"), ("[red]Count", "HAV", hostile))
    done = jcm("--ledger", ledger_file, "import", book, "--meeting", "oc-3", "--yes")
    assert done.code == 0, done.err
    assert "[red]Count" in done.out
    assert read(ledger_file).journal[-1].note == hostile
    assert ledger_file.read_text(encoding="utf-8").startswith(SECOND)


def test_what_steers_a_terminal_is_shown_and_refused(
    jcm: Jcm, ledger_file: Path, tmp_path: Path
) -> None:
    """In headings, cells, names of bodies and of the file: nothing of it reaches the screen."""
    path = tmp_path / "t\x1b[31m.csv"
    lines = ("Action,Owner,Bud\x1b]0;x\x07get", "Co\x1b[2Junt,HAV,1", "Map,N\u202ePI,2\x1b[1m")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    given = ("--ledger", ledger_file, "import", path, "--meeting", "oc-3", "--yes")
    refused = jcm(*given, "--side", "Norway")
    assert refused.code == 3
    assert "U+001B" in refused.err
    for shown in (refused.out, refused.err):
        assert not {"\x1b", "\x07", "\u202e"} & {*shown}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file"),
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0b\0o\0o\0k\0", ".xls"),
        (b"<html><table><tr><td>Action</td></tr></table></html>", "HTML"),
        (b"%PDF-1.7", "PDF"),
        (b'Action,Owner\n"Count,HAV\n', "row that begins in line 2"),
        (b"a,b\nc,d\n", "no row of the table heads columns that are known"),
        (b"Action,Owner\n", "no rows below them"),
        (b"Owner,Status\nHAV,done\n", "no column says what was promised"),
        (b"Action,Owner\r\nCount,\xc4\xd6\xdc\r\n", "nothing tells which letters are meant"),
    ],
)
def test_other_files_are_told_by_what_they_are(
    jcm: Jcm, ledger_file: Path, tmp_path: Path, content: bytes | None, said: str
) -> None:
    """Nobody sees a traceback, and nothing is written."""
    path = tmp_path / "table.csv"
    if content is not None:
        path.write_bytes(content)
    before = ledger_file.read_bytes()
    refused = jcm("--ledger", ledger_file, "import", path, "--meeting", "oc-3", "--yes")
    assert (refused.code, ledger_file.read_bytes()) == (3, before)
    assert said in refused.err
    assert "hint: " in refused.err


def test_a_table_of_ten_rows_of_news_is_one_write(
    jcm: Jcm, ledger_file: Path, tmp_path: Path
) -> None:
    """One entry that is refused refuses the others."""
    rows = [(f"Count {number}", "HAV", "done", "2024-01-01") for number in range(9)]
    book = save(
        tmp_path / "t.xlsx", ("Action", "Owner", "Status", "Date"), *rows, ("Last", "HAV", "done", "2020-01-01")
    )  # fmt: skip
    before = ledger_file.read_bytes()
    given = ("--ledger", ledger_file, "import", book, "--meeting", "oc-3", "--by", "HAV", "--yes")
    assert jcm(*given).code == 3
    assert ledger_file.read_bytes() == before
    assert jcm(*given, "--skip", "11").code == 0
    assert len(read(ledger_file).journal) == 3 + 9


def answered(done: Result) -> str:
    """Return what was said, to show where a test fails."""
    return done.out + done.err


def test_a_column_of_ones_own_is_shown_and_filtered(
    jcm: Jcm, ledger_file: Path, tmp_path: Path
) -> None:
    """As one that was declared by hand, in whatever script its id is."""
    book = save(
        tmp_path / "t.xlsx",
        ("Action", "Owner", "優先度"),
        ("Count", "HAV", "高"),
        ("Map", "HAV", "低"),
    )
    given = ("--ledger", ledger_file)
    done = jcm(*given, "import", book, "--meeting", "oc-3", "--yes")
    assert done.code == 0, answered(done)
    listed = jcm(*given, "list", "--where", "優先度=高", "--format", "ids")
    assert listed.out.split() == ["count"], answered(listed)
    assert replace(read(ledger_file)).columns["優先度"].title == "優先度"
