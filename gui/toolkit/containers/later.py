"""Room for controls that are made when they are first shown: most windows never show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

_Content = TypeVar("_Content", bound=QWidget)


class Later(QWidget, Generic[_Content]):
    """Hidden at first. Every widget costs time when the window starts and at each change of theme."""

    def __init__(self, make: Callable[[QWidget], _Content], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._content: _Content | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def made(self) -> _Content | None:
        """The content, None until it was shown."""
        return self._content

    @property
    def content(self) -> _Content:
        """The content, made now if it was not."""
        if self._content is None:
            self._content = self._make(self)
            self._layout.addWidget(self._content)
        return self._content

    def setVisible(self, on: bool) -> None:
        if on:
            self.content.show()
        super().setVisible(on)
