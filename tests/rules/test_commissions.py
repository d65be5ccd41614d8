"""Who is asked for news of what, and by which codes the answers are known."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import make_body, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Commitment, Entry, Ledger
from jcm_ledger.model.return_form import FormLanguage
from jcm_ledger.rules.commissions import (
    Commission,
    CommissionReference,
    RowCode,
    commissions,
    language_of,
    row_code,
)
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.standing import standing

DAY, REPLY_BY = date(2026, 11, 25), date(2026, 12, 11)
LEDGER = make_ledger(
    make_commitment("talks", owners=("A", "B"), deadline="2024-05"),
    make_commitment("done", owners=("B",)),
    make_commitment("visas", owners=("C", "committee")),
    journal=[
        make_entry("2024-03-30", "in-progress", note="Begun."),
        make_entry("2024-02-10", "completed", commitment="done", by="B"),
    ],
)


def asked(ledger: Ledger = LEDGER, query: Query | None = None) -> dict[str, list[str]]:
    """Return the ids of what each body is asked about."""
    found = commissions(ledger, DAY, query or Query(), REPLY_BY)
    return {each.body.id: [row.standing.commitment.id for row in each.rows] for each in found}


def of(body: str, ledger: Ledger = LEDGER, day: date = DAY) -> Commission:
    """Return the commission to one body."""
    found = commissions(ledger, day, Query(), REPLY_BY)
    return next(each for each in found if each.body.id == body)


def test_a_body_is_asked_about_what_it_owns_and_is_open() -> None:
    """Alone or with others, or as a side; what is closed is not asked for."""
    assert asked() == {
        "A": ["talks"],
        "UK": ["visas"],
        "B": ["talks"],
        "C": ["visas"],
        "Japan": ["visas"],
    }


@pytest.mark.parametrize(
    ("query", "bodies"),
    [
        (Query(owners=("A",)), ["A"]),
        (Query(owners=("A", "C")), ["A", "C"]),
        (Query(sides=("Japan",)), ["B", "C", "Japan"]),
        (Query(overdue=True), ["A", "B"]),
        (Query(sides=("UK",), overdue=True), ["A"]),
        (Query(words=("visas",), owners=("A",)), []),
    ],
)
def test_only_bodies_that_the_filters_name_are_asked(query: Query, bodies: list[str]) -> None:
    """Who owns a commitment together with a body that is named gets no mail for that."""
    assert [*asked(query=query)] == bodies


def test_the_successor_is_asked_in_the_place_of_a_body() -> None:
    """By either id, from its first day on."""
    ledger = make_ledger(
        make_commitment("talks", owners=("A",)),
        bodies=[make_body("D", "UK", succeeds="A", since="2025-01-01")],
    )
    assert asked(ledger) == {"D": ["talks"]}
    assert asked(ledger, Query(owners=("A",))) == {"D": ["talks"]}
    assert [each.body.id for each in commissions(ledger, date(2024, 1, 1), Query(), DAY)] == ["A"]


def test_bodies_come_by_side_in_the_order_of_the_ledger() -> None:
    """Those that are outside the committee come last."""
    ledger = make_ledger(
        make_commitment("talks", owners=("C", "F", "E", "B", "A")),
        bodies=[make_body("F"), make_body("E", "UK")],
    )
    assert [*asked(ledger)] == ["A", "E", "B", "C", "F"]


def test_a_reference_says_day_and_body() -> None:
    """Whoever files a return can read from it what it is; it is read back as what it was."""
    reference = of("A").reference
    assert re.fullmatch(r"JCM-20261125-A-[0-9A-F]{4}", str(reference))
    assert CommissionReference.parse(f" {reference}\n") == reference
    assert of("A").issued == DAY


@given(st.text(min_size=1, max_size=8), st.dates(min_value=date(1000, 1, 1)))
def test_any_body_and_day_read_back(body: str, day: date) -> None:
    """Ids may have hyphens, digits and letters of any script."""
    reference = CommissionReference(day, body, "7F3A")
    assert CommissionReference.parse(f"JCM-{day:%Y%m%d}-{body}-7F3A") in (reference, None)
    if body.strip() and "\n" not in body:
        assert CommissionReference.parse(str(reference)) == reference


@pytest.mark.parametrize(
    "text", ["", "JCM", "JCM-20261125-A", "JCM-20261325-A-7F3A", "JCM-2026-11-25-A-7F3A", "A-7F3A"]
)
def test_other_texts_are_no_reference(text: str) -> None:
    """A reference that was cut or mistyped is none."""
    assert CommissionReference.parse(text) is None


def codes(ledger: Ledger) -> RowCode:
    """Return the code of the talks as A is asked about them, by the reference of LEDGER."""
    row = standing(ledger, ledger.commitments["talks"], DAY)
    return row_code(of("A").reference, row)


def test_a_code_is_read_back_in_any_case_and_with_blanks() -> None:
    """People retype; a text of other letters is no code."""
    code = of("A").rows[0].code
    assert RowCode.parse(str(code)) == code
    assert RowCode.parse(f" {str(code).lower()} \n") == code
    assert RowCode.parse(str(code).replace("-", "-\n")) == code
    assert RowCode.parse(str(code)[1:]) is None
    assert RowCode.parse("AEIO-UAEI-OUAE") is None


def test_codes_are_of_letters_that_no_spreadsheet_counts_with() -> None:
    """None is read as a number, a date, a formula or a word."""
    for each in commissions(LEDGER, DAY, Query(), REPLY_BY):
        for row in each.rows:
            assert re.fullmatch(r"[B-DF-HJ-NP-TV-XZ]{4}(-[B-DF-HJ-NP-TV-XZ]{4}){2}", str(row.code))


def test_the_code_of_another_commission_is_another() -> None:
    """Another body's, another day's and another commitment's row has another first group."""
    talks = standing(LEDGER, LEDGER.commitments["talks"], DAY)
    visas = standing(LEDGER, LEDGER.commitments["visas"], DAY)
    reference = of("A").reference
    firsts = {
        row_code(reference, talks).asked,
        row_code(reference, visas).asked,
        row_code(of("B").reference, talks).asked,
        row_code(of("A", day=date(2026, 11, 26)).reference, talks).asked,
    }
    assert len(firsts) == 4


