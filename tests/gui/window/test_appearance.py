"""After a change of theme, type or language everything looks as if it had never been otherwise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

import gui as gui_package
from engine.project.project import Project
from gui.features.error_surface.page import ErrorSurfacePage
from gui.toolkit.theme import DARK, LIGHT
from tests.gui.conftest import Opens
from tests.helpers.small_screen import rest, wait_for
from tests.helpers.user import User

NEARLY = 12  # levels of a colour: the rim of a letter
SWITCHES = {"dark": ("theme_dark", "theme_light"), "large": ("presentation", "presentation"),
            "Chinese": ("language_zh_CN", "language_en")}  # fmt: skip


def picture(widget: QWidget) -> NDArray[np.uint8]:
    """What is painted, as levels of red, green and blue."""
    rest()
    return levels_of(widget.grab().toImage())


def on_screen(window: QWidget) -> NDArray[np.uint8]:
    """What was painted last, as a person sees it."""
    rest()
    return levels_of(window.screen().grabWindow(window.winId()).toImage())


def levels_of(picture: QImage) -> NDArray[np.uint8]:
    """Blue, green and red of every pixel."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    levels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return levels[:, :, :3].copy()


def share_of_other(one: NDArray[np.uint8], two: NDArray[np.uint8]) -> float:
    """Of the pixels, how many are not the same."""
    assert one.shape == two.shape
    away = np.maximum(one, two) - np.minimum(one, two)
    return float((away > NEARLY).any(axis=2).mean())


def share_of(colour: str, shown: NDArray[np.uint8]) -> float:
    """How much of a picture has this very colour."""
    wanted = QColor(colour)
    return float((shown == [wanted.blue(), wanted.green(), wanted.red()]).all(axis=2).mean())


def views(user: User) -> dict[str, QWidget]:
    """What can be hidden, and shown later: the tables, and the pages beside the workbench."""
    window = user.window
    fits = {tab.name: tab for tab in window.tables._tabs if tab.fits(user.project)}
    pages = [name for name in window.pages.names if name != "workbench"]
    return {**dict.fromkeys(fits, window.tables), **dict.fromkeys(pages, window.pages)}


def comes_to_rest(widget: QWidget) -> None:
    """Until it has looked the same several times."""
    looks: list[NDArray[np.uint8]] = []

    def is_still() -> bool:
        looks.append(picture(widget))
        return len(looks) > 6 and all(np.array_equal(look, looks[-1]) for look in looks[-6:])

    wait_for(is_still)


def shows(user: User, name: str) -> None:
    if name in user.window.pages.names:
        user.window.pages.show_page(name)
        page = user.window.pages.currentWidget()
        if name == "comparison":
            comes_to_rest(page)  # the contenders' regions come from beside the window, and the room is shared anew
        elif name == "error_surface":
            assert isinstance(page, ErrorSurfacePage)
            wait_for(lambda: not page.is_busy)  # its surface comes from beside the window, ever finer
    else:
        user.window.pages.show_page("workbench")
        user.window.tables.show_table(name)
    rest()


def test_a_window_changed_to_dark_looks_as_one_that_began_so(opens: Opens) -> None:
    changed, other = opens(Project()), opens(Project())
    light = picture(changed.window)
    assert share_of(LIGHT.panel, light) > 0.3
    changed.triggers("theme_dark")
    seen, dark = on_screen(changed.window), picture(changed.window)
    assert share_of_other(seen, dark) == 0  # every part was painted anew
    assert share_of(DARK.panel, dark) > 0.3
    assert share_of(LIGHT.panel, dark) < 0.01
    assert share_of(LIGHT.window, dark) < 0.01
    other.triggers("theme_dark")
    anew = opens(Project())  # takes up the theme that was chosen last
    assert share_of_other(dark, picture(anew.window)) < 0.002
    for name in ("menu_file", "menu_view"):
        menu = changed.find(name)
        assert isinstance(menu, QMenu)
        menu.popup(changed.window.pos())
        assert share_of(DARK.panel, picture(menu)) > 0.3
        menu.close()


@pytest.mark.parametrize("switch", list(SWITCHES))
def test_what_was_hidden_meanwhile_looks_as_what_was_in_front(user: User, switch: str) -> None:
    there, back = SWITCHES[switch]
    user.window.resize(1920, 1080)
    user.window.tables.setFixedHeight(400)  # whichever tables have been in front, and ask for how much
    rest()
    seen = views(user)
    for name in seen:
        shows(user, name)  # made and painted once
    in_front = {}
    for name, frame in seen.items():
        shows(user, name)
        user.triggers(there)
        shows(user, "samples")  # the region takes its size: maps on other pages show its plane
        shows(user, name)
        in_front[name] = picture(frame)
        user.triggers(back)
    shows(user, "samples")
    user.triggers(there)
    wrong = {}
    for name, frame in seen.items():
        shows(user, name)
        if (other := share_of_other(in_front[name], picture(frame))) > 0.002:
            wrong[name] = other
    assert wrong == {}


def test_large_type_is_large_everywhere(user: User) -> None:
    def heights() -> dict[int, int]:
        labels = [label for label in user.window.findChildren(QLabel) if label.isVisible() and label.text()]
        return {id(label): label.fontMetrics().height() for label in labels}

    before = heights()
    user.triggers("presentation")
    rest()
    after = heights()
    both = before.keys() & after.keys()
    assert len(both) > 15
    assert [key for key in both if not 1.35 <= after[key] / before[key] <= 1.65] == []
    user.window.pages.show_page("inside")  # the steps come here from a tab that was never shown
    rest()
    assert user.find("step_sample").isVisible()
    assert user.find("step_sample").font().pointSizeF() == QApplication.font().pointSizeF()


def test_no_widget_has_a_style_sheet_of_its_own() -> None:
    gui = Path(gui_package.__file__).parent
    users = {file.name for file in gui.rglob("*.py") if "setStyleSheet(" in file.read_text(encoding="utf-8")}
    assert users == {"wardrobe.py", "look.py"}


def test_chinese_says_transfer_function_in_the_lectures_notation(opens: Opens) -> None:
    def name(user: User) -> str:
        user.window.tables.show_table("functions")
        rest()
        return user.find("function_panel").accessibleName()

    first = opens(Project())
    first.triggers("language_zh_CN")
    assert name(first) == "激活函数"
    first.triggers("notation_lecture")
    assert name(first) == "转移函数"
    again = opens(Project())  # begins so
    assert name(again) == "转移函数"
    again.triggers("notation_textbook")
    assert name(again) == "激活函数"
    again.triggers("language_en")
