"""Edits of many samples at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.data.datasets import DatasetSpec
from engine.project import edits
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray


def project_of(**samples: object) -> Project:
    return edits.set_dataset(Project(), DatasetSpec("custom", **samples)).project  # type: ignore[arg-type]


def moons(n_samples: int = 20, test_share: float = 0.2) -> Project:
    return edits.set_dataset(Project(), DatasetSpec("moons", n_samples=n_samples, test_share=test_share)).project


def everything(project: Project) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    data = project.dataset.build()
    return np.vstack([data.inputs, data.test_inputs]), np.vstack([data.targets, data.test_targets])


def curve() -> Project:
    return project_of(inputs=[[0], [1], [4]], targets=[[2.5], [-1.0], [3.0]])


def test_many_points_are_added_as_one_by_one() -> None:
    rows, labels = [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [0, 1, 1]
    single = Project()
    for row, label in zip(rows, labels, strict=True):
        single = edits.add_point(single, row, label).project
    edit = edits.add_points(Project(), rows, labels)
    assert edit.project == single
    assert [note.kind for note in edit.notes] == ["own_samples"]


def test_one_class_stands_for_all_added_points() -> None:
    data = edits.add_points(Project(), np.zeros((5, 2)), 1).project.dataset.build()
    assert data.labels()[4:].tolist() == [1] * 5


def test_added_points_are_for_training_and_leave_the_test_samples_as_they_are() -> None:
    before = moons().dataset.build()
    after = edits.add_points(moons(), [[5, 5], [6, 6]], 0).project.dataset.build()
    assert (after.n_samples, after.n_test_samples) == (18, 4)
    assert np.array_equal(after.test_inputs, before.test_inputs)
    assert after.inputs[-2:].tolist() == [[5, 5], [6, 6]]


def test_added_points_can_bring_a_new_class() -> None:
    project = edits.add_points(Project(), [[2, 2], [3, 3]], 2).project
    data = project.dataset.build()
    assert (data.task, data.n_classes, data.labels()[-2:].tolist()) == ("classes", 3, [2, 2])
    assert project.network.n_outputs == 3


def test_there_are_at_most_ten_classes() -> None:
    project = Project()
    for label in range(2, 10):
        project = edits.add_points(project, [[label, 0]], label).project
    assert project.dataset.build().n_classes == 10
    with pytest.raises(EngineError, match="up to 10 classes"):
        edits.add_points(project, [[0, 0]], 10)


def test_more_samples_than_a_set_may_hold_are_refused_with_the_limit() -> None:
    with pytest.raises(EngineError, match=r"1000000 samples; this one has room for 999996 more"):
        edits.add_points(Project(), np.zeros((999_997, 2)), 0)


def test_values_are_added_to_a_curve() -> None:
    inputs, targets = everything(edits.add_points(curve(), [[2], [3]], [7.5, 8]).project)
    assert inputs.ravel().tolist() == [0, 1, 4, 2, 3]
    assert targets.ravel().tolist() == [2.5, -1, 3, 7.5, 8]


def test_removing_counts_test_samples_after_training_samples() -> None:
    inputs, _ = everything(moons())
    project = edits.remove_points(moons(), [0, 5, 16, 19]).project
    data = project.dataset.build()
    assert (data.n_samples, data.n_test_samples) == (14, 2)
    assert np.array_equal(everything(project)[0], np.delete(inputs, [0, 5, 16, 19], axis=0))


def test_everything_can_be_removed() -> None:
    data = edits.remove_points(moons(), np.arange(20)).project.dataset.build()
    assert (data.n_samples, data.n_test_samples, data.task) == (0, 0, "binary")


def test_moved_points_keep_their_classes_and_their_part() -> None:
    _, targets = everything(moons())
    project = edits.move_points(moons(), [3, 17], [[9, 9], [8, 8]]).project
    assert everything(project)[0][[3, 17]].tolist() == [[9, 9], [8, 8]]
    assert np.array_equal(everything(project)[1], targets)


def test_points_of_a_curve_move_with_their_values() -> None:
    inputs, targets = everything(edits.move_points(curve(), [0, 2], [[1], [2]], [[0.5], [0.25]]).project)
    assert inputs.ravel().tolist() == [1, 1, 2]
    assert targets.ravel().tolist() == [0.5, -1, 0.25]


def test_points_get_another_class_or_a_new_one() -> None:
    project = edits.set_points_class(Project(), [0, 1], 1).project
    assert project.dataset.build().labels().tolist() == [1, 1, 1, 0]
    data = edits.set_points_class(project, [3], 2).project.dataset.build()
    assert (data.n_classes, data.labels().tolist()) == (3, [1, 1, 1, 2])


def test_no_point_makes_no_new_class() -> None:
    assert edits.set_points_class(Project(), [], 2).project == Project()


@pytest.mark.parametrize(("targets"), [[[1.0], [2.0], [4.5]], [[0, 0], [1, 1], [0, 1]]])
def test_only_samples_of_one_class_each_can_change_it(targets: list[list[float]]) -> None:
    with pytest.raises(EngineError, match="of one class each"):
        edits.set_points_class(project_of(inputs=[[0], [1], [2]], targets=targets), [0], 1)


def test_jitter_moves_the_chosen_points_alone_and_the_same_for_the_same_seed() -> None:
    before, _ = everything(moons())
    once, again = (edits.jitter(moons(), [1, 18], (0.1, 0), np.random.default_rng(3)).project for _ in range(2))
    assert once == again
    moved, _ = everything(once)
    assert np.flatnonzero((moved != before).any(axis=1)).tolist() == [1, 18]
    assert np.array_equal(moved[:, 1], before[:, 1])


def test_jitter_has_the_spread_asked_for() -> None:
    project = project_of(inputs=np.zeros((4000, 2)), targets=np.arange(4000) % 2)
    moved, _ = everything(edits.jitter(project, np.arange(4000), (0.5, 2), np.random.default_rng(0)).project)
    assert moved.std(axis=0) == pytest.approx([0.5, 2], rel=0.05)


def test_jitter_can_move_the_values_of_a_curve_too() -> None:
    _, targets = everything(edits.jitter(curve(), [0, 1], 0.1, np.random.default_rng(0), 0.1).project)
    assert targets[2, 0] == 3
    assert (targets[:2, 0] != [2.5, -1]).all()


def test_jitter_refuses_a_spread_that_is_none() -> None:
    for spread in (-1.0, np.nan):
        with pytest.raises(EngineError, match="spread"):
            edits.jitter(Project(), [0], spread, np.random.default_rng(0))


def test_thinning_out_keeps_half_of_every_class() -> None:
    project = project_of(inputs=np.zeros((31, 2)), targets=np.r_[np.zeros(20), np.ones(11)])
    data = edits.thin_out(project, np.arange(31), np.random.default_rng(0)).project.dataset.build()
    assert np.bincount(data.labels()).tolist() == [10, 6]


def test_thinning_out_leaves_what_was_not_chosen() -> None:
    project = project_of(inputs=np.arange(40.0).reshape(20, 2), targets=np.arange(20) % 2)
    inputs, _ = everything(edits.thin_out(project, np.arange(10, 20), np.random.default_rng(0)).project)
    assert inputs[:10, 0].tolist() == list(range(0, 20, 2))
    assert len(inputs) == 10 + 6


def test_a_single_point_is_not_thinned_out() -> None:
    assert len(everything(edits.thin_out(Project(), [2], np.random.default_rng(0)).project)[0]) == 4


@pytest.mark.parametrize("wrong", [[-1], [4], [0, 99]])
def test_points_that_are_not_there_are_refused(wrong: list[int]) -> None:
    for edit in (
        lambda: edits.remove_points(Project(), wrong),
        lambda: edits.set_points_class(Project(), wrong, 0),
        lambda: edits.move_points(Project(), wrong, np.zeros((len(wrong), 2))),
        lambda: edits.jitter(Project(), wrong, 1, np.random.default_rng(0)),
        lambda: edits.thin_out(Project(), wrong, np.random.default_rng(0)),
    ):
        with pytest.raises(EngineError, match="There is no sample"):
            edit()


def test_rows_that_do_not_fit_are_refused() -> None:
    with pytest.raises(EngineError, match="2 inputs; got 3"):
        edits.add_points(Project(), [[1, 2, 3]], 0)
    with pytest.raises(EngineError, match="finite"):
        edits.add_points(Project(), [[1, np.inf]], 0)
    with pytest.raises(EngineError, match="as many rows"):
        edits.move_points(Project(), [0, 1], [[0, 0]])


def test_nothing_added_moved_or_removed_changes_no_samples_of_ones_own() -> None:
    project = edits.add_point(Project(), [0.5, 0.5], 1).project
    assert edits.add_points(project, [], []).project == project
    assert edits.remove_points(project, []).project == project
    assert edits.move_points(project, [], np.empty((0, 2))).project == project


@given(seed=st.integers(0, 2**32), chosen=st.lists(st.integers(0, 19), unique=True))
@settings(max_examples=40, deadline=None)
def test_points_moved_away_and_back_are_as_before_bit_by_bit(seed: int, chosen: list[int]) -> None:
    project = edits.move_points(moons(), [0], [[0, 0]]).project
    rows = everything(project)[0][chosen].reshape(-1, 2)
    away = edits.jitter(project, chosen, 1.0, np.random.default_rng(seed)).project
    back = edits.move_points(away, chosen, rows).project
    assert back == project
    assert isinstance(back.dataset.inputs, FrozenArray)
