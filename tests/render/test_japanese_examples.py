"""Examples of what jcm says in Japanese: days, bodies, standings, lists, letters and changes."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import (
    make_body,
    make_commitment,
    make_entry,
    make_ledger,
    make_meeting,
    make_report,
)
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import (
    Circulation,
    Commitment,
    Committee,
    Entry,
    Ledger,
    Meeting,
    Organisation,
    OwnColumn,
)
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.japanese import Japanese
from jcm_ledger.rules.bodies import Body, bodies
from jcm_ledger.rules.changes import State, changes
from jcm_ledger.rules.effect import effects
from jcm_ledger.rules.query import Emptiness, Filter, Later, Query, select
from jcm_ledger.rules.standing import Standing, standing

BODIES = {
    "MOFA": Organisation(
        id="MOFA", name="Ministry of Foreign Affairs", name_ja="外務省", side="Japan"
    ),
    "CAO": Organisation(
        id="CAO", name="Cabinet Office", name_ja="内閣府", short_ja="内閣府", side="Japan"
    ),
    "DSIT": Organisation(
        id="DSIT",
        name="Department for Science, Innovation and Technology",
        name_ja="科学・イノベーション・技術省",
        short_ja="DSIT",
        side="UK",
    ),
    "BEIS": make_body("BEIS", "UK"),
    "UK": Organisation(id="UK", name="UK", side="UK"),
}
SAY = Japanese(BODIES)
BY_ERAS = Japanese(BODIES, eras=True)
MEETING = Meeting(
    id="jcm-12",
    title="12th Joint Committee Meeting",
    title_ja="第12回日英科学技術協力合同委員会",
    held=date(2023, 11, 7),
    place="London",
    place_ja="ロンドン",
)


def made(day: str, *entries: Entry, **fields: Any) -> Standing:
    """Return how a commitment to talks of DSIT and MOFA stands on a day."""
    about = {"owners": ("DSIT", "MOFA"), "meeting": "jcm-12", **fields}
    talks = make_commitment(title="Talks", title_ja="半導体協議", **about)
    return standing(on_file(talks, journal=entries), talks, date.fromisoformat(day))


def on_file(*commitments: Commitment, journal: Sequence[Entry] = ()) -> Ledger:
    """Return a ledger of these commitments, entries and bodies."""
    known = [body for name, body in BODIES.items() if name != "UK"]
    return make_ledger(*commitments, journal=journal, meetings=(MEETING,), bodies=known)


@pytest.mark.parametrize(
    ("spelling", "words", "by_eras"),
    [
        ("2024-06-30", "2024年6月30日", "令和6年6月30日"),
        ("2019-04-30", "2019年4月30日", "平成31年4月30日"),
        ("2019-05-01", "2019年5月1日", "令和元年5月1日"),
        ("1989-01-07", "1989年1月7日", "昭和64年1月7日"),
        ("1989-01-08", "1989年1月8日", "平成元年1月8日"),
        ("1926-12-24", "1926年12月24日", "大正15年12月24日"),
        ("1912-07-29", "1912年7月29日", "明治45年7月29日"),
        ("1873-01-01", "1873年1月1日", "明治6年1月1日"),
        ("1872-12-31", "1872年12月31日", "1872年12月31日"),
        ("2024-H1", "2024年1～6月", "令和6年1～6月"),
        ("2024-Q2", "2024年4～6月", "令和6年4～6月"),
        ("2024-06", "2024年6月", "令和6年6月"),
        ("2024", "2024年", "令和6年"),
        ("2019", "2019年", "平成31年1月～令和元年12月"),
        ("2019-05", "2019年5月", "令和元年5月"),
        ("2024/2026", "2024年～2026年", "令和6年～令和8年"),
        ("2024-05/2024-06", "2024年5～6月", "令和6年5～6月"),
        ("2023-11/2024-03", "2023年11月～2024年3月", "令和5年11月～令和6年3月"),
        ("2024-06-15/2024-07-02", "2024年6月15日～7月2日", "令和6年6月15日～7月2日"),
        ("2024-06-15/2025-01-02", "2024年6月15日～2025年1月2日", "令和6年6月15日～令和7年1月2日"),
        (
            "FY2024-Q3",
            "2024年度第3四半期（2024年10～12月）",
            "令和6年度第3四半期（令和6年10～12月）",
        ),
        ("FY2024-Q4", "2024年度第4四半期（2025年1～3月）", "令和6年度第4四半期（令和7年1～3月）"),
        (
            "FY2024-H2",
            "2024年度下半期（2024年10月～2025年3月）",
            "令和6年度下半期（令和6年10月～令和7年3月）",
        ),
        ("FY2019", "2019年度（2019年4月～2020年3月）", "令和元年度（平成31年4月～令和2年3月）"),
        (
            "FY2023/FY2024",
            "2023年度～2024年度（2023年4月～2025年3月）",
            "令和5年度～令和6年度（令和5年4月～令和7年3月）",
        ),
        (
            "2024-04/2025-03",
            "2024年4月～2025年3月（2024年度）",
            "令和6年4月～令和7年3月（令和6年度）",
        ),
    ],
)
def test_a_period_is_said_in_months_and_by_eras_on_request(
    spelling: str, words: str, by_eras: str
) -> None:
    """A half or a quarter alone would be read as one of the fiscal year from April."""
    period = Period.parse(spelling)
    assert SAY.period(period) == SAY.in_prose(period) == words
    assert BY_ERAS.period(period) == BY_ERAS.in_prose(period) == by_eras


def test_the_language_says_how_years_are_counted() -> None:
    """The tag of the language names the calendar (BCP 47)."""
    assert (SAY.lang, BY_ERAS.lang) == ("ja", "ja-u-ca-japanese")


@given(st.dates(), st.dates(), st.booleans())
def test_any_days_can_be_said(first: date, last: date, eras: bool) -> None:  # noqa: FBT001
    """No day of the calendar is out of reach, and no half or quarter stands without its year."""
    begin, end = min(first, last), max(first, last)
    say = Japanese(eras=eras)
    assert say.lapse(begin, end)
    assert re.search("[年月日度）]$", say.period(Period(begin, end)))
    assert re.fullmatch(r"\S+年\d+月\d+日", say.day(begin))


@given(st.dates(min_value=date(2019, 5, 1)))
def test_a_year_of_reiwa_is_2018_years_after(day: date) -> None:
    """The year of the era counts on from 2019, its first, whose number is written 元."""
    number = int(BY_ERAS.year(day).removeprefix("令和").removesuffix("年").replace("元", "1"))
    assert number + 2018 == day.year


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-06-30", "2024-07-01", "1日"),
        ("2024-06-30", "2024-09-28", "90日"),
        ("2024-06-30", "2024-09-29", "2か月"),
        ("2024-06-30", "2026-11-25", "2年4か月"),
        ("2025-12-31", "2026-12-31", "1年"),
    ],
)
def test_how_long_it_is_has_the_counters_of_official_papers(
    first: str, last: str, words: str
) -> None:
    """か月 in hiragana, and no blank."""
    assert SAY.lapse(date.fromisoformat(first), date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (SAY.commitments(1234), "コミットメント1,234件"),
        (SAY.age(20), "20日"),
        (SAY.age(400), "13か月"),
        (SAY.age(1100), "3年"),
        (SAY.slip(365), "365日後ろ倒し"),
        (SAY.slip(-1200), "1,200日前倒し"),
        (SAY.slip(0), "末日は同じ"),
        (SAY.duration(Duration(90, "d")), "90日"),
        (SAY.duration(Duration(2, "w")), "2週間"),
        (SAY.duration(Duration(6, "m")), "6か月"),
        (SAY.duration(Duration(1, "y")), "1年"),
        (SAY.hidden(Later()), ""),
        (SAY.hidden(Later(commitments=3)), "後の会合のコミットメント3件は表示していない。"),
        (
            SAY.hidden(Later(commitments=3, entries=2)),
            "後の会合のコミットメント3件及び後の日付の進捗記録2件は表示していない。",
        ),
        (SAY.listed(["英国", "フランス", "日本"]), "英国、フランス及び日本"),
        (SAY.listed(["英国"]), "英国"),
        (SAY.quoted("早期に"), "「早期に」"),
        (SAY.quoted("at an early date"), "“at an early date”"),
        (SAY.sentence("協議を開始"), "協議を開始。"),
        (SAY.sentence("協議を開始した。"), "協議を開始した。"),
        (SAY.sentence("（協議を開始した。）"), "（協議を開始した。）"),
        (SAY.sentence("Talks began"), "Talks began."),
        (SAY.sentence("Talks began."), "Talks began."),
        (SAY.lists.count_of_entries(3, 12), "進捗記録12件中3件を表示。"),
        (SAY.pages.shown("3", "12"), "12件中3件を表示"),
        (SAY.findings.summary("a.toml", 2, 1, 0), "a.toml：エラー2件、警告1件"),
        (SAY.findings.summary("a.toml", 0, 0, 3), "a.toml：指摘なし（ほかに除外した警告3件）"),
        (SAY.timelines.quarter(date(2024, 5, 1)), "4～6月"),
        (SAY.timelines.month_and_year(date(2024, 5, 1)), "2024年5月"),
        (BY_ERAS.timelines.month_and_year(date(2024, 5, 1)), "令和6年5月"),
    ],
)
def test_numbers_and_sentences_are_written_as_in_official_papers(said: str, words: str) -> None:
    """Counters without blanks, the total before the part, 及び before the last."""
    assert said == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("MOFA", "外務省"),
        ("DSIT", "DSIT"),
        ("BEIS", "BEIS"),
        ("UK", "英国"),
        ("Japan", "日本"),
        ("unheard-of", "unheard-of"),
    ],
)
def test_a_body_is_called_as_in_japan(name: str, words: str) -> None:
    """By `short_ja`, else `name_ja`, else its id; a side by the name of the country."""
    assert SAY.short(name) == words


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("UK", "英国"),
        ("United Kingdom", "英国"),
        ("Germany", "ドイツ"),
        ("USA", "米国"),
        ("EU", "EU"),
        ("Atlantis", "Atlantis"),
    ],
)
def test_a_side_has_the_name_of_its_country(side: str, words: str) -> None:
    """One that is not known stays as it is, and so does one that is said already."""
    assert SAY.side(side) == SAY.side(SAY.side(side)) == words


@pytest.mark.parametrize(
    ("body", "words", "with_both"),
    [
        ("MOFA", "外務省", "外務省（Ministry of Foreign Affairs、MOFA）"),
        (
            "DSIT",
            "DSIT（科学・イノベーション・技術省）",
            "DSIT（科学・イノベーション・技術省、Department for Science, Innovation and Technology）",
        ),
        ("BEIS", "BEIS（Body BEIS）", "BEIS（Body BEIS）"),
        ("UK", "英国", "英国（UK）"),
    ],
)
def test_a_body_is_named_once_in_each_way(body: str, words: str, with_both: str) -> None:
    """A ministry whose short name is its name has it once."""
    assert SAY.body(BODIES[body]) == words
    assert SAY.body(BODIES[body], both=True) == with_both


def test_owners_stand_in_a_row_and_say_that_they_are_inferred() -> None:
    """Inferred stands once, for all of them; a name that is spelled out stands in brackets."""
    row = made("2024-01-01", owners=("MOFA", "CAO", "DSIT"), owners_inferred=True)
    assert SAY.owners(row) == "外務省、内閣府、DSIT（推定）"
    names = {body: SAY.name(BODIES[body]) for body in row.owners}
    spelled = "外務省、内閣府、DSIT（科学・イノベーション・技術省）（推定）"
    assert SAY.owners(row, names) == spelled
    full = "外務省、内閣府、科学・イノベーション・技術省（DSIT）（推定）"
    assert SAY.owners_in_full(row, BODIES) == full


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (make_entry("2025-01-22", by="MOFA"), "外務省"),
        (make_entry("2025-01-22", by="committee"), "双方"),
        (make_entry("2025-01-22", by=None), "報告機関の記載なし"),
        (make_entry("2025-01-22", by="DSIT", on_behalf_of="MOFA"), "外務省（DSITが報告）"),
        (make_entry("2025-01-22", by=None, on_behalf_of="MOFA"), "外務省（報告機関の記載なし）"),
    ],
)
def test_who_reported_is_said_with_whom_it_is_for(entry: Entry, words: str) -> None:
    """The body that is spoken for comes first."""
    assert SAY.reporter(entry) == words


def test_a_successor_and_a_handover_name_the_bodies() -> None:
    """The bodies are called as everywhere."""
    successor = Organisation(id="DSIT", name="D", since=date(2023, 2, 7), succeeds="BEIS")
    assert SAY.in_the_place(successor, ("BEIS",)) == "DSIT（2023年2月7日以降、BEISの後継）"
    assert SAY.handed_over(("DSIT", "MOFA")) == "担当機関をDSIT、外務省に変更"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (made("2024-07-12", deadline="2024-H1"), "期限超過（12日）"),
        (made("2026-11-25", deadline="2024-H1"), "期限超過（2年4か月）"),
        (made("2024-06-25", deadline="2024-H1"), "期限まで5日"),
        (made("2024-06-30", deadline="2024-H1"), "本日期限"),
        (made("2023-12-30", deadline="2024-H1"), "期限前（残り6か月）"),
        (made("2024-11-12"), "点検時期到来（2024年11月7日から5日）"),
        (made("2023-11-27"), "期限なし（20日経過）"),
        (
            made("2024-12-01", make_entry("2024-07-12", "completed", "DSIT"), deadline="2024-H1"),
            "期限後に達成（12日超過）",
        ),
        (
            made("2024-12-01", make_entry("2024-05-12", "completed", "DSIT"), deadline="2024-H1"),
            "達成",
        ),
        (made("2024-12-01", make_entry("2024-05-12", "not-pursued", "DSIT")), "終了"),
    ],
)
def test_a_timing_says_the_days_that_matter(row: Standing, words: str) -> None:
    """The word is that of the calendar, and blames nobody."""
    assert SAY.timing(row) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"deadline_text": "early 2024", "deadline_text_ja": "2024年前半"}, "「2024年前半」"),
        ({"deadline_text": "early 2024"}, "“early 2024”"),
        ({}, ""),
    ],
)
def test_a_quotation_is_never_a_translation_of_ours(fields: dict[str, str], words: str) -> None:
    """The words of the translation, else those of the statement in English."""
    assert SAY.stated(made("2024-01-01", **fields).commitment) == words


def test_a_deadline_that_moved_says_from_where() -> None:
    """The first one and how far it moved stand in brackets, a fiscal one with its months."""
    moved = make_entry("2024-02-01", by="DSIT", deadline="2024-Q4", note="Later.")
    row = made("2024-03-01", moved, deadline="2024-H1")
    assert SAY.deadline(row) == "2024年10～12月（当初2024年1～6月、184日後ろ倒し）"
    fiscal = make_entry("2024-02-01", by="DSIT", deadline="FY2024-Q3", note="Later.")
    row = made("2024-03-01", fiscal, deadline="FY2023-Q4")
    words = "2024年度第3四半期（2024年10～12月、当初2023年度第4四半期、275日後ろ倒し）"
    assert SAY.deadline(row) == words
    assert SAY.deadline(made("2024-03-01")) == "なし"


def test_a_status_says_whose_word_it_is() -> None:
    """Closed on one side's word; an entry without a status; nothing at all."""
    alone = made("2024-12-01", make_entry("2024-05-12", "completed", "DSIT"))
    assert SAY.spoken(alone) == "完了（英国側の報告、日本側は記録なし）"
    assert SAY.spoken(made("2024-12-01")) == "記録なし"
    noted = made("2024-12-01", make_entry("2024-05-12", None, "DSIT", note="A note."))
    assert SAY.spoken(noted) == "状況の記録なし"


