"""The annex of a Word document: a row a commitment, with its facts beside what is on file."""

from collections.abc import Iterator
from itertools import groupby

from jcm_ledger.render.docx.inlines import inlines, note_and_evidence
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter, Layout, Xml, paragraph, run
from jcm_ledger.render.outline.blocks import Column, Dossier, Dossiers, EntryLine, Fact
from jcm_ledger.render.phrases import pages

_SHARES = (9, 10)


def draw(writer: DocxWriter, block: Dossiers) -> tuple[Xml, Xml]:
    """Return the table; what the outline has between its first and last column is the facts."""
    first, *_, last = block.columns
    rows = (
        (DocxCell(list(_about(writer, dossier, block.columns))), _on_file(writer, dossier, last))
        for dossier in block.dossiers
    )
    return writer.table((first.title, last.title), rows, _SHARES, Layout(whole=False))


def _about(writer: DocxWriter, dossier: Dossier, columns: tuple[Column, ...]) -> Iterator[Xml]:
    about = dossier.about
    yield paragraph("TableText", writer.dossier(about.id, about.text))
    small: list[str] = [run(about.id, "Quiet")]
    for link in dossier.statements:
        small += [run(" · ", "Quiet"), writer.link(link.address, link.label)]
    if back := writer.back(about.id, pages.BACK):
        small += [run(" · ", "Quiet"), back]
    yield paragraph("TableText", *small)
    if dossier.summary:
        yield paragraph("TableText", dossier.summary)
    for number, facts in groupby(dossier.facts, key=lambda fact: fact.column):
        if told := list(_facts(writer, list(facts))):
            yield paragraph("TableText", run(f"{columns[number].title}: ", "Strong"), *told)


def _facts(writer: DocxWriter, facts: list[Fact]) -> Iterator[str]:
    """Yield the facts of one column in a line; one that is alone there is told in full."""
    if len(facts) == 1:
        yield from inlines(writer, facts[0].value)
        return
    told = (line for fact in facts for line in fact.short)
    yield "; ".join(told)


def _on_file(writer: DocxWriter, dossier: Dossier, column: Column) -> DocxCell | str:
    """Return every entry about a commitment, a paragraph each."""
    lines = [_told(writer, entry) for entry in dossier.entries]
    return DocxCell(lines) if lines else column.empty


def _told(writer: DocxWriter, entry: EntryLine) -> Xml:
    who = run(f"{entry.day}, {entry.by}", "Strong")
    news = f": {entry.news}." if entry.news else "."
    return paragraph("TableText", who, news, *note_and_evidence(writer, entry))
