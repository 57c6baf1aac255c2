"""This module stores an array in a project file as base64 of its little-endian bytes beside type and shape."""

from __future__ import annotations

import math
from typing import Annotated, Literal

import msgspec
import numpy as np

from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray

MAX_VALUES = 12_000_000  # in one array
MAX_COLUMNS = 4096

_TYPES = {"float64": "<f8", "int64": "<i8", "bool": "|b1"}

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record is a part of the file; an unknown name is refused rather than lost."""


class ArrayRecord(Record, frozen=True):
    """An array: its type, its shape and its bytes, little-endian, in C order."""

    type: Literal["float64", "int64", "bool"]
    shape: Annotated[list[Count], msgspec.Meta(min_length=1, max_length=2)]
    data: bytes


def array_record(array: FrozenArray | None) -> ArrayRecord | None:
    """`array` as it stands in a file; None stays None."""
    if array is None:
        return None
    values = array.array
    kind = str(values.dtype)
    if kind not in _TYPES:
        raise EngineError("An array of type {kind} has no place in a project file.", kind=kind)
    return ArrayRecord(
        type=kind,  # type: ignore[arg-type]  # one of the three, as looked up
        shape=list(values.shape),
        data=values.astype(_TYPES[kind]).tobytes(),
    )


def frozen_array(record: ArrayRecord | None, kind: str) -> FrozenArray | None:
    """The array that `record` holds, which must be of type `kind`. Raises EngineError for a damaged record."""
    if record is None:
        return None
    if record.type != kind:
        raise EngineError("An array is of type {type} where {kind} is needed.", type=record.type, kind=kind)
    count = math.prod(record.shape)
    if count > MAX_VALUES or max(record.shape[1:], default=0) > max(MAX_COLUMNS, len(record.data) // 8):
        raise EngineError("An array of shape {shape} is too large.", shape=record.shape)
    if count * np.dtype(_TYPES[kind]).itemsize != len(record.data):
        raise EngineError(
            "An array of shape {shape} holds {bytes} bytes, which does not fit.",
            shape=record.shape,
            bytes=len(record.data),
        )
    if kind == "bool" and record.data.strip(b"\0\1"):
        raise EngineError("A mask holds bytes other than 0 and 1.")
    return FrozenArray(np.frombuffer(record.data, dtype=_TYPES[kind]).reshape(record.shape), dtype=kind)
