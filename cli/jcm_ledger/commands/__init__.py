"""The command line: parse, ask, act, say. One file a command; `cli` has the table of them."""

from jcm_ledger.commands.cli import COMMANDS as COMMANDS
from jcm_ledger.commands.cli import app as app
from jcm_ledger.commands.cli import main as main
from jcm_ledger.commands.cli import run as run
