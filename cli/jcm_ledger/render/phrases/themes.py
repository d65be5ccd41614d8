"""Themes by the names that a ledger uses for them."""

from collections.abc import Mapping

from jcm_ledger.model.ledger import Theme
from jcm_ledger.model.text import as_name


def theme_table(name: str, themes: Mapping[str, Theme]) -> Theme | None:
    """Return the table of a theme, also where that spells it in another way; None without one."""
    if name in themes:
        return themes[name]
    spelled = as_name(name)
    return next((table for id_, table in themes.items() if as_name(id_) == spelled), None)
