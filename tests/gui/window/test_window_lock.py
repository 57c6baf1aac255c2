"""A lock on a disk that knows no locks of the system: only its text tells whether somebody holds it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from gui.window.files import window_lock
from gui.window.files.window_lock import WindowLock

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere a held file cannot be removed")


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A lock file that the system lets nobody remove, as on a disk without locks."""

    def unsupported(_file: object, _operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    holder = WindowLock(tmp_path / "a.lock")
    assert holder.take()
    monkeypatch.setattr(window_lock.fcntl, "flock", unsupported)
    yield tmp_path / "a.lock"
    holder.release()


@pytest.mark.parametrize("text", ["", "nonsense", "7\npython3.11\nanother-computer\n"])
def test_a_text_that_names_no_process_of_this_computer_counts_for_nothing(held: Path, text: str) -> None:
    held.write_text(text)
    lock = WindowLock(held)
    assert lock.take()
    assert lock.holder == (os.getpid(), QSysInfo.machineHostName())
    lock.release()


def test_a_living_process_of_this_computer_keeps_its_lock(held: Path) -> None:
    lock = WindowLock(held)
    assert not lock.take()
    assert lock.is_anothers


def test_a_folder_in_the_place_of_a_lock_is_nobodys_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.lock").mkdir()
    lock = WindowLock(tmp_path / "a.lock")
    assert not lock.take()
    assert lock.holder is None
