"""Which meeting made a statement."""

from jcm_ledger.model.ledger import Ledger, Meeting
from jcm_ledger.model.statement import Statement


def meeting_of(ledger: Ledger, statement: Statement) -> Meeting | None:
    """Return the meeting of a ledger that a statement is of, None if it cannot be told.

    It has the statement's address or title, else it alone was held or published that day.
    """
    meetings = ledger.meetings.values()
    for each in meetings:
        if statement.address and statement.address in (each.url, each.url_ja):
            return each
        if statement.title and statement.title in (each.statement, each.title, each.title_ja):
            return each
    if statement.day is None:
        return None
    that_day = [each for each in meetings if statement.day in (each.published, each.held)]
    return that_day[0] if len(that_day) == 1 else None
