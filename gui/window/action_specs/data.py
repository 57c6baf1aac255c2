"""The commands of the Data menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

DATA = (
    spec(
        "open_table",
        QT_TRANSLATE_NOOP("Actions", "Open &table…"),
        QT_TRANSLATE_NOOP("Actions", "Import samples from a CSV, ARFF, .npz or .xlsx file, with a preview"),
        "Ctrl+T",
    ),
    spec(
        "export_samples",
        QT_TRANSLATE_NOOP("Actions", "&Export the samples …"),
        QT_TRANSLATE_NOOP(
            "Actions", "Write all samples with outputs and errors into a table that spreadsheets can read"
        ),
    ),
    spec(
        "open_test_table",
        QT_TRANSLATE_NOOP("Actions", "Test data from a &file…"),
        QT_TRANSLATE_NOOP("Actions", "Import the test samples from a second file with the same columns"),
    ),
    spec(
        "shape_data",
        QT_TRANSLATE_NOOP("Actions", "&Shape the data…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Split off test samples, scale the inputs, let the network see derived features, add noise"
        ),
        "Ctrl+Shift+T",
    ),
)
