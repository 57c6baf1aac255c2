"""This module finds the marked parts of a formula in its drawing, where each has the colour of its mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gui.words.mathematics.part_marks import number_of_colour

_VIEW_BOX = re.compile(r'viewBox="([^" ]+) ([^" ]+) ')
_GLYPH = re.compile(r'<path d="([^"]*)" fill="(#fa[0-9a-f]{4})" ?/>')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NEAR = 0.9
"""Letters as far from each other as this share of their height belong to the same number."""

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True)
class PlacedDrawing:
    """An SVG drawing in one colour, and where its marked parts stand: part and box, a box for each place."""

    svg: str
    parts: tuple[tuple[int, Box], ...] = ()


def find_parts(svg: str, colour: str) -> PlacedDrawing:
    """The drawing with its marked letters in `colour`, and where they stand."""
    frame = _VIEW_BOX.search(svg)
    if frame is None:
        return PlacedDrawing(svg)
    left, top = float(frame[1]), float(frame[2])
    parts: list[tuple[int, Box]] = []
    for glyph in _GLYPH.finditer(svg):
        part, box = number_of_colour(glyph[2]), _box(glyph[1], left, top)
        if part is None or box is None:
            continue
        if parts and parts[-1][0] == part and _is_near(parts[-1][1], box):
            parts[-1] = part, _united(parts[-1][1], box)
        else:
            parts.append((part, box))
    return PlacedDrawing(_GLYPH.sub(rf'<path d="\1" fill="{colour}" />', svg), tuple(parts))


def _box(path: str, left: float, top: float) -> Box | None:
    """Around all points of a path of absolute coordinates."""
    numbers = [float(number) for number in _NUMBER.findall(path)]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs) - left, min(ys) - top, max(xs) - min(xs), max(ys) - min(ys)) if ys else None


def _is_near(one: Box, other: Box) -> bool:
    return abs(other[0] - (one[0] + one[2])) <= _NEAR * max(one[3], other[3], other[2])


def _united(one: Box, other: Box) -> Box:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, bottom = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    return left, top, right - left, bottom - top
