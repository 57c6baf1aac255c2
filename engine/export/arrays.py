"""Weights as NumPy arrays in an .npz file, out and in again."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.archive import ArchiveError
from engine.errors import EngineError
from engine.export.layers import layers_of
from engine.npz import read_npz_arrays
from engine.specs import MAX_LAYERS, MAX_UNITS, NetworkSpec
from engine.text_file import read_bytes

Floats = NDArray[np.float64]

MAX_ARRAY_BYTES = 8 * MAX_UNITS * MAX_UNITS
MAX_FILE_BYTES = 2 * MAX_LAYERS * MAX_ARRAY_BYTES


def write_arrays(spec: NetworkSpec, parameters: ArrayLike) -> bytes:
    """The bytes of an .npz file: `layer1/weight` (n_inputs, units), `layer1/bias` (units,), and so on."""
    arrays: dict[str, Floats] = {}
    for layer in layers_of(spec, parameters):
        arrays[f"layer{layer.number}/weight"] = layer.weights
        arrays[f"layer{layer.number}/bias"] = layer.biases
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def read_arrays(path: str | os.PathLike[str], spec: NetworkSpec) -> Floats:
    """The flat parameters for `spec` in the .npz file at `path`.

    Raises EngineError, naming the file and the array, where one is missing, has another shape or is not finite.
    """
    file = Path(path)
    try:
        arrays = read_npz_arrays(read_bytes(file, MAX_FILE_BYTES), file.name, MAX_FILE_BYTES)
    except ArchiveError as error:
        raise EngineError(
            "{file} is no .npz file with weights, or is damaged; choose a file that Perceptra or NumPy wrote.",
            file=file.name,
        ) from error
    parts: list[Floats] = []
    for number, (n_inputs, layer) in enumerate(zip(spec.sizes, spec.layers, strict=False), start=1):
        parts.append(_array(arrays, f"layer{number}/weight", (n_inputs, layer.units), file.name).ravel())
        parts.append(_array(arrays, f"layer{number}/bias", (layer.units,), file.name))
    if f"layer{len(spec.layers) + 1}/weight" in arrays:
        raise EngineError(
            "{file} holds a network of more layers; this one has {layers}.", file=file.name, layers=len(spec.layers)
        )
    return np.concatenate(parts)


def _array(arrays: dict[str, NDArray[np.generic]], key: str, shape: tuple[int, ...], name: str) -> Floats:
    if key not in arrays:
        raise EngineError("{file} has no array '{key}'; the network has such a layer.", file=name, key=key)
    array = arrays[key]
    if array.shape != shape:
        raise EngineError(
            "{file}: '{key}' has the shape {found}, the network needs {shape}.",
            file=name,
            key=key,
            found=array.shape,
            shape=shape,
        )
    with np.errstate(all="ignore"):
        values = array.astype(np.float64) if array.dtype.kind in "fiu" else np.full(shape, np.nan)
    if not np.isfinite(values).all():
        raise EngineError("{file}: '{key}' must hold finite numbers.", file=name, key=key)
    return values
