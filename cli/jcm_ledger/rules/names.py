"""Finding the name somebody meant. Names are compared folded: what looks alike is the same."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from jcm_ledger.errors import AmbiguousName, SharedName, UnknownName
from jcm_ledger.model.ledger import COMMITTEE, Ledger, Meeting, Theme
from jcm_ledger.model.text import as_name

A_NAME = 0.6
"""How much alike two names have to be, from 0 to 1, for one to be offered for the other."""

A_WORD = 0.85
"""The same for words: "done" is not a slip for "none", nor "started" one for "not-started"."""


def resolve(what: str, name: str, choices: Iterable[str]) -> str:
    """Return the choice that `name` is, looks like, or begins.

    An exact name beats one that looks alike, which beats a beginning; a beginning has to be
    unique. Raise UnknownName or AmbiguousName; `what` says what kind of name it should be.
    """
    names = list(choices)
    found = _same(what, name, names)
    if found is None:
        found = _begun(what, name, names)
    if found is None:
        raise UnknownName(what, name, names, nearest(name, names))
    return found


def choose(what: str, name: str, choices: Iterable[str], *, alike: float = A_NAME) -> str:
    """Return the choice that `name` is or looks like; raise UnknownName.

    For names that are recorded, and for short fixed lists: a beginning is not enough. What is
    `alike` is offered: for words, A_WORD keeps what means something else from being offered.
    """
    names = list(choices)
    found = _same(what, name, names)
    if found is None:
        raise UnknownName(what, name, names, nearest(name, names, alike))
    return found


def resolve_body(ledger: Ledger, name: str) -> str:
    """Return the id of the body that is meant by its id or one of its names in either language.

    An id beats a name, and either as a whole beats a beginning. Raise UnknownName; AmbiguousName
    for the beginning of several ids or names, SharedName for the name of several bodies.
    """
    ids = [*ledger.organisations, *_owning_sides(ledger)]
    return _resolved("body", name, ids, _names_of_bodies(ledger))


def resolve_meeting(ledger: Ledger, name: str) -> str:
    """Return the id of the meeting that is meant by its id or its title in either language.

    As resolve_body does.
    """
    return _resolved("meeting", name, [*ledger.meetings], _titles(ledger.meetings.values()))


def is_meeting(ledger: Ledger, text: str) -> bool:
    """Return whether a text is the id or the title of a meeting, whole."""
    return text in ledger.meetings or as_name(text) in _titles(ledger.meetings.values())


def choose_side(ledger: Ledger, name: str) -> str:
    """Return the side of this name, in Japanese too: 英国 for UK; raise UnknownName."""
    from jcm_ledger.model.countries import IN_JAPANESE  # lazy import: few lists ask for a side

    sides = ledger.committee.sides
    meant = next((side for side in sides if IN_JAPANESE.get(side) == as_name(name)), name)
    return choose("side", meant, sides)


def choose_theme(ledger: Ledger, name: str, themes: Iterable[str]) -> str:
    """Return the one of the themes that has this id, or this title in either language.

    It is recorded, so a beginning is not enough. Raise UnknownName, or SharedName.
    """
    ids = list(themes)
    among = {as_name(theme): theme for theme in ids}
    titled = [replace(each, id=among.get(as_name(each.id), "")) for each in ledger.themes.values()]
    titles = _titles(each for each in titled if each.id)
    found = _whole("theme", name, ids, titles)
    if found is None:
        raise UnknownName("theme", name, ids, _nearest_ids(name, ids, titles))
    return found


def _resolved(what: str, name: str, ids: list[str], names: Mapping[str, list[str]]) -> str:
    found = _whole(what, name, ids, names)
    if found is None:
        found = _begun(what, name, ids)
    if found is None:
        key = as_name(name)
        begun = [one for each, of in names.items() if key and each.startswith(key) for one in of]
        found = _only(what, name, list(dict.fromkeys(begun)), "names")
    if found is None:
        raise UnknownName(what, name, ids, _nearest_ids(name, ids, names))
    return found


def choose_reporter(ledger: Ledger, name: str) -> str:
    """Return the id of the body that has this id or name, a side, or the committee for all sides.

    It is recorded, so a beginning is not enough. Raise UnknownName, or SharedName.
    """
    ids, names = [*ledger.bodies, COMMITTEE], _names_of_bodies(ledger)
    found = _whole("body", name, ids, names)
    if found is None:
        raise UnknownName("body", name, ids, _nearest_ids(name, ids, names))
    return found


def _owning_sides(ledger: Ledger) -> set[str]:
    """Return the sides that own something as bodies: elsewhere a side is asked for as one."""
    owners = {owner for each in ledger.commitments.values() for owner in ledger.named(each.owners)}
    owners |= {o for entry in ledger.journal if entry.owners for o in ledger.named(entry.owners)}
    return owners.difference(ledger.organisations)


def split_bodies(ledger: Ledger, text: str) -> list[str]:
    """Return the parts of a list with commas between its bodies, whose names may have commas."""
    parts = text.replace("、", ",").split(",")
    whole = {*map(as_name, ledger.organisations), *_names_of_bodies(ledger)}
    found = []
    while parts:
        ends = range(len(parts), 1, -1)
        taken = next((end for end in ends if as_name(",".join(parts[:end])) in whole), 1)
        found.append(",".join(parts[:taken]).strip())
        del parts[:taken]
    return [each for each in found if each]


def nearest(name: str, choices: Iterable[str], alike: float = A_NAME) -> list[str]:
    """Return up to three choices that look like `name`, the most similar first."""
    from difflib import get_close_matches  # lazy import: only a misspelt name needs it

    by_look = {as_name(each): each for each in choices}
    found = get_close_matches(as_name(name), by_look, cutoff=alike)
    return [by_look[match] for match in found]


def _same(what: str, name: str, names: list[str]) -> str | None:
    if name in names:
        return name
    key = as_name(name)
    found = [each for each in names if key and as_name(each) == key]
    if len(found) > 1:  # ids differ in more than their case, or the ledger is refused
        found = [each for each in found if each.casefold() == name.casefold()] or found
    if len(found) > 1:
        raise SharedName(what, name, found)
    return found[0] if found else None


def _begun(what: str, name: str, names: list[str]) -> str | None:
    key = as_name(name)
    return _only(what, name, [each for each in names if key and as_name(each).startswith(key)])


def _only(what: str, name: str, found: list[str], kind: str = "ids") -> str | None:
    if len(found) > 1:
        raise AmbiguousName(what, name, found, kind)
    return found[0] if found else None


def _whole(what: str, name: str, ids: list[str], names: Mapping[str, list[str]]) -> str | None:
    """Return what has this id, else what has this name."""
    found = _same(what, name, ids)
    return _named(what, name, names) if found is None else found


def _named(what: str, name: str, names: Mapping[str, list[str]]) -> str | None:
    """Return the id of what has this name; raise SharedName if it is not alone to have it."""
    found = names.get(as_name(name), [])
    if len(found) > 1:
        raise SharedName(what, name, found)
    return found[0] if found else None


def _names_of_bodies(ledger: Ledger) -> dict[str, list[str]]:
    """Return the ids of the bodies that have a name, by that name as names are compared."""
    bodies = ledger.organisations.values()
    return _by_name((body.id, (body.name, body.name_ja, body.short_ja)) for body in bodies)


def _titles(tables: Iterable[Meeting | Theme]) -> dict[str, list[str]]:
    """Return the ids of what has a title, by that title as names are compared."""
    return _by_name((each.id, (each.title, each.title_ja)) for each in tables)


def _by_name(named: Iterable[tuple[str, Sequence[str | None]]]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for id_, called in named:
        for key in {as_name(name) for name in called if name}:
            names.setdefault(key, []).append(id_)
    names.pop("", None)
    return names


def _nearest_ids(name: str, ids: list[str], names: Mapping[str, list[str]]) -> list[str]:
    """Return up to three ids that look like `name`, or whose names do."""
    found = nearest(name, [*ids, *names])
    bodies = [body for each in found for body in ([each] if each in ids else names[each])]
    return list(dict.fromkeys(bodies))[:3]
