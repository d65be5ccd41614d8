"""An agenda as a workbook: a row for each thing to decide on, with its choices, and the rest."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from msgspec import Struct
from msgspec.structs import replace
from xlsxwriter import Workbook

from jcm_ledger.render import safe
from jcm_ledger.render.outline.blocks import Block, Column, Dossier, EntryLine, Outline, Table
from jcm_ledger.render.outline.decisions import DecisionChoice, Decisions
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.xlsx import brief
from jcm_ledger.render.xlsx.form import YieldingHeights
from jcm_ledger.render.xlsx.formats import Formats, typeface
from jcm_ledger.render.xlsx.properties import properties
from jcm_ledger.render.xlsx.sheet import Sheet, SheetColumn

_LONGEST_NAME = 31  # of a sheet, by Excel's specifications and limits
_CHARACTERS = 3.5
"""How wide a column is for each of its shares of the width."""
_LEAST = 13
_ON_FILE, _CHOICE, _REMARK = 64, 17, 30


class DecisionRow(Struct, frozen=True):
    """A dossier to decide on, its number, and the title that it stands under."""

    number: int
    under: str
    dossier: Dossier


def workbook(content: Outline) -> bytes:
    """Return an agenda as a workbook, the same bytes for the same outline."""
    file, say = BytesIO(), speak(content.lang)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    blocks = list(_to_decide(content))
    with Workbook(file, {**options, **typeface(say)}) as book:
        book.set_properties(properties(content.title, content.circulation, content.as_of, say))
        formats = Formats(book, say)
        header = in_one_line(content.title), in_one_line(content.foot)

        def sheet(name: str) -> Sheet:
            short = safe.one_line(in_one_line(name))[:_LONGEST_NAME]
            made = book.add_worksheet(short.replace("/", "·"), YieldingHeights)
            return Sheet(made, formats, header, content.marking)

        decided = sheet(say.agendas.FOR_DECISION) if blocks else None
        brief.draw(sheet(say.sheets.BRIEF), _without(content))
        if decided is not None:
            choices = sheet(say.agendas.CHOICES_SHEET)
            choices.fill(_of_choices(say), blocks[0].choices)
            among = choices.range_of(0, len(blocks[0].choices))
            _decide(decided, blocks, among, say)
    return file.getvalue()


def _to_decide(content: Outline) -> Iterator[Decisions]:
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Decisions):
                yield block


def _without(content: Outline) -> Outline:
    """Return an outline without what is to be decided, and without tables that list it."""
    elsewhere = {
        section.key
        for section in content.sections
        if any(isinstance(block, Decisions) for block in section.blocks)
    }

    def stays(block: Block) -> bool:
        listed = isinstance(block, Table) and block.elsewhere in elsewhere
        return not isinstance(block, Decisions) and not listed

    left = (
        replace(section, blocks=tuple(filter(stays, section.blocks)))
        for section in content.sections
    )
    return replace(content, sections=tuple(section for section in left if section.blocks))


def _decide(sheet: Sheet, blocks: Sequence[Decisions], among: str, say: Phrases) -> None:
    """Write a row a dossier, with a cell to choose in and one for a remark."""
    rows = [
        DecisionRow(number, block.title, dossier)
        for block in blocks
        for number, dossier in enumerate(block.dossiers, start=block.first)
    ]
    told = list(_told(blocks[0], rows, say))
    question, remark = blocks[0].question, blocks[0].remark
    asked = [
        SheetColumn[DecisionRow](question, _CHOICE, lambda _row: None),
        SheetColumn[DecisionRow](remark, _REMARK, lambda _row: None),
    ]
    sheet.fill([*told, *asked, *_unprinted(blocks[0], say)], rows)
    sheet.ask(len(told), len(rows), among, say.agendas.NOT_A_CHOICE)
    sheet.ask(len(told) + 1, len(rows))


def _told(
    block: Decisions, rows: Sequence[DecisionRow], say: Phrases
) -> Iterator[SheetColumn[DecisionRow]]:
    """Yield the columns of what is told of each; one without anything in it is left out."""
    head, *facts, last = block.columns
    yield SheetColumn(head.title, _wide(head), lambda row: row.dossier.about.text)
    for number, column in enumerate(facts, start=1):
        made = _fact(number, column)
        if any(made.value(row) for row in rows):
            yield made
    yield SheetColumn(last.title, _ON_FILE, lambda row: _on_file(row.dossier, last, say))


def _fact(number: int, column: Column) -> SheetColumn[DecisionRow]:
    def value(row: DecisionRow) -> str | None:
        facts = (fact.short for fact in row.dossier.facts if fact.column == number)
        return "\n".join(line for lines in facts for line in lines) or None

    return SheetColumn(column.title, _wide(column), value)


def _unprinted(block: Decisions, say: Phrases) -> Iterator[SheetColumn[DecisionRow]]:
    """Yield the columns by which rows are sorted and known again."""
    theme, number, of = say.labels.THEME, block.number, block.id
    yield SheetColumn(theme, 20, lambda row: row.under, printed=False)
    yield SheetColumn(number, 8, lambda row: row.number, printed=False)
    yield SheetColumn(of, 28, lambda row: row.dossier.about.id, printed=False)


def _wide(column: Column) -> int:
    return max(round(column.weight * _CHARACTERS), _LEAST)


def _on_file(dossier: Dossier, column: Column, say: Phrases) -> str:
    return "\n".join(_entry(entry, say) for entry in dossier.entries) or column.empty


def _entry(entry: EntryLine, say: Phrases) -> str:
    """Return an entry in words, and the addresses that it cites on a line each."""
    note = say.sentence(entry.note) if entry.note else ""
    sentences = say.sentences((say.pages.entry(entry.when, entry.by, entry.news), note))
    return "\n".join((sentences, *(cited.address for cited in entry.evidence.evidence)))


def _of_choices(say: Phrases) -> list[SheetColumn[DecisionChoice]]:
    """Return the columns of what can be chosen: a word on one line, and what it means."""
    return [
        SheetColumn(say.agendas.DECISION, 30, lambda choice: in_one_line(choice.name)),
        SheetColumn(say.agendas.MEANING, 80, lambda choice: choice.meaning),
    ]
