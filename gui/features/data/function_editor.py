"""The formula of a function of one input and the interval of its samples; the curve follows while one types."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget

from engine.data.datasets import DatasetSpec
from engine.data.datasets.functions import MAX_END, function_rows
from engine.data.datasets.recipe import FUNCTION
from engine.expression import ExpressionError
from engine.spec.errors import EngineError
from gui.document.commands import set_dataset
from gui.document.document import Document
from gui.toolkit.entries.expression_line import ExpressionLine
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.field_grid import FieldGrid
from gui.toolkit.labels.hint_label import HintLabel
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import error_text

EXAMPLES = ("1 + sin(π·x/4)", "x^2", "sqrt(x^2)", "exp(-x^2)", "sin(4·x)/(1 + x^2)", "tanh(3·x)", "max(0, x)")


class FunctionEditor(View, QWidget):
    """Shown for such data only; what cannot be a function is underlined, said in words, and changes nothing."""

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("function_editor")
        self._document, self._themes = document, themes
        self._y = QLabel("y =", self)
        self.line = ExpressionLine(themes, self)
        self.line.setObjectName("function_formula")
        self._examples = QToolButton(self)
        self._examples.setObjectName("function_examples")
        self._examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._examples.setMenu(self._menu())
        self.low, self.high = (NumberBox(-MAX_END, MAX_END, 0.5) for _ in range(2))
        self._interval = FieldGrid(2, self)
        self._interval.add(self.low, "function_low")
        self._interval.add(self.high, "function_high")
        self._message = HintLabel(self)
        self._message.setObjectName("function_message")
        wear(self._message, tone="warning")
        self._arrange()
        self.line.textEdited.connect(lambda _text: self._take())
        self.low.valueChanged.connect(lambda _value: self._take())
        self.high.valueChanged.connect(lambda _value: self._take())
        self.follow_themes(themes)
        self.sync()

    def sync(self) -> None:
        """Show the project's function without editing anything."""
        spec = self._document.project.dataset
        self.setVisible(spec.name == FUNCTION)
        if spec.name != FUNCTION:
            return
        if spec.formula != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(spec.formula)
        self.low.show_number(spec.interval[0])
        self.high.show_number(spec.interval[1])
        self._show_problem(None)

    def retranslate(self) -> None:
        self._name(self.line, self.tr("Formula"), self.tr("A function of one input, such as 1 + sin(π·x/4)"))
        self._interval.describe(self.low, self.tr("From"), self.tr("Where the samples begin"))
        self._interval.describe(self.high, self.tr("To"), self.tr("Where the samples end"))
        self._examples.setText("…")
        self._name(self._examples, self.tr("Examples of functions"), self.tr("Examples of functions"))

    def apply_theme(self, theme: Theme) -> None:
        self._layout.setHorizontalSpacing(theme.px(6))
        self._layout.setVerticalSpacing(theme.px(4))
        self._interval.set_scale(theme.scale)

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._y, 0, 0)
        layout.addWidget(self.line, 0, 1)
        layout.addWidget(self._examples, 0, 2)
        layout.addWidget(self._interval, 1, 0, 1, 3)
        layout.addWidget(self._message, 2, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        self._layout = layout

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("function_examples_menu")
        for formula in EXAMPLES:
            menu.addAction(f"y = {formula}").triggered.connect(partial(self._show_example, formula))
        return menu

    def _show_example(self, formula: str, _checked: bool = False) -> None:
        self.line.setText(formula)
        self._take()

    def _wanted(self) -> DatasetSpec:
        present, interval = self._document.project.dataset, (self.low.value(), self.high.value())
        return replace(present, formula=self.line.text(), interval=interval)

    def _take(self) -> None:
        """Make what stands here the data, where it is a function."""
        spec = self._wanted()
        try:
            function_rows(spec.formula, spec.interval, spec.n_samples, 0.0, spec.seed)
        except EngineError as error:
            self._show_problem(error)
            return
        self._show_problem(None)
        set_dataset(self._document, spec, self.tr("Change the function"))

    def _show_problem(self, error: EngineError | None) -> None:
        self.line.set_wrong((error.start, error.end) if isinstance(error, ExpressionError) else None)
        text = "" if error is None else error_text(error)
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self.line.setAccessibleDescription(text)

    def _name(self, widget: QWidget, name: str, tooltip: str) -> None:
        widget.setAccessibleName(name)
        widget.setToolTip(tooltip)
