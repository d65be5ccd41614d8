"""The documentation says what the program does."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import msgspec
import pytest

import returns
import spoilt
from conftest import Jcm
from examples import SHIPPED
from jcm_ledger import commands
from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import (
    Checking,
    Commitment,
    Committee,
    Entry,
    Meeting,
    Organisation,
    OwnColumn,
    Theme,
)
from jcm_ledger.model.return_form import ReturnColumn
from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.rules.checks.journal import RULES
from jcm_ledger.rules.standing import Timing
from reviewing import reviewed
from sharing.world import git

ROOT = SHIPPED.parent
READMES = {
    lang: (ROOT / name).read_text(encoding="utf-8")
    for lang, name in (("en", "README.md"), ("ja", "README.ja.md"))
}
README = READMES["en"]
FORMAT = (ROOT / "docs" / "ledger-format.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

CODE_IN_SOURCE = re.compile(r'(?:error|warning|_NotTomlError)\(\s*f?"([a-z-]+(?:\{\w+\})?)"')


@pytest.mark.parametrize(
    "script", ["commands_doc.py", "drafting_doc.py", "phrases_doc.py", "pictures.py"]
)
def test_what_a_script_writes_is_up_to_date(script: str) -> None:
    """Generated pages and pictures are what the program would give today."""
    command = [sys.executable, str(ROOT / "scripts" / script), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link to another page of ours, or to a heading in one, has a target."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        name, _, heading = target.partition("#")
        path = page.parent / name if name else page
        assert path.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {
                re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles
            }, target


def test_the_files_that_the_architecture_names_are_there() -> None:
    """Whoever follows the page finds each module, in the folder that its row or line names."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "cli" / "jcm_ledger"
    there = {path.name for path in package.rglob("*.py")}
    assert {Path(name).name for name in re.findall(r"`?([\w/]+\.py)\b", page)} - {
        "test_layers.py"
    } <= there
    for folder in re.findall(r"`((?:model|rules|store|render|commands)/[\w/]*)`", page):
        assert (package / folder).is_dir() or (package / f"{folder}.py").is_file(), folder


def test_the_index_of_decisions_has_each_by_its_title() -> None:
    """Records are numbered without a gap, and the index names each with its date."""
    folder = ROOT / "docs" / "decisions"
    records = sorted(folder.glob("[0-9]*.md"))
    index = (folder / "README.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (\d+) \| \[(.+)\]\((.+)\) \| 20\d\d-\d\d-\d\d \| .+ \|$", index, re.MULTILINE
    )
    assert [name for _number, _title, name in rows] == [each.name for each in records]
    for number, (record, row) in enumerate(zip(records, rows, strict=True), start=1):
        head = record.read_text(encoding="utf-8").partition("\n")[0]
        assert head == f"# {number}. {row[1]}"
        assert row[0] == str(number) == record.name.partition("-")[0].lstrip("0")


def commands_of(readme: str) -> Iterator[str]:
    """Yield the jcm and git commands of a README's shell blocks in order, lines joined."""
    for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            if line.startswith(("jcm ", "git ")):
                yield from re.sub(r" > \S+", "", line).split(" && ")


