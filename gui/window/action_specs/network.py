"""The commands of the Network menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.window.action_specs.spec import spec

NETWORK = (
    spec(
        "add_layer",
        QT_TRANSLATE_NOOP("Actions", "&Add a hidden layer"),
        QT_TRANSLATE_NOOP("Actions", "Add a hidden layer after the selected one"),
        "Ctrl+L",
    ),
    spec(
        "remove_layer",
        QT_TRANSLATE_NOOP("Actions", "&Remove the selected layer"),
        QT_TRANSLATE_NOOP("Actions", "Remove the hidden layer that is selected"),
        "Ctrl+Shift+L",
    ),
    spec(
        "more_units",
        QT_TRANSLATE_NOOP("Actions", "&More units"),
        QT_TRANSLATE_NOOP("Actions", "One more neuron in the selected layer"),
        "Ctrl++",
        "Ctrl+=",
    ),
    spec(
        "fewer_units",
        QT_TRANSLATE_NOOP("Actions", "&Fewer units"),
        QT_TRANSLATE_NOOP("Actions", "One neuron fewer in the selected layer"),
        "Ctrl+-",
    ),
    spec(
        "fit_diagram",
        QT_TRANSLATE_NOOP("Actions", "Fi&t the diagram"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole network"),
        "Ctrl+0",
    ),
)
