"""This module defines a remedy: the settings with which a troubled run is to be trained on or begun again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.spec.errors import Text
from engine.spec.specs import NetworkSpec, TrainingSpec

if TYPE_CHECKING:
    from engine.training.trainer import Trainer


@dataclass(frozen=True)
class Remedy:
    """What to change, as the whole of what there is to be afterwards.

    kind: a name. network, training: the network and settings to train with; a new start is drawn from the seed.
    scaling: how the inputs are to be scaled, one of `engine.data.scaling.SCALINGS`; "" leaves them.
    without: training samples to leave out, rising. goes_on: the run goes on where it stands, with other settings.
    label: what it does, in the imperative.
    """

    kind: str
    network: NetworkSpec
    training: TrainingSpec
    label: Text = field(compare=False, repr=False)
    scaling: str = ""
    without: tuple[int, ...] = ()
    goes_on: bool = False

    def data_from(self, data: Dataset) -> Dataset:
        """`data` as the remedy wants them: scaled, or without some samples."""
        if self.scaling:
            return data.seen_through(replace(data.preprocessing, scaling=self.scaling))
        if not self.without:
            return data
        kept = np.setdiff1d(np.arange(data.n_samples), self.without)
        return Dataset(
            data.raw_inputs[kept],
            data.raw_targets[kept],
            data.raw_test_inputs,
            data.raw_test_targets,
            data.raw_input_names,
            data.target_names,
            data.target_codes,
            preprocessing=data.preprocessing,
            is_function=data.task == "values",
            code_names=data.code_names,
        )

    def trainer_from(self, troubled: Trainer) -> Trainer:
        """A new Trainer that does what the remedy says; `troubled` stays as it is."""
        from engine.network.network import Network
        from engine.training.trainer import Trainer

        if self.goes_on:
            return Trainer(troubled.network.copy(), self.data_from(troubled.data), self.training)
        network = Network(self.network, seed=self.training.seed)
        if network.spec.sizes == troubled.network.spec.sizes:
            network.connected = troubled.network.connected
            network.trainable = troubled.network.trainable
            held = ~troubled.network.trainable
            network.parameters[held] = troubled.network.parameters[held]
        return Trainer(network, self.data_from(troubled.data), self.training)
