"""This module edits the training settings, and how the start is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import data_of
from engine.project.edits.edit import Edit, Note, notes_between, with_layer
from engine.project.edits.fit import fitted, require_rule_fits, squashing_output, target_range
from engine.project.edits.weights import drawn_anew
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.spec.training_spec import SETTINGS


def set_training(project: Project, **changes: Any) -> Edit:
    """Other training settings, named as in TrainingSpec; what they imply for network, loss and batch follows.

    A new seed draws a new start, also where the start had been given number by number; what is locked or cut stays.
    """
    _check_names(changes, tuple(SETTINGS))
    asked = replace(project, training=replace(project.training, **changes))
    changed = [name for name in changes if getattr(project.training, name) != changes[name]]
    if not changed:
        return Edit(project)
    if not all(SETTINGS[name].keeps_saved_run for name in changed):
        asked = replace(asked, run=None)
    data = data_of(project.dataset)
    _require_choice_works(asked, changed, data)
    made = fitted(_with_output_for_loss(asked, changed, data), data, left_rule=project.training.rule)
    notes = notes_between(asked, made, data)
    if "seed" in changed and made.network.sizes == project.network.sizes:
        return _with_new_start(made, project, notes)
    return Edit(made, notes)


def set_network(project: Project, **changes: Any) -> Edit:
    """Another `initialization` or `initial_range`: the start is drawn anew."""
    _check_names(changes, ("initialization", "initial_range"))
    network = replace(project.network, **changes)
    if network == project.network:
        return Edit(project)
    return _with_new_start(replace(project, network=network, run=None), project, ())


def _with_new_start(made: Project, before: Project, notes: tuple[Note, ...]) -> Edit:
    """`made` with a start drawn from its seed, in which what is locked or cut stays as it was `before`."""
    start = drawn_anew(made, before)
    seed = made.training.seed
    if start is not None:
        masked = before.locked is not None or before.cut is not None
        notes = (*notes, Note("start_but_locked" if masked else "start_but_placed", {"seed": seed}))
    elif made.parameters is not None:
        notes = (*notes, Note("start", {"seed": seed}))
    return Edit(replace(made, parameters=start), notes)


def _check_names(changes: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = next((name for name in changes if name not in known), None)
    if unknown is not None:
        raise EngineError(
            "There is no setting called {unknown!r}; the settings are {names}.", unknown=unknown, names=", ".join(known)
        )


def _require_choice_works(asked: Project, changed: list[str], data: Dataset) -> None:
    training = asked.training
    if "rule" in changed:
        require_rule_fits(training.rule, asked.network, data)
    if "batch_size" in changed:
        _require_batch(training)
    if "loss" in changed and not LOSSES[training.loss].is_unconditional:
        _require_loss(training, data)


def _require_batch(training: TrainingSpec) -> None:
    kind = RULE_TABLE[training.rule].batch
    if kind == "sample" and training.batch_size != 1:
        raise EngineError(
            "Training by {rule} takes one sample at a time; choose another rule for batches.", rule=training.rule
        )
    if kind == "set" and training.batch_size is not None:
        raise EngineError(
            "Training by {rule} needs the whole set in one batch; choose another rule first.", rule=training.rule
        )


def _require_loss(training: TrainingSpec, data: Dataset) -> None:
    """EngineError where a loss with conditions, which today is the cross-entropy, was asked for and cannot work."""
    if not RULE_TABLE[training.rule].gradient:
        raise EngineError(
            "The cross-entropy does not go with {rule}, which has an error of its own; choose gradient descent first.",
            rule=training.rule,
        )
    if not LOSSES[training.loss].fits_targets(*target_range(data)):
        raise EngineError("Cross-entropy needs targets between 0 and 1; code the targets as 0 and 1 first.")


def _with_output_for_loss(asked: Project, changed: list[str], data: Dataset) -> Project:
    """A loss, asked for, brings the output activation that it is made for."""
    present = asked.network.layers[-1].activation
    if "loss" not in changed or LOSSES[asked.training.loss].fits_output(present):
        return asked
    output = "softmax" if data.task == "classes" else squashing_output(data)
    return replace(asked, network=with_layer(asked.network, -1, activation=output))
