"""This module makes the rows of an update by a rule that remembers: what it goes by, its memory, and the changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.network.back_propagation import ADJUST, BackPropagation
from engine.network.layer_parameters import parameter_index
from engine.network.rule_step import RuleStep
from engine.spec.rules import RULE_TABLE, RuleLine
from gui.features.back_propagation.steps.origins import FIRST, MOMENTUM, RATE, NumberWriter, Origin, delta, output
from gui.features.back_propagation.steps.step_row import Key, StepRow
from gui.words.number_text import MINUS, formula_number
from gui.words.symbols import Symbols

_SECOND = ("second", "new_second")
"""What has no sign: a threshold's is the same as that of the bias."""


@dataclass(frozen=True)
class _Parameter:
    """One parameter: its part of the diagram, place in flat vectors, symbol, and −1 where it is a threshold T = −b."""

    key: Key
    index: int
    symbol: str
    sign: float


class RuleRows:
    """`number_row` for each of `n_numbers`, then for every parameter `per_parameter` rows, the change last.

    n_given_numbers, n_given: how many of them are not computed: settings, and what earlier updates have left.

    in_letters: for typesetting, with letters in place of words.
    """

    def __init__(
        self, passage: BackPropagation, step: RuleStep, symbols: Symbols, writer: NumberWriter, in_letters: bool
    ) -> None:
        self._passage, self._step, self._symbols, self._writer = passage, step, symbols, writer
        self._in_letters = in_letters
        self._rule = RULE_TABLE[passage.training.rule]
        self.per_parameter = 1 + len(self._rule.lines)
        self.n_given = sum(not line.formula for line in self._rule.lines)
        first, second = self._rule.letters
        self._letters = {"g": "g", "rate": "η", "momentum": "μ", "updates": "t", "first": first, "second": second}
        self._letters |= {"new_first": f"{first}′", "new_second": f"{second}′"}
        used = "".join(line.formula for line in self._rule.lines)
        self._used = [name for name in ("rate", "momentum", "updates") if f"{{{name}}}" in used]
        self._numbers = self._number_rows()
        self.n_numbers, self.n_given_numbers = len(self._numbers), len(self._used)

    def number_row(self, index: int) -> StepRow:
        """What the rule goes by: η, μ, the number of the update, and how η changes."""
        return self._numbers[index]

    def row(self, key: Key, which: int) -> StepRow:
        """Row `which` of the parameter of `key`: its gradient, what the rule remembers, and the change."""
        parameter = self._parameter(key)
        if which == 0:
            return self._gradient_row(parameter)
        line = self._rule.lines[which - 1]
        letters, numbers = self._written(parameter, line, which)
        value = self._value(parameter, line.of)
        if line.of != "change":
            symbol = f"{self._letters[line.of]}({parameter.symbol})"
            return StepRow(symbol, letters, numbers, value, key, is_given=not line.formula, is_state=True)
        return StepRow(f"Δ{parameter.symbol}", letters, numbers, value, key, self._after(parameter))

    # ------------------------------------------------------------------ numbers

    def _number_rows(self) -> list[StepRow]:
        step, training = self._step, self._passage.training
        values = {"rate": step.rate, "momentum": training.momentum, "updates": float(step.updates)}
        rows = [
            StepRow(
                self._letters[name], "", self._given(values[name], name), values[name], is_given=True, is_state=True
            )
            for name in self._used
        ]
        if step.has_objective:
            factor = "" if step.new_rate == step.rate else f"{formula_number(step.new_rate / step.rate)}·"
            numbers = f"{factor}{self._writer.plain(step.rate, RATE)}"
            rows.append(StepRow("η′", f"{factor}η", numbers, step.new_rate, is_state=True))
        return rows

    def _given(self, value: float, name: str) -> str:
        """A number that is not computed, where it leads to its setting: a table shows it as the value alone."""
        source = {"rate": RATE, "momentum": MOMENTUM}.get(name)
        return self._writer.plain(value, source) if self._in_letters and source is not None else ""

    def _updates(self) -> str:
        """How many updates there have been, in a formula; the row of that number is one of those without a part."""
        if "updates" not in self._used:
            return ""
        return self._writer.plain(self._step.updates, Origin(ADJUST, (), self._used.index("updates")))

    def _parameter(self, key: Key) -> _Parameter:
        layer, unit = key[:2]
        source = key[2] if len(key) == 3 else None
        names = self._symbols
        index = parameter_index(self._passage.network, layer, source, unit)
        return _Parameter(key, index, names.parameter(key), names.bias_value(layer, 1.0) if source is None else 1.0)

    def _value(self, parameter: _Parameter, name: str) -> float:
        """A quantity of the parameter as it is shown."""
        vectors = {"g": self._step.gradient, "change": self._passage.changes}
        vector = vectors[name] if name in vectors else self._step.vector(name)
        return float(vector[parameter.index]) * (1.0 if name in _SECOND else parameter.sign)

    def _after(self, parameter: _Parameter) -> float:
        return float(self._passage.new_parameters[parameter.index]) * parameter.sign

    # ------------------------------------------------------------------ formulas

    def _gradient_row(self, parameter: _Parameter) -> StepRow:
        """+∂E/∂w; where it is that of the sample on show alone, from its δ."""
        value = self._value(parameter, "g")
        letters, numbers = f"∂E/∂{parameter.symbol}", ""
        if self._is_of_this_sample(parameter):
            letters, numbers = self._from_delta(parameter)
        return StepRow(f"g({parameter.symbol})", letters, numbers, value, parameter.key, is_state=True)

    def _is_of_this_sample(self, parameter: _Parameter) -> bool:
        training = self._passage.training
        is_penalised = len(parameter.key) == 3 and bool(training.l1 or training.l2)
        return len(self._step.rows) == 1 and not is_penalised and not self._symbols.is_rbf(parameter.key[0])

    def _from_delta(self, parameter: _Parameter) -> tuple[str, str]:
        layer, unit = parameter.key[:2]
        names, passage = self._symbols, self._passage
        sign = MINUS if parameter.sign > 0 else ""
        letters = f"{sign}{names.delta(layer, unit)}"
        numbers = f"{sign}{self._writer.bracketed(passage.deltas[layer][unit], delta(layer, unit))}"
        if len(parameter.key) == 2:
            return letters, numbers
        source = parameter.key[2]
        fed = self._writer.bracketed(passage.feeding(layer)[source], output(layer - 1, source))
        return f"{letters}·{names.neuron(layer - 1, source)}", f"{numbers}·{fed}"

    def _written(self, parameter: _Parameter, line: RuleLine, which: int) -> tuple[str, str]:
        """The formula of a line in letters and with numbers; of what is held or taken back only that it is."""
        if not line.formula:
            return "", ""
        if line.of == "change" and not self._step.free[parameter.index]:
            return ("0" if self._in_letters else QCoreApplication.translate("StepRows", "locked or cut")), ""
        if self._step.is_taken_back and line.of not in _SECOND:
            return ("0" if self._in_letters else QCoreApplication.translate("StepRows", "taken back")), ""
        agreement = self._value(parameter, "g") * self._value(parameter, "first")
        formula = line.formula_for(agreement).replace("−", MINUS)
        origins = {"g": Origin(ADJUST, parameter.key, FIRST)}
        origins |= {
            each.of: Origin(ADJUST, parameter.key, 1 + k) for k, each in enumerate(self._rule.lines[: which - 1])
        }
        write = self._writer.plain if formula.count("{") == 1 and formula[0] == "{" else self._writer.bracketed
        numbers = {
            name: write(self._value(parameter, name), origins.get(name))
            for name in ("g", "first", "second", "new_first", "new_second")
        }
        numbers |= {
            "rate": self._writer.plain(self._step.rate, RATE),
            "momentum": self._writer.plain(self._passage.training.momentum, MOMENTUM),
            "updates": self._updates(),
        }
        return formula.format(**self._letters), formula.format(**numbers)
