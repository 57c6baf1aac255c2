"""This module splits the text of an expression into numbers, names and operators."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum

from engine.expression.errors import ExpressionError
from engine.spec.errors import Text

MAX_LENGTH = 400  # characters

_NUMBER = re.compile(r"[0-9.]+(?:[eE][+-]?[0-9]+)?")
_NAME = re.compile(r"[^\W\d][^\W²³]*")
# As people write them on paper, on a keyboard and with a Chinese input method.
_SIGNS = {
    **{sign: sign for sign in "+-*/^(),="},
    "**": "^", "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "∙": "*", "÷": "/", "∕": "/",
    "（": "(", "）": ")", "，": ",", "＝": "=", "＋": "+", "－": "-",
}  # fmt: skip
_SUPERSCRIPTS = {"²": 2.0, "³": 3.0}


class TokenKind(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    SIGN = "sign"
    SUPERSCRIPT = "superscript"
    END = "end"


@dataclass(frozen=True)
class Token:
    """A piece of the text from `start` to before `end`; signs in one spelling; `number` for numbers, superscripts."""

    kind: TokenKind
    text: str
    start: int
    end: int
    number: float = 0.0

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of `signs`."""
        return self.kind is TokenKind.SIGN and self.text in signs


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, the last one marking its end.

    Raises ExpressionError for a text that is too long and for characters and numbers that mean nothing.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(
            Text("The expression has {length} characters; at most {limit} can be used.", length=len(text),
                 limit=MAX_LENGTH), MAX_LENGTH, len(text)
        )  # fmt: skip
    tokens, place = [], 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        token = _token_at(text, place)
        tokens.append(token)
        place = token.end
    return [*tokens, Token(TokenKind.END, "", len(text), len(text))]


def _token_at(text: str, index: int) -> Token:
    for length in (2, 1):
        sign = text[index : index + length]
        if sign in _SIGNS:
            return Token(TokenKind.SIGN, _SIGNS[sign], index, index + len(sign))
    if text[index] in _SUPERSCRIPTS:
        return Token(TokenKind.SUPERSCRIPT, text[index], index, index + 1, _SUPERSCRIPTS[text[index]])
    if found := _NUMBER.match(text, index):
        return Token(TokenKind.NUMBER, found.group(), index, found.end(), _number(found.group(), index))
    if found := _NAME.match(text, index):
        return Token(TokenKind.NAME, found.group(), index, found.end())
    raise ExpressionError(
        Text(
            "Character {at}: “{character}” means nothing here; use numbers, names, + − × ÷ ^ and parentheses.",
            at=index + 1,
            character=text[index],
        ),
        index,
        index + 1,
    )


def _number(text: str, index: int) -> float:
    try:
        value = float(text)
    except ValueError as error:
        raise ExpressionError(
            Text("Character {at}: “{text}” is no number.", at=index + 1, text=text), index, index + len(text)
        ) from error
    if math.isinf(value):
        raise ExpressionError(
            Text("Character {at}: {text} is too large for a number.", at=index + 1, text=text),
            index,
            index + len(text),
        )
    return value
