"""Lessons: guided ways through the program, written by lecturers as text files.

May import `project` and the rooms below it.
"""

from __future__ import annotations

from engine.lessons.checks import Check
from engine.lessons.lesson_file import load_lesson, load_shelf, shelf_files
from engine.lessons.localized_text import LANGUAGES, LocalizedText
from engine.lessons.moment import Moment
from engine.lessons.schema import CARDS, Answer, Lesson, Question, Start, Step

__all__ = [
    "CARDS",
    "LANGUAGES",
    "Answer",
    "Check",
    "Lesson",
    "LocalizedText",
    "Moment",
    "Question",
    "Start",
    "Step",
    "load_lesson",
    "load_shelf",
    "shelf_files",
]
