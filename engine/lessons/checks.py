"""This module holds the checks of a lesson: each looks at one moment and tells whether its condition holds.

Layers, units and inputs are counted from 1 in lesson files, as people do. A check `says`, in both languages, what it
waits for; one that says nothing belongs to the check before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any, ClassVar

import numpy as np
from msgspec import Meta, Struct

from engine.data.datasets.recipe import names as dataset_names
from engine.lessons.facts import FACTS
from engine.lessons.localized_text import LocalizedText
from engine.lessons.moment import Moment
from engine.spec.activations import ACTIVATIONS
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE

Place = Annotated[int, Meta(ge=1, le=256)]
Numbers = Annotated[tuple[float, ...], Meta(min_length=1, max_length=256)]
Tolerance = Annotated[float, Meta(ge=0, le=1e6)]
Whole = Annotated[int, Meta(ge=0)]


class BaseCheck(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """All checks derive from this class.

    is_event: what has happened once has happened for good; any other check is a state, which holds now or does not.
    known_names: of each field that holds a name of the program's, the names that there are.
    """

    is_event: ClassVar[bool] = False
    known_names: ClassVar[Mapping[str, Collection[str]]] = {}

    says: LocalizedText | None = None

    def passes(self, moment: Moment) -> bool:
        """Whether it holds at `moment`."""
        raise NotImplementedError


class AllRight(BaseCheck, frozen=True, kw_only=True, tag="all_right"):
    """Every training sample is right."""

    def passes(self, moment: Moment) -> bool:
        """Whether as many samples are right as there are."""
        snapshot = moment.snapshot
        return snapshot is not None and snapshot.n_samples > 0 and snapshot.n_right == snapshot.n_samples


class CountRight(BaseCheck, frozen=True, kw_only=True, tag="count_right"):
    """A number of training samples is right."""

    at_least: Whole = 0
    at_most: int | None = None

    def passes(self, moment: Moment) -> bool:
        """Whether the number of right samples lies within the bounds."""
        right = None if moment.snapshot is None else moment.snapshot.n_right
        return right is not None and self.at_least <= right and (self.at_most is None or right <= self.at_most)


class ErrorAtMost(BaseCheck, frozen=True, kw_only=True, tag="error_at_most"):
    """The error, summed over the training set, is small enough."""

    sum: Annotated[float, Meta(gt=0)]

    def passes(self, moment: Moment) -> bool:
        """Whether the summed error is at most `sum`."""
        return moment.snapshot is not None and moment.snapshot.loss_sum <= self.sum


class Epochs(BaseCheck, frozen=True, kw_only=True, tag="epochs"):
    """The run has made some passes over the data."""

    is_event: ClassVar[bool] = True

    at_least: Annotated[int, Meta(ge=1)] = 1

    def passes(self, moment: Moment) -> bool:
        """Whether so many passes are finished."""
        return moment.snapshot is not None and moment.snapshot.epoch >= self.at_least


class Updates(BaseCheck, frozen=True, kw_only=True, tag="updates"):
    """The run has made some updates: presentations of a sample where the batch is 1."""

    is_event: ClassVar[bool] = True

    at_least: Annotated[int, Meta(ge=1)] = 1

    def passes(self, moment: Moment) -> bool:
        """Whether so many updates are made, those of finished passes counted."""
        snapshot = moment.snapshot
        if snapshot is None:
            return False
        batch = moment.project.training.batch_size or max(moment.dataset.n_samples, 1)
        a_pass = -(-moment.dataset.n_samples // batch)
        return snapshot.epoch * a_pass + snapshot.step >= self.at_least


class LinePassesBetween(BaseCheck, frozen=True, kw_only=True, tag="line_passes_between"):
    """The boundary of a unit of the first layer passes between two points: one fires, the other does not."""

    a: Numbers
    b: Numbers
    unit: Place = 1

    def passes(self, moment: Moment) -> bool:
        """Whether the net inputs at `a` and `b` lie on different sides; at 0 a unit fires."""
        if len(self.a) != len(self.b):
            return False
        trace = moment.trace([self.a, self.b])
        if trace is None or self.unit > trace.net_inputs[0].shape[1]:
            return False
        nets = trace.net_inputs[0][:, self.unit - 1]
        return bool((nets[0] >= 0) != (nets[1] >= 0))


class LineSlope(BaseCheck, frozen=True, kw_only=True, tag="line_slope"):
    """The boundary of a unit of the first layer is so steep: x₂ changes by so much, up or down, where x₁ grows by 1."""

    at_least: Annotated[float, Meta(gt=0)]
    unit: Place = 1

    def passes(self, moment: Moment) -> bool:
        """Whether w₁ is so many times as large as w₂; an upright line is as steep as can be."""
        network = moment.network()
        if network is None or len(network.weights[0]) != 2 or self.unit > network.weights[0].shape[1]:
            return False
        first, second = np.abs(network.weights[0][:, self.unit - 1])
        return bool(first > 0 and first >= self.at_least * second)


class Weights(BaseCheck, frozen=True, kw_only=True, tag="weights"):
    """A unit has these weights; `threshold` is −bias, and only one of the two can be asked for."""

    weights: Numbers
    threshold: float | None = None
    bias: float | None = None
    layer: Place = 1
    unit: Place = 1
    tolerance: Tolerance = 0.005

    def passes(self, moment: Moment) -> bool:
        """Whether weights and bias are the ones asked for, within the tolerance."""
        network = moment.network()
        if network is None or self.layer > len(network.weights):
            return False
        weights, biases = network.weights[self.layer - 1], network.biases[self.layer - 1]
        if self.unit > len(biases) or len(self.weights) != len(weights):
            return False
        bias = float(biases[self.unit - 1])
        wanted = -self.threshold if self.threshold is not None else bias if self.bias is None else self.bias
        near = np.abs(weights[:, self.unit - 1] - np.array(self.weights)) <= self.tolerance
        return bool(near.all()) and abs(bias - wanted) <= self.tolerance


class HiddenCodes(BaseCheck, frozen=True, kw_only=True, tag="hidden_codes"):
    """The units of a layer answer the training samples with these codes, a 1 for each unit that fires."""

    codes: Annotated[tuple[Annotated[str, Meta(pattern="^[01]+$")], ...], Meta(min_length=1, max_length=1000)]
    layer: Place = 1

    def passes(self, moment: Moment) -> bool:
        """Whether the layer's activations, compared with the middle of its activation function, spell the codes."""
        trace = moment.trace()
        if trace is None or self.layer > len(trace.activations):
            return False
        middle = ACTIVATIONS[moment.project.network.layers[self.layer - 1].activation].middle
        fires = trace.activations[self.layer - 1] > middle
        return tuple("".join("01"[int(one)] for one in row) for row in fires) == self.codes


