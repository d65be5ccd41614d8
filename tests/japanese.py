"""A ledger whose own texts are in Japanese: what is in English beside its ids is of jcm."""

import re
from datetime import date

from examples import make_commitment, make_entry
from jcm_ledger.model.ledger import Committee, Ledger, Meeting, Organisation, Theme
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import Report, Window, build

AS_OF = date(2024, 8, 1)

IDS = {"talks", "call", "network", "moved", "m1", "MFA", "MOFA", "JST", "MoU", "toml", "ledger"}
"""What is spelled in Latin letters in either language; ID is a word of Japanese too."""

LETTERS = "\u3041-\u30ff\u4e00-\u9fff"


def ledger() -> Ledger:
    """Return a ledger of four commitments, of every kind of deadline, in both languages."""
    return Ledger(
        committee=Committee(name="日英科学技術委員会", sides=("UK", "Japan")),
        meetings={
            "m1": Meeting(
                id="m1",
                held=date(2023, 11, 7),
                title="12th meeting",
                title_ja="第12回会合",
                place_ja="ロンドン",
                url_ja="https://example.org/ja",
            )
        },
        organisations={
            "MFA": Organisation(id="MFA", name="外交庁", side="UK"),
            "MOFA": Organisation(
                id="MOFA", name="Ministry", name_ja="外務省", short_ja="外務省", side="Japan"
            ),
            "JST": Organisation(
                id="JST", name="Agency", name_ja="科学技術振興機構", short_ja="JST", side="Japan"
            ),
        },
        themes={"space": Theme(id="space", title="Space", title_ja="宇宙")},
        commitments={
            each.id: each
            for each in (
                make_commitment(
                    "talks",
                    title="Talks",
                    title_ja="半導体に関する協議",
                    summary="They talk.",
                    summary_ja="“半導体”について協議する。",
                    owners=("MFA", "MOFA"),
                    deadline="2024-H1",
                    theme="space",
                    paragraph=6,
                    strength=Strength.AGREED,
                    frameworks=("MoU",),
                ),
                make_commitment("call", title="共同公募", owners=("JST",), deadline="2024-10-31"),
                make_commitment("network", title="研究者の交流", owners=("JST", "MFA"),
                                kind=Kind.CONTINUING, owners_inferred=True),
                make_commitment("moved", title="覚書の更新", owners=("MOFA",), deadline="2024-03"),
            )
        },
        journal=(
            make_entry(
                "2024-01-16", "in-progress", by="MOFA", note="They met.", note_ja="会合を開いた。",
                evidence=("https://example.org/1",),
            ),
            make_entry("2024-03-01", deadline="2024-Q4", commitment="moved", by="MOFA",
                       note="延期した。"),
            make_entry("2024-05-01", "completed", commitment="call", by="JST", note="公募した。"),
            make_entry("2024-05-02", "stalled", by="MFA", note="回答待ち。"),
        ),
    )  # fmt: skip


def report() -> Report:
    """Return the report on it as of a day."""
    said = ledger()
    found = select(said, AS_OF, Query())
    window = Window(first=date.min, last=AS_OF)
    return build(said, found, name="ledger.toml", as_of=AS_OF, window=window)


def english_words(text: str) -> set[str]:
    """Return the English words of a text, without ids and addresses."""
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"https?://[\x21-\x7e]*", "", text)))
    return words - IDS - {"ID", "JCM"}


def is_said_in_japanese(text: str) -> bool:
    """Return whether a text has kana or Chinese characters."""
    return re.search(f"[{LETTERS}]", text) is not None
