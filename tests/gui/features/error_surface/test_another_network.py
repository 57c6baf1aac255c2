"""The page of the error surface when the network becomes another one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.document import commands
from gui.toolkit.error_map.surface_work import SurfaceWork
from gui.window.printing.printed_views import PrintedViews
from tests.gui.features.error_surface.test_page import LEFT, WAIT_MS, finished, opened, shown
from tests.helpers.user import User


def test_another_network_is_taken_up_while_the_page_is_open(user: User, qtbot: QtBot) -> None:
    page = opened(user, qtbot)
    user.chooses("error_surface_first", "weight 16")
    finished(page, qtbot)
    commands.set_units(user.window.document, 0, 2)
    user.waits_for_views()
    finished(page, qtbot)
    assert [axis.key for axis in shown(page).request.axes] == ["weight 0", "weight 1"]
    assert len(shown(page).moment.parameters) == user.project.network.n_parameters
    user.triggers("page_workbench")
    first, second = (user.window.diagram_view.position_of("connection", layer=1, unit=0, input=k) for k in (0, 1))
    qtbot.mouseClick(user.window.diagram_view.viewport(), LEFT, pos=first)
    qtbot.mouseClick(user.window.diagram_view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, second)
    picture = shown(page)
    user.triggers("step_epoch")
    user.waits_for_views()
    assert shown(page) is picture, "a page that nobody sees costs no time"
    user.triggers("page_error_surface")
    qtbot.waitUntil(lambda: shown(page).moment.epoch == 1 and not page.is_busy, timeout=WAIT_MS)
    assert [axis.key for axis in shown(page).request.axes] == ["weight 6", "weight 7"], "as selected in the diagram"


def test_a_late_picture_of_the_network_before_is_not_taken_for_one_of_this(
    user: User, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    page = opened(user, qtbot)
    before = shown(page)
    commands.set_units(user.window.document, 0, 3)
    user.waits_for_views()
    user.triggers("step_epoch")
    user.waits_for_views()
    finished(page, qtbot)
    work = page.findChild(SurfaceWork)
    assert work is not None
    work.found.emit(before)
    user.triggers("step_epoch")  # another moment of the same run
    user.waits_for_views()
    finished(page, qtbot)
    assert len(shown(page).moment.parameters) == user.project.network.n_parameters
    assert [record.getMessage() for record in caplog.records] == []


def test_a_picture_of_the_network_before_is_neither_printed_nor_translated(user: User, qtbot: QtBot) -> None:
    page = opened(user, qtbot)
    user.chooses("error_surface_first", "weight 16")
    finished(page, qtbot)
    views = user.window.findChild(PrintedViews)
    assert views is not None
    assert "error_surface" in [offer.name for offer in views.offers()]
    commands.set_units(user.window.document, 0, 2)  # there is no weight 16 any more, and no new picture yet
    assert "error_surface" not in [offer.name for offer in views.offers()]
    user.triggers("language_zh_CN")
    user.waits_for_views()
    finished(page, qtbot)
    assert "error_surface" in [offer.name for offer in views.offers()]
