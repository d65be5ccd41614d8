"""What returns come to, as JSON: docs/json.md documents every key as stable."""

from collections.abc import Sequence
from typing import Any

import msgspec

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render.json import SCHEMA, encode, entry
from jcm_ledger.render.phrases.english import English
from jcm_ledger.rules.collecting.outcomes import (
    CellPlace,
    Collection,
    Refused,
    Remarked,
    RowOutcome,
)

_SAY = English().returns
"""A program goes by `reason`; the sentence beside it is for whoever reads its log."""


def collected(found: Collection, *, ledger: str, recorded: bool) -> str:
    """Return the document of `jcm collect --format json`."""
    return encode(
        {
            "schema": SCHEMA,
            "ledger": ledger,
            "recorded": recorded,
            "counts": {fate.value: number for fate, number in found.counts.items()},
            "files": [msgspec.to_builtins(each) for each in found.files],
            "rows": [_row(each) for each in found.rows],
            "refused": [_refused(each, "") for each in found.refusals],
            "told": [_remarked(each) for each in found.remarks],
        }
    )


def _row(row: RowOutcome) -> dict[str, Any]:
    return {
        **_place(row.place),
        "reference": row.reference,
        "commitment": row.commitment,
        "outcome": row.fate.value,
        "entry": row.entry and entry(row.entry),
        "refused": [_refused(each, row.commitment) for each in row.refusals],
        "told": [_remarked(each) for each in row.remarks],
    }


def _place(place: CellPlace) -> dict[str, str | None]:
    return {"file": place.file, "sheet": place.sheet or None, "cell": place.address or None}


def _refused(refused: Refused, ref: str) -> dict[str, Any]:
    return {
        **_place(refused.place),
        "reason": refused.reason.value,
        "found": refused.found or None,
        "expected": refused.expected or None,
        "entries": _entries(refused.entries),
        "message": _SAY.sentence(refused),
        "hint": _SAY.way_out(refused, ref),
    }


def _remarked(remarked: Remarked) -> dict[str, Any]:
    return {
        **_place(remarked.place),
        "remark": remarked.remark.value,
        "said": remarked.said or None,
        "entries": _entries(remarked.entries),
        "commitments": remarked.commitments,
        "message": _SAY.remark(remarked),
    }


def _entries(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    return [entry(each) for each in entries]
