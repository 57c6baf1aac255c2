"""Sessions for the tests: with kernels taken as compiled, and closed at the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine import Project, warm_up
from gui.document.document import Document
from gui.session import TrainingSession
from tests.helpers.sessions import WAIT_MS, MakeSession


@pytest.fixture(autouse=True)
def _no_preparation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "is_warm", lambda: True)


@pytest.fixture
def make_session(qtbot: QtBot) -> Iterator[MakeSession]:
    """Makes a session at full speed, at its start, on a document of its own (`session.document`)."""
    made: list[TrainingSession] = []

    def make(project: Project | None = None, speed: float | None = None) -> TrainingSession:
        document = Document(project)
        session = TrainingSession(document)
        session.document = document
        session.set_speed(speed)
        made.append(session)
        qtbot.waitUntil(lambda: session.snapshot is not None and session.is_settled, timeout=WAIT_MS)
        return session

    yield make
    for session in made:
        session.close()


@pytest.fixture
def session(make_session: MakeSession) -> TrainingSession:
    """A session on the default project, XOR."""
    return make_session()
