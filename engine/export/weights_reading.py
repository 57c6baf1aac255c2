"""This module reads weights from exported arrays, scripts and tables. It executes nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.export.arrays import read_arrays
from engine.export.weights_table import HEADER
from engine.files.text_file import decode, path_of, read_bytes
from engine.spec.errors import EngineError, Text
from engine.spec.specs import LayerSpec, NetworkSpec

if TYPE_CHECKING:
    from engine.data.importing import RawTable

Floats = NDArray[np.float64]
Part = Literal["weights", "biases", "centres", "widths"]

MAX_SCRIPT_BYTES = 64_000_000
_ASSIGNMENT = re.compile(
    r"\b(weights|biases|centres|widths)_(\d{1,2}) = "
    r"(?:np\.array|(?:nn\.Parameter\()?torch\.tensor)\((\[[\[\]0-9eE+\-.,\s]*\])"
)
_LAST_COMMA = re.compile(r",\s*(?=\])")


def read_weights(path: str | os.PathLike[str], spec: NetworkSpec) -> Floats:
    """The flat parameters for `spec` in the file at `path`: .npz arrays, a script (.py) or a table (.csv) of ours.

    Raises EngineError naming the file, the layer and what does not fit.
    """
    file = path_of(path)
    kind = file.suffix.lower()
    if kind == ".py":
        return _from_script(file, spec)
    if kind in (".csv", ".tsv", ".txt"):
        return _from_table(file, spec)
    return read_arrays(file, spec)


def _from_script(file: Path, spec: NetworkSpec) -> Floats:
    text = decode(read_bytes(file, MAX_SCRIPT_BYTES), file.name)
    found: dict[tuple[int, str], str] = {}
    for part, number, values in _ASSIGNMENT.findall(text):
        found.setdefault((int(number), part), values)
    if not found:
        raise EngineError(
            "{file} holds no weights as Perceptra's own scripts do; choose a script that Perceptra exported.",
            file=file.name,
        )
    parts: list[Floats] = []
    for number, (n_inputs, layer) in enumerate(zip(spec.sizes, spec.layers, strict=False), start=1):
        for part, shape in zip(_parts_of(layer), ((n_inputs, layer.units), (layer.units,)), strict=True):
            parts.append(_values(found, (number, part), shape, file.name))
    _check_depth(max(number for number, _ in found), spec, file.name)
    return np.concatenate(parts)


def _parts_of(layer: LayerSpec) -> tuple[Part, Part]:
    return ("centres", "widths") if layer.kind == "rbf" else ("weights", "biases")


def _values(found: Mapping[tuple[int, str], str], key: tuple[int, str], shape: tuple[int, ...], file: str) -> Floats:
    name = f"{key[1]}_{key[0]}"
    if key not in found:
        raise EngineError(
            "{file} has no '{name}'; layer {layer} of the network needs them.", file=file, name=name, layer=key[0]
        )
    kind = list[float] if len(shape) == 1 else list[list[float]]
    try:
        rows = msgspec.json.decode(_LAST_COMMA.sub("", found[key]), type=kind)
        values = np.array(rows, dtype=np.float64)
    except (msgspec.DecodeError, ValueError) as error:  # ValueError: rows of different lengths
        raise EngineError("{file}: '{name}' must hold finite numbers.", file=file, name=name) from error
    if values.shape != shape:
        raise EngineError(
            "{file}: '{name}' has the shape {found}, layer {layer} of the network needs {shape}.",
            file=file,
            name=name,
            layer=key[0],
            found=values.shape,
            shape=shape,
        )
    if not np.isfinite(values).all():
        raise EngineError("{file}: '{name}' must hold finite numbers.", file=file, name=name)
    return values.ravel()


def _check_depth(layers: int, spec: NetworkSpec, file: str) -> None:
    if layers > len(spec.layers):
        raise EngineError(
            "{file} holds a network of more layers; this one has {layers}.", file=file, layers=len(spec.layers)
        )


def _from_table(file: Path, spec: NetworkSpec) -> Floats:
    from engine.data.importing import Layout, read_table

    table = read_table(file, Layout(has_header=True))
    if tuple(column.name for column in table.columns) != HEADER:
        raise EngineError(
            "{file} is no table of weights; its columns must be {columns}.", file=file.name, columns=", ".join(HEADER)
        )
    parameters = np.full(spec.n_parameters, np.nan)
    places = _places(spec)
    for row in range(table.n_rows):
        key = tuple(column.cell(row) for column in table.columns[:3])
        if key[0] == "0" or key[1] in ("centre", "spread"):
            continue  # how inputs and targets are prepared, which the data say themselves
        place = places.get(key)
        if place is None:
            problem = Text("the network has nothing in layer {layer} from {source} to {unit}.", **_named(key))
            raise _line_error(table, row, problem)
        if not np.isnan(parameters[place]):
            problem = Text(
                "the value of layer {layer} from {source} to {unit} stands in the file twice.", **_named(key)
            )
            raise _line_error(table, row, problem)
        parameters[place] = table.columns[3].values[row]
        if not np.isfinite(parameters[place]):
            raise _line_error(table, row, Text("the value must be a finite number."))
    missing = np.flatnonzero(np.isnan(parameters))
    if len(missing):
        layer, source, unit = list(places)[missing[0]]
        raise EngineError(
            "{file} has no value for layer {layer} from {source} to {unit}; the network needs {count} values.",
            file=file.name,
            layer=layer,
            source=source,
            unit=unit,
            count=spec.n_parameters,
        )
    return parameters


def _places(spec: NetworkSpec) -> dict[tuple[str, ...], int]:
    """Where in the flat parameters the value of each (layer, from, to) stands."""
    places: dict[tuple[str, ...], int] = {}
    for number, (n_inputs, layer) in enumerate(zip(spec.sizes, spec.layers, strict=False), start=1):
        own = "width" if layer.kind == "rbf" else "bias"
        for source in [*range(1, n_inputs + 1), own]:
            for unit in range(1, layer.units + 1):
                places[str(number), str(source), str(unit)] = len(places)
    return places


def _named(key: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(("layer", "source", "unit"), (word[:20] for word in key), strict=True))


def _line_error(table: RawTable, row: int, problem: Text) -> EngineError:
    return EngineError("{file}, line {line}: {problem}", file=table.file, line=int(table.lines[row]), problem=problem)
