"""What the page says of contenders: the slides' claim, what a region looks like, and its numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.analysis.region_numbers import RegionNumbers
from engine.analysis.region_shape import RegionShape
from engine.data.dataset import Dataset
from engine.project.race.depth import NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN
from engine.project.race.moment import ContenderMoment
from engine.spec.plural import filled
from gui.words.class_marks import class_names
from gui.words.number_text import few_figures

_CLAIMS = (NO_HIDDEN, ONE_HIDDEN, TWO_HIDDEN, RBF)


def has_claim(name: str) -> bool:
    """Whether the slides' table has a line for such a contender."""
    return name in _CLAIMS


def claim(name: str) -> str:
    """What the slides' table says of such a network; a dash where it says nothing."""
    translate = QCoreApplication.translate
    return {
        NO_HIDDEN: translate("Comparison", "half-plane"),
        ONE_HIDDEN: translate("Comparison", "convex region"),
        TWO_HIDDEN: translate("Comparison", "arbitrary"),
        RBF: "–",
    }[name]


def found(contender: ContenderMoment) -> str:
    """What the region looks like that has been learned."""
    translate = QCoreApplication.translate
    if contender.diverged:
        return translate("Comparison", "diverged: lower the learning rate")
    if contender.undecided:
        return translate("Comparison", "undecided")
    if contender.shape is None:
        return translate("Comparison", "several outputs or values")
    return shape_text(contender.shape)


def shape_text(shape: RegionShape) -> str:
    """Parts, convex or not."""
    translate = QCoreApplication.translate
    if shape.parts > 1:
        return filled(translate("Comparison", "{count} separate parts"), count=shape.parts)
    if shape.parts == 0:
        return translate("Comparison", "nothing")
    if shape.half_plane:
        return translate("Comparison", "half-plane")
    return translate("Comparison", "convex") if shape.convex else translate("Comparison", "one part, not convex")


def contradicts(contender: ContenderMoment) -> bool:
    """Whether the learned region is one that the slides' table does not allow for."""
    shape = contender.shape
    if shape is None or shape.parts == 0:
        return False
    if contender.name == NO_HIDDEN:
        return not (shape.convex or shape.half_plane)
    return contender.name == ONE_HIDDEN and not shape.convex


def numbers_lines(numbers: RegionNumbers, with_shape: bool) -> tuple[str, ...]:
    """Shape and share of the last class, and how near the nearest sample is to the border; the longest line first."""
    last = numbers.regions[-1]
    parts = [f"{100 * last.share:.0f} %"]
    if with_shape and len(numbers.regions) == 2:
        parts.insert(0, shape_text(last.shape))
    lines = [" · ".join(parts), *([parts[0]] if len(parts) > 1 else [])]
    if numbers.nearest is not None:
        margin = QCoreApplication.translate("Comparison", "margin {distance}")
        lines.insert(0, f"{lines[0]} · {margin.format(distance=few_figures(numbers.nearest, 2))}")
    return (*lines, "")


def numbers_sentences(numbers: RegionNumbers, data: Dataset) -> str:
    """All numbers of the regions, a line for each class, and the distances."""
    translate = QCoreApplication.translate
    words = translate("Comparison", "{name}: {shape}, {share} %")
    lines = [translate("Comparison", "Share of the area shown, and distance of the nearest sample to the border:")]
    lines += [
        words.format(name=name, shape=shape_text(region.shape), share=f"{100 * region.share:.1f}")
        for name, region in zip(class_names(data), numbers.regions, strict=False)
    ]
    if numbers.nearest is not None:
        nearest = translate("Comparison", "margin: {distance} (of the samples that are right)")
        lines.append(nearest.format(distance=few_figures(numbers.nearest, 3)))
    return "\n".join(lines)
