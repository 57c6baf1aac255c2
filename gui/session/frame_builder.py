"""Builds frames: the predictions for the data, the decision region and the neuron maps, as fine as time allows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.analysis.hidden_space import HiddenChoice, HiddenSpace, hidden_space
from engine.analysis.unit_health import unit_health
from engine.data.plane import Plane
from engine.network.batch_back_propagation import Matrix, matrices
from engine.network.plane_trace import PlaneTrace, trace_plane
from engine.network.probing import PassedValues, UnitMap, map_unit, pass_values, set_gradient
from engine.spec.errors import EngineError
from gui.session.messages import FrameRequest, LedgerRequest, Published
from gui.session.past_moments import Found

if TYPE_CHECKING:
    from engine.analysis.numpy_code.code_run import CodeRun
    from engine.analysis.steps.sample_steps import SampleSteps
    from engine.data.dataset import Dataset
    from engine.network.network import Network
    from engine.training.ledger import LedgerPage

_Found = TypeVar("_Found")

PLANE_BUDGET_S = 0.015
"""The thread's own work that the region and the maps of a frame may take while training runs."""
MOST_ROWS = 200_000
"""A frame holds no predictions for longer data sets."""
DETAILS = ((128, 32), (96, 24), (64, 16), (32, 32), (24, 24))
"""Pixels along each side of the region and of the maps, from fine to coarse: every neuron always has a map.

The coarsest are for networks of up to a million parameters: region and maps share their pixels, each computed once.
"""
_FINER_BELOW_S = PLANE_BUDGET_S / 3
_PATIENCE = 60
"""Frames, a few seconds long: without this pause every other frame would take too long."""


class FrameBuilder:
    """Builds frames, and learns which fineness stays within `PLANE_BUDGET_S`.

    Only work counts: on a busy machine a frame comes late, but that would not be mended by a coarser one.
    """

    def __init__(self) -> None:
        self._network: Network | None = None
        self._level = 1
        self._patience = 0  # frames until a finer one is tried again

    @property
    def is_finest(self) -> bool:
        """Whether frames are as fine as they get."""
        return self._level == 0

    def build(self, published: Published, request: FrameRequest, found: Found | None = None) -> Frame:
        """The frame for `published`, or a past moment of it, with what `request` asks for, at the present fineness."""
        return self._of_moment(published, request, found, DETAILS[self._level], self._learn)

    def build_finest(self, published: Published, request: FrameRequest, found: Found | None = None) -> Frame:
        """The same at the finest level, for when nothing changes."""
        return self._of_moment(published, request, found, DETAILS[0], lambda _seconds: None)

    def _of_moment(
        self,
        published: Published,
        request: FrameRequest,
        found: Found | None,
        detail: tuple[int, int],
        note: Callable[[float], object],
    ) -> Frame:
        present, moments = published.snapshot.epoch, published.moments
        shown, past = (published, None) if found is None else (found.published, found.past)
        first = present if moments is None else moments.first_epoch
        return replace(self._frame(shown, request, detail, note), past=past, present=present, first=first)

    def _frame(
        self, published: Published, request: FrameRequest, detail: tuple[int, int], note: Callable[[float], object]
    ) -> Frame:
        """`note` is told what the plane cost, in seconds of this thread's work."""
        network, setup = self._network_of(published), published.setup
        data, loss = setup.dataset, setup.training.loss
        began = time.thread_time()
        plane = _trace(network, data, request.plane, detail)
        if plane is not None:
            note(time.thread_time() - began)
        return Frame(
            network=setup.network,
            snapshot=published.snapshot,
            curve=published.curve,
            outputs=_predictions(network, data, data.inputs),
            test_outputs=_predictions(network, data, data.test_inputs),
            plane=plane,
            passed=_passed(network, data, request.inputs),
            unit_map=_unit_map(network, data, request, detail[0]),
            gradient=set_gradient(network, data, loss) if request.gradient else None,
            ledger=_ledger_page(published, request.ledger),
            steps=_steps(published, request.steps_of),
            matrices=_matrices(published) if request.matrices else None,
            code=_code(published, request.code_of),
            hidden=_hidden(published, request.hidden, request.plane),
            health=unit_health(setup.network, published.snapshot.parameters, data.inputs, published.at_rest),
        )

    def _network_of(self, published: Published) -> Network:
        if self._network is None or self._network.spec != published.setup.network:
            from engine.network.network import Network

            self._network = Network(published.setup.network, seed=0)
        self._network.parameters[:] = published.snapshot.parameters
        return self._network

    def _learn(self, seconds: float) -> None:
        self._patience = max(self._patience - 1, 0)
        if seconds > PLANE_BUDGET_S:
            self._level = min(self._level + 1, len(DETAILS) - 1)
            self._patience = _PATIENCE
        elif seconds < _FINER_BELOW_S and not self._patience:
            self._level = max(self._level - 1, 0)


