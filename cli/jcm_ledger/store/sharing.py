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
_WHAT_IT_IS = "ledgers of commitments, merged by table"


class Changed(NamedTuple):
    """What was changed: the driver in the clone's configuration, and a line in two files."""

    driver: bool
    attributes: bool
    lock: bool


def set_up(path: Path, name: str, driver: str) -> Changed:
    """Have git merge this ledger with a driver, and overlook its lock; what is so stays so.

    Raise NoGit, NotARepository, GitFailed or CannotWrite.
    """
    ledger = Tracked(path, name)
    new_driver = not ledger.holds("config", "--local", "--fixed-value", "--get", _DRIVER, driver)
    exclude, line = _exclusion(ledger)
    if new_driver:
        ledger.ask("config", "--local", f"{_SECTION}.name", _WHAT_IT_IS)
        ledger.ask("config", "--local", _DRIVER, driver)
    attribute = ledger.ask("check-attr", "-z", "merge", "--", ledger.path).split("\0")[2]
    attributes = attribute != "jcm"
    if attributes:
        target = path.resolve()
        _add_line(target.with_name(ATTRIBUTES), attribute_line(target.name))
    ignored = ledger.holds("check-ignore", "--quiet", "--", f"{ledger.path}.lock")
    if not ignored:
        _add_line(exclude, line)
    return Changed(new_driver, attributes, not ignored)


def take_down(path: Path, name: str) -> Changed:
    """Take back what `set_up` does; raise what it raises."""
    ledger = Tracked(path, name)
    exclude, line = _exclusion(ledger)
    driver = ledger.holds("config", "--local", "--get", _DRIVER)
    if driver:
        ledger.ask("config", "--local", "--remove-section", _SECTION)
    target = path.resolve()
    attributes = _remove_line(target.with_name(ATTRIBUTES), attribute_line(target.name))
    return Changed(driver, attributes, _remove_line(exclude, line))


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
