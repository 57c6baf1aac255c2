"""Weights as NumPy arrays in an .npz file, out and in again."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import EngineError
from engine.export.layers import layers_of
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
    payload = read_bytes(file, MAX_FILE_BYTES)
    parts: list[Floats] = []
    try:
        with np.load(io.BytesIO(payload), allow_pickle=False) as arrays:
            _check_sizes(arrays.zip, file.name)
            for number, (n_inputs, layer) in enumerate(zip(spec.sizes, spec.layers, strict=False), start=1):
                parts.append(_array(arrays, f"layer{number}/weight", (n_inputs, layer.units), file.name).ravel())
                parts.append(_array(arrays, f"layer{number}/bias", (layer.units,), file.name))
            if f"layer{len(spec.layers) + 1}/weight" in arrays:
                raise EngineError(
                    "{file} holds a network of more layers; this one has {layers}.",
                    file=file.name,
                    layers=len(spec.layers),
                )
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, KeyError, AttributeError, NotImplementedError) as error:
        if isinstance(error, EngineError):
            raise
        raise EngineError(
            "{file} is no .npz file with weights, or is damaged; choose a file that Perceptra or NumPy wrote.",
            file=file.name,
        ) from error
    return np.concatenate(parts)


def _check_sizes(archive: zipfile.ZipFile | None, name: str) -> None:
    """Refuse what would unpack to more than any network has, before it is unpacked."""
    total = 0 if archive is None else sum(entry.file_size for entry in archive.infolist())
    if total > MAX_FILE_BYTES:
        raise EngineError(
            "{file} unpacks to {size:,.0f} MB, more than the largest network; choose another file.",
            file=name,
            size=total / 1e6,
        )


def _array(arrays: np.lib.npyio.NpzFile, key: str, shape: tuple[int, ...], name: str) -> Floats:
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
    if array.dtype.kind not in "fiu" or not np.isfinite(array).all():
        raise EngineError("{file}: '{key}' must hold finite numbers.", file=name, key=key)
    return array.astype(np.float64)
