"""This module exports the network as an ONNX model in float32; it needs the optional package onnx."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from engine.data.preprocessing import NONE, Preprocessing, Source
from engine.data.scaling import Scaling
from engine.export.formula import written
from engine.export.layers import LayerValues, layers_of
from engine.export.preparation import answer_scaling, preparation
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec
from engine.spec.ties import tie_share

if TYPE_CHECKING:
    from engine.data.features import Feature

OPSET, ML_OPSET, IR_VERSION = 17, 2, 8
_ML = "ai.onnx.ml"
_OWN = "/"  # begins the names of values within the model, so that they are none of the user's


_FEATURES = {
    "add": "Add",
    "subtract": "Sub",
    "multiply": "Mul",
    "divide": "Div",
    "power": "Pow",
    "negate": "Neg",
    "exp": "Exp",
    "log": "Log",
    "sin": "Sin",
    "cos": "Cos",
    "tanh": "Tanh",
    "sigmoid": "Sigmoid",
    "sqrt": "Sqrt",
    "relu": "Relu",
    "max": "Max",
    "min": "Min",
}


def onnx_model(
    spec: NetworkSpec,
    parameters: ArrayLike,
    preprocessing: Preprocessing | None = None,
    names: Mapping[str, tuple[str, ...]] | None = None,
) -> bytes:
    """The bytes of an .onnx file: input "inputs" (n, n_inputs), output "outputs" (n, n_outputs), both float32.

    With `preprocessing` the inputs are the user's columns, which the model prepares as the program does. Where some
    hold words, every column is an input of its own, (n, 1), called as `input_names` says: strings for words. The
    outputs of a row with an unknown word are no numbers. `names` stand in the model's metadata, each list as JSON.
    Raises EngineError where the package onnx is not installed.
    """
    try:
        from onnx import TensorProto, checker, helper
    except ImportError:
        raise EngineError("ONNX files need the package onnx; install it with: pip install onnx") from None
    graph = _Graph(helper, TensorProto.FLOAT)
    seen = preparation(preprocessing)
    targets = answer_scaling(preprocessing)
    value = "inputs" if seen is None else graph.add_preparation(seen)
    layers = list(layers_of(spec, parameters))
    for layer in layers:
        is_end = layer is layers[-1] and targets.is_none
        value = graph.add_layer(layer, value, "outputs" if is_end else f"activations{layer.number}")
    if not targets.is_none:
        graph.add_units(value, targets)
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "perceptra",
            [
                helper.make_tensor_value_info(name, TensorProto.STRING if is_text else TensorProto.FLOAT, ["n", width])
                for name, is_text, width in _inputs(spec, seen)
            ],
            [helper.make_tensor_value_info("outputs", TensorProto.FLOAT, ["n", spec.n_outputs])],
            graph.constants,
            doc_string=_words(spec, seen),
        ),
        producer_name="Perceptra",
        opset_imports=[helper.make_opsetid(domain, version) for domain, version in _opsets(seen)],
        ir_version=IR_VERSION,
    )
    given = {key: json.dumps(list(listed), ensure_ascii=False) for key, listed in (names or {}).items() if listed}
    helper.set_model_props(model, given)
    checker.check_model(model)
    return bytes(model.SerializeToString())


def input_names(seen: Preprocessing) -> list[str]:
    """What the inputs of a model are called that takes each column by itself: the columns' names, all different."""
    names = list(seen.raw_names)
    is_usable = len(set(names)) == len(names) and not any(name in ("", "outputs") or name[:1] == _OWN for name in names)
    return names if is_usable else [f"input {place}" for place in range(1, len(names) + 1)]


def _inputs(spec: NetworkSpec, seen: Preprocessing | None) -> list[tuple[str, bool, int]]:
    """Name, whether it holds texts, and width of every input of the model."""
    if seen is None or not seen.has_words:
        return [("inputs", False, spec.n_inputs if seen is None else len(seen.raw_names))]
    return [(name, bool(seen.words_of(place)), 1) for place, name in enumerate(input_names(seen))]


def _opsets(seen: Preprocessing | None) -> list[tuple[str, int]]:
    return [("", OPSET), *([(_ML, ML_OPSET)] if seen is not None and seen.has_words else [])]


def _words(spec: NetworkSpec, seen: Preprocessing | None) -> str:
    """What the inputs of the model are."""
    sizes = "-".join(map(str, spec.sizes))
    if seen is None:
        return f"A {sizes} network, exported from Perceptra."
    return (
        f"A {sizes} network, exported from Perceptra. The inputs are the columns {', '.join(seen.raw_names)} as they "
        f"were given; the model itself makes of them what the network sees: {', '.join(seen.names)}."
    )


