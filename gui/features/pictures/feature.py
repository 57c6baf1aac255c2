"""This feature saves pictures of single views and animations of a run."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.pictures.animation_saving import AnimationSaving, AnimationSource
from gui.features.pictures.picture_saving import PictureSaving, PictureSource
from gui.toolkit.look import wear
from gui.toolkit.services.actions import spec

_CARDS = ("diagram", "region", "error")


class PicturesFeature(Feature):
    """`views` and `animations` tell what can be drawn: the window has them, since they need several features."""

    actions = (
        spec(
            "save_view",
            QT_TRANSLATE_NOOP("Actions", "Save a pict&ure…"),
            QT_TRANSLATE_NOOP("Actions", "Save a plot or the network as PNG, SVG or PDF, in the size you choose"),
            "Ctrl+Shift+G",
        ),
        spec(
            "save_diagram",
            QT_TRANSLATE_NOOP("Actions", "Save the &diagram…"),
            QT_TRANSLATE_NOOP("Actions", "Save the network as PNG, SVG or PDF, in the size you choose"),
            "Ctrl+Shift+E",
        ),
        spec(
            "copy_view",
            QT_TRANSLATE_NOOP("Actions", "Cop&y the picture"),
            QT_TRANSLATE_NOOP("Actions", "Put a picture of the view that has the focus on the clipboard"),
            "Ctrl+Shift+C",
        ),
        spec(
            "save_animation",
            QT_TRANSLATE_NOOP("Actions", "Save the run as an&imation…"),
            QT_TRANSLATE_NOOP(
                "Actions", "Save how the network learned, from the first epoch to the last, as an animated GIF"
            ),
        ),
    )

    def __init__(self, context: WindowContext, views: PictureSource, animations: AnimationSource) -> None:
        super().__init__(context)
        self._saving = PictureSaving(context, views, self)
        self._animation = AnimationSaving(context, animations, self)
        self._menus: dict[str, tuple[QToolButton, QMenu]] = {}
        actions = context.actions
        actions["save_view"].triggered.connect(lambda: self._saving.ask(None))
        actions["save_diagram"].triggered.connect(lambda: self._saving.ask("diagram"))
        actions["copy_view"].triggered.connect(self._saving.copy_view_in_focus)
        actions["save_animation"].triggered.connect(self._animation.ask)
        for name in _CARDS:
            self._add_button(name)

    def close(self) -> None:
        self._animation.close()

    def retranslate(self) -> None:
        for name, (button, menu) in self._menus.items():
            button.setAccessibleName(self.tr("Picture"))
            button.setToolTip(self.tr("Save or copy a picture of this view"))
            texts = {
                f"save_{name}_picture": self.tr("Save a picture…"),
                f"copy_{name}_picture": self.tr("Copy the picture"),
            }
            for action in menu.actions():
                action.setText(texts[action.objectName()])

    def _add_button(self, name: str) -> None:
        button = QToolButton(self.context.window)
        button.setObjectName(f"{name}_picture_menu")
        button.setText("⋯")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for does, slot in (("save", self._saving.ask), ("copy", self._saving.copy)):
            action = menu.addAction("")
            action.setObjectName(f"{does}_{name}_picture")
            action.triggered.connect(lambda _checked=False, slot=slot: slot(name))
        button.setMenu(menu)
        wear(button, compact=True)
        self.context.cards.add_button(name, button)
        self._menus[name] = button, menu
