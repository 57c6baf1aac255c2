"""Where nodes and wires stand."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.expression import PRESETS, parse
from gui.features.computation_graph.graph_layout import GraphLayout, lay_out


def check(text: str) -> GraphLayout:
    graph = parse(text)
    layout = lay_out(graph)
    for one, other in combinations(layout.boxes, 2):
        apart = (
            abs(one.x - other.x) >= (one.width + other.width) / 2
            or abs(one.y - other.y) >= (one.height + other.height) / 2
        )
        assert apart, text
    for box in layout.boxes:
        assert box.width / 2 <= box.x <= layout.width - box.width / 2
        assert box.height / 2 <= box.y <= layout.height - box.height / 2
    for index, node in enumerate(graph.nodes):
        assert all(layout.boxes[source].x < layout.boxes[index].x for source in node.inputs)
    for wire in layout.wires:
        _check_wire_passes_between(layout, wire.points[1:-1], text)
    assert len(layout.wires) == sum(len(node.inputs) for node in graph.nodes)
    return layout


def _check_wire_passes_between(layout: GraphLayout, points: tuple[tuple[float, float], ...], text: str) -> None:
    """Where a wire passes through a column, it is level and meets no node."""
    for (left, y), (right, same) in zip(points[::2], points[1::2], strict=True):
        assert y == same
        for box in layout.boxes:
            if left < box.x < right:
                assert abs(box.y - y) > box.height / 2, text


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_presets_are_laid_out_without_overlaps(preset) -> None:  # type: ignore[no-untyped-def]
    check(preset.text)


LEAVES = st.sampled_from(["a", "b", "c", "d", "2"])
RANDOM = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.tuples(parts, st.sampled_from("+-*/"), parts).map(lambda t: f"({t[0]}) {t[1]} ({t[2]})"),
        parts.map(lambda part: f"sin({part})"),
        st.tuples(parts, parts, parts, parts).map(lambda t: f"max({', '.join(t)})"),
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(RANDOM)
def test_any_expression_is_laid_out_without_overlaps(text: str) -> None:
    check(text)


def test_the_lectures_variables_stand_in_one_column_from_top_to_bottom() -> None:
    layout = check("(x + y) * z")
    x, y, q, z, f = layout.boxes
    assert x.x == y.x == z.x < q.x < f.x
    assert x.y < y.y < z.y


def test_the_largest_graph_is_laid_out_at_once() -> None:
    layout = check("+".join(f"x{k % 8}*{k}" for k in range(18)))
    assert len(layout.boxes) <= 80
