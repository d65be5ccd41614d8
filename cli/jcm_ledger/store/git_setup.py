"""What a clone has to be told once, so that git merges its ledger by table."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.errors.git import Overridden
from jcm_ledger.store.git import Tracked
from jcm_ledger.store.source import behind_links
from jcm_ledger.store.transaction import Transaction, transaction, what_stands

ATTRIBUTES = ".gitattributes"
_SECTION = "merge.jcm"
_DRIVER = f"{_SECTION}.driver"
_OVERRIDES = ".git/info/attributes"
_GIVEN = re.compile(rb"^[ \t]*[^# \t\r\n].*[ \t]merge=jcm[ \t\r]*(?:[ \t].*)?$", re.MULTILINE)
_WHAT_IT_IS = "ledgers of commitments, merged by table"
_BY_TABLE = "jcm"
_NO_LINK = "put a file in its place"


class Settings(NamedTuple):
    """Which settings were changed: the driver in the clone's configuration, a line in two files."""

    driver: bool
    attributes: bool
    lock: bool


class TakenDown(NamedTuple):
    """What was changed, and whose .gitattributes still names the driver, so that it stays."""

    changed: Settings
    in_use: str


def set_up(path: Path, name: str, driver: str) -> Settings:
    """Have git merge this ledger with a driver, and overlook its lock; what is set already stays.

    Raise NoGit, NotARepository, GitFailed, CannotWrite, or Overridden where git would merge it in
    another way all the same; then nothing was changed.
    """
    ledger = Tracked(path, name)
    ledger.need_own_configuration()
    exclude, line = _exclusion(ledger)
    file, given = _attribution(path)
    with transaction() as work:
        attributes = _merge_attribute(ledger) != _BY_TABLE and _put_last(work, file, given)
        if (merge := _merge_attribute(ledger)) != _BY_TABLE:
            raise Overridden(name, merge)
        ignored = ledger.holds("check-ignore", "--quiet", "--", f"./{ledger.path}.lock")
        if not ignored:
            _add_line(work, exclude, line)
        new_driver = _name_driver(work, ledger, driver)
    return Settings(new_driver, attributes, not ignored)


def take_down(path: Path, name: str) -> TakenDown:
    """Undo `set_up`, but keep the driver if git merges other files with it.

    Raise what `set_up` raises, except Overridden.
    """
    ledger = Tracked(path, name)
    ledger.need_own_configuration()
    exclude, line = _exclusion(ledger)
    file, given = _attribution(path)
    with transaction() as work:
        attributes = _remove_line(work, file, given)
        lock = _remove_line(work, exclude, line)
        driver = ledger.holds("config", "--local", "--get", _DRIVER)
        in_use = _in_use(ledger) if driver else ""
        if driver and not in_use:
            ledger.ask("config", "--local", "--remove-section", _SECTION)
    return TakenDown(Settings(driver and not in_use, attributes, lock), in_use)


def _name_driver(work: Transaction, ledger: Tracked, driver: str) -> bool:
    """Name the driver in the clone's configuration; return whether that is new."""
    if ledger.holds("config", "--local", "--fixed-value", "--get", _DRIVER, driver):
        return False
    for key, value in ((f"{_SECTION}.name", _WHAT_IT_IS), (_DRIVER, driver)):
        work.undo_by("git's configuration of this clone", _setting_again(ledger, key))
        ledger.ask("config", "--local", key, value)
    return True


def _setting_again(ledger: Tracked, key: str) -> Callable[[], None]:
    """Return a function that gives a key of the clone's configuration its present value back."""
    had = ledger.holds("config", "--local", "--get", key)
    value = ledger.ask("config", "--local", "--get", key) if had else ""

    def undo() -> None:
        if had:
            ledger.ask("config", "--local", key, value)
        elif ledger.holds("config", "--local", "--get", key):
            ledger.ask("config", "--local", "--unset-all", key)

    return undo


def _merge_attribute(ledger: Tracked) -> str:
    return ledger.ask("check-attr", "-z", "merge", "--", ledger.path).split("\0")[2]


