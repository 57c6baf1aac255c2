"""Training speed on the fixed work, as ratios in one run: `python -m tests.benchmarks.training`.

Losses are evaluated after every pass; float64; one thread (OPENBLAS_NUM_THREADS sets another number, for both sides of
the large network). The yardsticks: scikit-learn's MLPRegressor (solver sgd, no momentum, no penalty, no
shuffling; linear output), the same loops in C (`reference.c`, gcc -O3 -march=native), and PyTorch in float64 where it
is installed. Every figure is the best of several turns, taken in alternation so that a busy machine slows all alike.
Exits with 1 where a bar is missed.
"""

# ruff: noqa: E402  (the number of threads is read when NumPy is imported)
from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # read when NumPy is imported

import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine import Dataset, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from tests.benchmarks import c_reference, torch_reference

TURNS = 7
SKLEARN_NAMES = {"sigmoid": "logistic", "tanh": "tanh", "relu": "relu"}


@dataclass
class Work:
    """One piece of fixed work; `bars` are the least ratios by yardstick, `epochs` the passes of one turn by program."""

    sizes: tuple[int, ...]
    activation: str
    batch_size: int
    learning_rate: float
    inputs: NDArray[np.float64]
    targets: NDArray[np.float64]
    epochs: dict[str, int]
    bars: dict[str, float]
    rates: dict[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """For the table."""
        sizes = "-".join(map(str, self.sizes))
        return f"{sizes} {self.activation}, batch {self.batch_size}, {len(self.inputs)} samples"

    @property
    def network(self) -> NetworkSpec:
        """Hidden layers of the activation, a linear output layer."""
        hidden = tuple(LayerSpec(units, self.activation) for units in self.sizes[1:-1])
        return NetworkSpec(self.sizes[0], (*hidden, LayerSpec(self.sizes[-1], "linear")), initial_range=0.5)


def fixed_work() -> list[Work]:
    """The four networks of the speed bars."""
    rng = np.random.default_rng(0)
    points = rng.normal(size=(250, 2))
    sides = np.sign(points[:, :1] * points[:, 1:])
    gate, xor = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])
    wide, ten = rng.normal(size=(1000, 64)), rng.normal(size=(1000, 10))
    small = {"engine": 400, "C": 400, "scikit-learn": 15, "PyTorch": 3}
    tiny = {"engine": 30_000, "C": 30_000, "scikit-learn": 150, "PyTorch": 50}
    middle = {"engine": 60, "C": 60, "scikit-learn": 12, "PyTorch": 3}
    large = {"engine": 10, "C": 4, "scikit-learn": 4, "PyTorch": 4}
    return [
        Work((2, 4, 2, 1), "tanh", 10, 0.03, points, sides, small, {"scikit-learn": 40, "C": 0.5}),
        Work((2, 2, 1), "sigmoid", 1, 0.1, gate, xor, tiny, {"scikit-learn": 300, "C": 0.5}),
        Work((2, 32, 32, 1), "tanh", 10, 0.01, points, sides, middle, {"scikit-learn": 12, "C": 1.0}),
        Work((64, 128, 10), "relu", 32, 0.001, wide, ten, large, {"scikit-learn": 2}),
    ]


def engine_turn(work: Work) -> Callable[[], None]:
    """A turn of the engine, ready to be timed."""
    settings = TrainingSpec(batch_size=work.batch_size, learning_rate=work.learning_rate, max_epochs=None)
    trainer = Trainer(Network(work.network, seed=0), Dataset(work.inputs, work.targets), settings)
    trainer.run(epochs=1)
    return lambda: trainer.run(epochs=work.epochs["engine"])


def sklearn_turn(work: Work) -> Callable[[], None]:
    """A turn of scikit-learn; `fit` starts anew each time, which costs it little."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPRegressor

    model = MLPRegressor(
        hidden_layer_sizes=work.sizes[1:-1],
        activation=SKLEARN_NAMES[work.activation],
        solver="sgd",
        momentum=0.0,
        alpha=0.0,
        shuffle=False,
        batch_size=work.batch_size,
        learning_rate_init=work.learning_rate,
        max_iter=work.epochs["scikit-learn"],
        tol=0.0,
        n_iter_no_change=10**9,
        random_state=0,
    )
    targets = work.targets.ravel() if work.targets.shape[1] == 1 else work.targets

    def turn() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(work.inputs, targets)

    return turn


def measure(work: Work) -> None:
    """Samples a second of every program, the best of the turns."""
    turns = {"engine": engine_turn(work), "C": c_reference.turn(work), "scikit-learn": sklearn_turn(work)}
    if torch_reference.available():
        turns["PyTorch"] = torch_reference.turn(work)
    for _ in range(TURNS):
        for program, turn in turns.items():
            start = time.perf_counter()
            turn()
            rate = work.epochs[program] * len(work.inputs) / (time.perf_counter() - start)
            work.rates[program] = max(rate, work.rates.get(program, 0.0))


def report(work: Work) -> bool:
    """Prints the figures of one piece of work; whether all its bars are met."""
    print(f"\n{work.name}")
    ours, met = work.rates["engine"], True
    for program, rate in work.rates.items():
        line = f"  {program:<13}{rate:>14,.0f} samples/s"
        if program != "engine":
            line += f"   engine is {ours / rate:>7.2f} times as fast"
        if program in work.bars:
            is_met = ours / rate >= work.bars[program]
            met = met and is_met
            line += f"   bar {work.bars[program]:g}: {'met' if is_met else 'MISSED'}"
        print(line)
    return met


def main() -> int:
    """Measures everything; the exit code."""
    print(f"Training speed, BLAS threads: {os.environ['OPENBLAS_NUM_THREADS']}, best of {TURNS} turns")
    met = True
    for work in fixed_work():
        measure(work)
        met = report(work) and met
    print("\nAll bars are met." if met else "\nA bar is missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
