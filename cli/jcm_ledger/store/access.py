"""Who may do what with a file, given to the file that takes its place: as much, or less."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from jcm_ledger.store import acl

_NOT_TO_BE_HAD = frozenset(
    {
        errno.EPERM,
        errno.EACCES,
        errno.EINVAL,
        errno.ENOSYS,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        getattr(errno, "ENODATA", errno.EINVAL),
        errno.E2BIG,
        errno.ERANGE,
    }
)
"""What a file system answers that keeps no owners, modes or attributes, or not for this user."""

_ACL = "system."  # system.posix_acl_access, system.nfs4_acl
_CARRIED = (_ACL, "user.", "security.selinux")
_OWNERS = 0o700


class Access(Struct, frozen=True):
    """Owner, group and mode of a file, and its ACL and other extended attributes by name."""

    owner: int
    group: int
    mode: int
    attributes: dict[str, bytes]

    @property
    def at_first(self) -> int:
        """The mode of a new file until group and ACL are set: what everybody may do anyway."""
        return self.mode & _OWNERS if self.acl else _for_all(self.mode)

    @property
    def acl(self) -> dict[str, bytes]:
        """The attributes that say who may do what."""
        return _acl(self.attributes)


def access_of(path: Path) -> Access:
    """Return the access to a file; raise OSError."""
    status = path.stat()
    return Access(status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode), _attributes(path))


def give(descriptor: int, access: Access) -> None:
    """Give an open file of ours the access, as far as the system lets us; raise OSError.

    What cannot be given is left out. Without the owner or the group, an ACL names them, and without
    an ACL their rights shrink to what everybody may do; an ACL that cannot be given leaves the
    owner alone with the file.
    """
    if os.name != "posix":
        return
    for owner, group in ((-1, access.group), (access.owner, -1)):
        with _if_to_be_had():
            os.fchown(descriptor, owner, group)
    status = os.fstat(descriptor)
    attributes = dict(access.attributes)
    if listed := attributes.get(acl.NAME):
        belonged, belongs = (access.owner, access.group), (status.st_uid, status.st_gid)
        attributes[acl.NAME] = acl.for_others(listed, belonged, belongs)
    mode = access.mode if listed else _mode(status, access)
    if not _give_attributes(descriptor, attributes):
        mode &= _OWNERS
    with _if_to_be_had():
        os.fchmod(descriptor, mode)


def _mode(status: os.stat_result, access: Access) -> int:
    """Return the mode for a file that may not have got the owner or the group."""
    mode = access.mode
    if status.st_gid != access.group:
        mode = _for_all(mode)
    if status.st_uid != access.owner:  # who was the owner is now one of the group or of the others
        mode &= ~0o077 | (mode & _OWNERS) >> 3 | (mode & _OWNERS) >> 6
    return mode


def _for_all(mode: int) -> int:
    """Return a mode in which the group and the others may do what both may do in this one."""
    shared = mode >> 3 & mode & 0o7
    return mode & ~0o077 | shared << 3 | shared


def _attributes(file: Path | int) -> dict[str, bytes]:
    """Return the extended attributes that go along with a file."""
    found: dict[str, bytes] = {}
    if hasattr(os, "listxattr"):  # Linux has extended attributes
        with _if_to_be_had():
            for name in os.listxattr(file):
                if name.startswith(_CARRIED):
                    with _if_to_be_had():
                        found[name] = os.getxattr(file, name)
    return found


def _give_attributes(descriptor: int, wanted: dict[str, bytes]) -> bool:
    """Give a file these attributes and no other ACL; return whether its ACL is as wanted."""
    if not hasattr(os, "setxattr"):
        return True
    before = _attributes(descriptor)
    for name in before.keys() - wanted.keys():  # such as a default ACL of the folder
        with _if_to_be_had():
            os.removexattr(descriptor, name)
    for name, value in wanted.items():
        if before.get(name) != value:
            with _if_to_be_had():
                os.setxattr(descriptor, name, value)
    after = _attributes(descriptor) if before != wanted else before
    return _acl(after) == _acl(wanted)


def _acl(attributes: dict[str, bytes]) -> dict[str, bytes]:
    return {name: value for name, value in attributes.items() if name.startswith(_ACL)}


@contextmanager
def _if_to_be_had() -> Iterator[None]:
    """Suppress the OSError of a file system that lacks a feature; raise any other."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_TO_BE_HAD:
            raise
