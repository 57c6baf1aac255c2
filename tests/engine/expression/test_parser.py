"""What counts as an expression, what its graph looks like, and what is said about everything else."""

from __future__ import annotations

import builtins
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.expression import ExpressionError, evaluate, parse
from engine.expression.graph import MAX_NODES
from engine.expression.tokens import MAX_LENGTH


def value(text: str, **values: float) -> float:
    result = evaluate(parse(text), values).values[-1]
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("8 - 3 - 2", 3),
        ("16 / 4 / 2", 2),
        ("2 ^ 3 ^ 2", 512),
        ("2 ** 3", 8),
        ("-2 ^ 2", -4),
        ("2 ^ -1", 0.5),
        ("3²", 9),
        ("2 × 3 ÷ 4 − 1", 0.5),
        ("2 ×（1＋2）", 6),
        ("max（1，2，0）", 2),
        ("min(3, 1, 2)", 1),
        ("--3", 3),
        ("+4", 4),
        ("1.5e2 + .5", 150.5),
        ("sqrt(9) + exp(0) + log(1) + ln(1)", 4),
        ("sin(0) + cos(0) + tanh(0) + sigmoid(0) + σ(0)", 2),
        ("cos(pi) + cos(π)", -2),
        ("f = 2 + 3", 5),
    ],
)
def test_expressions_mean_what_they_mean_on_paper(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "start", "says"),
    [
        ("", 0, "Type an expression"),
        ("x +", 3, "Character 4: the expression ends"),
        ("x + * y", 4, "Character 5: “*” stands where"),
        ("x + × y", 4, "“×” stands where"),
        ("(x + y", 0, "Character 1: this ( is never closed"),
        ("x + y)", 5, "Character 6: this ) closes nothing"),
        ("2x", 1, "Character 2: an operator is missing before “x”"),
        ("x (y)", 0, "x is no function"),
        ("foo(x)", 0, "Character 1: foo is no function"),
        ("1 + sin x", 4, "Character 5: sin is a function"),
        ("max(x)", 0, "two values or more"),
        ("1 + exp(x, y)", 4, "Character 5: exp takes one value; here it is given 2"),
        ("x # y", 2, "Character 3: “#” means nothing"),
        ("1.2.3", 0, "“1.2.3” is no number"),
        ("1e999", 0, "too large"),
        ("x, y", 1, "a comma stands only between"),
        ("x + y = z", 6, "= stands only behind a name"),
        ("f = f + 1", 4, "is what is being defined"),
        ("exp = 2", 0, "has a meaning already"),
        ("x.real", 1, "“.” is no number"),
    ],
)
def test_what_is_no_expression_is_named_with_its_character(text: str, start: int, says: str) -> None:
    with pytest.raises(ExpressionError, match=re.escape(says)) as refused:
        parse(text)
    assert refused.value.start == start
    assert refused.value.end > start


@pytest.mark.parametrize("text", ["(" * 60 + "x" + ")" * 60, "-" * 60 + "x", "^".join("x" * 60), "exp(" * 60])
def test_nesting_has_a_limit_that_is_said(text: str) -> None:
    with pytest.raises(ExpressionError, match="within each other"):
        parse(text)


def test_length_nodes_and_variables_have_limits_that_are_said() -> None:
    with pytest.raises(ExpressionError, match=f"at most {MAX_LENGTH}"):
        parse("x" * (MAX_LENGTH + 1))
    with pytest.raises(ExpressionError, match=f"{MAX_NODES} nodes"):
        parse("+".join(["x"] * 150))
    with pytest.raises(ExpressionError, match="one variable too many"):
        parse("+".join(f"x{k}" for k in range(30)))


def test_equal_parts_are_one_node_and_numbers_are_not() -> None:
    graph = parse("exp(-2*x) + 1/exp(-2*x) + 2*x")
    symbols = [node.operation.symbol for node in graph.nodes if node.operation]
    assert symbols.count("exp") == 1
    assert sum(node.is_variable for node in graph.nodes) == 1
    assert [node.number for node in graph.nodes if node.number is not None] == [-2, 1, 2]
    assert len(graph.consumers(graph.index_of("x"))) == 2
    assert len(parse("x * x").consumers(0)) == 2


def test_a_number_as_exponent_is_part_of_its_node() -> None:
    graph = parse("(x - y) ^ 2")
    assert [node.operation.symbol for node in graph.nodes if node.operation] == ["−", "x²"]


def test_every_node_stands_behind_its_inputs_and_knows_its_text() -> None:
    text = "E = 0.5 * (d - sigmoid(w1*x1 + w2*x2 + b))^2"
    graph = parse(text)
    for index, node in enumerate(graph.nodes):
        assert all(source < index for source in node.inputs)
    sums = [text[node.start : node.end] for node in graph.nodes if node.operation and node.operation.symbol == "+"]
    assert sums == ["w1*x1 + w2*x2", "w1*x1 + w2*x2 + b"]
    assert graph.variables == ("d", "w1", "x1", "w2", "x2", "b")
    assert graph.nodes[-1].name == "E"


def test_results_between_get_names_that_no_variable_has() -> None:
    assert [node.name for node in parse("(x + y) * z").nodes if node.operation] == ["q", "f"]
    assert [node.name for node in parse("(q + y) * z * f").nodes if node.operation] == ["p₁", "p₂", "g"]


@given(st.text(max_size=60))
def test_any_text_is_an_expression_or_an_error_with_a_place(text: str) -> None:
    _parse_or_explain(text)


PIECES = st.sampled_from([*"xyz+-*/^()=,. 0123456789eE²", "exp(", "max(", "**", "__import__", "π"])


@given(st.lists(PIECES, max_size=40))
def test_any_heap_of_pieces_is_an_expression_or_an_error_with_a_place(pieces: list[str]) -> None:
    _parse_or_explain("".join(pieces))


def _parse_or_explain(text: str) -> None:
    graph, refused = None, None
    try:
        graph = parse(text)
    except ExpressionError as error:
        refused = error
    if refused is not None:
        assert 0 <= refused.start <= len(text)
        assert str(refused).endswith(".")
    if graph is not None:
        found = evaluate(graph, dict.fromkeys(graph.variables, 0.7))
        assert found.fault is not None or math.isfinite(found.values[-1] or 0.0)


def test_no_text_is_ever_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("the text was run")

    monkeypatch.setattr(builtins, "eval", refuse)
    monkeypatch.setattr(builtins, "exec", refuse)
    for text in ("__import__('os')", "().__class__", "lambda: 1", "x if y else z", "[1][0]", '"a"'):
        with pytest.raises(ExpressionError):
            parse(text)
    assert value("__import__ + 1", __import__=1) == 2  # a name is a name
