"""The mail of a commission, read back with Python's own parser of mail."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import make_body, make_commitment, make_entry, make_ledger
from hostile import CORPUS, STEERING, Hold
from hostile import ledger as hostile
from jcm_ledger import load
from jcm_ledger.model.ledger import Circulation, Ledger
from jcm_ledger.model.return_form import FormLanguage
from jcm_ledger.render.mail.commission import draft, text
from jcm_ledger.rules.commissions import Commission, commissions
from jcm_ledger.rules.query import Query
from pages import shipped

DAY, REPLY_BY = date(2026, 11, 25), date(2026, 12, 11)
FORM = ("JCM-return-METI-2026-11-25.xlsx", b"PK\x03\x04 any bytes \xff")
OURS = ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]


def of(body: str, ledger: Ledger) -> Commission:
    """Return the commission to one body."""
    found = commissions(ledger, DAY, Query(), REPLY_BY)
    return next(each for each in found if each.body.id == body)


def with_contact(contact: str | None, paper: Circulation | None = None) -> Ledger:
    """Return a ledger in which body D, of Japan, has a contact."""
    ledger = make_ledger(
        make_commitment("talks", owners=("D",), deadline="2026-06"),
        bodies=[make_body("D", "Japan", contact=contact, name_ja="経済産業省")],
    )
    return replace(ledger, circulation=paper or Circulation())


def read(ledger: Ledger, body: str = "D", language: FormLanguage = FormLanguage.JA) -> EmailMessage:
    """Return what a mail program reads of the draft to a body."""
    data = draft(of(body, ledger), ledger, language, FORM)
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def body_of(message: EmailMessage) -> str:
    """Return the text of the mail."""
    part = message.get_body(("plain",))
    assert part is not None
    assert part["Content-Transfer-Encoding"] == "base64"
    return str(part.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize("language", FormLanguage)
def test_the_draft_has_the_form_attached(language: FormLanguage) -> None:
    """Unsent, to the address of the body, with a text and the workbook byte for byte."""
    message = read(with_contact("int@meti.example.jp"), language=language)
    assert [*message.keys()] == OURS
    assert message["X-Unsent"] == "1"
    assert message["To"] == "int@meti.example.jp"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == FORM[0]
    assert attached.get_content() == FORM[1]
    assert FORM[0] in body_of(message)


def test_a_draft_has_neither_date_nor_id() -> None:
    """They are of the day on which somebody sends it; the same request is the same bytes."""
    ledger = with_contact("int@meti.example.jp")
    message = read(ledger)
    assert message["Date"] is None
    assert message["Message-ID"] is None
    first, second = (draft(of("D", ledger), ledger, FormLanguage.JA, FORM) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("contact", "to"),
    [
        ("a@b.example", "a@b.example"),
        ("METI, Ms Sato <sato@meti.example.jp>; tel. +81 3 1234", "sato@meti.example.jp"),
        ("a@b.example, c@d.example a@b.example", "a@b.example, c@d.example"),
        ("a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example"),
        ("International Division, extension 12", None),
        ("担当課", None),
        (None, None),
    ],
)
def test_it_is_sent_to_the_addresses_of_the_contact(contact: str | None, to: str | None) -> None:
    """Whatever else the contact says; where it has no address, the field is left to be filled."""
    message = read(with_contact(contact))
    assert message["To"] == to
    assert [*message.keys()] == [key for key in OURS if to or key != "To"]


def test_a_japanese_mail_is_a_formal_inquiry() -> None:
    """Its subject says by when, and that it is an inquiry; it lists what is asked under 記."""
    message = read(with_contact("a@b.example"))
    assert (
        message["Subject"]
        == "【依頼：12/11（金）〆】Test Committeeのコミットメントの進捗状況について（照会）"
    )
    lines = body_of(message).split("\n")
    assert lines[0] == "経済産業省　御担当者様"
    assert lines[2] == "平素より大変お世話になっております。○○です。"
    assert "貴機関御担当のコミットメント1件（うち期限超過1件）" in lines[4]
    assert "2026年12月11日（金）までに御回答くださいますようお願いいたします。" in lines[5]
    assert lines[lines.index("記") + 2 :][:3] == [
        "1　talks",
        "　（1）期限　2026年6月、期限超過（4か月）",
        "　（2）進捗状況　状況の報告なし",
    ]


def test_an_english_mail_says_what_is_asked_by_when() -> None:
    """For somebody who never saw a list: how much, which, and how to answer."""
    paper = Circulation(contact="jcm@example.gov.uk", prepared_by="Science Team")
    message = read(with_contact("a@b.example", paper), language=FormLanguage.EN)
    assert message["Subject"] == "For reply by 11 December 2026: commitments of D, Test Committee"
    said = body_of(message)
    assert "D owns 1 open commitment, alone or with others, 1 of them past the deadline." in said
    assert f"attached workbook, {FORM[0]}, and to return it to jcm@example.gov.uk by Friday" in said
    assert (
        "1. talks\n   Deadline: June 2026; overdue by 4 months\n   Status: nothing on file" in said
    )
    assert said.endswith("With kind regards\nScience Team\n")


def test_the_mail_tells_what_each_side_reported() -> None:
    """As the form does, with the body and the day: one side may have done what the other has not."""
    ledger = make_ledger(
        make_commitment("talks", owners=("A", "B"), title_ja="協議"),
        journal=[
            make_entry("2026-01-02", "in-progress"),
            make_entry("2026-02-03", "completed", by="B"),
        ],
    )
    english, japanese = (
        body_of(read(ledger, "A", each)) for each in (FormLanguage.EN, FormLanguage.JA)
    )
    assert (
        "   Status: UK: in progress (A, 2 January 2026)\n"
        "           Japan: completed (B, 3 February 2026)\n"
    ) in english
    assert "　（2）進捗状況　英国側：実施中（2026年1月2日、A）\n" in japanese
    assert "日本側：完了（2026年2月3日、B）\n" in japanese
    assert "（注）" not in japanese


def test_a_japanese_mail_says_once_that_titles_are_in_english() -> None:
    """At its foot, where one has no translation."""
    made = [make_commitment(name, owners=("D",)) for name in ("talks", "visits")]
    ledger = make_ledger(*made, bodies=[make_body("D", "Japan")])
    said = body_of(read(ledger)).split("\n")
    notes = [line for line in said if line.startswith("（注）")]
    assert notes == ["（注）日本語訳がない箇所は、英語で記載しています。"]
    assert said.index(notes[0]) > said.index("2　visits")


def test_both_languages_stand_one_after_the_other() -> None:
    """The English mail whole, then the Japanese one; the subject has both."""
    ledger = with_contact("a@b.example")
    both = body_of(read(ledger, language=FormLanguage.BOTH))
    english, line, japanese = both.partition(f"\n{'-' * 40}\n\n")
    assert line
    assert english == body_of(read(ledger, language=FormLanguage.EN))
    assert japanese == body_of(read(ledger, language=FormLanguage.JA))
    assert " / 【依頼" in str(read(ledger, language=FormLanguage.BOTH)["Subject"])


@pytest.mark.parametrize("language", FormLanguage)
def test_a_marking_stands_first_and_last(language: FormLanguage) -> None:
    """Before and after the text, as in every mail that jcm drafts."""
    ledger = with_contact("a@b.example", Circulation(marking="OFFICIAL"))
    lines = body_of(read(ledger, language=language)).rstrip("\n").split("\n")
    assert (lines[0], lines[-1]) == ("OFFICIAL", "OFFICIAL")


def test_the_text_says_to_whom_and_about_what() -> None:
    """To paste elsewhere: two lines for the fields, then the same text as the draft's."""
    ledger = with_contact("Ms Sato <a@b.example>")
    pasted = text(of("D", ledger), ledger, FormLanguage.EN, FORM[0])
    to, subject, blank, body = pasted.split("\n", 3)
    assert to == "To: Ms Sato <a@b.example>"
    message = read(ledger, language=FormLanguage.EN)
    assert subject == f"Subject: {message['Subject']}"
    assert blank == ""
    assert body == body_of(message)
    assert text(of("D", ledger), ledger, FormLanguage.JA, FORM[0]).startswith("宛先：Ms Sato")
    both = text(of("D", ledger), ledger, FormLanguage.BOTH, FORM[0]).split("\n")
    message = read(ledger, language=FormLanguage.BOTH)
    assert both[0] == "To / 宛先: Ms Sato <a@b.example>"
    assert both[1] == f"Subject / 件名: {message['Subject']}"


