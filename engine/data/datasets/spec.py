"""The recipe of a data set, as a project stores it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.dataset import Dataset
from engine.data.preprocessing import NONE
from engine.spec.frozen_array import FrozenArray, freeze

FUNCTION = "function"
FIRST_FORMULA = "1 + sin(π·x/4)"
FIRST_INTERVAL = (-2.0, 2.0)

_TUPLES = ("input_coding", "target_coding", "truth_table", "input_names", "target_names", "features", "interval")


@dataclass(frozen=True)
class DatasetSpec:
    """A gate, a generator with its settings, a function or own samples; `build` makes the `Dataset`.

    name: a gate of `datasets.LOGIC_GATES`, "truth_table", a generator of `datasets.GENERATORS`,
        "lecture_samples" (the lecture's three samples), "function" (of one input), a real set of
        `datasets.REAL_SETS` or "custom".
    truth_table: for "truth_table": 0/1 for each row in counting order; its length is 2**n_inputs.
    inputs, targets, test_inputs, test_targets: for "custom" only, (n, n_inputs) and (n, n_outputs).
    n_samples, n_classes, noise, seed, test_share apply where the kind has them.
    noise moves the points: standard deviation, in units of the inputs; in a function that of the target.
    stratified: the test share is taken from each class alike.
    formula, interval: for "function": y = formula at n_samples even steps from the low to the high end.
    features, keeps_inputs, scaling: what the network sees of the inputs, see `engine.data.preprocessing.Preprocessing`.
    input_coding and target_coding (low, high): codes of 0 and 1; inputs for gates only.
    """

    name: str = "xor"
    n_samples: int = 200
    n_classes: int = 2
    noise: float = 0.0
    test_share: float = 0.0
    seed: int = 0
    input_coding: tuple[float, float] = (0.0, 1.0)
    target_coding: tuple[float, float] = (0.0, 1.0)
    truth_table: tuple[int, ...] | None = None
    inputs: FrozenArray | None = None
    targets: FrozenArray | None = None
    test_inputs: FrozenArray | None = None
    test_targets: FrozenArray | None = None
    input_names: tuple[str, ...] | None = None
    target_names: tuple[str, ...] | None = None
    stratified: bool = False
    features: tuple[str, ...] = ()
    keeps_inputs: bool = True
    scaling: str = NONE
    formula: str = FIRST_FORMULA
    interval: tuple[float, float] = FIRST_INTERVAL

    def __post_init__(self) -> None:
        for name in ("inputs", "targets", "test_inputs", "test_targets"):
            object.__setattr__(self, name, freeze(getattr(self, name)))
        for name in _TUPLES:
            value = getattr(self, name)
            if value is not None:  # lists would compare unequal to tuples and cannot be hashed
                object.__setattr__(self, name, tuple(value))

    def build(self) -> Dataset:
        """The data set, the same bits every time. Raises EngineError for a recipe that cannot work."""
        from engine.data.datasets.build import build_dataset

        return build_dataset(self)
