"""Whatever a ledger looks like, marking, adding and undoing leave every other byte alone."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.errors.undo import NothingToUndo
from jcm_ledger.model.ledger import Commitment, Entry, Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import is_blank
from jcm_ledger.store.drafts import with_entries, with_tables, without_last_entry
from jcm_ledger.store.reading import parse
from jcm_ledger.store.source import Source
from jcm_ledger.store.writing import write

COMMITTEES = (
    '[committee]\nname = "C" # a comment\nsides = ["X", "Y"]',
    "committee.name = 'C'\ncommittee.sides = [\n  'X', # one\n  'Y',\n]",
    'committee = { name = "C", sides = ["X", "Y"] }',
)
PROGRESS = '[[progress]]\ncommitment = "talks"\ndate = 2022-05-05\n'
TABLES = (
    '[meeting.m]\nheld = 2021-03-10\nplace = """\n[[progress]]\n[commitment.x]\n"""',
    "[ organisation . \"A\" ]\nname = '''\n# no comment\n'''\nside = \"X\"",
    "[organisation.B]\nname = 'B'\nside = 'Y'\nodd.deep.key = 1",
    '[commitment.talks]\ntitle = "T [[progress]]"\nmeeting = "m"\nowners = ["A"]',
)
LOOSE = (
    '[commitment."日本 語"]\ntitle = """\nA \\\n  title"""\nmeeting = "m"\nowners = [\n"B", #]\n]',
    '[commitment]\nsix.title = "S"\nsix.meeting = "m"\nsix.owners = []',
    '[notes.deeper]\nx = """\n[[progress]]\n[commitment.x]\n"""\ny = [[1], [2, "]"]]',
    "[[notes.list]]\nz = { a = { b = 'x' } }",
    PROGRESS + 'note = "one" # with a comment',
    PROGRESS + "by = 'a'\nstatus = 'stalled'\nnote = '''\n[[progress]]\n'''",
    PROGRESS + 'extra.key = 1\nnote = "three"\n[progress.more]\nx = 1',
    PROGRESS + 'note = "four"\n[between]\ny = "a person\'s own"\n[progress.more]\nx = 1',
    "# a comment that stands alone",
    "#\t[[progress]]",
    "",
)
ENDINGS = ("", "\n", "\n\n", "\n# the end", "\n  \t", "\n# the end\n\n\n")


@st.composite
def ledgers(draw: st.DrawFn) -> bytes:
    """Draw a ledger of odd but valid shapes, in any order, with any newlines and ending."""
    loose = draw(st.lists(st.sampled_from(LOOSE), max_size=6))
    once = [each for each in LOOSE if "[between]" in each or re.match(r"\[(?!\[progress)", each)]
    for table in once:
        while loose.count(table) > 1:
            loose.remove(table)
    tables = draw(st.permutations([*TABLES, *loose]))
    text = "\n".join([draw(st.sampled_from(COMMITTEES)), *tables]) + draw(st.sampled_from(ENDINGS))
    newlines = draw(st.sampled_from(["lf", "crlf", "mixed"]))
    if newlines == "crlf":
        text = text.replace("\n", "\r\n")
    elif newlines == "mixed":
        text = re.sub("\n", lambda match: "\r\n" if match.start() % 3 == 0 else "\n", text)
    return (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


NOTES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda note: not is_blank(note)
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), NOTES),
        st.tuples(st.just("add"), NOTES),
        st.tuples(st.just("undo"), st.just("")),
    ),
    max_size=6,
)


@given(data=ledgers(), steps=STEPS)
def test_untouched_bytes_stay_and_the_model_is_as_expected(
    data: bytes, steps: list[tuple[str, str]]
) -> None:
    """After any sequence of mark, add and undo the old file is a prefix, and all reads as meant."""
    with TemporaryDirectory() as folder:
        check_sequence(Path(folder) / "l.toml", data, steps)


@pytest.mark.long
@settings(max_examples=3_000)
@given(data=ledgers(), steps=STEPS)
def test_untouched_bytes_stay_in_thousands_of_ledgers(
    data: bytes, steps: list[tuple[str, str]]
) -> None:
    """The same, for longer."""
    with TemporaryDirectory() as folder:
        check_sequence(Path(folder) / "l.toml", data, steps)


def check_sequence(path: Path, data: bytes, steps: list[tuple[str, str]]) -> None:
    """Take the steps on a ledger; after each compare bytes and model with what was expected."""
    path.write_bytes(data)
    source = Source("l.toml", path)
    meant = parse(data, "l.toml")
    stack = [data]  # what the file held before each entry that can still be taken back
    for number, (step, text) in enumerate(steps):
        before = path.read_bytes()
        if step == "undo":
            meant = _undo(source, meant)
            expected = stack.pop() if len(stack) > 1 else None
            if expected is not None:  # a final newline that was missing stays
                assert path.read_bytes() in (expected, expected + b"\n", expected + b"\r\n")
            assert everything_but_the_last_entry(before, path.read_bytes())
        else:
            meant = _ADDING[step](source, meant, number, text)
            assert path.read_bytes().startswith(before)
            stack = [*stack, before] if step == "mark" else [path.read_bytes()]
        assert parse(path.read_bytes(), "l.toml") == meant


def everything_but_the_last_entry(before: bytes, after: bytes) -> bool:
    """Return whether undo changed nothing, or took the last entry and no other value of any table."""
    old, new = (tomllib.loads(each.decode("utf-8-sig")) for each in (before, after))
    if old == new:
        return True
    del old["progress"][-1]
    new.setdefault("progress", [])
    return bool(old == new)


def _mark(source: Source, meant: Ledger, number: int, note: str) -> Ledger:
    day = date(2023, 1, 1 + number)
    entry = Entry(commitment="talks", date=day, by="A", status=Status.STALLED, note=note)
    write(source, lambda current: with_entries(current, [entry]))
    return replace(meant, journal=(*meant.journal, entry))


def _add(source: Source, meant: Ledger, number: int, title: str) -> Ledger:
    made = Commitment(id=f"new {number}", title=title, meeting="m", owners=("A", "B"))
    write(source, lambda current: with_tables(current, [made]))
    return replace(meant, commitments={**meant.commitments, made.id: made})


def _undo(source: Source, meant: Ledger) -> Ledger:
    before = source.read()
    try:
        write(source, without_last_entry)
    except NothingToUndo:
        assert source.read() == before
        return meant
    assert before.startswith(source.read())
    return replace(meant, journal=meant.journal[:-1])


_ADDING: dict[str, Callable[[Source, Ledger, int, str], Ledger]] = {"mark": _mark, "add": _add}


@pytest.mark.parametrize("table", ["commitment = {}", "progress = []"])
def test_a_table_that_cannot_be_added_to_is_left_alone(tmp_path: Path, table: str) -> None:
    """Where TOML allows no further table, nothing is written and the hint says how to head them."""
    rest = "\n".join([*COMMITTEES[:1], *TABLES[:3]])
    path = tmp_path / "l.toml"
    path.write_text(f"{table}\n{rest}\n", encoding="utf-8")
    old = path.read_bytes()
    source = Source("l.toml", path)
    change = _mark if table.startswith("progress") else _add
    with pytest.raises(CannotWrite) as caught:
        change(source, parse(old, "l.toml"), 1, "n")
    assert "[[progress]]" in caught.value.hint
    assert path.read_bytes() == old
