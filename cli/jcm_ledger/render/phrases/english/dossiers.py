"""What is told of one commitment alone: its parts, its own columns, and what took its place."""

from collections.abc import Iterable

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Ledger, OwnColumn
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.ownership import replaced
from jcm_ledger.rules.standing import Standing


class EnglishDossiers(EnglishRoom):
    """What is told of one commitment alone: its parts, its own columns, and what took its place."""

    PART_OF = "Part of"
    PARTS = "Parts"
    SUPERSEDES = "Supersedes"
    SUPERSEDED_BY = "Superseded by"
    STATED_OWNERS = "Owners as stated"
    DONE = "Done"
    REVIEW = "Review"
    TO_CONFIRM = "To confirm"
    DIFFER = "The sides differ"

    @staticmethod
    def translated(commitment: Commitment) -> list[tuple[str, str]]:
        """Return the title and the summary in Japanese, each with its name."""
        named = (
            ("Title in Japanese", commitment.title_ja),
            ("Summary in Japanese", commitment.summary_ja),
        )
        return [(name, text) for name, text in named if text]

    @staticmethod
    def source(meeting: str, paragraph: str) -> str:
        """Return where a commitment stands: the meeting, and the place in its statement."""
        return ", ".join(filter(None, (meeting, paragraph)))

    def column(self, declared: OwnColumn | None, key: str) -> str:
        """Return what a key that the ledger declares is called."""
        return (declared and self.words.text(declared.title, declared.title_ja)) or key

    def stated_owners(self, row: Standing) -> str:
        """Return the owners that the statement names, "" where it is they who own it."""
        stated = row.commitment.owners
        if row.owners == stated or (COMMITTEE in stated and not row.handed_over):
            return ""
        return ", ".join("all sides" if each == COMMITTEE else each for each in stated)

    def statement_names(self, owners: str) -> str:
        """Return whom the statement names."""
        return f"the statement names {owners}"

    def supersedes(self, ledger: Ledger, commitment: Commitment) -> Iterable[str]:
        """Return what a commitment supersedes, each with its title, and since when."""
        held = ledger.meetings[commitment.meeting].held
        since = f"since {held}" if held else "once its meeting is held"
        return [f"{self.named(ledger, old)}, {since}" for old in commitment.superseded]

    def named(self, ledger: Ledger, commitment: str) -> str:
        """Return a commitment by its id and title."""
        found = ledger.commitments.get(commitment)
        return f"{commitment}: {self.words.title(found)}" if found else commitment

    def how_owned(self, row: Standing, ledger: Ledger) -> Iterable[str]:
        """Return how the owners came to own a commitment, where the statement does not say so."""
        found = replaced(ledger.named(row.named), row.owners, ledger.organisations)
        told = [
            self.words.in_the_place(ledger.organisations[new], old) for new, old in found.items()
        ]
        if row.handover:
            told.append(f"handed over on {row.handover.date}")
        if told and (stated := self.stated_owners(row)):
            told.append(self.statement_names(stated))
        if row.owners_inferred:
            told.append("inferred: the statement names no body")
        return told

    def review(self, row: Standing) -> str:
        """Return after which day to review a commitment, and how often, as far as that is known."""
        often = self.words.rhythm(row.commitment)
        after = f"due after {row.review_date}" if row.review_date else ""
        return ", ".join(filter(None, (after, often)))

    def age(self, row: Standing) -> str:
        """Return how long ago the meeting of a commitment was."""
        return f"{self.words.count(row.age_days, 'day')} since the meeting"
