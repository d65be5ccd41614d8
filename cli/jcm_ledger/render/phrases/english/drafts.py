"""What a draft of commitments says to the person who reviews it."""

from collections.abc import Sequence
from datetime import date

from jcm_ledger.errors import typed
from jcm_ledger.model.ledger import COMMITTEE
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.drafting.results import Because, Outcome, OutcomeReason

_OUTCOMES = {
    Outcome.PROPOSED: "proposed",
    Outcome.PERHAPS: "perhaps",
    Outcome.LEFT_OUT: "left out",
}
_REASONS = {
    OutcomeReason.WORDING: "it says that somebody will do something",
    OutcomeReason.POINT: "it is a point, and what leads it in says who will do it",
    OutcomeReason.LEAD_IN: "it leads in the points that follow",
    OutcomeReason.WEAK: "its wording promises as often as it does not",
    OutcomeReason.SUBJECT: "something will be done, but by whom was not found",
    OutcomeReason.REPORTED: "it is a plan, of which the statement only takes note",
    OutcomeReason.RECOGNITION: "it welcomes, notes or underlines something",
    OutcomeReason.VIEW: "it is a shared view of how things are",
    OutcomeReason.PAST: "it is an event, or was done already",
    OutcomeReason.EARLIER: "another text promised it",
    OutcomeReason.DENIED: "it says what was not agreed",
    OutcomeReason.CONDITION: "it says what would be, not who will act",
    OutcomeReason.NO_WORDING: "it has no wording of a commitment",
    OutcomeReason.HEADING: "it is a heading",
    OutcomeReason.TOO_LONG: "it is longer than what is read",
}
_GUESSES = {
    Because.COLLECTIVE: "it speaks of all together",
    Because.NOBODY: "it names nobody, so both sides",
    Because.PRESENT: "every body of this sort that the statement names",
    Because.LEAD_IN: "from what leads the point in",
    Because.NEW_BODY: "a name that the ledger does not know",
    Because.VERB: "by the verb",
    Because.DATED: "a deadline makes it one-off",
    Because.WORDING: "by the wording",
}
_FIELDS = {
    "owners": "owners",
    "strength": "strength",
    "kind": "kind",
    "deadline": "deadline",
    "deadline_text": "deadline as stated",
}


