"""This module writes the sentences of the evaluation."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.analysis.evaluation import ClassReport, Report
from engine.spec.plural import filled
from gui.words.number_text import four_figures, grouped, percent

TRAINING, TEST = "training", "test"
QUARTERS = (("TN", "FP"), ("FN", "TP"))  # rows: target low, high; columns: decided low, high


def set_name(part: str) -> str:
    """What a set is called."""
    if part == TRAINING:
        return QCoreApplication.translate("Evaluation", "Training")
    return QCoreApplication.translate("Evaluation", "Test")


def headline(part: str, report: Report | None) -> str:
    """The figure that says most: the recognition rate, or how much of the values is explained."""
    if isinstance(report, ClassReport):
        text = QCoreApplication.translate("Evaluation", "{name}: {rate} right ({right}/{count})")
        return text.format(
            name=set_name(part),
            rate=percent(report.rate),
            right=grouped(report.n_right),
            count=grouped(report.n_samples),
        )
    if report is None:
        return QCoreApplication.translate("Evaluation", "{name}: no samples").format(name=set_name(part))
    rmse, _, r2 = report.overall
    text = QCoreApplication.translate("Evaluation", "{name}: RMSE {rmse}, R² {r2}")
    return text.format(name=set_name(part), rmse=figure(rmse), r2=figure(r2))


def figure(value: float) -> str:
    """Four figures; a dash where a figure is undefined."""
    return "–" if math.isnan(value) else four_figures(value)


def cell_sentence(report: ClassReport, names: tuple[str, ...], target: int, decided: int) -> str:
    """For example "3 of 40 samples of versicolor (7.5 %) were taken for virginica."."""
    translate = QCoreApplication.translate
    count, support = int(report.counts[target, decided]), int(report.support[target])
    if target == decided:
        text = translate("Evaluation", "{count} of {support} samples of {target} ({share}) were recognised.")
    else:
        text = translate("Evaluation", "{count} of {support} samples of {target} ({share}) were taken for {decided}.")
    share = percent(count / support if support else math.nan)
    return filled(text, count=count, support=support, target=names[target], share=share, decided=names[decided])


def quarter_name(target: int, decided: int) -> str:
    """What a quarter of the matrix of two classes is called in full."""
    translate = QCoreApplication.translate
    return {
        "TN": translate("Evaluation", "TN: true negatives, low and taken for low"),
        "FP": translate("Evaluation", "FP: false positives, low but taken for high"),
        "FN": translate("Evaluation", "FN: false negatives, high but taken for low"),
        "TP": translate("Evaluation", "TP: true positives, high and taken for high"),
    }[QUARTERS[target][decided]]
