"""What stands on screen while the kernels are still being compiled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine import LayerSpec, Network, NetworkSpec, Project, TrainingSpec, warm_up
from gui.main_window import MainWindow
from gui.session import kernel_preparation
from tests.helpers.user import User


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
