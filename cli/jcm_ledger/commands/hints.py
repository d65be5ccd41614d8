"""How the hint of an error is followed on the command line: by which command, which option."""

from functools import singledispatch
from pathlib import Path

from jcm_ledger.errors import (
    ConflictedLedger,
    InvalidLedger,
    LedgerError,
    NoEvents,
    ReadOnlyLedger,
    RefusedCommitment,
    RefusedEntry,
    RefusedTable,
    UnclearStatus,
    UnknownName,
    home_hint,
    typed,
)
from jcm_ledger.errors.files import IsFolder, NoFile, NoSuchFile
from jcm_ledger.errors.git import (
    CannotMerge,
    NoGit,
    NotARepository,
    OutsideWorkTree,
    Overridden,
    UnknownRevision,
)
from jcm_ledger.errors.importing import (
    InCell,
    LooksLike,
    Missing,
    NoHeadings,
    NotADay,
    NoTitles,
    NoValue,
    OtherTitle,
    SidesUnknown,
    TwoColumns,
    UnknownSheet,
)
from jcm_ledger.errors.tables import InLine
from jcm_ledger.errors.undo import NotAsked, NothingToUndo, Staged
from jcm_ledger.store.source import BUILT_IN, FILE_NAME

_DAYS = "jcm diff --from 2024-07-01"

_AFTER: dict[type[LedgerError], str] = {
    NoEvents: ": -o FILE.csv, .xlsx or .json",
    NoFile: ": --ledger PATH",
    NoGit: f"; {_DAYS} compares days without it",
    NothingToUndo: ": jcm mark",
    OutsideWorkTree: f"; or compare days: {_DAYS}",
    Overridden: ", then jcm git-setup again",
    NoHeadings: ": --map COLUMN=title",
    NoTitles: ": --map COLUMN=title",
    ReadOnlyLedger: ": jcm init .",
    TwoColumns: ": --map COLUMN=none, or field.NAME",
    SidesUnknown: ': --side SIDE, or --body "NAME=ID@SIDE"; --body "NAME=ID" is outside',
    Staged: ", then jcm undo again",
    UnknownSheet: ": --sheet NAME",
}
"""What is added to the hint of an error, by its class or its nearest base class."""

_OF_ENTRIES = {
    "empty-entry": 'jcm mark {id} in-progress --by BODY --note "…"',
    "no-reporter": "--by BODY, or set JCM_BY",
    "moved-without-note": '--note "…"',
    "handed-over-without-note": '--note "…"',
    "sides-changed": "--by committee",
    "before-meeting": "--on DATE",
}
"""What to type, by the rule that an entry breaks."""

_OF_COMMITMENTS = {
    "duplicate-id": "--id ID",
    "blank-text": 'jcm add "TITLE"',
    "no-owner": "--owner BODY",
}
"""What to type, by the rule that a new commitment breaks."""


_OF_TABLES = {
    "duplicate-id": "jcm add … ID; what is new about that one belongs into its table in the file",
    "meeting-without-date": "--held DATE, or --expected PERIOD",
    "unknown-side": "--side SIDE",
}
"""What to type, by the rule that a new body or meeting breaks."""


@singledispatch
def hint(error: LedgerError) -> str:
    """Return what to do next and how to type it, "" if there is nothing to say."""
    kinds = type(error).__mro__
    return error.hint + next((_AFTER[kind] for kind in kinds if kind in _AFTER), "")


@hint.register
def _(error: RefusedEntry) -> str:
    option = _OF_ENTRIES.get(error.rule, "").replace("{id}", error.commitment)
    return ": ".join(filter(None, (error.hint, option)))


@hint.register
def _(error: RefusedCommitment) -> str:
    return ": ".join(filter(None, (error.hint, _OF_COMMITMENTS.get(error.rule, ""))))


@hint.register
def _(error: RefusedTable) -> str:
    return ": ".join(filter(None, (error.hint, _OF_TABLES.get(error.rule, ""))))


@hint.register
def _(error: InLine) -> str:
    return hint(error.failure)


_UNSAID = {
    "owner": "--owner BODY, or --map COLUMN=owners; --skip ROW leaves a row out",
    "meeting": "--meeting MEETING, or --map COLUMN=meeting",
    "reporter": "--by BODY, --by owner for the first owner of each row, or --map COLUMN=by",
}
"""What to type, by what nothing says of rows that are imported."""


@hint.register
def _(error: InCell) -> str:
    failure = error.failure
    match failure:
        case UnclearStatus(word=word):
            option = f": --status {typed(f'{word}=STATUS')}"
        case UnknownName(what="status", name=word):
            means = f"say which status it means: --status {typed(f'{word}=STATUS')}"
            return f"{means}, or keep the column as your own: --map COLUMN=field.NAME"
        case NotADay(doubt="ambiguous"):
            option = ": --dates dmy, mdy or ymd"
        case OtherTitle():
            option = ": --map COLUMN=none"
        case LooksLike(name=name):
            option = f": --body {typed(f'{name}=ID')}"
        case NoValue():
            option = ", or leave the column out: --map COLUMN=none"
        case Missing(what=what):
            option = f": {_UNSAID[what]}"
        case _:
            option = ""
    return f"{failure.hint}{option}"


@hint.register
def _(error: NoSuchFile) -> str:
    folder = error.path.parent
    here = "" if folder == Path() else f" {typed(str(folder))}"
    made = "make one here: jcm init ."
    if error.path.name == FILE_NAME:
        made = f"make it: jcm init{here}"
    return home_hint(error.name) or f"{made}, or name another: --ledger PATH"


@hint.register
def _(error: IsFolder) -> str:
    if error.name_is_taken:
        return f"{error.hint}: --ledger PATH"
    folder = typed(str(error.ledger.parent))
    return f"make a ledger in it: jcm init {folder}, and name the file: {error.ledger}"


@hint.register
def _(error: InvalidLedger) -> str:
    if isinstance(error, ConflictedLedger):
        return error.hint
    return "nothing was read from it; `jcm check` lists these and gives a hint for each"


@hint.register
def _(error: NotARepository) -> str:
    if error.git_dir:
        return error.hint
    if error.name == BUILT_IN:
        return f"compare days: {_DAYS}; or make a ledger of your own: jcm init ."
    return f"{error.hint}; or compare days: {_DAYS}"


@hint.register
def _(error: UnknownRevision) -> str:
    listing = error.born and not error.shallow
    return error.hint + ("; a day or a meeting is given as --from" if listing else "")


@hint.register
def _(error: CannotMerge) -> str:
    return error.settled_by("jcm check")


@hint.register
def _(error: NotAsked) -> str:
    return f"{error.with_first(hint(error.failure))}: jcm mark"
