"""What an edit says of itself, and small projects to edit."""

from __future__ import annotations

from engine.data.datasets import DatasetSpec
from engine.project import edits
from engine.project.edits import Edit
from engine.project.project import Project
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec


def kinds(edit: Edit) -> list[str]:
    return [note.kind for note in edit.notes]


def note(edit: Edit, kind: str) -> dict[str, object]:
    return next(note.values for note in edit.notes if note.kind == kind)


def one_layer(**training: object) -> Project:
    network = NetworkSpec(2, (LayerSpec(1, "sigmoid", id=1),))
    return Project(DatasetSpec("and"), network, TrainingSpec(**training))  # type: ignore[arg-type]


def perceptron() -> Project:
    return edits.set_training(one_layer(), rule="perceptron").project


def output(project: Project) -> LayerSpec:
    return project.network.layers[-1]
