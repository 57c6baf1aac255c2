"""No text of a project holds half a character, which could stand in no file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.export import numpy_script
from engine.project.autosave import keep, read_project
from engine.project.edits.runs import set_notes
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.readable import readable

HALF = "a\ud83dz"
WHOLE = "a�z"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("plain", "plain"),
        ("李明 ½ Σ 😀", "李明 ½ Σ 😀"),
        (HALF, WHOLE),
        ("\udc00", "�"),
        ("\ud83d\ude00", "😀"),  # two halves that belong together
        ("lab\udcff.perceptra", "lab�.perceptra"),
        ("", ""),
    ],
)
def test_half_characters_become_the_sign_for_what_cannot_be_read(text: str, made: str) -> None:
    assert readable(text) == made
    readable(text).encode()


def test_author_and_notes_of_a_project_can_be_saved(tmp_path: Path) -> None:
    project = set_notes(Project(), HALF, f"why? {HALF}").project
    project_file.save(project, tmp_path / "a.perceptra")
    keep(tmp_path / "a.work", project, None, 1.0, None)
    assert project_file.load(tmp_path / "a.perceptra") == project == read_project(tmp_path / "a.work")
    assert (project.author, project.notes) == (WHOLE, f"why? {WHOLE}")


def test_names_of_columns_can_be_saved_and_written_into_scripts(tmp_path: Path) -> None:
    spec = DatasetSpec(
        "custom",
        inputs=((0.0, 1.0), (1.0, 0.0)),
        targets=((0.0,), (1.0,)),
        input_names=(HALF, "y"),
        target_names=(HALF,),
    )
    project = replace(Project(), dataset=spec)
    project_file.save(project, tmp_path / "a.perceptra")
    assert project_file.load(tmp_path / "a.perceptra") == project
    data = data_of(project.dataset)
    assert data.input_names == (WHOLE, "y")
    numpy_script(project.network, [0.5] * 17, data.input_names, data.target_names).encode()
