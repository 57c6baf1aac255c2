"""This module tells what an edit of the project means for its run: it goes on, changes its settings, or ends."""

from __future__ import annotations

from enum import Enum

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.spec.training_spec import SETTINGS


class EditEffect(Enum):
    """An effect tells what an edit does to the run; the values of those that end it say what was edited."""

    NONE = "none"
    LIVE = "live"
    NETWORK = "network"
    START = "start"
    RULE = "rule"
    LOSS = "loss"
    COLUMNS = "columns"

    @property
    def resets(self) -> bool:
        """Whether the run ends."""
        return self not in (EditEffect.NONE, EditEffect.LIVE)


def effect_of(before: Project, after: Project, old_data: Dataset | None, new_data: Dataset | None) -> EditEffect:
    """What the edit from `before` to `after` means; the data sets are theirs, None where they cannot be built."""
    if before.network.layers != after.network.layers or before.network.n_inputs != after.network.n_inputs:
        return EditEffect.NETWORK
    if before.start != after.start:
        return EditEffect.START
    for name, setting in SETTINGS.items():
        if setting.ends_run and getattr(before.training, name) != getattr(after.training, name):
            return EditEffect(setting.effect)
    if before.dataset == after.dataset and before.training == after.training:
        return EditEffect.NONE
    return EditEffect.LIVE if _same_columns(old_data, new_data) else EditEffect.COLUMNS


def _same_columns(old: Dataset | None, new: Dataset | None) -> bool:
    """Whether the network sees columns of the same meaning; other numbers for scaling them do not change that.

    Scaled targets, however, are other targets.
    """
    if old is None or new is None or (old.n_inputs, old.n_outputs) != (new.n_inputs, new.n_outputs):
        return False
    seen = (data.preprocessing for data in (old, new))
    columns, others = ((one.features, one.keeps_inputs, one.words, one.encodings, one.targets.kind) for one in seen)
    return columns == others
