"""This module copies a layer with its weights, as a value and as text for the clipboard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import MAX_LAYERS, LayerSpec, NetworkSpec

Floats = NDArray[np.float64]

_MARK = "perceptra layers"


@dataclass(frozen=True)
class LayerCopy:
    """`weights` (n_inputs, units) and `biases` (units,), both finite."""

    layer: LayerSpec
    weights: FrozenArray
    biases: FrozenArray

    def flat(self, n_inputs: int) -> Floats | None:
        """The parameters for a layer of so many inputs, flat; None where they are not for as many."""
        if self.weights.array.shape != (n_inputs, self.layer.units):
            return None
        return np.concatenate([self.weights.array.ravel(), self.biases.array])


def copy_layers(network: NetworkSpec, parameters: ArrayLike, layers: Sequence[int]) -> tuple[LayerCopy, ...]:
    """Copies of `layers`, from left to right, with `parameters` flat as in `Network.parameters`."""
    values = np.asarray(parameters, dtype=np.float64)
    starts = np.cumsum([0, *((n + 1) * m for n, m in pairwise(network.sizes))])
    copies = []
    for place in sorted(set(layers)):
        spec, n_inputs = network.layers[place], network.sizes[place]
        own = values[starts[place] : starts[place + 1]]
        weights, biases = own[: n_inputs * spec.units].reshape(n_inputs, spec.units), own[n_inputs * spec.units :]
        copies.append(LayerCopy(spec, FrozenArray(weights), FrozenArray(biases)))
    return tuple(copies)


def copies_to_text(copies: Sequence[LayerCopy]) -> str:
    """The copies as JSON; numbers keep every bit."""
    rows = [
        {
            "units": copy.layer.units,
            "activation": copy.layer.activation,
            "kind": copy.layer.kind,
            "weights": copy.weights.array.tolist(),
            "biases": copy.biases.array.tolist(),
        }
        for copy in copies
    ]
    return json.dumps({"kind": _MARK, "layers": rows})


def copies_from_text(text: str) -> tuple[LayerCopy, ...]:
    """What `copies_to_text` wrote. Raises EngineError for other text."""
    try:
        found = json.loads(text)
        rows = found["layers"] if found["kind"] == _MARK else []
        copies = tuple(_copy(row) for row in rows[:MAX_LAYERS])
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError, EngineError) as error:
        raise EngineError("What was copied is no layer; copy a layer of a network first.") from error
    if not copies:
        raise EngineError("What was copied is no layer; copy a layer of a network first.")
    return copies


def _copy(row: dict[str, Any]) -> LayerCopy:
    layer = LayerSpec(row["units"], row["activation"], kind=row["kind"])
    weights, biases = (np.asarray(row[name], dtype=np.float64) for name in ("weights", "biases"))
    if weights.ndim != 2 or weights.shape[1] != layer.units or biases.shape != (layer.units,):
        raise ValueError("the weights do not fit the units")
    if not (np.isfinite(weights).all() and np.isfinite(biases).all()):
        raise ValueError("the weights must be finite")
    return LayerCopy(layer, FrozenArray(weights), FrozenArray(biases))
