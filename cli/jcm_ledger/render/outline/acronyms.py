"""Acronyms: the ids of bodies that stand for a name, and where a report spells them out."""

from collections.abc import Iterable, Mapping

from jcm_ledger.model.ledger import Organisation
from jcm_ledger.model.text import as_name
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing


def acronyms(report: Report) -> dict[str, str]:
    """Return the acronyms of a report, each with the name that it stands for."""
    bodies = report.organisations.values()
    return {body.id: body.name for body in bodies if _is_acronym(body)}


def first_uses(rows: Iterable[Standing], names: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what of `names` the owners of each standing are the first to need, by commitment."""
    left = dict(names)
    return {
        row.commitment.id: {owner: left.pop(owner) for owner in row.owners if owner in left}
        for row in rows
    }


def _is_acronym(body: Organisation) -> bool:
    """Return whether a body has a name that its id does not tell, blanks aside."""
    return as_name(body.name).replace(" ", "") != as_name(body.id)
