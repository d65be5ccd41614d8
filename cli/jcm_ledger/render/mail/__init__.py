"""A report as a mail that nobody has sent yet, or as its text alone."""

from jcm_ledger.render.mail.message import draft as draft
from jcm_ledger.render.mail.text import text as text
