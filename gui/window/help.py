"""This module opens the help pages, which stay open beside the work."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from engine.files.resources import RESOURCES
from gui.toolkit import translation
from gui.toolkit.services.actions import Actions
from gui.window.keyboard.keyboard_page import keyboard_html

HELP_FOLDER = RESOURCES / "help"
VERSION = "0.1.0"


class HelpPages(QObject):
    """Opens the help windows; each is made when first asked for, in the language in force."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        for name, show in {
            "first_steps": self.show_first_steps,
            "guide": self.show_guide,
            "keyboard": self.show_keyboard,
            "about": self.show_about,
        }.items():
            actions[name].triggered.connect(lambda _checked=False, show=show: show())

    def show_first_steps(self) -> None:
        """The short guide."""
        page = HELP_FOLDER / f"first_steps_{translation.current_language()}.html"
        self._show("help_first_steps", self.tr("First steps"), page.read_text(encoding="utf-8"))

    def show_guide(self) -> None:
        """What each part of the window can do."""
        page = HELP_FOLDER / f"guide_{translation.current_language()}.md"
        document = QTextDocument()
        document.setMarkdown(page.read_text(encoding="utf-8"))
        self._show("help_guide", self.tr("Guide"), document.toHtml())

    def show_keyboard(self) -> None:
        """All keys: those of the commands, and those of single views."""
        self._show("help_keyboard", self.tr("Keyboard"), keyboard_html(self._actions))

    def show_about(self) -> None:
        """Version and licence."""
        text = self.tr("Build a feed-forward network, pick a gate or your own data, and watch it learn.")
        licence = self.tr("Free software under the MIT licence.")
        parts = self.tr("Made with Python, Qt (PySide6, LGPL), pyqtgraph, NumPy, Numba and SciPy.")
        html = f"<h2>Perceptra {VERSION}</h2><p>{escape(text)}</p><p>{escape(licence)} {escape(parts)}</p>"
        self._show("help_about", self.tr("About Perceptra"), html)

    def _show(self, name: str, title: str, html: str) -> None:
        dialog = self._window.findChild(QDialog, name) or self._make(name)
        dialog.setWindowTitle(title)
        browser = dialog.findChild(QTextBrowser)
        assert isinstance(browser, QTextBrowser)
        browser.setAccessibleName(title)
        browser.setHtml(html)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _make(self, name: str) -> QDialog:
        dialog = QDialog(self._window, Qt.WindowType.Tool)
        dialog.setObjectName(name)
        dialog.resize(560, 560)
        browser = QTextBrowser(dialog)
        browser.setObjectName(f"{name}_text")
        browser.setOpenExternalLinks(True)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(browser)
        return dialog
