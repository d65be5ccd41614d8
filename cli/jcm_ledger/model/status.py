"""The closed vocabularies of a ledger. In data with hyphens; for people with spaces."""

from enum import StrEnum


class Status(StrEnum):
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
        return self in _CLOSED

    __hash__ = str.__hash__  # that of Enum is Python, and slow; what each row has is looked up


_CLOSED = (Status.COMPLETED, Status.NOT_PURSUED, Status.SUPERSEDED)


class Strength(StrEnum):
    """How firmly the statement words a commitment, strongest first."""

    COMMITTED = "committed"
    AGREED = "agreed"
    INTENDED = "intended"
    EXPECTED = "expected"
    DESIRED = "desired"
    MENTIONED = "mentioned"

    __hash__ = str.__hash__  # as above


class Kind(StrEnum):
    """Whether a commitment can be finished or goes on."""

    ONE_OFF = "one-off"
    CONTINUING = "continuing"

    __hash__ = str.__hash__  # as above
