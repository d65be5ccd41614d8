"""What an import would do, on a terminal: the mapping, the first rows, what is told of cells."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from jcm_ledger.model.ledger import Commitment, Entry
from jcm_ledger.model.spreadsheet import Worksheet
from jcm_ledger.render.phrases.imports import ImportWords
from jcm_ledger.render.terminal.parts import STATUS_STYLES, table, text
from jcm_ledger.render.terminal.widths import Stack, cell
from jcm_ledger.rules.importing.choices import Intake, Observation, Told
from jcm_ledger.rules.importing.columns import ColumnMap, ImportColumn
from jcm_ledger.rules.importing.headings import FIELD

_FIRST_ROWS = 2
_LONGEST_SAMPLE = 32  # letters
_MOST_ROWS = 5
_MOST_OBSERVATIONS = 20
_BLANK = ""


def page(
    say: ImportWords, sheet: Worksheet, column_map: ColumnMap, made: Intake, width: int
) -> Iterator[RenderableType]:
    """Yield what is shown before it is asked whether to import, for `width` columns."""
    yield text(say.table(made.file, sheet.name, column_map.header))
    yield _BLANK
    headers = (say.COLUMN, say.HEADING, say.BECOMES, say.FIRST)
    columns = [_column(say, sheet, column_map, column) for column in column_map.columns]
    yield table(headers, columns, width)
    yield _BLANK
    yield from _first_rows(say, made, width)
    for body in made.bodies:
        yield text(say.body(body, undecided=body.id in made.sideless.values()))
    for column in made.columns:
        yield text(say.column(column))
    for observation in made.observations[:_MOST_OBSERVATIONS]:
        yield text(_observed(say, observation), "yellow")
    if len(made.observations) > _MOST_OBSERVATIONS:
        yield text(say.more(len(made.observations) - _MOST_OBSERVATIONS))
    counted = len(made.commitments), len(made.entries), len(made.bodies), len(made.columns)
    yield text(say.adds(*counted, made.rows), "bold")
    if made.known or made.reports_known:
        yield text(say.on_file(made.known, made.reports_known))


def _column(
    say: ImportWords, sheet: Worksheet, column_map: ColumnMap, column: ImportColumn
) -> tuple[Stack, ...]:
    """Return a column: its letters, its heading, what it becomes, and what stands first in it."""
    own = column.key.startswith(FIELD)
    name = column.key.removeprefix(FIELD)
    new = column.proposed is not None
    becomes = (
        say.own_column(name, new=new) if own else say.becomes(column.key, column.day, column.side)
    )
    rows = [row for row in sheet.rows if row > column_map.header]
    texts = [" ".join(sheet.text_at(row, column.number).split()) for row in rows]
    first = [_short(each) for each in dict.fromkeys(texts) if each][:_FIRST_ROWS]
    return (
        cell(column.letters, "dim"),
        cell(column.heading),
        cell(becomes, "yellow" if own else "green"),
        cell(" · ".join(first), "dim"),
    )


def _first_rows(say: ImportWords, made: Intake, width: int) -> Iterator[RenderableType]:
    """Yield the first commitments as they would be, with the last of what is reported of each."""
    if not made.commitments:
        return
    last = {entry.commitment: entry for entry in made.entries}
    headers = (say.ID, say.TITLE, say.OWNERS, say.DEADLINE, say.STATUS)
    shown = made.commitments[:_MOST_ROWS]
    yield table(headers, [_row(each, last.get(each.id)) for each in shown], width)
    if len(made.commitments) > len(shown):
        yield text(say.more(len(made.commitments) - len(shown)), "dim")
    yield _BLANK


def _row(commitment: Commitment, entry: Entry | None) -> Sequence[Stack]:
    status = entry.status if entry else None
    deadline = commitment.deadline or commitment.deadline_text or ""
    reported = f"{status.value.replace('-', ' ')}, {entry.date}" if entry and status else ""
    return (
        cell(commitment.id, "cyan"),
        cell(commitment.title),
        cell(", ".join(commitment.owners)),
        cell(str(deadline)),
        cell(reported, STATUS_STYLES.get(status, "")),
    )


def _short(sample: str) -> str:
    return sample if len(sample) <= _LONGEST_SAMPLE else f"{sample[: _LONGEST_SAMPLE - 1]}…"


def _observed(say: ImportWords, observation: Observation) -> str:
    """Return what is told of a cell or a row."""
    match observation.told:
        case Told.COMMENT:
            line = say.comment(observation.place, observation.text)
        case Told.STRUCK:
            line = say.struck(observation.place, observation.text)
        case Told.HIDDEN:
            line = say.hidden(observation.place)
        case Told.HIDDEN_COLUMN:
            line = say.hidden_column(observation.place)
        case Told.LEFT_OUT:
            line = say.left_out(observation.place, observation.text)
        case Told.AS_WORDS:
            line = say.as_words(observation.place, observation.text)
        case Told.DIFFERS:
            line = say.differs(observation.place, observation.text)
    return line
