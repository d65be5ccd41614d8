"""Merging two ledgers by table."""

from collections import Counter
from collections.abc import Callable
from operator import attrgetter

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from examples import SECOND
from jcm_ledger.errors.git import CannotMerge
from jcm_ledger.store.merge import Merged, merge_by_table
from jcm_ledger.store.merge.losses import lacking
from jcm_ledger.store.merge.pieces import parts
from jcm_ledger.store.reading import parse
from jcm_ledger.store.text import conflicts, newline, resolved, with_newlines

ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = {}\nby = "SUB"\nnote = "{}"\n'
TITLE = 'title = "Joint krill survey"'


def entry(note: str, day: str = "2022-06-01") -> str:
    """Return an entry about the krill survey, with the blank line before it."""
    return ENTRY.format(day, note)


def merged(ours: str, theirs: str, base: str = SECOND) -> Merged:
    """Return the merge of two texts."""
    return merge_by_table(base.encode(), ours.encode(), theirs.encode(), name="commitments.toml")


def test_entries_of_both_sides_are_kept_ours_first() -> None:
    """What each side appended follows the common ledger, which keeps every byte."""
    done = merged(SECOND + entry("ours"), SECOND + entry("theirs"))
    assert done.data.decode() == SECOND + entry("ours") + entry("theirs")
    assert done.conflicts == ()


@pytest.mark.parametrize("layout", [("=", "  ="), ('"SUB"', '"sub"'), ("\n", "\r\n")])
def test_the_same_entry_of_both_sides_is_kept_once(layout: tuple[str, str]) -> None:
    """However each side laid it out; our layout stays."""
    done = merged(SECOND + entry("same"), SECOND + entry("same").replace(*layout))
    assert done.data.decode() == SECOND + entry("same")


TWICE = {
    "entry": entry("same # 1"),
    "body": '\n[organisation.NEW]\nname = "Number #1"\nside = "Norway"\n',
}


@pytest.mark.parametrize("added", TWICE.values(), ids=TWICE)
@pytest.mark.parametrize("swapped", [False, True])
def test_what_both_added_and_one_side_commented_is_kept_once(added: str, swapped: bool) -> None:  # noqa: FBT001 - a case
    """With the comment, whichever side wrote it."""
    commented = added.replace("\n[", "\n# Seen.\n[", 1)
    sides = (SECOND + added, SECOND + commented)
    ours, theirs = reversed(sides) if swapped else sides
    done = merged(ours, theirs)
    assert (done.conflicts, done.data.decode()) == ((), SECOND + commented)


def test_an_entry_that_stood_there_twice_stays_twice() -> None:
    """Nothing is tidied up on the way: `jcm check` lists it."""
    twice = SECOND + entry("same") + entry("same")
    assert merged(twice, SECOND + entry("same")).data.decode() == twice


def test_a_table_that_one_side_changed_is_taken_from_it_with_its_comments() -> None:
    """The other side's changes elsewhere stay."""
    header = "[commitment.krill-survey]"
    theirs = SECOND.replace(header, f"# They asked for it.\n{header} # yes").replace(
        TITLE, 'title = "Krill"'
    )
    ours = SECOND.replace('place = "Bergen"', 'place = "Oslo"')
    done = merged(ours, theirs)
    assert done.data.decode() == theirs.replace('place = "Bergen"', 'place = "Oslo"')
    assert merged(theirs, ours).data == done.data


def test_a_commitment_added_on_either_side_is_kept() -> None:
    """The same one added on both sides is kept once."""
    one, two = ('\n[commitment.{}]\ntitle = "T"\nmeeting = "oc-3"\nowners = []\n',) * 2
    ours = SECOND + one.format("a") + one.format("both")
    theirs = SECOND + two.format("b") + two.format("both")
    done = merged(ours, theirs)
    text = done.data.decode()
    assert done.conflicts == ()
    assert {"a", "b", "both"} <= set(tomli.loads(text)["commitment"])
    assert text.startswith(SECOND)


