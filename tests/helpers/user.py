"""A user at the window: tests that read like their stories.

    user.picks_data("xor")
    user.adds_layer(after=-1, units=3)
    user.trains_until(right=4)

Everything painted is driven with real mouse and key events at the positions that the views name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDialog, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.main_window import MainWindow
from gui.toolkit.section import Section

LEFT = Qt.MouseButton.LeftButton
TRAINING_MS = 30_000


def takes_first_entry(qtbot: QtBot, view: QWidget) -> str:
    """Click the first entry of the menu that `view` has opened; returns its text."""
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    entry = menu.actions()[0]
    text = entry.text()
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    return text


class User:
    """Clicks, types and reads in one `MainWindow`."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    # ------------------------------------------------------------------ reading

    @property
    def project(self) -> Project:
        """What the document holds."""
        return self.window.document.project

    @property
    def sizes(self) -> tuple[int, ...]:
        """The network on screen, e.g. (2, 4, 1)."""
        return self.project.network.sizes

    def value(self, label: str) -> Any:
        """The exact number behind `epoch_label`, `error_label` or `accuracy_label`."""
        return self.find(label).property("value")

    def find(self, name: str) -> QWidget:
        """The widget called `name`."""
        widget = self.window.findChild(QWidget, name)
        assert widget is not None, f"there is no widget called {name}"
        return widget

    def action(self, name: str) -> QAction:
        """The action called `action_<name>`."""
        action = self.window.findChild(QAction, f"action_{name}")
        assert action is not None, f"there is no action called action_{name}"
        return action

    # ------------------------------------------------------------------ files

    def opens_file(self, path: Path) -> bool:
        """Open a project or a lesson as from the command line; whether that went well."""
        problems: list[str] = []
        self.window.reader.failed.connect(problems.append)
        self.window.open(path)
        self.waits_for_files()
        return not problems

    def waits_for_files(self) -> None:
        """Until what was to be opened or saved is on screen or on the disk, or a message says why not."""
        window = self.window

        def is_done() -> bool:
            return window.files.guard.is_settled and not (window.reader.is_busy or window.files.is_saving)

        self._qtbot.waitUntil(is_done, timeout=TRAINING_MS)

    # ------------------------------------------------------------------ the network

    def adds_layer(self, after: int, units: int | None = None) -> None:
        """Click the + behind layer `after` (−1: behind the inputs) and bring it to `units`."""
        self.clicks_diagram("add_layer", layer=after + 1)
        if units is not None:
            self.sets_units(after + 1, units)

    def removes_layer(self, layer: int) -> None:
        """Click the × of a hidden layer."""
        self.clicks_diagram("remove_layer", layer=layer)

    def sets_units(self, layer: int, units: int) -> None:
        """Click + or − on a column until it has `units`."""
        while (now := self.project.network.layers[layer].units) != units:
            self.clicks_diagram("more_units" if now < units else "fewer_units", layer=layer)
            assert self.project.network.layers[layer].units != now, "the click changed nothing"

    def clicks_diagram(self, kind: str, **place: int) -> None:
        """Click the thing of the canvas that `position_of` names."""
        view = self.window.diagram_view
        self._qtbot.mouseClick(view.viewport(), LEFT, pos=view.position_of(kind, **place))

    # ------------------------------------------------------------------ data

    def picks_data(self, name: str) -> None:
        """Click a picture of the gallery."""
        gallery = self.find("dataset_gallery")
        assert isinstance(gallery, QListView)
        model = gallery.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(Qt.ItemDataRole.UserRole) == name:
                gallery.scrollTo(index)
                self._qtbot.mouseClick(gallery.viewport(), LEFT, pos=gallery.visualRect(index).center())
                return
        raise AssertionError(f"the gallery has no {name}")

    def adds_point(self, x1: float, x2: float, label: int) -> None:
        """Choose the class and click into the region plot."""
        self.clicks(f"region_class_{label + 1}")
        self._qtbot.mouseClick(self.region.viewport(), LEFT, pos=self.region.position_of(x1, x2))

    def removes_point(self, x1: float, x2: float) -> None:
        """Right-click a point and take the first entry of the menu."""
        at = self.region.position_of(x1, x2)
        self._qtbot.mouseMove(self.region.viewport(), at)
        self._qtbot.mouseClick(self.region.viewport(), Qt.MouseButton.RightButton, pos=at)
        takes_first_entry(self._qtbot, self.region)

    def drags_point(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press on a point, move in steps, release."""
        viewport = self.region.viewport()
        first, last = self.region.position_of(*start), self.region.position_of(*end)
        self._qtbot.mousePress(viewport, LEFT, pos=first)
        for step in range(1, 6):
            at = QPoint(first.x() + (last.x() - first.x()) * step // 5, first.y() + (last.y() - first.y()) * step // 5)
            self._qtbot.mouseMove(viewport, at)
        self._qtbot.mouseRelease(viewport, LEFT, pos=last)

    @property
    def region(self) -> Any:
        """The decision region plot."""
        return self.window.decision_region_plot

    # ------------------------------------------------------------------ controls

    def clicks(self, name: str) -> None:
        """Click an ordinary button by name."""
        self._qtbot.mouseClick(self.find(name), LEFT)

    def triggers(self, name: str) -> None:
        """Choose a menu entry."""
        self.action(name).trigger()

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in whatever has the focus."""
        self._qtbot.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def types(self, name: str, text: str) -> None:
        """Type a number into a field and press Enter."""
        field = self.find(name)
        assert isinstance(field, QAbstractSpinBox)
        self.unfolds(field)
        field.setFocus()
        field.selectAll()
        self._qtbot.keyClicks(field, text)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def unfolds(self, field: QWidget) -> None:
        """Click the heading of the group in which a field stands, if that is folded."""
        for section in self.window.findChildren(Section):
            if section.isAncestorOf(field) and section.is_folded:
                self._qtbot.mouseClick(section.heading, LEFT)
        assert field.isVisibleTo(self.window)

    def chooses(self, name: str, value: str) -> None:
        """Choose the entry of a drop-down list that stands for the engine's `value`."""
        box = self.find(name)
        assert isinstance(box, QComboBox)
        index = box.findData(value)
        assert index >= 0, f"{name} has no {value}"
        box.setCurrentIndex(index)
        box.activated.emit(index)

    def undoes_everything(self) -> None:
        """Undo as far as it goes."""
        while self.action("undo").isEnabled():
            self.triggers("undo")

    # ------------------------------------------------------------------ training

    def trains_until(self, right: int | None = None, epoch: int | None = None) -> None:
        """Start training, wait until so many samples are right or so many epochs have passed, pause."""

        def reached() -> bool:
            snapshot = self.window.session.snapshot
            enough = right is None or (snapshot.n_right or 0) >= right
            return enough and (epoch is None or snapshot.epoch >= epoch)

        self.starts_training()
        self._qtbot.waitUntil(reached, timeout=TRAINING_MS)
        self.pauses()

    def trains_to(self, epoch: int) -> None:
        """Start training and wait for the pause after pass `epoch`, on a slow machine the same one as on a fast one."""
        session = self.window.session
        session.pause_at(epoch)
        self.starts_training()
        self._qtbot.waitUntil(lambda: session.state != "training", timeout=TRAINING_MS)
        session.pause_at(None)
        self.waits_for_views()

    def starts_training(self) -> None:
        """Trigger Train when not training."""
        if self.window.session.state != "training":
            self.triggers("train")
        self._qtbot.waitUntil(lambda: self.window.session.state == "training", timeout=TRAINING_MS)

    def pauses(self) -> None:
        """Trigger Train again, wait for the pause and for the views to show it."""
        if self.window.session.state == "training":
            self.triggers("train")
        self._qtbot.waitUntil(lambda: self.window.session.state != "training", timeout=TRAINING_MS)
        self.waits_for_views()

    def waits_for_preview(self) -> QDialog:
        """Until the preview of a table is on screen, which opens in a turn of its own."""

        def shown() -> list[QDialog]:
            dialogs = self.window.findChildren(QDialog, "import_dialog")
            return [dialog for dialog in dialogs if dialog.isVisible()]

        self._qtbot.waitUntil(lambda: len(shown()) == 1)
        return shown()[0]

    def waits_for_views(self) -> None:
        """Until the figures show the newest snapshot, and the pictures their first frame."""
        session = self.window.session
        self._qtbot.waitUntil(lambda: self.window.frames_shown > 0, timeout=TRAINING_MS)
        self._qtbot.waitUntil(lambda: session.snapshot is not None, timeout=TRAINING_MS)
        self._qtbot.waitUntil(lambda: self.value("epoch_label") == session.snapshot.epoch, timeout=TRAINING_MS)

        def has_come_to_rest() -> bool:
            return session.is_settled and self.window.shows_newest()

        self._qtbot.waitUntil(lambda: session.state == "training" or has_come_to_rest(), timeout=TRAINING_MS)
