"""This module remembers how far each lesson has been taken."""

from __future__ import annotations

from collections.abc import Callable

from engine.lessons import Lesson


class LessonProgress:
    """Steps done by lesson; `read` and `write` keep a word under a name."""

    def __init__(self, read: Callable[[str], str], write: Callable[[str, str], object]) -> None:
        self._read, self._write = read, write

    def done(self, lesson: Lesson) -> frozenset[int]:
        """The places of the steps that were done; a damaged note counts as none."""
        words = self._read(_key(lesson)).split(";")[0].split()
        return frozenset(int(word) for word in words if word.isdigit() and int(word) < len(lesson.steps))

    def place(self, lesson: Lesson) -> int:
        """The step to take the lesson up at: where it was left, the first one after it was finished."""
        _, _, word = self._read(_key(lesson)).partition(";")
        place = int(word) if word.isdigit() else 0
        is_over = place >= len(lesson.steps) or (place == len(lesson.steps) - 1 and self.is_finished(lesson))
        return 0 if is_over else place

    def remember(self, lesson: Lesson, index: int, done: frozenset[int]) -> None:
        """Keep where the lesson stands."""
        self._write(_key(lesson), " ".join(str(step) for step in sorted(done)) + f";{index}")

    def is_finished(self, lesson: Lesson) -> bool:
        """Whether every step that asks for something was done."""
        asking = {index for index, step in enumerate(lesson.steps) if step.checks or step.question is not None}
        return bool(asking) and asking <= self.done(lesson)


def _key(lesson: Lesson) -> str:
    return f"lessons/{lesson.name}"
