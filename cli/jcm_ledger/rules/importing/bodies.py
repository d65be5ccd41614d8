"""The bodies that the cells of a table name: which of the ledger they are, or which are new."""

import re
from collections.abc import Mapping
from functools import reduce

from jcm_ledger.errors import UnknownName
from jcm_ledger.errors.importing import LooksLike
from jcm_ledger.model.ledger import COMMITTEE, Ledger, Organisation
from jcm_ledger.model.text import as_name, folded, is_id
from jcm_ledger.rules.additions import with_table
from jcm_ledger.rules.commitments import propose_id
from jcm_ledger.rules.importing.choices import NamedBody
from jcm_ledger.rules.names import A_WORD, choose_reporter, nearest, split_bodies

_BETWEEN = re.compile(r"\s*[;\uff1b\n\u3001\uff0c]\s*|\s+/\s+")
_PERHAPS = re.compile(r"\s*(?:/|&|\uff0f|・|及び|および|と|\band\b)\s*")
"""What stands between bodies, and in the names of some."""

_ACRONYM = re.compile(r"(.+?)\s*[(\uff08]([^()\uff08\uff09]+)[)\uff09]")
_LONGEST_ACRONYM = 16  # letters


class TableBodies:
    """Finds the bodies that are named; those that the ledger lacks are proposed as new ones.

    `sideless` has the new bodies of which nothing says the side: their ids by their names.
    """

    def __init__(self, ledger: Ledger, named: Mapping[str, NamedBody], side: str | None) -> None:
        self._ledger, self._named, self._side = ledger, named, side
        self._found: dict[str, str | None] = {}
        self.made: dict[str, Organisation] = {}
        self.sideless: dict[str, str] = {}

    def all(self, text: str, side: str | None = None) -> tuple[str, ...]:
        """Return the ids of the bodies that a cell names, each once; raise LooksLike, SharedName.

        `side` is what the column says of them.
        """
        return tuple(dict.fromkeys(self.one(name, side) for name in self._parted(text)))

    def one(self, name: str, side: str | None = None) -> str:
        """Return the id of the body, side or committee of a name, a new one if there is none."""
        known = self._known(name)
        return self._new(name, side) if known is None else known

    def _parted(self, text: str) -> list[str]:
        """Return the names in a cell. What may stand in a name parts bodies that are all known."""
        if self._known(text) is not None:
            return [text]
        names = []
        for part in filter(None, _BETWEEN.split(text)):
            whole = [part] if self._known(part) is not None else split_bodies(self._ledger, part)
            for name in whole:
                apart = [each for each in _PERHAPS.split(name) if each]
                all_known = len(apart) > 1 and None not in map(self._known, apart)
                names += apart if all_known and self._known(name) is None else [name]
        return names

    def _known(self, name: str) -> str | None:
        key = as_name(name)
        if key not in self._found:
            self._found[key] = self._looked_up(name)
        return self._found[key]

    def _looked_up(self, name: str) -> str | None:
        """Return the id of a body that is on file or was said; of "Name (ACRONYM)" by either."""
        match = _ACRONYM.fullmatch(name.strip())
        for each in (name, *(match.groups() if match else ())):
            if meant := self._named.get(as_name(each)):
                return self._meant(each, meant)
            try:
                return choose_reporter(self._ledger, each)
            except UnknownName:
                continue
        return None

    def _meant(self, name: str, meant: NamedBody) -> str:
        """Return the id that was said for a name; a body of this id is made if there is none."""
        try:
            return choose_reporter(self._with_made(), meant.id)
        except UnknownName:
            self.made[meant.id] = Organisation(id=meant.id, name=name.strip(), side=meant.side)
            return meant.id

    def _with_made(self) -> Ledger:
        return reduce(with_table, self.made.values(), self._ledger)

    def _new(self, name: str, side: str | None) -> str:
        """Return the id of a new body; raise LooksLike for what may be a slip of a known one."""
        names = {body.id: body.name for body in self._ledger.organisations.values()}
        choices = [*names, *names.values(), *self._ledger.committee.sides, COMMITTEE]
        if near := nearest(name, choices, A_WORD):
            raise LooksLike(name, near)
        match = _ACRONYM.fullmatch(name.strip())
        full, acronym = match.groups() if match else (name.strip(), name.strip())
        short = is_id(acronym) and len(acronym) <= _LONGEST_ACRONYM
        taken = [*self._ledger.organisations, *self.made, *self._ledger.committee.sides, COMMITTEE]
        free = folded(acronym) not in map(folded, taken)
        id_ = acronym if short and free else propose_id(full, taken)
        side = side or self._side
        self.made[id_] = Organisation(id=id_, name=" ".join(full.split()), side=side)
        if side is None:
            self.sideless[name.strip()] = id_
        for each in (name, full, acronym):
            self._found[as_name(each)] = id_
        return id_
