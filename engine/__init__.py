"""Perceptra's engine: feed-forward networks and their training, without a window.

What scripts and notebooks need is imported from here, when it is first asked for: `import engine` alone is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine import datasets
    from engine.dataset import Dataset
    from engine.datasets.spec import DatasetSpec
    from engine.errors import EngineError
    from engine.network import Network, Trace
    from engine.project import Project
    from engine.specs import LayerSpec, NetworkSpec, TrainingSpec
    from engine.trainer import Trainer

_HOMES = {
    "Dataset": "engine.dataset",
    "DatasetSpec": "engine.datasets.spec",
    "EngineError": "engine.errors",
    "LayerSpec": "engine.specs",
    "Network": "engine.network",
    "NetworkSpec": "engine.specs",
    "Project": "engine.project",
    "Trace": "engine.network",
    "Trainer": "engine.trainer",
    "TrainingSpec": "engine.specs",
}

__all__ = [
    "Dataset",
    "DatasetSpec",
    "EngineError",
    "LayerSpec",
    "Network",
    "NetworkSpec",
    "Project",
    "Trace",
    "Trainer",
    "TrainingSpec",
    "datasets",
]


def __getattr__(name: str) -> Any:
    if name == "datasets":
        return importlib.import_module("engine.datasets")
    if name in _HOMES:
        value = getattr(importlib.import_module(_HOMES[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
