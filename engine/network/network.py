"""This module defines the feed-forward network: its parameters and the functions of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network.fit import check_gradient, check_loss, check_targets
from engine.network.kernels.backward import explain_rows
from engine.network.kernels.evaluate import evaluate_set
from engine.network.kernels.forward import predict_rows, trace_rows
from engine.network.kernels.memory_layout import BIASES, WEIGHTS, Work, blas_form, layer_views, make_plan, make_work
from engine.network.kernels.settings import VALUES, Grading
from engine.network.kernels.state import make_samples
from engine.network.reference_forward import Trace
from engine.spec.errors import EngineError, Text
from engine.spec.initialization import draw_parameters
from engine.spec.losses import LOSSES
from engine.spec.specs import NetworkSpec

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
    """

    def __init__(self, spec: NetworkSpec, seed: int = 0, parameters: ArrayLike | None = None) -> None:
        """`parameters` is a start to copy; without it one is drawn from `seed`."""
        self.spec = spec
        self.parameters: Floats = (
            draw_parameters(spec, np.random.default_rng(seed))
            if parameters is None
            else _copy_of_start(parameters, spec.n_parameters)
        )
        self.trainable: Bools = np.ones(spec.n_parameters, dtype=bool)
        self.connected: Bools = np.ones(spec.n_parameters, dtype=bool)
        self.weights: list[Floats] = []
        self.biases: list[Floats] = []
        for row, n_inputs, units in zip(make_plan(spec, 1), spec.sizes, spec.sizes[1:], strict=False):
            weights = self.parameters[row[WEIGHTS] : row[BIASES]]
            self.weights.append(weights.reshape(n_inputs, units))
            self.biases.append(self.parameters[row[BIASES] : row[BIASES] + units])

    def hold_cut(self) -> None:
        """Puts the parameters of cut connections to 0; every method here does so before it computes."""
        if not self.connected.all():
            if not self.connected[: self.spec.n_rbf_parameters].all():
                raise EngineError("The centres and widths of an RBF layer cannot be cut; lock them instead.")
            self.parameters[~self.connected] = 0.0

    def predict(self, inputs: ArrayLike) -> Floats:
        """The outputs (n_samples, n_outputs) for `inputs` (n_samples, n_inputs)."""
        rows = self._rows(inputs)
        outputs = np.empty((len(rows), self.spec.n_outputs))
        work, blas = self._work(min(_ROOM, len(rows)))
        with np.errstate(all="ignore"):
            predict_rows(work, rows, outputs, blas)
        return outputs

    def trace(self, inputs: ArrayLike) -> Trace:
        """Net inputs and activations of every layer for `inputs` (n_samples, n_inputs)."""
        rows = self._rows(inputs)
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
            total, _ = evaluate_set(work, make_samples(rows, wanted), Grading(LOSSES[loss].code, VALUES, 0.0), blas)
        return float(total / len(rows))

    def gradient(self, inputs: ArrayLike, targets: ArrayLike, loss: str = "squared_error") -> Floats:
        """+∂(mean loss)/∂(parameters), flat like `parameters`; cut and locked ones included. Errors as for `deltas`."""
        work, n_rows = self._explain(inputs, targets, loss)
        return work.gradient / n_rows

    def _work(self, room: int) -> tuple[Work, int | None]:
        """Buffers for `room` rows and the form of the kernels that suits them."""
        self.hold_cut()
        room = max(room, 1)
        return make_work(self.spec, self.parameters, room), blas_form(self.spec, room)

    def _trace(self, rows: Floats) -> tuple[Work, int | None]:
        work, blas = self._work(len(rows))
        work.activations[: rows.size] = rows.ravel()
        with np.errstate(all="ignore"):
            trace_rows(work, len(rows), blas)
        return work, blas

    def _explain(self, inputs: ArrayLike, targets: ArrayLike, loss: str) -> tuple[Work, int]:
        check_gradient(self.spec, Text("Back-propagation"))
        rows, wanted = self._pair(inputs, targets, loss)
        work, blas = self._trace(rows)
        work.targets[:] = wanted.ravel()
        with np.errstate(all="ignore"):
            explain_rows(work, LOSSES[loss].code, len(rows), blas)
        return work, len(rows)

    def _rows(self, inputs: ArrayLike) -> Floats:
        return _table(inputs, "inputs", self.spec.n_inputs)

    def _pair(self, inputs: ArrayLike, targets: ArrayLike, loss: str) -> tuple[Floats, Floats]:
        check_loss(self.spec, loss)
        rows, wanted = self._rows(inputs), _table(targets, "targets", self.spec.n_outputs)
        check_targets(loss, wanted)
        if len(rows) != len(wanted):
            raise EngineError(f"There are {len(rows)} rows of inputs but {len(wanted)} of targets; give one for each.")
        if len(rows) == 0:
            raise EngineError("There are no samples; give at least one row.")
        return rows, wanted


def _table(values: ArrayLike, name: str, columns: int) -> Floats:
    """A writable C-ordered float64 copy, so that the kernels meet one type of array only."""
    try:
        table = np.array(values, dtype=np.float64, order="C")
    except (TypeError, ValueError) as error:
        raise EngineError(f"The {name} must be a table of numbers: {error}.") from error
    if table.ndim != 2 or table.shape[1] != columns:
        raise EngineError(
            f"The {name} must be a table with {columns} columns, one row a sample; got the shape {table.shape}."
        )
    return table


def _copy_of_start(values: ArrayLike, count: int) -> Floats:
    start = np.array(values, dtype=np.float64, order="C")
    if start.shape != (count,):
        raise EngineError(f"The network has {count} parameters, one flat vector; got the shape {start.shape}.")
    return start
