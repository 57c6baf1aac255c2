"""This module computes a network's answers on a plane of its input space: the region and a map for each neuron."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.plane import Plane, seen_points

if TYPE_CHECKING:
    from engine.data.preprocessing import Preprocessing
    from engine.network.network import Network


@dataclass(frozen=True, eq=False)
class PlaneTrace:
    """The network's answers on a plane.

    region: (rows, columns, n_outputs), the outputs at `plane.inputs(columns, rows)`, in the user's units.
    maps: one array a layer, (units, rows, columns) on a coarser grid, the activations of each unit; an empty tuple
    where none were asked for. Row 0 is the lowest y. With one input, rows is 1.
    """

    plane: Plane
    region: NDArray[np.float64]
    maps: tuple[NDArray[np.float64], ...]


def trace_plane(
    network: Network, plane: Plane, region: int, maps: int, preprocessing: Preprocessing | None = None
) -> PlaneTrace:
    """What `network` answers on `plane`: the region with `region` pixels a side, the maps with `maps` (0: none).

    The plane is in the user's units; the network sees its points through `preprocessing`. With as many pixels for both
    each is computed once.
    """
    rows, map_rows = (1 if plane.y_axis is None else side for side in (region, maps))
    traced = None
    if maps:
        traced = network.trace(seen_points(plane, maps, map_rows, preprocessing), allow_nan=True).activations
    if traced is not None and maps == region:
        outputs = traced[-1]
    else:
        outputs = network.predict(seen_points(plane, region, rows, preprocessing), allow_nan=True)
    outputs = outputs.reshape(rows, region, -1)
    outputs = outputs if preprocessing is None else preprocessing.targets.undo(outputs)
    layers = tuple(np.ascontiguousarray(layer.T).reshape(-1, map_rows, maps) for layer in traced or ())
    return PlaneTrace(plane, outputs, layers)