def test_the_sides_that_differ_are_told_each_with_its_word() -> None:
    """What is to be confirmed is no contradiction."""
    row = made(
        "2024-12-01",
        make_entry("2024-05-12", "completed", "DSIT"),
        make_entry("2024-05-13", "stalled", "MOFA"),
    )
    assert SAY.briefs.why(row) == "停滞、相手側確認待ち（英国：完了、日本：停滞）"


def test_an_entry_is_told_with_its_day_first() -> None:
    """Day, reporter, news and note, in one sentence after the other."""
    entry = make_entry(
        "2025-01-22",
        "in-progress",
        "MOFA",
        deadline="2025-H1",
        happened="2025-01",
        note="Talks began.",
        note_ja="協議を開始した。",
    )
    news = "実施中、実施時期：2025年1月、期限を2025年1～6月に変更"
    assert SAY.news(entry) == news
    assert SAY.briefs.last_word(entry) == f"2025年1月22日　外務省：{news}。協議を開始した。"
    assert SAY.briefs.last_word(None) == "記録なし"


def test_a_meeting_is_named_with_its_day_before_its_place() -> None:
    """One that was not held yet is expected."""
    held = "第12回日英科学技術協力合同委員会（2023年11月7日、ロンドン）"
    assert SAY.meeting(MEETING, date(2024, 1, 1)) == held
    expected = make_meeting("jcm-13", expected="2025")
    assert SAY.meeting(expected, date(2024, 1, 1)) == "jcm-13（2025年開催予定）"