def test_a_conflict_marks_its_table_alone() -> None:
    """Everything else is merged, and chosen by hand either way the ledger reads."""
    ours = SECOND.replace(TITLE, 'title = "Ours"') + entry("ours")
    theirs = SECOND.replace(TITLE, 'title = "Theirs"') + entry("theirs")
    done = merge_by_table(SECOND.encode(), ours.encode(), theirs.encode(), name="x", marker=9)
    text = done.data.decode()
    assert done.conflicts == ("commitment krill-survey",)
    before, _, rest = text.partition("<" * 9 + " ours (jcm)\n")
    first, _, rest = rest.partition("=" * 9 + "\n")
    second, _, after = rest.partition(">" * 9 + " theirs (jcm)\n")
    assert 'title = "Ours"' in first
    assert 'title = "Theirs"' in second
    for chosen, title in ((first, "Ours"), (second, "Theirs")):
        document = tomli.loads(before + chosen + after)
        assert document["commitment"]["krill-survey"]["title"] == title
        assert [each["note"] for each in document["progress"]][-2:] == ["ours", "theirs"]


def test_a_table_removed_here_and_changed_there_is_a_conflict() -> None:
    """The empty side is the one that removed it."""
    table = '\n[organisation.NEW]\nname = "{}"\nside = "Norway"\n'
    done = merged(SECOND, SECOND + table.format("Two"), SECOND + table.format("One"))
    assert done.conflicts == ("organisation NEW",)
    assert "<<<<<<< ours (jcm)\n=======\n[organisation.NEW]" in done.data.decode()


BODY = '\n[organisation.NEW]\nname = "New"\nside = "Norway"\npart_of = "HAV"\n'
MEETING = "\n[meeting.oc-9]\nheld = 2021-01-01\n"
NAMING = {
    "owner": '[commitment.x]\ntitle = "X"\nmeeting = "oc-3"\nowners = ["NEW"]\n',
    "meeting": '[commitment.x]\ntitle = "X"\nmeeting = "oc-9"\nowners = ["HAV"]\n',
    "deadline": '[commitment.x]\ntitle = "X"\nmeeting = "oc-3"\nowners = ["HAV"]\ndeadline = "oc-9"\n',
    "part": '[organisation.unit]\nname = "S"\nside = "Norway"\npart_of = "NEW"\n',
    "reporter": entry("x").replace('"SUB"', '"new"'),
    "moved": entry("x") + 'deadline = "oc-9"\n',
}


@pytest.mark.parametrize("naming", NAMING.values(), ids=NAMING)
@pytest.mark.parametrize("swapped", [False, True])
def test_a_table_that_the_merge_names_is_kept(naming: str, swapped: bool) -> None:  # noqa: FBT001 - a case
    """One side removed it, or never had it, while the other came to name it: check is clean."""
    base = SECOND.replace("[[progress]]", BODY + MEETING + "\n[[progress]]", 1)
    sides = (SECOND, base + "\n" + naming)
    ours, theirs = reversed(sides) if swapped else sides
    done = merged(ours, theirs, base)
    assert (done.conflicts, done.problems, len(done.kept)) == ((), (), 1)
    assert parse(done.data, "x") is not None


def test_what_a_kept_table_names_is_kept_too() -> None:
    """And a table that nothing names any more goes."""
    chain = BODY.replace("HAV", "ROOT") + BODY.replace(".NEW", ".ROOT").replace(
        'part_of = "HAV"\n', ""
    )
    base = SECOND + chain + MEETING
    done = merged(SECOND, base + "\n" + NAMING["owner"], base)
    assert set(done.kept) == {"organisation NEW", "organisation ROOT"}
    assert "oc-9" not in done.data.decode()


def test_a_reporter_respelled_is_not_kept_twice() -> None:
    """Reporters are found whatever their case, so the new spelling will do."""
    base = SECOND + BODY
    ours = SECOND + BODY.replace(".NEW", ".New")
    done = merged(ours, base + NAMING["reporter"], base)
    assert (done.kept, done.problems) == ((), ())


@pytest.mark.parametrize("swapped", [False, True])
def test_a_merge_that_check_fails_is_said(swapped: bool) -> None:  # noqa: FBT001 - a case
    """Each side was sound; together they are not. What was wrong before is not told again."""
    late = entry("x").replace("note", 'deadline = "{}"\nnote')
    sides = (SECOND + late.format("2024-Q2"), SECOND + late.format("2024-34"))
    ours, theirs = reversed(sides) if swapped else sides
    (problem,) = merged(ours, theirs).problems
    assert "the very same entry is on file already" in problem
    wrong = SECOND + entry("x").replace('"SUB"', '"NOBODY"')
    assert merged(wrong, wrong + entry("y")).problems == ()
    assert merged(entry("y") + wrong, wrong).problems == ()


