"""This module makes the rows of the seven steps: quantity, formula, numbers and value, when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.network.back_propagation import (
    ADJUST,
    DEVIATION,
    GRADIENTS,
    INITIALISE,
    OUTPUTS,
    PRESENT,
    REPEAT,
    BackPropagation,
)
from gui.features.back_propagation.steps import origins
from gui.features.back_propagation.steps.formulas import USUAL_FIGURES, Formulas
from gui.features.back_propagation.steps.origins import LAST, NumberWriter, Source
from gui.features.back_propagation.steps.rule_rows import RuleRows
from gui.features.back_propagation.steps.step_row import Key, StepRow
from gui.words.symbols import Symbols


@dataclass(frozen=True)
class _Section:
    """Rows of one kind: `make(place)` for place in range(count).

    layer: whose they are, None for none. units: of rows for weights the units of the layer, 0 for other rows.
    per_part: rows for each unit or weight. n_given: how many rows show what is not computed.
    """

    count: int
    make: Callable[[int], StepRow]
    layer: int | None = None
    units: int = 0
    per_part: int = 1
    n_given: int = 0

    def place_of(self, key: Key, which: int) -> int | None:
        """The place of the row of `key`, number `which` of them; None where it has none here."""
        if not key:
            return which % self.count if self.layer is None and self.count else None
        if key[0] != self.layer or (len(key) == 3) != bool(self.units):
            return None
        part = key[2] * self.units + key[1] if self.units else key[1]
        return self.per_part * part + which % self.per_part


class StepRows:
    """The rows of one step of `passage`, with numbers of at most so many `figures`.

    in_letters: for typesetting, with letters in place of words, and every number marked with its place in `origins`.
    """

    def __init__(
        self,
        passage: BackPropagation,
        step: int,
        symbols: Symbols,
        figures: int = USUAL_FIGURES,
        in_letters: bool = False,
    ) -> None:
        self._passage = passage
        self._symbols, self._in_letters = symbols, in_letters
        self._writer = NumberWriter(figures, marks=in_letters)
        self._formulas = Formulas(passage, symbols, self._writer, in_letters)
        makers = {
            INITIALISE: self._initialise,
            PRESENT: self._present,
            OUTPUTS: self._outputs,
            DEVIATION: self._deviation,
            GRADIENTS: self._gradients,
            ADJUST: self._adjust,
            REPEAT: self._repeat,
        }
        self._sections = list(makers[step]())
        self.count = sum(section.count for section in self._sections)
        self.n_given = sum(section.n_given for section in self._sections)
        self.has_after = step in (ADJUST, REPEAT)

    def row(self, index: int) -> StepRow:
        """Row `index`. Raises IndexError where there is none."""
        for section in self._sections:
            if index < section.count:
                return section.make(index)
            index -= section.count
        raise IndexError(index)

    @property
    def origins(self) -> tuple[Source, ...]:
        """Where the numbers come from that are marked in the rows made so far."""
        return self._writer.origins

    def index_of(self, key: Key, which: int = LAST) -> int | None:
        """Where the row of a part of the diagram stands, number `which` of its rows; None where the step has none."""
        before = 0
        for section in self._sections:
            place = section.place_of(key, which)
            if place is not None:
                return before + place
            before += section.count
        return None

    @property
    def _n_layers(self) -> int:
        return len(self._passage.network.layers)

    # ------------------------------------------------------------------ the steps

    def _initialise(self) -> Iterator[_Section]:
        for layer in range(self._n_layers):
            weights, biases = self._passage.layer(self._passage.parameters, layer)
            yield _Section(weights.size, self._weight_row(layer, weights), layer, len(biases))
            yield _Section(biases.size, self._bias_row(layer, biases), layer)

    def _weight_row(self, layer: int, weights: np.ndarray) -> Callable[[int], StepRow]:
        def make(index: int) -> StepRow:
            source, unit = divmod(index, weights.shape[1])
            names = self._symbols
            way = f"{names.neuron(layer - 1, source)} → {names.neuron(layer, unit)}"
            return StepRow(
                names.weight(layer, source, unit), way, "", float(weights[source, unit]), (layer, unit, source)
            )

        return make

    def _bias_row(self, layer: int, biases: np.ndarray) -> Callable[[int], StepRow]:
        def make(unit: int) -> StepRow:
            names = self._symbols
            value = names.bias_value(layer, float(biases[unit]))
            return StepRow(names.bias(layer, unit), f"→ {names.neuron(layer, unit)}", "", value, (layer, unit))

        return make

    def _present(self) -> Iterator[_Section]:
        passage, names, last = self._passage, self._symbols, self._n_layers - 1
        given = QCoreApplication.translate("StepRows", "input")
        wanted = QCoreApplication.translate("StepRows", "desired output")
        yield _Section(
            len(passage.inputs),
            lambda unit: StepRow(
                names.neuron(-1, unit), given, "", float(passage.inputs[unit]), (-1, unit), is_given=True
            ),
            layer=-1,
            n_given=len(passage.inputs),
        )
        yield _Section(
            len(passage.targets),
            lambda unit: StepRow(
                names.target(unit), wanted, "", float(passage.targets[unit]), (last, unit), is_given=True
            ),
            layer=last,
            n_given=len(passage.targets),
        )

    def _outputs(self) -> Iterator[_Section]:
        for layer in range(self._n_layers):
            yield _Section(2 * len(self._passage.activations[layer]), self._output_row(layer), layer, per_part=2)

    def _output_row(self, layer: int) -> Callable[[int], StepRow]:
        def make(index: int) -> StepRow:
            unit, is_output = divmod(index, 2)
            names, passage = self._symbols, self._passage
            if not is_output:
                formula, numbers = self._formulas.net_input(layer, unit)
                value = float(passage.net_inputs[layer][unit])
                return StepRow(names.net(layer, unit), formula, numbers, value, (layer, unit))
            formula, numbers = self._formulas.output(layer, unit)
            value = float(passage.activations[layer][unit])
            return StepRow(names.neuron(layer, unit), formula, numbers, value, (layer, unit), is_output=True)

        return make

    def _deviation(self) -> Iterator[_Section]:
        passage, names, last = self._passage, self._symbols, self._n_layers - 1

        def miss(unit: int) -> StepRow:
            target, output = names.target(unit), names.neuron(last, unit)
            wanted = self._writer.plain(passage.targets[unit], origins.target(last, unit))
            got = self._writer.bracketed(passage.activations[last][unit], origins.output(last, unit))
            numbers, symbol = f"{wanted} − {got}", f"{target} − {output}"
            return StepRow(symbol, "", numbers, float(passage.deviations[unit]), (last, unit))

        yield _Section(len(passage.targets), miss, last)
        formula, numbers = self._formulas.error()
        yield _Section(1, lambda _: StepRow("E", formula, numbers, passage.loss))

    def _gradients(self) -> Iterator[_Section]:
        for layer in reversed(range(self._n_layers)):
            yield _Section(len(self._passage.deltas[layer]), self._delta_row(layer), layer)

    def _delta_row(self, layer: int) -> Callable[[int], StepRow]:
        def make(unit: int) -> StepRow:
            formula, numbers = self._formulas.delta(layer, unit)
            value = float(self._passage.deltas[layer][unit])
            return StepRow(self._symbols.delta(layer, unit), formula, numbers, value, (layer, unit))

        return make

    def _adjust(self) -> Iterator[_Section]:
        if self._passage.rule is not None:
            rule = self._passage.rule
            rows = RuleRows(self._passage, rule, self._symbols, self._writer, self._in_letters)
            yield from self._adjust_by_rule(rows)
            return
        each = 2 if self._passage.has_velocity else 1  # rows: what momentum has gathered, and the change
        for layer in reversed(range(self._n_layers)):
            weights, biases = self._passage.layer(self._passage.changes, layer)
            for values, change, units in (
                (weights, self._weight_change_row(layer), len(biases)),
                (biases, self._bias_change_row(layer), 0),
            ):
                n_given = (each - 1) * values.size
                yield _Section(each * values.size, self._after_velocity(change), layer, units, each, n_given)

    def _after_velocity(self, change: Callable[[int], StepRow]) -> Callable[[int], StepRow]:
        """The rows of `change`; with momentum each comes after what has been gathered until then."""
        if not self._passage.has_velocity:
            return change

        def make(index: int) -> StepRow:
            part, is_change = divmod(index, 2)
            row = change(part)
            if is_change:
                return row
            symbol, value = f"v({self._symbols.parameter(row.key)})", self._formulas.velocity(row.key)
            return StepRow(symbol, "", "", value, row.key, is_given=True, is_state=True)

        return make

    def _adjust_by_rule(self, rows: RuleRows) -> Iterator[_Section]:
        """What the rule goes by, then for every parameter what it remembers, and the change."""
        yield _Section(rows.n_numbers, rows.number_row, n_given=rows.n_given_numbers)
        each, given = rows.per_parameter, rows.n_given
        for layer in reversed(range(self._n_layers)):
            sources, units = self._passage.network.sizes[layer : layer + 2]

            def weight(index: int, layer: int = layer, units: int = units) -> StepRow:
                source, unit = divmod(index // each, units)
                return rows.row((layer, unit, source), index % each)

            def bias(index: int, layer: int = layer) -> StepRow:
                return rows.row((layer, index // each), index % each)

            yield _Section(each * sources * units, weight, layer, units, each, given * sources * units)
            yield _Section(each * units, bias, layer, per_part=each, n_given=given * units)

    def _weight_change_row(self, layer: int) -> Callable[[int], StepRow]:
        changes, after = (
            self._passage.layer(values, layer)[0] for values in (self._passage.changes, self._passage.new_parameters)
        )

        def make(index: int) -> StepRow:
            source, unit = divmod(index, changes.shape[1])
            formula, numbers = self._formulas.weight_change(layer, source, unit)
            symbol = f"Δ{self._symbols.weight(layer, source, unit)}"
            value, new = float(changes[source, unit]), float(after[source, unit])
            return StepRow(symbol, formula, numbers, value, (layer, unit, source), new)

        return make

    def _bias_change_row(self, layer: int) -> Callable[[int], StepRow]:
        changes, after = (
            self._passage.layer(values, layer)[1] for values in (self._passage.changes, self._passage.new_parameters)
        )

        def make(unit: int) -> StepRow:
            formula, numbers = self._formulas.bias_change(layer, unit)
            names = self._symbols
            symbol = f"Δ{names.bias(layer, unit)}"
            value, new = (names.bias_value(layer, float(values[unit])) for values in (changes, after))
            return StepRow(symbol, formula, numbers, value, (layer, unit), new)

        return make

    def _repeat(self) -> Iterator[_Section]:
        passage, training = self._passage, self._passage.training
        translate = QCoreApplication.translate
        of_sample, of_set = translate("StepRows", "E of this sample"), translate("StepRows", "E of the whole set")
        wanted, limit = translate("StepRows", "stop when E of the set ≤"), translate("StepRows", "stop after epoch")
        if self._in_letters:
            of_sample, of_set, wanted, limit = "E", "Σ E", "", ""
        yield _Section(1, lambda _: StepRow(of_sample, "", "", passage.loss, (), passage.loss_after))
        if passage.set_loss is not None:
            yield _Section(1, lambda _: StepRow(of_set, "", "", passage.set_loss, (), passage.set_loss_after))
        if training.target_error is not None:
            yield _Section(1, lambda _: StepRow(wanted, "", "", training.target_error))
        if training.max_epochs is not None:
            yield _Section(1, lambda _: StepRow(limit, "", "", float(training.max_epochs or 0)))
