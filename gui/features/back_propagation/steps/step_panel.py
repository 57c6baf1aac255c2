"""This module shows the seven steps of back-propagation for one sample, with formulas and numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from engine.network.back_propagation import PRESENT, STEPS, BackPropagation, is_the_rules_own_step
from gui.document.document import Document
from gui.features.back_propagation.steps.origins import Origin
from gui.features.back_propagation.steps.practice import Practice
from gui.features.back_propagation.steps.short_label import ShortLabel
from gui.features.back_propagation.steps.step_bar import StepBar
from gui.features.back_propagation.steps.step_marks import StepMarks, known_marks, step_marks
from gui.features.back_propagation.steps.step_model import AFTER, FORMULA, NUMBERS, SYMBOL, VALUE, StepModel
from gui.features.back_propagation.steps.step_row import StepRow
from gui.features.back_propagation.steps.step_rows import StepRows
from gui.features.back_propagation.steps.step_texts import rule_note, step_sentence, step_title
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.number_text import table_number
from gui.words.rule_words import rule_name
from gui.words.symbols import Symbols

MOST_NAMED = 1000
"""Samples that the list offers; others are chosen in the sample table."""
_TYPED = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
_FIRST_ROWS = 5
"""Among these the row with a formula is found that stands there before one is chosen."""
Part = tuple[tuple[int, ...], int]
"""A part of the diagram, and which of its rows, FIRST or LAST."""


@dataclass(frozen=True)
class Turn:
    """Where training stands: the sample whose turn it is (None: not known before it is drawn)."""

    sample: int | None = None
    is_training: bool = False


class StepPanel(View, QWidget):
    """Shows a `BackPropagation` that others compute.

    `apply_wanted`: make the step that is shown. `sample_chosen`: show another one. `marks_changed`: what the diagram
    shows beside. `part_chosen`: the neuron (layer, unit) of the row that was clicked.
    """

    apply_wanted = Signal()
    sample_chosen = Signal(int)
    marks_changed = Signal()
    part_chosen = Signal(tuple)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("step_panel")
        self._document, self._notation = document, notation
        self._passage: BackPropagation | None = None
        self._sample: int | None = None
        self._turn = Turn()
        self._step = 0
        self._named: Dataset | None = None
        self._named_target = ""
        self._names: list[str] = []
        self._is_stale = True
        self._is_waiting = False  # for the numbers after a step
        self._practises = False
        self._practice: Practice | None = None
        self._model = StepModel(themes.theme, self)
        self._build(themes.theme)
        self._connect()
        self.follow_themes(themes)
        self.show_problem("")

    @property
    def step(self) -> int:
        """The step on show, 0 to 6."""
        return self._step

    @property
    def key(self) -> tuple[int, ...]:
        """The part of the diagram that the selected row is about; () for none."""
        row = self._model.row_at(self.table.currentIndex().row())
        return row.key if row is not None else ()

    @property
    def passage(self) -> BackPropagation | None:
        """The numbers on show; None while there are none, see `problem`."""
        return self._passage

    @property
    def problem(self) -> str:
        """Why there are no numbers."""
        return self.table.hint

    @property
    def n_right(self) -> int:
        """How many values were typed rightly, in all steps."""
        return 0 if self._practice is None else self._practice.n_right()

    def marks(self) -> StepMarks | None:
        """What the diagram shows beside the step on show; None while there is nothing to show."""
        if self._passage is None:
            return None
        if self._model.is_practised:
            return known_marks(self._passage, self._step, self.symbols(), self._title())
        return step_marks(self._passage, self._step, self.symbols(), self._title())

    def enlarge(self, on: bool) -> None:
        """Let sentence and buttons take the room that they need, where there is more of it; or not."""
        self._sentence.let_wrap(on)

    def practise(self, on: bool) -> None:
        """Let the values of the steps be typed and judged, or show them."""
        self._practises, self._practice = on, None
        self._show()
        self.marks_changed.emit()

    def symbols(self) -> Symbols:
        """The names of everything, in the notation in force."""
        project, data = self._document.project, self._document.dataset
        return Symbols(self._notation, len(project.network.layers), data.input_names, project.network.rbf)

    @property
    def row(self) -> int | None:
        """The place of the selected row; None for none."""
        row = self.table.currentIndex().row()
        return row if row >= 0 else None

    def row_in_letters(self, figures: int, part: Part | None = None) -> StepRow | None:
        """A row of the step on show, for typesetting: that of `part`, or the selected one, else the first with numbers.

        None where there is none.
        """
        if self._passage is None:
            return None
        symbols = replace(self.symbols(), input_names=())  # others may have letters that no typesetter knows
        rows = StepRows(self._passage, self._step, symbols, figures, in_letters=True)
        index = self.row if part is None else rows.index_of(*part)
        if index is None or index >= rows.count:
            first = (rows.row(place) for place in range(min(rows.count, _FIRST_ROWS)))
            index = next((place for place, row in enumerate(first) if row.numbers and not row.is_given), 0)
        row = rows.row(index) if rows.count else None
        answer = self._practice.answer(self._step, index) if self._practice is not None else None
        is_known = row is not None and (row.is_given or (answer is not None and answer.is_right))
        if row is not None and self._model.is_practised and not is_known:
            return replace(row, numbers="?", value=None)
        return None if row is None else replace(row, origins=rows.origins)

    def go_to(self, origin: Origin) -> None:
        """Go to the row of a step that a number comes from."""
        self.show_step(origin.step)
        if self._passage is None:
            return
        place = StepRows(self._passage, origin.step, self.symbols()).index_of(origin.key, origin.which)
        if place is not None:
            index = self._model.index(place, SYMBOL)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def show_step(self, step: int) -> None:
        """Go to a step."""
        self._step = min(max(step, 0), len(STEPS) - 1)
        self._show()
        self.table.setCurrentIndex(self._model.index(-1, -1))
        self.table.scrollToTop()
        self.marks_changed.emit()

    def show_passage(self, passage: BackPropagation, sample: int, turn: Turn) -> None:
        """Show the numbers of training sample `sample`."""
        self._passage, self._sample, self._turn = passage, sample, turn
        self._is_waiting = False
        self._show()
        self.marks_changed.emit()

    def show_problem(self, sentence: str) -> None:
        """Show nothing but why there is nothing to show."""
        self._passage, self._is_waiting = None, False
        self.table.hint = sentence
        self._show()
        self.marks_changed.emit()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Back-propagation step by step"))
        self.table.setAccessibleName(self.tr("Numbers of the step"))
        self.table.setToolTip(
            self.tr("Left and Right go through the steps, Ctrl+C copies the numbers, pointing at one shows every digit")
        )
        self._model.refresh_headers()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.bar.apply_theme(theme)
        self.table.apply_theme(theme)
        self._model.apply_theme(theme)
        self._sentence.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(2))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right reach the panel from the table, which leaves them alone."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.show_step(self._step + steps[Qt.Key(event.key())])
            event.accept()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ making

    def _build(self, theme: Theme) -> None:
        self.bar = StepBar(self)
        self._sentence = ShortLabel("step_sentence", self)
        self.table = _StepTable("step_table", self._model, theme, self)
        self.table.choose_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._sentence)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.bar.step_chosen.connect(self.show_step)
        self.bar.sample_chosen.connect(self.sample_chosen)
        self.bar.apply_wanted.connect(self._on_bar_apply_wanted)
        self.table.resized.connect(self._fit_columns)
        self.table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self._model.answered.connect(self._on_model_answered)
        self._notation.changed.connect(self._on_notation_changed)

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        """Draw everything, or, while nobody looks, leave it for when somebody does: edits come many a second."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        passage = self._passage
        self.bar.show_step(self._step)
        self.bar.show_samples(self._sample_names(), self._sample if passage is not None else None)
        self._show_apply()
        rows = StepRows(passage, self._step, self.symbols()) if passage is not None else None
        if self._practises and passage is not None and not _has_same_numbers(self._practice, passage):
            self._practice = Practice(passage, self.symbols())
        self._model.practise(self._practice if self._practises and passage is not None else None, self._step)
        is_practised = self._model.is_practised
        self.table.setEditTriggers(_TYPED if is_practised else QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setColumnHidden(AFTER, rows is None or not rows.has_after or is_practised)
        self._model.show_rows(rows)
        self._sentence.show_text(self.tr("{title}: {remark}").format(title=self._title(), remark=self._remark()))
        self._fit_columns()

    def _remark(self) -> str:
        """What happens in the step; in the last two what the training rule makes of it, if that is another step."""
        passage = self._passage
        if self._practice is not None and self._model.is_practised:
            return self.tr("type the values; {right} of {count} are right").format(
                right=self._practice.n_right(self._step), count=self._model.n_asked
            )
        if passage is not None and self._step in STEPS[-2:]:
            note = rule_note(passage, self._document.dataset.n_samples, rule_name(passage.training.rule))
            return note or step_sentence(self._step)
        return step_sentence(self._step)

    def _title(self) -> str:
        return f"{self._step + 1} · {step_title(self._step)}"

    def _show_apply(self) -> None:
        """The button makes the step if it is this sample's turn, else it leads to the sample whose turn it is."""
        number = (self._turn.sample or 0) + 1
        if self._leads_to_turn():
            text = self.tr("To sample {number}").format(number=number)
            hint = self.tr("Training takes sample {number} next; go there").format(number=number)
        elif is_the_rules_own_step(self._document.project.training, self._document.dataset.n_samples):
            text = self.tr("Make the step")
            hint = self.tr("Change the weights by this step and go on with the next sample")
        else:
            text = self.tr("One update")
            hint = self.tr("Change the weights as the training rule does, by one batch")
        self.bar.show_apply(text, hint, self._passage is not None)

    def _leads_to_turn(self) -> bool:
        training = self._document.project.training
        one_by_one = training.batch_size == 1
        return one_by_one and self._turn.sample is not None and self._turn.sample != self._sample

    def _sample_names(self) -> list[str]:
        data, target = self._document.dataset, self._notation.target()
        if not data.preprocessing.targets.is_none:
            target += "′"  # scaled, as the network learns it
        if self._named is not data or self._named_target != target:
            self._named, self._named_target = data, target
            self._names = [_sample_name(data, index, target) for index in range(min(data.n_samples, MOST_NAMED))]
        return self._names

    def _fit_columns(self) -> None:
        """Symbols and values as wide as they need; formula and numbers share the rest."""
        space = self.fontMetrics().horizontalAdvance
        numbers = space(str(self._model.headerData(NUMBERS, Qt.Orientation.Horizontal)))
        formulas = max((space(row.formula) for row in self._first_rows()), default=0)
        longest = max((space(row.symbol) for row in self._first_rows()), default=0)
        seen = (self._model.index(row, NUMBERS).data() for row in range(len(self._first_rows())))
        longest_numbers = max((space(str(numbers or "")) for numbers in seen), default=0)
        least = {SYMBOL: max(space("quantity"), longest), FORMULA: space("formula"), NUMBERS: numbers}
        least |= dict.fromkeys((VALUE, AFTER), space("−0.000e−00"))
        shown = [width for column, width in least.items() if not self.table.isColumnHidden(column)]
        spare = self.table.viewport().width() - sum(shown)
        pad = min(space("00"), max(space("0"), spare // len(shown)))
        widths = {column: width + pad for column, width in least.items()}
        spare = max(spare - pad * len(shown), 0)
        shared = widths[FORMULA] + widths[NUMBERS] + spare
        fair = max(round(shared * 0.42), shared - longest_numbers - pad)
        widths[FORMULA] = max(widths[FORMULA], min(formulas + pad, fair, shared - widths[NUMBERS]))
        widths[NUMBERS] = shared - widths[FORMULA]
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)

    def _first_rows(self) -> list[StepRow]:
        rows = (self._model.row_at(index) for index in range(min(40, self._model.rowCount())))
        return [row for row in rows if row is not None]

    # ------------------------------------------------------------------ reacting

    def _on_bar_apply_wanted(self) -> None:
        if self._is_waiting:
            return
        if self._leads_to_turn():
            self.sample_chosen.emit(self._turn.sample)
            return
        self._is_waiting = True
        self.apply_wanted.emit()
        self.show_step(PRESENT)

    def _on_table_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.marks_changed.emit()
        if self.key:
            self.part_chosen.emit(self.key[:2])

    def _on_model_answered(self) -> None:
        self._show()
        self.marks_changed.emit()

    def _on_notation_changed(self) -> None:
        self._practice = None  # its thresholds have the other sign now
        self._show()
        self.marks_changed.emit()


def _has_same_numbers(practice: Practice | None, passage: BackPropagation) -> bool:
    """Whether the answers so far are to what `passage` asks."""
    if practice is None or practice.passage.training != passage.training:
        return False
    pairs = ((each.parameters, each.inputs, each.targets) for each in (practice.passage, passage))
    return all(np.array_equal(one, other) for one, other in zip(*pairs, strict=True))


def _sample_name(data: Dataset, index: int, target: str) -> str:
    inputs = ", ".join(table_number(value) for value in data.inputs[index, :3])
    wanted = ", ".join(table_number(value) for value in data.targets[index, :3])
    dots = ", …" if data.n_inputs > 3 else ""
    return f"{index + 1}:  {inputs}{dots}  {target} = {wanted}"


class _StepTable(PlainTable):
    """Leaves Left and Right to the panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)
