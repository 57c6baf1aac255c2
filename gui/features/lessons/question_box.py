"""This module shows a question, its answers to choose from, and the comment on the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from engine.lessons import Question
from gui.features.lessons.unbroken_formulas import unbroken
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme


class QuestionBox(QWidget):
    """`answered` carries the place of the answer that was chosen."""

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_question")
        self._question: Question | None = None
        self._rows: list[_AnswerRow] = []
        self._text, self.comment = QLabel(self), QLabel(self)
        for label in (self._text, self.comment):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.MarkdownText)
        wear(self._text, letters="strong")
        self.comment.setObjectName("lesson_comment")
        self._answers = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._text)
        self._layout.addLayout(self._answers)
        self._layout.addWidget(self.comment)

    def show_question(self, question: Question | None, language: str, theme: Theme) -> None:
        """Put `question`, without an answer yet; None for a step that asks nothing."""
        self.setVisible(question is not None)
        self._layout.setSpacing(theme.px(6))
        self._answers.setSpacing(theme.px(2))
        for row in self._rows:
            self._answers.removeWidget(row)
            row.hide()  # at once: it is deleted only when the event loop gets to it
            row.button.setObjectName("")  # the name is that of an answer which can be chosen
            row.deleteLater()
        self._rows = []
        self._question = question
        self.comment.hide()
        if question is None:
            return
        self._text.setText(unbroken(question.text.text(language)))
        for index, answer in enumerate(question.answers):
            row = _AnswerRow(unbroken(answer.text.text(language)), f"lesson_answer_{index + 1}", theme, self)
            row.button.clicked.connect(lambda _checked=False, index=index: self.answered.emit(index))
            self._rows.append(row)
            self._answers.addWidget(row)

    def show_answer(self, answer: int | None, is_told: bool, language: str, theme: Theme) -> None:
        """Mark the chosen answer, and say whether it is right once that `is_told`."""
        if self._question is None:
            return
        for index, row in enumerate(self._rows):
            row.button.setChecked(index == answer)
            row.button.setEnabled(not (is_told and self._question.predict))
        if answer is None:
            self.comment.hide()
            return
        self.comment.setText(self._comment_on(answer, is_told, language))
        right = self._question.answers[answer].right
        wear(self.comment, tone=("right" if right else "warning") if is_told else "muted")
        self.comment.show()

    def _comment_on(self, answer: int, is_told: bool, language: str) -> str:
        assert self._question is not None
        if not is_told:
            return self.tr("Noted. Now see for yourself.")
        word = self.tr("Right.") if self._question.answers[answer].right else self.tr("Not quite.")
        return f"{word} {unbroken(self._question.explain.text(language))}"


class _AnswerRow(QWidget):
    """A radio button with a text that may take several lines, all of it to be clicked."""

    def __init__(self, text: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QRadioButton(self)
        self.button.setObjectName(name)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleName(text)
        self.button.setToolTip(text)
        self.button.setAutoExclusive(False)
        self.button.setMinimumSize(theme.px(24), theme.px(24))
        self._label = QLabel(text, self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.MarkdownText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()
