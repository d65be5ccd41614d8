"""From bytes to a ledger, and every problem on the way."""

from datetime import date

import pytest

from examples import SECOND, SHIPPED
from jcm_ledger.errors import ConflictedLedger, InvalidLedger
from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Deadline
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.store.document import toml
from jcm_ledger.store.reading import Reading, examine, examined, parse

HEAD = """\
[committee]
name = "C"
sides = ["UK", "Japan"]
[meeting.m1]
held = 2023-11-07
[organisation.DSIT]
name = "D"
side = "UK"
"""
COMMITMENT = """\
[commitment.talks]
title = "T"
meeting = "m1"
owners = ["DSIT"]
"""


def found(text: str) -> list[tuple[str, int, str]]:
    """Return code, line and message of what is found in a ledger."""
    return [(each.code, each.line, each.message) for each in examine(text.encode(), "x").findings]


def only(text: str) -> Finding:
    """Return the one thing found in a ledger."""
    (finding,) = examine(text.encode(), "x").findings
    return finding


def test_a_ledger_becomes_typed_values() -> None:
    """Texts become periods, dates and statuses; what may be left out has its default."""
    ledger = parse(SECOND.encode(), "x")
    survey = ledger.commitments["krill-survey"]
    assert survey.deadline == Deadline.parse("2022-Q1")
    assert (survey.strength, survey.kind, survey.paragraph) == (Strength.AGREED, Kind.ONE_OFF, 2)
    assert ledger.meetings["oc-4"].expected == Period.parse("2023-Q2")
    assert ledger.journal[1].status is Status.STALLED
    assert ledger.journal[0].date == date(2021, 9, 1)
    assert ledger.commitments["data-exchange"].summary is None


@pytest.mark.parametrize("text", [SECOND, SECOND.replace("paragraph = 2", 'paragraph = "two"')])
def test_a_document_that_is_examined_stays_as_it_is(text: str) -> None:
    """Whether or not there is anything to find in it; it says the same a second time."""
    _text, document = toml(text.encode(), "x")
    first = examined(document)
    assert document == toml(text.encode(), "x")[1]
    assert examined(document) == first


def test_a_reporter_is_read_without_regard_to_case() -> None:
    """`by = "hav"` is the body HAV; `Committee` is both sides."""
    assert parse(SECOND.encode(), "x").journal[0].by == "HAV"
    text = HEAD + COMMITMENT + '[[progress]]\ncommitment="talks"\ndate=2024-01-01\nby="Committee"'
    assert parse(text.encode(), "x").journal[0].by == "committee"


def test_all_problems_are_reported_at_once_each_with_its_line() -> None:
    """Nobody mends a file one error at a time."""
    text = (
        HEAD
        + """\
[commitment.talks]
titel = "T"
meeting = "m9"
owners = ["DSTI"]
deadline = "2024-13"
strength = "strong"
paragraph = 2.10
[[progress]]
commitment = "talk"
date = "soon"
status = "done"
by = "METI"
"""
    )
    assert [(code, line) for code, line, _ in found(text)] == [
        ("missing-key", 9),
        ("unknown-key", 10),
        ("unknown-meeting", 11),
        ("unknown-organisation", 12),
        ("bad-period", 13),
        ("bad-strength", 14),
        ("bad-value", 15),
        ("unknown-commitment", 17),
        ("bad-value", 18),
        ("bad-status", 19),
        ("unknown-organisation", 20),
    ]
    with pytest.raises(InvalidLedger) as caught:
        parse(text.encode(), "my.toml")
    assert "my.toml:13: " in str(caught.value)
    assert "2024-13" in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "line", "message", "hint"),
    [
        ('status = "finished"', 16, '"finished" is not one of: not-started', "write one"),
        ('date = "2024-02-30"', 15, "date", "2024-06-30"),
        ('deadline = "2024-H3"', 16, "a year has no half 3", "2024-H1"),
        ("deadline = 2025", 16, "deadline 2025 is not", "in quotes"),
        ('deadline = "soon"', 16, '"soon" is neither a period nor a meeting', "2024-H1"),
        ('evidence = "https://x.org"', 16, "evidence", "a list of texts"),
        ("note = 3", 16, "note 3", "text in quotes"),
        ("by = true", 16, "by true", "text in quotes"),
        ('by = "DSTI"', 16, "DSTI", "did you mean DSIT?"),
    ],
)
def test_each_problem_says_what_where_and_what_next(
    wrong: str, line: int, message: str, hint: str
) -> None:
    """The message quotes the value; the hint says what would be right."""
    date_line = wrong if wrong.startswith("date") else f"date = 2024-01-01\n{wrong}"
    finding = only(HEAD + COMMITMENT + f'[[progress]]\ncommitment = "talks"\n{date_line}')
    assert finding.line == line
    assert message in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"a = \n", 1, "column 5"),
        (b"[committee]\nname = C\n", 2, "column 8"),
        (b"[a]\n[a]\n", 2, "Cannot declare"),
        (b"[commitment.x]\n[commitment.x]\n", 2, "Cannot declare ('commitment', 'x') twice"),
        (b"a = 1\r", 1, "invalid TOML"),
        (b"[committee]\nname = 'caf\xe9'", 2, "byte 0xe9 is not UTF-8"),
        ("[committee]".encode("utf-16"), 1, "UTF-16"),
        (b"a = " + b"[" * 100_000, 1, "nested too deeply"),
        (b"a = " + b"9" * 10_000, 1, "invalid TOML"),
    ],
)
def test_a_file_that_is_no_toml_is_a_finding_with_line_and_column(
    data: bytes, line: int, message: str
) -> None:
    """Whatever the bytes, reading answers with one sentence that leads to the place."""
    reading = examine(data, "x")
    assert reading.ledger is None
    (finding,) = reading.findings
    assert (finding.file, finding.line) == ("x", line)
    assert message in finding.message


