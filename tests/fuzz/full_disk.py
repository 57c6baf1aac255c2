"""A disk that is really full: a file system of a few megabytes (needs root), on which saving runs out of room."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from engine.project import autosave
from engine.project.file import project_file
from engine.spec.errors import EngineError
from tests.fuzz.kills import version

SIZE_KB = 2_048


def fill_disks() -> int:
    """The number of things that went wrong; nothing is tried where no file system can be mounted."""
    if os.name != "posix" or os.geteuid() != 0:
        print("full disk: not tried, as only root can mount one")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "disk"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k", "tmpfs", str(place)]
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
        if mounted.returncode:
            print(f"full disk: not tried, as none could be mounted ({mounted.stderr.strip()})")
            return 0
        try:
            problems = _fill(place)
        finally:
            subprocess.run(["umount", str(place)], check=False)
    for problem in problems:
        print(f"full disk: {problem}")
    print(f"full disk of {SIZE_KB} kB: {len(problems)} with harm")
    return len(problems)


def _fill(place: Path) -> list[str]:
    problems = []
    small, large = version(0, small=True), version(2)
    file, kept = place / "net.perceptra", place / "a.work"
    project_file.save(small, file)
    autosave.keep(kept, small, None, 1.0, None)
    for attempt in range(20):
        try:
            project_file.save(large, file)
            problems.append("a project larger than the disk was saved")
        except EngineError as error:
            if "no space left" not in str(error):
                problems.append(str(error))
        try:
            autosave.keep(kept, large, None, 2.0, None)
            problems.append("work larger than the disk was kept")
        except EngineError as error:
            if "no space left" not in str(error):
                problems.append(str(error))
        if project_file.load(file) != small or autosave.read_project(kept) != small:
            problems.append(f"attempt {attempt} changed the former file")
        if sorted(path.name for path in place.iterdir()) != ["a.work", "net.perceptra"]:
            problems.append(f"left behind: {[path.name for path in place.iterdir()]}")
    return problems
