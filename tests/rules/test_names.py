"""Finding the name somebody meant."""

import pytest
from msgspec.structs import replace

from examples import MEETING, make_ledger, make_meeting
from jcm_ledger.errors import AmbiguousName, SharedName, UnknownName
from jcm_ledger.model.ledger import Ledger, Organisation, Theme
from jcm_ledger.rules.names import (
    choose,
    choose_reporter,
    choose_theme,
    is_meeting,
    nearest,
    resolve,
    resolve_body,
    resolve_meeting,
    split_bodies,
)

IDS = ["semiconductor-talks", "semiconductors", "space", "Quantum"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("space", "space"),
        ("SPACE", "space"),
        ("quantum", "Quantum"),
        ("sp", "space"),
        ("q", "Quantum"),
        ("QUA", "Quantum"),
        ("semiconductor-", "semiconductor-talks"),
    ],
)
def test_a_name_may_be_shortened_to_what_is_unique(typed: str, found: str) -> None:
    """An id is found exactly, in another case, or by a beginning that only it has."""
    assert resolve("commitment", typed, IDS) == found


def test_an_exact_name_beats_what_it_is_the_beginning_of() -> None:
    """An id that begins another can still be named."""
    assert resolve("commitment", "talks", ["talks-again", "talks"]) == "talks"
    assert resolve("commitment", "TALKS", ["talks-again", "talks"]) == "talks"


def test_an_exact_name_beats_another_case() -> None:
    """Of two ids that differ in case alone the one typed is meant."""
    assert resolve("body", "dsit", ["DSIT", "dsit"]) == "dsit"
    assert choose("body", "dsit", ["DSIT", "dsit"]) == "dsit"


def test_a_beginning_of_several_names_lists_them() -> None:
    """Nothing is guessed: the error says how many ids fit and the hint names them."""
    with pytest.raises(AmbiguousName) as caught:
        resolve("commitment", "semi", IDS)
    assert str(caught.value) == 'commitment "semi" is the beginning of 2 ids'
    assert caught.value.hint == "type more of it: semiconductor-talks, semiconductors"
    assert caught.value.code == 3


def test_an_unknown_name_gets_the_nearest_ones_and_all_there_are() -> None:
    """A mistyped id is answered with what was probably meant."""
    with pytest.raises(UnknownName) as caught:
        resolve("commitment", "spcae", IDS)
    assert str(caught.value) == 'unknown commitment "spcae"'
    assert caught.value.hint == (
        "did you mean space? known: semiconductor-talks, semiconductors, space, Quantum"
    )
    assert caught.value.code == 3


def test_a_name_like_no_other_gets_the_list_without_a_guess() -> None:
    """The hint does not pretend to know what was meant."""
    with pytest.raises(UnknownName) as caught:
        resolve("body", "zzz", ["DSIT", "METI"])
    assert caught.value.hint == "known: DSIT, METI"


def test_a_ledger_without_such_names_says_so() -> None:
    """The hint on an empty ledger does not end in an empty list."""
    with pytest.raises(UnknownName) as caught:
        resolve("commitment", "space", [])
    assert caught.value.hint == "the ledger has none"


def test_a_long_list_of_names_is_cut_and_counted() -> None:
    """A hint stays readable in a ledger of many commitments."""
    ids = [f"item-{number:02}" for number in range(20)]
    with pytest.raises(UnknownName) as unknown:
        resolve("commitment", "zzz", ids)
    assert unknown.value.hint.endswith("item-13, item-14 and 5 more")
    with pytest.raises(AmbiguousName) as ambiguous:
        resolve("commitment", "item", ids)
    assert "beginning of 20 ids" in str(ambiguous.value)
    assert ambiguous.value.hint.endswith("item-13, item-14")


def test_nothing_typed_is_no_beginning() -> None:
    """An empty name does not pick the only commitment there is."""
    with pytest.raises(UnknownName, match='unknown commitment ""'):
        resolve("commitment", "", ["space"])


def test_the_end_or_middle_of_a_name_is_no_beginning() -> None:
    """Only the beginning of an id may be left to the tool to complete."""
    with pytest.raises(UnknownName):
        resolve("commitment", "talks", IDS)


