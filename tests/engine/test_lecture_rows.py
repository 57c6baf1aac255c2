"""The lecture's rows L1 to L13, one test each: the index of the numbers that the engine must give.

The rows' further promises (gradients against finite differences, a thousand sets, every edge case) are tested beside
the modules that keep them; here stands what the lecture's own pages show.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec, Project, Trainer, TrainingSpec
from engine.analysis.boundary import Line, plane_in_box
from engine.analysis.hidden_plane import hidden_codes, output_layer
from engine.analysis.separability import unit_separability
from engine.expression import evaluate, parse
from engine.network.back_propagation import back_propagation
from engine.network.batch_back_propagation import matrices
from engine.network.network_start import NetworkStart
from engine.project.demos import demo
from engine.project.edits.rbf import place, solve_output
from engine.project.race.depth import COUNTEREXAMPLE, NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN, DepthPlan
from engine.project.race.moment import RaceView
from engine.project.race.race import Race
from engine.training.convergence import find_cycle
from engine.training.ledger import Ledger, LedgerView
from engine.training.starts.success_rate import attempts
from tests.helpers.lecture import LECTURE_WEIGHTS

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def network_of(project: Project) -> Network:
    return Network(project.network, seed=project.training.seed, parameters=project.parameters)


def answers(name: str, **data: object) -> list[float]:
    """What the network of an example answers on its data set."""
    project = demo(name)
    predictions = network_of(project).predict(replace(project.dataset, **data).build().inputs)
    return [float(value) for value in predictions[:, 0]]


def recorded(name: str, steps: int) -> LedgerView:
    """The ledger of so many presentations, whatever would end the run."""
    project = demo(name)
    data = project.dataset.build()
    training = replace(project.training, max_epochs=None, stop_when_all_right=False)
    trainer = Trainer(network_of(project), data, training)
    ledger = Ledger(trainer.network, 0, trainer.state(), data, training)
    ledger.advance(trainer.advance(steps), None)
    return ledger.view()


def test_l01_units_answer_sgn_of_net_minus_threshold_and_fire_on_the_line() -> None:
    spec = NetworkSpec(2, (LayerSpec(3, "sgn"),))
    weights, thresholds = np.array([[0.5, 1, -1], [0.5, -1, 2]]), np.array([0.75, 0, 0.5])
    network = Network(spec, parameters=[*weights.ravel(), *-thresholds])
    inputs = np.array([[0, 0], [1, 1], [0.75, 0.75], [2, -1]])
    net_inputs = inputs @ weights - thresholds
    assert net_inputs[2, 0] == net_inputs[0, 1] == 0, "the set has samples on a line"
    trace = network.trace(inputs)
    np.testing.assert_array_equal(trace.net_inputs[0], net_inputs)
    np.testing.assert_array_equal(trace.activations[0], np.where(net_inputs >= 0, 1, -1))


def test_l02_the_boundary_is_a_line_in_the_plane_and_a_plane_in_space() -> None:
    line = Line(0.5, 0.25, -1.0)  # x1 = −0.5·x2 + 2
    for x2 in (-1.0, 0.0, 3.0):
        assert line.net_input(-0.5 * x2 + 2, x2) == 0
        assert line.net_input(-0.5 * x2 + 2.1, x2) > 0
    corners = plane_in_box([1.0, 1.0, 1.0], -1.5, [0, 0, 0], [1, 1, 1])
    assert len(corners) == 6  # x1 + x2 + x3 = 1.5 cuts the unit cube in a regular hexagon
    np.testing.assert_allclose(corners.sum(axis=1), 1.5)


def test_l03_and_and_or_by_hand() -> None:
    for name, weights, threshold in (("and_by_hand", (0.5, 0.5), 0.75), ("or_by_hand", (1.0, 1.0), 0.5)):
        assert demo(name).parameters.array.tolist() == [*weights, -threshold]
    assert answers("and_by_hand") == [0, 0, 0, 1]
    assert answers("or_by_hand") == [0, 1, 1, 1]
    assert answers("or_by_hand", input_coding=(-1.0, 1.0)) == [0, 0, 0, 1], "OR's line is one for 0/1 inputs"


def test_l04_the_worked_example_of_the_learning_rule() -> None:
    rows = recorded("lecture", 15).rows(0, 15)
    weights = [(-row.parameters[3], *row.parameters[:3]) for row in rows]
    np.testing.assert_allclose(weights, LECTURE_WEIGHTS, rtol=0, atol=1e-12)
    np.testing.assert_allclose([row.net_inputs[0] for row in rows[1:4]], [2.5, -1.6, -2.1], atol=1e-12)
    assert [row.targets[0] for row in rows[1:4]] == [-1, -1, 1]
    project = demo("lecture")
    trainer = Trainer(network_of(project), project.dataset.build(), project.training)
    trainer.run()
    snapshot = trainer.snapshot()
    assert (trainer.stop_reason, snapshot.n_right) == ("all_right", 3)
    assert trainer.updates_per_epoch * snapshot.epoch + snapshot.step == 12


def test_l05_xor_is_not_separable_and_the_run_cycles() -> None:
    """The thousand sets: tests/engine/analysis/test_separability.py."""
    for gate, separable in (("and", True), ("or", True), ("xor", False)):
        verdict = unit_separability(DatasetSpec(gate).build())[0]
        assert (verdict.separable, verdict.is_exact) == (separable, True)
    view = recorded("xor_perceptron", 400)
    cycle = find_cycle(view, 400)
    assert cycle is not None
    assert cycle.length == 4
    first, again = (view.rows(step, step)[0].parameters for step in (cycle.first, cycle.again))
    np.testing.assert_allclose(first, again, rtol=0, atol=1e-9)
    assert any(row.corrected().any() for row in view.rows(397, 400)), "it never ends by itself"


def test_l06_xor_by_hand_has_the_lectures_hidden_codes() -> None:
    project = demo("xor_by_hand")
    codes = hidden_codes(project.network, project.parameters.array, np.array(CORNERS, float))
    assert codes.tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    assert answers("xor_by_hand") == [0, 1, 1, 0]
    _, output = output_layer(project.network, project.parameters.array)
    line = Line(*output)  # the one line of the (y1, y2) plane
    assert [line.net_input(*code) >= 0 for code in codes] == [False, True, True, False]


def test_l07_regions_by_depth_on_xor_and_where_the_claim_ends() -> None:
    race = Race(DepthPlan())
    race.advance(1_000)
    found = RaceView(race).moment(48)
    assert found[NO_HIDDEN].undecided
    assert found[NO_HIDDEN].n_right < 4
    assert [found[name].n_right for name in (ONE_HIDDEN, TWO_HIDDEN, RBF)] == [4, 4, 4]
    straight = Race(DepthPlan(DatasetSpec("and")))
    straight.advance(300)
    assert RaceView(straight).moment(48)[NO_HIDDEN].shape.half_plane
    islands = Race(COUNTEREXAMPLE)
    islands.advance(2_000)
    shape = RaceView(islands).moment(48)[ONE_HIDDEN].shape
    assert (shape.parts, shape.convex) == (2, False), "sigmoid units of one layer make other shapes, too"


def test_l08_the_computation_graph() -> None:
    graph = parse("(x + y) * z")
    found = evaluate(graph, {"x": -2, "y": 5, "z": -4})
    pairs = {node.name: (found.values[k], found.gradients[k]) for k, node in enumerate(graph.nodes)}
    assert pairs == {"x": (-2, -4), "y": (5, -4), "q": (3, -4), "z": (-4, 3), "f": (-12, 1)}
    for edge in (edge for edges in found.contributions for edge in edges):
        assert edge.upstream * edge.local == edge.downstream


def test_l09_the_formulas_of_back_propagation() -> None:
    v11, v12, v21, v22, b1, b2, w1, w2, b = start = [0.2, -0.3, 0.4, 0.1, -0.4, 0.2, -0.3, -0.2, 0.1]
    x1, x2, d, eta = 1.0, 0.5, 1.0, 0.5
    for activation, f, slope in (
        ("sigmoid", lambda net: 1 / (1 + math.exp(-net)), lambda y: y * (1 - y)),
        ("bipolar_sigmoid", lambda net: (1 - math.exp(-net)) / (1 + math.exp(-net)), lambda y: (1 - y * y) / 2),
        ("tanh", math.tanh, lambda y: 1 - y * y),
    ):
        y1, y2 = f(x1 * v11 + x2 * v21 + b1), f(x1 * v12 + x2 * v22 + b2)
        o = f(y1 * w1 + y2 * w2 + b)
        delta = (d - o) * slope(o)
        delta1, delta2 = delta * w1 * slope(y1), delta * w2 * slope(y2)
        network = Network(NetworkSpec(2, (LayerSpec(2, activation), LayerSpec(1, activation))), parameters=start)
        found = back_propagation(network, [x1, x2], [d], TrainingSpec(learning_rate=eta))
        np.testing.assert_allclose([*found.activations[0], *found.activations[1]], [y1, y2, o], rtol=1e-13)
        np.testing.assert_allclose([*found.deltas[0], *found.deltas[1]], [delta1, delta2, delta], rtol=1e-12)
        assert found.loss == pytest.approx((d - o) ** 2 / 2, rel=1e-13)
        steps = [delta1 * x1, delta2 * x1, delta1 * x2, delta2 * x2, delta1, delta2, delta * y1, delta * y2, delta]
        np.testing.assert_allclose(found.changes, np.multiply(eta, steps), rtol=1e-12)


def test_l10_the_flow_adjusts_sample_by_sample_until_the_error_is_met() -> None:
    project = demo("xor")
    data = project.dataset.build()
    trainer = Trainer(network_of(project), data, project.training)
    assert np.abs(trainer.network.parameters).max() <= project.network.initial_range, "small random weights"
    for sample in range(4):
        told = back_propagation(trainer.network, data.inputs[sample], data.targets[sample], project.training)
        trainer.step()
        np.testing.assert_allclose(trainer.network.parameters, told.new_parameters, rtol=0, atol=1e-15)
    trainer.run()
    assert trainer.stop_reason == "target_error"
    assert trainer.snapshot().loss_sum <= project.training.target_error == 0.02


def test_l11_the_xor_run_and_how_often_two_hidden_units_fail() -> None:
    project = demo("xor_run")
    trainer = Trainer(network_of(project), project.dataset.build(), project.training)
    trainer.run()
    tables = (
        (1, [0.5, 0.5, 0.5, 0.5], 0.5, 0.005),
        (8_000, [0.119, 0.727, 0.734, 0.415], 0.166, 0.005),
        (11_050, [0.05, 0.941, 0.941, 0.078], 0.008, 0.003),
    )
    for found, (epoch, outputs, error, tolerance) in zip(trainer.snapshot().milestones, tables, strict=True):
        assert found.epoch == epoch
        np.testing.assert_allclose(found.outputs[:, 0], outputs, rtol=0, atol=0.02)
        assert found.loss_sum == pytest.approx(error, abs=tolerance)
    training = TrainingSpec(learning_rate=0.5, target_error=0.02, max_epochs=20_000)
    spec = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
    succeeded = [
        attempt.succeeded for attempt in attempts(NetworkStart(spec), project.dataset.build(), training, range(30))
    ]
    assert 0 < sum(succeeded) < 30


def test_l12_the_softmax_networks_matrices() -> None:
    project = demo("softmax_moons")
    data, network = project.dataset.build(), network_of(project)
    (w1, w2), (b1, b2) = network.weights, network.biases
    z1 = data.inputs @ w1 + b1
    a1 = np.tanh(z1)
    z2 = a1 @ w2 + b2
    guess = np.exp(z2) / np.exp(z2).sum(axis=1, keepdims=True)
    delta3 = (guess - data.targets) / 200
    delta2 = (1 - np.tanh(z1) ** 2) * (delta3 @ w2.T)
    expected = {
        ("net_inputs", 0): z1, ("activations", 0): a1, ("net_inputs", 1): z2, ("activations", 1): guess,
        ("deltas", 1): delta3, ("deltas", 0): delta2,
        ("weight_gradients", 1): a1.T @ delta3, ("bias_gradients", 1): delta3.sum(axis=0, keepdims=True),
        ("weight_gradients", 0): data.inputs.T @ delta2, ("bias_gradients", 0): delta2.sum(axis=0, keepdims=True),
    }  # fmt: skip
    found = {(part.kind, part.layer): part.values for part in matrices(network, data, "cross_entropy")}
    for name, values in expected.items():
        assert found[name].shape == values.shape
        np.testing.assert_allclose(found[name], values, rtol=1e-11, atol=1e-14, err_msg=str(name))
    loss = -(data.targets * np.log(guess)).sum() / 200
    assert network.loss(data.inputs, data.targets, "cross_entropy") == pytest.approx(loss, rel=1e-12)


def test_l13_rbf_by_least_squares_and_by_gradient() -> None:
    project = demo("rbf_xor")
    solved = solve_output(project, project.parameters.array).project
    near = math.exp(-1)  # the bell of (0, 0) with σ² = ½ at distance 1
    trace = network_of(solved).trace(CORNERS)
    np.testing.assert_allclose(trace.activations[0][:, 0], [1, near, near, near**2], rtol=1e-12)
    np.testing.assert_allclose(trace.activations[1][:, 0], [0, 1, 1, 0], atol=1e-9)
    trainer = Trainer(network_of(project), project.dataset.build(), project.training)
    trainer.run()
    assert (trainer.stop_reason, trainer.snapshot().n_right) == ("target_error", 4)
    curve = demo("rbf_curve")
    placed = place(curve, curve.parameters.array, "kmeans", "neighbours", 1.0).project
    fitted = solve_output(placed, placed.parameters.array).project
    data = curve.dataset.build()
    assert network_of(fitted).loss(data.inputs, data.targets) * data.n_samples < 0.3