@pytest.mark.parametrize("lang", READMES)
def test_the_commands_of_the_readme_work(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """Typed one after another in an empty folder, each of them does what it says."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "statement.txt").write_bytes(STATEMENT.read_bytes())
    monkeypatch.setenv("JCM_LANG", lang)
    readme = READMES[lang]
    typed = list(commands_of(readme))
    assert len(typed) > len(commands.COMMANDS)
    for line in typed:
        if line.startswith("git "):
            git(tmp_path, "-c", "user.name=T", "-c", "user.email=t@e.org", *shlex.split(line)[1:])
            continue
        if line.startswith("jcm adopt"):
            review(tmp_path / "draft.toml")
        for command in line.split(" | "):
            done = jcm(*shlex.split(command, comments=True)[1:])
            monkeypatch.setattr("sys.stdin", StringIO(done.out))
        assert done.code == 0, f"{line}: {done.err}"
        if line.startswith("jcm mark"):
            assert f"```text\n{done.out}```" in readme
    typed_by_people = {name for name, row in commands.COMMANDS.items() if not row.hidden}
    words = [line.split()[1:3] for line in typed]
    assert typed_by_people <= {first for first, *_rest in words} | {" ".join(two) for two in words}


CYCLE = (ROOT / "docs" / "cycle.md").read_text(encoding="utf-8")
COMPOSED = {"statement-13.txt": "jpuk_press_ja.txt", "statement-14.txt": "ukjp_numbered_2026.txt"}
TO_COME = {"collect", "agenda"} - commands.COMMANDS.keys()
"""Commands of the page that this jcm does not have."""


def test_the_commands_of_the_cycle_work(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first statement to the next, with what a person types into the drafts between."""
    monkeypatch.chdir(tmp_path)
    for name, composed in COMPOSED.items():
        assert f"statements/composed/{composed}" in CYCLE
        shutil.copy(ROOT / "tests" / "statements" / "composed" / composed, name)
    typed = [shlex.split(line, comments=True)[1:] for line in commands_of(CYCLE)]
    assert {"draft", "adopt", "mark", "commission", "collect", "agenda"} <= {
        first for first, *_rest in typed
    }
    for line in typed:
        words = line
        if words[0] in TO_COME:
            continue
        if words[0] == "adopt" and "--dry-run" in words:
            assert jcm(*words).code == 3  # before somebody reviewed it
            review(tmp_path / words[1])
        elif words[0] == "adopt" and "draft-14.toml" in words:
            review(tmp_path / words[1])
        if any("*" in word for word in words):  # the shell's part
            words = [
                name
                for word in words
                for name in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
            ]
        done = jcm(*words)
        assert done.code == 0, f"{words}: {done.err}"
    draft = jcm("draft", "statement-13.txt", "--meeting", "jcm-13", "--ledger", SHIPPED).out
    for example in re.findall(r"```toml\n(.*?)```", CYCLE, re.DOTALL):
        assert example in draft


def review(draft: Path) -> None:
    """Type what a person types into a draft before it is adopted."""
    draft.write_text(reviewed(draft.read_text(encoding="utf-8")), encoding="utf-8")


def test_both_readmes_set_up_with_the_same_commands() -> None:
    """What continuous integration reads out of one stands in the other."""
    marked = r"<!-- ci:[\w-]+ -->\n```sh\n.*?```"
    in_english, in_japanese = (re.findall(marked, each, re.DOTALL) for each in READMES.values())
    assert in_english == in_japanese
    assert len(in_english) == 2


@pytest.mark.parametrize("lang", READMES)
def test_the_readme_shows_a_part_of_the_ledger_that_reads(lang: str) -> None:
    """The example in the README is TOML with the shipped ledger's own words."""
    (example,) = re.findall(r"```toml\n(.*?)```", READMES[lang], re.DOTALL)
    table = msgspec.toml.decode(example)
    shipped = msgspec.toml.decode(SHIPPED.read_bytes())
    (name,) = table["commitment"]
    assert table["commitment"][name].items() <= shipped["commitment"][name].items()
    (entry,) = table["progress"]
    assert any(entry.items() <= each.items() for each in shipped["progress"])


@pytest.mark.parametrize(
    "kind",
    [Committee, Meeting, Organisation, Commitment, Theme, OwnColumn, Checking, Entry],
)
def test_every_key_of_the_ledger_is_documented(kind: type[msgspec.Struct]) -> None:
    """Each key stands in the table of its kind, marked as required if it is."""
    own = {"Entry": "progress", "OwnColumn": "field", "Checking": "check"}
    name = own.get(kind.__name__, kind.__name__.lower())
    section = re.search(rf"^## `\[+{name}[.\]].*?(?=^##? )", FORMAT, re.MULTILINE | re.DOTALL)
    assert section
    for field in msgspec.structs.fields(kind):
        if field.name not in ("id", "fields"):
            (row,) = re.findall(rf"^\|.*`{field.name}`.*$", section[0], re.MULTILINE)[:1]
            assert ("| required |" in row) is field.required
            assert re.search(r"[ぁ-んァ-ヶ一-龠].* \|$", row), f"{row} has no Japanese"


def test_every_code_of_a_finding_is_documented() -> None:
    """What `check` calls a finding can be looked up."""
    sources = (ROOT / "cli").rglob("*.py")
    codes = {code for path in sources for code in CODE_IN_SOURCE.findall(path.read_text("utf-8"))}
    codes = {code for code in codes if "{" not in code} | {"bad-status", "bad-strength", "bad-kind"}
    codes |= {rule.code for rule in RULES}
    codes |= {f"unknown-{table}" for table in ("meeting", "organisation", "commitment")}
    assert "duplicate-entry" in codes
    documented = set(re.findall(r"`([a-z-]+)`", FORMAT.partition("`jcm check` finds")[2]))
    assert codes <= documented


def test_every_word_of_the_model_is_documented() -> None:
    """Statuses, strengths, kinds and timings stand in the page on the format."""
    for word in (*Status, *Strength, *Kind, *Timing):
        assert f"`{word}`" in FORMAT


def keys(value: object) -> Iterator[str]:
    """Yield every key of a document, those of `by_side` and `fields` excepted: they are the ledger's."""
    if isinstance(value, list):
        for each in value:
            yield from keys(each)
    elif isinstance(value, dict):
        yield from value
        for key, each in value.items():
            if key != "by_side" and not (key == "fields" and isinstance(each, dict)):
                yield from keys(each)


STATEMENT = ROOT / "tests" / "statements" / "jcm-12.txt"

IN_JSON = [
    ["list"],
    ["list", "--group", "timing"],
    ["show", "semi"],
    ["log"],
    ["bodies"],
    ["timeline"],
    ["check"],
    ["diff", "--from", "jcm-12"],
    ["export"],
    ["draft", str(STATEMENT)],
]

OF_ONES_OWN = """
[odd]
[theme.made-up]
title = "Space"
[field.priority]
"""


def documents(jcm: Jcm, folder: Path, command: list[str]) -> set[str]:
    """Return the keys of what a command prints as JSON."""
    odd = folder / "l.toml"
    odd.write_bytes(SHIPPED.read_bytes() + OF_ONES_OWN.encode())
    return set(keys(msgspec.json.decode(jcm("--ledger", odd, *command, "--format", "json").out)))


@pytest.mark.parametrize("command", IN_JSON, ids=lambda command: command[0])
def test_every_key_of_the_json_is_documented(jcm: Jcm, command: list[str], tmp_path: Path) -> None:
    """Nothing a script could rely on is missing from the page on the JSON."""
    documented = set(re.findall(r"`([a-z_]+)`", JSON))
    found = documents(jcm, tmp_path, command)
    assert len(found) > len(Finding.__struct_fields__)
    assert found <= documented


def test_every_key_that_the_page_on_the_json_lists_is_there(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first column of its tables names keys of some document, and the list of new ones too."""
    listed = re.findall(r"^\| (`.+?) \|", JSON, re.MULTILINE)
    listed += re.findall(r"^- of .*?: (?:.|\n  )*", JSON.partition("New keys:")[2], re.MULTILINE)
    documented = {key for names in listed for key in re.findall(r"`([a-z_]+)`", names)}
    found = set().union(*(documents(jcm, tmp_path, command) for command in IN_JSON))
    found |= set(keys(edited(jcm, tmp_path, monkeypatch)))
    found |= set(keys(collected(jcm, tmp_path, monkeypatch)))
    assert documented - {"export", "diff", "progress", "show"} <= found


def test_every_key_of_returns_in_json_is_documented(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what is recorded, refused and told."""
    documented = set(re.findall(r"`([a-z_-]+)`", JSON))
    assert set(keys(collected(jcm, tmp_path, monkeypatch))) <= documented


def collected(jcm: Jcm, folder: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Return what `jcm collect` tells of two returns, of which one is refused."""
    monkeypatch.setattr("jcm_ledger.commands.clock.today", lambda: returns.TODAY)
    (folder / "returns.toml").write_text(spoilt.LEDGER_TEXT, encoding="utf-8")
    (folder / "A.xlsx").write_bytes(spoilt.answered(edit=spoilt.commented))
    wrong = {"talks": {ReturnColumn.STATUS: "soon"}}
    (folder / "B.xlsx").write_bytes(returns.filled(spoilt.sent("B"), wrong))
    files = [folder / name for name in ("A.xlsx", "B.xlsx")]
    done = jcm("--ledger", folder / "returns.toml", "collect", *files, "--format", "json")
    return msgspec.json.decode(done.out)


def edited(jcm: Jcm, folder: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Return what `jcm diff` tells of a ledger with an edit and an entry gone."""
    ledger = folder / "commitments.toml"
    ledger.write_bytes(SHIPPED.read_bytes())
    git(folder, "init", "--quiet")
    git(folder, "add", ledger.name)
    git(folder, "-c", "user.name=T", "-c", "user.email=t@e.org", "commit", "--quiet", "-m", "Begin")
    text = SHIPPED.read_text("utf-8").replace('"London"', '"Leeds"')
    ledger.write_text(text.rpartition("[[progress]]")[0], encoding="utf-8")
    monkeypatch.chdir(folder)
    return msgspec.json.decode(jcm("diff", "--format", "json").out)
