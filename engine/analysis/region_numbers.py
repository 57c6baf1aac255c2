"""This module describes decision regions on a plane by numbers: parts, shape, area, and how far samples lie inside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.analysis.region_shape import RegionShape, region_shape
from engine.data.dataset import Dataset
from engine.data.plane import Plane, pixel_centres

Floats = NDArray[np.float64]

UNDECIDED = 0.02
"""Share of the span between the codes: nearer to the threshold is no side (Adam wanders by half of it)."""
_CANDIDATES = 8  # pieces of the border, each shorter than a pixel's diagonal, among which the nearest is


@dataclass(frozen=True)
class ClassRegion:
    """The part of the plane that is decided for class `label`: its share of the area, and its shape."""

    label: int
    share: float
    shape: RegionShape


@dataclass(frozen=True, eq=False)
class RegionNumbers:
    """All regions of a plane, one for each class.

    distances (n_samples,): from each training sample to the nearest border on the plane, in the units of the inputs;
    negative where the sample is decided wrongly, infinite where the plane has no border.
    """

    regions: tuple[ClassRegion, ...]
    distances: Floats

    @property
    def nearest(self) -> float | None:
        """How far the nearest of the samples that are decided rightly is from a border; None without such a sample."""
        inside = self.distances[(self.distances >= 0) & np.isfinite(self.distances)]
        return float(inside.min()) if len(inside) else None


def is_undecided(outputs: Floats, data: Dataset) -> bool:
    """Whether an output is on the threshold everywhere, as one line's is on XOR: its border is nothing but rounding."""
    low, high = data.target_codes
    return data.task == "binary" and float(np.abs(outputs - data.middle).max()) < UNDECIDED * (high - low)


def region_numbers(outputs: Floats, data: Dataset, plane: Plane, right: ArrayLike) -> RegionNumbers | None:
    """The numbers of `outputs` (rows, columns, n_outputs), computed at the pixel centres of `plane`, lowest y first.

    right (n_samples,): which training samples are decided rightly. None for real values, and for several columns that
    are decisions of their own: there the plane has no regions. Not a number counts as the lower side.
    """
    if data.task not in ("binary", "classes"):
        return None
    leads = _leads(outputs, data)
    if outputs.shape[2] == 1:
        labels = (leads[:, :, 0] >= 0).astype(np.int64)
    else:
        labels = np.argmax(np.nan_to_num(outputs, nan=-np.inf), axis=2)
    regions = tuple(_region(labels == label, label) for label in range(data.n_classes))
    return RegionNumbers(regions, _distances(leads, plane.places(data.raw_inputs), plane, right))


def _leads(outputs: Floats, data: Dataset) -> Floats:
    """How far each output is above the threshold, or above the best of the others: 0 on the borders."""
    if outputs.shape[2] == 1:
        return outputs - data.high_from
    leads = np.empty_like(outputs)
    for label in range(outputs.shape[2]):
        leads[:, :, label] = outputs[:, :, label] - np.delete(outputs, label, axis=2).max(axis=2)
    return leads


def _region(inside: NDArray[np.bool_], label: int) -> ClassRegion:
    return ClassRegion(label, float(np.count_nonzero(inside) / inside.size), region_shape(inside))


def _distances(leads: Floats, places: Floats, plane: Plane, right: ArrayLike) -> Floats:
    from scipy.spatial import cKDTree  # slow to import

    pieces = np.concatenate([_border(leads[:, :, each], plane) for each in range(leads.shape[2])])
    side = np.where(np.asarray(right, dtype=bool), 1.0, -1.0)
    if not len(pieces):
        return side * np.inf
    starts, ends = pieces[:, 0], pieces[:, 1]
    _, near = cKDTree((starts + ends) / 2).query(places, k=min(_CANDIDATES, len(pieces)))
    near = near.reshape(len(places), -1)
    along = ends[near] - starts[near]
    from_start = places[:, np.newaxis] - starts[near]
    squared = np.maximum((along**2).sum(axis=2), np.finfo(float).tiny)
    share = np.clip((from_start * along).sum(axis=2) / squared, 0.0, 1.0)
    distance = np.linalg.norm(from_start - share[:, :, np.newaxis] * along, axis=2).min(axis=1)
    return np.asarray(side * distance)


def _border(lead: Floats, plane: Plane) -> Floats:
    """Pieces (n, 2, 2) of the line where `lead` crosses 0: start and end, x and y."""
    from contourpy import contour_generator  # slow to import

    x, y = pixel_centres(plane.x_range, lead.shape[1]), pixel_centres(plane.y_range, lead.shape[0])
    finite = np.clip(np.nan_to_num(lead, nan=-1.0), -1e100, 1e100)
    lines = [np.asarray(line) for line in contour_generator(x, y, finite).lines(0.0)]
    return np.concatenate([np.empty((0, 2, 2)), *(np.stack([line[:-1], line[1:]], axis=1) for line in lines)])
