"""This module defines the base of dialogs: size, margins, language, theme and deletion."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View


class FormDialog(View, QDialog):
    """A dialog that follows language and theme, and is deleted when it is closed.

    `usual_size` is its size in pixels at the theme's scale, `largest_size` the most that it takes without being asked.
    A subclass makes, arranges and connects its parts in three methods, and calls `set_up` when it has what they need.
    """

    usual_size = QSize(940, 520)
    largest_size = QSize(1240, 680)

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._themes = themes

    def set_up(self) -> None:
        """Make the dialog's parts, once."""
        self._make_parts()
        self._arrange()
        self._connect()
        self.follow_themes(self._themes)
        self.resize(self.sizeHint())
        self.finished.connect(self.deleteLater)

    def sizeHint(self) -> QSize:
        px, usual = self._themes.theme.px, self.usual_size
        return QSize(px(usual.width()), px(usual.height())).boundedTo(self.largest_size)

    def _make_parts(self) -> None:
        raise NotImplementedError

    def _arrange(self) -> None:
        raise NotImplementedError

    def _connect(self) -> None:
        raise NotImplementedError


def set_margins(layout: QBoxLayout, theme: Theme, spacing: int = 10) -> None:
    """Give the outermost layout of a dialog its room at the theme's scale."""
    layout.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
    layout.setSpacing(theme.px(spacing))


def plain_text(name: str, parent: QWidget) -> QLabel:
    """A label called `name` for a text that wraps; what looks like mark-up in it, such as a file's name, is shown."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def progress_bar(name: str, steps: int, parent: QWidget) -> QProgressBar:
    """A bar called `name` without a text; hidden, it leaves its room free, so that nothing moves."""
    bar = QProgressBar(parent)
    bar.setObjectName(name)
    bar.setRange(0, steps)
    bar.setTextVisible(False)
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    bar.setSizePolicy(policy)
    return bar


def button_row(progress: QWidget | None, *buttons: QWidget) -> QHBoxLayout:
    """The last row of a dialog: how far it has come, or nothing, then the buttons at the right."""
    row = QHBoxLayout()
    if progress is None:
        row.addStretch(1)
    else:
        row.addWidget(progress, 1)
        row.addSpacing(24)
    for button in buttons:
        row.addWidget(button)
    return row
