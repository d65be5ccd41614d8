"""What a form holds that nobody fills in, in each language."""

from collections.abc import Iterator, Mapping
from datetime import date

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import (
    HEADINGS,
    IN_ONE_CELL,
    STATUS_WORDS,
    YES,
    FormLanguage,
    HeadCell,
    ReturnColumn,
)
from jcm_ledger.render.phrases.forms import CommissionWords, Voices, said, told, voices
from jcm_ledger.rules.collecting.beside import FormTexts
from jcm_ledger.rules.commissions import Commission
from jcm_ledger.rules.standing import Standing


def form_texts(ledger: Ledger) -> FormTexts:
    """Return what the forms of a ledger hold in each language, to know what was changed in one."""
    spoken = [voices(ledger, language) for language in FormLanguage]

    def rows(row: Standing) -> Iterator[Mapping[ReturnColumn, str]]:
        for language in FormLanguage:
            yield told(ledger, row, language)

    def labelled(commission: Commission) -> Iterator[Mapping[HeadCell, str]]:
        for words in spoken:
            yield _labelled(commission, words)

    def guide(commission: Commission) -> frozenset[str]:
        return frozenset(_guide(commission, ledger, spoken))

    def day(of: date) -> tuple[str, ...]:
        return tuple(_without_era(say.day(of)) for say in voices(ledger, FormLanguage.BOTH))

    texts: set[str] = {ledger.circulation.marking or ""}
    guides: set[str] = set()
    for words in spoken:
        title = said(words, lambda say: say.form_title(ledger.committee))
        texts |= set(title.split("\n"))
        texts |= {text for say in words for text in (say.see_guide, say.untranslated)}
        guides.add(said(words, lambda say: say.guide_sheet, " "))
    head = frozenset(filter(None, texts))
    return FormTexts(rows, frozenset(guides), head, labelled, guide, day)


def _labelled(commission: Commission, words: Voices) -> Mapping[HeadCell, str]:
    """Return what the locked cells of a head hold in a language or in both."""
    return {
        HeadCell.BODY: said(words, lambda say: say.body(commission.body), IN_ONE_CELL),
        HeadCell.ISSUED: said(words, lambda say: say.day(commission.issued), IN_ONE_CELL),
        HeadCell.REPLY_BY: said(words, lambda say: say.day(commission.reply_by), IN_ONE_CELL),
    }


def _guide(commission: Commission, ledger: Ledger, spoken: list[Voices]) -> Iterator[str]:
    """Yield the lines of the sheet that explains a form, in each language and in both."""
    for words in spoken:
        yield said(words, lambda say: say.guide_sheet, " ")
    for say in voices(ledger, FormLanguage.BOTH):
        steps = [*say.steps(commission, ledger.circulation)]
        yield from steps
        yield from map(str, range(1, len(steps) + 1))
        yield from _tables(say)
    for language in FormLanguage:
        yield from (word.said(language, IN_ONE_CELL) for word in (*STATUS_WORDS.values(), YES))
    for heading in HEADINGS.values():
        yield from heading


def _tables(say: CommissionWords) -> Iterator[str]:
    """Yield the texts of the tables in a language, a line each."""
    texts = [say.status_heading, say.meaning_heading, say.yes_meaning, *say.meanings.values()]
    texts += [*say.example_headings, *(text for each in say.examples.values() for text in each)]
    for text in texts:
        yield from text.split("\n")


def _without_era(day: str) -> str:
    """Return a day without the era in brackets after that of the week."""
    return day.rpartition("（")[0] if day.count("（") > 1 else day  # noqa: RUF001 - Japanese
