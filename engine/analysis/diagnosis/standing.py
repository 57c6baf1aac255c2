"""This module tells where a run stands still: which samples hold the error, and which units are flat there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.analysis.diagnosis.finding import Figure
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.unit_slopes import FLAT, flat_shares, squashes, steepest_slope
from engine.spec.errors import Text

_MOST = 0.9  # of the error
_ALIKE = 0.03  # of the range of the targets
_MOSTLY = 0.7
_NAMED = 4
_MOST_INPUTS = 4


def stuck_samples(of: Measurements) -> tuple[int, ...]:
    """The samples that hold nine tenths of the error, the worst first."""
    return tuple(int(of.rows[place]) for place in _stuck(of))


def stuck_outputs(of: Measurements) -> tuple[tuple[str, Figure], ...]:
    """What these samples are answered, for a network with one output; at most six of them."""
    if of.spec.n_outputs != 1:
        return ()
    return (("outputs", tuple(float(each) for each in of.outputs[_stuck(of)[:6], 0])),)


def flat_units(of: Measurements) -> tuple[tuple[int, int], ...]:
    """Hidden units whose f′ is almost 0 at all samples that get the same answer; else at most of all samples."""
    alike = _alike(of, _stuck(of))
    return tuple((len(alike) > 1 and _flat_at(of, alike)) or _mostly_flat(of))


def stuck_text(of: Measurements) -> Text:
    """Which samples get the same answer, and what the units do there; else how many samples hold the error."""
    stuck = _stuck(of)
    alike = _alike(of, stuck)
    if not 2 <= len(alike) <= _NAMED or of.data.n_raw_inputs > _MOST_INPUTS:
        return Text("{count} samples hold nine tenths of the error", count=len(stuck))
    samples = ", ".join(_shown(of.data.raw_inputs[of.rows[place]]) for place in sorted(alike))
    output = float(of.outputs[alike, 0].mean())
    units = _flat_at(of, alike)
    if not units:
        return Text("{samples} get {output:.2g}", samples=samples, output=output)
    slopes = [of.slopes[layer][alike, unit].max() * _steepest(of, layer) for layer, unit in units]
    return Text(
        "{samples} get {output:.2g}, and {units} hidden units are flat there, f′ ≈ {slope:.1g}",
        samples=samples,
        output=output,
        units=len(units),
        slope=float(max(slopes)),
    )


def _stuck(of: Measurements) -> NDArray[np.intp]:
    order = np.argsort(-of.sample_losses, kind="stable")
    total = np.cumsum(of.sample_losses[order])
    return np.asarray(order[: int(np.searchsorted(total, _MOST * total[-1])) + 1])


def _alike(of: Measurements, stuck: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of the stuck samples those that get about the same answer as the worst."""
    if of.spec.n_outputs != 1:
        return stuck[:0]
    outputs = of.outputs[stuck, 0]
    alike = np.abs(outputs - outputs[0]) <= _ALIKE * float(np.ptp(of.targets) or 1.0)
    return np.asarray(stuck[alike])


def _flat_at(of: Measurements, places: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Hidden units that are flat at all of these samples."""
    return [
        (layer, int(unit))
        for layer, each in enumerate(of.spec.layers[:-1])
        if squashes(each.activation)
        for unit in np.flatnonzero((of.slopes[layer][places] < FLAT).all(axis=0))
    ]


def _mostly_flat(of: Measurements) -> list[tuple[int, int]]:
    return [
        (layer, int(unit))
        for layer, each in enumerate(of.spec.layers[:-1])
        if squashes(each.activation)
        for unit in np.flatnonzero(flat_shares(of.slopes[layer]) >= _MOSTLY)
    ]


def _steepest(of: Measurements, layer: int) -> float:
    return steepest_slope(of.spec.layers[layer].activation)


def _shown(inputs: NDArray[np.float64]) -> str:
    return "(" + ", ".join(f"{value:.3g}" for value in inputs) + ")"
