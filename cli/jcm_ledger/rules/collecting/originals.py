"""What a commission said when it was issued, worked out from the ledger as it is now."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.rules.commissions import CommissionReference, RowCode, asked, row_code, tail
from jcm_ledger.rules.order import with_parts
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.standing import Standing, standing, standings


class Original(Struct, frozen=True, kw_only=True):
    """A row as it was issued: the standing then, and the entries that came on file since.

    `certain` is False where nothing on file gives the code of the row: the ledger was changed
    otherwise than by adding to it, or the code was. `reworded` says whether what was promised, or
    who owned it then, reads otherwise now.
    """

    standing: Standing
    since: tuple[Entry, ...] = ()
    certain: bool = True
    reworded: bool = False


class Originals:
    """The rows of one commission, each worked out when it is first asked for."""

    def __init__(self, ledger: Ledger, reference: CommissionReference) -> None:
        self.ledger, self.reference = ledger, reference
        self._owned: dict[str, Standing] | None = None

    @property
    def owned(self) -> Mapping[str, Standing]:
        """What the body owned on the day of issue, as the ledger tells now, by id."""
        if self._owned is None:
            rows = standings(self.ledger, self.reference.issued)
            self._owned = {
                row.commitment.id: row for row in rows if self.reference.body in row.owners
            }
        return self._owned

    def with_code(self, code: RowCode, among: Iterable[str]) -> str | None:
        """Return the commitment that a code of this commission is for, if it is among these."""
        return next((each for each in among if asked(self.reference, each) == code.asked), None)

    def original(self, commitment: str, code: RowCode | None) -> Original:
        """Return the row of a commitment as it was issued; without a code as it stood that day.

        The entries on file at issue are the first ones about it in the file, as nothing is ever
        taken away: the most of them that give the code.
        """
        ledger, issued = self.ledger, self.reference.issued
        mine = [entry for entry in ledger.journal if entry.commitment == commitment]
        for count in range(len(mine), -1, -1):
            if code is None:
                break
            row = self._standing(commitment, mine[:count])
            made = row_code(self.reference, row)
            if made.told == code.told:
                since = [*(each for each in mine[:count] if each.date > issued), *mine[count:]]
                return Original(
                    standing=row,
                    since=self._of_others(since),
                    reworded=made.promised != code.promised,
                )
        later = [entry for entry in mine if entry.date > issued]
        return Original(
            standing=self._standing(commitment, mine),
            since=self._of_others(later),
            certain=code is None,
        )

    def _standing(self, commitment: str, entries: Sequence[Entry]) -> Standing:
        then = replace(self.ledger, journal=tuple(entries))
        return standing(then, self.ledger.commitments[commitment], self.reference.issued)

    def _of_others(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return the entries that are no answers to this commission."""
        return tuple(each for each in entries if each.commission != str(self.reference))

    def not_among(self, returned: Mapping[str, Original]) -> tuple[Collection[str], bool]:
        """Return what was asked for and is not among the rows returned, and whether that is sure.

        The end of a reference tells whether the rows that came back are all. Else it was asked for
        all that the body owned and was open, unless the ledger was changed since.
        """
        rows = {name: original.standing for name, original in returned.items()}
        if self._is_all(rows):
            return (), True
        missing = {name: row for name, row in self._open().items() if name not in returned}
        return tuple(missing), self._is_all({**rows, **missing})

    def _open(self) -> dict[str, Standing]:
        """Return what the body owned that was open on the day of issue, in the ledger's order."""
        query = Query(owners=(self.reference.body,))
        rows = select(self.ledger, self.reference.issued, query).rows
        return {row.commitment.id: row for row in rows if row.open and self._owns(row)}

    def _owns(self, row: Standing) -> bool:
        return self.reference.body in row.owners

    def _is_all(self, rows: Mapping[str, Standing]) -> bool:
        """Return whether the end of the reference is of these rows, in the order of the form."""
        ordered = with_parts([rows[name] for name in self.ledger.commitments if name in rows])
        reference = self.reference
        return tail(self.ledger, reference.body, reference.issued, ordered) == reference.tail


def known_references(
    ledger: Ledger, also: Iterable[CommissionReference]
) -> list[CommissionReference]:
    """Return the commissions that are known: those given, and those that entries answer."""
    texts = {entry.commission for entry in ledger.journal if entry.commission}
    on_file = (CommissionReference.parse(text) for text in sorted(texts))
    return list(dict.fromkeys([*also, *(each for each in on_file if each is not None)]))
