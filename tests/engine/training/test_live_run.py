"""A run as the session drives it, without threads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import Project
from engine.training.live_run import LiveRun


def live_run(batch_size: int | None) -> LiveRun:
    project = Project()
    project = replace(project, training=replace(project.training, batch_size=batch_size, max_epochs=None))
    return LiveRun(project.run_setup(project.dataset.build()))


@pytest.mark.parametrize("batch_size", [5, 1_000])
def test_a_batch_larger_than_the_set_is_the_whole_set(batch_size: int) -> None:
    large, whole = live_run(batch_size), live_run(None)
    assert large.updates_per_epoch == large.updates_to_pass_end == large.updates_of("epoch") == 1
    for run in (large, whole):
        assert run.advance(3) == 3
        assert run.updates_to_pass_end == 1
    assert replace(large.state(), moments=None) == replace(whole.state(), moments=None)  # these tell the settings too
    assert (large.state().epoch, large.state().position) == (3, 0)


def test_a_last_smaller_batch_counts_as_an_update() -> None:
    run = live_run(3)
    assert (run.updates_per_epoch, run.updates_to_pass_end) == (2, 2)
    run.advance(run.updates_of("sample"))
    assert (run.state().position, run.updates_to_pass_end, run.updates_of("epoch")) == (3, 1, 1)
    assert [run.ending_with_pass(most) for most in (1, 2, 3, 4)] == [1, 1, 3, 3]
    run.advance(1)
    assert (run.state().epoch, run.state().position) == (1, 0)
