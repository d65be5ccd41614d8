"""Completion in bash, zsh and fish themselves: what it puts on the line is one word, and the name.

These tests need the three shells. Those of a shell that is missing are skipped, unless
JCM_TEST_SHELLS=required.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import tomlkit
from typer._completion_shared import get_completion_script

from hostile import CORPUS, Hold, ledger
from jcm_ledger.commands import shells
from jcm_ledger.model.text import is_blank
from jcm_ledger.render import safe
from shells import TAB, Shell

AWKWARD = ("life sciences", "women's-health", "ai:s", "量子 技術", "R&D", "x=y", 'the "new" one')
IN_QUOTES = ("shell-escaped", "shell-ifs", "shell-ticks", "shell-quotes", "shell-history")
"""What is tried in open quotes too, by its name in the corpus."""

NOT_BY_FISH = (CORPUS["shell-home"], CORPUS["path"])  # a home, and what leads out of the folder

FROM_THE_LEDGER = {
    Hold.IDS: ("jcm show ", "jcm list --owner ", "jcm list --meeting=", "jcm list --theme="),
    Hold.SIDES: ("jcm bodies --side ",),
}
"""What is completed from the ledger, each kind of name once, by where the texts are in it."""


@pytest.fixture(params=shells.OWN)
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of each shell in turn."""
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for a ledger, and for whatever a text of it might make a shell do."""
    made = tmp_path / "work"
    made.mkdir()
    return made


@pytest.fixture
def shell(name: str, folder: Path) -> Iterator[Shell]:
    """Run a shell that completes jcm."""
    with Shell(name, folder) as running:
        yield running


def with_theme(text: str) -> str:
    """Return a ledger of one commitment, with this theme, and two bodies."""
    bodies = {"METI": {"name": "M", "side": "Japan"}, "DSIT": {"name": "D", "side": "UK"}}
    made = {"title": "T", "meeting": "m-1", "owners": ["METI"], "theme": text}
    return tomlkit.dumps(
        {
            "committee": {"name": "C", "sides": ["UK", "Japan"]},
            "meeting": {"m-1": {"title": "M", "held": tomlkit.date("2024-01-01")}},
            "organisation": bodies,
            "commitment": {"first": made, "second": made},
        }
    )


def write(folder: Path, text: str) -> None:
    """Write the ledger of a folder."""
    (folder / "commitments.toml").write_text(text, encoding="utf-8", newline="")


def of_typer(shell: str) -> str:
    """Return the script that `jcm --install-completion` wrote when Typer wrote it."""
    script = get_completion_script(prog_name="jcm", complete_var=shells.VARIABLE, shell=shell)
    return f"autoload -Uz compinit; compinit -D\n{script}" if shell == "zsh" else script


def nothing_ran(folder: Path) -> bool:
    """Return whether no text made a shell do anything: each that could would make a file."""
    return {path.name for path in folder.iterdir()} <= {"commitments.toml", "plain.md"}


def drive(shell: Shell, texts: Iterable[str], quote: str = "") -> None:
    """Complete each text as a theme; jcm is to be given it whole, or nothing if it cannot be."""
    for text in texts:
        write(shell.folder, with_theme(text))
        offered = safe.is_typeable(text) and not (shell.name == "fish" and text in NOT_BY_FISH)
        if shell.name == "bash" and offered:
            offered = safe.bash_word(text, quote) is not None
        given = shell.run(f"jcm list --theme {quote}{TAB}{'' if offered else quote}")
        assert given[2:] == ([text] if offered else [""] if quote else []), text
        assert nothing_ran(shell.folder), text


def test_no_text_acts_on_the_shell_that_completes_it(shell: Shell) -> None:
    """Each text of the corpus that can be typed is put on the line as one word that means it.

    It is entered, and jcm is given that text: nothing was run, expanded, or looked up.
    """
    texts = [text for text in CORPUS.values() if safe.is_typeable(text) and not is_blank(text)]
    drive(shell, [text for text in texts if not safe.is_plain_word(text)])


def test_no_text_breaks_out_of_quotes(shell: Shell) -> None:
    """TAB after an open quote goes on in it, or offers nothing."""
    for quote in ("'", '"'):
        drive(shell, [*(CORPUS[each] for each in IN_QUOTES), *AWKWARD[:3]], quote)


def test_all_of_a_hostile_ledger_may_be_listed(shell: Shell) -> None:
    """TAB TAB after whatever is completed from the ledger runs nothing."""
    for hold, lines in FROM_THE_LEDGER.items():
        write(shell.folder, ledger(CORPUS, hold))
        for line in lines:
            shown = shell.list(line)
            assert nothing_ran(shell.folder), line
            assert "\x1b[31mred" not in shown


def test_awkward_names_work(shell: Shell) -> None:
    """A name with blanks, quotes, colons or Japanese is completed from its beginning on."""
    for text in AWKWARD:
        write(shell.folder, with_theme(text))
        for typed in (f"--theme {text[0]}", "--theme="):
            given = shell.run(f"jcm list {typed}{TAB}")
            assert given in (["list", "--theme", text], ["list", f"--theme={text}"]), typed


def test_what_is_completed(shell: Shell) -> None:
    """Commands, options and names, in whatever case; a ledger at home, too."""
    column = '\n[field.priority]\nvalues = ["high", "low"]\n'
    write(shell.folder, with_theme("space") + column)
    for place in (shell.home, shell.folder):
        (place / "at home.toml").write_text(with_theme("ocean"), encoding="utf-8")
    (shell.folder / "folder").mkdir()
    (shell.folder / "follow.md").touch()
    for typed, given in {
        "jcm hel": ["help"],
        "jcm help timel": ["help", "timeline"],
        "jcm --vers": ["--version"],
        "jcm list --theme=sp": ["list", "--theme=space"],
        "jcm list --owner me": ["list", "--owner", "METI"],
        "jcm list --owner=me": ["list", "--owner=METI"],
        "jcm show f": ["show", "first"],
        "jcm show first --format j": ["show", "first", "--format", "json"],
        "jcm list --ledger ~/'at home.toml' --theme ": [
            *("list", "--ledger", f"{shell.home}/at home.toml", "--theme", "ocean")
        ],
        "jcm list --ledger $HOME/at\\ home.toml --theme ": [
            *("list", "--ledger", f"{shell.home}/at home.toml", "--theme", "ocean")
        ],
        'jcm --ledger "$HOME/at home.toml" list --theme o': [
            *("--ledger", f"{shell.home}/at home.toml", "list", "--theme", "ocean")
        ],
        "jcm list --ledger ~/at": ["list", "--ledger", f"{shell.home}/at home.toml"],
        "jcm list --ledger $HOME/at": ["list", "--ledger", f"{shell.home}/at home.toml"],
        "jcm list --ledger=at": ["list", "--ledger=at home.toml"],
        "jcm init fol": ["init", "folder" if shell.name == "zsh" else "folder/"],
        "jcm check comm": ["check", "commitments.toml"],
        "jcm add mee": ["add", "meeting"],
        "jcm add body X --side J": ["add", "body", "X", "--side", "Japan"],
        "jcm add meeting X --ex": ["add", "meeting", "X", "--expected"],
        "jcm list --where priority=h": ["list", "--where", "priority=high"],
        "jcm add T --field priority=l": ["add", "T", "--field", "priority=low"],
        "jcm list --columns field_p": ["list", "--columns", "field_priority"],
        "jcm mark first --owners com": ["mark", "first", "--owners", "committee"],
        "jcm mark first --on-behalf-of me": ["mark", "first", "--on-behalf-of", "METI"],
    }.items():
        assert shell.run(typed + TAB) == given


def test_what_is_not_completed(shell: Shell) -> None:
    """After the last argument nothing is offered, nor the ledger as the file to write a report to."""
    write(shell.folder, with_theme("space"))
    (shell.folder / "plain.md").touch()
    for typed in (
        "show first",
        "log first",
        "undo",
        "schema",
        "show first f",
        "mark first stalled",
    ):
        assert shell.run(f"jcm {typed} {TAB}") == typed.split()
    assert shell.run(f"jcm report -o {TAB}") == ["report", "-o", "plain.md"]
    assert shell.run(f"jcm report -o comm{TAB}") == ["report", "-o", "comm"]
    assert shell.run(f"jcm export --output={TAB}") == ["export", "--output=plain.md"]
    assert shell.run(f"jcm export -o {shell.folder}/comm{TAB}")[2] == f"{shell.folder}/comm"
    assert shell.run(f"jcm --version {TAB}") == ["--version"]


def test_scripts_of_earlier_versions_run_nothing(name: str, folder: Path) -> None:
    """What Typer wrote into a start file evaluates or globs what it is told: plain words alone."""
    with Shell(name, folder, script=of_typer(name)) as shell:
        for theme in ("shell-escaped", "shell-ifs", "shell-glob", "shell-ticks"):
            write(folder, with_theme(CORPUS[theme]))
            shell.list("jcm list --theme ")
            assert shell.run(f"jcm list --theme {TAB}")[2:] in ([], ["commitments.toml"])
            assert nothing_ran(folder)
        assert shell.run(f"jcm show f{TAB}") == ["show", "first"]


BASH = "from jcm_ledger.render import safe; safe.bash_word = lambda text, quote='': text"
ANY_WORD = "from jcm_ledger.render import safe; safe.is_plain_word = lambda text: True"
ANY_FISH = "from jcm_ledger.render import safe; safe.fish_word = lambda text: text"
ANY_TEXT = "from jcm_ledger.render import safe; safe.is_typeable = lambda text: True"


@pytest.mark.parametrize(
    ("name", "text", "planted", "in_script"),
    [
        ("bash", "shell-ifs", BASH, ("", "")),
        ("bash", "shell-glob", BASH, ("", "")),
        ("bash", "shell-history", BASH, ("", "")),
        ("zsh", "shell-escaped", "", ("compadd -M", "compadd -Q -M")),
        ("zsh", "shell-escaped", "", ('offered+=("$line")', 'eval "offered+=(\\"$line\\")"')),
        ("zsh", "shell-option", ANY_TEXT, ("", "")),
        ("fish", "shell-fish", "", ("printf '%s\\n' $answer", "eval printf '%s\\\\\\n' $answer")),
        ("fish", "shell-home", ANY_FISH, ("", "")),
        ("bash", "ansi", ANY_TEXT, ("", "")),
    ],
)
def test_a_missing_escape_is_found(
    name: str, folder: Path, text: str, planted: str, in_script: tuple[str, str]
) -> None:
    """Were text not made safe for one of the shells, the tests above would fail."""
    script = shells.script(name)
    assert in_script[0] in script
    with Shell(name, folder, planted=planted, script=script.replace(*in_script, 1)) as shell:
        shell.patience = 10  # some of these bugs keep jcm from being run at all
        with pytest.raises(AssertionError):
            drive(shell, [CORPUS[text]])


def test_an_earlier_script_without_the_rule_of_plain_words_is_found(folder: Path) -> None:
    """Were zsh told other words by way of the script that Typer wrote, it would run them."""
    write(folder, with_theme(CORPUS["shell-escaped"]))
    with Shell("zsh", folder, script=of_typer("zsh"), planted=ANY_WORD) as shell:
        shell.list("jcm list --theme ")
    assert not nothing_ran(folder)


def test_no_script_evaluates(name: str) -> None:
    """What completion prints is read as lines, in every script."""
    assert not re.search(r"\beval\b|COMPREPLY=\(\s*\$", shells.script(name))
