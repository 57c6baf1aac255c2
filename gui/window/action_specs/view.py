"""This module declares the window's own commands of the View menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

VIEW = (
    spec(
        "page_workbench",
        QT_TRANSLATE_NOOP("Actions", "&Workbench"),
        QT_TRANSLATE_NOOP("Actions", "The network, its data and its training"),
        "Ctrl+1",
        group="page",
    ),
    spec(
        "presentation",
        QT_TRANSLATE_NOOP("Actions", "&Presentation mode"),
        QT_TRANSLATE_NOOP("Actions", "Full screen for a projector: large type, one slim bar, menus at the top edge"),
        "F11",
        checkable=True,
    ),
    spec(
        "side_panel",
        QT_TRANSLATE_NOOP("Actions", "&Side panel"),
        QT_TRANSLATE_NOOP("Actions", "Show data and training settings on the left"),
        "F9",
        checkable=True,
    ),
    spec(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
        QT_TRANSLATE_NOOP("Actions", "Fill the whole screen with the window"),
        "Ctrl+F11",
        checkable=True,
    ),
    spec(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "Colours as the &system"),
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the system is set"),
        group="theme",
    ),
    spec(
        "theme_light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Dark text on light paper"),
        group="theme",
    ),
    spec(
        "theme_dark",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        QT_TRANSLATE_NOOP("Actions", "Light text on dark paper"),
        group="theme",
    ),
    spec(
        "notation_textbook",
        QT_TRANSLATE_NOOP("Actions", "&Textbook notation"),
        QT_TRANSLATE_NOOP("Actions", "Bias b, learning rate, w by layer, target t"),
        group="notation",
    ),
    spec(
        "notation_lecture",
        QT_TRANSLATE_NOOP("Actions", "Le&cture notation"),
        QT_TRANSLATE_NOOP("Actions", "Threshold T, η, V and W, y and o, desired output d"),
        group="notation",
    ),
    spec("language_en", "&English", "English", group="language"),
    spec("language_zh_CN", "&简体中文", "简体中文", group="language"),
)
