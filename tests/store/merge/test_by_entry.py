"""Merging two ledgers whose tables do not fit together, or of which one cannot be read."""

import shutil
import tempfile
from collections import Counter
from operator import attrgetter

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from examples import DOTTED, SECOND
from jcm_ledger.store.merge import Merged, merge, merge_by_line
from jcm_ledger.store.merge.losses import lacking, left_out
from jcm_ledger.store.text import conflicts, resolved

ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nby = "SUB"\nnote = "{}"\n'
BODIES = SECOND[SECOND.index("[organisation.HAV]") : SECOND.index("[commitment.krill-survey]")]
JOURNAL = SECOND[SECOND.index("[[progress]]") :]
LAST = SECOND[SECOND.rindex("\n[[progress]]") :]
"""The last entry of the ledger; one side takes it out."""


def merged(ours: str, theirs: str, base: str = SECOND) -> Merged:
    """Return the merge of two texts."""
    return merge(base.encode(), ours.encode(), theirs.encode(), name="commitments.toml")


def journals(text: str) -> list[list[str]]:
    """Return what is noted in the entries, with our side of each conflict chosen and with theirs."""
    sides = (resolved(text.removeprefix("\ufeff"), attrgetter(side)) for side in ("ours", "theirs"))
    return [[entry.get("note", "") for entry in tomli.loads(side)["progress"]] for side in sides]


def test_dotted_keys_here_and_a_correction_there_cost_no_entry() -> None:
    """What one side took out is kept, and said; what both sides changed stands between markers."""
    ours = SECOND.replace(BODIES, DOTTED) + ENTRY.format("ours")
    theirs = SECOND.replace("Marine Research", "Marine Science").replace(LAST, "")
    done = merged(ours, theirs + ENTRY.format("theirs"))
    assert "do not fit together" in done.reason
    assert done.conflicts == ("the tables",)
    assert done.kept == ("the entry of 2022-05-05 about data-exchange",)
    text = done.data.decode()
    (conflict,) = conflicts(text)
    assert "HAV.name" in conflict.ours
    assert "Marine Science" in conflict.theirs
    assert text[conflict.end :].endswith(JOURNAL + ENTRY.format("ours") + ENTRY.format("theirs"))


def inline(text: str) -> str:
    """Return a ledger with its journal as a value, before the first table."""
    entries = (
        f'{{ commitment = "krill-survey", date = 2022-06-0{n}, note = "{n}" }}' for n in (1, 2)
    )
    tables = text.partition("[[progress]]")[0]
    return f"progress = [ # all\n {', '.join(entries)},\n]\n{tables}"


WAYS = {
    "dotted keys": (SECOND.replace(BODIES, DOTTED), SECOND.replace("Marine", "Sea")),
    "a journal as a value": (inline(SECOND), SECOND.replace("Marine", "Sea")),
    "an empty journal": ("progress = []\n" + SECOND.replace(JOURNAL, ""), SECOND),
    "parts of an entry apart": (
        SECOND + "\n[meeting.oc-9]\nheld = 2021-01-01\n\n[progress.more]\na = 1\n",
        SECOND + "\n[progress.more]\na = 1\n",
    ),
    "an array here, a table there": (SECOND + "[[odd]]\n", SECOND + "[odd]\n"),
    "a value here, a table there": ("odd = 1\n" + SECOND, SECOND + "[odd]\n"),
    "a table of values": (
        SECOND.replace("[committee]", "committee.odd = 1\n[committee.more]")
        .replace('name = "Norway', 'n = "Norway')
        .replace("sides =", "s ="),
        SECOND.replace("Ocean Committee", "Committee"),
    ),
    "CRLF and a byte-order mark": (
        "\ufeff" + SECOND.replace(BODIES, DOTTED).replace("\n", "\r\n"),
        SECOND.replace("Marine", "Sea"),
    ),
    "no final newline": (
        SECOND.replace(BODIES, DOTTED).rstrip("\n"),
        SECOND.replace("Marine", "Sea").rstrip("\n"),
    ),
}


