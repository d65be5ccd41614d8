"""The JSON Schema of a ledger, for editors that check and complete TOML as one types.

Drawn from the model: a key that is added there is in the schema. JSON knows no dates; a
validator of TOML takes a date for the text of it, and so does this. Draft 7, as the editors'
TOML language servers read no later one.
"""

from datetime import date
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.fields import without_none
from jcm_ledger.model.ledger import (
    LAST_PARAGRAPH,
    Checking,
    Circulation,
    Commitment,
    Committee,
    Deadline,
    Entry,
    Ids,
    Meeting,
    Organisation,
    OwnColumn,
    PlaceInStatement,
    Theme,
)
from jcm_ledger.model.period import Period

_DRAFT = "http://json-schema.org/draft-07/schema#"

_DAY = r"(0[1-9]|[12][0-9]|3[01])"
_MONTH = rf"(0[1-9]|1[0-2])(-{_DAY})?"
_SPAN = rf"[0-9]{{4}}(-(H[12]|Q[1-4]|{_MONTH}|3[3-6]|4[01]))?"
_FISCAL = r"FY[0-9]{4}(-(H[12]|Q[1-4]))?"
_PERIOD = rf"({_SPAN}(/{_SPAN})?|{_FISCAL}(/{_FISCAL})?)"
_MEETING = r"([^0-9].*|[0-9]{1,3}([^0-9].*)?)"
"""An id that begins like a year would be a slip of a period more often than a meeting."""

_TYPES: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    PlaceInStatement: {"type": ["integer", "string"], "minimum": 0, "maximum": LAST_PARAGRAPH},
    Ids: {"type": ["string", "array"], "items": {"type": "string"}},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    tuple[str, ...]: {"type": "array", "items": {"type": "string"}},
    Period: {"type": "string", "pattern": rf"^{_PERIOD}$"},
    Deadline: {"type": "string", "pattern": rf"^({_PERIOD}|{_MEETING})$"},
    Duration: {"type": "string", "pattern": "^[0-9]{1,6}[dwmy]$"},
}

