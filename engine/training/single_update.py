"""This module computes one update of a network from one sample, as the ledger shows it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Update:
    """One update from sample `sample`: net_inputs and outputs (n_outputs,), changes flat like the parameters."""

    sample: int
    net_inputs: Floats
    outputs: Floats
    changes: Floats
