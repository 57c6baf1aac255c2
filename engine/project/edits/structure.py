"""This module edits the network's structure: it adds, removes, moves and pastes layers and units.

Each takes the parameters as they are now (`current`, flat as in `Network.parameters`; without them where the run or
the start stands). They outlive the edit, with what is locked and cut, wherever a layer and its inputs stay as they
were (see `engine/network/parameter_transfer.py`); the others are drawn from the seed. Together they are the new start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.datasets.recipe import data_of
from engine.network.layer_copy import LayerCopy
from engine.network.parameter_transfer import carry_over
from engine.project.edits.edit import Edit, Note, check_index, fresh_id, notes_between, with_layer, with_layer_ids
from engine.project.edits.fit import fitted
from engine.project.edits.rbf import with_placed_centres
from engine.project.edits.weights import start_at, whole_start
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.spec.specs import LayerSpec, NetworkSpec

Floats = NDArray[np.float64]


def add_layer(
    project: Project, index: int, units: int = 3, activation: str | None = None, current: ArrayLike | None = None
) -> Edit:
    """A new hidden layer at place `index` (0 to the number of layers - 1); the output layer stays last.

    Without `activation` it takes after its neighbours. A rule for single layers gives way to gradient descent.
    """
    network = with_layer_ids(project.network)
    layers = network.layers
    _check_place(index, layers)
    layer = LayerSpec(units, activation or _neighbours_activation(layers, index), id=fresh_id(layers))
    return _restructured(project, replace(network, layers=(*layers[:index], layer, *layers[index:])), current)


def remove_layer(project: Project, index: int, current: ArrayLike | None = None) -> Edit:
    """The network without hidden layer `index`."""
    return remove_layers(project, (index,), current)


def remove_layers(project: Project, indices: Sequence[int], current: ArrayLike | None = None) -> Edit:
    """The network without these hidden layers."""
    network = with_layer_ids(project.network)
    for index in indices:
        check_index(index, network.layers)
    if len(network.layers) - 1 in indices:
        raise EngineError("The output layer cannot be removed; it gives the network's answer.")
    left = tuple(layer for place, layer in enumerate(network.layers) if place not in indices)
    return _restructured(project, replace(network, layers=left), current)


def move_layer(project: Project, index: int, place: int, current: ArrayLike | None = None) -> Edit:
    """Hidden layer `index` at `place` among the others (0 to the number of layers - 2); the output layer stays last."""
    network = with_layer_ids(project.network)
    layers = list(network.layers)
    check_index(index, network.layers)
    if index == len(layers) - 1:
        raise EngineError("The output layer stays the last one; it gives the network's answer.")
    _check_place(place, network.layers[:-1])
    layers.insert(place, layers.pop(index))
    if place == index:
        return Edit(project)
    return _restructured(project, replace(network, layers=tuple(layers)), current)


def set_units(project: Project, index: int, units: int, current: ArrayLike | None = None) -> Edit:
    """Hidden layer `index` with that many units; they come and go at its end."""
    network = with_layer_ids(project.network)
    check_index(index, network.layers)
    if units == network.layers[index].units:
        return Edit(project)
    _refuse_outputs(index, network)
    return _restructured(project, with_layer(network, index, units=units), current)


def remove_units(project: Project, chosen: Mapping[int, Sequence[int]], current: ArrayLike | None = None) -> Edit:
    """The network without the `chosen` units, given for each layer; a layer that loses all of them goes itself."""
    network = with_layer_ids(project.network)
    for index in chosen:
        check_index(index, network.layers)
    layers, kept = [], {}
    for index, layer in enumerate(network.layers):
        gone = set(chosen.get(index, ()))
        if gone:
            _refuse_outputs(index, network)
        places = [unit for unit in range(layer.units) if unit not in gone]
        kept[layer.id] = places
        if places:
            layers.append(replace(layer, units=len(places)))
    if tuple(layers) == network.layers:
        return Edit(project)
    return _restructured(project, replace(network, layers=tuple(layers)), current, kept)


def insert_layers(project: Project, index: int, copies: Sequence[LayerCopy], current: ArrayLike | None = None) -> Edit:
    """Copied layers as hidden layers at place `index`; their own weights come along where they have as many inputs."""
    network = with_layer_ids(project.network)
    layers = network.layers
    _check_place(index, layers)
    first = fresh_id(layers)
    pasted = tuple(
        replace(copy.layer, id=first + place, activation=_hidden_activation(copy.layer.activation))
        for place, copy in enumerate(copies)
    )
    edit = _restructured(project, replace(network, layers=(*layers[:index], *pasted, *layers[index:])), current)
    has_softmax = any(ACTIVATIONS[copy.layer.activation].compares_units for copy in copies)
    notes = (Note("no_softmax"), *edit.notes) if has_softmax else edit.notes
    return Edit(_with_copies(edit.project, index, copies), notes)


def set_hidden_layers(
    project: Project, hidden: Sequence[tuple[int, str | None]], current: ArrayLike | None = None
) -> Edit:
    """A ready network: hidden layers of so many units and this activation (None: one that suits the outputs).

    Inputs and outputs stay as the data ask; the weights are drawn from the seed.
    """
    network = with_layer_ids(project.network)
    output = network.layers[-1]
    first = fresh_id(network.layers)
    layers = tuple(
        LayerSpec(units, activation or _neighbours_activation((output,), 0), id=first + index)
        for index, (units, activation) in enumerate(hidden)
    )
    if [(layer.units, layer.activation, layer.kind) for layer in layers] == [
        (layer.units, layer.activation, layer.kind) for layer in network.layers[:-1]
    ]:
        return Edit(project)
    return _restructured(project, replace(network, layers=(*layers, output)), current)


def _restructured(
    project: Project, network: NetworkSpec, current: ArrayLike | None, units: Mapping[int, Sequence[int]] | None = None
) -> Edit:
    asked = replace(project, network=network, parameters=None, locked=None, cut=None, run=None)
    data = data_of(asked.dataset)
    made = fitted(asked, data)
    return Edit(_inherited(project, made, current, units or {}), notes_between(asked, made, data))


def _inherited(
    project: Project, made: Project, current: ArrayLike | None, units: Mapping[int, Sequence[int]]
) -> Project:
    """`made` with the start and the masks of `project` for the parameters that were there before."""
    before, after = with_layer_ids(project.network), made.network
    drawn = _drawn(made)
    start = drawn.copy()
    carry_over(before, after, _parameters_now(project, current), start, units)
    masks: dict[str, FrozenArray | None] = {}
    for name in ("locked", "cut"):
        mask, inherited = getattr(project, name), np.zeros(after.n_parameters, dtype=bool)
        if mask is not None:
            carry_over(before, after, mask.array, inherited, units)
        masks[name] = FrozenArray(inherited, bool) if inherited.any() else None
    is_drawn = np.array_equal(start, drawn) and not after.rbf
    parameters = None if is_drawn else FrozenArray(start)
    return replace(made, parameters=parameters, locked=masks["locked"], cut=masks["cut"])


def _drawn(made: Project) -> Floats:
    """A start drawn from the seed; new RBF units have their centres at samples."""
    placed = with_placed_centres(made, by="samples").parameters
    if placed is not None:
        return placed.array
    return draw_parameters(made.network, np.random.default_rng(made.training.seed))


def _parameters_now(project: Project, current: ArrayLike | None) -> Floats:
    """The parameters as they are now, with the values that cut connections had; the start where those diverged."""
    if current is None and project.run is not None:
        current = project.run.parameters.array
    if current is None or not np.isfinite(current).all():
        return whole_start(project)
    return start_at(project, current)


def _with_copies(project: Project, index: int, copies: Sequence[LayerCopy]) -> Project:
    """`project` with the weights of those copies that fit where they stand, from layer `index` on."""
    sizes = project.network.sizes
    start = whole_start(project)
    place = sum((n + 1) * m for n, m in pairwise(sizes[: index + 1]))
    fitting = False
    for n_inputs, copy in zip(sizes[index:], copies, strict=False):
        own = copy.flat(n_inputs)
        end = place + (n_inputs + 1) * copy.layer.units
        if own is not None:
            start[place:end] = own
            fitting = True
        place = end
    return replace(project, parameters=FrozenArray(start)) if fitting else project


def _neighbours_activation(layers: tuple[LayerSpec, ...], index: int) -> str:
    if len(layers) > 1 and layers[max(index - 1, 0)].kind == "dense":
        return layers[max(index - 1, 0)].activation
    return "sigmoid" if layers[-1].activation in ("sigmoid", "step") else "tanh"


def _hidden_activation(name: str) -> str:
    """A pasted output layer's softmax, which compares outputs, becomes the sigmoid that it is for two classes."""
    return "sigmoid" if ACTIVATIONS[name].compares_units else name


def _refuse_outputs(index: int, network: NetworkSpec) -> None:
    if index == len(network.layers) - 1:
        raise EngineError(
            "The output layer has as many units as the data have target columns, {outputs}; choose other "
            "data to change it.",
            outputs=network.n_outputs,
        )


def _check_place(index: int, layers: tuple[LayerSpec, ...]) -> None:
    if not 0 <= index < len(layers):
        raise EngineError(
            "A hidden layer can stand at places 0 to {last}; {index} is none of them.",
            last=len(layers) - 1,
            index=index,
        )
