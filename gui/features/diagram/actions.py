"""The commands of the diagram: for layers, for the selected weights, and for what is on show of the network."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import KEYS, spec

EDIT = (
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
"""Their keys belong to the diagram alone; elsewhere they are for text."""

STRUCTURE = (
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
)

WEIGHTS = (
    spec(
        "lock_weights",
        QT_TRANSLATE_NOOP("Actions", "Loc&k or unlock"),
        QT_TRANSLATE_NOOP("Actions", "Keep training from moving the selected weights and biases, or allow it again"),
        "Ctrl+Shift+K",
    ),
    spec(
        "cut_connections",
        QT_TRANSLATE_NOOP("Actions", "&Cut or restore connections"),
        QT_TRANSLATE_NOOP("Actions", "Hold the selected connections at 0, or give them back the weight that they had"),
        "Ctrl+Shift+X",
    ),
    spec(
        "randomise_weights",
        QT_TRANSLATE_NOOP("Actions", "Ran&domise"),
        QT_TRANSLATE_NOOP("Actions", "Draw the selected weights and biases anew"),
        "Ctrl+Shift+D",
    ),
    spec(
        "zero_weights",
        QT_TRANSLATE_NOOP("Actions", "Set to &zero"),
        QT_TRANSLATE_NOOP("Actions", "Set the selected weights and biases to 0"),
        "Ctrl+Shift+O",
    ),
    spec(
        "negate_weights",
        QT_TRANSLATE_NOOP("Actions", "&Negate"),
        QT_TRANSLATE_NOOP("Actions", "Turn the sign of the selected weights and biases"),
        "Ctrl+Shift+N",
    ),
    spec(
        "scale_weights",
        QT_TRANSLATE_NOOP("Actions", "M&ultiply by a factor…"),
        QT_TRANSLATE_NOOP("Actions", "Multiply the selected weights and biases by a factor that you type"),
        "Ctrl+Shift+M",
    ),
)
"""For the selected weights and biases."""

VIEW = (
    spec(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        QT_TRANSLATE_NOOP("Actions", "Show the network larger"),
        "Alt+=",
        "Alt++",
    ),
    spec(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
        QT_TRANSLATE_NOOP("Actions", "Show more of the network"),
        "Alt+-",
    ),
    spec(
        "fit_diagram",
        QT_TRANSLATE_NOOP("Actions", "Fi&t the diagram"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole network"),
        "Ctrl+0",
    ),
    spec(
        "weight_numbers",
        QT_TRANSLATE_NOOP("Actions", "&Numbers on all connections"),
        QT_TRANSLATE_NOOP("Actions", "Write every weight and bias onto the diagram, where there is room"),
        "F6",
        checkable=True,
    ),
    spec(
        "neuron_weights",
        QT_TRANSLATE_NOOP("Actions", "Numbers of &one neuron"),
        QT_TRANSLATE_NOOP("Actions", "Write the weights of the neuron that is selected or under the mouse"),
        "Shift+F6",
        checkable=True,
    ),
    spec(
        "focus_neuron",
        QT_TRANSLATE_NOOP("Actions", "&Focus on one neuron"),
        QT_TRANSLATE_NOOP("Actions", "Fade all but the neuron that is selected or under the mouse"),
        "F7",
        checkable=True,
    ),
    spec(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Ready networks"),
        QT_TRANSLATE_NOOP("Actions", "Show ready networks above the diagram, to click or to drag in"),
        checkable=True,
    ),
)
