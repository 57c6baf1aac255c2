"""What strokes are made of: places along a way, circles and outlines, the pace, the colours of the classes."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from gui.features.decision_region.painting import stroke_canvas
from gui.features.decision_region.painting.selection import Selection, inside
from gui.features.decision_region.painting.stroke_canvas import StrokeTiming
from gui.features.decision_region.painting.stroke_points import Trail, passed_over, scattered
from gui.features.decision_region.painting.tools import MOST_SPREAD, Strength
from gui.toolkit.plots.markers import SHAPES
from gui.toolkit.theme import LIGHT

places = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1, max_size=12)


def test_a_trail_has_even_distances() -> None:
    trail = Trail(np.zeros(2), 10)
    assert trail.along(np.array([[25.0, 0], [25, 20]])).tolist() == [[10, 0], [20, 0], [25, 5], [25, 15]]
    assert trail.along(np.array([[25.0, 30]])).tolist() == [[25, 25]]


@given(way=places, cuts=st.sets(st.integers(0, 12)))
def test_a_trail_is_the_same_however_its_way_is_cut(way: list[tuple[int, int]], cuts: set[int]) -> None:
    points = np.array(way, dtype=float)
    whole, pieces = Trail(np.zeros(2), 7.0), Trail(np.zeros(2), 7.0)
    parts = [pieces.along(part) for part in np.split(points, sorted(cut for cut in cuts if cut < len(points)))]
    expected, got = whole.along(points), np.vstack(parts)
    shorter = min(len(expected), len(got))  # rounding may put the very last place on either side of the end
    assert abs(len(expected) - len(got)) <= 1
    assert got[:shorter] == pytest.approx(expected[:shorter], abs=1e-6)


def test_scattered_places_keep_within_the_circle_evenly_or_denser_in_the_middle() -> None:
    rng, centres = np.random.default_rng(0), np.tile([5.0, -3.0], (20_000, 1))
    for evenly, share in ((True, 0.25), (False, 0.5)):
        away = np.hypot(*(scattered(rng, centres, 10, evenly=evenly) - centres).T)
        assert away.max() <= 10
        assert (away <= 5).mean() == pytest.approx(share, abs=0.02)


@given(points=places, way=places, radius=st.integers(0, 40))
def test_a_circle_passes_over_what_is_near_enough_to_its_way(
    points: list[tuple[int, int]], way: list[tuple[int, int]], radius: int
) -> None:
    line = np.array(way, dtype=float)
    steps = np.vstack([line[:1], *(a + np.linspace(0, 1, 200)[:, None] * (b - a) for a, b in itertools.pairwise(line))])
    spots = np.array(points, dtype=float)
    nearest = np.hypot(*(spots[:, None] - steps).transpose(2, 0, 1)).min(axis=1)
    hit = passed_over(spots, line, radius)
    assert (nearest[hit] <= radius + 1).all()
    assert not hit[nearest > radius + 1].any()
    assert hit[nearest <= radius].all()


def test_inside_an_outline_is_found_to_the_pixel() -> None:
    ring = QPainterPath()
    ring.addRect(QRectF(10, 10, 30, 20))
    ring.addRect(QRectF(20, 15, 5, 5))  # a hole
    pixels = np.array([[9.5, 15], [10.5, 15], [39.5, 29.5], [40.5, 29], [22, 17], [-5, 3], [500, 15]])
    assert inside(ring, pixels, 100, 50).tolist() == [False, True, True, False, False, False, False]


def test_a_selection_is_counted_anew_when_samples_go() -> None:
    selection = Selection()
    selection.set(np.array([9, 2, 5, 7]))
    selection.forget(np.array([0, 5, 8]))
    assert selection.indices.tolist() == [1, 5, 6]


def test_a_quick_edit_follows_at_once_and_a_slow_one_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(stroke_canvas.time, "monotonic", lambda: now[0])
    rhythm = StrokeTiming()
    assert rhythm.is_due(4)
    rhythm.took(0.005, 100)
    assert not rhythm.is_due(100)
    now[0] += 0.05
    assert rhythm.is_due(100)
    assert not rhythm.is_due(5_000)  # fifty times as many will take too long
    rhythm.took(0.5, 5_000)
    now[0] += 60
    assert not rhythm.is_due(5_000)
    assert rhythm.is_due(500)  # of few samples every edit is quick


def test_the_spread_stays_within_its_limits() -> None:
    strength = Strength(spread=3)
    strength.widen(1.01)
    assert strength.spread == 4
    for _ in range(40):
        strength.widen(1.2)
    assert strength.spread == MOST_SPREAD


def _seen(colour: str, blindness: np.ndarray) -> np.ndarray:
    """Lab coordinates of a colour as somebody sees it; `blindness` acts on linear RGB."""
    rgb = np.array(QColor(colour).getRgbF()[:3])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(blindness @ linear, 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    f = np.cbrt(xyz / [0.9505, 1.0, 1.089])
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


# Machado, Oliveira and Fernandes (2009), severity 1: protanopia, deuteranopia, tritanopia.
EYES = {
    "usual": np.eye(3),
    "protan": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "deutan": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "tritan": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}


def test_ten_classes_differ_in_shape_and_in_colour_for_all_eyes() -> None:
    assert len(set(SHAPES)) == 10
    colours = [LIGHT.class_colour(label) for label in range(10)]
    for eye, blindness in EYES.items():
        seen = [_seen(colour, blindness) for colour in colours]
        nearest = min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(seen, 2))
        assert nearest > (25 if eye == "usual" else 11), eye
