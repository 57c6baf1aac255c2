"""One rule for every number in the window: dust is 0, what was given stays, thousands are grouped one way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.words.number_text import (
    bracketed,
    few_figures,
    formula_number,
    four_figures,
    grouped,
    table_number,
    with_figures,
)
from gui.words.plot_numbers import figures

DUST = 0.1 + 0.2 - 0.3  # 5.6e−17
GUI = Path(__file__).resolve().parents[3] / "gui"


@pytest.mark.parametrize(
    ("write", "nothing"),
    [(four_figures, "0.000"), (formula_number, "0"), (figures, "0"), (bracketed, "0")],
)
@pytest.mark.parametrize("dust", [DUST, -DUST, 1.092e-30, -1.388e-16, -0.0])
def test_rounding_dust_of_a_computed_number_is_nothing(
    write: Callable[[float], str], nothing: str, dust: float
) -> None:
    assert write(dust) == nothing


def test_small_numbers_that_mean_something_stay() -> None:
    assert four_figures(1.2e-7) == "1.200e−07"
    assert formula_number(-3e-11) == "−3e−11"
    assert figures(2.5e-10) == "2.5e−10"


def test_dust_is_what_it_is_beside_other_numbers() -> None:
    """Beside millions, a millionth is dust; beside nothing, as with what people have given, no number is."""
    assert four_figures(1e-7, beside=1e6) == "0.000"
    assert four_figures(1e-15, beside=1e-14) == "1.000e−15"
    assert few_figures(1.5e-20) == "1.5e−20"
    assert table_number(-4e-300) == "−4.000e−300"


def test_thousands_are_grouped_one_way() -> None:
    assert grouped(999) == "999"
    assert grouped(11_050) == "11,050"
    assert grouped(-5_000_000) == "−5,000,000"


def test_no_other_place_writes_thousands_or_figures_in_a_way_of_its_own() -> None:
    own_ways = re.compile(r"""\{[^{}"]*:,[^{}]*\}|QLocale\(\)\.toString\([^)]*epoch|u2009|:#\.\dg""")
    found = [
        f"{path.relative_to(GUI)}: {line.strip()}"
        for path in GUI.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if own_ways.search(line)
    ]
    assert [line.split(":")[0] for line in found] == ["features/report/numbers.py", *["words/number_text.py"] * 2], (
        found
    )


def test_a_number_is_written_with_fewer_figures_where_room_is_short() -> None:
    assert [with_figures("4.210e−05", figures) for figures in (3, 2, 1)] == ["4.21e−05", "4.2e−05", "4e−05"]
    assert [with_figures("−0.03912", figures) for figures in (3, 2, 1)] == ["−0.0391", "−0.039", "−0.04"]
