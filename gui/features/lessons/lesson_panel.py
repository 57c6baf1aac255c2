"""This module shows the lesson beside the workbench: what to read, to do and to answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.features.lessons.check_list import CheckList
from gui.features.lessons.lesson_guide import LessonGuide
from gui.features.lessons.named_buttons import with_icons
from gui.features.lessons.progress_dots import ProgressDots
from gui.features.lessons.question_box import QuestionBox
from gui.features.lessons.unbroken_formulas import unbroken
from gui.toolkit import translation
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.look import wear
from gui.toolkit.services.actions import Actions
from gui.toolkit.services.remote import Remote
from gui.toolkit.theme import BUTTON_HEIGHT, Theme, ThemeManager
from gui.toolkit.view import View

WIDTH = 360


class LessonText(QWidget):
    """Letters in it are as large as a text to read needs; the style sheet knows it by its class."""


class LessonPanel(View, CardFrame):
    """Shows what the guide says; `leave_wanted` asks for the user's own work back."""

    leave_wanted = Signal()

    def __init__(
        self, guide: LessonGuide, remote: Remote, actions: Actions, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_panel")
        self._guide, self._remote, self._actions, self._themes = guide, remote, actions, themes
        self._build()
        self._connect()
        self.follow_themes(themes)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Lesson"))
        self._describe(self._close, self.tr("Leave the lesson: your own work comes back as it was"))
        self._describe(self._again, self.tr("Begin this step again"))
        self._again.setText(self.tr("Again"))
        self._describe(self._hint_button, self.tr("Show a hint for this step"))
        self._hint_button.setText(self.tr("Hint"))
        self._describe(self._back, self.tr("The step before (Page Up)"))
        self._back.setText(self.tr("Back"))
        self._describe(self._next, self.tr("The next step (Page Down)"))
        self._show_step()

    def apply_theme(self, theme: Theme) -> None:
        self.updateGeometry()
        self._column.setContentsMargins(theme.px(12), theme.px(6), theme.px(10), theme.px(10))
        self._column.setSpacing(theme.px(6))
        self._reading.setSpacing(theme.px(10))
        for small in (self._close, self._again, self._hint_button):
            small.setMinimumSize(theme.px(BUTTON_HEIGHT), theme.px(BUTTON_HEIGHT))
        for large in (self._back, self._next):
            large.setMinimumWidth(theme.px(84))
        self._show_step()

    def sizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, super().minimumSizeHint().height())

    def _describe(self, control: QWidget, text: str) -> None:
        control.setToolTip(text)
        control.setAccessibleName(text)

    def _build(self) -> None:
        self._heading, self._title, self._text, self._hint = (QLabel(self) for _ in range(4))
        wear(self._heading, heading=True)
        self._heading.setWordWrap(True)
        self._heading.setIndent(0)
        wear(self._title, letters="title")
        wear(self._hint, tone="muted")
        self._text.setObjectName("lesson_text")
        for label in (self._title, self._text, self._hint):
            label.setWordWrap(True)
        for label in (self._text, self._hint):
            label.setTextFormat(Qt.TextFormat.MarkdownText)
        self._close, self._again, self._hint_button = (QToolButton(self) for _ in range(3))
        self._close.setText("✕")
        for name, button in (("close", self._close), ("again", self._again), ("hint", self._hint_button)):
            button.setObjectName(f"lesson_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._dots = ProgressDots(self._themes.theme, self)
        self._checks, self._question = CheckList(self), QuestionBox(self)
        self._back, self._next = QPushButton(self), QPushButton(self)
        for large in (self._back, self._next):
            large.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.setObjectName("lesson_back")
        self._next.setObjectName("lesson_next")
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top_row())
        self._column.addWidget(self._scrolled(), 1)
        self._column.addLayout(self._bottom_row())

    def _scrolled(self) -> QScrollArea:
        content = LessonText()
        self._reading = QVBoxLayout(content)
        self._reading.setContentsMargins(0, 0, 4, 0)
        for widget in (self._title, self._text, self._checks, self._question, self._hint):
            self._reading.addWidget(widget)
        self._reading.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("lesson_scroll")
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._area

    def _top_row(self) -> QHBoxLayout:
        self._name_and_dots = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._name_and_dots.addWidget(self._heading, 1)
        self._name_and_dots.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addLayout(self._name_and_dots, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _bottom_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self._back, self._hint_button, self._again, self._next):
            row.addWidget(button)
            if button is not self._next:
                row.addStretch(1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_dots()

    def _place_dots(self) -> None:
        """Beside the lesson's name where both have room in one line, which the text below has one more line for."""
        self._heading.ensurePolished()
        name = self._heading.fontMetrics().horizontalAdvance(self._heading.text())
        margins, gaps = self._column.contentsMargins(), 2 * self._name_and_dots.spacing()
        room = self.width() - margins.left() - margins.right() - self._close.sizeHint().width() - gaps
        fits = name + self._dots.sizeHint().width() <= room
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._name_and_dots.setDirection(beside if fits else below)

    def _connect(self) -> None:
        guide = self._guide
        guide.step_changed.connect(self._show_step)
        guide.progress_changed.connect(self._show_progress)
        self._close.clicked.connect(self.leave_wanted)
        self._again.clicked.connect(guide.restart_step)
        self._hint_button.clicked.connect(lambda: self._hint.setVisible(not self._hint.isVisible()))
        self._back.clicked.connect(lambda: self._remote.go(-1))
        self._next.clicked.connect(self._on_next_clicked)
        self._dots.chosen.connect(guide.go)
        self._question.answered.connect(guide.choose)

    def _show_step(self) -> None:
        if self._guide.lesson is None:
            return
        language, step, theme = translation.current_language(), self._guide.step, self._themes.theme
        self._heading.setText(self._guide.lesson.title.text(language))
        self._title.setText(step.title.text(language))
        self._text.setText(with_icons(unbroken(step.text.text(language)), self._actions, theme))
        self._hint.setText("" if step.hint is None else unbroken(step.hint.text(language)))
        self._hint.hide()
        self._hint_button.setVisible(step.hint is not None)
        self._question.show_question(step.question, language, theme)
        self._area.verticalScrollBar().setValue(0)
        self._show_progress()

    def _show_progress(self) -> None:
        guide = self._guide
        if guide.lesson is None:
            return
        language, theme = translation.current_language(), self._themes.theme
        count = len(guide.lesson.steps)
        self._dots.show_steps(count, guide.place, guide.done, theme)
        self._place_dots()
        self._checks.show_checks([(unbroken(says.text(language)), is_passed) for says, is_passed in guide.lines], theme)
        self._question.show_answer(guide.answer, guide.tells_answer, language, theme)
        if guide.answer is not None:
            QTimer.singleShot(0, self, self._show_comment)  # when it has its place
        self._back.setEnabled(self._remote.can_go(-1))
        self._next.setText(self.tr("Next") if self._remote.can_go(1) else self.tr("Finish"))
        wear(self._next, primary=guide.is_done)

    def _show_comment(self) -> None:
        """Scroll the comment on the answer into view, to its last line."""
        self._area.ensureWidgetVisible(self._question.comment, 0, 0)

    def _on_next_clicked(self) -> None:
        if self._remote.can_go(1):
            self._remote.go(1)
        else:
            self.leave_wanted.emit()
