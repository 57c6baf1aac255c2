"""This module lets a person type the values of a step in place of reading them, and says what was right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.analysis.steps import slips
from engine.analysis.steps.slips import judge, slips_of
from engine.network.back_propagation import ADJUST, DEVIATION, GRADIENTS, OUTPUTS, BackPropagation
from gui.features.back_propagation.steps.step_row import StepRow
from gui.words.number_text import read_number
from gui.words.symbols import Symbols

PRACTISED = (OUTPUTS, DEVIATION, GRADIENTS, ADJUST)
"""The steps in which something is computed; numbers that are given stay on show."""


@dataclass(frozen=True)
class Answer:
    """What was typed for a row, and what `engine.analysis.steps.slips` says of it."""

    text: str
    verdict: str

    @property
    def is_right(self) -> bool:
        """Whether it is the value, to three figures."""
        return self.verdict == slips.RIGHT


class Practice:
    """The answers to the rows of `passage`, by step and row."""

    def __init__(self, passage: BackPropagation, symbols: Symbols) -> None:
        self.passage, self._symbols = passage, symbols
        self._answers: dict[tuple[int, int], Answer] = {}

    def answer(self, step: int, row: int) -> Answer | None:
        """The answer to a row; None where nothing was typed."""
        return self._answers.get((step, row))

    def take(self, step: int, index: int, row: StepRow, text: str) -> None:
        """Judge what was typed for a row; nothing typed takes the answer back."""
        typed = read_number(text)
        if not text.strip() or row.value is None:
            self._answers.pop((step, index), None)
            return
        verdict = slips.WRONG if typed is None else judge(typed, row.value, self._slips(step, row))
        self._answers[step, index] = Answer(text.strip(), verdict)

    def n_right(self, step: int | None = None) -> int:
        """How many rows of a step are right; of all steps for None."""
        return sum(answer.is_right for (at, _), answer in self._answers.items() if step in (None, at))

    def _slips(self, step: int, row: StepRow) -> dict[str, float]:
        """As the rows show them: a threshold changes by the opposite of what the bias does."""
        if row.is_state:
            return {}
        found = slips_of(self.passage, step, row.key, row.is_output)
        is_threshold = step == ADJUST and len(row.key) == 2
        if not is_threshold:
            return found
        return {slip: self._symbols.bias_value(row.key[0], value) for slip, value in found.items()}


def verdict_text(answer: Answer | None) -> str:
    """What to say of an answer; "" where there is none yet."""
    translate = QCoreApplication.translate
    if answer is None:
        return ""
    return {
        slips.RIGHT: translate("Practice", "✓ right"),
        slips.ROUGH: translate("Practice", "≈ nearly: give three figures"),
        slips.WRONG: translate("Practice", "✗ not this"),
        slips.SIGN: translate("Practice", "✗ the other sign"),
        slips.THRESHOLD_SIGN: translate("Practice", "✗ the threshold or bias with the wrong sign"),
        slips.NO_THRESHOLD: translate("Practice", "✗ the threshold or bias is left out"),
        slips.NET_FOR_OUTPUT: translate("Practice", "✗ that is the net input; f of it is asked for"),
        slips.NO_HALF: translate("Practice", "✗ the ½ is forgotten"),
        slips.NO_SLOPE: translate("Practice", "✗ f′ is forgotten"),
        slips.SIGN_AND_SLOPE: translate("Practice", "✗ f′ is forgotten, and the sign is the other one"),
        slips.NO_RATE: translate("Practice", "✗ η is left out"),
        slips.NO_INPUT: translate("Practice", "✗ what feeds the connection is left out"),
    }[answer.verdict]
