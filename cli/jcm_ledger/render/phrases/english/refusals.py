"""Why a returned file or row is refused in English: the sentence, and the way out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.return_form import HEADINGS, LABELS, HeadCell, ReturnColumn
from jcm_ledger.render.phrases.english.days import EnglishDays
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.collecting.outcomes import CellPlace, Reason, Refused
from jcm_ledger.rules.written_days import Doubt, UnclearDay

_Said = Callable[["EnglishRefusals", Refused], str]

_COPY_ROW = "copy the row's reference and its code from the form that was sent"
_AS_TEXT = "type the answer as text"
_DAYS = "ask them to write it as 14 May 2026, 2026-05-14, May 2026 or 2026"
_LOOK = "look at both; if the return is right all the same, record it with --anyway {ref}"
_RETURNED = LABELS[HeadCell.RETURNED].en
_UTF_8 = "have it saved as .xlsx, or as “CSV UTF-8”"


class EnglishRefusals(EnglishRoom):
    """Why a returned file or row is refused, in English."""

    @staticmethod
    def place(place: CellPlace) -> str:
        """Return where something stands: "METI.xlsx, sheet “Return”, cell H12"."""
        sheet = f"sheet “{place.sheet}”" if place.sheet else ""
        cell = f"cell {place.address}" if place.address else ""
        return ", ".join(filter(None, (place.file, sheet, cell)))

    def sentence(self, refused: Refused) -> str:
        """Return what is wrong."""
        return _SENTENCES[refused.reason](self, refused)

    def way_out(self, refused: Refused, ref: str) -> str:
        """Return what to do about it; `ref` is the ref of the row."""
        return _WAYS_OUT[refused.reason](self, refused).replace("{ref}", ref or "REF")

    def entry(self, entry: Entry) -> str:
        """Return an entry on file: "5 December 2026, METI: completed, “Signed.”"."""
        parts = [self.words.status(entry.status)] if entry.status else []
        parts += [f"deadline {entry.deadline}"] if entry.deadline else []
        parts += [f"owners {', '.join(entry.owners)}"] if entry.owners else []
        parts += [f"“{entry.note}”"] if entry.note else []
        return f"{EnglishDays.day(entry.date)}, {self.words.reporter(entry)}: {', '.join(parts)}"

    def on_file(self, refused: Refused) -> str:
        """Return the entries that speak against it."""
        return "; ".join(map(self.entry, refused.entries))

    def other_row(self, refused: Refused) -> str:
        """Return where another answer stands, and who made each file, as far as is known."""
        where = self.place(refused.other) if refused.other else ""
        did = "was filled in by" if refused.column == HeadCell.NAME else "was last saved by"
        made = [f"this one {did} {refused.found}"] if refused.found else []
        made += [f"that one {did} {refused.expected}"] if refused.expected else []
        sentence = f"{where} gives a different answer to the same commitment"
        return "; ".join((sentence, *made))


def _doubt(refused: Refused, what: str) -> str:
    """Return why a text is no day."""
    doubt = refused.doubt or UnclearDay(refused.found, Doubt.UNKNOWN)
    return f"{what} {_DOUBTS[doubt.doubt](doubt.readings)}"


def _day_of(iso: str) -> str:
    return EnglishDays.day(date.fromisoformat(iso))


_DOUBTS: Mapping[Doubt, Callable[[Sequence[date]], str]] = {
    Doubt.UNKNOWN: lambda _days: "is no day, month or year that is understood",
    Doubt.AMBIGUOUS: lambda days: f"can be {' or '.join(map(EnglishDays.day, days))}",
    Doubt.NO_YEAR: lambda _days: "has no year",
    Doubt.SHORT_YEAR: lambda _days: "has two figures for the year, or none for the century",
    Doubt.BARE_NUMBER: lambda days: (
        f"looks like a spreadsheet's number for {EnglishDays.day(days[0])}"
        if days
        else "is a bare number"
    ),
    Doubt.NO_SUCH_DAY: lambda _days: "is on no calendar",
    Doubt.OTHER_WEEKDAY: lambda days: (
        f"names another day of the week than that of {EnglishDays.day(days[0])}"
    ),
    Doubt.OUTSIDE_ERA: lambda _days: "is not within its era",
}


def _remark_or_row(refused: Refused) -> str:
    """Return what to do about a row that names no commitment."""
    return f"if it is a remark, leave it out: --leave-out {refused.place.address}; else {_COPY_ROW}"


def _column(refused: Refused) -> str:
    return refused.heading or HEADINGS[ReturnColumn(refused.column)].en


_SENTENCES: Mapping[Reason, _Said] = {
    Reason.NO_FORM: lambda _say, _r: (
        "it holds no row of a return: no header names the form's columns"
    ),
    Reason.NO_REFERENCE: lambda _say, r: (
        f"“{r.found}” is no reference of a commission"
        if r.found
        else "no reference says which commission it answers"
    ),
    Reason.SEVERAL_REFERENCES: lambda _say, r: (
        f"it has the references of several commissions: {r.found}"
    ),
    Reason.UNKNOWN_BODY: lambda _say, r: f"{r.found} is of {r.expected}, which this ledger has not",
    Reason.LETTERS_LOST: lambda _say, r: f"letters were lost when it was saved: “{r.found}”",
    Reason.OTHER_HEADING: lambda _say, r: (
        f"answers stand under “{r.found}”, a heading that is not the form's, which lacks "
        f"{', '.join(HEADINGS[ReturnColumn(each)].en for each in r.expected.split())}"
    ),
    Reason.UNCLEAR_RETURN_DAY: lambda _say, r: _doubt(r, f"{_RETURNED}: “{r.found}”"),
    Reason.RETURNED_BEFORE_ISSUE: lambda _say, r: (
        f"it is dated {_day_of(r.found)}, before it was issued on {_day_of(r.expected)}"
    ),
    Reason.RETURNED_LATER: lambda _say, r: f"it is dated {_day_of(r.found)}, which is yet to come",
    Reason.NIL_AND_ANSWERS: lambda _say, _r: (
        f"the form says “{LABELS[HeadCell.NIL_RETURN].en}”, and this row answers"
    ),
    Reason.UNCLEAR_NIL: lambda _say, r: (
        f"“{r.found}” beside “{LABELS[HeadCell.NIL_RETURN].en}” is neither yes nor empty"
    ),
    Reason.NO_REF: lambda _say, r: f"“{r.found}” stands in a row that has no reference and no code",
    Reason.UNKNOWN_REF: lambda _say, r: f"“{r.found}” is no commitment of this ledger",
    Reason.NO_CODE: lambda _say, r: f"the row of {r.found} has no code",
    Reason.NOT_A_CODE: lambda _say, r: f"“{r.found}” is no code of a row",
    Reason.OTHER_ROW_S_CODE: lambda _say, r: (
        f"the row says {r.found}, and its code is that of {r.expected}"
    ),
    Reason.OTHER_COMMISSION_S_CODE: lambda _say, r: (
        f"the code {r.found} is of another commission, {r.expected}"
        if r.expected
        else f"the code {r.found} is of no row of this commission"
    ),
    Reason.UNDER_NO_HEADING: lambda _say, r: (
        f"the row with the code {r.found} stands under no header"
    ),
    Reason.TWO_ANSWERS: lambda say, r: (
        f"the same is answered twice: “{r.found}” and “{r.expected}”"
        if r.column
        else say.other_row(r)
    ),
    Reason.TWO_FILES: lambda say, r: say.other_row(r),
    Reason.LOCKED_TEXT_CHANGED: lambda _say, r: (
        f"the text under “{_column(r)}” was changed: it says “{r.found}”, and said “{r.expected}”"
    ),
    Reason.FORMULA: lambda _say, r: (
        f"a formula stands there, {r.found}, and formulas are not worked out"
    ),
    Reason.ERROR_VALUE: lambda _say, r: f"an error of the spreadsheet stands there: {r.found}",
    Reason.MERGED_ANSWER: lambda _say, r: (
        f"“{r.found}” stands in the merged cells {r.expected}: nothing says for which rows"
    ),
    Reason.UNCLEAR_STATUS: lambda _say, r: f"the status “{r.found}” says too little: {r.expected}",
    Reason.UNKNOWN_STATUS: lambda _say, r: f"“{r.found}” is no status",
    Reason.UNCLEAR_DAY: lambda _say, r: _doubt(r, f"{_column(r)}: “{r.found}”"),
    Reason.HAPPENED_LATER: lambda _say, r: (
        f"it is to have happened in {r.found}, after the day of the return, {_day_of(r.expected)}"
    ),
    Reason.NO_REASON: lambda _say, r: f"the new deadline {r.found} has no reason beside it",
    Reason.REASON_ALONE: lambda _say, r: f"there is a reason, “{r.found}”, and no new deadline",
    Reason.NOTHING_TO_CONFIRM: lambda _say, r: (
        f"“{r.found}” confirms what is on file, and no status is on file"
    ),
    Reason.NOTHING_SAID: lambda _say, r: (
        f"“{r.found}” stands alone: neither a status, what happened nor a new deadline beside it"
    ),
    Reason.SAME_BODY_SINCE: lambda say, r: (
        f"the return says “{r.found}”; on file since it was asked for: {say.on_file(r)}"
    ),
    Reason.WORDING_CHANGED: lambda _say, _r: (
        "the commitment, its owners or its deadline read otherwise now than when it was asked for"
    ),
    Reason.OWNERS_CHANGED: lambda _say, r: (
        f"it was handed over since: its owners are {r.found}, and were {r.expected}"
    ),
    Reason.CLOSED_SINCE: lambda _say, r: f"it was closed since it was asked for: {r.found}",
    Reason.STATE_UNKNOWN: lambda _say, _r: (
        "what was on file when it was asked for cannot be told: the ledger was changed, or the code"
    ),
    Reason.OTHER_ANSWER_ON_FILE: lambda say, r: (
        f"another answer to this commission is on file: {say.on_file(r)}"
    ),
    Reason.CORRECTED_EARLIER: lambda say, r: (
        f"it is dated {_day_of(r.found)}, before the answer that it corrects: {say.on_file(r)}"
    ),
    Reason.BREAKS_RULE: lambda _say, r: r.found,
}

_WAYS_OUT: Mapping[Reason, _Said] = {
    Reason.NO_FORM: lambda _say, _r: (
        "use the file that came back; a sheet alone is enough, with its header row"
    ),
    Reason.NO_REFERENCE: lambda _say, _r: (
        f"type it beside “{LABELS[HeadCell.REFERENCE].en}”, as the form that was sent has it"
    ),
    Reason.SEVERAL_REFERENCES: lambda _say, _r: (
        "put the rows of each commission on a sheet of its own"
    ),
    Reason.UNKNOWN_BODY: lambda _say, _r: "name the ledger that it was made from: --ledger PATH",
    Reason.LETTERS_LOST: lambda _say, _r: _UTF_8,
    Reason.OTHER_HEADING: lambda _say, _r: "give the columns the headings that the form has",
    Reason.UNCLEAR_RETURN_DAY: lambda _say, _r: (
        "write it as 8 December 2026, or give it with --on DATE"
    ),
    Reason.RETURNED_BEFORE_ISSUE: lambda _say, _r: "correct the date, or give it with --on DATE",
    Reason.RETURNED_LATER: lambda _say, _r: "correct the date, or give it with --on DATE",
    Reason.NIL_AND_ANSWERS: lambda _say, _r: "ask which is meant, and empty the other",
    Reason.UNCLEAR_NIL: lambda _say, _r: "choose yes from the list, or empty the cell",
    Reason.NO_REF: lambda _say, r: _remark_or_row(r),
    Reason.UNKNOWN_REF: lambda _say, r: _remark_or_row(r),
    Reason.NO_CODE: lambda _say, _r: f"{_COPY_ROW}; or record it with --anyway {{ref}}",
    Reason.NOT_A_CODE: lambda _say, _r: _COPY_ROW,
    Reason.OTHER_ROW_S_CODE: lambda _say, _r: (
        "find out which of the two is answered: sorting a part of the columns mixes rows up"
    ),
    Reason.OTHER_COMMISSION_S_CODE: lambda _say, _r: (
        "put the row into the return that it belongs to, or empty it"
    ),
    Reason.UNDER_NO_HEADING: lambda _say, _r: "put the form's header row above it",
    Reason.TWO_ANSWERS: lambda _say, _r: "find out which counts, and empty the other",
    Reason.TWO_FILES: lambda _say, _r: "find out which counts, and leave the other file out",
    Reason.LOCKED_TEXT_CHANGED: lambda _say, _r: (
        f"what is wrong with it belongs under “{HEADINGS[ReturnColumn.NOTE].en}”; put the old text "
        "back, or record the row with --anyway {ref}"
    ),
    Reason.FORMULA: lambda _say, _r: _AS_TEXT,
    Reason.ERROR_VALUE: lambda _say, _r: _AS_TEXT,
    Reason.MERGED_ANSWER: lambda _say, _r: "undo the merge, and give each row its own answer",
    Reason.UNCLEAR_STATUS: lambda _say, _r: "choose a word from the list",
    Reason.UNKNOWN_STATUS: lambda _say, r: (
        f"did they mean {r.expected}? choose a word from the list"
        if r.expected
        else "choose a word from the list"
    ),
    Reason.UNCLEAR_DAY: lambda _say, _r: _DAYS,
    Reason.HAPPENED_LATER: lambda _say, _r: "plans belong in what happened; or correct the date",
    Reason.NO_REASON: lambda _say, _r: f"write it under “{HEADINGS[ReturnColumn.REASON].en}”",
    Reason.REASON_ALONE: lambda _say, _r: (
        f"write the deadline beside it, or move it under “{HEADINGS[ReturnColumn.NOTE].en}”"
    ),
    Reason.NOTHING_TO_CONFIRM: lambda _say, _r: "choose the status that it has",
    Reason.NOTHING_SAID: lambda _say, _r: (
        f"write under “{HEADINGS[ReturnColumn.NOTE].en}” what happened"
    ),
    Reason.SAME_BODY_SINCE: lambda _say, _r: _LOOK,
    Reason.WORDING_CHANGED: lambda _say, _r: _LOOK,
    Reason.OWNERS_CHANGED: lambda _say, _r: _LOOK,
    Reason.CLOSED_SINCE: lambda _say, _r: _LOOK,
    Reason.STATE_UNKNOWN: lambda _say, _r: _LOOK,
    Reason.OTHER_ANSWER_ON_FILE: lambda _say, _r: (
        "leave it out; or, if this return puts that right, add it as a later entry: --correct"
    ),
    Reason.CORRECTED_EARLIER: lambda _say, _r: "give the day of the correction with --on DATE",
    Reason.BREAKS_RULE: lambda _say, r: r.expected,
}
