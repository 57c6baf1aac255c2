"""This module reads NumPy archives (.npz) from unknown sources: plain arrays only, none larger than its bytes."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.files.archive import ArchiveError, parts_of, unpacked

Array = NDArray[np.generic]

_ENDING = ".npy"
_KINDS = "biufUSc"  # no objects, which only pickle could bring, no records, no dates
_LONGEST_TEXT = 10_000  # bytes of one cell


def read_npz_arrays(raw: bytes, file: str, limit: int) -> dict[str, Array]:
    """The arrays in `raw`, by name, read-only.

    Raises EngineError like `parts_of`, ArchiveError where something in it is no plain array. Nothing is executed.
    """
    return {
        name.removesuffix(_ENDING): _array(raw, part)
        for name, part in parts_of(raw, file, limit).items()
        if name.endswith(_ENDING)
    }


def read_plain_arrays(raw: bytes, file: str, limit: int) -> tuple[dict[str, Array], tuple[str, ...]]:
    """Like `read_npz_arrays`, with arrays of records; what holds no numbers or short texts is named beside them."""
    arrays: dict[str, Array] = {}
    others = []
    for name, part in parts_of(raw, file, limit).items():
        if not name.endswith(_ENDING):
            continue
        try:
            arrays[name.removesuffix(_ENDING)] = _made(unpacked(raw, part), part.file_size, takes_records=True)
        except NotPlainError:
            others.append(name.removesuffix(_ENDING))
    return arrays, tuple(others)


def read_npy_array(raw: bytes) -> Array:
    """The array in the bytes of an .npy file, perhaps of records. Raises ArchiveError where it is no plain array."""
    return _made(iter((raw,)), len(raw), takes_records=True)


class NotPlainError(ArchiveError):
    """An array is whole, but holds objects or dates, not plain numbers or texts."""


def _array(raw: bytes, part: zipfile.ZipInfo) -> Array:
    return _made(unpacked(raw, part), part.file_size)


def _made(chunks: Iterator[bytes], size: int, takes_records: bool = False) -> Array:
    """The array in some chunks of `size` bytes together."""
    first = next(chunks, b"")  # the header stands in it, and tells whether the rest is worth unpacking
    shape, is_fortran, dtype, begin = _header(first)
    fields = [dtype[name] for name in dtype.names or ()] if takes_records else []
    if not all(_is_plain(part) for part in fields or [dtype]):
        raise NotPlainError("an array does not hold plain numbers or short texts")
    if any(length < 0 for length in shape) or math.prod(shape) * dtype.itemsize != size - begin:
        raise ArchiveError("an array is not as long as its shape says")
    content = b"".join((first[begin:], *chunks))
    values = np.frombuffer(content, dtype) if content else np.empty(0, dtype)
    for texts in [values[name] for name in dtype.names or ()] or [values]:
        if texts.dtype.kind == "U" and not _is_unicode(np.ascontiguousarray(texts)):
            raise ArchiveError("an array holds characters that there are none of")
    return values.reshape(shape, order="F" if is_fortran else "C")


def _is_plain(dtype: np.dtype[Any]) -> bool:
    return dtype.kind in _KINDS and 0 < dtype.itemsize <= 4 * _LONGEST_TEXT


def _is_unicode(values: Array) -> bool:
    """Whether texts, which NumPy takes over unseen, can be made of these code points."""
    codes = values.view(np.dtype(np.uint32).newbyteorder(values.dtype.byteorder))
    return not ((codes > 0x10FFFF) | ((codes >= 0xD800) & (codes < 0xE000))).any()


def _header(first: bytes) -> tuple[tuple[int, ...], bool, np.dtype[Any], int]:
    """Shape, whether the columns stand one after the other, type, and where the values begin."""
    readers = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
    stream = io.BytesIO(first)
    try:
        shape, is_fortran, dtype = readers[np.lib.format.read_magic(stream)](stream)
    except Exception as error:  # a header is text that NumPy parses; it raises what its parser does
        raise ArchiveError("an array says in no known way what it holds") from error
    return shape, is_fortran, dtype, stream.tell()
