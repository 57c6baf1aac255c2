"""This module holds what the checks of a lesson look at: the project, the newest snapshot, facts of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.training.snapshot import Snapshot

if TYPE_CHECKING:
    from engine.network.network import Network
    from engine.network.reference_forward import Trace


@dataclass(frozen=True, eq=False)
class Moment:
    """One moment of a lesson.

    snapshot: None where the start cannot be computed yet. facts: what the window says of itself, by the names in
    `engine.lessons.facts`; facts_before: what it said when the step began. answer: the number of the answer chosen in
    the step, from 0; None while there is none. is_right: whether that answer is.
    """

    project: Project
    dataset: Dataset
    snapshot: Snapshot | None
    facts: Mapping[str, object] = field(default_factory=dict)
    facts_before: Mapping[str, object] = field(default_factory=dict)
    answer: int | None = None
    is_right: bool = False

    def since_the_step_began(self, name: str) -> int:
        """By how much the count called `name` has grown in this step."""
        now, before = self.facts.get(name, 0), self.facts_before.get(name, 0)
        return now - before if isinstance(now, int) and isinstance(before, int) else 0

    def network(self) -> Network | None:
        """The network with the parameters of the snapshot; None without one that belongs to the project."""
        from engine.network.network import (
            Network,  # it loads the kernels, and lessons are listed before anything is trained
        )

        spec, snapshot = self.project.network, self.snapshot
        if snapshot is None or snapshot.parameters.shape != (spec.n_parameters,):
            return None
        return Network(spec, parameters=snapshot.parameters)

    def trace(self, inputs: object = None) -> Trace | None:
        """What every unit answers to `inputs`, in the data's units, else to the training set; None where none fits."""
        network = self.network()
        data = self.dataset
        rows = data.raw_inputs if inputs is None else np.atleast_2d(np.asarray(inputs, dtype=np.float64))
        if network is None or rows.ndim != 2 or rows.shape[1] != data.n_raw_inputs:
            return None
        seen = data.preprocessing.apply(rows)
        return network.trace(seen, allow_nan=True) if seen.shape[1] == network.spec.n_inputs else None
