"""Statements as pages that were saved from a browser."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.errors.statements import CannotReadStatement, NoText
from jcm_ledger.model.statement import PassageKind, Statement
from jcm_ledger.store.statements import parse

GOV_UK = """<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head><meta charset="utf-8"><title>12th meeting: joint statement - GOV.UK</title>
<link rel="canonical" href="https://www.gov.uk/government/publications/x/statement">
<meta name="govuk:first-published-at" content="2023-12-19T10:30:02+00:00">
<script type="application/ld+json">{"text": "They will not be read."}</script></head>
<body class="gem-c-layout-for-public govuk-template__body">
<div id="global-cookie-message" class="gem-c-cookie-banner" role="region"><p>We will use cookies.</p></div>
<a class="govuk-skip-link" href="#content">Skip to main content</a>
<header class="gem-c-layout-super-navigation-header"><a href="/">GOV.UK</a></header>
<div class="gem-c-breadcrumbs govuk-breadcrumbs"><ol><li>Home</li></ol></div>
<main id="content"><h1 class="gem-c-heading">12th meeting: joint statement</h1>
<p class="publication-header__last-changed">Published 19 December 2023</p>
<nav class="gem-c-contents-list"><ol><li>Research</li></ol></nav>
<div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">
<h2 id="research">Research</h2>
<p>The 12th meeting was held in London on 7&nbsp;November 2023 between the two governments.</p>
<p>The two   sides
agreed to:</p>
<ul><li>launch a call on <strong>AI</strong>; and</li>
<li><p>hold workshops</p><ul><li>in London</li><li>in Tokyo</li></ul></li></ul>
<p>They will meet again.<sup id="fnref:1"><a href="#fn:1">[footnote 1]</a></sup></p>
<table><thead><tr><th>What</th><th>Who</th><th>When</th></tr></thead>
<tbody><tr><td>A call</td><td></td><td><p>in</p><p>2025</p></td></tr></tbody></table>
<p hidden>They will be unseen.</p>
</div></div></main>
<footer><p>All content will be available.</p></footer></body></html>
"""

MOFA = """<!DOCTYPE html><html lang="ja"><head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>第12回日英科学技術協力合同委員会の開催（結果）｜外務省</title></head><body>
<div id="header"><ul><li>会見・発表・広報</li></ul></div>
<ul id="globalnavi"><li>外務省について</li></ul><div id="pankuzu">トップページ</div>
<div id="maincontents"><h1 class="title1">第12回日英科学技術協力合同委員会の開催（結果）</h1>
<p class="rightalign">令和5年11月7日</p>
<p>１　１１月７日、ロンドンにおいて合同委員会が開催されました。<br><br>２　双方は、以下のとおり一致しました。<br>
（１）共同公募を令和6年度中に開始する。<br>（２）研究者交流を拡大する。<br>
３　次回会合は東京で開催することを確認しました。</p></div>
<div id="footer">Copyright</div></body></html>
"""


def page(markup: str, encoding: str = "utf-8") -> Statement:
    """Return the statement in a page."""
    return parse(markup.encode(encoding), "page.html")


def body(markup: str) -> list[str]:
    """Return the texts of the passages of a page with this body."""
    return [each.text for each in page(f"<html><body>{markup}").passages]


def test_a_page_of_gov_uk_says_what_the_statement_says() -> None:
    """Menus, banners, scripts, footnote marks, hidden text and the footer are left out."""
    found = page(GOV_UK)
    assert [(each.kind.value, each.level, each.text) for each in found.passages] == [
        ("heading", 0, "Research"),
        (
            "paragraph",
            0,
            "The 12th meeting was held in London on 7 November 2023 between the two governments.",
        ),
        ("paragraph", 0, "The two sides agreed to:"),
        ("bullet", 1, "launch a call on AI; and"),
        ("bullet", 1, "hold workshops"),
        ("bullet", 2, "in London"),
        ("bullet", 2, "in Tokyo"),
        ("paragraph", 0, "They will meet again."),
        ("cell", 0, "What | Who | When"),
        ("cell", 0, "A call |  | in 2025"),
    ]
    assert [each.lead for each in found.passages[3:7]] == [2, 2, 4, 4]


def test_a_page_of_gov_uk_tells_its_title_day_and_address() -> None:
    """What the head of the page says is not asked of the user again."""
    found = page(GOV_UK)
    assert found.title == "12th meeting: joint statement"
    assert found.day == date(2023, 12, 19)
    assert found.address == "https://www.gov.uk/government/publications/x/statement"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("Shift_JIS", "cp932"), ("x-sjis", "cp932"), ("EUC-JP", "euc_jp")],
)
def test_a_page_of_the_ministry_in_any_encoding(charset: str, encoding: str) -> None:
    """Breaks part paragraphs, typed numbers count them, and the day stands in the head."""
    found = page(MOFA.format(charset=charset), encoding)
    assert found.lang == "ja"
    assert found.day == date(2023, 11, 7)
    assert [each.number for each in found.passages] == ["1", "2", "2(1)", "2(2)", "3"]
    assert found.passages[3].text == "研究者交流を拡大する。"
    assert found.passages[3].lead == 1


def test_numbered_lists_count_as_a_browser_shows_them() -> None:
    """Numbers that only the browser shows are numbers of paragraphs and points."""
    found = page(
        '<ol start="4"><li>The sides met.</li><li>They agreed to:<ol type="a"><li>act;</li>'
        "<li>meet.</li></ol></li><li>All went well.</li></ol>"
    )
    assert [each.number for each in found.passages] == ["4", "5", "5(a)", "5(b)", "6"]


def test_markup_and_scripts_are_no_text() -> None:
    """What a page would run is left out, and what it escapes is read as it shows it."""
    said = body(
        "<script>alert('They will')</script><style>p{}</style><!-- They will -->"
        "<p onclick='x()'>They will <img src=x onerror=alert(1)>act &lt;b&gt; &amp; meet.</p>"
        "<svg><text>They will draw.</text></svg><p>Done.</p>"
    )
    assert said == ["They will act <b> & meet.", "Done."]


def test_an_element_around_the_text_is_kept_whatever_it_is_called() -> None:
    """A page whose frame is called "with-sidebar" still says what it says."""
    said = body(
        "<div class='with-sidebar share'><main><h1>Joint</h1><p>They will act.</p></main></div>"
    )
    assert said[-1] == "They will act."


def test_a_page_without_text_is_told_so() -> None:
    """A page that only a script would fill has no statement."""
    with pytest.raises(NoText):
        page("<html><body><div id=app></div><script>draw()</script>")


@pytest.mark.parametrize("markup", ["<div>" * 50_000, "<b></i>" * 200_000, "<div></b>" * 30_000])
def test_a_page_that_is_nested_without_end_is_refused(markup: str) -> None:
    """The parser's time grows with the square of the depth, so it is not asked."""
    with pytest.raises(CannotReadStatement, match="nested too deep"):
        page(markup + "They will act.")


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_whatever_a_page_holds_is_read_or_refused(markup: str) -> None:
    """No page makes the reader fail, and no passage holds a break of a line."""
    try:
        found = page("<html><body><p>They met.</p>" + markup)
    except CannotReadStatement:
        return
    assert all("\n" not in each.text for each in found.passages)
    assert found.passages[0].kind is not PassageKind.CELL
