"""What was added to a ledger reads as the whole file does, or is not read apart at all."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from examples import SECOND, SHIPPED
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.store.addition import read
from jcm_ledger.store.reading import examine

ENTRY = '[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nby = "HAV"\nnote = "n"\n'
COMMITMENT = '[commitment.cod]\ntitle = "Cod"\nmeeting = "oc-3"\nowners = ["HAV"]\n'

OLD = (
    SECOND,
    SECOND.rstrip("\n"),
    SECOND.replace("\n", "\r\n"),
    "\ufeff" + SECOND,
    SECOND + "# a comment",
    SECOND + 'note = """\n=======\n"""\n',
    "progress = []\n" + SECOND,
    '"pro\\u0067ress" = []\n' + SECOND,
    "x.y = 1\n" + SECOND,
    SECOND.replace("[committee]", "# progress = 1\n\t[committee]"),
    '[committee]\nname = "C"\nsides = ["Norway"]\n',
    "[commitment]\n" + SECOND,
    '[commitment]\ncod.title = "C"\n' + SECOND,
    "[progress]\nx = 1\n" + SECOND,
)
"""Ledgers that something is added to; some of them are none."""

PIECES = (
    ENTRY, COMMITMENT, "\n", "\r\n", " \t", "# a comment\n", "# [[progress]]", "#",
    ENTRY.replace("HAV", "hav"), ENTRY.replace("HAV", "NOBODY"), ENTRY.replace("HAV", "committee"),
    ENTRY.replace("\n", "\r\n"), ENTRY.replace("krill-survey", "cod"), ENTRY.replace('note = "n"', "x = 1"),
    ENTRY.replace("[[progress]]", '[["progress"]]'), ENTRY.replace("[[progress]]", '[["pro\\u0067ress"]]'),
    ENTRY.replace("[[progress]]", "[progress]"), ENTRY.replace("[[progress]]", "[[ progress ]]"),
    ENTRY.replace("[[progress]]", "[[progress.x]]"), ENTRY.replace("2022-06-01", '"2022-06-01"'),
    ENTRY.replace('"n"', '"""\n=======\n>>>>>>> x\n"""'), ENTRY.replace('"n"', "9" * 5000),
    ENTRY.replace('note = "n"', 'deadline = "oc-4"\nnote = "n"'),
    ENTRY.replace('note = "n"', 'deadline = "oc-9"\nnote = "n"'),
    COMMITMENT.replace("cod", "Krill-Survey"), COMMITMENT.replace("cod", "krill-survey"),
    COMMITMENT.replace("[commitment.cod]", '[commitment."a b"]'),
    COMMITMENT.replace("[commitment.cod]", "[commitment.cod.x]"),
    COMMITMENT.replace("[commitment.cod]", "[ commitment . cod ]"),
    COMMITMENT.replace("HAV", "NOBODY"), COMMITMENT + "extra = 1\n", "[commitment.x]\n",
    "[progress.x]\n", "[meeting.m]\nheld = 2022-01-01\n", "[organisation.NEW]\nname = 'N'\nside = 'Chile'\n",
    'evidence = ["ref: a"]\n', "=======\n", ">>>>>>> theirs\n", "<<<<<<< ours\n", "\ufeff", "\0", "'''", '"""',
    'status = "completed"', 'note = "again"\n', "[", "]]",
)  # fmt: skip


def whole(data: bytes) -> Ledger | None:
    """Return what reading all of the bytes gives, None where no command could use it."""
    reading = examine(data, "x")
    return None if reading.problems else reading.ledger


@given(st.sampled_from(OLD), st.lists(st.sampled_from(PIECES), max_size=5), st.integers(0, 3))
@example(SECOND, [ENTRY, COMMITMENT, ENTRY.replace("krill-survey", "cod")], 0)
@example(SECOND.rstrip("\n"), ["# a comment\n", ENTRY], 0)
def test_what_is_read_apart_is_what_the_whole_file_says(
    old: str, pieces: Sequence[str], cut: int
) -> None:
    """Whatever was there and whatever was added, in whatever shape: equal, or read whole."""
    before, after = old.encode(), (old + "".join(pieces)).encode()
    after = after[: len(after) - cut] if cut and len(after) - cut > len(before) else after
    ledger = whole(before)
    if ledger is None:
        return
    apart = read(before, ledger, after)
    assert apart is None or (apart, repr(apart)) == (whole(after), repr(whole(after)))


@given(st.binary(max_size=40))
def test_bytes_of_any_kind_are_read_alike(added: bytes) -> None:
    """Nothing that is no ledger is taken for one because its beginning was."""
    before = SECOND.encode()
    ledger = whole(before)
    assert ledger is not None
    apart = read(before, ledger, before + added)
    assert apart is None or apart == whole(before + added)


@pytest.mark.parametrize("old", [SECOND, SECOND.replace("\n", "\r\n"), SECOND.rstrip("\n")])
@pytest.mark.parametrize("added", [ENTRY, COMMITMENT, COMMITMENT + "\n# by hand\n" + ENTRY])
def test_what_jcm_adds_is_read_apart(old: str, added: str) -> None:
    """The fast way is taken for what it is there for."""
    ledger = whole(old.encode())
    assert ledger is not None
    after = (old + "\n" + added).encode()
    assert read(old.encode(), ledger, after) == whole(after)


def test_nothing_added_is_nothing_new() -> None:
    """An entry is what the fast way needs: the same bytes are another question."""
    data = SHIPPED.read_bytes()
    ledger = whole(data)
    assert ledger is not None
    assert read(data, ledger, data) is None