class _Graph:
    """The graph collects nodes and constants; values are passed on by name."""

    def __init__(self, helper: Any, float_type: int) -> None:
        self._helper, self._float = helper, float_type
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def add_layer(self, layer: LayerValues, value: str, to: str) -> str:
        """Append the layer behind `value`; returns `to`, the name of its activations."""
        net = self._distance(layer, value) if layer.kind == "rbf" else self._sum(layer, value)
        return self._activation(layer.activation, net, to)

    def add_preparation(self, seen: Preprocessing) -> str:
        """Append what makes of the inputs what the network sees; returns its name."""
        split = self._one_by_one if seen.has_words else self._column
        columns = [split(index, seen) for index in range(len(seen.raw_names))]
        value = self._node("Concat", [self._part(source, columns) for source in seen.sources], "features", axis=1)
        if seen.scaling == NONE:
            return value
        centred = self._node("Sub", [value, self._constant("centres", np.array(seen.centres))], "centred")
        return self._node("Div", [centred, self._constant("spreads", np.array(seen.spreads))], "seen")

    def add_units(self, value: str, targets: Scaling) -> None:
        """Append what brings the outputs into the user's units."""
        spread = self._node("Mul", [value, self._constant("target_spreads", np.array(targets.spreads))], "spread")
        self._node("Add", [spread, self._constant("target_centres", np.array(targets.centres))], "outputs")

    def _one_by_one(self, place: int, seen: Preprocessing) -> str:
        """A column that is an input of the model of its own; a word becomes its code, and an unknown one no number."""
        name, words = input_names(seen)[place], seen.words_of(place)
        if not words:
            return name
        codes = {"keys_strings": words, "values_floats": [float(code) for code in range(len(words))]}
        return self._node("LabelEncoder", [name], f"code{place}", domain=_ML, **codes, default_float=float("nan"))

    def _part(self, source: Source, columns: list[str]) -> str:
        """An input of the network, before scaling."""
        if source.feature is not None:
            return self._feature(source.feature, columns)
        assert source.column is not None
        column = columns[source.column]
        if source.code is None:
            return column
        code, one = (self._constant(self._fresh("number"), np.array(value)) for value in (source.code, 1.0))
        is_word = self._node("Equal", [column, code], self._fresh("is_word"))
        nothing = self._node("Sub", [column, column], self._fresh("nothing"))  # 0, but no number for an unknown word
        return self._node("Where", [is_word, one, nothing], self._fresh("word"))

    def _column(self, place: int, _seen: Preprocessing) -> str:
        index = self._constant(f"place{place}", np.array([place]), integer=True)
        return self._node("Gather", ["inputs", index], f"column{place}", axis=1)

    def _feature(self, feature: Feature, columns: list[str]) -> str:
        return written(
            feature,
            number=lambda value: self._constant(self._fresh("number"), np.array(value)),
            variable=lambda place: columns[place],
            operation=lambda name, inputs: self._node(_FEATURES[name], inputs, self._fresh(name)),
        )

    def _fresh(self, name: str) -> str:
        """A name for a value that no other has."""
        return f"{name}_{len(self.nodes)}_{len(self.constants)}"

    def _sum(self, layer: LayerValues, value: str) -> str:
        n = layer.number
        weights, biases = self._constant(f"weight{n}", layer.weights), self._constant(f"bias{n}", layer.biases)
        net = self._node("Gemm", [value, weights, biases], f"net{n}")
        return self._with_slack(layer, value, net) if ACTIVATIONS[layer.activation].is_threshold else net

    def _with_slack(self, layer: LayerValues, value: str, net: str) -> str:
        """The net input, raised by what rounding may have taken from it in float32: on the line a unit fires."""
        n, share = layer.number, tie_share(len(layer.weights), float(np.finfo(np.float32).eps))
        sizes = self._node("Abs", [value], f"sizes{n}")
        weights = self._constant(f"slack_weight{n}", share * np.abs(layer.weights))
        biases = self._constant(f"slack_bias{n}", share * np.abs(layer.biases))
        slack = self._node("Gemm", [sizes, weights, biases], f"slack{n}")
        return self._node("Add", [net, slack], f"raised{n}")

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
        nodes = ACTIVATIONS[name].onnx
        value = net
        for index, node in enumerate(nodes):
            inputs = [
                value if given is None else self._constant(f"{node.operator}{index}_{k}_{to}", np.array(given))
                for k, given in enumerate(node.inputs)
            ]
            after = to if node is nodes[-1] else f"{node.operator}{index}_{to}"
            value = self._node(node.operator, inputs, after, **dict(node.attributes))
        return value

    def _node(self, kind: str, inputs: list[str], to: str, **settings: Any) -> str:
        to = to if to == "outputs" else _OWN + to
        self.nodes.append(self._helper.make_node(kind, inputs, [to], **settings))
        return to

    def _constant(self, name: str, values: Any, integer: bool = False) -> str:
        from onnx import TensorProto

        name = _OWN + name
        array = np.asarray(values, dtype=np.int64 if integer else np.float32)
        kind = TensorProto.INT64 if integer else self._float
        self.constants.append(self._helper.make_tensor(name, kind, array.shape, array.ravel().tolist()))
        return name
