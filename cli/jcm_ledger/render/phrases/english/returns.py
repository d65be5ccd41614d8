"""What is said in English of returns that are collected: what each comes to, and what is told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jcm_ledger.model.return_form import HEADINGS, LABELS, HeadCell, ReturnColumn
from jcm_ledger.render.phrases.english.days import EnglishDays
from jcm_ledger.render.phrases.english.refusals import EnglishRefusals
from jcm_ledger.rules.collecting.outcomes import Fate, Remark, Remarked, ReturnedFile

_REMARKS: Mapping[Remark, Callable[["EnglishReturns", Remarked], str]] = {
    Remark.COMMENT: lambda _say, r: f"a comment, not recorded: “{r.said}”",
    Remark.STRUCK: lambda _say, r: f"struck through, not recorded: “{r.said}”",
    Remark.HIDDEN: lambda _say, _r: "the row is hidden, and is read all the same",
    Remark.HIDING_LINK: lambda _say, r: (
        f"a link leads elsewhere than its text says; kept as {r.said}"
    ),
    Remark.LINK_LEFT_OUT: lambda _say, r: f"a link, not recorded: {r.said}",
    Remark.OTHER_COLUMN: lambda _say, r: (
        f"in a column that is not the form's, not recorded: “{r.said}”"
    ),
    Remark.OTHER_SHEET: lambda _say, _r: "this sheet has no row of a return and was not read",
    Remark.ABOVE_THE_ROWS: lambda _say, r: f"beside the form, not recorded: “{r.said}”",
    Remark.SINCE: lambda say, r: (
        f"on file since it was asked for: {'; '.join(map(say.entry, r.entries))}"
    ),
    Remark.DATED_TODAY: lambda _say, r: (
        f"“{LABELS[HeadCell.RETURNED].en}” is empty: it is dated "
        f"{EnglishDays.day(date.fromisoformat(r.said))}"
    ),
    Remark.OTHER_WORDING: lambda _say, r: (
        f"the texts under “{HEADINGS[ReturnColumn(r.said)].en}” are worded otherwise than here in "
        "most rows: whether one of them was changed cannot be told"
    ),
    Remark.MAY_LACK_ROWS: lambda _say, r: (
        f"not among the rows of {r.said}, and whether they were asked for cannot be told: "
        f"{', '.join(r.commitments)}"
    ),
}
_FATES: Mapping[Fate, str] = {
    Fate.RECORDED: "recorded",
    Fate.ALREADY_RECORDED: "already recorded",
    Fate.NO_CHANGE: "no change",
    Fate.NOT_ANSWERED: "not answered",
    Fate.NOT_RETURNED: "not returned",
    Fate.REFUSED: "refused",
    Fate.LEFT_OUT: "left out",
}


class EnglishReturns(EnglishRefusals):
    """What is said of returns, in English."""

    note_title = "Returns collected"
    recorded_heading = "Recorded"
    refused_heading = "Refused"
    told_heading = "Told, and not recorded"
    files_heading = "Files"
    nothing_changes = "Nothing to record."

    @staticmethod
    def fate(fate: Fate) -> str:
        """Return what became of a row, in a word or two."""
        return _FATES[fate]

    @staticmethod
    def fate_heading(fate: Fate) -> str:
        """Return what became of rows, as a heading."""
        return _FATES[fate].capitalize()

    def remark(self, remarked: Remarked) -> str:
        """Return what is told of a place."""
        return _REMARKS[remarked.remark](self, remarked)

    @staticmethod
    def at(sentence: str, where: str) -> str:
        """Return a sentence about a place."""
        return f"{where}: {sentence}"

    @staticmethod
    def about(ref: str, sentence: str) -> str:
        """Return a sentence about a row: "krill-survey: …"."""
        return f"{ref}: {sentence}" if ref else sentence

    @staticmethod
    def refused(sentence: str) -> str:
        """Return why something is refused, as that."""
        return f"refused: {sentence}"

    @staticmethod
    def anyway(sentence: str) -> str:
        """Return what was set aside, as that."""
        return f"recorded anyway: {sentence}"

    @staticmethod
    def hint(text: str) -> str:
        """Return what to do next, as that."""
        return f"hint: {text}"

    @staticmethod
    def file(about: ReturnedFile) -> str:
        """Return what a file says of itself: for which commission, and who filled it in."""
        parts = [", ".join(about.references)]
        email = f" ({about.email})" if about.email else ""
        parts += [f"filled in by {about.filled_in_by}{email}"] if about.filled_in_by else []
        parts += [f"cleared by {about.cleared_by}"] if about.cleared_by else []
        parts += [f"dated {about.returned}"] if about.returned else []
        parts += [f"last saved by {about.saved_by}"] if about.saved_by else []
        parts += ["nothing to report"] if about.nil else []
        told = "; ".join(filter(None, parts))
        return f"{about.name}: {told}" if told else about.name

    @staticmethod
    def closing(counts: Mapping[Fate, int]) -> str:
        """Return how many rows came to what: "12 recorded, 1 no change, 3 not answered."."""
        parts = [f"{number:,} {_FATES[fate]}" for fate, number in counts.items() if number]
        return f"{', '.join(parts) or 'No rows'}."

    @staticmethod
    def missing(commitments: Sequence[str], fate: str, reference: str) -> str:
        """Return which commitments of a commission came to nothing."""
        return f"{reference}, {fate}: {', '.join(commitments)}"

    def ask(self, entries: int, ledger: str) -> str:
        """Return the question whether to record."""
        return f"Record {self.words.count(entries, 'answer')} in {ledger}?"

    @staticmethod
    def would_record(closing: str) -> str:
        """Return what a run that writes nothing would come to."""
        return f"Nothing was written. This would come to: {closing}"

    @staticmethod
    def heading(title: str, day: date) -> str:
        """Return the head of the note for the file."""
        return f"{title}, {EnglishDays.day(day)}"
