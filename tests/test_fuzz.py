"""Files from unknown hands: read, or refused in a sentence that names them. The opt-in job (`make fuzz`) tries more."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from engine.project.file import project_file
from tests.fuzz.cases import make_case, run_case
from tests.fuzz.hostile import HOSTILE, refuse
from tests.fuzz.kills import Saver, stop_and_look, version
from tests.fuzz.readers import READERS

CASES, SEED = 300, 20
ENOUGH = 450_000  # of what the job has a million of


@pytest.mark.parametrize("name", READERS)
def test_good_files_are_read(name: str, tmp_path: Path) -> None:
    for raw in READERS[name].examples():  # in one of the ways in which they can be read
        assert "read" in {run_case(name, raw, Random(number), tmp_path) for number in range(20)}


@pytest.mark.parametrize("name", READERS)
def test_spoilt_files_are_read_or_refused_and_nothing_else(name: str, tmp_path: Path) -> None:
    outcomes = [run_case(name, *make_case(name, SEED, number), tmp_path) for number in range(CASES)]
    assert set(outcomes) == {"read", "refused"}


@pytest.mark.parametrize("name", HOSTILE)
def test_files_made_to_cost_time_or_memory_are_refused(name: str, tmp_path: Path) -> None:
    assert refuse(name, ENOUGH, tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="kill −9 is of POSIX systems")
def test_a_saving_that_is_killed_leaves_one_version_wholly_and_nothing_else(tmp_path: Path) -> None:
    file, chance = tmp_path / "网络 net.perceptra", Random(SEED)
    known = [version(number, small=True) for number in range(3)]
    project_file.save(known[0], file)
    for _ in range(12):
        _, problem = stop_and_look(file, Saver(file, small=True), chance, known)
        assert problem == ""