@pytest.mark.parametrize(
    ("place", "words"),
    [(4, "第4段落"), ("113.6", "第113.6段落"), ("Annex B, 3", "Annex B, 3"), (None, "")],
)
def test_a_place_in_a_statement_counts_paragraphs(place: str | int | None, words: str) -> None:
    """段落, as 項 and 号 belong to numbered articles; a text stays as it is."""
    assert SAY.paragraph(make_commitment(paragraph=place)) == words


def test_a_list_is_summed_up_with_the_total_first() -> None:
    """How many of how many, and how they stand."""
    ledger = on_file(
        make_commitment("a", meeting="jcm-12", owners=("DSIT",), deadline="2024-H1"),
        make_commitment("b", meeting="jcm-12", owners=("MOFA",), deadline="2024-H2"),
    )
    day = date(2024, 8, 1)
    every = select(ledger, day, Query())
    assert SAY.lists.summary(every) == "コミットメント2件：期限超過1件、期限前1件。"
    some = select(ledger, day, Query(owners=("DSIT",)))
    assert SAY.lists.summary(some) == "コミットメント2件中1件：期限超過1件。"
    none = select(ledger, day, Query(open=True, statuses=(Status.STALLED,)))
    told = "該当するコミットメントはありません（2件の中に--status stalledに該当するものがない）。"
    assert SAY.lists.summary(none) == told


