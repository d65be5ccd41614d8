"""One word, one meaning: a name of `cli/` stands for one thing, and the glossary explains it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import jcm_ledger

PACKAGE = Path(jcm_ledger.__file__).parent
ARCHITECTURE = PACKAGE.parent.parent / "docs" / "architecture.md"

NO_CLASSES = {
    "Journal": "the field `Ledger.journal`: a tuple of entries",
    "Claim": "a file; `store/claim.py` holds it",
    "Canonical form": "bytes; `store/journal.canonical` makes them",
    "View": "letters; `store/view.view_of` makes them",
    "News": "a text; `phrases.news` makes it",
}
"""Words of the glossary for which the code has no class, and what it has."""


def named(tree: ast.Module) -> Iterator[str]:
    """Yield the public classes of a module, and its aliases of types: `Line = tuple[str, str]`."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        if isinstance(node, ast.Assign) and not is_type_variable(node.value):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def is_type_variable(value: ast.expr) -> bool:
    """Return whether it is a TypeVar, whose name means something in its own module alone."""
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"


def classes() -> dict[str, list[str]]:
    """Return the modules that define each class or alias, by its name."""
    found = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in named(ast.parse(path.read_text(encoding="utf-8"))):
            if re.fullmatch(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*", name):
                found[name].append(path.relative_to(PACKAGE).as_posix())
    return found


def glossary() -> set[str]:
    """Return the words in the first column of the glossary; a row may explain several."""
    section = ARCHITECTURE.read_text(encoding="utf-8").partition("\n## Words\n")[2]
    rows = re.findall(r"^\| (?!word |-)([^|]+) \|", section, re.MULTILINE)
    return {word.strip() for row in rows for word in re.split(r", or |,", row)}


def test_a_class_name_stands_for_one_thing() -> None:
    """Whoever searches for a class finds one, and a reader need not ask which is meant."""
    assert {name: places for name, places in classes().items() if len(places) > 1} == {}


def test_the_glossary_explains_words_of_the_code() -> None:
    """Each word is the name of a class, or the code has it in another form, which is said here."""
    words = {word[0].upper() + word[1:] for word in glossary()}
    assert len(words) > 30
    assert words - set(classes()) == set(NO_CLASSES)
