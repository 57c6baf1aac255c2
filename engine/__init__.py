"""Perceptra's engine: feed-forward networks and their training, without a window.

What scripts and notebooks need is imported from here, when it is first asked for: `import engine` alone is quick.

May import every room of its own, and no window: neither Qt nor `gui`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine import datasets, importing, project_file
    from engine.analysis.diagnosis.diagnose import diagnose
    from engine.analysis.diagnosis.finding import Evidence, Finding
    from engine.analysis.diagnosis.remedy import Remedy
    from engine.analysis.error_surface import error_surface
    from engine.analysis.gradient_check import GradientCheck, gradient_check
    from engine.data.dataset import Dataset
    from engine.data.datasets.recipe import DatasetSpec
    from engine.network.network import Network
    from engine.network.reference_forward import Trace
    from engine.project.project import Project
    from engine.project_file import load as load_project
    from engine.project_file import save as save_project
    from engine.spec.errors import EngineError
    from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
    from engine.training.history import History
    from engine.training.starts.success_rate import Attempt, success_rate
    from engine.training.trainer import Trainer

_HOMES = {
    "Attempt": "engine.training.starts.success_rate",
    "Dataset": "engine.data.dataset",
    "DatasetSpec": "engine.data.datasets.recipe",
    "EngineError": "engine.spec.errors",
    "Evidence": "engine.analysis.diagnosis.finding",
    "Finding": "engine.analysis.diagnosis.finding",
    "GradientCheck": "engine.analysis.gradient_check",
    "History": "engine.training.history",
    "LayerSpec": "engine.spec.specs",
    "Network": "engine.network.network",
    "NetworkSpec": "engine.spec.specs",
    "Project": "engine.project.project",
    "Remedy": "engine.analysis.diagnosis.remedy",
    "Trace": "engine.network.reference_forward",
    "Trainer": "engine.training.trainer",
    "TrainingSpec": "engine.spec.specs",
    "diagnose": "engine.analysis.diagnosis.diagnose",
    "error_surface": "engine.analysis.error_surface",
    "gradient_check": "engine.analysis.gradient_check",
    "success_rate": "engine.training.starts.success_rate",
}
_MODULES = ("datasets", "importing", "project_file")
_PROJECT_FILE = {"load_project": "load", "save_project": "save"}

__all__ = [
    "Attempt",
    "Dataset",
    "DatasetSpec",
    "EngineError",
    "Evidence",
    "Finding",
    "GradientCheck",
    "History",
    "LayerSpec",
    "Network",
    "NetworkSpec",
    "Project",
    "Remedy",
    "Trace",
    "Trainer",
    "TrainingSpec",
    "datasets",
    "diagnose",
    "error_surface",
    "gradient_check",
    "importing",
    "load_project",
    "project_file",
    "save_project",
    "success_rate",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f"engine.{name}")
    if name in _PROJECT_FILE:
        value = getattr(importlib.import_module("engine.project_file"), _PROJECT_FILE[name])
    elif name in _HOMES:
        value = getattr(importlib.import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
