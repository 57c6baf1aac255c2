"""A table of words and prices in the window: seen, trained, typed into, shaped, exported, and run elsewhere."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableView,
)
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, project_file
from engine.importing import convert, read_table, suggested_plan
from engine.network.network import Network
from gui.document.commands import set_dataset
from gui.features.importing.feature import ImportingFeature
from gui.features.importing.import_dialog import ImportDialog
from gui.features.network_files.feature import NetworkFilesFeature
from gui.features.network_files.formats import FORMATS
from gui.features.samples.sample_entry import SampleEntry
from gui.features.shaping.shape_dialog import ShapeDialog
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.words.number_text import four_figures
from tests.helpers.user import LEFT, User
from tests.helpers.widgets import part

CASES = Path(__file__).parents[1] / "engine" / "data" / "importing" / "cases"
SIZES = ("large", "medium", "small")
ROWS = [(("Bonn", "Köln")[k % 2], SIZES[k * 2 % 3], 30 + 7 * k % 50) for k in range(12)]
PRICES = [
    90_000 + 2_500 * area + (40_000 if town == "Köln" else 0) - 15_000 * SIZES.index(size) for town, size, area in ROWS
]
TABLE = "town,size,area,price\n" + "".join(
    f"{town},{size},{area},{price}\n" for (town, size, area), price in zip(ROWS, PRICES, strict=True)
)


def previewed(user: User, qtbot: QtBot, folder: Path, table: str) -> tuple[ImportDialog, QPushButton]:
    """The preview of a table, and its button that imports."""
    file = folder / "table.csv"
    file.write_text(table, encoding="utf-8")
    user.window.findChild(ImportingFeature).preview_table(file)
    dialog = user.waits_for_preview()
    assert isinstance(dialog, ImportDialog)
    button = part(dialog, QPushButton, "import_button")
    qtbot.waitUntil(button.isEnabled)
    return dialog, button


@pytest.fixture
def flats(qtbot: QtBot, user: User, tmp_path: Path) -> User:
    """The window after the import of TABLE, as it is suggested."""
    dialog, button = previewed(user, qtbot, tmp_path, TABLE)
    said = [label.text() for label in part(dialog, QScrollArea, "import_decisions").findChildren(QLabel)]
    assert any(
        text.startswith("Words become inputs, one for each of them (one-hot): town (Bonn, Köln)") for text in said
    )
    assert part(dialog, QComboBox, "import_role_1").currentText() == "Input: one-hot"
    assert part(dialog, QLabel, "import_summary").text() == "12 samples, 6 inputs, 1 target of numbers"
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: user.project.dataset.name == "custom")
    return user


def cell(user: User, row: int, column: int) -> str:
    view = user.find("sample_table")
    assert isinstance(view, QTableView)
    return str(view.model().index(row, column).data())


def types_into_cell(qtbot: QtBot, user: User, row: int, column: int, text: str) -> None:
    """Double click on a cell, type and press Enter."""
    view = user.find("sample_table")
    assert isinstance(view, QTableView)
    index = view.model().index(row, column)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=place)
    entry = entry_of(user)
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def entry_of(user: User) -> SampleEntry:
    """The open entry of the table."""
    (entry,) = (entry for entry in user.find("sample_table").findChildren(SampleEntry) if entry.isVisible())
    return entry


def shaping(qtbot: QtBot, user: User) -> ShapeDialog:
    user.clicks("shape_button")
    *_, dialog = user.window.findChildren(ShapeDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def picks(qtbot: QtBot, dialog: ShapeDialog, name: str, choice: str) -> None:
    """Choose in a list of the dialog by the keys."""
    box = part(dialog, ChoiceBox, name)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.names().index(choice)):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def confirms(qtbot: QtBot, dialog: ShapeDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(part(dialog, QPushButton, "shape_ok"), LEFT)


def test_the_network_shows_its_real_inputs_and_the_table_speaks_words(flats: User) -> None:
    assert flats.sizes[0] == 6
    assert flats.window.document.dataset.input_names[:2] == ("town = Bonn", "town = Köln")
    assert [cell(flats, 0, column) for column in (1, 2, 3, 4)] == ["Bonn", "large", "30", "165000"]
    assert cell(flats, 1, 1) == "Köln"
    label = flats.find("data_seen_note")
    assert "town = Bonn" in label.toolTip()


def test_other_columns_are_seen_whole_even_where_their_codes_are_those_of_before(
    user: User, qtbot: QtBot, tmp_path: Path
) -> None:
    """The codes of XOR's four points stand among these, too, yet nobody has painted a point."""
    rows = [(sky, wind) for sky in ("fair", "grey", "wet") for wind in ("calm", "storm")] * 2
    table = "sky,wind,play\n" + "".join(f"{a},{b},{'ny'[k % 2]}\n" for k, (a, b) in enumerate(rows))
    qtbot.mouseClick(previewed(user, qtbot, tmp_path, table)[1], LEFT)
    bottom = user.region.canvas.getAxis("bottom")
    assert bottom.label.toPlainText() == "sky"
    low, high = bottom.range
    assert low < 0
    assert high > 2


