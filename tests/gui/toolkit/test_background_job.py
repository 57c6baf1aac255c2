"""Work in the background: the newest wish counts, errors become sentences, and nothing outlives its owner."""

from __future__ import annotations

import functools
import random
import threading
import time
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engine.spec.errors import EngineError
from gui.toolkit.background_job import Background


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background("perceptra-test")


@pytest.fixture(autouse=True)
def _dismissed(background: Background):
    yield
    background._worker.dismiss()


def test_a_result_arrives_in_the_thread_that_asked(background: Background, qtbot: QtBot) -> None:
    threads: list[object] = []
    background.done.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(background.done) as told:
        background.submit(lambda _is_cancelled: threading.current_thread().name)
    assert told.args == ["perceptra-test"]
    assert threads == [threading.main_thread()]
    assert not background.is_busy


def test_only_the_newest_of_many_wishes_is_told(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    told: list[object] = []
    background.done.connect(told.append)
    background.submit(lambda _is_cancelled: gate.wait(20))
    for number in range(5):
        background.submit(lambda _is_cancelled, number=number: number)
    gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [4]


def test_a_cancelled_job_sees_it_and_tells_nothing(background: Background, qtbot: QtBot) -> None:
    seen, ended = threading.Event(), threading.Event()
    told: list[object] = []

    def job(is_cancelled: Callable[[], bool]) -> None:
        seen.set()
        while not is_cancelled():
            ended.wait(0.001)
        ended.set()

    background.done.connect(told.append)
    background.submit(job)
    assert seen.wait(20)
    background.cancel()
    assert ended.wait(20)
    with qtbot.waitSignal(background.done):
        background.submit(lambda _is_cancelled: "next")
    assert told == ["next"]


def test_errors_of_the_engine_come_as_their_sentence(background: Background, qtbot: QtBot) -> None:
    def job(_is_cancelled: Callable[[], bool]) -> None:
        raise EngineError("There is nothing to see.")

    with qtbot.waitSignal(background.failed) as told:
        background.submit(job)
    assert told.args == ["There is nothing to see."]


def test_its_end_is_awaited(background: Background) -> None:
    def job(is_cancelled: Callable[[], bool]) -> None:
        while not is_cancelled():
            threading.Event().wait(0.001)

    background.submit(job)
    background._worker.dismiss()
    assert "perceptra-test" not in [thread.name for thread in threading.enumerate()]


def test_nothing_is_told_of_one_that_is_being_deleted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its thread has done the job at any moment of that; in one of a hundred it found a half of its owner."""
    wrong: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: wrong.append(fault.exc_value))
    chance = random.Random(0)
    for _ in range(400):
        owner = QObject()
        for _ in range(3):
            Background("perceptra-test", owner).submit(functools.partial(_works, chance.random() * 0.000_6))
        _works(chance.random() * 0.002)
        shiboken6.delete(owner)
    assert wrong == []


def _works(seconds: float, *_is_cancelled: object) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
