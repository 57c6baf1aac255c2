"""This module finds what can be proved: data that this network cannot learn, however long it trains."""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from engine.analysis.diagnosis import cures
from engine.analysis.diagnosis.finding import Evidence, Finding
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.trials import Trials
from engine.analysis.mean_answer import mean_error
from engine.analysis.separability import Separability, separability
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import Text

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

_MOST_COMPARED = 100_000
_MOST_SEPARATED = 2_000
_EXPLAINED = 0.3


def contradictory(of: Measurements, trials: Trials) -> Finding | None:
    """The same inputs with different targets, where they make up the error that is left."""
    groups = _contradictions(of)
    if not groups:
        return None
    data, places = of.data, np.concatenate(groups)
    output = of.spec.layers[-1].activation
    floors = [len(each) * mean_error(data.targets[each], of.training.loss, output) for each in groups]
    floor = sum(floors) / data.n_samples
    share = min(1.0, floor / of.loss) if of.loss > 0 else 0.0
    if of.is_right is not None:
        wrong = of.rows[~of.is_right]
        share = max(share, float(np.isin(wrong, places).mean()) if len(wrong) else 0.0)
    if share < _EXPLAINED:
        return None
    samples = tuple(int(place) for place in places)
    figures = (("share_of_error", share), ("least_error", floor))
    measured = Text(
        "{count} samples have the inputs of another one but not its desired output; {share:.0%} of what is wrong comes"
        " from them",
        count=len(samples),
        share=share,
    )
    remedies = (cures.left_out(of, _minorities(data.targets, groups)),)
    return Finding("contradictory", Evidence(of.stretch, samples, (), figures), remedies, measured, share)


def not_separable(of: Measurements, trials: Trials) -> Finding | None:
    """No hyperplane for the decision of a network without hidden layers that bend."""
    if not _is_one_layer(of) or (found := _not_separated(of)) is None:
        return None
    column, verdict = found
    measured = Text(
        "no line or plane separates the samples by desired output {number}: the two classes overlap at {count} samples",
        number=column + 1,
        count=len(verdict.witnesses),
    )
    figures = (("output", float(column)), ("is_exact", float(verdict.is_exact)))
    evidence = Evidence(of.stretch, verdict.witnesses, ((len(of.spec.layers) - 1, column),), figures)
    remedy = trials.best(cures.hidden_layers(of))
    return Finding("not_separable", evidence, () if remedy is None else (remedy,), measured)


def too_few_units(of: Measurements, trials: Trials) -> Finding | None:
    """Hidden layers of one unit each, which together still draw a single line."""
    layer = _bottleneck(of)
    if layer is None or (found := _not_separated(of)) is None:
        return None
    column, verdict = found
    measured = Text(
        "through a single unit of hidden layer {number} the network draws one line, and no line separates the samples",
        number=layer + 1,
    )
    evidence = Evidence(of.stretch, verdict.witnesses, ((layer, 0),), (("output", float(column)), ("units", 1.0)))
    remedy = trials.best(cures.wider(of, layer, (2, 3, 4, 8)))
    return Finding("too_few_units", evidence, () if remedy is None else (remedy,), measured)


def target_range(of: Measurements, trials: Trials) -> Finding | None:
    """Targets that the output units cannot answer."""
    low, high = ACTIVATIONS[of.spec.layers[-1].activation].range
    outside = np.maximum(of.targets - high, 0.0) + np.maximum(low - of.targets, 0.0)
    slack = 1e-9 * (1.0 + np.abs(of.targets))
    is_outside = outside > slack
    if not is_outside.any():
        return None
    floor = float((outside**2).sum(axis=1).mean() / 2.0)
    known = {"count": int(is_outside.any(axis=1).sum()), "activation": of.spec.layers[-1].activation}
    if np.isinf(high):
        measured = Text(
            "{count} samples have desired outputs below {low:g}, the least that {activation} units answer",
            low=low,
            **known,
        )
    else:
        measured = Text(
            "{count} samples have desired outputs outside {low:g} … {high:g}, all that {activation} units answer",
            low=low,
            high=high,
            **known,
        )
    units = tuple((len(of.spec.layers) - 1, int(unit)) for unit in np.flatnonzero(is_outside.any(axis=0)))
    figures = (
        ("range", (low, high)),
        ("targets", (float(of.targets.min()), float(of.targets.max()))),
        ("least_error", floor),
    )
    evidence = Evidence(of.stretch, of.chosen(np.asarray(is_outside.any(axis=1))), units, figures)
    remedy = trials.best(cures.other_output(of))
    return Finding("target_range", evidence, () if remedy is None else (remedy,), measured)


def _contradictions(of: Measurements) -> list[Indices]:
    """Groups of samples with the same inputs, not all of which have the same targets."""
    data = of.data
    if data.n_samples > _MOST_COMPARED:
        return []
    _, group = np.unique(data.inputs + 0.0, axis=0, return_inverse=True)
    group = group.ravel()
    order = np.argsort(group, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(group[order])) + 1)
    return [part for part in parts if len(part) > 1 and (data.targets[part] != data.targets[part[0]]).any()]


def _minorities(targets: Floats, groups: list[Indices]) -> tuple[int, ...]:
    """Of each group those whose targets are not the commonest, of equally common ones the first."""
    left: list[int] = []
    for group in groups:
        rows, first, which, counts = np.unique(
            targets[group], axis=0, return_index=True, return_inverse=True, return_counts=True
        )
        kept = min(range(len(rows)), key=lambda row: (-counts[row], first[row]))
        left += [int(place) for place in group[which.ravel() != kept]]
    return tuple(sorted(left))


def _is_one_layer(of: Measurements) -> bool:
    """Whether the network decides by one hyperplane for each output unit."""
    return not of.spec.rbf and all(layer.activation == "linear" for layer in of.spec.layers[:-1])


def _bottleneck(of: Measurements) -> int | None:
    """The first hidden layer through whose single unit everything goes; None where the outputs may bend.

    Behind it all hidden layers have one unit, too, and before it they are linear: then the outputs are monotone
    functions of one net input, a hyperplane for each.
    """
    if of.spec.rbf:
        return None
    hidden = of.spec.layers[:-1]
    bent = [index for index, layer in enumerate(hidden) if layer.activation != "linear"]
    if not bent or any(layer.units > 1 for layer in hidden[bent[0] :]):
        return None
    return bent[0]


def _not_separated(of: Measurements) -> tuple[int, Separability] | None:
    """The first output whose classes no hyperplane separates; classes compared with each other only where they are two.

    Samples that contradict each other are left out: that is another cause.
    """
    data = of.data
    compares = data.task == "classes" and not of.rule.threshold_units
    if data.task == "values" or data.n_samples > _MOST_SEPARATED or (compares and data.n_outputs > 2):
        return None
    groups = _contradictions(of)
    kept = np.setdiff1d(np.arange(data.n_samples), reduce(np.union1d, groups, np.zeros(0, dtype=np.intp)))
    for column in range(1 if compares else data.n_outputs):
        verdict = separability(data.inputs[kept], data.targets[kept, column] > data.middle)
        if not verdict.separable and verdict.is_exact:
            witnesses = tuple(int(kept[place]) for place in verdict.witnesses)
            return column, Separability(False, True, witnesses=witnesses)
    return None
