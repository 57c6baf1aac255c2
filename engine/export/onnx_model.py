"""The network as an ONNX model in float32; needs the optional package onnx."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from engine.activations import LEAK
from engine.errors import EngineError
from engine.export.layers import LayerValues, layers_of
from engine.specs import NetworkSpec

OPSET, IR_VERSION = 17, 8


def onnx_model(spec: NetworkSpec, parameters: ArrayLike) -> bytes:
    """The bytes of an .onnx file: input "inputs" (n, n_inputs), output "outputs" (n, n_outputs), both float32.

    Raises EngineError where the package onnx is not installed.
    """
    try:
        from onnx import TensorProto, checker, helper
    except ImportError:
        raise EngineError("ONNX files need the package onnx; install it with: pip install onnx") from None
    graph = _Graph(helper, TensorProto.FLOAT)
    value = "inputs"
    layers = list(layers_of(spec, parameters))
    for layer in layers:
        value = graph.add_layer(layer, value, is_last=layer is layers[-1])
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "perceptra",
            [helper.make_tensor_value_info("inputs", TensorProto.FLOAT, ["n", spec.n_inputs])],
            [helper.make_tensor_value_info("outputs", TensorProto.FLOAT, ["n", spec.n_outputs])],
            graph.constants,
        ),
        producer_name="Perceptra",
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    checker.check_model(model)
    return bytes(model.SerializeToString())


class _Graph:
    """Collects nodes and constants; values are passed on by name."""

    def __init__(self, helper: Any, float_type: int) -> None:
        self._helper, self._float = helper, float_type
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def add_layer(self, layer: LayerValues, value: str, is_last: bool) -> str:
        """Append the layer behind `value`; returns the name of its activations."""
        net = self._distance(layer, value) if layer.kind == "rbf" else self._sum(layer, value)
        return self._activation(layer.activation, net, "outputs" if is_last else f"activations{layer.number}")

    def _sum(self, layer: LayerValues, value: str) -> str:
        weights = self._constant(f"weight{layer.number}", layer.weights)
        biases = self._constant(f"bias{layer.number}", layer.biases)
        return self._node("Gemm", [value, weights, biases], f"net{layer.number}")

    def _distance(self, layer: LayerValues, value: str) -> str:
        """‖x − c‖² / (2σ²), by expanding x along a new last axis."""
        n = layer.number
        axis = self._constant(f"axis{n}", np.array([2]), integer=True)
        middle = self._constant(f"middle{n}", np.array([1]), integer=True)
        centres = self._constant(f"centres{n}", layer.weights[None])
        spread = self._constant(f"spread{n}", 2 * layer.biases**2)
        column = self._node("Unsqueeze", [value, axis], f"column{n}")
        difference = self._node("Sub", [column, centres], f"difference{n}")
        squares = self._node("Mul", [difference, difference], f"squares{n}")
        total = self._node("ReduceSum", [squares, middle], f"distance{n}", keepdims=0)
        return self._node("Div", [total, spread], f"net{n}")

    def _activation(self, name: str, net: str, to: str) -> str:
        simple = {"linear": "Identity", "sigmoid": "Sigmoid", "tanh": "Tanh", "relu": "Relu"}
        if name in simple:
            return self._node(simple[name], [net], to)
        if name == "leaky_relu":
            return self._node("LeakyRelu", [net], to, alpha=LEAK)
        if name == "softmax":
            return self._node("Softmax", [net], to, axis=1)
        if name == "bipolar_sigmoid":
            half = self._node("Mul", [net, self._constant(f"half_{to}", np.array(0.5))], f"half_net_{to}")
            return self._node("Tanh", [half], to)
        if name == "gaussian":
            return self._node("Exp", [self._node("Neg", [net], f"negative_{to}")], to)
        low = -1.0 if name == "sgn" else 0.0
        fires = self._node("GreaterOrEqual", [net, self._constant(f"zero_{to}", np.array(0.0))], f"fires_{to}")
        choices = [self._constant(f"high_{to}", np.array(1.0)), self._constant(f"low_{to}", np.array(low))]
        return self._node("Where", [fires, *choices], to)

    def _node(self, kind: str, inputs: list[str], to: str, **settings: Any) -> str:
        self.nodes.append(self._helper.make_node(kind, inputs, [to], **settings))
        return to

    def _constant(self, name: str, values: Any, integer: bool = False) -> str:
        from onnx import TensorProto

        array = np.asarray(values, dtype=np.int64 if integer else np.float32)
        kind = TensorProto.INT64 if integer else self._float
        self.constants.append(self._helper.make_tensor(name, kind, array.shape, array.ravel().tolist()))
        return name
