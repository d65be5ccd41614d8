"""What an import would do, on a terminal: the mapping, the first rows, what is told of cells."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from jcm_ledger.model.ledger import Commitment, Entry
from jcm_ledger.model.spreadsheet import Worksheet
from jcm_ledger.render.phrases import Phrases
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
    say: Phrases, sheet: Worksheet, column_map: ColumnMap, made: Intake, width: int
) -> Iterator[RenderableType]:
    """Yield what is shown before it is asked whether to import, for `width` columns."""
    words = say.imports
    yield text(words.table(made.file, sheet.name, column_map.header))
    yield _BLANK
    headers = (words.COLUMN, words.HEADING, words.BECOMES, words.FIRST)
    columns = [_column(say, sheet, column_map, column) for column in column_map.columns]
    yield table(headers, columns, width)
    yield _BLANK
    yield from _first_rows(say, made, width)
    for body in made.bodies:
        yield text(words.body(body, undecided=body.id in made.sideless.values()))
    for column in made.columns:
        yield text(words.column(column))
    for observation in made.observations[:_MOST_OBSERVATIONS]:
        yield text(_observed(say, observation), "yellow")
    if len(made.observations) > _MOST_OBSERVATIONS:
        yield text(words.more(len(made.observations) - _MOST_OBSERVATIONS))
    counted = len(made.commitments), len(made.entries), len(made.bodies), len(made.columns)
    yield text(words.adds(*counted, made.rows), "bold")
    if made.known or made.reports_known:
        yield text(words.on_file(made.known, made.reports_known))


def _column(
    say: Phrases, sheet: Worksheet, column_map: ColumnMap, column: ImportColumn
) -> tuple[Stack, ...]:
    """Return a column: its letters, its heading, what it becomes, and what stands first in it."""
    words = say.imports
    if column.key.startswith(FIELD):
        style, name = "yellow", column.key.removeprefix(FIELD)
        becomes = words.own_column(name, new=column.proposed is not None)
    else:
        style, becomes = "green", words.becomes(column.key, column.day, column.side)
    rows = [row for row in sheet.rows if row > column_map.header]
    texts = [" ".join(sheet.text_at(row, column.number).split()) for row in rows]
    first = [_short(each) for each in dict.fromkeys(texts) if each][:_FIRST_ROWS]
    return (
        cell(column.letters, "dim"),
        cell(column.heading),
        cell(becomes, style),
        cell(" · ".join(first), "dim"),
    )


def _first_rows(say: Phrases, made: Intake, width: int) -> Iterator[RenderableType]:
    """Yield the first commitments as they would be, with the last of what is reported of each."""
    if not made.commitments:
        return
    last = {entry.commitment: entry for entry in made.entries}
    labels, last_report = say.labels, say.imports.LAST_REPORT
    headers = (labels.ID, labels.TITLE, labels.OWNERS, labels.DEADLINE, last_report)
    shown = made.commitments[:_MOST_ROWS]
    yield table(headers, [_row(say, each, last.get(each.id)) for each in shown], width)
    if len(made.commitments) > len(shown):
        yield text(say.imports.more(len(made.commitments) - len(shown)), "dim")
    yield _BLANK


def _row(say: Phrases, commitment: Commitment, entry: Entry | None) -> Sequence[Stack]:
    status = entry.status if entry else None
    reported = say.imports.reported(entry) if entry and status else ""
    return (
        cell(commitment.id, "cyan"),
        cell(say.title(commitment)),
        cell(say.joined([say.short(owner) for owner in commitment.owners])),
        cell(say.imports.deadline(commitment)),
        cell(reported, STATUS_STYLES.get(status, "")),
    )


def _short(sample: str) -> str:
    return sample if len(sample) <= _LONGEST_SAMPLE else f"{sample[: _LONGEST_SAMPLE - 1]}…"


def _observed(say: Phrases, observation: Observation) -> str:
    """Return what is told of a cell or a row."""
    words = say.imports
    match observation.told:
        case Told.COMMENT:
            line = words.comment(observation.place, observation.text)
        case Told.STRUCK:
            line = words.struck(observation.place, observation.text)
        case Told.HIDDEN:
            line = words.hidden(observation.place)
        case Told.HIDDEN_COLUMN:
            line = words.hidden_column(observation.place)
        case Told.LEFT_OUT:
            line = words.left_out(observation.place, observation.text)
        case Told.AS_WORDS:
            line = words.as_words(observation.place, observation.text)
        case Told.DIFFERS:
            line = words.differs(observation.place, observation.text)
    return line
