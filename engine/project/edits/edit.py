"""This module defines the result of an edit: the new project, and notes on what changed without being asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec


@dataclass(frozen=True)
class Note:
    """A note tells one thing that changed without being asked for; `values` fill the sentence about it.

    "inputs"        inputs: how many the network has now, as the data have
    "output_layer"  units, activation, loss: what the output layer and the loss are now; task, n_classes: of the
                    data; rule: the rule now
    "hidden_layer"  layer (index from 0), activation, previous, rule: another rule cannot train what stood there
    "by_hand"       layer, activation, n_layers: beside other layers such units are set by hand, no rule trains them
    "rule"          rule, previous
    "loss"          loss, previous, activation (of the output layer)
    "batch_size"    batch_size (1, or None for the whole set), previous, rule
    "example"       sizes, rule, activation (of the output layer): network and training came with a real data set
    "features"      names: derived features that these data cannot have and that were left out
    "own_samples"   name: the data set whose samples are the user's own from now on
    "start"         seed: a start given number by number was replaced by one drawn from the seed
    "start_but_placed"  seed: a start was drawn from the seed, but the centres and widths of the RBF layer stayed
    "no_softmax"    layers of softmax units were pasted among the hidden ones, as sigmoid units
    "linear_outputs"  least squares made the output layer linear
    "start_but_locked"  seed: a start was drawn from the seed, but what is locked or cut stayed as it was
    """

    kind: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Edit:
    """An edit holds the new project and the notes on what else changed, in the order in which to say them.

    by_hand: "weights" where it sets weights as they are now, "locks" where it only says which of them training moves;
        a run goes on with either.
    """

    project: Project
    notes: tuple[Note, ...] = ()
    by_hand: Literal["", "weights", "locks"] = ""


def notes_between(asked: Project, made: Project, data: Dataset) -> tuple[Note, ...]:
    """Notes on everything in which `made` differs from what was `asked` for."""
    notes = [*_network_notes(asked, made, data), *_training_notes(asked.training, made.training)]
    if asked.training.loss != made.training.loss:
        output = made.network.layers[-1].activation
        values = {"loss": made.training.loss, "previous": asked.training.loss, "activation": output}
        notes.append(Note("loss", values))
    return tuple(notes)


def _network_notes(asked: Project, made: Project, data: Dataset) -> list[Note]:
    notes = []
    before, after = asked.network, made.network
    if before.n_inputs != after.n_inputs:
        notes.append(Note("inputs", {"inputs": after.n_inputs}))
    for index, (old, new) in enumerate(zip(before.layers[:-1], after.layers[:-1], strict=True)):
        if old.activation != new.activation:
            values = {"layer": index, "activation": new.activation, "previous": old.activation}
            notes.append(Note("hidden_layer", values | {"rule": made.training.rule}))
    output = after.layers[-1]
    if before.layers[-1] != output:
        values = {"units": output.units, "activation": output.activation, "loss": made.training.loss}
        values |= {"task": data.task, "n_classes": data.n_classes, "rule": made.training.rule}
        notes.append(Note("output_layer", values))
    return notes


def _training_notes(asked: TrainingSpec, made: TrainingSpec) -> list[Note]:
    notes = []
    if asked.rule != made.rule:
        notes.append(Note("rule", {"rule": made.rule, "previous": asked.rule}))
    if asked.batch_size != made.batch_size:
        values = {"batch_size": made.batch_size, "previous": asked.batch_size, "rule": made.rule}
        notes.append(Note("batch_size", values))
    return notes


def with_layer(network: NetworkSpec, index: int, **changes: Any) -> NetworkSpec:
    """`network` with layer `index` changed."""
    layers = list(network.layers)
    layers[index] = replace(layers[index], **changes)
    return replace(network, layers=tuple(layers))


def with_layer_ids(network: NetworkSpec) -> NetworkSpec:
    """`network` with an id of its own for each layer; ids that are so already stay."""
    ids = [layer.id for layer in network.layers]
    if 0 not in ids and len(set(ids)) == len(ids):
        return network
    fresh = fresh_id(network.layers)
    layers = tuple(
        layer if layer.id and layer.id not in ids[:index] else replace(layer, id=fresh + index)
        for index, layer in enumerate(network.layers)
    )
    return replace(network, layers=layers)


def fresh_id(layers: tuple[LayerSpec, ...]) -> int:
    """An id that no layer has."""
    return 1 + max(layer.id for layer in layers)


def check_index(index: int, layers: tuple[LayerSpec, ...]) -> None:
    """Raises EngineError where there is no layer `index`."""
    if not 0 <= index < len(layers):
        raise EngineError("There is no layer {index}; the layers are 0 to {last}.", index=index, last=len(layers) - 1)