@pytest.mark.parametrize("typed", ["METI", "meti", "Meti"])
def test_a_name_that_is_recorded_may_be_typed_in_any_case(typed: str) -> None:
    """What goes on file is the ledger's own spelling."""
    assert choose("body", typed, ["DSIT", "METI"]) == "METI"


def test_a_name_that_is_recorded_may_not_be_shortened() -> None:
    """A report is never put on file for a body that was only half named."""
    with pytest.raises(UnknownName) as caught:
        choose("body", "MET", ["DSIT", "METI"])
    assert str(caught.value) == 'unknown body "MET"'
    assert caught.value.hint == "did you mean METI? known: DSIT, METI"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dsti", ["DSIT"]),
        ("in-progres", ["in-progress"]),
        ("finished", []),
        ("", []),
    ],
)
def test_nearest_names_are_found_in_any_case(typed: str, found: list[str]) -> None:
    """A guess is made only where something looks alike, in the spelling of the ledger."""
    assert nearest(typed, ["DSIT", "METI", "in-progress", "completed"]) == found


def test_nearest_names_are_three_at_most_the_most_similar_first() -> None:
    """A guess is short and starts with the likeliest."""
    names = ["talk-1234", "talks-12", "talks-1", "talks"]
    assert nearest("talks", names) == ["talks", "talks-1", "talks-12"]


def test_names_that_look_alike_are_the_same() -> None:
    """Neither the width nor the composition of what was typed makes another name of it."""
    assert resolve("commitment", "ｓｐ", IDS) == "space"
    assert choose("theme", "ﾛﾎﾞｯﾄ", ["ロボット"]) == "ロボット"
    assert choose("theme", "life\u3000sciences", ["Life sciences"]) == "Life sciences"
    assert nearest("ﾛﾎﾞｯﾄﾄ", ["ロボット"]) == ["ロボット"]


def test_ids_that_look_alike_have_to_be_spelled_exactly() -> None:
    """Nothing is guessed between ids that only differ in the width of their letters."""
    ids = ["Q", "Ｑ"]
    assert [resolve("commitment", each, ids) for each in (*ids, "q")] == ["Q", "Ｑ", "Q"]
    with pytest.raises(SharedName) as caught:
        resolve("commitment", "Ⓠ", ids)
    assert caught.value.hint == "give the id as it is spelled: Q, Ｑ"


def named(**bodies: tuple[str, str | None]) -> Ledger:
    """Return a ledger with bodies of these ids, and their names in both languages."""
    return replace(
        make_ledger(),
        organisations={
            name: Organisation(id=name, name=english, name_ja=japanese, side="Japan")
            for name, (english, japanese) in bodies.items()
        },
    )


BODIES = named(
    METI=("Ministry of Economy, Trade and Industry", "経済産業省"),
    MEXT=("Ministry of Education", "文部科学省"),
    CAO=("Cabinet Office", "内閣府"),
    CO=("Cabinet Office", None),
    DSIT=("Department for Science, Innovation and Technology", "科学・イノベーション・技術省"),
    MOD=("Defence", None),
    DEF=("MOD", "防衛"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("経済産業省", "METI"),
        ("ministry of  education", "MEXT"),
        ("科学・ｲﾉﾍﾞｰｼｮﾝ・技術省", "DSIT"),
        ("内閣府", "CAO"),
        ("mod", "MOD"),
        ("防衛", "DEF"),
    ],
)
def test_a_body_is_found_by_its_names_in_either_language(typed: str, found: str) -> None:
    """An id beats a name, in whatever case; a report may name its body so, too."""
    assert resolve_body(BODIES, typed) == found
    assert choose_reporter(BODIES, typed) == found


@pytest.mark.parametrize(("typed", "found"), [("MET", "METI"), ("経済", "METI"), ("dep", "DSIT")])
def test_the_beginning_of_an_id_or_name_finds_a_body_but_records_none(
    typed: str, found: str
) -> None:
    """The beginning of an id beats that of a name."""
    assert resolve_body(BODIES, typed) == found
    with pytest.raises(UnknownName) as caught:
        choose_reporter(BODIES, typed)
    assert caught.value.code == 3


