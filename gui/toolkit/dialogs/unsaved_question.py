"""The question what shall become of unsaved work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_to_save(window: QWidget, name: str, save: Callable[[], object], discard: Callable[[], object]) -> QMessageBox:
    """Ask, without blocking, whether the changes to `name` shall be saved first; Cancel does nothing."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("unsaved_changes")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("UnsavedQuestion", "Save the changes to “{name}”?").format(name=name))
    box.setInformativeText(QCoreApplication.translate("UnsavedQuestion", "Without saving they are lost."))
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)

    def on_finished(_result: int) -> None:
        choice = box.standardButton(box.clickedButton())
        if choice == buttons.Save:
            save()
        elif choice == buttons.Discard:
            discard()
        box.deleteLater()

    box.finished.connect(on_finished)
    box.open()
    return box
