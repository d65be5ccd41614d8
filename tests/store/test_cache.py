"""The cache of large ledgers: it saves time, and changes nothing else."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Jcm
from examples import SECOND, make_entry
from jcm_ledger.errors import InvalidLedger
from jcm_ledger.model.ledger import Deadline, Entry, Ledger
from jcm_ledger.store import cache, loading, reading, toml
from jcm_ledger.store.drafts import with_entries
from jcm_ledger.store.source import Source
from jcm_ledger.store.writing import write

DATA = SECOND.encode()
ENTRY = make_entry("2022-06-01", "completed", by="HAV", commitment="data-exchange")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DEADLINES = st.sampled_from(["2024", "2024-40", "2024-Q2", "2024-06-30", "2023-11/2024-03", "oc-4"])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make a home of the tests' own for the cache, which takes ledgers of any size there."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(cache.SWITCH, raising=False)
        patch.setenv("XDG_CACHE_HOME", str(home))
        patch.setenv("LOCALAPPDATA", str(home))
        patch.setattr(cache, "SMALLEST", 1)
        yield home


def kept_in(home: Path) -> list[Path]:
    """Return the files of the cache."""
    return [path for path in home.rglob("*") if path.is_file()]


@pytest.fixture
def empty(home: Path) -> Path:
    """Empty the cache; return the folder it is in."""
    for file in kept_in(home):
        file.unlink()
    return home


@given(note=TEXTS, evidence=st.lists(TEXTS, max_size=3), deadline=st.none() | DEADLINES)
def test_what_is_kept_is_what_was_read(
    home: Path, note: str, evidence: list[str], deadline: str | None
) -> None:
    """A ledger from the cache equals the one that its file is parsed to, whatever it holds."""
    entry = Entry(
        commitment="data-exchange",
        date=ENTRY.date,
        by="HAV",
        deadline=Deadline.parse(deadline) if deadline else None,
        note=note,
        evidence=tuple(evidence),
    )
    data = DATA + toml.entries([entry]).encode()
    parsed = loading.recall(data, "x")
    kept = cache.find(data)
    assert home.is_dir()
    assert kept == parsed == reading.parse(data, "x")
    assert repr(kept) == repr(parsed)
    assert list(parsed.commitments) == list(kept.commitments)


def test_what_was_added_is_all_that_is_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After somebody's entry, by whatever program, the rest of the ledger is not parsed again."""
    assert home.is_dir()
    loading.recall(DATA, "x")
    longer = DATA + toml.entries([ENTRY]).encode()
    expected = reading.parse(longer, "x")
    monkeypatch.setattr(loading, "parse", _not_again)
    assert loading.recall(longer, "x") == expected
    assert loading.recall(longer, "x") == expected
    assert loading.read_back(DATA, "x", longer, expected) == reading.parse(DATA, "x")


def _not_again(data: bytes, name: str) -> Ledger:
    raise AssertionError(f"{name} was read whole: {len(data)} bytes")


@given(place=st.integers(0, len(DATA) - 1), byte=st.integers(0, 255))
def test_a_stale_answer_cannot_be_had(home: Path, place: int, byte: int) -> None:
    """Of a file in which one byte was changed nothing is known, though the old one is kept."""
    cache.keep(DATA, reading.parse(DATA, "x"))
    changed = DATA[:place] + bytes([byte]) + DATA[place + 1 :]
    assert home.is_dir()
    assert cache.find(DATA) is not None
    assert (cache.find(changed) is None) == (changed != DATA)


