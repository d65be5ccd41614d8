"""The draft of a mail, read back with Python's own parser of mail."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import Jcm
from examples import SHIPPED, make_commitment, make_entry, make_ledger, make_report
from jcm_ledger.model.ledger import Circulation, Ledger
from jcm_ledger.render import mail, safe
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import BOTH, ENGLISH, JAPANESE, speak
from pages import english_words, in_two_languages, shipped, words_of

DAY = "2026-11-23"
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(
        st.sampled_from(
            ["\r\n", "\n", "\r", "Bcc: a@b.c", "=?utf-8?q?a=0d=0aBcc:_x?=", "--=_jcm-report", "<b>",
             "\x85", "\u2028", "\x1b", "日本語" * 30, " ", ":", "&amp;", '"']
        )
    ).map("".join),
)  # fmt: skip


def read(content: Outline) -> EmailMessage:
    """Return what a mail program reads."""
    message = message_from_bytes(mail.draft(content), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    """Return the text of one part."""
    body = message.get_body((kind,))
    assert body is not None
    assert body["Content-Transfer-Encoding"] == "base64"
    return str(body.get_content()).replace("\r\n", "\n")


def body_of(message: EmailMessage) -> ET.Element:
    """Return the body of the page as a browser reads it."""
    page = html5lib.parse(part(message, "html"), namespaceHTMLElements=False)
    return next(page.iter("body"))


def brief(title: str = "", paper: Circulation | None = None) -> Outline:
    """Return the first page on the shipped ledger."""
    ledger = replace(shipped(), circulation=paper or Circulation())
    return first_page(ledger, title)


def first_page(ledger: Ledger, title: str = "", *, lang: str = ENGLISH) -> Outline:
    """Return the first page on a ledger in a language."""
    return outline(make_report(ledger, DAY, title=title), speak(lang, ledger.bodies), brief=True)


def test_a_mail_is_a_draft_with_a_text_and_a_page() -> None:
    """Programs open it to be sent: it has a subject, and no sender, day or id."""
    message = read(brief())
    assert dict(message.items()) == {
        "X-Unsent": "1",
        "Subject": "Status report as of 23 November 2026",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/alternative; boundary="=_jcm-report"',
    }
    assert message.defects == []
    plain, page = message.iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert b"\n" not in mail.draft(brief()).replace(b"\r\n", b"")


def test_both_parts_say_what_is_overdue_who_owns_it_and_what_was_last_said() -> None:
    """Whoever reads no further than the mail knows what to do."""
    message = read(brief())
    plain = part(message, "plain")
    for text in (plain, " ".join(body_of(message).itertext())):
        assert "Two of eleven commitments are overdue" in text
        assert "overdue by 2 years 4 months" in text
        assert "DSIT, METI" in text
        assert "22 January 2025, METI: in progress. The next Digital" in text
        assert "Annex" not in text
    assert "- Semiconductor partnership talks\n  Deadline: first half of 2024" in plain
    assert "\t" not in plain
    assert " | " not in plain


def test_the_page_needs_no_style_sheet() -> None:
    """Programs that show mail leave them out."""
    page = html5lib.parse(part(read(brief()), "html"), namespaceHTMLElements=False)
    assert not [each for each in page.iter() if each.tag in ("style", "link", "script", "img")]
    assert len(page.findall(".//table")) == 3
    assert body_of(read(brief())).get("style")


def test_marking_and_whose_it_is_stand_in_both_parts() -> None:
    """The marking at head and foot, the rest at the head."""
    paper = Circulation(marking="OFFICIAL 秘", prepared_by="Unit 7", contact="a@example.org")
    message = read(brief(paper=paper))
    lines = part(message, "plain").splitlines()
    assert (lines[0], lines[-1]) == ("OFFICIAL 秘", "OFFICIAL 秘")
    assert {"Prepared by: Unit 7", "Contact: a@example.org"} < set(lines)
    shown = ["".join(each.itertext()) for each in body_of(message)]
    assert (shown[0], shown[-1]) == ("OFFICIAL 秘", "OFFICIAL 秘")


@pytest.mark.parametrize(
    "title",
    [
        "For the minister",
        "半導体協力の進捗について" * 8,
        "a\r\nBcc: everybody@example.org\r\n\r\nHello",
        "=?utf-8?b?DQpCY2M6IGFAYi5j?=",
        "long " * 60,
    ],
)
def test_a_title_is_a_subject_and_nothing_more(title: str) -> None:
    """It adds no header, and reads as it was typed, on lines that mail may have."""
    message = read(brief(title))
    assert str(message["Subject"]) == safe.one_line(title)
    assert [*message.keys()] == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]
    assert all(len(line) <= 78 for line in mail.draft(brief(title)).split(b"\r\n"))


@given(HOSTILE, HOSTILE, HOSTILE, st.sampled_from([ENGLISH, JAPANESE, BOTH]))
def test_no_text_adds_a_header_a_part_or_an_element(
    one: str, other: str, third: str, lang: str
) -> None:
    """Whatever stands in title, marking, note or name, it is text in the place it was put."""
    made = make_commitment(title=other, deadline="2024")
    paper = Circulation(marking=third, prepared_by=other, contact=one)
    ledger = make_ledger(made, journal=[make_entry("2024-01-01", note=one, evidence=(third,))])
    message = read(first_page(replace(ledger, circulation=paper), one, lang=lang))
    assert [*message.keys()] == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]
    assert len(list(message.iter_parts())) == 2
    page = html5lib.parse(part(message, "html"), namespaceHTMLElements=False)
    ours = {"html", "head", "meta", "title", "body", "h1", "h2", "p", "b", "span", "table",
            "tbody", "tr", "th", "td", "br", "a"}  # fmt: skip
    assert {each.tag for each in page.iter()} <= ours
    assert safe.one_line(other) in part(message, "plain")


def test_the_same_report_is_the_same_mail() -> None:
    """Byte for byte: it can be kept and compared."""
    assert mail.draft(brief()) == mail.draft(brief())


def test_the_command_writes_the_draft_and_the_text_alone(jcm: Jcm) -> None:
    """Of the first page, whether that was asked for or not; beside a document that has it all."""
    arguments = ("--ledger", SHIPPED, "report", "--as-of", date.fromisoformat(DAY))
    draft = jcm(*arguments, "--format", "eml").out
    assert draft == jcm(*arguments, "--brief", "--format", "mail").out
    message = message_from_bytes(draft.encode(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    text = jcm(*arguments, "--format", "text").out
    assert part(message, "plain") == text
    assert text.startswith("Status report as of 23 November 2026\n")


def test_a_mail_in_japanese_is_japanese_in_subject_text_and_page() -> None:
    """With fonts that Windows and Macs have, and the language said for whoever hears it."""
    message = read(first_page(in_two_languages(), lang=JAPANESE))
    assert message["Subject"] == "進捗状況報告（2026年11月23日現在）"
    assert message.defects == []
    page = html5lib.parse(part(message, "html"), namespaceHTMLElements=False)
    assert page.get("lang") == "ja"
    style = body_of(message).get("style") or ""
    assert "'Yu Gothic',Meiryo" in style
    words = " ".join(body_of(message).itertext())
    for text in (part(message, "plain"), words):
        assert "半導体に関する協議" in text
        assert "期限超過" in text
        assert english_words(text) <= {*words_of(in_two_languages()), "test"}  # the file's name


def test_text_of_the_ledger_in_another_language_is_marked_in_a_mail() -> None:
    """English in a Japanese one, Japanese in an English one."""
    ledger = make_ledger(
        make_commitment("one", title="No translation", deadline="2024"),
        make_commitment("two", title="半導体", deadline="2024"),
    )
    for lang, marked in ((JAPANESE, ("en", "No translation")), (ENGLISH, ("ja", "半導体"))):
        body = body_of(read(first_page(ledger, lang=lang)))
        found = {(each.get("lang"), each.text) for each in body.iter("span") if each.get("lang")}
        assert marked in found
        assert {tag for tag, _words in found} == {marked[0]}


def test_a_heading_of_the_text_is_underlined_as_far_as_it_goes() -> None:
    """A Japanese letter is as wide as two others in a font of one width."""
    lines = part(read(first_page(in_two_languages(), lang=JAPANESE)), "plain").splitlines()
    underlines = {
        lines[at - 1]: line for at, line in enumerate(lines) if line and not line.strip("-")
    }
    assert underlines["要対応事項"] == "-" * 10
    both = part(read(first_page(in_two_languages(), lang=BOTH)), "plain").splitlines()
    at = both.index("要対応事項")
    assert both[at - 1 : at + 2] == ["Act now", "要対応事項", "-" * 10]


def test_a_mail_in_both_languages_says_each_line_in_each() -> None:
    """The subject on one line, the text and the page a line of each language."""
    message = read(first_page(in_two_languages(), lang=BOTH))
    day = "23 November 2026 / 進捗状況報告（2026年11月23日現在）"
    assert message["Subject"] == f"Status report as of {day}"
    plain = part(message, "plain")
    assert "- Semiconductor talks\n  半導体に関する協議\n  Deadline: " in plain
    cells = body_of(message).findall(".//td")
    (title,) = [each for each in cells if "Semiconductor talks" in "".join(each.itertext())][:1]
    lines = [(each.tag, each.get("lang"), each.text) for each in title]
    assert lines == [
        ("span", "en", "Semiconductor talks"),
        ("br", None, None),
        ("span", "ja", "半導体に関する協議"),
    ]
