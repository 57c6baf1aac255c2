"""This module evaluates a network: confusion matrix and figures of classes, or errors of real-valued outputs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ClassReport:
    """Decisions against targets. n_samples: all of them; n_right: those that `Dataset.right` calls right.

    counts (n_classes, n_classes): rows are the targets' classes, columns the decisions.
    undecided (n_classes,): samples whose outputs are not finite; they count as wrong.
    Precision TP/(TP+FP), recall TP/(TP+FN) and F1 2TP/(2TP+FP+FN) are (n_classes,), NaN where they divide 0 by 0.
    """

    n_samples: int
    n_right: int
    counts: Counts
    undecided: Counts

    @property
    def rate(self) -> float:
        """The recognition rate: the share of the samples that are right; NaN without samples."""
        return self.n_right / self.n_samples if self.n_samples else np.nan

    @property
    def support(self) -> Counts:
        """Samples of each class (n_classes,)."""
        return np.asarray(self.counts.sum(axis=1) + self.undecided)

    @property
    def precision(self) -> Floats:
        """Of the samples that were decided as a class, the share that belongs to it."""
        return _ratio(self._hits, self.counts.sum(axis=0))

    @property
    def recall(self) -> Floats:
        """Of the samples of a class, the share that was decided so."""
        return _ratio(self._hits, self.support)

    @property
    def f1(self) -> Floats:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self._hits, self.counts.sum(axis=0) + self.support)

    def macro(self, figures: Floats) -> float:
        """The mean of `figures` (n_classes,) over the classes that occur as target or decision, 0 where undefined.

        So does scikit-learn's macro average. NaN where no class occurs.
        """
        occurs = (self.counts.sum(axis=0) + self.support) > 0
        return float(np.nan_to_num(figures[occurs]).mean()) if occurs.any() else np.nan

    @property
    def _hits(self) -> Counts:
        return np.asarray(np.diagonal(self.counts))


@dataclass(frozen=True, eq=False)
class ValueReport:
    """Errors of real-valued outputs, each (n_outputs,): root of the mean square, mean of the absolute value, and R².

    R² = 1 − Σ(d − o)² / Σ(d − mean of d)², NaN where all targets are equal. Outputs that are not finite make NaN.
    """

    n_samples: int
    rmse: Floats
    mae: Floats
    r2: Floats

    @property
    def overall(self) -> tuple[float, float, float]:
        """RMSE and MAE over all outputs together, and the mean of the outputs' R²; NaN where a part is."""
        rmse, mae, r2 = np.sqrt((self.rmse**2).mean()), self.mae.mean(), self.r2.mean()
        return float(rmse), float(mae), float(r2)


Report = ClassReport | ValueReport


def evaluate(data: Dataset, outputs: Floats, targets: Floats, column: int = 0) -> Report | None:
    """The report on `outputs` (n, n_outputs) to samples with `targets`, by the task of `data`; None without samples.

    Where every column is a decision of its own, matrix and figures are those of `column`; a sample counts as right
    when all its columns are.
    """
    if len(targets) == 0 or outputs.shape != targets.shape:
        return None
    if data.task == "values":
        return _value_report(outputs, targets)
    right = data.right(outputs, targets)
    assert right is not None
    actual, decided = target_classes(data, targets, column), decided_classes(data, outputs, column)
    n_classes = data.n_classes if data.task == "classes" else 2
    is_decided = decided >= 0
    pairs = actual[is_decided] * n_classes + decided[is_decided]
    counts = np.bincount(pairs, minlength=n_classes * n_classes).reshape(n_classes, n_classes)
    undecided = np.bincount(actual[~is_decided], minlength=n_classes)
    return ClassReport(len(targets), int(np.count_nonzero(right)), counts, undecided)


def target_classes(data: Dataset, targets: Floats, column: int = 0) -> Counts:
    """The class (n,) that each row of `targets` stands for."""
    if data.task == "classes":
        return np.asarray(np.argmax(targets, axis=1), dtype=np.int64)
    return np.asarray(targets[:, column] > data.middle, dtype=np.int64)


def decided_classes(data: Dataset, outputs: Floats, column: int = 0) -> Counts:
    """The class (n,) that each row of `outputs` decides for; -1 where outputs are not finite."""
    if data.task == "classes":
        decided, is_finite = np.argmax(outputs, axis=1), np.isfinite(outputs).all(axis=1)
    else:
        decided, is_finite = outputs[:, column] >= data.high_from, np.isfinite(outputs[:, column])
    return np.where(is_finite, decided, -1).astype(np.int64, copy=False)


def class_names(data: Dataset) -> tuple[str, ...]:
    """What the classes are called: the code of a single decision or its name, the column's name or number otherwise."""
    if data.code_names:
        return data.code_names
    if data.task != "classes":
        return tuple(f"{code:.3g}" for code in data.target_codes)
    plain = tuple(f"d{k + 1}" for k in range(data.n_outputs))
    return tuple(str(k + 1) for k in range(data.n_outputs)) if data.target_names == plain else data.target_names


def _value_report(outputs: Floats, targets: Floats) -> ValueReport:
    with np.errstate(all="ignore"):
        errors = np.where(np.isfinite(outputs), targets - outputs, np.nan)
        squares = (errors**2).sum(axis=0)
        spread = ((targets - targets.mean(axis=0)) ** 2).sum(axis=0)
        varies = np.ptp(targets, axis=0) > 0  # the sum alone may be a rounding error
        r2 = np.where(varies, 1.0 - squares / np.where(varies, spread, 1.0), np.nan)
        return ValueReport(len(targets), np.sqrt(squares / len(targets)), np.abs(errors).mean(axis=0), r2)


def _ratio(parts: Counts, wholes: Counts) -> Floats:
    return np.asarray(np.divide(parts, wholes, out=np.full(len(parts), np.nan), where=wholes > 0))