def test_a_word_is_typed_and_an_unknown_one_is_refused_in_a_sentence(qtbot: QtBot, flats: User) -> None:
    types_into_cell(qtbot, flats, 1, 1, "bonn")
    qtbot.waitUntil(lambda: cell(flats, 1, 1) == "Bonn")
    assert flats.window.document.dataset.inputs[1, :2].tolist() == [1, 0]
    types_into_cell(qtbot, flats, 1, 1, "Berlin")
    reasons = [label.text() for label in flats.find("sample_table").findChildren(QLabel) if label.isVisible()]
    assert any("'Berlin' is none of the words of town: Bonn, Köln." in text for text in reasons)
    qtbot.keyClick(entry_of(flats), Qt.Key.Key_Escape)
    assert cell(flats, 1, 1) == "Bonn"
    flats.triggers("undo")
    assert cell(flats, 1, 1) == "Köln"


def test_a_target_of_two_words_is_seen_typed_and_told_as_words(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    _dialog, button = previewed(user, qtbot, tmp_path, "x,y,fires\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n")
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: user.project.dataset.name == "custom")
    assert [cell(user, row, 3) for row in range(4)] == ["no", "yes", "yes", "no"]
    types_into_cell(qtbot, user, 3, 3, "yes")
    qtbot.waitUntil(lambda: cell(user, 3, 3) == "yes")
    assert user.window.document.dataset.raw_targets.ravel().tolist() == [0, 1, 1, 1]
    buttons = [user.find(f"region_class_{label}") for label in (1, 2)]
    assert [button.text() for button in buttons if isinstance(button, QAbstractButton)] == ["no", "yes"]
    user.triggers("undo")
    assert cell(user, 3, 3) == "no"


def test_an_ordinal_is_ordered_by_the_user_as_a_step_that_undo_takes_back(qtbot: QtBot, flats: User) -> None:
    before = flats.project
    dialog = shaping(qtbot, flats)
    picks(qtbot, dialog, "shape_encoding_2", "ordinal")
    qtbot.mouseClick(part(dialog, QPushButton, "shape_order_2"), LEFT)
    order = part(dialog, QListWidget, "shape_word_order")
    assert [order.item(row).text() for row in range(3)] == ["large", "medium", "small"]
    qtbot.mouseClick(part(dialog, QPushButton, "shape_word_down"), LEFT)
    qtbot.mouseClick(part(dialog, QPushButton, "shape_word_down"), LEFT)
    assert [order.item(row).text() for row in range(3)] == ["medium", "small", "large"]
    confirms(qtbot, dialog)
    data = flats.window.document.dataset
    assert data.input_names == ("town = Bonn", "town = Köln", "size", "area")
    assert [cell(flats, row, 2) for row in range(3)] == ["large", "small", "medium"]  # the same words as before
    assert data.inputs[:3, 2].tolist() == [2, 1, 0]
    flats.triggers("undo")
    assert flats.project == before


