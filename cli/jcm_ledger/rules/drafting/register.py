"""The bodies and sides that a statement may name, and where a text names them."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.statement import Statement
from jcm_ledger.model.text import is_id
from jcm_ledger.rules.drafting.countries import BY_NAME, COUNTRIES, country
from jcm_ledger.rules.drafting.introductions import Introduction, introductions

NO_BODIES = frozenset(
    "AI ICT IT R&D RD S&T ST STI STEM SME SMEs MOU MoU MOC MoC LOI PhD GDP COVID 5G "
    "6G IoT SDG SDGs "
    "ODA HPC FY H1 H2 Q1 Q2 Q3 Q4 TV DNA RNA mRNA CO2 GPS LNG EV EVs IP IPR CCS CCUS "
    "DX GX QR PV".split()
)
"""Letters that are no body: fields, measures, sorts of papers."""


class Name(Struct, frozen=True, kw_only=True):
    """A name of a body or side: what owners call it, and what is known of it.

    `adjective` is whether it only says whose something is ("Canadian"). `new` is whether the
    ledger does not have it.
    """

    id: str
    is_side: bool = False
    adjective: bool = False
    side: str | None = None
    kind: str = ""
    part_of: str | None = None
    new: bool = False


class Mention(Struct, frozen=True, kw_only=True):
    """A name as it stands in a text, from `start` to `end` (exclusive)."""

    name: Name
    text: str
    start: int
    end: int


class Register:
    """The names by which a statement's bodies and sides are found in its text.

    `sides` are those of the statement, `committee` what the statement calls the body that meets,
    by its letters: "JCM". `seen` are the words that have a capital amid a sentence, `meets` what
    the group that meets is called: "panel".
    """

    def __init__(self, statement: Statement, ledger: Ledger) -> None:
        self.sides = sides_of(statement, ledger)
        found = tuple(introductions(passage.text for passage in statement.passages))
        self.committee = frozenset(
            (each.letters for each in found if each.meets),
        ) | frozenset(filter(None, (ledger.committee.acronym,)))
        self.known = frozenset(ledger.bodies)
        self._names: dict[str, Name] = {}
        self._add_countries()
        self._add_ledger(ledger)
        self._add_introduced(found)
        self._index = _by_beginning(self._names)
        self.seen = frozenset(_seen(passage.text for passage in statement.passages))
        first = " ".join([statement.title, *(p.text for p in statement.passages[:2])])
        self.meets = frozenset(match[0].lower() for match in _MEETS.finditer(first))

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a text, in its order; where one lies in another, the longer."""
        found: list[Mention] = []
        past = 0
        for start, letter in enumerate(text):
            names = self._index.get(text[start : start + 2])
            if names is None or start < past:
                continue
            if (
                letter.isascii()
                and start
                and text[start - 1].isascii()
                and text[start - 1].isalnum()
            ):
                continue  # amid a word
            spelled = next((n for n in names if _stands(n, text, start)), None)
            if spelled is not None:
                past = start + len(spelled)
                name = self._names[spelled]
                found.append(Mention(name=name, text=spelled, start=start, end=past))
        return found

    def is_side(self, text: str) -> bool:
        """Return whether a whole text is the name or adjective of a country."""
        name = self._names.get(text)
        return name is not None and name.is_side

    def named(self, text: str) -> Name | None:
        """Return the name that a whole text is, None if it is none."""
        return self._names.get(text)

    def _add_countries(self) -> None:
        for each in COUNTRIES:
            side = next((s for s in self.sides if country(s) is each), None)
            plain = Name(id=side or each.name.replace(" ", "-"), is_side=True, new=side is None)
            for spelled in (each.name, *each.others):
                self._names[spelled] = plain
            for adjective in each.adjectives:
                self._names.setdefault(
                    adjective, Name(id=plain.id, is_side=True, adjective=True, new=side is None)
                )
            for spelled in each.japanese:
                self._names[spelled + "側"] = plain
                if len(spelled) > 1:
                    self._names[spelled] = plain
        for side in self.sides:
            self._names.setdefault(side, Name(id=side, is_side=True))

    def _add_ledger(self, ledger: Ledger) -> None:
        for body in ledger.organisations.values():
            name = Name(
                id=body.id, side=body.side, kind=(body.kind or "").casefold(), part_of=body.part_of
            )
            spelled = {body.name, body.name_ja, body.short_ja, body.name.replace(" and ", " & ")}
            if not body.id.islower():
                spelled.add(body.id)
            self._names |= dict.fromkeys(filter(None, spelled), name)

    def _add_introduced(self, found: tuple[Introduction, ...]) -> None:
        for each in found:
            if each.meets or not each.is_body:
                continue
            known = self._names.get(each.letters) or self._names.get(each.full)
            name = known or Name(id=as_id(each.letters), new=True)
            self._names.setdefault(each.letters, name)
            self._names.setdefault(each.full, name)


def sides_of(statement: Statement, ledger: Ledger) -> tuple[str, ...]:
    """Return the sides of a statement: as its file says, as its beginning says, as the ledger has.

    The beginning says it if the title and the first passages name exactly two countries.
    """
    if statement.sides:
        return statement.sides
    first = " ".join([statement.title, *(p.text for p in statement.passages[:2])])
    named: dict[str, int] = {}
    for spelled, found in BY_NAME.items():
        place = first.casefold().find(spelled)
        if place >= 0 and _stands(first[place : place + len(spelled)], first, place):
            named[found.name] = min(place, named.get(found.name, place))
    same = {each.name: side for side in ledger.committee.sides if (each := country(side))}
    if len(named) == 2:  # noqa: PLR2004
        return tuple(same.get(name, name) for name in sorted(named, key=named.__getitem__))
    return ledger.committee.sides


def as_id(name: str) -> str:
    """Return a name as an id that owners may use: "GNS Science" is GNS-Science."""
    plain = re.sub(r"[^\w.-]+", "-", name.replace("'", "").replace("\u2019", "")).strip("-._")
    return plain if is_id(plain) else "body"


def _by_beginning(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names by their first two letters, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        found.setdefault(name[:2], []).append(name)
    return found


def _stands(name: str, text: str, start: int) -> bool:
    """Return whether a name stands there: next to no letter or digit of its own script."""
    if not text.startswith(name, start):
        return False
    end = start + len(name)
    if not name[-1].isascii():
        return True
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not any(each.isascii() and each.isalnum() for each in (before, after) if each)


_AMID = re.compile(r"(?<=[a-z,] )[A-Z][\w&.-]*[a-z]\b")
_MEETS = re.compile(
    r"\b(?:(?:Working|Expert|Steering|Advisory) (?:Group|Committee)|Panel|Board|Task Force|Group)\b"
)


def _seen(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _AMID.findall(text)