def with_talks(change: Callable[[Commitment], Commitment]) -> Ledger:
    """Return LEDGER with the talks changed."""
    changed = change(LEDGER.commitments["talks"])
    return replace(LEDGER, commitments={**LEDGER.commitments, "talks": changed})


def with_entry(entry: Entry) -> Ledger:
    """Return LEDGER with another entry at the end."""
    return replace(LEDGER, journal=(*LEDGER.journal, entry))


@pytest.mark.parametrize(
    "change",
    [
        lambda made: replace(made, title="Other talks"),
        lambda made: replace(made, summary="Talk."),
        lambda made: replace(made, owners=("A",)),
        lambda made: replace(made, deadline=None),
        lambda made: replace(made, paragraph=7),
        lambda made: replace(made, deadline_text="soon"),
    ],
)
def test_other_words_of_what_was_promised_change_the_second_group(
    change: Callable[[Commitment], Commitment],
) -> None:
    """Whoever answered had the old ones before them."""
    before, after = codes(LEDGER), codes(with_talks(change))
    assert (after.asked, after.told) == (before.asked, before.told)
    assert after.promised != before.promised


def test_an_entry_dated_by_then_changes_the_third_group() -> None:
    """It came on file after the form was issued, which its date does not tell."""
    before = codes(LEDGER)
    after = codes(with_entry(make_entry("2026-11-25", note="Said today.")))
    assert (after.asked, after.promised) == (before.asked, before.promised)
    assert after.told != before.told


@pytest.mark.parametrize(
    "same",
    [
        with_entry(make_entry("2026-11-26", "completed")),
        with_entry(make_entry("2026-11-24", "stalled", commitment="visas")),
        with_talks(lambda made: replace(made, title_ja="協議", summary_ja="協議する。")),
        with_talks(lambda made: replace(made, theme="space", review_by=DAY)),
    ],
)
def test_what_changes_nothing_of_the_row_leaves_its_code(same: Ledger) -> None:
    """A later entry, one about something else, a translation: the answer still fits."""
    assert codes(same) == codes(LEDGER)


def test_the_same_is_asked_under_the_same_reference() -> None:
    """Asked again on the same day in another language, it is the same commission."""
    assert of("A") == of("A")
    assert of("A").reference != of("A", with_entry(make_entry("2026-11-24", "stalled"))).reference


@pytest.mark.parametrize(
    ("side", "language"),
    [("Japan", "ja"), ("JAPAN", "ja"), ("日本", "ja"), ("UK", "en"), ("Chile", "en"), (None, "en")],
)
def test_a_body_is_asked_in_the_language_of_its_side(side: str | None, language: str) -> None:
    """Bodies of Japan in Japanese, all others in English."""
    assert language_of(make_body("X", side)) is FormLanguage(language)


def test_a_commission_counts_what_is_overdue() -> None:
    """As of the day of issue."""
    assert of("A").overdue == 1
    assert of("C").overdue == 0
