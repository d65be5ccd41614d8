"""What Excel shows of a file: whose paper it is, and nothing of the machine or the hour."""

from datetime import UTC, date, datetime, time

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import Phrases


def properties(title: str, paper: Circulation, day: date, say: Phrases) -> dict[str, object]:
    """Return the properties of a workbook dated `day`."""
    said = {
        "title": title,
        "author": paper.prepared_by,
        "category": paper.marking,
        "comments": say.clauses(say.papers.lines(paper)),
    }
    told = {name: safe.excel_cell(safe.one_line(text or "")) for name, text in said.items()}
    return {**told, "created": datetime.combine(day, time(), UTC)}
