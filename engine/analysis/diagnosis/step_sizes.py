"""This module finds causes in the size of the steps: too large, too small, or in inputs of very different scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.analysis.diagnosis import cures
from engine.analysis.diagnosis.finding import Evidence, Finding
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.remedy import Remedy
from engine.analysis.diagnosis.trials import Trials
from engine.analysis.mean_answer import FALLS, WORSE
from engine.spec.errors import Text
from engine.spec.training_spec import SETTINGS

_GROWN = 10.0
"""So many times the error at a start, and above that of answering the mean, is no chance."""
_UNEVEN = 30.0
_LARGE_INPUT = 30.0
_HIGH_MOMENTUM = 0.9
_FEWEST_SWINGS = 60
_USUAL_RATE = {"adam": 0.01}
_USUAL = 1.0
_STILL = 1e-4
_PASSES = 50
_MOST_WORK = 5_000_000
_QUICKER = 5.0
_GAIN = 0.01
_HELPED = 0.5


def diverging(of: Measurements, trials: Trials) -> Finding | None:
    """An error beyond all numbers, or one that has grown far above that of answering the mean."""
    course = of.course
    if not of.has_diverged and not has_grown(of):
        return None
    now = of.loss if course is None else course.level
    times = now / of.mean_error if of.mean_error > 0 else np.inf
    if of.has_diverged:
        measured = Text(
            "in epoch {epoch:,} the error grew beyond all numbers, at learning rate {rate:g}",
            epoch=of.epoch + 1,
            rate=of.trainer.learning_rate,
        )
    else:
        measured = Text(
            "the error is {times:.3g} times that of always answering the mean, and {start:.3g} times that at a start",
            times=times,
            start=now / of.start_loss if of.start_loss > 0 else np.inf,
        )
    figures = (
        ("error", float(now)),
        ("start_error", of.start_loss),
        ("mean_error", of.mean_error),
        ("learning_rate", of.trainer.learning_rate),
    )
    return Finding("diverging", Evidence((1, max(of.epoch, 1)), figures=figures), _calmer(of, trials), measured)


def has_grown(of: Measurements) -> bool:
    """Whether the error has grown, to a finite one, and stays there."""
    course = of.course
    if course is None or course.n < 2:
        return False
    level = course.level if course.n >= 4 else of.loss
    return level > WORSE * of.mean_error and level > _GROWN * of.start_loss and of.loss > FALLS * course.first


def oscillating(of: Measurements, trials: Trials) -> Finding | None:
    """An error that goes up and down without getting lower."""
    course = of.course
    if course is None or not course.swings or course.n < _FEWEST_SWINGS or not _keeps_its_rate(of):
        return None
    measured = Text(
        "in the last {n} evaluations the error rose {rises} times, swung by {swing:.0%} of itself, and got no lower",
        n=course.n_tail,
        rises=course.rises,
        swing=course.swing,
    )
    figures = (
        ("rises", float(course.rises)),
        ("falls", float(course.falls_in_tail)),
        ("swing", course.swing),
        ("learning_rate", of.trainer.learning_rate),
    )
    evidence = Evidence(course.tail_epochs, figures=figures)
    return Finding("oscillating", evidence, _calmer(of, trials), measured, min(1.0, course.swing))


def input_scale(of: Measurements, trials: Trials) -> Finding | None:
    """Inputs of which one is many times as large as another, or as it varies."""
    scales = scales_of(of)
    if scales is None or of.spec.rbf:
        return None
    remedy = cures.scaled_inputs(of)
    if remedy is None:
        return None
    names = of.data.input_names
    measured = Text(
        "the largest values of the inputs lie between {least:,.3g} ({small}) and {most:,.4g} ({large})",
        small=names[scales.smallest],
        large=names[scales.largest],
        least=scales.least,
        most=scales.most,
    )
    figures = (
        ("largest_input", float(scales.largest)),
        ("smallest_input", float(scales.smallest)),
        ("largest_value", scales.most),
        ("smallest_value", scales.least),
    )
    slower = trials.best(cures.smaller_rates(of))
    return Finding(
        "input_scale", Evidence(of.stretch, figures=figures), tuple(filter(None, (remedy, slower))), measured
    )


def _keeps_its_rate(of: Measurements) -> bool:
    """Whether the steps go by the learning rate that was chosen; some rules find their own."""
    return SETTINGS["learning_rate_decay"].counts_for(of.rule)


@dataclass(frozen=True)
class Scales:
    """The inputs with the largest and the smallest value, sign apart, and these values."""

    largest: int
    most: float
    smallest: int
    least: float


def scales_of(of: Measurements) -> Scales | None:
    """The scales of the inputs, where they differ wildly or are far from 1; None where they do not.

    Inputs that are 0 everywhere do not count.
    """
    peaks = np.abs(of.data.inputs[of.rows]).max(axis=0)
    places = np.flatnonzero(peaks > 0)
    if not len(places):
        return None
    largest, smallest = (int(places[find(peaks[places])]) for find in (np.argmax, np.argmin))
    most, least = float(peaks[largest]), float(peaks[smallest])
    return Scales(largest, most, smallest, least) if most >= _UNEVEN * least or most >= _LARGE_INPUT else None


def rate_too_small(of: Measurements, trials: Trials) -> Finding | None:
    """Steps so short that the error stands, though longer ones lower it."""
    course, rate = of.course, of.trainer.learning_rate
    if course is None or course.swings or course.change > _STILL:
        return None
    passes = min(_PASSES, _MOST_WORK // max(1, of.data.n_samples * of.spec.n_parameters))
    candidates = list(cures.larger_rates(of, _USUAL_RATE.get(of.training.rule, _USUAL)))
    if passes < 1 or not candidates:
        return None
    unchanged = replace(of.training, learning_rate=rate, learning_rate_decay=0.0)
    same = trials.error_after(replace(candidates[0], training=unchanged), passes)
    lower = {each: trials.error_after(each, passes) for each in candidates}
    best = min(lower, key=lambda each: lower[each])
    gain, gain_now = of.loss - lower[best], max(of.loss - same, 0.0)
    if gain < _GAIN * of.loss or gain < _QUICKER * gain_now or gain_now > _GAIN * of.loss:
        return None
    measured = Text(
        "from one evaluation to the next the error changes by {change:.1g} of itself; {passes} epochs at the rate"
        " {larger:g} lower it by {gain:.0%}, at {rate:.3g} by {now:.1g}",
        change=course.change,
        passes=passes,
        larger=best.training.learning_rate,
        gain=gain / of.loss,
        rate=rate,
        now=gain_now / of.loss,
    )
    figures = (
        ("change", course.change),
        ("learning_rate", rate),
        ("tried_rate", best.training.learning_rate),
        ("gain", gain / of.loss),
        ("gain_now", gain_now / of.loss),
    )
    order = sorted(candidates, key=lambda each: lower[each])
    remedy = trials.best(order[:3])
    return Finding("rate_too_small", Evidence(course.tail_epochs, figures=figures), (remedy or best,), measured)


def penalty(of: Measurements, trials: Trials) -> Finding | None:
    """A penalty on large weights without which the same run gets lower."""
    training = of.training
    if not (of.rule.uses("l2") and (training.l1 > 0.0 or training.l2 > 0.0)):
        return None
    lighter = list(cures.smaller_penalties(of))
    error = min(trials.of(each).error for each in lighter) * of.mean_error
    if not error < _HELPED * of.loss:
        return None
    size = float(np.abs(of.network.parameters).max())
    measured = Text(
        "with the penalty the error stays at {error:.3g}, with a smaller one it comes down to {lower:.2g}; the largest"
        " weight is {size:.2g}",
        error=of.loss,
        lower=error,
        size=size,
    )
    figures = (
        ("l1", training.l1),
        ("l2", training.l2),
        ("error", of.loss),
        ("lower_error", error),
        ("largest_weight", size),
    )
    best = trials.best(lighter)
    assert best is not None
    other = next((each for each in lighter if each != best), None)
    remedies = (best,) if other is None else (best, other)
    return Finding("penalty", Evidence(of.stretch, figures=figures), remedies, measured)


def _calmer(of: Measurements, trials: Trials) -> tuple[Remedy, ...]:
    """What keeps steps from overshooting, the likeliest cause first."""
    first: list[Remedy] = []
    if of.training.learning_rate * of.training.l2 > 1.0:
        first += cures.smaller_penalties(of)
    if of.training.momentum >= _HIGH_MOMENTUM:
        first.append(cures.without_momentum(of))
    scaled = cures.scaled_inputs(of) if scales_of(of) is not None else None
    rates = list(cures.smaller_rates(of))
    if scaled is not None:
        first.append(scaled)
    best = trials.best([*first, *rates])
    if best is None:
        return ()
    others = [*first, *([calmer] if (calmer := cures.calmer_steps(of)) else []), *rates[:1]]
    other = next((each for each in others if each.kind != best.kind), None)
    return (best,) if other is None else (best, other)
