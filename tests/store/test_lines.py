"""Finding the line a value stands on."""

import tomli
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.store.lines import Lines, statements

TOML = '''\
# comment with [table] and key = "value"
top = 1 # trailing
[committee]
name = """
[commitment.fake]
fake = 1
"""
sides = [
  "UK", # a ] in a comment
  "[Japan]",
]
[commitment.a]
"quoted key" = 'it''s'
dotted.inner = { x = 1, y = [2] }
[[progress]]
note = "a"
[[progress]]
note = 'literal \\'
deadline = """"quoted" at both ends"""""
last = 2
[progress.more]
deep = 1
'''.replace("'it''s'", "'it is'")


def test_every_kind_of_statement_is_found_on_its_line() -> None:
    """Strings, comments and brackets that look like structure do not mislead the search."""
    lines = Lines(TOML)
    expected = {
        ("top",): 2,
        ("committee",): 3,
        ("committee", "name"): 4,
        ("committee", "sides"): 8,
        ("commitment",): 12,
        ("commitment", "a"): 12,
        ("commitment", "a", "quoted key"): 13,
        ("commitment", "a", "dotted", "inner"): 14,
        ("progress", 0): 15,
        ("progress", 0, "note"): 16,
        ("progress", 1): 17,
        ("progress", 1, "note"): 18,
        ("progress", 1, "deadline"): 19,
        ("progress", 1, "last"): 20,
        ("progress", 1, "more", "deep"): 22,
    }
    assert {where: lines.of(where) for where in expected} == expected


def test_what_is_not_there_is_found_at_the_nearest_thing_around_it() -> None:
    """A missing key is reported at its table, a missing table at the top of the file."""
    lines = Lines(TOML)
    assert lines.of(("progress", 1, "status")) == 17
    assert lines.of(("commitment", "a", "dotted", "other")) == 14
    assert lines.of(("meeting", "x")) == 1
    assert lines.of(()) == 1


def test_a_file_without_a_statement_has_one_line() -> None:
    """An empty file and one of comments do not confuse the search."""
    assert list(statements("")) == []
    assert Lines("# only a comment").of(("committee",)) == 1


KEYS = st.text("abcXYZ-_09", min_size=1, max_size=6)
STRINGS = st.text(max_size=12)


def _string(content: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08x}" if not c.isalnum() else c for c in content) + '"'


VALUES = st.one_of(
    st.integers(0, 99).map(str),
    STRINGS.filter(lambda s: s.isascii()).map(_string),
    st.just('"""multi\n[x]\nline = 1 """'),
    st.just("'''literal # [[y]]\n'''"),
    st.just('[1, # ]\n "]", [2, 3]\n]'),
    st.just('{ a = "}", b = [1] }'),
)


@given(
    drawn=st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=4), min_size=1, max_size=4),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_each_key_starts_the_line_it_is_found_on(
    drawn: dict[str, dict[str, str]], newline: str
) -> None:
    """Whatever the values hold, the line found is the one that starts with the key."""
    blocks = [
        f"[{table}]\n" + "".join(f"{key} = {value} # note\n" for key, value in keys.items())
        for table, keys in drawn.items()
    ]
    text = "\n# between\n".join(blocks).replace("\n", newline)
    tomli.loads(text)
    lines = Lines(text)
    rows = text.split("\n")
    for table, keys in drawn.items():
        assert rows[lines.of((table,)) - 1].startswith(f"[{table}]")
        for key in keys:
            assert rows[lines.of((table, key)) - 1].startswith(f"{key} = ")
