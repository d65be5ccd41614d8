"""Words as HTML: made visible, escaped, and marked with their language where it is another.

What is said in both languages is two lines, of which the reader of the page may hide one.
"""

from functools import lru_cache

from markupsafe import Markup, escape

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import Bilingual, each_language, in_one_line
from jcm_ledger.render.phrases.text_language import other_language
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import visible

_KEPT = 4096  # cached answers: the same owners, days and statuses come again

_APART = ' dx="4"'


def shown(words: str) -> str:
    """Return words for an element."""
    return laid(in_each(escaped, words)) if isinstance(words, Bilingual) else escaped(words)


@lru_cache(_KEPT)
def escaped(text: str) -> str:
    """Return text of one language with what would steer made visible, escaped."""
    return str(escape(visible(text)))


def flat(words: str) -> Markup:
    """Return words for an attribute, or an element of text alone: both languages on one line."""
    return Markup(escaped(in_one_line(words)))  # noqa: S704 - escaped


def laid(html: str) -> Markup:
    """Return HTML that was made in each language as a line of each."""
    if isinstance(html, Bilingual):
        lines = each_language(html)
        html = "".join(f'<span class="in" lang="{lang}">{inside}</span>' for lang, inside in lines)
    return Markup(html)  # noqa: S704 - made of escaped words


def in_drawing(words: str) -> Markup:
    """Return words for a text of a drawing, which is one line."""
    if not isinstance(words, Bilingual):
        return Markup(escaped(words))  # noqa: S704 - escaped
    spans = (
        f'<tspan class="in" lang="{lang}"{number * _APART}>{escaped(text)}</tspan>'
        for number, (lang, text) in enumerate(each_language(words))
    )
    return Markup("".join(spans))  # noqa: S704 - made of escaped words


@lru_cache(_KEPT, typed=True)  # a title of two lines is no title in two languages
def labelled(title: str) -> Markup:
    """Return the attributes with the title of a column, for where a table has no room for heads."""
    label = f' data-label="{flat(title)}"'
    for lang, text in each_language(title):
        label += f' data-{lang}="{escaped(text)}"' if lang else ""
    return Markup(label)  # noqa: S704 - escaped


def lang(text: str, say: Phrases) -> Markup:
    """Return the attribute with the language of a text, nothing where it is that of the page."""
    return _marked(other_language(text, say.lang))


@lru_cache
def _marked(language: str) -> Markup:
    return Markup(f' lang="{language}"') if language else Markup()  # noqa: S704 - a tag of ours
