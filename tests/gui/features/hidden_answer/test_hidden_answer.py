"""H covers what the class is to guess, a click on a row tells its answer, and H again tells all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.user import LEFT, User

Key = Qt.Key
NUMBER, X1, TARGET, OUTPUT, ERROR, RIGHT = 0, 1, 3, 4, 5, 6


def table(user: User) -> QAbstractItemView:
    view = user.find("sample_table")
    assert isinstance(view, QAbstractItemView)
    return view


def text(user: User, row: int, column: int) -> str:
    return str(table(user).model().index(row, column).data())


def picture(user: User, name: str, area: QRect | None = None) -> QImage:
    """What the window shows at the place of a widget."""
    widget = user.find(name)
    place = QRect(widget.mapTo(user.window, QPoint()), widget.size()) if area is None else area
    return user.window.grab(place).toImage()


def cell(user: User, row: int, column: int) -> QImage:
    view = table(user)
    rect = view.visualRect(view.model().index(row, column))
    return user.window.grab(QRect(view.viewport().mapTo(user.window, rect.topLeft()), rect.size())).toImage()


def hides(user: User) -> None:
    user.window.workbench.setFocus()
    user.presses(Key.Key_H)


def test_h_covers_the_answer_columns_and_nothing_else_and_h_again_tells_all(user: User) -> None:
    before = {(row, column): cell(user, row, column) for row in range(4) for column in range(7)}
    hides(user)
    for row in range(4):
        assert text(user, row, X1) != "hidden"
        for column in (TARGET, OUTPUT, ERROR, RIGHT):
            assert text(user, row, column) == "hidden"
    covered = [{cell(user, row, column).pixelColor(x, 10).name() for x in range(5, 25)} for row in range(4)
               for column in (TARGET,)]  # fmt: skip
    assert covered[0] == covered[1], "0 and 1 look alike"
    assert cell(user, 0, X1) == before[0, X1]
    assert cell(user, 0, NUMBER) != before[0, NUMBER], "the class's mark has gone"
    hides(user)
    assert {place: cell(user, *place) for place in before} == before


def test_a_click_on_a_row_tells_this_row_alone(user: User, qtbot: QtBot) -> None:
    hides(user)
    view = table(user)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(1, X1)).center())
    assert text(user, 1, TARGET) == "1"
    assert text(user, 1, RIGHT) in ("right", "wrong")
    assert text(user, 0, TARGET) == text(user, 2, TARGET) == "hidden"
    hides(user)
    hides(user)
    assert text(user, 1, TARGET) == "hidden", "what was told is covered again"


def test_arrows_tell_row_by_row(user: User) -> None:
    hides(user)
    view = table(user)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, X1))
    user.presses(Key.Key_Down)
    assert [text(user, row, TARGET) for row in range(4)] == ["0", "1", "hidden", "hidden"]


def test_what_passed_through_the_network_passes_no_more(user: User, qtbot: QtBot) -> None:
    view = table(user)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(1, X1)).center())
    assert user.window.probe.inputs is not None
    hides(user)
    assert user.window.probe.inputs is None
    assert text(user, 1, TARGET) == "hidden"


def test_training_goes_on_behind_the_cover_which_stays(user: User) -> None:
    hides(user)
    names = ("region_pictures", "accuracy_label", "truth_table", "sample_summary")
    before = [picture(user, name) for name in names]
    user.trains_until(right=4)
    assert [picture(user, name) for name in names] == before
    assert text(user, 0, OUTPUT) == "hidden"
    hides(user)
    assert all(picture(user, name) != covered for name, covered in zip(names, before, strict=True))
    assert text(user, 0, RIGHT) == "right"


def test_the_region_and_the_map_of_the_output_are_covered_and_take_no_clicks(user: User, qtbot: QtBot) -> None:
    view = user.window.diagram_view
    corner = view.viewport().mapTo(user.window, view.position_of("neuron", layer=1, unit=0)) - QPoint(6, 6)
    neuron = QRect(corner, corner + QPoint(12, 12))
    shown = picture(user, "diagram_view", neuron)
    hides(user)
    qtbot.waitUntil(lambda: picture(user, "diagram_view", neuron) != shown)
    samples = user.project.dataset
    region = user.window.decision_region_plot
    place = region.viewport().mapTo(user.window, region.position_of(0.5, 0.5))
    below = user.window.childAt(place)
    qtbot.mouseClick(below, LEFT, pos=below.mapFrom(user.window, place))
    assert user.project.dataset == samples
    hides(user)
    qtbot.waitUntil(lambda: picture(user, "diagram_view", neuron) == shown)


def test_the_matrix_of_right_and_wrong_is_covered(user: User) -> None:
    user.window.tables.show_table("evaluation")
    hides(user)
    covered = picture(user, "evaluation_panel")
    user.trains_until(right=4)
    assert picture(user, "evaluation_panel") == covered


def test_a_screen_reader_hears_hidden(user: User) -> None:
    hides(user)

    def spoken(widget: QWidget) -> str:
        interface = QAccessible.queryAccessibleInterface(widget)
        return " ".join(interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))

    assert spoken(user.find("accuracy_label")).startswith("right hidden")
    assert "hidden" in spoken(user.find("region_canvas"))
    assert "right" not in spoken(user.find("region_canvas")).split("hidden")[0]
    hides(user)
    assert "2/4" in spoken(user.find("accuracy_label"))


def test_h_that_is_typed_is_text_and_a_covered_target_cannot_be_typed_over(user: User) -> None:
    user.find("learning_rate").setFocus()
    user.presses(Key.Key_H)
    assert not user.action("hide_answer").isChecked()
    hides(user)
    model, editable = table(user).model(), Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, TARGET)) & editable
    assert model.flags(model.index(0, X1)) & editable
    table(user).setCurrentIndex(model.index(0, TARGET))
    assert text(user, 0, TARGET) == "0"
    assert model.flags(model.index(0, TARGET)) & editable


def test_other_data_are_covered_anew_and_nothing_of_it_is_in_the_project(user: User, qtbot: QtBot) -> None:
    project = user.project
    hides(user)
    view = table(user)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(0, X1)).center())
    assert user.project is project
    assert not user.window.document.is_modified
    user.picks_data("and")
    assert text(user, 0, TARGET) == "hidden"
