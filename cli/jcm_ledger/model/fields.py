"""The types of the fields of the model."""

from types import NoneType
from typing import Union, get_args


def without_none(kind: object) -> object:
    """Return the type of a field without the None that says it may be left out."""
    kinds = get_args(kind)
    if NoneType not in kinds:
        return kind
    return Union[tuple(each for each in kinds if each is not NoneType)]  # noqa: UP007 - of a list
