"""The table of all commitments, for a medium that can sort and narrow it."""

from collections.abc import Iterator

from msgspec import Struct

from jcm_ledger.model.text import as_name
from jcm_ledger.render.outline.blocks import Block, Choice, Column
from jcm_ledger.render.outline.cells import Cell, Day, Text
from jcm_ledger.render.outline.rows import deadline, owners, reference, status, timing
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.query import NOTHING_ON_FILE, texts
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing, Timing

ALL = "all"
"""The key of the section that has every commitment in one table."""

NO_THEME = NOTHING_ON_FILE
"""The value of the choice of a theme that leaves what has none."""


class Row(Struct, frozen=True):
    """A commitment's cells, its values for each choice, and the text that is searched."""

    cells: tuple[Cell, ...]
    places: tuple[tuple[str, ...], ...]
    sought: tuple[str, ...]


class Standings(Block, frozen=True):
    """Every commitment of a report by deadline, in rows made when they are asked for."""

    report: Report
    say: Phrases

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        labels = self.say.labels
        titles = (
            *(labels.OWNERS, labels.THEME, labels.DEADLINE),
            *(labels.TIMING, labels.STATUS, labels.LAST_ENTRY),
        )
        return (
            Column(title=labels.COMMITMENT, heads=True),
            *(Column(title=title) for title in titles),
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the table can be narrowed by: the values that occur."""
        report, say = self.report, self.say
        timings = {row.timing for row in report.annex}
        statuses = [status for status, number in report.figures.statuses.items() if number]
        choices: dict[str, list[tuple[str, str]]] = {
            "owner": list(_owners(report, say)),
            "side": [(side, say.side(side)) for side in report.committee.sides],
            "theme": [
                (theme.name or NO_THEME, say.theme(theme.name, report.titles))
                for theme in report.themes
            ],
            "timing": [(each, say.calendar_word(each)) for each in Timing if each in timings],
            "status": [(each or NOTHING_ON_FILE, say.status(each)) for each in statuses],
        }
        labels = say.labels
        names = {
            "owner": labels.OWNER,
            "side": labels.SIDE,
            "theme": labels.THEME,
            "timing": labels.TIMING,
            "status": labels.STATUS,
        }
        return tuple(
            Choice(key=key, title=names[key], values=tuple(values))
            for key, values in choices.items()
        )

    @property
    def rows(self) -> Iterator[Row]:
        """The rows."""
        say = self.say
        spelled = {as_name(theme.name): theme.name for theme in self.report.themes}
        for row in sort(self.report.annex, Sort.DEADLINE):
            theme = row.commitment.theme or ""
            place = spelled[as_name(theme)]
            yield Row(
                (
                    reference(row, say),
                    owners(row, say),
                    Text(say.theme(theme, self.report.titles)),
                    deadline(row, say),
                    timing(row, say),
                    status(row, say),
                    _last_entry(row, say),
                ),
                (
                    row.owners,
                    row.owner_sides,
                    (place or NO_THEME,),
                    (row.timing,),
                    (row.status or NOTHING_ON_FILE,),
                ),
                tuple(dict.fromkeys(texts(row, self.report.organisations, self.report.titles))),
            )


def _owners(report: Report, say: Phrases) -> Iterator[tuple[str, str]]:
    """Yield the bodies that own something by their ids, each with its name."""
    owning = {owner for row in report.annex for owner in row.owners}
    for id_, body in report.organisations.items():
        if id_ in owning:
            yield id_, say.body(body)


def _last_entry(row: Standing, say: Phrases) -> Day:
    last = row.last_entry
    return Day(say.short_day(last.date), last.date) if last else Day(say.labels.NONE, None)
