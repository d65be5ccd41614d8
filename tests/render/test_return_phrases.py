"""What is said of returns: each in both languages, in whole sentences, and nothing that steers."""

import re
from datetime import date

import pytest

from examples import make_entry
from jcm_ledger.render.phrases.english import English
from jcm_ledger.render.phrases.english.returns import EnglishReturns
from jcm_ledger.render.phrases.japanese import Japanese
from jcm_ledger.render.phrases.japanese.returns import JapaneseReturns
from jcm_ledger.rules.collecting.outcomes import (
    CellPlace,
    Fate,
    Reason,
    Refused,
    Remark,
    Remarked,
    ReturnedFile,
)
from jcm_ledger.rules.written_days import Doubt, UnclearDay

ReturnWords = EnglishReturns | JapaneseReturns

ENTRY = make_entry("2026-12-05", "completed", "B", note="Signed.")
PLACE = CellPlace("return.xlsx", "Return", "H12")
WORDS = pytest.mark.parametrize("say", [English().returns, Japanese({}).returns], ids=["en", "ja"])
COLUMNS = {Reason.OTHER_HEADING: "status reason"}
DATED = {Reason.HAPPENED_LATER, Reason.RETURNED_BEFORE_ISSUE, Reason.RETURNED_LATER}
DATED |= {Reason.CORRECTED_EARLIER}


def refused(reason: Reason) -> Refused:
    """Return a refusal as the rules make it."""
    found = "2026-12-01" if reason in DATED else "FOUND"
    found = "completed" if reason is Reason.CLOSED_SINCE else found
    expected = "2026-12-08" if reason in DATED else COLUMNS.get(reason, "EXPECTED")
    doubt = UnclearDay("FOUND", Doubt.UNKNOWN) if "day" in reason else None
    return Refused(reason, PLACE, found, expected, "status", doubt, PLACE, (ENTRY,))


@WORDS
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_and_a_way_out(say: ReturnWords, reason: Reason) -> None:
    """What is wrong, and what to do about it, with the row to name."""
    why = refused(reason)
    sentence, way_out = say.sentence(why), say.way_out(why, "talks")
    assert sentence
    assert way_out
    assert "{" not in sentence + way_out
    if isinstance(say, JapaneseReturns):
        assert re.search("[\u3040-\u30ff]", sentence)
        assert re.search("[\u3040-\u30ff]", way_out) or reason is Reason.BREAKS_RULE
        plain = re.sub(r"FOUND|EXPECTED|talks|return\.xlsx|Return|H12|Signed\.|B：", "", sentence)
        assert not re.search(r"[a-z]{4,}", plain), plain


@WORDS
@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_about_a_day_is_said(say: ReturnWords, doubt: Doubt) -> None:
    """With the days that it may mean."""
    days = (date(2026, 5, 6), date(2026, 6, 5))
    why = Refused(
        Reason.UNCLEAR_DAY, PLACE, "5/6", column="happened", doubt=UnclearDay("5/6", doubt, days)
    )
    assert "5/6" in say.sentence(why)


@WORDS
@pytest.mark.parametrize("remark", Remark)
def test_every_remark_has_a_sentence(say: ReturnWords, remark: Remark) -> None:
    """What stands there, and that it is not recorded."""
    said = {Remark.DATED_TODAY: "2026-12-08", Remark.OTHER_WORDING: "owners"}.get(remark, "SAID")
    assert say.remark(Remarked(remark, PLACE, said, (ENTRY,)))


@WORDS
def test_every_fate_is_counted(say: ReturnWords) -> None:
    """The closing line has those that occur, in one order."""
    closing = say.closing({fate: number for number, fate in enumerate(Fate)})
    assert all(say.fate(fate) in closing for fate in [*Fate][1:])
    assert say.fate(Fate.REFUSED) not in say.closing({Fate.RECORDED: 2, Fate.REFUSED: 0})
    assert say.closing({})


@WORDS
def test_a_file_says_whose_it_is(say: ReturnWords) -> None:
    """All that its head tells, and nothing of what it leaves out."""
    about = ReturnedFile(
        name="METI.xlsx", references=("JCM-20261201-B-0000",), filled_in_by="Ann", email="a@e.org",
        cleared_by="Bob", returned="8 December", saved_by="Cyd", nil=True,
    )  # fmt: skip
    line = say.file(about)
    assert all(text in line for text in ("METI.xlsx", "Ann", "a@e.org", "Bob", "8 December", "Cyd"))
    assert say.file(ReturnedFile(name="x.csv")) == "x.csv"


def test_the_two_languages_say_the_same_things() -> None:
    """A method that one lacks would be missed when it is called."""
    english, japanese = (
        {name for name in dir(kind) if not name.startswith("_")}
        for kind in (EnglishReturns, JapaneseReturns)
    )
    assert english == japanese
