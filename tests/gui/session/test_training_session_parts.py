"""The parts without threads: chunk sizes, pacing, mailboxes, and the sentences about divergence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine import Project
from engine.data.datasets.recipe import DatasetSpec
from engine.spec.specs import LayerSpec
from engine.training.run_setup import LiveEdit
from gui.session.frame_builder import MOST_ROWS, _predictions
from gui.session.mailbox import TrainerMailbox
from gui.session.messages import Start
from gui.session.pacing import CHUNK_S, PUBLISH_EVERY_S, ChunkSize, Pacer, PublishPace
from gui.words.session_messages import divergence_message


def test_the_first_chunk_is_one_update_and_later_ones_fill_their_time() -> None:
    size = ChunkSize()
    assert size.updates == 1
    for _ in range(20):
        size.note(size.updates, size.updates / 1_000_000)
    assert size.updates == pytest.approx(1_000_000 * CHUNK_S, rel=0.01)


def test_a_chunk_that_waited_for_its_turn_does_not_shrink_the_next() -> None:
    size = ChunkSize()
    for _ in range(10):
        size.note(size.updates, size.updates / 100_000)
    before = size.updates
    size.note(before, 0.1)
    assert size.updates == before


def test_costly_moments_within_a_pass_do_not_put_off_its_end() -> None:
    pace = PublishPace()
    assert pace.is_due(0.0, is_evaluated=False)
    pace.note(0.0, 0.008, is_evaluated=False)
    assert not pace.is_due(PUBLISH_EVERY_S / 2, is_evaluated=True)
    assert not pace.is_due(0.02, is_evaluated=False)
    assert pace.is_due(0.02, is_evaluated=True)


def test_where_passes_end_often_no_moment_within_one_is_published() -> None:
    pace, now = PublishPace(), 0.0
    pace.note(now, 0.008, is_evaluated=False)
    for _ in range(100):
        now += 0.02
        assert not pace.is_due(now, is_evaluated=False)
        pace.note(now, 0.0001, is_evaluated=True)
    assert pace.is_due(now + 0.081, is_evaluated=False)


def test_after_an_edit_the_next_moment_is_due() -> None:
    pace = PublishPace()
    pace.note(0.0, 1.0, is_evaluated=False)
    assert not pace.is_due(0.1, is_evaluated=False)
    pace.hurry()
    assert pace.is_due(0.1, is_evaluated=False)


def test_slower_work_shrinks_the_chunks() -> None:
    size = ChunkSize()
    for rate in [100_000] * 10 + [1_000] * 5:
        size.note(size.updates, size.updates / rate)
    assert size.updates == int(1_000 * CHUNK_S)


def test_the_pacer_owes_what_the_speed_asks_and_no_old_debt() -> None:
    pacer = Pacer(now=10.0)
    assert pacer.due(10.0, 100.0) == 1
    pacer.note(1)
    assert pacer.due(10.05, 100.0) == 5
    pacer.note(5)
    assert pacer.due(99.0, 100.0) == 10
    assert pacer.due(99.0, None) is None


def test_the_pacer_waits_as_long_as_the_next_update_takes() -> None:
    pacer = Pacer(now=0.0)
    assert pacer.due(0.0, 0.5) == 1
    pacer.note(1)
    assert pacer.patience(0.5) == pytest.approx(2.0)
    assert pacer.due(0.5, 0.5) == 0
    assert pacer.patience(0.5) == pytest.approx(1.5), "a quarter of it is due already"
    assert pacer.patience(None) == 0.0


def _start(run_id: int) -> Start:
    project = Project()
    return Start(run_id, project.run_setup(project.dataset.build()))


def test_of_many_edits_only_the_newest_is_taken() -> None:
    mailbox = TrainerMailbox(None)
    data = Project().dataset.build()
    edits = [LiveEdit(data, replace(Project().training, learning_rate=rate)) for rate in (0.1, 0.2, 0.3)]
    numbers = [mailbox.edit(edit) for edit in edits]
    orders = mailbox.take(0)
    assert orders.edit is edits[-1]
    assert orders.number == numbers[-1]
    assert mailbox.take(0).edit is None


def test_a_new_start_ends_what_was_ordered_before() -> None:
    mailbox = TrainerMailbox(None)
    mailbox.train()
    mailbox.step("epoch", first_pause=False)
    start = _start(2)
    mailbox.start(start)
    orders = mailbox.take(0)
    assert orders.start is start
    assert orders.hold
    assert not orders.train
    assert not orders.steps


def test_a_new_start_forgets_what_was_ordered_of_the_run_before() -> None:
    mailbox = TrainerMailbox(None)
    mailbox.edit(LiveEdit(Project().dataset.build(), Project().training))
    mailbox.go_back()
    mailbox.seek(7)
    mailbox.start(_start(2))
    orders = mailbox.take(0)
    assert (orders.edit, orders.go_back, orders.seek) == (None, False, None)


def test_what_is_ordered_after_a_new_start_is_kept() -> None:
    mailbox = TrainerMailbox(None)
    mailbox.start(_start(2))
    edit = LiveEdit(Project().dataset.build(), Project().training)
    mailbox.edit(edit)
    mailbox.train()
    orders = mailbox.take(0)
    assert orders.start is not None
    assert (orders.edit, orders.hold, orders.train) == (edit, True, True)


def test_steps_queue_up_and_pause_gives_them_up() -> None:
    mailbox = TrainerMailbox(None)
    for kind in ("epoch", "sample", "sample"):
        mailbox.step(kind, first_pause=False)
    assert list(mailbox.take(0).steps) == ["epoch", "sample", "sample"]
    mailbox.step("epoch", first_pause=False)
    mailbox.pause()
    assert not mailbox.take(0).steps


def test_the_speed_stays_until_it_changes() -> None:
    mailbox = TrainerMailbox(500.0)
    assert mailbox.take(0).epochs_per_second == 500.0
    mailbox.set_speed(None)
    assert mailbox.take(None).epochs_per_second is None


def test_huge_data_get_no_predictions_in_the_frame() -> None:
    class Network:
        spec = Project().network

        def predict(self, inputs: np.ndarray) -> np.ndarray:
            return inputs[:, :1]

    data = DatasetSpec("xor").build()
    assert _predictions(Network(), data, np.zeros((MOST_ROWS + 1, 2))).shape == (0, 1)
    assert _predictions(Network(), data, np.zeros((3, 2))).shape == (3, 1)


@pytest.mark.parametrize(
    ("training", "network", "scale", "cause"),
    [
        ({"learning_rate": 30.0}, {}, 1.0, "learning rate 30"),
        ({"learning_rate": 0.5}, {}, 400.0, "inputs reach 400"),
        ({"learning_rate": 0.5, "momentum": 0.99}, {}, 1.0, "momentum 0.99"),
        ({"learning_rate": 0.5, "l2": 9.0}, {}, 1.0, "L2 penalty 9"),
        ({"learning_rate": 0.5}, {"initial_range": 500.0}, 1.0, "initial weights, up to 500"),
    ],
)
def test_divergence_names_its_likely_cause(
    qtbot: QtBot, training: dict[str, float], network: dict[str, float], scale: float, cause: str
) -> None:
    project = Project()
    project = replace(
        project,
        dataset=DatasetSpec("custom", inputs=np.eye(2) * scale, targets=[[0.0], [1.0]]),
        network=replace(project.network, layers=(LayerSpec(1, "linear"),), **network),
        training=replace(project.training, **training),
    )
    sentence = divergence_message(project, project.dataset.build(), project.training.learning_rate, epoch=3)
    assert cause in sentence
    assert "epoch 4" in sentence
    assert sentence.endswith("or reset and begin anew.")
