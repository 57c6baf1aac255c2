"""Whatever a hasty user does in whatever order: nothing breaks, and undo leads back to where it began."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import Project, warm_up
from engine.data.datasets import DatasetSpec
from engine.data.preprocessing import SCALINGS
from engine.network.layer_copy import copy_layers
from engine.project.demos import DEMOS, demo
from engine.project.edits import Shape
from engine.spec.activations import ACTIVATIONS
from engine.spec.losses import LOSSES
from engine.spec.rules import RULES
from gui.document import commands
from gui.document.commands import points
from gui.document.document import Document
from gui.session import TrainingSession
from tests.helpers.sessions import WAIT_MS

SETS = ("xor", "and3", "moons", "blobs", "lecture_samples", "custom")
PLACE = st.integers(0, 3)
COORDINATE = st.floats(-2, 2)

Step = tuple[str, tuple[Any, ...]]


def _spec(name: str, samples: int, classes: int) -> DatasetSpec:
    if name == "custom":
        return DatasetSpec(name)
    return DatasetSpec(name, n_samples=samples, n_classes=classes, test_share=0.25)


Edit = Callable[..., bool]


def _chooses(document: Document, name: str, samples: int, classes: int) -> bool:
    return commands.set_dataset(document, _spec(name, samples, classes))


def _adds(document: Document, x: float, y: float, label: int) -> bool:
    return commands.add_point(document, [x, y], label)


def _moves(document: Document, at: int, x: float, y: float, drag: int) -> bool:
    return commands.move_point(document, at, [x, y], drag)


def _fills_in(document: Document, *table: int) -> bool:
    return commands.set_truth_table(document, table)


def _sets(name: str) -> Edit:
    return lambda document, value: commands.change_training(document, **{name: value})


def _sets_range(document: Document, reach: float) -> bool:
    return commands.change_network(document, initial_range=reach)


def _removes_unit(document: Document, layer: int, unit: int) -> bool:
    return commands.remove_units(document, {layer: (unit,)})


def _duplicates(document: Document, layer: int) -> bool:
    network = document.project.network
    place = layer % len(network.layers)
    copies = copy_layers(network, document.project.start.first_parameters(), (place,))
    return commands.duplicate_layers(document, min(place + 1, len(network.layers) - 1), copies)


def _takes_over(document: Document, units: list[int]) -> bool:
    return commands.set_hidden_layers(document, tuple((count, None) for count in units))


def _some(document: Document, picks: list[int]) -> list[int]:
    """Some of the samples that there are, whatever their number."""
    count = document.dataset.n_samples + document.dataset.n_test_samples
    return sorted({pick % count for pick in picks}) if count else []


def _types(document: Document, pick: int, column: int, text: str) -> bool:
    data = document.dataset
    chosen = _some(document, [pick])
    return bool(chosen) and commands.set_cell(document, chosen[0], column % (data.n_raw_inputs + data.n_outputs), text)


def _keeps_for_testing(document: Document, picks: list[int], to_test: bool) -> bool:
    return commands.move_rows(document, _some(document, picks), to_test)


def _takes_out(document: Document, picks: list[int]) -> bool:
    return commands.remove_points(document, _some(document, picks))


def _gives_class(document: Document, picks: list[int], label: int) -> bool:
    return points.set_points_class(document, _some(document, picks), label)


def _jitters(document: Document, picks: list[int]) -> bool:
    return points.jitter(document, _some(document, picks), 0.1, np.random.default_rng(len(picks)))


def _pastes(document: Document, text: str, picks: list[int]) -> bool:
    return commands.paste(document, text, _some(document, picks), 0)


def _shapes(document: Document, features: list[str], scaling: str, share: float) -> bool:
    shape = Shape(share, stratified=True, features=tuple(dict.fromkeys(features)), scaling=scaling)
    return commands.set_shape(document, shape)


SOME = st.lists(st.integers(0, 200), min_size=1, max_size=6)
FEATURES = st.lists(st.sampled_from(["x1^2", "x1*x2", "sin(x2)", "1/x1", "x3", "log(x1)"]), max_size=2)

EDITS: dict[str, tuple[Edit, tuple[st.SearchStrategy[Any], ...]]] = {
    "add_layer": (commands.add_layer, (PLACE, st.integers(1, 6))),
    "remove_layer": (commands.remove_layer, (PLACE,)),
    "move_layer": (commands.move_layer, (PLACE, PLACE)),
    "remove_unit": (_removes_unit, (PLACE, st.integers(0, 5))),
    "duplicate_layer": (_duplicates, (PLACE,)),
    "ready_network": (_takes_over, (st.lists(st.integers(1, 4), max_size=3),)),
    "set_units": (commands.set_units, (PLACE, st.integers(0, 6))),
    "set_activation": (commands.set_activation, (PLACE, st.sampled_from([*ACTIVATIONS]))),
    "set_dataset": (_chooses, (st.sampled_from(SETS), st.integers(4, 30), st.integers(2, 4))),
    "add_point": (_adds, (COORDINATE, COORDINATE, st.integers(0, 3))),
    "move_point": (_moves, (st.integers(0, 5), COORDINATE, COORDINATE, st.integers(1, 2))),
    "remove_point": (commands.remove_point, (st.integers(0, 5),)),
    "set_truth_table": (_fills_in, (st.integers(0, 1),) * 4),
    "type": (_types, (st.integers(0, 200), PLACE, st.sampled_from(["1", "-0.25", "1e999", "two", ""]))),
    "for_testing": (_keeps_for_testing, (SOME, st.booleans())),
    "take_out": (_takes_out, (SOME,)),
    "class": (_gives_class, (SOME, st.integers(0, 9))),
    "jitter": (_jitters, (SOME,)),
    "paste": (_pastes, (st.sampled_from(["0.5\t1\t1", "0,5;1;2\n1;2;a", "", "1\t2\t3\t4\t5"]), SOME)),
    "shape": (_shapes, (FEATURES, st.sampled_from(SCALINGS), st.sampled_from([0.0, 0.3, 0.9]))),
    "rule": (_sets("rule"), (st.sampled_from(RULES),)),
    "loss": (_sets("loss"), (st.sampled_from([*LOSSES]),)),
    "rate": (_sets("learning_rate"), (st.sampled_from([0.01, 0.5, 50.0, 1e300]),)),
    "batch": (_sets("batch_size"), (st.sampled_from([None, 1, 3, 500]),)),
    "shuffle": (_sets("shuffle"), (st.booleans(),)),
    "stop": (_sets("max_epochs"), (st.sampled_from([None, 1, 5, 100_000]),)),
    "range": (_sets_range, (st.sampled_from([0.0, 1.0, 1e5]),)),
    "new_start": (commands.new_start, ()),
}
CALLS = ("train", "pause", "step_epoch", "step_sample", "reset", "go_back", "undo", "redo", "wait")


@st.composite
def steps(draw: st.DrawFn) -> Step:
    name = draw(st.sampled_from([*EDITS, *CALLS, "train", "wait", "undo"]))
    values = tuple(draw(value) for value in EDITS[name][1]) if name in EDITS else ()
    return name, values


def take(step: Step, document: Document, session: TrainingSession) -> None:
    """One thing that a user does, while the window's events may or may not have been handled."""
    name, values = step
    if name in EDITS:
        EDITS[name][0](document, *values)
    elif name in ("undo", "redo"):
        getattr(document.undo_stack, name)()
    elif name == "wait":
        QCoreApplication.processEvents()
        session.take_frame()
    else:
        getattr(session, name)()


