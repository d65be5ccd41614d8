"""The words of a commission in its language or languages, whatever writes or reads its form."""

import re
from collections.abc import Callable, Mapping, Sequence
from unicodedata import east_asian_width

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import FormLanguage, ReturnColumn
from jcm_ledger.render import safe
from jcm_ledger.render.phrases.english.commissions import EnglishCommissions
from jcm_ledger.render.phrases.japanese.commissions import JapaneseCommissions
from jcm_ledger.rules.commissions import Commission
from jcm_ledger.rules.standing import Standing

CommissionWords = EnglishCommissions | JapaneseCommissions

_ENGLISH, _JAPANESE = EnglishCommissions(), JapaneseCommissions()
SPOKEN: Mapping[FormLanguage, tuple[CommissionWords, ...]] = {
    FormLanguage.EN: (_ENGLISH,),
    FormLanguage.JA: (_JAPANESE,),
    FormLanguage.BOTH: (_ENGLISH, _JAPANESE),
}
"""The words of each language of a form; of both, English first."""

_MOST = {ReturnColumn.PROMISED: 560, ReturnColumn.ON_FILE: 440}
_MOST_ELSEWHERE = 180
"""How wide a text may be, in letters of ASCII: a row is at most 409 points high."""

_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]")


def said(language: FormLanguage, say: Callable[[CommissionWords], str], between: str = "\n") -> str:
    """Return a phrase in a language, or in both; a line that is the same in both stands once."""
    phrases = [say(each) for each in SPOKEN[language]]
    lines = [line for phrase in phrases for line in phrase.split("\n")]
    return between.join(dict.fromkeys(filter(None, lines))) if len(phrases) > 1 else phrases[0]


def told(ledger: Ledger, row: Standing, language: FormLanguage) -> dict[ReturnColumn, str]:
    """Return what the locked cells of a row hold, but for its code, as the form shows it.

    It is the same whenever it is worked out from what was on file on the day of the standing.
    """
    meeting, bodies = ledger.meetings[row.commitment.meeting], ledger.bodies
    texts = {
        ReturnColumn.REF: row.commitment.id,
        ReturnColumn.PROMISED: _promised(row, language),
        ReturnColumn.SOURCE: said(language, lambda say: say.source(meeting, row)),
        ReturnColumn.OWNERS: said(language, lambda say: say.owners(row, bodies)),
        ReturnColumn.DEADLINE: said(language, lambda say: say.deadline(row)),
        ReturnColumn.ON_FILE: _on_file(row, language),
    }
    return {column: _in_a_cell(column, text) for column, text in texts.items()}


def file_names(commissions: Sequence[Commission]) -> list[str]:
    """Return the name of each commission's files, without a suffix: JCM-return-DSIT-2026-11-25.

    They are ASCII. One that would lose letters of an id, or be taken for another name where
    capitals do not count, has the end of the reference in it.
    """
    names: list[str] = []
    taken: set[str] = set()
    for each in commissions:
        body = each.body.id
        plain = _NOT_IN_NAMES.sub("", body)[:_LONGEST_NAME]
        if plain != body or plain.casefold() in taken:
            plain = "-".join(filter(None, (plain, each.reference.tail)))
        taken.add(plain.casefold())
        names.append(f"JCM-return-{plain}-{each.issued}")
    return names


def _promised(row: Standing, language: FormLanguage) -> str:
    if language is FormLanguage.BOTH:
        return f"{_ENGLISH.promised(row)}\n{_JAPANESE.translation(row)}"
    return said(language, lambda say: say.promised(row))


def _on_file(row: Standing, language: FormLanguage) -> str:
    """Return what was reported, and the latest note; without a translation that stands once."""
    reported = said(language, lambda say: say.reported(row))
    noted = [entry for entry in row.journal if entry.note]
    if not noted:
        return reported
    latest = noted[-1]
    if language is FormLanguage.BOTH and not latest.note_ja:
        language = FormLanguage.EN
    return f"{reported}\n{said(language, lambda say: say.noted(latest))}"


def _in_a_cell(column: ReturnColumn, text: str) -> str:
    """Return a text as a cell holds it, cut where a row would be too high."""
    left = _MOST.get(column, _MOST_ELSEWHERE)
    for at, letter in enumerate(text):
        left -= 2 if east_asian_width(letter) in "WF" else 1
        if left < 0:
            text = f"{text[:at].rstrip()} […]"
            break
    return safe.excel_cell(text)
