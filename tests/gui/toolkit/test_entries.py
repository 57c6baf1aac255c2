"""Numbers typed and stepped, headings folded, marks and icons shared."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.entry_text import entry_state, next_in_series, plain_number
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.entries.open_box import OpenBox
from gui.toolkit.icons import FOLDER, icon
from gui.toolkit.plots import markers
from gui.toolkit.section import Section
from gui.toolkit.theme import DARK, LIGHT, Theme
from gui.window.looks.style import application_font, load_fonts, palette
from gui.words.class_marks import SHAPES
from gui.words.number_text import read_number, read_numbers, table_number

State = QValidator.State
TINTED = sorted(path.stem for path in FOLDER.glob("*.svg") if "currentColor" in path.read_text())


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "0.5"), (20.0, "20"), (1e-6, "0.000001"), (0.0, "0"), (-0.0, "0"), (100.0, "100")]
)
def test_plain_numbers_have_no_zeros_at_the_end(value: float, text: str) -> None:
    assert plain_number(value) == text


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-1.0, "−1"), (0.5, "0.5000"), (-0.25, "−0.2500")])
def test_table_entries_are_short_where_they_are_whole(value: float, text: str) -> None:
    assert table_number(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        (" 0,5 ", 0.5),
        ("1e-3", 0.001),
        ("1/4", 0.25),
        ("−3 ／ 4", -0.75),
        ("0,5/0,2", 2.5),
        ("1/0", None),
        ("1/", None),
        ("1/2/2", None),
        ("−2", -2.0),
        ("１．５", 1.5),
        ("1.000,5", 1000.5),
        ("1'000.5", 1000.5),
        ("50 %", 0.5),
        ("x", None),
        ("inf", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float | None) -> None:
    assert read_number(text) == value


def types(qtbot: QtBot, box: QAbstractSpinBox, text: str) -> None:
    """Letter by letter, as the box looks at each."""
    qtbot.addWidget(box)
    line = box.findChild(QLineEdit)
    assert line is not None
    line.clear()
    for letter in text:
        line.insert(letter)
    qtbot.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0.1, 0.5,  1", (0.1, 0.5, 1.0)),
        ("0,1; 0,5", (0.1, 0.5)),
        ("0,1 0,5", (0.1, 0.5)),
        ("0.1,0.5", (0.1, 0.5)),
        ("0.1 ,0.5,", (0.1, 0.5)),
        ("1,2,4", (1.0, 2.0, 4.0)),
        ("1.000,5; 2", (1000.5, 2.0)),
        ("０．５；１", (0.5, 1.0)),
        ("5 %; 10 %", (0.05, 0.1)),
        ("1/4, 1/2", (0.25, 0.5)),
        ("0.5, much", ()),
        (" ; ", ()),
    ],
)
def test_numbers_are_typed_one_after_the_other(typed: str, numbers: tuple[float, ...]) -> None:
    assert read_numbers(typed) == numbers


def test_whole_numbers_are_typed_one_after_the_other() -> None:
    assert read_numbers("1,000; 2.000", whole=True) == (1000.0, 2000.0)
    assert read_numbers("2,4, 8", whole=True) == (2.0, 4.0, 8.0)
    assert read_numbers("2, 4.5", whole=True) == ()


@pytest.mark.parametrize(
    ("typed", "count"),
    [("20 000", 20_000), ("20.000", 20_000), ("20,000", 20_000), ("20'000", 20_000), ("2e4", 20_000), ("１２", 12)],
)
def test_whole_numbers_are_typed_with_any_mark_between_thousands(qtbot: QtBot, typed: str, count: int) -> None:
    box = CountBox(0, 1_000_000)
    types(qtbot, box, typed)
    assert box.value() == count


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1/0", 0.5),
        ("2/1e-9", 1000),
        ("5000", 1000),
        ("1e400", 0.5),
        ("1e", 0.5),
        ("", 0.5),
        ("-3", 0.001),
        ("1.000,5", 1000),
    ],
)
def test_what_cannot_be_taken_gives_the_end_that_it_passes_or_the_number_before(
    qtbot: QtBot, typed: str, value: float
) -> None:
    box = NumberBox(0.001, 1000)
    box.setValue(0.5)
    types(qtbot, box, typed)
    assert box.value() == value
    count = CountBox(1, 100)
    types(qtbot, count, "20.000")
    assert count.value() == 100


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("5", State.Acceptable),
        ("off", State.Acceptable),
        ("OFF", State.Acceptable),
        ("o", State.Intermediate),
        ("", State.Intermediate),
        ("1e-", State.Intermediate),
        ("11", State.Intermediate),
        ("x", State.Invalid),
    ],
)
def test_an_entry_may_be_on_its_way(text: str, state: State) -> None:
    assert entry_state(text, 0.0, 10.0, ("off",)) == state


def test_the_series_goes_up_and_down_alike() -> None:
    up = [0.001]
    while up[-1] < 100:
        up.append(next_in_series(up[-1], up=True))
    down = [up[-1]]
    while down[-1] > 0.001:
        down.append(next_in_series(down[-1], up=False))
    assert up[:5] == [0.001, 0.002, 0.005, 0.01, 0.02]
    assert down == up[::-1]
    assert next_in_series(0.3, up=True) == 0.5
    assert next_in_series(0.3, up=False) == 0.2


def test_a_heading_folds_what_stands_under_it(qtbot: QtBot) -> None:
    content = QLabel("content")
    section = Section("heading", content)
    qtbot.addWidget(section)
    with qtbot.waitSignal(section.unfolded) as heard:
        section.set_folded(True)
    assert heard.args == [False]
    assert section.is_folded
    assert content.isHidden()


def middle_of_text(box: QComboBox) -> float:
    """The middle of the rows of pixels that letters cover, without frame and arrow."""
    image = box.grab().toImage()
    across, up = range(5, image.width() - 30), range(4, image.height() - 4)
    rows = [y for y in up if any(image.pixelColor(x, y).lightness() < 120 for x in across)]
    return (rows[0] + rows[-1]) / 2


@pytest.mark.parametrize("text", ["x1x", "分号 ;"], ids=["latin", "chinese"])
@pytest.mark.parametrize("points", [9.5, 11.0, 16.5])
def test_a_text_stands_as_high_in_an_open_list_as_in_a_closed_one(qtbot: QtBot, text: str, points: float) -> None:
    load_fonts()
    font = application_font(LIGHT)
    font.setPointSizeF(points)
    middles = []
    for box in (QComboBox(), OpenBox()):
        qtbot.addWidget(box)
        box.setPalette(palette(LIGHT))
        box.setFont(font)
        box.addItem(text)
        box.resize(140, box.sizeHint().height() + 6)
        box.show()
        middles.append(middle_of_text(box))
    assert abs(middles[0] - middles[1]) <= 1


def test_classes_have_the_same_shapes_as_in_the_decision_region() -> None:
    assert SHAPES == markers.SHAPES


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", TINTED)
def test_every_icon_is_drawn_in_the_themes_colour(qtbot: QtBot, name: str, theme: Theme) -> None:
    image = icon(name, theme).pixmap(QSize(48, 48)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    wanted = QColor(theme.text)
    solid = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert solid
    # blending rounds by one where two strokes meet
    assert all(abs(p.red() - wanted.red()) <= 1 and abs(p.blue() - wanted.blue()) <= 1 for p in solid)


def test_icons_are_sharp_on_a_fine_screen_and_muted_when_disabled(qtbot: QtBot) -> None:
    sign = icon("play", LIGHT)
    fine = sign.pixmap(QSize(24, 24), 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (48, 2.0)
    normal, disabled = (sign.pixmap(QSize(24, 24), mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert normal != disabled


def test_an_icon_without_a_file_fails_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no_such_icon", LIGHT)
