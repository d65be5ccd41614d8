"""Wordings of minutes and tables, where nobody "agrees": an action and who is to do it."""

from jcm_ledger.model.status import Strength
from jcm_ledger.rules.drafting.wordings.row import Sense, Wording

ACTION = Wording(
    "{somebody} to {do}", Sense.PROMISE, Strength.AGREED,
    "ACTION: DSIT to circulate the draft by 31 March 2025.", "DSIT circulated the draft.",
)  # fmt: skip
"""An action of minutes, or a point of a list."""

ROW = Wording(
    "a row of a table of actions", Sense.PROMISE, Strength.AGREED,
    "Action | Owner | Deadline", "Budget | Total",
)  # fmt: skip
"""A row under a head that names a column of actions, and one of who or when."""

ACTIONS = Wording(
    "actions: …", Sense.PROMISE, Strength.INTENDED,
    "Next steps:", "Participants:",
)  # fmt: skip
"""A lead-in without a verb, whose points are actions."""

LISTS: tuple[Wording, ...] = (ACTION, ROW, ACTIONS)
