"""The window's clock: who gets which frame, and that no tick pays for too much."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.session.frame_clock import FrameClock


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


def test_a_view_without_a_pause_gets_every_frame(clock: FrameClock, source: Source) -> None:
    seen: list[Any] = []
    clock.add(seen.append)
    for frame in ("a", "b", "c"):
        source.newest = frame
        clock.tick()
    assert seen == ["a", "b", "c"]
    assert clock.frames_shown == 3


def test_slow_views_with_the_same_pause_take_turns(clock: FrameClock, source: Source, qtbot: QtBot) -> None:
    ticks, one, two = [0], [], []
    clock.add(lambda _frame: one.append(ticks[0]), pause_ms=5)
    clock.add(lambda _frame: two.append(ticks[0]), pause_ms=5)

    def enough() -> bool:
        ticks[0] += 1
        source.newest = f"frame {ticks[0]}"
        clock.tick()
        return min(len(one), len(two)) >= 4

    qtbot.waitUntil(enough)
    assert set(one) & set(two) == set()
    assert abs(len(one) - len(two)) <= 1


def test_every_view_gets_the_last_frame(clock: FrameClock, source: Source, qtbot: QtBot) -> None:
    seen: dict[int, list[Any]] = {0: [], 1: [], 2: []}
    clock.add(seen[0].append, pause_ms=5)
    clock.add(seen[1].append, pause_ms=5)
    clock.add(seen[2].append, pause_ms=9)
    for frame in range(20):
        source.newest = frame
        clock.tick()

    def all_have_the_last() -> bool:
        clock.tick()
        return all(frames and frames[-1] == 19 for frames in seen.values())

    qtbot.waitUntil(all_have_the_last)
    assert seen[0] == sorted(set(seen[0]))


def test_a_moment_counts_as_shown_when_the_slowest_view_has_had_it(
    clock: FrameClock, source: Source, qtbot: QtBot
) -> None:
    early, late = SimpleNamespace(snapshot=object()), SimpleNamespace(snapshot=object())
    seen: list[Any] = []
    clock.add(lambda _frame: None)
    clock.add(seen.append, pause_ms=20)
    assert not clock.has_shown(None)
    source.newest = early
    clock.tick()
    assert clock.has_shown(early.snapshot)
    source.newest = late
    clock.tick()
    assert not clock.has_shown(early.snapshot)
    assert clock.has_shown(late.snapshot) == (seen[-1] is late)
    qtbot.waitUntil(lambda: clock.tick() or clock.has_shown(late.snapshot))
    assert seen[-1] is late
