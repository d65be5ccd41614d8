"""The conversation in Japanese: what code says in English to the person at the keyboard.

Each table has sentences of one trade, English first. Where both have `{name}`, a value stands, as
it was said; `sentences` says what may follow a colon there. To correct the Japanese, change the
second text of a pair; the first has to be what the code says.
"""

from jcm_ledger.render.phrases.japanese.messages.collecting import COLLECTING
from jcm_ledger.render.phrases.japanese.messages.entries import ENTRIES
from jcm_ledger.render.phrases.japanese.messages.files import FILES
from jcm_ledger.render.phrases.japanese.messages.git import GIT
from jcm_ledger.render.phrases.japanese.messages.help_of_changes import HELP_OF_CHANGES
from jcm_ledger.render.phrases.japanese.messages.help_of_commands import HELP_OF_COMMANDS
from jcm_ledger.render.phrases.japanese.messages.help_of_drafts import HELP_OF_DRAFTS
from jcm_ledger.render.phrases.japanese.messages.help_of_facts import HELP_OF_FACTS
from jcm_ledger.render.phrases.japanese.messages.help_of_imports import HELP_OF_IMPORTS
from jcm_ledger.render.phrases.japanese.messages.help_of_options import HELP_OF_OPTIONS
from jcm_ledger.render.phrases.japanese.messages.importing import IMPORTING
from jcm_ledger.render.phrases.japanese.messages.merging import MERGING
from jcm_ledger.render.phrases.japanese.messages.names import NAMES
from jcm_ledger.render.phrases.japanese.messages.outputs import OUTPUTS
from jcm_ledger.render.phrases.japanese.messages.questions import QUESTIONS
from jcm_ledger.render.phrases.japanese.messages.reading import READING
from jcm_ledger.render.phrases.japanese.messages.replies import REPLIES
from jcm_ledger.render.phrases.japanese.messages.sentences import Catalogue, Pairs
from jcm_ledger.render.phrases.japanese.messages.spreadsheets import SPREADSHEETS
from jcm_ledger.render.phrases.japanese.messages.statements import STATEMENTS
from jcm_ledger.render.phrases.japanese.messages.system import SYSTEM
from jcm_ledger.render.phrases.japanese.messages.tables import TABLES
from jcm_ledger.render.phrases.japanese.messages.usage import USAGE
from jcm_ledger.render.phrases.japanese.messages.values import VALUES

BY_TRADE: dict[str, Pairs] = {
    "What was typed, and names": NAMES,
    "Periods, dates and other values": VALUES,
    "Files": FILES,
    "Reading a ledger": READING,
    "Reading a statement": STATEMENTS,
    "Spreadsheets": SPREADSHEETS,
    "Returns": COLLECTING,
    "Tables that are imported": IMPORTING,
    "Rules of entries": ENTRIES,
    "Rules of tables": TABLES,
    "git": GIT,
    "Merging": MERGING,
    "Documents and where they are written": OUTPUTS,
    "What commands tell": REPLIES,
    "Questions": QUESTIONS,
    "How a command is used": USAGE,
    "What the system and TOML say": SYSTEM,
    "Help: commands": HELP_OF_COMMANDS,
    "Help: commands that write": HELP_OF_CHANGES,
    "Help: statements and drafts": HELP_OF_DRAFTS,
    "Help: importing": HELP_OF_IMPORTS,
    "Help: what is put on file": HELP_OF_FACTS,
    "Help: arguments and options": HELP_OF_OPTIONS,
}
"""Every sentence of the conversation in both languages, by trade."""

_CATALOGUE = Catalogue(pair for pairs in BY_TRADE.values() for pair in pairs)


def japanese(english: str) -> str | None:
    """Return what a sentence, a line or a help text is in Japanese, None if no table has it."""
    return _CATALOGUE.said(english)
