"""Every example of docs/ledger-format.md means what the page says."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest

from examples import SHIPPED
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.whole import check, heeded
from jcm_ledger.rules.standing import Standing, standings
from jcm_ledger.store.reading import examined

PAGE = (SHIPPED.parent / "docs" / "ledger-format.md").read_text(encoding="utf-8")

Document = Mapping[str, Any]


class Example(NamedTuple):
    """A block of TOML, the rows that say what it means on a day, and what `check` finds."""

    heading: str
    added: Document
    rows: list[dict[str, str]]
    codes: set[str]


def examples() -> Iterator[Example]:
    """Yield the examples of the page in their order; the first is the ledger of all others."""
    section = re.compile(
        r"^#+ (.+?)$|^```toml\n(.*?)^```$\n*((?:^\|[^\n]*\n)*)(.*?)(?=^#|^```)",
        re.MULTILINE | re.DOTALL,
    )
    heading = ""
    for found in section.finditer(PAGE.partition("## In an editor")[0] + "\n#"):
        if found[1]:
            heading = found[1]
            continue
        lines = [
            [cell.strip() for cell in row.strip("|").split("|")]
            for row in found[3].split("\n")
            if row
        ]
        rows = [dict(zip(lines[0], row, strict=True)) for row in lines[2:]]
        codes = set(re.findall(r"`jcm check` finds `([a-z-]+)`", found[4]))
        yield Example(heading, tomllib.loads(found[2]), rows, codes)


EXAMPLES = list(examples())


def ledger_of(example: Example) -> tuple[Ledger, set[str]]:
    """Return the page's ledger with an example added, and the codes that `check` has for it."""
    document: dict[str, Any] = {table: dict(rows) for table, rows in EXAMPLES[0].added.items()}
    for table, rows in example.added.items():
        document[table] = rows if isinstance(rows, list) else {**document.get(table, {}), **rows}
    ledger, findings = examined(document)
    today = Circumstances(date(2026, 11, 25), lambda _name: False)
    found = heeded([*findings, *check(ledger, today)], ledger)
    # A body of an example is named by nothing but the rule that it is about.
    return ledger, {each.code for each in found} - {"unnamed-organisation"}


WORDS: Mapping[str, Callable[[Standing], object]] = {
    "timing": lambda row: row.timing.replace("-", " "),
    "status": lambda row: row.status.replace("-", " ") if row.status else "nothing on file",
    "owners": lambda row: ", ".join(row.owners),
    "deadline": lambda row: row.deadline or "none",
    "original": lambda row: row.original or "none",
    "review": lambda row: row.review_date or "none",
    "done": lambda row: row.done or "never",
    "to confirm": lambda row: "yes" if row.to_confirm else "no",
    "nothing on file from": lambda row: ", ".join(row.silent_sides) or "nobody",
}
"""What a column of the page says of a standing."""


def said(row: Standing, column: str) -> str:
    """Return what stands in a column for a standing: one of WORDS, or a side's word."""
    if column in WORDS:
        return str(WORDS[column](row))
    word = row.by_side[column]
    return word.replace("-", " ") if word else "nothing on file"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.heading)
def test_an_example_means_what_the_page_says(example: Example) -> None:
    """Each row of the table below it, on its day; and `check` finds what is named, no more."""
    ledger, codes = ledger_of(example)
    assert codes == example.codes
    for row in example.rows:
        day, commitment = date.fromisoformat(row["as of"]), row["commitment"]
        (standing,) = standings(ledger, day, {commitment})
        columns = [column for column in row if column not in ("as of", "commitment")]
        assert {column: said(standing, column) for column in columns} == {
            column: row[column] for column in columns
        }, (day, commitment)


def test_every_rule_has_an_example() -> None:
    """Each section of the rules shows what it says, the tables of words excepted."""
    rules = PAGE.partition("\n# The rules\n")[2].partition("## In an editor")[0]
    sections = set(re.findall(r"^## (.+)$", rules, re.MULTILINE))
    without = {"Periods", "Lengths of time", "Timing"}
    assert sections - {example.heading for example in EXAMPLES} == without
