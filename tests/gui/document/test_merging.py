"""Which steps become one: those of a gesture always, quick changes of one thing, and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine import Project
from engine.data.datasets.recipe import DatasetSpec
from gui.document import commands
from gui.document.commands import rbf as rbf_commands
from gui.document.document import Document
from tests.helpers.edited_projects import DEEP, MOONS, NOW, OWN, RBF, RBF_NOW, XOR

MERGES: dict[str, tuple[Project, Callable[[Document, int, int], bool]]] = {
    "move_point": (OWN, lambda d, k, gesture: commands.move_point(d, 1, (0.1 * k, 0.5), gesture)),
    "move_centre": (RBF, lambda d, k, gesture: rbf_commands.move_centre(d, RBF_NOW, 1, (0.1 * k, 0.5), gesture)),
    "set_width": (RBF, lambda d, k, gesture: rbf_commands.set_width(d, RBF_NOW, 1, 0.1 * k + 1, gesture)),
    "add_row, set_cell": (
        OWN,
        lambda d, k, gesture: (
            commands.add_row(d, None, gesture) if k == 1 else commands.set_cell(d, 1, 0, str(k), gesture)
        ),
    ),
    "set_notes": (XOR, lambda d, k, gesture: commands.set_notes(d, "Ada", f"{k}", gesture)),
    "set_value": (XOR, lambda d, k, gesture: commands.set_value(d, NOW, 2, 0.1 * k, "w", gesture=gesture)),
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that steps are made at, in seconds; a test moves it on."""
    now = [100.0]
    monkeypatch.setattr("gui.document.commands.edit_command.time.monotonic", lambda: now[0])
    return now


@pytest.mark.parametrize("name", MERGES)
def test_what_belongs_to_one_gesture_is_one_step_however_long_it_takes(
    qtbot: QtBot, clock: list[float], name: str
) -> None:
    before, make = MERGES[name]
    document = Document(before)
    for k in (1, 2, 3):
        assert make(document, k, 7)
        clock[0] += 100.0
    assert document.undo_stack.count() == 1
    assert make(document, 4, 8)
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.project == before


QUICK: dict[str, tuple[Project, Callable[[Document, int], bool]]] = {
    "set_dataset": (MOONS, lambda d, k: commands.set_dataset(d, replace(MOONS.dataset, noise=0.1 + k / 10))),
    "change_training": (XOR, lambda d, k: commands.change_training(d, momentum=k / 10)),
    "change_network": (XOR, lambda d, k: commands.change_network(d, initial_range=k / 10)),
    "set_widths": (RBF, lambda d, k: rbf_commands.set_widths(d, RBF_NOW, "neighbours", 1 + k / 10)),
    "set_units": (DEEP, lambda d, k: commands.set_units(d, 1, 7 + k)),
    "set_value, nudged": (XOR, lambda d, k: commands.set_value(d, NOW, 2, k / 10, "w", is_nudge=True)),
}


@pytest.mark.parametrize("name", QUICK)
def test_quick_changes_of_one_thing_are_one_step_and_slow_ones_are_not(
    qtbot: QtBot, clock: list[float], name: str
) -> None:
    before, make = QUICK[name]
    document = Document(before)
    for k in (1, 2, 3):
        assert make(document, k)
        clock[0] += 1.5
    assert document.undo_stack.count() == 1
    clock[0] += 0.1
    assert make(document, 4)
    assert document.undo_stack.count() == 2


ALONE: dict[str, tuple[Project, Callable[[Document, int], bool]]] = {
    "set_value": (XOR, lambda d, k: commands.set_value(d, NOW, 2, k / 10, "w")),
    "set_value, of other weights": (XOR, lambda d, k: commands.set_value(d, NOW, k, 0.3, "w", is_nudge=True)),
    "set_units, of other layers": (DEEP, lambda d, k: commands.set_units(d, k - 1, 9)),
    "move_point": (OWN, lambda d, k: commands.move_point(d, 1, (0.1 * k, 0.5))),
    "set_cell": (OWN, lambda d, k: commands.set_cell(d, 1, 0, str(k))),
    "change_training, of other settings": (
        XOR, lambda d, k: commands.change_training(d, **{("momentum", "l1", "l2")[k - 1]: 0.1}),
    ),
    "change_network, of other settings": (
        XOR,
        lambda d, k: commands.change_network(
            d, **({"initial_range": 0.1}, {"initialization": "he"}, {"initial_range": 0.2})[k - 1]
        ),
    ),
    "move_centre, of other units": (RBF, lambda d, k: rbf_commands.move_centre(d, RBF_NOW, k, (0.1, 0.5), 1)),
    "set_width, of other units": (RBF, lambda d, k: rbf_commands.set_width(d, RBF_NOW, k, 0.3, 1)),
    "set_dataset, of other own samples": (
        OWN, lambda d, k: commands.set_dataset(d, DatasetSpec("custom", inputs=np.eye(2) * k, targets=[[0.0], [1.0]])),
    ),
    "new_start": (XOR, lambda d, _k: commands.new_start(d)),
}  # fmt: skip


@pytest.mark.parametrize("name", ALONE)
def test_other_changes_are_steps_of_their_own_however_quick(qtbot: QtBot, clock: list[float], name: str) -> None:
    before, make = ALONE[name]
    document = Document(before)
    for k in (1, 2, 3):
        assert make(document, k)
    assert document.undo_stack.count() == 3