class Outputs(BaseCheck, frozen=True, kw_only=True, tag="outputs"):
    """The network answers the training samples with these values, sample by sample, within a tolerance."""

    values: Annotated[tuple[Numbers, ...], Meta(min_length=1, max_length=1000)]
    tolerance: Tolerance = 0.02

    def passes(self, moment: Moment) -> bool:
        """Whether every output is near its value."""
        trace = moment.trace()
        if trace is None or any(len(row) != len(self.values[0]) for row in self.values):
            return False
        outputs, wanted = trace.activations[-1], np.array(self.values)
        return outputs.shape == wanted.shape and bool((np.abs(outputs - wanted) <= self.tolerance).all())


class NetworkShape(BaseCheck, frozen=True, kw_only=True, tag="network"):
    """The network has these sizes, inputs first, or this activation in its output or hidden layers."""

    known_names: ClassVar[Mapping[str, Collection[str]]] = dict.fromkeys(
        ("hidden_activation", "output_activation"), ACTIVATIONS
    )

    sizes: tuple[Place, ...] | None = None
    least_layers: Place | None = None
    hidden_activation: str | None = None
    output_activation: str | None = None

    def passes(self, moment: Moment) -> bool:
        """Whether everything that is asked for holds."""
        network = moment.project.network
        hidden = {layer.activation for layer in network.layers[:-1]}
        return (
            (self.sizes is None or self.sizes == network.sizes)
            and (self.least_layers is None or len(network.layers) >= self.least_layers)
            and (self.hidden_activation is None or hidden == {self.hidden_activation})
            and (self.output_activation is None or network.layers[-1].activation == self.output_activation)
        )


class Data(BaseCheck, frozen=True, kw_only=True, tag="data"):
    """A data set of the gallery is chosen."""

    known_names: ClassVar[Mapping[str, Collection[str]]] = {"name": dataset_names()}

    name: str

    def passes(self, moment: Moment) -> bool:
        """Whether the project's data set has this name."""
        return moment.project.dataset.name == self.name


class TrainingSetting(BaseCheck, frozen=True, kw_only=True, tag="training"):
    """The training settings are these."""

    known_names: ClassVar[Mapping[str, Collection[str]]] = {"rule": RULE_TABLE, "loss": LOSSES}

    rule: str | None = None
    loss: str | None = None
    learning_rate: float | None = None
    batch_size: int | None = None

    def passes(self, moment: Moment) -> bool:
        """Whether every setting that is asked for is so; batch size 0 stands for the whole set."""
        training = moment.project.training
        present: dict[str, Any] = {
            "rule": training.rule,
            "loss": training.loss,
            "learning_rate": training.learning_rate,
            "batch_size": training.batch_size or 0,
        }
        asked = {name: getattr(self, name) for name in present if getattr(self, name) is not None}
        return all(present[name] == value for name, value in asked.items())


class Fact(BaseCheck, frozen=True, kw_only=True, tag="fact"):
    """The window states this fact, such as which page is in front; see `engine.lessons.facts`."""

    known_names: ClassVar[Mapping[str, Collection[str]]] = {"name": FACTS}

    name: str
    equals: str | int | float | bool | None = None
    at_least: float | None = None

    @property
    def is_event(self) -> bool:  # type: ignore[override]  # it depends on the fact
        """Whether the fact tells what has happened."""
        return self.name in FACTS and FACTS[self.name].is_event

    def passes(self, moment: Moment) -> bool:
        """Whether the fact is known and is what is asked for; of what is counted, something since the step began."""
        value = moment.facts.get(self.name)
        if self.name in FACTS and FACTS[self.name].is_counted:
            return self._reaches(moment.since_the_step_began(self.name), self.at_least or 1)
        if self.at_least is not None:
            return self._reaches(value, self.at_least)
        return value is not None and value == (True if self.equals is None else self.equals)

    def _reaches(self, value: object, least: float) -> bool:
        return isinstance(value, int | float) and value >= least


class Answered(BaseCheck, frozen=True, kw_only=True, tag="answered"):
    """The step's question has an answer; with `rightly` the right one."""

    rightly: bool = False

    def passes(self, moment: Moment) -> bool:
        """Whether an answer is chosen."""
        return moment.answer is not None and (moment.is_right or not self.rightly)


Check = (
    AllRight
    | CountRight
    | ErrorAtMost
    | Epochs
    | Updates
    | LinePassesBetween
    | LineSlope
    | Weights
    | HiddenCodes
    | Outputs
    | NetworkShape
    | Data
    | TrainingSetting
    | Fact
    | Answered
)
"""Every kind of check; a file tells them apart by `kind`."""
