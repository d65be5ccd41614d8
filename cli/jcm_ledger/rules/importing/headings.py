"""What the headings of tables that people keep say, in English and Japanese."""

import re
import unicodedata
from collections.abc import Mapping

from jcm_ledger.model.text import as_name

ID, NUMBER, REFERENCE = "id", "number", "paragraph"
TITLE, OWNERS, STATUS = "title", "owners", "status"
DATE, BY, DEADLINE, NOTE, EVIDENCE = "date", "by", "deadline", "note", "evidence"
THEME, WHOLE, SUMMARY, MEETING = "theme", "part_of", "summary", "meeting"
DEADLINE_TEXT, TITLE_JA, SUMMARY_JA, NOTE_JA = "deadline_text", "title_ja", "summary_ja", "note_ja"
ON_BEHALF_OF, HAPPENED = "on_behalf_of", "happened"
"""The keys of a commitment or of an entry that a column may fill; a NUMBER goes into the id."""

NOTHING = "none"
"""In the place of a key: the column is left out."""

FIELD = "field."
"""Before the id of a column of one's own."""

WORDS: Mapping[str, tuple[str, ...]] = {
    ID: ("id",),
    NUMBER: (
        *("no", "nos", "number", "#", "serial", "item no", "action no", "row"),
        *("番号", "項番", "整理番号", "通し番号", "連番"),
    ),
    REFERENCE: (
        *("ref", "refs", "reference", "ref no", "reference no", "reference number"),
        *("paragraph", "para", "paragraph no", "段落", "該当箇所"),
    ),
    TITLE: (
        *("title", "commitment", "action", "action point", "recommendation", "milestone", "task"),
        *("deliverable", "activity", "undertaking", "pledge"),
        *(
            "事項",
            "件名",
            "項目",
            "取組",
            "取組事項",
            "取組内容",
            "実施事項",
            "コミットメント",
            "提言",
        ),
        *("勧告", "施策", "題名"),
    ),
    TITLE_JA: ("title (japanese)", "japanese title", "和文件名", "件名(和文)", "件名(日本語)"),
    SUMMARY: ("summary", "description", "details", "概要", "詳細", "内容"),
    SUMMARY_JA: ("summary (japanese)", "概要(和文)", "概要(日本語)"),
    OWNERS: (
        *("owner", "owners", "lead", "leads", "responsible", "responsibility", "department"),
        *("departments", "ministry", "ministries", "agency", "agencies", "organisation"),
        *("organization", "body", "bodies", "institution", "responsible institution"),
        *("担当", "担当機関", "担当府省", "担当省庁", "担当府省庁", "担当部局", "主担当", "所管"),
        *("実施機関", "関係機関", "所管省庁"),
    ),
    THEME: (
        *("theme", "area", "category", "topic", "workstream", "pillar", "section"),
        *("分野", "テーマ", "区分", "柱", "カテゴリ", "カテゴリー"),
    ),
    WHOLE: ("part of",),
    STATUS: (
        "status",
        "progress",
        "state",
        "進捗",
        "進捗状況",
        "状況",
        "実施状況",
        "取組状況",
        "状態",
    ),
    DATE: (
        *("date", "updated", "last updated", "date updated", "date of update", "date reported"),
        *("更新日", "報告日", "記入日", "最終更新", "最終更新日"),
    ),
    BY: ("reported by", "reporting body", "reporter", "報告機関", "報告元"),
    ON_BEHALF_OF: ("on behalf of",),
    DEADLINE: (
        *("due", "due date", "date due", "due by", "deadline", "target date", "by when"),
        *("timescale", "timeline", "期限", "期日", "締切", "実施期限", "完了予定", "完了予定日"),
        *("目標時期", "実施時期"),
    ),
    DEADLINE_TEXT: ("deadline text",),
    HAPPENED: (
        *("happened", "completed on", "date completed", "completion date", "date of completion"),
        *("完了日", "実施日"),
    ),
    NOTE: (
        *("note", "notes", "comment", "comments", "remark", "remarks", "update", "updates"),
        *("備考", "コメント", "特記事項", "摘要"),
    ),
    NOTE_JA: ("note (japanese)", "notes (japanese)", "備考(和文)", "備考(日本語)"),
    EVIDENCE: (
        *("evidence", "link", "links", "url", "source", "sources"),
        *("根拠", "出典", "資料", "証拠", "リンク", "根拠資料"),
    ),
    MEETING: ("meeting", "会合", "会議"),
}
"""The headings of each key. A heading that ends with one of them means the same: "Lead body"."""

KEYS = tuple(WORDS)
"""The keys that a column may fill, beside those of one's own."""

_WHOLE_ONLY = frozenset(
    {
        *("no", "nos", "id", "#", "date", "updated", "state", "meeting"),
        *("状況", "内容", "項目", "資料", "会合", "会議"),
    }
)
"""Words that mean something else at the end of a heading: "Start date", "Next meeting"."""

_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
_JAPANESE_WORD = 2  # letters: a shorter word ends many others


def key_of(heading: str) -> str:
    """Return the key that a heading means, "" for one that is not known.

    Headings are compared folded, first whole, then without what stands in brackets, then by the
    words at their end, the longest first: "Milestone reference" is a reference.
    """
    whole = _plain(heading)
    bare = _plain(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", heading)))
    for text in (whole, bare):
        if text in _KEYS:
            return _KEYS[text]
    return next((_KEYS[word] for word in _BY_LENGTH if _ends_with(bare, word)), "")


def is_whole(heading: str) -> bool:
    """Return whether all of a heading is one of WORDS, and not its end alone."""
    return _plain(heading) in _KEYS


def _ends_with(heading: str, word: str) -> bool:
    if word.isascii():
        return heading.endswith(f" {word}")
    return len(word) >= _JAPANESE_WORD and heading.endswith(word)


def _plain(heading: str) -> str:
    """Return a heading as headings are compared: folded, without the points at its ends."""
    return as_name(heading).strip(" .:;*?").replace(" / ", "/")


_KEYS = {_plain(word): key for key, words in WORDS.items() for word in words}
_BY_LENGTH = sorted(_KEYS.keys() - _WHOLE_ONLY, key=lambda word: (-len(word), word))
