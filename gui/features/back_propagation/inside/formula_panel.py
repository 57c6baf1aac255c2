"""This module shows one quantity of the steps in symbols, with the numbers, and its value, as mathematics."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.features.back_propagation.inside.formula_view import FormulaView
from gui.features.back_propagation.steps.origins import SettingOrigin, Source
from gui.features.back_propagation.steps.step_row import StepRow
from gui.features.back_propagation.steps.step_texts import step_title
from gui.toolkit.buttons import TableButton, keep_whole
from gui.toolkit.containers.scrolled import scrolled
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.mathematics.part_marks import unmarked
from gui.words.number_text import formula_number
from gui.words.setting_words import setting_report

USUAL_FIGURES, FEWEST, MOST = 4, 2, 17


class FormulaPanel(View, QWidget):
    """Shows a `StepRow` written in letters; `figures_changed`: it is to be written with another number of figures.

    `origin_chosen`: a number was clicked that comes from there. controls: a row of them, for the heading of the card.
    """

    figures_changed = Signal()
    origin_chosen = Signal(object)  # Source

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formula_panel")
        self._row: StepRow | None = None
        self._build(themes.theme)
        self.view.part_chosen.connect(self._on_view_part_chosen)
        self._figures.valueChanged.connect(lambda _value: self.figures_changed.emit())
        self._copy_text.clicked.connect(lambda: _copy(self.view.text))
        self._copy_latex.clicked.connect(lambda: _copy(self.view.latex))
        self.follow_themes(themes)

    @property
    def figures(self) -> int:
        """How many significant figures numbers have at most."""
        return self._figures.value()

    def show_row(self, row: StepRow | None) -> None:
        """Show the quantity of `row`; None for nothing."""
        self._row = row
        self.view.show_rows([] if row is None else equations(row, self.figures), self._hints())
        self.view.setAccessibleName(self.view.text)
        for button in (self._copy_text, self._copy_latex):
            button.setEnabled(bool(self.view.text))
        self._hint.setVisible(not self.view.text)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Formula"))
        self._caption.setText(self.tr("Figures"))
        self._figures.setAccessibleName(self.tr("Figures"))
        self._figures.setToolTip(self.tr("How many significant figures the numbers in the formula have at most"))
        self._hint.setText(self.tr("A row of a step, or a line of the code, appears here as a formula."))
        self._copy_text.setText(self.tr("Copy"))
        self._copy_text.setToolTip(self.tr("Copy the formula with its numbers as text"))
        self._copy_latex.setText("LaTeX")
        self._copy_latex.setToolTip(self.tr("Copy the formula with its numbers as LaTeX"))
        self._copy_text.setAccessibleName(self._copy_text.text())
        self._copy_latex.setAccessibleName(self.tr("Copy LaTeX"))
        keep_whole(self._copy_text, self._copy_latex)

    def apply_theme(self, theme: Theme) -> None:
        self.view.apply_theme(theme)
        self._hint.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), 0)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(theme.px(4))
        keep_whole(self._copy_text, self._copy_latex)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def _hints(self) -> list[str]:
        """What a click on each of the numbers does."""
        origins = () if self._row is None else self._row.origins
        return [self._hint_of(origin) for origin in origins]

    def _hint_of(self, origin: Source) -> str:
        if isinstance(origin, SettingOrigin):
            return self.tr("{setting}, a setting of training: a click goes to its field").format(
                setting=setting_report(origin.name)
            )
        text = self.tr("From step {number}, {title}: a click goes there")
        return text.format(number=origin.step + 1, title=step_title(origin.step))

    def _on_view_part_chosen(self, part: int) -> None:
        if self._row is not None and part < len(self._row.origins):
            self.origin_chosen.emit(self._row.origins[part])

    def _build(self, theme: Theme) -> None:
        self.view = FormulaView(theme, self)
        self._caption, self._hint = QLabel(self), QLabel(self)
        wear(self._caption, caption=True)
        wear(self._hint, caption=True)
        self._hint.setWordWrap(True)
        self._figures = _FiguresBox(FEWEST, MOST, parent=self)
        self._figures.setObjectName("formula_figures")
        self._figures.show_number(USUAL_FIGURES)
        self._caption.setBuddy(self._figures)
        self._copy_text, self._copy_latex = TableButton(self), TableButton(self)
        for button, name in ((self._copy_text, "formula_copy_text"), (self._copy_latex, "formula_copy_latex")):
            button.setObjectName(name)
        self.controls = QWidget()
        self._top = QHBoxLayout(self.controls)
        for widget in (self._caption, self._figures, self._copy_text, self._copy_latex):
            self._top.addWidget(widget)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._hint)
        self._layout.addWidget(scrolled(self.view, sideways=True), 1)
        self._layout.setContentsMargins(0, 0, 0, 0)


class _FiguresBox(CountBox):
    widest = "00"


def equations(row: StepRow, figures: int) -> list[tuple[str, str]]:
    """What stands on both sides of the signs of equality: symbols, numbers, value; all that is known of `row`."""
    if not row.symbol:
        return []
    rights = [row.formula, row.numbers] if row.numbers else []
    if row.value is not None:
        rights.append(formula_number(row.value, beside=0.0 if row.is_given else 1.0, most=figures))
    read = [unmarked(right) for right in rights]
    rights = [right for place, right in enumerate(rights) if right and read[place] not in read[:place]]
    return [(row.symbol if place == 0 else "", right) for place, right in enumerate(rights)]


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
