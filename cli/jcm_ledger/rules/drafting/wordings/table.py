"""WORDINGS: the whole table, which words of a statement promise something, and how firmly."""

from jcm_ledger.rules.drafting.wordings.english import PROMISES
from jcm_ledger.rules.drafting.wordings.japanese import JAPANESE
from jcm_ledger.rules.drafting.wordings.lists import LISTS
from jcm_ledger.rules.drafting.wordings.reports import REPORTS
from jcm_ledger.rules.drafting.wordings.row import Sense, Wording

ENGLISH: tuple[Wording, ...] = (*PROMISES, *REPORTS)
WORDINGS: tuple[Wording, ...] = (*ENGLISH, *LISTS, *JAPANESE)

__all__ = ["ENGLISH", "JAPANESE", "LISTS", "WORDINGS", "Sense", "Wording"]
