"""What every page made of a template has in common: its environment, and what a browser may do.

Every value that a template prints is made visible and escaped, so that no text of others can be
forgotten.
"""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from jcm_ledger.render.phrases.bilingual import Bilingual
from jcm_ledger.render.safe import visible


def own(package: str, name: str) -> str:
    """Return the text of a file of a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def environment(package: str, in_both: Callable[[Bilingual], str]) -> Environment:
    """Return an environment for the templates of a package.

    `in_both` returns, as Markup, the elements of words that are in both languages.
    """

    def printed(value: object) -> object:
        """Return a value as it is printed: of a text, what would steer is made visible."""
        if not isinstance(value, str) or isinstance(value, Markup):
            return value
        return in_both(value) if isinstance(value, Bilingual) else visible(value)

    return Environment(
        loader=FunctionLoader(lambda name: own(package, name)),
        autoescape=True,  # select_autoescape() would not know the suffix .html.j2
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def policy(style: str, script: str = "") -> str:
    """Return the Content-Security-Policy: only this style and this script, and no request."""
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    """Return the hash source of an inline element (CSP Level 3, section 2.3.1)."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
