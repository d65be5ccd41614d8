"""What is told of one commitment alone: its parts, its own columns, and what took its place."""

from collections.abc import Iterable

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Ledger, OwnColumn
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.ownership import replaced
from jcm_ledger.rules.standing import Standing


class JapaneseDossiers(JapaneseRoom):
    """What is told of one commitment alone: its parts, its own columns, and what took its place."""

    PART_OF = "上位事項"
    PARTS = "下位事項"
    SUPERSEDES = "前身"
    SUPERSEDED_BY = "後継"
    STATED_OWNERS = "担当機関（共同文書の記載）"
    DONE = "完了時期"
    REVIEW = "点検"
    TO_CONFIRM = "相手側確認待ち"
    DIFFER = "双方の報告が相違"

    @staticmethod
    def translated(commitment: Commitment) -> list[tuple[str, str]]:
        """Return the title and the summary in English, each with its name.

        Those that stand where there is no Japanese come no second time.
        """
        named = (
            ("題名（英語）", commitment.title_ja and commitment.title),
            ("概要（英語）", commitment.summary_ja and commitment.summary),
        )
        return [(name, text) for name, text in named if text]

    @staticmethod
    def source(meeting: str, paragraph: str) -> str:
        """Return where a commitment stands: 「第12回会合　第4段落」."""
        return "　".join(filter(None, (meeting, paragraph)))

    def column(self, declared: OwnColumn | None, key: str) -> str:
        """Return what a key that the ledger declares is called."""
        return (declared and self.words.text(declared.title, declared.title_ja)) or key

    def stated_owners(self, row: Standing) -> str:
        """Return the owners that the statement names, "" where it is they who own it."""
        stated = row.commitment.owners
        if row.owners == stated or (COMMITTEE in stated and not row.handed_over):
            return ""
        short = self.words.short
        return self.words.joined("全ての側" if o == COMMITTEE else short(o) for o in stated)

    def statement_names(self, owners: str) -> str:
        """Return whom the statement names."""
        return f"共同文書の記載は{owners}"

    def supersedes(self, ledger: Ledger, commitment: Commitment) -> Iterable[str]:
        """Return what a commitment supersedes, each with its title, and since when."""
        held = ledger.meetings[commitment.meeting].held
        since = f"{self.words.short_day(held)}以降" if held else "会合の開催をもって移行"
        return [f"{self.named(ledger, old)}（{since}）" for old in commitment.superseded]

    def named(self, ledger: Ledger, commitment: str) -> str:
        """Return a commitment by its id and title."""
        found = ledger.commitments.get(commitment)
        return f"{commitment}：{self.words.title(found)}" if found else commitment

    def how_owned(self, row: Standing, ledger: Ledger) -> Iterable[str]:
        """Return how the owners came to own a commitment, where the statement does not say so."""
        found = replaced(ledger.named(row.named), row.owners, ledger.organisations)
        told = [
            self.words.in_the_place(ledger.organisations[new], old) for new, old in found.items()
        ]
        if row.handover:
            told.append(f"{self.words.short_day(row.handover.date)}に担当機関を変更")
        if told and (stated := self.stated_owners(row)):
            told.append(self.statement_names(stated))
        if row.owners_inferred:
            told.append("推定（共同文書に機関名の明記なし）")
        return told

    def review(self, row: Standing) -> str:
        """Return after which day to review a commitment, and how often, as far as that is known."""
        often = self.words.rhythm(row.commitment)
        after = f"{self.words.short_day(row.review_date)}より後" if row.review_date else ""
        return self.words.clauses((after, often))

    def age(self, row: Standing) -> str:
        """Return how long ago the meeting of a commitment was: 「会合から878日」."""
        return f"会合から{row.age_days:,}日"
