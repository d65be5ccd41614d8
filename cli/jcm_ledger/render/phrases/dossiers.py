"""What is told of one commitment alone: its parts, its own columns, and what took its place."""

from collections.abc import Iterable

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Ledger, OwnColumn
from jcm_ledger.render.phrases import count, in_the_place, rhythm
from jcm_ledger.rules.ownership import replaced
from jcm_ledger.rules.standing import Standing

PART_OF = "Part of"
PARTS = "Parts"
SUPERSEDES = "Supersedes"
SUPERSEDED_BY = "Superseded by"
STATED_OWNERS = "Owners as stated"
DONE = "Done"
REVIEW = "Review"
TO_CONFIRM = "To confirm"
DIFFER = "The sides differ"
TITLE_JA = "Title in Japanese"
SUMMARY_JA = "Summary in Japanese"


def column(declared: OwnColumn | None, key: str) -> str:
    """Return what a key that the ledger declares is called."""
    return (declared and declared.title) or key


def stated_owners(row: Standing) -> str:
    """Return the owners that the statement names, "" where it is they who own it."""
    stated = row.commitment.owners
    if row.owners == stated or (COMMITTEE in stated and not row.handed_over):
        return ""
    return ", ".join("all sides" if each == COMMITTEE else each for each in stated)


def statement_names(owners: str) -> str:
    """Return whom the statement names."""
    return f"the statement names {owners}"


def supersedes(ledger: Ledger, commitment: Commitment) -> Iterable[str]:
    """Return what a commitment supersedes, each with its title, and since when."""
    held = ledger.meetings[commitment.meeting].held
    since = f"since {held}" if held else "once its meeting is held"
    return [f"{named(ledger, old)}, {since}" for old in commitment.superseded]


def named(ledger: Ledger, commitment: str) -> str:
    """Return a commitment by its id and title."""
    found = ledger.commitments.get(commitment)
    return f"{commitment}: {found.title}" if found else commitment


def how_owned(row: Standing, ledger: Ledger) -> Iterable[str]:
    """Return how the owners came to own a commitment, where the statement does not say so."""
    found = replaced(ledger.named(row.named), row.owners, ledger.organisations)
    told = [in_the_place(ledger.organisations[new], old) for new, old in found.items()]
    if row.handover:
        told.append(f"handed over on {row.handover.date}")
    if told and (stated := stated_owners(row)):
        told.append(statement_names(stated))
    if row.owners_inferred:
        told.append("inferred: the statement names no body")
    return told


def review(row: Standing) -> str:
    """Return after which day to review a commitment, and how often, as far as that is known."""
    often = rhythm(row.commitment)
    after = f"due after {row.review_date}" if row.review_date else ""
    return ", ".join(filter(None, (after, often)))


def age(row: Standing) -> str:
    """Return how long ago the meeting of a commitment was."""
    return f"{count(row.age_days, 'day')} since the meeting"
