"""File ▸ Save the diagram: asks where, writes the file wholly or not at all."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from gui.export import FORMATS
from tests.helpers.drawings import SVG
from tests.helpers.user import User


def test_the_menu_asks_where_and_writes_the_file(user: User, tmp_path: Path) -> None:
    user.triggers("save_diagram")
    dialog = user.window.findChild(QFileDialog)
    assert dialog is not None
    assert len(dialog.nameFilters()) == len(FORMATS)
    dialog.selectNameFilter("SVG (*.svg)")
    dialog.selectFile(str(tmp_path / "network.svg"))
    dialog.accept()
    assert ET.fromstring((tmp_path / "network.svg").read_bytes()).tag == f"{SVG}svg"
    assert [file.name for file in tmp_path.iterdir()] == ["network.svg"]


def test_a_place_that_cannot_be_written_is_told(user: User, tmp_path: Path) -> None:
    wiring = next(child for child in user.window.children() if type(child).__name__ == "PictureExportWiring")
    assert not wiring.save(user.window.diagram_view.picture(), tmp_path / "missing" / "network.svg", FORMATS[1])  # type: ignore[attr-defined]
    assert "network.svg" in user.window.message_bar.text
