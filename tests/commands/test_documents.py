"""What report and export have in common: the formats, and where documents go."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from unittest.mock import Mock

import pytest

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.commands import output
from jcm_ledger.render import json
from jcm_ledger.render.formats import ExportFormat, Format, ReportFormat
from jcm_ledger.rules import report as rules

FORMATS: list[Format] = [
    form for form in (*ReportFormat, *ExportFormat) if form is not ReportFormat.TERMINAL
]


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder of the test's own, and return it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shipped(jcm: Jcm, in_folder: Path) -> Jcm:
    """Run a command on the shipped ledger as of 2026-11-23, in a folder of the test's own."""
    assert in_folder.is_dir()

    def run(*arguments: object) -> object:
        return jcm("--ledger", SHIPPED, *arguments, "--as-of", "2026-11-23")

    return run  # type: ignore[return-value]


def command(form: Format) -> str:
    """Return the command that writes a format."""
    return "report" if isinstance(form, ReportFormat) else "export"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_a_suffix_of_its_own_and_a_renderer(form: Format) -> None:
    """A line of the registry leads to a function of a renderer."""
    module, function = form.renderer.split(":")
    assert callable(getattr(import_module(f"jcm_ledger.render.{module}"), function))
    assert form.suffix.startswith(".")
    assert [each.suffix for each in FORMATS].count(form.suffix) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_file_stdout_and_another_suffix_get_the_same_bytes(
    shipped: Jcm, form: Format, tmp_path: Path
) -> None:
    """The suffix in any case, --format for a name that says nothing, and - for stdout."""
    done = shipped(command(form), "-o", f"a{form.suffix.upper()}", "-o", "b", "--format", form)
    assert done.code == 0, done.err
    assert done.out == f"Wrote a{form.suffix.upper()}.\nWrote b.\n"
    written = (tmp_path / "b").read_bytes()
    assert written == (tmp_path / f"a{form.suffix.upper()}").read_bytes()
    assert shipped(command(form), "--format", form, "-o", "-").code == 0


def test_without_a_file_an_export_is_csv_on_stdout(shipped: Jcm, tmp_path: Path) -> None:
    """`jcm export | …` gets what -o FILE.csv would."""
    assert shipped("export", "-o", "a.csv").code == 0
    assert shipped("export").out.encode() == (tmp_path / "a.csv").read_bytes()


def test_with_a_document_on_stdout_nothing_else_goes_there(shipped: Jcm) -> None:
    """What is said of the files goes to stderr then."""
    done = shipped("report", "-o", "a.md", "-o", "-")
    assert done.out.startswith("# Status report")
    assert done.err == "Wrote a.md.\n"


