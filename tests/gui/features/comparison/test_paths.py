"""The ways of the contenders on the error surface that they share: by mouse, in their colours, or why there is none."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from gui.features.comparison.colours import contender_colour
from gui.features.comparison.page import ComparisonPage
from gui.toolkit.error_map.axes import WEIGHT, Axis
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.export import Sheet, image_of
from gui.toolkit.theme import LIGHT
from tests.helpers.cut_texts import cut_texts
from tests.helpers.drawings import pixels_of
from tests.helpers.racing import WAIT_MS, Waits, at_full_speed, ranking, trains_until
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


def note(user: User) -> str:
    label = user.find("comparison_map_note")
    assert isinstance(label, QLabel)
    return label.text()


def shown(page: ComparisonPage, qtbot: QtBot) -> SurfacePicture:
    qtbot.waitUntil(lambda: not page.paths.is_busy, timeout=WAIT_MS)
    assert page.paths.picture is not None, page.paths.map.text
    return page.paths.picture


def test_each_path_ends_where_its_contender_stands_in_its_colour(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_race", "momentum")
    waits(lambda moment: len(moment.contenders) == 3)
    user.clicks("comparison_view_paths")
    assert not page.regions.isVisible()
    qtbot.waitUntil(lambda: "no path yet" in page.paths.map.text, timeout=WAIT_MS)
    at_full_speed(page)
    qtbot.mouseClick(page.controls.train, LEFT)
    qtbot.waitUntil(lambda: not page.is_training, timeout=WAIT_MS)  # all have arrived
    qtbot.waitUntil(lambda: page.paths.picture is not None, timeout=WAIT_MS)
    assert "hold" in note(user), shown(page, qtbot)
    assert note(user).startswith("The surface goes through the weights of Momentum 0;")
    user.chooses("comparison_map_first", "weight 0")
    user.chooses("comparison_map_second", "weight 13")  # into the output unit
    card = page.paths.map

    def is_of_now() -> bool:
        """Whether the picture is of the newest moment, which is the last."""
        picture, now = page.paths.picture, page.moment
        if picture is None or now is None or page.paths.is_busy:
            return False
        has_axes = picture.request.axes == (Axis(WEIGHT, 0), Axis(WEIGHT, 13))
        return has_axes and np.array_equal(picture.moment.parameters, now.contenders[0].parameters)

    qtbot.waitUntil(is_of_now, timeout=WAIT_MS)
    moment = page.moment
    assert moment is not None
    here = moment.contenders[0]
    image = card.grab().toImage()
    for place, contender in enumerate(moment.contenders):
        first, second = contender.parameters[0], contender.parameters[13]
        at = card.position_of(first, second).toPoint()
        dot = {image.pixelColor(at + QPoint(x, y)).name() for x in (-3, 0, 3) for y in (-3, 0, 3)}
        assert QColor(contender_colour(place, LIGHT)).name() in dot, place
    qtbot.mouseMove(card, card.position_of(here.parameters[0], here.parameters[13]).toPoint())
    error = float(note(user).rsplit(" ", 1)[1])
    assert error == pytest.approx(here.loss_sum, rel=0.06), "at the pixel where the chosen contender stands"
    qtbot.mouseMove(card, QPoint(2, 2))
    row = next(k for k, cells in enumerate(ranking(user)) if cells[0].endswith("Momentum 0.9"))
    table = page.ranking.table
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(row, 0)).center())
    qtbot.waitUntil(lambda: "Momentum 0.9" in note(user), timeout=WAIT_MS)
    assert shown(page, qtbot).surface.loss == pytest.approx(moment.contenders[2].loss_sum)
    printed = page.picture()
    assert printed is not None
    size = printed.picture_size()
    drawn = pixels_of(image_of(printed, Sheet(size.width(), size.height())))[-300:, -400:].reshape(-1, 4)
    for place in range(3):
        colour = QColor(contender_colour(place, LIGHT))
        assert (drawn[:, :3] == (colour.blue(), colour.green(), colour.red())).all(axis=1).any(), place
    user.clicks("comparison_view_regions")
    assert page.regions.isVisible()
    assert not page.paths.isVisible()


def test_contenders_without_a_common_surface_are_told_so(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.clicks("comparison_view_paths")
    log = user.find("comparison_map_log")
    assert isinstance(log, QCheckBox)
    for race, count, words in (("depth", 4, "different weights"), ("activations", 3, "surface of its own")):
        user.chooses("comparison_race", race)
        waits(lambda moment, count=count: len(moment.contenders) == count)
        qtbot.waitUntil(lambda words=words: words in page.paths.map.text, timeout=WAIT_MS)
        assert not log.isVisible()
    user.chooses("comparison_race", "rates")
    waits(lambda moment: len(moment.contenders) == 3)
    trains_until(page, qtbot, waits, 60)
    qtbot.waitUntil(lambda: page.paths.picture is not None, timeout=WAIT_MS)
    assert log.isVisible()
    assert "outside the picture: η = 100." in note(user)
    for language in ("zh_CN", "en"):
        user.triggers(f"language_{language}")
        user.waits_for_views()
        assert cut_texts(page) == [], language
