"""The tour: at the first start by itself, later from the Help menu; training and typing go on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.containers.pages import WORKBENCH
from gui.toolkit.services import screen_reader
from gui.toolkit.services.actions import spec
from gui.toolkit.services.key_claims import Work, plain_key
from gui.window.pointer_frame import PointerFrame
from gui.window.tour.bubble import TourBubble

_SEEN = "tour_seen"
_LESSONS = "menu_lessons"  # its title in the menu bar


@dataclass(frozen=True)
class _Stop:
    """A part of the window by its name, with a title and a sentence (English sources, context "Tour")."""

    part: str
    title: object
    text: object


STOPS = (
    _Stop(
        "button_train",
        QT_TRANSLATE_NOOP("Tour", "Train"),
        QT_TRANSLATE_NOOP(
            "Tour", "Press Train, or Space wherever you are: the network learns, and you watch it. Again: it pauses."
        ),
    ),
    _Stop(
        "dataset_gallery",
        QT_TRANSLATE_NOOP("Tour", "Data"),
        QT_TRANSLATE_NOOP("Tour", "Choose other data here; a click into the decision region adds samples of your own."),
    ),
    _Stop(
        "diagram_view",
        QT_TRANSLATE_NOOP("Tour", "Network"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Every neuron shows its own map, every line its weight; + and − change layers and neurons, and a double"
            " click types a weight.",
        ),
    ),
    _Stop(
        "decision_region_plot",
        QT_TRANSLATE_NOOP("Tour", "Decision region"),
        QT_TRANSLATE_NOOP(
            "Tour", "The colour is the network's output for every input, live; a red ring marks a sample that is wrong."
        ),
    ),
    _Stop(
        _LESSONS,
        QT_TRANSLATE_NOOP("Tour", "Lessons and help"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Lessons lead through the lecture; Help has first steps, a guide and this tour. Ctrl+Z takes back any"
            " edit.",
        ),
    ),
)


class Tour(Feature):
    """Page Down and Page Up walk through the stops, Esc ends it; who has seen or skipped it is not asked again."""

    actions = (
        spec(
            "tour",
            QT_TRANSLATE_NOOP("Actions", "&Tour of the window"),
            QT_TRANSLATE_NOOP("Actions", "Five stops at the parts of the window, a sentence each"),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._place: int | None = None
        self._frame = PointerFrame(context.themes.theme, context.window)
        self._bubble = TourBubble(context.themes, context.window)
        self._frame.followed.connect(self._follow)
        self._bubble.moved_on.connect(self._on_bubble_moved_on)
        self._bubble.skipped.connect(self.end)
        context.themes.changed.connect(self._on_themes_changed)
        context.actions["tour"].triggered.connect(lambda _checked=False: self.begin())
        context.key_claims.add(self._claim)
        context.remote.add(self)

    def begin_once(self) -> None:
        """Begin it where this user has never seen it; for the program's start, not for windows in general."""
        if not self.context.settings.flag(_SEEN):
            self.begin()

    def begin(self) -> None:
        """Show the first stop."""
        self.context.settings.remember(_SEEN, True)
        if self.context.pages.current != WORKBENCH:
            self.context.pages.show_page(WORKBENCH)
        self._show(0)

    def end(self) -> None:
        """Skip what is left."""
        self._show(None)

    def close(self) -> None:
        self.end()

    def can_go(self, by: int) -> bool:
        """Whether there is a stop so far from the one on show."""
        return self._place is not None and 0 <= self._place + by < len(STOPS)

    def go(self, by: int) -> None:
        """Show it."""
        self._show((self._place or 0) + by)

    def retranslate(self) -> None:
        if self._place is not None:
            self._show(self._place)

    def _show(self, place: int | None) -> None:
        self._place = place
        if place is None:
            self._frame.point_at(None)
            self._bubble.hide()
        else:
            stop, translate = STOPS[place], QCoreApplication.translate
            title, text = translate("Tour", str(stop.title)), translate("Tour", str(stop.text))
            self._bubble.show_stop(place, len(STOPS), title, text)
            self._frame.point_at(*self._part(stop.part))
            screen_reader.announce(self._bubble, f"{title}. {text}")
        self.context.remote.refresh()

    def _part(self, name: str) -> tuple[QWidget | None, Callable[[], QRect] | None]:
        """The widget with that name, and which part of it is meant; of a menu its title in the bar."""
        window = self.context.window
        if name != _LESSONS:
            return window.findChild(QWidget, name), None
        assert isinstance(window, QMainWindow)
        bar, entry = window.menuBar(), self.context.menus("lessons").menuAction()
        return bar, lambda: bar.actionGeometry(entry)

    def _follow(self) -> None:
        if self._place is not None:
            self._bubble.stand_beside(self._frame.geometry() if self._frame.isVisible() else QRect())

    def _claim(self, event: QKeyEvent) -> Work | None:
        is_ours = self._place is not None and plain_key(event) == Qt.Key.Key_Escape
        return self.end if is_ours else None

    def _on_bubble_moved_on(self, by: int) -> None:
        if self.can_go(by):
            self.go(by)
        else:
            self.end()

    def _on_themes_changed(self) -> None:
        self._frame.apply_theme(self.context.themes.theme)
        self.retranslate()
