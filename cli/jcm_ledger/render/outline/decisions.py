"""Dossiers that are decided on: each has choices, of which one is made, and room for a remark."""

from msgspec import Struct

from jcm_ledger.render.outline.blocks import Dossiers


class DecisionChoice(Struct, frozen=True, kw_only=True):
    """What can be decided of a commitment: a word, and what that means."""

    name: str
    meaning: str


class Decisions(Dossiers, frozen=True, kw_only=True):
    """Dossiers under a title of their own, to be decided on one by one.

    They are numbered from `first` on. `question` is what the choices are called together, `number`
    and `remark` what the number of a dossier and the room for a remark are.
    """

    title: str
    first: int
    choices: tuple[DecisionChoice, ...]
    question: str
    number: str
    remark: str
