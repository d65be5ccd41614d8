"""The words of a commission in its language or languages, whatever writes or reads its form."""

from collections.abc import Callable
from unicodedata import east_asian_width

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import FormLanguage, ReturnColumn
from jcm_ledger.render import safe
from jcm_ledger.render.phrases.english import English
from jcm_ledger.render.phrases.english.commissions import EnglishCommissions
from jcm_ledger.render.phrases.japanese import Japanese
from jcm_ledger.render.phrases.japanese.commissions import JapaneseCommissions
from jcm_ledger.rules.standing import Standing

CommissionWords = EnglishCommissions | JapaneseCommissions

Voices = tuple[CommissionWords, ...]
"""The phrases of each language of a form; of both, English first."""

_MOST = {ReturnColumn.PROMISED: 520, ReturnColumn.ON_FILE: 400}
_MOST_ELSEWHERE = 180
_LINE = 20
"""How wide a text may be, in letters of ASCII: a row is at most 409 points high. A new line takes
the rest of one.
"""


def voices(ledger: Ledger, language: FormLanguage) -> Voices:
    """Return what says the phrases of a form in its language or languages."""
    english, japanese = English().commissions, Japanese(ledger.bodies).commissions
    match language:
        case FormLanguage.EN:
            return (english,)
        case FormLanguage.JA:
            return (japanese,)
        case FormLanguage.BOTH:
            return english, japanese


def said(spoken: Voices, say: Callable[[CommissionWords], str], between: str = "\n") -> str:
    """Return a phrase in a language, or in both; a line that is the same in both stands once."""
    first, *others = map(say, spoken)
    lines = first.split("\n")
    new = [line for other in others for line in other.split("\n") if line not in lines]
    return between.join(filter(None, ["\n".join(lines), *new]))


def told(ledger: Ledger, row: Standing, language: FormLanguage) -> dict[ReturnColumn, str]:
    """Return what the locked cells of a row hold, but for its code, as the form shows it.

    It is the same whenever it is worked out from what was on file on the day of the standing.
    """
    meeting, spoken = ledger.meetings[row.commitment.meeting], voices(ledger, language)
    texts = {
        ReturnColumn.REF: row.commitment.id,
        ReturnColumn.PROMISED: _promised(row, spoken),
        ReturnColumn.SOURCE: said(spoken, lambda say: say.source(meeting, row)),
        ReturnColumn.OWNERS: said(spoken, lambda say: say.owners(row)),
        ReturnColumn.DEADLINE: said(spoken, lambda say: say.deadline(row)),
        ReturnColumn.ON_FILE: _on_file(row, spoken),
    }
    return {
        column: safe.excel_cell(_cut(text, _MOST.get(column, _MOST_ELSEWHERE)))
        for column, text in texts.items()
    }


def _promised(row: Standing, spoken: Voices) -> str:
    """Return what was promised; each of two languages has half of the room."""
    first, *others = spoken
    each = (first.promised(row), *(say.translation(row) for say in others))
    most = _MOST[ReturnColumn.PROMISED] // len(each)
    return "\n".join(_cut(text, most) for text in each if text)


def _on_file(row: Standing, spoken: Voices) -> str:
    """Return what was reported, and the latest note; without a translation that stands once.

    Each of two languages has half of the room that is left to the note.
    """
    reported = said(spoken, lambda say: say.reported(row))
    noted = [entry for entry in row.journal if entry.note]
    if not noted:
        return reported
    latest = noted[-1]
    heard = spoken if latest.note_ja else spoken[:1]
    most = _MOST[ReturnColumn.ON_FILE] - sum(map(_width, reported))
    each = most // len(heard) - _LINE
    return f"{reported}\n{said(heard, lambda say: _cut(say.noted(latest), each))}"


def _cut(text: str, most: int) -> str:
    """Return a text that is at most so wide, and says so where it is cut."""
    for at, letter in enumerate(text):
        most -= _width(letter)
        if most < 0:
            return f"{text[:at].rstrip()} […]"
    return text


def _width(letter: str) -> int:
    """Return how wide a letter is beside one of ASCII."""
    return _LINE if letter == "\n" else 2 if east_asian_width(letter) in "WF" else 1
