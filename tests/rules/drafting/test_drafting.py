"""What becomes of the sentences of a statement."""

from pathlib import Path

import pytest

import jcm_ledger
from examples import SHIPPED
from jcm_ledger.model.ledger import COMMITTEE, Commitment
from jcm_ledger.model.statement import Passage, PassageKind
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.rules.drafting import draft
from jcm_ledger.rules.drafting.results import Because, Outcome, OutcomeReason, Proposal
from jcm_ledger.store.statements import parse
from promises import drafted, proposed, read

STATEMENT = Path(__file__).parents[2] / "statements" / "jcm-12.txt"


def cell(text: str) -> Passage:
    """Return a row of a table."""
    return Passage(number="1", text=text, kind=PassageKind.CELL)


def heading(text: str) -> Passage:
    """Return a heading."""
    return Passage(number="", text=text, kind=PassageKind.HEADING)


def said(found: Proposal | Commitment) -> tuple[object, ...]:
    """Return what a proposal and a commitment of a ledger can both say."""
    deadline = found.deadline.period if isinstance(found, Commitment) and found.deadline else None
    text = found.deadline_text
    if isinstance(found, Proposal):
        deadline, text = found.deadline, found.deadline_text and found.deadline_text.text
    owners = None if found.owners_inferred else set(found.owners)
    return found.strength, found.kind, deadline, text, str(owners and sorted(owners))


def test_the_12th_statement_gives_the_eleven_of_its_ledger() -> None:
    """None more, none less, in the same paragraphs, and the four without a body are inferred."""
    ledger = jcm_ledger.load(SHIPPED)
    statement = parse(STATEMENT.read_bytes(), STATEMENT.name)
    found = draft(statement, ledger, ledger.meetings["jcm-12"])
    mine = [
        (statement.passages[sentence.quotation.passage].number, *said(proposal))
        for sentence in found.sentences
        for proposal in sentence.proposals
    ]
    theirs = [(str(each.paragraph), *said(each)) for each in ledger.commitments.values()]
    assert sorted(map(str, mine)) == sorted(map(str, theirs))
    assert not found.unknown_bodies
    assert {each.outcome for each in found.sentences} == {Outcome.PROPOSED, Outcome.LEFT_OUT}


REASONS = [
    ("The meeting was held in London.", OutcomeReason.PAST),
    ("Both sides welcomed the plan to open a site.", OutcomeReason.RECOGNITION),
    ("The Committee agreed that cooperation is necessary.", OutcomeReason.VIEW),
    ("Both parties agreed on the need for open data.", OutcomeReason.VIEW),
    ("Ministers did not commit to a date for the talks.", OutcomeReason.DENIED),
    ("No agreement was reached on patents.", OutcomeReason.DENIED),
    ("Without such cooperation, neither side will reach its goals.", OutcomeReason.DENIED),
    ("As previously agreed, the secretariat rotates.", OutcomeReason.EARLIER),
    ("In 2021 the two sides had agreed to open an office.", OutcomeReason.EARLIER),
    ("Such data may prove useful.", OutcomeReason.CONDITION),
    ("This partnership will help our innovators.", OutcomeReason.VIEW),
    ("Korea briefed the meeting on its plans to build a reactor.", OutcomeReason.PAST),
    ("Canada's intention to join the array was noted.", OutcomeReason.PAST),
    ("The scheme, which will be open to all, builds on a pilot.", OutcomeReason.NO_WORDING),
    ("It is to be welcomed that more women take part.", OutcomeReason.VIEW),
    ("産業界の参画が必要であるとの認識で一致した。", OutcomeReason.VIEW),
    ("双方は、協力が重要であることを確認した。", OutcomeReason.VIEW),
    ("双方は、新たな拠点の設置を歓迎した。", OutcomeReason.RECOGNITION),
    ("双方は、合意には至らなかった。", OutcomeReason.DENIED),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_what_promises_nothing_is_left_out_with_the_reason(
    text: str, reason: OutcomeReason
) -> None:
    """Nothing is proposed, and the words that decided are quoted from the sentence."""
    found = read(text)
    assert (found.outcome, found.reason) == (Outcome.LEFT_OUT, reason)
    assert not found.proposals
    assert found.decided is None or found.decided.text in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Participants encouraged industry to join.", OutcomeReason.WEAK),
        ("The programme will train twenty engineers.", OutcomeReason.SUBJECT),
        ("Japan noted that JAXA will launch a probe in 2027.", OutcomeReason.REPORTED),
    ],
)
def test_what_may_promise_is_perhaps(text: str, reason: OutcomeReason) -> None:
    """It has a proposal, for the reader to take or leave."""
    found = read(text)
    assert (found.outcome, found.reason) == (Outcome.PERHAPS, reason)
    assert found.proposals


