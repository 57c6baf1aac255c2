"""In a usual window the settings of every data set have room on the data card; where they are many, it scrolls down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollArea, QSpinBox, QSplitter, QWidget

from gui.toolkit.entries.number_box import NumberBox
from tests.helpers.small_screen import rest
from tests.helpers.user import User

ENTRIES = (NumberBox, QSpinBox, QComboBox, QAbstractButton)


def cut_at_the_right(user: User) -> list[str]:
    """The controls of the card that reach beyond its right edge."""
    card = user.find("scroll_data_panel")
    assert isinstance(card, QScrollArea)
    panel, edge = user.find("data_panel"), card.viewport().width()
    controls = [control for kind in ENTRIES for control in panel.findChildren(kind) if control.isVisible()]
    assert controls
    return [control.objectName() for control in controls if right_edge(control, panel) > edge]


def right_edge(control: QWidget, panel: QWidget) -> int:
    return control.mapTo(panel, QPoint(control.width(), 0)).x()


@pytest.mark.usefixtures("_each_language")
@pytest.mark.parametrize("data", ["xor", "spirals", "blobs", "iris", "function"])
def test_no_setting_of_any_data_is_cut(user: User, data: str) -> None:
    user.window.files.open_demo(data)
    more = user.find("data_more")
    assert isinstance(more, QAbstractButton)
    for _ in range(2 if more.isVisible() else 1):
        rest()
        assert cut_at_the_right(user) == []
        if more.isVisible():
            user.clicks("data_more")


def test_three_settings_stand_side_by_side_as_soon_as_they_have_room(user: User) -> None:
    user.window.files.open_demo("spirals")
    rest()
    names = ("n_samples", "n_classes", "noise")

    def heights() -> list[int]:
        return [user.find(name).mapTo(user.window, QPoint()).y() for name in names]

    first, second, third = heights()
    assert first == second < third
    whole = user.find("splitter_whole")
    assert isinstance(whole, QSplitter)
    before = whole.sizes()
    whole.setSizes([before[0] + 100, before[1] - 100, before[2]])
    rest()
    assert len(set(heights())) == 1
    whole.setSizes(before)
    rest()
    assert heights() == [first, second, third]


def test_the_tab_key_comes_to_the_formula_and_its_interval_before_the_settings(user: User) -> None:
    user.window.files.open_demo("function")
    rest()
    user.find("dataset_gallery").setFocus()
    reached = []
    for _ in range(7):
        user.presses(Qt.Key.Key_Tab)
        focused = user.window.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
    formula = ["function_formula", "function_examples", "function_low", "function_high"]
    assert reached == ["open_table_button", "dataset_all", *formula, "n_samples"]
