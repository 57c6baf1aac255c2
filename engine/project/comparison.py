"""This module trains networks of growing depth together on the same data from the same seed (lecture: regions)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.analysis.region_shape import RegionShape, region_shape
from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.data.plane import Plane, on_one_scale, seen_points
from engine.network.rbf_fitting import place_centres, widths_for
from engine.project.edits.fit import natural_output
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.history import LossCurve

if TYPE_CHECKING:
    from engine.network.network import Network
    from engine.training.trainer import Trainer

NO_HIDDEN, ONE_HIDDEN, TWO_HIDDEN, RBF = "no_hidden", "one_hidden", "two_hidden", "rbf"
MOST_UNITS = 32
MARGIN = 0.15  # of the data's extent, around them on the plane
UNDECIDED = 0.02  # share of the span between the codes: nearer to the threshold is no side (Adam wanders by half of it)


@dataclass(frozen=True)
class ComparisonSetup:
    """The setup holds the data, the units of every hidden layer, and the settings that all networks share."""

    data: DatasetSpec = field(default_factory=DatasetSpec)
    units: int = 4
    seed: int = 0
    learning_rate: float = 0.05


@dataclass(frozen=True, eq=False)
class CandidateMoment:
    """One network at one moment.

    region: its outputs (rows, columns, n_outputs) on the plane, lowest y first. loss_sum, n_right: on the training set;
    n_right is None for real-valued targets. shape: of the region that answers 1; None where there are several outputs
    or values. undecided: it answers the threshold everywhere, as one line does on XOR. diverged: it has left the
    finite numbers and stands still.
    """

    name: str
    sizes: tuple[int, ...]
    region: NDArray[np.float64]
    loss_sum: float
    n_right: int | None
    curve: LossCurve
    shape: RegionShape | None
    undecided: bool
    diverged: bool


@dataclass(frozen=True, eq=False)
class ComparisonMoment:
    """All networks after the same number of passes."""

    setup: ComparisonSetup
    data: Dataset
    plane: Plane
    epoch: int
    candidates: tuple[CandidateMoment, ...]


def candidates(setup: ComparisonSetup, data: Dataset) -> dict[str, NetworkSpec]:
    """The networks by name: sigmoid units, no hidden layer, one, two; and one layer of radial basis functions."""
    activation, _ = natural_output(data)
    output = LayerSpec(data.n_outputs, activation)
    hidden = LayerSpec(setup.units, "sigmoid")
    layers = {NO_HIDDEN: (output,), ONE_HIDDEN: (hidden, output), TWO_HIDDEN: (hidden, hidden, output)}
    layers[RBF] = (LayerSpec(setup.units, "gaussian", kind="rbf"), output)
    return {name: NetworkSpec(data.n_inputs, parts, "xavier") for name, parts in layers.items()}


class Comparison:
    """The networks in training; each makes the same updates.

    Raises EngineError for data without samples or with other than two inputs.
    """

    def __init__(self, setup: ComparisonSetup) -> None:
        from engine.training.trainer import Trainer  # it loads the kernels, which the page does not need before

        self.setup = setup
        self.data = setup.data.build()
        _check(self.data)
        _, loss = natural_output(self.data)
        training = TrainingSpec("adam", loss, setup.learning_rate, batch_size=None, seed=setup.seed, max_epochs=None)
        self.trainers = {
            name: Trainer(_start(spec, setup, self.data), self.data, training)
            for name, spec in candidates(setup, self.data).items()
        }
        self.plane = _plane(self.data)
        self._points: NDArray[np.float64] = np.empty((0, 2))
        self._pixels = 0

    @property
    def epoch(self) -> int:
        """Passes that every network has made, except those that have diverged."""
        return max(trainer.epoch for trainer in self.trainers.values())

    def advance(self, epochs: int) -> None:
        """Train every network for so many passes more."""
        for trainer in self.trainers.values():
            if trainer.stop_reason != "diverged":
                trainer.run(epochs=epochs)

    def moment(self, pixels: int) -> ComparisonMoment:
        """How things stand, with regions of `pixels` a side."""
        if pixels != self._pixels:
            self._pixels, self._points = pixels, seen_points(self.plane, pixels, pixels, self.data.preprocessing)
        parts = tuple(self._moment_of(name, trainer) for name, trainer in self.trainers.items())
        return ComparisonMoment(self.setup, self.data, self.plane, self.epoch, parts)

    def _moment_of(self, name: str, trainer: Trainer) -> CandidateMoment:
        snapshot = trainer.snapshot()
        answers = self.data.preprocessing.targets.undo(trainer.network.predict(self._points, allow_nan=True))
        region = answers.reshape(self._pixels, self._pixels, -1)
        single = self.data.task == "binary"
        low, high = self.data.target_codes
        undecided = single and float(np.abs(region - self.data.middle).max()) < UNDECIDED * (high - low)
        return CandidateMoment(
            name=name,
            sizes=trainer.network.spec.sizes,
            region=region,
            loss_sum=snapshot.loss_sum,
            n_right=snapshot.n_right,
            curve=trainer.curve(),
            shape=region_shape(region[:, :, 0] >= self.data.high_from) if single and not undecided else None,
            undecided=undecided,
            diverged=trainer.stop_reason == "diverged",
        )


def islands() -> DatasetSpec:
    """Two islands of one class in a sea of the other: one hidden layer of sigmoid units learns both.

    So its region is neither convex nor in one piece, against what holds for step units that are ANDed.
    """
    axis = np.linspace(0.04, 0.96, 13)
    x, y = (part.ravel() for part in np.meshgrid(axis, axis))
    inside = np.minimum(np.hypot(x - 0.27, y - 0.27), np.hypot(x - 0.73, y - 0.73)) < 0.2
    inputs, targets = FrozenArray(np.column_stack([x, y])), FrozenArray(inside[:, np.newaxis].astype(np.float64))
    return DatasetSpec("custom", inputs=inputs, targets=targets)


COUNTEREXAMPLE = ComparisonSetup(islands(), units=8, seed=2)


def _start(spec: NetworkSpec, setup: ComparisonSetup, data: Dataset) -> Network:
    """The network with start weights from the seed; RBF centres by k-means, their widths by their neighbours.

    Centres and widths stay there, as is usual: trained with the output weights, they collapse sooner or later.
    """
    from engine.network.network import Network

    network = Network(spec, seed=setup.seed)
    if spec.rbf:
        network.weights[0][:] = place_centres(data.inputs, setup.units, "kmeans", np.random.default_rng(setup.seed))
        network.biases[0][:] = widths_for(network.weights[0], "neighbours", inputs=data.inputs)
        network.trainable[: spec.n_rbf_parameters] = False
    return network


def _check(data: Dataset) -> None:
    if data.n_raw_inputs != 2:
        raise EngineError(
            "Regions can be compared for data with two inputs; this set has {count}. Choose another one.",
            count=data.n_raw_inputs,
        )
    if data.n_samples == 0:
        raise EngineError("The data set is empty; add points first, or choose another one.")


def _plane(data: Dataset) -> Plane:
    low, high = data.raw_inputs.min(axis=0), data.raw_inputs.max(axis=0)
    middle, half = (low + high) / 2, np.where(high > low, (high - low) / 2, 0.5)
    (left, bottom), (right, top) = middle - half * (1 + 2 * MARGIN), middle + half * (1 + 2 * MARGIN)
    x_range, y_range = on_one_scale((float(left), float(right)), (float(bottom), float(top)))
    return Plane(0, 1, x_range, y_range, (0.0, 0.0))
