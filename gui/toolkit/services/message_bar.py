"""This module defines the message line: what the program did by itself, or what went wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from gui.toolkit.look import wear
from gui.toolkit.services.messages import Message, Offers, Remark
from gui.toolkit.services.screen_reader import announce
from gui.toolkit.view import View

NOTICE_MS = 9_000
OFFER_MS = 20_000  # for a notice that offers something
LEAST_WIDTH, MAX_WIDTH = 480, 1080
SIDE_MARGIN, BOTTOM_MARGIN = 8, 1
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_FRAME = 1  # of the style sheet, which a message that is hidden does not wear


class MessageBar(View, QFrame):
    """Shows one message at a time; notices leave by themselves, warnings stay until dismissed or mended.

    A notice covers a warning only for its own time; what is waited for covers it until it has come. A remark is on show
    while there is nothing else; it stays until it is withdrawn or dismissed, also after one of its offers was taken.

    It floats over the right of its parent's lower edge, the window's status line, so that no panel jumps when it
    comes or goes; `covered` tells how much of the line is left of it, `height_needed` how high the line must be for it
    to cover nothing else.
    """

    covered = Signal(int)  # pixels from the right edge of the parent, 0 when hidden
    height_needed = Signal(int)  # pixels from the lower edge of the parent, 0 when hidden
    remark_dismissed = Signal()
    remark_told = Signal()  # a folded one was unfolded

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        parent.installEventFilter(self)
        self.setObjectName("message_bar")
        self._label = QLabel(self)
        self._label.setObjectName("message_text")
        self._label.installEventFilter(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._offers = [self._new_offer(name) for name in ("message_offer", "message_offer_2", "message_offer_3")]
        self._dismiss = QToolButton(self)
        self._dismiss.setObjectName("message_dismiss")
        self._dismiss.setText("×")
        self._dismiss.setAutoRaise(True)
        self._layout, self._buttons = QBoxLayout(_BESIDE, self), QHBoxLayout()
        self._layout.setContentsMargins(12, 1, 4, 1)  # two lines on stage take little from the pictures
        self._layout.addWidget(self._label, 1)
        self._layout.addLayout(self._buttons)
        self._layout.setAlignment(self._buttons, Qt.AlignmentFlag.AlignRight)
        for button in (*self._offers, self._dismiss):
            self._buttons.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_next)
        self._dismiss.clicked.connect(self._on_dismiss_clicked)
        for place, button in enumerate(self._offers):
            button.clicked.connect(lambda _checked=False, place=place: self._on_offer_clicked(place))
        self._warned: Message | None = None  # on show, or covered by a notice or by what is waited for
        self._noticed = Message("")  # on show while the timer runs
        self._awaited: list[Message] = []  # the last is on show, or covered by a notice
        self._remark: Remark | None = None
        self._shows_remark = self._is_told = False
        self._folds: set[str] = set()
        self._uncovered: tuple[QWidget, ...] = ()
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """The message on show, or the last one."""
        return self._label.text()

    @property
    def usual_height(self) -> int:
        """What `height_needed` asks for at most, but for the longest messages: two lines of text."""
        margins, lines = self._layout.contentsMargins(), self._below.fontMetrics().size(0, "X\nX").height()
        return lines + margins.top() + margins.bottom() + 2 * _FRAME + BOTTOM_MARGIN

    def notice(self, text: str, offer: str = "", action: Callable[[], object] | None = None) -> None:
        """Show `text` for a while, with a button `offer` that runs `action`; then comes back what it has covered."""
        is_there = self._timer.isActive() and self._noticed.text == text and self._noticed.offer == offer
        self._noticed = Message(text, offer, action)
        if not is_there:
            self._show(text, False, offer)
        self._timer.start(OFFER_MS if offer else NOTICE_MS)

    def warn(self, text: str, offer: str = "", action: Callable[[], object] | None = None, stays: bool = False) -> None:
        """Show `text` until it is dismissed, with a button `offer` that runs `action`.

        One that `stays` is not withdrawn with the trouble that training is out of.
        """
        self._warned = Message(text, offer, action, stays)
        self._show_staying(self._warned)

    def offer_more(self, offers: Offers) -> None:
        """Add ways out to the warning on show, or covered, that offers one already; without such a one nothing."""
        if self._warned is not None and self._warned.action is not None and not self._warned.stays:
            self._warned = replace(self._warned, more=offers)
            if not self._timer.isActive() and not self._awaited:
                self._show_staying(self._warned)

    def wait(self, text: str, offer: str, action: Callable[[], object]) -> None:
        """Show `text` about something that takes its time, with a button `offer` that runs `action`."""
        message = Message(text, offer, action)
        self._awaited.append(message)
        self._show_staying(message, warning=False)

    def remark(self, remark: Remark | None) -> None:
        """Say this quietly, in place of what was remarked before; None for nothing."""
        if remark is None or self._remark is None or remark.text != self._remark.text:
            self._is_told = False
        self._remark = remark
        if self.isHidden() or self._shows_remark:
            self._show_next()

    def fold_remarks(self, reason: str, folds: bool) -> None:
        """Whether, for `reason`, a remark only says that there is one, until it is asked for; one reason is enough."""
        if folds != (reason in self._folds):
            (self._folds.add if folds else self._folds.discard)(reason)
            self._is_told = False
            if self._shows_remark:
                self._show_next()

    def keep_clear_of(self, *widgets: QWidget) -> None:
        """Leave these, at the left of the lower edge, in sight."""
        self._uncovered = widgets
        self._place()

    def end_wait(self, text: str) -> None:
        """What was waited for with `text` has come, or nobody wants it any more."""
        left = [message for message in self._awaited if message.text != text]
        was_waiting, self._awaited = len(left) < len(self._awaited), left
        if was_waiting and not self._timer.isActive():
            self._show_next()

    def withdraw(self, text: str) -> None:
        """Take back `text`, a notice on show or a warning, as it is true no longer."""
        if self._warned is not None and self._warned.text == text:
            self._forget_warning()
        elif self._label.text() == text:
            self.drop_notice()

    def drop_notice(self) -> None:
        """Take back the notice on show, if there is one, whatever it says."""
        if self._timer.isActive():
            self._timer.stop()
            self._show_next()

    def withdraw_offer(self) -> None:
        """Forget a warning that offers a way out, as there is nothing left to get out of."""
        if self._warned is not None and self._warned.action is not None and not self._warned.stays:
            self._forget_warning()

    def retranslate(self) -> None:
        self._dismiss.setToolTip(self.tr("Dismiss this message"))
        self._dismiss.setAccessibleName(self.tr("Dismiss this message"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # else the window is hidden, or is being deleted: no longer one to be measured
            self.covered.emit(0)
            self.height_needed.emit(0)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_larger_type = watched is self._label and event.type() == QEvent.Type.FontChange
        if is_larger_type or (watched is self._below and event.type() == QEvent.Type.Resize):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        space = self._below.size()
        self._layout.activate()
        shown = [each for each in self._uncovered if each.isVisible()]
        left_free = max((each.mapTo(self._below, each.rect().topRight()).x() for each in shown), default=0)
        room = max(space.width() - left_free, LEAST_WIDTH)
        width = min(self._wanted_width(), MAX_WIDTH, room - 2 * SIDE_MARGIN)
        self._layout.setDirection(_BELOW if self._needs_two_rows(width) else _BESIDE)
        height = self._layout.totalHeightForWidth(width)
        if shown:  # it lies over a bar that has this room: part of a control above it would look broken
            height = max(height, self.usual_height - BOTTOM_MARGIN)
        left = space.width() - width - SIDE_MARGIN
        self.setGeometry(left, space.height() - height - BOTTOM_MARGIN, width, height)
        self._tell_covered()

    def _needs_two_rows(self, width: int) -> bool:
        """Whether the buttons stand below the text: beside them it would take more than two lines, and more height."""
        margins, buttons = self._layout.contentsMargins(), self._buttons.sizeHint()
        across, gap = width - margins.left() - margins.right() - 2 * _FRAME, self._layout.spacing()
        beside = max(self._label.heightForWidth(across - buttons.width() - gap), buttons.height())
        below = self._label.heightForWidth(across) + gap + buttons.height()
        return beside > self._label.fontMetrics().size(0, "X\nX").height() and below < beside

    def _wanted_width(self) -> int:
        """Room for the text in one line, the buttons and the margins."""
        self.ensurePolished()
        margins = self._layout.contentsMargins()
        parts = [self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4]
        parts += [button.sizeHint().width() for button in (*self._offers, self._dismiss) if not button.isHidden()]
        return sum(parts) + self._buttons.spacing() * len(parts) + margins.left() + margins.right()

    def _tell_covered(self) -> None:
        self.covered.emit(0 if self.isHidden() else self._below.width() - self.x())
        self.height_needed.emit(0 if self.isHidden() else self._below.height() - self.y())

    def _new_offer(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _show_staying(self, message: Message, warning: bool = True) -> None:
        self._timer.stop()
        self._show(message.text, warning, *message.offers)

    def _show_remark(self, remark: Remark) -> None:
        is_folded = self._folds and not self._is_told
        offers = (remark.unfold,) if is_folded else tuple(text for text, _ in remark.offers)
        self._show(remark.folded if is_folded else remark.text, False, *offers)
        self._label.setToolTip("" if is_folded else remark.hint)
        self._shows_remark = True

    def _show(self, text: str, warning: bool, *offers: str) -> None:
        is_news = self.isHidden() or text != self._label.text()
        self._shows_remark = False
        self._label.setText(text)
        self._label.setToolTip("")
        self.setAccessibleName(text)
        told = [offer for offer in offers if offer]
        for place, button in enumerate(self._offers):
            button.setVisible(place < len(told))
            button.setText(told[place] if place < len(told) else "")
        wear(self, warning=warning)
        self.raise_()
        self.show()
        self._place()
        if is_news:
            announce(self, " ".join((text, *told)))

    def _forget_warning(self) -> None:
        """A notice in front of the warning stays for its time."""
        self._warned = None
        if not self._timer.isActive():
            self._show_next()

    def _show_next(self) -> None:
        """What stays, now that nothing covers it."""
        if self._awaited:
            self._show_staying(self._awaited[-1], warning=False)
        elif self._warned is not None:
            self._show_staying(self._warned)
        elif self._remark is not None:
            self._show_remark(self._remark)
        else:
            self._shows_remark = False
            self.hide()

    def _on_dismiss_clicked(self) -> None:
        """Dismiss what is on show: a notice gives way to the warning that it covers."""
        if self._timer.isActive():
            self.drop_notice()
        elif self._is_waiting:
            self._awaited.pop()  # it goes on, unseen
            self._show_next()
        elif self._shows_remark:
            self.remark(None)
            self.remark_dismissed.emit()
        else:
            self._forget_warning()

    @property
    def _is_waiting(self) -> bool:
        """Whether what is waited for is on show."""
        return bool(self._awaited) and self._label.text() == self._awaited[-1].text

    def _on_offer_clicked(self, place: int) -> None:
        if self._shows_remark and self._remark is not None:
            self._on_remark_clicked(self._remark, place)
            return
        taken: Message | None
        if self._timer.isActive():
            taken = self._noticed
            self.drop_notice()
        elif self._is_waiting:
            taken = self._awaited.pop()
            self._show_next()
        else:
            taken = self._warned
            if place == 0:  # the others lead out of the trouble, or tell more of it
                self._forget_warning()
        if taken is not None:
            taken.take(place)

    def _on_remark_clicked(self, remark: Remark, place: int) -> None:
        if self._folds and not self._is_told:
            self._is_told = True
            self._show_remark(remark)
            self.remark_told.emit()
        else:
            remark.offers[place][1]()
