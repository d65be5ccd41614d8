"""Who answers for a commitment, who reports, and of which side each is, in Japanese."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from jcm_ledger.model.countries import IN_JAPANESE
from jcm_ledger.model.ledger import COMMITTEE, Entry, Organisation
from jcm_ledger.render.phrases.japanese.days import JapaneseDays
from jcm_ledger.rules.standing import Standing

_NOBODY: Mapping[str, Organisation] = MappingProxyType({})


class JapaneseNames(JapaneseDays):
    """Names of bodies and of sides, alone and in a row; `bodies` are those that have one."""

    OUTSIDE = "合同委員会外"

    def __init__(self, bodies: Mapping[str, Organisation] = _NOBODY, *, eras: bool = False) -> None:
        super().__init__(eras=eras)
        self.bodies = bodies

    @staticmethod
    def text(english: str | None, japanese: str | None) -> str:
        """Return a text of the ledger in Japanese, else in English, else ""."""
        return japanese or english or ""

    @staticmethod
    def listed(names: Sequence[str]) -> str:
        """Return names as a sentence has them: 「英国、フランス及び日本」."""
        *most, last = names
        return f"{'、'.join(most)}及び{last}" if most else last

    @staticmethod
    def joined(names: Iterable[str]) -> str:
        """Return names in a row: 「UKRI、JST」."""
        return "、".join(names)

    @staticmethod
    def clauses(parts: Iterable[str]) -> str:
        """Return short statements in one line, those that are empty left out."""
        return "、".join(filter(None, parts))

    @staticmethod
    def sentences(parts: Iterable[str]) -> str:
        """Return sentences one after the other, those that are empty left out."""
        return "".join(filter(None, parts))

    def owners(self, row: Standing, spelled: Mapping[str, str] = MappingProxyType({})) -> str:
        """Return the owners, and that they are inferred: 「外務省、内閣府、DSIT（推定）」.

        Those among `spelled` have their name after them: 「DSIT（科学・イノベーション・技術省）」.
        """
        names = (self._spelled(self.short(o), spelled.get(o, "")) for o in row.owners)
        told = self.joined(names) or "担当機関なし"
        return f"{told}（推定）" if row.owners_inferred else told

    def owners_in_full(self, row: Standing, bodies: Mapping[str, Organisation]) -> str:
        """Return the owners by name, and by the short one where that is another."""
        names = (self._spelled(self.name(bodies[owner]), self.short(owner)) for owner in row.owners)
        told = self.joined(names) or "担当機関なし"
        return f"{told}（推定）" if row.owners_inferred else told

    def handed_over(self, owners: Sequence[str]) -> str:
        """Return to whom an entry hands a commitment over: 「担当機関をDSIT、外務省に変更」."""
        return f"担当機関を{self.joined(map(self.short, owners))}に変更"

    def in_the_place(self, body: Organisation, before: Sequence[str]) -> str:
        """Return whom a body stands in for: 「DSIT（2023年2月7日以降、BEISの後継）」."""
        since = f"{self.short_day(body.since)}以降、" if body.since else ""
        return f"{self.short(body.id)}（{since}{self.listed([*map(self.short, before)])}の後継）"

    def body(self, named: Organisation, *, both: bool = False) -> str:
        """Return a body by its short name and its name: 「DSIT（科学・イノベーション・技術省）」.

        By the one that is both: 「外務省」; `both` with its English name and its id.
        """
        short, name = self.short(named.id), self.name(named)
        others = dict.fromkeys([name, named.name, named.id] if both else [name])
        others.pop(short, None)
        return f"{short}（{self.joined(others)}）" if others else short

    def name(self, of: Organisation) -> str:
        """Return the name of a body in Japanese, else in English; that of a side: 「英国」."""
        return of.name_ja or (self.side(of.name) if of.id == of.side else of.name)

    def short(self, body: str) -> str:
        """Return a body as a narrow column has it: 「外務省」, 「DSIT」, a side as 「英国」."""
        of = self.bodies.get(body)
        if of is None:
            return self.side(body)
        return of.short_ja or of.name_ja or (self.side(body) if of.side == body else body)

    @staticmethod
    def side(name: str) -> str:
        """Return the name of a side: 「英国」. One that is not known here is as it is."""
        return IN_JAPANESE.get(name, name)

    def side_of(self, body: Organisation) -> str:
        """Return the side of a body, or that it is of none."""
        return self.side(body.side) if body.side else self.OUTSIDE

    def reporter(self, entry: Entry) -> str:
        """Return who reported an entry, and for whom: 「経済産業省（DSITが報告）」."""
        if not entry.by:
            by = "報告機関の記載なし"
            return f"{self.short(entry.on_behalf_of)}（{by}）" if entry.on_behalf_of else by
        by = "双方" if entry.by == COMMITTEE else self.short(entry.by)
        return f"{self.short(entry.on_behalf_of)}（{by}が報告）" if entry.on_behalf_of else by

    @staticmethod
    def _spelled(name: str, other: str) -> str:
        return f"{name}（{other}）" if other and other != name else name

    def _of_sides(self, sides: Iterable[str]) -> str:
        return self.joined(f"{self.side(side)}側" for side in sides)
