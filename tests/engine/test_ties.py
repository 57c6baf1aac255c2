"""On the line a threshold unit fires, whatever rounding makes of net input 0, and everywhere in the same way."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Dataset, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec, datasets
from engine.analysis.boundary import plane_in_box
from engine.analysis.evaluation import decided_classes
from engine.analysis.hidden_plane import answers, hidden_codes
from engine.network.kernels.memory_layout import NARROW, blas_form
from engine.network.reference_forward import reference_forward
from engine.training.ledger import Ledger, LedgerRow
from tests.helpers.by_hand import CORNERS, Start, net_at, run_by_hand, starts

PASSES = 40
"""By then every run is over or goes round."""
INPUTS = np.array(CORNERS, dtype=float)


def step_unit(start: Start, output: str = "step") -> Network:
    values = [*start.weights, -start.threshold]
    return Network(NetworkSpec(2, (LayerSpec(1, output),)), parameters=[float(value) for value in values])


def run(start: Start, is_locked: bool) -> tuple[Trainer, list[LedgerRow]]:
    """The run to its end, and its ledger."""
    network, data = step_unit(start), datasets.logic_gate(start.gate)
    network.trainable[2] = not is_locked
    training = TrainingSpec("perceptron", learning_rate=float(start.rate), stop_when_all_right=True, max_epochs=PASSES)
    trainer = Trainer(network, data, training)
    ledger = Ledger(network, 0, trainer.state(), data, training)
    steps = trainer.advance(10_000)
    ledger.advance(steps, None)
    return trainer, ledger.view().rows(1, steps)


@pytest.mark.parametrize("is_locked", [False, True], ids=["free", "locked"])
def test_all_864_starts_of_one_decimal_run_as_by_hand_to_their_end(is_locked: bool) -> None:
    ties = 0
    for start in starts():
        trainer, rows = run(start, is_locked)
        by_hand = list(run_by_hand(start, is_locked, PASSES))
        assert [row.outputs[0] for row in rows] == [presentation.output for presentation in by_hand], start
        is_tie = [presentation.net == 0 for presentation in by_hand]
        assert [row.net_inputs[0] == 0 for row in rows] == is_tie, start
        weights = [[*presentation.weights, -presentation.threshold] for presentation in by_hand]
        np.testing.assert_allclose([row.parameters for row in rows], np.array(weights, float), rtol=0, atol=1e-13)
        np.testing.assert_array_equal(rows[-1].parameters, trainer.network.parameters)
        answers = tuple(int(net_at(by_hand[-1].weights, by_hand[-1].threshold, corner) >= 0) for corner in CORNERS)
        assert tuple(trainer.network.predict(INPUTS)[:, 0]) == answers, start
        assert trainer.snapshot().n_right == sum(np.array(answers) == trainer.data.targets[:, 0]), start
        ties += sum(is_tie)
    assert ties > 1000


def test_the_example_of_the_ledger_that_showed_net_0_and_did_not_fire() -> None:
    network, data = (
        Network(NetworkSpec(2, (LayerSpec(1, "step"),)), parameters=[0.3, -0.1, -0.2]),
        datasets.logic_gate("and"),
    )
    network.trainable[2] = False
    training = TrainingSpec("perceptron", learning_rate=0.1, max_epochs=None, stop_when_all_right=True)
    trainer = Trainer(network, data, training)
    ledger = Ledger(network, 0, trainer.state(), data, training)
    ledger.advance(trainer.advance(8), None)
    last = ledger.view().rows(8, 8)[0]
    assert (last.net_inputs[0], last.outputs[0]) == (0, 1)
    trainer.run()
    np.testing.assert_allclose(network.parameters, [0.1, 0.1, -0.2], rtol=0, atol=1e-15)


def as_narrow(start: Start) -> tuple[Network, np.ndarray]:
    return step_unit(start), INPUTS


def as_wide(start: Start) -> tuple[Network, np.ndarray]:
    """Seven such units, so that the kernels take all of them at a time."""
    values = [[float(value)] * 7 for value in (*start.weights, -start.threshold)]
    return Network(NetworkSpec(2, (LayerSpec(7, "sgn"),)), parameters=np.ravel(values)), INPUTS


def as_blas(start: Start) -> tuple[Network, np.ndarray]:
    """Two such units that a hundred further inputs do not move, for 64 samples: a product for BLAS."""
    network = Network(NetworkSpec(102, (LayerSpec(2, "step"),)), parameters=np.zeros(206))
    network.weights[0][:2], network.biases[0][:] = [[float(w)] for w in start.weights], -float(start.threshold)
    return network, np.hstack([np.tile(INPUTS, (16, 1)), np.random.default_rng(0).normal(size=(64, 100))])


def test_the_three_ways_to_compute_are_those_of_the_kernels() -> None:
    start = starts()[0]
    (narrow, _), (wide, _), (blas, rows) = as_narrow(start), as_wide(start), as_blas(start)
    assert narrow.spec.n_outputs <= NARROW < wide.spec.n_outputs
    assert blas_form(blas.spec, len(rows)) == 1
    assert blas_form(wide.spec, len(INPUTS)) == 0


@pytest.mark.parametrize("form", [as_narrow, as_wide, as_blas])
def test_prediction_trace_and_reference_decide_as_by_hand(form) -> None:
    for start in starts()[::4]:
        network, inputs = form(start)
        nets = [net_at(start.weights, start.threshold, corner) for corner in CORNERS]
        fires = np.tile(np.array(nets, float)[:, np.newaxis] >= 0, (len(inputs) // 4, network.spec.n_outputs))
        trace, reference = network.trace(inputs), reference_forward(network.spec, network.parameters, inputs)
        for outputs in (network.predict(inputs), trace.activations[0], reference.activations[0]):
            np.testing.assert_array_equal(outputs == 1, fires, err_msg=str(start))
        for net_inputs in (trace.net_inputs[0], reference.net_inputs[0]):
            np.testing.assert_array_equal(net_inputs[:4, 0] == 0, [net == 0 for net in nets], err_msg=str(start))


def test_what_is_a_little_off_the_line_is_off_it() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), parameters=[0.3, -0.1, -0.2])
    for off, fires in ((-1e-12, 0), (-1e-13, 0), (1e-13, 1), (0.0, 1)):
        network.biases[0][0] = -0.2 + off
        assert network.predict([[1, 1]])[0, 0] == fires
        assert reference_forward(network.spec, network.parameters, np.array([[1.0, 1.0]])).activations[0][0, 0] == fires


@pytest.mark.parametrize("scale", [1e-300, 1e-30, 1e30, 1e300])
def test_the_size_of_the_numbers_is_no_matter(scale: float) -> None:
    for bias, fires in ((-0.2, 1), (-0.2 - 1e-12, 0)):
        network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), parameters=np.array([0.3, -0.1, bias]) * scale)
        assert network.predict([[1, 1]])[0, 0] == fires


def test_sums_beyond_all_numbers_and_nan_stay_what_they_are() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(2, "step"),)), parameters=[1.5e308, 1, -1.4e308, 1, 0, np.nan])
    for trace in (
        network.trace([[-1, -1]]),
        reference_forward(network.spec, network.parameters, np.array([[-1.0, -1.0]])),
    ):
        assert trace.net_inputs[0][0, 0] == pytest.approx(-0.1e308)
        assert trace.activations[0][0, 0] == 0
        assert np.isnan(trace.net_inputs[0][0, 1])


def test_the_hidden_plane_shows_what_the_network_computes() -> None:
    layers = (LayerSpec(2, "step"), LayerSpec(1, "step"))
    network = Network(NetworkSpec(2, layers), parameters=[0.3, -0.3, -0.1, 0.1, -0.2, 0.2, 0.3, -0.1, -0.2])
    codes = hidden_codes(network.spec, network.parameters, INPUTS)
    np.testing.assert_array_equal(codes, [[0, 1], [0, 1], [1, 0], [1, 1]])  # (1, 1) is on both lines
    np.testing.assert_array_equal(codes, network.trace(INPUTS).activations[0])
    outputs = answers(network.spec, network.parameters, codes)
    np.testing.assert_array_equal(outputs, [[0], [0], [1], [1]])  # so is its code
    np.testing.assert_array_equal(outputs, network.predict(INPUTS))


@pytest.mark.parametrize("activation", ["linear", "tanh", "sigmoid"])
def test_an_output_on_the_middle_of_the_codes_is_high(activation: str) -> None:
    low = 0.0 if activation == "sigmoid" else -1.0
    data = Dataset([[1, 1], [0, 0]], [1, low])
    network = Network(NetworkSpec(2, (LayerSpec(1, activation),)), parameters=[0.3, -0.1, -0.2])
    outputs = network.predict(data.inputs)
    assert outputs[0, 0] <= (1 + low) / 2
    assert data.right(outputs).tolist() == [True, True]
    assert decided_classes(data, outputs).tolist() == [1, 0]
    assert Trainer(network, data, TrainingSpec()).snapshot().n_right == 2


def test_a_plane_through_corners_of_a_box_has_them_as_corners() -> None:
    corners = plane_in_box([0.3, -0.1, 0.5], -0.2, [0, 0, 0], [1, 1, 1])
    assert [1.0, 1.0, 0.0] in corners.tolist()
