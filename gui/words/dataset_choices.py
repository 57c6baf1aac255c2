"""This module lists the gallery's data sets in order, with the recipe that each starts with."""

from __future__ import annotations

from dataclasses import replace

from engine.data.datasets import GENERATORS, LECTURE_SAMPLES, LOGIC_GATES, REAL_SETS, DatasetSpec
from engine.data.datasets.recipe import FUNCTION
from engine.project.demos import demo
from gui.words.dataset_names import CUSTOM, TRUTH_TABLE, title

__all__ = ["CUSTOM", "TRUTH_TABLE", "gallery_names", "is_gate", "starting_spec", "title", "truth_table_of"]

_FUNCTION_SAMPLES = 21
_NAMED_GATES = ("xor", "and", "or", "nand", "nor", "xnor")


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
