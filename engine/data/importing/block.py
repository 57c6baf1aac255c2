"""This module defines a block: some rows of a table as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = np.int32


@dataclass(frozen=True)
class Block:
    """lines (n,): the line on which each row ends, from 1; rows: the cells of each."""

    lines: NDArray[np.int32]
    rows: Sequence[Sequence[str]]
