"""The kinds of files as which the network can be exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import export
from engine.data.dataset import Dataset
from engine.data.preprocessing import Preprocessing
from engine.export.float32 import lost_in_float32
from engine.project.project import Project
from engine.spec.errors import Text
from engine.training.snapshot import Snapshot


@dataclass(frozen=True)
class Exported:
    """The network on screen: its project, its data and the moment of the run, and the letters that are in force."""

    project: Project
    data: Dataset
    snapshot: Snapshot
    in_lecture_letters: bool


@dataclass(frozen=True)
class Format:
    """One kind of file: its filter in the dialog, its ending, what makes its contents, and what is to be told."""

    title: str
    suffix: str
    contents: Callable[[Exported], str | bytes]
    warning: Callable[[Dataset], Text | None] = lambda _data: None


def _numpy_script(it: Exported) -> str:
    return export.numpy_script(it.project.network, it.snapshot.parameters, *_described(it.data))


def _torch_script(it: Exported) -> str:
    return export.torch_script(it.project.network, it.snapshot.parameters, *_described(it.data))


def _described(data: Dataset) -> tuple[tuple[str, ...], tuple[str, ...], Preprocessing]:
    return data.raw_input_names, data.target_names, data.preprocessing


def _onnx_model(it: Exported) -> bytes:
    inputs, outputs, seen = _described(it.data)
    classes = outputs if it.data.task == "classes" else ()
    names = {"input_names": inputs, "output_names": outputs, "class_names": classes}
    return export.onnx_model(it.project.network, it.snapshot.parameters, seen, names)


def _notebook(it: Exported) -> str:
    return export.notebook(it.project.run_setup(it.data), *_so_far(it.snapshot), it.in_lecture_letters)


def _training_script(it: Exported) -> str:
    return export.training_script(it.project.run_setup(it.data), *_so_far(it.snapshot), it.in_lecture_letters)


def _torch_training_script(it: Exported) -> str:
    return export.torch_training_script(it.project.run_setup(it.data), it.snapshot.epoch)


def _so_far(snapshot: Snapshot) -> tuple[int, NDArray[np.float64] | None]:
    """The passes of the run, and where they led; nothing to compare with amid a pass."""
    return snapshot.epoch, snapshot.parameters if snapshot.epoch and not snapshot.step else None


def _format(title: object, suffix: str, contents: Callable[[Exported], str | bytes], **more: Any) -> Format:
    return Format(str(title), suffix, contents, **more)


FORMATS = (
    _format(QT_TRANSLATE_NOOP("Export", "Script for NumPy (*.py)"), "py", _numpy_script),
    _format(QT_TRANSLATE_NOOP("Export", "Script for PyTorch (*.py)"), "py", _torch_script),
    _format(QT_TRANSLATE_NOOP("Export", "Notebook that trains, in NumPy (*.ipynb)"), "ipynb", _notebook),
    _format(QT_TRANSLATE_NOOP("Export", "Script that trains, in NumPy (*.py)"), "py", _training_script),
    _format(QT_TRANSLATE_NOOP("Export", "Script that trains, in PyTorch (*.py)"), "py", _torch_training_script),
    _format(QT_TRANSLATE_NOOP("Export", "ONNX model (*.onnx)"), "onnx", _onnx_model, warning=lost_in_float32),
    _format(
        QT_TRANSLATE_NOOP("Export", "NumPy arrays (*.npz)"),
        "npz",
        lambda it: export.write_arrays(it.project.network, it.snapshot.parameters, it.data.preprocessing),
    ),
    _format(
        QT_TRANSLATE_NOOP("Export", "Table of weights (*.csv)"),
        "csv",
        lambda it: export.weights_table(it.project.network, it.snapshot.parameters, it.data.preprocessing),
    ),
)
"""In the order in which the dialog lists them."""
