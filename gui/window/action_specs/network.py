"""The commands of the Network menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

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
        "make_rbf",
        QT_TRANSLATE_NOOP("Actions", "Make an R&BF network"),
        QT_TRANSLATE_NOOP("Actions", "The first hidden layer gets Gaussian units, with centres where the samples are"),
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
        "load_weights",
        QT_TRANSLATE_NOOP("Actions", "Load &weights…"),
        QT_TRANSLATE_NOOP("Actions", "Read weights from an .npz file as the new start"),
    ),
)
