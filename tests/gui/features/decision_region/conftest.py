"""A region plot on XOR."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from tests.gui.features.decision_region.bench import Bench


@pytest.fixture
def xor(qtbot: QtBot) -> Bench:
    return Bench(qtbot, DatasetSpec("xor"))
