"""A draft after somebody went through it."""

import re

QUOTE = '"'


def reviewed(draft: str) -> str:
    """Return a draft as somebody leaves it: a title in each table, and the meeting completed."""
    titled = re.sub(
        r"^(\[commitment\.(\S+)\].*)$",
        lambda head: f'{head[1]}\ntitle = "Our {head[2].strip(QUOTE).replace("-", " ")}"',
        draft,
        flags=re.MULTILINE,
    )
    forward = re.sub(
        r"^# (\[meeting\..*\])\n# (.*)\n# (.*)$",
        r"\1\n\2\n\3\nheld = 2023-11-07",
        titled,
        flags=re.MULTILINE,
    )
    assert titled != draft
    return forward
