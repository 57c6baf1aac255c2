"""This module shows one card alone over the whole workbench, as large as the window, and goes back to what was."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.containers.card_themes import CardThemes
from gui.toolkit.containers.pages import WORKBENCH
from gui.toolkit.services.actions import spec
from gui.toolkit.services.key_claims import Work, plain_key
from gui.window.layout.workbench import WindowLayout

LARGER = 1.4
"""Type and marks grow less than the card does: the rest of the room is for what the card shows."""
_IS_ENLARGED = "is_enlarged"
_PICTURES = ("diagram", "region", "error")
"""The cards of the first digits; the following ones bring the tables, in the order of their tabs."""


class CardZoom(Feature):
    """F5 takes the card that the mouse has entered, or the keyboard has come to, last.

    Off stage the digits stay with a view in focus that does something with them: the region, and tables typed into.
    """

    actions = (
        spec(
            "zoom_card",
            QT_TRANSLATE_NOOP("Actions", "One card &alone"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Show the card under the mouse, or with the focus, over the whole workbench; a double click on its"
                " title does so too",
            ),
            "F5",
            checkable=True,
        ),
    )

    def __init__(self, context: WindowContext, workbench: WindowLayout, themes: Mapping[str, CardThemes]) -> None:
        super().__init__(context)
        self._workbench, self._themes = workbench, themes
        self._action = context.actions["zoom_card"]
        self._latest, self._enlarged = _PICTURES[0], ""
        for card in workbench.cards.values():
            card.installEventFilter(self)
        workbench.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_application_focus_changed)
        self._action.triggered.connect(lambda _checked=False: self._toggle(self._latest))
        workbench.title_double_clicked.connect(self._toggle)
        workbench.zoomed.connect(self._on_workbench_zoomed)
        context.themes.changed.connect(lambda _theme: self._enlarge_letters())
        context.tabs.shown.connect(lambda _name: self._on_tabs_shown())
        context.pages.shown.connect(lambda name: self._action.setEnabled(name == WORKBENCH))
        context.actions["large_table"].toggled.connect(lambda _on: workbench.zoom(""))
        context.key_claims.add(self._claim)

    def facts(self) -> dict[str, object]:
        return {"zoomed_card": self._workbench.zoomed_card}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._workbench:  # Esc comes here where no view has a stroke or a selection to end
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._press(event)
        if event.type() == QEvent.Type.Enter:
            self._come_to(watched)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        is_ours = event.key() == Qt.Key.Key_Escape and bool(self._workbench.zoomed_card)
        if is_ours:
            self._workbench.zoom("")
        return is_ours

    def _on_application_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self._come_to(now)

    def _come_to(self, thing: QObject) -> None:
        for name, card in self._workbench.cards.items():
            if thing is card or (isinstance(thing, QWidget) and card.isAncestorOf(thing)):
                self._latest = name

    def _toggle(self, card: str) -> None:
        self._workbench.zoom("" if self._workbench.zoomed_card else card)

    def _claim(self, event: QKeyEvent) -> Work | None:
        context, key, is_zoomed = self.context, plain_key(event), bool(self._workbench.zoomed_card)
        on_stage = context.actions["presentation"].isChecked()
        if context.pages.current != WORKBENCH or not (is_zoomed or on_stage) or key is None:
            return None
        place = key - Qt.Key.Key_1
        if 0 <= place < 9 and (on_stage or not self._has_digits_of_its_own(QApplication.focusWidget())):
            return self._switch_to(place)
        return None

    def _has_digits_of_its_own(self, widget: QWidget | None) -> bool:
        if isinstance(widget, QAbstractItemView):
            return bool(widget.editTriggers() & QAbstractItemView.EditTrigger.AnyKeyPressed)
        return widget is not None and self._workbench.cards["region"].isAncestorOf(widget)

    def _switch_to(self, place: int) -> Callable[[], None]:
        """What the digit for `place` does; it is nobody else's where there are fewer tables."""

        def switch() -> None:
            tables = self.context.tabs.available
            if place < len(_PICTURES):
                self._workbench.zoom(_PICTURES[place])
            elif place - len(_PICTURES) < len(tables):
                self.context.tabs.show_table(tables[place - len(_PICTURES)])
                self._workbench.zoom("samples")

        return switch

    def _on_workbench_zoomed(self, name: str) -> None:
        self._action.setChecked(bool(name))
        self._enlarge_letters()  # before the views measure them
        for card, themes in self._themes.items():
            themes.set_zoom(LARGER if card == name else 1.0)
        self._workbench.align_rows()
        if name:
            self._latest = name

    def _on_tabs_shown(self) -> None:
        """A table that comes to the front may have been made, or dressed for the window, just now."""
        self._enlarge_letters()
        self._themes["samples"].say_again()

    def _enlarge_letters(self) -> None:
        """The letters of what is not painted by the views themselves; below a style sheet none are handed down."""
        zoomed = self._workbench.zoomed_card
        larger = QFont()
        larger.setPointSizeF(QGuiApplication.font().pointSizeF() * LARGER)
        for name, card in self._workbench.cards.items():
            for widget in (card, *card.findChildren(QWidget)) if name in (zoomed, self._enlarged) else ():
                is_ours = bool(widget.property(_IS_ENLARGED))
                if name == zoomed and (is_ours or widget.font().resolveMask() == 0):
                    widget.setFont(larger)
                    widget.setProperty(_IS_ENLARGED, True)
                elif name != zoomed and is_ours:
                    widget.setFont(QFont())
                    widget.setProperty(_IS_ENLARGED, False)
        self._enlarged = zoomed
