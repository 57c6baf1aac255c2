"""This module tells whether contenders share one error surface: then the path of each can be drawn on the same one."""

from __future__ import annotations

from collections.abc import Sequence

from engine.project.project import Project

WEIGHTS, FUNCTIONS = "weights", "functions"


def surface_difference(projects: Sequence[Project]) -> str | None:
    """Why `projects`, on the same data, share no error surface; None where they do.

    WEIGHTS: their networks have other weights. FUNCTIONS: the same weights have another error, because activations,
    the loss or cut connections differ.
    """
    first, *others = projects
    if any(_shape(each) != _shape(first) for each in others):
        return WEIGHTS
    return FUNCTIONS if any(_functions(each) != _functions(first) for each in others) else None


def _shape(project: Project) -> object:
    network = project.network
    return network.n_inputs, [(layer.units, layer.kind) for layer in network.layers]


def _functions(project: Project) -> object:
    return [layer.activation for layer in project.network.layers], project.training.loss, project.cut