@pytest.mark.parametrize("swapped", [False, True])
def test_two_hand_overs_of_one_day_are_told(swapped: bool) -> None:  # noqa: FBT001 - a case
    """Each side handed over on one day; it is no error, and the merge says it."""
    moved = entry("x").replace("note", 'deadline = "{}"\nnote')
    sides = (SECOND + moved.format("2024-Q2"), SECOND + moved.format("2025"))
    ours, theirs = reversed(sides) if swapped else sides
    done = merged(ours, theirs)
    (warning,) = done.warnings
    assert (done.problems, "of that day sets deadline otherwise" in warning) == ((), True)
    assert merged(done.data.decode(), ours, theirs).warnings == ()
    ignoring = '\n[check]\nignore = ["same-day"]\n'
    assert merged(ours + ignoring, theirs + ignoring).warnings == ()


def test_a_table_that_one_side_removed_and_nothing_names_goes() -> None:
    """A body or a commitment that was declared by mistake can be taken out."""
    extra = '\n[commitment.slip]\ntitle = "Slip"\nmeeting = "oc-3"\nowners = []\n'
    done = merged(SECOND + entry("ours"), SECOND, base=SECOND + extra)
    assert done.data.decode() == SECOND + entry("ours")


def test_nobody_takes_back_an_entry_that_the_other_side_has() -> None:
    """Nor the commitment it is about; what was kept is said."""
    base = SECOND + entry("base", "2022-02-02")
    gone = base.replace(entry("base", "2022-02-02"), entry("new"))
    start, end = gone.index("[commitment.krill-survey]"), gone.index("[commitment.data-exchange]")
    done = merged(gone[:start] + gone[end:], base + entry("theirs"), base=base)
    assert set(done.kept) == {
        "commitment krill-survey",
        "the entry of 2022-02-02 about krill-survey",
    }
    notes = [each["note"] for each in tomli.loads(done.data.decode())["progress"]]
    assert Counter(notes) >= Counter(["base", "new", "theirs"])


def test_remarks_between_tables_are_merged_too() -> None:
    """A remark that a side added is kept, one that a side removed goes, the rest stays put."""
    base = SECOND.replace("[meeting.oc-3]", "# --- Meetings ---\n\n[meeting.oc-3]")
    ours = base.replace("[organisation.HAV]", "# --- Bodies ---\n\n[organisation.HAV]")
    theirs = SECOND + "\n# A last word.\n"
    assert merged(ours, theirs, base).data.decode() == (
        SECOND.replace("[organisation.HAV]", "# --- Bodies ---\n\n[organisation.HAV]")
        + "\n# A last word.\n"
    )


@pytest.mark.parametrize(
    "spelled",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.removesuffix("\n"),
        lambda text: text + "\n\n",
    ],
    ids=["CRLF", "byte-order mark", "no final newline", "blank lines at the end"],
)
def test_our_spelling_of_the_file_stays(spelled: Callable[[str], str]) -> None:
    """Newlines, byte-order mark and blank lines are ours; what is theirs alone follows suit."""
    ours = spelled(SECOND)
    for theirs in (
        SECOND + entry("theirs"),
        "\ufeff" + (SECOND + entry("theirs")).replace("\n", "\r\n"),
    ):
        text = merged(ours, theirs).data.decode()
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        assert text.startswith(ours.rstrip("\r\n"))
        assert text.count("\r") in (0, text.count("\n"))
        assert plain.rstrip("\n") == (SECOND + entry("theirs")).rstrip("\n")
        assert tomli.loads(plain) == tomli.loads(SECOND + entry("theirs"))


def test_an_entry_that_both_sides_commented_in_other_words_is_a_conflict() -> None:
    """No remark is lost by a guess; the entry itself is there either way."""
    ours, theirs = (SECOND + entry("same") + f"# {remark}\n" for remark in ("one", "two"))
    done = merged(ours, theirs)
    assert done.conflicts == ("the entry of 2022-06-01 about krill-survey",)
    assert merged(SECOND + entry("same"), ours, SECOND + entry("same")).data.decode() == ours


