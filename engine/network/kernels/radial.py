"""This module computes an RBF layer: Gaussian units with a centre and a width each. It is always the first layer.

net = ‖x − c‖² / (2 σ²), activation = e**-net. Centres stand where weights do, (n_inputs, units), widths where
biases do.
One form for both kinds of kernels: the matrix form ‖x‖² − 2 x·c + ‖c‖² would lose all digits near a centre.
"""

from __future__ import annotations

from engine.network.kernels.elementary import exp
from engine.network.kernels.jit import Floats, kernel, part
from engine.network.kernels.memory_layout import ACTIVATION, AFTER, BIASES, INPUTS, UNITS, WEIGHTS, Work
from engine.spec.activations import GAUSSIAN
from engine.spec.specs import MIN_WIDTH


@kernel
def activate_radial(work: Work, rows: int) -> None:
    """Fills net inputs and activations of the first layer."""
    n_inputs, units = work.plan[INPUTS], work.plan[UNITS]
    centres, widths = work.plan[WEIGHTS], work.plan[BIASES]
    first, out = 0, work.plan[AFTER]
    for _ in range(rows):
        for unit in range(units):
            work.net_inputs[out + unit] = 0.0
        for i in range(n_inputs):
            value, start = work.activations[first + i], centres + i * units
            for unit in range(units):
                gap = value - work.parameters[start + unit]
                work.net_inputs[out + unit] += gap * gap
        for unit in range(units):
            width = work.parameters[widths + unit]
            work.net_inputs[out + unit] *= 0.5 / (width * width)
            work.activations[out + unit] = exp(-work.net_inputs[out + unit])
        first += n_inputs
        out += units


@kernel
def add_radial_gradient(work: Work, rows: int) -> None:
    """Adds ∂loss/∂c = δ (x − c) / σ² and ∂loss/∂σ = 2 δ net / σ of the rows at work to the gradient's buffer."""
    n_inputs, units = work.plan[INPUTS], work.plan[UNITS]
    centres, widths = work.plan[WEIGHTS], work.plan[BIASES]
    first, out = 0, work.plan[AFTER]
    for _ in range(rows):
        for unit in range(units):
            width = work.parameters[widths + unit]
            work.product[unit] = work.deltas[out + unit] / (width * width)
            work.gradient[widths + unit] += 2.0 * work.deltas[out + unit] * work.net_inputs[out + unit] / width
        for i in range(n_inputs):
            value, start = work.activations[first + i], centres + i * units
            for unit in range(units):
                work.gradient[start + unit] += work.product[unit] * (value - work.parameters[start + unit])
        first += n_inputs
        out += units


@part
def hold_widths(work: Work, free: Floats) -> None:
    """Widths that an update has brought below the smallest one stand at it; NaN stays, so that divergence shows."""
    if work.plan[ACTIVATION] == GAUSSIAN:
        widths = work.plan[BIASES]
        for k in range(widths, widths + work.plan[UNITS]):
            if free[k] != 0.0 and work.parameters[k] < MIN_WIDTH:
                work.parameters[k] = MIN_WIDTH
