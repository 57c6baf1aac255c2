"""A settings file that is damaged costs what it remembered, never the start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.toolkit.services.settings import WindowSettings

NAMES = ("language", "theme", "notation", "recent_files", "geometry", "splitter_columns", "author", "film/width")


@pytest.mark.parametrize(
    "value",
    [QByteArray(b"\xff\xfe\xc7"), "[" * 3000, "9" * 5000, "99999999999", "-1", "<img src='/dev/zero'>", "[null, 3]"],
    ids=["bytes", "brackets", "digits", "too large", "negative", "markup", "odd list"],
)
def test_the_window_opens_whatever_its_settings_hold(qtbot: QtBot, value: object) -> None:
    settings = WindowSettings()
    for name in NAMES:
        settings._store.setValue(name, value)
    settings._store.sync()
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    window.menus.menu("file").aboutToShow.emit()
    window.menus.menu("recent").aboutToShow.emit()
    assert window.isVisible()
    window.close()
    window.deleteLater()


def test_a_settings_file_of_rubbish_counts_as_empty(qtbot: QtBot) -> None:
    file = Path(WindowSettings()._store.fileName())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(bytes(range(256)) * 20)
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    assert window.isVisible()
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("value", [QByteArray(b"\xff\xfe\xc7"), "word", "9" * 30, "-9" + "9" * 30, ""])
def test_what_is_no_number_counts_as_not_remembered(value: object) -> None:
    settings = WindowSettings(lasting=False)
    settings._store.setValue("width", value)
    assert settings.number("width", 42) == 42
    settings.remember("width", 43)
    assert settings.number("width", 42) == 43
