"""One picture's numbers: predictions for the data, the decision region and the neuron maps, as fine as time allows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace, trace_plane
from engine.network.probing import PassedValues, UnitMap, map_unit, pass_values, set_gradient
from gui.session.messages import LedgerWish, PictureWish, Published

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.network.network import Network
    from engine.training.ledger import LedgerPage

PICTURE_S = 0.015
"""What a picture may cost while training runs."""
MOST_ROWS = 200_000
"""Data sets longer than this get no predictions in the frame."""
DETAILS = ((128, 32), (96, 24), (64, 16), (64, 0))
"""Pixels a side of region and maps, from fine to coarse."""
_FINER_BELOW_S = PICTURE_S / 3
_PATIENCE = 60
"""Pictures, a few seconds: without it every other picture would be one that takes too long."""


class PictureMaker:
    """Makes frames, and remembers which fineness keeps within `PICTURE_S`."""

    def __init__(self) -> None:
        self._network: Network | None = None
        self._level = 1
        self._patience = 0  # pictures until a finer one is tried again

    @property
    def is_finest(self) -> bool:
        """Whether frames are as fine as they get."""
        return self._level == 0

    def make(self, published: Published, wish: PictureWish) -> Frame:
        """The frame for `published` as wished for, at the present fineness."""
        began = time.perf_counter()
        frame = self._frame(published, wish, DETAILS[self._level])
        self._learn(time.perf_counter() - began, frame)
        return frame

    def make_finest(self, published: Published, wish: PictureWish) -> Frame:
        """The frame as fine as it gets, for when nothing moves."""
        return self._frame(published, wish, DETAILS[0])

    def _frame(self, published: Published, wish: PictureWish, detail: tuple[int, int]) -> Frame:
        network = self._network_of(published)
        data = published.dataset
        return Frame(
            network=published.network,
            snapshot=published.snapshot,
            curve=published.curve,
            outputs=_predictions(network, data.inputs),
            test_outputs=_predictions(network, data.test_inputs),
            plane=_trace(network, data, wish.plane, detail),
            passed=_passed(network, data, wish.inputs),
            unit_map=_unit_map(network, data, wish, detail[0]),
            gradient=set_gradient(network, data, published.loss) if wish.gradient else None,
            ledger=_ledger_page(published, wish.ledger),
        )

    def _network_of(self, published: Published) -> Network:
        if self._network is None or self._network.spec != published.network:
            from engine.network.network import Network

            self._network = Network(published.network, seed=0)
        self._network.parameters[:] = published.snapshot.parameters
        return self._network

    def _learn(self, seconds: float, frame: Frame) -> None:
        if frame.plane is None:
            return
        self._patience = max(self._patience - 1, 0)
        if seconds > PICTURE_S:
            self._level = min(self._level + 1, len(DETAILS) - 1)
            self._patience = _PATIENCE
        elif seconds < _FINER_BELOW_S and not self._patience:
            self._level = max(self._level - 1, 0)


def _predictions(network: Network, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
    if not 0 < len(inputs) <= MOST_ROWS:
        return np.empty((0, network.spec.n_outputs))
    return network.predict(inputs)


def _trace(network: Network, data: Dataset, plane: Plane | None, detail: tuple[int, int]) -> PlaneTrace | None:
    """The plane's trace; None for no plane or one that was made for other inputs."""
    if plane is None or not _fits(plane, data):
        return None
    return trace_plane(network, plane, *detail, data.preprocessing)


def _passed(network: Network, data: Dataset, inputs: tuple[float, ...] | None) -> PassedValues | None:
    """The values on their way; None for an input that was chosen for other data."""
    if inputs is None or len(inputs) != data.n_raw_inputs:
        return None
    return pass_values(network, inputs, data.preprocessing)


def _unit_map(network: Network, data: Dataset, wish: PictureWish, pixels: int) -> UnitMap | None:
    """The map of the unit that is looked at; None for one that this network does not have."""
    if wish.unit is None or wish.plane is None or not _fits(wish.plane, data):
        return None
    layer, unit = wish.unit
    layers = network.spec.layers
    if layer >= len(layers) or unit >= layers[layer].units:
        return None
    return map_unit(network, wish.plane, layer, unit, pixels, preprocessing=data.preprocessing)


def _ledger_page(published: Published, wish: LedgerWish) -> LedgerPage | None:
    """The rows wished for, if any; None for rules without a ledger."""
    view = published.ledger
    if view is None:
        return None
    first = view.length - wish.count + 1 if wish.first is None else wish.first
    from engine.training.ledger import LedgerPage as Page

    with np.errstate(all="ignore"):
        return Page(published.dataset, view, tuple(view.rows(first, first + wish.count - 1)))


def _fits(plane: Plane, data: Dataset) -> bool:
    axes = (plane.x_axis, 0 if plane.y_axis is None else plane.y_axis)
    return len(plane.fixed) == data.n_raw_inputs and max(axes) < data.n_raw_inputs