def test_why_nothing_is_left_is_told_in_one_sentence() -> None:
    """Of all, of what other filters left, of an empty ledger."""
    overdue = Filter("--overdue")
    why = SAY.lists.why_nothing
    assert why(Emptiness(total=0)) == "この日現在、台帳に記載なし"
    assert why(Emptiness(total=9, by=overdue, before=9)) == "9件の中に--overdueに該当するものがない"
    left = "他の条件に合う3件の中に--overdueに該当するものがない"
    assert why(Emptiness(total=9, by=overdue, before=3)) == left


def test_a_report_says_what_it_is_limited_to_in_the_words_of_its_filters() -> None:
    """Each option and each value in Japanese; the keys of one's own by their titles."""
    ledger = on_file(make_commitment("a", meeting="jcm-12", fields={"priority": "high"}))
    query = Query(
        owners=("A", "MOFA"),
        sides=("UK",),
        statuses=(None, Status.STALLED),
        due=(Period.parse("2024-H1"),),
        within=(Duration(6, "m"),),
        where=(("priority", "high"), ("priority", "low")),
        open=True,
        words=("量子",),
    )
    report = make_report(ledger, "2024-08-01", query)
    declared = {"priority": OwnColumn(id="priority", title_ja="優先度")}
    report = replace(report, columns=declared)
    assert SAY.reports.narrowed(report) == (
        "担当機関＝A又は外務省、側＝英国、進捗状況＝記録なし又は停滞、期限の期間＝2024年1～6月、"
        "期限まで＝6か月以内、優先度＝high又はlow、未了、「量子」：1件中0件"
    )


