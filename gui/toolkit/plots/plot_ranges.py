"""These functions keep the ranges of axes within what pyqtgraph and float64 can divide and subtract."""

from __future__ import annotations

from typing import Any

Range = tuple[float, float]

FARTHEST = 4e307
"""The difference of two ends is still a number, also when people zoom out."""
_NARROWEST = 1e-300
_FINEST = 1e-12  # of the distance from 0: between closer ends there are too few numbers for an axis
_CLOSEST_IN = 1e-4


def drawable(limits: Range) -> Range:
    """`limits`, moved inwards where they are too far out and apart where they are too close together."""
    low, high = (min(max(end, -FARTHEST), FARTHEST) for end in limits)
    middle = low / 2 + high / 2
    half = max(_NARROWEST, abs(middle) * _FINEST) / 2
    if high - low >= 2 * half:
        return low, high
    return max(middle - half, -FARTHEST), min(middle + half, FARTHEST)


def show_ranges(view: Any, x_range: Range, y_range: Range) -> None:
    """Show this rectangle in the view box `view`."""
    view.setRange(xRange=drawable(x_range), yRange=drawable(y_range), padding=0)


def limit_zoom(view: Any, x_range: Range, y_range: Range, farthest_out: float = 1e3) -> None:
    """Let people zoom and pan in `view` no farther out of this rectangle than `farthest_out` times its size.

    And no farther into it than axes can be drawn.
    """
    limits = {}
    for axis, ends in (("x", x_range), ("y", y_range)):
        low, high = drawable(ends)
        span, middle = high - low, low / 2 + high / 2
        reach = min(span / 2 * farthest_out, FARTHEST)
        limits[f"{axis}Min"], limits[f"{axis}Max"] = drawable((middle - reach, middle + reach))
        limits[f"min{axis.upper()}Range"] = max(span * _CLOSEST_IN, _NARROWEST, abs(middle) * _FINEST)
    view.setLimits(**limits)
