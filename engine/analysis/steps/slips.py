"""This module knows the slips that students make in back-propagation by hand, and finds one in a number."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.back_propagation import ADJUST, DEVIATION, GRADIENTS, OUTPUTS, BackPropagation
from engine.spec.losses import CROSS_ENTROPY, LOSSES

RIGHT, ROUGH, WRONG = "right", "rough", "wrong"
SIGN, THRESHOLD_SIGN, NO_THRESHOLD, NET_FOR_OUTPUT = "sign", "threshold_sign", "no_threshold", "net_for_output"
NO_HALF, NO_SLOPE, SIGN_AND_SLOPE, NO_RATE, NO_INPUT = "no_half", "no_slope", "sign_and_slope", "no_rate", "no_input"

FINE, COARSE = 0.0051, 0.06
"""Relative differences: three figures have one up to the first, and what is below the second was rounded too much."""

Key = tuple[int, ...]


def judge(typed: float, value: float, slips: Mapping[str, float]) -> str:
    """RIGHT, the slip that gives the number, ROUGH for too few figures, or WRONG."""
    if _is_near(typed, value, FINE):
        return RIGHT
    for slip, wrong in slips.items():
        if _is_near(typed, wrong, FINE) and not _is_near(wrong, value, FINE):
            return slip
    return ROUGH if _is_near(typed, value, COARSE) else WRONG


def slips_of(passage: BackPropagation, step: int, key: Key, is_output: bool = False) -> dict[str, float]:
    """What the typical slips make of a quantity of a step, by slip.

    key: (layer, unit), (layer, unit, input) for a weight, () for the error. is_output: f(net) and not net.
    Biases count as the network has them: the lecture's threshold is −b.
    """
    if step == OUTPUTS:
        return _of_output(passage, key[0], key[1]) if is_output else _of_net(passage, key[0], key[1])
    if step == DEVIATION:
        return {SIGN: -float(passage.deviations[key[1]])} if key else _of_error(passage)
    if step == GRADIENTS:
        return _of_delta(passage, key[0], key[1])
    return _of_change(passage, key) if step == ADJUST else {}


def _of_net(passage: BackPropagation, layer: int, unit: int) -> dict[str, float]:
    if passage.network.layers[layer].kind == "rbf":
        return {SIGN: -float(passage.net_inputs[layer][unit]), NO_HALF: 2 * float(passage.net_inputs[layer][unit])}
    net = float(passage.net_inputs[layer][unit])
    bias = float(passage.layer(passage.parameters, layer)[1][unit])
    return {THRESHOLD_SIGN: net - 2 * bias, NO_THRESHOLD: net - bias, SIGN: -net}


def _of_output(passage: BackPropagation, layer: int, unit: int) -> dict[str, float]:
    return {NET_FOR_OUTPUT: float(passage.net_inputs[layer][unit]), SIGN: -float(passage.activations[layer][unit])}


def _of_error(passage: BackPropagation) -> dict[str, float]:
    if LOSSES[passage.training.loss].code == CROSS_ENTROPY:
        return {SIGN: -passage.loss}
    return {NO_HALF: 2 * passage.loss}


def _of_delta(passage: BackPropagation, layer: int, unit: int) -> dict[str, float]:
    delta, returned = float(passage.deltas[layer][unit]), float(passage.returned[layer][unit])
    return {SIGN: -delta, NO_SLOPE: returned, SIGN_AND_SLOPE: -returned}


def _of_change(passage: BackPropagation, key: Key) -> dict[str, float]:
    layer, unit = key[:2]
    part = 0 if len(key) == 3 else 1
    where = (key[2], unit) if len(key) == 3 else unit
    change = float(passage.layer(passage.changes, layer)[part][where])
    gradient = float(passage.layer(passage.gradient, layer)[part][where])
    rate, delta = passage.training.learning_rate, float(passage.deltas[layer][unit])
    found = {SIGN: -change, NO_RATE: -gradient}
    if passage.network.layers[layer].kind == "rbf":
        return found
    fed = float(passage.feeding(layer)[key[2]]) if len(key) == 3 else 1.0
    if len(key) == 3:
        found[NO_INPUT] = rate * delta
    return found | {NO_SLOPE: rate * float(passage.returned[layer][unit]) * fed}


def _is_near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * abs(other) + 1e-12
