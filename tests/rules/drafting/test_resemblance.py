"""Which open commitments a proposal resembles."""

from datetime import date

from examples import make_body, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.drafting import draft
from jcm_ledger.rules.drafting.ids import proposed_ids
from jcm_ledger.rules.drafting.resemblance import resembling
from promises import statement

DAY = date(2025, 1, 15)
BODIES = (make_body("DSIT", "UK"), make_body("METI", "Japan"), make_body("NEDO", "Japan"))
TALKS = make_commitment(
    title="Semiconductor talks", title_ja="半導体に関する協議", owners=("DSIT", "METI")
)
GRANTS = make_commitment("grants", title="Grants for dementia research", owners=("METI", "NEDO"))


def offered(text: str, ledger: Ledger, meeting: str = "m2") -> list[list[str]]:
    """Return the ids of the commitments that each proposal of a sentence resembles."""
    found = draft(statement(text), ledger)
    ids = tuple(proposed_ids(found, ledger.commitments))
    near = resembling(found, ids, ledger, DAY, meeting)
    assert set(near) <= set(ids)
    return [[each.id for each in near.get(name, ())] for name in ids]


def test_same_owners_and_a_shared_subject_are_offered() -> None:
    """In either language; another subject or other owners alone are not enough."""
    ledger = make_ledger(TALKS, GRANTS, bodies=BODIES)
    assert offered("DSIT and METI will hold further talks on semiconductors.", ledger) == [
        ["talks"]
    ]
    assert offered("DSIT及びMETIは、半導体に関する会議を開催することで一致した。", ledger) == [
        ["talks"]
    ]
    assert offered("DSIT and METI will launch a fund for robotics.", ledger) == [[]]
    assert offered("NEDO will hold further talks on semiconductors.", ledger) == [[]]


def test_some_owners_want_more_words() -> None:
    """One of two owners, and the words of a whole title."""
    ledger = make_ledger(TALKS, GRANTS, bodies=BODIES)
    assert offered("METI will fund dementia projects.", ledger) == [[]]
    assert offered("METI will fund new grants for dementia research.", ledger) == [["grants"]]


def test_what_is_closed_or_of_this_meeting_is_not_offered() -> None:
    """Nothing takes the place of what was done, nor of its own."""
    text = "DSIT and METI will hold further talks on semiconductors."
    done = (
        make_entry("2024-05-01", "completed", "DSIT"),
        make_entry("2024-05-01", "completed", "METI"),
    )
    assert offered(text, make_ledger(TALKS, journal=done, bodies=BODIES)) == [[]]
    assert offered(text, make_ledger(TALKS, bodies=BODIES), meeting="m1") == [[]]
