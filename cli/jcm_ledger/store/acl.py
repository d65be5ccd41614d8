"""A POSIX access control list, as Linux keeps it in an attribute of a file: acl(5)."""

import struct

NAME = "system.posix_acl_access"

_VERSION = struct.Struct("<I")
_ENTRY = struct.Struct("<HHI")  # tag, rights, id
_OWNER, _USER, _OWNING_GROUP, _GROUP, _OTHERS = 0x01, 0x02, 0x04, 0x08, 0x20
_NOBODY = 0xFFFFFFFF  # the id of an entry that needs none

Rights = dict[tuple[int, int], int]
"""Rights by tag and id."""


def for_others(acl: bytes, before: tuple[int, int], after: tuple[int, int]) -> bytes:
    """Return the list with which a file of another owner and group is accessed as before.

    `before` and `after` are owner and group. Who it belonged to is named in the list, and the group
    it belongs to now may do no more than everybody.
    """
    entries: Rights = {
        (tag, number): rights for tag, rights, number in _ENTRY.iter_unpack(acl[_VERSION.size :])
    }
    if after[0] != before[0]:
        entries.setdefault((_USER, before[0]), entries[_OWNER, _NOBODY])
    if after[1] != before[1]:
        entries.setdefault((_GROUP, before[1]), entries[_OWNING_GROUP, _NOBODY])
        entries[_OWNING_GROUP, _NOBODY] &= entries[_OTHERS, _NOBODY]
    return acl[: _VERSION.size] + b"".join(
        _ENTRY.pack(tag, rights, number) for (tag, number), rights in sorted(entries.items())
    )
