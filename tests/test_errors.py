"""Errors as values: what they are about can be read, kept and sent on."""

import ast
import inspect
import pickle
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import typer

from jcm_ledger import commands, errors
from jcm_ledger.commands.hints import hint
from jcm_ledger.errors import LedgerError
from jcm_ledger.errors.git import GitError, NoGit
from jcm_ledger.errors.tables import Several

HOME = Path(errors.__file__).parent
import_module("jcm_ledger.commands.refusals")
import_module("jcm_ledger.commands.output_refusals")
for module in HOME.glob("[a-z]*.py"):
    import_module(f"jcm_ledger.errors.{module.stem}")

A_VALUE: dict[object, object] = {
    str: "word",
    str | None: None,
    int: 3,
    float: 0.5,
    bool: True,
    Path: Path("folder/commitments.toml"),
    Sequence[str]: ["one", "two"],
    Mapping[str, str]: {"filter.x.smudge": "program"},
    BaseException: OSError("no space left"),
    LedgerError: NoGit("no folder of PATH has it"),
    Sequence[LedgerError]: [NoGit("no folder of PATH has it")],
}


def kinds(of: type[LedgerError] = LedgerError) -> Iterator[type[LedgerError]]:
    """Yield every kind of error."""
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def values(kind: type[LedgerError]) -> dict[str, Any]:
    """Return a value for each thing that an error of this kind is made with."""
    if "__init__" in vars(kind):
        types = get_type_hints(vars(kind)["__init__"])
        names = [*inspect.signature(kind).parameters]
    else:
        types = get_type_hints(kind)
        names = [
            name
            for base in reversed(kind.__mro__)
            for name in vars(base).get("__annotations__", {})
        ]
        names = [name for name in dict.fromkeys(names) if not name.startswith("_")]
    return {name: A_VALUE[types[name]] for name in names}


KINDS = pytest.mark.parametrize(
    "kind", sorted({*kinds()} - {GitError, Several}, key=str), ids=lambda kind: kind.__name__
)


@KINDS
def test_an_error_keeps_what_it_is_about(kind: type[LedgerError]) -> None:
    """Whatever it is made with, by position or by name, can be read from it by the same name."""
    given = values(kind)
    for error in (kind(*given.values()), kind(**given)):
        assert given == {name: getattr(error, name) for name in given}
        assert str(error)
        assert error.code in (1, 2, 3, 70)


@KINDS
def test_an_error_can_be_sent_to_another_process(kind: type[LedgerError]) -> None:
    """Pickled or copied it says the same, and has the same values, hint and exit code."""
    error = kind(**values(kind))
    for twin in (pickle.loads(pickle.dumps(error)), copy(error)):  # noqa: S301 - pickled here
        assert type(twin) is kind
        assert str(twin) == str(error)
        assert {key: str(value) for key, value in vars(twin).items()} == {
            key: str(value) for key, value in vars(error).items()
        }
        assert (twin.hint, twin.code, hint(twin)) == (error.hint, error.code, hint(error))


def options() -> set[str]:
    """Return the options of every command."""
    group = typer.main.get_command(commands.app)
    every = [group, *getattr(group, "commands", {}).values()]
    return {word for command in every for option in command.params for word in option.opts}


def test_an_error_speaks_of_no_command_line() -> None:
    """A caller in Python gets no hint that takes a shell; commands add theirs."""
    typed = rf"\bjcm ({'|'.join(commands.COMMANDS)})\b"
    ours = options() - {"--quiet", "--all", "--global"}  # git has these
    for file in HOME.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.search(typed, node.value), node.value
                assert not ours & set(re.findall(r"(?<!\w)--?[a-z-]+", node.value)), node.value
