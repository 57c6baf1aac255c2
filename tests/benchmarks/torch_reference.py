"""PyTorch in float64 on the same work, where it is installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.training import Work


def available() -> bool:
    """Whether PyTorch can be imported."""
    return importlib.util.find_spec("torch") is not None


def turn(work: Work) -> Callable[[], None]:
    """A turn of plain stochastic gradient descent, ready to be timed."""
    import torch

    torch.set_num_threads(1)
    kinds = {"tanh": torch.nn.Tanh, "sigmoid": torch.nn.Sigmoid, "relu": torch.nn.ReLU}
    parts: list[torch.nn.Module] = []
    for n_inputs, units in zip(work.sizes, work.sizes[1:], strict=False):
        parts += [torch.nn.Linear(n_inputs, units, dtype=torch.float64), kinds[work.activation]()]
    model = torch.nn.Sequential(*parts[:-1])
    optimizer = torch.optim.SGD(model.parameters(), lr=work.learning_rate)
    inputs, targets = torch.from_numpy(work.inputs), torch.from_numpy(work.targets)

    def loss_of(rows: slice) -> torch.Tensor:
        misses = targets[rows] - model(inputs[rows])
        return 0.5 * (misses**2).sum() / len(misses)

    def run() -> None:
        for _ in range(work.epochs["PyTorch"]):
            for start in range(0, len(inputs), work.batch_size):
                optimizer.zero_grad()
                loss_of(slice(start, start + work.batch_size)).backward()
                optimizer.step()
            with torch.no_grad():
                loss_of(slice(None)).item()

    return run
