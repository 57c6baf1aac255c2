"""Work kept between savings: equal to the bit when read back, and whole whatever happens while it is written."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path

import pytest

from engine.project import autosave
from engine.project.demos import demo
from engine.spec.errors import EngineError
from tests.helpers.programs import started

KILLED_WRITER = """
import itertools, sys
from pathlib import Path
from engine.project import autosave
from engine.project.demos import demo
projects = [demo("moons"), demo("xor")]
for number in itertools.count():
    autosave.keep(Path(sys.argv[1]), projects[number % 2], None, float(number), None)
    print(number, flush=True)
"""


def test_what_is_read_back_is_what_was_kept(tmp_path: Path) -> None:
    place, path = tmp_path / "a.work", tmp_path / "网络 1.perceptra"
    autosave.keep(place, demo("moons"), path, 1234.5, (1, 2))
    note = autosave.read_note(place)
    assert (note.path, note.when, note.file_state) == (str(path), 1234.5, (1, 2))
    assert autosave.read_project(place) == demo("moons")


def test_a_project_opened_by_a_relative_name_is_found_from_anywhere(tmp_path: Path) -> None:
    autosave.keep(tmp_path / "a.work", demo("moons"), Path("a.perceptra"), 1.0, None)
    assert autosave.read_note(tmp_path / "a.work").path == str(Path.cwd() / "a.perceptra")


@pytest.mark.parametrize("content", [b"", b"{", b"{}\n{}", b"[" * 50_000, b"\xff\xfe", b'{"format": "x"}\n'])
def test_what_holds_no_work_is_refused(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "a.work"
    place.write_bytes(content)
    with pytest.raises(EngineError, match=r"a\.work"):
        autosave.read_note(place)
    with pytest.raises(EngineError, match=r"a\.work"):
        autosave.read_project(place)


def test_a_full_disk_leaves_what_was_kept_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.work"
    autosave.keep(place, demo("moons"), None, 1.0, None)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineError) as told:
        autosave.keep(place, demo("xor"), None, 2.0, None)
    assert str(told.value) == (
        f"Work cannot be kept in {tmp_path}: no space left on the disk. "
        "Make room on that disk, or save the project on another one."
    )
    assert autosave.read_project(place) == demo("moons")
    assert [path.name for path in tmp_path.iterdir()] == ["a.work"]


def test_a_folder_that_takes_no_work_is_named_and_not_to_be_chosen_anew(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as told:
        autosave.keep(tmp_path / "gone" / "a.work", demo("xor"), None, 2.0, None)
    assert str(told.value) == (
        f"Work cannot be kept in {tmp_path / 'gone'}: the folder does not exist. "
        "Perceptra must be allowed to write there; else save often."
    )


@pytest.mark.skipif(os.name != "posix", reason="kill −9 is of POSIX systems")
def test_a_process_killed_while_writing_leaves_a_whole_file(tmp_path: Path) -> None:
    place = tmp_path / "a.work"
    known = {0: demo("moons"), 1: demo("xor")}
    for repeat in range(4):
        with started([sys.executable, "-c", KILLED_WRITER, str(place)]) as writer:
            assert writer.stdout is not None
            done = [int(writer.stdout.readline()) for _ in range(2 + 3 * repeat)]
            os.kill(writer.pid, signal.SIGKILL)  # in the middle of whichever writing goes on
            writer.wait()
        number = int(autosave.read_note(place).when)
        assert number >= done[-1]
        assert autosave.read_project(place) == known[number % 2]
