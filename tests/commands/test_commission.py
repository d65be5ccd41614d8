"""jcm commission: who is asked is told, and three files are written for each, or none at all."""

import re
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from conftest import Jcm, Result
from examples import SHIPPED
from jcm_ledger.commands import clock
from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.store import transaction

ASKED = ("--reply-by", "2026-12-11", "--as-of", "2026-11-25")
FORTY = Path(__file__).parent.parent / "ledgers" / "forty.toml"


@pytest.fixture
def commission(jcm: Jcm, tmp_path: Path) -> Jcm:
    """Return what runs the command on the ledger of fourteen bodies, into the folder `round`."""

    def run(*arguments: object, folder: bool = True) -> Result:
        to = ("-o", tmp_path / "round") if folder else ()
        return jcm("--ledger", FORTY, "commission", *ASKED, *to, *arguments)

    return run


def files(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(path.name for path in (folder / "round").iterdir())


def test_each_body_gets_a_form_a_text_and_a_draft(commission: Jcm, tmp_path: Path) -> None:
    """The names say for whom and of which day; the draft has the very form attached."""
    assert commission("--owner", "METI").code == 0
    stem = "JCM-return-METI-2026-11-25"
    assert files(tmp_path) == [f"{stem}.eml", f"{stem}.txt", f"{stem}.xlsx"]
    folder = tmp_path / "round"
    form = (folder / f"{stem}.xlsx").read_bytes()
    message = message_from_bytes((folder / f"{stem}.eml").read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == form
    assert load_workbook(BytesIO(form)).sheetnames == ["回答様式", "記入要領"]


def test_a_text_is_for_the_editors_of_windows(commission: Jcm, tmp_path: Path) -> None:
    """They tell UTF-8 by its mark, and end lines with two characters."""
    commission("--owner", "METI")
    text = (tmp_path / "round" / "JCM-return-METI-2026-11-25.txt").read_bytes()
    assert text.startswith("\ufeff宛先：".encode())
    assert text.count(b"\n") == text.count(b"\r\n") > 10


def test_all_bodies_with_open_commitments_are_asked(commission: Jcm, tmp_path: Path) -> None:
    """Fourteen of them, and the output says who is asked for what."""
    done = commission()
    assert done.code == 0
    assert len(files(tmp_path)) == 3 * 14
    lines = done.out.splitlines()
    meti = lines.index("METI: 6 commitments, 1 past the deadline; in Japanese")
    assert lines[meti + 1].startswith("  semiconductor-talks, matching-events, ")
    assert f"Wrote 42 files to {tmp_path / 'round'}." in lines
    assert "Each .eml opens as a draft in classic Outlook for Windows." in lines[-1]
    assert "paste the .txt into a new mail and attach the .xlsx" in lines[-1]


def test_a_body_without_a_contact_is_named(jcm: Jcm, ledger_file: Path, tmp_path: Path) -> None:
    """Its mail has nobody to go to; that of the others has."""
    text = ledger_file.read_text(encoding="utf-8")
    old = "[organisation.HAV]\n"
    assert old in text
    ledger_file.write_text(text.replace(old, f'{old}contact = "h@av.example"\n'), encoding="utf-8")
    done = jcm("--ledger", ledger_file, "commission", *ASKED, "-o", tmp_path / "round")
    assert "HAV: 2 commitments, 1 past the deadline; in English, to h@av.example" in done.out
    assert "no contact of MFA and SUB" in done.err
    read = {
        name: (tmp_path / "round" / f"JCM-return-{name}-2026-11-25.eml").read_bytes()
        for name in ("HAV", "SUB")
    }
    assert b"\r\nTo: h@av.example\r\n" in read["HAV"]
    assert b"\r\nTo:" not in read["SUB"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Return", "How to fill in"]),
        ("ja", ["回答様式", "記入要領"]),
        ("both", ["Return 回答様式", "How to fill in 記入要領"]),
    ],
)
def test_the_language_may_be_chosen(
    commission: Jcm, tmp_path: Path, language: str, names: list[str]
) -> None:
    """For all who are asked; by default it is that of their side."""
    commission("--owner", "METI", "--lang", language)
    form = tmp_path / "round" / "JCM-return-METI-2026-11-25.xlsx"
    assert load_workbook(form).sheetnames == names


def test_a_dry_run_writes_nothing(commission: Jcm, tmp_path: Path) -> None:
    """It tells who would be asked for what, with or without a folder."""
    for folder in (True, False):
        done = commission("--dry-run", "--side", "Japan", folder=folder)
        assert done.code == 0
        assert "JAXA: 4 commitments" in done.out
        assert "DSIT" not in done.out.replace("DSIT, ", "")
        assert "Nothing was written. This would write 24 files" in done.out
    assert not (tmp_path / "round").exists()


def test_the_same_request_writes_the_same_bytes(commission: Jcm, jcm: Jcm, tmp_path: Path) -> None:
    """Of each file: whoever runs it twice can compare."""
    commission("--owner", "DSIT")
    again = ("--ledger", FORTY, "commission", *ASKED, "--owner", "DSIT", "-o", tmp_path / "again")
    assert jcm(*again).code == 0
    for name in files(tmp_path):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "round" / name).read_bytes()


