"""This module describes what a run is made of, and what may change while it goes on."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from engine.data.dataset import Dataset
from engine.network.network_start import NetworkStart
from engine.spec.errors import EngineError, Text
from engine.spec.specs import NetworkSpec, TrainingSpec

TrainingStep = Literal["epoch", "sample"]
"""A step by hand: the rest of the begun pass, or one update."""


@dataclass(frozen=True, eq=False)
class RunSetup:
    """The start of the network, the data and the settings of a run."""

    start: NetworkStart
    dataset: Dataset
    training: TrainingSpec

    @property
    def network(self) -> NetworkSpec:
        """The network's layers."""
        return self.start.network


def start_fault(error: Exception) -> EngineError:
    """What to say where a start cannot be computed, whatever raised: the engine's own sentence, or one about it."""
    if isinstance(error, EngineError):
        return error
    return EngineError(
        "This start cannot be computed ({problem}); choose another start, a smaller network or other data.",
        problem=_problem(error),
    )


def _problem(error: Exception) -> Text | str:
    if isinstance(error, MemoryError):
        return Text("there is not enough memory for it")
    if isinstance(error, OverflowError | FloatingPointError):
        return Text("its numbers become too large")
    return type(error).__name__


@dataclass(frozen=True, eq=False)
class LiveEdit:
    """The data and settings that a run shall go on with."""

    dataset: Dataset
    training: TrainingSpec


@dataclass(frozen=True, eq=False)
class HandEdit:
    """The start of a project whose weights were set by hand while a run stands, which takes them over.

    Where it does not set weights, it locks or unlocks some, and training goes on.
    """

    start: NetworkStart
    sets_weights: bool


def changed_settings(before: TrainingSpec, after: TrainingSpec) -> frozenset[str]:
    """Names of the fields that differ."""
    return frozenset(each.name for each in fields(before) if getattr(before, each.name) != getattr(after, each.name))
