"""The race's thread: started when needed, in step with its orders, ended when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, EngineError
from engine.project.project import Project
from engine.project.race.classics import ClassicPlan
from engine.project.race.depth import DepthPlan
from engine.project.race.goal import Goal
from engine.project.race.moment import RaceMoment
from engine.project.race.varied import VariedPlan
from gui.features.comparison.worker import FINE_PIXELS, Pace, RaceWorker, RunsFound, RunsWanted

Takes = Callable[[Callable[[RaceMoment], bool]], RaceMoment]


@pytest.fixture
def worker() -> Iterator[RaceWorker]:
    made = RaceWorker()
    yield made
    made.close()


@pytest.fixture
def takes(worker: RaceWorker, qtbot: QtBot) -> Takes:
    """The first moment that is as wanted."""

    def take(wanted: Callable[[RaceMoment], bool]) -> RaceMoment:
        found: list[RaceMoment] = []

        def look() -> bool:
            shot, problem = worker.take()
            assert problem is None
            if shot is not None and wanted(shot.moment):
                found.append(shot.moment)
            return bool(found)

        qtbot.waitUntil(look, timeout=25_000)
        return found[0]

    return take


def names() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def test_no_thread_before_the_first_setup_and_none_after_closing(worker: RaceWorker, takes: Takes) -> None:
    assert "perceptra-comparison" not in names()
    worker.begin(DepthPlan(), Goal())
    assert takes(lambda _moment: True).epoch == 0
    assert "perceptra-comparison" in names()
    worker.close()
    assert "perceptra-comparison" not in names()


def test_closing_in_the_middle_of_training(worker: RaceWorker, takes: Takes) -> None:
    worker.begin(DepthPlan(DatasetSpec("spirals")), Goal())
    worker.set_training(True)
    takes(lambda moment: moment.epoch > 50)
    worker.close()
    worker.close()
    worker.begin(DepthPlan(), Goal())
    assert "perceptra-comparison" not in names()


def test_a_pause_shows_the_last_moment_and_then_nothing_moves(worker: RaceWorker, takes: Takes) -> None:
    worker.begin(DepthPlan(), Goal())
    worker.set_training(True)
    takes(lambda moment: moment.epoch > 10)
    worker.set_training(False)
    worker.set_pace(Pace(1000.0))
    last = takes(lambda _moment: True)
    for _ in range(3):
        worker.set_pace(Pace(500.0))
        shot, _problem = worker.take()
        assert shot is None or shot.moment.epoch == last.epoch


def test_a_new_setup_begins_at_zero_and_old_moments_are_gone(worker: RaceWorker, takes: Takes) -> None:
    worker.begin(DepthPlan(), Goal())
    worker.set_training(True)
    takes(lambda moment: moment.epoch > 20)
    other = DepthPlan(DatasetSpec("circles"), units=3)
    worker.begin(other, Goal())
    moment = takes(lambda _moment: True)
    assert moment.plan == other
    assert moment.epoch == 0


def test_a_slow_pace_is_kept(worker: RaceWorker, takes: Takes) -> None:
    worker.begin(DepthPlan(), Goal())
    worker.set_pace(Pace(1e-6))
    worker.set_training(True)
    assert takes(lambda moment: moment.epoch == 1).epoch == 1
    worker.set_pace(Pace(None))
    takes(lambda moment: moment.epoch > 100)


def test_what_cannot_be_compared_is_told_once(worker: RaceWorker, qtbot: QtBot) -> None:
    worker.begin(DepthPlan(DatasetSpec("custom")), Goal())
    told: list[EngineError | str] = []

    def look() -> bool:
        _, problem = worker.take()
        if problem is not None:
            told.append(problem)
        return bool(told)

    qtbot.waitUntil(look, timeout=25_000)
    assert "empty" in str(told[0])
    assert worker.take() == (None, None)


def test_a_step_leads_all_one_pass_further_and_rests(worker: RaceWorker, takes: Takes) -> None:
    worker.begin(ClassicPlan("rates"), Goal())
    takes(lambda moment: moment.epoch == 0)
    worker.step()
    worker.step()
    moment = takes(lambda moment: min(contender.epoch for contender in moment.contenders) == 2)
    assert [contender.epoch for contender in moment.contenders] == [2, 2, 2]
    assert moment.contenders[0].numbers is not None
    assert not worker.is_training


def test_it_pauses_by_itself_once_when_the_last_one_has_arrived(worker: RaceWorker, takes: Takes) -> None:
    worker.begin(ClassicPlan("momentum"), Goal())
    worker.set_training(True)
    moment = takes(lambda _moment: not worker.is_training)
    assert all(contender.arrival for contender in moment.contenders)
    assert len({contender.epoch for contender in moment.contenders}) == 1, "all are in step at rest"
    worker.set_training(True)
    takes(lambda later: later.epoch > moment.epoch + 10)
    assert worker.is_training


def test_at_full_speed_nobody_waits_and_at_rest_nobody_is_led_to_where_the_others_are(
    worker: RaceWorker, takes: Takes
) -> None:
    worker.begin(VariedPlan(Project(DatasetSpec("moons", n_samples=400)), "units", (2, 64)), Goal(1e-9))
    worker.set_pace(Pace(None, in_step=False))
    worker.set_training(True)
    moment = takes(lambda moment: all(each.epoch >= 20 for each in moment.contenders))
    worker.set_training(False)
    rest = takes(lambda later: later is not moment and later.contenders[0].region.shape[0] == FINE_PIXELS)
    worker.ask_for_runs(RunsWanted({"1": "small", "2": "large"}, "2026-01-01T00:00:00", to_open=False))
    later = takes(lambda _moment: True)
    assert [each.updates for each in later.contenders] == [each.updates for each in rest.contenders]


def test_the_runs_of_some_contenders_are_handed_over(worker: RaceWorker, takes: Takes, qtbot: QtBot) -> None:
    worker.begin(ClassicPlan("momentum"), Goal())
    worker.step()
    takes(lambda moment: moment.epoch == 1)
    worker.ask_for_runs(RunsWanted({"2": "half", "1": "none"}, "2026-01-01T00:00:00", to_open=False))
    handed: list[RunsFound] = []

    def look() -> bool:
        found = worker.take_runs()
        handed.extend([] if found is None else [found])
        return bool(handed)

    qtbot.waitUntil(look, timeout=25_000)
    (found,) = handed
    assert [run.name for run in found.runs] == ["half", "none"]
    assert [run.training.momentum for run in found.runs] == [0.5, 0.0]
    assert all(run.epoch == 1 and run.state is not None for run in found.runs)
