"""The page "Look inside": the diagram and a formula, beside them the microscope in its parts."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.features.back_propagation.inside.check_panel import CheckPanel
from gui.features.back_propagation.inside.code_panel import CodePanel
from gui.features.back_propagation.inside.formula_panel import FormulaPanel
from gui.features.back_propagation.inside.page_part import (
    CHECK,
    CODE,
    FUNCTIONS,
    HIDDEN,
    MATRICES,
    OF_A_LAYER,
    OF_A_STEP,
    PARTS,
    STEPS,
    WEIGHTS,
)
from gui.toolkit.containers.card import Card
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.containers.home import room
from gui.toolkit.containers.splitter import QuietSplitter
from gui.toolkit.entries.segments import Segments
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation


class InsidePage(View, QWidget):
    """`part_shown`: another part of the microscope is in front, see `part`.

    diagram_room and rooms, by part, are for views that stand on the workbench otherwise, or come from other features.
    """

    part_shown = Signal()

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside_page")
        self._part = STEPS
        self.formula = FormulaPanel(themes, self)
        self.code = CodePanel(themes, notation, self)
        self.check = CheckPanel(themes, self)
        self.diagram_room = _room()
        self.rooms = {part: _room() for part in (STEPS, MATRICES, FUNCTIONS, *OF_A_LAYER)}
        self._build()
        for segments in self._segments.values():
            segments.chosen.connect(self.show_part)
        self.follow_themes(themes)

    @property
    def part(self) -> str:
        """The part of the microscope that is in front, one of PARTS."""
        return self._part

    def show_part(self, part: str) -> None:
        """Bring a part of the microscope to the front."""
        self._part = part
        self._mark_part()
        self._stack.setCurrentIndex(PARTS.index(part))
        self.practice.setVisible(part == STEPS)
        self._formula_card.setVisible(part not in OF_A_LAYER)
        self.part_shown.emit()

    def offer(self, parts: Collection[str]) -> None:
        """Offer these parts; the first one comes to the front where the one in front goes."""
        for segments in self._segments.values():
            segments.offer(parts)
        if self._part not in parts:
            self.show_part(STEPS)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Look inside"))
        self._diagram_card.set_title(self.tr("Network"))
        self._formula_card.set_title(self.tr("Formula"))
        self._left.name_parts(self.tr("Network"), self.tr("Formula"))
        self._whole.name_parts(self.tr("Network"), self.tr("Look inside"))
        words = (
            (STEPS, self.tr("Steps"), self.tr("Back-propagation of one sample in seven steps")),
            (MATRICES, self.tr("Matrices"), self.tr("Forward and backward pass of the whole set as matrices")),
            (FUNCTIONS, self.tr("Functions"), self.tr("Activation functions and their derivatives")),
            (CODE, self.tr("Code"), self.tr("One training step in NumPy, line by line, with its values")),
            (CHECK, self.tr("Check"), self.tr("The derivatives of the error, computed in two ways")),
            (HIDDEN, self.tr("Hidden space"), self.tr("What a layer makes of the samples and of the input plane")),
            (
                WEIGHTS,
                self.tr("Weights"),
                self.tr("Weights, activations and gradients, now and over the run"),
            ),
        )
        for part, title, hint in words:
            self._segments[_group_of(part)].set_words(part, title, hint)
        self.practice.setText(self.tr("Practice"))
        self.practice.setAccessibleName(self.tr("Practice"))
        self.practice.setToolTip(self.tr("Type the values of steps 3 to 6 yourself; the window says which are right"))

    def apply_theme(self, theme: Theme) -> None:
        self._top.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(720, 340))

    def _build(self) -> None:
        self._diagram_card, self._formula_card = Card(self.diagram_room), Card(self.formula)
        self._formula_card.add_button(self.formula.controls)
        groups: tuple[tuple[str, ...], ...] = (OF_A_STEP, OF_A_LAYER)
        self._segments = {group: Segments(group, "inside_part_", self) for group in groups}
        self._mark_part()
        self._stack = QStackedWidget(self)
        panels = {**self.rooms, CODE: self.code, CHECK: self.check}
        for part in PARTS:
            self._stack.addWidget(panels[part])
        microscope = CardFrame(self)
        self._top = FlowLayout(spacing=6)
        self.practice = QToolButton(self)
        self.practice.setObjectName("inside_practice")
        self.practice.setCheckable(True)
        for control in (*self._segments.values(), self.practice):
            self._top.addWidget(control)
        wear(self.practice, chip=True)
        column = QVBoxLayout(microscope)
        column.setContentsMargins(1, 2, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        left = self._left = QuietSplitter("splitter_inside_left", Qt.Orientation.Vertical, self)
        left.addWidget(self._diagram_card)
        left.addWidget(self._formula_card)
        left.setSizes([410, 150])
        left.setStretchFactor(0, 1)
        whole = self._whole = QuietSplitter("splitter_inside", Qt.Orientation.Horizontal, self)
        whole.addWidget(left)
        whole.addWidget(microscope)
        whole.setSizes([560, 680])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(whole)

    def _mark_part(self) -> None:
        for group, segments in self._segments.items():
            if self._part in group:
                segments.show_chosen(self._part)
            else:
                segments.show_none()


def _group_of(part: str) -> tuple[str, ...]:
    return OF_A_LAYER if part in OF_A_LAYER else OF_A_STEP


def _room() -> QWidget:
    place = QWidget()
    room(place)
    return place
