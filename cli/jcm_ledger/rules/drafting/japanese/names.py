"""Names in Japanese texts: a run of Chinese characters and katakana."""

import re

_NAME = re.compile(
    r"[\u3005\u30a0-\u30ff\u3400-\u9fff\u30fb][\u3005\u30a0-\u30ff\u3400-\u9fff\u30fb]*$"
)


def name_at_end(text: str) -> str:
    """Return the name with which a text ends, "" if it ends with none."""
    match = _NAME.search(text)
    return match[0] if match and len(match[0]) > 1 else ""
