"""This module reads a text file that a person chose, or raises an error that says what to do."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from engine.spec.errors import EngineError, Shown, Text

_NO_ANSWER = (
    errno.EIO,
    errno.ENXIO,
    errno.ENODEV,
    errno.ETIMEDOUT,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
    errno.ENETUNREACH,
    errno.ENOTCONN,
    errno.ESTALE,
)


def path_of(place: object) -> Path:
    """`place` as a path. Raises EngineError for what names no file."""
    if not isinstance(place, str | os.PathLike):
        raise EngineError("A file is named by a text or a path; got {place}.", place=Shown(place))
    return Path(place)


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file of at most `limit` bytes; EngineError, naming the file, for anything else."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a folder, a pipe or a device, which could last for ever
            raise EngineError("{file} is not a file; choose a file.", file=path.name)
        with path.open("rb") as file:
            size = max(status.st_size, os.fstat(file.fileno()).st_size)  # a larger one may have come into its place
            if size > limit:
                raise EngineError(
                    "{file} holds {size:,.0f} MB, the limit is {limit:,.0f} MB; choose a smaller file.",
                    file=path.name,
                    size=size / 1e6,
                    limit=limit / 1e6,
                )
            return file.read(min(size + 1, limit))  # more would set aside as much memory
    except FileNotFoundError:
        raise EngineError(
            "{file} was not found in {folder}; check the name and the folder.", file=path.name, folder=path.parent
        ) from None
    except (OSError, ValueError) as error:
        if isinstance(error, EngineError):
            raise
        raise EngineError(
            "{file} cannot be read: {reason}. Check the file and its permissions.",
            file=path.name,
            reason=reason_of(error),
        ) from error


def decode(raw: bytes, name: str) -> str:
    """UTF-8 text, with or without a byte order mark; EngineError, naming line and column, for anything else."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise EngineError("{file} is written in UTF-16; save it as UTF-8 and open it again.", file=name)
    zero = raw.find(b"\0")
    if zero >= 0:
        raise EngineError(
            "{file}, line {line}, character {column}: this is no text but a binary file; choose a text file.",
            file=name,
            **_place(raw, zero),
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        raise EngineError(
            "{file}, line {line}, character {column}: the byte {byte:#04x} is not UTF-8; save the file as UTF-8.",
            file=name,
            **_place(raw, error.start),
            byte=byte,
        ) from None


def reason_of(error: OSError | ValueError | RuntimeError) -> Text:
    """Why the system refused a file, in words."""
    known = {
        errno.ENOENT: Text("the folder does not exist"),
        errno.EACCES: Text("permission denied"),
        errno.EPERM: Text("permission denied"),
        errno.ENOSPC: Text("no space left on the disk"),
        errno.EDQUOT: Text("your share of the disk is full"),
        errno.EROFS: Text("the disk is read-only"),
        errno.EISDIR: Text("this is a folder"),
        errno.ENOTDIR: Text("a part of the path is no folder"),
        errno.ENAMETOOLONG: Text("the name is too long"),
        errno.EBUSY: Text("another program uses it"),
        errno.EFBIG: Text("the file would be larger than the system allows"),
        errno.ELOOP: Text("the link leads in a circle"),
        **dict.fromkeys(_NO_ANSWER, Text("the disk or the network drive does not answer properly")),
        errno.EMFILE: Text("too many files are open"),
        errno.ENFILE: Text("too many files are open"),
        errno.EINVAL: Text("no file can have this name"),
    }
    if isinstance(error, RuntimeError):  # Path.resolve, before Python 3.13
        return known[errno.ELOOP]
    if not isinstance(error, OSError):
        return Text("no file can have this name")
    number = error.errno or 0
    return known.get(number) or Text("the system refuses it, by its error {number}", number=number)


def is_full(error: Exception) -> bool:
    """Whether there is no room on the disk, or none for this user."""
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


def _place(raw: bytes, position: int) -> dict[str, int]:
    line_start = raw.rfind(b"\n", 0, position) + 1
    column = len(raw[line_start:position].decode("utf-8", errors="replace")) + 1
    return {"line": raw.count(b"\n", 0, position) + 1, "column": column}
