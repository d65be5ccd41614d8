"""Statements as Word documents."""

import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from jcm_ledger.errors.statements import CannotReadStatement
from jcm_ledger.model.statement import PassageKind, Statement
from jcm_ledger.store.statements import parse

NUMBERED = "UKRI and JST will fund a call.", "METI will report.", "The sides will meet."


def saved(document: WordDocument) -> bytes:
    """Return a document as Word's file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def read(write: Callable[[WordDocument], object]) -> Statement:
    """Return the statement in a document that is written so."""
    document = Document()
    write(document)
    return parse(saved(document), "statement.docx")


def changed(data: bytes, part: str, content: bytes) -> bytes:
    """Return a document with another part in the place of one."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            new.writestr(each, content if each == part else old.read(each))
        if part not in old.namelist():
            new.writestr(part, content)
    return file.getvalue()


def statement(document: WordDocument) -> None:
    """Write a statement with a title, a day, headings, lists and a table."""
    document.add_paragraph("Joint statement of the committee", style="Title")
    document.add_paragraph("London, 7 November 2023")
    document.add_heading("Research", 1)
    document.add_paragraph("The two sides agreed to:")
    document.add_paragraph("launch a call;", style="List Bullet")
    document.add_paragraph("on hydrogen", style="List Bullet 2")
    document.add_paragraph("hold a workshop.", style="List Bullet")
    document.add_paragraph("They will meet again.")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells),
        ("What", "Who", "When", "A call", "", "2025"),
        strict=True,
    ):
        cell.text = text


def test_headings_lists_and_tables_are_what_they_are() -> None:
    """A document says what a passage is; nobody has to guess it from the text."""
    found = read(statement)
    assert (found.title, found.day) == ("Joint statement of the committee", date(2023, 11, 7))
    assert [(each.kind.value, each.level, each.lead, each.text) for each in found.passages] == [
        ("heading", 0, None, "Research"),
        ("paragraph", 0, None, "The two sides agreed to:"),
        ("bullet", 1, 1, "launch a call;"),
        ("bullet", 2, 2, "on hydrogen"),
        ("bullet", 1, 1, "hold a workshop."),
        ("paragraph", 0, None, "They will meet again."),
        ("cell", 0, None, "What | Who | When"),
        ("cell", 0, None, "A call |  | 2025"),
    ]


def test_numbers_that_word_counts_are_numbers_of_paragraphs() -> None:
    """They stand in no text of the file, and are what people cite."""

    def write(document: WordDocument) -> None:
        for text in NUMBERED:
            document.add_paragraph(text, style="List Number")

    assert [(each.number, each.kind) for each in read(write).passages] == [
        (number, PassageKind.PARAGRAPH) for number in ("1", "2", "3")
    ]


def test_what_was_put_in_is_read_and_what_was_struck_out_is_not() -> None:
    """Tracked changes count as if they were accepted."""

    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph("The sides ")
        for tag, text, inside in (("w:ins", "will ", "w:t"), ("w:del", "may ", "w:delText")):
            change, run, said = (OxmlElement(each) for each in (tag, "w:r", inside))
            said.text = text
            said.set(qn("xml:space"), "preserve")
            run.append(said)
            change.append(run)
            paragraph._p.append(change)  # noqa: SLF001 - python-docx writes no tracked changes
        paragraph.add_run("act.")

    assert [each.text for each in read(write).passages] == ["The sides will act."]


def test_what_stands_in_a_content_control_is_read() -> None:
    """Templates of ministries put whole paragraphs in such."""

    def write(document: WordDocument) -> None:
        document.add_paragraph("The sides met.")
        inner = document.add_paragraph("They will act.")._p  # noqa: SLF001 - as above
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        inner.addprevious(control)
        control.append(content)
        content.append(inner)

    assert [each.text for each in read(write).passages] == ["The sides met.", "They will act."]


@cache
def damaged() -> dict[str, bytes]:
    """Return files that are called Word documents and are not to be read as such."""
    good = saved(Document())
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("notes.txt", "They will act.")
    entities = b'<!DOCTYPE d [<!ENTITY a "They will">]><w:document>&a;</w:document>'
    return {
        "no archive": b"They will act.",
        "cut": good[: len(good) // 2],
        "other archive": archive.getvalue(),
        "no xml": changed(good, "word/document.xml", b"They will act."),
        "entities": changed(good, "word/document.xml", entities),
        "entities in UTF-16": changed(good, "word/extra.xml", entities.decode().encode("utf-16")),
        "bomb": changed(good, "word/document.xml", b"<w:document>" + bytes(100_000_000)),
        "bomb beside": changed(good, "word/media/a.bin", bytes(100_000_000)),
    }


@pytest.mark.parametrize(
    "what",
    [
        "no archive",
        "cut",
        "other archive",
        "no xml",
        "entities",
        "entities in UTF-16",
        "bomb",
        "bomb beside",
    ],
)
def test_what_is_no_safe_document_is_refused(what: str) -> None:
    """An archive that would unpack to gigabytes, or declares entities, is not opened."""
    with pytest.raises(CannotReadStatement) as refusal:
        parse(damaged()[what], "statement.docx")
    assert refusal.value.hint
