"""What training says about samples: worked out for those that are looked at, or for all to sort by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.analysis.hidden_plane import has_hidden_codes, hidden_codes
from engine.analysis.sample_losses import errors_of
from engine.data.dataset import Dataset
from engine.data.sample_rows import rows_of
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec

MOST_HIDDEN = 2
Rows = NDArray[np.float64]
Samples = NDArray[np.intp]


@dataclass(frozen=True)
class RowFigures:
    """What training says about one sample; `right` is None for real-valued targets."""

    outputs: Rows
    hidden: Rows
    error: float
    is_bound: bool
    right: bool | None


class SampleFigures:
    """The figures of `dataset` in the newest frame. Samples count training samples, then test samples."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._loss = "squared_error"
        self._has_hidden = False
        self._frame: Frame | None = None
        self._known: dict[int, RowFigures] = {}

    def set_dataset(self, dataset: Dataset) -> None:
        """Other samples, of which no frame has told yet."""
        self._dataset, self._frame, self._known = dataset, None, {}

    def set_terms(self, loss: str, has_hidden: bool) -> None:
        """The loss by which errors count, and whether the last hidden layer's outputs are wanted."""
        self._loss, self._has_hidden, self._known = loss, has_hidden, {}

    @property
    def frame(self) -> Frame | None:
        """The newest frame; None before the first."""
        return self._frame

    def show_frame(self, frame: Frame) -> None:
        """Take the outputs of `frame`."""
        self._frame, self._known = frame, {}

    def of(self, sample: int) -> RowFigures | None:
        """Outputs, error and verdict for a sample; None before the first frame."""
        if self._frame is None:
            return None
        if sample not in self._known:
            self.work_out(np.array([sample]))
        return self._known[sample]

    def work_out(self, samples: Samples) -> None:
        """Find the figures of some samples, all at once: this happens for every picture."""
        if self._frame is None or all(sample in self._known for sample in samples.tolist()):
            return
        outputs, hidden, errors, bounds, right = self._all(self._frame, samples)
        verdicts = [None] * len(samples) if right is None else right.tolist()
        for index, sample in enumerate(samples.tolist()):
            self._known[sample] = RowFigures(
                outputs[index], hidden[index], float(errors[index]), bool(bounds[index]), verdicts[index]
            )

    def column(self, kind: str, index: int) -> Rows | None:
        """The values (n,) of all samples in a live column; None before the first frame, or where there are none."""
        if self._frame is None:
            return None
        every = np.arange(self._dataset.n_samples + self._dataset.n_test_samples)
        outputs, hidden, errors, _, right = self._all(self._frame, every)
        if kind in ("output", "hidden"):
            return np.asarray((outputs if kind == "output" else hidden)[:, index])
        if kind == "error":
            return errors
        return None if right is None else right.astype(np.float64)

    def _all(
        self, frame: Frame, samples: Samples
    ) -> tuple[Rows, Rows, Rows, NDArray[np.bool_], NDArray[np.bool_] | None]:
        data = self._dataset
        targets = rows_of(data.raw_targets, data.raw_test_targets, samples)
        outputs = rows_of(frame.outputs, frame.test_outputs, samples)
        one_hot = ACTIVATIONS[frame.network.layers[-1].activation].compares_units
        errors, bounds = errors_of(data, outputs, targets, self._loss, one_hot)
        hidden = np.empty((len(samples), 0))
        if self._has_hidden:
            inputs = rows_of(data.inputs, data.test_inputs, samples)
            hidden = hidden_codes(frame.network, frame.snapshot.parameters, inputs)
        return outputs, hidden, errors, bounds, data.right(outputs, targets)


def shown_hidden_units(network: NetworkSpec) -> int:
    """How many units of the last hidden layer have a column: few, so that the table stays readable."""
    units = network.layers[-2].units if has_hidden_codes(network) else 0
    return units if units <= MOST_HIDDEN else 0
