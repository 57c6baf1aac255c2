"""The two passes: the lecture's numbers, gradients against finite differences, faults at their nodes."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine import LayerSpec, Network, NetworkSpec
from engine.expression import (
    GRAPH_FUNCTIONS,
    PRESETS,
    Contribution,
    ExpressionError,
    Graph,
    StepKind,
    Walk,
    evaluate,
    parse,
)

LECTURE = parse("(x + y) * z")
LECTURE_VALUES = {"x": -2.0, "y": 5.0, "z": -4.0}


def test_the_lectures_example_has_the_lectures_numbers() -> None:
    found = evaluate(LECTURE, LECTURE_VALUES)
    by_name = {node.name: (found.values[k], found.gradients[k]) for k, node in enumerate(LECTURE.nodes)}
    assert by_name == {"x": (-2, -4), "y": (5, -4), "q": (3, -4), "z": (-4, 3), "f": (-12, 1)}
    q, f = LECTURE.index_of("q"), LECTURE.index_of("f")
    assert found.contributions[f] == (
        Contribution(f, 0, q, upstream=1, local=-4, downstream=-4),
        Contribution(f, 1, LECTURE.index_of("z"), upstream=1, local=3, downstream=3),
    )
    assert [(edge.upstream, edge.local, edge.downstream) for edge in found.contributions[q]] == [(-4, 1, -4)] * 2


def test_the_neuron_preset_is_what_back_propagation_computes() -> None:
    preset = next(preset for preset in PRESETS if preset.name == "neuron")
    graph, given_values = parse(preset.text), dict(preset.values)
    found = evaluate(graph, given_values)
    parameters = [given_values[name] for name in ("w1", "w2", "b")]
    network = Network(NetworkSpec(2, (LayerSpec(1, "sigmoid"),)), parameters=parameters)
    inputs, targets = [[given_values["x1"], given_values["x2"]]], [[given_values["d"]]]
    assert found.values[-1] == pytest.approx(network.loss(inputs, targets), rel=1e-12)
    mine = [found.gradients[graph.index_of(name)] for name in ("w1", "w2", "b")]
    np.testing.assert_allclose(mine, network.gradient(inputs, targets), rtol=1e-12)


def test_gradients_of_several_consumers_are_summed() -> None:
    graph = parse("x*y + sin(x*y) + x")
    found = evaluate(graph, {"x": 2.0, "y": 0.5})
    assert found.gradients[graph.index_of("x")] == pytest.approx(0.5 + 0.5 * math.cos(1.0) + 1.0)
    assert found.gradients[graph.index_of("y")] == pytest.approx(2.0 + 2.0 * math.cos(1.0))
    assert evaluate(parse("x * x"), {"x": 3.0}).gradients[0] == 6.0


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_has_values_for_all_its_variables_and_no_fault(preset) -> None:  # type: ignore[no-untyped-def]
    graph = parse(preset.text)
    assert set(graph.variables) == {name for name, _ in preset.values}
    found = evaluate(graph, dict(preset.values))
    assert found.fault is None
    assert _compare_gradients(preset.text, dict(preset.values)) == len(graph.variables)


LEAVES = st.sampled_from(["x", "y", "z", "2", "0.5", "3"])


def _extended(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(parts, st.sampled_from([" + ", " - ", " * ", " / ", " ^ "]), parts).map(
        lambda triple: f"({triple[0]}){triple[1]}({triple[2]})"
    )
    names = st.sampled_from(["exp", "log", "sin", "cos", "tanh", "sigmoid", "sqrt", "-"])
    one = st.tuples(names, parts).map(lambda pair: f"{pair[0]}({pair[1]})")
    many = st.tuples(st.sampled_from(["max", "min"]), parts, parts, parts).map(
        lambda four: f"{four[0]}({', '.join(four[1:])})"
    )
    return st.one_of(two, one, many)


EXPRESSIONS = st.recursive(LEAVES, _extended, max_leaves=8)
VALUES = st.floats(-3, 3).filter(lambda value: abs(value) > 0.05)


@settings(max_examples=400)
@given(EXPRESSIONS, VALUES, VALUES, VALUES)
def test_gradients_of_random_expressions_are_those_of_finite_differences(
    text: str, x: float, y: float, z: float
) -> None:
    assume(_compare_gradients(text, {"x": x, "y": y, "z": z}))


def _compare_gradients(text: str, values: dict[str, float]) -> int:
    """For how many variables the gradient could be compared, and was right."""
    graph, compared = parse(text), 0
    found = evaluate(graph, values)
    if found.fault is not None or _has_tie(graph, values):
        return 0
    for name in graph.variables:
        slopes = [_difference(text, values, name, step) for step in (1e-4, 1e-5)]
        # Nearly vanishing denominators and steep powers: no finite difference to compare with.
        if not math.isfinite(sum(slopes)) or slopes[0] != pytest.approx(slopes[1], rel=1e-4, abs=1e-6):
            continue
        compared += 1
        assert found.gradients[graph.index_of(name)] == pytest.approx(slopes[1], rel=1e-3, abs=1e-5)
    return compared


def _has_tie(graph: Graph, values: dict[str, float]) -> bool:
    """Whether inputs of a maximum or minimum are (nearly) equal: there it has a kink and no gradient to compare."""
    known = evaluate(graph, values).values
    ties = [
        [known[source] or 0.0 for source in node.inputs]
        for node in graph.nodes
        if node.operation is not None and node.operation.n_inputs is None
    ]
    return any(b - a < 1e-2 for inputs in ties for a, b in pairwise(sorted(inputs)))


def _difference(text: str, values: dict[str, float], name: str, step: float) -> float:
    """Fourth-order central difference; not-a-number where the expression has no value."""
    graph = parse(text)
    around = [evaluate(graph, values | {name: values[name] + k * step}).values[-1] for k in (-2, -1, 1, 2)]
    if any(value is None for value in around):
        return math.nan
    far_below, below, above, far_above = (value or 0.0 for value in around)
    if max(abs(far_below), abs(far_above)) > 1e6:
        return math.nan
    return (8 * (above - below) - (far_above - far_below)) / (12 * step)


@pytest.mark.parametrize(
    ("text", "values", "at", "says"),
    [
        ("1 + log(x - 2)", {"x": 1.0}, "q₂", "−1 has no logarithm"),
        ("log(x)", {"x": 0.0}, "f", "0 has no logarithm"),
        ("3 / x", {"x": 0.0}, "f", "3 cannot be divided by 0"),
        ("exp(x)", {"x": 1000.0}, "f", "too large"),
        ("x ^ 2", {"x": 1e200}, "f", "too large"),
        ("x * 10", {"x": 1e308}, "f", "too large"),
        ("sqrt(x)", {"x": -4.0}, "f", "−4 has no real square root"),
        ("x ^ 0.5", {"x": -4.0}, "f", "only whole ones work"),
        ("x ^ -1", {"x": 0.0}, "f", "1 ÷ 0"),
    ],
)
def test_what_has_no_value_is_said_at_its_node(text: str, values: dict[str, float], at: str, says: str) -> None:
    graph = parse(text)
    found = evaluate(graph, values)
    assert found.fault is not None
    assert graph.nodes[found.fault.node].name == at
    assert says in str(found.fault.text)
    assert found.values[found.fault.node] is None
    assert set(found.gradients) == {None}


@pytest.mark.parametrize(
    ("text", "values", "says"),
    [
        ("x * y + sqrt(z)", {"x": 1.0, "y": 2.0, "z": 0.0}, "no gradient at 0"),
        ("x ^ y", {"x": -2.0, "y": 2.0}, "is negative and has no logarithm"),
        ("exp(x) * y", {"x": 709.0, "y": 1e-300}, ""),
        ("sqrt(x * 1e-300 * 1e-300) * 1e300", {"x": 1e-8}, ""),
    ],
)
def test_what_has_no_gradient_is_said_and_no_wrong_number_shown(text: str, values: dict[str, float], says: str) -> None:
    graph = parse(text)
    found = evaluate(graph, values)
    if says:
        assert found.fault is not None
        assert says in str(found.fault.text)
        assert found.values[-1] is not None
        assert [found.gradients[graph.index_of(name)] for name in values if name != "q"] == [None] * len(values)
    assert all(gradient is None or math.isfinite(gradient) for gradient in found.gradients)


def test_given_values_are_known_also_behind_a_fault() -> None:
    graph = parse("log(x) * y + 2 * z")
    found = evaluate(graph, {"x": -1.0, "y": 3.0, "z": 4.0})
    assert [found.values[graph.index_of(name)] for name in ("x", "y", "z")] == [-1, 3, 4]
    assert Walk(graph, found).moment(1).values[graph.index_of("z")] == 4
    assert found.values[-1] is None


def test_the_first_of_equal_values_takes_the_gradient_of_a_maximum() -> None:
    assert evaluate(parse("max(x, y)"), {"x": 1.0, "y": 1.0}).gradients[:2] == (1.0, 0.0)
    assert evaluate(parse("min(x, y, 4)"), {"x": 5.0, "y": 1.0}).gradients[:2] == (0.0, 1.0)


def test_the_sigmoid_and_its_gradient_keep_their_figures_where_it_saturates() -> None:
    far = evaluate(parse("sigmoid(x)"), {"x": 40.0})
    assert far.gradients[0] == pytest.approx(math.exp(-40.0), rel=1e-9)
    assert evaluate(parse("sigmoid(x)"), {"x": -800.0}).values[-1] == 0.0


def test_a_walk_fills_values_forward_and_gradients_backward() -> None:
    walk = Walk(LECTURE, evaluate(LECTURE, LECTURE_VALUES))
    names = [(step.kind, LECTURE.nodes[step.node].name) for step in walk.steps]
    assert names == [
        (StepKind.FORWARD, "q"),
        (StepKind.FORWARD, "f"),
        (StepKind.SEED, "f"),
        (StepKind.BACKWARD, "f"),
        (StepKind.BACKWARD, "q"),
    ]
    assert walk.moment(0).values == (-2, 5, None, -4, None)
    assert walk.moment(1).values == (-2, 5, 3, -4, None)
    assert walk.moment(2).gradients == (None,) * 5
    assert walk.moment(3).gradients == (None, None, None, None, 1)
    assert walk.moment(4).gradients == (None, None, -4, 3, 1)
    assert walk.moment(5).gradients == (-4, -4, -4, 3, 1)


def test_a_walk_shows_the_sum_growing_and_says_what_is_missing() -> None:
    graph = parse("x * y + x")
    walk = Walk(graph, evaluate(graph, {"x": 3.0, "y": 2.0}))
    x = graph.index_of("x")
    after_sum = next(k for k, step in enumerate(walk.steps) if step.kind is StepKind.BACKWARD) + 1
    assert (walk.moment(after_sum).gradients[x], walk.moment(after_sum).waiting[x]) == (1.0, 1)
    assert (walk.moment(len(walk)).gradients[x], walk.moment(len(walk)).waiting[x]) == (3.0, 0)
    assert [edge.downstream for edge in walk.arrived(x, len(walk))] == [1.0, 2.0]


def test_a_walk_ends_at_the_step_that_cannot_be_made() -> None:
    graph = parse("log(x) * exp(y)")
    walk = Walk(graph, evaluate(graph, {"x": -1.0, "y": 1.0}))
    assert len(walk) == 1
    assert walk.is_faulty(walk.steps[0])
    graph = parse("sqrt(x) * y")
    walk = Walk(graph, evaluate(graph, {"x": 0.0, "y": 1.0}))
    assert walk.steps[-1].kind is StepKind.BACKWARD
    assert walk.is_faulty(walk.steps[-1])
    assert not walk.is_faulty(walk.steps[0])


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_walk_ends_with_the_whole_evaluation(preset) -> None:  # type: ignore[no-untyped-def]
    graph = parse(preset.text)
    found = evaluate(graph, dict(preset.values))
    walk = Walk(graph, found)
    last = walk.moment(len(walk))
    assert last.values == found.values
    assert last.gradients == pytest.approx(found.gradients)
    assert set(last.waiting) == {0}


def test_softmax_is_the_share_of_its_first_value_and_no_function_of_columns() -> None:
    """e⁰ beside e^ln 3: a quarter; its slopes are s(1 − s) and −s·(1 − s)."""
    graph = parse("softmax(u, v)", GRAPH_FUNCTIONS)
    evaluation = evaluate(graph, {"u": 0.0, "v": math.log(3)})
    assert evaluation.values[-1] == pytest.approx(0.25, rel=1e-15)
    assert evaluation.gradients == pytest.approx((0.1875, -0.1875, 1.0), rel=1e-15)
    assert evaluate(graph, {"u": 800.0, "v": -800.0}).values[-1] == 1.0
    with pytest.raises(ExpressionError, match="softmax is no function"):
        parse("softmax(u, v)")
