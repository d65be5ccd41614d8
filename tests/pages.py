"""Web pages of reports, for the tests that read them with a parser and those with a browser."""

import re
from datetime import date

from msgspec.structs import replace

from examples import SHIPPED, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Ledger, Meeting, Theme
from jcm_ledger.model.status import Kind
from jcm_ledger.render import html
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import Report, Window, build
from jcm_ledger.store import reading

AS_OF = date(2026, 11, 23)
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "-->]]><svg/onload=alert(1)>",
    "\x1b]8;;http://x\x07\u202egpj\u200b\x00",
)


def page_of(
    ledger: Ledger, day: date = AS_OF, query: Query | None = None, *, lang: str = ENGLISH
) -> str:
    """Return the page of a ledger's report, whose progress counts from 2000."""
    return html.report(outline_of(ledger, day, query, lang=lang))


def outline_of(  # noqa: PLR0913 - what a report is of, and how it is said
    ledger: Ledger,
    day: date = AS_OF,
    query: Query | None = None,
    title: str = "",
    *,
    brief: bool = False,
    lang: str = ENGLISH,
) -> Outline:
    """Return the outline of a ledger's report in a language."""
    say = speak(lang, ledger.bodies)
    return outline(report_of(ledger, day, query, title), say, brief=brief)


def report_of(
    ledger: Ledger, day: date = AS_OF, query: Query | None = None, title: str = ""
) -> Report:
    """Return a ledger's report."""
    return build(
        ledger,
        select(ledger, day, query or Query()),
        name="l.toml",
        as_of=day,
        window=Window(first=date(2000, 1, 1), last=day),
        title=title,
    )


def shipped() -> Ledger:
    """Return the ledger that comes with jcm."""
    return reading.parse(SHIPPED.read_bytes(), "commitments.toml")


def in_two_languages() -> Ledger:
    """Return a ledger whose every text is there in English and in Japanese, but for one title."""
    made = make_ledger(
        make_commitment(
            "chips",
            title="Semiconductor talks",
            title_ja="半導体に関する協議",
            summary="Go on talking about semiconductors.",
            summary_ja="半導体について協議を続ける。",
            deadline="2024-H1",
            theme="science",
        ),
        make_commitment("space", title="Space data", title_ja="宇宙データの共有", owners=("C",)),
        make_commitment("health", title="Health research", title_ja="医療研究", theme="science"),
        make_commitment("plain", title="Untranslated title", deadline="2027"),
        journal=[
            make_entry(
                "2024-02-01",
                "in-progress",
                by="B",
                commitment="chips",
                note="The sides met in Tokyo.",
                note_ja="双方が東京で会合を開いた。",
                evidence=("Minute 7 <https://www.example.org/7>", "ref: minute 8"),
            ),
            make_entry("2024-03-01", "stalled", by="A", commitment="chips"),
            make_entry("2024-04-01", "completed", by="C", commitment="space"),
        ],
        meetings=[
            Meeting(
                id="m1",
                title="First Meeting",
                title_ja="第1回会合",
                held=date(2023, 11, 7),
                place="London",
                place_ja="ロンドン",
                url="https://www.example.org/statement",
                url_ja="https://www.example.jp/seimei",
            )
        ],
    )
    names = {"A": "研究省", "B": "外務局", "C": "宇宙庁"}
    bodies = {id_: replace(made.organisations[id_], name_ja=name) for id_, name in names.items()}
    return replace(
        made,
        committee=replace(made.committee, name_ja="試験合同委員会"),
        organisations=bodies,
        themes={"science": Theme(id="science", title="Science", title_ja="科学")},
    )


def english_words(text: str) -> set[str]:
    """Return the words of a text in Latin letters."""
    return set(re.findall(r"[A-Za-z]{2,}", text))


def words_of(ledger: Ledger) -> set[str]:
    """Return the Latin words that a document in Japanese on a ledger may have.

    They are the ledger's own texts, ids and addresses, and names of files and formats.
    """
    texts = ["l.toml https ID CSV JSON jcm", ledger.committee.name]
    texts += [body.name for body in ledger.organisations.values()]
    for meeting in ledger.meetings.values():
        texts += [meeting.title or "", meeting.place or "", meeting.url or "", meeting.url_ja or ""]
    for commitment in ledger.commitments.values():
        texts += [commitment.id, commitment.title, commitment.summary or ""]
    for entry in ledger.journal:
        texts += [entry.note or "", *entry.evidence]
    return english_words(" ".join(texts))


def every_kind() -> Ledger:
    """Return a ledger with every timing and every status, a moved deadline and a dispute."""
    statuses = (
        "not-started",
        "in-progress",
        "stalled",
        "completed",
        "not-pursued",
        "superseded",
    )
    return make_ledger(
        *(make_commitment(f"{each}-dated", deadline="2025-Q3") for each in statuses),
        *(make_commitment(each, theme="space") for each in statuses),
        make_commitment("moved", deadline="2025-Q3", theme="space"),
        make_commitment("disputed", deadline="2026-12", kind=Kind.CONTINUING),
        make_commitment("review", review_by=date(2025, 1, 1)),
        make_commitment("silent", deadline="2028", owners=("C",)),
        journal=[
            *(make_entry("2025-08-01", each, commitment=f"{each}-dated") for each in statuses),
            *(make_entry("2024-08-01", each, commitment=each) for each in statuses),
            make_entry("2025-01-10", commitment="moved", deadline="2027", note="More time."),
            make_entry("2025-01-10", "stalled", by="A", commitment="disputed"),
            make_entry("2025-01-11", "completed", by="B", commitment="disputed"),
            make_entry("2025-11-11", "completed", by="B", commitment="in-progress-dated"),
        ],
    )


def hostile_ledger(evil: str) -> Ledger:
    """Return a ledger with this text wherever a text can stand."""
    commitment = make_commitment(
        evil,
        title=evil,
        title_ja=evil,
        summary=evil,
        summary_ja=evil,
        theme=evil,
        deadline_text=evil,
        frameworks=(evil,),
    )
    journal = [
        make_entry("2024-01-01", status, by=by, commitment=evil, note=evil, evidence=(evil,))
        for by, status in (("A", "stalled"), ("B", "in-progress"))
    ]
    return make_ledger(commitment, journal=journal)
