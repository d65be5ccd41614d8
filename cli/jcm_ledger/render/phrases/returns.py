"""The words of returns in each language, and what a form holds that nobody fills in."""

from collections.abc import Iterator, Mapping

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import IN_ONE_CELL, FormLanguage, ReturnColumn
from jcm_ledger.render.phrases.english.returns import EnglishReturns
from jcm_ledger.render.phrases.forms import said, told
from jcm_ledger.render.phrases.japanese.returns import JapaneseReturns
from jcm_ledger.rules.collecting.whole import FormTexts
from jcm_ledger.rules.standing import Standing

ReturnWords = EnglishReturns | JapaneseReturns


def form_texts(ledger: Ledger) -> FormTexts:
    """Return what the forms of a ledger hold in each language, to know what was changed in one."""

    def rows(row: Standing) -> Iterator[Mapping[ReturnColumn, str]]:
        for language in FormLanguage:
            yield told(ledger, row, language)

    def head() -> Iterator[str]:
        yield ledger.circulation.marking or ""
        for language in FormLanguage:
            yield from said(language, lambda say: say.form_title(ledger.committee)).split("\n")
            yield said(language, lambda say: say.see_guide, IN_ONE_CELL)

    guides = {said(language, lambda say: say.guide_sheet, " ") for language in FormLanguage}
    return FormTexts(rows, frozenset(guides), frozenset(filter(None, head())))
