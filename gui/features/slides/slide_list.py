"""The list of slides, its file and its own steps of undo: those of the project have nothing to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.lessons.slides.slide import Slide, Slides
from engine.lessons.slides.slide_file import check_count


class SlideList(QObject):
    """`slides` is a frozen value; `path` their file, None for a list never saved. Both change with `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.slides: Slides = ()
        self.path: Path | None = None
        self._is_expected = False
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_undo_stack_clean_changed)

    @property
    def is_saved(self) -> bool:
        """Whether the list stands in its file as it is; of an empty one that was never saved there is nothing to."""
        return self.undo_stack.isClean()

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has put anything into it yet, or is about to."""
        return not (self.slides or self.path or self.undo_stack.count() or self._is_expected)

    def expect(self) -> None:
        """Another list is being read: what was kept between starts stays for the next one."""
        self._is_expected = True

    def place_of(self, key: object) -> int | None:
        """Where the slide with this key stands, from 0; None where it is not there."""
        return next((place for place, slide in enumerate(self.slides) if slide.key is key), None)

    # ------------------------------------------------------------------ steps of undo

    def insert(self, place: int, slide: Slide) -> None:
        """Put a slide before the one at `place`. Raises EngineError where there are too many."""
        check_count(len(self.slides) + 1)
        self._change((*self.slides[:place], slide, *self.slides[place:]))

    def move(self, place: int, to: int) -> None:
        """Let the slide at `place` stand at `to`."""
        rest = [*self.slides[:place], *self.slides[place + 1 :]]
        self._change((*rest[:to], self.slides[place], *rest[to:]))

    def remove(self, place: int) -> None:
        """Take the slide at `place` off the list."""
        self._change((*self.slides[:place], *self.slides[place + 1 :]))

    def rename(self, key: object, name: str) -> None:
        """Give the slide with this key another name; none at all changes nothing."""
        place = self.place_of(key)
        if place is not None and name.strip():
            slides = list(self.slides)
            slides[place] = replace(slides[place], name=name)
            self._change(tuple(slides))

    # ------------------------------------------------------------------ files

    def load(self, slides: Slides, path: Path | None, is_saved: bool = True) -> None:
        """Replace everything; the steps of undo begin anew."""
        self.slides, self.path = slides, path
        self.undo_stack.clear()
        if not is_saved:
            self.undo_stack.resetClean()
        self.changed.emit()

    def saved_as(self, path: Path, slides: Slides) -> None:
        """Note that `slides` stand in the file at `path`."""
        self.path = path
        if self.slides == slides:
            self.undo_stack.setClean()
        self.changed.emit()

    def _on_undo_stack_clean_changed(self, _clean: bool) -> None:
        self.changed.emit()

    def _change(self, slides: Slides) -> None:
        if slides != self.slides:
            self.undo_stack.push(_Edit(self.slides, slides, self._show))

    def _show(self, slides: Slides) -> None:
        self.slides = slides
        self.changed.emit()


class _Edit(QUndoCommand):
    def __init__(self, before: Slides, after: Slides, show: Callable[[Slides], object]) -> None:
        super().__init__()
        self._before, self._after, self._show = before, after, show

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)
