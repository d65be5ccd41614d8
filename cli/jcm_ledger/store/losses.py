"""What a merge must not lose: its result is read back and compared with both sides."""

from collections import Counter

from jcm_ledger.errors import CannotMerge, InvalidLedger
from jcm_ledger.store.pieces import says
from jcm_ledger.store.reading import toml
from jcm_ledger.store.sides import Document, Side


def read_back(name: str, text: str) -> Document:
    """Return what a result says; raise CannotMerge if it is no TOML."""
    try:
        return toml(text.encode(), "the result")[1]
    except InvalidLedger as error:
        raise CannotMerge(name, f"the two do not fit together: {error.problems[0]}") from None


def refuse_loss(name: str, result: Document, ours: Side, theirs: Side) -> None:
    """Raise CannotMerge unless the result says what both sides say together."""
    one, two = ours.document, theirs.document
    for table in {*one, *two, *result}:
        if any(isinstance(each.get(table), list) for each in (one, two)):
            expected = _said(ours, table) | _said(theirs, table)
            if _elements(result, table) != expected:
                raise CannotMerge(name, f"an entry of [[{table}]] would be lost or doubled")
        else:
            _refuse_lost_key(name, table, result, one, two)


def _refuse_lost_key(name: str, table: str, *documents: Document) -> None:
    """Raise CannotMerge unless what the first document says of a table is said by a side."""
    values = [each.get(table, {}) for each in documents]
    rows = [value if isinstance(value, dict) else {"": value} for value in values]
    for key in {key for row in rows for key in row}:
        result, one, two = (row.get(key) for row in rows)
        if result not in (one, two):
            raise CannotMerge(name, f"{table} {key} would be neither ours nor theirs".strip())


def _said(side: Side, array: str) -> Counter[bytes]:
    """Return what the elements of an array say, be it of tables or within a table."""
    said = Counter(said for (table, _), said in side.said.items() if table == array)
    return said or _elements(side.document, array)


def _elements(document: Document, array: str) -> Counter[bytes]:
    value = document.get(array, [])
    return Counter(map(says, value if isinstance(value, list) else [value]))
