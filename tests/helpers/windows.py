"""Other windows beside the user's, and what they leave when they end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.helpers.user import User

CRASHING_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
app.setApplicationName(sys.argv[1])
from gui.main_window import MainWindow
from gui.window.autosave.work_recovery import WorkRecovery
window = MainWindow()
window.show()
keeper = window.findChild(WorkRecovery).autosaver
keeper.kept.connect(lambda: print("kept", flush=True))
timer = QTimer(window)
timer.timeout.connect(keeper.keep)
def work():
    window.diagram_view.add_layer_after_selection()
    window.session.train()
    timer.start(5)  # so often that the end comes in the middle of it
if len(sys.argv) > 2:
    from pathlib import Path
    window.reader.settled.connect(lambda: print("open", flush=True))
    window.reader.settled.connect(work)
    window.open(Path(sys.argv[2]))
else:
    work()
app.exec()
"""


def another(windows: list[MainWindow], qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    windows.append(window)
    return window


def question(window: MainWindow, name: str) -> QMessageBox:
    box = window.findChild(QMessageBox, name)
    assert isinstance(box, QMessageBox)
    return box


def saves(user: User, qtbot: QtBot) -> None:
    with qtbot.waitSignal(user.window.document.saved):
        user.triggers("save")


def lock_texts() -> dict[str, bytes]:
    """What a lock file may say whose window is gone."""
    here = QSysInfo.machineHostName().encode()
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    return {
        "empty": b"",
        "cut off": b"12",
        "no text": b"\xff\x00\xfe" * 9,
        "of another computer": b"1\npython3.11\nanother-computer\n",
        "of a process that is gone": b"%d\npython3.11\n%s\n" % (gone.pid, here),
        "of a process whose number another has now": b"%d\n%s\n%s\n"
        % (os.getpid(), Path(sys.executable).resolve().name.encode(), here),
    }