class EnglishDrafts(EnglishRoom):
    """What a draft of commitments says to the person who reviews it."""

    def outcome(self, outcome: Outcome) -> str:
        """Return what became of a sentence, in a word or two."""
        return _OUTCOMES[outcome]

    def reason(self, reason: OutcomeReason, decided: str = "") -> str:
        """Return why a sentence has its outcome, with the words that decided."""
        return f'{_REASONS[reason]}: "{decided}"' if decided else _REASONS[reason]

    def became(self, outcome: Outcome, reason: OutcomeReason, decided: str = "") -> str:
        """Return what became of a sentence, and why."""
        return f"{self.outcome(outcome)}: {self.reason(reason, decided)}"

    def guess(self, because: Because, words: str = "") -> str:
        """Return why a key is inferred, with the words that it rests on."""
        return f'{_GUESSES[because]}: "{words}"' if words else _GUESSES[because]

    def inferred(self, why: Sequence[str]) -> str:
        """Return the remark beside an inferred key."""
        return f"inferred: {'; '.join(why)}"

    def resembles(self, title: str, meeting: str) -> str:
        """Return which open commitment a proposal may take the place of."""
        return f"It may take the place of an open commitment of {meeting}: “{title}”"

    def counts(self, proposed: int, perhaps: int, left_out: int) -> str:
        """Return how many sentences and proposals there are of each outcome."""
        commitments = "commitment" if proposed == 1 else "commitments"
        sentences = "sentence" if left_out == 1 else "sentences"
        return (
            f"{proposed:,} {commitments} proposed, {perhaps:,} perhaps; "
            f"{left_out:,} {sentences} left out."
        )

    def caution(self) -> str:
        """Return that a draft is no reading by a person."""
        return (
            "This is proposed from the statement's wording alone. It may miss commitments and read "
            "others wrongly: hold it against the statement."
        )

    def titles(self) -> str:
        """Return what to do with the tables of a draft in TOML."""
        return (
            "Give each table that you keep a title in your own words, and delete the others: a "
            "table without a title is an error to `jcm check`."
        )

    def signs(self) -> str:
        """Return what the signs in a draft in TOML mean."""
        return (
            "What may be a commitment is a table behind #: take the # away to use it. Lines behind "
            "## are remarks, in which the words that decided stand between >> and <<. A name with "
            "# id: beside it is proposed too: `jcm adopt` makes one of the title, unless you type "
            "another."
        )

    def next_steps(self, target: str) -> str:
        """Return what to do after a draft was written."""
        return (
            f"Next: read {target} beside the statement, and type a title into each table you keep. "
            f"Then: jcm adopt {typed(target)}"
        )

    def next_for_page(self, target: str) -> str:
        """Return what to do after a page was written."""
        return f"Next: open {target}; the tables to complete are written with -o FILE.toml"

    def statement_of(self, title: str) -> str:
        """Return which statement a draft is of."""
        return f"Draft of commitments from: {title}"

    def source(self, name: str) -> str:
        """Return where the statement was read from."""
        return f"Source: {name}"

    def day(self, day: date | None) -> str:
        """Return of which day the statement is, by which its wordings of time are understood."""
        return f"Statement of {day}." if day else "The statement's day is not known."

    def paragraph(self, number: str) -> str:
        """Return which paragraph of the statement follows."""
        return f"paragraph {number}"

    def heading(self) -> str:
        """Return that a heading follows."""
        return "heading"

    def led_in_by(self) -> str:
        """Return that the sentence which leads a point in follows."""
        return "led in by"

    def no_meeting(self) -> str:
        """Return that nobody said which meeting made the statement."""
        return "No meeting was named, so that no table says which made it: --meeting ID."

    def meeting_is_new(self, meeting: str) -> str:
        """Return that the ledger lacks a meeting."""
        return f"The ledger has no meeting {meeting}: its table is proposed too."

    def no_day(self) -> str:
        """Return that no wording of time could be counted from the statement's day."""
        return (
            'The statement\'s day is not known, so that "next year" is no period: --published DATE.'
        )

    def new_meeting(self) -> str:
        """Return what stands over the table of a meeting that the ledger lacks."""
        return "The ledger lacks this meeting. Take the # away, and complete it:"

    def held_missing(self) -> str:
        """Return that the day of the meeting is to be typed."""
        return "held = the day it took place, as 2023-11-07"

    def new_bodies(self) -> str:
        """Return what stands over bodies that the ledger lacks."""
        return "The ledger lacks these bodies. Correct them, and take the # away:"

    def nothing(self) -> str:
        """Return that a statement has nothing to propose."""
        return "No wording of a commitment was found."

    def owners(self, owners: Sequence[str]) -> str:
        """Return the owners of a proposal: "DSIT, METI"; the committee is "both sides"."""
        return self.words.joined("both sides" if each == COMMITTEE else each for each in owners)

    def field(self, key: str) -> str:
        """Return what a key of a commitment is called."""
        return _FIELDS.get(key, key.replace("_", " "))

    def page_title(self, title: str) -> str:
        """Return the title of the page."""
        return f"Draft: {title}" if title else "Draft of commitments"

    def how_to_read(self) -> str:
        """Return how sentences and proposals belong together on the page."""
        return (
            "Each sentence of the statement has a number; what became of it stands beside it under "
            "the same number. The words that decided are marked."
        )

    def bodies_lacking(self) -> str:
        """Return the heading of the bodies that the ledger lacks."""
        return "Bodies that the ledger lacks"

    def skip(self) -> str:
        """Return the words of the link to the statement itself."""
        return "Skip to the statement"

    def to_adopt(self, name: str, title: str) -> str:
        """Return a commitment of a draft that is to go into the ledger."""
        return f"{name}: {title}"

    def adopted(self, meetings: int, bodies: int, commitments: int) -> str:
        """Return how much of a draft went into the ledger."""
        return f"Added {self._tables(meetings, bodies, commitments)}. Look over it: jcm check"

    def would_adopt(self, meetings: int, bodies: int, commitments: int) -> str:
        """Return how much of a draft is to go into the ledger."""
        return f"To be added: {self._tables(meetings, bodies, commitments)}."

    def present(self, name: str, differing: Sequence[str]) -> str:
        """Return that the ledger has a table already, and which keys of it are others there."""
        other = f"; the ledger has another {self.words.listed(differing)}" if differing else ""
        return f"{name} is there already{other}."

    def all_present(self, draft: str) -> str:
        """Return that a draft has nothing that the ledger lacks."""
        return f"All of {draft} is in the ledger already: nothing was written."

    def _tables(self, meetings: int, bodies: int, commitments: int) -> str:
        counted = (
            self.words.count(meetings, "meeting") if meetings else "",
            self.words.count(bodies, "body", "bodies") if bodies else "",
            self.words.commitments(commitments) if commitments else "",
        )
        return self.words.listed([each for each in counted if each])
