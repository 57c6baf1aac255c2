"""This module finds causes in the error around the weights: a plateau, or a minimum that is not the lowest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.analysis.diagnosis import cures
from engine.analysis.diagnosis.finding import Evidence, Figure, Finding
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.remedy import Remedy
from engine.analysis.diagnosis.standing import flat_units, stuck_outputs, stuck_samples, stuck_text
from engine.analysis.diagnosis.trials import Trials
from engine.analysis.diagnosis.walk_down import walk_down
from engine.spec.errors import Text

Floats = NDArray[np.float64]

PATIENCE_PASSES, PATIENCE_UPDATES = 1_000, 20_000
"""For so long the error must have stood: the first stretch of many a good run is flat."""
_MOST_PARAMETERS = 120
_MOST_WORK = 20_000_000
_WAY_DOWN = 0.9
"""An error below this share of the present one is a way down."""
_BENT = 1e-2
_STEPS = 200
_NUDGES = (0.0, 0.1, -0.1)


@dataclass(frozen=True)
class Terrain:
    """The error around the weights.

    gradient: its length. lowest_curvature, highest_curvature: eigenvalues of the Hessian; NaN for networks too large.
    bottom: the smallest error that walking downhill from here finds, after a nudge of 0.1 at most.
    """

    gradient: float
    lowest_curvature: float
    highest_curvature: float
    bottom: float

    def leads_down(self, error: float) -> bool:
        """Whether a way leads down from here: it was found, or the error bends down in some direction."""
        return self.bottom < _WAY_DOWN * error or self.lowest_curvature < -_BENT * self.highest_curvature


def standstill(of: Measurements, trials: Trials) -> Finding | None:
    """A plateau or a local minimum, where the error has stood for long."""
    course = of.course
    if course is None or course.swings or not of.rule.gradient or _is_convex(of) or not _is_patient(of):
        return None
    terrain = terrain_of(of)
    if terrain is None:
        return None
    figures: tuple[tuple[str, Figure], ...] = (
        ("gradient", terrain.gradient),
        ("lowest_curvature", terrain.lowest_curvature),
        ("highest_curvature", terrain.highest_curvature),
        ("error", of.loss),
        ("bottom", terrain.bottom),
        *stuck_outputs(of),
    )
    evidence = Evidence(of.stretch, stuck_samples(of), flat_units(of), figures)
    if terrain.leads_down(of.loss):
        return Finding("plateau", evidence, _onwards(of, trials), _plateau_text(of, terrain), 0.5)
    remedies = _elsewhere(of, trials)
    error = min((trials.of(each).error * of.mean_error for each in remedies), default=np.inf)
    if error >= _WAY_DOWN * of.loss:
        return None  # nothing shows that it could be lower
    evidence = replace(evidence, figures=(*figures, ("elsewhere", error)))
    return Finding("local_minimum", evidence, remedies, _minimum_text(of), 0.5)


def terrain_of(of: Measurements) -> Terrain | None:
    """The error around the weights; None for networks and data too large to look in a moment."""
    size = of.data.n_samples * of.spec.n_parameters
    if size * _STEPS * len(_NUDGES) > _MOST_WORK * 10:
        return None
    gradient = _gradient_at(of, of.network.parameters)
    low, high = np.nan, np.nan
    direction = None
    if of.spec.n_parameters <= _MOST_PARAMETERS and size * 2 * of.spec.n_parameters <= _MOST_WORK:
        values, vectors = np.linalg.eigh(_hessian(of))
        low, high, direction = float(values[0]), float(values[-1]), vectors[:, 0]
    return Terrain(float(np.linalg.norm(gradient)), low, high, _bottom(of, direction))


def _bottom(of: Measurements, direction: Floats | None) -> float:
    """The lowest error that walks downhill reach: from here, and from a nudge to either side of it.

    direction: that in which the error bends down most, if known.
    """
    start, free = of.network.parameters, of.network.trainable & of.network.connected
    nudge = np.random.default_rng(0).normal(size=len(start)) if direction is None else direction
    nudge = np.where(free, nudge, 0.0)
    nudge = nudge / (np.linalg.norm(nudge) or 1.0)
    lowest = of.loss
    for size in _NUDGES:
        reached = walk_down(
            partial(_loss_at, of), partial(_gradient_at, of), start + size * nudge, _STEPS, 0.5 * _WAY_DOWN * of.loss
        )
        lowest = min(lowest, reached)
        if lowest < _WAY_DOWN * of.loss:
            break
    return lowest


def _hessian(of: Measurements) -> Floats:
    """(n, n), from differences of the gradient."""
    start = of.network.parameters.copy()
    rows = np.empty((len(start), len(start)))
    for place in range(len(start)):
        step = 1e-5 * (1.0 + abs(start[place]))
        moved = start.copy()
        moved[place] += step
        above = _gradient_at(of, moved)
        moved[place] -= 2.0 * step
        rows[place] = (above - _gradient_at(of, moved)) / (2.0 * step)
    free = of.network.trainable & of.network.connected
    rows[~free] = rows[:, ~free] = 0.0
    return (rows + rows.T) / 2.0


def _at(of: Measurements, point: Floats) -> None:
    of.probe.parameters[:] = point


def _loss_at(of: Measurements, point: Floats) -> float:
    _at(of, point)
    return of.probe.loss(of.data.inputs, of.data.targets, of.training.loss)


def _gradient_at(of: Measurements, point: Floats) -> Floats:
    _at(of, point)
    gradient = of.probe.gradient(of.data.inputs, of.data.targets, of.training.loss)
    return np.where(of.probe.trainable & of.probe.connected, gradient, 0.0)


def _is_convex(of: Measurements) -> bool:
    """Whether the error has no other minimum: one layer whose error bends upwards everywhere."""
    if len(of.spec.layers) > 1:
        return False
    return of.training.loss == "cross_entropy" or of.spec.layers[0].activation == "linear"


def _is_patient(of: Measurements) -> bool:
    assert of.course is not None
    stretch = of.course.stretch
    return stretch >= PATIENCE_PASSES or stretch * of.trainer.updates_per_epoch >= PATIENCE_UPDATES


def _plateau_text(of: Measurements, terrain: Terrain) -> Text:
    return Text(
        "no progress since epoch {since:,}; {stuck}; yet a way from here leads down to an error of {bottom:.2g}",
        since=of.stretch[0],
        stuck=stuck_text(of),
        bottom=terrain.bottom,
    )


def _minimum_text(of: Measurements) -> Text:
    return Text("no progress since epoch {since:,}; {stuck}", since=of.stretch[0], stuck=stuck_text(of))


def _onwards(of: Measurements, trials: Trials) -> tuple[Remedy, ...]:
    quicker = trials.best(cures.quicker_rules(of))
    start = trials.best(cures.new_starts(of))
    found = [each for each in (quicker, start) if each is not None]
    return tuple(sorted(found, key=lambda each: not trials.of(each).reaches))


def _elsewhere(of: Measurements, trials: Trials) -> tuple[Remedy, ...]:
    start = trials.best(cures.new_starts(of))
    hidden = [layer for layer, each in enumerate(of.spec.layers[:-1]) if each.kind == "dense"]
    more = None
    if hidden:
        units = of.spec.layers[hidden[0]].units
        more = trials.best(cures.wider(of, hidden[0], (units + 2, 2 * units + 2)))
    found = [each for each in (start, more) if each is not None]
    return tuple(sorted(found, key=lambda each: not trials.of(each).reaches))
