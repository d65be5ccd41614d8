"""jcm collect: the answers of returned forms on file, all of them or none."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from openpyxl import Workbook

from conftest import Jcm
from jcm_ledger.commands import clock, output
from jcm_ledger.model.return_form import HeadCell, ReturnColumn
from jcm_ledger.rules.collecting.outcomes import Reason
from jcm_ledger.store import reading
from returns import TODAY, Answers, commission_to, filled, form
from spoilt import LEDGER_TEXT, answered, ledger, sent

C = ReturnColumn
REFERENCE = str(commission_to(ledger(), "A").reference)


@pytest.fixture(autouse=True)
def _set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a ledger, on a day."""
    (tmp_path / "commitments.toml").write_text(LEDGER_TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def text() -> str:
    """Return the ledger."""
    return Path("commitments.toml").read_text(encoding="utf-8")


def given(name: str = "A.xlsx", content: bytes = b"") -> str:
    """Write a return, answered if nothing else is given, and return its name."""
    Path(name).write_bytes(content or answered())
    return name


def test_an_answer_is_put_at_the_end_of_the_file(jcm: Jcm) -> None:
    """What was there stays byte for byte; the reference says what the entry answers."""
    done = jcm("collect", given(), "--yes")
    assert done.code == 0
    assert text().startswith(LEDGER_TEXT)
    entry = reading.parse(text().encode(), "commitments.toml").journal[-1]
    assert (entry.commitment, entry.by, entry.commission) == ("talks", "A", REFERENCE)
    assert "talks: nothing on file → stalled" in done.out
    assert done.out.rstrip().splitlines()[-1] == "1 recorded, 1 not answered."
    assert jcm("check").code == 0


def test_the_same_again_writes_nothing(jcm: Jcm) -> None:
    """It is told as already recorded, and that is no error."""
    jcm("collect", given(), "--yes")
    before = text()
    done = jcm("collect", "A.xlsx")
    assert (done.code, text()) == (0, before)
    assert "1 already recorded" in done.out


def test_a_dry_run_shows_the_entry_and_writes_nothing(jcm: Jcm) -> None:
    """The tables that would be added stand in it, and no note is written."""
    done = jcm("collect", given(), "--dry-run", "--note", "note.md")
    assert (done.code, text()) == (0, LEDGER_TEXT)
    assert f'commission = "{REFERENCE}"' in done.out
    assert not Path("note.md").exists()


def test_nothing_is_recorded_unasked(jcm: Jcm) -> None:
    """Where nobody can be asked, --yes is needed."""
    done = jcm("collect", given())
    assert (done.code, text()) == (3, LEDGER_TEXT)
    assert "--yes records without asking" in done.err


@pytest.mark.parametrize(("typed", "recorded"), [("y", True), ("n", False)])
def test_it_asks(jcm: Jcm, monkeypatch: pytest.MonkeyPatch, typed: str, *, recorded: bool) -> None:
    """After it showed what each row would change."""
    monkeypatch.setattr(output, "can_ask", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda *_args, **_named: typed == "y")
    assert jcm("collect", given()).code == (0 if recorded else 3)
    assert (text() != LEDGER_TEXT) is recorded


def test_all_files_are_recorded_or_none(jcm: Jcm) -> None:
    """One wrong cell in one of them holds all of it up, and is named."""
    good = given("A.xlsx")
    wrong = given("B.xlsx", filled(sent("B"), {"talks": {C.STATUS: "soon"}}))
    done = jcm("collect", good, wrong, "--yes")
    assert (done.code, text()) == (3, LEDGER_TEXT)
    assert "B.xlsx, sheet “Return”, cell G" in done.out
    assert "nothing was recorded" in done.err
    assert jcm("collect", good, wrong, "--only", REFERENCE, "--yes").code == 0
    assert text().count("[[progress]]") == 2


def test_every_file_that_cannot_be_read_is_named(jcm: Jcm) -> None:
    """With its reason and what to do."""
    Path("folder").mkdir()
    done = jcm("collect", given("a.pdf", b"%PDF-1.7"), "gone.xlsx", "folder", "--yes")
    assert done.code == 3
    for said in ("a.pdf: cannot be read", "gone.xlsx: cannot be read", "folder: cannot be read",
                 "3 files cannot be read"):  # fmt: skip
        assert said in done.err


def test_a_stale_answer_is_recorded_when_that_is_asked_for(jcm: Jcm) -> None:
    """Both are shown first: the word on file, and that of the return."""
    name = given()
    jcm("mark", "talks", "completed", "--by", "A", "--on", "2026-12-05", "--note", "Signed.",
        "--evidence", "ref: x")  # fmt: skip
    done = jcm("collect", name, "--yes")
    assert done.code == 3
    assert (
        "the return says “stalled”; on file since it was asked for: 5 December 2026, A: "
        in done.out
    )
    assert "--anyway talks" in done.out
    done = jcm("collect", name, "--yes", "--anyway", "talks")
    assert done.code == 0
    assert "recorded anyway: talks: the return says “stalled”" in done.out
    assert "refused" not in done.out


def test_a_correction_is_a_later_entry(jcm: Jcm) -> None:
    """The first answer stays on file."""
    jcm("collect", given(), "--yes")
    other = given("A2.xlsx", answered({C.STATUS: "in progress"}))
    assert jcm("collect", other, "--yes").code == 3
    assert jcm("collect", other, "--yes", "--correct").code == 0
    assert text().count(f'commission = "{REFERENCE}"') == 2


def test_json_has_every_row(jcm: Jcm) -> None:
    """With its outcome, its entry and its place; the counts are those of the closing line."""
    done = jcm("collect", given(), "--yes", "--format", "json", "--note", "note.md")
    document = json.loads(done.out)
    assert document["recorded"] is True
    assert document["counts"]["recorded"] == 1
    talks, labs = document["rows"]
    assert (talks["commitment"], talks["outcome"], talks["file"]) == ("talks", "recorded", "A.xlsx")
    assert talks["entry"]["commission"] == REFERENCE
    assert (labs["outcome"], labs["entry"]) == ("not-answered", None)


def test_json_says_why_something_is_refused(jcm: Jcm) -> None:
    """By a word that a program goes by, and a sentence."""
    done = jcm("collect", given("A.xlsx", answered({C.HAPPENED: "5/6/2026"})), "--format", "json")
    document = json.loads(done.out)
    (refused,) = document["rows"][0]["refused"]
    assert (done.code, document["recorded"]) == (3, False)
    assert refused["reason"] == Reason.UNCLEAR_DAY
    assert "6 May 2026 or 5 June 2026" in refused["message"]


def test_the_note_is_for_the_file(jcm: Jcm) -> None:
    """What was recorded from which file, who filled it in, and what was left; never over a file."""
    head = {HeadCell.NAME: "Ann *Lee*", HeadCell.CLEARED_BY: "Director"}
    name = given("A.xlsx", answered(head=head))
    done = jcm("collect", name, "--yes", "--note", "note.md")
    assert "Wrote note.md." in done.out
    note = Path("note.md").read_text(encoding="utf-8")
    page = MarkdownIt("commonmark").render(note)
    assert "<h1>Returns collected, 9 December 2026</h1>" in page
    assert "filled in by Ann *Lee*; cleared by Director" in page
    assert "talks: nothing on file → stalled" in page
    before = text()
    assert jcm("collect", name, "--yes", "--note", "note.md").code == 3
    assert text() == before


def test_a_note_that_cannot_be_written_stops_it(jcm: Jcm) -> None:
    """Before anything is recorded."""
    assert jcm("collect", given(), "--yes", "--note", "no/such/note.md").code == 3
    assert text() == LEDGER_TEXT


def test_on_dates_what_is_collected(jcm: Jcm) -> None:
    """In the place of the day that the form says."""
    jcm("collect", given("A.xlsx", answered(head={HeadCell.RETURNED: "8/12/2026"})), "--yes",
        "--on", "2026-12-07")  # fmt: skip
    assert "= 2026-12-07" in text()


def test_the_ledger_may_change_before_the_yes(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then what was shown is not what would be recorded, and nothing is."""
    monkeypatch.setattr(output, "can_ask", lambda: True)

    def confirm(*_args: object, **_named: object) -> bool:
        with Path("commitments.toml").open("a", encoding="utf-8") as file:
            file.write('\n[[progress]]\ncommitment = "talks"\ndate = 2026-12-02\nby = "A"\n'
                       'status = "completed"\n')  # fmt: skip
        return True

    monkeypatch.setattr("typer.confirm", confirm)
    done = jcm("collect", given())
    assert (done.code, "it changed since this was shown" in done.err) == (3, True)
    assert REFERENCE not in text()


def test_hostile_texts_steer_nothing(jcm: Jcm) -> None:
    """What a return says of itself is shown with its controls as escapes."""
    head = {HeadCell.NAME: "Ann\u202e\u200b [red]", HeadCell.EMAIL: "=cmd()"}
    wrong = {C.STATUS: "\u202esoon"}
    done = jcm("collect", given("A.xlsx", answered(wrong, head=head)))
    assert "\u202e" not in done.out + done.err
    assert "[red]" in done.out


@pytest.mark.parametrize("name", ["--help", "-x.xlsx"])
def test_a_name_is_no_option(jcm: Jcm, name: str) -> None:
    """After -- it is a file, whatever it begins with."""
    given(f"./{name}")
    assert jcm("collect", "--yes", "--", name).code == 0


def test_nobody_waits_for_a_pipe(jcm: Jcm, tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once."""
    import os

    os.mkfifo(tmp_path / "pipe.csv")
    done = jcm("collect", "pipe.csv", "--yes")
    assert (done.code, "pipe or a device" in done.err) == (3, True)


def test_a_list_loads_no_spreadsheet_library(tmp_path: Path) -> None:
    """Who lists waits for neither openpyxl nor calamine, nor for what collects."""
    code = (
        "import sys\nfrom jcm_ledger.commands import run\nrun(['list'])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = done.stderr.split()
    assert "jcm_ledger.commands.list" in loaded
    assert not {"openpyxl", "python_calamine", "jcm_ledger.rules.collecting.whole"} & set(loaded)


def test_fourteen_returns_take_less_than_two_seconds_of_work(
    figure: Callable[[str], None],
) -> None:
    """Of a ledger of forty commitments, each body's with every row answered."""
    source = Path(__file__).parents[1] / "ledgers" / "forty.toml"
    Path("commitments.toml").write_bytes(source.read_bytes())
    forty = reading.parse(source.read_bytes(), "forty.toml")
    names = []
    for body in forty.organisations:
        try:
            asked = commission_to(forty, body)
        except ValueError:
            continue
        answers: Answers = {
            row.standing.commitment.id: {C.NOTE: f"News of {body}."} for row in asked.rows
        }
        names.append(given(f"{body}.xlsx", filled(form(forty, body), answers)))
    assert len(names) >= 14
    code = (
        "import pathlib, sys, time\nfrom datetime import date\nfrom jcm_ledger.commands import clock, run\n"
        f"clock.today = lambda: date{TODAY.timetuple()[:3]}\n"
        "print(run(['collect', *sys.argv[1:], '--yes']))\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"  # getrusage counts what was before
        "print(time.process_time(), status.partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *names], capture_output=True, text=True, check=True
    )
    *_lines, exit_code, used = done.stdout.splitlines()
    seconds, kilobytes = map(float, used.split())
    figure(f"collect: {len(names)} returns in {seconds:.2f} s of work, {kilobytes / 1000:.0f} MB")
    assert exit_code == "0"
    assert seconds < 2


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("ja", ("  talks：記録なし→停滞", "記録1件、未回答1件", "# 回答の取りまとめ")),
        (
            "both",
            (
                "  talks: nothing on file → stalled\n  talks：記録なし→停滞\n",
                "1 recorded, 1 not answered.\n記録1件、未回答1件\n",
                "# Returns collected, 9 December 2026 / 回答の取りまとめ（2026年12月9日）",
                "1 recorded, 1 not answered.<br>記録1件、未回答1件",
            ),
        ),
    ],
)
def test_it_is_told_in_the_language_that_is_asked_for(
    jcm: Jcm, lang: str, lines: tuple[str, ...]
) -> None:
    """On the screen and in the note; of both languages each has lines of its own."""
    done = jcm("collect", given(), "--yes", "--lang", lang, "--note", "note.md")
    assert done.code == 0
    told = done.out + Path("note.md").read_text(encoding="utf-8")
    for line in lines:
        assert line in told


def test_json_is_the_same_in_every_language(jcm: Jcm) -> None:
    """Programs and their logs read one language."""
    told = {
        jcm("collect", given(), "--dry-run", "--format", "json", "--lang", lang).out
        for lang in ("en", "ja", "both")
    }
    assert len(told) == 1


def test_a_row_is_left_out_by_a_cell_and_its_words_are_kept(jcm: Jcm) -> None:
    """A remark has no reference to copy: the hint names the option, and the note has its words."""

    def remark(book: Workbook) -> None:
        book.worksheets[0]["B20"] = "NEW: a call"

    name = given("A.xlsx", answered(edit=remark))
    assert "--leave-out B20" in jcm("collect", name, "--yes").out
    done = jcm("collect", name, "--yes", "--leave-out", "b20", "--note", "note.md")
    assert done.code == 0
    assert "left out, not recorded: “NEW: a call”" in done.out
    assert "NEW: a call" in Path("note.md").read_text(encoding="utf-8")


def test_a_part_is_proposed_only_where_it_can_be_recorded(jcm: Jcm) -> None:
    """Where the file itself is refused, no part of it can be."""
    wrong = given("A.xlsx", answered(head={HeadCell.RETURNED: "soon"}))
    assert "--only" not in jcm("collect", wrong, "--yes").err


def test_another_day_than_that_of_the_form_is_told(jcm: Jcm) -> None:
    """What the form says and what is recorded stand side by side."""
    done = jcm("collect", given(), "--yes", "--on", "2026-12-07")
    assert "it is dated “8 December 2026”, and recorded as of 7 December 2026 (--on)" in done.out
