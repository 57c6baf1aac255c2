"""This module parses an expression by recursive descent and builds its graph; errors say what and where.

sum      = product { ("+" | "-") product }
product  = signed { ("*" | "/") signed }
signed   = ["-" | "+"] signed | power
power    = primary [ "^" signed ]            (so -x^2 is -(x^2), and x^y^z is x^(y^z))
primary  = number | variable | function "(" sum { "," sum } ")" | "(" sum ")"
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from engine.expression.errors import ExpressionError
from engine.expression.graph import Graph, GraphBuilder
from engine.expression.operations import (
    ADD,
    DIVIDE,
    FUNCTIONS,
    MULTIPLY,
    NEGATE,
    POWER,
    SPELLINGS,
    SUBTRACT,
    Operation,
    fixed_power,
)
from engine.expression.tokens import Token, TokenKind, tokenize
from engine.spec.errors import Text

MAX_DEPTH = 40  # of parentheses, signs and exponents within each other
MAX_VARIABLES = 16

_SUMS = {"+": ADD, "-": SUBTRACT}
_PRODUCTS = {"*": MULTIPLY, "/": DIVIDE}
_CONSTANTS = {"pi": math.pi, "π": math.pi}


def parse(text: str, functions: Mapping[str, Operation] = FUNCTIONS) -> Graph:
    """The graph of the expression `text`, which may begin with a name and =, as in "f = (x + y) * z".

    functions: those that can be called, by name.
    Raises ExpressionError for anything else; it names the character, and no text is ever run as a program.
    """
    return _Parser(text, functions).graph()


class _Parser:
    def __init__(self, text: str, functions: Mapping[str, Operation]) -> None:
        self._text, self._functions = text, functions
        self._tokens = tokenize(text)
        self._place = 0
        self._depth = 0
        self._graph = GraphBuilder()

    def graph(self) -> Graph:
        if len(self._tokens) == 1:
            raise ExpressionError(Text("Type an expression, for example (x + y) * z."), 0, 1)
        result = self._result_name()
        output = self._sum()
        if self._next.kind is not TokenKind.END:
            raise self._left_over(self._next)
        graph = self._graph.finish(self._text, output, result)
        if result in graph.variables:
            first = graph.nodes[graph.index_of(result)]
            raise _error(
                first.start,
                first.end,
                Text("Character {at}: {name} is what is being defined and cannot stand on the right of the =.",
                     at=first.start + 1, name=result),
            )  # fmt: skip
        if len(graph.variables) > MAX_VARIABLES:
            last = graph.nodes[graph.index_of(graph.variables[MAX_VARIABLES])]
            raise _error(
                last.start,
                last.end,
                Text("Character {at}: {name} is one variable too many; {limit} can be used.", at=last.start + 1,
                     name=graph.variables[MAX_VARIABLES], limit=MAX_VARIABLES),
            )  # fmt: skip
        return graph

    # ------------------------------------------------------------------ grammar

    def _result_name(self) -> str:
        """The name before an = at the very beginning; "" without one."""
        if self._next.kind is TokenKind.NAME and self._tokens[1].is_sign("="):
            name = self._take()
            if name.text in self._functions or name.text in SPELLINGS or name.text in _CONSTANTS:
                raise _error(
                    name.start,
                    name.end,
                    Text("Character {at}: {name} has a meaning already; choose another name.", at=name.start + 1,
                         name=name.text),
                )  # fmt: skip
            self._take()
            return name.text
        return ""

    def _sum(self) -> int:
        return self._chain(_SUMS, self._product)

    def _product(self) -> int:
        return self._chain(_PRODUCTS, self._signed)

    def _chain(self, operations: dict[str, Operation], part: Callable[[], int]) -> int:
        """Parts joined by operators of equal rank, from the left."""
        start = self._next.start
        left = part()
        while self._next.is_sign(*operations):
            operation = operations[self._take().text]
            left = self._graph.operation(operation, (left, part()), start, self._before)
        return left

    def _signed(self) -> int:
        token = self._next
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _error(
                token.start,
                token.end,
                Text("Character {at}: more than {limit} parentheses, signs and exponents within each other.",
                     at=token.start + 1, limit=MAX_DEPTH),
            )  # fmt: skip
        try:
            if token.is_sign("+"):
                self._take()
                return self._signed()
            if token.is_sign("-"):
                self._take()
                return self._negative(token, self._signed())
            return self._power()
        finally:
            self._depth -= 1

    def _negative(self, sign: Token, part: int) -> int:
        number = self._graph.number_at(part)
        if number is not None:
            return self._graph.number(-number, sign.start, self._before)
        return self._graph.operation(NEGATE, (part,), sign.start, self._before)

    def _power(self) -> int:
        start = self._next.start
        base = self._primary()
        if self._next.kind is TokenKind.SUPERSCRIPT:
            exponent = self._take().number
            return self._graph.operation(fixed_power(exponent), (base,), start, self._before)
        if not self._next.is_sign("^"):
            return base
        self._take()
        place = self._signed()
        number = self._graph.number_at(place)
        if number is None:
            return self._graph.operation(POWER, (base, place), start, self._before)
        return self._graph.operation(fixed_power(number), (base,), start, self._before)

    def _primary(self) -> int:
        token = self._next
        if token.kind is TokenKind.NUMBER:
            self._take()
            return self._graph.number(token.number, token.start, token.end)
        if token.kind is TokenKind.NAME:
            self._take()
            return self._call(token) if self._next.is_sign("(") else self._named(token)
        if token.is_sign("("):
            self._take()
            inside = self._sum()
            self._close(token)
            return inside
        raise self._needed(token)

    def _named(self, token: Token) -> int:
        if token.text in _CONSTANTS:
            return self._graph.number(_CONSTANTS[token.text], token.start, token.end)
        if token.text in self._functions or token.text in SPELLINGS:
            raise _error(
                token.start,
                token.end,
                Text("Character {at}: {name} is a function; write {name}(…).", at=token.start + 1, name=token.text),
            )
        return self._graph.variable(token.text, token.start, token.end)

    def _call(self, name: Token) -> int:
        operation = self._functions.get(SPELLINGS.get(name.text, name.text))
        if operation is None:
            raise _error(
                name.start,
                name.end,
                Text("Character {at}: {name} is no function; there are {names}. A product needs a ×: {name} × (…).",
                     at=name.start + 1, name=name.text, names=", ".join(self._functions)),
            )  # fmt: skip
        opening = self._take()
        arguments = [self._sum()]
        while self._next.is_sign(","):
            self._take()
            arguments.append(self._sum())
        self._close(opening)
        self._check_count(name, operation, len(arguments))
        return self._graph.operation(operation, tuple(arguments), name.start, self._before)

    def _check_count(self, name: Token, operation: Operation, count: int) -> None:
        if operation.n_inputs is None and count < 2:
            raise _error(
                name.start,
                self._before,
                Text("Character {at}: {name} compares two values or more, separated by commas.", at=name.start + 1,
                     name=name.text),
            )  # fmt: skip
        if operation.n_inputs is not None and count != operation.n_inputs:
            raise _error(
                name.start,
                self._before,
                Text("Character {at}: {name} takes one value; here it is given {count}.", at=name.start + 1,
                     name=name.text, count=count),
            )  # fmt: skip

    # ------------------------------------------------------------------ tokens

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    @property
    def _before(self) -> int:
        """Where the token ends that was taken last."""
        return self._tokens[self._place - 1].end

    def _take(self) -> Token:
        token = self._next
        self._place += 1
        return token

    def _close(self, opening: Token) -> None:
        if self._next.is_sign(")"):
            self._take()
            return
        if self._next.kind is TokenKind.END:
            raise _error(
                opening.start, opening.end, Text("Character {at}: this ( is never closed.", at=opening.start + 1)
            )
        raise self._left_over(self._next)

    def _left_over(self, token: Token) -> ExpressionError:
        """What is wrong with a token behind a part that is complete."""
        at = token.start + 1
        if token.is_sign(")"):
            text = Text("Character {at}: this ) closes nothing.", at=at)
        elif token.is_sign(","):
            text = Text("Character {at}: a comma stands only between the values of a function such as max.", at=at)
        elif token.is_sign("="):
            text = Text("Character {at}: = stands only behind a name at the beginning, as in f = x + y.", at=at)
        else:
            text = Text("Character {at}: an operator is missing before “{found}”; for a product write ×.", at=at,
                        found=self._text[token.start : token.end])  # fmt: skip
        return _error(token.start, token.end, text)

    def _needed(self, token: Token) -> ExpressionError:
        at = token.start + 1
        if token.kind is TokenKind.END:
            text = Text("Character {at}: the expression ends where a number, a variable or ( is needed.", at=at)
        else:
            text = Text("Character {at}: “{found}” stands where a number, a variable or ( is needed.", at=at,
                        found=self._text[token.start : token.end])  # fmt: skip
        return _error(token.start, token.end, text)


def _error(start: int, end: int, text: Text) -> ExpressionError:
    return ExpressionError(text, start, end)