def test_the_first_sentences_name_what_is_overdue() -> None:
    """Up to three by their titles, and how many more."""
    commitments = [
        make_commitment(
            name, title=name, title_ja=f"事項{name}", meeting="jcm-12", deadline="2024-H1"
        )
        for name in "abcd"
    ]
    report = make_report(on_file(*commitments), "2024-07-10")
    told = SAY.briefs.sentences(report.brief, report.annex)
    assert told == (
        "コミットメント4件のうち4件が期限を超過している（「事項a」、「事項b」、「事項c」ほか1件）。"
    )


TALKS = make_commitment(
    meeting="jcm-12", owners=("DSIT", "MOFA"), deadline="2024-H1", deadline_text="early 2024"
)


def owing(*entries: Entry) -> Body:
    """Return what the ministry owes on a day after the deadline."""
    ledger, day = on_file(TALKS, journal=entries), date(2024, 7, 12)
    owners = bodies(ledger, [standing(ledger, TALKS, day)], day)
    return next(body for body in owners if body.organisation.id == "MOFA")


def test_a_letter_greets_asks_and_thanks_as_ministries_do() -> None:
    """An inquiry: a greeting, the matter, what is asked, by when, and 記."""
    body, day, say = owing(), date(2024, 7, 12), SAY.letters
    committee = Committee(name="C", name_ja="日英科学技術協力合同委員会", sides=("UK", "Japan"))
    subject = "日英科学技術協力合同委員会のコミットメントの進捗状況について（照会）"
    assert say.subject(committee, body, day) == subject
    assert say.addressee(body.organisation) == "外務省　御担当者様"
    greeting, (opening,) = say.opening(body, day)
    assert greeting == ("平素より大変お世話になっております。",)
    assert opening == (
        "標記について、2024年7月12日現在で未了となっている貴機関御担当のコミットメント1件（うち期限超過1件）の"
        "進捗状況を照会いたします。貴機関からの御報告は、現在のところ記録されていません。"
    )
    asked, _reply, heading = say.asking(Circulation(), None)
    assert asked[-1] == "特段の進捗がない場合も、その旨御回答ください。"
    assert heading == ("記",)