def test_a_byte_order_mark_is_read_over() -> None:
    """Files saved by Windows editors read as they are."""
    assert parse(b"\xef\xbb\xbf" + SECOND.encode(), "x") == parse(SECOND.encode(), "x")


def test_unknown_keys_are_warnings_with_the_nearest_known_one() -> None:
    """A ledger with keys of one's own still reads; a misspelled key is pointed out."""
    text = HEAD + COMMITMENT + 'sumary = "S"\n[remarks]\nours = 1\n'
    reading = examine(text.encode(), "x")
    assert reading.problems == []
    assert [(f.code, f.line, f.hint.split("?")[0]) for f in reading.findings] == [
        ("unknown-key", 13, "did you mean summary"),
        (
            "unknown-key",
            14,
            "known: committee, meeting, organisation, commitment, theme, field, check, report, progress",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no-committee"),
        ("committee = 1", "not-a-table"),
        (HEAD + "[meeting]\nx = 1", "not-a-table"),
        (HEAD.replace("[meeting.m1]\nheld = 2023-11-07\n", "meeting = 3\n", 1), "unknown-key"),
        (HEAD + "[progress]\nx = 1", "not-a-table"),
        (HEAD + "[meeting.m2]\nplace = 'Tokyo'", "meeting-without-date"),
        (HEAD + "[organisation.dsit]\nname = 'd'\nside = 'UK'", "duplicate-id"),
        (HEAD + "[organisation.Committee]\nname = 'd'\nside = 'UK'", "duplicate-id"),
        (HEAD + "[organisation.X]\nname = 'd'\nside = 'Mars'", "unknown-side"),
        (HEAD + "[organisation.X]\nname = 'd'\nside = 'UK'\npart_of = 'Y'", "unknown-organisation"),
        (HEAD + COMMITMENT + "supersedes = 'x'", "unknown-commitment"),
    ],
)
def test_what_no_command_can_work_with_is_an_error(text: str, code: str) -> None:
    """Each structural mistake has a finding of its own."""
    assert code in [finding.code for finding in examine(text.encode(), "x").findings]


def test_a_faulty_record_does_not_make_others_look_faulty() -> None:
    """An entry about a commitment that cannot be read is no unknown reference."""
    text = (
        HEAD
        + COMMITMENT.replace('title = "T"', "title = 7")
        + ('[[progress]]\ncommitment = "talks"\ndate = 2024-01-01\nnote = "n"\n')
    )
    assert [code for code, _, _ in found(text)] == ["bad-value"]


