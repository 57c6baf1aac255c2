"""This module defines the strip along the bottom of the window: the timeline, what it shows, and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolBar, QToolButton, QWidget

from engine.analysis.frame import Frame
from gui.features.timeline.play_menu import PlayMenu
from gui.features.timeline.recording_menu import RecordingMenu
from gui.features.timeline.timeline_slider import TimelineSlider
from gui.toolkit.buttons import name_button
from gui.toolkit.labels.steady_label import SteadyLabel
from gui.toolkit.look import wear
from gui.toolkit.services.actions import Actions
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.number_text import grouped

_LONGEST = "5,000,000"
_OPENS = " ▾"
"""At the end of a button's text: it opens a menu."""


class TimelineBar(View, QToolBar):
    """Play and how fast, the slider, bookmarks, "epoch 412 of 19,546", back to now, go on from here.

    budget: megabytes that the recorded moments may take at first.
    """

    def __init__(self, actions: Actions, budget: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_bar")
        self.setMovable(False)
        self._theme: Theme | None = None
        self._shown: tuple[int, int, bool] | None = None
        content = QWidget(self)
        self.slider = TimelineSlider(content)
        self.text = SteadyLabel(parent=content)
        self.text.setObjectName("timeline_text")
        self.text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout = QHBoxLayout(content)
        self._layout.setContentsMargins(8, 0, 8, 0)
        names = ("timeline_play", "back_to_now", "branch")
        play, now, branch = self._buttons = [self._action_button(actions[name], content) for name in names]
        self.play_menu = PlayMenu(content)
        self.recording_menu = RecordingMenu(budget, content)
        self.play_menu.addSeparator()
        self.play_menu.addMenu(self.recording_menu)
        self.play_menu.changed.connect(self._show_speed)
        self._speed_button = self._menu_button("button_timeline_speed", content)
        self._speed_button.setMenu(self.play_menu)
        self.bookmarks_button = self._menu_button("button_bookmarks", content)
        for widget in (play, self._speed_button, self.slider, self.bookmarks_button, self.text, now, branch):
            self._layout.addWidget(widget, 1 if widget is self.slider else 0)
        self.addWidget(content)
        self.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.slider.apply_theme(theme)
        self.set_on_stage(theme.on_stage)
        self._layout.setSpacing(theme.px(8))
        self._fit_text()

    def set_on_stage(self, on: bool) -> None:
        """On stage there are the slider and what plays it alone; the figures beside it say which moment is on show."""
        for widget in (self._speed_button, self.bookmarks_button, self.text, *self._buttons[1:]):
            widget.setVisible(not on)

    def show_frame(self, frame: Frame) -> None:
        """Tell which moment `frame` shows, and how far the run has come."""
        self.slider.show_run(frame.first, frame.present, frame.snapshot.epoch, frame.curve)
        exact = frame.past is None or frame.past.is_exact
        shown = (frame.snapshot.epoch, frame.present, exact)
        if shown != self._shown:
            self._shown = shown
            self._show_text()

    def show_past(self, is_past: bool) -> None:
        """Whether a past moment is on show: said in bold letters as well."""
        if self.text.property("past") != is_past:
            self.text.setProperty("past", is_past)
            font = self.text.font()
            font.setBold(is_past)
            self.text.setFont(font)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Timeline"))
        self.slider.setAccessibleName(self.tr("Timeline: moment on show"))
        self.slider.setToolTip(
            self.tr("Every moment of the run: drag, turn the wheel or use the arrow keys; End leads back to now")
        )
        for button in self._buttons:
            button.setAccessibleName(button.defaultAction().iconText())
        hint = self.tr("Moments of the run that you have marked; the timeline shows them")
        name_button(self.bookmarks_button, self.tr("Bookmarks"), hint)
        self.bookmarks_button.setText(self.tr("Bookmarks") + _OPENS)
        self._show_speed()
        self._show_text()
        self._fit_text()

    def _show_speed(self) -> None:
        speed = f"× {self.play_menu.speed:g}"
        name_button(
            self._speed_button,
            speed + _OPENS,
            self.tr("How fast the run is played back, whether over and over, and how much of it is recorded"),
        )
        self._speed_button.setAccessibleName(self.tr("Speed {speed}").format(speed=speed))

    def _show_text(self) -> None:
        if self._shown is None:
            self.text.setText("")
            return
        epoch, present, exact = self._shown
        if epoch == present:
            text = self.tr("epoch {epoch}, now").format(epoch=grouped(epoch))
        elif exact:
            text = self.tr("epoch {epoch} of {present}").format(epoch=grouped(epoch), present=grouped(present))
        else:
            text = self.tr("≈ epoch {epoch} of {present}").format(epoch=grouped(epoch), present=grouped(present))
        self.text.setText(text)
        self.slider.setAccessibleDescription(text)

    def _fit_text(self) -> None:
        """Room for long numbers from the start, so that the slider does not move while they grow."""
        longest = self.tr("≈ epoch {epoch} of {present}").format(epoch=_LONGEST, present=_LONGEST)
        self.text.ensurePolished()
        self.text.setMinimumWidth(self.text.fontMetrics().horizontalAdvance(longest) + 4)

    def _menu_button(self, name: str, parent: QWidget) -> QToolButton:
        button = self._button(name, parent)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _action_button(self, action: QAction, parent: QWidget) -> QToolButton:
        button = self._button(f"button_{action.objectName().removeprefix('action_')}", parent)
        button.setDefaultAction(action)
        has_icon = not action.icon().isNull()
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly if has_icon else Qt.ToolButtonStyle.ToolButtonTextOnly
        )
        return button

    def _button(self, name: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName(name)
        wear(button, chip=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
