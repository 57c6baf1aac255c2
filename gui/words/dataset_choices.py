"""This module names the data sets for the user and lists them in the gallery's order, with each one's first recipe."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.data.datasets import GENERATORS, LECTURE_SAMPLES, LOGIC_GATES, REAL_SETS, DatasetSpec
from engine.data.datasets.recipe import FUNCTION
from engine.project.demos import demo

CUSTOM = "custom"
TRUTH_TABLE = "truth_table"

_FUNCTION_SAMPLES = 21
_NAMED_GATES = ("xor", "and", "or", "nand", "nor", "xnor")

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


def gallery_names() -> tuple[str, ...]:
    """Names in the gallery's order: what is used most comes first, the formulas last."""
    three = tuple(name for name, table in LOGIC_GATES.items() if len(table) == 8)
    formulas = tuple(name for name in LOGIC_GATES if name not in _NAMED_GATES and name not in three)
    return (*_NAMED_GATES, *GENERATORS, *REAL_SETS, CUSTOM, FUNCTION, LECTURE_SAMPLES, *three, *formulas)


def starting_spec(name: str, present: DatasetSpec) -> DatasetSpec:
    """The recipe for choosing `name`: codings, seed and what the network sees stay, the rest is what suits the kind."""
    clean = DatasetSpec(
        name=name,
        seed=present.seed,
        input_coding=present.input_coding,
        target_coding=present.target_coding,
    )
    if present.name not in (*REAL_SETS, CUSTOM):  # there these belong to those data
        seen = {name: getattr(present, name) for name in ("features", "keeps_inputs", "scaling")}
        clean = replace(clean, **seen)
    if name == FUNCTION:
        return replace(clean, n_samples=_FUNCTION_SAMPLES, formula=present.formula, interval=present.interval)
    if name in REAL_SETS:
        return replace(demo(name).dataset, seed=present.seed)
    if name not in GENERATORS:
        return clean
    generator = GENERATORS[name]
    stays = present.name in GENERATORS
    fewest, most = generator.classes
    return replace(
        clean,
        noise=generator.suggested_noise,
        n_samples=present.n_samples if stays else clean.n_samples,
        test_share=present.test_share if stays else 0.0,
        n_classes=min(max(present.n_classes if stays else 2, fewest), most),
    )


def is_gate(spec: DatasetSpec) -> bool:
    """Whether a truth table stands behind the recipe."""
    return spec.name in LOGIC_GATES or spec.name == TRUTH_TABLE


def truth_table_of(spec: DatasetSpec) -> tuple[int, ...]:
    """The truth table behind the recipe; empty where there is none."""
    if spec.name == TRUTH_TABLE:
        return spec.truth_table or ()
    return LOGIC_GATES.get(spec.name, ())
