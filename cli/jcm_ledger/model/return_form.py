"""The form of a return: its columns in order, the cells of its head, and their words.

What writes the form draws these words, and what reads a return recognises them in either language.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from jcm_ledger.model.status import Status, Word
from jcm_ledger.model.text import as_name

Key = TypeVar("Key")


class FormLanguage(StrEnum):
    """The language of a form: English, Japanese, or both beside each other."""

    EN = "en"
    JA = "ja"
    BOTH = "both"


class FormWords(NamedTuple):
    """Words of the form, the same in both languages."""

    en: str
    ja: str

    def said(self, language: FormLanguage, between: str = "\n") -> str:
        """Return the words in a language; those of both have `between` between them."""
        match language:
            case FormLanguage.EN:
                return self.en
            case FormLanguage.JA:
                return self.ja
            case FormLanguage.BOTH:
                return between.join(self)


class ReturnColumn(StrEnum):
    """A column of a return, in the order of the sheet: what is told, what is answered, the code."""

    REF = "ref"
    PROMISED = "promised"
    SOURCE = "source"
    OWNERS = "owners"
    DEADLINE = "deadline"
    ON_FILE = "on-file"
    STATUS = "status"
    NOTE = "note"
    HAPPENED = "happened"
    EVIDENCE = "evidence"
    NEW_DEADLINE = "new-deadline"
    REASON = "reason"
    CODE = "code"


ANSWERS = (
    ReturnColumn.STATUS,
    ReturnColumn.NOTE,
    ReturnColumn.HAPPENED,
    ReturnColumn.EVIDENCE,
    ReturnColumn.NEW_DEADLINE,
    ReturnColumn.REASON,
)
"""The columns that a body fills in. The others are locked."""

HEADINGS: Mapping[ReturnColumn, FormWords] = {
    ReturnColumn.REF: FormWords("Ref.", "ID"),
    ReturnColumn.PROMISED: FormWords("What was promised", "事項"),
    ReturnColumn.SOURCE: FormWords("Source", "出典"),
    ReturnColumn.OWNERS: FormWords("Owners", "担当機関"),
    ReturnColumn.DEADLINE: FormWords("Deadline", "期限"),
    ReturnColumn.ON_FILE: FormWords("On file so far", "これまでの記録"),
    ReturnColumn.STATUS: FormWords("Status", "進捗状況"),
    ReturnColumn.NOTE: FormWords("What happened", "内容"),
    ReturnColumn.HAPPENED: FormWords("When it happened", "実施時期"),
    ReturnColumn.EVIDENCE: FormWords("Evidence, one a line", "根拠資料（1行1件）"),  # noqa: RUF001 - Japanese
    ReturnColumn.NEW_DEADLINE: FormWords("New deadline", "変更後の期限"),
    ReturnColumn.REASON: FormWords("Reason for the new deadline", "期限変更の理由"),
    ReturnColumn.CODE: FormWords("Row code", "行コード"),
}
"""What stands in the header row above each column."""


class HeadCell(StrEnum):
    """A labelled cell above the rows; its value stands in the cell to the right of its label."""

    BODY = "body"
    ISSUED = "issued"
    REPLY_BY = "reply-by"
    REFERENCE = "reference"
    NAME = "name"
    EMAIL = "email"
    CLEARED_BY = "cleared-by"
    RETURNED = "returned"
    NIL_RETURN = "nil-return"
    REMARKS = "remarks"


HEAD_ANSWERS = (
    HeadCell.NAME,
    HeadCell.EMAIL,
    HeadCell.CLEARED_BY,
    HeadCell.RETURNED,
    HeadCell.NIL_RETURN,
    HeadCell.REMARKS,
)
"""The cells of the head that a body fills in. The others are locked."""

LABELS: Mapping[HeadCell, FormWords] = {
    HeadCell.BODY: FormWords("For", "照会先"),
    HeadCell.ISSUED: FormWords("Issued", "照会日"),
    HeadCell.REPLY_BY: FormWords("Reply by", "回答期限"),
    HeadCell.REFERENCE: FormWords("Reference", "照会番号"),
    HeadCell.NAME: FormWords("Your name", "回答者氏名"),
    HeadCell.EMAIL: FormWords("Your e-mail", "メールアドレス"),
    HeadCell.CLEARED_BY: FormWords("Cleared by", "決裁者"),
    HeadCell.RETURNED: FormWords("Date of return", "回答日"),
    HeadCell.NIL_RETURN: FormWords("Nothing to report", "特段の進捗なし"),
    HeadCell.REMARKS: FormWords("Remarks", "備考"),
}
"""What stands beside each cell of the head."""


class NoChange(Word):
    """The answer that what is on file still holds."""

    NO_CHANGE = "no-change"


StatusAnswer = Status | NoChange
"""What may be chosen as the status of a row."""

STATUS_WORDS: Mapping[StatusAnswer, FormWords] = {
    NoChange.NO_CHANGE: FormWords("no change", "変更なし"),
    Status.NOT_STARTED: FormWords("not started", "未着手"),
    Status.IN_PROGRESS: FormWords("in progress", "実施中"),
    Status.STALLED: FormWords("stalled", "停滞"),
    Status.COMPLETED: FormWords("completed", "完了"),
    Status.NOT_PURSUED: FormWords("not pursued", "取りやめ"),
    Status.SUPERSEDED: FormWords("superseded", "後継事項へ移行"),
}
"""The words of the drop-down list, in its order."""

YES = FormWords("yes", "はい")
"""What stands beside "Nothing to report" where that is so."""

IN_ONE_CELL = " / "
"""What stands between the languages of a word that is chosen from a list."""


def column_headed(text: str) -> ReturnColumn | None:
    """Return the column that a heading names in either language or both; None for any other."""
    return _COLUMNS.get(as_name(text))


def head_cell_labelled(text: str) -> HeadCell | None:
    """Return the cell of the head that a label names in either language or both, else None."""
    return _HEAD_CELLS.get(as_name(text))


def status_answered(text: str) -> StatusAnswer | None:
    """Return what a word of the drop-down list means, in either language or both, else None."""
    return _STATUSES.get(as_name(text))


def says_yes(text: str) -> bool:
    """Return whether a text is the word for yes of the form, in either language or both."""
    return as_name(text) in _YES


def _spellings(words: FormWords) -> Iterable[str]:
    """Return the words as they may be read back, as names are compared."""
    return map(as_name, (*words, "\n".join(words), IN_ONE_CELL.join(words)))


def _by_spelling(table: Mapping[Key, FormWords]) -> Mapping[str, Key]:
    return {spelled: key for key, words in table.items() for spelled in _spellings(words)}


_COLUMNS = _by_spelling(HEADINGS)
_HEAD_CELLS = _by_spelling(LABELS)
_STATUSES = _by_spelling(STATUS_WORDS)
_YES = frozenset(_spellings(YES))
