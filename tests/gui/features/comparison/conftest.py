"""The page "Compare" on show, and waiting for its race."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from engine.project.race.moment import RaceMoment
from gui.features.comparison.page import ComparisonPage
from tests.helpers.racing import WAIT_MS, Waits
from tests.helpers.user import User


@pytest.fixture
def page(user: User, qtbot: QtBot) -> ComparisonPage:
    user.triggers("page_comparison")
    found = user.window.pages.currentWidget()
    assert isinstance(found, ComparisonPage)
    qtbot.waitUntil(lambda: found.moment is not None, timeout=WAIT_MS)
    return found


@pytest.fixture
def waits(page: ComparisonPage, qtbot: QtBot) -> Waits:
    """Until the race stands as wanted."""

    def wait(wanted: Callable[[RaceMoment], bool]) -> RaceMoment:
        qtbot.waitUntil(lambda: page.moment is not None and wanted(page.moment), timeout=WAIT_MS)
        assert page.moment is not None
        return page.moment

    return wait
