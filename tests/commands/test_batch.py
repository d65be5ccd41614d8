"""jcm mark -, with a table of updates on standard input."""

from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from conftest import Jcm, Result
from examples import SHIPPED
from jcm_ledger.commands import clock

Mark = Callable[..., Result]

TABLE = """\
id\tstatus\tnote\tevidence\tby
matching-events\tdone\tHeld in Leeds.\thttps://example.org/a ; Minutes <https://example.org/b>\tMETI
next-meeting\ton hold\t\t\t
"""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the shipped ledger to write to, on a day in 2026."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "commitments.toml"
    path.write_bytes(SHIPPED.read_bytes())
    return path


@pytest.fixture
def mark(jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch) -> Mark:
    """Return what `jcm mark -` answers to a table."""
    assert copy.exists()

    def run(table: str, *options: str) -> Result:
        monkeypatch.setattr("sys.stdin", StringIO(table))
        return jcm("mark", "-", *options)

    return run


def added(copy: Path) -> str:
    """Return what was added to the ledger."""
    return copy.read_bytes().removeprefix(SHIPPED.read_bytes()).decode()


def test_each_row_has_its_own_words(mark: Mark, copy: Path) -> None:
    """One write; an option stands in for a blank cell; several evidences in a cell."""
    done = mark(TABLE, "--by", "committee", "--note", "Asked.")
    assert (done.err, done.code) == ("", 0)
    assert done.out == (
        "matching-events: nothing on file → completed, nothing on file from UK\n"
        "next-meeting: nothing on file → stalled\n"
    )
    assert added(copy) == (
        "\n[[progress]]\n"
        'commitment = "matching-events"\n'
        "date       = 2026-11-23\n"
        'by         = "METI"\n'
        'status     = "completed"\n'
        'note       = "Held in Leeds."\n'
        'evidence   = ["https://example.org/a", "Minutes <https://example.org/b>"]\n'
        "\n[[progress]]\n"
        'commitment = "next-meeting"\n'
        "date       = 2026-11-23\n"
        'by         = "committee"\n'
        'status     = "stalled"\n'
        'note       = "Asked."\n'
    )


def test_every_column_is_a_key_of_the_entry(mark: Mark, copy: Path) -> None:
    """The header may be written as people do; commas as from a spreadsheet, cells in quotes."""
    done = mark(
        "\ufeffID,Status,Note JA,happened,by,On behalf of,Date,deadline,Owners,note\r\n"
        'semiconductor-talks,done,完了。,2026-10,DSIT,UKRI,2026-11-20,2027,"UKRI, METI",'
        '"So, ""agreed""."\r\n'
    )
    assert done.code == 0, done.err
    for line in (
        "date         = 2026-11-20",
        'on_behalf_of = "UKRI"',
        'happened     = "2026-10"',
        'deadline     = "2027"',
        'owners       = ["UKRI", "METI"]',
        'note         = "So, \\"agreed\\"."',
        'note_ja      = "完了。"',
    ):
        assert line in added(copy)


@pytest.mark.parametrize(
    ("table", "told", "hint"),
    [
        ("id\tstatsu\n", 'line 1: unknown column "statsu"', "did you mean status?"),
        ("\nid\tnote\tnote\n", 'line 2: the column "note" stands twice', "first line"),
        ("id\tnote\nspace\tn\n", 'line 2: unknown commitment "space"', "space-information-sharing"),
        (f"{TABLE}\ngovernance\tn\n", 'line 5: unknown commitment "governance"', ""),
        ("id,note\nnext-meeting,n,more\n", 'line 2: "more" stands in no column', "blanks"),
        ("id,,note\nnext-meeting,x,n\n", 'line 2: "x" stands in no column', ""),
        ("id,note\n,n\n", "line 2: it has no id", ""),
        ('id,note\nnext-meeting,"n\n', "line 2: it cannot be read", "double them"),
        ('id,note\nnext-meeting,"a" b\n', "line 2: it cannot be read", "double them"),
        ("id,note\nnext-meeting,\udc83\n", "line 2: it is not UTF-8 text", "CSV UTF-8"),
        ("id,status\nnext-meeting,closed\n", 'line 2: "closed" is not clear', "not-pursued"),
        ("id,date\nnext-meeting,5/6/2026\n", 'line 2: "5/6/2026" is not a date', "2024-06-30"),
        ('id,note\nnext-meeting,"a\nb"\nsemiconductor-talks,\n', "line 4: semiconductor-talks, entry of", "note"),
        ("id,status\nnext-meeting,done\nnext-meeting,completed\n", "line 3: next-meeting, entry of 2026-11-23: the very same", ""),
        ("id,evidence\nnext-meeting,nowhere.pdf\n", 'line 2: evidence "nowhere.pdf" leads nowhere', "http"),
        ("semiconductor-talks\nsemi\n", 'line 2: unknown commitment "semi"', "semiconductor-talks"),
    ],
)  # fmt: skip
def test_an_error_names_the_line_and_nothing_is_recorded(
    mark: Mark, copy: Path, table: str, told: str, hint: str
) -> None:
    """All or none; lines are counted as an editor does, also after a cell of two lines."""
    done = mark(table, "--by", "committee")
    assert (done.out, done.code) == ("", 3)
    assert f"standard input, {told}" in done.err
    assert hint in done.err.partition("hint: ")[2]
    assert added(copy) == ""


