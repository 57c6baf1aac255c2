"""The session as the window uses it: states, signals, steps, goals, and the same bits as without it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine import Network, Project, Trainer
from engine.data.datasets.recipe import DatasetSpec
from engine.spec.specs import LayerSpec, NetworkSpec
from gui.session import TrainingSession
from gui.session.mailbox import FrameMailbox
from gui.session.messages import Published
from tests.helpers.sessions import WAIT_MS, MakeSession, diverging, endless, trained


def test_it_begins_at_the_start_of_the_project(session: TrainingSession) -> None:
    start = Network(Project().network, seed=0)
    data = Project().dataset.build()
    assert session.state == "idle"
    assert session.snapshot.epoch == 0
    assert np.array_equal(session.snapshot.parameters, start.parameters)
    assert session.snapshot.loss == pytest.approx(start.loss(data.inputs, data.targets), rel=1e-12)
    assert session.snapshot.loss_sum == pytest.approx(4 * session.snapshot.loss)
    assert session.run() is None


def test_train_and_pause_tell_their_signals(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    states: list[str] = []
    session.state_changed.connect(states.append)
    with qtbot.waitSignal(session.started, timeout=WAIT_MS):
        session.train()
        assert session.state == "training"
    qtbot.waitUntil(lambda: session.snapshot.epoch > 100, timeout=WAIT_MS)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.pause()
    assert session.state == "paused"
    assert states == ["training", "paused"]


def test_nothing_moves_after_paused(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > 0, timeout=WAIT_MS)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.pause()
    resting = session.snapshot
    with qtbot.assertNotEmitted(session.state_changed, wait=60):
        session.pause()
    assert session.snapshot.epoch == resting.epoch
    assert np.array_equal(session.snapshot.parameters, resting.parameters)


def test_pausing_and_going_on_gives_the_bits_of_one_run(qtbot: QtBot, make_session: MakeSession) -> None:
    project = endless(shuffle=True, momentum=0.4)
    session = make_session(project)
    for target in (50, 2_000, 2_003):
        session.train()
        qtbot.waitUntil(lambda target=target: session.snapshot.epoch >= target, timeout=WAIT_MS)
        with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
            session.pause()
        with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
            session.step_sample()
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_epoch()
    assert session.snapshot.step == 0
    assert np.array_equal(session.snapshot.parameters, trained(project, session.snapshot.epoch))


def test_ten_quick_clicks_are_ten_epochs(qtbot: QtBot, session: TrainingSession) -> None:
    for _ in range(10):
        session.step_epoch()
    qtbot.waitUntil(lambda: session.snapshot.epoch == 10 and session.state == "paused", timeout=WAIT_MS)
    assert np.array_equal(session.snapshot.parameters, trained(Project(), 10))


def test_samples_then_an_epoch_finish_the_begun_pass(qtbot: QtBot, session: TrainingSession) -> None:
    for _ in range(3):
        session.step_sample()
    qtbot.waitUntil(lambda: session.snapshot.step == 3, timeout=WAIT_MS)
    assert session.snapshot.epoch == 0
    session.step_epoch()
    qtbot.waitUntil(lambda: session.snapshot.epoch == 1, timeout=WAIT_MS)
    assert session.snapshot.step == 0
    assert np.array_equal(session.snapshot.parameters, trained(Project(), 1))


def test_within_a_pass_the_loss_is_the_one_of_these_very_parameters(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_sample()
    snapshot = session.snapshot
    network = Network(Project().network, parameters=snapshot.parameters)
    data = Project().dataset.build()
    assert snapshot.step == 1
    assert snapshot.loss == pytest.approx(network.loss(data.inputs, data.targets), rel=1e-12)


def test_a_step_pauses_training_first(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > 10, timeout=WAIT_MS)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_epoch()
        session.step_epoch()
    assert session.state == "paused"
    assert np.array_equal(session.snapshot.parameters, trained(endless(), session.snapshot.epoch))


def test_pause_and_train_in_one_breath_ends_in_training(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    session.train()
    for _ in range(5):
        session.pause()
        session.train()
    before = session.snapshot.epoch
    qtbot.waitUntil(lambda: session.snapshot.epoch > before + 100, timeout=WAIT_MS)
    assert session.state == "training"


def test_train_and_pause_in_one_breath_ends_in_rest(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.train()
        session.pause()
    assert session.state == "paused"


def test_reset_returns_to_the_start_as_a_new_run(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    start = session.snapshot
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > 10, timeout=WAIT_MS)
    session.reset()
    assert session.state == "idle"
    qtbot.waitUntil(lambda: session.snapshot.run_id > start.run_id, timeout=WAIT_MS)
    assert session.snapshot.epoch == 0
    assert np.array_equal(session.snapshot.parameters, start.parameters)


def test_max_epochs_finishes_and_train_goes_on_for_as_many_again(qtbot: QtBot, make_session: MakeSession) -> None:
    project = replace(Project(), training=replace(Project().training, max_epochs=120))
    session = make_session(project)
    for epochs in (120, 240):
        with qtbot.waitSignal(session.finished, timeout=WAIT_MS) as told:
            session.train()
        assert told.args == ["max_epochs"]
        assert (session.state, session.snapshot.epoch) == ("finished", epochs)
    assert np.array_equal(session.snapshot.parameters, trained(project, 240))


def test_a_reached_target_finishes_and_train_goes_on_beyond_it(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless(target_error=0.05))
    with qtbot.waitSignal(session.finished, timeout=WAIT_MS) as told:
        session.train()
    assert told.args == ["target_error"]
    reached = session.snapshot
    assert reached.loss_sum <= 0.05
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > reached.epoch + 500, timeout=WAIT_MS)
    assert session.state == "training"


def test_all_right_finishes_and_a_later_step_is_just_a_step(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless(stop_when_all_right=True))
    with qtbot.waitSignal(session.finished, timeout=WAIT_MS) as told:
        session.train()
    assert told.args == ["all_right"]
    assert session.snapshot.accuracy == 1.0
    epoch = session.snapshot.epoch
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_epoch()
    assert session.snapshot.epoch == epoch + 1


def test_divergence_fails_with_a_cause_and_keeps_finite_numbers(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(diverging())
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.train()
    assert "the learning rate 50" in told.args[0]
    assert session.state == "failed"
    assert session.can_recover
    assert np.isfinite(session.snapshot.parameters).all()
    assert np.isfinite(session.snapshot.loss)


def test_going_back_after_divergence_and_training_on_with_a_lower_rate(qtbot: QtBot, make_session: MakeSession) -> None:
    from gui.document.commands import change_training

    session = make_session(diverging())
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS):
        session.train()
    kept = session.snapshot
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.go_back()
    assert not session.can_recover
    assert np.array_equal(session.snapshot.parameters, kept.parameters)
    assert session.snapshot.epoch == kept.epoch
    change_training(session.document, learning_rate=0.05)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > kept.epoch + 100, timeout=WAIT_MS)
    assert session.snapshot.loss < kept.loss
    assert session.snapshot.run_id == kept.run_id


def test_what_cannot_be_trained_fails_in_words_and_works_once_mended(qtbot: QtBot, make_session: MakeSession) -> None:
    from gui.document.commands import add_point

    empty = DatasetSpec("custom", inputs=np.empty((0, 2)), targets=np.empty((0, 1)))
    document_project = replace(Project(), dataset=empty)
    session = _session_without_start(make_session, document_project)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.train()
    assert "empty" in told.args[0]
    assert session.state == "failed"
    assert not session.can_recover
    add_point(session.document, (0.5, 0.5), 1)
    assert session.state == "idle"
    with qtbot.waitSignal(session.started, timeout=WAIT_MS):
        session.train()


def test_a_softmax_classifier_trains_too(qtbot: QtBot, make_session: MakeSession) -> None:
    project = replace(
        Project(),
        dataset=DatasetSpec("blobs", n_samples=60, n_classes=3, test_share=0.3),
        network=replace(Project().network, layers=(LayerSpec(5, "tanh"), LayerSpec(3, "softmax"))),
        training=replace(Project().training, loss="cross_entropy", learning_rate=0.1, batch_size=10),
    )
    session = make_session(project)
    session.train()
    qtbot.waitUntil(lambda: (session.snapshot.accuracy or 0) > 0.8, timeout=WAIT_MS)
    assert session.snapshot.test_accuracy is not None


@pytest.mark.parametrize("speed", [0.5, 50.0, 500.0, None])
def test_every_speed_gives_the_same_bits_and_can_change_while_training(
    qtbot: QtBot, make_session: MakeSession, speed: float | None
) -> None:
    session = make_session(endless(), speed=speed)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch + session.snapshot.step > 0, timeout=WAIT_MS)
    session.set_speed(None)
    qtbot.waitUntil(lambda: session.snapshot.epoch > 1_000, timeout=WAIT_MS)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_epoch()
    assert np.array_equal(session.snapshot.parameters, trained(endless(), session.snapshot.epoch))


def test_a_slow_speed_goes_sample_by_sample(
    qtbot: QtBot, make_session: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    publish = FrameMailbox.publish

    def note(mailbox: FrameMailbox, published: Published) -> None:
        seen.append((published.snapshot.epoch, published.snapshot.step))
        publish(mailbox, published)

    monkeypatch.setattr(FrameMailbox, "publish", note)  # looked at from time to time, a busy window would miss some
    session = make_session(endless(), speed=1.0)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch >= 1, timeout=WAIT_MS)
    assert sorted(set(seen))[:5] == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0)]


def test_a_very_slow_run_pauses_at_once(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless(), speed=0.001)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.step == 1, timeout=WAIT_MS)
    with qtbot.waitSignal(session.paused, timeout=5_000):
        session.pause()
    assert session.snapshot.step == 1


def _session_without_start(make_session: MakeSession, project: Project) -> TrainingSession:
    """A session whose project has no start to show: make it on XOR, then load the project."""
    session = make_session()
    session.document.load(project)
    return session


def test_the_trainer_without_a_session_is_what_the_tests_compare_with() -> None:
    network = Network(Project().network, seed=0)
    Trainer(network, Project().dataset.build(), Project().training).run(epochs=3)
    assert np.array_equal(network.parameters, trained(Project(), 3))


def test_an_error_too_large_for_numbers_is_blamed_on_the_data(qtbot: QtBot, make_session: MakeSession) -> None:
    """No rate helps there, so the sentence must not send anybody to the rate."""
    spec = DatasetSpec("custom", inputs=[[1.0, 0.0], [0.0, 1.0]], targets=[[1e300], [0.5]])
    network = NetworkSpec(2, (LayerSpec(1, "linear"),))
    session = make_session(replace(Project(), dataset=spec, network=network))
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as failed:
        session.train()
    assert "the data reach 1e+300" in failed.args[0]
    assert "rate" not in failed.args[0]
    assert np.isfinite(session.snapshot.parameters).all()