def test_keys_before_every_table_stay_there() -> None:
    """Whichever side has them, and below the remark that they stand under."""
    top = "# About.\n\nodd = 1\n\n"
    assert merged(top + SECOND, top + SECOND + entry("x")).data.decode() == (
        top + SECOND + entry("x")
    )
    extra = '[organisation.NEW]\nname = "New"\nside = "Chile"\n\n'
    text = merged(extra + SECOND, "odd = 1\n" + SECOND).data.decode()
    assert tomli.loads(text)["odd"] == 1


def test_sub_tables_dotted_keys_and_unknown_tables_stay_with_their_own() -> None:
    """What jcm does not know is merged like what it knows."""
    base = "top = 1\n" + SECOND + "\n[odd]\nx.y = 1\n\n[commitment.krill-survey.more]\nz = 1\n"
    ours = base.replace("x.y = 1", "x.y = 2") + entry("a") + "[progress.more]\ndeep = 1\n"
    theirs = base.replace("z = 1", "z = 2").replace("top = 1", "top = 3") + entry("a")
    document = tomli.loads(merged(ours, theirs, base).data.decode())
    assert document["odd"]["x"]["y"] == 2
    assert document["commitment"]["krill-survey"]["more"]["z"] == 2
    assert document["top"] == 3
    assert [each.get("more") for each in document["progress"][-2:]] == [{"deep": 1}, None]


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        ("[committee\n", SECOND, "our side:1: invalid TOML"),
        (SECOND, SECOND + "\xa0", "their side:"),
        (
            "progress = []\n" + SECOND.partition("[[progress]]")[0],
            SECOND + entry("x"),
            "fit together",
        ),
        ("[[odd]]\n", "[odd]\n", "fit together"),
        ("odd = 1\n", "[odd]\n", "fit together"),
    ],
)
def test_what_does_not_fit_together_is_refused(ours: str, theirs: str, reason: str) -> None:
    """A merge that would not read is never made; the hint says where both sides are."""
    with pytest.raises(CannotMerge, match=reason) as refusal:
        merged(ours, theirs, base="")
    assert "git show :3:commitments.toml" in refusal.value.hint


def test_the_conflicts_of_a_merged_base_count_as_new_on_both_sides() -> None:
    """In a criss-cross history the common state may hold markers itself."""
    start, end = SECOND.index("[commitment.krill"), SECOND.index("\n[commitment.data")
    table = SECOND[start:end]
    marked = f"<<<<<<<<< ours (jcm)\n{table}=========\n{table}>>>>>>>>> theirs (jcm)\n"
    base = SECOND[:start] + marked + SECOND[end:]
    changed = SECOND.replace('place = "Bergen"', 'place = "Oslo"')
    assert merged(SECOND + entry("a"), changed, base).data.decode() == changed + entry("a")
    ours = SECOND.replace(TITLE, 'title = "Ours"')
    assert merged(ours, SECOND, base).conflicts == ("commitment krill-survey",)
    assert merged(ours, SECOND, "[[[").conflicts == ("commitment krill-survey",)


PARAGRAPHS = st.sampled_from(
    [
        "# a remark\n",
        "# two\n  # lines\n",
        "[[progress]]\nnote = 'x' # y\n",
        "  [[progress]]\nnote = '''\n[not.a.table]\n# no remark\n'''\n# below\n",
        "# above\n[[progress]]\nlist = [ # one\n 1,\n ]\n\nnote = 'y'\n[progress.more]\nz = 1\n",
        "[[other]]\n",
    ]
)


@given(
    st.lists(st.tuples(st.sampled_from(["", "\n", " \n\t\n"]), PARAGRAPHS), max_size=6),
    st.sampled_from(["", "\n", "  ", "\n \n"]),
    st.booleans(),
)
def test_the_pieces_of_a_text_are_the_text(
    drawn: list[tuple[str, str]],
    end: str,
    crlf: bool,  # noqa: FBT001 - drawn
) -> None:
    """No byte is between two pieces."""
    text = "".join(gap + body for gap, body in drawn) + end
    text = text.replace("\n", "\r\n") if crlf else text
    pieces, rest = parts(text)
    assert "".join(piece.gap + piece.body for piece in pieces) + rest == text


