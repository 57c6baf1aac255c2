"""This module edits RBF layers: it makes them, places centres, sets widths and solves the output layer.

`current` are the parameters as they are now, flat as in `Network.parameters`; with the edit they become the new start.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.datasets.recipe import data_of
from engine.network.rbf_fitting import least_squares, place_centres, usual_widths, widths_for
from engine.project.edits.edit import Edit, Note, notes_between, with_layer, with_layer_ids
from engine.project.edits.fit import fitted
from engine.project.edits.weights import set_locked, start_at, started
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.spec.specs import LayerSpec, NetworkSpec

Floats = NDArray[np.float64]


def make_rbf(project: Project, units: int | None = None) -> Edit:
    """The first hidden layer as an RBF layer, with centres by k-means; without a hidden layer one is put in.

    The output layer stays as it is. A rule for single layers gives way to gradient descent.
    """
    network = with_layer_ids(project.network)
    if len(network.layers) == 1:
        fresh = LayerSpec(units or 4, "gaussian", "rbf", id=1 + max(layer.id for layer in network.layers))
        network = replace(network, layers=(fresh, *network.layers))
    else:
        network = with_layer(network, 0, kind="rbf", activation="gaussian", units=units or network.layers[0].units)
    if network == project.network:
        return Edit(project)
    asked = replace(project, network=network, parameters=None, locked=None, cut=None, run=None)
    data = data_of(project.dataset)
    made = fitted(asked, data)
    return Edit(with_placed_centres(made), notes_between(asked, made, data))


def make_dense(project: Project, activation: str) -> Edit:
    """The RBF layer as a dense layer with `activation`, its weights drawn anew."""
    network = with_layer(with_layer_ids(project.network), 0, kind="dense", activation=activation)
    asked = replace(project, network=network, parameters=None, locked=None, cut=None, run=None)
    data = data_of(project.dataset)
    made = fitted(asked, data)
    return Edit(made, notes_between(asked, made, data))


def with_placed_centres(project: Project, by: str = "kmeans") -> Project:
    """`project` with a start where it has none and an RBF layer wants one: widths by the usual rule, the rest drawn."""
    data = data_of(project.dataset)
    if not project.network.rbf or project.parameters is not None or data.n_samples == 0:
        return project
    if data.n_inputs != project.network.n_inputs:
        return project
    rng = np.random.default_rng(project.training.seed)
    start = draw_parameters(project.network, rng)
    _put(project.network, start, place_centres(data.inputs, project.network.layers[0].units, by, rng), None)
    _put(
        project.network,
        start,
        None,
        widths_for(_centres(project.network, start), usual_widths(data.n_inputs), inputs=data.inputs),
    )
    return replace(project, parameters=FrozenArray(start))


def place(project: Project, current: ArrayLike, centres_by: str, widths_by: str, factor: float) -> Edit:
    """Centres and widths anew, `centres_by` and `widths_by` as in `rbf_fitting.py`; the output layer stays.

    The seed of the training settings draws what there is to draw.
    """
    _require_rbf(project)
    data, units = data_of(project.dataset), project.network.layers[0].units
    rng = np.random.default_rng([project.training.seed, 2])
    centres = place_centres(data.inputs, units, centres_by, rng)
    start = start_at(project, current)
    _put(project.network, start, centres, widths_for(centres, widths_by, factor, data.inputs))
    return started(project, start)


def set_widths(project: Project, current: ArrayLike, widths_by: str, factor: float) -> Edit:
    """Widths by the rule, for the centres as they are."""
    _require_rbf(project)
    start = start_at(project, current)
    widths = widths_for(_centres(project.network, start), widths_by, factor, data_of(project.dataset).inputs)
    _put(project.network, start, None, widths)
    return started(project, start)


def move_centre(project: Project, current: ArrayLike, unit: int, centre: ArrayLike) -> Edit:
    """Unit `unit` has its centre at `centre` (n_inputs,)."""
    start = _start_with_unit(project, current, unit)
    _centres(project.network, start)[:, unit] = centre
    return started(project, start)


def set_width(project: Project, current: ArrayLike, unit: int, width: float) -> Edit:
    """Unit `unit` has the width `width`. Raises EngineError for one below the smallest."""
    start = _start_with_unit(project, current, unit)
    start[project.network.n_inputs * project.network.layers[0].units + unit] = width
    return started(project, start)


def solve_output(project: Project, current: ArrayLike) -> Edit:
    """The output weights by least squares over the training samples; locked and cut ones stay as they are.

    Outputs that are not linear become so, and the notes say it.
    """
    data = data_of(project.dataset)
    if data.n_samples == 0:
        raise EngineError("There are no samples to solve for; add at least one.")
    network = with_layer(with_layer_ids(project.network), -1, activation="linear")
    asked = replace(project, network=network, run=None) if network != project.network else project
    made = fitted(asked, data)
    start = start_at(made, current)
    free = np.ones(made.network.n_parameters, dtype=bool) if made.locked is None else ~made.locked.array
    connected = np.ones_like(free) if made.cut is None else ~made.cut.array
    solved = least_squares(made.network, np.where(connected, start, 0.0), data.inputs, data.targets, free & connected)
    if made.cut is not None:
        solved[made.cut.array] = start[made.cut.array]
    notes = notes_between(asked, made, data)
    if asked is not project:
        notes = (Note("linear_outputs"), *notes)
    return replace(started(made, solved), notes=notes)


def set_trained(project: Project, current: ArrayLike, everything: bool) -> Edit:
    """Training moves centres and widths too, or the output layer alone: then the RBF layer is locked."""
    _require_rbf(project)
    chosen = np.zeros(project.network.n_parameters, dtype=bool)
    chosen[: project.network.n_rbf_parameters] = True
    return set_locked(project, current, chosen, not everything)


def is_rbf_locked(project: Project) -> bool:
    """Whether the whole RBF layer is locked, so that training moves the output layer alone."""
    count = project.network.n_rbf_parameters
    return count > 0 and project.locked is not None and bool(project.locked.array[:count].all())


def centres_and_widths(network: NetworkSpec, parameters: ArrayLike) -> tuple[Floats, Floats]:
    """The RBF layer's centres (n_inputs, units) and widths (units,) among flat `parameters`; empty without one."""
    values = np.asarray(parameters, dtype=np.float64)
    if not network.rbf:
        return np.zeros((network.n_inputs, 0)), np.zeros(0)
    units = network.layers[0].units
    return _centres(network, values), values[network.n_inputs * units : network.n_rbf_parameters]


def _centres(network: NetworkSpec, values: Floats) -> Floats:
    return values[: network.n_inputs * network.layers[0].units].reshape(network.n_inputs, -1)


def _put(network: NetworkSpec, start: Floats, centres: Floats | None, widths: Floats | None) -> None:
    if centres is not None:
        _centres(network, start)[:] = centres
    if widths is not None:
        start[network.n_inputs * network.layers[0].units : network.n_rbf_parameters] = widths


def _start_with_unit(project: Project, current: ArrayLike, unit: int) -> Floats:
    _require_rbf(project)
    if not 0 <= unit < project.network.layers[0].units:
        raise EngineError("The RBF layer has no unit {unit}.", unit=unit + 1)
    return start_at(project, current)


def _require_rbf(project: Project) -> None:
    if not project.network.rbf:
        raise EngineError("The network has no RBF layer; make the first hidden layer one.")
