"""The first sheet of a workbook: the brief, block by block."""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from jcm_ledger.render.outline.blocks import Block, FigureList, Outline, Prose, Table
from jcm_ledger.render.outline.cells import Cell, LinesText, TimingText
from jcm_ledger.render.xlsx.sheet import Sheet, StyledText
from jcm_ledger.rules.standing import Timing

_WIDTHS = (36, 24, 30, 22, 64)

SheetLine = Sequence[StyledText]


def draw(sheet: Sheet, content: Outline) -> None:
    """Write the head of an outline and its sections under each other."""
    sheet.columns(_WIDTHS)
    sheet.line([StyledText(content.title, "title")])
    about = (*(name.text for name in content.committee), *content.notes, content.foot)
    for text in (*about, content.nothing):
        if text:
            sheet.line([StyledText(text, "prose")])
    for section in content.sections:
        sheet.line([StyledText(section.title, "section")])
        for block in section.blocks:
            spread = not isinstance(block, FigureList)
            for line in _lines(block):
                sheet.line(line, spread=spread)


@singledispatch
def _lines(_block: Block) -> Iterator[SheetLine]:
    """Yield the lines of a block; a type without a function below has none."""
    yield from ()


@_lines.register
def _prose(block: Prose) -> Iterator[SheetLine]:
    yield [StyledText(block.text, "prose")]


@_lines.register
def _figures(block: FigureList) -> Iterator[SheetLine]:
    yield [StyledText(figure.number, "figure") for figure in block.all]
    yield [StyledText(figure.name, "name") for figure in block.all]


@_lines.register
def _table(block: Table) -> Iterator[SheetLine]:
    yield [StyledText(column.title, "heading") for column in block.columns]
    for row in block.rows:
        yield [_cell(cell) for cell in row]


def _cell(cell: Cell) -> StyledText:
    match cell:
        case TimingText(timing=Timing.OVERDUE):
            return StyledText(cell.text, "late")
        case LinesText():
            return StyledText("\n".join(cell.lines), "cell")
    return StyledText(cell.text, "cell")
