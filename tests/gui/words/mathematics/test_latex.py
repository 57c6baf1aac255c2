"""Formulas become LaTeX as a textbook would set them."""

from __future__ import annotations

import pytest

from gui.words.mathematics.latex import latex
from gui.words.mathematics.part_marks import marked, number_of_colour, unmarked


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("η·δ₁ᵒ·y₁", r"\eta \cdot \delta _{1}^{o}\cdot y_{1}"),
        ("Δw₁₂⁽²⁾", r"\Delta w_{12}^{(2)}"),
        ("w₁₁·x₁ + w₂₁·x₂ − T₁ʸ", r"w_{11}\cdot x_{1}+w_{21}\cdot x_{2}-T_{1}^{y}"),
        ("(−0.5)·1 + 2e−07", r"\left({-}0.5\right)\cdot 1+2\cdot 10^{-7}"),
        ("−3.1", "{-}3.1"),
        ("t₁ − ŷ₁", r"t_{1}-\hat{y}_{1}"),
        ("‖x − c₁‖² / 2σ₁²", r"\frac{\left\|x-c_{1}\right\|^{2}}{2\sigma _{1}^{2}}"),
        ("((1 − 0.5)² + …) / (2·0.5²)", r"\frac{\left(1-0.5\right)^{2}+\dots }{2\cdot 0.5^{2}}"),
        ("−η·δ₁·2·net₁/σ₁", r"{-}\frac{\eta \cdot \delta _{1}\cdot 2\cdot \mathrm{net}_{1}}{\sigma _{1}}"),
        ("e^net₁ / Σ e^net", r"\frac{e^{\mathrm{net}_{1}}}{\sum e^{\mathrm{net}}}"),
        ("1 − e^(−y₁)", "1-e^{{-}y_{1}}"),
        ("½ Σ (d − o)²", r"\tfrac{1}{2}\sum \left(d-o\right)^{2}"),
        ("f′(z₁)", r"f'\left(z_{1}\right)"),
        ("exp(−net₁)", r"\exp \left({-}\mathrm{net}_{1}\right)"),
        ("(δ₁ + δ₂)·y₁·(1 − y₁)", r"\left(\delta _{1}+\delta _{2}\right)\cdot y_{1}\cdot \left(1-y_{1}\right)"),
        ("−Σ [d ln o + (1−d) ln(1−o)]", r"{-}\sum \left[d\ln o+\left(1-d\right)\ln \left(1-o\right)\right]"),
    ],
)
def test_a_formula_as_a_textbook_sets_it(formula: str, expected: str) -> None:
    assert latex(formula) == expected


def test_a_marked_part_has_its_colour_and_is_read_without_it() -> None:
    formula = f"({marked('−0.5', 2)})·{marked('3', 0)}"
    assert latex(formula) == r"\left(\textcolor{#fa0002}{{-}0.5}\right)\cdot \textcolor{#fa0000}{3}"
    assert number_of_colour("#fa0002") == 2
    assert number_of_colour("#222222") is None
    assert unmarked(formula) == "(−0.5)·3"