def _predictions(network: Network, data: Dataset, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
    """The outputs in the user's units."""
    if not 0 < len(inputs) <= MOST_ROWS:
        return np.empty((0, network.spec.n_outputs))
    return data.preprocessing.targets.undo(network.predict(inputs))


def _trace(network: Network, data: Dataset, plane: Plane | None, detail: tuple[int, int]) -> PlaneTrace | None:
    """The plane's trace; None for no plane or one that was made for other inputs."""
    if plane is None or not _fits(plane, data):
        return None
    return trace_plane(network, plane, *detail, data.preprocessing)


def _passed(network: Network, data: Dataset, inputs: tuple[float, ...] | None) -> PassedValues | None:
    """The values of every unit; None for an input that was chosen for other data."""
    if inputs is None or len(inputs) != data.n_raw_inputs:
        return None
    return pass_values(network, inputs, data.preprocessing)


def _unit_map(network: Network, data: Dataset, request: FrameRequest, pixels: int) -> UnitMap | None:
    """The map of the unit that is looked at; None for one that this network does not have."""
    if request.unit is None or request.plane is None or not _fits(request.plane, data):
        return None
    layer, unit = request.unit
    layers = network.spec.layers
    if layer >= len(layers) or unit >= layers[layer].units:
        return None
    return map_unit(network, request.plane, layer, unit, pixels, preprocessing=data.preprocessing)


def _ledger_page(published: Published, request: LedgerRequest) -> LedgerPage | None:
    """The rows that were asked for, if any; None for rules without a ledger."""
    view = published.ledger
    if view is None:
        return None
    first = view.length - request.count + 1 if request.first is None else request.first
    from engine.training.ledger import LedgerPage as Page

    with np.errstate(all="ignore"):
        return Page(published.setup.dataset, view, tuple(view.rows(first, first + request.count - 1)))


def _steps(published: Published, sample: int | None) -> SampleSteps | EngineError | None:
    """The sample's back-propagation; None for a sample that these data do not have."""
    if sample is None or sample >= published.setup.dataset.n_samples:
        return None
    from engine.analysis.steps.sample_steps import sample_steps

    return _or_error(lambda: sample_steps(published.setup, published.snapshot, sample, published.run))


def _code(published: Published, samples: tuple[int, ...] | None) -> CodeRun | EngineError | None:
    """The step's code run on these samples; None for ones that there are not.

    () stands for the next batch, which is known where the run rests.
    """
    setup, snapshot, run = published.setup, published.snapshot, published.run
    if samples is None or max(samples, default=-1) >= setup.dataset.n_samples or not (samples or published.at_rest):
        return None
    from engine.analysis.numpy_code.code_run import code_run, next_batch

    return _or_error(lambda: code_run(setup, snapshot, samples or next_batch(setup, snapshot, run), run))


def _matrices(published: Published) -> tuple[Matrix, ...] | EngineError:
    setup = published.setup
    network = setup.start.make_network(published.snapshot.parameters)
    return _or_error(lambda: matrices(network, setup.dataset, setup.training.loss))


def _hidden(published: Published, choice: HiddenChoice | None, plane: Plane | None) -> HiddenSpace | None:
    data = published.setup.dataset
    if choice is None or data.n_samples + data.n_test_samples > MOST_ROWS:
        return None
    fitting = plane if plane is not None and _fits(plane, data) else None
    return hidden_space(published.setup.network, published.snapshot.parameters, data, choice, fitting)


def _or_error(find: Callable[[], _Found]) -> _Found | EngineError:
    try:
        return find()
    except EngineError as error:
        return error


def _fits(plane: Plane, data: Dataset) -> bool:
    axes = (plane.x_axis, 0 if plane.y_axis is None else plane.y_axis)
    return len(plane.fixed) == data.n_raw_inputs and max(axes) < data.n_raw_inputs
