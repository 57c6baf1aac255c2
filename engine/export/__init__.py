"""A trained network for use elsewhere: scripts, arrays, tables.

May import `project` and the rooms below it.
"""

from __future__ import annotations

from engine.export.arrays import read_arrays, write_arrays
from engine.export.numpy_script import numpy_script
from engine.export.onnx_model import onnx_model
from engine.export.torch_script import torch_script, torch_training_script
from engine.export.training_code.notebook import notebook, training_script
from engine.export.weights_reading import read_weights
from engine.export.weights_table import weights_table

__all__ = [
    "notebook",
    "numpy_script",
    "onnx_model",
    "read_arrays",
    "read_weights",
    "torch_script",
    "torch_training_script",
    "training_script",
    "weights_table",
    "write_arrays",
]
