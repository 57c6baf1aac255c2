"""What stands on screen while the kernels are still being compiled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine import LayerSpec, Network, NetworkSpec, Project, TrainingSpec, warm_up
from gui.main_window import MainWindow
from gui.session import kernel_preparation
from tests.helpers.user import TRAINING_MS, User


@pytest.mark.parametrize("output", ["step", "linear"])
def test_a_network_with_rbf_units_shows_its_true_error_and_how_many_samples_are_right(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.setattr(warm_up, "is_warm", lambda: False)
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", (("-c", "import time; time.sleep(600)"),))
    network = NetworkSpec(2, (LayerSpec(4, "gaussian", kind="rbf"), LayerSpec(1, output)))
    project = replace(Project(), network=network, training=TrainingSpec(seed=38))
    truth, data = Network(network, seed=38), project.dataset.build()
    n_right = int(data.right(truth.predict(data.inputs)).sum())
    window = MainWindow(project)
    with qtbot.waitExposed(window):
        window.show()
    user = User(qtbot, window)
    qtbot.waitUntil(lambda: user.value("error_label") is not None)
    assert window.session.preparing
    assert user.value("error_label") == pytest.approx(truth.loss(data.inputs, data.targets) * 4, rel=1e-13)
    assert user.value("accuracy_label") == n_right / 4
    assert window.training_bar.accuracy_label.text() == f"{n_right}/4"
    if output == "step":
        assert (window.training_bar.error_label.text(), n_right) == ("1.000", 2)
    window.close()
    window.deleteLater()


_SAYS_READY_ONCE_THERE_IS = """
import pathlib, sys, time
while not pathlib.Path(sys.argv[1]).exists():
    time.sleep(0.02)
print("ready", flush=True)
time.sleep(600)
"""


def test_train_pressed_before_the_engine_is_there_says_preparing_and_training_begins_by_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two processes compile; training begins when both have what it needs, though neither has ended."""
    marks = [tmp_path / "one", tmp_path / "two"]
    monkeypatch.setattr(warm_up, "is_warm", lambda: False)
    commands = tuple(("-c", _SAYS_READY_ONCE_THERE_IS, str(mark)) for mark in marks)
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", commands)
    window = MainWindow(Project())
    with qtbot.waitExposed(window):
        window.show()
    user = User(qtbot, window)
    button, line = user.find("button_train"), user.find("preparing_text")

    def reads() -> tuple[str, str]:
        assert button.accessibleName() == button.text()
        return button.text(), line.text() if line.isVisible() else ""

    assert reads() == ("Train", "Preparing the engine for this computer, once …")
    user.clicks("button_train")
    soon = "Preparing the engine for this computer, once: training starts by itself in some seconds …"
    assert reads() == ("Preparing …", soon)
    user.clicks("button_train")
    assert reads()[0] == "Train"
    user.clicks("button_train")
    marks[0].touch()
    qtbot.waitUntil(lambda: window.session._preparation._processes[0].is_ready)
    assert reads() == ("Preparing …", soon)
    marks[1].touch()
    qtbot.waitUntil(lambda: (user.value("epoch_label") or 0) > 0, timeout=TRAINING_MS)
    assert reads() == ("Pause", "")
    window.close()
    window.deleteLater()
