"""What may be added to the journal."""

from datetime import date

from jcm_ledger.errors import RefusedEntry
from jcm_ledger.model.ledger import COMMITTEE, Entry, Ledger
from jcm_ledger.rules.checks import steers


def refuse_unfit(ledger: Ledger, entry: Entry, today: date) -> None:
    """Raise RefusedEntry if the entry breaks a rule of the journal."""
    commitment = ledger.commitments[entry.commitment]
    if entry.status is None and entry.deadline is None and not entry.note:
        raise RefusedEntry(
            "an entry says something: a status, a moved deadline or a note",
            f'for example: jcm mark {entry.commitment} in-progress --by BODY --note "…"',
        )
    if entry.by is None and (entry.status is not None or entry.deadline is not None):
        raise RefusedEntry(
            "somebody has to report a status or a moved deadline",
            "add --by or set JCM_BY: "
            f"{', '.join(commitment.owners)}, or {COMMITTEE} for both sides",
        )
    if entry.deadline is not None and not entry.note:
        raise RefusedEntry("a deadline is moved for a reason", 'say why: --note "…"')
    if entry.date > today:
        raise RefusedEntry(
            f"{entry.date} is in the future: today is {today}",
            "an entry says what has happened; plans belong in a note",
        )
    made = ledger.meetings[commitment.meeting].made.first
    if entry.date < made:
        raise RefusedEntry(
            f"{entry.date} is before {commitment.meeting} ({made}), which made the commitment",
            "give the day on which it was reported: --on DATE",
        )
    for text in filter(None, (entry.note, *entry.evidence)):
        if any(steers(character) and character not in "\n\t" for character in text):
            raise RefusedEntry(
                "the entry holds control characters, which would steer a terminal",
                "type the text again without them",
            )
    if entry in ledger.journal:
        raise RefusedEntry(
            f"{entry.commitment}: the very same entry is on file already",
            "say what is new in a note",
        )
