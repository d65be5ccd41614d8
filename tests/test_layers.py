"""Imports point down only: commands → render, store → rules → model; errors for everybody."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import jcm_ledger
from jcm_ledger.commands import COMMANDS

PACKAGE = Path(jcm_ledger.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

EVERYBODY_S = {"__version__"}

BELOW = {
    "errors": {"errors"},
    "model": {"errors", "model"},
    "rules": {"errors", "model", "rules"},
    "store": {"errors", "model", "rules", "store"},
    "render": {"errors", "model", "rules", "render"},
    "library": {"errors", "model", "rules", "store", "render"},
    "commands": {"errors", "model", "rules", "store", "render", "commands"},
}

AT_HOME = {
    "typer": ("commands/",),
    "rich": ("commands/", "render/terminal/"),
    "docx": ("render/docx/", "store/statements/"),
    "selectolax": ("store/statements/",),
    "pdfminer": ("store/statements/",),
    "tomli": ("store/",),
    "tomlkit": ("store/",),
    "filelock": ("store/",),
    "openpyxl": ("store/spreadsheets/",),
    "defusedxml": ("store/spreadsheets/",),
    "xlsxwriter": ("render/xlsx/",),
    "icalendar": ("render/calendar",),
    "jinja2": ("render/html/", "render/drafts/", "render/templates"),
    "markupsafe": ("render/html/", "render/drafts/", "render/templates"),
}


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_place)
def test_imports_point_down_only(module: Path) -> None:
    """A layer imports itself and the layers below it, and errors imports nothing else of ours."""
    layer = _place(module).split("/")[0].removesuffix(".py")
    if layer in ("__init__", "__main__"):
        pytest.skip("the package's own doors stand above the layers")
    ours = {name.split(".")[1] for name in _imports(module) if name.startswith("jcm_ledger.")}
    above = ours - BELOW[layer] - EVERYBODY_S
    assert not above, f"{_place(module)} imports {above}"


@pytest.mark.parametrize("module", MODULES, ids=_place)
def test_libraries_stay_in_their_layer(module: Path) -> None:
    """Typer lives in commands, Rich where terminals are drawn, the TOML libraries in store."""
    for name in _imports(module):
        home = AT_HOME.get(name.split(".")[0])
        assert home is None or _place(module).startswith(home), f"{_place(module)} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=_place)
def test_only_commands_read_the_clock(module: Path) -> None:
    """Today is an argument everywhere below commands/clock.py."""
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    if _place(module) != "commands/clock.py":
        assert not calls & {"now", "today", "utcnow"} or _place(module).startswith("commands/")


COMMON = {"safe", "phrases", "outline", "templates"}
"""What every renderer may know of its neighbours: safe text, our phrases, what is drawn, and how a
template prints."""


def test_renderers_are_strangers() -> None:
    """A renderer imports no other format: only what is common, and its own package."""
    for module in sorted((PACKAGE / "render").rglob("*.py")):
        others = {
            name.split(".")[2] for name in _imports(module) if name.startswith("jcm_ledger.render.")
        }
        place = _place(module).removeprefix("render/")
        assert others <= {*COMMON, re.split("[/.]", place)[0]}, module.name


def _loaded(cwd: Path, *arguments: str, **environment: str) -> set[str]:
    """Return the modules that a command loads."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from jcm_ledger.commands import run\n"
        "run(sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


WRITING = {"tomlkit", "filelock", "jcm_ledger.store.writing", "jcm_ledger.store.files"}
DOCUMENTS = {"jinja2", "docx", "xlsxwriter", "icalendar", "openpyxl", "python_calamine"}
DOCUMENTS |= {"selectolax", "pdfminer"}
DOCUMENTS |= {"jcm_ledger.store.statements", "jcm_ledger.model.statement"}
CHECKING = {f"jcm_ledger.rules.checks.{name}" for name in ("journal", "tables", "whole")}
CHECKING |= {"jcm_ledger.store.addition"}


@pytest.mark.parametrize("form", ["table", "tsv", "json", "csv", "ids"])
def test_list_imports_only_what_it_needs(tmp_path: Path, form: str) -> None:
    """`jcm list` loads nothing that only writing, checks or documents need, and a pipe no Rich."""
    unwanted = WRITING | DOCUMENTS | CHECKING | ({"rich"} if form != "table" else set())
    assert not unwanted & _loaded(tmp_path, "list", "--format", form)


def test_a_command_loads_no_other(tmp_path: Path) -> None:
    """Each command is imported when it is called, and only then."""
    loaded = _loaded(tmp_path, "show", "semi", "--format", "json")
    assert "jcm_ledger.commands.show" in loaded
    others = {f"jcm_ledger.commands.{row.place.partition(':')[0]}" for row in COMMANDS.values()}
    assert not (others - {"jcm_ledger.commands.show"}) & loaded


def test_the_shell_waits_for_nothing_that_completion_does_not_use(tmp_path: Path) -> None:
    """TAB and --version draw nothing and write nothing."""
    unwanted = WRITING | DOCUMENTS | {"rich"}
    assert not unwanted & _loaded(tmp_path, "jcm show s", _JCM_COMPLETE="bash")
    assert not unwanted & _loaded(tmp_path, "--version")
