"""This module edits weights and biases: it sets, locks, cuts, randomises, zeroes, negates and scales them.

Each takes the parameters as they are now (`current`, flat as in `Network.parameters`) and makes them, with the edit,
the project's new start. Cut connections stand at 0 in `current`; the start goes on holding the value that restoring
brings back. What is locked is left alone by everything here but `set_value`, which names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network.fit import check_widths
from engine.project.edits.edit import Edit
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def whole_start(project: Project) -> Floats:
    """A copy of the start, flat, the values that cut connections had among it: given by number or drawn."""
    return project.start.whole_parameters()


def is_weight(network: NetworkSpec) -> Bools:
    """Which parameters, flat, are weights of connections; the others are biases, or centres of RBF units."""
    sizes = zip(network.layers, pairwise(network.sizes), strict=True)
    parts = [np.repeat([layer.kind == "dense", False], [inputs * units, units]) for layer, (inputs, units) in sizes]
    return np.concatenate(parts)


def set_value(project: Project, current: ArrayLike, position: int, value: float) -> Edit:
    """The parameter at `position` is `value`, everything else as it is now. Refused for a cut connection."""
    return set_some(project, current, {position: value})


def set_some(project: Project, current: ArrayLike, values: Mapping[int, float]) -> Edit:
    """The parameters at the positions in `values` are others; as `set_value`."""
    positions = list(values)
    if project.cut is not None and project.cut.array[positions].any():
        raise EngineError("This connection is cut and stands at 0; restore it to give it a weight.")
    start = start_at(project, current)
    start[positions] = list(values.values())
    return started(project, start)


def set_values(project: Project, values: ArrayLike) -> Edit:
    """All parameters are `values`, set by hand."""
    return started(project, start_at(project, values))


def set_locked(project: Project, current: ArrayLike, chosen: ArrayLike, locked: bool) -> Edit:
    """Training leaves the `chosen` parameters (bool, flat) alone, or moves them again."""
    mask = _mask(project.locked, project.network)
    changed = mask | _chosen(project, chosen) if locked else mask & ~_chosen(project, chosen)
    return replace(_masked(project, current, "locked", mask, changed), by_hand="locks")


def set_cut(project: Project, current: ArrayLike, chosen: ArrayLike, cut: bool) -> Edit:
    """The `chosen` connections (bool, flat) are held at 0 and out of training, or have the weight they had before."""
    wanted = _chosen(project, chosen)
    if wanted[: project.network.n_rbf_parameters].any():
        raise EngineError("The centres and widths of an RBF layer cannot be cut; lock them instead.")
    if (wanted & ~is_weight(project.network)).any():
        raise EngineError("Only connections can be cut; a bias can be set to 0 and locked.")
    mask = _mask(project.cut, project.network)
    return _masked(project, current, "cut", mask, mask | wanted if cut else mask & ~wanted)


def randomise(project: Project, current: ArrayLike, chosen: ArrayLike, rng: np.random.Generator) -> Edit:
    """The `chosen` parameters are drawn from `rng` as those of a new start are."""
    drawn = draw_parameters(project.network, rng)
    return _changed(project, current, chosen, lambda _values, free: drawn[free])


def zero(project: Project, current: ArrayLike, chosen: ArrayLike) -> Edit:
    """The `chosen` parameters are 0."""
    return _changed(project, current, chosen, lambda values, _free: np.zeros_like(values))


def negate(project: Project, current: ArrayLike, chosen: ArrayLike) -> Edit:
    """The `chosen` parameters change their sign."""
    return scale(project, current, chosen, -1.0)


def scale(project: Project, current: ArrayLike, chosen: ArrayLike, factor: float) -> Edit:
    """The `chosen` parameters are multiplied by `factor`."""
    with np.errstate(over="ignore"):  # what grows beyond all numbers is refused with a sentence
        return _changed(project, current, chosen, lambda values, _free: values * factor + 0.0)


def drawn_anew(project: Project, before: Project) -> FrozenArray | None:
    """The start that the seed of `project` draws, in which what is locked or cut stays as it was `before`.

    So do the centres and widths of an RBF layer, which are placed by the data.

    None, a start that is drawn when it is needed, where nothing has to stay.
    """
    return before.start.redrawn(project.training.seed, project.network).parameters


def start_at(project: Project, current: ArrayLike) -> Floats:
    """A copy of the current numbers, with the values that cut connections had. EngineError for another length."""
    start = np.array(current, dtype=np.float64)
    wanted = project.network.n_parameters
    if start.shape != (wanted,):
        raise EngineError(
            "This network has {wanted} weights and biases; got numbers of shape {shape}.",
            wanted=wanted,
            shape=start.shape,
        )
    if project.cut is not None:
        cut = project.cut.array
        start[cut] = whole_start(project)[cut]
    return start


def _changed(project: Project, current: ArrayLike, chosen: ArrayLike, make: object) -> Edit:
    """The chosen parameters as `make(values, which)` makes them; locked and cut ones stay."""
    assert callable(make)
    held = _mask(project.locked, project.network) | _mask(project.cut, project.network)
    free = _chosen(project, chosen) & ~held
    if not free.any():
        raise EngineError("All of this is locked or cut; unlock or restore it first.")
    start = start_at(project, current)
    start[free] = make(start[free], free)
    return started(project, start)


def _masked(project: Project, current: ArrayLike, name: str, before: Bools, after: Bools) -> Edit:
    if np.array_equal(before, after):
        return Edit(project)
    start = start_at(project, current)
    changes: dict[str, Any] = {name: FrozenArray(after, bool) if after.any() else None}
    return started(replace(project, **changes), start)


def started(project: Project, start: Floats) -> Edit:
    """`project` with `start`, set by hand. Raises EngineError where it holds what no start can."""
    if not np.isfinite(start).all():
        index = int(np.flatnonzero(~np.isfinite(start))[0])
        raise EngineError(
            "Weights and biases must be finite; number {number} is {value}.", number=index + 1, value=start[index]
        )
    check_widths(project.network, start)
    return Edit(replace(project, parameters=FrozenArray(start), run=None), by_hand="weights")


def _mask(mask: FrozenArray | None, network: NetworkSpec) -> Bools:
    return np.zeros(network.n_parameters, dtype=bool) if mask is None else np.asarray(mask.array)


def _chosen(project: Project, chosen: ArrayLike) -> Bools:
    mask = np.asarray(chosen, dtype=bool)
    if mask.shape != (project.network.n_parameters,) or not mask.any():
        raise EngineError("Nothing is chosen that has a weight or bias; select a neuron, connection, bias or layer.")
    return mask
