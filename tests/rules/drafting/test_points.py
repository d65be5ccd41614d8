"""Points, rows and tasks: what hands down to them, and what of them goes on."""

import pytest

from jcm_ledger.model.statement import Passage, PassageKind
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.rules.drafting.results import Outcome
from promises import drafted, proposed, read


def cell(text: str) -> Passage:
    """Return a row of a table."""
    return Passage(number="1", text=text, kind=PassageKind.CELL)


def point(text: str) -> Passage:
    """Return a point of a list."""
    return Passage(number="", text=text, kind=PassageKind.BULLET)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Committee asked NIMS to draw up a list.", Outcome.PROPOSED),
        ("Participants asked Japan to explain the delay.", Outcome.PERHAPS),
        ("Chile asked NIMS to draw up a list.", Outcome.PERHAPS),
    ],
)
def test_what_all_sides_ask_of_a_body_is_promised(text: str, outcome: Outcome) -> None:
    """What one side asks, or is asked, is for a person to judge."""
    assert read(text).outcome is outcome


def test_a_point_names_bodies_with_their_letters() -> None:
    """A name with its letters in brackets is somebody who is to act."""
    found = drafted(
        "The sides settled on the following steps for the coming year:",
        "Ofwat and the Federal Water Office (BWo) to examine prices.",
    )
    (made,) = found.sentences[-1].proposals
    assert made.owners == ("Ofwat", "BWo")
    assert made.deadline_text
    assert made.deadline_text.text == "for the coming year"


def test_rows_are_as_firm_as_what_leads_them_in() -> None:
    """A table of actions after a plan that was approved is the plan."""
    found = drafted(
        "The Committee approved the following action plan:",
        cell("Action | Lead | Timing"),
        cell("Publish a map of reefs | CSIRO | June 2026"),
    )
    (made,) = found.sentences[-1].proposals
    assert made.strength is Strength.INTENDED
    assert made.deadline_text
    assert made.deadline_text.text == "June 2026"


def test_a_point_that_says_will_is_as_firm_as_its_lead_in() -> None:
    """Whoever is named in it, the lead-in says how firmly."""
    found = drafted("The two sides intend to take these steps:", point("CSIRO will print a map."))
    (made,) = found.sentences[-1].proposals
    assert made.owners == ("CSIRO",)
    assert made.strength is Strength.INTENDED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They agreed to meet twice a year.", Kind.CONTINUING),
        ("They agreed to meet in 2026.", Kind.ONE_OFF),
        ("We will not sell such maps.", Kind.CONTINUING),
        ("双方は、毎年会合を開催することを決定した。", Kind.CONTINUING),
    ],
)
def test_what_recurs_or_is_refrained_from_goes_on(text: str, kind: Kind) -> None:
    """A recurrence is no single act, and refraining has no end."""
    assert proposed(text).kind is kind
