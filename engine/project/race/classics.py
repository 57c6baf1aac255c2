"""This module plans the races that lectures show: a network made for it, one setting varied, any data."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits.data import set_dataset
from engine.project.edits.edit import with_layer_ids
from engine.project.project import Project
from engine.project.race.varied import VariedPlan
from engine.project.variables import Values
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec


@dataclass(frozen=True)
class Classic:
    """What is varied, with which values, in which network (hidden layers of so many sigmoid units), trained how."""

    setting: str
    values: Values
    hidden: tuple[int, ...]
    training: TrainingSpec
    initialization: str = "uniform"
    data: str = "xor"


CLASSICS: dict[str, Classic] = {
    "rates": Classic("learning_rate", (0.02, 0.5, 100.0), (4,), TrainingSpec()),
    "momentum": Classic("momentum", (0.0, 0.5, 0.9), (4,), TrainingSpec(learning_rate=0.1)),
    "activations": Classic(
        "activation",
        ("sigmoid", "tanh", "relu"),
        (6, 6, 6, 6),
        TrainingSpec(learning_rate=0.05, batch_size=10),
        "xavier",
        "circles",
    ),
    "rules": Classic(
        "rule",
        ("gradient_descent", "adaptive", "rprop", "adam"),
        (4,),
        TrainingSpec(learning_rate=0.1, batch_size=None),
    ),
}
"""By name, in the order in which to offer them."""


@dataclass(frozen=True)
class ClassicPlan:
    """The classic called `name` on `dataset`, from `seed`, with `values` of the setting that it varies."""

    name: str
    dataset: DatasetSpec = field(default_factory=DatasetSpec)
    values: Values = ()
    seed: int = 0

    def contenders(self, data: Dataset) -> dict[str, Project]:
        """The classic's network, with inputs and outputs as the data ask, once for each value."""
        classic = CLASSICS[self.name]
        layers = tuple(LayerSpec(units, "sigmoid") for units in classic.hidden)
        network = NetworkSpec(2, (*layers, LayerSpec(1, "sigmoid")), classic.initialization)
        training = TrainingSpec(**{**vars(classic.training), "seed": self.seed})
        project = set_dataset(Project(DatasetSpec(), with_layer_ids(network), training), self.dataset).project
        return VariedPlan(project, classic.setting, self.values or classic.values).contenders(data)
