"""Finding the name somebody meant."""

from collections.abc import Iterable

from jcm_ledger.errors import AmbiguousName, UnknownName

A_NAME = 0.6
"""How much alike two names have to be, from 0 to 1, for one to be offered for the other."""

A_WORD = 0.85
"""The same for words: "done" is not a slip for "none", nor "started" one for "not-started"."""


def resolve(what: str, name: str, known: Iterable[str]) -> str:
    """Return the known name that `name` is, spells in another case, or begins.

    An exact name beats another case, which beats a beginning; a beginning has to be unique.
    Raise UnknownName or AmbiguousName; `what` says what kind of name it should be.
    """
    names = list(known)
    same = _same(name, names)
    if same is not None:
        return same
    folded = name.casefold()
    matches = [each for each in names if folded and each.casefold().startswith(folded)]
    if len(matches) > 1:
        raise AmbiguousName(what, name, matches)
    if not matches:
        raise UnknownName(what, name, names, nearest(name, names))
    return matches[0]


def choose(what: str, name: str, known: Iterable[str], *, alike: float = A_NAME) -> str:
    """Return the known name that `name` is, in whatever case; raise UnknownName.

    For names that are recorded, and for short fixed lists: a beginning is not enough. What is
    `alike` is offered: for words, A_WORD keeps what means something else from being offered.
    """
    names = list(known)
    same = _same(name, names)
    if same is None:
        raise UnknownName(what, name, names, nearest(name, names, alike))
    return same


def nearest(name: str, known: Iterable[str], alike: float = A_NAME) -> list[str]:
    """Return up to three known names that look like `name`, the most similar first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    by_folded = {each.casefold(): each for each in known}
    return [
        by_folded[match] for match in get_close_matches(name.casefold(), by_folded, cutoff=alike)
    ]


def _same(name: str, names: list[str]) -> str | None:
    if name in names:
        return name
    folded = name.casefold()
    return next((each for each in names if each.casefold() == folded), None)
