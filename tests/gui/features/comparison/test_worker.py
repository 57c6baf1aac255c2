"""The comparison's thread: started when needed, in step with its orders, ended when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, EngineError
from engine.project.comparison import ComparisonMoment, ComparisonSetup
from gui.features.comparison.worker import ComparisonWorker

Takes = Callable[[Callable[[ComparisonMoment], bool]], ComparisonMoment]


@pytest.fixture
def worker() -> Iterator[ComparisonWorker]:
    made = ComparisonWorker()
    yield made
    made.close()


@pytest.fixture
def takes(worker: ComparisonWorker, qtbot: QtBot) -> Takes:
    """The first moment that is as wanted."""

    def take(wanted: Callable[[ComparisonMoment], bool]) -> ComparisonMoment:
        found: list[ComparisonMoment] = []

        def look() -> bool:
            moment, problem = worker.take()
            assert problem is None
            if moment is not None and wanted(moment):
                found.append(moment)
            return bool(found)

        qtbot.waitUntil(look, timeout=25_000)
        return found[0]

    return take


def names() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def test_no_thread_before_the_first_setup_and_none_after_closing(worker: ComparisonWorker, takes: Takes) -> None:
    assert "perceptra-comparison" not in names()
    worker.begin(ComparisonSetup())
    assert takes(lambda _moment: True).epoch == 0
    assert "perceptra-comparison" in names()
    worker.close()
    assert "perceptra-comparison" not in names()


def test_closing_in_the_middle_of_training(worker: ComparisonWorker, takes: Takes) -> None:
    worker.begin(ComparisonSetup(DatasetSpec("spirals")))
    worker.set_training(True)
    takes(lambda moment: moment.epoch > 50)
    worker.close()
    worker.close()
    worker.begin(ComparisonSetup())
    assert "perceptra-comparison" not in names()


def test_a_pause_shows_the_last_moment_and_then_nothing_moves(worker: ComparisonWorker, takes: Takes) -> None:
    worker.begin(ComparisonSetup())
    worker.set_training(True)
    takes(lambda moment: moment.epoch > 10)
    worker.set_training(False)
    worker.set_speed(1000.0)
    last = takes(lambda _moment: True)
    for _ in range(3):
        worker.set_speed(500.0)
        moment, _problem = worker.take()
        assert moment is None or moment.epoch == last.epoch


def test_a_new_setup_begins_at_zero_and_old_moments_are_gone(worker: ComparisonWorker, takes: Takes) -> None:
    worker.begin(ComparisonSetup())
    worker.set_training(True)
    takes(lambda moment: moment.epoch > 20)
    other = ComparisonSetup(DatasetSpec("circles"), units=3)
    worker.begin(other)
    moment = takes(lambda _moment: True)
    assert moment.setup == other
    assert moment.epoch == 0


def test_a_slow_pace_is_kept(worker: ComparisonWorker, takes: Takes) -> None:
    worker.begin(ComparisonSetup())
    worker.set_speed(1e-6)
    worker.set_training(True)
    assert takes(lambda moment: moment.epoch == 1).epoch == 1
    worker.set_speed(None)
    takes(lambda moment: moment.epoch > 100)


def test_what_cannot_be_compared_is_told_once(worker: ComparisonWorker, qtbot: QtBot) -> None:
    worker.begin(ComparisonSetup(DatasetSpec("and3")))
    told: list[EngineError | str] = []

    def look() -> bool:
        _, problem = worker.take()
        if problem is not None:
            told.append(problem)
        return bool(told)

    qtbot.waitUntil(look, timeout=25_000)
    assert "two inputs" in str(told[0])
    assert worker.take() == (None, None)
