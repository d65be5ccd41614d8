"""The mail that asks a body for news: as text to paste, and as a draft with the form attached."""

import re
from base64 import encodebytes
from collections.abc import Iterator

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import IN_ONE_CELL, FormLanguage
from jcm_ledger.render import safe
from jcm_ledger.render.mail.message import subject as subject_header
from jcm_ledger.render.phrases.forms import said, voices
from jcm_ledger.rules.commissions import Commission

_BOUNDARY = "=_jcm-commission"
"""What parts the parts: base64 has no line like it."""

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_BETWEEN_LANGUAGES = "-" * 40
_WIDE_BLANK = "\N{IDEOGRAPHIC SPACE}"


def text(commission: Commission, ledger: Ledger, language: FormLanguage, workbook: str) -> str:
    """Return the mail as lines of text: to whom, about what, and the body.

    `workbook` is the name of the file to attach.
    """
    about, spoken = _subject(commission, ledger, language), voices(ledger, language)
    to = said(spoken, lambda say: say.recipient_field, IN_ONE_CELL)
    subject = said(spoken, lambda say: say.subject_field, IN_ONE_CELL)
    head = [spoken[0].field(to, commission.body.contact or ""), spoken[0].field(subject, about)]
    body = _body(commission, ledger, language, workbook)
    return "".join(f"{line}\n" for line in (*map(_shown, head), "", *body))


def draft(
    commission: Commission, ledger: Ledger, language: FormLanguage, workbook: tuple[str, bytes]
) -> bytes:
    """Return a mail that programs open to be sent, with the workbook, a name and bytes, attached.

    It is sent to the addresses that the contact of the body holds. It has no date and no id:
    those are of the day on which somebody sends it.
    """
    return "\r\n".join(_lines(commission, ledger, language, *workbook)).encode("ascii")


def _lines(
    commission: Commission, ledger: Ledger, language: FormLanguage, name: str, workbook: bytes
) -> Iterator[str]:
    yield "X-Unsent: 1"
    if addresses := _ADDRESS.findall(commission.body.contact or ""):
        yield "To: " + ",\r\n ".join(dict.fromkeys(addresses))
    yield f"Subject: {subject_header(_subject(commission, ledger, language))}"
    yield "MIME-Version: 1.0"
    yield f'Content-Type: multipart/mixed; boundary="{_BOUNDARY}"'
    yield ""
    body = "".join(f"{line}\r\n" for line in _body(commission, ledger, language, name))
    yield from _part("Content-Type: text/plain; charset=utf-8", "", body.encode())
    attached = f'Content-Disposition: attachment;\r\n filename="{name}"'
    yield from _part(f'Content-Type: {_WORKBOOK};\r\n name="{name}"', attached, workbook)
    yield f"--{_BOUNDARY}--"
    yield ""


def _part(kind: str, more: str, content: bytes) -> Iterator[str]:
    yield f"--{_BOUNDARY}"
    yield kind
    yield "Content-Transfer-Encoding: base64"
    yield from filter(None, (more,))
    yield ""
    yield from encodebytes(content).decode("ascii").splitlines()
    yield ""


def _subject(commission: Commission, ledger: Ledger, language: FormLanguage) -> str:
    """Return what it is about, without the marking: on sending, a system adds what it needs."""
    about = said(
        voices(ledger, language), lambda say: say.subject(ledger.committee, commission), IN_ONE_CELL
    )
    return safe.one_line(about)


def _body(
    commission: Commission, ledger: Ledger, language: FormLanguage, workbook: str
) -> Iterator[str]:
    """Yield the lines in each language, one after the other, between the marking."""
    paper = ledger.circulation
    marking = [safe.one_line(paper.marking)] if paper.marking else []
    yield from (*marking, "") if marking else ()
    for number, say in enumerate(voices(ledger, language)):
        yield from ("", _BETWEEN_LANGUAGES, "") if number else ()
        yield from map(_shown, say.letter(ledger.committee, paper, commission, workbook))
    yield from ("", *marking) if marking else ()


def _shown(line: str) -> str:
    """Return a line with nothing in it that ends or steers it; wide blanks and indents stay."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    return indent + _WIDE_BLANK.join(map(safe.one_line, line.split(_WIDE_BLANK)))
