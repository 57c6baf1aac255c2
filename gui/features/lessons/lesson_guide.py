"""Leads through one lesson: which step is on, which of its checks have passed, what was answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.lessons import Lesson, LocalizedText, Moment, Start, Step


class LessonGuide(QObject):
    """The state of the lesson that is on; it knows no widget and no file.

    A check of what has happened stays passed for as long as its step is on; one of how things stand holds or does not.
    The step is passed at the moment when all of them hold together.
    """

    step_changed = Signal()
    progress_changed = Signal()
    start_wanted = Signal(object)  # Start or None: what is to stand in the window now
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lesson: Lesson | None = None
        self.place = 0
        self.passed: tuple[bool, ...] = ()
        self.is_passed = False
        self.answer: int | None = None
        self._done: set[int] = set()

    @property
    def step(self) -> Step:
        """The step that is on; only while there is a lesson."""
        assert self.lesson is not None
        return self.lesson.steps[self.place]

    @property
    def done(self) -> frozenset[int]:
        """The places of the steps done since the lesson was begun, or before it was taken up again."""
        return frozenset(self._done)

    @property
    def is_done(self) -> bool:
        """Whether all that the step asks for was there; a step that asks for nothing is done by reading it."""
        return self.is_passed and (self.step.question is None or self.answer is not None)

    @property
    def tells_answer(self) -> bool:
        """Whether the panel may say if the answer is right: a prediction only after the run."""
        question = self.step.question
        return question is not None and self.answer is not None and (not question.predict or self.is_passed)

    @property
    def is_right(self) -> bool:
        """Whether the right answer is chosen."""
        question = self.step.question
        return question is not None and self.answer is not None and question.answers[self.answer].right

    @property
    def lines(self) -> tuple[tuple[LocalizedText, bool], ...]:
        """What the step waits for, as the reader reads it, and whether each line is passed."""
        return tuple((line.says, all(self.passed[index] for index in line.checks)) for line in self.step.lines)

    def begin(self, lesson: Lesson, index: int = 0, done: frozenset[int] = frozenset()) -> None:
        """Take up `lesson` at step `place`; `done` are the steps that were done before."""
        self.lesson = lesson
        self._done = {step for step in done if step < len(lesson.steps)}
        self.place = min(max(index, 0), len(lesson.steps) - 1)
        self.start_wanted.emit(self._start_at(self.place))
        self._enter()

    def leave(self) -> None:
        """The lesson is over."""
        self.lesson = None
        self.finished.emit()

    def go(self, index: int) -> None:
        """To step `place`, where there is one; with the start that belongs to it, unless that stands already."""
        if self.lesson is None or not 0 <= index < len(self.lesson.steps) or index == self.place:
            return
        if self.is_done and index > self.place:
            self._done.add(self.place)
        before, self.place = self.place, index
        if self._place_of_start(before) != self._place_of_start(index):
            self.start_wanted.emit(self._start_at(index))
        self._enter()

    def restart_step(self) -> None:
        """The step anew, from the start that belongs to it."""
        if self.lesson is not None:
            self.start_wanted.emit(self._start_at(self.place))
            self._enter()

    def choose(self, answer: int) -> None:
        """Answer the step's question; a prediction cannot be changed once it has been told."""
        if self.lesson is None or self.step.question is None or (self.step.question.predict and self.tells_answer):
            return
        self.answer = answer
        self._tell_progress()

    def look(self, moment: Moment) -> None:
        """Let the checks look at `moment`."""
        if self.lesson is None:
            return
        passed = tuple(
            (was and check.is_event) or check.passes(moment)
            for was, check in zip(self.passed, self.step.checks, strict=True)
        )
        if passed != self.passed:
            self.passed = passed
            self.is_passed = self.is_passed or all(passed)
            self._tell_progress()

    def _enter(self) -> None:
        self.passed = (False,) * len(self.step.checks)
        self.is_passed = not self.passed
        self.answer = None
        self.step_changed.emit()
        self._tell_progress()

    def _tell_progress(self) -> None:
        if self.is_done and (self.passed or self.step.question is not None):
            self._done.add(self.place)
        self.progress_changed.emit()

    def _place_of_start(self, index: int) -> int:
        """The step that brought what step `place` begins with; −1 for the lesson's own start."""
        assert self.lesson is not None
        return max((at for at in range(index + 1) if self.lesson.steps[at].start is not None), default=-1)

    def _start_at(self, index: int) -> Start | None:
        assert self.lesson is not None
        at = self._place_of_start(index)
        return self.lesson.start if at < 0 else self.lesson.steps[at].start
