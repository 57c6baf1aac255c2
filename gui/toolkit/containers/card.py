"""A card is a panel of the window with a quiet heading over its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.look import wear
from gui.toolkit.theme import BUTTON_HEIGHT, Theme

NO_LIMIT = 2**24 - 1  # Qt's QWIDGETSIZE_MAX
_MARGINS, _SLIM_MARGINS = (1, 4, 1, 1), (1, 0, 1, 0)
_MOST = 100  # of the line's room, beside the stretch behind it


@dataclass(frozen=True)
class CardSpec:
    """One card of the workbench: its fixed name, and the English source of its title for a data set (context "Cards").

    scrolls: whether the content scrolls where it has too little room. has_quiet_row: whether the row over the content
    is one of tools, there on stage only while the mouse or the focus is in the card.
    """

    name: str
    title: Callable[[Dataset], str]
    scrolls: bool = False
    has_quiet_row: bool = False


def card_spec(name: str, title: object, scrolls: bool = False, has_quiet_row: bool = False) -> CardSpec:
    """A `CardSpec` with one title; QT_TRANSLATE_NOOP is typed as returning any object, but returns its text."""
    return CardSpec(name, lambda _data: str(title), scrolls, has_quiet_row)


class Card(CardFrame):
    """A titled frame; `set_title` gives the text, in the language in force.

    `row` stands over the content; on stage it shares the line of the heading, so that the content has its room. It is
    taken out of the content for good: in other hands it would be dressed anew at each change.
    """

    title_double_clicked = Signal()
    unfold_wanted = Signal()

    def __init__(self, content: QWidget, row: QWidget | None = None, is_row_quiet: bool = False) -> None:
        super().__init__()
        self._heading = QLabel(self)
        wear(self._heading, heading=True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setMinimumWidth(1)  # what stands beside it must not widen a narrow column
        self._quiet: list[QWidget] = []
        self._quiet_on_stage: list[QWidget] = []
        self._is_on_stage = self._is_inside = self._is_chrome_shown = False
        self._content, self._row, self._is_folded = content, row, False
        self._top = QHBoxLayout()
        self._top.setContentsMargins(8, 0, 8, 0)
        self._top.addWidget(self._heading)
        self._top.addStretch(1)
        self._strut = QSpacerItem(0, 0)
        self._top.addItem(self._strut)
        self._under = QHBoxLayout()
        self._quiet_row: QWidget | None = None
        if row is not None and is_row_quiet:
            self._row = self._quiet_row = self._holder(row)
            self._quiet_on_stage.append(self._quiet_row)
        if self._row is not None:
            self._under.addWidget(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addLayout(self._under)
        layout.addWidget(content, 1)
        self.align_row()
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_quiet)

    def add_button(self, button: QWidget, quiet: bool = False) -> None:
        """Put a button, or a row of them, to the right of the heading, where it takes no room from the content.

        A `quiet` one is there only while the mouse or the focus is in the card; on stage all are.
        """
        place = self._holder(button)
        (self._quiet if quiet else self._quiet_on_stage).append(place)
        self._top.addWidget(place)
        self._show_quiet()

    @property
    def heading_height(self) -> int:
        """How much of its height the content does not get."""
        margins, frame = self.layout().contentsMargins(), self.contentsMargins()  # type: ignore[union-attr]
        around = margins.top() + margins.bottom() + frame.top() + frame.bottom()
        return self._top.sizeHint().height() + around

    def apply_theme(self, theme: Theme) -> None:
        """Keep room for buttons beside the heading, so that nothing moves when they come."""
        has_buttons = bool(self._quiet or self._quiet_on_stage)
        self._strut.changeSize(0, theme.px(BUTTON_HEIGHT) if has_buttons else 0)
        self._top.invalidate()
        self.align_row()
        if self.is_folded:
            self.setMaximumHeight(self.heading_height)

    def align_row(self) -> None:
        """Let the row over the content have the content's margins, which have changed."""
        inside = self._content.layout()
        if self._row is None or inside is None:
            return
        margins = inside.contentsMargins()
        gap = max(inside.spacing() - margins.top(), 0)
        around = (0, 0, 0, 0) if self._is_on_stage else (margins.left(), margins.top(), margins.right(), gap)
        self._under.setContentsMargins(*around)

    def set_on_stage(self, on: bool) -> None:
        """Show the content, and of what works on it only what the mouse comes to."""
        self._is_on_stage = on
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*(_SLIM_MARGINS if on else _MARGINS))
        if self._row is not None:
            self._place_row(self._row, on)
        self._show_row()

    def show_chrome(self, on: bool) -> None:
        """Show everything, as the mouse rests at the top edge of the stage."""
        self._is_chrome_shown = on
        self._show_quiet()

    def _place_row(self, row: QWidget, in_heading: bool) -> None:
        if in_heading:
            self._under.removeWidget(row)
            self._top.insertWidget(1, row, _MOST)
        else:
            self._top.removeWidget(row)
            self._under.addWidget(row)
        self.align_row()

    def _holder(self, content: QWidget) -> QWidget:
        """Is shown and hidden by the card, whatever its content does by itself."""
        place = QWidget(self)
        layout = QHBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)
        return place

    def _show_quiet(self, _before: object = None, _now: object = None) -> None:
        focus = QApplication.focusWidget()
        is_near = self._is_inside or self._is_chrome_shown or (focus is not None and self.isAncestorOf(focus))
        for places, is_there in ((self._quiet, is_near), (self._quiet_on_stage, is_near or not self._is_on_stage)):
            for place in places:
                place.setVisible(is_there and not (place is self._quiet_row and self.is_folded))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_inside = True
        self._show_quiet()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_inside = False
        self._show_quiet()

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is on show."""
        return self._is_folded

    def fold(self, folded: bool) -> None:
        """Show the heading alone, or the content as well."""
        if folded != self.is_folded:
            self._is_folded = folded
            self._content.setVisible(not folded)
            self._show_row()
            self.setMaximumHeight(self.heading_height if folded else NO_LIMIT)
            self.setCursor(Qt.CursorShape.PointingHandCursor if folded else Qt.CursorShape.ArrowCursor)
            self.set_title(self.accessibleName())

    def _show_row(self) -> None:
        """A folded card has nothing for it to work on."""
        if self._row is not None and self._quiet_row is None:
            self._row.setVisible(not self.is_folded)
        self._show_quiet()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_folded and event.button() == Qt.MouseButton.LeftButton:
            self.unfold_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= self._top.geometry().bottom():
            self.title_double_clicked.emit()

    def set_title(self, title: str) -> None:
        """Show `title` and give it to screen readers as the name of the group."""
        self._heading.setText(f"{title} ▸" if self.is_folded else title)
        self.setAccessibleName(title)
