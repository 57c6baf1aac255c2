"""Formulas are set beside the window; pictures that nobody will ask for again go."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.features.back_propagation.inside import typesetter as module
from gui.features.back_propagation.inside.typesetter import Typeset, Typesetter
from tests.helpers.user import TRAINING_MS


def test_the_oldest_picture_goes_when_too_many_are_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 1)
    monkeypatch.setattr(module, "_PATIENCE_MS", 0)
    owner = QObject()
    typesetter, pictures = Typesetter(owner), []
    for letter in "xy":
        wanted = Typeset(letter, 12, "#222222")
        with qtbot.waitSignal(typesetter.ready, timeout=TRAINING_MS):
            assert typesetter.picture(wanted) is None
        pictures.append(weakref.ref(typesetter.picture(wanted)))
    assert pictures[0]() is None, "it would stay as long as the window does"
    assert pictures[1]() is not None
    owner.deleteLater()
