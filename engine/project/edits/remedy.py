"""This module carries out the remedy of a diagnosis, as one edit."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from engine.analysis.diagnosis.remedy import Remedy
from engine.data.datasets.recipe import data_of
from engine.project.edits.edit import Edit, notes_between, with_layer_ids
from engine.project.edits.fit import fitted
from engine.project.edits.points import remove_points
from engine.project.edits.shape import set_shape, shape_of
from engine.project.edits.training import set_training
from engine.project.edits.weights import drawn_anew
from engine.project.project import Project


def take_remedy(project: Project, remedy: Remedy) -> Edit:
    """`project` with the data, network and settings of `remedy`.

    The run goes on where the remedy says so. Else it begins anew, from a start that the seed draws; what is locked or
    cut stays where the network keeps its shape.
    """
    if remedy.goes_on:
        return set_training(project, **_changes(project, remedy))
    edit = _with_data(project, remedy)
    asked = replace(edit.project, network=remedy.network, training=remedy.training, parameters=None, run=None)
    if asked.network.sizes != project.network.sizes:
        asked = replace(asked, locked=None, cut=None)
    asked = replace(asked, network=with_layer_ids(asked.network))
    data = data_of(asked.dataset)
    made = fitted(asked, data)
    if made.network.sizes == project.network.sizes:
        made = replace(made, parameters=drawn_anew(made, project))
    return Edit(made, (*edit.notes, *notes_between(asked, made, data)))


def _with_data(project: Project, remedy: Remedy) -> Edit:
    if remedy.scaling:
        return set_shape(project, replace(shape_of(project.dataset), scaling=remedy.scaling))
    if remedy.without:
        return remove_points(project, remedy.without)
    return Edit(project)


def _changes(project: Project, remedy: Remedy) -> dict[str, Any]:
    """The settings of `remedy` that are not those of `project`, by name."""
    names = [each.name for each in fields(remedy.training)]
    return {
        name: value for name in names if (value := getattr(remedy.training, name)) != getattr(project.training, name)
    }
