"""The moments of a run: which passes they belong to, and that any pass of the run is found again from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from engine import Dataset, DatasetSpec, EngineError, LayerSpec, Network, NetworkSpec, Project, Trainer, TrainingSpec
from engine.data import datasets
from engine.network.moment_layout import LOSS, N_NUMBERS, N_VECTORS
from engine.network.network_start import NetworkStart
from engine.project.file.moments_record import MOMENT_BYTES
from engine.project.file.project_file import decode_project, encode
from engine.spec.frozen_array import FrozenArray
from engine.training.checkpoints import Checkpoints, checkpoints_of
from engine.training.earlier_run import with_record
from engine.training.live_run import LiveRun
from engine.training.moment_recorder import FEWEST_MOMENTS
from engine.training.moments import MOST_MOMENTS, Moments
from engine.training.replay import Replay
from engine.training.run import Run, check_run
from engine.training.run_setup import LiveEdit, RunSetup

XOR = datasets.logic_gate("xor")
SPEC = NetworkSpec(2, (LayerSpec(3), LayerSpec(1)))
START = NetworkStart(SPEC, 0, None, None, None)
RUN_FIELDS = ("epoch", "step", "position", "parameters", "rule", "evaluation", "last_finite", "order", "rng_state")
SETTINGS = [
    TrainingSpec(),
    TrainingSpec(shuffle=True, momentum=0.9, seed=5),
    TrainingSpec(rule="adam", batch_size=3, shuffle=True, learning_rate=0.01, evaluate_every=7),
    TrainingSpec(rule="rprop", batch_size=None),
    TrainingSpec(rule="adaptive", batch_size=None, learning_rate_decay=0.001),
]


def trainer(training: TrainingSpec = TrainingSpec(), keeps_moments: bool = True) -> Trainer:  # noqa: B008 - frozen
    return Trainer(START.make_network(), XOR, training, keeps_moments=keeps_moments)


def moments(run: Trainer) -> Moments:
    made = run.moments()
    assert made is not None
    return made


def checkpoints(run: Trainer) -> Checkpoints:
    made = checkpoints_of(run.state())
    assert made is not None
    return made


def epochs_of(made: Moments) -> list[int]:
    return [int(epoch) for stretch in made.stretches for epoch in stretch.epochs]


def states_at(epochs: Sequence[int], training: TrainingSpec) -> dict[int, Run]:
    """What a run without moments is after each of these passes, for an independent second opinion."""
    plain, states = trainer(training, keeps_moments=False), {}
    for epoch in sorted(epochs):
        plain.run(epoch - plain.epoch)
        states[epoch] = plain.state()
    return states


def differing(one: Run | None, other: Run) -> list[str]:
    return [name for name in RUN_FIELDS if getattr(one, name) != getattr(other, name)]


def test_a_short_run_is_kept_pass_by_pass_from_its_start() -> None:
    run, step_by_step = trainer(), trainer(keeps_moments=False)
    start = run.network.parameters.copy()
    run.run(5)
    kept = checkpoints(run)
    assert kept.epochs.tolist() == [0, 1, 2, 3, 4, 5]
    assert np.array_equal(kept.parameters[0], start)
    for moment in kept.parameters[1:]:
        step_by_step.run(1)
        assert np.array_equal(moment, step_by_step.network.parameters)


@pytest.mark.parametrize("training", SETTINGS, ids=lambda training: training.rule)
def test_every_moment_of_a_run_is_found_again_bit_for_bit(training: TrainingSpec) -> None:
    """In an order in which nobody would ask, so that the search goes both ways."""
    asked = [3_000, 0, 1, 2_999, 1_024, 777, 1_025, 3, 2, 1_500, 1_501]
    expected, run, replay = states_at(asked, training), trainer(training), Replay(START)
    run.run(3_000)
    for epoch in asked:
        assert differing(replay.exact(moments(run), epoch, XOR), expected[epoch]) == []


def test_the_moments_do_not_depend_on_how_the_run_was_cut() -> None:
    training = TrainingSpec(shuffle=True)
    whole, cut, plain = trainer(training), trainer(training), trainer(training, keeps_moments=False)
    whole.run(6_000)
    plain.run(6_000)
    for updates in (1, 3, 700, 1_000, 296, 2_000, 20_000):
        cut.advance(updates)
    assert np.array_equal(whole.network.parameters, plain.network.parameters)
    assert moments(whole) == moments(cut)


def test_a_long_run_keeps_its_beginning_densely_and_no_wide_gap() -> None:
    run = trainer(TrainingSpec(evaluate_every=500))
    run.run(100_000)
    kept = np.array(epochs_of(moments(run)))
    gaps = np.diff(kept)
    assert MOST_MOMENTS // 2 <= len(kept) <= MOST_MOMENTS
    assert kept[:8].tolist() == list(range(8))
    assert gaps.max() <= 512
    assert 100_000 - kept[-1] < moments(run).stride


def test_where_the_error_falls_more_moments_stay() -> None:
    """XOR falls from its plateau within some hundred passes: there moments stand closer than after it."""
    run = trainer(TrainingSpec(learning_rate=0.2))
    run.run(40_000)
    made = moments(run)
    losses, kept = made.stretches[0].numbers.array[:, LOSS], np.array(epochs_of(made))
    middle = (kept > 1_000) & (kept < 39_000)
    rates = np.abs(np.diff(np.log(losses)))[middle[1:]] / np.diff(kept)[middle[1:]]
    gaps = np.diff(kept)[middle[1:]]
    fastest = rates > np.quantile(rates, 0.9)
    assert gaps[fastest].mean() < gaps[~fastest].mean()


def test_edits_while_training_are_moments_and_what_lies_between_is_found_again() -> None:
    first, second = TrainingSpec(shuffle=True), TrainingSpec(shuffle=True, learning_rate=0.1, momentum=0.5)
    other = Dataset(np.vstack([XOR.inputs, [[0.5, 0.5]]]), np.vstack([XOR.targets, [[1.0]]]))
    run, plain, seen = trainer(first), trainer(first, keeps_moments=False), {}
    for each in (run, plain):
        each.run(50)
        each.advance(2)  # an edit in the middle of a pass
        each.use_training(second)
        for _ in range(40):
            each.run(1)
            seen[each.epoch] = each.state()
        at_edit = seen.pop(each.epoch)
        each.use_data(other)
        for _ in range(40):
            each.run(1)
            seen[each.epoch] = each.state()
    replay, made = Replay(START), moments(run).thinned(8)
    assert len(made) <= 8
    for epoch, state in seen.items():
        assert differing(replay.exact(made, epoch, other), state) == []
    found = replay.exact(made, at_edit.epoch, other)
    assert found is not None
    assert found.parameters == at_edit.parameters


@pytest.mark.parametrize(("before", "after"), [(1, 4), (2, 1), (1, 3), (3, None)])
def test_passes_are_found_again_where_the_batches_changed_within_one(before: int, after: int | None) -> None:
    """The rest of the begun pass has other updates than its beginning."""
    run, plain, seen = trainer(), trainer(keeps_moments=False), {}
    for each in (run, plain):
        each.use_training(TrainingSpec(batch_size=before))
        each.run(5)
        each.advance(1)
        each.use_training(TrainingSpec(batch_size=after))
        for _ in range(5):
            each.run(1)
            seen[each.epoch] = each.state()
    made = moments(run).thinned(3)
    assert len(made) <= 3
    for epoch, state in seen.items():
        assert differing(Replay(START).exact(made, epoch, XOR), state) == []


def test_edits_without_an_update_between_them_are_one_moment() -> None:
    run = trainer()
    run.run(10)
    for rate in (0.1, 0.2, 0.3):
        run.use_training(TrainingSpec(learning_rate=rate))
    run.run(1)
    assert [stretch.first for stretch in moments(run).stretches] == [(0, 0), (10, 0)]
    assert moments(run).stretches[1].training.learning_rate == 0.3


def test_a_search_that_is_no_longer_wanted_ends() -> None:
    run = trainer()
    run.run(2_000)
    made = moments(run).thinned(3)
    asked: list[bool] = []

    def is_wanted() -> bool:
        asked.append(True)
        return len(asked) < 2

    replay = Replay(START)
    assert replay.exact(made, 1_999, XOR, is_wanted) is None
    assert len(asked) == 2
    for epoch, state in states_at([1, 2, 3, 4, 5, 6, 7, 8], TrainingSpec()).items():  # it stands within one of these
        assert differing(replay.exact(made, epoch, XOR), state) == []


def test_a_branch_goes_on_as_the_run_did_and_has_its_past() -> None:
    training = TrainingSpec(shuffle=True, momentum=0.9)
    run = trainer(training)
    run.run(3_000)
    found = Replay(START).exact(moments(run), 1_234, XOR)
    assert found is not None
    branched = with_record(found, run.curve(), (), moments(run))
    branch = trainer(training)
    branch.restore(branched)
    assert branch.history.epochs[-1] == 1_234
    assert epochs_of(moments(branch))[-1] <= 1_234
    branch.run(3_000 - 1_234)
    assert differing(branch.state(), run.state()) == []
    again = Replay(START).exact(moments(branch), 2_000, XOR)
    assert differing(again, states_at([2_000], training)[2_000]) == []


def test_after_save_and_open_every_moment_is_there_and_the_run_goes_on() -> None:
    training = TrainingSpec(shuffle=True)
    straight, first, second = trainer(training), trainer(training), trainer(training)
    straight.run(2_000)
    first.run(1_431)
    project = Project(dataset=DatasetSpec(name="xor"), network=SPEC, training=training, run=first.state())
    opened = decode_project(encode(project), "film.perceptra")
    assert opened == project
    assert opened.run is not None
    second.restore(opened.run)
    second.run(2_000 - 1_431)
    assert moments(second) == moments(straight)
    expected = states_at([1, 700, 1_999], training)
    for epoch, state in expected.items():
        assert differing(Replay(START).exact(moments(second), epoch, XOR), state) == []


def test_moments_that_take_too_much_room_are_thinned_in_a_file_and_every_pass_is_still_found() -> None:
    spec = NetworkSpec(2, (LayerSpec(40), LayerSpec(40), LayerSpec(1)))
    start = NetworkStart(spec, 1, None, None, None)
    runs = [Trainer(start.make_network(), XOR, TrainingSpec(), keeps_moments=keeps) for keeps in (True, False)]
    for run in runs:
        run.run(300)
    payload = encode(Project(dataset=DatasetSpec(name="xor"), network=spec, run=runs[0].state()))
    assert len(payload) < 1_000_000
    opened = decode_project(payload, "film.perceptra")
    assert opened.run is not None
    assert opened.run.moments is not None
    assert len(opened.run.moments) < 30
    found = Replay(start).exact(opened.run.moments, 300, XOR)
    assert differing(found, runs[1].state()) == []


def test_a_run_that_was_edited_more_often_than_moments_have_room_keeps_some_in_a_file() -> None:
    spec = NetworkSpec(2, (LayerSpec(20), LayerSpec(10), LayerSpec(1)))
    start = NetworkStart(spec, 1, None, None, None)
    rates = [0.1 + 0.001 * number for number in range(150)]
    runs = [Trainer(start.make_network(), XOR, TrainingSpec(), keeps_moments=keeps) for keeps in (True, False)]
    for run in runs:
        run.run(10)
        for rate in rates:
            run.use_training(TrainingSpec(learning_rate=rate))
            run.run(1)
    last = TrainingSpec(learning_rate=rates[-1])
    project = Project(dataset=DatasetSpec(name="xor"), network=spec, training=last, run=runs[0].state())
    opened = decode_project(encode(project), "film.perceptra").run
    assert opened is not None
    assert opened.moments is not None
    assert opened.moments.nbytes <= MOMENT_BYTES
    assert len(opened.moments.stretches) < len(moments(runs[0]).stretches) == 151
    assert epochs_of(opened.moments)[0] == 0
    assert differing(Replay(start).exact(opened.moments, 160, XOR), runs[1].state()) == []


def test_the_budget_bounds_the_data_of_earlier_stretches_too() -> None:
    rng = np.random.default_rng(0)
    inputs, targets = rng.normal(size=(1_000, 2)), rng.integers(2, size=(1_000, 1))
    each, most = 8 * 4 * 1_000, 300_000  # two inputs, a target and the order
    run = Trainer(START.make_network(), Dataset(inputs, targets), TrainingSpec(), True, moment_bytes=most)
    for number in range(40):
        inputs = inputs.copy()
        inputs[0] = number
        run.use_data(Dataset(inputs, targets))
        run.advance(1)
    kept = [stretch.dataset for stretch in moments(run).stretches]
    assert len({id(data) for data in kept}) == len(kept) <= most // each + 1
    assert kept[-1] is run.data
    assert [stretch.first for stretch in moments(run).stretches][-3:] == [(0, 37), (0, 38), (0, 39)]


def test_within_a_pass_the_last_checkpoint_is_the_present_one() -> None:
    run = trainer()
    run.run(2)
    run.step()
    kept = checkpoints(run)
    assert kept.epochs.tolist() == [0, 1, 2, 2]
    assert np.array_equal(kept.parameters[-1], run.network.parameters)


def test_a_run_from_a_file_without_moments_begins_them_where_it_stands() -> None:
    before, after = trainer(keeps_moments=False), trainer()
    before.run(20)
    after.restore(before.state())
    assert checkpoints_of(after.state()) is None
    after.run(3)
    assert checkpoints(after).epochs.tolist() == [20, 21, 22, 23]


def test_a_run_that_diverged_forgets_what_lies_ahead_of_where_it_fell_back() -> None:
    inputs, targets = [[1.0, 2.0], [2.0, -1.0]], [[1.0], [-1.0]]
    network = Network(NetworkSpec(2, (LayerSpec(1, "linear"),)), seed=0)
    data = Dataset(inputs, targets)
    run = Trainer(network, data, TrainingSpec(learning_rate=1e30, evaluate_every=4), keeps_moments=True)
    run.run(50)
    assert run.stop_reason == "diverged"
    assert checkpoints(run).epochs[-1] <= run.epoch
    assert np.isfinite(checkpoints(run).parameters).all()


def test_a_run_taken_back_after_a_divergence_is_found_again_from_where_it_fell_back() -> None:
    data = Dataset([[1.0, 2.0], [2.0, -1.0]], [[1.0], [-1.0]])
    start = NetworkStart(NetworkSpec(2, (LayerSpec(1, "linear"),)), 0, None, None, None)
    wild, tame = TrainingSpec(learning_rate=1e30, evaluate_every=4), TrainingSpec(learning_rate=0.01)
    live = LiveRun(RunSetup(start, data, tame))
    live.advance(10)
    live.change(LiveEdit(data, wild))
    live.advance(100)
    assert live.stop_reason == "diverged"
    live.go_back()
    live.change(LiveEdit(data, tame))
    live.advance(40)
    made = live.state().moments
    assert made is not None
    found = Replay(start).exact(made, live.state().epoch, data)
    assert differing(found, live.state()) == []


def test_the_budget_bounds_the_moments_and_a_very_large_network_has_none() -> None:
    row = 8 * (N_NUMBERS + N_VECTORS * SPEC.n_parameters)
    small, none = (
        Trainer(START.make_network(), XOR, TrainingSpec(), True, moment_bytes=rows * row) for rows in (50, 3)
    )
    small.run(2_000)
    none.run(2_000)
    assert FEWEST_MOMENTS <= len(moments(small)) <= 50
    assert moments(small).nbytes <= 50 * row
    assert none.moments() is None


def test_another_budget_amid_a_run_thins_at_once_and_leaves_the_run_as_it_is() -> None:
    row = 8 * (N_NUMBERS + N_VECTORS * SPEC.n_parameters)
    run = Trainer(START.make_network(), XOR, TrainingSpec(), True, moment_bytes=400 * row)
    run.run(1_500)
    assert len(moments(run)) > 200
    run.keep_moments_within(50 * row)
    assert FEWEST_MOMENTS <= len(moments(run)) <= 50
    assert moments(run).nbytes <= 50 * row
    assert epochs_of(moments(run))[0] == 0
    run.run(500)
    assert len(moments(run)) <= 50
    replay, some = Replay(START), epochs_of(moments(run))[::7]
    for epoch, state in states_at([*some, 1_733], TrainingSpec()).items():
        assert differing(replay.exact(moments(run), epoch, XOR), state) == []
    run.keep_moments_within(400 * row)
    run.run(3_000)
    assert 50 < len(moments(run)) <= 400
    assert differing(run.state(), states_at([5_000], TrainingSpec())[5_000]) == []
    run.keep_moments_within(2 * row)
    assert run.moments() is None


def test_the_nearest_moment_is_found() -> None:
    run = trainer()
    run.run(5_000)
    kept = checkpoints(run)
    assert kept.epochs[kept.nearest(int(kept.epochs[300]) + 0.4)] == kept.epochs[300]
    assert kept.epochs[kept.nearest(1e9)] == 5_000


@pytest.mark.parametrize(
    "damage",
    [
        lambda stretch: replace(stretch, numbers=FrozenArray(stretch.numbers.array[:, :5])),
        lambda stretch: replace(stretch, numbers=FrozenArray(stretch.numbers.array + 0.5)),
        lambda stretch: replace(stretch, numbers=FrozenArray(stretch.numbers.array[::-1])),
        lambda stretch: replace(stretch, numbers=FrozenArray(stretch.numbers.array - 1.0)),
        lambda stretch: replace(stretch, numbers=FrozenArray(stretch.numbers.array + 99.0)),
        lambda stretch: replace(stretch, vectors=FrozenArray(stretch.vectors.array * np.nan)),
        lambda stretch: replace(stretch, vectors=FrozenArray(stretch.vectors.array[:, 1:])),
        lambda stretch: replace(stretch, vectors=FrozenArray(stretch.vectors.array[1:])),
        lambda stretch: replace(stretch, orders=FrozenArray(stretch.orders.array * 0, np.int64)),
    ],
)
def test_what_are_no_moments_of_the_run_is_refused(damage: object) -> None:
    run = trainer(TrainingSpec(shuffle=True))
    run.run(50)
    stretch = moments(run).stretches[0]
    assert callable(damage)
    state = replace(run.state(), moments=Moments((damage(stretch),), 1))
    with pytest.raises(EngineError, match="moments are damaged"):
        check_run(state, SPEC.n_parameters, XOR.n_samples)
