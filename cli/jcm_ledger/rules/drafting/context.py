"""Context: what a sentence is read with, in its own language; Due: a deadline in it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.statement import Statement
from jcm_ledger.model.text import is_japanese
from jcm_ledger.rules.drafting.clauses import SentenceReading, Subject
from jcm_ledger.rules.drafting.deadlines.english import english_deadline
from jcm_ledger.rules.drafting.deadlines.spans import Dated
from jcm_ledger.rules.drafting.english.reading import read_english
from jcm_ledger.rules.drafting.register import Mention, Register
from jcm_ledger.rules.drafting.results import Quotation


class Due(Struct, frozen=True):
    """A deadline to the letter, and its period if the wording gives one."""

    text: Quotation
    period: Period | None


class Context(Struct, frozen=True, kw_only=True, dict=True):
    """What the sentences of a statement are read with. `day` is that of the statement."""

    statement: Statement
    ledger: Ledger
    register: Register
    day: date | None

    @cached_property
    def mentioned(self) -> tuple[Mention, ...]:
        """The bodies of the ledger that the statement names, each once, as first named."""
        found: dict[str, Mention] = {}
        for passage in self.statement.passages:
            for each in self.register.mentions(passage.text):
                if each.name.kind:
                    found.setdefault(each.name.id, each)
        return tuple(found.values())

    def quotation(self, passage: int, start: int, end: int) -> Quotation:
        """Return words of a passage to the letter."""
        return Quotation(passage, start, end, self.statement.passages[passage].text[start:end])

    def part(self, place: Quotation, start: int, end: int) -> Quotation:
        """Return `start` to `end` of quoted words; what is beyond their end is left out."""
        begin = place.start
        return self.quotation(place.passage, begin + start, min(begin + end, place.end))

    def due(self, place: Quotation, start: int, stop: int) -> Due | None:
        """Return the first deadline in `start` to `stop` of quoted words, None if there is none."""
        found = self.deadline(place.text, start, stop)
        return Due(self.part(place, found.start, found.end), found.period) if found else None

    def deadline(self, text: str, start: int, stop: int) -> Dated | None:
        """Return the first deadline in a part of a text, None if there is none."""
        if is_japanese(text):
            from jcm_ledger.rules.drafting.deadlines.japanese import japanese_deadline

            return japanese_deadline(text, start, stop, self.day, self.register.sides)
        return english_deadline(text, start, stop, self.day, self.register.sides)

    def read(
        self, text: str, before: Sequence[Subject], framed: Subject | None = None
    ) -> SentenceReading:
        """Return what a sentence says; `before` are subjects of earlier ones, latest first."""
        if is_japanese(text):
            from jcm_ledger.rules.drafting.japanese.reading import read_japanese

            return read_japanese(text, self.register, before, framed)
        return read_english(text, self.register, before, framed)
