"""This module defines the panel that fits RBF networks: centres, widths, output weights, what is trained."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from engine.network.rbf_fitting import CENTRES_BY, WIDTHS_BY, usual_widths
from engine.project.edits.rbf import is_rbf_locked
from engine.project.project import Project
from gui.document.document import Document
from gui.features.rbf.fitting_names import centres_title, everything_title, widths_hint, widths_title
from gui.toolkit.buttons import name_button
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.labels.caption import Caption
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View


class RbfPanel(View, QWidget):
    """The way of fitting stands in the boxes; the buttons ask for it, the window does it with the newest numbers."""

    place_wanted = Signal(str, str, float)  # centres by, widths by, factor
    widths_wanted = Signal(str, float)
    solve_wanted = Signal()
    trained_chosen = Signal(bool)  # everything, or the output layer alone
    circles_toggled = Signal(bool)

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rbf_panel")
        self._document = document
        self._make()
        self._arrange()
        self._connect()
        document.changed.connect(self._on_document_changed)
        self.follow_themes(themes)
        self._show_usual_widths()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("RBF network"))
        self._centres_by.offer([(name, centres_title(name)) for name in CENTRES_BY])
        self._widths_by.offer([(name, widths_title(name)) for name in WIDTHS_BY])
        self._widths_by.explain({name: widths_hint(name) for name in WIDTHS_BY})
        self._trained.offer([(everything, everything_title(everything)) for everything in (True, False)])
        for box, caption, text, hint in (
            (self._centres_by, "centres", self.tr("Centres by"), self.tr("How “Place centres” finds the centres")),
            (self._widths_by, "widths", self.tr("Widths by"), self.tr("The rule that gives every unit its width σ")),
            (self._factor, "factor", self.tr("times"), self.tr("The widths are the rule's, multiplied by this factor")),
            (self._trained, "trained", self.tr("Training moves"), self.tr("What Train may change by the gradient")),
        ):
            self._captions[caption].setText(text)
            box.setToolTip(hint)
            box.setAccessibleName(text)
            box.setAccessibleDescription(hint)
        for button, text, hint in (
            (
                self._place,
                self.tr("Place centres"),
                self.tr("Put the centres where the samples are, and set the widths"),
            ),
            (self._widen, self.tr("Set widths"), self.tr("Set the widths by the rule, for the centres as they are")),
            (
                self._solve,
                self.tr("Solve output weights"),
                self.tr(
                    "Least squares: the output weights with the least squared error, in one step. Outputs are linear."
                ),
            ),
            (
                self._circles,
                self.tr("Centres and widths in the plot"),
                self.tr("Show every centre and width, to be dragged; switched off, the samples below can be reached"),
            ),
        ):
            name_button(button, text, hint)
            button.setAccessibleDescription(hint)
        self._explain.setText(
            self.tr("Units answer exp(−‖x − c‖² / 2σ²): 1 at their centre c, 0.61 at the distance σ.")
        )
        self._sync()

    def apply_theme(self, theme: Theme) -> None:
        self._grid.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        self._grid.setHorizontalSpacing(theme.px(4))
        self._grid.setVerticalSpacing(theme.px(3))

    def _make(self) -> None:
        self._centres_by, self._widths_by, self._trained = (ChoiceBox(self, is_whole=True) for _ in range(3))
        self._factor = NumberBox(0.01, 100.0, 0.1)
        self._factor.show_number(1.0)
        self._place, self._widen, self._solve = QPushButton(self), QPushButton(self), QPushButton(self)
        self._circles = QCheckBox(self)
        self._circles.setChecked(True)
        for button in (self._place, self._widen, self._solve, self._circles):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._explain = QLabel(self)
        self._explain.setObjectName("rbf_explanation")
        wear(self._explain, tone="muted")
        self._explain.setWordWrap(True)
        self._captions = {name: Caption(self) for name in ("centres", "widths", "factor", "trained")}
        for name, caption in self._captions.items():
            caption.setObjectName(f"rbf_{name}_caption")
        names = {
            "rbf_centres_by": self._centres_by,
            "rbf_widths_by": self._widths_by,
            "rbf_factor": self._factor,
            "rbf_trained": self._trained,
            "rbf_place": self._place,
            "rbf_set_widths": self._widen,
            "rbf_solve": self._solve,
            "rbf_circles": self._circles,
        }
        for name, control in names.items():
            control.setObjectName(name)

    def _arrange(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.addWidget(self._explain, 0, 0, 1, 4)
        grid.addWidget(self._captions["centres"], 1, 0)
        grid.addWidget(self._centres_by, 2, 0)
        grid.addWidget(self._captions["widths"], 1, 1)
        grid.addWidget(self._widths_by, 2, 1)
        grid.addWidget(self._captions["factor"], 1, 2)
        grid.addWidget(self._factor, 2, 2)
        grid.addWidget(self._captions["trained"], 1, 3)
        grid.addWidget(self._trained, 2, 3)
        for column, button in enumerate((self._place, self._widen)):
            grid.addWidget(button, 3, column)
        grid.addWidget(self._solve, 3, 2, 1, 2)
        grid.addWidget(self._circles, 4, 0, 1, 4)
        grid.setRowStretch(5, 1)
        for column, stretch in enumerate((3, 3, 1, 3)):
            grid.setColumnStretch(column, stretch)
        for button in (self._place, self._widen, self._solve):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        order = (
            self._centres_by, self._widths_by, self._factor, self._trained, self._place, self._widen, self._solve,
            self._circles,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._place.clicked.connect(lambda: self.place_wanted.emit(*self._way(), self._factor.value()))
        self._widen.clicked.connect(lambda: self.widths_wanted.emit(self._way()[1], self._factor.value()))
        self._factor.valueChanged.connect(lambda value: self.widths_wanted.emit(self._way()[1], value))
        self._widths_by.chosen.connect(lambda name: self.widths_wanted.emit(name, self._factor.value()))
        self._solve.clicked.connect(self.solve_wanted)
        self._trained.chosen.connect(lambda everything: self.trained_chosen.emit(bool(everything)))
        self._circles.toggled.connect(self.circles_toggled)

    def _way(self) -> tuple[str, str]:
        return str(self._centres_by.name() or CENTRES_BY[0]), str(self._widths_by.name() or WIDTHS_BY[0])

    def _show_usual_widths(self) -> None:
        self._widths_by.show_name(usual_widths(self._document.project.network.n_inputs))

    def _sync(self) -> None:
        with QSignalBlocker(self._trained):
            self._trained.show_name(not is_rbf_locked(self._document.project))

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.network.n_inputs != after.network.n_inputs:
            self._show_usual_widths()
        if before.locked != after.locked or before.network != after.network:
            self._sync()
