"""A lesson has the room: what its step does not name is folded to its title, and everything comes back with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QPixmap, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.lessons import load_shelf
from gui.features.lessons.unbroken_formulas import unbroken
from gui.toolkit.theme import stage_scale
from tests.helpers.small_screen import rest
from tests.helpers.user import LEFT, User

SHELF = Path(__file__).resolve().parents[4] / "resources" / "lessons"
STEP = """
[[steps]]
title = {{ en = "Step", zh_CN = "步骤" }}
text = {{ en = "A sum: w₁x₁ + w₂x₂ − T = 0.", zh_CN = "和：w₁x₁ + w₂x₂ − T = 0。" }}
{need}
"""
NEEDS = (["diagram"], ["diagram", "region"], ["data", "samples", "diagram"], [])
VIEWS = {
    "data": "data_panel",
    "training": "training_panel",
    "diagram": "diagram_view",
    "samples": "sample_table",
    "region": "region_canvas",
    "error": "error_canvas",
}


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "quiet.toml"
    head = """format = "perceptra-lesson"
version = 1
name = "quiet"
title = { en = "Quiet", zh_CN = "安静" }
summary = { en = "Short.", zh_CN = "短。" }
start = { demo = "xor" }
"""
    steps = [STEP.format(need=f"need = {need}".replace("'", '"') if need else "") for need in NEEDS]
    path.write_text(head + "".join(steps), encoding="utf-8")
    return path


def begins(user: User, qtbot: QtBot, lesson: Path) -> None:
    assert user.opens_file(lesson)
    qtbot.waitUntil(lambda: user.find("lesson_panel").isVisible())
    rest()


def on_show(user: User) -> set[str]:
    return {card for card, name in VIEWS.items() if user.find(name).isVisible()}


def places(user: User) -> dict[str, tuple[QPoint, QSize]]:
    return {name: (user.find(name).mapTo(user.window, QPoint()), user.find(name).size()) for name in VIEWS.values()}


def test_a_step_opens_what_it_names_and_leaving_restores_what_was(user: User, qtbot: QtBot, lesson: Path) -> None:
    user.find("splitter_right").setSizes([300, 260])  # type: ignore[attr-defined]
    rest()
    before = places(user)
    begins(user, qtbot, lesson)
    for need in NEEDS:
        assert on_show(user) == (set(need) or {"diagram", "samples", "region", "error"})
        assert not user.window.network_palette.isVisible()
        assert user.find("table_tabs").isVisible()  # the title of a folded table
        qtbot.keyClick(user.window, Qt.Key.Key_PageDown)
        rest()
    qtbot.keyClick(user.window, Qt.Key.Key_PageUp)
    qtbot.keyClick(user.window, Qt.Key.Key_PageUp)
    rest()
    assert on_show(user) == {"diagram", "region"}
    error = user.window.workbench.cards["error"]
    qtbot.mouseClick(error, LEFT, pos=QPoint(40, 14))
    rest()
    assert on_show(user) == {"diagram", "region", "error"}
    tabs = user.find("table_tabs")
    qtbot.mouseClick(tabs, LEFT, pos=QPoint(20, 12))
    rest()
    assert on_show(user) == {"diagram", "region", "error", "samples"}
    user.triggers("lesson_leave")
    qtbot.waitUntil(lambda: not user.find("lesson_panel").isVisible())
    rest()
    assert places(user) == before
    assert user.window.network_palette.isVisible()


def test_the_text_can_be_read_on_the_screen_and_on_stage(user: User, qtbot: QtBot, lesson: Path) -> None:
    begins(user, qtbot, lesson)
    text, panel = user.find("lesson_text"), user.find("lesson_panel")
    assert isinstance(text, QLabel)
    assert text.fontInfo().pixelSize() == 18
    assert panel.width() >= 360
    assert "w₁x₁\u00a0+\u00a0w₂x₂\u00a0−\u00a0T\u00a0=\u00a00" in text.text()
    user.triggers("presentation")
    qtbot.waitUntil(lambda: user.window.height() == 1080)
    qtbot.waitUntil(lambda: user.window.appearance.themes.theme.scale == stage_scale(1080))
    rest()
    assert text.fontInfo().pixelSize() >= 26
    assert panel.width() >= 1.4 * 360
    # what is under the mouse is said over the timeline
    view = user.window.diagram_view
    qtbot.mouseMove(view.viewport(), view.position_of("neuron", layer=0, unit=0))
    said = user.find("stage_hover_text")
    assert isinstance(said, QLabel)
    qtbot.waitUntil(said.isVisible)
    assert said.text().startswith("a₁")
    assert user.find("timeline").mapTo(user.window, QPoint()).y() >= said.y()


def test_the_shipped_lessons_name_what_they_need() -> None:
    for lesson in load_shelf(SHELF):
        for number, step in enumerate(lesson.steps, start=1):
            is_on_workbench = step.page is None
            assert bool(step.need) == is_on_workbench, f"{lesson.name}, step {number}"
            if step.table is not None:
                assert "samples" in step.need


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("net = w₁x₁ + w₂x₂, and more", "net_=_w₁x₁_+_w₂x₂, and more"),
        ("the points (0, 1) and (1, 0)", "the points (0,_1) and (1,_0)"),
        ("a thing (but not that one) − yes", "a thing (but not that one)_−_yes"),
        ("输出为 0.04659、0.9463、0.9462 和 0.06993，而且误差的总和 E = 0.006416：学会了", None),
        ("- a list\n- goes on", "- a list\n- goes on"),
        ("ΔW = 0.1 · (−1 − 1) · X¹ = (0.2, −0.2, 0.4, 0)", "ΔW =_0.1_·_(−1_−_1)_·_X¹ =_(0.2,_−0.2,_0.4,_0)"),
    ],
)
def test_no_line_ends_inside_a_formula(text: str, expected: str | None) -> None:
    whole = text.replace(" = ", "_=_") if expected is None else expected
    assert unbroken(text) == whole.replace("_", "\u00a0")


def picture_in(label: QLabel) -> tuple[QSize, int]:
    """How large the first picture in a Markdown label is, and at which letter it stands."""
    document = QTextDocument()
    document.setMarkdown(label.text())
    cursor = document.find("\ufffc")
    image = cursor.charFormat().toImageFormat()
    found = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(image.name()))
    assert isinstance(found, (QImage, QPixmap, QByteArray))
    return QSize(round(image.width()), round(image.height())), cursor.position()


@pytest.mark.usefixtures("_each_language")
def test_buttons_that_may_have_no_room_for_words_are_shown_in_the_text(user: User, qtbot: QtBot) -> None:
    begins(user, qtbot, SHELF / "03-learning.toml")
    user.presses(Qt.Key.Key_PageDown)
    text = user.find("lesson_text")
    assert isinstance(text, QLabel)
    name = user.action("step_sample").iconText()
    size, place = picture_in(text)
    document = QTextDocument()
    document.setMarkdown(text.text())
    assert document.toPlainText()[place:].lstrip("\u00a0 ").startswith(name)
    assert size == QSize(18, 18)
    user.triggers("presentation")
    rest()
    assert picture_in(text)[0].width() > 18


def test_the_card_that_stays_has_the_room_of_the_folded_one_below_it(user: User, qtbot: QtBot, lesson: Path) -> None:
    data, training = (user.window.workbench.cards[name] for name in ("data", "training"))
    rest()
    before = data.height(), training.height()
    begins(user, qtbot, lesson)
    for _ in range(2):
        user.presses(Qt.Key.Key_PageDown)
    rest()
    column = data.parentWidget()
    assert column is not None
    assert data.isVisible()
    assert training.height() < 40
    assert training.geometry().bottom() == column.rect().bottom()
    assert training.y() - data.geometry().bottom() <= 9
    user.triggers("lesson_leave")
    rest()
    assert (data.height(), training.height()) == before
