"""What rows of a return come to: what is recorded, and how it stands to what came on file since."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from examples import make_body, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Deadline, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.return_form import FormLanguage, HeadCell, ReturnColumn
from jcm_ledger.model.status import Status
from jcm_ledger.render.xlsx.returns import workbook
from jcm_ledger.rules.collecting.outcomes import Collection, Fate, Reason, Remark
from jcm_ledger.rules.commissions import commission
from returns import (
    ISSUED,
    REPLY_BY,
    Answers,
    by_ref,
    came_to,
    cell,
    commission_to,
    filled,
    form,
    reasons,
    rows,
)

C = ReturnColumn
TALKS = make_commitment("talks", title="Talks", deadline="2027-03")
LABS = make_commitment("labs", title="Labs", owners=("A",))
VISAS = make_commitment("visas", title="Visas", title_ja="査証")
LEDGER = make_ledger(
    TALKS, LABS, VISAS, journal=[make_entry("2026-06-01", "in-progress", commitment="visas")]
)
ROWS = [row.standing for row in commission_to(LEDGER, "A").rows]
REFERENCE = str(commission_to(LEDGER, "A").reference)


def returned(answers: Answers, ledger: Ledger = LEDGER, body: str = "A", **head: object) -> bytes:
    """Return the form of a body, filled in and dated 8 December 2026."""
    typed = {HeadCell(key.replace("_", "-")): value for key, value in head.items()}
    return filled(form(ledger, body), answers, typed)


def without(ref: str) -> Callable[[Workbook], None]:
    """Return what deletes the row of a commitment."""

    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.delete_rows(rows(sheet)[ref])

    return edit


def after(ledger: Ledger, *entries: Entry) -> Ledger:
    """Return a ledger with further entries."""
    return replace(ledger, journal=(*ledger.journal, *entries))


def recorded(ledger: Ledger, content: bytes, **options: Any) -> Ledger:
    """Return a ledger after a return was collected."""
    return after(ledger, *came_to(ledger, content, **options).entries)


def remarks(found: Collection) -> list[tuple[Remark, str]]:
    """Return what is told, and of what."""
    return [(each.remark, each.said) for each, _ref in found.every_remark]


FULL = {
    "talks": {
        C.STATUS: "stalled",
        C.NOTE: "No room was free.",
        C.HAPPENED: "November 2026",
        C.EVIDENCE: "https://example.org/a\nMinutes of the meeting\nref: 2026/12",
        C.NEW_DEADLINE: "30 June 2027",
        C.REASON: "The new building opens in May.",
    }
}


def test_remarks_on_the_whole_form_are_told() -> None:
    """They belong to no row, and are not recorded."""
    found = came_to(LEDGER, returned({}, remarks="Please ask MOFA too."))
    assert (Remark.ABOVE_THE_ROWS, "Please ask MOFA too.") in remarks(found)
    assert not found.entries


def test_a_row_becomes_an_entry_with_all_that_it_says() -> None:
    """By the body that was asked, on the day of the return, with the reference that it answers.

    What is no address is kept as a reference, and the reason of a new deadline in the note.
    """
    found = came_to(LEDGER, returned(FULL))
    assert not found.held_up
    assert found.entries == [
        Entry(
            commitment="talks",
            date=date(2026, 12, 8),
            by="A",
            status=Status.STALLED,
            happened=Period.parse("2026-11"),
            deadline=Deadline.parse("2027-06-30"),
            note="No room was free.\nReason for the new deadline: The new building opens in May.",
            evidence=("https://example.org/a", "ref: Minutes of the meeting", "ref: 2026/12"),
            commission=REFERENCE,
        )
    ]


@pytest.mark.parametrize(
    ("typed", "status"),
    [("in progress", "in-progress"), ("実施中", "in-progress"), ("in progress / 実施中", "in-progress"),
     ("ongoing", "in-progress"), ("完了", "completed"), ("On Hold", "stalled"), ("取りやめ", "not-pursued"),
     ("後継事項へ移行", "superseded"), ("COMPLETED", "completed")],
)  # fmt: skip
def test_a_status_is_taken_in_either_language(typed: str, status: str) -> None:
    """Those of the list, and what people say for them."""
    for language in FormLanguage:
        content = filled(form(LEDGER, "B", language), {"visas": {C.STATUS: typed}})
        (entry,) = came_to(LEDGER, content).entries
        assert (entry.status, entry.by) == (Status(status), "B")


def test_each_row_comes_to_one_thing() -> None:
    """Recorded, no change, not answered: an untouched row is no answer."""
    found = came_to(LEDGER, returned({**FULL, "visas": {C.STATUS: "no change"}}))
    assert {ref: row.fate for ref, row in by_ref(found).items()} == {
        "talks": Fate.RECORDED,
        "labs": Fate.NOT_ANSWERED,
        "visas": Fate.NO_CHANGE,
    }


def test_no_change_with_news_beside_it_records_the_news() -> None:
    """The status that did not change is not reported again."""
    answers = {"visas": {C.STATUS: "no change", C.NOTE: "A second round was held."}}
    (entry,) = came_to(LEDGER, returned(answers)).entries
    assert (entry.status, entry.note) == (None, "A second round was held.")


def test_a_row_that_did_not_come_back_is_told() -> None:
    """Somebody deleted it: it is not the same as an empty one."""
    content = filled(form(LEDGER, "A"), FULL, {}, without("labs"))
    found = came_to(LEDGER, content)
    assert [row.commitment for row in found.rows if row.fate is Fate.NOT_RETURNED] == ["labs"]
    assert Remark.MAY_LACK_ROWS not in dict(remarks(found))


def test_what_was_perhaps_not_asked_for_is_not_said_to_be_missing() -> None:
    """Of a part of the rows, of which one did not come back, the rest cannot be known."""
    part = commission(LEDGER, LEDGER.organisations["A"], ROWS[:2], ISSUED, REPLY_BY)
    content = filled(workbook(part, LEDGER, FormLanguage.EN), FULL, {}, without("labs"))
    found = came_to(LEDGER, content)
    assert not found.of(Fate.NOT_RETURNED)
    (told,) = [each for each in found.remarks if each.remark is Remark.MAY_LACK_ROWS]
    assert told.commitments == ("labs", "visas")


def test_a_commission_of_some_rows_lacks_no_others() -> None:
    """The end of the reference tells that these were all that was asked."""
    part = commission(LEDGER, LEDGER.organisations["A"], ROWS[:2], ISSUED, REPLY_BY)
    found = came_to(LEDGER, filled(workbook(part, LEDGER, FormLanguage.EN), FULL))
    assert len(found.entries) == 1
    assert not found.of(Fate.NOT_RETURNED)
    assert Remark.MAY_LACK_ROWS not in dict(remarks(found))


def test_the_same_return_again_adds_nothing() -> None:
    """It is on file by its reference; a closing answer too, though the commitment is closed now."""
    answers = {**FULL, "labs": {C.STATUS: "completed", C.EVIDENCE: "https://example.org/b"}}
    content = returned(answers)
    later = recorded(LEDGER, content)
    again = came_to(later, content)
    assert not again.entries
    assert not again.held_up
    assert again.counts[Fate.ALREADY_RECORDED] == 2


def test_the_same_return_dated_otherwise_adds_nothing() -> None:
    """Without a day in it, it would be dated by the day on which it is collected."""
    content = returned(FULL, returned=None)
    later = recorded(LEDGER, content)
    again = came_to(later, content, today=date(2026, 12, 20))
    assert again.counts[Fate.ALREADY_RECORDED] == 1


def test_another_answer_to_the_same_is_refused_unless_it_corrects() -> None:
    """Then it is added as a later entry, and both stay on file."""
    later = recorded(LEDGER, returned(FULL))
    other = returned({"talks": {C.STATUS: "in progress"}})
    assert reasons(came_to(later, other)) == [Reason.OTHER_ANSWER_ON_FILE]
    (entry,) = came_to(later, other, correct=True).entries
    assert entry.status is Status.IN_PROGRESS


def test_a_correction_is_no_earlier_than_what_it_corrects() -> None:
    """Else it would change nothing, as the later date counts."""
    later = recorded(LEDGER, returned(FULL))
    other = returned({"talks": {C.STATUS: "in progress"}}, returned="7 December 2026")
    assert reasons(came_to(later, other, correct=True)) == [Reason.CORRECTED_EARLIER]


def test_a_correction_may_reopen_what_the_first_answer_closed() -> None:
    """What the commission itself brought on file does not make its correction stale."""
    first = returned({"labs": {C.STATUS: "completed", C.NOTE: "Opened."}})
    later = recorded(LEDGER, first)
    other = returned({"labs": {C.STATUS: "in progress", C.NOTE: "Not quite."}})
    found = came_to(later, other, correct=True)
    assert [entry.status for entry in found.entries] == [Status.IN_PROGRESS]


def test_two_people_answer_in_another_order_than_they_were_asked() -> None:
    """Asked on the 1st; A answers; B marks it on the 5th, and returns an older status on the 8th.

    A's answer holds nothing up and is shown; B's own newer word does, and both are shown.
    """
    a, b = returned({"talks": {C.STATUS: "in progress"}}), form(LEDGER, "B")
    ledger = recorded(LEDGER, a)
    ledger = after(ledger, make_entry("2026-12-05", "completed", "B", note="Signed in Tokyo."))
    older = filled(b, {"talks": {C.STATUS: "実施中"}})
    found = came_to(ledger, older)
    (refused,) = by_ref(found)["talks"].refusals
    assert (refused.reason, refused.found) == (Reason.SAME_BODY_SINCE, "実施中")
    assert [(e.date, e.by, e.status) for e in refused.entries] == [
        (date(2026, 12, 5), "B", Status.COMPLETED)
    ]
    told = [each for each, _ref in found.every_remark if each.remark is Remark.SINCE]
    assert [entry.by for each in told for entry in each.entries] == ["A"]
    assert not found.entries
    (entry,) = came_to(ledger, older, anyway=frozenset({"talks"})).entries
    assert (entry.status, entry.by) == (Status.IN_PROGRESS, "B")


def test_what_another_body_put_on_file_holds_nothing_up() -> None:
    """It is shown beside the row."""
    ledger = after(LEDGER, make_entry("2026-12-05", "stalled", "B", note="Waiting."))
    found = came_to(ledger, returned(FULL))
    assert len(found.entries) == 1
    assert Remark.SINCE in dict(remarks(found))


def test_a_note_of_the_same_body_holds_nothing_up() -> None:
    """It set neither a status nor a deadline."""
    ledger = after(LEDGER, make_entry("2026-12-05", None, "A", note="Called."))
    assert len(came_to(ledger, returned(FULL)).entries) == 1


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (make_entry("2026-12-03", "stalled", "A"), Reason.SAME_BODY_SINCE),
        (make_entry("2026-12-03", None, "A", deadline="2028", note="x"), Reason.SAME_BODY_SINCE),
        (make_entry("2026-12-03", "stalled", "C", on_behalf_of="A"), Reason.SAME_BODY_SINCE),
        (make_entry("2026-12-03", "stalled", "committee"), Reason.SAME_BODY_SINCE),
        (make_entry("2026-10-01", "stalled", "A"), Reason.SAME_BODY_SINCE),
        (
            make_entry("2026-12-03", None, "committee", owners=("A", "C"), note="x"),
            Reason.OWNERS_CHANGED,
        ),
    ],
)
def test_an_answer_that_was_overtaken_is_refused(entry: Entry, reason: Reason) -> None:
    """By a status or deadline by or for the body, one dated back too, or by a hand-over."""
    ledger = after(LEDGER, entry)
    assert reasons(came_to(ledger, returned(FULL))) == [reason]
    assert came_to(ledger, returned(FULL), anyway=frozenset({"talks"})).entries
    assert came_to(ledger, returned(FULL), anyway=frozenset({REFERENCE})).entries


def test_an_answer_to_what_was_closed_since_is_refused() -> None:
    """Both sides said that it is done."""
    done = [make_entry("2026-12-03", "completed", by, note="x") for by in ("A", "B")]
    found = came_to(after(LEDGER, *done), returned(FULL))
    assert Reason.CLOSED_SINCE in reasons(found)


def test_an_answer_to_other_words_is_refused() -> None:
    """The commitment was edited since it was asked for."""
    edited = replace(TALKS, title="Talks about chips")
    ledger = replace(LEDGER, commitments={**LEDGER.commitments, "talks": edited})
    assert reasons(came_to(ledger, returned(FULL))) == [Reason.WORDING_CHANGED]


def test_a_translation_that_came_since_changes_nothing() -> None:
    """What was promised is the same."""
    edited = replace(TALKS, title_ja="協議")
    ledger = replace(LEDGER, commitments={**LEDGER.commitments, "talks": edited})
    assert len(came_to(ledger, returned(FULL)).entries) == 1


def reword(*refs: str) -> Callable[[Workbook], object]:
    """Return the edit that words what is on file of rows otherwise."""

    def edit(book: Workbook) -> None:
        for ref in refs:
            cell(book.worksheets[0], ref, C.ON_FILE).value = "so far: nothing"

    return edit


def test_a_form_of_an_older_jcm_is_taken() -> None:
    """Where most rows are worded otherwise nobody changed them; where one is, somebody did."""
    sent = form(LEDGER, "A")
    found = came_to(LEDGER, filled(sent, FULL, {}, reword("talks", "labs", "visas")))
    assert len(found.entries) == 1
    assert (Remark.OTHER_WORDING, "on-file") in remarks(found)
    assert reasons(came_to(LEDGER, filled(sent, FULL, {}, reword("talks")))) == [
        Reason.LOCKED_TEXT_CHANGED
    ]


def test_an_entry_that_is_gone_is_seen() -> None:
    """A ledger is only added to: what was on file at issue cannot be told any more."""
    ledger = replace(LEDGER, journal=())
    content = returned({"visas": {C.STATUS: "stalled"}})
    assert reasons(came_to(ledger, content)) == [Reason.STATE_UNKNOWN]


def test_two_files_of_one_body_that_differ_are_both_refused() -> None:
    """No file wins by being later; who saved each is told."""

    def saved_by(name: str, status: str) -> bytes:
        def edit(book: Workbook) -> None:
            book.properties.lastModifiedBy = name

        return filled(form(LEDGER, "A"), {"talks": {C.STATUS: status}}, {}, edit)

    found = came_to(LEDGER, saved_by("Ann", "stalled"), saved_by("Bob", "completed"))
    refusals = [refused for refused, _ref in found.every_refusal]
    assert [each.reason for each in refusals] == [Reason.TWO_FILES] * 2
    assert [(each.found, each.expected) for each in refusals] == [("Ann", "Bob"), ("Bob", "Ann")]
    assert not found.entries


def test_two_files_of_one_body_that_agree_are_one() -> None:
    """A copy of the same answer is recorded once, and rows may be shared out between two files."""
    first = returned({"talks": {C.STATUS: "stalled"}})
    second = returned({"talks": {C.STATUS: "stalled"}, "labs": {C.STATUS: "in progress"}})
    found = came_to(LEDGER, first, second)
    assert [entry.commitment for entry in found.entries] == ["talks", "labs"]
    assert not found.held_up


def test_two_bodies_of_one_call_are_recorded_together() -> None:
    """Each with its own word on the same commitment."""
    both = [returned({"talks": {C.STATUS: status}}, body=body)
            for body, status in (("A", "completed"), ("B", "in progress"))]  # fmt: skip
    found = came_to(LEDGER, *both)
    assert [(entry.by, entry.status) for entry in found.entries] == [
        ("A", Status.COMPLETED),
        ("B", Status.IN_PROGRESS),
    ]


def test_nothing_to_report_is_an_answer_for_all_rows() -> None:
    """Untouched rows are told as no change, if a status is on file; an answer contradicts it."""
    nil = came_to(LEDGER, returned({}, nil_return="yes"))
    assert (nil.counts[Fate.NO_CHANGE], nil.counts[Fate.NOTHING_ON_FILE]) == (1, 2)
    assert reasons(came_to(LEDGER, returned(FULL, nil_return="はい"))) == [Reason.NIL_AND_ANSWERS]


@pytest.mark.parametrize("only", ["labs", REFERENCE])
def test_some_rows_alone_are_recorded(only: str) -> None:
    """By their refs, or by the reference of a commission; what else is refused holds nothing up."""
    wrong: Answers = {"talks": {C.STATUS: "soon"}, "labs": {C.STATUS: "in progress"}}
    found = came_to(LEDGER, returned(wrong), only=frozenset({"labs"}))
    assert [entry.commitment for entry in found.entries] == ["labs"]
    assert not found.held_up
    whole = came_to(LEDGER, returned({"labs": {C.STATUS: "in progress"}}), only=frozenset({only}))
    assert len(whole.entries) == 1


def test_the_day_is_that_of_the_return() -> None:
    """As it says itself, else as is said of it, else today; that is told."""
    dated = came_to(LEDGER, returned(FULL, returned="令和8年12月4日"))
    said = came_to(LEDGER, returned(FULL), on=date(2026, 12, 5))
    undated = came_to(LEDGER, returned(FULL, returned=None))
    assert [found.entries[0].date.day for found in (dated, said, undated)] == [4, 5, 9]
    assert (Remark.DATED_TODAY, "2026-12-09") in remarks(undated)


@pytest.mark.parametrize(
    ("typed", "link", "kept"),
    [
        ("Minutes", "https://example.org/m", ["Minutes <https://example.org/m>"]),
        ("https://example.org/m", "https://example.org/m/", ["https://example.org/m"]),
        ("https://a.org", "https://b.org", ["https://a.org <https://b.org>"]),
        ("One\nTwo", "https://b.org", ["ref: One", "ref: Two", "https://b.org"]),
        ("Minutes", r"file:///C:\minutes.docx", ["ref: Minutes"]),
        ("Minutes <https://example.org/m>", "", ["Minutes <https://example.org/m>"]),
        ("minutes.docx", "", ["ref: minutes.docx"]),
    ],
)
def test_evidence_is_kept_with_the_address_behind_it(
    typed: str, link: str, kept: Sequence[str]
) -> None:
    """A link whose text hides where it leads is kept as both; one that is no address is told."""

    def edit(book: Workbook) -> None:
        if link:
            cell(book.worksheets[0], "talks", C.EVIDENCE).hyperlink = link

    answers = {"talks": {C.STATUS: "completed", C.EVIDENCE: typed}}
    found = came_to(LEDGER, filled(form(LEDGER, "A"), answers, {}, edit))
    (entry,) = found.entries
    assert entry.evidence == tuple(kept)
    if link.startswith("file"):
        assert (Remark.LINK_LEFT_OUT, link) in remarks(found)


def test_a_side_may_be_asked() -> None:
    """Where a side owns a commitment itself, its return is the side's word."""
    ledger = make_ledger(
        make_commitment("talks", owners=("UK", "B")), bodies=[make_body("D", "UK")]
    )
    content = returned({"talks": {C.STATUS: "completed"}}, ledger, "UK")
    (entry,) = came_to(ledger, content).entries
    assert entry.by == "UK"
