"""Hands on the sample table, and three classes with names."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.document.document import Document
from gui.features.samples.sample_panel import SamplePanel
from tests.gui.features.samples.hand import Hand


@pytest.fixture
def hand(qtbot: QtBot, sample_panel: SamplePanel, document: Document) -> Hand:
    return Hand(qtbot, sample_panel, document)


@pytest.fixture
def flowers(document: Document) -> None:
    """Three classes by name; the last two samples are for testing."""
    spec = DatasetSpec(
        "custom",
        inputs=FrozenArray([[3.0, 2.0], [1.0, 4.0], [2.0, 6.0]]),
        targets=FrozenArray(np.eye(3)),
        test_inputs=FrozenArray([[7.0, 8.0], [9.0, 10.0]]),
        test_targets=FrozenArray([[1.0, 0, 0], [0, 1.0, 0]]),
        target_names=("setosa", "versicolor", "virginica"),
    )
    commands.set_dataset(document, spec)
    document.undo_stack.clear()
