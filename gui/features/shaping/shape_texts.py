"""What the shaped data are, in words: how many samples are in each set, and what the network will see."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.data.dataset import Dataset
from engine.data.importing.conversion.remarks import remarks_on_data
from engine.project.project import Project
from engine.spec.plural import filled
from gui.words.error_text import error_text
from gui.words.number_text import grouped
from gui.words.preprocessing_text import all_formulas, target_formulas

translate = QCoreApplication.translate

_MOST_CLASSES = 6


def split_text(data: Dataset) -> str:
    """A line for each set: "Training: 160 samples (0: 80, 1: 80)"."""
    lines = [_part(translate("ShapeTexts", "Training: {count} samples"), data, data.raw_targets)]
    if data.n_test_samples:
        lines.append(_part(translate("ShapeTexts", "Test: {count} samples"), data, data.raw_test_targets))
    return "\n".join(lines)


def seen_text(data: Dataset, present: Project) -> str:
    """What the network will see, and that it starts anew where its inputs become others."""
    if data.preprocessing.is_plain:
        lines = [translate("ShapeTexts", "The network sees the inputs as they are.")]
    else:
        lines = [translate("ShapeTexts", "The network sees:"), all_formulas(data.preprocessing)]
    if not data.preprocessing.targets.is_none:
        lines += [translate("ShapeTexts", "It learns:"), target_formulas(data.preprocessing, data.target_names)]
    if data.n_inputs != present.network.n_inputs:
        lines.append(
            filled(
                translate("ShapeTexts", "It then has {count} inputs, and its weights start anew."), count=data.n_inputs
            )
        )
    return "\n".join(lines)


def remarks_text(data: Dataset) -> str:
    """What is wanting in the data: a class without training samples, a column that is the same everywhere."""
    return " ".join(error_text(remark) for remark in remarks_on_data(data))


def _part(text: str, data: Dataset, targets: np.ndarray) -> str:
    line = text.format(count=grouped(len(targets)))
    if data.task not in ("binary", "classes") or not len(targets) or data.n_classes > _MOST_CLASSES:
        return line
    counts = np.bincount(data.labels(targets), minlength=data.n_classes)
    codes = data.code_names or tuple(f"{code:g}" for code in data.target_codes)
    names = data.target_names if data.task == "classes" else codes
    return f"{line} ({', '.join(f'{name}: {count}' for name, count in zip(names, counts, strict=True))})"
