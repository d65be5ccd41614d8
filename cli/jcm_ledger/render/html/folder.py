"""A report as a folder of HTML pages that lead to each other by relative addresses."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256

from msgspec.structs import replace

from jcm_ledger.render.html import page, standing_alone
from jcm_ledger.render.html.place import PagePlace, nowhere
from jcm_ledger.render.outline.folder import Folder, Leaf

INDEX = "index.html"
COMMITMENTS, BODIES = "c", "b"
FOLDERS = (COMMITMENTS, BODIES)

MARK = '<meta name="generator" content="jcm report --pages">'
"""What stands in every page of a folder, so that they are known again."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._")
_MOST_BYTES = 100
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps for devices, whatever follows their first dot."""


def pages(content: Folder) -> Iterator[tuple[str, str]]:
    """Yield the path of each page within the folder, its parts parted by `/`, and the page."""
    commitments = _files(COMMITMENTS, content.commitments)
    bodies = _files(BODIES, content.bodies)
    alone = standing_alone(content.report)
    beside = PagePlace(
        say=alone.say,
        commitment=_within(commitments, "../"),
        body=_within(bodies, "../"),
        marked=True,
        unspelled={},
    )
    for leaf in content.commitments:
        back = alone.commitment(leaf.id)
        yield commitments[leaf.id], _leaf(leaf, beside, back)
    table = f"#{alone.table}" if alone.table else ""
    for leaf in content.bodies:
        yield bodies[leaf.id], _leaf(leaf, beside, "", table)
    yield INDEX, page(content.report, _first(alone, commitments, bodies))


def _first(
    alone: PagePlace, commitments: Mapping[str, str], bodies: Mapping[str, str]
) -> PagePlace:
    """Return the place of the report, which leads to its own dossiers, if it has them."""
    own = _within(commitments, "")
    return replace(
        alone,
        commitment=own if alone.commitment is nowhere else alone.commitment,
        body=_within(bodies, ""),
        of_its_own=own,
        marked=True,
    )


def _leaf(leaf: Leaf, beside: PagePlace, back: str, table: str = "") -> str:
    place = replace(
        beside,
        table_elsewhere=f"../{INDEX}{table}" if table else "",
        home=f"../{INDEX}{back}",
        unspelled=dict(leaf.outline.acronyms),
    )
    return page(leaf.outline, place)


def _within(files: Mapping[str, str], up: str) -> Callable[[str], str]:
    return lambda name: f"{up}{files[name]}" if name in files else ""


def _files(folder: str, leaves: Iterable[Leaf]) -> dict[str, str]:
    """Return the path of each page by its id; of ids that differ in case alone, numbered ones."""
    files: dict[str, str] = {}
    taken: set[str] = set()
    for leaf in leaves:
        name, number = file_name(leaf.id), 1
        while (file := name if number == 1 else f"{name}~~{number}").lower() in taken:
            number += 1
        taken.add(file.lower())
        files[leaf.id] = f"{folder}/{file}.html"
    return files


def file_name(id_: str) -> str:
    """Return an id as the name of a file on any system, without its suffix.

    What is not of ASCII is written as `~` and its bytes in UTF-8: systems keep it in different
    forms. A name that Windows keeps for itself gets a `~` in front, and a long one is cut.
    """
    name = "".join(c if c in _PLAIN else f"~{c.encode().hex()}" for c in id_)
    if name.lower().split(".")[0] in _DEVICES:
        name = f"~{name}"
    if len(name) > _MOST_BYTES:
        name = f"{name[: _MOST_BYTES - 20]}~{sha256(id_.encode()).hexdigest()[:16]}"
    return name
