"""jcm schema, read by the validator that editors use for TOML."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Jcm
from examples import SECOND, SHIPPED
from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.period import Period
from jcm_ledger.render import schema

TAPLO = Path(sys.executable).with_name("taplo")


@pytest.fixture
def schema_file(jcm: Jcm, tmp_path: Path) -> Path:
    """Return a file that holds what `jcm schema` prints."""
    path = tmp_path / "schema.json"
    path.write_text(jcm("schema").out, encoding="utf-8")
    return path


def faulty_lines(ledger: Path, schema_file: Path) -> set[int]:
    """Return the lines in which taplo finds a fault; taplo may name a line of the table too."""
    command = [str(TAPLO), "lint", "--schema", schema_file.as_uri(), str(ledger)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = {int(line) for line in re.findall(r"\.toml:(\d+):\d+$", done.stderr, re.MULTILINE)}
    assert done.returncode == bool(lines), done.stderr
    return lines


def test_the_ledgers_that_jcm_reads_are_valid(schema_file: Path, ledger_file: Path) -> None:
    """Whoever opens the shipped ledger in an editor sees no complaint."""
    assert faulty_lines(SHIPPED, schema_file) == set()
    assert faulty_lines(ledger_file, schema_file) == set()


@pytest.mark.parametrize(
    ("written", "broken"),
    [
        ('sides = ["Norway", "Chile"]', 'sides = "Norway and Chile"'),
        ("held = 2021-03-10\n", ""),
        ("held = 2021-03-10", 'held = "in spring"'),
        ('expected = "2023-Q2"', 'expected = "2023-Q5"'),
        ('name = "Institute of Marine Research"\n', ""),
        ('title = "Joint krill survey"', "title = 3"),
        ("paragraph = 2", "paragraph = 2.5"),
        ('strength = "agreed"', 'strength = "firm"'),
        ('kind = "continuing"', 'kind = "for ever"'),
        ("owners_inferred = true", 'owners_inferred = "yes"'),
        ('owners = ["HAV"]', "owners = [1]"),
        ('deadline = "2022-Q1"', 'deadline = "2022-13"'),
        ('status = "stalled"', 'status = "finished"'),
        ("date = 2021-12-01\n", ""),
        ("date = 2021-12-01", "date = 2021-12-01T12:00:00"),
        ('by = "SUB"\n', ""),
        ('"https://example.org/ship"', "7"),
    ],
)
def test_what_check_calls_an_error_is_marked_in_the_editor(
    jcm: Jcm, schema_file: Path, ledger_file: Path, written: str, broken: str
) -> None:
    """The editor and `jcm check` find the same slip in the same place."""
    assert written in SECOND
    ledger_file.write_text(SECOND.replace(written, broken, 1), encoding="utf-8")
    document = json.loads(jcm("--ledger", ledger_file, "check", "--format", "json").out)
    (line,) = {each["line"] for each in document["findings"] if each["severity"] == "error"}
    assert line in faulty_lines(ledger_file, schema_file)


def test_keys_of_ones_own_are_allowed(schema_file: Path, ledger_file: Path) -> None:
    """What jcm keeps, no editor marks as wrong."""
    ledger_file.write_text(
        f'{SECOND}file_number = 7\n[archive]\nbox = "12"\n[meeting."oc 5"]\nexpected = "2024"\n',
        encoding="utf-8",
    )
    assert faulty_lines(ledger_file, schema_file) == set()


def test_every_key_says_what_it_means() -> None:
    """An editor explains each key that it completes, and offers the allowed words."""
    tables = json.loads(schema.ledger())["properties"]
    commitment = tables["commitment"]["additionalProperties"]
    assert commitment["required"] == ["title", "meeting", "owners"]
    assert commitment["properties"]["kind"] == {
        "description": "Whether it can be finished or goes on.",
        "enum": ["one-off", "continuing"],
        "default": "one-off",
    }
    for name in ("meeting", "organisation", "commitment"):
        for key in tables[name]["additionalProperties"]["properties"].values():
            assert key["description"].endswith((".", '."', '"].'))


@given(st.from_regex(r"[0-9]{1,4}(-[HQ]?[0-9]{1,2}){0,2}(/[0-9]{4}(-[HQ]?[0-9]{1,2}){0,2})?", fullmatch=True))  # fmt: skip
def test_the_pattern_takes_every_period(text: str) -> None:
    """What jcm reads as a period is never marked, and neither pattern takes much else."""
    meeting = json.loads(schema.ledger())["properties"]["meeting"]["additionalProperties"]
    pattern = re.compile(meeting["properties"]["expected"]["pattern"], re.ASCII)
    refused = why_no_period(text)
    only_calendars_know = ("such day", "before it begins", "0001")
    assert bool(pattern.search(text)) is (refused == "") or any(
        part in refused for part in only_calendars_know
    )


def why_no_period(text: str) -> str:
    """Return why a text is no period, "" if it is one."""
    try:
        Period.parse(text)
    except BadPeriod as bad:
        return str(bad)
    return ""
