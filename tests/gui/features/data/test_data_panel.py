"""The data panel: a person chooses data, shapes them, and takes everything back."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView, QSpinBox, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data.dataset import Dataset
from engine.data.datasets import GENERATORS, LOGIC_GATES, REAL_SETS, DatasetSpec
from gui.document import commands
from gui.document.document import Document
from gui.features.data.data_panel import DataPanel
from gui.features.data.dataset_model import DatasetModel
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

LEFT = Qt.MouseButton.LeftButton
NAME = Qt.ItemDataRole.UserRole


def _gallery(panel: DataPanel) -> QListView:
    gallery = panel.findChild(QListView, "dataset_gallery")
    assert gallery is not None
    return gallery


def _item(panel: DataPanel, name: str) -> QModelIndex:
    model = _gallery(panel).model()
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data(NAME) == name]
    assert len(rows) == 1, f"the gallery has {len(rows)} items called {name}"
    return model.index(rows[0], 0)


def _pick(qtbot: QtBot, panel: DataPanel, name: str) -> None:
    gallery, index = _gallery(panel), _item(panel, name)
    gallery.scrollTo(index)
    qtbot.mouseClick(gallery.viewport(), LEFT, pos=gallery.visualRect(index).center())


def _child(panel: DataPanel, kind: type, name: str) -> QWidget:
    widget = panel.findChild(kind, name)
    assert isinstance(widget, QWidget), name
    return widget


def _shown(panel: DataPanel) -> set[str]:
    names = ("n_samples", "n_classes", "noise", "test_share", "dataset_seed", "input_coding", "target_coding")
    return {name for name in names if not _child(panel, QWidget, name).isHidden()}


def test_the_gallery_offers_every_data_set_under_its_engine_name(data_panel: DataPanel) -> None:
    model = _gallery(data_panel).model()
    names = [model.index(row, 0).data(NAME) for row in range(model.rowCount())]
    assert set(names) == {*LOGIC_GATES, *GENERATORS, *REAL_SETS, "lecture_samples", "function", "custom"}
    assert len(names) == len(set(names))
    assert names[0] == "xor"
    assert all(model.index(row, 0).data() for row in range(model.rowCount()))


@pytest.mark.parametrize("name", ["moons", "and", "parity3", "lecture_samples", "x1 and not x2"])
def test_a_click_on_a_picture_chooses_the_data_and_undo_takes_it_back(
    qtbot: QtBot, document: Document, data_panel: DataPanel, name: str
) -> None:
    before = document.project
    _pick(qtbot, data_panel, name)
    assert document.project.dataset.name == name
    assert document.undo_stack.count() == 1
    assert _gallery(data_panel).currentIndex().data(NAME) == name
    document.undo_stack.undo()
    assert document.project == before
    assert _gallery(data_panel).currentIndex().data(NAME) == "xor"


def test_enter_chooses_the_picture_that_the_arrow_keys_reached(
    qtbot: QtBot, document: Document, data_panel: DataPanel
) -> None:
    gallery = _gallery(data_panel)
    gallery.setFocus()
    qtbot.keyClick(gallery, Qt.Key.Key_Right)
    assert document.project.dataset.name == "xor", "an arrow key alone must not change the data"
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert document.project.dataset.name == "and"


def test_the_present_data_are_not_chosen_again(qtbot: QtBot, document: Document, data_panel: DataPanel) -> None:
    _pick(qtbot, data_panel, "xor")
    assert document.undo_stack.count() == 0


def test_only_settings_that_matter_are_shown(qtbot: QtBot, data_panel: DataPanel) -> None:
    qtbot.mouseClick(_child(data_panel, QToolButton, "data_more"), LEFT)
    assert _shown(data_panel) == {"noise", "test_share", "dataset_seed", "input_coding", "target_coding"}
    _pick(qtbot, data_panel, "moons")
    assert _shown(data_panel) == {"n_samples", "noise", "test_share", "dataset_seed", "target_coding"}
    _pick(qtbot, data_panel, "blobs")
    assert "n_classes" in _shown(data_panel)
    _pick(qtbot, data_panel, "lecture_samples")
    assert _shown(data_panel) == set()


def test_a_setting_that_was_changed_shows_without_asking_for_more(
    qtbot: QtBot, document: Document, data_panel: DataPanel
) -> None:
    _pick(qtbot, data_panel, "blobs")
    assert "test_share" not in _shown(data_panel)
    commands.set_dataset(document, DatasetSpec("blobs", test_share=0.25))
    assert "test_share" in _shown(data_panel)


def test_settings_change_the_recipe_one_undoable_step_each(
    qtbot: QtBot, document: Document, data_panel: DataPanel
) -> None:
    commands.set_dataset(document, DatasetSpec("blobs", n_classes=2))
    steps = document.undo_stack.count()
    classes = _child(data_panel, QSpinBox, "n_classes")
    assert isinstance(classes, QSpinBox)
    classes.setValue(4)
    assert document.project.dataset.n_classes == 4
    assert document.project.network.n_outputs == 4
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert classes.value() == 2
    assert document.undo_stack.canRedo(), "following undo must not push a step"


def test_the_test_share_is_read_in_percent(document: Document, data_panel: DataPanel) -> None:
    commands.set_dataset(document, DatasetSpec("circles"))
    share = _child(data_panel, NumberBox, "test_share")
    assert isinstance(share, NumberBox)
    share.setValue(25)
    assert document.project.dataset.test_share == 0.25
    assert document.dataset.n_test_samples == 50
    assert share.text() == "25"


def test_codings_of_gates_are_two_settings(document: Document, data_panel: DataPanel) -> None:
    for name, field in (("input_coding", "input_coding"), ("target_coding", "target_coding")):
        box = _child(data_panel, ChoiceBox, name)
        assert isinstance(box, ChoiceBox)
        box.setCurrentIndex(1)
        assert getattr(document.project.dataset, field) == (-1.0, 1.0)
    assert document.dataset.inputs.min() == document.dataset.targets.min() == -1.0


def test_a_click_on_a_desired_output_flips_it(qtbot: QtBot, document: Document, data_panel: DataPanel) -> None:
    table = _child(data_panel, QTableView, "truth_table")
    assert isinstance(table, QTableView)
    cell = table.model().index(2, 3)  # case 11 of XOR: x₁, x₂, then the desired output
    assert cell.data() == "0"
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(cell).center())
    assert document.project.dataset.name == "or"
    assert table.model().index(2, 3).data() == "1"
    assert _gallery(data_panel).currentIndex().data(NAME) == "or"
    document.undo_stack.undo()
    assert document.project.dataset.name == "xor"


def test_a_click_on_an_input_of_the_truth_table_changes_nothing(
    qtbot: QtBot, document: Document, data_panel: DataPanel
) -> None:
    table = _child(data_panel, QTableView, "truth_table")
    assert isinstance(table, QTableView)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(0, 0)).center())
    assert document.undo_stack.count() == 0


def test_the_truth_table_is_there_for_gates_only(document: Document, data_panel: DataPanel) -> None:
    table = _child(data_panel, QTableView, "truth_table")
    assert isinstance(table, QTableView)
    assert table.isVisible()
    commands.set_dataset(document, DatasetSpec("majority3"))
    assert (table.model().rowCount(), table.model().columnCount()) == (4, 8)
    commands.set_dataset(document, DatasetSpec("moons"))
    assert not table.isVisible()


def test_own_points_begin_with_what_is_there_and_can_be_cleared(
    qtbot: QtBot, document: Document, data_panel: DataPanel
) -> None:
    samples = document.dataset.inputs
    _pick(qtbot, data_panel, "custom")
    assert document.project.dataset.name == "custom"
    assert (document.dataset.inputs == samples).all()
    qtbot.mouseClick(_child(data_panel, QToolButton, "clear_points"), LEFT)
    assert document.dataset.inputs.shape == (0, 2)
    document.undo_stack.undo()
    assert (document.dataset.inputs == samples).all()


def test_own_points_come_back_after_a_look_at_other_data(
    qtbot: QtBot, document: Document, data_panel: DataPanel
) -> None:
    commands.add_point(document, (0.3, 0.4), 1)
    mine = document.project.dataset
    _pick(qtbot, data_panel, "moons")
    _pick(qtbot, data_panel, "custom")
    assert document.project.dataset == mine


def test_the_button_asks_for_a_table(qtbot: QtBot, data_panel: DataPanel) -> None:
    with qtbot.waitSignal(data_panel.open_table_requested):
        qtbot.mouseClick(_child(data_panel, QToolButton, "open_table_button"), LEFT)


def test_pictures_show_the_classes_colours_in_every_theme(data_panel: DataPanel, themes: ThemeManager) -> None:
    gallery = _gallery(data_panel)
    for dark in (False, True):
        themes.set_dark(dark)
        area = gallery.visualRect(_item(data_panel, "xor"))
        picture = gallery.viewport().grab(area).toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        theme = themes.theme
        assert {theme.class_colour(0), theme.class_colour(1), theme.window, theme.accent} <= colours


def test_pictures_are_painted_only_when_seen(qtbot: QtBot, data_panel: DataPanel) -> None:
    model = _gallery(data_panel).model()
    data_panel.resize(300, 260)

    def painted() -> set[str]:
        data_panel.grab()
        return {key[0] for key in model._pictures}  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: {"xor", "and", "or"} <= painted())
    assert "1" not in painted(), "the last picture is out of sight"


def test_samples_of_pictures_are_made_beside_the_window(
    qtbot: QtBot, data_panel: DataPanel, themes: ThemeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    makers = []
    build = DatasetSpec.build

    def noted(spec: DatasetSpec) -> Dataset:
        makers.append(threading.current_thread())
        return build(spec)

    monkeypatch.setattr(DatasetSpec, "build", noted)
    model = DatasetModel(data_panel)
    spirals = model.index_of("spirals")
    bare = model.picture(spirals, themes.theme, 42, 1.0).toImage()
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert model.picture(spirals, themes.theme, 42, 1.0).toImage() != bare
    assert makers
    assert threading.main_thread() not in makers


def test_the_truth_table_speaks_the_notation(data_panel: DataPanel, notation: Notation) -> None:
    table = _child(data_panel, QTableView, "truth_table")
    assert isinstance(table, QTableView)
    vertical = Qt.Orientation.Vertical
    assert table.model().headerData(2, vertical) == "t"
    notation.set_lecture(True)
    assert table.model().headerData(2, vertical) == "d"


def test_controls_have_names_for_people_and_for_tests(data_panel: DataPanel) -> None:
    for name in ("dataset_gallery", "truth_table", "noise", "test_share", "dataset_seed", "open_table_button"):
        widget = _child(data_panel, QWidget, name)
        assert widget.accessibleName(), name
        assert widget.toolTip(), name


def test_the_picture_of_the_present_data_shows_them_as_they_are_set(document: Document, data_panel: DataPanel) -> None:
    gallery = _gallery(data_panel)
    commands.set_dataset(document, DatasetSpec("blobs", n_classes=2))
    gallery.scrollTo(_item(data_panel, "blobs"))
    two = gallery.viewport().grab(gallery.visualRect(_item(data_panel, "blobs"))).toImage()
    commands.set_dataset(document, DatasetSpec("blobs", n_classes=4))
    four = gallery.viewport().grab(gallery.visualRect(_item(data_panel, "blobs"))).toImage()
    assert two != four


def test_a_real_data_set_comes_with_a_network_that_suits_it_and_undo_brings_the_former_one_back(
    qtbot: QtBot, document: Document, data_panel: DataPanel, noticed: list[str]
) -> None:
    before = document.project
    _pick(qtbot, data_panel, "iris")
    assert (document.project.network.sizes, document.project.training.rule) == ((4, 6, 3), "adam")
    assert document.dataset.n_test_samples == 30
    assert "4-6-3" in noticed[-1]
    assert _shown(data_panel) == {"test_share", "dataset_seed"}
    _pick(qtbot, data_panel, "wine")
    assert document.project.network.sizes == (13, 6, 3)
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.project == before


def test_the_digits_show_as_pictures_in_the_gallery(qtbot: QtBot, data_panel: DataPanel, themes: ThemeManager) -> None:
    model = _gallery(data_panel).model()
    assert isinstance(model, DatasetModel)
    theme = themes.theme
    item = _item(data_panel, "digits")

    def share_of_ink() -> float:
        picture = model.picture(item, theme, 84, 1.0).toImage()
        inks = [picture.pixelColor(x, y).lightness() for x in range(84) for y in range(84)]
        return sum(abs(ink - QColor(theme.text).lightness()) < 30 for ink in inks) / len(inks)

    qtbot.waitUntil(lambda: 0.04 < share_of_ink() < 0.4)  # a bare tile, until the file is read
