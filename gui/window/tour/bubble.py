"""This module shows one stop of the tour: a title and a sentence beside the part that they are about."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.toolkit.buttons import name_button
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

_WIDTH, _GAP = 340, 12


class TourBubble(View, QFrame):
    """Floats over the window and leaves the keyboard where it is; Tab leads to its buttons."""

    moved_on = Signal(int)  # 1 or −1
    skipped = Signal()

    def __init__(self, themes: ThemeManager, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_bubble")
        self._themes, self._window = themes, window
        self._place, self._count = 0, 1
        self._title, self._text, self._number = (QLabel(self) for _ in range(3))
        self._title.setObjectName("tour_title")
        self._text.setObjectName("tour_text")
        wear(self._number, caption=True)
        wear(self._title, letters="strong")
        self._text.setWordWrap(True)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._skip, self._back, self._next = QToolButton(self), QPushButton(self), QPushButton(self)
        for name, button in (("skip", self._skip), ("back", self._back), ("next", self._next)):
            button.setObjectName(f"tour_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._skip.clicked.connect(self.skipped)
        self._back.clicked.connect(lambda: self.moved_on.emit(-1))
        self._next.clicked.connect(lambda: self.moved_on.emit(1))
        row = QHBoxLayout()
        row.addWidget(self._number)
        row.addStretch(1)
        for button in (self._skip, self._back, self._next):
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        for label in (self._title, self._text):
            self._column.addWidget(label)
        self._column.addLayout(row)
        self.hide()
        self.follow_themes(themes)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tour"))
        is_last = self._place == self._count - 1
        name_button(self._skip, self.tr("Skip"), self.tr("End the tour (Esc); Help has it again"))
        name_button(self._back, self.tr("Back"), self.tr("The stop before (Page Up)"))
        name_button(self._next, self.tr("Done") if is_last else self.tr("Next"), self.tr("The next stop (Page Down)"))

    def apply_theme(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(12))
        self._column.setSpacing(theme.px(6))

    def show_stop(self, place: int, count: int, title: str, text: str) -> None:
        """Show the stop at `place`, from 0, of so many."""
        self._place, self._count = place, count
        self._title.setText(title)
        self._text.setText(text)
        self._number.setText(f"{place + 1}/{count}")
        self.retranslate()
        self._back.setEnabled(place > 0)
        self._skip.setVisible(place < count - 1)
        wear(self._next, primary=True)
        self.setFixedWidth(self._themes.theme.px(_WIDTH))
        self.show()
        self.adjustSize()

    def stand_beside(self, part: QRect) -> None:
        """Stand where there is room beside `part` of the window; over its middle where there is none, or no part."""
        room, width, height = self._window.rect(), self.width(), self.height()
        left = min(max(part.center().x() - width // 2, _GAP), room.width() - width - _GAP)
        top = min(max(part.center().y() - height // 2, _GAP), room.height() - height - _GAP)
        below, above = (left, part.bottom() + _GAP), (left, part.top() - _GAP - height)
        beside = (part.right() + _GAP, top), (part.left() - _GAP - width, top)
        corners = (below, *beside, above) if part.height() < height else (*beside, below, above)  # a bar's others show
        places = [QRect(*corner, width, height) for corner in corners if not part.isNull()]
        middle = QRect((room.width() - width) // 2, (room.height() - height) // 2, width, height)
        self.move(next((place for place in places if room.contains(place)), middle).topLeft())
        self.raise_()