@pytest.mark.parametrize("sides", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("base", [SECOND, "", "[[[", "<<<<<<< x\n" + SECOND], ids=str.__len__)
def test_whatever_does_not_fit_every_entry_is_there_once(
    sides: tuple[str, str],
    swapped: bool,  # noqa: FBT001 - a case
    base: str,
) -> None:
    """Outside every conflict, whichever side is chosen, and whatever the common state is."""
    ours, theirs = reversed(sides) if swapped else sides
    done = merged(ours, theirs, base)
    assert done.reason or not done.conflicts
    assert done.dropped == ()
    expected: Counter[str] = Counter()
    for side in sides:
        document = tomli.loads(side.removeprefix("\ufeff").replace("\r\n", "\n"))
        expected |= Counter(map(str, document["progress"]))
    text = done.data.decode()
    assert all(Counter(notes).total() == expected.total() for notes in journals(text))
    assert left_out(text.removeprefix("\ufeff"), ours.encode(), theirs.encode()) == []
    assert text.count("\r") in (0, text.count("\n"))


def test_parts_of_an_entry_are_put_together_without_a_conflict() -> None:
    """Another table stood between them; what both say fits then, and both added it."""
    ours, theirs = WAYS["parts of an entry apart"]
    done = merged(ours, theirs)
    assert (done.conflicts, done.problems) == ((), ())
    assert done.data.decode().endswith("\n\n[progress.more]\na = 1\n")


BROKEN = SECOND.replace('sides = ["Norway", "Chile"]', 'sides = ["Norway", "Chile"')


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace('"Chile"]', '"Chile"'),
        lambda text: text.replace("# A ledger", "# A \x07 ledger"),
        lambda text: text + "\n[meeting.oc-3]\n",
        lambda text: text.replace('place = "Bergen"', 'place = "Bergen'),
        lambda text: text.replace("ocean", "oc\udce9an"),
    ],
    ids=["a list without end", "a control character", "a table twice", "a quote", "no UTF-8"],
)
def test_an_entry_that_a_merge_by_line_left_out_is_named(broken: object) -> None:
    """One side cannot be read; git took the other's entry out, outside its markers."""
    assert callable(broken)
    theirs = broken(SECOND.replace("Marine", "Ocean").replace(LAST, "")).encode(
        errors="surrogateescape"
    )
    done = merge(SECOND.encode(), SECOND.replace("Marine", "Sea").encode(), theirs, name="x")
    assert done.conflicts == ("the file",)
    assert "their side" in done.reason
    text = done.data.decode(errors="surrogateescape")
    assert LAST not in resolved(text, attrgetter("ours"))
    assert done.dropped == ("the entry of 2022-05-05 about data-exchange",)


def test_what_is_lacking_is_counted_in_a_side_that_cannot_be_read_too() -> None:
    """Of those of its entries that read by themselves."""
    theirs = BROKEN.encode() + ENTRY.format("x").encode() + b'\n[[progress]]\nnote = "\xe9"\n'
    assert lacking(SECOND.encode(), SECOND.encode(), theirs) == [
        "the entry of 2022-06-01 about krill-survey"
    ]
    assert lacking((SECOND + ENTRY.format("x")).encode(), SECOND.encode(), theirs) == []


@pytest.mark.parametrize("missing", ["git", "a folder for temporary files"])
def test_without_git_both_stand_whole_between_markers(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Nothing is left out then, whatever the bytes are."""
    if missing == "git":
        monkeypatch.setenv("PATH", "")
        assert shutil.which("git") is None
    else:
        monkeypatch.setattr(tempfile, "tempdir", "/missing")
    done = merge_by_line(b"", b"a\r\n\xe9", b"b", marker=8)
    assert done.data == (
        b"<<<<<<<< ours (jcm)\r\na\r\n\xe9\r\n========\r\nb\r\n>>>>>>>> theirs (jcm)\r\n"
    )


LEDGERS = st.lists(
    st.sampled_from(
        [
            "# a remark\n",
            "[committee]\nname = 'x'\n",
            "[commitment]\nz = { title = 'z' }\n",
            "[commitment.x]\ntitle = 'x'\n",
            "# why\n[commitment.x]\ntitle = 'X'\n",
            "[commitment.y]\ntitle = 'y'\n",
            "[commitment.x.more]\na = 1\n",
            "[commitment]\nx.title = 'dotted'\n",
            "[[progress]]\nby = 'A'\n",
            "[[progress]]\nby = 'a' # below\n# this\n",
            "[[progress]]\nby = 'B'\n\n[progress.more]\na = 1\n",
            "[progress.more]\na = nan\n",
            "[[commitment]]\ntitle = 'x'\n",
            "[[other.rows]]\na = 1\n",
        ]
    ),
    max_size=6,
).map("\n".join)
TOPS = st.sampled_from(["", "", "a = 1\n", "commitment.y.a = 1\n", "progress = [{ by = 'C' }]\n"])
TEXTS = st.builds(str.__add__, TOPS, LEDGERS)


def journal(text: str) -> Counter[str] | None:
    """Return the entries of a ledger; None if it is no TOML, or has no journal where one stands."""
    try:
        entries = tomli.loads(text).get("progress", [])
    except tomli.TOMLDecodeError:
        return None
    if not isinstance(entries, list):
        return None
    return Counter(str(sorted(entry.items())).casefold() for entry in entries)


@given(TEXTS, TEXTS, TEXTS)
@example("[t.x]\na = 1\n", "t.x.c = 1", "[t.x.d]\n")
@example("", "[[p]] # o\n\n[b]\n\n[p.m]\n", "[[p]] # t\n[p.m]\n")
@example("", "progress = [{ by = 'C' }]\n", "[[progress]]\nby = 'C'\n")
@example("", "[[progress]]\n\n[c]\n\n[progress.more]\na = nan\n", "c = 1\n")
@example("[t.x]\n", "[t.x]\n", "[t.x]\n[c.d]\r\r\n")
def test_of_two_ledgers_that_can_be_read_no_entry_is_lost(
    base: str, ours: str, theirs: str
) -> None:
    """Whichever side of the conflicts is chosen, it has each as often as who has it more often.

    Of others it is said what the merge left out.
    """
    done = merged(ours, theirs, base)
    one, two = journal(ours), journal(theirs)
    text = done.data.decode()
    if one is None or two is None:
        assert list(done.dropped) == left_out(text, ours.encode(), theirs.encode())
        return
    assert done.dropped == ()
    for side in ("ours", "theirs"):
        assert journal(resolved(text, attrgetter(side))) == one | two
