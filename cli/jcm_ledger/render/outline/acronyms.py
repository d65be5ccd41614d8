"""Acronyms: the ids of bodies that stand for a name, and where a report spells them out."""

from collections.abc import Iterable, Mapping

from jcm_ledger.model.ledger import Organisation
from jcm_ledger.model.text import as_name
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing


def acronyms(report: Report, say: Phrases) -> dict[str, str]:
    """Return the acronyms of a report, each with the name that it stands for."""
    bodies = report.organisations.values()
    return {body.id: say.name(body) for body in bodies if _is_acronym(body, say)}


def first_uses(rows: Iterable[Standing], names: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the names that the owners of a standing are the first to need, by commitment.

    A commitment that needs none is not there.
    """
    left, found = dict(names), {}
    for row in rows:
        if not left:
            break
        if new := {owner: left.pop(owner) for owner in row.owners if owner in left}:
            found[row.commitment.id] = new
    return found


def _is_acronym(body: Organisation, say: Phrases) -> bool:
    """Return whether a body has a name that its short one does not tell, blanks aside."""
    return as_name(say.name(body)).replace(" ", "") != as_name(say.short(body.id))
