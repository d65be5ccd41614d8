"""A ledger's bytes as text: byte-order mark, newline style, conflict markers."""

from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.store.text import (
    OURS,
    NotUtf8Error,
    between_markers,
    byte_order_mark,
    conflicts,
    decode,
    is_marker,
    newline,
    resolved,
    with_newlines,
)


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff")))
def test_what_is_decoded_is_the_bytes_again(text: str) -> None:
    """With the byte-order mark that was left out put before it, and its newlines untouched."""
    for data in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
        assert decode(data) == text
        assert byte_order_mark(data) + decode(data).encode() == data


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"a = 1\nb = \xe9\n", 2, "byte 0xe9 is not UTF-8"),
        ("a = 1\n".encode("utf-16"), 1, "UTF-16"),
        ("a = 1\n".encode("utf-16-be"), 1, "UTF-16"),
    ],
)
def test_what_is_no_utf8_is_told_with_its_line(data: bytes, line: int, reason: str) -> None:
    """And what it is, where that can be told."""
    with pytest.raises(NotUtf8Error, match=reason) as refusal:
        decode(data)
    assert refusal.value.line == line


def test_the_first_line_tells_the_newline_style() -> None:
    """A file without a newline counts as one of line feeds."""
    assert newline(b"a\r\nb\n") == "\r\n"
    assert newline(b"a\nb\r\n") == newline(b"a") == newline(b"") == "\n"
    assert with_newlines("a\r\nb\n", "\r\n") == "a\r\nb\r\n"
    assert with_newlines("a\r\nb\n", "\n") == "a\nb\n"


LINES = st.lists(st.sampled_from(["a", "b", "< c", "== d", ""]), max_size=3).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@given(LINES, LINES, LINES, LINES, st.integers(7, 12), st.sampled_from(["\n", "\r\n"]))
def test_what_was_put_between_markers_is_found_again(  # noqa: PLR0913, PLR0917 - drawn
    before: str, one: str, two: str, after: str, length: int, style: str
) -> None:
    """Whatever their length and the newlines; choosing a side gives that side's lines."""
    sides = [with_newlines(text, style) for text in (before, one, two, after)]
    before, one, two, after = sides
    text = before + between_markers(one, two, length=length, style=style) + after
    (conflict,) = conflicts(text)
    assert (conflict.ours, conflict.theirs, conflict.label) == (one, two, OURS)
    assert text[: conflict.start] == before
    assert text[conflict.end :] == after
    assert resolved(text, attrgetter("theirs")) == before + two + after
    assert resolved(text, lambda _conflict: "") == before + after


def test_the_common_state_between_markers_is_no_sides() -> None:
    """As git writes it with merge.conflictStyle = diff3."""
    text = "<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> x\n"
    (conflict,) = conflicts(text)
    assert (conflict.ours, conflict.theirs) == ("a\n", "c\n")


@pytest.mark.parametrize(
    "text",
    [
        "=======\n>>>>>>> x\n",
        "<<<<<<< x\n=======\n",
        "<<<<<<< x\n>>>>>>> y\n",
        "<<<<<<<x\n=======\n",
    ],
)
def test_markers_that_are_not_all_there_are_no_conflict(text: str) -> None:
    """A line of equals signs is a heading as well."""
    assert list(conflicts(text)) == []


def test_many_markers_are_looked_through_once() -> None:
    """A file of nothing else takes no longer than its size has it."""
    assert not list(conflicts("<<<<<<< x\n" * 100_000 + "=======\n" * 100_000))


@pytest.mark.parametrize("line", ["<<<<<<< x", "=======", ">>>>>>>>> y\r", "||||||| z\n"])
def test_any_marker_is_one(line: str) -> None:
    """Of seven signs or more, alone or with a label; not what merely begins with them."""
    assert is_marker(line)
    assert not is_marker(line[0] * 6 + "\n")
    assert not is_marker(line[0] * 7 + "x")