def test_the_shipped_ledger_holds_the_facts_of_the_twelfth_meeting() -> None:
    """Eleven commitments, fourteen bodies, two meetings and eleven facts, nothing to complain of."""
    reading: Reading = examine(SHIPPED.read_bytes(), "commitments.toml")
    ledger = reading.ledger
    assert reading.findings == ()
    assert ledger is not None
    counts = (ledger.commitments, ledger.organisations, ledger.meetings, ledger.journal)
    assert [len(each) for each in counts] == [11, 14, 2, 11]
    assert {entry.status for entry in ledger.journal} == {None, Status.IN_PROGRESS}
    assert [each.paragraph for each in ledger.commitments.values()] == [
        4, 4, 5, 6, 6, 7, 7, 8, 9, 11, 13,
    ]  # fmt: skip
    inferred = {each.id for each in ledger.commitments.values() if each.owners_inferred}
    assert inferred == {
        "funder-partnerships",
        "priority-technologies",
        "research-opportunities",
        "next-meeting",
    }


MARKED = (
    '[committee]\nname = """\n<<<<<<< {}\none\n=======\ntwo\n>>>>>>> {}\n"""\nsides = ["A", "B"]\n'
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_conflict_within_a_text_of_several_lines_is_found(newline: str) -> None:
    """It is valid TOML, and both sides' words would be read as one text."""
    data = MARKED.format("HEAD", "theirs").replace("\n", newline).encode()
    with pytest.raises(ConflictedLedger, match="x:3: git's conflict markers") as refusal:
        parse(data, "x")
    assert "git checkout --merge x" in refusal.value.hint
    assert parse(data.replace(b"<<<<<<<", b"<"), "x").committee.sides == ("A", "B")


def test_merging_again_is_not_advised_where_jcm_left_the_markers() -> None:
    """It would undo what was chosen by hand already."""
    with pytest.raises(ConflictedLedger) as refusal:
        parse(MARKED.format("ours (jcm)", "theirs (jcm)").encode(), "two words.toml")
    assert refusal.value.hint == (
        "keep what is right, delete the lines of < = and >, then git add 'two words.toml'"
    )


def test_merging_again_is_advised_where_git_labelled_the_markers_as_sides() -> None:
    """So does `git checkout --merge` where nothing sets up the driver."""
    with pytest.raises(ConflictedLedger) as refusal:
        parse(MARKED.format("ours", "theirs").encode(), "x")
    assert refusal.value.hint.startswith("have jcm merge it by table: jcm git-setup, then git")


@pytest.mark.parametrize("marker", ["<<<<<<< ours", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_marker_left_over_is_called_one(marker: str) -> None:
    """Whoever deletes the others is told which line is left."""
    with pytest.raises(ConflictedLedger, match="x:3: git's conflict markers"):
        parse(f'[committee]\nname = "N"\n{marker}\nsides = ["A", "B"]\n'.encode(), "x")


@pytest.mark.parametrize(
    "key", ["deadline", "part_of", "supersedes", "report_every", "review_by", "strength", "kind"]
)
def test_an_optional_key_that_is_blank_is_as_if_absent(key: str) -> None:
    """Whatever it would hold: a period, a date, an id, one of a few words."""
    blank = parse(f'{HEAD}{COMMITMENT}{key} = " "\n'.encode(), "x")
    assert blank == parse((HEAD + COMMITMENT).encode(), "x")


@pytest.mark.parametrize("key", ["status", "happened", "deadline", "by", "on_behalf_of", "owners"])
def test_so_it_is_in_an_entry(key: str) -> None:
    """A table that a program wrote, with a key for every column, can be used."""
    entry = '[[progress]]\ncommitment = "talks"\ndate = 2024-01-01\nnote = "n"\n'
    blank = parse(f'{HEAD}{COMMITMENT}{entry}{key} = ""\n'.encode(), "x")
    assert blank == parse((HEAD + COMMITMENT + entry).encode(), "x")


@pytest.mark.parametrize("table", ["theme", "field"])
def test_ids_of_themes_and_columns_are_told_apart(table: str) -> None:
    """As those of bodies are."""
    alike = only(HEAD + f"[{table}.Space]\n[{table}.space]\n")
    assert (alike.code, alike.line) == ("duplicate-id", 10)


@pytest.mark.parametrize("sides", ['["UK", "uk"]', '["UK", "UK"]', '["UK", "Committee"]'])
def test_sides_are_told_apart(sides: str) -> None:
    """From each other, and from all together."""
    assert "duplicate-id" in {code for code, _, _ in found(HEAD.replace('["UK", "Japan"]', sides))}
