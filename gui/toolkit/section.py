"""This module defines a heading that folds what stands under it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.toolkit.icons import icon
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View


class Section(View, QWidget):
    """A heading button over `content`; `trailing` stands at the right end of the heading's line."""

    unfolded = Signal(bool)

    def __init__(self, name: str, content: QWidget, trailing: QWidget | None = None, folded: bool = False) -> None:
        super().__init__()
        self._content = content
        self._theme: Theme | None = None
        self.heading = QToolButton(self)
        self.heading.setObjectName(name)
        wear(self.heading, heading=True)
        self.heading.setCheckable(True)
        self.heading.setChecked(not folded)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.heading.toggled.connect(self._on_heading_toggled)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.heading)
        line.addStretch(1)
        if trailing is not None:
            line.addWidget(trailing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(content)
        content.setVisible(not folded)

    @property
    def is_folded(self) -> bool:
        """Whether only the heading shows."""
        return not self.heading.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Show only the heading, or everything."""
        self.heading.setChecked(not folded)

    def set_title(self, title: str, tooltip: str) -> None:
        """The heading's text and explanation."""
        self.heading.setText(title)
        self.heading.setToolTip(tooltip)
        self.heading.setAccessibleName(title)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.heading.setIconSize(QSize(theme.px(12), theme.px(12)))
        self._draw_arrow()

    def _draw_arrow(self) -> None:
        if self._theme is not None:
            name = "folded" if self.is_folded else "unfolded"
            self.heading.setIcon(icon(name, self._theme, self._theme.muted))

    def _on_heading_toggled(self, checked: bool) -> None:
        self._content.setVisible(checked)
        self._draw_arrow()
        self.unfolded.emit(checked)
