"""This module checks a zip archive (.npz, .xlsx) from an unknown source before it unpacks anything.

What a part unpacks to is bound by what the archive says of it, and that is bound by a limit.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from engine.spec.errors import EngineError

MOST_PARTS = 2_000
_ENTRY_MARK, _LOCAL_MARK, _LOCAL_BYTES = b"PK\x01\x02", b"PK\x03\x04", 30
_CHUNK = 1_000_000


class ArchiveError(ValueError):
    """The bytes are no archive, or the archive holds other things than it says."""


def parts_of(raw: bytes, file: str, limit: int) -> dict[str, zipfile.ZipInfo]:
    """What lies in the archive `raw`, by name.

    Raises EngineError where that unpacks to more than `limit` bytes in all, ArchiveError where it is no archive.
    """
    if raw.count(_ENTRY_MARK) > MOST_PARTS:  # before an object is made for each of them
        raise EngineError("{file} holds more than {limit:,} parts; choose another file.", file=file, limit=MOST_PARTS)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except Exception as error:  # zipfile raises a dozen kinds for damaged files
        raise ArchiveError("this is no zip archive, or a damaged one") from error
    total = sum(part.file_size for part in parts)
    if total > limit:
        raise EngineError(
            "{file} unpacks to {size:,.0f} MB, the limit is {limit:,.0f} MB; choose a smaller file.",
            file=file,
            size=total / 1e6,
            limit=limit / 1e6,
        )
    return {part.filename: part for part in parts}


def unpacked(raw: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The contents of `part` of the archive `raw`, a chunk at a time.

    Raises ArchiveError where they are not as long as the archive says:
    zipfile itself unpacks first and measures afterwards, which a part that lies about its size makes use of.
    """
    packed = _packed(raw, part)
    if part.compress_type == zipfile.ZIP_STORED:
        if len(packed) != part.file_size:
            raise ArchiveError("a part is not as long as it says")
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise ArchiveError("a part is packed in an unusual way")
    yield from _inflated(packed, part.file_size)


def _packed(raw: bytes, part: zipfile.ZipInfo) -> memoryview:
    at = part.header_offset
    if part.flag_bits & 1 or raw[at : at + 4] != _LOCAL_MARK or len(raw) < at + _LOCAL_BYTES:
        raise ArchiveError("a part is encrypted or damaged")
    names = int.from_bytes(raw[at + 26 : at + 28], "little") + int.from_bytes(raw[at + 28 : at + 30], "little")
    begin = at + _LOCAL_BYTES + names
    return memoryview(raw)[begin : begin + part.compress_size]


def _inflated(packed: memoryview, size: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    done, rest = 0, bytes(packed)
    try:
        while not unpacker.eof:
            chunk = unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
            done += len(chunk)
            if done > size or not (chunk or unpacker.eof):
                break
            yield chunk
    except zlib.error as error:
        raise ArchiveError("a part cannot be unpacked") from error
    if done != size or not unpacker.eof:
        raise ArchiveError("a part is not as long as it says")
