"""This module makes the file's record of the training settings from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from engine.project.file.array_record import Count, Record
from engine.spec.training_spec import MAX_MILESTONES, SETTINGS, Setting, TrainingSpec

_IN_EVERY_FILE = frozenset(
    {
        "rule", "loss", "learning_rate", "batch_size", "momentum", "l1", "l2", "shuffle", "seed", "max_epochs",
        "target_error", "stop_when_all_right", "evaluate_every",
    }
)  # fmt: skip
"""The training settings that files had from the first version on; of others an older file has the default."""

_TYPES: dict[str, Any] = {
    "choice": Annotated[str, msgspec.Meta(max_length=200)],
    "number": float,
    "count": Count,
    "flag": bool,
    "epochs": Annotated[list[Count], msgspec.Meta(max_length=MAX_MILESTONES)],
}


def _field(setting: Setting) -> tuple[str, Any] | tuple[str, Any, Any]:
    """Name, type and default of a setting in a file; its limits are those of `TrainingSpec`, which is made from it."""
    kind = _TYPES[setting.kind]
    if setting.none_at:
        kind = kind | None
    if setting.name in _IN_EVERY_FILE:
        return setting.name, kind
    default = getattr(TrainingSpec(), setting.name)
    if isinstance(default, tuple):
        return setting.name, kind, msgspec.field(default_factory=lambda: list(default))
    return setting.name, kind, default


if TYPE_CHECKING:

    class TrainingRecord(Record, frozen=True):
        """A TrainingSpec, field by field."""

        def __init__(self, **values: Any) -> None: ...

else:
    TrainingRecord = msgspec.defstruct(
        "TrainingRecord",
        [_field(setting) for setting in SETTINGS.values()],
        bases=(Record,),
        frozen=True,
        kw_only=True,
        omit_defaults=True,  # what an older Perceptra does not know stands in a file only where it is used
        forbid_unknown_fields=True,
    )