_MEANINGS: dict[type[Struct], dict[str, str]] = {
    Committee: {
        "name": "The committee's name.",
        "sides": 'The two or more sides, in the order they are shown: ["UK", "Japan"].',
        "name_ja": "Its name in Japanese.",
        "acronym": "Such as JCM.",
    },
    Meeting: {
        "title": "Its name; the id stands in where there is none.",
        "held": "The day it took place, a date without quotes: 2023-11-07.",
        "expected": 'The period it is expected in: "2025". Keep it when you add held.',
        "place": "Where.",
        "chairs": "The names of its chairs.",
        "statement": "The title of its joint statement.",
        "published": "The day the statement was published.",
        "url": "Where the statement can be read.",
        "url_ja": "Where the statement can be read in Japanese.",
        "title_ja": "Its name in Japanese.",
        "place_ja": "Where, in Japanese.",
    },
    Organisation: {
        "name": "Its full name.",
        "side": "One of the committee's sides; none for what is outside: a firm, a university.",
        "kind": "What it is: a ministry, a research funder.",
        "name_ja": "Its name in Japanese.",
        "short_ja": "What it is called in a Japanese column of owners.",
        "part_of": "The id of the body it belongs to.",
        "succeeds": "The id of the body whose place it takes, or a list of ids.",
        "since": "The day from which it does, a date without quotes.",
        "contact": "Whom to write to.",
    },
    Commitment: {
        "title": "What it is called in a list.",
        "meeting": "The id of the meeting that made it.",
        "owners": "The ids of the bodies that own it, a side, or committee for all sides.",
        "summary": "What will be done, in your own words.",
        "paragraph": 'Where it stands in the statement: 6, or in quotes "113.6", "Annex B, 3".',
        "part_of": "The id of the commitment that it is a part of.",
        "owners_inferred": "True where the statement names no body and this is a reading of it.",
        "frameworks": "The programmes or arrangements it is part of.",
        "theme": "One word, such as space; reports are grouped by it.",
        "strength": "How firmly it is worded, strongest first.",
        "kind": "Whether it can be finished or goes on.",
        "deadline": 'A period, "2024-H1", or the id of a meeting by whose last day it falls due.',
        "deadline_text": "The deadline as the statement puts it.",
        "review_by": "A date of your own for an undated commitment, instead of the next meeting.",
        "report_every": 'How often a report is due, "6m", instead of the next meeting.',
        "supersedes": "The id of the commitment it takes the place of, or a list of ids.",
        "title_ja": "Its title in Japanese.",
        "summary_ja": "What will be done, in Japanese.",
        "deadline_text_ja": "The deadline as the official Japanese translation puts it.",
    },
    Entry: {
        "commitment": "The id of the commitment.",
        "date": "The day it was reported, a date without quotes: 2024-01-16.",
        "by": "The body that reports, or committee for both sides.",
        "on_behalf_of": "The body that is spoken for, where another one reports.",
        "status": "What is reported.",
        "happened": 'When it took place, a period: "2024-05".',
        "deadline": "The deadline was moved to this; the note says why.",
        "owners": "Who owns it from now on, the whole list; the note says why.",
        "note": "What happened.",
        "evidence": 'http(s) addresses, files relative to the ledger, "ref: …", or "TITLE <…>".',
        "commission": "The reference of the request that it answers.",
        "note_ja": "What happened, in Japanese.",
    },
    Theme: {"title": "What it is called.", "title_ja": "What it is called in Japanese."},
    OwnColumn: {
        "title": "What the column is called.",
        "title_ja": "What it is called in Japanese.",
        "values": "All that it may hold; any text where this is left out.",
    },
    Circulation: {
        "title": "The title of its reports.",
        "marking": "What stands at the head and foot of every page: OFFICIAL.",
        "prepared_by": "Who prepared the report.",
        "contact": "Whom to ask about it.",
        "distribution": "Whom it goes to.",
        "silence": 'How long nothing may be heard before a commitment is asked about: "12m".',
    },
    Checking: {"ignore": 'Codes of warnings to leave out: ["not-an-owner"].'},
}

_RULES: dict[type[Struct], dict[str, Any]] = {
    Meeting: {"anyOf": [{"required": ["held"]}, {"required": ["expected"]}]},
    Entry: {
        "dependencies": {
            "status": ["by"],
            "deadline": ["by"],
            "owners": ["by"],
            "on_behalf_of": ["by"],
        },
    },
}
"""What a table needs beyond its required keys."""


def ledger() -> str:
    """Return the JSON Schema of commitments.toml."""
    document = {
        "$schema": _DRAFT,
        "title": "A ledger of commitments, as jcm reads it",
        "type": "object",
        "required": ["committee"],
        "properties": {
            "committee": _table(Committee),
            "meeting": _keyed(Meeting),
            "organisation": _keyed(Organisation),
            "commitment": _keyed(Commitment),
            "theme": _keyed(Theme),
            "field": _keyed(OwnColumn),
            "check": _table(Checking),
            "report": _table(Circulation),
            "progress": {"type": "array", "items": _table(Entry)},
        },
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _keyed(kind: type[Struct]) -> dict[str, Any]:
    """Return the schema of tables whose header ends in an id."""
    return {"type": "object", "additionalProperties": _table(kind)}


def _table(kind: type[Struct]) -> dict[str, Any]:
    """Return the schema of one table. Keys that are not in it are kept, so it allows them."""
    keys = [field for field in fields(kind) if field.name not in ("id", "fields")]
    return {
        "description": (kind.__doc__ or "").partition("\n")[0].replace("`", ""),
        "type": "object",
        "required": [field.name for field in keys if field.required],
        "properties": {field.name: _value(field, _MEANINGS[kind][field.name]) for field in keys},
        **_RULES.get(kind, {}),
    }


def _value(field: FieldInfo, meaning: str) -> dict[str, Any]:
    kind = without_none(field.type)
    default = {"default": field.default} if isinstance(field.default, (bool, StrEnum)) else {}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"description": meaning, "enum": list(kind), **default}
    return {"description": meaning, **_TYPES[kind], **default}
