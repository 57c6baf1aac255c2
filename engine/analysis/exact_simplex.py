"""This module decides in rational numbers, without rounding, whether a convex combination of columns vanishes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Vector = list[Fraction]
ZERO, ONE = Fraction(0), Fraction(1)


def vanishing_combination(columns: Sequence[Sequence[Fraction]]) -> tuple[Vector | None, Vector]:
    """Weights λ ≥ 0, Σλ = 1, with Σ λ_j column_j = 0; or None and a vector u with u·column_j > 0 for every j.

    Exactly one of the two exists (Gordan 1873). Phase one of the revised simplex method with Bland's rule, which
    cannot cycle: minimise the sum of artificial variables under Σ λ_j column_j = 0, Σ λ_j = 1. The multipliers of the
    optimum are u. The vector that comes with weights is empty.
    """
    size = len(columns[0]) + 1
    basis = [-1 - row for row in range(size)]  # the artificial variable of each row
    inverse = [[ONE if i == k else ZERO for k in range(size)] for i in range(size)]
    values = [ZERO] * (size - 1) + [ONE]
    while True:
        prices = _prices(basis, inverse)
        entering = _entering(columns, prices)
        if entering is None:
            break
        column = [*columns[entering], ONE]
        direction = [_dot(row, column) for row in inverse]
        _pivot(basis, inverse, values, entering, direction)
    if any(value > 0 for value, variable in zip(values, basis, strict=True) if variable < 0):
        return None, [-price for price in prices[:-1]]
    weights = [ZERO] * len(columns)
    for value, variable in zip(values, basis, strict=True):
        if variable >= 0:
            weights[variable] = value
    return weights, []


def _prices(basis: list[int], inverse: list[Vector]) -> Vector:
    """The multipliers: the sum of the rows whose basic variable is artificial, each of cost 1."""
    rows = [row for row, variable in zip(inverse, basis, strict=True) if variable < 0]
    return [sum(entries, ZERO) for entries in zip(*rows, strict=True)] if rows else [ZERO] * len(inverse)


def _entering(columns: Sequence[Sequence[Fraction]], prices: Vector) -> int | None:
    """The first column of negative reduced cost, 0 − prices·(column, 1)."""
    for index, column in enumerate(columns):
        if _dot(prices, column) + prices[-1] > 0:
            return index
    return None


def _pivot(basis: list[int], inverse: list[Vector], values: Vector, entering: int, direction: Vector) -> None:
    ratios = [
        (value / step, basis[row] if basis[row] >= 0 else 1 << 60, row)
        for row, (value, step) in enumerate(zip(values, direction, strict=True))
        if step > 0
    ]
    _, _, leaving = min(ratios)
    factor = direction[leaving]
    inverse[leaving] = [entry / factor for entry in inverse[leaving]]
    values[leaving] /= factor
    for row, step in enumerate(direction):
        if row != leaving and step != 0:
            inverse[row] = [entry - step * pivot for entry, pivot in zip(inverse[row], inverse[leaving], strict=True)]
            values[row] -= step * values[leaving]
    basis[leaving] = entering


def _dot(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(one, other, strict=False) if a and b), ZERO)