STRENGTHS = [
    ("We commit to deepening our cooperation.", Strength.COMMITTED),
    ("Both sides agreed to meet.", Strength.AGREED),
    ("DSIT and DST will fund a further round.", Strength.AGREED),
    ("We will work with partners.", Strength.INTENDED),
    ("The Ministers confirmed that both countries will enhance cooperation.", Strength.INTENDED),
    ("CEA and JAEA confirmed that CEA will run the test.", Strength.AGREED),
    ("The tenth meeting will be held in Oslo.", Strength.EXPECTED),
    ("UKRI and NSERC should agree a protocol.", Strength.EXPECTED),
    ("They hope to revisit the question.", Strength.DESIRED),
    ("Japan referred to possible future cooperation.", Strength.MENTIONED),
    ("双方は、人材の育成を進めていく。", Strength.INTENDED),
    ("JSTは、人材の育成を進めていく。", Strength.AGREED),
]


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_how_firm_it_is(text: str, strength: Strength) -> None:
    """As the table has the verb; "will" is firmer of a body by name than of "we"."""
    assert proposed(text).strength is strength


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Both sides agreed to launch a call.", Kind.ONE_OFF),
        ("Both sides agreed to deepen their ties.", Kind.CONTINUING),
        ("Both sides agreed to deepen their ties by 2027.", Kind.ONE_OFF),
        ("Both sides agreed to further promote exchanges.", Kind.CONTINUING),
        ("MEXT and MSIT agreed on establishing a fund.", Kind.ONE_OFF),
        ("双方は、協力を更に進めることで一致した。", Kind.CONTINUING),
        ("双方は、会合を開催することで一致した。", Kind.ONE_OFF),
    ],
)
def test_whether_it_is_done_once(text: str, kind: Kind) -> None:
    """By the verb that says what is done, or because it has a period."""
    assert proposed(text).kind is kind


def test_verbs_apart_are_proposals_apart() -> None:
    """A comma or "to" sets verbs apart; what nothing sets apart is one proposal."""
    apart = "They agreed to launch a joint call, and continue talks on workshops."
    together = "They agreed to strengthen and expand their cooperation."
    assert len(read(apart).proposals) == 2
    assert len(read(together).proposals) == 1


def test_two_clauses_have_each_their_subject() -> None:
    """Whoever acts in the second clause owns it."""
    found = read("NASA is ready to lend a detector, and JAXA plans to provide the magnet by 2028.")
    assert [each.owners for each in found.proposals] == [("NASA",), ("JAXA",)]


def test_points_inherit_from_their_lead_in() -> None:
    """Owners, strength and deadline of the lead-in, marked; what a point names itself is its own."""
    found = drafted(
        "The delegations agreed on these actions, to be completed before the next meeting:",
        "\u2022 Launch a joint call.",
        "\u2022 NRC and Fraunhofer to hold a workshop by May 2026.",
        "\u2022 Prepare an inventory;",
    ).sentences
    assert (found[0].outcome, found[0].reason) == (Outcome.PROPOSED, OutcomeReason.LEAD_IN)
    assert not found[0].proposals
    assert found[0].hands_down
    call, workshop, inventory = (each.proposals[0] for each in found[1:])
    assert call.owners == inventory.owners == (COMMITTEE,)
    assert call.owners_inferred
    assert call.lead == 0
    assert call.deadline_text
    assert call.deadline_text.text == "before the next meeting"
    assert call.deadline_text.passage == 0
    assert {"owners", "strength", "deadline"} <= {
        guess.key for guess in call.guesses if guess.because is Because.LEAD_IN
    }
    assert workshop.owners == ("NRC", "Fraunhofer")
    assert workshop.deadline_text
    assert workshop.deadline_text.text == "by May 2026"


