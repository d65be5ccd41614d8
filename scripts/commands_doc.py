"""Write docs/commands.md from the help of every command.

With --check, write nothing and exit with 1 if the page is not what would be written.
"""

import sys
from pathlib import Path

import typer

from jcm_ledger.commands import app

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
WIDTH = 80

HEAD = """\
# Commands

This page is what `jcm --help` and the help of each command print. It is generated:
`python scripts/commands_doc.py` writes it, and a test fails when it is out of date.

Three things hold for every command. The answer goes to stdout, everything else to stderr.
`--ledger` may stand before the command or after it. An id may be shortened to any beginning
that only one id has.
"""


def main() -> int:
    """Write the page, or compare it; return the exit code."""
    current = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == current
        if not same:
            sys.stderr.write(f"docs/{PAGE.name} is out of date: run scripts/commands_doc.py\n")
        return 0 if same else 1
    PAGE.write_text(current, encoding="utf-8", newline="\n")
    return 0


def page() -> str:
    """Return the page."""
    group = typer.main.get_command(app)
    context = group.make_context("jcm", [], resilient_parsing=True, terminal_width=WIDTH)
    sections = [HEAD, _section("jcm", context.get_help())]
    commands: dict[str, typer.core.TyperCommand] = getattr(group, "commands", {})
    for name, command in commands.items():
        inner = command.make_context(name, [], context, resilient_parsing=True)
        inner.terminal_width = WIDTH
        sections.append(_section(f"jcm {name}", inner.get_help()))
    return "\n".join(sections)


def _section(title: str, text: str) -> str:
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return "\n".join([f"## {title}", "", "```text", *lines, "```", ""])


if __name__ == "__main__":
    sys.exit(main())
