"""This module diagnoses a run: it tells, from measured figures, why the run does not learn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.analysis.diagnosis import proofs, step_sizes, terrain, unit_states
from engine.analysis.diagnosis.finding import KINDS, Finding
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.trials import Trials
from engine.spec.errors import EngineError
from engine.spec.value_checks import check_kind
from engine.training.trainer import Trainer

_FEWEST_LOOKS = 30
"""Evaluations; before, a run is not judged by what its units do."""

Cause = Callable[[Measurements, Trials], Finding | None]

_PROOFS: tuple[Cause, ...] = (
    proofs.contradictory,
    proofs.not_separable,
    proofs.too_few_units,
    proofs.target_range,
)
_STATES: tuple[Cause, ...] = (
    unit_states.symmetric,
    step_sizes.input_scale,
    unit_states.dead_units,
    unit_states.loss_mismatch,
    unit_states.saturated,
    step_sizes.penalty,
    step_sizes.rate_too_small,
    step_sizes.oscillating,
    terrain.standstill,
)


def diagnose(trainer: Trainer, *, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[Finding, ...]:
    """Why the run of `trainer` does not learn: findings, the likeliest first; none of a run that learns.

    A run learns that has reached its goal, or whose error still falls. Nothing is claimed that was not measured; each
    finding holds its figures in `evidence` and one or two `remedies`, chosen by a few trial passes on copies. The
    trainer stays as it is. It takes a second at most; `is_cancelled` is asked between two causes, and ends it with
    what was found so far. Raises EngineError where `trainer` is no Trainer, or has not run.
    """
    check_kind("What is diagnosed", trainer, Trainer)
    if not trainer.has_moved and trainer.stop_reason != "diverged":
        raise EngineError("There is nothing to diagnose yet: let the Trainer run first.")
    with np.errstate(all="ignore"):
        of = Measurements(trainer)
        trials = Trials(of, is_cancelled)
        findings: list[Finding] = []
        for cause in _causes_to_ask(of):
            if is_cancelled() or (cause is terrain.standstill and any(map(_explains, findings))):
                break
            found = cause(of, trials)
            findings += [] if found is None else [found]
        return tuple(sorted(findings, key=lambda found: (found.weight < 0.5, KINDS.index(found.kind))))


def stands_still(trainer: Trainer) -> bool:
    """Whether the error no longer falls and is above its goal; told at once, for a window that asks again and again."""
    of = Measurements(trainer)
    return of.stands and not of.is_at_goal


def _explains(found: Finding) -> bool:
    """Whether it tells of itself why the error stands still here; saturated units may have been led there."""
    return found.weight >= 0.5 and found.kind not in ("saturated", "input_scale")


def _causes_to_ask(of: Measurements) -> tuple[Cause, ...]:
    if of.has_diverged or step_sizes.has_grown(of):
        return (step_sizes.diverging, step_sizes.input_scale, unit_states.dead_units)
    if of.rule.threshold_units:  # the rule finds a line in the end, if there is one, and else runs in circles
        return _PROOFS if _looks(of) >= _FEWEST_LOOKS and not (of.is_at_goal or of.is_all_right) else ()
    if not of.stands or of.is_at_goal:
        return ()
    return _PROOFS if of.has_learned or _looks(of) < _FEWEST_LOOKS else (*_PROOFS, *_STATES)


def _looks(of: Measurements) -> int:
    """How often the run has been evaluated."""
    return 0 if of.course is None else of.course.n
