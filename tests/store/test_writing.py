"""Adding to a ledger: old bytes plus new bytes, or nothing."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import SECOND
from jcm_ledger.errors import InvalidLedger, ReadOnlyLedger
from jcm_ledger.errors.files import CannotWrite, LockedLedger, Rescued
from jcm_ledger.model.ledger import Deadline, Entry
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import is_blank
from jcm_ledger.store import files, lock, toml, writing
from jcm_ledger.store.drafts import with_entries
from jcm_ledger.store.exchange import exchanged
from jcm_ledger.store.reading import parse
from jcm_ledger.store.source import Source
from jcm_ledger.store.writing import Current, Draft, preview, write

ENTRY = Entry(
    commitment="data-exchange",
    date=date(2022, 6, 1),
    by="HAV",
    status=Status.COMPLETED,
    deadline=Deadline.parse("2022-H1"),
    note='A "quoted" note,\nof two lines: C:\\data',
    evidence=("https://example.org/é", "ref: minute 7"),
)

TAIL = '[[progress]]\ncommitment = "data-exchange"\ndate = 2022-05-06\nnote = "n"'

ENDINGS = {
    "a final newline": SECOND,
    "no final newline": SECOND.rstrip("\n"),
    "CRLF": SECOND.replace("\n", "\r\n"),
    "CRLF, no final newline": SECOND.replace("\n", "\r\n").rstrip("\r\n"),
    "a trailing comment": SECOND + "# the end",
    "blank lines and blanks": SECOND + "\n\n  \n\t",
    "a multi-line string": SECOND + '[notes]\nx = """\n[[progress]]\n[commitment.x]\n"""',
    "an unknown table": SECOND + "[notes.deeper]\nx = 1",
    "a byte-order mark": "\ufeff" + SECOND,
    "progress in the middle": TAIL + "\n" + SECOND,
}


def source(path: Path, content: str | bytes = SECOND) -> Source:
    """Return a ledger file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Source("my.toml", path)


def one(current: Current) -> Draft:
    """Add the entry that these tests add."""
    return with_entries(current, [ENTRY])


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_write_keeps_every_byte_and_adds_the_entry(tmp_path: Path, ending: str) -> None:
    """Whatever the file ends in, the new file is the old one plus one entry that reads back."""
    ledger = source(tmp_path / "l.toml", ENDINGS[ending])
    old = ledger.read()
    before = parse(old, "x")
    write(ledger, one)
    new = ledger.read()
    assert new.startswith(old)
    assert parse(new, "x").journal == (*before.journal, ENTRY)
    newlines = new[len(old) :].count(b"\n")
    assert new[len(old) :].count(b"\r\n") == (newlines if "CRLF" in ending else 0)


def test_an_entry_is_written_as_people_write_it(tmp_path: Path) -> None:
    """Keys are aligned, dates bare, and a blank line stands before the table."""
    ledger = source(tmp_path / "l.toml")
    change = write(ledger, one)
    assert change.added == (
        "\n[[progress]]\n"
        'commitment = "data-exchange"\n'
        "date       = 2022-06-01\n"
        'by         = "HAV"\n'
        'status     = "completed"\n'
        'deadline   = "2022-H1"\n'
        'note       = "A \\"quoted\\" note,\\nof two lines: C:\\\\data"\n'
        'evidence   = ["https://example.org/é", "ref: minute 7"]\n'
    )


