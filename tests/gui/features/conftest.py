"""The three panels, each shown on its own over a fresh document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot
from gui.document.document import Document
from gui.features.data.data_panel import DataPanel
from gui.features.samples.sample_panel import SamplePanel
from gui.features.training.training_panel import TrainingPanel
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

Panel = TypeVar("Panel", bound=QWidget)


@pytest.fixture
def themes(qtbot: QtBot) -> ThemeManager:
    return ThemeManager()


@pytest.fixture
def notation(qtbot: QtBot) -> Notation:
    return Notation()


@pytest.fixture
def noticed(document: Document) -> list[str]:
    """The sentences that went out to the status bar."""
    sentences: list[str] = []
    document.noticed.connect(sentences.append)
    return sentences


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    """The window round a panel: as a window itself, a panel makes Qt's off-screen platform complain."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def data_panel(qtbot: QtBot, stage: QWidget, document: Document, themes: ThemeManager, notation: Notation) -> DataPanel:
    return _shown(qtbot, stage, DataPanel(document, themes, notation, stage), 300, 640)


@pytest.fixture
def training_panel(
    qtbot: QtBot, stage: QWidget, document: Document, themes: ThemeManager, notation: Notation
) -> TrainingPanel:
    return _shown(qtbot, stage, TrainingPanel(document, themes, notation, stage), 300, 640)


@pytest.fixture
def sample_panel(
    qtbot: QtBot, stage: QWidget, document: Document, themes: ThemeManager, notation: Notation
) -> SamplePanel:
    return _shown(qtbot, stage, SamplePanel(document, themes, notation, stage), 560, 220)


@pytest.fixture
def make_frame(document: Document) -> Callable[..., Frame]:
    """A frame of the document's network with outputs of the test's choice."""

    def make(outputs: object, test_outputs: object = None) -> Frame:
        data, network = document.dataset, document.project.network
        answers = np.asarray(outputs, dtype=np.float64).reshape(-1, data.n_outputs)
        tests = np.empty((0, data.n_outputs)) if test_outputs is None else np.asarray(test_outputs, dtype=np.float64)
        snapshot = _snapshot(document, answers, tests)
        nothing = np.empty(0)
        curve = LossCurve(np.empty(0, np.int64), nothing, nothing, nothing, nothing, nothing, nothing)
        return Frame(network, snapshot, curve, answers, tests, None)

    return make


def _snapshot(document: Document, answers: np.ndarray, tests: np.ndarray) -> Snapshot:
    data = document.dataset
    rows = np.broadcast_to(answers, data.targets.shape)
    losses = 0.5 * ((data.targets - rows) ** 2).sum(axis=1)
    right, has_test = data.right(rows), len(tests) > 0
    test_right = data.right(tests, data.test_targets) if has_test else None
    return Snapshot(
        run_id=1,
        epoch=10,
        step=0,
        parameters=np.zeros(document.project.network.n_parameters),
        loss=float(losses.mean()),
        loss_sum=float(losses.sum()),
        accuracy=None if right is None else float(right.mean()),
        n_right=None if right is None else int(right.sum()),
        n_samples=data.n_samples,
        test_loss=float((0.5 * ((data.test_targets - tests) ** 2).sum(axis=1)).mean()) if has_test else None,
        test_accuracy=None if test_right is None else float(test_right.mean()),
        learning_rate=0.5,
    )


def _shown(qtbot: QtBot, stage: QWidget, panel: Panel, width: int, height: int) -> Panel:
    stage.resize(width, height)
    panel.resize(width, height)
    with qtbot.waitExposed(stage):
        stage.show()
    return panel