def test_points_without_marks_are_points_while_they_look_like_ones() -> None:
    """After a lead-in with a colon; the first sentence of its own ends the list."""
    found = drafted(
        "The two countries have resolved to:",
        "deepen joint work;",
        "open a centre by January 2026;",
        "and encourage start-ups.",
        "India welcomed this.",
    ).sentences
    assert [each.outcome for each in found] == [Outcome.PROPOSED] * 4 + [Outcome.LEFT_OUT]
    assert [each.reason for each in found[1:4]] == [OutcomeReason.POINT] * 3


def test_points_of_a_welcome_are_left_out() -> None:
    """A lead-in that recognises hands down that it promises nothing."""
    found = drafted("The Committee welcomed:", "\u2022 the opening of the site;").sentences
    assert (found[1].outcome, found[1].reason) == (Outcome.LEFT_OUT, OutcomeReason.RECOGNITION)


def test_points_may_have_verbs_of_their_own() -> None:
    """Under a lead-in that says only who acts, each point is read by its own verb."""
    found = drafted(
        "In the discussion, delegates:",
        "\u2022 welcomed the archive;",
        "\u2022 agreed to open it;",
    ).sentences
    assert [each.outcome for each in found[1:]] == [Outcome.LEFT_OUT, Outcome.PROPOSED]


def test_an_action_of_minutes_is_proposed() -> None:
    """Whoever is to do what, in minutes, has no verb of promise, and promises."""
    for text in ("ACTION: DSIT to circulate the draft by 31 March 2025.", "DSIT to circulate it."):
        found = proposed(text)
        assert found.owners == ("DSIT",)
        assert found.strength is Strength.AGREED
    assert read("The aim of DSIT to circulate it is known.").outcome is Outcome.LEFT_OUT


def test_rows_of_a_table_of_actions_are_proposed() -> None:
    """Its head says which cell is what is done, by whom and by when."""
    found = drafted(
        cell("Action | Lead | Deadline"),
        cell("Launch a joint call | UKRI, JST | March 2026"),
        cell("Publish a guide | both sides | "),
    ).sentences
    assert found[0].outcome is Outcome.LEFT_OUT
    call, guide = (each.proposals[0] for each in found[1:])
    assert call.owners == ("UKRI", "JST")
    assert call.deadline_text
    assert call.deadline_text.text == "March 2026"
    assert str(call.deadline) == "2026-03"
    assert guide.owners == (COMMITTEE,)


def test_rows_of_another_table_are_not() -> None:
    """Without a head that names actions, a row is read as any sentence."""
    found = drafted(cell("Budget | Total"), cell("Travel | 5")).sentences
    assert {each.outcome for each in found} == {Outcome.LEFT_OUT}


def test_a_heading_is_left_out_and_may_lead_in() -> None:
    """A heading "Next steps:" over points makes them proposals."""
    assert drafted(heading("Next steps")).sentences[0].reason is OutcomeReason.HEADING
    found = drafted(heading("Next steps:"), "\u2022 Launch a call.").sentences
    assert found[1].outcome is Outcome.PROPOSED


def test_what_is_too_long_is_not_read() -> None:
    """A sentence of many thousand letters is a list that lost its points."""
    found = read("Both sides agreed to " + "meet and " * 1000 + "talk.")
    assert (found.outcome, found.reason) == (Outcome.LEFT_OUT, OutcomeReason.TOO_LONG)
