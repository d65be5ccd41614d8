"""Ledgers with the texts of the corpus in every field, and what no output of them may hold."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import Any

import tomlkit

CORPUS: dict[str, str] = tomllib.loads(
    (Path(__file__).parent / "corpus.toml").read_text(encoding="utf-8")
)["texts"]

# What acts on a terminal, written down here once more and not taken from the program: C0 but for
# tab and line feed, DEL and C1, marks and overrides of direction, zero width, separators, tags.
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
STORM = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9}"
)


class Hold(Enum):
    """Where a ledger holds the texts, besides its free text."""

    FIELDS = auto()
    IDS = auto()
    SIDES = auto()


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def ledger(texts: Mapping[str, str], hold: Hold) -> str:
    """Return a ledger with the texts, by name, in all its fields, or in its ids, or as its sides."""
    sides = [*texts.values()] if hold is Hold.SIDES else ["UK", "Japan"]
    first = next(iter(texts.values()))
    document: dict[str, Any] = {
        "field": {"own": {"title": first, "title_ja": first}},
        "theme": {},
        "committee": {"name": first, "name_ja": first, "acronym": first, "sides": sides},
        "meeting": {"next": {"expected": "2024"}, "held": {"held": tomlkit.date("2024-02-20")}},
        "report": dict.fromkeys(
            ("title", "marking", "prepared_by", "contact", "distribution"), first
        ),
        "organisation": {},
        "commitment": {},
        "progress": [],
    }
    tables = [*texts.items()][:5] if hold is Hold.SIDES else texts.items()
    for number, (name, text) in enumerate(tables):
        ids = [text] * 3 if hold is Hold.IDS else [f"m-{name}", f"B-{name}", f"c-{name}"]
        _add(document, ids, text, sides[number % len(sides)])
        document[f"{text}?" if text in document else text] = text
    return tomlkit.dumps(document)


def _add(document: dict[str, Any], ids: Sequence[str], text: str, side: str) -> None:
    """Add a meeting, a body, two commitments and three entries that consist of a text."""
    meeting, body, made = ids
    document["meeting"][meeting] = {
        "title": text, "held": tomlkit.date("2023-11-07"), "place": text, "chairs": [text],
        "statement": text, "url": text, "url_ja": text, "title_ja": text, "place_ja": text,
    }  # fmt: skip
    document["organisation"][body] = {
        "name": text, "name_ja": text, "short_ja": text, "side": side, "kind": text,
        "contact": text,
    }  # fmt: skip
    document["organisation"][f"{body}-new"] = {
        "name": text, "side": side, "succeeds": [body], "since": tomlkit.date("2024-01-10"),
    }  # fmt: skip
    document["theme"][text] = {"title": text, "title_ja": text}
    document["commitment"][made] = {
        "title": text, "summary": text, "meeting": meeting, "owners": [body], "theme": text,
        "frameworks": [text], "deadline": "2024-H1", "deadline_text": text, "paragraph": text,
        "title_ja": text, "summary_ja": text, "deadline_text_ja": text, "own": text,
    }  # fmt: skip
    document["commitment"][f"{made}-undated"] = {
        "title": text, "meeting": meeting, "owners": [body], "deadline_text": text,
        "kind": "continuing", "part_of": made,
    }  # fmt: skip
    document["commitment"][f"{made}-later"] = {
        "title": text, "meeting": "held", "owners": [body, "committee"], "supersedes": made,
    }  # fmt: skip
    document["progress"] += [
        {
            "commitment": made, "date": tomlkit.date("2024-01-01"), "by": body,
            "status": "stalled", "note": text, "note_ja": text, "commission": text,
            "evidence": [
                text, f"ref: {text}", f"{text} <https://example.org/a>", f"{text} <{text}>",
                f"A title <https://example.org/{text}>",
            ],
        },
        {
            "commitment": made, "date": tomlkit.date("2024-02-01"), "by": "committee",
            "status": "in-progress", "deadline": "2025-H1", "note": text,
        },
        {
            "commitment": made, "date": tomlkit.date("2024-02-03"), "by": body,
            "status": "not-started", "note": text,
        },
        {
            "commitment": f"{made}-undated", "date": tomlkit.date("2024-01-31"), "by": body,
            "on_behalf_of": f"{body}-new", "owners": [f"{body}-new"], "note": text,
        },
        {
            "commitment": f"{made}-later", "date": tomlkit.date("2024-02-21"), "by": body,
            "on_behalf_of": f"{body}-new", "status": "completed", "happened": "2024-02",
        },
        {"commitment": f"{made}-undated", "date": tomlkit.date("2024-02-02"), "note": text},
    ]  # fmt: skip
