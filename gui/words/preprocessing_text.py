"""This module writes the preprocessing as formulas, such as x₁′ = (x₁ − 0.52) / 0.31."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.column_names import shown_input
from engine.data.preprocessing import NONE, Preprocessing
from gui.words.number_text import MINUS, few_figures, without_dust

_FEW = 3
_MANY = 40


def short_formulas(seen: Preprocessing) -> str:
    """The first few inputs of the network, in one line."""
    return _listed(seen, _FEW, ",  ")


def all_formulas(seen: Preprocessing) -> str:
    """The inputs of the network, one a line; of very many the first."""
    return _listed(seen, _MANY, "\n")


def _listed(seen: Preprocessing, most: int, between: str) -> str:
    count = seen.n_inputs
    parts = [formula_of(seen, index) for index in range(min(count, most))]
    return between.join([*parts, "…"] if count > most else parts)


def formula_of(seen: Preprocessing, index: int) -> str:
    """What the input `place` of the network is."""
    name = shown_input(seen.feature_names[index])
    if seen.scaling == NONE or seen.sources[index].is_word:
        return name
    scaled = _scaled(name, seen.centres[index], seen.spreads[index], index >= seen.n_kept)
    return f"{seen.names[index]} = {scaled}"


def target_formulas(seen: Preprocessing, names: Sequence[str]) -> str:
    """What the network learns of the targets called `names`, one a line; "" for the targets as they are."""
    numbers = zip(map(shown_input, names), seen.targets.centres, seen.targets.spreads, strict=False)
    return "\n".join(f"{name}′ = {_scaled(name, centre, spread, False)}" for name, centre, spread in numbers)


def _scaled(name: str, centre: float, spread: float, is_long: bool) -> str:
    if without_dust(centre, beside=spread):
        name = f"({name} {'+' if centre < 0 else MINUS} {few_figures(abs(centre))})"
    elif is_long:
        name = f"({name})"
    return f"{name} / {few_figures(spread)}"
