"""What of a reviewed draft goes into a ledger."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from examples import make_body, make_commitment, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.additions import Addition, refuse_unfit, with_table
from jcm_ledger.rules.adoption import Adoption, ReviewedTable, adoption
from jcm_ledger.rules.checks.circumstances import Circumstances

TODAY = Circumstances(date(2024, 1, 15), lambda _name: True)


def proposed(name: str, **fields: object) -> ReviewedTable:
    """Return a commitment of a draft under the id that was proposed for it."""
    return ReviewedTable(make_commitment(name, **fields), has_proposed_id=True)


def adopted(*tables: ReviewedTable | Addition, ledger: Ledger | None = None) -> Adoption:
    """Return what comes of a draft of these tables."""
    every = [each if isinstance(each, ReviewedTable) else ReviewedTable(each) for each in tables]
    return adoption(ledger or make_ledger(), every, TODAY)


def ids(found: Adoption) -> list[str]:
    """Return the ids of what is to be added."""
    return [each.id for each in found.additions]


def test_an_id_comes_from_the_title_unless_somebody_typed_one() -> None:
    """Two of one title get two ids, and none gets one that is taken."""
    found = adopted(
        proposed("draft-1", title="Space talks"),
        proposed("draft-2", title="Space talks"),
        make_commitment("space-talks", title="Typed"),
        ledger=make_ledger(make_commitment("space-talks-2", title="Another")),
    )
    assert ids(found) == ["space-talks-3", "space-talks-4", "space-talks"]
    assert found.problems == ()


def test_what_names_a_proposed_id_names_the_one_from_the_title() -> None:
    """Also where that stands in the ledger already."""
    ledger = make_ledger(make_commitment("space", title="Space talks"))
    found = adopted(
        proposed("part", title="A part", part_of="whole", supersedes=("there",)),
        proposed("whole", title="The whole"),
        proposed("there", title="space  TALKS"),
        ledger=ledger,
    )
    assert ids(found) == ["whole", "part"]
    part = found.additions[1]
    assert (part.part_of, part.supersedes) == ("whole", ("space",))  # type: ignore[union-attr]
    assert [each.id for each in found.present] == ["space"]


def test_meetings_and_bodies_come_before_what_names_them() -> None:
    """However the draft has them."""
    found = adopted(
        make_commitment("one", meeting="m2", owners=("D",)),
        make_body("D", "UK"),
        make_meeting("m2", "2024-01-10"),
    )
    assert ids(found) == ["m2", "D", "one"]
    assert found.problems == ()


def test_a_circle_is_told_and_does_not_hang() -> None:
    """Two that supersede each other are an error, whichever comes first."""
    found = adopted(
        make_commitment("one", supersedes="two"), make_commitment("two", supersedes="one")
    )
    assert found.problems
    assert {each.where[1] for each in found.problems} <= {"one", "two"}


def test_problems_are_about_the_names_of_the_draft() -> None:
    """Whoever reads them looks for these in the draft."""
    found = adopted(proposed("draft-1", title="Space talks", owners=("NASA",)))
    (problem,) = found.problems
    assert problem.where == ("commitment", "draft-1", "owners")
    assert problem.message.startswith("commitment draft-1: ")


TITLES = st.sampled_from(["Space talks", "space TALKS", "Ｓpace talks", "宇宙協議", "Other", "x"])
TABLES = st.lists(
    st.builds(
        lambda number, title, owner, is_proposed: ReviewedTable(
            make_commitment(f"draft-{number}", title=title, owners=(owner,)), is_proposed
        ),
        st.integers(0, 9),
        TITLES,
        st.sampled_from(["A", "B", "UK"]),
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda each: each.content.id,
)


@given(TABLES)
def test_a_draft_is_adopted_once(tables: list[ReviewedTable]) -> None:
    """All of it can be added, table by table; then all of it is there, and nothing is new."""
    found = adopted(*tables)
    assert found.problems == ()
    ledger = make_ledger()
    for each in found.additions:
        refuse_unfit(ledger, each, TODAY)
        ledger = with_table(ledger, each)
    assert len(ledger.commitments) == len(tables)
    again = adopted(*tables, ledger=ledger)
    assert (again.additions, len(again.present)) == ((), len(tables))
