"""What plots show in words: in a sentence for people who do not see them, and regions by their numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.analysis.region_numbers import RegionNumbers
from engine.analysis.region_shape import RegionShape
from engine.data.dataset import Dataset
from engine.spec.plural import filled
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot
from gui.words.class_marks import class_names
from gui.words.curve_mark_texts import marks_text
from gui.words.number_text import few_figures, four_figures, grouped

_MOST_LISTED = 12  # distances of single samples


def region_sentence(snapshot: Snapshot | None) -> str:
    """What came out at this moment of a run, of which samples and regions are drawn; "" before the first."""
    if snapshot is None:
        return ""
    if snapshot.n_right is None:
        text = QCoreApplication.translate("PlotSentences", "Epoch {epoch}: {count} samples, error {error}.")
    else:
        text = QCoreApplication.translate(
            "PlotSentences", "Epoch {epoch}: {right} of {count} samples are right, error {error}."
        )
    return filled(
        text,
        epoch=grouped(snapshot.epoch),
        right=None if snapshot.n_right is None else grouped(snapshot.n_right),
        count=grouped(snapshot.n_samples),
        error=four_figures(snapshot.loss_sum),
    )


def curve_sentence(curve: LossCurve) -> str:
    """Where a curve of mean errors began and where it is now; "" for none."""
    if not len(curve.epochs):
        return ""
    text = QCoreApplication.translate(
        "PlotSentences", "Mean error {last} at epoch {epoch}; {first} at epoch {first_epoch}."
    )
    sentence = text.format(
        last=four_figures(float(curve.last[-1])),
        epoch=grouped(int(curve.epochs[-1])),
        first=four_figures(float(curve.last[0])),
        first_epoch=grouped(int(curve.epochs[0])),
    )
    return f"{sentence} {marks_text(curve.marks)}".rstrip()


def shape_text(shape: RegionShape) -> str:
    """Parts, convex or not."""
    translate = QCoreApplication.translate
    if shape.parts > 1:
        return filled(translate("Regions", "{count} separate parts"), count=shape.parts)
    if shape.parts == 0:
        return translate("Regions", "nothing")
    if shape.half_plane:
        return translate("Regions", "half-plane")
    return translate("Regions", "convex") if shape.convex else translate("Regions", "one part, not convex")


def numbers_lines(numbers: RegionNumbers, with_shape: bool) -> tuple[str, ...]:
    """Shape and share of the last class, and how near the nearest sample is to the border; the longest line first."""
    last = numbers.regions[-1]
    parts = [f"{100 * last.share:.0f} %"]
    if with_shape and len(numbers.regions) == 2:
        parts.insert(0, shape_text(last.shape))
    lines = [" · ".join(parts), *([parts[0]] if len(parts) > 1 else [])]
    if numbers.nearest is not None:
        lines.insert(0, f"{lines[0]} · {_margin(numbers.nearest)}")
    return (*lines, "")


def numbers_sentence(numbers: RegionNumbers, data: Dataset) -> str:
    """The same for every class, in one line."""
    parts = [
        f"{name}: {shape_text(region.shape)}, {100 * region.share:.0f} %"
        for name, region in zip(class_names(data), numbers.regions, strict=False)
    ]
    if numbers.nearest is not None:
        parts.append(_margin(numbers.nearest))
    text = QCoreApplication.translate("Regions", "Regions: {parts}")
    return text.format(parts=" · ".join(parts))


def numbers_sentences(numbers: RegionNumbers, data: Dataset) -> str:
    """All numbers of the regions, a line for each class, and the distances."""
    translate = QCoreApplication.translate
    words = translate("Regions", "{name}: {shape}, {share} %")
    lines = [translate("Regions", "Share of the area shown, and distance of the nearest sample to the border:")]
    lines += [
        words.format(name=name, shape=shape_text(region.shape), share=f"{100 * region.share:.1f}")
        for name, region in zip(class_names(data), numbers.regions, strict=False)
    ]
    if numbers.nearest is not None:
        nearest = translate("Regions", "margin: {distance} (of the samples that are right)")
        lines.append(nearest.format(distance=few_figures(numbers.nearest, 3)))
    if len(numbers.distances) <= _MOST_LISTED and np.isfinite(numbers.distances).all():
        each = translate("Regions", "each sample, negative where it is wrong: {distances}")
        lines.append(each.format(distances=", ".join(few_figures(value, 2) for value in numbers.distances)))
    return "\n".join(lines)


def _margin(distance: float) -> str:
    return QCoreApplication.translate("Regions", "margin {distance}").format(distance=few_figures(distance, 2))
