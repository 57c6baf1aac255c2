"""Pictures of the views: pixels of the chosen size, drawings of lines and text; the screen stays as it was."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import data_of
from engine.network.network import Network
from engine.project.project import Project
from engine.training.curve_marks import CurveMark
from engine.training.history import LossCurve
from engine.training.trainer import Trainer
from gui.features.decision_region.printed.region import PrintedRegion, home_setting
from gui.features.diagram.masks import masks_of
from gui.features.diagram.printed_diagram import DiagramMoment, PrintedDiagram
from gui.features.diagram.reading_aids import Asked
from gui.features.error_curve.curve import PrintedCurve, curve_moment
from gui.toolkit.export import Look, Picture, Sheet, image_of, pdf_bytes, png_bytes, svg_bytes
from gui.toolkit.theme import DARK, LIGHT
from gui.words.notation import Notation
from tests.helpers.drawings import (
    drawn_svg,
    pdf_images,
    pdf_page,
    pdf_size,
    pixels_of,
    strokes_that_do_not_scale,
    svg_count,
    svg_words,
)
from tests.helpers.user import User

WHITE = [255, 255, 255, 255]
MARKS = (CurveMark(120, "data"), CurveMark(270, "weights"))


@pytest.fixture
def pictures(qapp: Any) -> dict[str, Picture]:
    project = Project()
    data, network = data_of(project.dataset), Network(project.network, seed=3)
    trainer = Trainer(network, data, project.training)
    trainer.advance(4 * 300)
    setting = home_setting(project.network, data, lines=True)
    moment = DiagramMoment(project.network, data, network.parameters, None, masks_of(project))
    return {
        "region": PrintedRegion(setting.at(network.parameters, 128), Notation(), "Epoch 300"),
        "curve": PrintedCurve(replace(curve_moment(trainer.curve(), target=0.02), marks=MARKS), "Epoch 300"),
        "diagram": PrintedDiagram(
            moment.with_fine_maps(setting.plane), Notation(), Asked(labels="all"), caption="Epoch 300"
        ),
    }


@pytest.mark.parametrize("name", ["region", "curve", "diagram"])
def test_a_png_has_the_chosen_size_and_says_how_fine_it_is(pictures: dict[str, Picture], name: str) -> None:
    image = QImage.fromData(png_bytes(pictures[name], Sheet(1004, 709, 3.125)))
    assert (image.width(), image.height()) == (1004, 709)
    assert round(image.dotsPerMeterX() * 0.0254) == 300
    assert image.text("Title") == pictures[name].picture_title()
    assert pixels_of(image)[0, 0].tolist() == WHITE


@pytest.mark.parametrize("name", ["region", "curve", "diagram"])
def test_without_paper_nothing_is_behind_the_lines(pictures: dict[str, Picture], name: str) -> None:
    pixels = pixels_of(image_of(pictures[name], Sheet(480, 360, look=Look(LIGHT, has_paper=False))))
    alpha = pixels[..., 3]
    assert alpha[0].max() == alpha[:, -1].max() == 0
    assert (alpha == 255).sum() > 500
    on_paper = pixels_of(image_of(pictures[name], Sheet(480, 360)))
    assert (on_paper[..., 3] == 255).all()
    blended = pixels[..., :3] * (alpha / 255)[..., None] + 255 * (1 - alpha / 255)[..., None]
    assert np.abs(blended - on_paper[..., :3]).mean() < 1  # the same picture, but for how text is smoothed


@pytest.mark.parametrize("name", ["region", "curve", "diagram"])
def test_a_dark_picture_is_dark(pictures: dict[str, Picture], name: str) -> None:
    pixels = pixels_of(image_of(pictures[name], Sheet(480, 360, look=Look(DARK))))
    assert pixels[2, 2, :3].max() < 60


@pytest.mark.parametrize("name", ["region", "curve", "diagram"])
def test_twice_as_fine_is_the_same_picture(pictures: dict[str, Picture], name: str) -> None:
    fine = image_of(pictures[name], Sheet(960, 720, 2.0))
    plain = pixels_of(image_of(pictures[name], Sheet(480, 360)))[..., :3]
    halved = pixels_of(fine)[..., :3].reshape(360, 2, 480, 2, 3).mean(axis=(1, 3))
    assert np.abs(plain - halved).mean() < 3.5


@pytest.mark.parametrize(("name", "n_paths", "n_images"), [("region", 15, 2), ("curve", 8, 0), ("diagram", 25, 7)])
def test_an_svg_holds_lines_and_text_and_only_maps_as_images(
    pictures: dict[str, Picture], name: str, n_paths: int, n_images: int
) -> None:
    svg = svg_bytes(pictures[name], Sheet(960, 720, 2.0))
    assert b'width="480" height="360"' in svg
    assert svg_count(svg, "path") + svg_count(svg, "polyline") >= n_paths
    assert svg_count(svg, "image") == n_images
    assert strokes_that_do_not_scale(svg) == 0
    words = {
        "region": ("x₁", "x₂", "0.5", "t = 1", "wrong", "Epoch 300"),
        "curve": ("mean error per sample", "training", "target", "200", "Epoch 300", "data changed"),
        "diagram": ("Hidden", "Sigmoid", "b −", "Epoch 300"),
    }[name]
    for word in words:
        assert word in svg_words(svg)


@pytest.mark.parametrize("name", ["region", "curve", "diagram"])
def test_an_svg_looks_like_the_png(pictures: dict[str, Picture], name: str) -> None:
    sheet = Sheet(960, 720, 2.0)
    drawn = pixels_of(drawn_svg(svg_bytes(pictures[name], sheet), 960, 720))[..., :3]
    assert np.abs(drawn - pixels_of(image_of(pictures[name], sheet))[..., :3]).mean() < 3


@pytest.mark.parametrize(("name", "n_images"), [("region", 2), ("curve", 0), ("diagram", 7)])
def test_a_pdf_is_a_drawing_on_a_page_of_the_picture_s_size(
    pictures: dict[str, Picture], name: str, n_images: int
) -> None:
    pdf = pdf_bytes(pictures[name], Sheet(960, 720, 2.0))
    assert pdf_size(pdf) == (360, 270)  # 480 by 360 units of 1/96 inch
    page = pdf_page(pdf)
    assert len(re.findall(r"\bTj\b|\bTJ\b", page)) > 20  # text as text
    assert len(re.findall(r"\s[lc]\s", page)) > 150  # lines and curves as such
    images = pdf_images(pdf)
    assert len(images) == n_images  # maps; never a picture of the page
    assert all(width <= 128 and height <= 256 for width, height in images)


def test_the_region_is_traced_finer_for_paper_than_for_the_screen(pictures: dict[str, Picture]) -> None:
    svg = svg_bytes(pictures["region"].refined(), Sheet(480, 360))
    inside = re.findall(rb"data:image/png;base64,([^\"]+)", svg)
    sizes = {QImage.fromData(base64.b64decode(each)).size().toTuple() for each in inside}
    assert (512, 512) in sizes


def test_taking_pictures_leaves_the_screen_as_it_was(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=50)
    window = user.window
    window.decision_region_plot.canvas.zoom(0.5)
    window.error_plot.canvas.getViewBox().setRange(xRange=(5, 30), padding=0)
    qtbot.mouseMove(window.diagram_view.viewport(), window.diagram_view.position_of("neuron", layer=0, unit=1))
    views = (window.decision_region_plot, window.error_plot, window.diagram_view)
    qtbot.waitUntil(lambda: window.error_plot.picture() is not None)
    before = [view.grab().toImage() for view in views]
    for view in views:
        picture = view.picture()
        for make in (png_bytes, svg_bytes, pdf_bytes):
            assert make(picture, Sheet(700, 500, 1.5, Look(DARK)))
    assert [view.grab().toImage() for view in views] == before


def test_a_picture_shows_the_part_of_the_plane_that_is_on_screen(user: User) -> None:
    plot = user.window.decision_region_plot
    whole = plot.picture()
    plot.canvas.zoom(0.5)
    part = plot.picture()
    assert whole is not None
    assert part is not None
    assert part.moment.setting.plane == plot.plane != whole.moment.setting.plane


def test_a_picture_keeps_its_moment_while_training_goes_on(user: User, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: user.window.decision_region_plot.picture() is not None, timeout=30_000)
    picture = user.window.decision_region_plot.picture()
    assert picture is not None
    before = png_bytes(picture, Sheet(300, 260))
    user.trains_until(epoch=300)
    assert png_bytes(picture, Sheet(300, 260)) == before
    now = user.window.decision_region_plot.picture()
    assert now is not None
    assert png_bytes(now, Sheet(300, 260)) != before


def test_a_printed_logarithmic_curve_marks_errors_of_zero_and_says_so(qapp: Any) -> None:
    losses, nothing = np.array([0.1, 0.05, 0.0, 0.0]), np.empty(0)
    curve = LossCurve(np.arange(4), losses, losses, losses, nothing, nothing, nothing)
    printed = {scale: PrintedCurve(curve_moment(curve, logarithmic=scale)) for scale in (True, False)}
    words = {scale: svg_words(svg_bytes(printed[scale], Sheet(480, 300))) for scale in printed}
    assert ("error 0" in words[True], "error 0" in words[False]) == (True, False)
    marks = {scale: svg_count(svg_bytes(printed[scale], Sheet(480, 300)), "path") for scale in printed}
    assert marks[True] >= marks[False] + 3  # two on the edge and one in the legend