def test_no_file_is_written_over_and_none_beside_it(commission: Jcm, tmp_path: Path) -> None:
    """One that is there keeps all the others from being written, and stays as it is."""
    folder = tmp_path / "round"
    folder.mkdir()
    mine = folder / "JCM-return-METI-2026-11-25.txt"
    mine.write_text("mine")
    done = commission()
    assert done.code == 3
    assert "JCM-return-METI-2026-11-25.txt exists already and was left as it is" in done.err
    assert "hint: name another folder" in done.err
    assert files(tmp_path) == [mine.name]
    assert mine.read_text() == "mine"


def test_a_folder_that_is_made_is_taken_back(
    commission: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a later file cannot be written, neither folder nor files are left."""
    real: Any = transaction.create_file  # type: ignore[attr-defined]
    written = []

    def sometimes(path: Path, *rest: object, **more: object) -> object:
        if path.name.endswith("JAXA-2026-11-25.eml"):
            raise CannotWrite(str(path), "no space left on device")
        written.append(path)
        return real(path, *rest, **more)

    monkeypatch.setattr(transaction, "create_file", sometimes)
    assert commission().code == 3
    assert len(written) == 41
    assert not (tmp_path / "round").exists()


def test_a_file_in_the_place_of_the_folder_is_left(commission: Jcm, tmp_path: Path) -> None:
    """It is named, with what to do."""
    (tmp_path / "round").write_text("mine")
    done = commission()
    assert done.code == 3
    assert "is no folder" in done.err
    assert (tmp_path / "round").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--status", "completed"), "nobody would be asked: all of it is closed"),
        (("--theme", "none"), "nobody would be asked: --theme none leaves none"),
        (("--owner", "METJ"), 'unknown body "METJ"'),
    ],
)
def test_a_request_to_nobody_is_refused(
    commission: Jcm, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """And says why; nothing is written."""
    done = commission(*arguments)
    assert done.code == 3
    assert said in done.err
    assert not (tmp_path / "round").exists()


def test_a_day_to_reply_by_that_is_past_is_refused(commission: Jcm) -> None:
    """The day of issue itself is allowed."""
    refused = commission("--reply-by", "2026-11-24")
    assert refused.code == 3
    assert "nobody can reply by 2026-11-24: the commission is issued on 2026-11-25" in refused.err
    assert commission("--reply-by", "2026-11-25").code == 0


def test_a_commission_needs_a_folder(commission: Jcm) -> None:
    """It is asked for, and a way to look first is named."""
    done = commission(folder=False)
    assert done.code == 2
    assert "-o DIR" in done.err
    assert "--dry-run" in done.err


def test_it_is_issued_today(jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless another day is given; the reference and the names of files have it."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 27))
    asked = ("--reply-by", "2026-12-11", "--owner", "METI", "-o", tmp_path / "round")
    assert jcm("--ledger", FORTY, "commission", *asked).code == 0
    assert files(tmp_path)[0] == "JCM-return-METI-2026-11-27.eml"
    text = (tmp_path / "round" / "JCM-return-METI-2026-11-27.txt").read_text(encoding="utf-8-sig")
    assert "JCM-20261127-METI-" in text


def test_what_is_typed_goes_before_the_ledger(commission: Jcm, tmp_path: Path) -> None:
    """Marking, contact and sender, as in a report."""
    typed = ("--marking", "OFFICIAL", "--contact", "jcm@example.gov.uk", "--prepared-by", "Team")
    commission("--owner", "DSIT", *typed)
    text = (tmp_path / "round" / "JCM-return-DSIT-2026-11-25.txt").read_text(encoding="utf-8-sig")
    for each in ("OFFICIAL", "to return it to jcm@example.gov.uk by", "Team"):
        assert each in text


def test_the_page_about_a_round_shows_what_is_said(jcm: Jcm, tmp_path: Path) -> None:
    """Its example is what the command answers on the shipped ledger with the address it gives."""
    page = (SHIPPED.parent / "docs" / "commissions.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```console\n\$ jcm (commission .*?)\n(.*?)```", page, re.DOTALL)
    (contact,) = re.findall(r'^contact = "Int.*$', page, re.MULTILINE)
    ledger = tmp_path / "commitments.toml"
    head = "[organisation.METI]\n"
    text = SHIPPED.read_text(encoding="utf-8").replace(head, f"{head}{contact}\n")
    ledger.write_text(text, encoding="utf-8")
    answered = jcm("--ledger", ledger, *shown[0].split(), "--as-of", "2026-11-25").out.splitlines()
    lines = [line for line in shown[1].splitlines() if line != "…"]
    assert len(lines) == 5
    assert [line for line in answered if line in lines] == lines
