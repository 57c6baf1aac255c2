"""The dialog with the list of slides: their order and names, what is added to them, and their file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.files.resources import RESOURCES
from engine.lessons import load_lesson, shelf_files
from engine.lessons.lesson_source import LessonSource
from gui.features.slides.slide_list import SlideList
from gui.toolkit import translation
from gui.toolkit.buttons import name_button, primary_button
from gui.toolkit.dialogs.form_dialog import FormDialog, plain_text, set_margins
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager

_SHELF = RESOURCES / "lessons"
_BUTTONS = ("keep", "lesson", "up", "down", "rename", "delete", "undo")
_FILE_BUTTONS = ("open", "save", "save_as", "export")


class SlidesDialog(FormDialog):
    """Stands beside the window, which goes on. It edits `slides`; what else is wanted goes out as signals."""

    usual_size = QSize(560, 460)
    keep_wanted = Signal()
    lesson_wanted = Signal(object)  # the lesson's file
    lesson_file_wanted = Signal()
    show_wanted = Signal(int)
    open_wanted = Signal()
    save_wanted = Signal()
    save_as_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, slides: SlideList, title: Callable[[], str], themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__("slides_dialog", themes, parent)
        self._slides, self._file_title = slides, title
        self._shown: int | None = None
        self.set_up()
        self._fill()

    def retranslate(self) -> None:
        self._name_buttons()
        self.list.setAccessibleName(self.tr("Slides"))
        self._hint.setText(
            self.tr(
                "Keep a moment of the window (Ctrl+F5) or add a lesson. Page Down and Page Up walk through them; your"
                " own work waits meanwhile. The list is kept when you close the program."
            )
        )
        self._fill()

    def apply_theme(self, theme: Theme) -> None:
        set_margins(self._layout, theme)
        self._row.setSpacing(theme.px(10))
        self.list.setSpacing(theme.px(3))

    def show_slide(self, place: int | None) -> None:
        """Mark the slide that the window shows; None for none."""
        if place != self._shown:
            self._shown = place
            self._fill(chosen=place)

    # ------------------------------------------------------------------ making

    def _make_parts(self) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("slides_list")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._hint = plain_text("slides_hint", self)
        wear(self._hint, caption=True)
        self._buttons = {name: QPushButton(self) for name in (*_BUTTONS, *_FILE_BUTTONS)}
        for name, button in self._buttons.items():
            button.setObjectName(f"slides_{name}")
            button.setAutoDefault(False)
        self._show = primary_button("slides_show_from", self)
        self._lessons = QMenu(self)
        self._lessons.setObjectName("slides_lessons")
        self._buttons["lesson"].setMenu(self._lessons)
        self._keys = {name: QAction(self) for name in ("undo", "redo", "delete", "up", "down", "save")}
        for name, keys in (
            ("undo", QKeySequence.StandardKey.Undo),
            ("redo", QKeySequence.StandardKey.Redo),
            ("save", QKeySequence.StandardKey.Save),
            ("delete", "Del"),
            ("up", "Alt+Up"),
            ("down", "Alt+Down"),
        ):
            self._keys[name].setShortcut(QKeySequence(keys))
        self.addActions(list(self._keys.values()))

    def _arrange(self) -> None:
        column = QVBoxLayout()
        for name in _BUTTONS:
            column.addWidget(self._buttons[name])
        column.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.list, 1)
        self._row.addLayout(column)
        last = QHBoxLayout()
        for name in _FILE_BUTTONS:
            last.addWidget(self._buttons[name])
        last.addStretch(1)
        last.addWidget(self._show)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._hint)
        self._layout.addLayout(self._row, 1)
        self._layout.addLayout(last)

    def _connect(self) -> None:
        undo_stack = self._slides.undo_stack
        slots: dict[str, Callable[[], object]] = {
            "keep": self.keep_wanted.emit,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "rename": lambda: self.list.editItem(self.list.currentItem()),
            "delete": self._delete,
            "undo": undo_stack.undo,
            "redo": undo_stack.redo,
            "open": self.open_wanted.emit,
            "save": self.save_wanted.emit,
            "save_as": self.save_as_wanted.emit,
            "export": self.export_wanted.emit,
        }
        for name, slot in slots.items():
            if name in self._buttons:
                self._buttons[name].clicked.connect(lambda _checked=False, slot=slot: slot())
            if name in self._keys:
                self._keys[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        self._show.clicked.connect(lambda: self.show_wanted.emit(max(self.list.currentRow(), 0)))
        self.list.itemDoubleClicked.connect(lambda _item: self.show_wanted.emit(self.list.currentRow()))
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.list.itemChanged.connect(self._on_list_item_changed)
        self.list.model().rowsMoved.connect(self._on_rows_moved)
        self._lessons.aboutToShow.connect(self._fill_lessons)
        self._slides.changed.connect(self._fill)

    def _name_buttons(self) -> None:
        for name, text, hint in (
            ("keep", self.tr("Keep this moment"), self.tr("Add what the window shows now (Ctrl+F5)")),
            ("lesson", self.tr("Add a lesson"), self.tr("Page Down goes through its steps, then to the next slide")),
            ("up", self.tr("Up"), self.tr("Show the slide earlier (Alt+Up)")),
            ("down", self.tr("Down"), self.tr("Show the slide later (Alt+Down)")),
            ("rename", self.tr("Rename"), self.tr("Give the slide another name (F2)")),
            ("delete", self.tr("Delete"), self.tr("Take the slide off the list (Del)")),
            ("undo", self.tr("Undo"), self.tr("Take back the last change of the list (Ctrl+Z)")),
            ("open", self.tr("Open…"), self.tr("Open a file of slides and show its first one")),
            ("save", self.tr("Save"), self.tr("Save all slides, with their projects, as one file (Ctrl+S)")),
            ("save_as", self.tr("Save as…"), self.tr("Save the slides under another name")),
            ("export", self.tr("As lesson…"), self.tr("Write the slides as a lesson, with their projects beside it")),
        ):
            name_button(self._buttons[name], text, hint)
        name_button(self._show, self.tr("Show"), self.tr("Show the chosen slide in the window; Page Down leads on"))

    # ------------------------------------------------------------------ showing

    def _fill(self, chosen: int | None = None) -> None:
        """Write the list anew; what was chosen stays chosen, unless `chosen` is to be."""
        item = self.list.currentItem()
        before = None if item is None else self._slides.place_of(item.data(Qt.ItemDataRole.UserRole))
        row = next((place for place in (chosen, before, self.list.currentRow()) if place is not None), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for place, slide in enumerate(self._slides.slides):
            item = _Row(slide.name, self.tr("lesson") if isinstance(slide.content, LessonSource) else "")
            item.setData(Qt.ItemDataRole.UserRole, slide.key)
            font = item.font()
            font.setBold(place == self._shown)
            item.setFont(font)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.list.blockSignals(False)
        mark = "" if self._slides.is_saved else "[*]"
        self.setWindowTitle(self.tr("Slides – {name}").format(name=self._file_title()) + mark)
        self.setWindowModified(not self._slides.is_saved)
        self._allow()

    def _allow(self) -> None:
        """Let only what does something be pressed."""
        row, count = self.list.currentRow(), self.list.count()
        for name, can in (
            ("up", row > 0),
            ("down", 0 <= row < count - 1),
            ("rename", row >= 0),
            ("delete", row >= 0),
            ("undo", self._slides.undo_stack.canUndo()),
            ("export", count > 0),
        ):
            self._buttons[name].setEnabled(can)
        self._show.setEnabled(count > 0)

    def _fill_lessons(self) -> None:
        self._lessons.clear()
        language = translation.current_language()
        for path in shelf_files(_SHELF):
            lesson = load_lesson(path)
            entry = self._lessons.addAction(lesson.title.text(language).replace("&", "&&"))
            entry.setObjectName(f"slides_lesson_{lesson.name}")
            entry.triggered.connect(lambda _checked=False, path=path: self.lesson_wanted.emit(path))
        self._lessons.addSeparator()
        own = self._lessons.addAction(self.tr("From a file…"))
        own.triggered.connect(lambda _checked=False: self.lesson_file_wanted.emit())

    # ------------------------------------------------------------------ editing

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self._slides.move(row, row + by)

    def _delete(self) -> None:
        if self.list.currentRow() >= 0:
            self._slides.remove(self.list.currentRow())

    def _on_list_item_changed(self, item: QListWidgetItem) -> None:
        """Once the field is gone in which the name was typed."""
        key, name = item.data(Qt.ItemDataRole.UserRole), item.data(Qt.ItemDataRole.EditRole)
        QTimer.singleShot(0, self, lambda: self._slides.rename(key, name))

    def _on_rows_moved(self, _from: QModelIndex, first: int, _last: int, _to: QModelIndex, before: int) -> None:
        """Once the drag is over: the list cannot be written anew in the middle of it."""
        to = before - 1 if before > first else before
        QTimer.singleShot(0, self, lambda: self._slides.move(first, to))


class _Row(QListWidgetItem):
    """Shows the number before the name, and what kind of slide it is behind it; the name alone is edited."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name)
        self._kind = kind
        self.setFlags(self.flags() | Qt.ItemFlag.ItemIsEditable)

    def data(self, role: int) -> object:
        value = super().data(role)
        if role != Qt.ItemDataRole.DisplayRole:
            return value
        number = self.listWidget().row(self) + 1 if self.listWidget() is not None else 0
        return f"{number}  {value}" + (f"  ·  {self._kind}" if self._kind else "")
