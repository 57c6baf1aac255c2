"""A file is written wholly or not at all, whatever the disk does, and nothing half-written stays about."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.files import atomic_write
from engine.files.atomic_write import remove_left_overs, write_atomically
from engine.spec.errors import EngineError

ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="locks and limits of POSIX systems")

BEFORE, AFTER = b"what was there before", b"what is to come"
LIMITED = """
import resource, signal, sys
from pathlib import Path
from engine.spec.errors import EngineError
from engine.files.atomic_write import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 100_000)
except EngineError as error:
    print(error)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "网络 net.perceptra"
    path.write_bytes(BEFORE)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(EngineError) as caught:
        write_atomically(path, AFTER)
    return str(caught.value)


class FailingFile:
    """A file whose `write` or `flush` fails, as on a disk that is full."""

    def __init__(self, file: Any, method: str, number: int) -> None:
        self._file, self._method, self._number = file, method, number

    def __getattr__(self, name: str) -> Any:
        if name != self._method:
            return getattr(self._file, name)
        self._file.write(AFTER[:5])

        def fail(*_arguments: object) -> None:
            raise OSError(self._number, os.strerror(self._number))

        return fail

    def __enter__(self) -> FailingFile:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


@pytest.mark.parametrize("step", ["open", "write", "flush", "fsync", "copymode", "replace"])
@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "no space left on the disk"),
        (errno.EDQUOT, "your share of the disk is full"),
        (errno.EACCES, "permission denied"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "does not answer properly"),
        (errno.EBUSY, "another program uses it"),
        (errno.ENOENT, "the folder does not exist"),
    ],
)
def test_whatever_fails_the_former_file_stays_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, says: str
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    really_open = Path.open
    with monkeypatch.context() as patch:
        if step == "open":
            patch.setattr(Path, "open", fail)
        elif step in ("write", "flush"):
            patch.setattr(Path, "open", lambda path, mode: FailingFile(really_open(path, mode), step, number))
        else:
            patch.setattr(atomic_write.shutil if step == "copymode" else os, step, fail)
        text = refusal(file)
    assert says in text
    assert file.name in text
    assert file.read_bytes() == BEFORE
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_cannot_be_forced_to_the_disk_does_no_harm(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.fsync
    calls = []

    def refuse_folders(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(errno.EINVAL, "Invalid argument")
        really(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_atomically(file, AFTER)
    assert len(calls) == (2 if os.name == "posix" else 1)
    assert file.read_bytes() == AFTER


@posix
def test_a_limit_of_the_system_leaves_the_former_file(file: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(file)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "larger than the system allows" in told
    assert file.read_bytes() == BEFORE
    assert list(file.parent.iterdir()) == [file]


def test_a_file_marked_as_read_only_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    assert "permission denied" in refusal(file)
    assert file.read_bytes() == BEFORE
    file.chmod(0o644)
    write_atomically(file, AFTER)
    assert file.read_bytes() == AFTER


@posix
def test_links_that_lead_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    assert "could not be saved" in refusal(one)


@posix
def test_a_link_to_nothing_makes_the_file_it_points_to(tmp_path: Path) -> None:
    link, there = tmp_path / "link", tmp_path / "there"
    link.symlink_to(there)
    write_atomically(link, AFTER)
    assert link.is_symlink()
    assert there.read_bytes() == AFTER


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 255)
    write_atomically(file, AFTER)
    assert file.read_bytes() == AFTER
    assert "the name is too long" in refusal(tmp_path / ("x" * 256))


@posix
def test_what_a_killed_process_left_goes_and_what_another_writes_stays(file: Path) -> None:
    import fcntl

    mark = atomic_write._mark(file.name)
    dead, alive = (file.with_name(f".perceptra-{mark}-{word}.tmp") for word in ("dead", "alive"))
    others = file.with_name(f".perceptra-{atomic_write._mark('another file')}-dead.tmp")
    for spare in (dead, alive, others):
        spare.write_bytes(b"half")
    with alive.open("rb") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        write_atomically(file, AFTER)
        assert sorted(file.parent.iterdir()) == sorted([file, alive, others])
    write_atomically(file, BEFORE)
    assert sorted(file.parent.iterdir()) == sorted([file, others])
    remove_left_overs(file.parent)
    assert list(file.parent.iterdir()) == [file]


@posix
def test_a_spare_file_taken_for_a_left_over_is_made_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    really, tries = fcntl.flock, []

    def taken_once(handle: Any, how: int) -> None:
        tries.append(how)
        if len(tries) == 1:
            raise BlockingIOError(errno.EAGAIN, "somebody tidies up")
        really(handle, how)

    monkeypatch.setattr(fcntl, "flock", taken_once)
    write_atomically(file, AFTER)
    assert file.read_bytes() == AFTER
    assert len(tries) == 2
