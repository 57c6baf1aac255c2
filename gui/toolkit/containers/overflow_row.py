"""A row of controls that never wraps: those without room are found in the menu of the ⋯ at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QToolButton, QWidget

from gui.toolkit.look import wear
from gui.toolkit.view import View


class OverflowRow(View, QWidget):
    """`place` adds a control; `want` says whether it makes sense now. It is on show where there is room as well."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[QWidget] = []
        self._gives_way: dict[QWidget, int] = {}
        self._unwanted: set[QWidget] = set()
        self._is_fitting = False
        self._fitted: list[QSize] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._more = QToolButton(self)
        self._more.setObjectName(name)
        self._more.setText("⋯")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._more.menu().aboutToShow.connect(self._fill_menu)
        wear(self._more, compact=True)
        self._more.hide()
        self._row.addWidget(self._more)
        self._row.addStretch(1)

    def place(self, control: QWidget, gives_way: int = 0, at: int | None = None) -> None:
        """Add `control` behind the others, or `at` a place; those that give way most go first, with 0 never."""
        index = len(self._controls) if at is None else at
        self._controls.insert(index, control)
        self._gives_way[control] = gives_way
        self._row.insertWidget(index, control)
        self.fit()

    def take_out(self, control: QWidget) -> None:
        """Forget `control`, which is about to be deleted."""
        self._controls.remove(control)
        self._row.removeWidget(control)
        self._unwanted.discard(control)
        del self._gives_way[control]

    def want(self, control: QWidget, wanted: bool) -> None:
        """Whether `control` makes sense now."""
        if wanted == (control in self._unwanted):
            (self._unwanted.discard if wanted else self._unwanted.add)(control)
            self.fit()

    def is_wanted(self, control: QWidget) -> bool:
        """Whether it is in the row or in its menu."""
        return control not in self._unwanted

    def set_spacing(self, pixels: int) -> None:
        """The room between two controls."""
        self._row.setSpacing(pixels)
        self.fit()

    def fit(self) -> None:
        """Show what is wanted and has room."""
        if self._is_fitting:
            return
        self._is_fitting = True
        shown = [control for control in self._controls if control not in self._unwanted]
        left_out = self._without_room(shown)
        for control in self._controls:
            is_there = control in shown and control not in left_out
            if control.isHidden() == is_there:
                control.setVisible(is_there)
        if self._more.isHidden() == bool(left_out):
            self._more.setVisible(bool(left_out))
        self._fitted = []
        self._is_fitting = False

    def has_room_for(self, controls: Sequence[QWidget]) -> bool:
        """Whether these, with the ⋯ behind them, fit into the row."""
        gap = self._row.spacing()
        return sum(_hint(control).width() + gap for control in (*controls, self._more)) <= self.contentsRect().width()

    def _without_room(self, shown: list[QWidget]) -> set[QWidget]:
        gap = self._row.spacing()
        widths = {control: _hint(control).width() + gap for control in shown}
        room = self.contentsRect().width() + gap
        left_out: set[QWidget] = set()
        for control in sorted(shown, key=lambda each: -self._gives_way[each]):
            needed = sum(width for each, width in widths.items() if each not in left_out)
            needed += _hint(self._more).width() + gap if left_out else 0
            if needed <= room or self._gives_way[control] == 0:
                break
            left_out.add(control)
        return left_out

    def _fill_menu(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for control in self._controls:
            if control.isHidden() and control not in self._unwanted and isinstance(control, QAbstractButton):
                entry = menu.addAction(control.icon(), control.accessibleName() or control.text())
                entry.setObjectName(f"{control.objectName()}_entry")
                entry.setToolTip(control.toolTip())
                entry.setCheckable(control.isCheckable())
                entry.setChecked(control.isChecked())
                entry.setEnabled(control.isEnabled())
                entry.triggered.connect(lambda _checked=False, button=control: button.click())

    def name_more(self, text: str) -> None:
        """What the ⋯ is called."""
        self._more.setAccessibleName(text)
        self._more.setToolTip(text)

    def sizeHint(self) -> QSize:
        wanted = [control for control in self._controls if control not in self._unwanted]
        return QSize(
            sum(_hint(control).width() + self._row.spacing() for control in wanted),
            max((_hint(control).height() for control in wanted), default=0),
        )

    def minimumSizeHint(self) -> QSize:
        kept = [each for each in self._controls if each not in self._unwanted and self._gives_way[each] == 0]
        width = sum(_hint(control).width() + self._row.spacing() for control in kept)
        return QSize(width + _hint(self._more).width(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and (needs := self._needs()) != self._fitted:
            self.fit()  # which may ask for the next layout: without end, if it were done for that again
            self._fitted = needs  # those of before: a control that has just been shown may need more
        return super().event(event)

    def _needs(self) -> list[QSize]:
        """The room that there is, and what is asked for."""
        return [self.contentsRect().size(), *(_hint(control) for control in (*self._controls, self._more))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _hint(control: QWidget) -> QSize:
    """The size that a layout gives it where there is room."""
    return control.sizeHint().boundedTo(control.maximumSize()).expandedTo(control.minimumSize())
