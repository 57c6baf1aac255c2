"""This module holds what belongs to one window, by a lock file that counts only while that window lives."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

from PySide6.QtCore import QLockFile

try:
    import fcntl
except ImportError:  # Windows, where the file of a living window cannot be removed anyway
    fcntl = None  # type: ignore[assignment]


class WindowLock:
    """A lock file at `path`. What it says of its holder may be old or cut off; the system knows whether one lives.

    A living holder keeps the file itself locked. Where the disk knows no such locks, a text that names no process of
    this computer counts for nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = QLockFile(str(path))
        self._lock.setStaleLockTime(0)  # however long it is held

    @property
    def is_held(self) -> bool:
        """Whether this window holds it."""
        return self._lock.isLocked()

    @property
    def is_anothers(self) -> bool:
        """Whether the last `take` failed because of another window, not because of the folder."""
        return self._lock.error() == QLockFile.LockError.LockFailedError

    @property
    def holder(self) -> tuple[int, str] | None:
        """Process and computer of the other window; None where the lock does not tell."""
        found: object = self._lock.getLockInfo()  # the stubs do not know that it is a tuple
        if not isinstance(found, tuple) or len(found) != 3 or not found[0]:
            return None
        return int(found[0]), str(found[1])

    def take(self) -> bool:
        """Hold it from now on; False while another window does, or where no lock can be made."""
        return self._lock.tryLock(0) or (self.is_anothers and self._removed_stale() and self._lock.tryLock(0))

    def release(self) -> None:
        """Let go; nothing where it is not held."""
        self._lock.unlock()

    def _removed_stale(self) -> bool:
        if self._lock.removeStaleLockFile():  # the system refuses it while somebody holds the file
            return True
        if self._disk_knows_locks() or self._names_this_computer():
            return False
        with contextlib.suppress(OSError):
            self._path.unlink()
        return not self._path.exists()

    def _disk_knows_locks(self) -> bool:
        if fcntl is None:
            return True
        try:
            with self._path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except PermissionError:  # another user's, who may live; one's own that cannot be read is damaged
            return self._path.stat().st_uid != os.getuid()
        except OSError:
            return False
        return True

    def _names_this_computer(self) -> bool:
        return self.holder is not None and self.holder[1] == socket.gethostname()
