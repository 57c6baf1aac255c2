"""What the widths of an RBF layer may be: above 0, so that every unit has an answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError
from engine.spec.specs import MIN_WIDTH, NetworkSpec


def check_widths(network: NetworkSpec, parameters: NDArray[np.float64]) -> None:
    """Raises EngineError where an RBF unit's width, among the flat `parameters`, is below the smallest one."""
    if not network.rbf:
        return
    widths = parameters[network.n_rbf_parameters - network.layers[0].units : network.n_rbf_parameters]
    for unit, width in enumerate(widths):
        if not width >= MIN_WIDTH:
            raise EngineError(
                "The width of an RBF unit must be {least:g} or more; that of unit {unit} would be {width:g}.",
                least=MIN_WIDTH,
                unit=unit + 1,
                width=float(width),
            )
