"""This module reads what a person opens beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from gui.toolkit.services.file_work import FileWork
from gui.toolkit.services.message_bar import MessageBar

Result = TypeVar("Result")


class FileReader(FileWork):
    """Reads one file at a time; another that is wanted takes its place."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(messages, parent, "perceptra-read")

    def read(self, name: str, reading: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Do `reading` of the file called `name`, and `then` with the result."""
        self.do(name, lambda _unwanted: reading(), then)

    def waiting_text(self, name: str) -> str:
        return self.tr("Reading {name} …").format(name=name)
