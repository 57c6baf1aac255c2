"""This module plans the race of the lecture's table of regions: networks of growing depth, and one of RBF units."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.network.rbf_fitting import place_centres, widths_for
from engine.project.edits.edit import with_layer_ids
from engine.project.edits.fit import natural_output
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec

NO_HIDDEN, ONE_HIDDEN, TWO_HIDDEN, RBF = "no_hidden", "one_hidden", "two_hidden", "rbf"
DEPTHS = (NO_HIDDEN, ONE_HIDDEN, TWO_HIDDEN, RBF)
MOST_UNITS = 32


@dataclass(frozen=True)
class DepthPlan:
    """Sigmoid networks without a hidden layer, with one and with two, and one of RBF units, trained by Adam.

    The data, the units of every hidden layer, and the settings that all networks share.
    """

    dataset: DatasetSpec = field(default_factory=DatasetSpec)
    units: int = 4
    seed: int = 0
    learning_rate: float = 0.05

    def contenders(self, data: Dataset) -> dict[str, Project]:
        """The four, each from the same seed."""
        activation, loss = natural_output(data)
        output, hidden = LayerSpec(data.n_outputs, activation), LayerSpec(self.units, "sigmoid")
        layers = {NO_HIDDEN: (output,), ONE_HIDDEN: (hidden, output), TWO_HIDDEN: (hidden, hidden, output)}
        layers[RBF] = (LayerSpec(self.units, "gaussian", kind="rbf"), output)
        training = TrainingSpec("adam", loss, self.learning_rate, batch_size=None, seed=self.seed, max_epochs=None)
        networks = {name: with_layer_ids(NetworkSpec(data.n_inputs, parts, "xavier")) for name, parts in layers.items()}
        return {
            name: _with_centres(Project(self.dataset, network, training), data) for name, network in networks.items()
        }


def islands() -> DatasetSpec:
    """Two islands of one class in a sea of the other: one hidden layer of sigmoid units learns both.

    So its region is neither convex nor in one piece, against what holds for step units that are ANDed.
    """
    axis = np.linspace(0.04, 0.96, 13)
    x, y = (part.ravel() for part in np.meshgrid(axis, axis))
    inside = np.minimum(np.hypot(x - 0.27, y - 0.27), np.hypot(x - 0.73, y - 0.73)) < 0.2
    inputs, targets = FrozenArray(np.column_stack([x, y])), FrozenArray(inside[:, np.newaxis].astype(np.float64))
    return DatasetSpec("custom", inputs=inputs, targets=targets)


COUNTEREXAMPLE = DepthPlan(islands(), units=8, seed=2)


def _with_centres(project: Project, data: Dataset) -> Project:
    """RBF centres by k-means, their widths by their neighbours; both are locked.

    They stay there, as is usual: trained with the output weights, they collapse sooner or later.
    """
    network, seed = project.network, project.training.seed
    if not network.rbf:
        return project
    count = network.n_rbf_parameters
    units = network.layers[0].units
    parameters = draw_parameters(network, np.random.default_rng(seed))
    centres = place_centres(data.inputs, units, "kmeans", np.random.default_rng(seed))
    parameters[: count - units] = centres.ravel()
    parameters[count - units : count] = widths_for(centres, "neighbours", inputs=data.inputs)
    locked = np.arange(network.n_parameters) < count
    return Project(project.dataset, network, project.training, FrozenArray(parameters), FrozenArray(locked, np.bool_))
