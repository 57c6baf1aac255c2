"""Kill −9 in the middle of saving, again and again: what lies at the path is always one version, wholly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import numpy as np

from engine.data.datasets import DatasetSpec
from engine.project import edits
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.errors import EngineError

SAVER = """
import itertools, sys
from pathlib import Path
from tests.fuzz.kills import version
from engine import project_file
file, small = Path(sys.argv[1]), sys.argv[2] == "small"
versions = [version(number, small) for number in range(3)]
print("ready", flush=True)
for number in itertools.count():
    project_file.save(versions[number % 3], file)
"""
LONGEST_WAIT_S = 0.06  # several savings


def version(number: int, small: bool = False) -> Project:
    """One of the projects that are saved by turns, of some hundred kilobytes or a few megabytes."""
    rows = np.random.default_rng(number).normal(size=(2_000 if small else 60_000 + 9_000 * number, 3))
    spec = DatasetSpec("custom", inputs=rows[:, :2], targets=(rows[:, 2:] > 0) * 1.0)
    return edits.set_dataset(Project(), spec).project


class Saver:
    """A process that saves without end, until it is killed."""

    def __init__(self, file: Path, small: bool = False) -> None:
        command = [sys.executable, "-c", SAVER, str(file), "small" if small else "large"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).resolve().parents[2])
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    def kill(self) -> None:
        """SIGKILL, wherever it is."""
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def stop_and_look(file: Path, saver: Saver, chance: Random, known: list[Project]) -> tuple[bool, str]:
    """Kill the saver after a moment; whether that was in the middle of writing, and what is wrong afterwards."""
    time.sleep(chance.random() * LONGEST_WAIT_S)
    saver.kill()
    was_writing = len(list(file.parent.iterdir())) > 1
    try:
        found = project_file.load(file)
    except EngineError as error:
        return was_writing, str(error)
    if found not in known:
        return was_writing, "the file holds none of the versions"
    project_file.save(known[0], file)  # the next saving tidies up
    left = [path.name for path in file.parent.iterdir() if path != file]
    return was_writing, f"left behind: {left}" if left else ""


def kill_savings(kills: int, seed: int) -> int:
    """The number of killings after which something was wrong."""
    chance, found, writing = Random(seed), 0, 0
    known = [version(number) for number in range(3)]
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "网络 net.perceptra"
        project_file.save(known[0], file)
        for _ in range(kills):
            was_writing, problem = stop_and_look(file, Saver(file), chance, known)
            writing += was_writing
            if problem:
                found += 1
                print(f"after a kill: {problem}")
    print(f"{kills} killed while saving, {writing} of them in the middle of writing, in", end=" ")
    print(f"{time.perf_counter() - begin:.0f} s: {found} with harm")
    return found
