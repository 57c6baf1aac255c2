"""The numbers that the lessons print are those of the engine, and of the slides where a lesson says so.

Each lesson has a function here that computes what its texts claim, and returns the numbers as they may be printed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from engine import Network, Trainer
from engine.analysis.gradient_check import gradient_check
from engine.analysis.numpy_code.numpy_lines import numpy_lines
from engine.analysis.separability import unit_separability
from engine.expression import evaluate, parse
from engine.lessons import LocalizedText, load_shelf
from engine.network.batch_back_propagation import ACTIVATIONS, BIAS_GRADIENTS, DELTAS, WEIGHT_GRADIENTS, matrices
from engine.project.demos import demo
from engine.project.edits.rbf import solve_output
from engine.project.race.depth import COUNTEREXAMPLE, NO_HIDDEN, ONE_HIDDEN, DepthPlan
from engine.project.race.moment import RaceView
from engine.project.race.race import Race
from tests.engine.lessons.test_shipped_lessons import texts_of
from tests.helpers.lecture import LECTURE_WEIGHTS

ROOT = Path(__file__).resolve().parents[3]
LESSONS = {lesson.name: lesson for lesson in load_shelf(ROOT / "resources" / "lessons")}
DECIMAL = r"(?<![\w.])[−-]?\d+\.\d+(?!\w)"
NUMBER = rf"{DECIMAL}|(?<![\w.])\d{{2,}}(?!\w|\.\d)"

Printed = Iterable[float | str]


def network_of(name: str) -> Network:
    """The network of an example, at its start."""
    project = demo(name)
    start = None if project.parameters is None else project.parameters.array
    return Network(project.network, seed=project.training.seed, parameters=start)


def trained(name: str, updates: int = 0) -> Trainer:
    """The trainer of an example after so many updates."""
    trainer = Trainer(network_of(name), demo(name).dataset.build(), demo(name).training)
    if updates:
        trainer.advance(updates)
    return trainer


def one_neuron() -> Printed:
    parameters = demo("and_by_hand").parameters
    assert parameters is not None
    w1, w2, bias = parameters.array
    corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert (w1, w2, -bias) == (0.5, 0.5, 0.75)
    assert w1 * 1 + w2 * 0 == 0.5  # the question, and the third row of the table
    assert [x1 + 0.5 * x2 for x1, x2 in corners] == [0, 0.5, 1, 1.5]  # the net inputs with w1 = 1
    assert [1 * x1 + 0.5 * x2 >= 1.25 for x1, x2 in corners] == [False, False, False, True]  # the hint
    return 0.5, 0.75, 1.5, 1.25


def boundary() -> Printed:
    for name, weight, threshold in (("and_by_hand", 0.5, 0.75), ("or_by_hand", 1.0, 0.5)):
        parameters = demo(name).parameters
        assert parameters is not None
        assert parameters.array.tolist() == [weight, weight, -threshold]
    assert (-0.5 / 0.5, 0.75 / 0.5) == (-1.0, 1.5)  # x1 = a x2 + c
    return 0.5, 0.75, 1.5, -0.5  # the last is a wrong answer


def learning() -> Printed:
    samples = ((-1, 1, -2, 0), (-1, 0, 1.5, -0.5), (-1, -1, 1, 0.5))
    nets = [float(np.dot(LECTURE_WEIGHTS[k], samples[k])) for k in range(3)]
    assert np.allclose(nets, (2.5, -1.6, -2.1))
    assert np.allclose(0.1 * (-1 - 1) * np.array(samples[0]), (0.2, -0.2, 0.4, 0))
    for presentations in (1, 2, 3, 12, 13, 14, 15):
        w1, w2, w3, bias = trained("lecture", presentations).network.parameters
        assert np.allclose((-bias, w1, w2, w3), LECTURE_WEIGHTS[presentations])
    assert trained("lecture", 12).snapshot().n_right == 3
    assert trained("lecture", 11).snapshot().n_right != 3
    wrong = (-1.5, 3.5)
    return *nets, *wrong, 0.1, 0.2, -0.2, 0.4, *np.ravel(LECTURE_WEIGHTS[:4]), *LECTURE_WEIGHTS[12], 1.5, -0.5


def limits() -> Printed:
    assert not unit_separability(demo("xor").dataset.build())[0].separable
    trainer = trained("xor_perceptron")
    counts = {trainer.snapshot().n_right}
    assert counts == {1}
    passes = []
    for _ in range(40):
        trainer.advance(4)
        passes.append(trainer.network.parameters.copy())
        counts.add(trainer.snapshot().n_right)
    assert np.array_equal(passes[-1], passes[-2])  # the run repeats every 4 steps
    rng = np.random.default_rng(1)
    lines = rng.normal(size=(20_000, 3))
    corners = np.array([(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)])
    right = ((lines @ corners.T >= 0) == [False, True, True, False]).sum(axis=1)
    assert right.max() == 3
    return ()


def xor_by_hand() -> Printed:
    network = network_of("xor_by_hand")
    trace = network.trace(np.array([(0, 0), (0, 1), (1, 0), (1, 1)]))
    assert trace.activations[0].tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    assert trace.activations[1].ravel().tolist() == [0, 1, 1, 0]
    assert network.parameters.tolist() == [-1, 1, 1, -1, 0.5, 0.5, -1, -1, 1.5]
    return 0.5, 1.5


def depth() -> Printed:
    race = Race(DepthPlan())
    for epochs in (100, 900):  # however long it trains
        race.advance(epochs)
        found = RaceView(race).moment(60)
        assert found[NO_HIDDEN].undecided
        assert found[NO_HIDDEN].n_right == 2
        assert np.allclose(found[NO_HIDDEN].region, 0.5, atol=0.02)
        assert found[ONE_HIDDEN].n_right == 4
    islands = Race(COUNTEREXAMPLE)
    islands.advance(200)
    shapes = [RaceView(islands).moment(60)[ONE_HIDDEN].shape]
    islands.advance(150)
    shapes.append(RaceView(islands).moment(60)[ONE_HIDDEN].shape)
    assert [shape.parts for shape in shapes if shape is not None] == [0, 2]  # some 300 epochs
    return (0.5,)


def computation_graph() -> Printed:
    graph = parse("(x + y) * z")
    found = evaluate(graph, {"x": -2.0, "y": 5.0, "z": -4.0})
    by_name = {node.name: index for index, node in enumerate(graph.nodes) if node.is_variable}
    assert [found.gradients[by_name[name]] for name in "xyz"] == [-4, -4, 3]
    assert {3.0, -12.0} <= set(found.values)
    return ()


def back_propagation() -> Printed:
    f = 1 / (1 + np.exp(-np.linspace(-6, 6, 1201)))
    assert math.isclose((f * (1 - f)).max(), 0.25)
    assert np.argmax(f * (1 - f)) == 600  # at net input 0
    return ()


def xor_run() -> Printed:
    data = demo("xor_run").dataset.build()
    printed: list[float | str] = [0.5, 0.17]  # the answers to choose from
    slides = {
        8_000: ("0.119", "0.727", "0.734", "0.415", "0.166"),
        11_050: ("0.05", "0.941", "0.941", "0.078", "0.008"),
    }
    for epoch, figures in slides.items():
        trainer = trained("xor_run", 4 * epoch)
        outputs = trainer.network.predict(data.inputs).ravel()
        error = trainer.snapshot().loss_sum
        assert np.allclose(outputs, [float(each) for each in figures[:4]], atol=0.02)
        assert abs(error - float(figures[4])) <= 0.005
        printed += [f"{value:#.4g}" for value in (*outputs, error)]
        printed += figures
        assert trainer.snapshot().n_right == 4
    bend = trained("xor_run", 4 * 7_000)
    _, wanted, _, other = bend.network.predict(data.inputs).ravel()
    assert abs(wanted - other) < 0.01  # the step on the timeline
    printed.append(f"{bend.snapshot().loss_sum:.4f}")
    first = trained("xor_run", 4).snapshot()
    assert abs(first.loss_sum - 0.5) < 0.001
    return [*printed, *stuck_xor()]


def stuck_xor() -> list[float | str]:
    """The last two steps: what is measured of the run that is stuck."""
    trainer = trained("xor_stuck", 4 * 8_000)
    hidden, outputs = trainer.network.trace(trainer.data.inputs[2:]).activations
    assert (hidden * (1 - hidden)).max() < 0.0005
    assert trainer.snapshot().n_right == 3
    first, second = (f"{value:.2f}" for value in outputs.ravel())
    assert first == second
    return [f"{trainer.snapshot().loss_sum:.3f}", first, 0.0005]


def softmax() -> Printed:
    network, data = network_of("softmax_moons"), demo("softmax_moons").dataset.build()
    found = {(matrix.kind, matrix.layer): matrix.values for matrix in matrices(network, data, "cross_entropy")}
    outputs, delta_3, delta_2 = found[ACTIVATIONS, 1], found[DELTAS, 1], found[DELTAS, 0]
    hidden, weights_2 = found[ACTIVATIONS, 0], network.weights[1]
    assert hidden.shape == (200, 3)
    assert np.allclose(outputs.sum(axis=1), 1)
    assert np.allclose(delta_3, (outputs - data.targets) / 200)
    assert np.allclose(delta_2, (1 - hidden**2) * (delta_3 @ weights_2.T))
    assert np.allclose(found[WEIGHT_GRADIENTS, 1], hidden.T @ delta_3)
    assert np.allclose(found[WEIGHT_GRADIENTS, 0], data.inputs.T @ delta_2)
    for layer, delta in ((1, delta_3), (0, delta_2)):
        assert np.allclose(found[BIAS_GRADIENTS, layer], delta.sum(axis=0))
    return ()


def rbf() -> Printed:
    data = demo("rbf_xor").dataset.build()
    assert trained("rbf_xor").snapshot().n_right == 2
    solved = solve_output(demo("rbf_xor"), network_of("rbf_xor").parameters).project
    assert solved.parameters is not None
    network = Network(solved.network, parameters=solved.parameters.array)
    assert np.allclose(network.predict(data.inputs), data.targets)
    return f"{math.exp(-0.5):.3f}", 0.08


def look_inside() -> Printed:
    project = demo("xor_run")
    lines = numpy_lines(project.network, project.training)
    shown = [*lines.forward, *lines.loss, *lines.backward, *lines.update]
    assert 14 <= len(shown) <= 19  # "some fifteen lines"
    assert "delta1 = (delta2 @ W2.T) * (o1 * (1.0 - o1))" in shown  # the question
    data = project.dataset.build()
    assert gradient_check(network_of("xor_run"), data.inputs[:1], data.targets[:1]).max_relative_difference < 1e-6
    return ()


CLAIMS: dict[str, Callable[[], Printed]] = {
    "one-neuron": one_neuron,
    "boundary": boundary,
    "learning": learning,
    "limits": limits,
    "xor-by-hand": xor_by_hand,
    "depth": depth,
    "computation-graph": computation_graph,
    "back-propagation": back_propagation,
    "xor-run": xor_run,
    "softmax": softmax,
    "rbf": rbf,
    "look-inside": look_inside,
}


def numbers(pattern: str, text: str) -> list[str]:
    return [found.replace("−", "-") for found in re.findall(pattern, text)]


@pytest.mark.parametrize("name", LESSONS)
def test_every_decimal_that_a_lesson_prints_is_computed(name: str) -> None:
    claims = {claim if isinstance(claim, str) else f"{round(claim, 9):g}" for claim in CLAIMS[name]()}
    printed = {number for said in texts_of(LESSONS[name]) for number in numbers(DECIMAL, said.text("en"))}
    assert printed - claims == set()


@pytest.mark.parametrize("name", LESSONS)
def test_both_languages_print_the_same_numbers(name: str) -> None:
    for said in texts_of(LESSONS[name]):
        if not re.match("Twenty", said.text("en")):  # in words, where Chinese writes figures
            assert sorted(numbers(NUMBER, said.text("en"))) == sorted(numbers(NUMBER, said.text("zh_CN")))


def test_what_a_lesson_calls_by_the_windows_words_is_called_so_in_chinese_too() -> None:
    """A name in bold letters that the window has is the window's Chinese name in the Chinese text."""
    names: dict[str, set[str]] = {}
    for message in ElementTree.parse(ROOT / "resources" / "translations" / "perceptra_zh_CN.ts").iter("message"):
        chinese = re.sub(r"\(&?.\)", "", message.findtext("translation") or "")
        names.setdefault(plain(message.findtext("source") or ""), set()).add(plain(chinese))
    other = [
        (name, bold)
        for name, lesson in LESSONS.items()
        for said in texts_of(lesson)
        for bold in re.findall(r"\*\*(.+?)\*\*", said.text("en"))
        if bold != "Next:" and names.get(plain(bold)) and not speaks(said, names[plain(bold)])
    ]
    assert other == []


def plain(text: str) -> str:
    return text.replace("&", "").rstrip("…。.: ").lower()


def speaks(said: LocalizedText, words: set[str]) -> bool:
    return any(word in said.text("zh_CN").lower() for word in words)
