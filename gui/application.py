"""The application round the window: start, language, the picture that a script asks for, the exit code."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from engine.spec.errors import EngineError
from gui.session.kernel_preparation import started_preparation
from gui.toolkit import translation
from gui.toolkit.end_signals import EndSignals
from gui.toolkit.services.settings import WindowSettings

if TYPE_CHECKING:
    from engine.project.project import Project

OK, USAGE, GOAL_NOT_MET = 0, 2, 3
_ENDED_BY_SIGNAL = 128  # and its number above that, as shells have it

_SETTLED_MS = 8_000
"""By then all modules are loaded; what they consist of need not be looked through by every later collection."""


def run(options: Namespace) -> int:
    """Show the window, or save its picture; returns the process's exit code.

    options: project, demo, language, screenshot, until_trained, size, theme, limit; see main.py.
    """
    gc.disable()  # nothing of what is imported is garbage; the window's own collections follow, `GuiCollector`
    if options.screenshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever is set: a picture needs no display
    try:
        project = _demo_project(options.demo)
    except EngineError as error:
        return _complain(str(error))
    if options.screenshot:
        qInstallMessageHandler(_quiet_off_screen)
    QApplication.setApplicationName("Perceptra")  # before there is one: screen readers keep the name of that moment
    application = QApplication(["Perceptra"])
    preparation = started_preparation(application)  # goes on while the window is imported and made
    application.setStyle("Fusion")
    settings = WindowSettings(lasting=not options.screenshot)
    language = options.language or settings.text("language") or translation.system_language()
    translation.install(application, language)
    from gui.main_window import MainWindow
    from gui.window.notices.fault_notice import FaultNotice  # after the language: widgets are made with the right texts
    from gui.window.tour.tour import Tour

    gc.freeze()  # or the first collection, which falls into the first painting, looks through all that was imported
    window = MainWindow(project, remembers=not options.screenshot, begun=preparation)
    FaultNotice(window.message_bar, window)
    if options.theme:
        window.set_theme(options.theme)
    if options.size:
        window.resize(*options.size)
    if options.project:
        window.open(Path(options.project))
    end_signals = EndSignals(application)
    if options.screenshot:
        from gui.window.screenshot import Screenshot

        end_signals.received.connect(lambda number: application.exit(_ENDED_BY_SIGNAL + number))

        window.reader.failed.connect(lambda sentence: application.exit(_complain(sentence)))

        def is_up_to_date() -> bool:
            return not window.reader.is_busy and window.shows_newest()

        return Screenshot(window, window.session, is_up_to_date, options).take(application)
    end_signals.received.connect(lambda _number: window.leave(application.quit))
    application.commitDataRequest.connect(lambda _manager: window.keep_before_the_system_ends())
    window.show()
    if options.project is None and options.demo is None:
        next(part for part in window.parts if isinstance(part, Tour)).begin_once()
    QTimer.singleShot(_SETTLED_MS, gc.freeze)
    return application.exec()


def _demo_project(name: str | None) -> Project | None:
    if name is None:
        return None
    from engine.project.demos import DEMOS, demo

    if name not in DEMOS:
        raise EngineError(f"There is no demo “{name}”. Choose one of: {', '.join(DEMOS)}.")
    return demo(name)


def _quiet_off_screen(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's off-screen platform warns of size hints that it has no window manager to tell; all else is passed on."""
    if "propagateSizeHints" not in text and kind != QtMsgType.QtDebugMsg:
        print(text, file=sys.stderr)


def _complain(text: str) -> int:
    print(text, file=sys.stderr)
    return USAGE