def test_two_rows_of_one_commitment_are_two_entries_and_this_is_told(
    mark: Mark, copy: Path
) -> None:
    """Each is answered as what it changed; the very same row counts once."""
    rows = "next-meeting\tongoing\t2026-11-20\n" * 2 + "next-meeting\tdone\t2026-11-21\n"
    done = mark(f"id\tstatus\tdate\n{rows}", "--by", "committee")
    assert done.err == "next-meeting: 2 entries, a row each.\n"
    assert done.out == (
        "next-meeting: nothing on file → in progress as of 2026-11-20; "
        "today completed, reported on 2026-11-21\n"
        "next-meeting: in progress → completed\n"
    )
    assert added(copy).count("[[progress]]") == 2


def test_a_table_without_rows_is_no_mistake(mark: Mark, copy: Path) -> None:
    """Nothing is recorded, and it is said."""
    done = mark("id\tstatus\n\n\t\n")
    assert (done.code, done.err) == (0, "No ids on standard input: nothing to record.\n")
    assert added(copy) == ""


def test_evidence_of_a_row_takes_the_place_of_the_option_s(mark: Mark, copy: Path) -> None:
    """An option is for blank cells."""
    table = "id,evidence,note\nnext-meeting,,n\nsemiconductor-talks,ref: minute 4,n\n"
    assert mark(table, "--evidence", "ref: a ; b").code == 0
    assert 'evidence   = ["ref: a ; b"]' in added(copy)
    assert 'evidence   = ["ref: minute 4"]' in added(copy)


def test_every_line_that_cannot_be_read_is_told_at_once(mark: Mark, copy: Path) -> None:
    """A clerk puts twelve rows right in one go; nothing is written."""
    told = mark(
        "id\tstatus\tdate\nnope\tdone\t\nmatching-events\tclosed\t\nnext-meeting\tdone\t32/1/2026\n",
        "--by",
        "METI",
    )
    assert told.code == 3
    lines = [line for line in told.err.splitlines() if line.startswith("jcm: ")]
    assert lines == [
        'jcm: standard input, line 2: unknown commitment "nope"',
        'jcm: standard input, line 3: "closed" is not clear as a status',
        'jcm: standard input, line 4: "32/1/2026" is not a date',
        "jcm: 3 lines of standard input cannot be recorded; nothing was",
    ]
    assert "it does not say how it ended" in told.err
    assert added(copy) == ""


@pytest.mark.parametrize(
    "table",
    [
        "status,id,by\ndone,matching-events,METI\n",
        "id,title,status,by\nmatching-events,Business events,done,METI\n",
        "id,status,by\rmatching-events,done,METI\r",
        '"Status";"By";"ID"\r\n"done";"METI";"matching-events"\r\n',
    ],
    ids=["id-elsewhere", "title-beside-it", "old-mac", "id-last"],
)
def test_a_table_comes_as_people_have_it(mark: Mark, copy: Path, table: str) -> None:
    """The id may stand anywhere, a title beside it, and lines end as on any system."""
    assert mark(table).code == 0
    assert 'by         = "METI"\nstatus     = "completed"\n' in added(copy)


def test_a_table_in_utf_16_is_refused_in_words(mark: Mark, copy: Path) -> None:
    """Excel's "Unicode text" is told as what it is, not as an unknown id."""
    text = "id\tstatus\nmatching-events\tdone\n".encode("utf-16")
    told = mark(text.decode("utf-8", "surrogateescape"), "--by", "METI")
    assert (told.code, "line 1: it is not UTF-8 text" in told.err) == (3, True)
    assert added(copy) == ""


def test_a_wrong_file_does_not_fill_the_screen(mark: Mark, copy: Path) -> None:
    """The first lines are told, and how many there are; a workbook is told as no text."""
    told = mark("\n".join(f"line-{number}" for number in range(100)), "done", "--by", "METI")
    lines = [line for line in told.err.splitlines() if line.startswith("jcm: ")]
    assert (told.code, len(lines)) == (3, 13)
    assert lines[-1] == "jcm: 100 lines of standard input cannot be recorded; nothing was"
    assert "it is not UTF-8 text" in mark("PK\x03\x04\0\0", "done", "--by", "METI").err
    assert added(copy) == ""
