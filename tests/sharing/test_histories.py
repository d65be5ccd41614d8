"""Two clones and a bare repository, driven by real git: no history loses or doubles an entry."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
import tomli
from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st

from sharing import world
from sharing.world import JOINS, LEDGER, WORK, Merge, Operation, World, jcm, journal

SEEDS = (7, 11)
HISTORIES = 250
"""From each seed."""

NUMBERS = st.integers(0, 3)


def histories(*deeds: str) -> st.SearchStrategy[list[Operation]]:
    """Return a strategy for up to three rounds: each side does one or two things, then both meet."""
    join = st.builds(Operation, st.sampled_from(JOINS), st.integers(0, 1), NUMBERS)
    sides = []
    for side in (0, 1):
        operation = st.builds(Operation, st.sampled_from(deeds), st.just(side), NUMBERS)
        sides.append(st.lists(operation, min_size=1, max_size=2))
    rounds = st.tuples(*sides, join).map(lambda parts: [*parts[0], *parts[1], parts[2]])
    return st.lists(rounds, min_size=1, max_size=3).map(lambda found: [*chain(*found)])


HISTORY = histories(*WORK)


def run(history: Sequence[Operation], folder: Path) -> World:
    """Run a history to its end, where both sides have the same and have every entry, once."""
    shared = World(folder)
    for operation in history:
        shared.do(operation)
    shared.settle()
    assert shared.text(0) == shared.text(1)
    assert journal(shared.text(0)) == shared.known
    assert [jcm(clone, "check") for clone in shared.clones] == [0, 0]
    return shared


def told(*deeds: str) -> list[Operation]:
    """Return a history told in words: who is 0 or 1, the deed, and its number."""
    words = (deed.split() for deed in deeds)
    return [Operation(deed, int(side), int(number)) for side, deed, number in words]


@settings(max_examples=3)
@given(HISTORY)
@example(told("0 found 1", "0 merge 0", "1 merge 0", "0 drop 1", "1 use 1", "0 merge 0"))
@example(told("0 found 2", "0 merge 0", "1 merge 0", "0 use 2", "1 drop 2", "1 rebase 0"))
@example(told("0 use 1", "1 pick 0", "0 use 2", "1 pick 0"))
def test_no_history_loses_or_doubles_an_entry(history: list[Operation]) -> None:
    """Whatever both sides do, both end with every entry of both, once, and a clean check."""
    with TemporaryDirectory() as folder:
        run(history, Path(folder))


@settings(max_examples=3)
@given(histories("translate", "translate", "mark", "remark"))
@example(told("0 translate 0", "1 translate 0", "0 merge 0"))
@example(told("0 translate 1", "1 mark 0", "1 rebase 0"))
@example(told("0 translate 1", "1 translate 1", "0 cross 0"))
@example(told("0 mark 0", "0 merge 0", "1 merge 0", "0 translate 3", "1 mark 0", "1 pick 0"))
def test_no_history_loses_a_translation(history: list[Operation]) -> None:
    """Nor an entry: one that was translated is the same one, wherever both sides had it."""
    with TemporaryDirectory() as folder:
        run(history, Path(folder))


class Tally(NamedTuple):
    """What came of merges; the entries are those lost or doubled without a word."""

    merges: int = 0
    conflicts: int = 0
    broken: int = 0
    lost: int = 0
    doubled: int = 0

    def plus(self, merge: Merge, code: int, result: str) -> "Tally":
        """Return the tally with one merge more, which exited with `code`."""
        if code:
            return self._replace(merges=self.merges + 1, conflicts=self.conflicts + 1)
        try:
            found = journal(result)
        except tomli.TOMLDecodeError:
            return self._replace(merges=self.merges + 1, broken=self.broken + 1)
        expected = merge.expected()
        lost, doubled = (expected - found).total(), (found - expected).total()
        return self._replace(
            merges=self.merges + 1, lost=self.lost + lost, doubled=self.doubled + doubled
        )


@pytest.mark.parametrize("drawn_from", SEEDS)
def test_many_histories_beside_gits_own_merges(
    long: bool,  # noqa: FBT001 - a fixture
    capsys: pytest.CaptureFixture[str],
    drawn_from: int,
) -> None:
    """The long form; it prints what docs/sharing.md tells. A seed makes the same histories."""
    if not long:
        pytest.skip("pytest --long runs it")
    tallies = dict.fromkeys(("jcm", "default", "union"), Tally())
    ran = 0

    @seed(drawn_from)
    @settings(max_examples=HISTORIES, database=None, suppress_health_check=list(HealthCheck))
    @given(HISTORY)
    def count(history: list[Operation]) -> None:
        nonlocal ran
        ran += 1
        with TemporaryDirectory() as folder:
            for merge in run(history, Path(folder)).merges():
                for name, code, result in (("jcm", merge.code, merge.result), *by_git(merge)):
                    tallies[name] = tallies[name].plus(merge, code, result)

    count()
    with capsys.disabled():
        print(f"\nseed {drawn_from}: {ran} histories")  # noqa: T201 - what the long form is for
        for name, tally in tallies.items():
            print(f"{name:8} {tally}")  # noqa: T201 - likewise
    assert tallies["jcm"][2:] == (0, 0, 0)


def by_git(merge: Merge) -> Iterator[tuple[str, int, str]]:
    """Yield what git's own merges make of the same three files: exit code and text."""
    texts = [path.read_bytes() for path in (merge.base, merge.ours, merge.theirs)]
    with TemporaryDirectory() as folder:
        repository = Path(folder)
        world.git(repository, "init", "--quiet", "--bare")
        stream = b"".join(map(commit, ("base", "ours", "theirs"), texts))
        world.git(repository, "fast-import", "--quiet", stdin=stream)
        union = repository / "union"
        union.write_text(f"{LEDGER} merge=union\n", encoding="utf-8")
        for name, attributes in (("default", ""), ("union", str(union))):
            option = f"core.attributesFile={attributes}"
            command = ("git", "-c", option, "merge-tree", "--write-tree", "ours", "theirs")
            done = world.run(repository, *command)
            tree = done.stdout.split()[0]
            yield name, done.returncode, world.git(repository, "show", f"{tree}:{LEDGER}")


def commit(branch: str, text: bytes) -> bytes:
    """Return a branch with the ledger, grown from the branch base, for git fast-import."""
    head = f"commit refs/heads/{branch}\ncommitter T <t@example.org> 0 +0000\ndata 0\n"
    start = "" if branch == "base" else "from refs/heads/base\n"
    return f"{head}{start}M 644 inline {LEDGER}\ndata {len(text)}\n".encode() + text + b"\n"
