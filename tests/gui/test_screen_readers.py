"""What a screen reader is given: figures with their values, parts of the network, sentences, announcements."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.toolkit.services import screen_reader
from gui.words.number_text import four_figures
from tests.helpers.user import User

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def seen(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(index) for index in range(interface.childCount())]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that is announced to a screen reader that listens."""
    texts: list[str] = []

    events = SimpleNamespace(isActive=lambda: True, updateAccessibility=lambda event: texts.append(event.message()))
    monkeypatch.setattr(screen_reader, "QAccessible", events)
    return texts


def test_epoch_error_and_right_are_read_with_their_values(user: User) -> None:
    user.trains_until(epoch=30)
    epoch = user.value("epoch_label")
    assert seen(user.find("epoch_label")).text(NAME) == f"epoch {epoch:,}"
    assert seen(user.find("error_label")).text(NAME) == f"error (sum) {four_figures(user.value('error_label'))}"
    right = seen(user.find("accuracy_label")).text(NAME)
    assert right.startswith("right ")
    assert right.endswith("/4")


def test_the_button_is_called_by_what_it_does_now(user: User) -> None:
    button = user.find("button_train")
    assert seen(button).text(NAME) == "Train"
    user.starts_training()
    assert seen(button).text(NAME) == "Pause"
    user.pauses()
    assert seen(button).text(NAME) == "Train"


def test_no_label_hides_its_text_behind_its_name(user: User) -> None:
    labels = [label for label in user.window.findChildren(QLabel) if label.text() and label.accessibleName()]
    assert len(labels) >= 3
    hidden = {label.objectName(): label.text() for label in labels if label.text() not in seen(label).text(NAME)}
    assert hidden == {}


def test_neurons_biases_and_connections_are_children_with_their_values(user: User, qtbot: QtBot) -> None:
    canvas = seen(user.window.diagram_view)
    names = [child.text(NAME) for child in children(canvas)]
    assert len(names) == 2 + (4 + 4 + 8) + (1 + 1 + 4)
    place = next(index for index, name in enumerate(names) if name.startswith("w₁₁⁽¹⁾"))
    for epoch in (1, 50):
        user.trains_until(epoch=epoch)
        weight = four_figures(float(user.window.session.snapshot.parameters[0]))
        qtbot.waitUntil(lambda weight=weight: f"w₁₁⁽¹⁾ = {weight}" in children(canvas)[place].text(NAME))


def test_the_parts_follow_the_network_and_lie_where_they_are_drawn(user: User) -> None:
    view, canvas = user.window.diagram_view, seen(user.window.diagram_view)
    old = children(canvas)
    user.sets_units(0, 2)
    now = children(canvas)
    assert len(now) == 2 + (2 + 2 + 4) + (1 + 1 + 2)
    assert [child.isValid() for child in old].count(True) == len(now)
    at = view.viewport().mapToGlobal(view.position_of("neuron", layer=0, unit=1))
    there = canvas.childAt(at.x(), at.y())
    assert there.rect().contains(at)
    assert there.text(NAME).startswith("a₂")
    assert canvas.indexOfChild(there) == [child.text(NAME) for child in now].index(there.text(NAME))
    assert there.parent().object() is view


def test_the_plots_say_what_they_show(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=40)
    epoch = user.value("epoch_label")
    qtbot.waitUntil(lambda: f"epoch {epoch:,};" in seen(user.window.error_plot.canvas).text(DESCRIPTION))
    right = seen(user.find("accuracy_label")).text(NAME).removeprefix("right ").replace("/", " of ")
    region = seen(user.window.decision_region_plot.canvas).text(DESCRIPTION)
    assert region.startswith(f"Epoch {epoch:,}: {right} samples are right")
    assert "Click to add a point" in region


def test_messages_the_end_and_a_pause_are_announced(user: User, told: list[str], qtbot: QtBot) -> None:
    user.trains_until(epoch=30)
    qtbot.waitUntil(lambda: any(f"epoch {user.value('epoch_label'):,}" in text for text in told))
    told.clear()
    user.types("max_epochs", str(user.value("epoch_label") + 20))
    user.starts_training()
    qtbot.waitUntil(lambda: any(text.startswith("Stopped: the limit of epochs is reached") for text in told))


def test_a_divergence_is_announced_with_its_way_out(user: User, told: list[str], qtbot: QtBot) -> None:
    diverges: Any = user.window.session
    diverges.failed.emit("The error is no number any more.")
    assert told[-1].startswith("The error is no number any more.")


def test_the_same_message_is_announced_once(user: User, told: list[str]) -> None:
    user.window.message_bar.warn("Something went wrong.", "Mend it", lambda: None)
    user.window.message_bar.warn("Something went wrong.", "Mend it", lambda: None)
    assert told == ["Something went wrong. Mend it"]


def test_a_selected_part_is_announced_while_the_canvas_has_the_focus(user: User, told: list[str]) -> None:
    user.window.diagram_view.setFocus()
    user.presses(Qt.Key.Key_Right)
    assert told
    assert told[-1] == user.window.diagram_view.accessibleDescription()
