"""The window's clock: every view gets every frame that is shown, and the window rests between two of them."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from gui.session.frame_clock import INTERVAL_MS, FrameClock


class Source:
    """Hands out what was put in, once."""

    def __init__(self) -> None:
        self.newest: Any = None

    def take(self) -> Any:
        frame, self.newest = self.newest, None
        return frame


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def clock(source: Source, qapp: QObject) -> FrameClock:
    return FrameClock(source.take, qapp)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """What the clocks tell: the time, and how long this thread has worked."""
    told = {"time": 100.0, "work": 5.0}
    monkeypatch.setattr(time, "perf_counter", lambda: told["time"])
    monkeypatch.setattr(time, "thread_time", lambda: told["work"])
    return told


def ticks_until_taken(clock: FrameClock, source: Source, frame: Any, qtbot: QtBot) -> None:
    """Offer a frame and tick until the views have it."""
    source.newest = frame

    def is_taken() -> bool:
        clock.tick()
        return source.newest is None

    qtbot.waitUntil(is_taken)


def test_every_view_gets_every_frame_in_the_same_tick(clock: FrameClock, source: Source, qtbot: QtBot) -> None:
    seen: list[tuple[str, Any]] = []
    clock.add(lambda frame: seen.append(("one", frame)))
    clock.add(lambda frame: seen.append(("two", frame)))
    for frame in ("a", "b", "c"):
        ticks_until_taken(clock, source, frame, qtbot)
    assert seen == [(view, frame) for frame in ("a", "b", "c") for view in ("one", "two")]
    assert clock.frames_shown == 3
    assert clock.newest == "c"


def test_a_frame_is_finished_when_all_views_have_it(source: Source, qapp: QObject) -> None:
    seen: list[str] = []
    clock = FrameClock(source.take, qapp, lambda: seen.append("finished"))
    for view in ("one", "two"):
        clock.add(lambda _frame, view=view: seen.append(view))
    clock.tick()
    assert seen == [], "there is no frame"
    source.newest = "a"
    clock.tick()
    assert seen == ["one", "two", "finished"]


def test_the_window_rests_after_a_frame_half_as_long_as_it_has_worked(
    clock: FrameClock, source: Source, now: dict[str, float]
) -> None:
    seen: list[Any] = []
    clock.add(seen.append)
    source.newest = "a"
    clock.tick()
    source.newest = "b"
    now["time"], now["work"] = 100.5, 5.04  # painted: 40 ms of work, though half a second has passed
    clock.tick()
    now["time"] = 100.515
    clock.tick()
    assert seen == ["a"]
    now["time"] = 100.525
    clock.tick()
    assert seen == ["a", "b"]


def test_the_window_looks_for_a_frame_right_at_the_end_of_its_rest(
    clock: FrameClock, source: Source, now: dict[str, float]
) -> None:
    timer = clock.findChild(QTimer)
    source.newest = "a"
    clock.tick()
    now["work"] = 5.016  # a rest of 8 ms
    clock.tick()
    assert timer.interval() == INTERVAL_MS
    now["time"] = 100.0055
    clock.tick()
    assert timer.interval() == 3
    now["time"] = 100.0085
    clock.tick()
    assert timer.interval() == INTERVAL_MS


def test_a_moment_counts_as_shown_when_the_views_have_had_it(clock: FrameClock, source: Source, qtbot: QtBot) -> None:
    early, late = SimpleNamespace(snapshot=object()), SimpleNamespace(snapshot=object())
    clock.add(lambda _frame: None)
    assert not clock.has_shown(None)
    ticks_until_taken(clock, source, early, qtbot)
    assert clock.has_shown(early.snapshot)
    ticks_until_taken(clock, source, late, qtbot)
    assert clock.has_shown(late.snapshot)
    assert not clock.has_shown(early.snapshot)