@given(st.text(alphabet="[]a.='\"#\\\n\r \t", max_size=30))
def test_whatever_a_side_is_it_is_merged_or_refused(text: str) -> None:
    """As it is or in one style of newlines, if the other side has the same; else it is no TOML."""
    try:
        data = merged(text, text, "").data
        assert data.decode() in (text, with_newlines(text, newline(text.encode())))
    except CannotMerge:
        with pytest.raises(tomli.TOMLDecodeError):
            tomli.loads(text)


@pytest.mark.parametrize(
    ("one", "two"), [("inf", "nan"), ("0x" + "f" * 4000, "0x" + "f" * 4001), ("1", "1.0")]
)
def test_entries_of_numbers_that_no_ledger_has_are_two(one: str, two: str) -> None:
    """JSON writes the first two alike, and Python the next not at all."""
    both = merged(*(f"{SECOND}{entry('n')}more = {number}\n" for number in (one, two)))
    assert both.data.count(b"more =") == 2


def test_a_side_without_end_is_refused_at_once() -> None:
    """It is cut up before it is parsed; each of these quotes was looked for to the end of it."""
    with pytest.raises(CannotMerge):
        merged(SECOND, SECOND + 'x = \\"""\n' * 20_000)


NOTES = st.lists(st.sampled_from("abcde"), max_size=4)
TITLES = st.sampled_from(["Joint krill survey", "Krill", "Count krill"])


@given(NOTES, NOTES, NOTES, TITLES, TITLES)
def test_whatever_both_sides_did_every_entry_is_there(
    common: list[str], ours: list[str], theirs: list[str], title: str, other: str
) -> None:
    """As often as the side says that has it more often; and merging again changes nothing."""
    base = SECOND + "".join(map(entry, common))
    one = (base + "".join(map(entry, ours))).replace(TITLE, f'title = "{title}"')
    two = (base + "".join(map(entry, theirs))).replace(TITLE, f'title = "{other}"')
    done = merged(one, two, base)
    if done.conflicts:
        assert len({title, other, "Joint krill survey"}) == 3
        return
    notes = Counter(each["note"] for each in tomli.loads(done.data.decode())["progress"][3:])
    assert notes == Counter(common + ours) | Counter(common + theirs)
    assert merged(done.data.decode(), two, base).data == done.data


JAPANESE = 'note_ja = "{}"\n'
SHIP, PERMIT = 'note = "Ship booked [para 4]."\n', 'note = "No permit yet."\n'


def translated(note: str, text: str, ledger: str = SECOND) -> str:
    """Return a ledger in which an entry on file gained the Japanese of its note."""
    assert note in ledger
    return ledger.replace(note, note + JAPANESE.format(text))


@pytest.mark.parametrize("swapped", [False, True])
def test_a_translation_that_one_side_added_joins_its_entry(swapped: bool) -> None:  # noqa: FBT001 - a case
    """The entry is there once, with it, and with what the other side added elsewhere."""
    sides = (translated(SHIP, "船を予約した。"), SECOND + entry("theirs"))
    ours, theirs = reversed(sides) if swapped else sides
    done = merged(ours, theirs)
    assert (done.conflicts, done.kept, done.problems) == ((), (), ())
    assert done.data.decode() == translated(SHIP, "船を予約した。") + entry("theirs")


def test_translations_of_both_sides_are_joined_the_same_one_once() -> None:
    """Each of its own entry; of one that both added, too."""
    ours, theirs = translated(SHIP, "船。"), translated(PERMIT, "未許可。")
    both = translated(PERMIT, "未許可。", ours)
    assert merged(ours, theirs).data.decode() == both
    assert merged(both, theirs).data.decode() == both
    assert merged(theirs, both).data.decode() == both
    new = SECOND + entry("new")
    done = merged(new, new + JAPANESE.format("新規。"))
    assert (done.conflicts, done.data.decode()) == ((), new + JAPANESE.format("新規。"))


