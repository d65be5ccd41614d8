"""Write docs/phrases.md: every phrase in both languages, for whoever translates or corrects them.

With --check, write nothing and exit with 1 if the page is not what would be written.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from jcm_ledger.render.phrases.japanese.messages import BY_TRADE
from jcm_ledger.render.safe import markdown

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "phrases.md"
PHRASES = ROOT / "cli" / "jcm_ledger" / "render" / "phrases"

HEAD = """\
# Phrases in both languages

Everything that jcm says to people, in English and in Japanese, in the order of its files. It is
generated: `python scripts/phrases_doc.py` writes it, and a test fails when it is out of date.

To correct a phrase, say which line and what it should be; whoever can change code finds it in the
file that the heading names. What stands in {braces} is a value that is put in: the id of a
commitment, a number, a date. A phrase that is chosen among several, such as one for one thing and
one for many, has them one after the other, with a stroke between. {…} is a value that has no name.

The first part has what the [conversation](#conversation) says: errors, hints, questions, help. The
second has the [phrases of pages](#pages): lists, reports, letters, calendars.
"""


def main() -> int:
    """Write the page, or compare it; return the exit code."""
    current = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == current
        if not same:
            sys.stderr.write(f"docs/{PAGE.name} is out of date: run scripts/phrases_doc.py\n")
        return 0 if same else 1
    PAGE.write_text(current, encoding="utf-8", newline="\n")
    return 0


def page() -> str:
    """Return the page."""
    parts = [HEAD, "## Conversation\n"]
    for trade, pairs in BY_TRADE.items():
        said = [(_without_kinds(english), japanese) for english, japanese in pairs]
        parts.append(_table(f"### {trade}", ("English", "Japanese"), said))
    parts.append("## Pages\n")
    common = _phrases(PHRASES / "english" / "days.py") | _phrases(PHRASES / "english" / "words.py")
    for file in sorted((PHRASES / "japanese").glob("[a-z]*.py")):
        english = PHRASES / "english" / file.name
        japanese = _phrases(file)
        same = {name: phrase for name, phrase in common.items() if name in japanese}
        if rows := [*_beside(_phrases(english) if english.exists() else same, japanese)]:
            heads = ("Phrase", "What it says", "English", "Japanese")
            parts.append(_table(f"### {_title(file)}", heads, rows))
    return "\n".join(parts)


def _title(file: Path) -> str:
    """Return what the phrases of a file are for, by its first line, and its name."""
    return f"{file.stem}.py: {_first_line(ast.parse(file.read_text(encoding='utf-8')))}"


def _without_kinds(english: str) -> str:
    """Return a sentence of the conversation with the names of its values alone: {name}."""
    return re.sub(r"\{(\w+):\w+\}", r"{\1}", english)


Phrase = tuple[str, str]
"""What a phrase says, in English, and its texts in one language."""


def _beside(
    english: dict[str, Phrase], japanese: dict[str, Phrase]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield the phrases of both files by their names."""
    for name in dict.fromkeys([*english, *japanese]):
        what = (english.get(name) or japanese[name])[0]
        texts = (english.get(name, ("", ""))[1], japanese.get(name, ("", ""))[1])
        if any(texts):
            yield name, what, texts[0] or _word(name), texts[1]


def _word(name: str) -> str:
    """Return the English of a word of the data by the name of its row: "due soon"."""
    _table, _, word = name.partition(": ")
    kind, _, member = word.partition(".")
    return member.lower().replace("_", " ") if kind.isalpha() else ""


def _phrases(file: Path) -> dict[str, Phrase]:
    """Return the phrases of a file by their names: methods, constants and words of tables."""
    found: dict[str, Phrase] = {}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in tree.body:
        for part in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(part, ast.FunctionDef):
                found[part.name] = _first_line(part), _texts(part.body)
            elif isinstance(part, (ast.Assign, ast.AnnAssign)) and part.value is not None:
                target = part.targets[0] if isinstance(part, ast.Assign) else part.target
                found |= dict(_constants(ast.unparse(target), part.value))
    return found


def _constants(name: str, value: ast.expr) -> Iterator[tuple[str, Phrase]]:
    """Yield a constant, or each word of a table of words, with its texts."""
    if isinstance(value, ast.Dict):
        for key, word in zip(value.keys, value.values, strict=True):
            if key is not None:
                yield f"{name}: {ast.unparse(key)}", ("", _texts([word]))
    else:
        yield name, ("", _texts([value]))


def _first_line(node: ast.Module | ast.FunctionDef) -> str:
    return (ast.get_docstring(node) or "").partition("\n")[0]


def _texts(nodes: Iterable[ast.AST]) -> str:
    """Return the texts in a phrase, docstrings left out, with a stroke between."""
    found: list[str] = []
    for node in nodes:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        found += [] if is_docstring else _texts_in(node)
    return " | ".join(dict.fromkeys(text for text in found if re.search(r"[^\W\d_]", text)))


def _texts_in(node: ast.AST) -> Iterator[str]:
    """Yield the texts in a piece of code, each with its values in braces."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            f"{{{_name(part.value)}}}" if isinstance(part, ast.FormattedValue) else str(part.value)
            for part in node.values
            if isinstance(part, (ast.FormattedValue, ast.Constant))
        )
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _texts_in(part.value)
    elif not isinstance(node, ast.Subscript):  # its text is a key
        for child in ast.iter_child_nodes(node):
            yield from _texts_in(child)


def _name(value: ast.expr) -> str:
    """Return the name of a value that is put into a text, as short as it is clear."""
    match value:
        case ast.Name():
            return value.id
        case ast.Attribute():
            return value.attr
        case ast.Call():
            return _name(value.func)
    return "…"


def _table(heading: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table under a heading."""
    lines = [list(heads), *([_cell(text) for text in row] for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    drawn = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return f"{heading}\n\n{drawn}"


def _cell(text: str) -> str:
    """Return a text as a cell, on one line, and nothing in it markup."""
    return markdown(text.replace("\n", " ⏎ "))


if __name__ == "__main__":
    sys.exit(main())
