"""This module defines the feed-forward network: its parameters and the functions of them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network.fit import check_gradient, check_loss, check_targets
from engine.network.kernels.backward import add_gradient, backward
from engine.network.kernels.evaluate import evaluate
from engine.network.kernels.forward import forward, predict_rows
from engine.network.kernels.memory_layout import Work, blas_form, layer_views, make_work
from engine.network.kernels.settings import VALUES, Grading
from engine.network.kernels.state import make_samples
from engine.network.layer_parameters import layer_parts
from engine.network.parameter_arrays import LayerViews, ParameterVector
from engine.network.reference_forward import Trace
from engine.spec.errors import EngineError, Text
from engine.spec.initialization import draw_parameters
from engine.spec.losses import LOSSES
from engine.spec.specs import NetworkSpec
from engine.spec.value_arrays import number_array
from engine.spec.value_checks import check_kind, check_whole

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_ROOM = 64


class Network:
    """The parameters of a `NetworkSpec` and the functions of them.

    parameters: float64 (n_parameters,), writable in place, the only store: layer after layer, weights in C order, then
        biases. weights[l] (n_inputs, units) and biases[l] (units,) are views of it. In an RBF layer, weights[0] holds
        the centres, one a column, and biases[0] the widths, which must be above 0.
    trainable: bool, like parameters; False = locked, training leaves it alone.
    connected: bool, like parameters; False = cut, held at 0. Centres and widths of an RBF layer cannot be cut.

    What is assigned to any of these is copied into its place. Copies, also by `copy` and `pickle`, are networks of
    their own. Raises EngineError for what does not fit.
    """

    def __init__(self, spec: NetworkSpec, seed: int = 0, parameters: ArrayLike | None = None) -> None:
        """`parameters` is a start to copy; without it one is drawn from `seed`."""
        check_kind("The spec of a network", spec, NetworkSpec)
        check_whole(Text("seed"), seed, 0)
        self._spec = spec
        self._parameters = ParameterVector("parameters", np.zeros(spec.n_parameters))
        self._trainable = ParameterVector("flags `trainable`", np.ones(spec.n_parameters, dtype=bool))
        self._connected = ParameterVector("flags `connected`", np.ones(spec.n_parameters, dtype=bool))
        self.parameters = draw_parameters(spec, np.random.default_rng(seed)) if parameters is None else parameters
        parts = layer_parts(spec, self.parameters)
        self._weights = LayerViews(weights for weights, _ in parts)
        self._biases = LayerViews(biases for _, biases in parts)

    @property
    def spec(self) -> NetworkSpec:
        """Inputs, layers and how a start is drawn."""
        return self._spec

    @property
    def parameters(self) -> Floats:
        """All weights and biases, flat."""
        return self._parameters.view

    @parameters.setter
    def parameters(self, values: ArrayLike) -> None:
        self._parameters.put(values)

    @property
    def weights(self) -> LayerViews:
        """The weights of each layer (n_inputs, units)."""
        return self._weights

    @weights.setter
    def weights(self, values: Sequence[ArrayLike]) -> None:
        self._weights.put(values)

    @property
    def biases(self) -> LayerViews:
        """The biases of each layer (units,)."""
        return self._biases

    @biases.setter
    def biases(self, values: Sequence[ArrayLike]) -> None:
        self._biases.put(values)

    @property
    def trainable(self) -> Bools:
        """False where a parameter is locked."""
        return self._trainable.view

    @trainable.setter
    def trainable(self, values: ArrayLike) -> None:
        self._trainable.put(values)

    @property
    def connected(self) -> Bools:
        """False where a connection is cut."""
        return self._connected.view

    @connected.setter
    def connected(self, values: ArrayLike) -> None:
        self._connected.put(values)

    def copy(self) -> Self:
        """A network of its own with the same parameters and masks."""
        return copy.copy(self)

    def __reduce__(self) -> tuple[Any, ...]:
        arrays = (self.parameters.copy(), self.trainable.copy(), self.connected.copy())
        return _restored, (type(self), self.spec, arrays)

    def __repr__(self) -> str:
        names = ", ".join(layer.activation for layer in self.spec.layers)
        counts = (len(self.parameters), np.count_nonzero(~self.trainable), np.count_nonzero(~self.connected))
        told = ", ".join(f"{n} {what}" for n, what in zip(counts, ("parameters", "locked", "cut"), strict=True) if n)
        return f"<Network {'-'.join(map(str, self.spec.sizes))} ({names}): {told}>"

    def hold_cut(self) -> None:
        """Puts the parameters of cut connections to 0; every method here does so before it computes."""
        if not self.connected.all():
            if not self.connected[: self.spec.n_rbf_parameters].all():
                raise EngineError("The centres and widths of an RBF layer cannot be cut; lock them instead.")
            self.parameters[~self.connected] = 0.0

    def predict(self, inputs: ArrayLike, *, allow_nan: bool = False) -> Floats:
        """The outputs (n_samples, n_outputs) for `inputs` (n_samples, n_inputs).

        With `allow_nan`, inputs may be NaN or infinite, as a feature is where it has no value; so are the answers then.
        """
        rows = self._rows(inputs, allow_nan)
        outputs = np.empty((len(rows), self.spec.n_outputs))
        work, blas = self._work(min(_ROOM, len(rows)))
        with np.errstate(all="ignore"):
            predict_rows(work, len(rows), rows, outputs, blas)
        return outputs

    def trace(self, inputs: ArrayLike, *, allow_nan: bool = False) -> Trace:
        """Net inputs and activations of every layer for `inputs` (n_samples, n_inputs); `allow_nan` as in `predict`."""
        rows = self._rows(inputs, allow_nan)
        work, _ = self._trace(rows)
        return Trace(
            layer_views(work, work.net_inputs, len(rows)),
            layer_views(work, work.activations, len(rows)),
        )

    def deltas(self, inputs: ArrayLike, targets: ArrayLike, loss: str = "squared_error") -> list[Floats]:
        """−∂(loss of the sample)/∂(net input), the lecture's δ: a list like `trace`, [l] is (n_samples, units).

        Raises EngineError for layers without a gradient and for losses that the outputs do not fit.
        """
        work, n_rows = self._explain(inputs, targets, loss)
        return layer_views(work, work.deltas, n_rows)

    def loss(self, inputs: ArrayLike, targets: ArrayLike, loss: str = "squared_error") -> float:
        """The mean loss over the samples."""
        rows, wanted = self._pair(inputs, targets, loss)
        work, blas = self._work(min(_ROOM, len(rows)))
        with np.errstate(all="ignore"):
            total = evaluate(work, make_samples(rows, wanted), Grading(LOSSES[loss].code, VALUES, 0.0), blas)
        return float(total / len(rows))

    def gradient(self, inputs: ArrayLike, targets: ArrayLike, loss: str = "squared_error") -> Floats:
        """+∂(mean loss)/∂(parameters), flat like `parameters`; cut and locked ones included. Errors as for `deltas`."""
        work, n_rows = self._explain(inputs, targets, loss)
        return work.gradient / n_rows

    def _work(self, room: int) -> tuple[Work, int]:
        """Buffers for `room` rows and the form of the kernels that suits them."""
        self.hold_cut()
        room = max(room, 1)
        return make_work(self.spec, self.parameters, room), blas_form(self.spec, room)

    def _trace(self, rows: Floats) -> tuple[Work, int]:
        work, blas = self._work(len(rows))
        work.activations[: rows.size] = rows.ravel()
        with np.errstate(all="ignore"):
            forward(work, len(rows), blas)
        return work, blas

    def _explain(self, inputs: ArrayLike, targets: ArrayLike, loss: str) -> tuple[Work, int]:
        check_gradient(self.spec, Text("Back-propagation"))
        rows, wanted = self._pair(inputs, targets, loss)
        work, blas = self._trace(rows)
        work.targets[:] = wanted.ravel()
        with np.errstate(all="ignore"):
            backward(work, LOSSES[loss].code, len(rows), blas)
            add_gradient(work, len(rows), blas)
        return work, len(rows)

    def _rows(self, inputs: ArrayLike, allow_nan: bool = False) -> Floats:
        return _table(inputs, "inputs", self.spec.n_inputs, allow_nan)

    def _pair(self, inputs: ArrayLike, targets: ArrayLike, loss: str) -> tuple[Floats, Floats]:
        check_loss(self.spec, loss)
        rows, wanted = self._rows(inputs), _table(targets, "targets", self.spec.n_outputs)
        check_targets(loss, wanted)
        if len(rows) != len(wanted):
            raise EngineError(
                "There are {inputs} rows of inputs but {targets} of targets; give one for each.",
                inputs=len(rows),
                targets=len(wanted),
            )
        if len(rows) == 0:
            raise EngineError("There are no samples; give at least one row.")
        return rows, wanted


def _restored(kind: type[Network], spec: NetworkSpec, arrays: tuple[Floats, Bools, Bools]) -> Network:
    network = kind(spec)
    network.parameters, network.trainable, network.connected = arrays
    return network


def _table(values: ArrayLike, name: str, columns: int, allow_nan: bool = False) -> Floats:
    """A writable C-ordered float64 copy, so that the kernels meet one type of array only."""
    table = number_array(name, values)
    if table.ndim != 2 or table.shape[1] != columns:
        raise EngineError(
            "The {name} must be a table with {columns} columns, one row a sample; got the shape {shape}.",
            name=name,
            columns=columns,
            shape=table.shape,
        )
    if not (allow_nan or np.isfinite(table).all()):
        row, column = np.argwhere(~np.isfinite(table))[0]
        raise EngineError(
            "The {name} hold {value} in row {row}, column {column}; only finite numbers can be used.",
            name=name,
            value=table[row, column],
            row=row + 1,
            column=column + 1,
        )
    return table
