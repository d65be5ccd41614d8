"""What to type next: how an error's hint is followed in options of the command line."""

from jcm_ledger.errors import LedgerError, RefusedCommitment, RefusedEntry

_OF_ENTRIES = {
    "empty-entry": 'jcm mark {id} in-progress --by BODY --note "…"',
    "no-reporter": "--by BODY, or set JCM_BY",
    "moved-without-note": '--note "…"',
    "before-meeting": "--on DATE",
}
_OF_COMMITMENTS = {
    "duplicate-id": "--id ID",
    "blank-text": 'jcm add "TITLE"',
    "no-owner": "--owner BODY",
}


def hint(error: LedgerError) -> str:
    """Return what to do next and how to type it, "" if there is nothing to say."""
    match error:
        case RefusedEntry():
            option = _OF_ENTRIES.get(error.rule, "").replace("{id}", error.commitment)
        case RefusedCommitment():
            option = _OF_COMMITMENTS.get(error.rule, "")
        case _:
            option = ""
    return ": ".join(filter(None, (error.hint, option)))
