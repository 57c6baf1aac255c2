"""What a network and its training are: frozen values, equal by content, checked when made."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.errors import EngineError

MAX_LAYERS = 12
MAX_UNITS = 256

INITIALIZATIONS = ("uniform", "xavier", "he", "zeros")
LAYER_KINDS = ("dense",)


@dataclass(frozen=True)
class LayerSpec:
    """One layer of neurons.

    `id` is the layer's identity while it is being edited: views use it to tell a moved layer
    from a new one. It is no part of the content and does not take part in `==`.
    """

    units: int
    activation: str = "sigmoid"
    kind: str = "dense"
    id: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class NetworkSpec:
    """A feed-forward network: hidden layers and, last, the output layer.

    `initialization`: "uniform" draws weights and biases from [-initial_range, initial_range];
    "xavier" and "he" draw weights from ±sqrt(6/(n_inputs+units)) and ±sqrt(6/n_inputs) with zero
    biases (Glorot and Bengio 2010; He et al. 2015); "zeros" starts at zero.
    """

    n_inputs: int
    layers: tuple[LayerSpec, ...]
    initialization: str = "uniform"
    initial_range: float = 1.0

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
        return sum((n + 1) * m for n, m in zip(sizes, sizes[1:], strict=False))


@dataclass(frozen=True)
class TrainingSpec:
    """How to train; see `engine/rules.py` for the rules and what each needs.

    `batch_size` 1 is per sample, None the whole set. `target_error` is compared with the
    summed loss over the training set. `max_epochs` None means no limit.
    `seed` draws the start and, in a stream of its own, the order of the samples.
    """

    rule: str = "gradient_descent"
    loss: str = "squared_error"
    learning_rate: float = 0.5
    batch_size: int | None = 1
    momentum: float = 0.0
    l1: float = 0.0
    l2: float = 0.0
    shuffle: bool = False
    seed: int = 0
    max_epochs: int | None = 20_000
    target_error: float | None = None
    stop_when_all_right: bool = False
    evaluate_every: int = 1


def _unused() -> None:  # pragma: no cover - placeholder until validation is written
    raise EngineError("")
