"""A draft as one web page: the statement with its sentences, and beside each what became of it.

Every value that the template prints is made visible and escaped, so that no text of a statement can
be forgotten. A browser may apply this style and do nothing more: no script, no request.
"""

from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from jcm_ledger.model.statement import Passage
from jcm_ledger.render import templates
from jcm_ledger.render.drafts.review import (
    DraftOf,
    ReviewedSentence,
    counts,
    pieces,
    sentences,
    why,
)
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import Bilingual, each_language, in_one_line
from jcm_ledger.render.phrases.text_language import other_language, page_language
from jcm_ledger.render.safe import is_web_address, one_line, visible
from jcm_ledger.rules.drafting.results import Outcome, Proposal


def page(of: DraftOf, say: Phrases) -> str:
    """Return a draft as one HTML document that needs nothing else."""
    style = Markup(templates.own(__package__, "style.css"))  # noqa: S704 - our own file
    address = of.draft.statement.address
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            of=of,
            say=say,
            language=page_language(say.lang),
            counts=counts(of),
            outcomes=list(Outcome),
            passages=_passages(of),
            address=address if is_web_address(address) else "",
            facts=partial(_facts, say=say),
            style=style,
            policy=templates.policy(style),
        )
    )


def _passages(of: DraftOf) -> Iterator[tuple[Passage, list[ReviewedSentence]]]:
    """Yield the passages in reading order, each with its sentences."""
    for _place, group in groupby(sentences(of), lambda each: each.sentence.quotation.passage):
        each = list(group)
        yield each[0].passage, each


def _facts(proposal: Proposal, *, say: Phrases) -> Iterator[tuple[str, str, list[str]]]:
    """Yield what is proposed: the key, the value, and why it is inferred, if it is."""
    values = {
        "owners": say.drafts.owners(proposal.owners),
        "strength": say.strength(proposal.strength),
        "kind": say.kind(proposal.kind),
        "deadline_text": proposal.deadline_text.text if proposal.deadline_text else "",
        "deadline": say.period(proposal.deadline) if proposal.deadline else "",
    }
    for key, value in values.items():
        if value:
            reasons = [
                say.drafts.guess(because, one_line(words)) for because, words in why(proposal, key)
            ]
            yield key, value, [say.drafts.inferred(reasons)] if reasons else []


@cache
def _environment() -> Environment:
    environment = templates.environment(__package__, _in_both)
    environment.globals["pieces"] = pieces
    environment.filters["lang"] = _lang
    environment.filters["flat"] = in_one_line
    return environment


def _in_both(words: Bilingual) -> Markup:
    """Return words that are in both languages, an element a language."""
    return Markup("").join(
        Markup('<span class="in" lang="{}">{}</span>').format(lang, visible(text))
        for lang, text in each_language(words)
    )


def _lang(text: str, say: Phrases) -> Markup:
    """Return the attribute that says which language a text is in, if it is not the page's."""
    other = other_language(text, say.lang)
    return Markup(' lang="{}"').format(other) if other else Markup("")
