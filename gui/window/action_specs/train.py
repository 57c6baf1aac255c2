"""The commands of the Train menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

TRAIN = (
    spec(
        "train",
        QT_TRANSLATE_NOOP("Actions", "&Train"),
        QT_TRANSLATE_NOOP("Actions", "Train the network, or pause"),
        "Space",
        icon="play",
        checkable=True,
    ),
    spec(
        "step_epoch",
        QT_TRANSLATE_NOOP("Actions", "One &epoch"),
        QT_TRANSLATE_NOOP("Actions", "Train for one pass over the data"),
        "Right",
        icon="step_epoch",
    ),
    spec(
        "step_sample",
        QT_TRANSLATE_NOOP("Actions", "One &sample"),
        QT_TRANSLATE_NOOP("Actions", "Make one update: one sample, or one batch"),
        "Shift+Right",
        icon="step_sample",
    ),
    spec(
        "reset",
        QT_TRANSLATE_NOOP("Actions", "&Reset"),
        QT_TRANSLATE_NOOP("Actions", "Back to the same start, epoch 0"),
        "Ctrl+R",
        icon="reset",
    ),
    spec(
        "keep_run",
        QT_TRANSLATE_NOOP("Actions", "&Keep this run"),
        QT_TRANSLATE_NOOP("Actions", "Add the present run to the list of runs, to compare and to restore it later"),
        "Ctrl+M",
    ),
    spec(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "&Back to the last finite state"),
        QT_TRANSLATE_NOOP("Actions", "After a divergence: go back to the last weights that were finite numbers"),
        "Ctrl+B",
    ),
    spec(
        "export_ledger",
        QT_TRANSLATE_NOOP("Actions", "E&xport the ledger …"),
        QT_TRANSLATE_NOOP("Actions", "Write every step of a run by the perceptron rule into a table"),
    ),
    spec("slower", QT_TRANSLATE_NOOP("Actions", "S&lower"), QT_TRANSLATE_NOOP("Actions", "One step slower"), "Ctrl+["),
    spec("faster", QT_TRANSLATE_NOOP("Actions", "&Faster"), QT_TRANSLATE_NOOP("Actions", "One step faster"), "Ctrl+]"),
    spec(
        "unlimited",
        QT_TRANSLATE_NOOP("Actions", "&Unlimited speed"),
        QT_TRANSLATE_NOOP("Actions", "Train as fast as this computer can"),
        "Ctrl+U",
    ),
)
