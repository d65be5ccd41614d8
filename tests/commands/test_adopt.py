"""jcm adopt: from a reviewed draft to the ledger."""

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from reviewing import reviewed
from terminals import at_a_terminal

STATEMENT = Path(__file__).parents[1] / "statements" / "jcm-12.txt"
DRAFT = """\
## Draft of commitments from: a statement

## --- paragraph 2 -----
## "They >>will<< watch the ice."
[commitment.watch-ice]  # id: watch-ice?
title           = "Ice watch"
meeting         = "oc-3"
paragraph       = 2
owners          = ["HAV", "NIPR"]  # inferred: it speaks of all together
owners_inferred = true
strength        = "agreed"

[commitment.second]  # id: typed-over?
title   = "Second thing"
meeting = "oc-3"
owners  = ["SUB"]
part_of = "watch-ice"

## The ledger lacks these bodies. Correct them, and take the # away:
# [organisation.NIPR]
# name = "Institute of Polar Research"
# side = "Chile"

# [organisation.IDLE]
# name = "A body without commitments"
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a reviewed draft of two commitments; a body is still behind #."""
    path = tmp_path / "draft.toml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_from_the_statement_to_the_ledger(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Draft, titles typed in, adopt: the ledger checks clean and lists the eleven commitments."""
    monkeypatch.chdir(tmp_path)
    init = ("init", ".", "--empty", "--name", "Joint Committee", "--side", "UK", "--side", "Japan")
    assert jcm(*init).code == 0
    assert jcm("draft", STATEMENT, "--meeting", "jcm-12", "-o", "d.toml").code == 0
    unreviewed = jcm("adopt", "d.toml", "--bodies")
    assert unreviewed.code == 3
    assert unreviewed.err.count("type a title in your own words, or delete the table") == 11
    file = tmp_path / "d.toml"
    file.write_text(reviewed(file.read_text(encoding="utf-8")), encoding="utf-8")
    proposed = tomllib.loads(file.read_text(encoding="utf-8"))["commitment"]
    skeleton = (tmp_path / "commitments.toml").read_bytes()
    done = jcm("adopt", "d.toml", "--bodies")
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(
        r"Added 1 meeting, \d+ bodies and 11 commitments\. Look over it: jcm check\n", done.out
    )
    assert jcm("check").code == 0
    written = (tmp_path / "commitments.toml").read_bytes()
    assert written.startswith(skeleton)
    added = written.removeprefix(skeleton).decode()
    assert "#" not in added
    ledger = tomllib.loads(written.decode())
    titles = {table["title"]: table for table in proposed.values()}
    assert len(titles) == len(ledger["commitment"]) == 11
    for name, table in ledger["commitment"].items():
        assert table == {key: value for key, value in titles[table["title"]].items() if value}
        assert name not in proposed
    listed = json.loads(jcm("list", "--format", "json", "--as-of", "2024-01-15").out)
    periods = {(row["deadline"] or {}).get("period") for row in listed["commitments"]}
    assert periods == {None, "2024-H1", "2025"}
    assert jcm("list", "--owner", "METI", "--format", "ids").out.count("\n") >= 1
    again = jcm("adopt", "d.toml", "--bodies")
    assert (again.code, again.err.count("is there already.\n")) == (0, 12)
    assert "nothing was written" in again.out
    assert (tmp_path / "commitments.toml").read_bytes() == written


def test_what_is_adopted_is_written_as_if_it_were_added(
    jcm: Jcm, ledger_file: Path, draft: Path
) -> None:
    """Remarks stay behind; a body is before what it owns; an id that was typed over is kept."""
    done = jcm("--ledger", ledger_file, "adopt", draft, "--bodies")
    assert (done.code, done.err) == (0, "")
    added = ledger_file.read_text(encoding="utf-8").removeprefix(SECOND)
    assert added == (
        "\n[organisation.NIPR]\n"
        'name = "Institute of Polar Research"\n'
        'side = "Chile"\n'
        "\n[commitment.ice-watch]\n"
        'title           = "Ice watch"\n'
        'meeting         = "oc-3"\n'
        'owners          = ["HAV", "NIPR"]\n'
        "paragraph       = 2\n"
        "owners_inferred = true\n"
        'strength        = "agreed"\n'
        'kind            = "one-off"\n'
        "\n[commitment.second]\n"
        'title   = "Second thing"\n'
        'meeting = "oc-3"\n'
        'owners  = ["SUB"]\n'
        'part_of = "ice-watch"\n'
        'kind    = "one-off"\n'
    )


def test_a_dry_run_shows_the_tables_and_writes_nothing(
    jcm: Jcm, ledger_file: Path, draft: Path
) -> None:
    """What would be added can be looked at first."""
    done = jcm("--ledger", ledger_file, "adopt", draft, "--bodies", "--dry-run")
    assert (done.code, "[commitment.ice-watch]" in done.out) == (0, True)
    assert ledger_file.read_text(encoding="utf-8") == SECOND


