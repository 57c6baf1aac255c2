"""This module makes net inputs 0 that only rounding keeps from it. What counts as rounding: `engine/spec/ties.py`."""

from __future__ import annotations

import math

from engine.network.kernels.jit import copied_part, kernel, strict_part
from engine.network.kernels.memory_layout import AFTER, BEFORE, BIASES, INPUTS, NARROW, UNITS, WEIGHTS, Work
from engine.spec.ties import EPSILON, tie_share

_tie_share = strict_part(tie_share)


@kernel
def settle_ties(work: Work, plan_row: int, rows: int) -> None:
    """Net inputs of one layer become 0 where they are 0 up to rounding."""
    if work.plan[plan_row + UNITS] <= NARROW:
        _settle_narrow(work, plan_row, rows)
    else:
        _settle_wide(work, plan_row, rows)


@copied_part
def _settle_narrow(work: Work, plan_row: int, rows: int) -> None:
    """A unit at a time."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    weights, biases = work.plan[plan_row + WEIGHTS], work.plan[plan_row + BIASES]
    first, out = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    share = _tie_share(n_inputs, EPSILON)
    for _ in range(rows):
        for unit in range(units):
            total = abs(work.parameters[biases + unit])
            for i in range(n_inputs):
                total += abs(work.activations[first + i] * work.parameters[weights + i * units + unit])
            if abs(work.net_inputs[out + unit]) <= share * total < math.inf:
                work.net_inputs[out + unit] = 0.0
        first += n_inputs
        out += units


@copied_part
def _settle_wide(work: Work, plan_row: int, rows: int) -> None:
    """All units at a time; what was added up, Σ|w·x| + |b|, is gathered in `product`."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    first, out = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    share = _tie_share(n_inputs, EPSILON)
    for _ in range(rows):
        _add_sizes(work, plan_row, first)
        for unit in range(units):
            if abs(work.net_inputs[out + unit]) <= share * work.product[unit] < math.inf:
                work.net_inputs[out + unit] = 0.0
        first += n_inputs
        out += units


@copied_part
def _add_sizes(work: Work, plan_row: int, first: int) -> None:
    """Σ|w·x| + |b| of every unit for one sample, four inputs at a time, which spares most loads and stores."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    weights, biases = work.plan[plan_row + WEIGHTS], work.plan[plan_row + BIASES]
    totals, inputs, values = work.product, work.activations, work.parameters
    for unit in range(units):
        totals[unit] = abs(values[biases + unit])
    fours = n_inputs - n_inputs % 4
    for i in range(0, fours, 4):
        a, b, c, d = inputs[first + i], inputs[first + i + 1], inputs[first + i + 2], inputs[first + i + 3]
        at_a = weights + i * units
        at_b, at_c, at_d = at_a + units, at_a + 2 * units, at_a + 3 * units
        for unit in range(units):
            left = abs(a * values[at_a + unit]) + abs(b * values[at_b + unit])
            totals[unit] += left + (abs(c * values[at_c + unit]) + abs(d * values[at_d + unit]))
    for i in range(fours, n_inputs):
        a, at_a = inputs[first + i], weights + i * units
        for unit in range(units):
            totals[unit] += abs(a * values[at_a + unit])
