"""Derived input features: what formulas mean, how they are shown, and which are refused."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.features import read_feature
from engine.data.preprocessing import MAX_FORMULA
from engine.expression import ExpressionError, evaluate, evaluate_columns, parse
from engine.expression.tokens import MAX_LENGTH

TWO = ("x1", "x2")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x1^2", 9.0),
        ("x2²", 16.0),
        ("x1*x2", -12.0),
        ("x*y", -12.0),
        ("x₁ · x₂", -12.0),
        ("sqrt(x1^2 + x2^2)", 5.0),
        ("sin(pi*x1/6)", 1.0),
        ("r = max(x1, x2) - min(x1, x2)", 7.0),
        ("x1^-2", 1 / 9),
        ("x2^3", -64.0),
    ],
)
def test_a_feature_is_worked_out_from_the_inputs(text: str, expected: float) -> None:
    values = read_feature(text, TWO).values(np.array([[3.0, -4.0], [1.0, 1.0]]))
    assert values.shape == (2,)
    assert values[0] == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x1^2", "x₁²"),
        ("x1 * x2", "x₁·x₂"),
        ("x*y", "x₁·x₂"),
        ("sin(x1)", "sin(x₁)"),
        ("sqrt(x1^2+x2^2)", "√(x₁² + x₂²)"),
        ("r = -x1 - 2", "−x₁ − 2"),
        ("x1^-1", "x₁⁻¹"),
        ("x1^2^3", "x₁^2³"),
        ("max(x1,x2)", "max(x₁, x₂)"),
    ],
)
def test_a_feature_is_shown_as_people_print_it(text: str, shown: str) -> None:
    assert read_feature(text, TWO).name == shown


def test_columns_answer_to_their_names_and_their_numbers() -> None:
    names = ("weight", "sepal length")
    raw = np.array([[2.0, 5.0]])
    assert read_feature("weight * x2", names).values(raw).tolist() == [10.0]
    assert read_feature("weight * x2", names).name == "weight·sepal length"
    swapped = ("x2", "x1")
    assert read_feature("x1 - x2", swapped).values(raw).tolist() == [3.0]


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("x1^2 + z", 7, "Character 8: there is no input z; use x1, x2"),
        ("πx", 0, "there is no input πx"),
        ("3 + 4", 0, "no input stands in this formula"),
        ("x1 +", 4, "Character 5"),
        ("(x1", 0, "never closed"),
        ("foo(x1)", 0, "foo is no function"),
        ("__import__('os')", 11, "“'” means nothing here"),
        ("__import__(x1)", 0, "__import__ is no function"),
    ],
)
def test_a_feature_that_cannot_be_read_is_refused_at_the_character(text: str, start: int, words: str) -> None:
    with pytest.raises(ExpressionError) as error:
        read_feature(text, TWO)
    assert error.value.start == start
    assert words in str(error.value)


@given(
    st.sampled_from(
        ["x^2*y", "sin(x)*cos(y)", "exp(-x^2)", "sigmoid(x)-tanh(y)", "x/(1+y^2)", "log(1+x^2)", "sqrt(x^2)+x^y^2",
         "max(x,y,0)-min(x,y)", "x^-3 + (1+x^2)^0.5"]
    ),
    st.floats(-3, 3),
    st.floats(-3, 3),
)  # fmt: skip
def test_whole_columns_are_what_the_graph_page_works_out_one_by_one(text: str, x: float, y: float) -> None:
    graph = parse(text)
    single = evaluate(graph, {"x": x, "y": y}).values[-1]
    column = evaluate_columns(graph, {"x": np.array([x]), "y": np.array([y])})[0]
    if single is None:
        assert not math.isfinite(column)
    else:
        assert column == pytest.approx(single, rel=1e-13, abs=1e-300)


def test_files_hold_formulas_as_long_as_can_be_read() -> None:
    assert MAX_FORMULA == MAX_LENGTH
