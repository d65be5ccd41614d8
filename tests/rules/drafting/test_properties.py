"""What holds of every statement, whatever it says."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcm_ledger.model.statement import Passage, PassageKind, Statement
from jcm_ledger.rules.drafting import draft
from jcm_ledger.rules.drafting.results import Outcome, Quotation, StatementDraft
from promises import DAY, KNOWN_WORDS, NO_BODIES

WORDS = st.sampled_from(KNOWN_WORDS)
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
ANYTHING = st.text(max_size=120).map(lambda text: " ".join(text.split()))
TEXTS = st.one_of(PHRASES, ANYTHING, st.tuples(PHRASES, ANYTHING).map(" ".join)).map(str.strip)
PASSAGES = st.builds(
    Passage,
    number=st.just("1"),
    text=TEXTS,
    kind=st.sampled_from(PassageKind),
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Return any statement, with points under any earlier passage."""
    passages = draw(st.lists(PASSAGES, max_size=6))
    led = [
        Passage(number=p.number, text=p.text, kind=p.kind, lead=draw(st.integers(0, place - 1)))
        if place and p.kind is PassageKind.BULLET and draw(st.booleans())
        else p
        for place, p in enumerate(passages)
    ]
    day = draw(st.sampled_from([None, DAY]))
    return Statement(passages=tuple(led), lang="en", sides=("UK", "Japan"), day=day)


def quotations(found: StatementDraft) -> list[Quotation]:
    """Return every quotation of a draft."""
    proposals = [each for sentence in found.sentences for each in sentence.proposals]
    proposals += [each.hands_down for each in found.sentences if each.hands_down]
    quoted = [sentence.quotation for sentence in found.sentences]
    quoted += [sentence.decided for sentence in found.sentences if sentence.decided]
    quoted += [each.trigger for each in proposals]
    quoted += [each.deadline_text for each in proposals if each.deadline_text]
    quoted += [guess.words for each in proposals for guess in each.guesses if guess.words]
    return quoted + [body.named for body in found.unknown_bodies]


@given(statements())
@settings(max_examples=300, deadline=None)
def test_every_quotation_is_to_the_letter(statement: Statement) -> None:
    """Sentences, triggers and deadlines are what the passage has between their bounds."""
    for each in quotations(draft(statement, NO_BODIES)):
        text = statement.passages[each.passage].text
        assert text[each.start : each.end] == each.text
        assert each.start < each.end <= len(text)


@given(statements())
@settings(max_examples=200, deadline=None)
def test_every_letter_is_in_one_sentence(statement: Statement) -> None:
    """No sentence is missing, and none stands twice: only white space is between them."""
    found = draft(statement, NO_BODIES)
    for index, passage in enumerate(statement.passages):
        spans = [
            (each.quotation.start, each.quotation.end)
            for each in found.sentences
            if each.quotation.passage == index
        ]
        assert spans == sorted(spans)
        left: list[str | None] = [*passage.text]
        for start, end in spans:
            assert all(letter is not None for letter in left[start:end])
            left[start:end] = [None] * (end - start)
        assert not "".join(letter for letter in left if letter is not None).strip()


@given(statements())
@settings(max_examples=150, deadline=None)
def test_outcomes_go_with_what_is_proposed(statement: Statement) -> None:
    """What is left out proposes nothing; owners, names and ids go together; nothing varies."""
    found = draft(statement, NO_BODIES)
    for sentence in found.sentences:
        assert bool(sentence.proposals or sentence.hands_down) == (
            sentence.outcome is not Outcome.LEFT_OUT
        )
        for each in sentence.proposals:
            assert len(each.owners) == len(each.names) > 0
            assert each.deadline is None or each.deadline_text is not None
            assert each.lead is None or found.sentences[each.lead].quotation != sentence.quotation
    assert draft(statement, NO_BODIES) == found


@pytest.mark.parametrize(
    "text",
    [
        "agreed to " * 30_000,
        "The UK will act. " * 3_000,
        "A" * 300_000,
        "(" * 100_000,
        "a, " * 100_000,
        "X and Y and " * 20_000,
        "by the end of " * 20_000,
        "双方は、" * 30_000,
        "協力することで一致し、" * 10_000,
        "2025年度" * 30_000,
        "A (BC) " * 20_000,
        "the of the of " * 20_000 + ":",
    ],
    ids=lambda text: text[:12],
)
def test_no_text_takes_long(text: str) -> None:
    """The time grows with the length: a text of a hundred pages on one line is read in seconds."""
    started = time.process_time()
    draft(Statement(passages=(Passage(number="1", text=text),), lang="en"), NO_BODIES)
    assert time.process_time() - started < 10
