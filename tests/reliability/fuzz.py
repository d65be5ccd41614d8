"""Damaged and hostile bytes for the reader: the same for the same seed."""

import random
import time
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from examples import SECOND, SHIPPED
from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.model.ledger import Entry
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.whole import check
from jcm_ledger.store.drafts import with_entries
from jcm_ledger.store.reading import examine, parse
from jcm_ledger.store.writing import Current

DAY = date(2026, 11, 23)
SLOW_SECONDS = 2.0

GROUNDS = (SECOND.encode(), SHIPPED.read_bytes(), SECOND.replace("\n", "\r\n").encode(), b"")

VALUES = (
    "0", "-1", "1_000", "0xffffffffffffffffffff", f"0x{'f' * 6000}", "9" * 5000, "1e999", "nan",
    "-inf", "true", '""', "''", '"\\u202e"', '"\\u0000"', '"""\n[[progress]]\n"""', "'''\n]]\n'''",
    "[]", "[[]]", "[1, 'a', {}]", "{}", "{ a = { b = 1 } }", "2024-06-30", "2024-02-30",
    "0000-00-00", "9999-12-31", "2024-06-30T12:00:00Z", "12:00:00", '"2024-H1"', '"2024-H9"',
    '"9999"', '"0001"', '"9999-12-31/0001"', '"jcm-12"', '"oc-3"', '["HAV"]', '["", ""]',
    '["=1+1", "javascript:alert(1)"]', '"\\"\\\\"', '"🧑‍💻"', '"\\uD7FF\\uE000"', "[" * 200, "{a=" * 200,
)  # fmt: skip
SNIPPETS = (
    "[[progress]]\n", "[progress]\n", "[progress.x]\n", "progress = []\n", "progress.x = 1\n",
    "[committee]\n", "[commitment.x]\n", '[commitment."../x"]\n', "[commitment]\n", "[meeting.m]\n",
    "[organisation.O]\n", "[__class__]\n", "[commitment.__class__]\n", "['']\n", "[a.b.c.d]\n",
    'commitment = "krill-survey"\n', "owners = 1\n", "deadline = 2024\n", "supersedes = 'x'\n",
    "# comment\n", "\r", "\r\n", "\n\n", "\t", "\0", "\ufeff", "\x1b[31m", '"', "'", '"""', "'''",
    "=", ".", "[", "]", "{", "}", ",", "#", "\\",
)  # fmt: skip


class Tally(Struct):
    """What came of a run of inputs: how many, how many were ledgers, and the slowest."""

    inputs: int = 0
    ledgers: int = 0
    slowest: float = 0.0


def run(seed: str, inputs: int) -> Tally:
    """Read so many inputs; an exception, or one slower than two seconds, fails with its seed."""
    tally = Tally()
    for number in range(inputs):
        data = make(f"{seed}-{number}")
        started = time.perf_counter()
        try:
            tally.ledgers += drive(data)
        except Exception as error:
            raise AssertionError(f"seed {seed}-{number}: {error!r}\n{data!r}") from error
        took = time.perf_counter() - started
        tally.slowest = max(tally.slowest, took)
        tally.inputs += 1
        assert took < SLOW_SECONDS, f"seed {seed}-{number} took {took:.1f} s\n{data!r}"
    return tally


def drive(data: bytes) -> bool:
    """Read, check and, if it is a ledger, add to it; return whether it is one."""
    reading = examine(data, "fuzz.toml")
    for finding in reading.findings:
        str(finding).encode()
    if reading.ledger is not None:
        known = Circumstances(DAY, lambda _name: False)
        reading.place(check(reading.ledger, known))
    if reading.ledger is None or reading.problems:
        return False
    entry = Entry(commitment=next(iter(reading.ledger.commitments), "x"), date=DAY, note="n")
    try:
        draft = with_entries(Current("fuzz.toml", data, reading.ledger), [entry])
    except CannotWrite:  # a journal that nothing can follow
        return True
    if reading.ledger.commitments:
        assert parse(draft.data, "fuzz.toml") == draft.meant, "an entry does not read back"
    return True


def make(seed: str) -> bytes:
    """Return a ledger with one to six things done to it."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    data = chance.choice(GROUNDS)
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(MUTATIONS)(data, chance)
    return data


def _replace_value(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    places = [number for number, line in enumerate(lines) if b"=" in line]
    if places:
        place = chance.choice(places)
        key = lines[place].partition(b"=")[0]
        lines[place] = key + b"= " + chance.choice(VALUES).encode()
    return b"\n".join(lines)


def _insert_snippet(data: bytes, chance: random.Random) -> bytes:
    place = chance.choice([chance.randint(0, len(data)), *_line_starts(data, chance)])
    return data[:place] + chance.choice(SNIPPETS).encode() + data[place:]


def _delete(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(1, 40) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.randint(1, 400)]
    place = chance.randint(0, len(data))
    return data[:place] + piece + data[place:]


def _drop_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _move_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _change_byte(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return bytes([chance.randrange(256)])
    place = chance.randrange(len(data))
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _line_starts(data: bytes, chance: random.Random) -> Iterator[int]:
    place = data.find(b"\n", chance.randint(0, len(data)))
    yield place + 1


MUTATIONS = (
    _replace_value, _replace_value, _insert_snippet, _insert_snippet, _delete, _double,
    _drop_line, _move_line, _change_byte, _cut,
)  # fmt: skip
