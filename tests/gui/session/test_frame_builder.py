"""How fine frames are: every neuron always has a map, and only work makes frames coarser, not a busy machine."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

import pytest

from engine.data.plane import Plane
from engine.project.project import Project
from engine.spec.specs import LayerSpec
from engine.training.live_run import LiveRun
from gui.session.frame_builder import FrameBuilder
from gui.session.messages import FrameRequest, Published

REQUEST = FrameRequest(plane=Plane(0, 1, (-0.5, 1.5), (-0.5, 1.5), (0.0, 0.0)))


def moment_of(units: int) -> Published:
    """The start of XOR with `units` hidden ones."""
    project = Project()
    layers = (LayerSpec(units, "sigmoid"), LayerSpec(1, "sigmoid"))
    setup = replace(project, network=replace(project.network, layers=layers)).run_setup(project.dataset.build())
    live = LiveRun(setup)
    return Published(1, setup, live.snapshot(1), live.curve(), at_rest=False)


@pytest.mark.parametrize("units", [4, 64, 128])
def test_however_long_frames_take_every_neuron_keeps_a_map(units: int, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count()
    monkeypatch.setattr(time, "thread_time", lambda: float(next(seconds)))
    builder, published = FrameBuilder(), moment_of(units)
    for _ in range(20):
        plane = builder.build(published, REQUEST).plane
        assert plane is not None
        assert [len(maps) for maps in plane.maps] == [units, 1]
        assert min(plane.maps[0].shape[1:]) >= 16


def test_waiting_for_a_busy_machine_makes_frames_no_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the wall's clock a frame takes seconds, but this thread has hardly worked."""
    seconds = itertools.count(0, 2)
    for clock in ("perf_counter", "monotonic"):
        monkeypatch.setattr(time, clock, lambda: float(next(seconds)))
    monkeypatch.setattr(time, "thread_time", lambda: 0.0)
    builder, published = FrameBuilder(), moment_of(4)
    for _ in range(5):
        builder.build(published, REQUEST)
    assert builder.is_finest
