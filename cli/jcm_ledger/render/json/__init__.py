"""Standings and entries as JSON: docs/json.md documents every key as stable."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import (
    Circulation,
    Commitment,
    Entry,
    Ledger,
    Meeting,
    Organisation,
)
from jcm_ledger.model.period import Period
from jcm_ledger.model.text import titled
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.changes import CommitmentProgress, Difference
from jcm_ledger.rules.groups import Group
from jcm_ledger.rules.order import parts
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Bar, Timeline

SCHEMA = 2
"""Goes up when a key changes its meaning or goes away; new keys may come."""


def commitments(
    rows: Iterable[Standing], *, ledger: str, as_of: date, groups: Iterable[Group] | None = None
) -> str:
    """Return the document of `jcm list --format json`; groups name commitments by their id."""
    content: dict[str, Any] = {"commitments": [_encoded(record(row)) for row in rows]}
    if groups is not None:
        content["groups"] = [
            {"group": group.name or None, "commitments": [row.commitment.id for row in group.rows]}
            for group in groups
        ]
    return _document(ledger, as_of, **content)


def commitment(row: Standing, ledger: Ledger, *, name: str) -> str:
    """Return the document of `jcm show --format json`."""
    meeting = ledger.meetings[row.commitment.meeting]
    every = ledger.bodies
    details = {
        "parts": parts(ledger, row.commitment, row.as_of),
        "frameworks": row.commitment.frameworks,
        "supersedes": row.commitment.superseded,
        "statement": _statement(meeting),
        "bodies": [_organisation(every[owner]) for owner in row.owners],
        "journal": [entry(each) for each in row.journal],
    }
    return _document(name, row.as_of, commitment=record(row) | details)


def export(content: Report, _say: Phrases) -> str:
    """Return the document of `jcm export --format json`, in no language: ledger and standings."""
    return _document(
        content.ledger,
        content.as_of,
        title=content.title or None,
        **_circulation(content.circulation),
        filters=[str(each) for each in content.filters],
        total=content.total,
        committee=msgspec.to_builtins(content.committee),
        themes=[msgspec.to_builtins(theme) for theme in content.titles.values()],
        fields=[msgspec.to_builtins(column) for column in content.columns.values()],
        meetings=[{"id": meeting.id} | _statement(meeting) for meeting in content.calendar],
        organisations=[_organisation(body) for body in content.organisations.values()],
        commitments=[record(row) | _as_written(row.commitment) for row in content.annex],
        journal=[entry(each) for each in content.progress],
    )


def journal(entries: Iterable[Entry], *, ledger: str, as_of: date) -> str:
    """Return the document of `jcm log --format json`."""
    return _document(ledger, as_of, entries=[entry(each) for each in entries])


def bodies(found: Iterable[Body], *, ledger: str, as_of: date) -> str:
    """Return the document of `jcm bodies --format json`."""
    return _document(ledger, as_of, bodies=[_body(each) for each in found])


def timeline(content: Timeline, *, ledger: str) -> str:
    """Return the document of `jcm timeline --format json`: all that is needed to draw it."""
    return _document(
        ledger,
        content.today,
        first=content.first,
        last=content.last,
        ticks=content.ticks,
        bars=[_bar(bar) for bar in content.bars],
    )


def findings(found: Iterable[Finding], *, ledger: str, ignored: int = 0) -> str:
    """Return the document of `jcm check --format json`; `ignored` are left out of it."""
    keys = ("severity", "code", "file", "line", "commitment", "message", "hint")
    records = [{key: getattr(finding, key) for key in keys} for finding in found]
    return encode({"schema": SCHEMA, "ledger": ledger, "ignored": ignored, "findings": records})


def changes(found: Difference, *, ledger: str) -> str:
    """Return the document of `jcm diff --format json`."""
    vanished = [
        {"entry": entry(gone.entry), "altered": gone.altered and entry(gone.altered)}
        for gone in found.vanished
    ]
    tables = [
        {
            "table": table.table,
            "id": table.id,
            "name": table.name,
            "change": "new" if table.new else "gone" if table.gone else "edited",
            "edits": [msgspec.to_builtins(edit, enc_hook=str) for edit in table.edits],
        }
        for table in found.tables
    ]
    return encode(
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


def _progress(found: CommitmentProgress) -> dict[str, Any]:
    before, after = (row and row.deadline for row in (found.before, found.after))
    return {
        "commitment": found.after.commitment.id,
        "status": {
            "before": found.before and found.before.status,
            "after": found.after.status,
        },
        "deadline": {
            "before": before and str(before),
            "after": after and str(after),
            "slip_days": found.slip_days,
        },
        "owners": {
            "before": found.before and found.before.owners,
            "after": found.after.owners,
        },
        "entries": [entry(new) for new in found.entries],
    }


def record(row: Standing) -> dict[str, Any]:
    """Return a standing as one record of JSON."""
    commitment, deadline = row.commitment, row.deadline
    return {
        "id": commitment.id,
        "title": commitment.title,
        "title_ja": commitment.title_ja,
        "summary": commitment.summary,
        "summary_ja": commitment.summary_ja,
        "meeting": commitment.meeting,
        "paragraph": commitment.paragraph,
        "theme": commitment.theme,
        "strength": commitment.strength,
        "kind": commitment.kind,
        "part_of": commitment.part_of,
        "fields": commitment.fields,
        "owners": row.owners,
        "stated_owners": commitment.owners,
        "handed_over": row.handed_over,
        "owners_inferred": row.owners_inferred,
        "status": row.status,
        "to_confirm": row.to_confirm,
        "silent_sides": row.silent_sides,
        "done": row.done and _days(row.done),
        "closed_on": row.closed_on,
        "superseded_by": row.superseded_by,
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
        "deadline_text": commitment.deadline_text,
        "deadline_text_ja": commitment.deadline_text_ja,
        "report_every": commitment.report_every and str(commitment.report_every),
        "age_days": row.age_days,
        "review_date": row.review_date,
        "days_left": row.days_left,
        "by_side": row.by_side,
        "last_progress": row.last_entry and entry(row.last_entry),
    }


def entry(reported: Entry) -> dict[str, Any]:
    """Return a journal entry as one record of JSON."""
    cited = [titled(each) for each in reported.evidence]
    return {
        "commitment": reported.commitment,
        "date": reported.date,
        "by": reported.by,
        "on_behalf_of": reported.on_behalf_of,
        "status": reported.status,
        "happened": reported.happened and str(reported.happened),
        "deadline": reported.deadline and str(reported.deadline),
        "owners": reported.owners,
        "note": reported.note,
        "note_ja": reported.note_ja,
        "evidence": [address for _title, address in cited],
        "sources": [{"title": title or None, "address": address} for title, address in cited],
        "commission": reported.commission,
    }


def _circulation(of: Circulation) -> dict[str, Any]:
    keys = ("marking", "prepared_by", "contact", "distribution")
    return {key: getattr(of, key) for key in keys}


def _body(body: Body) -> dict[str, Any]:
    return _organisation(body.organisation) | {
        "open": body.owed,
        "overdue": body.overdue,
        "completed": body.completed,
        "last_heard": body.last_heard,
        "days_silent": body.days_silent,
        "owing": [row.commitment.id for row in body.owing],
    }


def _organisation(body: Organisation) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(body)
    return fields | {"succeeds": body.predecessors}


def _bar(bar: Bar) -> dict[str, Any]:
    return {
        "id": bar.row.commitment.id,
        "title": bar.row.commitment.title,
        "timing": bar.row.timing,
        "status": bar.row.status,
        "end": bar.end,
        "made": bar.made,
        "due": bar.due and _days(bar.due),
        "original": bar.original and _days(bar.original),
        "closed": bar.row.closed_on,
        "entries": [entry(each) for each in bar.entries],
    }


def _days(period: Period) -> dict[str, Any]:
    return {"period": str(period), "first": period.first, "last": period.last}


def _as_written(commitment: Commitment) -> dict[str, Any]:
    """Return the keys of a commitment that its record leaves out, as the ledger has them."""
    return {
        "stated_deadline": commitment.deadline and str(commitment.deadline),
        "review_by": commitment.review_by,
        "frameworks": commitment.frameworks,
        "supersedes": commitment.superseded,
    }


def _statement(meeting: Meeting) -> dict[str, Any]:
    keys = (
        *("title", "title_ja", "held", "place", "place_ja"),
        *("chairs", "statement", "published", "url", "url_ja"),
    )
    expected = meeting.expected and str(meeting.expected)
    return {key: getattr(meeting, key) for key in keys} | {"expected": expected}


def _document(ledger: str, as_of: date, **content: object) -> str:
    return encode({"schema": SCHEMA, "as_of": as_of, "ledger": ledger, **content})


def _encoded(part: dict[str, Any]) -> msgspec.Raw:
    """Return a record as encoded JSON, which takes less memory than its parts."""
    return msgspec.Raw(msgspec.json.encode(part))


def encode(document: dict[str, Any]) -> str:
    """Return a document as indented JSON whose texts steer nothing."""
    encoded = msgspec.json.format(msgspec.json.encode(document), indent=2)
    return safe.json_text(encoded.decode()) + "\n"
