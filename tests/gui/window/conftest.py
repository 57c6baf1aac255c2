"""Files and windows for the tests of the window's files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from engine.project.file import project_file
from gui.main_window import MainWindow


@pytest.fixture
def others(qtbot: QtBot) -> Iterator[list[MainWindow]]:
    """Windows beside the user's; closed as if nothing was to be saved."""
    windows: list[MainWindow] = []
    yield windows
    for window in windows:
        window.hide()
        window.close()
        window.deleteLater()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    path = tmp_path / "shared.perceptra"
    project_file.save(demo("xor"), path)
    return path
