"""Wording: a row of the table."""

from enum import StrEnum

from msgspec import Struct

from jcm_ledger.model.status import Strength


class Sense(StrEnum):
    """What a wording does."""

    PROMISE = "promise"  # somebody says that something will be done
    MODAL = "modal"  # likewise, if the subject is somebody who can act, or a meeting
    THAT = "that"  # a promise if the clause after "that" says that something will be done
    WEAK = "weak"  # a promise as often as not: perhaps
    TASK = "task"  # a promise if all sides ask it of a body by name, else perhaps
    RECOGNITION = "recognition"  # somebody welcomes, notes or underlines something
    REPORT = "report"  # somebody tells or asks of something
    VIEW = "view"  # how things are, in somebody's view
    DENIED = "denied"  # what was not agreed, or will not be done
    CONDITION = "condition"  # what would or could be


class Wording(Struct, frozen=True):
    """A row: words, what they do and how firmly; a sentence with them, and one they are not for.

    `strength` is None for what promises nothing. `pattern` is written as `patterns.py` says for
    English; for Japanese it is an expression that ends where the clause does.
    """

    pattern: str
    sense: Sense
    strength: Strength | None
    example: str
    counter: str
    lang: str = "en"
