"""The closed vocabularies of a ledger. In data with hyphens; for people with spaces."""

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed vocabulary. It hashes as the text it is: Enum's own hash is slow."""

    __hash__ = str.__hash__


class Status(Word):
    """What somebody reported. No report yet is None: "nothing on file"."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    STALLED = "stalled"
    COMPLETED = "completed"
    NOT_PURSUED = "not-pursued"
    SUPERSEDED = "superseded"

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected."""
        return self in CLOSED


CLOSED = frozenset((Status.COMPLETED, Status.NOT_PURSUED, Status.SUPERSEDED))
"""What is reported when nothing more is expected."""


class Strength(Word):
    """How firmly the statement words a commitment, strongest first."""

    COMMITTED = "committed"
    AGREED = "agreed"
    INTENDED = "intended"
    EXPECTED = "expected"
    DESIRED = "desired"
    MENTIONED = "mentioned"


class Kind(Word):
    """Whether a commitment can be finished or goes on."""

    ONE_OFF = "one-off"
    CONTINUING = "continuing"
