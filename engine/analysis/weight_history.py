"""This module tells how weights, activations and gradients were distributed over a run, and how far weights moved.

It goes by the moments that the run has kept. Activations and gradients are those for the data of now.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.analysis.surface.run_path import RunPath
from engine.network.layer_parameters import layer_parts
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec

if TYPE_CHECKING:
    from engine.data.dataset import Dataset

Floats = NDArray[np.float64]
Ends = tuple[float, float]

BINS = 48
MOST_MOMENTS = 96
MOST_SAMPLES = 256
MOST_WORK = 200_000_000
"""Samples times parameters times moments: fewer samples are looked at where it would be more."""
_SMALLEST = 1e-12  # of the largest gradient: below that it counts as this small


@dataclass(frozen=True, eq=False)
class Histogram:
    """How the numbers of one layer lie between `ends`: shares (moments, BINS) of them, the lowest bin first.

    Of gradients it is log₁₀ of their sizes.
    """

    ends: Ends
    shares: Floats


@dataclass(frozen=True, eq=False)
class WeightHistory:
    """epochs (n,) of the moments, rising; histograms one a layer; gradients are empty where the network has none.

    steps (n, layers): |Δw| / |w| in a pass, on average since the moment before; NaN at the first one, and where weights
    were set by hand. n_samples: of the training set, for which activations and gradients are computed.
    """

    epochs: NDArray[np.int64]
    weights: tuple[Histogram, ...]
    activations: tuple[Histogram, ...]
    gradients: tuple[Histogram, ...]
    steps: Floats
    n_samples: int


def weight_history(
    network: NetworkSpec, path: RunPath, data: Dataset, loss: str, is_cancelled: Callable[[], bool] = lambda: False
) -> WeightHistory | None:
    """The history of a run with this `path`, thinned evenly to MOST_MOMENTS; None where it is no longer wanted."""
    chosen = _spread(len(path), MOST_MOMENTS)
    kept = RunPath(path.epochs[chosen], path.parameters[chosen], _jumps(path.jumps, chosen))
    room = MOST_WORK // max(1, network.n_parameters * len(kept))
    rows = _spread(data.n_samples, max(1, min(MOST_SAMPLES, room)))
    activations, gradients = [], []
    for parameters in kept.parameters:
        if is_cancelled():
            return None
        outputs, slopes = _passes(network, parameters, data, rows, loss)
        activations.append(outputs)
        gradients.append(slopes)
    layers = range(len(network.layers))
    has_gradients = bool(gradients) and all(each is not None for each in gradients)
    return WeightHistory(
        kept.epochs,
        tuple(_even(values) for values in _weights_by_layer(network, kept)),
        tuple(_ranged([each[k] for each in activations], network.layers[k].activation) for k in layers),
        tuple(_sized([each[k] for each in gradients if each is not None]) for k in layers) if has_gradients else (),
        relative_steps(network, kept),
        len(rows),
    )


def relative_steps(network: NetworkSpec, path: RunPath) -> Floats:
    """‖w(b) − w(a)‖ / ((b − a) ‖w(a)‖) of each layer's weights between neighbouring moments a and b, (n, layers)."""
    layers = _weights_by_layer(network, path)
    steps = np.full((len(path), len(layers)), np.nan)
    passes = np.diff(path.epochs).astype(np.float64)
    with np.errstate(all="ignore"):
        for k, rows in enumerate(layers):
            moved, size = np.linalg.norm(np.diff(rows, axis=0), axis=1), np.linalg.norm(rows[:-1], axis=1)
            steps[1:, k] = np.where((passes > 0) & (size > 0), moved / (passes * size), np.nan)
    steps[path.jumps] = np.nan
    return steps


def _spread(count: int, most: int) -> NDArray[np.intp]:
    """At most so many indices, evenly spread, the first and the last among them."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).astype(np.intp))


def _jumps(jumps: NDArray[np.bool_], chosen: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether a jump lies between a chosen moment and the chosen one before."""
    counted = np.cumsum(jumps)[chosen]
    return np.diff(counted, prepend=0) > 0


def _weights_by_layer(network: NetworkSpec, path: RunPath) -> list[Floats]:
    """The weights, without biases, at each moment: (n, weights of the layer)."""
    places = layer_parts(network, np.arange(network.n_parameters, dtype=np.float64))
    return [path.parameters[:, weights.astype(np.intp).ravel()] for weights, _ in places]


def _passes(
    network: NetworkSpec, parameters: Floats, data: Dataset, rows: NDArray[np.intp], loss: str
) -> tuple[list[Floats], list[Floats] | None]:
    """Activations, and gradients of the weights, of every layer at one moment, flat; None where there are no slopes."""
    from engine.network.network import Network

    there = Network(network, parameters=parameters)
    inputs, targets = data.inputs[rows], data.targets[rows]
    outputs = [layer.ravel() for layer in there.trace(inputs, allow_nan=True).activations]
    try:
        gradient = there.gradient(inputs, targets, loss)
    except EngineError:
        return outputs, None
    return outputs, [weights.ravel() for weights, _ in layer_parts(network, gradient)]


def _even(values: Floats) -> Histogram:
    """On both sides of 0 as far as the largest."""
    largest = float(np.abs(values).max(initial=0.0)) or 1.0
    return _histogram(list(values), (-largest, largest))


def _ranged(values: list[Floats], activation: str) -> Histogram:
    """Over the range of the activation, else over that of the values."""
    kind = ACTIVATIONS[activation]
    low, high = kind.range
    if not kind.bounded:
        finite = [part[np.isfinite(part)] for part in values]
        low = min((float(part.min()) for part in finite if part.size), default=0.0)
        high = max((float(part.max()) for part in finite if part.size), default=1.0)
        high = high if high > low else low + 1.0
    return _histogram(values, (low, high))


def _sized(values: list[Floats]) -> Histogram:
    """By powers of ten; what is 0 or nearly so counts as the smallest."""
    sizes = [np.abs(part[np.isfinite(part)]) for part in values]
    largest = max((float(part.max()) for part in sizes if part.size), default=0.0) or 1.0
    floor = largest * _SMALLEST
    known = [float(part[part > floor].min()) for part in sizes if (part > floor).any()]
    low = math.floor(math.log10(min(known, default=floor)))
    ends = (float(low), float(max(math.ceil(math.log10(largest)), low + 1)))
    return _histogram([np.log10(np.maximum(part, 10.0**low)) for part in sizes], ends)


def _histogram(values: list[Floats], ends: Ends) -> Histogram:
    """Both ends belong to the bins beside them."""
    shares = np.zeros((len(values), BINS))
    for row, part in zip(shares, values, strict=True):
        finite = part[np.isfinite(part)]
        places = ((finite - ends[0]) / (ends[1] - ends[0]) * BINS).astype(np.intp)
        np.add.at(row, np.clip(places, 0, BINS - 1), 1.0 / max(1, finite.size))
    return Histogram(ends, shares)
