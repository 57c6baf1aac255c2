"""This module compares what a network answers at two moments of a run: the region, every unit, and the samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace, trace_plane
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

NOTICED = 0.1
"""Of the span between the lowest and the highest target: real values that differ by less count as the same."""


@dataclass(frozen=True, eq=False)
class Moment:
    """A network as it is after pass `epoch`."""

    network: NetworkSpec
    parameters: Floats
    epoch: int


@dataclass(frozen=True, eq=False)
class Answers:
    """What the network of a moment answers. right (n_samples,): None for real-valued targets."""

    moment: Moment
    trace: PlaneTrace
    loss_sum: float
    right: Bools | None

    @property
    def n_right(self) -> int | None:
        """How many training samples are right."""
        return None if self.right is None else int(self.right.sum())


@dataclass(frozen=True, eq=False)
class TwoMoments:
    """The answers at two moments and how they differ.

    changed (rows, columns) of the region: where the decision is another one, or a real value clearly is.
    units: by layer, the mean difference (units,) of each unit's answers over the plane; () for different networks.
    newly_right, newly_wrong: training samples that are so at the second moment and were not at the first.
    """

    first: Answers
    second: Answers
    changed: Bools
    units: tuple[Floats, ...]
    newly_right: tuple[int, ...]
    newly_wrong: tuple[int, ...]

    @property
    def share(self) -> float:
        """The changed share of the region."""
        return float(self.changed.mean())


def two_moments(  # noqa: PLR0917
    first: Moment, second: Moment, data: Dataset, plane: Plane, loss: str, pixels: tuple[int, int]
) -> TwoMoments:
    """Compare the moments on `plane`; pixels: along each side of the region and of the units' maps."""
    one, other = (_answers(moment, data, plane, loss, pixels) for moment in (first, second))
    same = first.network == second.network
    pairs = zip(one.trace.maps, other.trace.maps, strict=True) if same else ()
    units = tuple(np.nan_to_num(np.abs(b - a)).mean(axis=(1, 2)) for a, b in pairs)
    before, after = (np.zeros(0, bool) if each.right is None else each.right for each in (one, other))
    return TwoMoments(
        one,
        other,
        _changed(one.trace.region, other.trace.region, data),
        units,
        tuple(map(int, np.flatnonzero(after & ~before))),
        tuple(map(int, np.flatnonzero(before & ~after))),
    )


def _answers(moment: Moment, data: Dataset, plane: Plane, loss: str, pixels: tuple[int, int]) -> Answers:
    from engine.network.network import Network

    network = Network(moment.network, parameters=moment.parameters)
    trace = trace_plane(network, plane, *pixels, data.preprocessing)
    right = data.right(network.predict(data.inputs, allow_nan=True)) if data.n_samples else None
    loss_sum = network.loss(data.inputs, data.targets, loss) * data.n_samples if data.n_samples else 0.0
    return Answers(moment, trace, loss_sum, right)


def _changed(one: Floats, other: Floats, data: Dataset) -> Bools:
    if data.task == "values":
        targets = data.preprocessing.targets.undo(data.targets) if data.n_samples else np.zeros((1, 1))
        span = float(np.ptp(targets)) or 1.0
        clearly: Bools = np.abs(other - one).max(axis=2) > NOTICED * span
        return clearly
    if one.shape[2] > 1:
        return np.asarray(one.argmax(axis=2) != other.argmax(axis=2))
    return np.asarray((one >= data.high_from)[:, :, 0] != (other >= data.high_from)[:, :, 0])
