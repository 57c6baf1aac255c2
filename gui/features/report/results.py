"""What a lab report says about how well the network answers, and about other runs."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.analysis.evaluation import ClassReport, class_names
from engine.export.lab_report import Findings
from engine.project.saved_run import SavedRun
from engine.spec.plural import filled
from engine.spec.readable import readable
from gui.features.report.blocks import Block, Facts, Figure, Heading, Paragraph, Table
from gui.toolkit.export import Picture
from gui.words.class_marks import class_names as shown_names
from gui.words.curve_mark_texts import ended_text, marks_text
from gui.words.number_text import four_figures, grouped
from gui.words.setting_texts import stop_text

MOST_CLASSES = 12  # of a confusion matrix that fits a page


def result_blocks(findings: Findings, curve_picture: Picture | None) -> list[Block]:
    """The figures where the run stands, the confusion matrices and the error curve."""
    translate, run = QCoreApplication.translate, findings.run
    blocks: list[Block] = [Heading(translate("LabReport", "Result"))]
    if run is None:
        blocks.append(
            Paragraph(translate("LabReport", "This network was not trained yet; all figures are of its start."))
        )
    blocks.append(Facts(tuple(_figures(findings))))
    if isinstance(findings.report, ClassReport) and len(findings.report.counts) <= MOST_CLASSES:
        blocks += _confusion(findings)
    if curve_picture is not None:
        caption = translate("LabReport", "Mean error per sample after each epoch.")
        description = translate("LabReport", "Error curve over {epochs} epochs, from {first} down to {last}")
        curve = findings.curve
        first, last = (four_figures(float(curve.last[place])) for place in (0, -1))
        described = filled(description, epochs=whole(findings.last.epoch), first=first, last=last)
        blocks.append(Figure(curve_picture, caption, described, 1.0, 280))
    blocks += _bookmarks(findings)
    return blocks


def _figures(findings: Findings) -> list[tuple[str, str]]:
    translate, data, last = QCoreApplication.translate, findings.data, findings.last
    rows = [(translate("LabReport", "Epochs trained"), whole(last.epoch))]
    if findings.run is not None:
        rows.append((translate("LabReport", "Ended"), stop_text(findings.run.stop_reason)))
        if findings.run.marks:
            rows.append((translate("LabReport", "Changed during the run"), marks_text(findings.run.marks)))
    if data.n_samples == 0:
        return [*rows, (translate("LabReport", "Samples"), translate("LabReport", "none yet"))]
    rows.append((translate("LabReport", "Error, summed over the training set"), four_figures(last.loss_sum)))
    rows.append((translate("LabReport", "Error, mean of a sample"), four_figures(last.loss_sum / data.n_samples)))
    for report, right, errors in (
        (findings.report, translate("LabReport", "Right, training set"), translate("LabReport", "Training set")),
        (findings.test_report, translate("LabReport", "Right, test set"), translate("LabReport", "Test set")),
    ):
        if isinstance(report, ClassReport):
            rows.append((right, f"{report.n_right}/{report.n_samples} ({100 * report.rate:.1f} %)"))
        elif report is not None:
            rmse, mae, r2 = report.overall
            rows.append((errors, f"RMSE {four_figures(rmse)}, MAE {four_figures(mae)}, R² {four_figures(r2)}"))
    return rows


def _confusion(findings: Findings) -> list[Block]:
    translate = QCoreApplication.translate
    data = findings.data
    names = class_names(data) if data.task == "classes" else tuple(shown_names(data))[:2]
    blocks: list[Block] = []
    for report, caption in (
        (
            findings.report,
            translate("LabReport", "Confusion matrix, training set: rows are targets, columns decisions."),
        ),
        (
            findings.test_report,
            translate("LabReport", "Confusion matrix, test set: rows are targets, columns decisions."),
        ),
    ):
        if not isinstance(report, ClassReport):
            continue
        rows = tuple(
            (name, *(str(count) for count in counts), _percent(recall))
            for name, counts, recall in zip(names, report.counts, report.recall, strict=False)
        )
        header = (translate("LabReport", "target"), *names, translate("LabReport", "right"))
        blocks.append(Table(caption, header, rows, texts=1))
    return blocks


def _bookmarks(findings: Findings) -> list[Block]:
    """The moments of the run that were marked."""
    translate = QCoreApplication.translate
    last = 0 if findings.run is None else findings.run.epoch
    marks = [mark for mark in findings.project.bookmarks if mark.epoch <= last]
    epoch = translate("LabReport", "Epoch {epoch}")
    rows = tuple((epoch.format(epoch=whole(mark.epoch)), readable(mark.note) or "–") for mark in marks)
    if not rows:
        return []
    return [Paragraph(translate("LabReport", "Bookmarks"), is_quiet=True, leads=True), Facts(rows)]


def run_blocks(findings: Findings) -> list[Block]:
    """The runs that the project keeps, where it keeps more than the one that the report is about."""
    translate, runs = QCoreApplication.translate, findings.project.runs
    if len(runs) < 2:
        return []
    header = (
        translate("LabReport", "run"),
        translate("LabReport", "epochs"),
        translate("LabReport", "error"),
        translate("LabReport", "right"),
        translate("LabReport", "test"),
        translate("LabReport", "ended"),
    )
    return [
        Heading(translate("LabReport", "Runs that were kept")),
        Table("", header, tuple(_run_row(run) for run in runs), texts=1),
    ]


def _run_row(run: SavedRun) -> tuple[str, ...]:
    figures = run.figures
    return (
        run.name,
        whole(run.epoch),
        "–" if figures.loss_sum is None else four_figures(figures.loss_sum),
        _share(figures.n_right, figures.n_samples),
        _share(figures.n_test_right, figures.n_test_samples),
        ended_text(run),
    )


def _share(right: int | None, count: int) -> str:
    return "–" if right is None else f"{right}/{count}"


def _percent(value: float) -> str:
    return "–" if math.isnan(value) else f"{100 * value:.1f} %"


def whole(value: int) -> str:
    """A count as it is written in the language in force."""
    return grouped(value)
