"""Numbers to colours, one way everywhere: blue is positive, orange negative, the middle is the paper."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gui.theme import Theme


def diverging_table(theme: Theme) -> NDArray[np.uint8]:
    """256 colours (256, 4) RGBA from full negative over the middle to full positive."""
    low, middle, high = (_rgb(theme.negative), _rgb(theme.middle), _rgb(theme.positive))
    position = np.linspace(-1.0, 1.0, 256)[:, np.newaxis]
    end = np.where(position < 0, low, high)
    rgb = middle + (end - middle) * np.abs(position)
    return np.hstack([rgb, np.full((256, 1), 255.0)]).round().astype(np.uint8)


def diverging_indices(values: ArrayLike, middle: float, span: float) -> NDArray[np.uint8]:
    """Indices into the table: `middle` maps to its centre, `middle ± span` to its ends."""
    scaled = (np.asarray(values, dtype=np.float64) - middle) / (span or 1.0)
    return (np.clip(np.nan_to_num(scaled), -1.0, 1.0) * 127.5 + 127.5).round().astype(np.uint8)


def class_colours(count: int, theme: Theme) -> NDArray[np.float64]:
    """The colours (count, 3) of the first `count` classes, 0 to 255."""
    return np.array([_rgb(theme.class_colour(k)) for k in range(count)]).reshape(count, 3)


def class_mixture(outputs: ArrayLike, theme: Theme) -> NDArray[np.uint8]:
    """Colours (..., 4) for outputs (..., n_classes): class colours mixed by how strong each output is."""
    strength = np.clip(np.nan_to_num(np.asarray(outputs, dtype=np.float32)), 0.0, 1.0)
    palette = class_colours(strength.shape[-1], theme).astype(np.float32)
    total = np.maximum(strength.sum(axis=-1, keepdims=True), np.float32(1e-12))
    mixed = (strength.reshape(-1, len(palette)) @ palette).reshape(*strength.shape[:-1], 3) / total
    clear = strength.max(axis=-1, keepdims=True) * np.float32(0.75)
    return opaque(_rgb(theme.middle).astype(np.float32) * (1 - clear) + mixed * clear)


def opaque(rgb: ArrayLike) -> NDArray[np.uint8]:
    """Colours (..., 3), 0 to 255, as bytes (..., 4) with full opacity."""
    values = np.asarray(rgb)
    result = np.full((*values.shape[:-1], 4), 255, dtype=np.uint8)
    np.rint(values, out=result[..., :3], casting="unsafe")
    return result


def _rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64)
