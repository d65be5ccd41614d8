"""What a joint statement promises, as rules read it: proposals for a person to review."""

from jcm_ledger.rules.drafting.drafting import draft

__all__ = ["draft"]
