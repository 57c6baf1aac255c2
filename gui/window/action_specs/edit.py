"""The commands of the Edit menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import KEYS, spec

EDIT = (
    spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last edit"),
        KEYS.Undo,
        icon="undo",
    ),
    spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the edit again that was taken back"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        icon="redo",
    ),
    spec(
        "cut_layers",
        QT_TRANSLATE_NOOP("Actions", "Cu&t layers"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected layers on the clipboard and take them out of the network"),
        KEYS.Cut,
    ),
    spec(
        "copy_layers",
        QT_TRANSLATE_NOOP("Actions", "&Copy layers"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected layers, with their weights, on the clipboard"),
        KEYS.Copy,
    ),
    spec(
        "paste_layers",
        QT_TRANSLATE_NOOP("Actions", "&Paste layers"),
        QT_TRANSLATE_NOOP("Actions", "Put the layers from the clipboard behind the selected layer"),
        KEYS.Paste,
    ),
    spec(
        "duplicate_layers",
        QT_TRANSLATE_NOOP("Actions", "&Duplicate layers"),
        QT_TRANSLATE_NOOP("Actions", "Put copies of the selected layers behind them"),
        "Ctrl+D",
    ),
    spec(
        "remove_selected",
        QT_TRANSLATE_NOOP("Actions", "Re&move what is selected"),
        QT_TRANSLATE_NOOP("Actions", "Remove the selected neurons and layers, or cut the selected connections"),
    ),
    spec(
        "select_all",
        QT_TRANSLATE_NOOP("Actions", "Select &all"),
        QT_TRANSLATE_NOOP("Actions", "Select all neurons, or everything of the kind that is selected in the diagram"),
        KEYS.SelectAll,
    ),
)
