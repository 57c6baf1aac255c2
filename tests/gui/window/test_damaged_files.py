"""A file that cannot be opened changes nothing: not the project, its path, its history, nor the run that goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from engine.project.file import project_file
from gui.features.network_files.feature import NetworkFilesFeature
from gui.main_window import MainWindow
from tests.fuzz.cases import make_case
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.readers import READERS
from tests.helpers.user import TRAINING_MS, User

CASES = 150


def everything(window: MainWindow) -> dict[str, Any]:
    """What must stay as it is."""
    document, stack, session = window.document, window.document.undo_stack, window.session
    assert session.snapshot is not None
    return {
        "project": document.project,
        "same value": id(document.project),
        "path": document.path,
        "steps": (stack.count(), stack.index(), stack.cleanIndex(), stack.undoText()),
        "modified": (document.is_modified, document.has_edits),
        "run": (session.state, session.snapshot.run_id, session.snapshot.epoch),
        "weights": session.snapshot.parameters.tobytes(),
        "title": window.windowTitle(),
    }


@pytest.fixture
def at_work(user: User, qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """Somebody with a saved project, edits with one taken back, and a run."""
    path = tmp_path / "mine.perceptra"
    project_file.save(demo("moons"), path)
    user.opens_file(path)
    user.adds_layer(after=-1)
    user.triggers("add_layer")
    user.triggers("undo")
    user.triggers("step_epoch")
    qtbot.waitUntil(lambda: user.value("epoch_label") == 1)
    user.waits_for_views()
    yield user
    user.window.document.saved_as(path)  # so that closing asks nothing


def test_a_project_that_cannot_be_opened_changes_nothing(at_work: User, tmp_path: Path) -> None:
    window, file, refused = at_work.window, tmp_path / "theirs.perceptra", 0
    before = everything(window)
    for number in range(CASES):
        file.write_bytes(make_case("project", 5, number)[0])
        try:
            project_file.load(file).dataset.build()
            continue  # it can be opened
        except ValueError:
            refused += 1
        assert not at_work.opens_file(file)
        assert "theirs.perceptra" in window.message_bar.text
        assert everything(window) == before
    assert refused > CASES / 2


def with_number(place: str, value: float) -> bytes:
    """A project whose file was changed by hand: `place` is a part of it and a name in that."""
    contents = json.loads(project_file.encode(demo("xor")))
    part, _, name = place.partition(".")
    contents[part][name] = value
    return json.dumps(contents).encode()


BEYOND = {
    "network.initial_range": 1e308,
    "training.max_epochs": 2**53,
    "training.seed": 2**53,
    "training.evaluate_every": 2**53,
    "training.batch_size": 2**53,
    "dataset.seed": 2**53,
    "dataset.n_samples": 2**53,
}


def test_a_number_beyond_the_limits_of_the_window_is_refused_in_a_sentence(at_work: User, tmp_path: Path) -> None:
    window = at_work.window
    before = everything(window)
    for place, number in BEYOND.items():
        file = tmp_path / f"{place}.perceptra"
        file.write_bytes(with_number(place, number))
        assert not at_work.opens_file(file), place
        sentence = rf"{place}.perceptra cannot be opened: .* from \d+ to \d+; got "
        assert re.search(sentence, window.message_bar.text)
        assert everything(window) == before, place


HUGE = ["training.learning_rate", "training.l1", "training.l2", "training.target_error", "training.learning_rate_decay"]


@pytest.mark.parametrize("place", HUGE)
def test_a_huge_number_that_can_be_opened_never_holds_the_session(
    user: User, qtbot: QtBot, tmp_path: Path, place: str
) -> None:
    session, file = user.window.session, tmp_path / "theirs.perceptra"
    file.write_bytes(with_number(place, 1e308))
    assert user.opens_file(file)
    user.triggers("train")
    qtbot.waitUntil(lambda: user.value("epoch_label") > 0 or session.state != "training", timeout=TRAINING_MS)
    if session.state == "training":
        user.triggers("train")  # which pauses
    qtbot.waitUntil(lambda: session.state != "training", timeout=TRAINING_MS)
    user.triggers("reset")
    qtbot.waitUntil(lambda: session.state == "idle", timeout=TRAINING_MS)


@pytest.mark.parametrize("name", ["weights npz", "weights script", "weights table"])
def test_weights_that_cannot_be_loaded_change_nothing(at_work: User, tmp_path: Path, name: str) -> None:
    window, file = at_work.window, tmp_path / f"theirs{READERS[name].suffix}"
    before = everything(window)
    files = window.findChild(NetworkFilesFeature)
    for number in range(CASES // 5):  # of another network, too
        file.write_bytes(make_case(name, 5, number)[0])
        files.load(file)
        at_work.waits_for_files()
        assert "theirs" in window.message_bar.text
        assert everything(window) == before


def test_a_hostile_project_changes_nothing(at_work: User, tmp_path: Path) -> None:
    window = at_work.window
    before = everything(window)
    projects = {name: make for name, (reader, make) in HOSTILE.items() if reader == "project"}
    for number, (name, make) in enumerate(projects.items()):
        file = tmp_path / f"theirs {number}.perceptra"
        file.write_bytes(make(300_000))
        assert not at_work.opens_file(file), name
        assert file.name in window.message_bar.text, name
        assert everything(window) == before, name
    assert number > 5