def test_a_body_behind_the_mark_is_not_taken_unasked(
    jcm: Jcm, ledger_file: Path, draft: Path
) -> None:
    """The refusal says where it is named, and how to have it added."""
    done = jcm("--ledger", ledger_file, "adopt", draft)
    assert done.code == 3
    assert f'{draft}:9: commitment watch-ice: owners names "NIPR"' in done.err
    assert "--bodies" in done.err
    assert ledger_file.read_text(encoding="utf-8") == SECOND


WRONG = """\
[committee]
name = "Another"
[commitment.one]
meeting = "oc-9"
owners = []
deadline = "2024-13"
colour = "red"
[commitment.krill-survey]
title = "Another thing"
meeting = "oc-3"
owners = ["SUB"]
[commitment.three]
title = " "
owners = ["SUB"]
part_of = "none"
[meeting."a b"]
held = 2021-03-11
[organisation.NEW]
name = "New body"
side = "Peru"
"""


def test_every_problem_is_told_at_once_with_its_line(
    jcm: Jcm, ledger_file: Path, draft: Path
) -> None:
    """Those of reading and those of the rules, in the order of the draft; nothing is added."""
    draft.write_text(WRONG, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "adopt", draft)
    assert (done.code, done.out) == (3, "")
    lines = [line for line in done.err.splitlines() if line.startswith(f"{draft}:")]
    told = [int(line.removeprefix(f"{draft}:").partition(":")[0]) for line in lines]
    assert told == sorted(told)
    for number, said in (
        (1, "commitments, bodies and meetings alone"),
        (3, "title is missing; type a title"),
        (4, 'meeting names "oc-9"'),
        (5, "has no owner"),
        (6, "deadline"),
        (7, '"colour" is no key'),
        (8, 'there is a commitment "krill-survey" already'),
        (12, "meeting is missing; add meeting"),
        (13, "title"),
        (15, 'part_of names "none"'),
        (16, '"a b" is not an id'),
        (20, "Peru"),
    ):
        found = [line for at, line in zip(told, lines, strict=True) if at == number]
        assert any(said in line for line in found), (number, said, done.err)
    assert ledger_file.read_text(encoding="utf-8") == SECOND


def test_the_meeting_may_be_named_for_all(jcm: Jcm, ledger_file: Path, draft: Path) -> None:
    """A table that names one keeps it."""
    text = DRAFT.replace('meeting         = "oc-3"\n', "")
    draft.write_text(text, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "adopt", draft, "--bodies", "--meeting", "oc-4")
    assert done.code == 0
    ledger = tomllib.loads(ledger_file.read_text(encoding="utf-8"))["commitment"]
    assert (ledger["ice-watch"]["meeting"], ledger["second"]["meeting"]) == ("oc-4", "oc-3")


def test_what_somebody_changed_since_is_not_added_again(
    jcm: Jcm, ledger_file: Path, draft: Path
) -> None:
    """It says in what the ledger differs, and goes by the ledger; what is new is added."""
    assert jcm("--ledger", ledger_file, "adopt", draft, "--bodies").code == 0
    changed = ledger_file.read_text(encoding="utf-8").replace('strength        = "agreed"\n', "")
    ledger_file.write_text(changed, encoding="utf-8")
    new = '[commitment.third]\ntitle = "Third"\nmeeting = "oc-3"\nowners = ["SUB"]\n'
    draft.write_text(f"{DRAFT}{new}", encoding="utf-8")
    done = jcm("--ledger", ledger_file, "adopt", draft, "--bodies")
    assert done.code == 0
    assert "ice-watch is there already; the ledger has another strength." in done.err
    assert done.out.startswith("Added 1 commitment.")
    added = ledger_file.read_text(encoding="utf-8").removeprefix(changed)
    assert list(tomllib.loads(added)["commitment"]) == ["third"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = ", "invalid TOML"),
        ("## nothing\n", "there is no table in it"),
        (None, "there is no such file"),
    ],
)
def test_what_is_no_draft_is_told(
    jcm: Jcm, ledger_file: Path, tmp_path: Path, text: str | None, said: str
) -> None:
    """A sentence and what to do next."""
    file = tmp_path / "other.toml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "adopt", file)
    assert (done.code, said in done.err, "hint: " in done.err) == (3, True, True)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_terminal_it_asks_first(ledger_file: Path, draft: Path) -> None:
    """The commitments are shown; a no adds nothing, a yes all of them."""
    words = ("adopt", draft.name, "--bodies")
    shown, code = at_a_terminal(*words, answers="n\n", cwd=ledger_file.parent)
    assert (code, "ice-watch: Ice watch" in shown) == (3, True)
    assert ledger_file.read_text(encoding="utf-8") == SECOND
    shown, code = at_a_terminal(*words, answers="y\n", cwd=ledger_file.parent)
    assert (code, "Added 1 body and 2 commitments." in shown) == (0, True)
