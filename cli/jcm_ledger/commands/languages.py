"""In which language a command answers."""

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

import typer

from jcm_ledger.commands.options import LANGS, Lang
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.phrases import ENGLISH, ERAS, JAPANESE, Phrases, speak

VARIABLE = "JCM_LANG"
_OF_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set rules (POSIX, 8.2)


def chosen(context: typer.Context, asked: Lang | None, *, eras: bool = False) -> str:
    """Return the language asked for after the command or before it, else that of the environment.

    `eras` counts the years of Japanese by eras.
    """
    named = asked or context.find_root().params.get("lang")
    lang = str(named) if named else of_environment(os.environ)
    return ERAS if eras and lang == JAPANESE else lang


def speaking(
    context: typer.Context, asked: Lang | None, ledger: Ledger, *, eras: bool = False
) -> Phrases:
    """Return the phrases of the language asked for, with the ledger's names of bodies."""
    return speak(chosen(context, asked, eras=eras), ledger.bodies)


def typed(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that words of a command line ask for, before they are parsed.

    Errors and help are said in it. A word that asks for none is refused later, as any other.
    """
    following = dict(pairwise(arguments))
    named = [word.removeprefix("--lang=") for word in arguments if word.startswith("--lang=")]
    asked = following.get("--lang") or (named[-1] if named else "")
    return asked if asked in LANGS else of_environment(environment)


def of_environment(environment: Mapping[str, str]) -> str:
    """Return the language of JCM_LANG, else of the locale, else English; an unknown one is none."""
    if (named := environment.get(VARIABLE, "").strip().lower()) in LANGS:
        return named
    locale = next((value for name in _OF_LOCALE if (value := environment.get(name))), "")
    return JAPANESE if locale.lower().split(".")[0].split("_")[0] in ("ja", "japanese") else ENGLISH
