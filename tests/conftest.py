"""Fixtures: one command of jcm in this process, and a ledger of the test's own."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from examples import SECOND
from jcm_ledger import commands

# A first run on a slow machine builds tables of Unicode; that is no fault of a test.
settings.register_profile(
    "jcm", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("jcm")

FIGURE = "figure"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever has the time run the long form of the tests that have one."""
    parser.addoption("--long", action="store_true", help="run the long form of the tests too")


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Return whether the long form was asked for."""
    return bool(request.config.getoption("--long"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked as long, unless it was asked for."""
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="takes minutes: run with --long")
        for item in items:
            if item.get_closest_marker("long"):  # not a case that is merely called so
                item.add_marker(skip)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the stress tests counted, in whichever process they ran."""
    done = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    told = [value for report in done for name, value in report.user_properties if name == FIGURE]
    for line in sorted(map(str, told)):
        terminalreporter.write_line(line)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Note a line that is printed after the tests."""
    return partial(record_property, FIGURE)


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> str:
    """Return the seed of this run, which pytest prints at its head; -p no:randomly has none."""
    return str(request.config.getoption("randomly_seed"))


class Result(NamedTuple):
    """What a command answered, said and exited with."""

    out: str
    err: str
    code: int


Jcm = Callable[..., Result]


@pytest.fixture(autouse=True, scope="session")
def _alone() -> Iterator[None]:
    """Leave the user's own cache alone, and answer in English whatever the locale is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JCM_NO_CACHE", "1")
        patch.setenv("JCM_LANG", "en")
        yield


@pytest.fixture
def jcm(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Jcm:
    """Run one command in this process, free of the caller's environment."""
    for name in ("JCM_LEDGER", "JCM_BY", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Result:
        capfd.readouterr()
        code = commands.run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(out, err, code)

    return run


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    """Return a file that holds the tests' own ledger."""
    path = tmp_path / "commitments.toml"
    path.write_text(SECOND, encoding="utf-8", newline="")
    return path
