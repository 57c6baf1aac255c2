"""Start weights as they are typed, in either notation."""

from __future__ import annotations

import pytest

from engine import EngineError
from engine.network.start_text import read_start


@pytest.mark.parametrize("text", ["0.5, 1, −1, 0", "(0.5 1 -1 0)", "（0.5，1，-1，0）", " 5e-1,1,-1,0 "])
def test_the_lectures_vector_begins_with_the_threshold(text: str) -> None:
    assert read_start(text, 3, 1, lecture=True).tolist() == [1.0, -1.0, 0.0, -0.5]


def test_the_textbooks_vector_ends_with_the_bias() -> None:
    assert read_start("1, -1, 0, -0.5", 3, 1, lecture=False).tolist() == [1.0, -1.0, 0.0, -0.5]


@pytest.mark.parametrize("text", ["1, 2, 3; 4, 5, 6", "(1, 2, 3), (4, 5, 6)", "1 2 3；4 5 6"])
def test_several_units_have_one_vector_each(text: str) -> None:
    assert read_start(text, 2, 2, lecture=False).tolist() == [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1, 2", r"\(T, w1, w2\), 3 numbers; got 2"),
        ("1, 2, x", "x is not a number"),
        ("1, 2, inf", "inf is not a number"),
        ("", "one vector for each of the 1 output unit,"),
        ("1, 2, 3; 4, 5, 6", "got 2"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, said: str) -> None:
    with pytest.raises(EngineError, match=said):
        read_start(text, 2, 1, lecture=True)
