"""Files that go with a report, for a medium that can hold them."""

from collections.abc import Callable

from msgspec import Struct

from jcm_ledger.render.outline.blocks import Block, Section
from jcm_ledger.render.phrases import Phrases

MOST_COMMITMENTS = 1000
"""Of how many commitments a report holds the data; those of more make a page too large to open."""


class Attachment(Struct, frozen=True, kw_only=True):
    """A file under its name, of a media type (RFC 6838); `make` returns its bytes when asked."""

    name: str
    label: str
    media_type: str
    make: Callable[[], bytes]


class Attachments(Block, frozen=True, kw_only=True):
    """The files, and what they are; without any, `told` says why."""

    told: str
    files: tuple[Attachment, ...]


def attached(files: tuple[Attachment, ...], commitments: int, say: Phrases) -> Section:
    """Return the section with the data of a report of so many commitments."""
    if commitments > MOST_COMMITMENTS:
        block = Attachments(told=say.attachments.too_many(commitments), files=())
    else:
        block = Attachments(told=say.attachments.DATA, files=files)
    return Section(key="data", title=say.attachments.TITLE, blocks=(block,))
