"""What the present step says, under the graph."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from engine.expression import Walk
from gui.computation_graph.written import GAP, formulas, heading, sentence
from gui.theme import ThemeManager


class StepText(QScrollArea):
    """The heading, the sentence and the formulas of the step made last."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
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
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_step(self, walk: Walk, done: int) -> None:
        """Write down the step number `done` of `walk`; 0 is before the first."""
        theme = self._themes.theme
        faulty = done > 0 and walk.is_faulty(walk.steps[done - 1])
        colour = theme.wrong if faulty else theme.text
        lines = [] if faulty else formulas(walk, done)
        self._label.setText(
            f'<div style="color:{theme.muted}; font-weight:600">{escape(heading(walk, done))}</div>'
            f'<div style="color:{colour}; margin-top:{theme.px(2)}px">{escape(sentence(walk, done))}</div>'
            + "".join(
                f'<div style="font-size:{theme.px(16)}px; margin-top:{theme.px(5)}px; white-space:pre-wrap">'
                f"{_unbroken(line)}</div>"
                for line in lines
            )
        )
        self._label.setAccessibleName("\n".join([heading(walk, done), sentence(walk, done), *lines]))

    @property
    def text(self) -> str:
        """What is written, without its style."""
        return self._label.accessibleName()


def _unbroken(line: str) -> str:
    """HTML of a formula that breaks, if at all, only at the gap between its two parts."""
    parts = [escape(part).replace(" ", "\u00a0") for part in line.split(GAP)]
    return f"{GAP}".join(parts)
