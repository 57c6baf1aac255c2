"""This module holds a network's arrays where the kernels find them: what is assigned is copied into that memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError, Shown
from engine.spec.value_arrays import flag_array, number_array
from engine.spec.value_checks import checked_tuple, is_whole

Floats = NDArray[np.float64]


class ParameterVector:
    """A flat vector of one length, of numbers or of True and False."""

    def __init__(self, name: str, values: NDArray[Any]) -> None:
        self._name = name
        self._values = values

    @property
    def view(self) -> NDArray[Any]:
        """The vector, to be read and written; another shape or type that is given to the view stays with the view."""
        return self._values.view()

    def put(self, values: ArrayLike) -> None:
        """Copy `values` into it. Raises EngineError for another length or kind."""
        take = flag_array if self._values.dtype == np.bool_ else number_array
        given = take(self._name, values)
        if given.shape != self._values.shape:
            raise EngineError(
                "The network has {count} parameters, and its {name} are one flat vector of that length;"
                " got the shape {shape}.",
                count=len(self._values),
                name=self._name,
                shape=given.shape,
            )
        self._values[:] = given


class LayerViews(tuple[Floats, ...]):
    """One array a layer, each a view of the parameters; what is assigned to one is copied into it."""

    __slots__ = ()

    def __setitem__(self, layer: int, values: ArrayLike) -> None:
        if not (is_whole(layer) and -len(self) <= layer < len(self)):
            raise EngineError(
                "The network has the layers 0 to {last}, one array each; got {layer}.",
                last=len(self) - 1,
                layer=Shown(layer),
            )
        given, view = number_array("values of a layer", values), self[layer]
        if given.shape != view.shape:
            raise EngineError(
                "Layer {layer} needs an array of the shape {wanted}; got the shape {shape}.",
                layer=layer,
                wanted=view.shape,
                shape=given.shape,
            )
        view[:] = given

    def put(self, values: Sequence[ArrayLike]) -> None:
        """Copy one array a layer into it. Raises EngineError for another number or other shapes."""
        given = checked_tuple("list of the layers' arrays", values)
        if len(given) != len(self):
            raise EngineError(
                "The network has {layers} layers, one array each; got {arrays} arrays.",
                layers=len(self),
                arrays=len(given),
            )
        for layer, array in enumerate(given):
            self[layer] = array
