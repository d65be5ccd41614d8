"""Standings and entries as JSON: docs/json.md documents every key as stable."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Entry, Ledger, Meeting
from jcm_ledger.render import safe
from jcm_ledger.rules.changes import Changes, Progress
from jcm_ledger.rules.standing import Standing

SCHEMA = 1
"""Goes up when a key changes its meaning or goes away; new keys may come."""


def commitments(rows: Iterable[Standing], *, ledger: str, as_of: date) -> str:
    """Return the document of `jcm list --format json`."""
    return _document(ledger, as_of, commitments=[record(row) for row in rows])


def commitment(row: Standing, ledger: Ledger, *, name: str) -> str:
    """Return the document of `jcm show --format json`."""
    meeting = ledger.meetings[row.commitment.meeting]
    bodies = [ledger.organisations[owner] for owner in row.commitment.owners]
    details = {
        "frameworks": row.commitment.frameworks,
        "supersedes": row.commitment.supersedes,
        "statement": _statement(meeting),
        "bodies": [msgspec.to_builtins(body) for body in bodies],
        "journal": [entry(each) for each in row.journal],
    }
    return _document(name, row.as_of, commitment=record(row) | details)


def journal(entries: Iterable[Entry], *, ledger: str, as_of: date) -> str:
    """Return the document of `jcm log --format json`."""
    return _document(ledger, as_of, entries=[entry(each) for each in entries])


def findings(found: Iterable[Finding], *, ledger: str) -> str:
    """Return the document of `jcm check --format json`."""
    keys = ("severity", "code", "file", "line", "commitment", "message", "hint")
    records = [{key: getattr(finding, key) for key in keys} for finding in found]
    return _encode({"schema": SCHEMA, "ledger": ledger, "findings": records})


def changes(found: Changes, *, ledger: str) -> str:
    """Return the document of `jcm diff --format json`."""
    vanished = [
        {"entry": entry(each.entry), "altered": each.altered and entry(each.altered)}
        for each in found.vanished
    ]
    tables = [
        {
            "table": each.table,
            "id": each.id,
            "name": each.name,
            "change": "new" if each.new else "gone" if each.gone else "edited",
            "edits": [msgspec.to_builtins(edit, enc_hook=str) for edit in each.edits],
        }
        for each in found.tables
    ]
    return _encode(
        {
            "schema": SCHEMA,
            "ledger": ledger,
            "before": found.before,
            "after": found.after,
            "vanished": vanished,
            "tables": tables,
            "progress": [_progress(each) for each in found.progress],
        }
    )


def _progress(each: Progress) -> dict[str, Any]:
    before, after = (row and row.deadline for row in (each.before, each.after))
    return {
        "commitment": each.after.commitment.id,
        "status": {
            "before": each.before and each.before.status,
            "after": each.after.status,
        },
        "deadline": {
            "before": before and str(before),
            "after": after and str(after),
            "slip_days": each.slip_days,
        },
        "entries": [entry(new) for new in each.entries],
    }


def record(row: Standing) -> dict[str, Any]:
    """Return a standing as one record of JSON."""
    commitment, deadline = row.commitment, row.deadline
    return {
        "id": commitment.id,
        "title": commitment.title,
        "summary": commitment.summary,
        "meeting": commitment.meeting,
        "paragraph": commitment.paragraph,
        "theme": commitment.theme,
        "strength": commitment.strength,
        "kind": commitment.kind,
        "owners": commitment.owners,
        "owners_inferred": commitment.owners_inferred,
        "status": row.status,
        "timing": row.timing,
        "deadline": deadline
        and {
            "period": str(deadline),
            "text": commitment.deadline_text,
            "first": deadline.first,
            "last": deadline.last,
            "original": row.original and str(row.original),
            "slip_days": row.slip_days,
        },
        "age_days": row.age_days,
        "review_date": row.review_date,
        "days_left": row.days_left,
        "by_side": row.by_side,
        "last_progress": row.last_entry and entry(row.last_entry),
    }


def entry(each: Entry) -> dict[str, Any]:
    """Return a journal entry as one record of JSON."""
    return {
        "commitment": each.commitment,
        "date": each.date,
        "by": each.by,
        "status": each.status,
        "deadline": each.deadline and str(each.deadline),
        "note": each.note,
        "evidence": each.evidence,
    }


def _statement(meeting: Meeting) -> dict[str, Any]:
    keys = ("title", "held", "place", "chairs", "statement", "published", "url", "url_ja")
    expected = meeting.expected and str(meeting.expected)
    return {key: getattr(meeting, key) for key in keys} | {"expected": expected}


def _document(ledger: str, as_of: date, **content: object) -> str:
    return _encode({"schema": SCHEMA, "as_of": as_of, "ledger": ledger, **content})


def _encode(document: dict[str, Any]) -> str:
    encoded = msgspec.json.format(msgspec.json.encode(document), indent=2)
    return safe.json_text(encoded.decode()) + "\n"
