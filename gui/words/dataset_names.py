"""This module names the data sets for the user."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.data.datasets import LECTURE_SAMPLES

CUSTOM = "custom"
TRUTH_TABLE = "truth_table"

_TITLES: dict[str, object] = {
    "xor": QT_TRANSLATE_NOOP("Datasets", "XOR"),
    "and": QT_TRANSLATE_NOOP("Datasets", "AND"),
    "or": QT_TRANSLATE_NOOP("Datasets", "OR"),
    "nand": QT_TRANSLATE_NOOP("Datasets", "NAND"),
    "nor": QT_TRANSLATE_NOOP("Datasets", "NOR"),
    "xnor": QT_TRANSLATE_NOOP("Datasets", "XNOR"),
    "x1": QT_TRANSLATE_NOOP("Datasets", "x₁"),
    "x2": QT_TRANSLATE_NOOP("Datasets", "x₂"),
    "not x1": QT_TRANSLATE_NOOP("Datasets", "NOT x₁"),
    "not x2": QT_TRANSLATE_NOOP("Datasets", "NOT x₂"),
    "x1 and not x2": QT_TRANSLATE_NOOP("Datasets", "x₁ AND NOT x₂"),
    "not x1 and x2": QT_TRANSLATE_NOOP("Datasets", "NOT x₁ AND x₂"),
    "x1 or not x2": QT_TRANSLATE_NOOP("Datasets", "x₁ OR NOT x₂"),
    "not x1 or x2": QT_TRANSLATE_NOOP("Datasets", "NOT x₁ OR x₂"),
    "0": QT_TRANSLATE_NOOP("Datasets", "Always 0"),
    "1": QT_TRANSLATE_NOOP("Datasets", "Always 1"),
    "and3": QT_TRANSLATE_NOOP("Datasets", "AND of three"),
    "majority3": QT_TRANSLATE_NOOP("Datasets", "Majority of three"),
    "parity3": QT_TRANSLATE_NOOP("Datasets", "Parity of three"),
    LECTURE_SAMPLES: QT_TRANSLATE_NOOP("Datasets", "Lecture: three samples"),
    "circles": QT_TRANSLATE_NOOP("Datasets", "Circles"),
    "xor_clouds": QT_TRANSLATE_NOOP("Datasets", "XOR clouds"),
    "blobs": QT_TRANSLATE_NOOP("Datasets", "Blobs"),
    "moons": QT_TRANSLATE_NOOP("Datasets", "Two moons"),
    "spirals": QT_TRANSLATE_NOOP("Datasets", "Spirals"),
    "checkerboard": QT_TRANSLATE_NOOP("Datasets", "Checkerboard"),
    "iris": QT_TRANSLATE_NOOP("Datasets", "Iris flowers"),
    "wine": QT_TRANSLATE_NOOP("Datasets", "Wines"),
    "digits": QT_TRANSLATE_NOOP("Datasets", "Handwritten digits"),
    TRUTH_TABLE: QT_TRANSLATE_NOOP("Datasets", "My truth table"),
    "function": QT_TRANSLATE_NOOP("Datasets", "Function y(x)"),
    CUSTOM: QT_TRANSLATE_NOOP("Datasets", "My own points"),
}


def title(name: str) -> str:
    """The data set's title in the language in force; a name without one is its own title."""
    return QCoreApplication.translate("Datasets", str(_TITLES[name])) if name in _TITLES else name