def _in_use(ledger: Tracked) -> str:
    """Return a file that gives some path to the driver, "" if none does."""
    anywhere = f":(top,glob)**/{ATTRIBUTES}"
    wanted = ("--cached", "--others", "--exclude-standard")
    found = ledger.ask("ls-files", "-z", *wanted, "--", anywhere).split("\0")
    overrides = ledger.folder / ledger.ask("rev-parse", "--git-path", "info/attributes")
    files = {name: ledger.folder / name for name in sorted(set(found) - {""})}
    for name, file in (files | {_OVERRIDES: behind_links(overrides)}).items():
        with suppress(CannotWrite):  # git, too, ignores a link or an unreadable file
            if _GIVEN.search(what_stands(file, name) or b""):
                return name
    return ""


def _attribution(path: Path) -> tuple[Path, str]:
    """Return the .gitattributes beside a ledger, and the line that gives it to the driver.

    Raise CannotWrite if it is no file, before git is asked: git would wait on a pipe.
    """
    target = behind_links(path)
    file = target.with_name(ATTRIBUTES)
    what_stands(file, _shown(file), _NO_LINK)
    return file, attribute_line(target.name)


def attribute_line(file: str) -> str:
    """Return the line of .gitattributes that gives a file to the driver.

    Git takes * ? [ and a leading ! of a pattern for more than they are, and reads a pattern in
    quotes as C does.
    """
    pattern = re.sub(r"([*?\[\\]|^!)", r"\\\1", file)
    if not pattern.isprintable() or re.search(r'[ "]|^#', pattern):
        pattern = '"{}"'.format("".join(map(_in_quotes, pattern)))
    return f"{pattern} merge={_BY_TABLE}"


def _in_quotes(character: str) -> str:
    """Return a character as git reads it between quotes: as it is, escaped, or by its bytes."""
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(character))


def _exclusion(ledger: Tracked) -> tuple[Path, str]:
    """Return the clone's own list of files to overlook, and the line that names the lock.

    Such a line knows no quotes: ? stands for the end of a line. Raise what `_attribution` raises.
    """
    exclude = ledger.folder / ledger.ask("rev-parse", "--git-path", "info/exclude")
    what_stands(exclude, _shown(exclude), _NO_LINK)
    whole = ledger.ask("rev-parse", "--show-prefix") + ledger.path
    pattern = re.sub(r"[\r\n]", "?", re.sub(r"([*?\[\\])", r"\\\1", whole))
    return exclude, f"/{pattern}.lock"


def _add_line(work: Transaction, file: Path, line: str) -> None:
    old = what_stands(file, _shown(file), _NO_LINK)
    if old is None:
        work.make_folder(file.parent, _shown(file))
        work.create(file, os.fsencode(f"{line}\n"), _shown(file))
        return
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    gap = newline if old and not old.endswith(b"\n") else b""
    work.replace(file, old + gap + os.fsencode(line) + newline, _shown(file), old=old)


def _put_last(work: Transaction, file: Path, line: str) -> bool:
    """Make the line the last that is not blank, and the only such; return whether that is new."""
    old = what_stands(file, _shown(file), _NO_LINK) or b""
    if old.splitlines()[-1:] == [os.fsencode(line)]:
        return False
    _remove_line(work, file, line)
    _add_line(work, file, line)
    return True


def _remove_line(work: Transaction, file: Path, line: str) -> bool:
    """Take the line away, and the file with it if that was all; return whether it was there."""
    old = what_stands(file, _shown(file), _NO_LINK) or b""
    lines = old.splitlines(keepends=True)
    left = [each for each in lines if each.rstrip(b"\r\n") != os.fsencode(line)]
    if len(left) == len(lines):
        return False
    if left:
        work.replace(file, b"".join(left), _shown(file), old=old)
    else:
        work.remove(file, _shown(file), old=old)
    return True


def _shown(file: Path) -> str:
    """Return what a file is called in errors: its path from the current folder."""
    return os.path.relpath(file)
