"""This module makes the next update of a run on a copy, by the trainer itself, to show what its rule remembers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.data.dataset import Dataset
from engine.network.back_propagation import with_penalties
from engine.network.rule_step import RuleStep
from engine.spec.frozen_array import FrozenArray
from engine.spec.rules import RULE_TABLE
from engine.training.run import Run
from engine.training.run_setup import RunSetup
from engine.training.snapshot import Snapshot


def next_update(setup: RunSetup, snapshot: Snapshot, run: Run | None, rows: Sequence[int]) -> RuleStep:
    """The update after `snapshot` that takes the training samples `rows`; `run` stands there, None: at the start."""
    from engine.network.network import Network  # both load the kernels
    from engine.training.trainer import Trainer

    network, places = setup.start.make_network(snapshot.parameters), list(rows)
    data = Dataset(setup.dataset.inputs[places], setup.dataset.targets[places])
    batch = 1 if RULE_TABLE[setup.training.rule].batch == "sample" else None
    training = replace(setup.training, batch_size=batch, shuffle=False, milestones=())
    before, free = network.parameters.copy(), network.trainable & network.connected
    trainer = Trainer(network, data, training)
    if run is not None:
        trainer.restore(_at_its_first_sample(run, len(places)))
    found = trainer.state().rule
    rate, loss = snapshot.learning_rate, training.loss
    start = Network(network.spec, parameters=before)
    gradient = with_penalties(start, training, start.gradient(data.inputs, data.targets, loss))
    trainer.step()
    left = trainer.state().rule
    return RuleStep(
        rows=tuple(rows),
        gradient=gradient,
        first=found.memory_1.array,
        second=found.memory_2.array,
        new_first=left.memory_1.array,
        new_second=left.memory_2.array,
        new_parameters=network.parameters.copy(),
        free=free,
        rate=rate,
        new_rate=left.learning_rate,
        updates=int(left.n_updates),
        objective=found.objective,
        new_objective=left.objective,
    )


def _at_its_first_sample(run: Run, n_samples: int) -> Run:
    """`run` with so many samples, before the first of them."""
    order = FrozenArray(np.arange(n_samples), np.int64)
    return replace(
        run, order=order, step=0, position=0, rng_state="", stop_reason=None, milestones=None, moments=None, marks=()
    )