def test_a_letter_says_when_the_body_was_last_heard_from_without_reproach() -> None:
    """The latest report, not how long there was none."""
    heard = owing(make_entry("2024-05-01", "in-progress", "MOFA"))
    _greeting, (opening,) = SAY.letters.opening(heard, date(2024, 7, 12))
    assert opening.endswith("貴機関からの御報告は、2024年5月1日が最新の記録です。")


@pytest.mark.parametrize(
    ("contact", "by", "words"),
    [
        (
            "jcm@example.org",
            date(2026, 12, 11),
            "御回答は、2026年12月11日（金）までに、jcm@example.org宛てにお願いいたします。",
        ),
        ("jcm@example.org", None, "御回答は、jcm@example.org宛てにお願いいたします。"),
        (None, None, "御回答は、本メールへの返信にてお願いいたします。"),
    ],
)
def test_a_letter_says_by_when_and_where_to_reply(
    contact: str | None, by: date | None, words: str
) -> None:
    """With the day of the week; no day is claimed where none is set."""
    _asked, (reply,), _heading = SAY.letters.asking(Circulation(contact=contact), by)
    assert reply == words


def test_a_letter_lists_what_is_open_with_its_facts() -> None:
    """Official numbering, the words of the statement, and the timing."""
    (row,), say = owing().owing, SAY.letters
    assert say.item(1, "半導体協議", "第6段落") == "1　半導体協議（第6段落）"
    deadline = "期限：2024年1～6月（共同文書の表現：“early 2024”）、期限超過（12日）"
    assert say.deadline(row) == deadline
    assert say.deadline(made("2023-11-27")) == "期限：記載なし、会合から20日経過"
    assert say.owners(row) == "担当機関：DSIT、外務省"


