"""jcm check."""

import json
from datetime import date
from pathlib import Path

import pytest

import jcm_ledger
from conftest import Jcm
from examples import SECOND, SHIPPED


@pytest.fixture
def faulty(ledger_file: Path) -> Path:
    """Return a ledger with two errors and two warnings."""
    text = ledger_file.read_text(encoding="utf-8")
    text = text.replace('status = "stalled"', 'status = "halted"')
    text = text.replace('owners = ["HAV"]', 'owners = ["HAV", "HAV"]')
    text = text.replace("place =", "plaice =")
    text = text.replace('name = "Norway-Chile', 'name = "\\u202ENorway-Chile')
    ledger_file.write_text(text, encoding="utf-8")
    return ledger_file


def test_the_shipped_ledger_has_no_finding(jcm: Jcm) -> None:
    """Not even a warning."""
    result = jcm("check", SHIPPED, "--strict")
    assert (result.out, result.code) == (f"{SHIPPED}: nothing found.\n", 0)


def test_findings_come_with_file_line_code_and_hint(jcm: Jcm, faulty: Path) -> None:
    """Errors and warnings together, in the order of the file."""
    result = jcm("check", faulty)
    assert result.code == 1
    places = [line.split(": ")[0:2] for line in result.out.splitlines() if line[0] != " "]
    assert places == [
        [f"{faulty}:3", "warning"],
        [f"{faulty}:9", "warning"],
        [f"{faulty}:42", "error"],
        [f"{faulty}:69", "error"],
        [str(faulty), "2 errors, 2 warnings."],
    ]
    assert "did you mean place?" in result.out
    assert "[bad-status]" in result.out
    assert "U+202E" in result.out
    assert "\u202e" not in result.out


def test_warnings_fail_only_with_strict(jcm: Jcm, ledger_file: Path) -> None:
    """A ledger with remarks of one's own is a good ledger."""
    ledger_file.write_text(ledger_file.read_text(encoding="utf-8") + "[ours]\n", encoding="utf-8")
    assert jcm("check", ledger_file).code == 0
    assert jcm("check", ledger_file, "--strict").code == 1


def test_json_holds_every_finding(jcm: Jcm, faulty: Path) -> None:
    """Programs get the same as people."""
    document = json.loads(jcm("check", faulty, "--format", "json").out)
    assert document["schema"] == 2
    assert [each["code"] for each in document["findings"]] == [
        "control-character",
        "unknown-key",
        "duplicate-owner",
        "bad-status",
    ]
    assert document["findings"][3]["line"] == 69


def test_github_gets_annotations(jcm: Jcm, faulty: Path) -> None:
    """Each finding is one workflow command; line breaks and signs are escaped."""
    lines = jcm("check", faulty, "--format", "github").out.splitlines()
    assert len(lines) == 4
    assert lines[3].startswith(f"::error file={faulty},line=69,title=bad-status::")


def test_a_file_that_cannot_be_opened_is_no_finding(jcm: Jcm, tmp_path: Path) -> None:
    """Exit 3: there was nothing to check."""
    assert jcm("check", tmp_path / "nowhere.toml").code == 3


def test_a_faulty_ledger_stops_the_other_commands_with_all_its_problems(
    jcm: Jcm, faulty: Path
) -> None:
    """No command works with half a ledger; each says all that has to be mended."""
    result = jcm("list", "--ledger", faulty)
    assert (result.out, result.code) == ("", 3)
    assert f"{faulty}:69: " in result.err
    assert "jcm check" in result.err


def test_warnings_that_the_ledger_ignores_are_counted_and_not_told(
    jcm: Jcm, ledger_file: Path
) -> None:
    """`[check]` silences warnings by their codes; what is an error is told all the same."""
    entry = '[[progress]]\ncommitment = "data-exchange"\ndate = 2022-06-01\nstatus = "stalled"\n'
    rows = '\n[check]\nignore = ["not-an-owner", "unknown-code", "no-reporter"]\n'
    text = SECOND + f'\n{entry}by = "MFA"\n'
    ledger_file.write_text(text + rows, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "check", "--strict")
    assert (done.out, done.code) == (f"{ledger_file}: nothing found; 2 warnings ignored.\n", 0)
    assert jcm_ledger.check(ledger_file, today=date(2026, 11, 25)) == []
    ledger_file.write_text(SECOND + f"\n{entry}" + rows, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "check")
    assert "[no-reporter]" in done.out
    assert done.code == 1


def test_codes_of_no_warning_are_told_and_the_others_counted(jcm: Jcm, ledger_file: Path) -> None:
    """A slip in a code, or an error, would be ignored in vain; JSON has the count."""
    more = '\n[check]\nignore = ["unknown-kye", "duplicate-id", "unknown-key"]\n[ours]\n'
    ledger_file.write_text(ledger_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    done = jcm("check", ledger_file)
    assert 'ignore names "unknown-kye", which is the code of no warning [unknown-code]' in done.out
    assert "did you mean unknown-key" in done.out
    assert 'ignore names "duplicate-id"' in done.out
    assert done.out.endswith("0 errors, 2 warnings; 1 warning ignored.\n")
    assert json.loads(jcm("check", ledger_file, "--format", "json").out)["ignored"] == 1
    assert jcm("check", ledger_file, "--strict").code == 1
