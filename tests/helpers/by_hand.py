"""The perceptron rule as one computes it by hand: in fractions, without any rounding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
TARGETS = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1)}
TENTHS = [Fraction(k, 10) for k in range(6)]


@dataclass(frozen=True)
class Start:
    """One step unit with weights, threshold and learning rate of one decimal place."""

    weights: tuple[Fraction, Fraction]
    threshold: Fraction
    rate: Fraction
    gate: str


@dataclass(frozen=True)
class Presentation:
    """One presentation: net input and output before it, weights and threshold after it."""

    net: Fraction
    output: int
    weights: tuple[Fraction, Fraction]
    threshold: Fraction


def starts() -> list[Start]:
    """All 864: w₁, w₂ and T from 0 to 0.5, η 0.1 and 0.2, AND and OR."""
    rates, gates = (Fraction(1, 10), Fraction(1, 5)), ("and", "or")
    return [
        Start((first, second), threshold, rate, gate)
        for first, second, threshold, rate, gate in product(TENTHS, TENTHS, TENTHS, rates, gates)
    ]


def net_at(weights: tuple[Fraction, Fraction], threshold: Fraction, corner: tuple[int, int]) -> Fraction:
    return weights[0] * corner[0] + weights[1] * corner[1] - threshold


def run_by_hand(start: Start, is_locked: bool, passes: int) -> Iterator[Presentation]:
    """Presentations in the order 00 01 10 11, to the end of the pass after which all are right, or of `passes`."""
    (first, second), threshold = start.weights, start.threshold
    for _ in range(passes):
        for corner, target in zip(CORNERS, TARGETS[start.gate], strict=True):
            net = net_at((first, second), threshold, corner)
            output = int(net >= 0)
            change = start.rate * (target - output)
            first, second = first + change * corner[0], second + change * corner[1]
            threshold -= 0 if is_locked else change
            yield Presentation(net, output, (first, second), threshold)
        answers = tuple(int(net_at((first, second), threshold, corner) >= 0) for corner in CORNERS)
        if answers == TARGETS[start.gate]:
            return
