"""This module offers ready expressions, such as the lecture's example and one neuron with its error."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """An expression with values for its variables."""

    name: str
    text: str
    values: tuple[tuple[str, float], ...]


PRESETS = (
    # Lecture, "computation graph and chain rule": q = 3, f = −12, ∂f/∂z = 3, ∂f/∂q = ∂f/∂x = ∂f/∂y = −4.
    Preset("lecture", "(x + y) * z", (("x", -2.0), ("y", 5.0), ("z", -4.0))),
    # What back-propagation does in every output neuron: E = ½ (d − o)², o = σ(w1·x1 + w2·x2 + b).
    Preset(
        "neuron",
        "E = 0.5 * (d - sigmoid(w1*x1 + w2*x2 + b))^2",
        (("d", 1.0), ("w1", 2.0), ("x1", -1.0), ("w2", -3.0), ("x2", -2.0), ("b", -3.0)),
    ),
    Preset("shared", "f = x*y + sin(x*y) + x", (("x", 2.0), ("y", 0.5))),
    Preset(
        "cross_entropy",
        "E = -(d*log(sigmoid(w*x + b)) + (1 - d)*log(1 - sigmoid(w*x + b)))",
        (("d", 1.0), ("w", 0.5), ("x", 2.0), ("b", -2.0)),
    ),
    Preset(
        "gaussian",
        "exp(-((x - c)^2 + (y - m)^2) / (2*s^2))",
        (("x", 1.0), ("c", 0.0), ("y", 0.5), ("m", 1.0), ("s", 1.0)),
    ),
    Preset("max", "max(x, y) * z", (("x", 3.0), ("y", -1.0), ("z", 2.0))),
)
