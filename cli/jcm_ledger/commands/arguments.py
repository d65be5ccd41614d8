"""Typed arguments as values of the model. For one that fits none the error names what fits."""

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jcm_ledger.commands import clock
from jcm_ledger.commands.refusals import BadDate, NotAField, NotHeldYet, UnknownOwner
from jcm_ledger.errors import BadPeriod, RefusedEntry, UnknownName
from jcm_ledger.model.ledger import COMMITTEE, Commitment, Deadline, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_name
from jcm_ledger.rules import query
from jcm_ledger.rules.groups import themes as spelled
from jcm_ledger.rules.names import (
    A_WORD,
    choose,
    choose_reporter,
    choose_theme,
    is_meeting,
    resolve,
    resolve_meeting,
    split_bodies,
)
from jcm_ledger.rules.standing import Timing

if TYPE_CHECKING:
    from jcm_ledger.rules.report import Window

_ON_TIME = "on-time"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(text: str | None) -> date:
    """Return the date typed, today if there is none; raise BadDate."""
    if text is None:
        return clock.today()
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadDate(text)


def commitment(ledger: Ledger, text: str, *, exact: bool = False) -> Commitment:
    """Return the commitment whose id was typed, or, unless it has to be exact, its beginning."""
    find = choose if exact else resolve
    return ledger.commitments[find("commitment", text, ledger.commitments)]


def status_or_none(text: str) -> Status | None:
    """Return the status typed, by any word for it; None for "none", nothing on file."""
    from jcm_ledger.rules import wording  # lazy import: only a filter by status needs it

    if (meant := wording.spelled(text)) is not None:
        return meant
    if as_name(text) == wording.NOTHING:
        return None
    name = choose("status", text, [*Status, query.NOTHING_ON_FILE], alike=A_WORD)
    return None if name == query.NOTHING_ON_FILE else Status(name)


def reporter(ledger: Ledger, text: str) -> str:
    """Return the body typed, or the committee for both sides."""
    return choose_reporter(ledger, text)


def spoken_for(ledger: Ledger, text: str) -> str:
    """Return the body or side typed that another one reports for; raise RefusedEntry for all."""
    found = choose_reporter(ledger, text)
    if found == COMMITTEE:
        raise RefusedEntry(
            "bad-on-behalf-of",
            f'nobody reports on behalf of the "{COMMITTEE}"',
            "it reports itself: --by committee",
        )
    return found


def new_owners(ledger: Ledger, text: str) -> tuple[str, ...]:
    """Return the bodies or sides typed, with commas between, or the committee; each once."""
    names = split_bodies(ledger, text)
    try:
        return tuple(dict.fromkeys(choose_reporter(ledger, name) for name in names))
    except UnknownName as unknown:
        raise UnknownOwner(*unknown.args) from None


def deadline(ledger: Ledger, text: str) -> Deadline:
    """Return the period or meeting typed; raise BadPeriod."""
    typed = Deadline.parse(text)
    if typed.meeting is not None and typed.meeting not in ledger.meetings:
        try:
            Period.parse(text)
        except BadPeriod as error:
            raise BadPeriod(text, f"{error.reason}, and no meeting has this id") from None
    return typed


def circulated(ledger: Ledger, **said: str | None) -> Ledger:
    """Return the ledger as one run has it: its `[report]` says what was typed, "" for nothing."""
    typed = {key: text.strip() or None for key, text in said.items() if text is not None}
    return replace(ledger, circulation=replace(ledger.circulation, **typed)) if typed else ledger


def days(ledger: Ledger, text: str, as_of: date) -> Period:
    """Return the day typed, or the days of the meeting typed as known on `as_of`."""
    if text[:1].isdigit() and not is_meeting(ledger, text):
        only = day(text)
        return Period(only, only)
    return ledger.meetings[resolve_meeting(ledger, text)].period(as_of)


def window(ledger: Ledger, since: str | None, as_of: date) -> "Window":
    """Return the days from a date or meeting typed, else from the last meeting, up to `as_of`.

    Raise NotHeldYet for a meeting that was not held by then.
    """
    from jcm_ledger.rules.report import (
        Window,
        window_since,
    )  # lazy import: completion needs no window

    if since is None or (since[:1].isdigit() and not is_meeting(ledger, since)):
        return window_since(ledger, None if since is None else day(since), as_of)
    meeting = ledger.meetings[resolve_meeting(ledger, since)]
    if meeting.held is None or meeting.held > as_of:
        raise NotHeldYet(meeting.id, str(meeting.period(as_of)), str(as_of))
    return Window(first=meeting.held, last=as_of, meeting=meeting)


def field(ledger: Ledger, text: str) -> tuple[str, str]:
    """Return the column and the value typed as KEY=VALUE, the value as the column spells it."""
    key, equals, value = text.partition("=")
    if not equals or not value.strip():
        raise NotAField(text)
    column = ledger.columns[choose("field", key.strip(), ledger.columns)]
    if not column.values:
        return column.id, value.strip()
    return column.id, choose(f"value of {column.id}", value.strip(), column.values)


def timing(text: str) -> Timing:
    """Return the timing typed; in Japanese too; "on-time" is what not-due was called."""
    if as_name(text).replace(" ", "-") == _ON_TIME:
        return Timing.NOT_DUE
    from jcm_ledger.rules import wording  # lazy import: only a filter by timing needs it

    if (meant := wording.TIMINGS.get(as_name(text))) is not None:
        return meant
    return Timing(choose("timing", text, list(Timing), alike=A_WORD))


def theme_or_none(ledger: Ledger, text: str) -> str | None:
    """Return the theme typed; None for "none", what has no theme, unless one is called so."""
    names = themes(ledger)
    if as_name(text) == query.NOTHING_ON_FILE and text not in names:
        return None
    return choose_theme(ledger, text, names)


def fields(ledger: Ledger) -> list[str]:
    """Return the columns of a ledger as KEY=VALUE, with the values declared or in use, in order."""
    found = [
        f"{column.id}={value}" for column in ledger.columns.values() for value in column.values
    ]
    for commitment in ledger.commitments.values():
        found += [f"{key}={value}" for key, value in commitment.fields.items()]
    return list(dict.fromkeys(found))


def themes(ledger: Ledger) -> list[str]:
    """Return the themes of a ledger, sorted; of those that look alike the first."""
    return sorted(theme for theme in spelled(ledger).values() if theme)
