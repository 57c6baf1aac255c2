"""Projects that commands and edits begin with, and parameters as a window would show them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine import Project
from engine.data.datasets.recipe import DatasetSpec
from engine.project import edits
from engine.project.edits import rbf, weights
from engine.spec.specs import LayerSpec, NetworkSpec

XOR = Project()
MOONS = edits.set_dataset(XOR, DatasetSpec("moons", n_samples=12, test_share=0.25)).project
OWN = edits.move_point(MOONS, 0, (0.1, 0.2)).project  # samples of its own: 9 for training, 3 for testing
RBF = rbf.make_rbf(XOR).project
DEEP = replace(
    XOR, network=NetworkSpec(2, (*(LayerSpec(units, "tanh", id=units) for units in (5, 4, 3)), LayerSpec(1, id=9)))
)

NOW, SOME = np.linspace(-1, 1, 17), np.arange(17) % 5 == 3  # of XOR's 2-4-1 network
WEIGHTS = SOME & weights.is_weight(XOR.network)
DEEP_NOW = np.linspace(-2, 2, DEEP.network.n_parameters)
RBF_NOW = np.linspace(0.5, 1.5, RBF.network.n_parameters)
