"""jcm bodies."""

import csv
import json
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.store import reading
from told import plain

AS_OF = ("--as-of", "2026-11-23")


@pytest.fixture
def shipped(jcm: Jcm) -> Jcm:
    """Run `jcm bodies` on the shipped ledger as of 2026-11-23, unless another day is given."""

    def run(*arguments: object) -> object:
        as_of = () if "--as-of" in arguments else AS_OF
        return jcm("--ledger", SHIPPED, "bodies", *arguments, *as_of)

    return run  # type: ignore[return-value]


def test_who_owes_what(shipped: Jcm) -> None:
    """Each side's bodies with what is open, overdue and completed, and the last word from them."""
    rows = list(csv.DictReader(StringIO(shipped().out), delimiter="\t"))
    assert len(rows) == 14
    assert rows[0] == {
        "id": "DSIT",
        "name": "Department for Science, Innovation and Technology",
        "side": "UK",
        "open": "5",
        "overdue": "2",
        "completed": "0",
        "last_heard": "2026-02-03",
        "days_silent": "293",
        "contact": "",
        "succeeds": "",
        "since": "",
    }
    mofa = next(row for row in rows if row["id"] == "MOFA")
    assert (mofa["last_heard"], mofa["days_silent"]) == ("", "")


def test_every_format_says_the_same(shipped: Jcm) -> None:
    """CSV, TSV and JSON agree on every body of a side."""
    tsv = list(csv.DictReader(StringIO(shipped("--side", "uk").out), delimiter="\t"))
    text = shipped("--side", "UK", "--format", "csv").out
    assert list(csv.DictReader(StringIO(text, newline=""))) == tsv
    records = json.loads(shipped("--side", "UK", "--format", "json").out)["bodies"]
    for row, record in zip(tsv, records, strict=True):
        assert row == {key: plain(record[key]) for key in row}
        assert len(record["owing"]) == record["open"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_and_sums_up(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Days stand beside the date or below it, and the line under the table says which ledger."""
    monkeypatch.setenv("COLUMNS", str(width))
    *table, _blank, summary = shipped("--side", "UK", "--format", "table").out.splitlines()
    assert max(map(len, table)) <= width
    assert any("293 days" in line for line in table)
    assert summary == f"6 of 14 bodies. Ledger: {SHIPPED}, as of 2026-11-23."


def test_a_name_in_japanese_breaks_where_japanese_may(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line of a name begins with what belongs to the letter before it."""
    monkeypatch.setenv("COLUMNS", "60")
    table = shipped("--lang", "ja", "--format", "table").out.splitlines()
    folded = [line.strip() for line in table if line.startswith(" ")]
    assert any(line.startswith("ギー・産業技術") for line in folded)
    assert not [line for line in folded if line.startswith(("ー", "・", "）"))]


def test_a_body_has_a_line_in_each_language(shipped: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with its own name and its own signs."""
    monkeypatch.setenv("COLUMNS", "120")
    table = shipped("UKSA", "--lang", "both", "--format", "table").out
    english, japanese, *_ = (line for line in table.splitlines() if line.startswith(("UK", "英国")))
    assert "UKSA: UK Space Agency " in english
    assert "英国宇宙庁 " in japanese
    assert "UK Space Agency" not in japanese


def test_letters_for_those_not_heard_from(shipped: Jcm) -> None:
    """Each of them gets one text: what it owes, by when, in whose words, and where that stands."""
    result = shipped("--silent", "6m")
    letters = result.out.split("-" * 72)
    assert len(letters) == 14
    assert "14 bodies." in result.err
    (meti,) = [each for each in letters if each.startswith("\n\nMETI: ")]
    assert (
        meti
        == """

METI: Ministry of Economy, Trade and Industry, 経済産業省

UK-Japan Joint Committee on Cooperation in Science and Technology: open commitments of METI as of 23 November 2026

Dear colleagues at METI,

METI owns 2 open commitments, alone or with others; 1 past the deadline. Nothing is on file from METI since 22 January 2025.

May we ask you for news of each of them, so that it can be put on file? Please tell us:
- what has happened since, and when it took place;
- where that can be read: an address, a document or a minute;
- whether the deadline still stands, and whether it is still yours to do.
If nothing has happened yet, that is an answer too.

Please reply to this message.

12th Joint Committee Meeting, London, 7 November 2023
Statement: https://www.gov.uk/government/publications/uk-and-japan-12th-joint-committee-on-science-and-technology/12th-uk-japan-joint-committee-meeting-on-cooperation-in-science-and-technology-joint-statement
In Japanese: https://www.mofa.go.jp/mofaj/dns/isc/pagew_000001_00057.html

1. Semiconductor partnership talks (paragraph 6)
   Hold talks that turn the Semiconductor Partnership into actual cooperation.
   Deadline: first half of 2024 (January to June), “in the first half of 2024”: overdue by 2 years 4 months
   Owners: DSIT, METI
   Status: in progress
   Last on file: 22 January 2025, METI: in progress. The next Digital Partnership ministerial committed both sides to go on cooperating on semiconductor supply chains and on research and development.

2. Events to match partners in industry (paragraph 6)
   Organise events that bring possible partners of the two countries together under the Implementing Arrangement.
   Deadline: “at an early date”; 3 years since the meeting; review due since 2025-12-31 (10 months)
   Owners: DSIT, METI
   Status: nothing on file

With kind regards

"""
    )


def test_in_both_languages_there_are_two_letters(shipped: Jcm) -> None:
    """Each complete, one below the other: no line has both languages in it."""
    ask = ("METI", "--silent", "6m", "--format", "text", "--lang")
    english, japanese, both = (shipped(*ask, lang).out for lang in ("en", "ja", "both"))
    assert both == f"{english}\n{'-' * 24}\n\n{japanese}"


def test_a_letter_says_by_when_and_how_to_answer(jcm: Jcm, ledger_file: Path) -> None:
    """Who asks, and where the answer goes, stand in the ledger, or are typed for one run."""
    text = ledger_file.read_text(encoding="utf-8")
    own = 'marking = "OFFICIAL"\nprepared_by = "Secretariat"\ncontact = "sec@example.org"\n'
    ledger_file.write_text(f"{text}\n[report]\n{own}", encoding="utf-8")

    def letter(*typed: str) -> list[str]:
        asked = ("bodies", "MFA", "--format", "text", "--as-of", "2022-06-01")
        return jcm("--ledger", ledger_file, *asked, *typed).out.splitlines()

    lines = letter("--reply-by", "2022-06-30")
    assert (lines[0], lines[-1]) == ("OFFICIAL", "OFFICIAL")
    assert "Please reply to sec@example.org by 30 June 2022." in lines
    assert lines[-4:-2] == ["With kind regards", "Secretariat"]
    typed = letter("--marking", "", "--contact", "me@example.org", "--prepared-by", "Unit 7")
    assert "OFFICIAL" not in typed
    assert "Please reply to me@example.org." in typed
    assert typed[-1] == "Unit 7"


def test_nobody_is_asked_to_reply_in_the_past(jcm: Jcm) -> None:
    """A day before the letter's own is a slip of the keyboard."""
    arguments = ("bodies", "--silent", "6m", "--as-of", "2026-11-23")
    refused = jcm("--ledger", SHIPPED, *arguments, "--reply-by", "2026-11-22")
    assert (refused.code, refused.out) == (3, "")
    assert "nobody can reply by 2026-11-22: the letters are of 2026-11-23" in refused.err
    assert jcm("--ledger", SHIPPED, *arguments, "--reply-by", "2026-11-23").code == 0


def test_one_body_alone_can_be_asked_for(shipped: Jcm) -> None:
    """Its own letter, whether it was heard from lately or not; ids may be shortened."""
    assert shipped("metI", "--format", "text").out.startswith("METI: Ministry of Economy")
    rows = list(csv.DictReader(StringIO(shipped("JST", "ME", "uksa").out), delimiter="\t"))
    assert [row["id"] for row in rows] == ["UKSA", "METI", "JST"]
    none = shipped("METI", "--side", "UK")
    assert "none of those asked for owns anything" in none.err


def test_silent_leaves_out_who_was_heard_from(shipped: Jcm) -> None:
    """Every format can be asked for those to chase alone."""
    for form, first in (("table", ""), ("text", "InnovateUK"), ("csv", "id,"), ("json", "{")):
        answer = shipped("--silent", "1y", "--format", form).out
        assert "DSIT: Department" not in answer
        assert answer.startswith(first)
    assert "AMED" in answer


def test_nobody_to_chase_is_said(shipped: Jcm) -> None:
    """An empty answer says why, and no letter is written."""
    recent = shipped("--silent", "6m", "--side", "UK", "--as-of", "2023-11-06")
    assert (recent.out, recent.code) == ("", 0)
    assert "none owns anything as of this day" in recent.err
    assert "11 commitments of later meetings not shown" in recent.err


def test_a_ledger_where_all_were_heard_from(jcm: Jcm, tmp_path: Path) -> None:
    """It says within which time."""
    path = tmp_path / "l.toml"
    path.write_text(
        '[committee]\nname = "C"\nsides = ["X"]\n[meeting.m]\nheld = 2024-01-01\n'
        '[organisation.B]\nname = "Body"\nside = "X"\n'
        '[commitment.c]\ntitle = "T"\nmeeting = "m"\nowners = ["B"]\n'
        '[[progress]]\ncommitment = "c"\ndate = 2024-02-01\nby = "B"\nstatus = "stalled"\n',
        encoding="utf-8",
    )
    result = jcm("--ledger", path, "bodies", "--silent", "1m", "--as-of", "2024-03-01")
    assert (result.out, result.code) == ("", 0)
    assert "all that owe something were heard from within 1m" in result.err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--silent", "half a year"], '"half a year" is not a length of time', "6m"),
        (["--side", "France"], 'unknown side "France"', "UK, Japan"),
        (["METY"], 'unknown body "METY"', "did you mean METI"),
    ],
)
def test_a_value_that_fits_nothing_is_refused(
    shipped: Jcm, arguments: list[str], message: str, hint: str
) -> None:
    """Exit 3, nothing on stdout, the allowed values in the hint."""
    result = shipped(*arguments)
    assert (result.out, result.code) == ("", 3)
    assert message in result.err
    assert hint in result.err


HOSTILE = "x\\u001b]0;t\\u0007 \\u202egnp\\u202c\\nBcc: all@example.org [bold]=1+1"


def test_a_letter_holds_text_and_nothing_else(jcm: Jcm, tmp_path: Path) -> None:
    """A name, note or contact of many lines adds no line, no escape and no false address."""
    path = tmp_path / "l.toml"
    path.write_text(
        f'[committee]\nname = "{HOSTILE}"\nsides = ["X"]\n'
        f'[meeting.m]\ntitle = "{HOSTILE}"\nheld = 2024-01-01\nurl = "javascript:alert(1)"\n'
        f'[organisation.B]\nname = "{HOSTILE}"\nside = "X"\ncontact = "{HOSTILE}"\n'
        f'[commitment.c]\ntitle = "{HOSTILE}"\nsummary = "{HOSTILE}"\nmeeting = "m"\n'
        f'owners = ["B"]\ndeadline_text = "{HOSTILE}"\n'
        f'[[progress]]\ncommitment = "c"\ndate = 2024-02-01\nnote = "{HOSTILE}"\n',
        encoding="utf-8",
    )
    out = jcm("--ledger", path, "bodies", "--silent", "1m").out
    assert not any(ord(character) < 32 and character != "\n" for character in out)
    assert "\u202e" not in out
    assert "\nBcc" not in out
    assert "javascript" not in out
    assert out.count("Bcc: all@example.org [bold]=1+1") == 8
    for form in ("table", "tsv", "csv", "json"):
        out = jcm("--ledger", path, "bodies", "--format", form).out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_a_body_is_named_by_its_name_wherever_one_is_named(jcm: Jcm, tmp_path: Path) -> None:
    """In filters, as reporter, as owner and as an argument, in either language."""
    ledger = tmp_path / "commitments.toml"
    ledger.write_bytes(SHIPPED.read_bytes())
    run = partial(jcm, "--ledger", ledger)
    english = "Department for Science, Innovation and Technology"
    meti = run("list", "--owner", "METI", "--format", "ids").out
    assert meti
    assert run("list", "--owner", "経済産業省", "--format", "ids").out == meti
    assert run("bodies", "経済産業省", "--format", "tsv").out.count("METI") == 1
    assert run("report", "--owner", english, "--format", "md").out.count("owner DSIT")
    title = ("add", "One more", "--meeting", "jcm-12", "--owner", english, "--owner", "経済産業省")
    assert run(*title).code == 0
    assert run("mark", "one-more", "--by", "経済産業省", "--note", "Said so.").code == 0
    assert run("log", "--by", "経済産業省", "--format", "tsv").out.count("Said so.") == 1
    kept = reading.parse(ledger.read_bytes(), "l")
    assert kept.commitments["one-more"].owners == ("DSIT", "METI")
    assert kept.journal[-1].by == "METI"
