"""The field that stands over a cell of the sample table while it is typed into, and says at once what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent, QShowEvent, QValidator
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from gui.toolkit.look import take_look, wear

Check = Callable[[str], str]
"""What is wrong with a text, in a sentence; "" where nothing is."""


class SampleEntry(QLineEdit):
    """Takes what `check` has nothing against; Enter is refused until then, and the reason stands beside the cell.

    `choices` are offered in a list under the field. `accepted` and `given_up` tell how the entry ends where the list
    is open, which keeps the keys from the table.
    """

    accepted = Signal()
    given_up = Signal()

    def __init__(self, check: Check, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_entry")
        self._check = check
        self._reason = _Reason(parent)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setValidator(_Validator(check, self))
        if choices:
            self._offer(choices)
        self.textChanged.connect(self._judge)
        self.returnPressed.connect(self.accepted)
        self.destroyed.connect(self._reason.deleteLater)
        self._judge(self.text())

    @property
    def problem(self) -> str:
        """What is wrong with what stands here; "" where it can be taken."""
        return self._check(self.text())

    def show_choices(self) -> None:
        """Open the list of what can be chosen, if there is one."""
        if (completer := self.completer()) is not None:
            completer.setCompletionPrefix("")
            completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_reason()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_reason()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._judge(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._reason.hide()

    def _offer(self, choices: Sequence[str]) -> None:
        completer = QCompleter(list(choices), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(12)
        if (popup := completer.popup()) is not None:
            popup.setObjectName("sample_choices")
            take_look(popup, self)
        # queued, since the field takes the text over when it is told of the choice as well
        completer.activated.connect(self._on_completer_activated, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)

    def _on_completer_activated(self, _text: str) -> None:
        self.setModified(True)
        self.accepted.emit()

    def _judge(self, text: str) -> None:
        problem = self._check(text)
        wear(self, rim="wrong" if problem else "right")
        self.setToolTip(problem)
        self.setAccessibleDescription(problem)
        self._reason.setText(problem)
        self._place_reason()

    def _place_reason(self) -> None:
        """Under the field or over it, within the table; over the whole window where the table has no room for it."""
        reason, table = self._reason, self.parentWidget()
        reason.setVisible(bool(reason.text()) and self.isVisible())
        if not reason.text() or table is None:
            return
        stage = table if reason.fit(table.width() - 8) <= table.height() else table.window()
        if reason.parentWidget() is not stage:
            take_look(reason, self)
            reason.setParent(stage)
            reason.setVisible(self.isVisible())
        reason.fit(stage.width() - 8)
        field = QRect(self.mapTo(stage, QPoint(0, 0)), self.size())
        left = max(4, min(field.right() - reason.width() + 1, stage.width() - 4 - reason.width()))
        below, above = field.bottom() + 3, field.top() - reason.height() - 3
        reason.move(left, below if below + reason.height() <= stage.height() else max(above, 0))
        reason.raise_()


class _Validator(QValidator):
    """Lets everything be typed; only what `check` has nothing against is acceptable."""

    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self._check = check

    def validate(self, text: str, position: int) -> object:
        state = QValidator.State.Intermediate if self._check(text) else QValidator.State.Acceptable
        return state, text, position


class _Reason(QLabel):
    """Why an entry cannot be taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_entry_reason")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def fit(self, room: int) -> int:
        """Take one line, or as many as `room` pixels of width ask for; returns the height."""
        self.setWordWrap(False)
        is_long = self.sizeHint().width() > room
        self.setWordWrap(is_long)
        self.resize(QSize(room, self.heightForWidth(room)) if is_long else self.sizeHint())
        return self.height()
