from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics

from engine.analysis.evaluation import ClassReport, ValueReport, class_names, decided_classes, evaluate
from engine.data.dataset import Dataset
from engine.data.datasets import DatasetSpec
from engine.export.csv_lines import as_text, save_lines
from engine.export.evaluation_table import evaluation_lines


def three_classes(targets: list[int]) -> Dataset:
    return Dataset(np.zeros((len(targets), 2)), np.eye(3)[targets], target_names=("ant", "bee", "cat"))


def report_of(data: Dataset, outputs: object) -> ClassReport:
    report = evaluate(data, np.asarray(outputs, dtype=np.float64), data.targets)
    assert isinstance(report, ClassReport)
    return report


def test_a_confusion_matrix_worked_by_hand() -> None:
    data = three_classes([0, 0, 0, 1, 1, 2])
    report = report_of(data, np.eye(3)[[0, 0, 1, 1, 2, 2]])
    assert report.counts.tolist() == [[2, 1, 0], [0, 1, 1], [0, 0, 1]]
    assert (report.n_right, report.n_samples, report.rate) == (4, 6, 4 / 6)
    assert report.support.tolist() == [3, 2, 1]
    assert report.precision.tolist() == [1.0, 0.5, 0.5]
    assert report.recall == pytest.approx([2 / 3, 1 / 2, 1.0])
    assert report.f1 == pytest.approx([4 / 5, 1 / 2, 2 / 3])
    assert report.macro(report.recall) == pytest.approx((2 / 3 + 1 / 2 + 1) / 3)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("n_classes", [3, 10])
def test_figures_of_classes_are_those_of_scikit_learn(seed: int, n_classes: int) -> None:
    rng = np.random.default_rng(seed)
    labels, outputs = rng.integers(n_classes, size=60), rng.normal(size=(60, n_classes))
    data = Dataset(rng.normal(size=(60, 2)), np.eye(n_classes)[labels])
    report, decided = report_of(data, outputs), outputs.argmax(axis=1)
    assert report.counts.tolist() == metrics.confusion_matrix(labels, decided, labels=range(n_classes)).tolist()
    known = metrics.precision_recall_fscore_support(labels, decided, labels=range(n_classes), zero_division=np.nan)
    for mine, theirs in zip((report.precision, report.recall, report.f1, report.support), known, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-12)
    macro = metrics.precision_recall_fscore_support(labels, decided, average="macro", zero_division=0)
    mine = [report.macro(figures) for figures in (report.precision, report.recall, report.f1)]
    np.testing.assert_allclose(mine, macro[:3], rtol=1e-12)
    assert report.rate == pytest.approx(metrics.accuracy_score(labels, decided))


def test_a_binary_output_is_high_from_the_middle_on_as_for_right_ones() -> None:
    data = Dataset(np.zeros((4, 1)), [[-1.0], [-1.0], [1.0], [1.0]])
    report = report_of(data, [[-0.2], [0.0], [0.0], [-0.1]])
    assert report.counts.tolist() == [[1, 1], [1, 1]]  # TN FP / FN TP
    assert report.n_right == 2
    assert class_names(data) == ("-1", "1")


def test_classes_are_called_by_their_columns_or_numbered() -> None:
    assert class_names(three_classes([0, 1, 2])) == ("ant", "bee", "cat")
    plain = Dataset(np.zeros((3, 2)), np.eye(3), target_names=("d1", "d2", "d3"))
    assert class_names(plain) == ("1", "2", "3")
    assert class_names(Dataset(np.zeros((3, 2)), np.eye(3), target_names=("d1", "d2", "d4"))) == ("d1", "d2", "d4")


def test_a_class_without_samples_and_decisions_has_no_figures_and_no_part_in_the_mean() -> None:
    report = report_of(three_classes([0, 0, 1]), np.eye(3)[[0, 1, 1]])
    assert np.isnan([report.precision[2], report.recall[2], report.f1[2]]).all()
    assert report.macro(report.precision) == pytest.approx((1 + 0.5) / 2)


def test_a_class_that_is_never_decided_counts_as_nought_in_the_mean() -> None:
    report = report_of(three_classes([0, 0, 1]), np.eye(3)[[0, 0, 0]])
    assert np.isnan(report.precision[1])
    assert report.recall[1] == report.f1[1] == 0
    assert report.macro(report.precision) == pytest.approx((2 / 3) / 2)


def test_outputs_that_are_not_finite_are_undecided_and_wrong() -> None:
    data = three_classes([0, 1, 2])
    report = report_of(data, [[1, 0, 0], [np.nan, 1, 0], [0, 0, np.inf]])
    assert report.undecided.tolist() == [0, 1, 1]
    assert (report.n_right, report.counts.sum(), report.support.tolist()) == (1, 1, [1, 1, 1])
    assert decided_classes(data, np.array([[np.nan, 1, 0]])).tolist() == [-1]


