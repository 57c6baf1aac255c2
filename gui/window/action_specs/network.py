"""The commands of the Network menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

NETWORK = (
    spec(
        "make_rbf",
        QT_TRANSLATE_NOOP("Actions", "Make an R&BF network"),
        QT_TRANSLATE_NOOP("Actions", "The first hidden layer gets Gaussian units, with centres where the samples are"),
    ),
)
