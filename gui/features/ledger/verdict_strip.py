"""This module shows the verdict: whether a line exists, how many corrections it takes, whether the run cycles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.features.ledger.verdict import Verdict, sentence
from gui.toolkit.icons import icon
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.notation import Notation


class VerdictStrip(View, QWidget):
    """`hidden_layer_wanted`: the way out was taken."""

    hidden_layer_wanted = Signal()

    def __init__(self, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_strip")
        self._notation = notation
        self._verdict = Verdict()
        self._mark = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("verdict_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._way_out = QPushButton(self)
        self._way_out.setObjectName("verdict_add_layer")
        self._way_out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._way_out.clicked.connect(self.hidden_layer_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._way_out, 0, Qt.AlignmentFlag.AlignVCenter)
        self._theme: Theme | None = None
        self.retranslate()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say `verdict`."""
        self._verdict = verdict
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._way_out.setMinimumHeight(theme.px(24))
        self._write()

    def retranslate(self) -> None:
        self._way_out.setText(self.tr("Add a hidden layer"))
        self._way_out.setAccessibleName(self.tr("Add a hidden layer"))
        self._way_out.setToolTip(
            self.tr(
                "The way out: four units between inputs and output, trained by gradient descent; Undo takes it back"
            )
        )
        self._write()

    def _write(self) -> None:
        text = sentence(self._verdict, self._notation)
        self._text.setText(text)
        self._text.setToolTip(text)
        self._text.setAccessibleName(text)
        self.setVisible(bool(text))
        self._way_out.setVisible(self._verdict.is_hopeless)
        theme = self._theme
        if theme is None:
            return
        side = theme.px(16)
        self._mark.setFixedSize(QSize(side, theme.px(20)))
        decided = self._verdict.units is not None
        name, colour = ("wrong", theme.wrong) if self._verdict.is_hopeless else ("right", theme.right)
        self._mark.setPixmap(
            icon(name, theme, colour).pixmap(side, side) if decided else icon("info", theme).pixmap(side)
        )
