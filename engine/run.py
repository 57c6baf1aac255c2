"""The state of a run, complete enough to go on from a file with the very same bits."""

from __future__ import annotations

from dataclasses import dataclass

from engine.frozen_array import FrozenArray


@dataclass(frozen=True)
class Run:
    """What `Trainer.state()` returns and `Trainer.restore()` takes.

    parameters: flat. memory: (k, n_parameters), the rule's vectors (velocity, step sizes, moments …).
    scalars: the rule's numbers (current learning rate, update count, previous loss …).
    order: the sample order of the begun pass; position: samples of it already used.
    rng_state: the bit generator's state as JSON text, "" when the order is not shuffled.
    curve: (7, n) buckets of the history: epochs, then minimum, maximum, last for train and for test.
    """

    epoch: int
    step: int
    position: int
    parameters: FrozenArray
    memory: FrozenArray
    scalars: FrozenArray
    order: FrozenArray
    rng_state: str
    curve: FrozenArray
    stop_reason: str | None = None