@given(place=st.integers(min_value=0), flip=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_cache_is_ignored(home: Path, place: int, flip: int, *, cut: bool) -> None:
    """Bytes lost or altered on the disk are noticed, and the ledger is parsed."""
    for file in kept_in(home):
        file.unlink()
    cache.keep(DATA, reading.parse(DATA, "x"))
    (file,) = kept_in(home)
    sound = file.read_bytes()
    place %= len(sound)
    rest = b"" if cut else bytes([sound[place] ^ flip]) + sound[place + 1 :]
    file.write_bytes(sound[:place] + rest)
    assert (cache.find(DATA) is None) == (cut or flip != 0)
    assert loading.recall(DATA, "x") == reading.parse(DATA, "x")


def test_a_ledger_with_an_error_is_not_kept(empty: Path) -> None:
    """Every problem is found again each time it is read."""
    faulty = DATA.replace(b'by = "SUB"', b'by = "NOBODY"')
    for _ in range(2):
        with pytest.raises(InvalidLedger):
            loading.recall(faulty, "x")
    assert kept_in(empty) == []


def test_small_ledgers_are_not_kept(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where parsing takes no time nothing is left behind."""
    monkeypatch.setattr(cache, "SMALLEST", len(DATA) + 1)
    loading.recall(DATA, "x")
    assert kept_in(empty) == []


def test_the_cache_can_be_switched_off(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With JCM_NO_CACHE nothing is kept and nothing that was kept is used."""
    cache.keep(DATA, reading.parse(DATA, "x"))
    monkeypatch.setenv("JCM_NO_CACHE", "1")
    assert cache.find(DATA) is None
    for file in kept_in(empty):
        file.unlink()
    loading.recall(DATA, "x")
    assert kept_in(empty) == []


def test_another_version_reads_for_itself(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another jcm kept may mean something else."""
    cache.keep(DATA, reading.parse(DATA, "x"))
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.find(DATA) is None
    assert len(kept_in(empty)) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs permissions")
def test_only_the_user_can_read_what_is_kept_and_only_that_is_used(empty: Path) -> None:
    """A file, or a folder, that others may write is not trusted."""
    cache.keep(DATA, reading.parse(DATA, "x"))
    (file,) = kept_in(empty)
    assert file.stat().st_mode & 0o777 == 0o600
    for path, usual in ((file, 0o600), (file.parent, 0o700)):
        path.chmod(usual | 0o022)
        assert cache.find(DATA) is None
        path.chmod(usual)
        assert cache.find(DATA) is not None


def test_a_file_of_somebody_else_is_not_used(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one that a link leads to."""
    cache.keep(DATA, reading.parse(DATA, "x"))
    (file,) = kept_in(empty)
    moved = file.rename(empty / "elsewhere")
    file.symlink_to(moved)
    assert cache.find(DATA) is None
    file.unlink()
    moved.rename(file)
    if hasattr(os, "geteuid"):
        monkeypatch.setattr(os, "geteuid", lambda: 4711)
        assert cache.find(DATA) is None


@pytest.mark.parametrize("place", ["", "not/absolute", "a-file"])
def test_a_cache_that_cannot_be_written_is_ignored(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The ledger is read all the same, and nothing is left where it should not be."""
    (tmp_path / "a-file").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / place) if place == "a-file" else place)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, "nowhere")
    assert loading.recall(DATA, "x") == reading.parse(DATA, "x")
    assert {path.name for path in tmp_path.iterdir()} == {"a-file"}
    assert home.is_dir()


def test_few_are_kept_those_used_last(empty: Path) -> None:
    """The cache stays small however often a ledger changes."""
    first, *others = (DATA + b"#" * number for number in range(cache.MOST_KEPT + 1))
    parsed = reading.parse(DATA, "x")
    for age, data in enumerate([first, *others[:-1]]):
        cache.keep(data, parsed)
        for file in kept_in(empty):
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 10 * (age + 1)))
    assert cache.find(first) is not None  # now it is the one used last
    cache.keep(others[-1], parsed)
    assert len(kept_in(empty)) == cache.MOST_KEPT
    assert cache.find(first) is not None
    assert cache.find(others[0]) is None


def test_a_write_keeps_what_it_read_back(empty: Path, tmp_path: Path) -> None:
    """The next command after a mark need not parse."""
    path = tmp_path / "l.toml"
    path.write_bytes(DATA)
    change = write(Source("l.toml", path), lambda current: with_entries(current, [ENTRY]))
    assert empty.is_dir()
    assert cache.find(path.read_bytes()) == change.after


def test_a_write_reads_back_what_it_adds(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is never compared with what the cache says of it."""
    path = tmp_path / "l.toml"
    path.write_bytes(DATA)
    asked: list[bytes] = []
    longest = cache.longest

    def noted(data: bytes) -> tuple[int, Ledger | None]:
        asked.append(data)
        return longest(data)

    monkeypatch.setattr(cache, "longest", noted)
    change = write(Source("l.toml", path), lambda current: with_entries(current, [ENTRY]))
    assert empty.is_dir()
    assert set(asked) == {DATA}
    assert change.new == path.read_bytes()


@pytest.mark.parametrize("command", ["list --format tsv", "report --format markdown", "check"])
def test_answers_are_the_same_with_a_cache_and_without(
    jcm: Jcm, empty: Path, ledger_file: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First reading, second reading and reading without a cache give the same bytes."""
    asked = ("--ledger", ledger_file, *command.split())
    first, second = jcm(*asked), jcm(*asked)
    assert empty.is_dir()
    monkeypatch.setenv("JCM_NO_CACHE", "1")
    assert first == second == jcm(*asked)


def kept_name(home: Path) -> Path:
    """Return where the tests' ledger is kept; nothing is there yet."""
    cache.keep(DATA, reading.parse(DATA, "x"))
    (file,) = kept_in(home)
    file.unlink()
    return file


def test_files_of_others_stay_in_a_folder_that_is_full_of_them(empty: Path) -> None:
    """XDG_CACHE_HOME may point anywhere: only what was written here is evicted, litter too."""
    folder = kept_name(empty).parent
    others = {
        **{f"notes-{number}.md": b"mine" for number in range(2 * cache.MOST_KEPT)},
        **{f"{number:064x}.ledger": b"of another program" for number in range(cache.MOST_KEPT)},
        f"{1:064x}.0badcafe": b"",
        f"{'x' * 64}.ledger": cache._HEAD,  # noqa: SLF001 - what only its name tells apart
    }
    for name, content in others.items():
        (folder / name).write_bytes(content)
    litter = folder / f"{2:064x}.0badcafe"
    litter.write_bytes(cache._HEAD + b"half of a led")  # noqa: SLF001 - as a killed run leaves it
    litter.chmod(0o600)
    for file in folder.iterdir():
        os.utime(file, (0, 0))
    parsed = reading.parse(DATA, "x")
    for number in range(cache.MOST_KEPT + 3):
        cache.keep(DATA + b"#" * number, parsed)
    left = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {name: left.pop(name, None) for name in others} == others
    assert len(left) == cache.MOST_KEPT
    assert not litter.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a link", "a dangling link", "a file"])
def test_what_stands_in_the_place_of_a_kept_ledger_is_neither_read_nor_replaced(
    empty: Path, kind: str
) -> None:
    """It is looked at before it is opened: nothing waits on a pipe, nothing follows a link."""
    place = kept_name(empty)
    mine = empty / "mine"
    mine.write_bytes(b"mine")
    make: dict[str, Callable[[], object]] = {
        "a pipe": lambda: os.mkfifo(place),
        "a folder": place.mkdir,
        "a link": lambda: place.symlink_to(mine),
        "a dangling link": lambda: place.symlink_to(empty / "gone"),
        "a file": lambda: place.write_bytes(b"theirs"),
    }
    make[kind]()
    before = place.lstat()
    assert loading.recall(DATA, "x") == reading.parse(DATA, "x")
    assert cache.find(DATA) is None
    assert os.path.samestat(place.lstat(), before)
    assert mine.read_bytes() == b"mine"
    assert not (empty / "gone").exists()
    if kind == "a folder":
        place.rmdir()
    else:
        place.unlink()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs XDG_CACHE_HOME")
def test_a_cache_behind_a_link_is_not_used(
    tmp_path: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written where a link leads, nor read from there."""
    (tmp_path / "theirs").mkdir(mode=0o700)
    (tmp_path / "jcm").symlink_to("theirs")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert empty.is_dir()
    assert loading.recall(DATA, "x") == reading.parse(DATA, "x")
    assert list((tmp_path / "theirs").iterdir()) == []
