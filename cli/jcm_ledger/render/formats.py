"""What a report or the data can be written as. A format is one line here.

Its renderer is imported when a document is made, so that no other command pays for a document
library.
"""

from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Self

from jcm_ledger.render.phrases import ENGLISH, speak

if TYPE_CHECKING:
    from collections.abc import Callable

    from jcm_ledger.render.outline.attachments import Attachment
    from jcm_ledger.render.outline.blocks import Outline
    from jcm_ledger.render.phrases import Phrases
    from jcm_ledger.rules.report import Report


class Format(StrEnum):
    """A format: how --format spells it, its suffix, what in render/ makes it, and its kind.

    The renderer is a function, written "module:function", of a report's outline, or of the Report
    itself and the phrases where the data are written. It returns text or bytes. That of a revision
    is given the bytes of the file it takes the place of too, b"" if none; that of a `brief` the
    outline of the first page alone.
    """

    suffix: str
    renderer: str
    binary: bool
    revision: bool
    brief: bool

    def __new__(cls, name: str, suffix: str, renderer: str, kind: str = "text") -> Self:
        """Make a member from the values in its line."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.suffix, member.renderer = suffix, renderer
        member.binary, member.revision = kind == "binary", kind == "revision"
        member.brief = kind == "brief"
        return member

    def made_of(self, *content: object) -> bytes:
        """Return the document made of what its renderer wants; text is encoded as UTF-8."""
        module, function = self.renderer.split(":")
        make: Callable[..., str | bytes]
        make = getattr(import_module(f"jcm_ledger.render.{module}"), function)
        document = make(*content)
        return document if isinstance(document, bytes) else document.encode()

    @classmethod
    def named(cls, name: str) -> Self:
        """Return the format of this name or suffix: "markdown", "md"; raise ValueError."""
        for form in cls:
            if name and name in (form, form.suffix.removeprefix(".")):
                return form
        names = ", ".join(f"'{form}'" for form in cls)
        raise ValueError(f"'{name}' is not one of {names}.")


class ReportFormat(Format):
    """What a report can be written as; on a terminal it is drawn, not rendered to a document."""

    TERMINAL = "terminal", "", ""
    MARKDOWN = "markdown", ".md", "markdown.report:report"
    HTML = "html", ".html", "html:report"
    DOCX = "docx", ".docx", "docx:document", "binary"
    MAIL = "mail", ".eml", "mail:draft", "brief"
    TEXT = "text", ".txt", "mail:text", "brief"

    def render(self, content: "Outline") -> bytes:
        """Return the document of a report."""
        return self.made_of(content)


class AgendaFormat(Format):
    """What the agenda of a meeting can be written as: what a report can, and a workbook."""

    TERMINAL = "terminal", "", ""
    MARKDOWN = "markdown", ".md", "markdown.report:report"
    HTML = "html", ".html", "html:report"
    DOCX = "docx", ".docx", "docx:document", "binary"
    EXCEL = "xlsx", ".xlsx", "xlsx.agenda:workbook", "binary"
    MAIL = "mail", ".eml", "mail:draft", "brief"
    TEXT = "text", ".txt", "mail:text", "brief"

    def render(self, content: "Outline") -> bytes:
        """Return the document of an agenda."""
        return self.made_of(content)


class ExportFormat(Format):
    """What the data can be written as."""

    CSV = "csv", ".csv", "delimited:export"
    JSON = "json", ".json", "json:export"
    EXCEL = "xlsx", ".xlsx", "xlsx:workbook", "binary"
    CALENDAR = "ics", ".ics", "calendar:events", "revision"

    def render(self, content: "Report", say: "Phrases", earlier: bytes = b"") -> bytes:
        """Return the data in a document; a revision goes by the `earlier` one."""
        return self.made_of(content, say, *((earlier,) if self.revision else ()))


class DraftFormat(Format):
    """What a draft of commitments can be written as. Its renderers take a DraftOf and phrases."""

    TOML = "toml", ".toml", "drafts.toml:tables"
    HTML = "html", ".html", "drafts.page:page"
    JSON = "json", ".json", "drafts.data:document"


def _rendered(form: ExportFormat, content: "Callable[[], Report]") -> bytes:
    return form.render(content(), speak(ENGLISH))  # the names of keys are no language's


def attachments(make: "Callable[[], Report]") -> "tuple[Attachment, ...]":
    """Return the data of a report as files that go with it; `make` builds them when asked.

    They are what `jcm export` writes of the same commitments.
    """
    from jcm_ledger.render.outline.attachments import Attachment  # lazy import: not for exports

    content = cache(make)
    kinds = ((ExportFormat.CSV, "text/csv;charset=utf-8"), (ExportFormat.JSON, "application/json"))
    return tuple(
        Attachment(
            name=f"commitments{form.suffix}",
            label=form.upper(),
            media_type=media_type,
            make=partial(_rendered, form, content),
        )
        for form, media_type in kinds
    )
