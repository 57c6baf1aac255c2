"""This module applies theme, presentation, notation and language as chosen in the View menu, and remembers them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QGraphicsView, QLabel, QLayout, QWidget

from gui.session.threads import once_painted
from gui.toolkit import translation
from gui.toolkit.drawing.painting_pause import paint_again, stop_painting
from gui.toolkit.services.actions import Actions
from gui.toolkit.services.settings import WindowSettings
from gui.toolkit.theme import Theme, ThemeManager
from gui.window.looks.style import apply_theme
from gui.window.looks.wardrobe import Wardrobe
from gui.words.notation import Notation

_DEPTH = 12
"""Layouts within layouts, each of which asks the next one out for another size."""


class Appearance(QObject):
    """Ties the View menu's choices to the theme manager, the notation and the translator."""

    def __init__(self, actions: Actions, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._settings = settings
        self.themes = ThemeManager(parent=self)
        self.notation = Notation(lecture=settings.text("notation") == "lecture", parent=self)
        self._window, self.wardrobe = window, Wardrobe(window)
        self._tooltips = PlainTooltips(self)
        # The window that is made and painted first sends ten thousand events, and no tooltip comes before it is there.
        once_painted(self._tooltips, self._tooltips.watch)
        self.themes.changed.connect(self._apply)
        self._connect()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self.set_theme(settings.text("theme", "system"))
        self._apply(self.themes.theme)
        actions["notation_lecture" if self.notation.is_lecture else "notation_textbook"].setChecked(True)
        self._check_language()
        translation.use_lecture_terms(_application(), self.notation.is_lecture)
        self.notation.changed.connect(self._on_notation_changed)

    def set_theme(self, mode: str) -> None:
        """ "system", "light" or "dark"."""
        self._mode = mode if mode in ("light", "dark") else "system"
        self._actions[f"theme_{self._mode}"].setChecked(True)
        self._settings.remember("theme", self._mode)
        with self.in_one_go():
            self.themes.set_dark(_system_is_dark() if self._mode == "system" else self._mode == "dark")

    def set_language(self, language: str) -> None:
        """ "en" or "zh_CN", at once and for the next starts."""
        with self.in_one_go():
            translation.install(_application(), language)
        self._settings.remember("language", language)
        self._check_language()

    def set_lecture_notation(self, lecture: bool) -> None:
        """The lecture's letters or the textbook's."""
        self._settings.remember("notation", "lecture" if lecture else "textbook")
        self.notation.set_lecture(lecture)

    def _connect(self) -> None:
        choices: dict[str, Callable[[], None]] = {
            "theme_system": lambda: self.set_theme("system"),
            "theme_light": lambda: self.set_theme("light"),
            "theme_dark": lambda: self.set_theme("dark"),
            "notation_textbook": lambda: self.set_lecture_notation(False),
            "notation_lecture": lambda: self.set_lecture_notation(True),
            "language_en": lambda: self.set_language("en"),
            "language_zh_CN": lambda: self.set_language("zh_CN"),
        }
        for name, choose in choices.items():
            self._actions[name].triggered.connect(lambda _checked=False, choose=choose: choose())

    @contextmanager
    def in_one_go(self, finish: Callable[[], None] = lambda: None) -> Iterator[None]:
        """What the block changes everywhere in the window is laid out and painted once, at its end.

        `finish` is called in between, when everything has the room that it gets.
        """
        layout = self._window.layout()
        assert layout is not None
        stop_painting(self._window)
        layout.setEnabled(False)
        try:
            with self._tooltips.paused():
                yield
                layout.setEnabled(True)
                _lay_out(layout)
                finish()
                _send_layout_requests()
                for view in self._window.findChildren(QGraphicsView):  # what they put off would be painted twice
                    QCoreApplication.sendPostedEvents(view, QEvent.Type.MetaCall.value)
                    QCoreApplication.sendPostedEvents(view.scene(), QEvent.Type.MetaCall.value)
        finally:
            layout.setEnabled(True)
            paint_again(self._window)

    def _on_notation_changed(self) -> None:
        if translation.use_lecture_terms(_application(), self.notation.is_lecture):
            with self.in_one_go():
                translation.tell_windows()

    def _check_language(self) -> None:
        language = translation.current_language()
        self._actions["language_zh_CN" if language == "zh_CN" else "language_en"].setChecked(True)

    def _on_system_scheme_changed(self) -> None:
        if self._mode == "system":
            self.set_theme("system")

    def _apply(self, theme: Theme) -> None:
        apply_theme(_application(), self.wardrobe, theme)
        self._actions.apply_theme(theme)


class PlainTooltips(QObject):
    """An event filter for the application: tooltips show what stands in them, whatever markup it looks like.

    Names of columns, classes and files come from outside. Qt would take "<img src=…>" in them for rich text and go and
    read that file, be it one that never ends.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watches = False

    def watch(self) -> None:
        """See every tooltip from now on."""
        self._watches = True
        _application().installEventFilter(self)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Until the block ends no tooltip comes: the thousands of events that it sends need not be looked at."""
        _application().removeEventFilter(self)
        try:
            yield
        finally:
            if self._watches:
                self.watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # It sees every event of the program: labels are few, and to ask what an event is takes longest.
        if isinstance(watched, QLabel) and event.type() == QEvent.Type.Polish and _is_tooltip(watched):
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False


def _is_tooltip(label: QLabel) -> bool:
    return label.metaObject().className() == "QTipLabel"


def _lay_out(layout: QLayout) -> None:
    layout.invalidate()
    _send_layout_requests()
    layout.activate()


def _send_layout_requests() -> None:
    for _ in range(_DEPTH):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