@pytest.mark.parametrize(
    ("before", "entry", "words"),
    [
        ((), make_entry("2024-05-01", "in-progress", "MOFA"), "記録なし→実施中"),
        (
            (make_entry("2024-05-01", "in-progress", "MOFA"),),
            make_entry("2024-05-02", "in-progress", "MOFA"),
            "実施中のまま（再報告）",
        ),
        (
            (make_entry("2024-05-01", "in-progress", "MOFA"),),
            make_entry("2024-05-02", "completed", "DSIT"),
            "英国側は完了、進捗状況は実施中のまま（日本側の報告）、相手側確認待ち",
        ),
        (
            (),
            make_entry("2024-05-01", "completed", "MOFA"),
            "記録なし→完了（英国側は記録なし）",
        ),
        (
            (),
            make_entry("2024-05-01", None, "MOFA", deadline="2025-H1", note="Later."),
            "期限：2024年1～6月→2025年1～6月（365日後ろ倒し）",
        ),
        (
            (),
            make_entry("2024-05-01", None, "committee", owners=("CAO", "DSIT"), note="So."),
            "担当機関：DSIT、外務省→内閣府、DSIT",
        ),
        (
            (),
            make_entry("2024-05-01", None, "MOFA", note="A note."),
            "記録した（進捗状況は記録なしのまま）",
        ),
    ],
)
def test_an_entry_that_was_added_is_told_by_what_it_changed(
    before: Sequence[Entry], entry: Entry, words: str
) -> None:
    """The status, the deadline and the owners, each from what to what."""
    ledger = on_file(TALKS, journal=before)
    (effect,) = effects(ledger, [entry], entry.date)
    assert SAY.changes.entered(effect) == f"talks：{words}"


def test_what_changed_later_is_told_of_a_backdated_entry() -> None:
    """An entry of an earlier day may not be what stands today."""
    ledger = on_file(TALKS, journal=[make_entry("2024-06-01", "completed", "committee")])
    earlier = make_entry("2024-05-01", "stalled", "committee")
    (effect,) = effects(ledger, [earlier], date(2024, 7, 1))
    told = "talks：記録なし→停滞（2024年5月1日時点。本日は完了（2024年6月1日報告））"
    assert SAY.changes.entered(effect) == told


def test_what_stands_again_after_an_entry_was_taken_back_is_told() -> None:
    """The words are those of the person at the keyboard."""
    (effect,) = effects(on_file(TALKS), [make_entry("2024-05-01", "stalled", "MOFA")], date.max)
    assert SAY.changes.stands_again(effect) == "進捗状況は記録なしに戻りました。"
    note = make_entry("2024-05-01", None, "MOFA", note="A note.")
    (effect,) = effects(on_file(TALKS), [note], date.max)
    assert SAY.changes.stands_again(effect) == "進捗状況は記録なしのままです。"


def test_two_states_are_compared_table_by_table() -> None:
    """Keys and values of the data stay as they are, texts are quoted."""
    day = date(2024, 7, 12)
    was, now = on_file(TALKS), on_file(replace(TALKS, title="New", paragraph=4))
    moved = make_entry("2024-07-01", "stalled", "MOFA", deadline="2024-Q3", note="Later.")
    now = replace(now, journal=(moved,))
    found = changes(State(name="HEAD", ledger=was, day=day), State(name="now", ledger=now, day=day))
    say = SAY.changes
    assert say.footer("a.toml", found) == "台帳：a.toml（HEADから現在まで）"
    assert say.summary(found) == "新たな進捗記録1件、表1件を編集。"
    (table,) = found.tables
    assert say.table(table) == "編集：コミットメント（talks）"
    assert [say.edit(edit) for edit in table.edits] == ["title：“talks”→“New”", "paragraph：なし→4"]
    (about,) = found.progress
    assert say.progress(about) == [
        ("進捗状況", "記録なし→停滞（2024年7月1日、外務省）"),
        ("期限", "2024年1～6月→2024年7～9月、92日後ろ倒し（2024年7月1日、外務省）"),
    ]
