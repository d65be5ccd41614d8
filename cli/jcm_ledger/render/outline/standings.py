"""The table of all commitments, for a medium that can sort and narrow it."""

from collections.abc import Iterator

from msgspec import Struct

from jcm_ledger.model.text import as_name
from jcm_ledger.render import phrases
from jcm_ledger.render.outline.blocks import Block, Choice, Column
from jcm_ledger.render.outline.cells import Cell, Day, Text
from jcm_ledger.render.outline.rows import deadline, owners, reference, status, timing
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

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        titles = ("Owners", "Theme", "Deadline", "Timing", "Status", "Last entry")
        return (
            Column(title="Commitment", heads=True),
            *(Column(title=title) for title in titles),
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the table can be narrowed by: the values that occur."""
        report = self.report
        timings = {row.timing for row in report.annex}
        statuses = [status for status, number in report.figures.statuses.items() if number]
        choices: dict[str, list[tuple[str, str]]] = {
            "owner": list(_owners(report)),
            "side": [(side, side) for side in report.committee.sides],
            "theme": [
                (theme.name or NO_THEME, phrases.theme(theme.name, report.titles))
                for theme in report.themes
            ],
            "timing": [(each, phrases.spell(each)) for each in Timing if each in timings],
            "status": [(each or NOTHING_ON_FILE, phrases.status(each)) for each in statuses],
        }
        return tuple(
            Choice(key=key, title=key.capitalize(), values=tuple(values))
            for key, values in choices.items()
        )

    @property
    def rows(self) -> Iterator[Row]:
        """The rows."""
        spelled = {as_name(theme.name): theme.name for theme in self.report.themes}
        for row in sort(self.report.annex, Sort.DEADLINE):
            theme = row.commitment.theme or ""
            place = spelled[as_name(theme)]
            yield Row(
                (
                    reference(row),
                    owners(row),
                    Text(phrases.theme(theme, self.report.titles)),
                    deadline(row),
                    timing(row),
                    status(row),
                    _last_entry(row),
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


def _owners(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the bodies that own something by their ids, each with its name."""
    owning = {owner for row in report.annex for owner in row.owners}
    for id_, body in report.organisations.items():
        if id_ in owning:
            yield id_, phrases.body(body)


def _last_entry(row: Standing) -> Day:
    last = row.last_entry
    return Day(str(last.date), last.date) if last else Day("none", None)
