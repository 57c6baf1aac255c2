"""A window on a screen of any size, in a process of its own: where it stands, and what of it cannot be reached.

    QT_QPA_PLATFORM=offscreen:configfile=FILE python -m tests.helpers.small_screen place|parts|dialogs [LANGUAGE [AT]]

Prints a JSON list. With places AT, each X,Y,W,H, it has one a place: of a window that took up what was left there,
and is brought there before it closes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollArea, QTabBar, QWidget

from gui.toolkit.look import wears

ROOT = Path(__file__).resolve().parents[2]
BUTTONS = ("train", "step_epoch", "step_sample", "reset", "new_start")
FIGURES = ("epoch_label", "error_label", "accuracy_label")
DIALOGS = (
    "shape_data",
    "notes",
    "lab_report",
    "slides",
    "save_view",
    "save_animation",
    "about",
    "first_steps",
    "guide",
    "keyboard",
)


def run(folder: Path, size: tuple[int, int], *words: str) -> list[Any]:
    """What this module prints on a screen of `size`; settings and screen are files in `folder`."""
    screen = {"name": "small", "x": 0, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96, "dpr": 1}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96}]}))
    places = {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.small_screen", *words],
        cwd=ROOT,
        env=os.environ | places | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


# ---------------------------------------------------------------------- within the process


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def rest() -> None:
    """Until layouts within layouts have come to rest."""
    for _ in range(30):
        QApplication.processEvents()


def wait_for(condition: Callable[[], object]) -> None:
    """Until `condition()` holds; what waits for a thread beside takes its time."""
    for _ in range(400):
        if condition():
            break
        wait(25)
    assert condition()
    rest()


def trigger(window: QWidget, name: str) -> None:
    """Choose a command of the menus."""
    action = window.findChild(QAction, f"action_{name}")
    assert action is not None, name
    action.trigger()
    rest()


def out_of_reach(widget: QWidget) -> bool:
    """Whether part of `widget` is beside the window even when everything is scrolled to it."""
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            at.ensureWidgetVisible(widget, 0, 0)
        at = at.parentWidget()
    rest()
    window = widget.window()
    inside = window.rect().contains(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
    return not (widget.isVisible() and inside and widget.visibleRegion().boundingRect() == widget.rect())


def must_be_reached(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Titles of cards, buttons, figures, tabs, the status line and, in a lesson, what leads on."""
    for label in window.findChildren(QLabel):
        if wears(label, "heading") and label.isVisible():
            yield f"title {label.text()}", label
    if not window.findChild(QAction, "action_presentation").isChecked():
        yield "status line", window.findChild(QWidget, "hover_text")
        yield "pages", window.findChild(QWidget, "page_switcher")
    if window.findChild(QWidget, "training_bar").isVisible():  # not on pages that show no run
        on_stage = window.findChild(QAction, "action_presentation").isChecked()
        for name in (*(f"button_{name}" for name in (BUTTONS[:3] if on_stage else BUTTONS)), *FIGURES):
            yield name, window.findChild(QWidget, name)
    tabs = window.findChild(QTabBar, "table_tabs")
    if tabs.isVisible():
        yield "tabs", tabs
    lesson = window.findChild(QWidget, "lesson_panel")
    if lesson is not None and lesson.isVisible():
        for name in ("lesson_back", "lesson_next", "lesson_again", "lesson_close"):
            yield name, window.findChild(QWidget, name)


def states(window: QWidget) -> Iterator[str]:
    """Bring the window into each state: with and without a lesson, in usual and in large type, on every page."""
    for large in (False, True):
        if large:
            trigger(window, "presentation")
        yield f"usual {large}"
        for page in ("inside", "comparison", "error_surface", "computation_graph", "workbench"):
            trigger(window, f"page_{page}")
            yield f"{page} {large}"
        _open_lesson(window)
        yield f"lesson {large}"
        trigger(window, "lesson_leave")
        wait_for(lambda: not window.findChild(QWidget, "lesson_panel").isVisible())


