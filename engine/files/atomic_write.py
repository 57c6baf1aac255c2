"""This module writes files atomically: a full disk or a killed process never leaves half of one.

What is being written stands beside the file under a name of its own and is locked meanwhile. So what a killed process
has left is known from what another is still at, and is removed by the next writing to the same file.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from engine.files.text_file import is_full, reason_of
from engine.spec.errors import EngineError, Text

try:
    import fcntl
except ImportError:  # Windows, where what is open cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

_BEGIN, _END = ".perceptra-", ".tmp"


class WritingError(EngineError):
    """The system refused to write a file; `reason` and `is_full` say why, where nobody chose that file."""

    def __init__(self, sentence: Text, reason: Text, is_full: bool) -> None:
        super().__init__(sentence.template, **sentence.values)
        self.reason, self.is_full = reason, is_full


def write_atomically(path: Path, payload: bytes, unwanted: Callable[[], bool] = lambda: False) -> None:
    """Write `payload` to `path`, wholly or not at all: beside the file, forced to the disk, then put in its place.

    What is `unwanted` by then is not put in its place: a disk may take minutes to answer.
    Raises EngineError, leaving a former file as it was, where the place does not allow it.
    """
    with writing_atomically(path, unwanted) as file:
        file.write(payload)


@contextlib.contextmanager
def writing_atomically(path: Path, unwanted: Callable[[], bool] = lambda: False) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which takes the place of `path` at the end; after an exception nothing stays.

    Raises EngineError, leaving a former file as it was, where the place does not allow it.
    """
    try:
        target = path.resolve()  # a link goes on pointing to the file
        _check_target(target, path)
        remove_left_overs(target.parent, target.name)
        with _spare_beside(target) as (spare, file):
            yield file
            file.flush()
            os.fsync(file.fileno())
            if unwanted():
                return
            if target.exists():
                shutil.copymode(target, spare)
            if os.name == "nt":
                file.close()  # there, what is open cannot be moved
            os.replace(spare, target)
        _sync_folder(target.parent)
    except EngineError:
        raise
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        reason = reason_of(error)
        sentence = Text(
            "{file} could not be saved in {folder}: {reason}. Choose another folder or name.",
            file=path.name,
            folder=path.parent,
            reason=reason,
        )
        raise WritingError(sentence, reason, is_full(error)) from error


def remove_left_overs(folder: Path, name: str | None = None) -> None:
    """Remove what killed processes left half written in `folder`, all of it or what was to become the file `name`."""
    pattern = f"{_BEGIN}{'*' if name is None else _mark(name)}-*{_END}"
    try:
        found = list(folder.glob(pattern))
    except OSError:
        return
    for spare in found:
        with contextlib.suppress(OSError), spare.open("rb") as file:
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # whoever is still at it holds the lock
                spare.unlink()
        if fcntl is None:
            with contextlib.suppress(OSError):
                spare.unlink()


def _check_target(target: Path, path: Path) -> None:
    """Refuse what is no file, a device for instance, and files that are marked as not to be written."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise EngineError("{file} in {folder} is not a file; choose another name.", file=path.name, folder=path.parent)
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only")


@contextlib.contextmanager
def _spare_beside(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file in the folder of `target`, open and locked; whatever is left of it afterwards is removed."""
    while True:
        spare = target.with_name(f"{_BEGIN}{_mark(target.name)}-{secrets.token_hex(6)}{_END}")
        file = spare.open("xb")
        if _hold(file, spare):
            break
        file.close()  # taken for a left-over in the moment before it was locked: once more
    try:
        with file:
            yield spare, file
    finally:
        with contextlib.suppress(OSError):
            spare.unlink(missing_ok=True)


def _hold(file: BinaryIO, spare: Path) -> bool:
    """Lock the file that was just made; False where somebody was quicker. Where files cannot be locked, all is well."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return spare.exists()


def _mark(name: str) -> str:
    """Stands for a file's name, which may be as long as names can be."""
    return hashlib.sha256(os.fsencode(name)).hexdigest()[:12]


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be opened and forced to the disk.

    Where it does not, the file is whole and in its place all the same.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
