"""What a form holds that nobody fills in, in each language."""

from collections.abc import Iterator, Mapping

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import FormLanguage, ReturnColumn
from jcm_ledger.render.phrases.forms import said, told, voices
from jcm_ledger.rules.collecting.whole import FormTexts
from jcm_ledger.rules.standing import Standing


def form_texts(ledger: Ledger) -> FormTexts:
    """Return what the forms of a ledger hold in each language, to know what was changed in one."""

    def rows(row: Standing) -> Iterator[Mapping[ReturnColumn, str]]:
        for language in FormLanguage:
            yield told(ledger, row, language)

    texts: set[str] = {ledger.circulation.marking or ""}
    guides: set[str] = set()
    for language in FormLanguage:
        words = voices(ledger, language)
        title = said(words, lambda say: say.form_title(ledger.committee))
        texts |= set(title.split("\n"))
        texts |= {text for say in words for text in (say.see_guide, say.untranslated)}
        guides.add(said(words, lambda say: say.guide_sheet, " "))
    return FormTexts(rows, frozenset(guides), frozenset(filter(None, texts)))
