"""One project with everything that a file holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data.datasets import DatasetSpec
from engine.network.network import Network
from engine.project import edits
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.training.trainer import Trainer


def project_with_everything() -> Project:
    """Own samples, masks, a start given by numbers, a run within a pass."""
    project = edits.set_dataset(Project(), DatasetSpec("moons", n_samples=12, test_share=0.25)).project
    project = edits.move_point(project, 2, [0.1, 1 / 3]).project
    project = edits.set_training(project, shuffle=True, momentum=0.9, batch_size=2).project
    network = Network(project.network, seed=3)
    mask = FrozenArray(np.arange(17) % 5 == 0, bool)
    project = replace(project, parameters=FrozenArray(network.parameters), locked=mask, cut=mask)
    trainer = Trainer(network, project.dataset.build(), project.training)
    trainer.run(epochs=5)
    trainer.step()
    return replace(project, run=trainer.state())
