"""Markdown as GitHub reads it: with autolinks, tables, task lists, footnotes and raw HTML."""

from xml.etree import ElementTree as ET

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options


def page(markdown: str) -> ET.Element:
    """Return what GitHub's own parser makes of Markdown."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    made = cmarkgfm.github_flavored_markdown_to_html(markdown, options)
    fragment: ET.Element = html5lib.parseFragment(made, namespaceHTMLElements=False)
    return fragment
