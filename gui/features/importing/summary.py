"""This module writes in a sentence what an import will bring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.importing import Converted, Plan, RawTable
from engine.spec.plural import filled
from gui.words.error_text import error_text
from gui.words.number_text import grouped

translate = QCoreApplication.translate

_MOST_NAMES = 6


def summary_text(done: Converted) -> str:
    """Such as “150 samples, 4 inputs, 3 classes”."""
    samples = filled(translate("ImportSummary", "{count} samples"), count=grouped(done.n_samples))
    inputs = filled(translate("ImportSummary", "{count} inputs"), count=done.n_inputs)
    if done.n_classes == 1:
        outputs = translate("ImportSummary", "1 class only")
    elif done.n_classes:
        outputs = filled(translate("ImportSummary", "{count} classes"), count=done.n_classes)
    elif done.n_outputs == 1:
        outputs = translate("ImportSummary", "1 target of numbers")
    else:
        outputs = filled(translate("ImportSummary", "{count} targets"), count=done.n_outputs)
    return translate("ImportSummary", "{samples}, {inputs}, {outputs}").format(
        samples=samples, inputs=inputs, outputs=outputs
    )


def remarks_text(table: RawTable, plan: Plan, done: Converted) -> str:
    """What is left out, filled in or put aside."""
    remarks = [error_text(note) for note in done.remarks]
    out = [column.name for column, role in zip(table.columns, plan.roles, strict=True) if role == "leave_out"]
    if out:
        names = ", ".join(out[:_MOST_NAMES]) + (" …" if len(out) > _MOST_NAMES else "")
        remarks.append(translate("ImportSummary", "Columns left out: {names}.").format(names=names))
    counted = (
        (done.n_tests, translate("ImportSummary", "Test samples among them: {count}.")),
        (done.misfits, translate("ImportSummary", "Rows left out as something in them does not fit: {count}.")),
        (done.dropped, translate("ImportSummary", "Rows left out for empty cells: {count}.")),
        (done.filled, translate("ImportSummary", "Empty cells that become their column's mean: {count}.")),
    )
    remarks += [text.format(count=grouped(count)) for count, text in counted if count]
    return " ".join(remarks)
