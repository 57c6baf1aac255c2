"""The diagram as a picture: a true drawing in SVG, PNG at any scale, written whole or not at all."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.export import FORMATS, png_of, svg_of
from tests.helpers.user import User

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawing(user: User, qtbot: QtBot) -> ET.Element:
    neurons = user.window.diagram_view.diagram_scene.items_of(1).neurons
    qtbot.waitUntil(lambda: neurons.has_maps, timeout=20_000)
    return ET.fromstring(svg_of(user.window.diagram_view))


def test_the_svg_holds_paths_and_text_and_only_the_maps_as_images(user: User, drawing: ET.Element) -> None:
    names = "".join("".join(text.itertext()) for text in drawing.iter(f"{SVG}text"))
    assert "Hidden layer 1" in names
    assert "x₁" in names
    images = list(drawing.iter(f"{SVG}image"))
    assert len(images) == 7  # one map a neuron of 2-4-1
    assert all(float(image.get("width", "0")) <= 64 for image in images)
    assert len(list(drawing.iter(f"{SVG}path"))) >= 12  # the connections
    assert "2-4-1" in (drawing.findtext(f"{SVG}title") or "")
    size = user.window.diagram_view.picture_size()
    assert (drawing.get("width"), drawing.get("height")) == (str(size.width()), str(size.height()))


def test_the_svg_looks_like_the_png(user: User) -> None:
    view = user.window.diagram_view
    size: QSize = view.picture_size()
    drawn = QImage(size, QImage.Format.Format_ARGB32)
    painter = QPainter(drawn)
    QSvgRenderer(svg_of(view)).render(painter, QRectF(drawn.rect()))
    painter.end()
    painted = QImage.fromData(png_of(view)).convertToFormat(QImage.Format.Format_ARGB32)
    assert painted.size() == size
    first, second = (
        np.frombuffer(image.constBits(), np.uint8).reshape(size.height(), size.width(), 4)[..., :3].astype(int)
        for image in (drawn, painted)
    )
    assert np.abs(first - second).mean() < 4


@pytest.mark.parametrize("scale", [1.0, 2.0, 4.0])
def test_a_png_is_drawn_at_its_scale(user: User, scale: float) -> None:
    view = user.window.diagram_view
    image = QImage.fromData(png_of(view, scale))
    assert image.width() == round(view.picture_size().width() * scale)
    assert image.text("Title") == "Neural network 2-4-1"


def test_a_picture_is_as_seen_and_leaves_the_screen_as_it_was(user: User, qtbot: QtBot) -> None:
    view = user.window.diagram_view
    qtbot.mouseMove(view.viewport(), view.position_of("neuron", layer=0, unit=1))
    before = view.viewport().grab().toImage()
    whole = QImage.fromData(png_of(view))
    assert view.viewport().grab().toImage() == before
    view.zoom(2.0)
    assert QImage.fromData(png_of(view)) != whole
    user.window.set_theme("dark")
    assert QImage.fromData(png_of(view)).pixelColor(3, 100).lightness() < 80


def test_the_menu_asks_where_and_writes_the_file(user: User, tmp_path: Path) -> None:
    user.triggers("save_diagram")
    dialog = user.window.findChild(QFileDialog)
    assert dialog is not None
    assert len(dialog.nameFilters()) == len(FORMATS)
    dialog.selectFile(str(tmp_path / "network.svg"))
    dialog.accept()
    assert ET.fromstring((tmp_path / "network.svg").read_bytes()).tag == f"{SVG}svg"
    assert [file.name for file in tmp_path.iterdir()] == ["network.svg"]


def test_a_place_that_cannot_be_written_is_told(user: User, tmp_path: Path) -> None:
    wiring = next(child for child in user.window.children() if type(child).__name__ == "PictureExportWiring")
    assert not wiring.save(user.window.diagram_view, tmp_path / "missing" / "network.svg", FORMATS[0])  # type: ignore[attr-defined]
    assert "network.svg" in user.window.message_bar.text
