"""This module stores an array in a project file as base64 of its little-endian bytes beside type and shape.

Long ones are packed first: neighbouring rows of a table often share their leading bits.
"""

from __future__ import annotations

import math
import zlib
from typing import Annotated, Literal, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray

MAX_VALUES = 12_000_000  # in one array
MAX_COLUMNS = 4096

_TYPES = {"float64": "<f8", "int64": "<i8", "bool": "|b1"}

_PACKED_FROM, _WORD = 4096, 8
"""Bytes from which an array is packed, and those of each of its values."""

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record is a part of the file; an unknown name is refused rather than lost."""


class ArrayRecord(Record, frozen=True, omit_defaults=True):
    """An array: its type, its shape and its bytes, little-endian, in C order.

    packing "planes": of each row the bits in which it differs from the row before, all first bytes of the values, then
    all second ones and so on, by zlib.
    """

    type: Literal["float64", "int64", "bool"]
    shape: Annotated[list[Count], msgspec.Meta(min_length=1, max_length=2)]
    data: bytes
    packing: Literal["none", "planes"] = "none"


@overload
def array_record(array: FrozenArray) -> ArrayRecord: ...
@overload
def array_record(array: FrozenArray | None) -> ArrayRecord | None: ...
def array_record(array: FrozenArray | None) -> ArrayRecord | None:
    """`array` as it stands in a file; None stays None."""
    if array is None:
        return None
    values = array.array
    kind = str(values.dtype)
    if kind not in _TYPES:
        raise EngineError("An array of type {kind} has no place in a project file.", kind=kind)
    values = np.ascontiguousarray(values, _TYPES[kind])
    data, packing = values.tobytes(), "none"
    if values.nbytes >= _PACKED_FROM and values.itemsize == _WORD:
        packed = _packed(values)
        data, packing = (packed, "planes") if len(packed) < len(data) else (data, packing)
    return ArrayRecord(
        type=kind,  # type: ignore[arg-type]  # one of the three, as looked up
        shape=list(values.shape),
        data=data,
        packing=packing,  # type: ignore[arg-type]
    )


@overload
def frozen_array(record: ArrayRecord, kind: str = "float64") -> FrozenArray: ...
@overload
def frozen_array(record: ArrayRecord | None, kind: str = "float64") -> FrozenArray | None: ...
def frozen_array(record: ArrayRecord | None, kind: str = "float64") -> FrozenArray | None:
    """The array that `record` holds, which must be of type `kind`. Raises EngineError for a damaged record."""
    if record is None:
        return None
    if record.type != kind:
        raise EngineError("An array is of type {type} where {kind} is needed.", type=record.type, kind=kind)
    count = math.prod(record.shape)
    data = record.data
    if record.packing == "planes" and count <= MAX_VALUES:
        data = _unpacked(data, count, record.shape)
    if count > MAX_VALUES or max(record.shape[1:], default=0) > max(MAX_COLUMNS, len(data) // 8):
        raise EngineError("An array of shape {shape} is too large.", shape=record.shape)
    if count * np.dtype(_TYPES[kind]).itemsize != len(data):
        raise EngineError(
            "An array of shape {shape} holds {bytes} bytes, which does not fit.",
            shape=record.shape,
            bytes=len(data),
        )
    if kind == "bool" and data.strip(b"\0\1"):
        raise EngineError("A mask holds bytes other than 0 and 1.")
    return FrozenArray(np.frombuffer(data, dtype=_TYPES[kind]).reshape(record.shape), dtype=kind)


def _packed(values: NDArray[np.generic]) -> bytes:
    words = values.reshape(len(values), -1).view(np.uint64)
    changes = words.copy()
    changes[1:] ^= words[:-1]
    planes = changes.reshape(-1).view(np.uint8).reshape(-1, _WORD).T
    return zlib.compress(planes.tobytes(), 6)


def _unpacked(data: bytes, count: int, shape: list[int]) -> bytes:
    """What `_packed` was made of; too few bytes for a damaged record, never more than there should be."""
    try:
        planes = zlib.decompressobj().decompress(data, count * _WORD)
    except zlib.error:
        return b""
    if len(planes) != count * _WORD or not count:
        return planes
    words = np.frombuffer(planes, np.uint8).reshape(_WORD, -1).T.copy().view("<u8").reshape(shape[0], -1)
    return np.bitwise_xor.accumulate(words, axis=0).astype("<u8").tobytes()
