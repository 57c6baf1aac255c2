"""This module writes weights as NumPy arrays into an .npz file and reads them again."""

from __future__ import annotations

import io
import os
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.preprocessing import Preprocessing
from engine.export.layers import layers_of
from engine.export.preparation import source_texts
from engine.files.archive import ArchiveError
from engine.files.npz import read_npz_arrays
from engine.files.text_file import path_of, read_bytes
from engine.spec.errors import EngineError
from engine.spec.specs import MAX_LAYERS, MAX_UNITS, NetworkSpec

Floats = NDArray[np.float64]

MAX_ARRAY_BYTES = 8 * MAX_UNITS * MAX_UNITS
MAX_FILE_BYTES = 2 * MAX_LAYERS * MAX_ARRAY_BYTES


def write_arrays(spec: NetworkSpec, parameters: ArrayLike, preprocessing: Preprocessing | None = None) -> bytes:
    """The bytes of an .npz file: `layer1/weight` (n_inputs, units), `layer1/bias` (units,), and so on.

    Where the network sees its inputs through `preprocessing`, that stands beside them as `inputs/columns` (names),
    `inputs/seen` (a formula for each input of the network), `inputs/centres` and `inputs/spreads` (n_inputs,), and the
    words of a column, which counts from 0, as `inputs/words/0`. `outputs/centres` and `outputs/spreads` (n_outputs,)
    bring the outputs into the user's units, where the targets were scaled.
    """
    arrays: dict[str, NDArray[Any]] = {}
    if preprocessing is not None:
        arrays |= _preparation(preprocessing) | _scaled_targets(preprocessing)
    for layer in layers_of(spec, parameters):
        arrays[f"layer{layer.number}/weight"] = layer.weights
        arrays[f"layer{layer.number}/bias"] = layer.biases
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def _preparation(seen: Preprocessing) -> dict[str, NDArray[Any]]:
    """What happens to the inputs, without objects that would need pickle; empty where nothing does."""
    if seen.is_plain:
        return {}
    count = seen.n_inputs
    arrays: dict[str, NDArray[Any]] = {
        "inputs/columns": np.array(seen.raw_names, dtype=np.str_),
        "inputs/seen": np.array(source_texts(seen), dtype=np.str_),
        "inputs/centres": np.array(seen.centres or (0.0,) * count),
        "inputs/spreads": np.array(seen.spreads or (1.0,) * count),
    }
    words = {place: listed for place, listed in enumerate(seen.words) if listed}
    return arrays | {f"inputs/words/{place}": np.array(listed, dtype=np.str_) for place, listed in words.items()}


def _scaled_targets(seen: Preprocessing) -> dict[str, NDArray[Any]]:
    """What brings the outputs into the user's units: they are output · spread + centre; empty where they are so."""
    if seen.targets.is_none:
        return {}
    return {"outputs/centres": np.array(seen.targets.centres), "outputs/spreads": np.array(seen.targets.spreads)}


def read_arrays(path: str | os.PathLike[str], spec: NetworkSpec) -> Floats:
    """The flat parameters for `spec` in the .npz file at `path`.

    Raises EngineError, naming the file and the array, where one is missing, has another shape or is not finite.
    """
    file = path_of(path)
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
