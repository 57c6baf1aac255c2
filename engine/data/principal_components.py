"""This module finds the principal components of standardised inputs and the planes that they span."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.plane import Oblique, Plane, Range

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PrincipalAxes:
    """The components of inputs whose every column was brought to mean 0 and standard deviation 1.

    centre, spreads (n_inputs,): mean and standard deviation (divided by n) of each column; 1 for a constant one.
    directions (count, n_inputs): unit vectors in standardised units, the one of the largest variance first; in each,
    the number of the largest size is positive. shares (count,): of the total variance, together at most 1.
    """

    centre: Floats
    spreads: Floats
    directions: Floats
    shares: Floats

    @property
    def count(self) -> int:
        """How many components there are: as many as columns that vary, at most as many as samples less one."""
        return len(self.directions)

    def plane(self, components: tuple[int, int], x_range: Range, y_range: Range) -> Plane:
        """The plane through the mean of the samples along two components, with a rectangle of scores."""
        first, second = components
        oblique = Oblique(
            x_step=_numbers(self.directions[first] * self.spreads),
            y_step=_numbers(self.directions[second] * self.spreads),
            x_reading=_numbers(self.directions[first] / self.spreads),
            y_reading=_numbers(self.directions[second] / self.spreads),
            shares=(float(self.shares[first]), float(self.shares[second])),
        )
        return Plane(first, second, x_range, y_range, _numbers(self.centre), oblique)


def principal_axes(inputs: ArrayLike) -> PrincipalAxes | None:
    """The principal components of `inputs` (n_samples, n_inputs); None where fewer than two columns vary.

    Columns are standardised first, as units differ: a length in millimetres would otherwise outweigh one in metres.
    Found as eigenvectors of the correlation matrix, which takes as long for many samples as reading them.
    """
    rows = np.asarray(inputs, dtype=np.float64)
    if len(rows) < 3 or not np.isfinite(rows).all():
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        centre, spreads = rows.mean(axis=0), rows.std(axis=0)
        varies = (rows != rows[0]).any(axis=0) & (spreads > 0)
        spreads = np.where(varies, spreads, 1.0)
        standardised = np.where(varies, (rows - centre) / spreads, 0.0)
        correlation = standardised.T @ standardised / len(rows)
    if np.count_nonzero(varies) < 2 or not np.isfinite(correlation).all():
        return None
    variances, vectors = np.linalg.eigh(correlation)
    count = min(int(np.count_nonzero(varies)), len(rows) - 1)
    order = np.argsort(variances)[::-1][:count]
    directions = vectors[:, order].T
    largest = np.take_along_axis(directions, np.abs(directions).argmax(axis=1)[:, np.newaxis], axis=1)
    shares = np.maximum(variances[order], 0.0) / np.count_nonzero(varies)
    return PrincipalAxes(centre, spreads, directions * np.sign(largest), shares)


def _numbers(values: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