def test_one_class_alone_is_recognised_or_not() -> None:
    report = report_of(Dataset(np.zeros((2, 1)), [[1.0], [1.0]]), [[0.9], [0.2]])
    assert report.counts.tolist() == [[0, 0], [1, 1]]
    assert report.rate == 0.5


def test_decisions_side_by_side_have_a_matrix_each_and_are_right_together() -> None:
    data = Dataset(np.zeros((3, 1)), [[1, 1], [0, 1], [0, 0]])
    outputs = np.array([[0.9, 0.8], [0.1, 0.2], [0.7, 0.1]])
    first, second = evaluate(data, outputs, data.targets, 0), evaluate(data, outputs, data.targets, 1)
    assert isinstance(first, ClassReport)
    assert isinstance(second, ClassReport)
    assert (first.counts.tolist(), second.counts.tolist()) == ([[1, 1], [0, 1]], [[1, 0], [1, 1]])
    assert first.n_right == second.n_right == 1


def test_there_is_no_report_without_samples_or_for_other_data() -> None:
    data = DatasetSpec("xor").build()
    assert evaluate(data, data.test_targets, data.test_targets) is None
    assert evaluate(data, np.zeros((3, 1)), data.targets) is None


def test_errors_of_values_worked_by_hand() -> None:
    data = Dataset(np.zeros((4, 1)), [[1.0], [2.0], [3.0], [4.0]])
    report = evaluate(data, np.array([[1.0], [2.0], [3.0], [6.0]]), data.targets)
    assert isinstance(report, ValueReport)
    assert (report.rmse[0], report.mae[0], report.r2[0]) == (1.0, 0.5, pytest.approx(1 - 4 / 5))
    assert report.overall == (1.0, 0.5, pytest.approx(0.2))


def test_errors_of_values_are_those_of_scikit_learn() -> None:
    rng = np.random.default_rng(1)
    targets, outputs = rng.normal(size=(50, 3)), rng.normal(size=(50, 3))
    report = evaluate(Dataset(rng.normal(size=(50, 2)), targets), outputs, targets)
    assert isinstance(report, ValueReport)
    for mine, function in (
        (report.rmse, metrics.root_mean_squared_error),
        (report.mae, metrics.mean_absolute_error),
        (report.r2, metrics.r2_score),
    ):
        np.testing.assert_allclose(mine, function(targets, outputs, multioutput="raw_values"), rtol=1e-12)
    assert report.overall[0] == pytest.approx(np.sqrt(metrics.mean_squared_error(targets, outputs)))
    assert report.overall[2] == pytest.approx(metrics.r2_score(targets, outputs))


def test_r2_of_targets_that_are_all_equal_is_undefined_and_what_is_not_finite_makes_no_figure() -> None:
    data = Dataset(np.zeros((3, 1)), [[0.1, 1.0], [0.1, 2.0], [0.1, 4.0]])
    report = evaluate(data, np.array([[0.1, 1.0], [0.2, np.inf], [0.3, 4.0]]), data.targets)
    assert isinstance(report, ValueReport)
    assert np.isnan(report.r2).all()
    assert np.isfinite(report.rmse[0])
    assert np.isnan([report.rmse[1], report.mae[1]]).all()


def test_the_table_holds_rates_figures_and_both_matrices_with_every_digit(tmp_path: Path) -> None:
    train = report_of(three_classes([0, 0, 1, 2]), np.eye(3)[[0, 1, 1, 2]])
    test = report_of(three_classes([0, 1]), [[1, 0, 0], [0, np.nan, 0]])
    save_lines(evaluation_lines({"training": train, "test": test}, ("ant", "bee", "cat")), tmp_path / "e.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "e.csv").read_text(encoding="utf-8"))))
    assert rows[1] == ["training", "3", "4", "0.75"]
    assert ["training", "ant", "1.0", "0.5", repr(2 / 3), "2"] in rows
    assert ["test", "cat", "", "", "", "0"] in rows
    assert ["test", "macro average", "0.5", "0.5", "0.5", "2"] in rows
    at = rows.index(["test: target \\ decided", "ant", "bee", "cat", "undecided"])
    assert rows[at + 2] == ["bee", "0", "0", "0", "1"]


def test_the_table_of_values_has_a_line_an_output_and_one_for_all() -> None:
    data = Dataset(np.zeros((2, 1)), [[0.5, 1.0], [1.5, 3.0]])
    report = evaluate(data, data.targets + 0.5, data.targets)
    assert report is not None
    lines = as_text(evaluation_lines({"training": report}, ("d1", "d2")), "\t").splitlines()
    assert lines[0] == "set\toutput\trmse\tmae\tr2\tsamples"
    assert lines[1] == "training\td1\t0.5\t0.5\t0.0\t2"
    assert lines[3].startswith("training\toverall\t0.5\t0.5\t")
