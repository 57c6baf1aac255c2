"""This module decides the colour scale of a unit's answers, wherever they are drawn: in its map and in the region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.dataset import Dataset
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec


@dataclass(frozen=True)
class UnitScale:
    """From `middle − span` over `middle` to `middle + span`."""

    middle: float
    span: float


def output_scale(data: Dataset, column: int) -> UnitScale:
    """The scale of an output in the user's units: from one target code to the other, whatever the unit's activation.

    Of real values the middle is where the network answers 0, and the largest absolute target that it learns is the end.
    """
    scale, targets = _learned_scale(data, column), data.preprocessing.targets
    if targets.is_none:
        return scale
    return UnitScale(targets.centres[column], scale.span * targets.spreads[column])


def _learned_scale(data: Dataset, column: int) -> UnitScale:
    """The same in the units of the network."""
    if data.task != "values":
        low, high = data.target_codes
        return UnitScale(data.middle, (high - low) / 2)
    largest = float(np.abs(data.targets[:, column]).max()) if data.n_samples else 1.0
    return UnitScale(data.middle, largest or 1.0)


def layer_scales(network: NetworkSpec, layer: int, values: NDArray[np.float64], data: Dataset) -> list[UnitScale]:
    """The scale of each unit of a layer that answers `values` (units, …); hidden units share one."""
    spec = network.layers[layer]
    if layer == len(network.layers) - 1 and data.n_outputs == spec.units:
        return [_learned_scale(data, column) for column in range(spec.units)]
    return [_hidden_scale(values, spec.activation)] * spec.units


def _hidden_scale(values: ArrayLike, activation: str) -> UnitScale:
    """Bounded functions use their own range; of the others the layer's largest absolute value is the end."""
    kind = ACTIVATIONS[activation]
    span = max(kind.high - kind.middle, kind.middle - kind.low)
    if not kind.bounded:
        answers = np.asarray(values)
        finite = answers[np.isfinite(answers)]
        span = float(np.abs(finite - kind.middle).max()) if finite.size else span
    return UnitScale(kind.middle, span)
