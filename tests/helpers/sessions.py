"""Projects for the training session's tests, and what training alone makes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine import Network, Project, Trainer
from engine.spec.specs import LayerSpec
from gui.session import TrainingSession

WAIT_MS = 25_000
"""Long enough for kernels that still have to be compiled."""

MakeSession = Callable[..., TrainingSession]


def endless(**changes: object) -> Project:
    """XOR with no limit of epochs."""
    project = Project()
    return replace(project, training=replace(project.training, max_epochs=None, **changes))


def never_right() -> Project:
    """One unit for XOR, with no limit of epochs: however fast it trains, it never reaches its goal."""
    project = endless()
    return replace(project, network=replace(project.network, layers=(LayerSpec(1),)))


def diverging() -> Project:
    """A linear unit whose rate is far too high."""
    project = Project()
    network = replace(project.network, layers=(LayerSpec(1, "linear"),))
    return replace(project, network=network, training=replace(project.training, learning_rate=50.0))


def trained(project: Project, epochs: int) -> np.ndarray:
    """The parameters after so many passes without any session."""
    network = Network(project.network, seed=project.training.seed)
    Trainer(network, project.dataset.build(), replace(project.training, max_epochs=None)).run(epochs=epochs)
    return network.parameters
