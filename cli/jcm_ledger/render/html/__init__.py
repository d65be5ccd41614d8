"""The status report as one HTML file that needs nothing else: no network, no script to read it.

The template speaks with the words of `words` and every value it prints goes through `visible`
and is escaped, so that no text of a ledger can be forgotten. What a browser may do with the file
is in its Content-Security-Policy: apply this style, run this script, and nothing more.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_name
from jcm_ledger.render import words
from jcm_ledger.render.html.timeline import drawn
from jcm_ledger.render.safe import is_web_address, visible
from jcm_ledger.rules.query import NOTHING_ON_FILE as NO_STATUS
from jcm_ledger.rules.query import texts
from jcm_ledger.rules.report import Report, figures
from jcm_ledger.rules.standing import Standing, Timing

MOST_ATTENTION = 100
"""How many commitments are called to attention; of more, the table of all is the better list."""


def report(content: Report) -> str:
    """Return the report as one HTML document."""
    style, script = Markup(_own("style.css")), Markup(_own("script.js"))  # noqa: S704 - our own files
    line = content.timeline
    rows = [bar.row for bar in line.bars]
    by_id = {row.commitment.id: row for row in rows}
    template = _environment().get_template("report.html.j2")
    return template.render(
        report=content,
        timeline=drawn(line),
        attention=content.attention[:MOST_ATTENTION],
        rows=rows,
        choices=_choices(content),
        spelled={as_name(theme.name): theme.name for theme in content.themes},
        occurring=_occurring(content),
        progress=[(entry, by_id[entry.commitment]) for entry in content.progress],
        style=style,
        script=script,
        policy=_policy(style, script),
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_own),
        autoescape=True,  # select_autoescape() would not know the suffix .html.j2
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "words": words,
        "figures": figures,
        "is_web_address": is_web_address,
        "anchor": _anchor,
        "short": _short,
        "sides": _sides,
        "sought": _sought,
        "name_of": as_name,
        "shares": _shares,
        "timing_key": _timing_key,
        "status_key": _status_key,
    }
    return environment


def _own(name: str) -> str:
    """Return the text of a file of this package."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _finalize(value: object) -> object:
    """Return a value as it is printed: of a text, what would steer is made visible."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy: only this style and this script, and no request."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    """Return the hash source of an inline element (CSP Level 3, section 2.3.1)."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def _anchor(commitment: str) -> str:
    """Return the id of a commitment's place on the page, which is its fragment too."""
    return f"c-{quote(commitment, safe='')}"


def _short(address: str, *, path: bool = True) -> str:
    """Return where a web address really leads: its host, and the end of its path if asked."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    *folders, last = parts.path.strip("/").split("/") if path else [""]
    return "/".join(filter(None, (parts.hostname, "…" if folders else "", last))) or address


def _sides(content: Report, row: Standing) -> str:
    """Return the sides among the owners of a commitment, each on a line."""
    among = {content.organisations[owner].side for owner in row.commitment.owners}
    return "\n".join(side for side in content.committee.sides if side in among)


def _sought(content: Report, row: Standing) -> str:
    """Return what `jcm list` searches of a commitment and its row does not show, line by line."""
    shown = (row.commitment.title, row.commitment.theme, *row.commitment.owners)
    return "\n".join(
        dict.fromkeys(each for each in texts(row, content.organisations) if each not in shown)
    )


def _occurring(content: Report) -> list[Status | None]:
    """Return the statuses that occur, as they stand or as a side reported them."""
    counts = (content.figures.statuses, *(side.statuses for side in content.sides))
    return [status for status in content.figures.statuses if any(each[status] for each in counts)]


def _choices(content: Report) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what the table can be narrowed by: the values that occur, each with its words."""
    timings = {row.timing for row in content.annex}
    statuses = [status for status, number in content.figures.statuses.items() if number]
    return [
        ("side", [(side, side) for side in content.committee.sides]),
        ("theme", [(theme.name, words.theme(theme.name)) for theme in content.themes]),
        ("timing", [(each, words.spell(each)) for each in Timing if each in timings]),
        ("status", [(status or NO_STATUS, words.status(status)) for status in statuses]),
    ]


def _shares(statuses: Mapping[Status | None, int]) -> Iterator[tuple[str, float, float]]:
    """Yield the statuses that occur, each with where its share of the whole begins and how wide."""
    total, before = sum(statuses.values()), 0
    for status, number in statuses.items():
        if number:
            yield (
                status or NO_STATUS,
                round(100 * before / total, 2),
                round(100 * number / total, 2),
            )
        before += number


def _timing_key(row: Standing) -> int:
    """Return what sorts timings: the most pressing first, of a timing the longest due."""
    due = row.days_left if row.days_left is not None else -row.age_days
    return list(Timing).index(row.timing) * 10_000_000 + 5_000_000 + due


def _status_key(row: Standing) -> int:
    """Return what sorts statuses: as a list does, nothing on file first."""
    return [None, *Status].index(row.status)
