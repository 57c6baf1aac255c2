"""Lessons in the window: who leads through them, and the panel that shows them.

May import `session`, `document`, `toolkit` and `words`.
"""

from __future__ import annotations

from gui.features.lessons.lesson_guide import LessonGuide
from gui.features.lessons.lesson_panel import LessonPanel

__all__ = ["LessonGuide", "LessonPanel"]
