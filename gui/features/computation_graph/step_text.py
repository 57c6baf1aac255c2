"""What the present step says, under the graph."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from engine.expression import Walk
from gui.features.computation_graph.step_sentences import GAP, formulas, heading, sentence
from gui.toolkit.theme import ThemeManager

_FORMULA = 16.0


class StepText(QScrollArea):
    """The heading, the sentence and the formulas of the step made last."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._shown: tuple[Walk, int] | None = None
        self._label = QLabel(self)
        self._label.setObjectName("graph_step_text")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("graph_step_scroll")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a long step is scrolled with the arrow keys

    def show_step(self, walk: Walk, done: int) -> None:
        """Write down the step number `done` of `walk`; 0 is before the first."""
        self._shown = (walk, done)
        theme = self._themes.theme
        faulty = done > 0 and walk.is_faulty(walk.steps[done - 1])
        colour = theme.wrong if faulty else theme.text
        lines = [] if faulty else formulas(walk, done)
        self._label.setText(
            f'<div style="color:{theme.muted}; font-weight:600">{escape(heading(walk, done))}</div>'
            f'<div style="color:{colour}; margin-top:{theme.px(2)}px">{escape(sentence(walk, done))}</div>'
            + "".join(self._formula(line) for line in lines)
        )
        self._label.setAccessibleName("\n".join([heading(walk, done), sentence(walk, done), *lines]))

    @property
    def text(self) -> str:
        """What is written, without its style."""
        return self._label.accessibleName()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and event.size().width() != event.oldSize().width():
            self.show_step(*self._shown)

    def _formula(self, line: str) -> str:
        """A formula; one that is too long for a line is broken at the gap between its two parts only."""
        theme = self._themes.theme
        font = QFont(self._label.font())
        font.setPixelSize(theme.px(_FORMULA))
        fits = QFontMetricsF(font).horizontalAdvance(line) < self.viewport().width()
        parts = [line] if fits else line.split(GAP)
        return "".join(
            f'<div style="font-size:{theme.px(_FORMULA)}px; margin-top:{theme.px(5 if index == 0 else 0)}px;'
            f' margin-left:{theme.px(16 * index)}px; white-space:pre-wrap">{escape(part)}</div>'
            for index, part in enumerate(parts)
        )