def test_the_name_of_two_bodies_names_neither() -> None:
    """The refusal gives the ids to choose from."""
    for find in (resolve_body, choose_reporter):
        with pytest.raises(SharedName) as caught:
            find(BODIES, "Cabinet office")
        assert str(caught.value) == 'more than one body is called "Cabinet office"'
        assert caught.value.hint == "give the id as it is spelled: CAO, CO"
    with pytest.raises(AmbiguousName) as begun:
        resolve_body(BODIES, "Ministry of")
    assert str(begun.value) == 'body "Ministry of" is the beginning of 2 names'
    assert begun.value.hint == "type more of it: METI, MEXT"


def test_a_slip_in_a_name_gets_the_id_that_was_meant() -> None:
    """The guess can be typed as it stands."""
    with pytest.raises(UnknownName) as caught:
        choose_reporter(BODIES, "Ministry of Educaton")
    assert caught.value.hint.startswith("did you mean MEXT? known: METI, ")


def test_a_body_without_a_name_is_found_by_none() -> None:
    """A blank is no name."""
    with pytest.raises(UnknownName):
        resolve_body(named(A=(" ", "")), " ")


def test_names_with_commas_stand_in_a_list_with_commas() -> None:
    """The longest run that is one body is that body."""
    text = "Department for Science, Innovation and Technology, METI,,Innovation, 経済産業省"
    assert split_bodies(BODIES, text) == [
        "Department for Science, Innovation and Technology",
        "METI",
        "Innovation",
        "経済産業省",
    ]


BILINGUAL = replace(
    make_ledger(meetings=[MEETING, make_meeting("m2", held="2024-04-01")]),
    meetings={
        "m1": replace(MEETING, title="1st Meeting", title_ja="第1回会合"),
        "m2": replace(MEETING, id="m2", title="2nd Meeting", title_ja="第2回会合"),
    },
    organisations={
        "MOFA": Organisation(
            id="MOFA", name="Ministry of Foreign Affairs", name_ja="外務省本省", short_ja="外務省"
        ),
        "UKSA": Organisation(
            id="UKSA", name="Space Agency", name_ja="英国宇宙庁", short_ja="ＵＫＳＡ"
        ),
    },
    themes={
        "space": Theme(id="space", title="Outer space", title_ja="宇宙"),
        "Chips": Theme(id="chips", title="Chips", title_ja="半導体"),
    },
)


@pytest.mark.parametrize("typed", ["m2", "M２", "2nd meeting", "2nd", "第2回会合", "第２回"])
def test_a_meeting_is_found_by_its_title_in_either_language(typed: str) -> None:
    """As bodies are by their names: whole, or as a beginning that only it has."""
    assert resolve_meeting(BILINGUAL, typed) == "m2"
    assert is_meeting(BILINGUAL, typed) is (typed in ("m2", "2nd meeting", "第2回会合"))


def test_a_meeting_of_which_several_have_the_beginning_is_not_guessed() -> None:
    """Nor one that is only like it."""
    with pytest.raises(AmbiguousName, match="beginning of 2 names"):
        resolve_meeting(BILINGUAL, "第")
    with pytest.raises(UnknownName) as caught:
        resolve_meeting(BILINGUAL, "第3回会合")
    assert set(caught.value.near) == {"m1", "m2"}


@pytest.mark.parametrize("typed", ["space", "ＳＰＡＣＥ", "outer  space", "宇宙"])
def test_a_theme_is_found_by_its_title_in_either_language(typed: str) -> None:
    """Not by a beginning, and in the spelling that the commitments have."""
    assert choose_theme(BILINGUAL, typed, ["Space", "chips"]) == "Space"
    assert choose_theme(BILINGUAL, "半導体", ["Space", "chips"]) == "chips"
    with pytest.raises(UnknownName):
        choose_theme(BILINGUAL, "半導", ["Space", "chips"])


@pytest.mark.parametrize(
    ("typed", "found"),
    [("外務省", "MOFA"), ("外務省本", "MOFA"), ("英国", "UKSA"), ("uksa", "UKSA")],
)
def test_a_body_is_found_by_its_short_name_too(typed: str, found: str) -> None:
    """What a Japanese column of owners shows can be typed."""
    assert resolve_body(BILINGUAL, typed) == found