def without_run(project: Project) -> Project:
    return replace(project, run=None)


@pytest.fixture(autouse=True)
def _no_preparation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "is_warm", lambda: True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(start=st.sampled_from(["", *DEMOS]), story=st.lists(steps(), min_size=5, max_size=40))
def test_any_storm_of_edits_and_orders_can_be_undone(
    qapp: QApplication, qtbot: QtBot, start: str, story: list[Step]
) -> None:
    document = Document(demo(start) if start else Project())
    beginning = without_run(document.project)
    session = TrainingSession(document)
    crashes: list[str] = []
    session.failed.connect(lambda text: crashes.append(text) if "unexpected" in text else None)
    try:
        session.set_speed(None)
        for step in story:
            take(step, document, session)
            fits_the_project(session, document)
        while document.undo_stack.canUndo():
            document.undo_stack.undo()
            fits_the_project(session, document)
        assert without_run(document.project) == beginning
        session.pause()
        qtbot.waitUntil(lambda: session.is_settled and session.state != "training", timeout=WAIT_MS)
        session.reset()
        session.step_epoch()
        qtbot.waitUntil(lambda: session.is_settled, timeout=WAIT_MS)
        assert session.snapshot.epoch == (start != "xor_by_hand")  # whose layers of step units cannot be trained
        assert np.isfinite(session.snapshot.parameters).all()
        assert crashes == []
    finally:
        session.close()


def fits_the_project(session: TrainingSession, document: Document) -> None:
    """What is on show belongs to the network on show, and is finite."""
    snapshot = session.snapshot
    if snapshot is not None:
        assert snapshot.parameters.shape == (document.project.network.n_parameters,)
        assert np.isfinite(snapshot.parameters).all()
