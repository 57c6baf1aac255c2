"""This module describes networks by frozen values that are equal by content and checked when they are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError, Text
from engine.spec.training_spec import Setting, TrainingSpec
from engine.spec.value_checks import check_choice, check_kind, check_whole, checked_tuple

__all__ = ["LayerSpec", "NetworkSpec", "TrainingSpec"]

MAX_LAYERS = 12
MAX_UNITS = 256

INITIALIZATIONS = ("uniform", "xavier", "he", "zeros")
LAYER_KINDS = ("dense", "rbf")

INITIAL_RANGE = Setting(
    "number", Text("initial range"), "start", limits=(0.0, 1000.0), first=0.01, strict=True, name="initial_range"
)
"""It belongs to the network, but is chosen beside the settings of training."""

MIN_WIDTH = 1e-3
"""The smallest width σ of an RBF unit; training that would go below it is held there."""


@dataclass(frozen=True)
class LayerSpec:
    """One layer of neurons.

    `id` is the layer's identity while it is being edited: views use it to tell a moved layer
    from a new one. It is no part of the content and does not take part in `==`.

    kind: "dense" units answer f(Σ w x + b). "rbf" units (radial basis functions, activation "gaussian") have a centre
    c and a width σ > 0 and answer e**-net with net = ‖x − c‖² / (2 σ²); they can only be the first of two layers or
    more. Their `weights` (n_inputs, units) hold the centres, one a column, and their `biases` (units,) the widths.

    activation: a name of ACTIVATIONS; left out, it is "gaussian" in an RBF layer and "sigmoid" in others.
    """

    units: int
    activation: str = ""
    kind: str = "dense"
    id: int = field(default=0, compare=False, repr=False)

    def __post_init__(self) -> None:
        check_whole(Text("number of units in a layer"), self.units, 1, MAX_UNITS)
        check_choice(Text("kind of layer"), self.kind, LAYER_KINDS)
        if isinstance(self.activation, str) and not self.activation:
            object.__setattr__(self, "activation", "gaussian" if self.kind == "rbf" else "sigmoid")
        check_choice(Text("activation"), self.activation, ACTIVATIONS)
        is_radial = ACTIVATIONS[self.activation].is_radial
        if self.kind == "rbf" and not is_radial:
            raise EngineError(
                "The units of an RBF layer are Gaussian, not {activation}; make it a dense layer first.",
                activation=self.activation,
            )
        if self.kind != "rbf" and is_radial:
            raise EngineError("Gaussian units have a centre and a width; they make an RBF layer, not a dense one.")


@dataclass(frozen=True)
class NetworkSpec:
    """A feed-forward network: hidden layers and, last, the output layer.

    `initialization`: "uniform" draws weights and biases from [-initial_range, initial_range];
    "xavier" and "he" draw weights from ±sqrt(6/(n_inputs+units)) and ±sqrt(6/n_inputs) with zero
    biases (Glorot and Bengio 2010; He et al. 2015); "zeros" starts at zero. The centres of an RBF layer are drawn
    from [-initial_range, initial_range] by any but "zeros"; its widths start at 1. `rbf_fitting.py` places them better.
    """

    n_inputs: int
    layers: tuple[LayerSpec, ...]
    initialization: str = "uniform"
    initial_range: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers", checked_tuple("layers", self.layers))
        check_whole(Text("number of inputs"), self.n_inputs, 1)
        if not 1 <= len(self.layers) <= MAX_LAYERS:
            raise EngineError(
                "A network has 1 to {limit} layers; got {layers}.", limit=MAX_LAYERS, layers=len(self.layers)
            )
        for number, layer in enumerate(self.layers, start=1):
            check_kind(f"Layer {number}", layer, LayerSpec)
        if any(ACTIVATIONS[layer.activation].compares_units for layer in self.layers[:-1]):
            raise EngineError("softmax compares the units of the output layer; choose another one for hidden layers.")
        if ACTIVATIONS[self.layers[-1].activation].compares_units and self.layers[-1].units < 2:
            raise EngineError("softmax needs two outputs or more; use sigmoid for a single output.")
        self._check_rbf()
        check_choice(Text("initialization"), self.initialization, INITIALIZATIONS)
        INITIAL_RANGE.check(self.initial_range)

    def _check_rbf(self) -> None:
        if any(layer.kind == "rbf" for layer in self.layers[1:]):
            raise EngineError(
                "An RBF layer compares the inputs themselves with its centres, so it must be the first hidden layer; "
                "no layer can stand before it, and it cannot be the output layer."
            )
        if self.layers[0].kind == "rbf" and len(self.layers) == 1:
            raise EngineError(
                "An RBF layer cannot be the output layer: add an output layer that weighs what its units answer."
            )

    @property
    def rbf(self) -> bool:
        """Whether the first hidden layer is an RBF layer."""
        return self.layers[0].kind == "rbf"

    @property
    def n_rbf_parameters(self) -> int:
        """How many parameters, the first ones, are centres and then widths of RBF units; 0 without an RBF layer."""
        return (self.n_inputs + 1) * self.layers[0].units if self.rbf else 0

    @property
    def sizes(self) -> tuple[int, ...]:
        """Inputs and units of each layer, e.g. (2, 4, 1)."""
        return (self.n_inputs, *(layer.units for layer in self.layers))

    @property
    def n_outputs(self) -> int:
        """Units of the output layer."""
        return self.layers[-1].units

    @property
    def n_parameters(self) -> int:
        """Length of the flat parameter vector: weights and biases of all layers."""
        sizes = self.sizes
        return sum((n + 1) * m for n, m in pairwise(sizes))
