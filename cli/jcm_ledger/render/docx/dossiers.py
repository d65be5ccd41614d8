"""The annex of a Word document: a row a commitment, with its facts beside what is on file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from jcm_ledger.render.docx.elements import Xml, paragraph, run
from jcm_ledger.render.docx.inlines import inlines, note_and_evidence, within
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter, LongRow
from jcm_ledger.render.outline.blocks import Column, Dossier, Dossiers, EntryLine, Fact
from jcm_ledger.render.outline.cells import OwnersText, TimingText

SHARES = (1, 1)
"""How the width is shared by the facts and by what is on file."""

HEAD = "F5F7FA"
MANY = 4
"""With more entries than so many, a dossier may be broken between two pages."""


def draw(writer: DocxWriter, block: Dossiers) -> tuple[Xml, Xml]:
    """Return the table; what the outline has between its first and last column is the facts."""
    first, *_, last = block.columns
    rows = (row for dossier in block.dossiers for row in rows_of(writer, dossier, block.columns))
    return writer.table((first.title, last.title), rows, SHARES)


def rows_of(
    writer: DocxWriter, dossier: Dossier, columns: tuple[Column, ...]
) -> Iterator[Sequence[DocxCell]]:
    """Yield what it is about over both columns, and its facts beside what is on file."""
    yield (DocxCell(list(_about(writer, dossier)), HEAD, span=len(SHARES)),)
    cells = (
        DocxCell(list(_told_of(writer, dossier, columns))),
        DocxCell(_on_file(writer, dossier, columns[-1])),
    )
    yield LongRow(cells) if len(dossier.entries) > MANY else cells


def _about(writer: DocxWriter, dossier: Dossier) -> Iterator[Xml]:
    about = dossier.about
    line: list[str] = [writer.dossier(about.id, about.text), run(f" · {about.id}", "Quiet")]
    for link in dossier.statements:
        line += [run(" · ", "Quiet"), writer.link(link.address, link.label)]
    if back := writer.back(about.id, writer.say.pages.BACK):
        line += [run(" · ", "Quiet"), back]
    yield paragraph("DossierHead", *line)
    if dossier.summary:
        yield paragraph("DossierHead", dossier.summary)


def _told_of(writer: DocxWriter, dossier: Dossier, columns: tuple[Column, ...]) -> Iterator[Xml]:
    for number, facts in groupby(dossier.facts, key=lambda fact: fact.column):
        if told := list(_facts(writer, facts)):
            label = run(writer.say.documents.label(columns[number].title), "Strong")
            yield paragraph("DossierText", label, *told)


def _facts(writer: DocxWriter, facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the facts of one column in a line; of owners it has room for the full names."""
    say, words = writer.say, list[str]()
    for fact in facts:
        in_full = isinstance(fact.value, OwnersText | TimingText)
        words += inlines(writer, fact.value) if in_full else [say.clauses(fact.short)]
    runs = [each if isinstance(each, Xml) else run(each) for each in words if each]
    yield from within(say, say.documents.facts, *runs)


def _on_file(writer: DocxWriter, dossier: Dossier, column: Column) -> list[Xml]:
    """Return every entry about a commitment, a paragraph each."""
    lines = [_told(writer, entry) for entry in dossier.entries]
    return lines or [paragraph("DossierText", column.empty)]


def _told(writer: DocxWriter, entry: EntryLine) -> Xml:
    say = writer.say
    heard = run(say.documents.heard(entry.when, entry.by), "Strong")
    told = within(say, say.documents.told, heard, entry.news)
    return paragraph("DossierText", *told, *note_and_evidence(writer, entry))
