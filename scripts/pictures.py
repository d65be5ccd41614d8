"""Draw the pictures of docs/pictures from the shipped ledger.

With --check, draw nothing and exit with 1 if one of them is not what would be drawn. A picture
is one SVG file that refers to nothing outside itself.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape, unescape
from io import StringIO
from itertools import product
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.phrases import ENGLISH, JAPANESE, Phrases, speak
from jcm_ledger.render.terminal import bodies as table
from jcm_ledger.render.terminal import commitments, headings, show
from jcm_ledger.render.terminal import timeline as chart
from jcm_ledger.rules.bodies import bodies
from jcm_ledger.rules.groups import Grouping, group
from jcm_ledger.rules.order import Sort
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.standing import standing, standings
from jcm_ledger.rules.timeline import timeline
from jcm_ledger.store import reading

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
LEDGER = "commitments.toml"

AS_OF = date(2026, 11, 23)
COLUMNS = 100
TIMELINE_COLUMNS = 115
BODIES_COLUMNS = 130
FONT_ASPECT = 0.6
CELL = 20 * FONT_ASPECT  # Rich draws with a font of 20 px
MARGIN = 16

THEME = TerminalTheme(
    (253, 253, 251),
    (40, 44, 52),
    [
        (40, 44, 52),
        (178, 34, 34),
        (34, 120, 60),
        (150, 95, 0),
        (30, 90, 170),
        (140, 50, 140),
        (0, 110, 130),
        (90, 94, 100),
    ],
)

FONTS = (
    "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', "
    "'Noto Sans Mono CJK JP', 'BIZ UDGothic', 'MS Gothic', 'Hiragino Sans', "
    "'Noto Sans CJK JP', monospace"
)

# Rich's own template loads a font from the network; only its drawn text is taken.
PARTS = "{styles}\0{matrix}\0{width}\0{terminal_height}"

_RUN = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"[^>]*>(?P<text>[^<]*)</text>'
)
_WORDS = re.compile(r"\S+(?: \S+)*")


def main() -> int:
    """Draw the pictures, or compare them; return the exit code."""
    ledger = reading.parse((ROOT / LEDGER).read_bytes(), LEDGER)
    stale = 0
    suffixes = {ENGLISH: ".svg", JAPANESE: ".ja.svg"}
    for (name, draw), (lang, suffix) in product(PICTURES.items(), suffixes.items()):
        path, picture = FOLDER / f"{name}{suffix}", draw(ledger, speak(lang, ledger.bodies))
        if "--check" not in sys.argv[1:]:
            FOLDER.mkdir(parents=True, exist_ok=True)
            path.write_text(picture, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != picture:
            sys.stderr.write(f"docs/pictures/{path.name} is out of date: run scripts/pictures.py\n")
            stale = 1
    return stale


def draw_list(ledger: Ledger, say: Phrases) -> str:
    """Return the picture of `jcm list`."""
    found = select(ledger, AS_OF, Query(), Sort.DEADLINE)
    page: list[RenderableType] = [
        commitments.page(found.rows, say, COLUMNS),
        "",
        say.lists.summary(found),
        say.footer(LEDGER, AS_OF),
    ]
    return _picture("list", f"jcm list --as-of {AS_OF}", page)


def draw_show(ledger: Ledger, say: Phrases) -> str:
    """Return the picture of `jcm show`."""
    name = "semiconductor-talks"
    row = standing(ledger, ledger.commitments[name], AS_OF)
    shown = show.page(row, ledger, say, COLUMNS)
    page: list[RenderableType] = [shown, "", say.footer(LEDGER, AS_OF)]
    return _picture("show", f"jcm show {name} --as-of {AS_OF}", page)


def draw_agenda(ledger: Ledger, say: Phrases) -> str:
    """Return the picture of `jcm list --group timing`, on a day on which much is still to come."""
    day = date(2024, 4, 15)
    query = Query(owners=("DSIT",))
    found = select(ledger, day, query, Sort.DEADLINE)
    groups = group(ledger, found.rows, Grouping.TIMING, query)
    page: list[RenderableType] = [
        headings.page(groups, ledger, say, COLUMNS),
        say.lists.summary(found),
        say.footer(LEDGER, day),
    ]
    return _picture("agenda", f"jcm list --group timing --owner DSIT --as-of {day}", page)


def draw_timeline(ledger: Ledger, say: Phrases) -> str:
    """Return the picture of `jcm timeline`."""
    found = select(ledger, AS_OF, Query(), Sort.DEADLINE)
    page: list[RenderableType] = [
        chart.page(timeline(found.rows, AS_OF), say, TIMELINE_COLUMNS),
        "",
        say.lists.summary(found),
        say.footer(LEDGER, AS_OF),
    ]
    return _picture("timeline", f"jcm timeline --as-of {AS_OF}", page, TIMELINE_COLUMNS)


def draw_bodies(ledger: Ledger, say: Phrases) -> str:
    """Return the picture of `jcm bodies`."""
    found = bodies(ledger, standings(ledger, AS_OF), AS_OF)
    page: list[RenderableType] = [
        table.page(found, say, BODIES_COLUMNS),
        "",
        say.sentences((say.lists.count_of_bodies(found, found), say.footer(LEDGER, AS_OF))),
    ]
    return _picture("bodies", f"jcm bodies --as-of {AS_OF}", page, BODIES_COLUMNS)


PICTURES: dict[str, Callable[[Ledger, Phrases], str]] = {
    "list": draw_list,
    "show": draw_show,
    "agenda": draw_agenda,
    "timeline": draw_timeline,
    "bodies": draw_bodies,
}


def _picture(
    name: str, command: str, page: Iterable[RenderableType], columns: int = COLUMNS
) -> str:
    """Return what a terminal shows after the command was typed."""
    console = Console(
        width=columns,
        file=StringIO(),
        record=True,
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Text.assemble(("$ ", "dim"), (command, "bold")))
    console.print()
    for each in page:
        for line in _lines(console, each, columns):
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
    svg = console.export_svg(
        theme=THEME, code_format=PARTS, unique_id=name, font_aspect_ratio=FONT_ASPECT
    )
    styles, matrix, width, height = svg.split("\0")
    full_width, full_height = int(width) + 2 * MARGIN, round(float(height)) + 2 * MARGIN
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full_width} {full_height}" role="img">
<title>Output of {escape(command)}</title>
<style>
.{name} {{ font: 20px {FONTS}; white-space: pre; }}
{styles}
</style>
<rect x="0.5" y="0.5" width="{full_width - 1}" height="{full_height - 1}" rx="8"
 fill="{THEME.background_color.hex}" stroke="#c8c8c4"/>
<g class="{name}" transform="translate({MARGIN}, {MARGIN})">
{"".join(_runs(matrix))}</g>
</svg>
"""


def _lines(console: Console, content: RenderableType, columns: int) -> Iterator[Text]:
    """Yield what is drawn as lines; one too long goes on in the next, as on a terminal."""
    for segments in Segment.split_lines(console.render(content)):
        line = Text.assemble(*((segment.text, segment.style or "") for segment in segments))
        line.rstrip()
        if line.cell_len <= columns:
            yield line
        else:
            yield from line.divide(range(columns, len(line), columns))


def _runs(matrix: str) -> Iterator[str]:
    """Yield the words of the text that Rich drew, each at its place and as wide as its cells.

    Rich draws blanks between columns, which not every viewer keeps, and gives a Japanese letter
    the width of one cell; it takes two.
    """
    for run in _RUN.finditer(matrix):
        text = unescape(run["text"]).replace("\N{NO-BREAK SPACE}", " ")
        for piece in _WORDS.finditer(text):
            left = float(run["x"]) + cell_len(text[: piece.start()]) * CELL
            yield (
                f'<text class="{run["style"]}" x="{left:g}" y="{run["y"]}" '
                f'textLength="{cell_len(piece[0]) * CELL:g}">{escape(piece[0])}</text>\n'
            )


if __name__ == "__main__":
    sys.exit(main())
