"""This module turns numbers into colours, the same everywhere: blue is positive, orange negative, paper the middle."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gui.toolkit.theme import Theme

Numbers = float | NDArray[np.float64]


@lru_cache(maxsize=8)
def diverging_table(theme: Theme) -> NDArray[np.uint8]:
    """256 colours (256, 4) RGBA from full negative over the middle to full positive."""
    low, middle, high = (_rgb(theme.negative), _rgb(theme.middle), _rgb(theme.positive))
    position = np.linspace(-1.0, 1.0, 256)[:, np.newaxis]
    end = np.where(position < 0, low, high)
    rgb = middle + (end - middle) * np.abs(position)
    table: NDArray[np.uint8] = np.hstack([rgb, np.full((256, 1), 255.0)]).round().astype(np.uint8)
    table.flags.writeable = False
    return table


def diverging_indices(values: ArrayLike, middle: Numbers, span: Numbers) -> NDArray[np.uint8]:
    """Indices into the table: `middle` maps to its centre, `middle ± span` to its ends; numbers, or one for each value.

    A span of 0 counts as 1.
    """
    reach = np.where(np.equal(span, 0.0), 1.0, span)
    with np.errstate(over="ignore", invalid="ignore"):  # far beyond the end of the scale is at its end
        scaled = np.clip((np.asarray(values, dtype=np.float64) - middle) / reach, -1.0, 1.0)
    if np.isnan(scaled.min(initial=0.0)):  # seldom: to look takes a tenth of the time of a replacement
        scaled = np.nan_to_num(scaled)
    return (scaled * 127.5 + 127.5).round().astype(np.uint8)


def class_colours(count: int, theme: Theme) -> NDArray[np.float64]:
    """The colours (count, 3) of the first `count` classes, 0 to 255."""
    return np.array([_rgb(theme.class_colour(k)) for k in range(count)]).reshape(count, 3)


def class_mixture(outputs: ArrayLike, theme: Theme) -> NDArray[np.uint8]:
    """Colours (..., 4) for outputs (..., n_classes): class colours mixed by how strong each output is."""
    values = np.asarray(outputs, dtype=np.float32)
    classes = values.shape[-1]
    # Classes first: sums and maxima over a short last axis are slow.
    strength = np.clip(np.nan_to_num(np.ascontiguousarray(values.reshape(-1, classes).T)), 0.0, 1.0)
    total, clear = np.maximum(strength.sum(axis=0), np.float32(1e-12)), strength.max(axis=0) * np.float32(0.75)
    mixed = class_colours(classes, theme).astype(np.float32).T @ (strength * (clear / total))
    rgb = mixed + _rgb(theme.middle).astype(np.float32)[:, np.newaxis] * (1 - clear)
    return opaque(rgb.T).reshape(*values.shape[:-1], 4)


def opaque(rgb: ArrayLike) -> NDArray[np.uint8]:
    """Colours (..., 3), 0 to 255, as bytes (..., 4) with full opacity."""
    values = np.asarray(rgb)
    result = np.full((*values.shape[:-1], 4), 255, dtype=np.uint8)
    np.rint(values, out=result[..., :3], casting="unsafe")
    return result


def _rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64)
