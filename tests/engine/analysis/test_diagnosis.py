"""A diagnosis names the cause that was put in, with figures that hold, and is silent about runs that learn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import engine
from engine import Dataset, DatasetSpec, EngineError, Finding, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.analysis.diagnosis.course import Course, course_of
from engine.analysis.diagnosis.finding import KINDS, REASONS
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.standing import stuck_samples, stuck_text
from engine.data import datasets
from engine.training.history import History

XOR = datasets.logic_gate("xor")
AND = datasets.logic_gate("and")


def network(n_inputs: int, *layers: tuple[int, str], **start: object) -> NetworkSpec:
    """A network of these layers."""
    made = tuple(LayerSpec(units, activation) for units, activation in layers)
    return NetworkSpec(n_inputs, made, **start)  # type: ignore[arg-type]


def trained(network: Network | NetworkSpec, data: Dataset, epochs: int, **settings: object) -> Trainer:
    """A Trainer after so many passes."""
    made = network if isinstance(network, Network) else Network(network, seed=int(settings.get("seed", 0)))  # type: ignore[call-overload]
    trainer = Trainer(made, data, TrainingSpec(**settings))  # type: ignore[arg-type]
    trainer.run(epochs=epochs)
    return trainer


def found(trainer: Trainer, kind: str) -> Finding:
    """The finding of `kind`, which must be the first or second one."""
    findings = engine.diagnose(trainer)
    assert kind in [finding.kind for finding in findings[:2]]
    return next(finding for finding in findings if finding.kind == kind)


def mended(trainer: Trainer, finding: Finding, epochs: int = 3000) -> Trainer:
    """A run with the first remedy."""
    other = finding.remedies[0].trainer_from(trainer)
    other.run(epochs=epochs)
    return other


def test_contradictory_samples_are_told_with_the_error_that_they_leave() -> None:
    """(0) → 0 and (0) → 1: the best answer is ½, which leaves ½ (¼ + ¼) = ¼, or ln 2 twice, over three samples."""
    data = Dataset([[0.0], [0.0], [1.0]], [[0.0], [1.0], [1.0]])
    trainer = trained(network(1, (3, "tanh"), (1, "sigmoid")), data, 3000)
    finding = found(trainer, "contradictory")
    assert finding.evidence.samples == (0, 1)
    assert finding.evidence["least_error"] == pytest.approx(0.25 / 3)
    assert finding.evidence["share_of_error"] == 1.0  # one of the two is wrong, and nothing else
    assert finding.remedies[0].without == (1,)
    assert mended(trainer, finding).loss < 0.01
    other = trained(network(1, (3, "tanh"), (1, "sigmoid")), data, 3000, loss="cross_entropy")
    assert found(other, "contradictory").evidence["least_error"] == pytest.approx(2 * np.log(2) / 3)


def test_xor_is_not_separable_and_the_corners_prove_it() -> None:
    finding = found(trained(network(2, (1, "step")), XOR, 60, rule="perceptron"), "not_separable")
    assert finding.evidence.samples == (0, 1, 2, 3)  # the diagonals of the square cross
    assert finding.evidence["is_exact"] == 1.0
    assert len(finding.remedies[0].network.layers) == 2
    assert not engine.diagnose(trained(network(2, (1, "step")), AND, 60, rule="perceptron"))


def test_one_hidden_unit_is_too_few_for_xor() -> None:
    trainer = trained(network(2, (1, "tanh"), (1, "sigmoid")), XOR, 4000)
    finding = found(trainer, "too_few_units")
    assert finding.evidence.units == ((0, 0),)
    assert finding.remedies[0].network.layers[0].units > 1
    assert mended(trainer, finding).loss < 0.02


def test_targets_outside_the_range_of_the_outputs_are_counted() -> None:
    """AND in ±1 for a sigmoid: three targets of −1 stay 1 away, which is 3 · ½ over 4 samples."""
    data = datasets.logic_gate("and", target_coding=(-1.0, 1.0))
    finding = found(trained(network(2, (3, "tanh"), (1, "sigmoid")), data, 2000), "target_range")
    assert finding.evidence.samples == (0, 1, 2)
    assert finding.evidence["least_error"] == pytest.approx(3 * 0.5 / 4)
    assert finding.evidence["range"] == (0.0, 1.0)
    assert finding.remedies[0].network.layers[-1].activation == "tanh"
    half_open = found(trained(network(2, (3, "tanh"), (1, "relu")), data, 2000), "target_range")
    assert str(half_open.measured) == "3 samples have desired outputs below 0, the least that relu units answer"


def test_an_error_that_grows_without_becoming_infinite_diverges() -> None:
    """x = ±1, d = ±1, whole set: w − 1 is multiplied by 1 − η = −1.1 in each epoch, and the error by 1.21."""
    data = Dataset([[-1.0], [1.0]], [[-1.0], [1.0]], is_function=True)
    start = Network(network(1, (1, "linear")), parameters=[0.0, 0.0])
    trainer = trained(start, data, 60, learning_rate=2.1, batch_size=None)
    finding = found(trainer, "diverging")
    assert trainer.loss == pytest.approx(0.5 * 1.21**60)
    assert finding.evidence["mean_error"] == pytest.approx(0.5)
    assert finding.evidence["learning_rate"] == 2.1
    assert finding.remedies[0].training.learning_rate < 2.0
    assert mended(trainer, finding).loss < 1e-6


def test_a_run_beyond_all_numbers_diverges() -> None:
    data = Dataset([[-1.0], [1.0]], [[-1.0], [1.0]], is_function=True)
    trainer = trained(network(1, (1, "linear")), data, 10_000, learning_rate=5.0, batch_size=None)
    assert trainer.stop_reason == "diverged"
    assert engine.diagnose(trainer)[0].kind == "diverging"


def test_units_that_start_equal_stay_equal() -> None:
    trainer = trained(network(2, (3, "sigmoid"), (1, "sigmoid"), initialization="zeros"), XOR, 6000)
    finding = engine.diagnose(trainer)[0]
    assert finding.kind == "symmetric"
    assert finding.evidence.units == ((0, 0), (0, 1), (0, 2))
    weights = trainer.network.weights[0]
    assert np.ptp(weights, axis=1) == pytest.approx([0.0, 0.0], abs=1e-12)
    assert finding.remedies[0].network.initialization == "uniform"


def test_a_relu_unit_that_is_off_everywhere_is_dead() -> None:
    start = Network(network(2, (3, "relu"), (1, "sigmoid")), seed=1)
    start.biases[0][:] = (-9.0, -9.0, -12.0)
    trainer = trained(start, XOR, 1000, seed=1)
    finding = found(trainer, "dead_units")
    net_inputs = XOR.inputs @ trainer.network.weights[0] + trainer.network.biases[0]
    assert finding.evidence.units == ((0, 0), (0, 1), (0, 2))
    assert finding.evidence["largest_net_inputs"] == pytest.approx(tuple(net_inputs.max(axis=0)))
    assert net_inputs.max() < 0


def test_units_far_from_net_input_0_are_saturated() -> None:
    start = Network(network(2, (3, "sigmoid"), (1, "sigmoid")), seed=1)
    start.biases[0][:] = (25.0, -25.0, 30.0)
    trainer = trained(start, XOR, 1000, seed=1)
    finding = found(trainer, "saturated")
    output = 1.0 / (1.0 + np.exp(-(XOR.inputs @ trainer.network.weights[0] + trainer.network.biases[0])))
    slopes = output * (1.0 - output) / 0.25
    assert finding.evidence["share_flat"] == (slopes < 0.02).mean() == 1.0
    assert finding.evidence["median_slope"] == pytest.approx(np.median(slopes), rel=1e-3)
    assert mended(trainer, finding, 6000).loss < 0.02


def test_units_that_are_steep_because_the_run_has_learned_are_no_trouble() -> None:
    """Two units round a circle: most of the error is gone, and no other start of two units gets much lower."""
    circles = datasets.make("circles", n_samples=40, noise=0.05, seed=0)
    trainer = trained(network(2, (2, "sigmoid"), (1, "sigmoid")), circles, 3000, learning_rate=2.0)
    output = trainer.network.trace(circles.inputs).activations[0]
    assert (output * (1 - output) / 0.25 < 0.02).mean() > 0.8
    assert "saturated" not in [finding.kind for finding in engine.diagnose(trainer)]


def test_sure_but_wrong_outputs_want_the_cross_entropy() -> None:
    start = Network(network(2, (4, "tanh"), (1, "sigmoid")), seed=1)
    start.biases[1][:] = 20.0
    trainer = trained(start, AND, 1000, seed=1)
    finding = found(trainer, "loss_mismatch")
    assert finding.evidence.samples == (0, 1, 2)  # all three zeros are answered 1
    assert finding.evidence["largest_slope"] < 1e-6
    assert finding.remedies[0].training.loss == "cross_entropy"
    on = replace(trainer.training, loss="cross_entropy")
    same = Trainer(trainer.network.copy(), AND, on)
    same.run(epochs=2000)
    assert AND.right(same.network.predict(AND.inputs)).all()  # type: ignore[union-attr]


def test_sure_but_wrong_outputs_without_a_cross_entropy_are_saturated() -> None:
    """AND in ±1, all four answered by 1: three errors of 2, and the fourth sample is right."""
    data = datasets.logic_gate("and", target_coding=(-1.0, 1.0))
    start = Network(network(2, (4, "tanh"), (1, "tanh")), seed=1)
    start.biases[1][:] = 20.0
    finding = found(trained(start, data, 1000, seed=1), "saturated")
    assert finding.evidence.samples == (0, 1, 2)
    assert finding.evidence.units == ((1, 0),)
    assert finding.evidence["share_of_error"] == pytest.approx(1.0)
    assert "for 3 samples the output is sure but wrong" in str(finding.measured)


def test_inputs_of_wildly_different_scale_are_told_with_their_largest_values() -> None:
    moons = datasets.make("moons", n_samples=40, noise=0.05, seed=3)
    data = Dataset(moons.inputs * (1.0, 2000.0), moons.targets)
    finding = found(trained(network(2, (6, "tanh"), (1, "sigmoid")), data, 2000), "input_scale")
    assert finding.evidence["largest_value"] == np.abs(data.inputs[:, 1]).max()
    assert finding.evidence["smallest_value"] == np.abs(data.inputs[:, 0]).max()
    assert finding.remedies[0].scaling == "standardise"


def test_a_rate_that_no_longer_changes_the_digits_is_too_small() -> None:
    trainer = trained(network(2, (4, "sigmoid"), (1, "sigmoid")), AND, 800, learning_rate=1e-6)
    finding = found(trainer, "rate_too_small")
    losses = trainer.history.losses[-400:]
    assert finding.evidence["change"] == pytest.approx(np.median(np.abs(np.diff(losses))) / np.median(losses))
    assert finding.evidence["gain"] > 1000 * finding.evidence["gain_now"]  # type: ignore[operator]
    remedy = finding.remedies[0]
    assert remedy.goes_on
    assert remedy.training.learning_rate > 0.01


def test_a_rate_that_has_decayed_to_0_is_too_small() -> None:
    """Ten times 0 is 0: larger rates begin at a millionth of the usual one."""
    layers = (4, "sigmoid"), (1, "sigmoid")
    trainer = trained(network(2, *layers), AND, 800, learning_rate=0.5, learning_rate_decay=1e308)
    assert trainer.learning_rate == 0
    remedy = found(trainer, "rate_too_small").remedies[0]
    assert 0.01 < remedy.training.learning_rate <= 1
    assert remedy.training.learning_rate_decay == 0


def test_an_error_that_jumps_up_and_down_oscillates() -> None:
    """x = 1, d = ½: the sum s of weight and bias makes steps of −2η (tanh s − ½)(1 − tanh² s).

    At the minimum the curvature along these steps is 2 · (¾)² = 1.125, so that η above 2 / 1.125 = 1.78 overshoots.
    """
    data = Dataset([[1.0]], [[0.5]], is_function=True)
    start = Network(network(1, (1, "tanh")), parameters=[0.0, 0.0])
    trainer = trained(start, data, 300, learning_rate=2.2)
    position, losses = 0.0, []
    for _ in range(300):
        position -= 2 * 2.2 * (np.tanh(position) - 0.5) * (1 - np.tanh(position) ** 2)
        losses.append(0.5 * (np.tanh(position) - 0.5) ** 2)
    finding = found(trainer, "oscillating")
    low, high = np.percentile(losses, (10, 90))
    assert trainer.history.losses == pytest.approx(losses)
    assert finding.evidence["rises"] == np.count_nonzero(np.diff(losses) > 1e-9)
    assert finding.evidence["swing"] == pytest.approx((high - low) / np.median(losses))
    assert finding.remedies[0].training.learning_rate < 1.78
    assert mended(trainer, finding).loss < 1e-9


def test_a_penalty_that_holds_the_weights_near_0_is_too_large() -> None:
    """l2 = 0.1 on XOR: all weights go to 0 and every output to ½, an error of ½ · ¼."""
    trainer = trained(network(2, (4, "sigmoid"), (1, "sigmoid")), XOR, 1500, l2=0.1)
    finding = found(trainer, "penalty")
    assert finding.evidence["error"] == pytest.approx(0.125, abs=1e-3)
    assert finding.evidence["lower_error"] < 0.02  # type: ignore[operator]
    assert all(abs(weights).max() < 0.1 for weights in trainer.network.weights)
    assert mended(trainer, finding).loss < 0.01


def test_steps_far_too_large_leave_sure_but_wrong_outputs_and_want_a_smaller_rate() -> None:
    trainer = trained(network(2, (4, "sigmoid"), (1, "sigmoid")), XOR, 1000, learning_rate=100.0)
    finding = found(trainer, "loss_mismatch")
    assert finding.remedies[0].training.learning_rate < 100.0
    assert mended(trainer, finding).loss < 0.01


def test_pixels_that_are_nearly_always_0_are_no_other_scale() -> None:
    digits = DatasetSpec("digits").build()
    spec = network(64, (6, "sigmoid"), (10, "softmax"), initial_range=0.01)
    trainer = trained(spec, digits, 30, learning_rate=1e-6, batch_size=32)
    assert [finding.kind for finding in engine.diagnose(trainer)] == ["rate_too_small"]


def test_a_saddle_is_a_plateau_with_a_way_down() -> None:
    trainer = trained(network(2, (4, "sigmoid"), (4, "sigmoid"), (4, "sigmoid"), (1, "sigmoid")), XOR, 2000)
    finding = found(trainer, "plateau")
    gradient = trainer.network.gradient(XOR.inputs, XOR.targets)
    assert finding.evidence["gradient"] == pytest.approx(np.linalg.norm(gradient))
    assert finding.evidence["bottom"] < 0.9 * trainer.loss  # type: ignore[operator]
    assert sorted(finding.evidence.samples) == [0, 1, 2, 3]  # a quarter of the error each


def test_stuck_samples_are_named_where_they_get_about_the_same_answer() -> None:
    """y = x answers 2 and 3, an eighth of the range of the targets 0 … 8 apart, and far less of 0 … 203."""
    start = Network(network(1, (1, "linear")), parameters=[1.0, 0.0])
    inputs = [[0.0], [1.0], [2.0], [3.0]]
    apart, alike = (
        Measurements(Trainer(start.copy(), Dataset(inputs, [[0.0], [1.0], [high], [high + 1]]), TrainingSpec()))
        for high in (7.0, 202.0)
    )
    assert stuck_samples(apart) == (2, 3)
    assert str(stuck_text(apart)) == "2 samples hold nine tenths of the error"
    assert str(stuck_text(alike)) == "(2), (3) get 2.5"


def test_stuck_xor_is_a_local_minimum_with_its_samples_and_outputs() -> None:
    """2-2-1 from seed 3 answers (1, 0) and (1, 1) alike for ever: ½, which leaves ½ (¼ + ¼) / 4 = 0.0625."""
    trainer = trained(network(2, (2, "sigmoid"), (1, "sigmoid")), XOR, 10_000, seed=3)
    finding = found(trainer, "local_minimum")
    assert finding.evidence.samples == (2, 3)
    assert finding.evidence.units == ((0, 0), (0, 1))
    net_inputs = trainer.network.trace(XOR.inputs[2:]).net_inputs[0]
    assert np.abs(net_inputs).min() > 5.3  # o (1 − o) is below 0.02 · ¼ beyond
    assert finding.evidence["bottom"] == pytest.approx(0.0625, rel=0.01)
    assert finding.evidence["outputs"][:2] == pytest.approx((0.5, 0.5), abs=0.02)  # type: ignore[index]
    first, last = finding.evidence.epochs
    assert last == 10_000
    assert first < 3000
    assert "no progress since epoch 1," in str(finding.measured)
    assert "(1, 0), (1, 1) get 0.49, and 2 hidden units are flat there" in str(finding.measured)
    assert mended(trainer, finding, 5000).loss < 0.01


def curve(losses: object) -> Course:
    """The course of a run with these errors after the passes 1, 2, 3 …"""
    values = np.array(losses, dtype=np.float64)
    history = History(has_test=False)
    history.extend(np.arange(1, len(values) + 1), values, np.full(len(values), np.nan))
    return course_of(history.curve(), history.total)


def test_the_course_of_hand_made_curves() -> None:
    """1/t: the medians of the last two quarters of 1,000 passes are 1/625 and 1/875, within 5 % of it from 834 on."""
    falling = curve(1.0 / np.arange(1, 1001))
    assert falling.fall == pytest.approx(1 - 625 / 875, abs=0.01)
    assert falling.since == pytest.approx(834, abs=5)
    assert not falling.stands
    slow = curve(1.0 / np.arange(1, 1001) ** 0.05)  # down by 1.7 % from quarter to quarter
    assert slow.fall == pytest.approx(1 - (625 / 875) ** 0.05, abs=1e-3)
    assert slow.stands
    assert curve(1.0 / np.arange(1, 1001) ** 0.07).stands  # by 2.3 %
    assert not curve(1.0 / np.arange(1, 1001) ** 0.085).stands  # by 2.8 %
    late = curve(np.r_[np.full(900, 0.5), np.linspace(0.5, 0.48, 100)])
    assert not late.stands  # it has just begun to fall
    swinging = curve(0.5 + 0.1 * (-1.0) ** np.arange(1000))
    assert swinging.stands
    assert swinging.swings
    assert {swinging.rises, swinging.falls_in_tail} == {199, 200}
    assert swinging.n_tail == 400
    assert not curve(np.full(7, 0.5)).stands  # too few


@pytest.mark.parametrize("epochs", [1, 20, 100, 400, 800, 1600, 6000])
def test_nothing_is_said_of_the_first_project_while_it_learns(epochs: int) -> None:
    trainer = trained(network(2, (4, "sigmoid"), (1, "sigmoid")), XOR, epochs)
    assert engine.diagnose(trainer) == ()


def test_a_diagnosis_leaves_the_run_as_it_is() -> None:
    """The same bits afterwards, and the same findings again."""
    trainer = trained(network(2, (2, "sigmoid"), (1, "sigmoid")), XOR, 10_000, seed=3)
    before = trainer.state()
    assert engine.diagnose(trainer) == engine.diagnose(trainer)
    assert trainer.state() == before


def test_evidence_reads_like_a_mapping() -> None:
    trainer = trained(network(2, (3, "sigmoid"), (1, "sigmoid"), initialization="zeros"), XOR, 500)
    evidence = engine.diagnose(trainer)[0].evidence
    assert dict(evidence)["equal_units"] == 3.0
    assert evidence["units"] == evidence.units
    assert len(list(evidence)) == len(evidence)


def test_what_has_not_run_cannot_be_diagnosed() -> None:
    idle = Trainer(Network(network(2, (1, "sigmoid"))), XOR, TrainingSpec())
    with pytest.raises(EngineError, match="let the Trainer run first"):
        engine.diagnose(idle)
    with pytest.raises(EngineError, match="Trainer"):
        engine.diagnose("a run")  # type: ignore[arg-type]


def test_every_kind_that_is_promised_has_its_reason() -> None:
    promised = (
        "plateau local_minimum oscillating diverging saturated dead_units symmetric loss_mismatch target_range"
        " input_scale rate_too_small not_separable contradictory too_few_units"
    )
    assert set(KINDS) == {*promised.split(), "penalty"}
    assert all(str(reason).count(". ") == 1 for reason in REASONS.values())