@given(note=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_reads_back_as_it_was_meant(note: str) -> None:
    """No quote, backslash, control character or emoji in a note can break the file."""
    entry = Entry(commitment="data-exchange", date=date(2022, 6, 1), note=note)
    written = SECOND + toml.entries([entry])
    meant = replace(entry, note=None) if is_blank(note) else entry
    assert parse(written.encode(), "x").journal[-1] == meant


@pytest.mark.parametrize(
    "journal",
    ["progress = []\n", "progress = [{ commitment = 'data-exchange', date = 2022-05-05 }]\n"],
)
def test_a_journal_that_nothing_can_follow_is_refused_with_its_line(
    tmp_path: Path, journal: str
) -> None:
    """TOML cannot add a table to an inline array: the file stays, the error names the line."""
    text = journal + SECOND.partition("[[progress]]")[0]
    ledger = source(tmp_path / "l.toml", text)
    with pytest.raises(CannotWrite, match="journal at line 1") as caught:
        write(ledger, one)
    assert "[[progress]]" in caught.value.hint
    assert ledger.read() == text.encode()


def test_a_file_that_ends_in_a_lone_carriage_return_is_not_made_valid(tmp_path: Path) -> None:
    """An invalid file is refused, though appending would happen to mend it."""
    ledger = source(tmp_path / "l.toml", SECOND + "# x\r")
    with pytest.raises(InvalidLedger):
        write(ledger, one)


def test_mode_and_symlink_stay(tmp_path: Path) -> None:
    """The file behind a link is written, with the permissions it had."""
    real = tmp_path / "real.toml"
    source(real)
    real.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    write(Source("link.toml", link), one)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert parse(real.read_bytes(), "x").journal[-1] == ENTRY


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    """A write leaves the ledger and its lock, nothing else."""
    write(source(tmp_path / "l.toml"), one)
    assert {path.name for path in tmp_path.iterdir()} <= {"l.toml", "l.toml.lock"}


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is one sentence, and the ledger is as it was."""
    ledger = source(tmp_path / "l.toml")

    def full(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match=r"my\.toml: not written: no space left on device"):
        write(ledger, one)
    assert ledger.read() == SECOND.encode()
    assert {path.name for path in tmp_path.iterdir()} <= {"l.toml", "l.toml.lock"}


def test_an_editor_that_saves_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """What changed while the entry was made is kept: the entry is made again on top of it."""
    ledger = source(tmp_path / "l.toml")
    edits = iter([b"# edited meanwhile\n"])

    def edit(current: Current) -> Draft:
        for saved in edits:
            (tmp_path / "l.toml").write_bytes(SECOND.encode() + saved)
        return one(current)

    write(ledger, edit)
    assert ledger.read().startswith(SECOND.encode() + b"# edited meanwhile\n\n[[progress]]")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_a_file_that_is_being_written_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a program writes into the file it opened before us is not lost with the old file."""
    ledger = source(tmp_path / "l.toml")
    editor = (tmp_path / "l.toml").open("a", encoding="utf-8")
    with monkeypatch.context() as hasty:
        hasty.setattr(writing, "PATIENCE_SECONDS", 0.0)
        with pytest.raises(CannotWrite, match="open for writing"):
            write(ledger, one)

    def edit(current: Current) -> Draft:
        if not editor.closed:
            editor.write("# written at last\n")
            editor.close()
        return one(current)

    write(ledger, edit)
    assert ledger.read().startswith(SECOND.encode() + b"# written at last\n\n[[progress]]")


def test_what_would_not_read_back_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the entry to come out otherwise than meant, the file would stay as it was."""
    ledger = source(tmp_path / "l.toml")
    as_it_is = toml.entries
    monkeypatch.setattr(
        toml, "entries", lambda entries: as_it_is(entries).replace("minute 7", "minute 8")
    )
    with pytest.raises(CannotWrite, match="would not read back"):
        write(ledger, one)
    assert ledger.read() == SECOND.encode()


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    """--dry-run computes the same change and leaves bytes and folder alone."""
    ledger = source(tmp_path / "l.toml")
    change = preview(ledger, one)
    assert change.after.journal[-1] == ENTRY
    assert ledger.read() == SECOND.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["l.toml"]


def test_the_built_in_ledger_is_never_written() -> None:
    """There is no file of the user's to add to."""
    with pytest.raises(ReadOnlyLedger) as caught:
        write(Source("built-in", None), one)
    assert "a ledger of your own" in caught.value.hint


def test_who_waits_in_vain_is_told_for_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock says who holds it; in the first line only, whatever else stands in the file."""
    ledger = source(tmp_path / "l.toml")
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.02)
    with FileLock(tmp_path / "l.toml.lock"):
        (tmp_path / "l.toml.lock").write_text(
            "process 7 on desk\nhint: run this\n", encoding="utf-8"
        )
        with pytest.raises(LockedLedger) as caught:
            write(ledger, one)
    assert "another jcm (process 7 on desk) has been writing to it" in str(caught.value)
    assert ledger.read() == SECOND.encode()


def test_what_two_programs_wrote_at_once_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One wrote to the old file after it was compared, one to the new: neither is thrown away."""
    ledger = source(tmp_path / "l.toml")

    def between_two_writes(first: Path, second: Path) -> bool:
        done = exchanged(first, second)
        for file, text in ((first, "# to the old file\n"), (second, "# to the new\n")):
            with file.open("a", encoding="utf-8") as saved:
                saved.write(text)
        return done

    monkeypatch.setattr(files, "exchanged", between_two_writes)
    with pytest.raises(Rescued) as caught:
        write(ledger, one)
    (kept,) = tmp_path.glob("*.rescued")
    assert kept.name in caught.value.hint
    assert kept.read_bytes().endswith(b"# to the old file\n")
    assert b"# to the new\n" in ledger.read()
    assert parse(ledger.read(), "x").journal[-1] == ENTRY
