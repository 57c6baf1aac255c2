"""As much of PyTorch, over NumPy, as exported scripts need: PyTorch itself is too large for the test environment."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import numpy as np


class Tensor(np.ndarray[Any, Any]):
    """An array with the methods of a tensor."""

    device = "cpu"

    def abs(self) -> Tensor:
        return np.abs(self)

    def to(self, dtype: Any) -> Tensor:
        return self.astype(dtype)

    def clone(self) -> Tensor:
        return self.copy()


def tensor(values: Any, dtype: Any, device: str = "cpu") -> Tensor:
    assert device == "cpu"
    return np.array(values, dtype).view(Tensor)


def like_torch(dtype: Any = np.float64) -> SimpleNamespace:
    """A module with all parameters and buffers in `dtype`, as they are after `Network().to(dtype)`."""

    class Module:
        forward: Any

        def register_buffer(self, name: str, values: Tensor) -> None:
            setattr(self, name, values.astype(dtype))

        def __call__(self, values: Tensor) -> Tensor:
            return self.forward(values)

        def parameters(self) -> Any:
            return (layer.weight for layer in vars(self).values() if isinstance(layer, Linear))

    class Linear:
        weight: Tensor
        bias: Tensor

        def __init__(self, n_inputs: int, _units: int, dtype: Any) -> None:
            self.in_features = n_inputs
            assert dtype is np.float64

        def __call__(self, values: Tensor) -> Tensor:
            return linear(values, self.weight, self.bias)

    def linear(values: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        return values @ weight.T + bias

    names = ("exp", "log", "sin", "cos", "tanh", "sqrt", "maximum", "minimum", "finfo", "zeros_like", "float64")
    return SimpleNamespace(
        no_grad=nullcontext,
        **{name: getattr(np, name) for name in names},
        tensor=tensor,
        as_tensor=lambda values, dtype, device: np.asarray(values, dtype).view(Tensor),
        sigmoid=lambda values: 1 / (1 + np.exp(-values)),
        stack=lambda columns, dim: np.stack(columns, axis=dim).view(Tensor),
        where=lambda condition, yes, no: np.where(condition, yes, no).view(Tensor),
        nn=SimpleNamespace(
            Module=Module,
            Linear=Linear,
            Parameter=lambda values: values.astype(dtype),
            functional=SimpleNamespace(linear=linear),
        ),
    )
