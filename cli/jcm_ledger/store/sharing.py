"""What a clone has to be told once, so that git merges its ledger by table."""

import re
from pathlib import Path
from typing import NamedTuple

from jcm_ledger.errors import CannotWrite
from jcm_ledger.store.files import create_file, replace_file
from jcm_ledger.store.git import Tracked

ATTRIBUTES = ".gitattributes"
_SECTION = "merge.jcm"
_DRIVER = f"{_SECTION}.driver"
_OVERRIDES = ".git/info/attributes"
_GIVEN = re.compile(rb"^[ \t]*[^# \t\r\n].*[ \t]merge=jcm[ \t\r]*(?:[ \t].*)?$", re.MULTILINE)
_WHAT_IT_IS = "ledgers of commitments, merged by table"


class Changed(NamedTuple):
    """What was changed: the driver in the clone's configuration, and a line in two files."""

    driver: bool
    attributes: bool
    lock: bool


class SetUp(NamedTuple):
    """What was changed, and how git merges the ledger now: "jcm", unless something overrides."""

    changed: Changed
    merge: str


class TakenDown(NamedTuple):
    """What was changed, and whose .gitattributes still names the driver, so that it stays."""

    changed: Changed
    in_use: str


def set_up(path: Path, name: str, driver: str) -> SetUp:
    """Have git merge this ledger with a driver, and overlook its lock; what is so stays so.

    Raise NoGit, NotARepository, GitFailed or CannotWrite.
    """
    ledger = Tracked(path, name)
    ledger.need_own_configuration()
    new_driver = not ledger.holds("config", "--local", "--fixed-value", "--get", _DRIVER, driver)
    exclude, line = _exclusion(ledger)
    if new_driver:
        ledger.ask("config", "--local", f"{_SECTION}.name", _WHAT_IT_IS)
        ledger.ask("config", "--local", _DRIVER, driver)
    target = path.resolve()
    attributes = _merge_attribute(ledger) != "jcm" and _put_last(
        target.with_name(ATTRIBUTES), attribute_line(target.name)
    )
    ignored = ledger.holds("check-ignore", "--quiet", "--", f"{ledger.path}.lock")
    if not ignored:
        _add_line(exclude, line)
    return SetUp(Changed(new_driver, attributes, not ignored), _merge_attribute(ledger))


def take_down(path: Path, name: str) -> TakenDown:
    """Take back what `set_up` does, but the driver if git merges others with it.

    Raise what `set_up` raises.
    """
    ledger = Tracked(path, name)
    ledger.need_own_configuration()
    exclude, line = _exclusion(ledger)
    target = path.resolve()
    attributes = _remove_line(target.with_name(ATTRIBUTES), attribute_line(target.name))
    driver = ledger.holds("config", "--local", "--get", _DRIVER)
    in_use = _in_use(ledger) if driver else ""
    if driver and not in_use:
        ledger.ask("config", "--local", "--remove-section", _SECTION)
    changed = Changed(driver and not in_use, attributes, _remove_line(exclude, line))
    return TakenDown(changed, in_use)


def _merge_attribute(ledger: Tracked) -> str:
    return ledger.ask("check-attr", "-z", "merge", "--", ledger.path).split("\0")[2]


def _in_use(ledger: Tracked) -> str:
    """Return a file that gives some path to the driver, "" if none does."""
    anywhere = f":(top,glob)**/{ATTRIBUTES}"
    wanted = ("--cached", "--others", "--exclude-standard")
    found = ledger.ask("ls-files", "-z", *wanted, "--", anywhere).split("\0")
    for name in (*sorted(set(found) - {""}), _OVERRIDES):
        overrides = ledger.ask("rev-parse", "--git-path", "info/attributes")
        file = ledger.folder / (overrides if name == _OVERRIDES else name)
        if file.is_file() and _GIVEN.search(file.read_bytes()):
            return name
    return ""


def attribute_line(file: str) -> str:
    """Return the line of .gitattributes that gives a file to the driver."""
    pattern = re.sub(r"([*?\[\\])", r"\\\1", file)
    if re.search(r'[\s"]|^[#!]', pattern):
        pattern = '"{}"'.format(pattern.replace("\\", "\\\\").replace('"', '\\"'))
    return f"{pattern} merge=jcm"


def _exclusion(ledger: Tracked) -> tuple[Path, str]:
    """Return the clone's own list of files to overlook, and the line that names the lock."""
    exclude = ledger.folder / ledger.ask("rev-parse", "--git-path", "info/exclude")
    whole = ledger.ask("rev-parse", "--show-prefix") + ledger.path
    return exclude, "/" + re.sub(r"([*?\[\\])", r"\\\1", whole) + ".lock"


def _add_line(file: Path, line: str) -> None:
    if not file.exists():
        create_file(file, f"{line}\n".encode(), str(file), hint="")
        return
    old = file.read_bytes()
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    gap = newline if old and not old.endswith(b"\n") else b""
    _replace(file, old, old + gap + line.encode() + newline)


def _put_last(file: Path, line: str) -> bool:
    """Have the line as the last that says anything, once; return whether that is new."""
    old = file.read_bytes() if file.exists() else b""
    if old.splitlines()[-1:] == [line.encode()]:
        return False
    _remove_line(file, line)
    _add_line(file, line)
    return True


def _remove_line(file: Path, line: str) -> bool:
    """Take the line away, and the file with it if that was all; return whether it was there."""
    old = file.read_bytes() if file.exists() else b""
    lines = old.splitlines(keepends=True)
    left = [each for each in lines if each.rstrip(b"\r\n") != line.encode()]
    if len(left) == len(lines):
        return False
    if left:
        _replace(file, old, b"".join(left))
    else:
        file.unlink()
    return True


def _replace(file: Path, old: bytes, new: bytes) -> None:
    if not replace_file(file, new, str(file), expected=old):
        raise CannotWrite(str(file), "another program changed it meanwhile", "try again")