def test_prices_are_learned_scaled_and_shown_and_exported_as_they_are(
    qtbot: QtBot, flats: User, tmp_path: Path
) -> None:
    dialog = shaping(qtbot, flats)
    picks(qtbot, dialog, "shape_target_scaling", "standardise")
    picks(qtbot, dialog, "shape_scaling", "standardise")
    qtbot.waitUntil(lambda: "price′ = (price − " in part(dialog, QLabel, "shape_result").text())
    confirms(qtbot, dialog)
    assert cell(flats, 0, 4) == "165000"
    flats.trains_until(epoch=300)
    flats.pauses()
    window = flats.window
    data, snapshot = window.document.dataset, window.session.snapshot
    network = Network(flats.project.network, parameters=snapshot.parameters)
    prices = np.array(PRICES, dtype=float)
    expected = network.predict(data.inputs)[:, 0] * prices.std() + prices.mean()  # worked by hand
    assert np.abs(expected - prices).max() < 40_000
    qtbot.waitUntil(lambda: cell(flats, 0, 5) == _four(expected[0]))
    assert "in the units of the scaled targets" in flats.find("error_label").toolTip()
    headers = flats.find("sample_table").model()
    header = headers.headerData(6, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "Of the scaled targets, as training counts it." in header
    script = tmp_path / "flats_network.py"
    _export(flats, script)
    rows = tmp_path / "rows.csv"
    with rows.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    run = subprocess.run([sys.executable, "-I", script, rows], capture_output=True, text=True, check=True)
    answers = [float(line) for line in run.stdout.splitlines()]
    np.testing.assert_allclose(answers, expected, rtol=1e-12)


def test_words_and_units_are_in_the_file_again(qtbot: QtBot, flats: User, tmp_path: Path) -> None:
    dialog = shaping(qtbot, flats)
    picks(qtbot, dialog, "shape_encoding_1", "ordinal")
    picks(qtbot, dialog, "shape_target_scaling", "min_max")
    confirms(qtbot, dialog)
    before, path = flats.project, tmp_path / "flats.perceptra"
    project_file.save(flats.project, path)
    flats.triggers("undo")
    assert flats.opens_file(path)
    assert flats.project.dataset == before.dataset
    assert cell(flats, 1, 1) == "Köln"


def _four(value: float) -> str:
    return four_figures(value)


def _export(user: User, path: Path) -> None:
    feature = user.window.findChild(NetworkFilesFeature)
    assert isinstance(feature, NetworkFilesFeature)
    assert feature.save(path, FORMATS[0])


class TestRunaway:
    @pytest.fixture
    def huge(self, user: User) -> User:
        """The window with prices in the thousands, as they are."""
        table = read_table(CASES / "c44_huge_target_values.csv")
        spec = convert(table, suggested_plan(table)).spec
        set_dataset(user.window.document, spec, "Import")
        return user

    def offer(self, qtbot: QtBot, user: User, words: str) -> QPushButton:
        """The button of the message that holds these words."""
        label, button = user.find("message_text"), user.find("message_offer")
        assert isinstance(label, QLabel)
        assert isinstance(button, QPushButton)
        qtbot.waitUntil(lambda: words in label.text() and button.isVisible(), timeout=20_000)
        return button

    def test_it_is_offered_before_training_and_one_click_scales(self, qtbot: QtBot, huge: User) -> None:
        before = huge.project
        button = self.offer(qtbot, huge, "the error would stay above")
        assert button.text() == "Scale inputs and targets"
        qtbot.mouseClick(button, LEFT)
        assert huge.project.dataset.target_scaling == huge.project.dataset.scaling == "standardise"
        assert cell(huge, 0, 2) == "2210"
        huge.trains_until(epoch=200)
        huge.pauses()
        assert huge.window.session.snapshot.loss < 0.5
        huge.triggers("undo")
        assert huge.project == before

    def test_it_is_said_once_while_it_happens(self, qtbot: QtBot, huge: User) -> None:
        self.offer(qtbot, huge, "the error would stay above")
        huge.clicks("message_dismiss")
        huge.starts_training()
        button = self.offer(qtbot, huge, "times that of always answering the mean. Scaled")
        huge.clicks("message_dismiss")
        epoch = huge.window.session.snapshot.epoch
        huge.trains_until(epoch=epoch + 200)
        assert not button.isVisible()
        huge.pauses()

    def test_the_offer_while_it_happens_begins_again_scaled(self, qtbot: QtBot, huge: User) -> None:
        huge.starts_training()
        qtbot.mouseClick(self.offer(qtbot, huge, "Scaled numbers"), LEFT)
        huge.trains_until(epoch=200)
        huge.pauses()
        assert huge.window.session.snapshot.loss < 0.5


class TestWanting:
    """What is wanting in the data is said on their card, and in the dialog that shapes them."""

    def spec(self, labels: list[int]) -> DatasetSpec:
        rows = [[k, 7.0] for k in range(len(labels))]
        hot = np.eye(3)[labels]
        names = ("a", "b", "c")
        return DatasetSpec("custom", inputs=rows, targets=hot, input_names=("x", "same"), target_names=names)  # type: ignore[arg-type]

    def split(self, user: User, seed: int) -> set[int]:
        """The classes of the training samples when half of the samples are for testing."""
        data = replace(user.project.dataset, test_share=0.5, seed=seed).build()
        return set(data.labels().tolist())

    def test_a_class_without_training_samples_and_a_constant_column(self, qtbot: QtBot, user: User) -> None:
        note = user.find("data_wanting_note")
        assert not note.isVisible()
        set_dataset(user.window.document, self.spec([0, 1, 0, 1, 0, 1, 0, 2]), "Import")
        constant = "The same in every row, so that nothing can be learned from it: same."
        assert note.toolTip() == constant
        dialog = shaping(qtbot, user)
        share, seed = part(dialog, QDoubleSpinBox, "shape_test_share"), part(dialog, QSpinBox, "shape_seed")
        split = part(dialog, QLabel, "shape_split")
        seeds = (seed for seed in range(50) if len(self.split(user, seed)) == 2)
        _writes(qtbot, share, "50")
        _writes(qtbot, seed, str(next(seeds)))  # one that takes the only sample of its class away
        qtbot.keyClick(seed, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: "No training sample" in split.text())
        assert "No training sample is of these classes: c." in split.text()
        confirms(qtbot, dialog)
        assert note.toolTip() == f"No training sample is of these classes: c. {constant}"

    def test_one_class_only(self, user: User) -> None:
        set_dataset(user.window.document, self.spec([1, 1, 1, 1]), "Import")
        assert user.find("data_wanting_note").toolTip().startswith("All samples are of one class, b")


def _writes(qtbot: QtBot, box: QAbstractSpinBox, number: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, number)
