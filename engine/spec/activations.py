"""This module declares the activation functions, each with everything that others need to know about it.

A further activation is an entry here, its function and slope in `activation_functions.py`, a branch in
`engine/network/kernels/activation.py` and its words in `gui/words/activation_words.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from engine.spec import activation_functions as functions
from engine.spec.activation_functions import LEAK, Floats

LINEAR, SIGMOID, BIPOLAR_SIGMOID, TANH, RELU, LEAKY_RELU, SOFTMAX, SGN, STEP, GAUSSIAN, SOFTPLUS = range(11)

_ALL_NUMBERS = (-math.inf, math.inf)


@dataclass(frozen=True)
class OnnxNode:
    """One operator of ONNX. inputs: constants, and None for what the node before it gives (first, the net input)."""

    operator: str
    inputs: tuple[float | None, ...] = (None,)
    attributes: tuple[tuple[str, float | int], ...] = ()


@dataclass(frozen=True)
class Activation:
    """One activation function f; `function` and `derivative` take net inputs of any shape.

    code: the number under which the kernels know it.
    range: between which numbers its outputs lie.
    formula: f(net) in symbols. slope: f′(net) in symbols, with {y} for the output; "" where it has no short form.
    matrix_slope: the same for the matrix of a layer's outputs {y} and net inputs z{index}.
    numpy: the body of a Python function of `net` that computes it.
    numpy_slope: f′(net) in Python, with {y} for the output and {net} for the net input; "" where it is 1, where there
        is none, and where every output depends on all net inputs.
    torch: an expression of {net} that does; `values` are the layer's inputs.
    expression: f(net) in the language of `engine/expression`, for computation graphs, with {net} for the net input;
        "" where there is no gradient, and where every output depends on all net inputs.
    onnx: the operators that do, one after the other.
    inverse: gives the net input for an output between the ends of the range; None where the output is the net input
        itself, and where no output lies between the ends.
    symbol: how formulas call it where that is not its name.
    has_gradient: False where training by gradient cannot work; the derivative is then 0.
    smooth: for such a function the smooth one of the same range, which takes its place where a slope is needed.
    is_threshold: it jumps at net input 0, where it fires; ties are decided by `engine/spec/ties.py`.
    compares_units: every output depends on all net inputs of the layer (the last axis); `derivative` gives the
        diagonal of the Jacobian.
    is_radial: it belongs to the units of an RBF layer.
    in_lecture: the lecture shows its curve and slope.
    """

    name: str
    code: int
    range: tuple[float, float]
    function: Callable[[Floats], Floats]
    derivative: Callable[[Floats], Floats]
    formula: str
    numpy: str
    torch: str
    onnx: tuple[OnnxNode, ...]
    expression: str = ""
    numpy_slope: str = ""
    slope: str = ""
    matrix_slope: str = ""
    inverse: Callable[[float], float] | None = None
    symbol: str = ""
    has_gradient: bool = True
    smooth: str = ""
    is_threshold: bool = False
    compares_units: bool = False
    is_radial: bool = False
    in_lecture: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "symbol", self.symbol or self.name)

    @property
    def bounded(self) -> bool:
        """Whether its outputs stay between two numbers."""
        return math.isfinite(self.range[0]) and math.isfinite(self.range[1])

    @property
    def low(self) -> float:
        """The lower end of its outputs for colour scales; of an unbounded function a number to start from."""
        return self.range[0] if self.bounded else -1.0

    @property
    def high(self) -> float:
        """The upper end likewise."""
        return self.range[1] if self.bounded else 1.0

    def net_at(self, value: float) -> float:
        """The net input at which an output passes `value`, the middle of the codes; 0 where it never does."""
        if self.bounded and (self.inverse is None or not self.range[0] < value < self.range[1]):
            return 0.0
        return value if self.inverse is None else self.inverse(value)

    @property
    def middle(self) -> float:
        """Where an output counts as neither high nor low."""
        return (self.low + self.high) / 2


ACTIVATIONS: dict[str, Activation] = {
    entry.name: entry
    for entry in (
        Activation(
            "linear",
            LINEAR,
            _ALL_NUMBERS,
            functions.linear,
            functions.one,
            formula="net",
            slope="1",
            matrix_slope="1",
            numpy="return net",
            torch="{net}",
            expression="({net})",
            onnx=(OnnxNode("Identity"),),
        ),
        Activation(
            "sigmoid",
            SIGMOID,
            (0.0, 1.0),
            functions.sigmoid,
            functions.sigmoid_slope,
            formula="1 / (1 + e^−net)",
            slope="{y}·(1 − {y})",
            matrix_slope="{y} ∘ (1 − {y})",
            numpy="decay = np.exp(-np.abs(net))\nreturn np.where(net >= 0, 1.0, decay) / (1.0 + decay)",
            numpy_slope="({y} * (1.0 - {y}))",
            inverse=functions.net_of_sigmoid,
            torch="torch.sigmoid({net})",
            expression="sigmoid({net})",
            onnx=(OnnxNode("Sigmoid"),),
            in_lecture=True,
        ),
        Activation(
            "bipolar_sigmoid",
            BIPOLAR_SIGMOID,
            (-1.0, 1.0),
            functions.bipolar_sigmoid,
            functions.bipolar_slope,
            formula="(1 − e^−net) / (1 + e^−net)",
            slope="½·(1 − {y}²)",
            matrix_slope="½ (1 − {y}²)",
            numpy="return np.tanh(net / 2)",
            numpy_slope="(0.5 * (1.0 - {y} * {y}))",
            inverse=functions.net_of_bipolar_sigmoid,
            torch="torch.tanh(({net}) / 2)",
            expression="tanh(({net}) / 2)",
            onnx=(OnnxNode("Mul", (None, 0.5)), OnnxNode("Tanh")),
            symbol="bipolar",
            in_lecture=True,
        ),
        Activation(
            "tanh",
            TANH,
            (-1.0, 1.0),
            functions.tanh,
            functions.tanh_slope,
            formula="tanh(net)",
            slope="(1 − {y}²)",
            matrix_slope="(1 − tanh² z{index})",
            numpy="return np.tanh(net)",
            numpy_slope="(1.0 - {y} * {y})",
            inverse=math.atanh,
            torch="torch.tanh({net})",
            expression="tanh({net})",
            onnx=(OnnxNode("Tanh"),),
            in_lecture=True,
        ),
        Activation(
            "relu",
            RELU,
            (0.0, math.inf),
            functions.relu,
            functions.relu_slope,
            formula="max(0, net)",
            numpy="return np.maximum(net, 0.0)",
            numpy_slope="({net} > 0)",
            torch="torch.relu({net})",
            expression="relu({net})",
            onnx=(OnnxNode("Relu"),),
        ),
        Activation(
            "leaky_relu",
            LEAKY_RELU,
            _ALL_NUMBERS,
            functions.leaky_relu,
            functions.leaky_relu_slope,
            formula=f"max({LEAK}·net, net)",
            numpy=f"return np.where(net > 0, net, {LEAK} * net)",
            numpy_slope=f"np.where({{net}} > 0, 1.0, {LEAK})",
            torch=f"nn.functional.leaky_relu({{net}}, {LEAK})",
            expression=f"max({{net}}, {LEAK} * ({{net}}))",
            onnx=(OnnxNode("LeakyRelu", attributes=(("alpha", LEAK),)),),
            symbol="leakyrelu",
        ),
        Activation(
            "softplus",
            SOFTPLUS,
            (0.0, math.inf),
            functions.softplus,
            functions.softplus_slope,
            formula="ln(1 + e^net)",
            slope="(1 − e^(−{y}))",
            matrix_slope="(1 − e^(−{y}))",
            numpy="return np.maximum(net, 0.0) + np.log1p(np.exp(-np.abs(net)))",
            numpy_slope="(0.5 + 0.5 * np.tanh(0.5 * {net}))",
            torch="nn.functional.softplus({net}, threshold=50)",  # from there on it is the net input, to the last bit
            expression="log(1 + exp({net}))",
            onnx=(OnnxNode("Softplus"),),
            inverse=functions.net_of_softplus,
        ),
        Activation(
            "softmax",
            SOFTMAX,
            (0.0, 1.0),
            functions.softmax,
            functions.softmax_slope,
            formula="e^net / Σ e^net",
            numpy="powers = np.exp(net - net.max(axis=1, keepdims=True))\n"
            "return powers / powers.sum(axis=1, keepdims=True)",
            torch="torch.softmax({net}, dim=1)",
            onnx=(OnnxNode("Softmax", attributes=(("axis", 1),)),),
            compares_units=True,
        ),
        Activation(
            "gaussian",
            GAUSSIAN,
            (0.0, 1.0),
            functions.gaussian,
            functions.gaussian_slope,
            formula="e^−net",
            slope="(−{y})",
            numpy="return np.exp(-net)",
            numpy_slope="(-{y})",
            torch="torch.exp(-({net}))",
            expression="exp(-({net}))",
            onnx=(OnnxNode("Neg"), OnnxNode("Exp")),
            symbol="gauss",
            is_radial=True,
        ),
        Activation(
            "sgn",
            SGN,
            (-1.0, 1.0),
            functions.sgn,
            functions.zero,
            formula="1 if net ≥ 0, −1 if net < 0",
            numpy="return np.where(net >= 0, 1.0, -1.0)",
            torch="torch.where({net} >= 0, 1.0, -1.0).to(values.dtype)",
            onnx=(OnnxNode("GreaterOrEqual", (None, 0.0)), OnnxNode("Where", (None, 1.0, -1.0))),
            has_gradient=False,
            smooth="tanh",
            is_threshold=True,
        ),
        Activation(
            "step",
            STEP,
            (0.0, 1.0),
            functions.step,
            functions.zero,
            formula="1 if net ≥ 0, 0 if net < 0",
            numpy="return np.where(net >= 0, 1.0, 0.0)",
            torch="torch.where({net} >= 0, 1.0, 0.0).to(values.dtype)",
            onnx=(OnnxNode("GreaterOrEqual", (None, 0.0)), OnnxNode("Where", (None, 1.0, 0.0))),
            has_gradient=False,
            smooth="sigmoid",
            is_threshold=True,
        ),
    )
}
"""Every activation by its name, in the order in which the window lists them."""