def test_lines_of_a_draft_are_short_and_ascii() -> None:
    """As every server passes them on: 78 letters, and two more for the long name of a type."""
    for language in FormLanguage:
        for each in commissions(shipped(), DAY, Query(), REPLY_BY):
            data = draft(each, shipped(), language, FORM)
            assert all(len(line) <= 80 for line in data.decode("ascii").split("\r\n"))


HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(
        st.sampled_from(
            ["\r\n", "\n", "\r", "Bcc: a@b.c", "=?utf-8?q?a=0d=0aBcc:_x?=", "--=_jcm-commission",
             "<a@b.example>", "\x85", "\u2028", "\x1b", "日本語" * 30, " ", "\u3000", ":", '"', ";"]
        )
    ).map("".join),
)  # fmt: skip


@given(HOSTILE, st.sampled_from(FormLanguage))
def test_no_text_breaks_out_of_its_place(hostile: str, language: FormLanguage) -> None:
    """Our headers and two parts, whatever contact, marking, title and name are made of."""
    ledger = make_ledger(
        make_commitment("talks", title=hostile, owners=("D",)),
        bodies=[make_body("D", "Japan", contact=hostile, name_ja=hostile)],
    )
    paper = Circulation(marking=hostile, contact=hostile, prepared_by=hostile)
    message = read(replace(ledger, circulation=paper), language=language)
    assert [key for key in message if key != "To"] == [key for key in OURS if key != "To"]
    first, _form = message.iter_parts()
    assert first.get_content_type() == "text/plain"
    assert not STEERING.search(body_of(message))
    assert not STEERING.search(str(message["Subject"]))


@pytest.mark.parametrize("hold", Hold)
def test_no_text_of_the_corpus_acts_in_a_mail(hold: Hold, tmp_path: Path) -> None:
    """Each body of a hostile ledger gets a mail that reads as mail."""
    file = tmp_path / "hostile.toml"
    file.write_text(hostile(CORPUS, hold), encoding="utf-8", newline="")
    ledger = load(file)
    for each in commissions(ledger, date(2024, 2, 22), Query(), DAY):
        data = draft(each, ledger, FormLanguage.BOTH, FORM)
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        assert not STEERING.search(body_of(message))
        assert len([*message.iter_parts()]) == 2
        assert not STEERING.search(text(each, ledger, FormLanguage.BOTH, FORM[0]))
