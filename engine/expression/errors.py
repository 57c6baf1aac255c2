"""This module says what is wrong with an expression, and where."""

from __future__ import annotations

from engine.spec.errors import EngineError, Text


class ExpressionError(EngineError):
    """The text is no expression. The characters from `start` to before `end`, counted from 0, are the cause.

    The sentence itself counts characters from 1, as people do.
    """

    def __init__(self, text: Text, start: int, end: int) -> None:
        super().__init__(text.template, **text.values)
        self.start = start
        self.end = max(end, start + 1)


class OutsideDomain(EngineError):  # noqa: N818 - a value is outside, which is no error of the program
    """An operation has no finite value, or no gradient, at the values that it is given."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.template, **text.values)
