"""What a merge must not lose: its result is read back and compared with both sides."""

from collections import Counter
from collections.abc import Collection

from jcm_ledger.errors import CannotMerge, InvalidLedger
from jcm_ledger.model.finding import Where
from jcm_ledger.store.pieces import Element, Table, says
from jcm_ledger.store.reading import toml
from jcm_ledger.store.sides import Document, Side


def read_back(name: str, text: str) -> Document:
    """Return what a result says; raise CannotMerge if it is no TOML."""
    try:
        return toml(text.encode(), "the result")[1]
    except InvalidLedger as error:
        raise CannotMerge(name, f"the two do not fit together: {error.problems[0]}") from None


def refuse_loss(name: str, result: Document, ours: Side, theirs: Side) -> None:
    """Raise CannotMerge unless the result says what both sides say together.

    Tables of which both have the same text were not read before; each of them has to be there.
    """
    unread = [key for key, piece in ours.pieces.items() if piece.body in ours.known]
    elements = Counter([key.array for key in unread if isinstance(key, Element)])
    rows = {key.where for key in unread if isinstance(key, Table)}
    documents = result, ours.document, theirs.document
    for table in {table for document in documents for table in document} | {*elements}:
        if any(isinstance(each.get(table), list) for each in documents):
            found, expected = _elements(result, table), _said(ours, table) | _said(theirs, table)
            if expected - found or found.total() != expected.total() + elements[table]:
                raise CannotMerge(name, f"an entry of [[{table}]] would be lost or doubled")
        else:
            _refuse_lost_row(name, table, rows, *documents)


def _refuse_lost_row(
    name: str, table: str, unread: Collection[Where], *documents: Document
) -> None:
    """Raise CannotMerge unless each row of the first document is that of a side."""
    values = [each.get(table, {}) for each in documents]
    rows = [value if isinstance(value, dict) else {"": value} for value in values]
    known = {str(where[1]) for where in unread if where[0] == table}
    for key in {key for row in rows for key in row} | known:
        result, one, two = (row.get(key) for row in rows)
        if (result is None) if key in known else (result not in (one, two)):
            raise CannotMerge(name, f"{table} {key} would be neither ours nor theirs".strip())


def _said(side: Side, array: str) -> Counter[bytes]:
    """Return what the elements of an array say, be it of tables or within a table."""
    said = Counter([said for owner, said in side.said.items() if owner[0] == array])
    return said or _elements(side.document, array)


def _elements(document: Document, array: str) -> Counter[bytes]:
    value = document.get(array, [])
    return Counter(map(says, value if isinstance(value, list) else [value]))
