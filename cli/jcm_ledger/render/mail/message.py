"""The draft of a mail (RFC 5322): a report as text, and beside it as HTML.

It is put together here. `email.message` reads encoded words (RFC 2047) in the text that it is
given as a subject, which would let a title bring along what it cannot spell.
"""

from base64 import encodebytes
from collections.abc import Iterator
from email.header import Header

from jcm_ledger.render import safe
from jcm_ledger.render.mail.page import page
from jcm_ledger.render.mail.text import text
from jcm_ledger.render.outline.blocks import Outline

_BOUNDARY = "=_jcm-report"
"""What parts the parts: base64 has no line like it."""

_SUBJECT_ON_A_LINE = 66  # 78 letters (RFC 5322, 2.1.1), the name and some room left out
_ENCODED_WORD = "=?"


def draft(content: Outline) -> bytes:
    """Return a mail that programs open to be sent: with a subject, and nobody's address.

    It has no date and no id: those are of the day on which somebody sends it.
    """
    return "\r\n".join(_lines(content)).encode("ascii")


def _lines(content: Outline) -> Iterator[str]:
    yield "X-Unsent: 1"
    yield f"Subject: {subject(content.title)}"
    yield "MIME-Version: 1.0"
    yield f'Content-Type: multipart/alternative; boundary="{_BOUNDARY}"'
    yield ""
    for kind, body in (("plain", text(content)), ("html", page(content))):
        yield f"--{_BOUNDARY}"
        yield f"Content-Type: text/{kind}; charset=utf-8"
        yield "Content-Transfer-Encoding: base64"
        yield ""
        yield from encodebytes(body.replace("\n", "\r\n").encode()).decode("ascii").splitlines()
        yield ""
    yield f"--{_BOUNDARY}--"
    yield ""


def subject(title: str) -> str:
    """Return a title as a header has it: as it is if it is short and plain, else encoded."""
    line = safe.one_line(title)
    if line.isascii() and len(line) <= _SUBJECT_ON_A_LINE and _ENCODED_WORD not in line:
        return line
    return Header(line, "utf-8", header_name="Subject").encode(linesep="\r\n")