def test_several_files_share_one_computation(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Five documents cost one look at the ledger, and a format is made once."""
    built, made = Mock(wraps=rules.build), Mock(wraps=json.export)
    monkeypatch.setattr(import_module("jcm_ledger.commands.export"), "build", built)
    monkeypatch.setattr(json, "export", made)
    files = [f"-o{name}" for name in ("a.csv", "b.csv", "c.json", "d.json", "e.json")]
    assert shipped("export", *files).code == 0
    assert (built.call_count, made.call_count, len(list(tmp_path.iterdir()))) == (1, 1, 5)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["report", "-o", "a.pdf"], '"a.pdf": no PDF is written', "jcm report -o a.html"),
        (["report", "-o", "a.csv"], '"a.csv" is for `jcm export`', "jcm export -o a.csv"),
        (["export", "-o", "a.md"], '"a.md" is for `jcm report`', "jcm report -o a.md"),
        (["report", "-o", "a", "--format", "terminal"], '"a" does not say', ".md"),
        (["export", "-o", "a.csv", "--format", "json"], "nothing would be written as json", "out"),
        (["export", "-o", "a.csv", "-o", "b/../a.csv"], "a.csv is named twice", "its own"),
        (["export", "-o", "-", "-o", "-"], "- is named twice", "its own"),
        (["report", "-o", "there", "--format", "markdown"], "there: not written: it is a folder", "there/status.md"),
        (["report", "-o", "/dev/null", "--format", "markdown"], "a device", "-o -"),
        (["report", "-o", "l.toml", "--format", "markdown", "--force"], "it is the ledger", "another"),
        (["report", "-o", "l.md", "--force"], "it is the ledger", "another"),
        (["export", "-o", "old.csv"], "old.csv exists already", "--force"),
        (["export", "-o", "no folder/a.csv"], "there is no folder no folder", "mkdir -p 'no folder'"),
        (["export", "-o", "old.csv/a.csv"], "old.csv is a file, no folder", "another folder"),
        (["export", "-o", f"{'long' * 99}.csv"], "not written: file name too long", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_before_anything_is(
    jcm: Jcm, in_folder: Path, arguments: list[str], message: str, hint: str
) -> None:
    """Exit 3, what and what next, and the good file of the same run is not written either."""
    Path("there").mkdir()
    Path("l.toml").write_bytes(SHIPPED.read_bytes())
    Path("l.md").symlink_to("l.toml")
    Path("old.csv").write_text("mine", encoding="utf-8")
    before = {path: path.is_file() and path.read_bytes() for path in in_folder.iterdir()}
    good = "-ogood.md" if arguments[0] == "report" else "-ogood.json"
    if "json" in arguments:
        good = "-ogood.csv"
    result = jcm("--ledger", "l.toml", *arguments, good)
    assert (result.out, result.code) == ("", 3)
    assert message in result.err
    assert hint in result.err
    assert before == {path: path.is_file() and path.read_bytes() for path in in_folder.iterdir()}


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write in")
def test_a_folder_that_takes_no_file_is_refused_before_anything_is(
    jcm: Jcm, in_folder: Path
) -> None:
    """Whatever permissions say: it is tried, and nothing is left of that."""
    result = jcm("--ledger", SHIPPED, "report", "-o", "good.md", "-o", "/proc/a.md")
    assert (result.out, result.code) == ("", 3)
    assert "/proc/a.md: not written: no such file or directory" in result.err
    assert list(in_folder.iterdir()) == []
    assert jcm("--ledger", SHIPPED, "report", "-o", "good.md").code == 0
    assert [path.name for path in in_folder.iterdir()] == ["good.md"]


@pytest.mark.parametrize(("names", "say"), [(["a.md"], "says"), (["a.md", "b.md"], "say")])
def test_a_format_for_nothing_is_refused_in_good_english(
    shipped: Jcm, names: list[str], say: str
) -> None:
    """One name says otherwise, two say so."""
    files = [f"-o{name}" for name in names]
    done = shipped("report", *files, "--format", "html")
    assert f"nothing would be written as html: {', '.join(names)} {say} otherwise" in done.err


def test_a_format_may_be_called_by_its_suffix(shipped: Jcm) -> None:
    """Whoever types md means Markdown; what is no format is refused with those that are."""
    assert shipped("report", "--format", "md") == shipped("report", "--format", "markdown")
    refused = shipped("report", "--format", "pdf")
    assert refused.code == 2
    assert "'pdf' is not one of 'terminal', 'markdown', 'html', 'docx'" in refused.err


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 3)])
def test_at_a_terminal_a_file_is_replaced_on_a_yes(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, answer: bool, code: int
) -> None:
    """A no leaves every file as it was."""
    asked = Mock(return_value=answer)
    monkeypatch.setattr(output, "can_ask", lambda: True)
    monkeypatch.setattr("typer.confirm", asked)
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    assert shipped("report", "-o", "new.md", "-o", "a.md").code == code
    asked.assert_called_once_with("Replace a.md?", err=True)
    assert ((tmp_path / "a.md").read_text(encoding="utf-8") == "mine") is not answer
    assert (tmp_path / "new.md").exists() is answer


def test_a_file_that_appeared_meanwhile_is_not_replaced(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What another program saved while the report was made stays."""
    build = rules.build

    def slowly(*arguments: object, **options: object) -> object:
        (tmp_path / "a.md").write_text("theirs", encoding="utf-8")
        return build(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(import_module("jcm_ledger.commands.report"), "build", slowly)
    assert shipped("report", "-o", "a.md").code == 3
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "theirs"


def test_an_empty_document_says_why_it_is(shipped: Jcm) -> None:
    """A filter too many is told of on stderr; the document is written all the same."""
    done = shipped("export", "--owner", "METI", "--theme", "space", "-o", "a.csv")
    assert (done.out, done.code) == ("Wrote a.csv.\n", 0)
    assert "--theme space leaves none of the 2 left before it" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
@pytest.mark.parametrize(
    "command", [("report", "-o", "a.md"), ("export", "-o", "a.csv"), ("schema", "-o", "a.json")]
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_no_link_is_followed_to_write(
    jcm: Jcm, in_folder: Path, command: tuple[str, ...], force: tuple[str, ...]
) -> None:
    """A link that a repository ships may lead to any file of the user's: it is named."""
    theirs, link = in_folder / "theirs", in_folder / command[-1]
    for leads in ("theirs", "gone", link.name):
        theirs.write_text("mine", encoding="utf-8")
        link.symlink_to(leads)
        done = jcm(*command, *force)
        assert (done.code, done.out) == (3, "")
        assert f"{link.name}: not written: it is a link to {leads}" in done.err
        assert theirs.read_text(encoding="utf-8") == "mine"
        assert sorted(path.name for path in in_folder.iterdir()) == sorted([link.name, "theirs"])
        link.unlink()


@pytest.mark.parametrize("command", ["report", "export"])
def test_several_documents_are_written_or_none(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, in_folder: Path, command: str
) -> None:
    """What the last one is refused for takes the others back, replaced ones too."""
    suffix = ".md" if command == "report" else ".csv"
    new, old, last = (in_folder / f"{name}{suffix}" for name in ("new", "old", "last"))
    old.write_text("mine", encoding="utf-8")
    build = rules.build

    def slowly(*arguments: object, **options: object) -> object:
        last.unlink(missing_ok=True)
        last.mkdir()
        return build(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(import_module(f"jcm_ledger.commands.{command}"), "build", slowly)
    done = shipped(command, *[f"-o{path.name}" for path in (new, old, last)], "--force")
    assert (done.code, done.out) == (3, "")
    assert f"{last.name}: not written: " in done.err
    assert sorted(path.name for path in in_folder.iterdir()) == sorted([last.name, old.name])
    assert old.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_taken_back_is_named(
    shipped: Jcm, monkeypatch: pytest.MonkeyPatch, in_folder: Path
) -> None:
    """Then the exit code is not the one that says that nothing changed."""
    folder = in_folder / "gone"
    folder.mkdir()
    send = output.send

    def full(document: bytes) -> None:
        def refuse(*_arguments: object, **_options: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "unlink", refuse)
        send(document)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "send", full)
    done = shipped("report", "-o", "a.md", "-o", "-")
    assert done.code == 70
    assert "what was changed before could not be taken back" in done.err
    assert done.err.endswith("hint: look at a.md\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize(("names", "code"), [(["a.md"], 0), (["a.md", "-"], 3)])
def test_a_full_stdout_and_files_agree(in_folder: Path, names: list[str], code: int) -> None:
    """A document on stdout that is not taken takes the file back; a mere sentence does not."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "jcm_ledger", "report", *[f"-o{name}" for name in names]],
            cwd=in_folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == code
    assert "jcm: stdout: not written: no space left on device" in done.stderr
    assert (in_folder / "a.md").exists() is (code == 0)
    assert ("Wrote a.md." in done.stderr) is (code == 0)