@pytest.mark.parametrize("base", [SECOND, translated(SHIP, "船。")])
def test_different_translations_of_an_entry_are_a_conflict_on_it_alone(base: str) -> None:
    """Whether they are new or one of them was changed: chosen either way it is there once."""
    ours = translated(SHIP, "船。") + entry("ours")
    theirs = translated(PERMIT, "未許可。", translated(SHIP, "船を予約した。"))
    done = merged(ours, theirs, base)
    assert done.conflicts == ("the entry of 2021-09-01 about krill-survey",)
    (conflict,) = conflicts(done.data.decode())
    assert JAPANESE.format("船。") in conflict.ours
    assert JAPANESE.format("船を予約した。") in conflict.theirs
    for side in ("ours", "theirs"):
        journal = tomli.loads(resolved(done.data.decode(), attrgetter(side)))["progress"]
        assert [each["note"] for each in journal].count("Ship booked [para 4].") == 1
        assert [each.get("note_ja") for each in journal][1] == "未許可。"
        assert lacking(resolved(done.data.decode(), attrgetter(side)).encode(), ours.encode()) == []


@pytest.mark.parametrize("swapped", [False, True])
def test_a_translation_that_one_side_took_out_stays(swapped: bool) -> None:  # noqa: FBT001 - a case
    """As an entry does that one side took out."""
    base = translated(SHIP, "船。")
    sides = (SECOND, base + entry("theirs"))
    ours, theirs = reversed(sides) if swapped else sides
    assert merged(ours, theirs, base).data.decode() == base + entry("theirs")


def test_a_remark_beside_a_translation_is_not_lost() -> None:
    """What one side remarked on while the other translated it is a conflict, not a guess."""
    remark = SECOND.replace(PERMIT, PERMIT.strip() + " # still so\n")
    done = merged(translated(PERMIT, "未許可。"), remark)
    assert done.conflicts == ("the entry of 2021-12-01 about krill-survey",)
    both = remark.replace("# still so\n", "# still so\n" + JAPANESE.format("未許可。"))
    for base in (SECOND, remark):
        for ours, theirs in ((both, base), (base, both), (both, remark), (remark, both)):
            assert merged(ours, theirs, base).data.decode() == both


def test_what_a_file_lacks_is_told_of_its_translation_too() -> None:
    """An entry without it is not the entry that a side has; the other way round it is."""
    with_it = translated(SHIP, "船。").encode()
    assert lacking(SECOND.encode(), with_it) == ["the entry of 2021-09-01 about krill-survey"]
    assert lacking(with_it, SECOND.encode()) == []
    other = translated(SHIP, "船を予約した。").encode()
    assert lacking(other, with_it, SECOND.encode()) == []


WORDINGS = st.sampled_from(["", "", "一。", "二。"])
JOURNALS = st.lists(st.tuples(st.sampled_from("abc"), WORDINGS), max_size=4)


@given(JOURNALS, st.data())
def test_whatever_was_translated_every_entry_is_there_once(
    common: list[tuple[str, str]], data: st.DataObject
) -> None:
    """With its translation, if it has the same one or none on either side; else a conflict.

    Both sides add translations to what is on file, change some, and add entries of their own.
    """

    def text(journal: list[tuple[str, str]]) -> str:
        return SECOND + "".join(
            entry(note) + (JAPANESE.format(wording) if wording else "") for note, wording in journal
        )

    drawn = data.draw(st.tuples(JOURNALS, JOURNALS))
    sides = [
        [(note, data.draw(WORDINGS) or wording) for note, wording in common] + own for own in drawn
    ]
    ours, theirs = map(text, sides)
    done = merged(ours, theirs, text(common))
    notes = [Counter(note for note, _wording in side) for side in sides]
    wordings = {each for side in sides for each in side if each[1]}
    found = set()
    for side in ("ours", "theirs"):
        chosen = tomli.loads(resolved(done.data.decode(), attrgetter(side)))["progress"][3:]
        assert Counter(each["note"] for each in chosen) == notes[0] | notes[1]
        found |= {(each["note"], each["note_ja"]) for each in chosen if "note_ja" in each}
    assert found == wordings
    if not done.conflicts:
        again = merged(done.data.decode(), theirs, text(common))
        assert again.data == done.data or max((notes[0] | notes[1]).values()) > 1
    else:
        assert any(len({w for n, w in wordings if n == note}) > 1 for note in "abc")
