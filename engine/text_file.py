"""Read a text file that a person chose: whatever it is, either its text or a sentence that says what to do."""

from __future__ import annotations

import stat
from pathlib import Path

from engine.errors import EngineError


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file of at most `limit` bytes; EngineError, naming the file, for anything else."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a folder, a pipe or a device, which could last for ever
            raise EngineError(f"{path.name} is not a file; choose a file.")
        if status.st_size > limit:
            raise EngineError(
                f"{path.name} holds {status.st_size / 1e6:,.0f} MB, the limit is {limit / 1e6:,.0f} MB;"
                " choose a smaller file."
            )
        with path.open("rb") as file:
            return file.read(limit + 1)[:limit]
    except FileNotFoundError:
        raise EngineError(f"{path.name} was not found in {path.parent}; check the name and the folder.") from None
    except (OSError, ValueError) as error:
        if isinstance(error, EngineError):
            raise
        reason = getattr(error, "strerror", None) or error
        raise EngineError(f"{path.name} cannot be read: {reason}. Check the file and its permissions.") from error


def decode(raw: bytes, name: str) -> str:
    """UTF-8 text, with or without a byte order mark; EngineError, naming line and column, for anything else."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise EngineError(f"{name} is written in UTF-16; save it as UTF-8 and open it again.")
    zero = raw.find(b"\0")
    if zero >= 0:
        raise EngineError(f"{name}, {_place(raw, zero)}: this is no text but a binary file; choose a text file.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        raise EngineError(
            f"{name}, {_place(raw, error.start)}: the byte {byte:#04x} is not UTF-8; save the file as UTF-8."
        ) from None


def _place(raw: bytes, position: int) -> str:
    line_start = raw.rfind(b"\n", 0, position) + 1
    column = len(raw[line_start:position].decode("utf-8", errors="replace")) + 1
    line = raw.count(b"\n", 0, position) + 1
    return f"line {line}, character {column}"