def _open_lesson(window: QWidget) -> None:
    menu = window.menuBar().actions()[6].menu()  # type: ignore[attr-defined]
    menu.aboutToShow.emit()
    others = ("next", "previous", "leave", "open")
    first = next(
        action
        for action in menu.actions()
        if action.objectName().startswith("action_lesson_") and action.objectName().split("_")[-1] not in others
    )
    first.trigger()
    wait_for(
        lambda: (
            window.findChild(QWidget, "lesson_panel") is not None
            and window.findChild(QWidget, "lesson_panel").isVisible()
        )
    )


def parts(window: QWidget) -> dict[str, Any]:
    """How much was looked at, and what of it is out of reach."""
    looked, lost = 0, []
    for state in states(window):
        if (window.width(), window.height()) > (960, 540):
            lost.append(f"{state}: the window is {window.width()} by {window.height()}")
        for name, widget in must_be_reached(window):
            looked += 1
            if out_of_reach(widget):
                lost.append(f"{state}: {name}")
    return {"looked": looked, "lost": lost}


def dialogs(window: QWidget) -> dict[str, Any]:
    """The same of every dialog's buttons, in usual and in large type."""
    room = window.screen().availableGeometry()
    looked, lost = 0, []
    table = Path(os.environ["XDG_CONFIG_HOME"]) / "table.csv"
    table.write_text("a,b,kind\n" + "\n".join(f"{i},{i * i},{'xyz'[i % 3]}" for i in range(30)))
    for epoch in range(1, 4):  # an animation is of a run
        trigger(window, "step_epoch")
        wait_for(lambda epoch=epoch: window.session.snapshot.epoch >= epoch)  # type: ignore[attr-defined]
    for large in (False, True):
        if large:
            trigger(window, "presentation")
        for name in (*DIALOGS, "import"):
            if name == "import":
                window.openable_files.open(table)  # type: ignore[attr-defined]
            else:
                trigger(window, name)
            wait_for(lambda: _open_dialog(window))
            dialog = _open_dialog(window)
            assert dialog is not None, name
            if name == "import":  # it begins to read once it is painted
                wait_for(dialog.findChild(QAbstractButton, "import_button").isEnabled)
            looked += 1
            if dialog.frameSize() != dialog.frameSize().boundedTo(room.size()):
                lost.append(f"{name} {large}: {dialog.width()} by {dialog.height()}")
            for button in dialog.findChildren(QAbstractButton):
                if button.isVisible() and button.objectName():
                    looked += 1
                    if out_of_reach(button):
                        lost.append(f"{name} {large}: {button.objectName()}")
            dialog.close()
            dialog.deleteLater()
            wait(50)
    return {"looked": looked, "lost": lost}


def _open_dialog(window: QWidget) -> QDialog | None:
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


def place(window: QWidget) -> dict[str, Any]:
    """Where the window stands after the start, and what the screen leaves free."""
    wait(200)
    here, room = window.frameGeometry(), window.screen().availableGeometry()
    status = window.findChild(QWidget, "hover_text")
    lowest = status.mapToGlobal(QPoint(0, status.height())).y()
    return {"window": here.getRect(), "room": room.getRect(), "lowest": lowest}


def main() -> None:
    """See above."""
    application = QApplication(["Perceptra"])
    application.setApplicationName("Perceptra")
    application.setStyle("Fusion")
    from gui.main_window import MainWindow
    from gui.toolkit import translation

    translation.install(application, sys.argv[2] if len(sys.argv) > 2 else "en")
    look = {"place": place, "parts": parts, "dialogs": dialogs}[sys.argv[1]]
    found = []
    for kept in sys.argv[3:] or [""]:
        settings = Path(os.environ["XDG_CONFIG_HOME"]) / f"at {kept}"
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(settings))
        window = MainWindow()
        window.show()
        wait(300)
        found.append(look(window))
        if kept:
            window.setGeometry(*(int(number) for number in kept.split(",")))
            wait(100)
        window.document.undo_stack.setClean()
        window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
