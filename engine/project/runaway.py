"""This module finds numbers with which training runs away or gets nowhere, and the scaling that mends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.analysis.mean_answer import has_run_away, mean_error
from engine.data.dataset import Dataset
from engine.data.datasets.recipe import data_of
from engine.data.scaling import NONE, STANDARDISE
from engine.project.edits.shape import Shape, set_shape, shape_of
from engine.project.project import Project
from engine.spec.errors import EngineError

Part = Literal["inputs", "targets", "both"]

_LARGE = 10.0
_PASSES = 10
_MOST_WORK = 5_000_000  # samples times parameters times passes, some ten milliseconds


@dataclass(frozen=True)
class Remedy:
    """The shape that keeps training from running away, and what it scales."""

    shape: Shape
    part: Part


def is_large(data: Dataset) -> bool:
    """Whether data of real values, not scaled, hold numbers that could make training run away."""
    is_open = data.task == "values" and data.preprocessing.targets.is_none and data.n_samples > 1
    return is_open and (_largest(data.targets) > _LARGE or _largest(data.inputs) > _LARGE)


def runs_away(project: Project) -> bool:
    """Whether a few passes from the start leave the error above that of always answering the mean.

    False for data too many to be tried in a moment.
    """
    data = data_of(project.dataset)
    if data.n_samples * project.network.n_parameters * _PASSES > _MOST_WORK:
        return False
    from engine.training.trainer import Trainer  # whose kernels take a second to load

    try:
        trainer = Trainer(project.start.make_network(), data, project.training)
        trainer.run(epochs=1)
        first = trainer.loss  # the start itself says little: an offset is learned in one pass
        trainer.run(epochs=_PASSES - 1)
    except EngineError:
        return False
    return trainer.stop_reason == "diverged" or has_run_away(trainer.loss, first, mean_error(data.targets))


def remedy_for(project: Project) -> Remedy | None:
    """The scaling of targets, of inputs or of both with which training does not run away; None where there is none."""
    spec, data = project.dataset, data_of(project.dataset)
    scales_inputs = spec.scaling == NONE and _largest(data.inputs) > _LARGE
    scales_targets = _largest(data.targets) > _LARGE
    if not (scales_inputs or scales_targets):
        return None
    shape = replace(
        shape_of(spec),
        scaling=STANDARDISE if scales_inputs else spec.scaling,
        target_scaling=STANDARDISE if scales_targets else spec.target_scaling,
    )
    if runs_away(set_shape(project, shape).project):
        return None
    part: Part = "both" if scales_inputs and scales_targets else "inputs" if scales_inputs else "targets"
    return Remedy(shape, part)


def advice_for(project: Project) -> Remedy | None:
    """The remedy before training, where it would run away."""
    return remedy_for(project) if is_large(data_of(project.dataset)) and runs_away(project) else None


def _largest(values: NDArray[np.float64]) -> float:
    return max(abs(float(values.min())), abs(float(values.max()))) if values.size else 0.0
