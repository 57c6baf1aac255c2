"""This module names what a diagnosis finds, and its figures."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.analysis.diagnosis.finding import Finding
from gui.words.error_text import error_text
from gui.words.number_text import few_figures, grouped

KIND_WORDS: dict[str, object] = {
    "contradictory": QT_TRANSLATE_NOOP("Diagnosis", "Samples contradict each other"),
    "not_separable": QT_TRANSLATE_NOOP("Diagnosis", "Not linearly separable"),
    "too_few_units": QT_TRANSLATE_NOOP("Diagnosis", "Too few units"),
    "target_range": QT_TRANSLATE_NOOP("Diagnosis", "Desired outputs out of reach"),
    "diverging": QT_TRANSLATE_NOOP("Diagnosis", "The error grows"),
    "symmetric": QT_TRANSLATE_NOOP("Diagnosis", "Equal units"),
    "input_scale": QT_TRANSLATE_NOOP("Diagnosis", "Inputs of very different size"),
    "dead_units": QT_TRANSLATE_NOOP("Diagnosis", "Units that are off"),
    "saturated": QT_TRANSLATE_NOOP("Diagnosis", "Saturated units"),
    "loss_mismatch": QT_TRANSLATE_NOOP("Diagnosis", "The error measure does not suit the outputs"),
    "penalty": QT_TRANSLATE_NOOP("Diagnosis", "Penalty too large"),
    "rate_too_small": QT_TRANSLATE_NOOP("Diagnosis", "Learning rate too small"),
    "oscillating": QT_TRANSLATE_NOOP("Diagnosis", "The error swings"),
    "plateau": QT_TRANSLATE_NOOP("Diagnosis", "On a plateau"),
    "local_minimum": QT_TRANSLATE_NOOP("Diagnosis", "In a local minimum"),
}
"""What each kind of finding is called."""

FIGURE_WORDS: dict[str, object] = {
    "share_of_error": QT_TRANSLATE_NOOP("Diagnosis", "share of what is wrong"),
    "least_error": QT_TRANSLATE_NOOP("Diagnosis", "least mean error per sample possible"),
    "range": QT_TRANSLATE_NOOP("Diagnosis", "outputs can be"),
    "targets": QT_TRANSLATE_NOOP("Diagnosis", "desired outputs"),
    "error": QT_TRANSLATE_NOOP("Diagnosis", "mean error per sample"),
    "start_error": QT_TRANSLATE_NOOP("Diagnosis", "mean error at a start"),
    "mean_error": QT_TRANSLATE_NOOP("Diagnosis", "mean error of always answering the mean"),
    "learning_rate": QT_TRANSLATE_NOOP("Diagnosis", "learning rate"),
    "rises": QT_TRANSLATE_NOOP("Diagnosis", "the error rose"),
    "falls": QT_TRANSLATE_NOOP("Diagnosis", "the error fell"),
    "swing": QT_TRANSLATE_NOOP("Diagnosis", "swing, as a share of the error"),
    "largest_value": QT_TRANSLATE_NOOP("Diagnosis", "largest value of an input"),
    "smallest_value": QT_TRANSLATE_NOOP("Diagnosis", "largest value of the smallest input"),
    "l1": QT_TRANSLATE_NOOP("Diagnosis", "L1 penalty"),
    "l2": QT_TRANSLATE_NOOP("Diagnosis", "L2 penalty"),
    "lower_error": QT_TRANSLATE_NOOP("Diagnosis", "mean error with a smaller penalty"),
    "largest_weight": QT_TRANSLATE_NOOP("Diagnosis", "largest weight"),
    "change": QT_TRANSLATE_NOOP("Diagnosis", "change of the error between evaluations, as a share"),
    "tried_rate": QT_TRANSLATE_NOOP("Diagnosis", "learning rate that was tried"),
    "gain": QT_TRANSLATE_NOOP("Diagnosis", "fall of the error with it, as a share"),
    "gain_now": QT_TRANSLATE_NOOP("Diagnosis", "fall of the error without it, as a share"),
    "equal_units": QT_TRANSLATE_NOOP("Diagnosis", "equal units"),
    "share_of_layer": QT_TRANSLATE_NOOP("Diagnosis", "share of the units of a layer"),
    "largest_net_inputs": QT_TRANSLATE_NOOP("Diagnosis", "largest net input of each"),
    "share_flat": QT_TRANSLATE_NOOP("Diagnosis", "share of the slopes f′ near 0"),
    "median_slope": QT_TRANSLATE_NOOP("Diagnosis", "median slope f′, as a share of the steepest"),
    "largest_net_input": QT_TRANSLATE_NOOP("Diagnosis", "largest net input"),
    "largest_slope": QT_TRANSLATE_NOOP("Diagnosis", "largest slope f′ there"),
    "gradient": QT_TRANSLATE_NOOP("Diagnosis", "length of the gradient"),
    "lowest_curvature": QT_TRANSLATE_NOOP("Diagnosis", "smallest curvature of the error"),
    "highest_curvature": QT_TRANSLATE_NOOP("Diagnosis", "largest curvature of the error"),
    "bottom": QT_TRANSLATE_NOOP("Diagnosis", "lowest error found on ways from here"),
    "elsewhere": QT_TRANSLATE_NOOP("Diagnosis", "lowest error of a trial elsewhere"),
    "outputs": QT_TRANSLATE_NOOP("Diagnosis", "outputs for these samples"),
}
"""What each figure is called that a window shows; the others stand in the sentence already."""


def kind_name(kind: str) -> str:
    """What a kind of finding is called."""
    return QCoreApplication.translate("Diagnosis", str(KIND_WORDS[kind]))


def finding_sentence(finding: Finding) -> str:
    """The finding in a line, with its figures."""
    text = QCoreApplication.translate("Diagnosis", "{name}: {figures}.")
    return text.format(name=kind_name(finding.kind), figures=error_text(finding.measured))


def measured_sentence(finding: Finding) -> str:
    """The figures of the finding as a sentence of its own."""
    text = error_text(finding.measured)
    return QCoreApplication.translate("Diagnosis", "{figures}.").format(figures=text[:1].upper() + text[1:])


def figure_rows(finding: Finding) -> list[tuple[str, str]]:
    """The figures of a finding, each its name and its value."""
    evidence = finding.evidence
    stretch = QCoreApplication.translate("Diagnosis", "epochs"), " … ".join(grouped(epoch) for epoch in evidence.epochs)
    rows = [stretch]
    if evidence.samples:
        rows.append((QCoreApplication.translate("Diagnosis", "samples"), _places(evidence.samples)))
    if evidence.units:
        units = ", ".join(f"{layer + 1}.{unit + 1}" for layer, unit in evidence.units[:_MOST])
        more = " …" if len(evidence.units) > _MOST else ""
        rows.append((QCoreApplication.translate("Diagnosis", "units (layer.unit)"), units + more))
    for name, value in evidence.figures:
        if name in FIGURE_WORDS:
            numbers = value if isinstance(value, tuple) else (value,)
            text = ", ".join(few_figures(number, most=3) for number in numbers)
            rows.append((QCoreApplication.translate("Diagnosis", str(FIGURE_WORDS[name])), text))
    return rows


_MOST = 8


def _places(samples: tuple[int, ...]) -> str:
    """The numbers of samples, as the table counts them."""
    told = ", ".join(grouped(sample + 1) for sample in samples[:_MOST])
    return told if len(samples) <= _MOST else f"{told} … ({grouped(len(samples))})"
