"""A unit, or a small network, as an expression: its value and its gradients are the network's."""

from __future__ import annotations

import numpy as np
import pytest

from engine import EngineError, LayerSpec, Network, NetworkSpec
from engine.analysis.unit_expression import NamedExpression, network_expression, unit_expression
from engine.expression import GRAPH_FUNCTIONS, Evaluation, evaluate, parse
from engine.spec.activations import ACTIVATIONS

X, D = np.array([0.3, -0.8]), np.array([1.0, 0.0, 0.0])


def evaluated(found: NamedExpression) -> Evaluation:
    graph = parse(found.text, GRAPH_FUNCTIONS)
    assert {node.name for node in graph.nodes if node.name and node.operation is None} <= set(found.values)
    evaluation = evaluate(graph, found.values)
    assert evaluation.fault is None
    return evaluation


def gradients(found: NamedExpression) -> dict[str, float]:
    evaluation = evaluated(found)
    nodes = parse(found.text, GRAPH_FUNCTIONS).nodes
    return {n.name: g for n, g in zip(nodes, evaluation.gradients, strict=True) if n.name in found.values}


@pytest.mark.parametrize(
    "activation", [name for name, entry in ACTIVATIONS.items() if entry.has_gradient and not entry.compares_units]
)
def test_a_hidden_unit_answers_as_in_the_network(activation: str) -> None:
    layer = LayerSpec(3, activation, "rbf" if ACTIVATIONS[activation].is_radial else "dense")
    network = Network(NetworkSpec(2, (layer, LayerSpec(1, "linear"))), seed=2)
    expected = network.trace(X[None]).activations[0][0]
    for unit in range(3):
        found = unit_expression(network, X, D[:1], (0, unit), "squared_error")
        assert evaluated(found).values[-1] == pytest.approx(expected[unit], rel=1e-13)


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_a_whole_small_network_hands_back_the_gradient_of_back_propagation(output: str, loss: str) -> None:
    units = 1 if output == "sigmoid" else 3
    network = Network(NetworkSpec(2, (LayerSpec(2, "tanh"), LayerSpec(units, output))), seed=4)
    found = network_expression(network, X, D[:units], loss) if output == "sigmoid" else None
    if found is None:
        found = unit_expression(network, X, D, (1, 0), "cross_entropy")
        expected = -np.log(network.predict(X[None])[0, 0])
        assert evaluated(found).values[-1] == pytest.approx(expected, rel=1e-13)
        return
    assert evaluated(found).values[-1] == pytest.approx(network.loss(X[None], D[None, :1], loss), rel=1e-13)
    by_name = gradients(found)
    names = ["wa1", "wb1", "wa2", "wb2", "ba", "bb", "w1", "w2", "b"]
    expected = network.gradient(X[None], D[None, :1], loss)
    np.testing.assert_allclose([by_name[name] for name in names], expected, rtol=1e-12)


def test_what_has_no_gradient_and_what_is_too_large_is_refused() -> None:
    step = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), seed=0)
    with pytest.raises(EngineError, match="no gradient"):
        unit_expression(step, X, D[:1], (0, 0), "squared_error")
    large = Network(NetworkSpec(2, (LayerSpec(40, "tanh"), LayerSpec(1, "tanh"))), seed=0)
    for refused in (lambda: network_expression(large, X, D[:1], "squared_error"),
                    lambda: unit_expression(large, X, D[:1], (1, 0), "squared_error")):  # fmt: skip
        with pytest.raises(EngineError, match="fewer inputs"):
            refused()
    many = Network(NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(1, "tanh"))), seed=0)
    with pytest.raises(EngineError, match="fewer inputs"):  # 17 parameters, 2 inputs, a target: too many variables
        network_expression(many, X, D[:1], "squared_error")


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
def test_a_softmax_layer_s_units_are_one_node_each_with_the_gradient_of_back_propagation(loss: str) -> None:
    network = Network(NetworkSpec(2, (LayerSpec(2, "relu"), LayerSpec(2, "softmax"))), seed=6)
    targets = np.array([0.0, 1.0])
    found = network_expression(network, X, targets, loss)
    assert found.text.count("relu") >= 2
    symbols = [node.operation.symbol for node in parse(found.text, GRAPH_FUNCTIONS).nodes if node.operation]
    assert symbols.count("softmax") == 2
    assert evaluated(found).values[-1] == pytest.approx(network.loss(X[None], targets[None], loss), rel=1e-13)
    by_name = gradients(found)
    names = ["wa1", "wb1", "wa2", "wb2", "ba", "bb", "wa2_1", "wb2_1", "wa2_2", "wb2_2", "ba2_", "bb2_"]
    expected = network.gradient(X[None], targets[None], loss)
    np.testing.assert_allclose([by_name[name] for name in names], expected, rtol=1e-12, atol=1e-15)

    unit = unit_expression(network, X, targets, (1, 1), loss)
    assert "softmax(w1*y1 + w2*y2 + b, z1)" in unit.text
