"""What a network, its data and its training allow together, and what is said where they do not fit."""

from __future__ import annotations

import re

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.fit import check, check_gradient, check_loss, check_widths, has_ledger
from engine.network.network import Network
from engine.spec.errors import EngineError, Text
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer


def layers(*activations: str) -> NetworkSpec:
    """A network with one input and one unit a layer; a softmax layer has two."""
    return NetworkSpec(1, tuple(LayerSpec(2 if name == "softmax" else 1, name) for name in activations))


def targets(*values: float, test: tuple[float, ...] = ()) -> Dataset:
    """Samples of one input each, with these targets."""
    return Dataset(
        np.arange(len(values))[:, np.newaxis],
        np.array(values)[:, np.newaxis],
        np.arange(len(test))[:, np.newaxis],
        np.array(test).reshape(-1, 1),
    )


EMPTY = Dataset(np.empty((0, 1)), np.empty((0, 1)))
TWO_CLASSES, BIPOLAR = targets(0, 1), targets(-1, 1)
DEEP = layers("sigmoid", "sigmoid")
CROSS_ENTROPY = {"loss": "cross_entropy"}
PERCEPTRON, WIDROW_HOFF = {"rule": "perceptron"}, {"rule": "widrow_hoff"}

REFUSED = [
    (layers("sigmoid"), EMPTY, {}, "The data set is empty; add at least one training sample."),
    (
        NetworkSpec(2, (LayerSpec(1),)), TWO_CLASSES, {},
        "The network has 2 inputs but the data has 1 input column; "
        "give the network as many inputs as there are columns.",
    ),
    (
        NetworkSpec(1, (LayerSpec(3),)), TWO_CLASSES, {},
        "The output layer has 3 units but the data has 1 target column; "
        "give the output layer one unit for each column.",
    ),
    (
        DEEP, TWO_CLASSES, PERCEPTRON,
        "Training by perceptron is for one layer, but the network has 2; "
        "remove the hidden layers or choose gradient descent.",
    ),
    (
        DEEP, TWO_CLASSES, WIDROW_HOFF,
        "Training by widrow_hoff is for one layer, but the network has 2; "
        "remove the hidden layers or choose gradient descent.",
    ),
    (
        layers("sigmoid"), TWO_CLASSES, PERCEPTRON,
        "Training by perceptron needs sgn or step units, but the layer is sigmoid; "
        "change the activation or choose gradient descent.",
    ),
    *(
        (
            layers(activation), data, {**rule, "batch_size": size},
            f"Training by {rule['rule']} goes sample by sample; set the batch size to 1.",
        )
        for activation, data, rule in (("step", TWO_CLASSES, PERCEPTRON), ("linear", BIPOLAR, WIDROW_HOFF))
        for size in (None, 2)
    ),
    (
        layers("sgn"), TWO_CLASSES, PERCEPTRON,
        "sgn units answer -1 or 1, so the perceptron rule can never reach a target of 0; "
        "code the targets as -1 and 1 or choose step units.",
    ),
    (
        layers("step"), targets(0, 1, 0.25), PERCEPTRON,
        "step units answer 0 or 1, so the perceptron rule can never reach a target of 0.25; "
        "code the targets as 0 and 1 or choose sgn units.",
    ),
    (
        layers("step"), targets(0, 1, test=(0, -1)), PERCEPTRON,
        "step units answer 0 or 1, so the perceptron rule can never reach a target of -1; "
        "code the targets as 0 and 1 or choose sgn units.",
    ),
    (
        layers("step"), TWO_CLASSES, {"rule": "gradient_descent"},
        "Training by gradient_descent needs a gradient, and step units have none; "
        "choose sigmoid or tanh, or train one layer by the perceptron rule.",
    ),
    (
        layers("sigmoid", "step"), TWO_CLASSES, {"rule": "adam"},
        "Training by adam needs a gradient, and the step units of the output layer have none; "
        "choose sigmoid or tanh for it, or set the weights by hand.",
    ),
    (
        layers("tanh", "sgn", "sigmoid"), TWO_CLASSES, {"rule": "adam"},
        "Training by adam needs a gradient, and the sgn units of hidden layer 2 have none; "
        "choose sigmoid or tanh for it, or set the weights by hand.",
    ),
    *(
        (
            layers("sigmoid"), TWO_CLASSES, {"rule": rule, "batch_size": 1},
            f"Training by {rule} needs the whole set in one batch; set the batch size to whole set.",
        )
        for rule in ("rprop", "adaptive")
    ),
    *(
        (
            layers(activation), TWO_CLASSES, CROSS_ENTROPY,
            f"The cross-entropy needs sigmoid or softmax outputs, but the output layer is {activation}; "
            "change the output activation or choose the squared error.",
        )
        for activation in ("linear", "bipolar_sigmoid", "tanh", "relu", "leaky_relu", "sgn", "step")
    ),
    *(
        (
            layers("sigmoid"), data, CROSS_ENTROPY,
            f"The cross-entropy needs targets between 0 and 1, but they run from {low} to {high}; "
            "code the targets as 0 and 1 or choose the squared error.",
        )
        for data, low, high in (
            (BIPOLAR, -1, 1),
            (targets(0, 1.5), 0, 1.5),
            (targets(0, 1, test=(0, 2)), 0, 2),
            (targets(0, 1, test=(-0.5, 1)), -0.5, 1),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("network", "data", "settings", "sentence"), REFUSED)
def test_what_cannot_work_is_refused_with_what_to_change(
    network: NetworkSpec, data: Dataset, settings: dict[str, object], sentence: str
) -> None:
    training = TrainingSpec(**settings)
    for refuse in (lambda: check(network, data, training), lambda: Trainer(Network(network), data, training)):
        with pytest.raises(EngineError, match=f"^{re.escape(sentence)}$"):
            refuse()


@pytest.mark.parametrize(
    ("network", "data", "settings"),
    [
        (layers("step"), TWO_CLASSES, PERCEPTRON),
        (layers("sgn"), targets(-1, 1, test=(1, -1)), PERCEPTRON),
        (layers("step"), targets(1), {**PERCEPTRON, "batch_size": 5}),
        (layers("step"), targets(1), {**PERCEPTRON, "batch_size": None}),
        (layers("linear"), targets(0.3, 7), WIDROW_HOFF),
        (layers("step"), TWO_CLASSES, WIDROW_HOFF),
        (DEEP, targets(-3, 8), {"batch_size": None}),
        (DEEP, TWO_CLASSES, {"rule": "rprop", "batch_size": None}),
        (DEEP, TWO_CLASSES, {"rule": "adaptive", "batch_size": 2}),
        (DEEP, TWO_CLASSES, {"rule": "rprop", "batch_size": 9}),
        (DEEP, TWO_CLASSES, {"rule": "adam", "batch_size": 1}),
        (DEEP, targets(0, 1, test=(0.5,)), CROSS_ENTROPY),
        (layers("softmax"), Dataset([[0.0], [1.0]], np.eye(2)), CROSS_ENTROPY),
    ],
)
def test_what_fits_together_is_let_through(network: NetworkSpec, data: Dataset, settings: dict[str, object]) -> None:
    check(network, data, TrainingSpec(**settings))


def test_an_unknown_loss_is_refused_with_those_there_are() -> None:
    sentence = "There is no loss called 'hinge'; choose one of squared_error, cross_entropy."
    with pytest.raises(EngineError, match=f"^{re.escape(sentence)}$"):
        check_loss(DEEP, "hinge")


def test_the_first_layer_without_a_gradient_is_named_with_what_needs_it() -> None:
    sentence = "^Showing the steps needs a gradient, and the step units of hidden layer 1 have none"
    with pytest.raises(EngineError, match=sentence):
        check_gradient(layers("step", "sgn", "step"), Text("Showing the steps"))
    check_gradient(DEEP, Text("Showing the steps"))


@pytest.mark.parametrize(
    ("network", "rule", "has"),
    [
        (layers("step"), "perceptron", True),
        (layers("linear"), "widrow_hoff", True),
        (layers("sigmoid"), "gradient_descent", False),
        (DEEP, "perceptron", False),
        (DEEP, "adam", False),
    ],
)
def test_a_ledger_is_for_the_rules_of_one_layer(network: NetworkSpec, rule: str, has: bool) -> None:
    assert has_ledger(network, TrainingSpec(rule=rule)) is has


class TestWidths:
    RBF = NetworkSpec(2, (LayerSpec(3, "gaussian", "rbf"), LayerSpec(1)))  # 6 centres, 3 widths, 4 of the output

    def start(self, *widths: float) -> np.ndarray:
        return np.array([0.0] * 6 + list(widths) + [0.0] * 4)

    def test_the_smallest_width_is_wide_enough(self) -> None:
        check_widths(self.RBF, self.start(1e-3, 1.0, 5.0))

    @pytest.mark.parametrize(
        ("widths", "unit", "shown"), [((0.0009, 1, 1), 1, "0.0009"), ((1, 1, -2), 3, "-2"), ((1, np.nan, 1), 2, "nan")]
    )
    def test_a_unit_that_is_too_narrow_is_named(self, widths: tuple[float, ...], unit: int, shown: str) -> None:
        sentence = f"The width of an RBF unit must be 0.001 or more; that of unit {unit} would be {shown}."
        with pytest.raises(EngineError, match=f"^{re.escape(sentence)}$"):
            check_widths(self.RBF, self.start(*widths))

    def test_dense_layers_have_no_widths(self) -> None:
        check_widths(DEEP, np.zeros(DEEP.n_parameters))
