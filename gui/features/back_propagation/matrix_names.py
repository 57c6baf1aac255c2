"""This module names the matrices and writes how each is made: z₁ = x W₁ + b₁ … ∂L/∂W₂ = a₁ᵀ δ₃."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.network import batch_back_propagation as kinds
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from gui.words.notation import subscript


def matrix_name(kind: str, layer: int, n_layers: int) -> str:
    """The letter of a matrix; layers count from 0, the lecture's δ from 1 at the inputs."""
    index = subscript(layer + 1)
    last = layer == n_layers - 1
    return {
        kinds.INPUTS: "x",
        kinds.WEIGHTS: f"W{index}",
        kinds.BIASES: f"b{index}",
        kinds.NET_INPUTS: f"z{index}",
        kinds.ACTIVATIONS: "ŷ" if last else f"a{index}",
        kinds.TARGETS: "y",
        kinds.DELTAS: f"δ{subscript(layer + 2)}",
        kinds.WEIGHT_GRADIENTS: f"∂L/∂W{index}",
        kinds.BIAS_GRADIENTS: f"∂L/∂b{index}",
    }[kind]


def matrix_formula(kind: str, layer: int, network: NetworkSpec, loss: str) -> str:
    """How a matrix is made, "" for what is given."""
    index, after = subscript(layer + 1), subscript(layer + 2)
    before = "x" if layer == 0 else f"a{subscript(layer)}"
    if kind == kinds.DELTAS:
        return _delta(layer, network, loss)
    return {
        kinds.NET_INPUTS: f"{before} W{index} + b{index}",
        kinds.ACTIVATIONS: f"{network.layers[max(layer, 0)].activation}(z{index})",
        kinds.WEIGHT_GRADIENTS: f"{before}ᵀ δ{after}",
        kinds.BIAS_GRADIENTS: f"Σₙ δ{after}",
    }.get(kind, "")


def matrix_note(kind: str, layer: int, n_layers: int) -> str:
    """One sentence about a matrix."""
    translate = QCoreApplication.translate
    if kind == kinds.DELTAS and layer == n_layers - 1:
        return translate(
            "Matrices",
            "The true gradient ∂L/∂z, divided by the N samples. The slides write {delta} = y − ŷ: −N times this.",
        ).format(delta=matrix_name(kind, layer, n_layers))
    if kind == kinds.BIAS_GRADIENTS:
        return translate("Matrices", "Summed over the samples; the slides leave out the sum.")
    return {
        kinds.INPUTS: translate("Matrices", "The inputs, one sample a row."),
        kinds.WEIGHTS: translate("Matrices", "Weights: row i, column j is the connection from i to j."),
        kinds.BIASES: translate("Matrices", "Biases b; the lecture's threshold is T = −b."),
        kinds.NET_INPUTS: translate("Matrices", "Net inputs, one sample a row."),
        kinds.ACTIVATIONS: translate("Matrices", "What the units of the layer answer, one sample a row."),
        kinds.TARGETS: translate("Matrices", "The desired outputs, one sample a row."),
        kinds.DELTAS: translate("Matrices", "∂L/∂z of a hidden layer, back through the weights behind it."),
        kinds.WEIGHT_GRADIENTS: translate("Matrices", "The gradient of L, the mean loss: training goes against it."),
    }[kind]


def _slope(activation: str, index: str, output: str) -> str:
    return (ACTIVATIONS[activation].matrix_slope or "f′(z{index})").format(y=output, index=index)


def _delta(layer: int, network: NetworkSpec, loss: str) -> str:
    index, activation = subscript(layer + 1), network.layers[layer].activation
    if layer < len(network.layers) - 1:
        return f"{_slope(activation, index, f'a{index}')} ∘ δ{subscript(layer + 3)} W{subscript(layer + 2)}ᵀ"
    if loss == "cross_entropy":
        return "(ŷ − y) / N"
    if ACTIVATIONS[activation].compares_units:
        return "ŷ ∘ [(ŷ − y) − Σₖ (ŷₖ − yₖ) ŷₖ] / N"
    return f"(ŷ − y) ∘ {_slope(activation, index, 'ŷ')} / N"
