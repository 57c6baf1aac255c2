"""Copied layers on the system's clipboard, for this window and others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from engine.network.layer_copy import LayerCopy, copies_from_text, copies_to_text

_FORMAT = "application/x-perceptra-layers"


def put(copies: Sequence[LayerCopy]) -> None:
    """Replace what is on the clipboard."""
    text = copies_to_text(copies)
    data = QMimeData()
    data.setData(_FORMAT, text.encode())
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def take() -> tuple[LayerCopy, ...]:
    """The layers on the clipboard, which stay there. Raises EngineError where there are none."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None on some platforms where it is empty
    if data is None:
        return copies_from_text("")
    text = bytes(data.data(_FORMAT).data()).decode(errors="replace") if data.hasFormat(_FORMAT) else data.text()
    return copies_from_text(text)
