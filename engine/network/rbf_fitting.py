"""This module fits RBF networks: it places centres, sets widths and solves the output weights.

An RBF unit answers e**-net with net = ‖x − c‖² / (2 σ²) (Broomhead and Lowe 1988; Moody and Darken 1989). Its centre c
and width σ can be placed by looking at the inputs alone; the output layer, if linear, is then a linear problem.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network.reference_forward import reference_forward
from engine.spec.errors import EngineError
from engine.spec.specs import MIN_WIDTH, NetworkSpec

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

CENTRES_BY = ("kmeans", "samples", "random")
"""k-means; samples drawn without repetition; evenly drawn from the box that the samples fill."""

WIDTHS_BY = ("d_max", "neighbours")
"""σ = d_max / √(2 · units), the same for all, d_max the largest distance between two centres (Haykin); or for each
unit the mean distance to its two nearest centres."""

NEIGHBOURS = 2
_STARTS, _MOST_ROUNDS = 10, 300
_HUGE = 1e100


def place_centres(inputs: ArrayLike, units: int, by: str, rng: np.random.Generator) -> Floats:
    """Centres (n_inputs, units), one a column, for `inputs` (n_samples, n_inputs), placed `by` one of CENTRES_BY.

    Where there are fewer different samples than units, the units left over are drawn from the samples' box.
    Raises EngineError without samples or for another `by`.
    """
    rows = np.asarray(inputs, dtype=np.float64)
    if len(rows) == 0:
        raise EngineError("There are no samples to place centres by; add at least one.")
    if by not in CENTRES_BY:
        raise EngineError("Centres cannot be placed by {by!r}; choose {names}.", by=by, names=", ".join(CENTRES_BY))
    if by == "random":
        return _in_the_box(rows, units, rng).T.copy()
    scale = float(np.abs(rows).max())
    if scale > _HUGE:  # squares would overflow
        return place_centres(rows / scale, units, by, rng) * scale
    different = np.unique(rows, axis=0)
    if len(different) <= units:
        return np.concatenate([different, _in_the_box(rows, units - len(different), rng)]).T.copy()
    if by == "samples":
        chosen = rng.choice(len(different), units, replace=False)
        return different[np.sort(chosen)].T.copy()
    return k_means(rows, units, rng)[0].T.copy()


def widths_for(centres: ArrayLike, by: str, factor: float = 1.0, inputs: ArrayLike | None = None) -> Floats:
    """Widths (units,) for `centres` (n_inputs, units) `by` one of WIDTHS_BY, times `factor`; MIN_WIDTH at least.

    Where no two centres lie apart the rule says nothing: then the spread of `inputs` (the root of their mean squared
    distance from their mean) stands in for it, or 1. Raises EngineError for a factor that is not above 0.
    """
    if not (np.isfinite(factor) and factor > 0):
        raise EngineError("The factor of the widths must be a number above 0; got {factor!r}.", factor=factor)
    if by not in WIDTHS_BY:
        raise EngineError("Widths cannot be set by {by!r}; choose {names}.", by=by, names=", ".join(WIDTHS_BY))
    points = np.asarray(centres, dtype=np.float64).T
    scale = float(np.abs(points).max())
    if scale > _HUGE:
        shrunk = None if inputs is None else np.asarray(inputs, dtype=np.float64) / scale
        return widths_for(points.T / scale, by, factor, shrunk) * scale
    distances = np.sqrt(_squared_distances(points, points))
    if distances.max() == 0:
        widths = np.full(len(points), _spread(inputs))
    elif by == "d_max":
        widths = np.full(len(points), distances.max() / np.sqrt(2 * len(points)))
    else:
        others = np.sort(distances, axis=1)[:, 1 : NEIGHBOURS + 1]  # the first is the centre itself
        widths = others.mean(axis=1)
        widths[widths == 0] = distances.max() / np.sqrt(2 * len(points))
    return np.maximum(widths * factor, MIN_WIDTH)


def usual_widths(n_inputs: int) -> str:
    """Which of WIDTHS_BY to begin with.

    Along a line the largest distance grows with the number of centres, so that d_max makes neighbours nearly alike and
    least squares gives them huge weights of both signs.
    """
    return "neighbours" if n_inputs == 1 else "d_max"


def k_means(rows: Floats, count: int, rng: np.random.Generator) -> tuple[Floats, float]:
    """Lloyd's algorithm from k-means++ starts (Arthur and Vassilvitskii 2007), the best of ten.

    rows (n, n_inputs), of which at least `count` differ. Returns the centres (count, n_inputs) in lexicographic order
    and the inertia, Σ of the squared distances to the nearest centre.
    """
    # SciPy's kmeans2 finds the same centres from the same starts, but always makes all rounds: six times as slow.
    best: tuple[Floats, float] | None = None
    for _ in range(_STARTS):
        found = _lloyd(rows, _spread_start(rows, count, rng))
        if best is None or found[1] < best[1]:
            best = found
    assert best is not None
    centres, inertia = best
    return centres[np.lexsort(centres.T[::-1])], inertia


def least_squares(
    network: NetworkSpec, parameters: Floats, inputs: ArrayLike, targets: ArrayLike, free: Bools | None = None
) -> Floats:
    """`parameters`, flat, with the output layer that minimises the squared error over the samples; a copy.

    One step: the answers of the hidden layers are columns beside a 1, and the output weights and biases solve
    min ‖Φ w − d‖² (of several solutions the smallest). `free` (bool, flat) says which parameters may change; all may
    without it. Raises EngineError where the outputs are not linear or there is no hidden layer.
    """
    if len(network.layers) < 2:
        raise EngineError("Least squares weighs what hidden units answer; add an RBF layer or another hidden layer.")
    if network.layers[-1].activation != "linear":
        raise EngineError(
            "Least squares solves for linear outputs, but these are {activation}; make the output layer linear.",
            activation=network.layers[-1].activation,
        )
    wanted = np.asarray(targets, dtype=np.float64)
    answers = reference_forward(network, parameters, np.asarray(inputs, dtype=np.float64)).activations[-2]
    columns = np.column_stack([answers, np.ones(len(answers))])
    if not np.isfinite(columns).all():
        raise EngineError("The hidden units' answers are not finite; reset the network first.")
    units = network.n_outputs
    start = network.n_parameters - columns.shape[1] * units
    solved = parameters.copy()
    values = solved[start:].reshape(-1, units)
    may_move = np.ones(network.n_parameters, dtype=bool) if free is None else free
    for unit, movable in enumerate(may_move[start:].reshape(-1, units).T):
        rest = wanted[:, unit] - columns[:, ~movable] @ values[~movable, unit]
        values[movable, unit] = np.linalg.lstsq(columns[:, movable], rest, rcond=None)[0]
    return solved


def _spread_start(rows: Floats, count: int, rng: np.random.Generator) -> Floats:
    """k-means++: each further centre is a row, drawn in proportion to its squared distance to the nearest so far."""
    chosen = [rows[int(rng.integers(len(rows)))]]
    nearest = _squared_distances(rows, chosen[0][np.newaxis])[:, 0]
    while len(chosen) < count:
        chosen.append(rows[int(rng.choice(len(rows), p=nearest / nearest.sum()))])
        nearest = np.minimum(nearest, _squared_distances(rows, chosen[-1][np.newaxis])[:, 0])
    return np.array(chosen)


def _lloyd(rows: Floats, centres: Floats) -> tuple[Floats, float]:
    """Means of the rows nearest to each centre, over and over until none moves; a centre left empty stays."""
    for _ in range(_MOST_ROUNDS):
        nearest = np.argmin(_squared_distances(rows, centres), axis=1)
        moved = centres.copy()
        for k in range(len(centres)):
            if (nearest == k).any():
                moved[k] = rows[nearest == k].mean(axis=0)
        if np.array_equal(moved, centres):
            break
        centres = moved
    return centres, float(_squared_distances(rows, centres).min(axis=1).sum())


def _squared_distances(rows: Floats, centres: Floats) -> Floats:
    """(n, units), one input at a time, so that memory holds no (n, units, n_inputs)."""
    total = np.zeros((len(rows), len(centres)))
    for column in range(rows.shape[1]):
        total += (rows[:, column, np.newaxis] - centres[:, column]) ** 2
    return total


def _in_the_box(rows: Floats, count: int, rng: np.random.Generator) -> Floats:
    return rng.uniform(rows.min(axis=0), rows.max(axis=0), (count, rows.shape[1]))


def _spread(inputs: ArrayLike | None) -> float:
    if inputs is None or len(np.asarray(inputs)) == 0:
        return 1.0
    rows = np.asarray(inputs, dtype=np.float64)
    spread = float(np.sqrt(np.mean(np.sum((rows - rows.mean(axis=0)) ** 2, axis=1))))
    return spread if spread > 0 else 1.0
