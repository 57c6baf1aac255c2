"""Setting, locking, cutting and bending weights: what the start is afterwards, and what training leaves alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.network.network import Network
from engine.project import edits
from engine.project.edits import Edit
from engine.project.edits import weights as weight_edits
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import TrainingSpec
from engine.training.trainer import Trainer

N = 17  # 2-4-1: weights (2, 4), biases (4,), weights (4, 1), bias (1,)
CURRENT = np.linspace(-0.8, 0.8, N) + 0.05


def chosen(*places: int) -> np.ndarray:
    mask = np.zeros(N, dtype=bool)
    mask[list(places)] = True
    return mask


def start(edit: Edit) -> np.ndarray:
    assert edit.project.parameters is not None
    return edit.project.parameters.array


def network_of(project: Project) -> Network:
    """The network as the training session makes it."""
    network = Network(project.network, parameters=weight_edits.whole_start(project))
    if project.locked is not None:
        network.trainable[:] = ~project.locked.array
    if project.cut is not None:
        network.connected[:] = ~project.cut.array
    network.hold_cut()
    return network


def test_weights_are_told_from_biases() -> None:
    assert np.flatnonzero(~weight_edits.is_weight(Project().network)).tolist() == [8, 9, 10, 11, 16]


def test_a_set_value_makes_the_present_numbers_with_it_the_start() -> None:
    expected = CURRENT.copy()
    expected[6] = 3.25
    assert np.array_equal(start(weight_edits.set_value(Project(), CURRENT, 6, 3.25)), expected)


def test_every_edit_drops_the_run() -> None:
    trainer = Trainer(network_of(Project()), Project().dataset.build(), TrainingSpec())
    trainer.run(epochs=2)
    project = replace(Project(), run=trainer.state())
    for edit in (
        weight_edits.set_value(project, CURRENT, 0, 1.0),
        weight_edits.set_locked(project, CURRENT, chosen(0), True),
        weight_edits.set_cut(project, CURRENT, chosen(0), True),
        weight_edits.zero(project, CURRENT, chosen(0)),
    ):
        assert edit.project.run is None


def test_a_lock_keeps_the_present_numbers_and_unlocking_leaves_no_mask() -> None:
    locked = weight_edits.set_locked(Project(), CURRENT, chosen(3, 16), True).project
    assert locked.locked is not None
    assert np.flatnonzero(locked.locked.array).tolist() == [3, 16]
    assert np.array_equal(start(Edit(locked)), CURRENT)
    assert weight_edits.set_locked(locked, CURRENT, chosen(3), True).project is locked
    assert weight_edits.set_locked(locked, CURRENT, chosen(3, 16), False).project.locked is None


def test_restoring_brings_the_value_that_a_connection_had_also_after_training_and_other_edits() -> None:
    project = weight_edits.set_cut(Project(), CURRENT, chosen(2, 13), True).project
    later = CURRENT * 1.5
    later[[2, 13]] = 0.0  # as a trained network stands
    project = weight_edits.set_value(project, later, 5, 9.0).project
    project = weight_edits.set_cut(project, later, chosen(2), False).project
    expected = later.copy()
    expected[[2, 13]] = CURRENT[[2, 13]]
    assert np.array_equal(start(Edit(project)), expected)
    assert project.cut is not None
    assert np.flatnonzero(project.cut.array).tolist() == [13]
    assert network_of(project).parameters[13] == 0.0


def test_a_drawn_start_with_a_cut_restores_what_the_seed_drew() -> None:
    drawn = weight_edits.whole_start(Project())
    project = replace(Project(), cut=FrozenArray(chosen(4), bool))
    now = drawn.copy()
    now[4] = 0.0
    assert start(weight_edits.set_cut(project, now, chosen(4), False))[4] == drawn[4]


def test_a_cut_connection_takes_no_value_and_a_bias_cannot_be_cut() -> None:
    project = weight_edits.set_cut(Project(), CURRENT, chosen(2), True).project
    with pytest.raises(EngineError, match="restore it"):
        weight_edits.set_value(project, CURRENT, 2, 1.0)
    with pytest.raises(EngineError, match="Only connections can be cut"):
        weight_edits.set_cut(project, CURRENT, chosen(2, 8), True)


def test_zero_negate_and_scale_change_what_is_chosen_and_nothing_else() -> None:
    some = chosen(0, 8, 16)
    for edit, factor in (
        (weight_edits.zero(Project(), CURRENT, some), 0.0),
        (weight_edits.negate(Project(), CURRENT, some), -1.0),
        (weight_edits.scale(Project(), CURRENT, some, 2.5), 2.5),
    ):
        assert np.array_equal(start(edit), np.where(some, CURRENT * factor, CURRENT))
        assert not np.signbit(start(edit)[start(edit) == 0]).any()


def test_randomising_draws_as_a_new_start_does() -> None:
    some = chosen(1, 9, 12)
    drawn = Network(Project().network, seed=5).parameters
    edit = weight_edits.randomise(Project(), CURRENT, some, np.random.default_rng(5))
    assert np.array_equal(start(edit), np.where(some, drawn, CURRENT))


def test_what_is_locked_or_cut_is_left_alone_by_edits_of_many() -> None:
    project = weight_edits.set_locked(Project(), CURRENT, chosen(1), True).project
    project = weight_edits.set_cut(project, CURRENT, chosen(2), True).project
    now = CURRENT.copy()
    now[2] = 0.0
    after = start(weight_edits.scale(project, now, chosen(1, 2, 3), 10.0))
    assert (after[1], after[2], after[3]) == (CURRENT[1], CURRENT[2], CURRENT[3] * 10.0)
    assert start(weight_edits.set_value(project, now, 1, 7.0))[1] == 7.0
    with pytest.raises(EngineError, match="locked or cut"):
        weight_edits.zero(project, now, chosen(1, 2))


def test_what_cannot_be_is_refused_with_a_sentence() -> None:
    with pytest.raises(EngineError, match="Nothing is chosen"):
        weight_edits.zero(Project(), CURRENT, chosen())
    with pytest.raises(EngineError, match="17 weights and biases"):
        weight_edits.zero(Project(), CURRENT[:5], chosen(1))
    with pytest.raises(EngineError, match="must be finite"):
        weight_edits.scale(Project(), CURRENT, chosen(1), 1e309)
    with pytest.raises(EngineError, match="must be finite"):
        weight_edits.set_value(Project(), CURRENT, 1, float("nan"))


@pytest.mark.parametrize("change", [{"seed": 4}, {"initial_range": 0.25}])
def test_a_new_start_leaves_what_is_locked_or_cut_as_it_was(change: dict[str, float]) -> None:
    project = weight_edits.set_locked(Project(), CURRENT, chosen(1, 16), True).project
    project = weight_edits.set_cut(project, CURRENT, chosen(5), True).project
    edit = (edits.set_training if "seed" in change else edits.set_network)(project, **change)
    drawn = weight_edits.whole_start(replace(edit.project, parameters=None))
    assert np.array_equal(start(edit), np.where(chosen(1, 5, 16), CURRENT, drawn))
    assert [note.kind for note in edit.notes] == ["start_but_locked"]


RULES = [
    TrainingSpec(learning_rate=0.5, momentum=0.5, l2=0.01),
    TrainingSpec("adam", learning_rate=0.1, l1=0.01, batch_size=2),
    TrainingSpec("rprop", learning_rate=0.1, batch_size=None, l2=0.01),
    TrainingSpec("adaptive", learning_rate=0.5, batch_size=None),
]


@pytest.mark.parametrize("training", RULES, ids=lambda training: training.rule)
def test_training_moves_neither_locked_nor_cut_parameters(training: TrainingSpec) -> None:
    project = weight_edits.set_locked(Project(training=training), CURRENT, chosen(0, 8, 14, 16), True).project
    project = weight_edits.set_cut(project, CURRENT, chosen(3, 15), True).project
    network = network_of(project)
    Trainer(network, project.dataset.build(), project.training).run(epochs=50)
    held = chosen(0, 8, 14, 16)
    assert np.array_equal(network.parameters[held], CURRENT[held])
    assert np.array_equal(network.parameters[[3, 15]], [0.0, 0.0])
    moved = chosen(1, 2, 4, 5, 6, 9, 10, 12, 13)  # nothing comes back to the unit whose way out is cut
    assert (network.parameters[moved] != CURRENT[moved]).all()


def test_masks_and_remembered_weights_survive_the_file(tmp_path: Path) -> None:
    project = weight_edits.set_locked(Project(), CURRENT, chosen(1), True).project
    project = weight_edits.set_cut(project, CURRENT, chosen(2), True).project
    project_file.save(project, tmp_path / "bent.perceptra")
    assert project_file.load(tmp_path / "bent.perceptra") == project


@given(st.lists(st.tuples(st.sampled_from(["lock", "cut", "restore", "train"]), st.integers(0, 7)), max_size=12))
def test_however_often_they_are_cut_all_connections_come_back_as_they_were(steps: list[tuple[str, int]]) -> None:
    project, now = weight_edits.set_value(Project(), CURRENT, 0, CURRENT[0]).project, CURRENT.copy()
    had = CURRENT.copy()
    for step, place in steps:
        cut_before = project.cut is not None and bool(project.cut.array[place])
        if step == "train":
            now = now + 0.125
        elif step == "lock":
            project = weight_edits.set_locked(project, now, chosen(place), True).project
        else:
            project = weight_edits.set_cut(project, now, chosen(place), step == "cut").project
            if step == "cut" and not cut_before:
                had[place] = now[place]
        if step == "restore" and cut_before:
            now = start(Edit(project)).copy()
        if project.cut is not None:
            now[project.cut.array] = 0.0
    if project.cut is not None:
        cut = project.cut.array.copy()
        restored = weight_edits.set_cut(project, now, cut, False)
        assert np.array_equal(start(restored)[cut], had[cut])
        assert np.array_equal(start(restored)[~cut], now[~cut])
