"""This module finds causes in the state of the units: flat, off or equal to each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.analysis.diagnosis import cures
from engine.analysis.diagnosis.finding import Evidence, Finding
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.remedy import Remedy
from engine.analysis.diagnosis.trials import Trials
from engine.analysis.diagnosis.unit_slopes import (
    FLAT,
    SATURATED,
    are_off,
    flat_shares,
    squashes,
    steepest_slope,
    switches_off,
)
from engine.spec.errors import Text

Floats = NDArray[np.float64]

_ALWAYS = 0.95
_HALF = 0.5
_EQUAL = 1e-9
_LITTLE = 0.6  # of the error of always answering the mean is left


def symmetric(of: Measurements, trials: Trials) -> Finding | None:
    """Units of a hidden layer with equal weights in and out."""
    weights, biases = of.network.weights, of.network.biases
    for layer in range(len(of.spec.layers) - 1):
        vectors = np.vstack([weights[layer], biases[layer][np.newaxis], weights[layer + 1].T]).T
        alike = _largest_group(vectors)
        if len(alike) < 2:
            continue
        units = tuple((layer, int(unit)) for unit in alike)
        weight = (len(alike) - 1) / (of.spec.layers[layer].units - 1)
        measured = Text(
            "{count} units of hidden layer {number} have the same weights",
            count=len(alike),
            number=layer + 1,
        )
        figures = (("equal_units", float(len(alike))), ("units", float(of.spec.layers[layer].units)))
        evidence = Evidence((1, of.epoch), (), units, figures)
        remedy = trials.best(cures.drawn_starts(of))
        return Finding("symmetric", evidence, () if remedy is None else (remedy,), measured, weight)
    return None


def dead_units(of: Measurements, trials: Trials) -> Finding | None:
    """Units that answer 0 to every sample and have no slope there."""
    units: list[tuple[int, int]] = []
    worst = 0.0
    for layer, net in enumerate(of.trace.net_inputs):
        if not switches_off(of.spec.layers[layer].activation):
            continue
        off = are_off(net)
        units += [(layer, int(unit)) for unit in np.flatnonzero(off)]
        worst = max(worst, float(off.mean()))
    if worst < _HALF:
        return None
    net_inputs = [float(of.trace.net_inputs[layer][:, unit].max()) for layer, unit in units]
    measured = Text(
        "{count} units are off, with output 0, for every sample; the largest net input of any of them is {net:.3g}",
        count=len(units),
        net=max(net_inputs),
    )
    figures = (("share_of_layer", worst), ("largest_net_inputs", tuple(net_inputs)))
    evidence = Evidence(of.stretch, (), tuple(units), figures)
    hidden_off = any(layer < len(of.spec.layers) - 1 for layer, _ in units)
    candidates: list[Remedy] = list(cures.new_starts(of))[:3]
    if hidden_off:
        candidates.append(cures.other_hidden(of, "leaky_relu"))
    candidates += list(cures.smaller_rates(of))[:2]
    if not hidden_off:
        candidates = [*cures.other_output(of), *candidates]
    return Finding("dead_units", evidence, _first_two(of, trials, candidates), measured, worst)


def saturated(of: Measurements, trials: Trials) -> Finding | None:
    """Squashing units far out on both sides, where f′ is almost 0."""
    if of.course is not None and of.course.swings:
        return None  # something moves
    layers = [layer for layer, each in enumerate(of.spec.layers[:-1]) if squashes(each.activation)]
    shares = {layer: float((of.slopes[layer] < FLAT).mean()) for layer in layers}
    outputs = len(of.spec.layers) - 1
    if not _is_output_matched(of) and squashes(of.spec.layers[-1].activation):
        shares[outputs] = _lost_error(of)
    layer = max(shares, key=lambda each: shares[each], default=-1)
    if layer < 0 or shares[layer] < SATURATED:
        return None
    measured, evidence = _lost_outputs(of) if layer == outputs else _flat_layer(of, layer)
    scaled = cures.scaled_inputs(of) if float(np.abs(of.data.inputs).max()) > 10.0 else None
    candidates = [*cures.smaller_starts(of), *([scaled] if scaled else []), *list(cures.new_starts(of))[:3]]
    if of.loss < _LITTLE * of.mean_error and not any(
        trials.of(each).error * of.mean_error < 0.9 * of.loss for each in candidates
    ):
        return None  # it has learned, and its units are as steep as that takes
    if layer < outputs:
        count = of.spec.layers[layer].units
        candidates += cures.wider(of, layer, (count + 2, 2 * count + 2))
    return Finding("saturated", evidence, _first_two(of, trials, candidates), measured, shares[layer])


def loss_mismatch(of: Measurements, trials: Trials) -> Finding | None:
    """Sure but wrong outputs, whose correction the slope f′ of the output layer swallows."""
    remedy = cures.cross_entropy(of)
    if of.training.loss == "cross_entropy" or remedy is None:
        return None
    share = _lost_error(of)
    if share < _HALF:
        return None
    measured, evidence = _lost_outputs(of)
    candidates = [remedy, *cures.smaller_starts(of), *cures.smaller_rates(of)]
    return Finding("loss_mismatch", evidence, _first_two(of, trials, candidates), measured, share)


def _flat_layer(of: Measurements, layer: int) -> tuple[Text, Evidence]:
    """How far out the units of a hidden layer are."""
    slopes, net = of.slopes[layer], float(np.abs(of.trace.net_inputs[layer]).max())
    is_flat = slopes < FLAT
    share = float(is_flat.mean())
    measured = Text(
        "{share:.0%} of the slopes f′ in layer {number} are below {limit:.0%} of the steepest one, as the net inputs"
        " there reach {net:.3g}",
        share=share,
        number=layer + 1,
        limit=FLAT,
        net=net,
    )
    figures = (("share_flat", share), ("median_slope", float(np.median(slopes))), ("largest_net_input", net))
    units = tuple((layer, int(unit)) for unit in np.flatnonzero(flat_shares(slopes) >= SATURATED))
    return measured, Evidence(of.stretch, of.chosen(is_flat.mean(axis=1) >= _ALWAYS), units, figures)


def _lost_outputs(of: Measurements) -> tuple[Text, Evidence]:
    """Which outputs are sure but wrong, and what they do to the error."""
    lost, share, outputs = _lost(of), _lost_error(of), len(of.spec.layers) - 1
    slope = float(of.slopes[-1][lost].max()) * steepest_slope(of.spec.layers[-1].activation)
    rows = np.asarray(lost.any(axis=1))
    measured = Text(
        "for {count} samples the output is sure but wrong; the slope f′ there is at most {slope:.1g}, and"
        " {share:.0%} of the error comes from them",
        count=int(rows.sum()),
        slope=slope,
        share=share,
    )
    figures = (("share_of_error", share), ("largest_slope", slope))
    units = tuple((outputs, int(unit)) for unit in np.flatnonzero(lost.any(axis=0)))
    return measured, Evidence(of.stretch, of.chosen(rows), units, figures)


def _is_output_matched(of: Measurements) -> bool:
    """Whether the cross-entropy is used or could be: then flat outputs are a matter of the loss."""
    return of.training.loss == "cross_entropy" or cures.cross_entropy(of) is not None


def _lost(of: Measurements) -> NDArray[np.bool_]:
    """Which outputs (rows, n_outputs) are off by half the range of the targets or more where f′ is almost 0."""
    low, high = float(of.targets.min()), float(of.targets.max())
    far = np.abs(of.targets - of.outputs) >= _HALF * max(high - low, 1e-300)
    return np.asarray(far & (of.slopes[-1] < FLAT))


def _lost_error(of: Measurements) -> float:
    """The share of the squared error that comes from such outputs."""
    squares = (of.targets - of.outputs) ** 2
    total = float(squares.sum())
    return float(squares[_lost(of)].sum()) / total if total > 0 else 0.0


def _largest_group(vectors: Floats) -> NDArray[np.intp]:
    """The most rows that are equal up to rounding."""
    best: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
    for row in vectors:
        alike = np.flatnonzero(np.isclose(vectors, row, rtol=_EQUAL, atol=0.0).all(axis=1))
        best = alike if len(alike) > len(best) else best
    return best


def _first_two(of: Measurements, trials: Trials, candidates: list[Remedy]) -> tuple[Remedy, ...]:
    """The candidate that helps most, and one of another kind; the same start again only where it helps."""
    now = of.loss / of.mean_error if of.mean_error > 0 else of.loss
    able = [each for each in candidates if cures.changes(of, each) or trials.of(each).error < 0.9 * now]
    best = trials.best(able)
    if best is None:
        return ()
    other = next((each for each in able if each.kind != best.kind), None)
    return (best,) if other is None else (best, other)
