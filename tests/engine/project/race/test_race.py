"""Projects that train together: each as if it were alone, and who arrives after what."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine import DatasetSpec, EngineError, Trainer
from engine.project.demos import demo
from engine.project.project import Project
from engine.project.race.classics import CLASSICS, ClassicPlan
from engine.project.race.depth import DepthPlan
from engine.project.race.goal import Goal
from engine.project.race.moment import RaceView
from engine.project.race.race import Race, RacePlan
from engine.project.race.runner import SLICE_S
from engine.project.race.varied import VariedPlan
from engine.project.variables import VARIABLES, variables_of
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec

RULES = VariedPlan(
    Project(training=TrainingSpec(learning_rate=0.1, batch_size=None, shuffle=True)),
    "rule",
    ("gradient_descent", "adaptive", "rprop", "adam", "nesterov"),
)
PLANS: tuple[RacePlan, ...] = (
    DepthPlan(DatasetSpec("circles", n_samples=60, seed=3), units=5, seed=7),
    RULES,
    VariedPlan(Project(DatasetSpec("moons", n_samples=30)), "batch_size", (1, 7, 0)),
    ClassicPlan("activations", DatasetSpec("circles", n_samples=40), seed=2),
)


def alone(project: Project, epochs: int) -> Trainer:
    training = replace(project.training, target_error=None, stop_when_all_right=False, max_epochs=None)
    trainer = Trainer(project.start.make_network(), project.dataset.build(), training)
    trainer.run(epochs=epochs)
    return trainer


def ticking(step: float) -> Callable[[], float]:
    """A watch that each look moves on by `step` seconds."""
    times = itertools.count(0.0, step)
    return lambda: next(times)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: type(plan).__name__)
def test_each_is_what_it_would_be_alone_to_the_bit(plan: RacePlan) -> None:
    race = Race(plan)
    for epochs in (1, 60, 139):  # whoever arrives on the way goes on
        race.advance(epochs)
    for runner in race.runners:
        trainer = alone(runner.project, 200)
        assert runner.epoch == 200
        np.testing.assert_array_equal(runner.trainer.network.parameters, trainer.network.parameters, runner.name)
        np.testing.assert_array_equal(runner.trainer.history.table(), trainer.history.table(), runner.name)


def test_in_slices_of_any_length_they_are_the_same() -> None:
    watch = ticking(SLICE_S)
    race = Race(RULES, None, watch, watch)
    race.lead_to(50)
    while not race.is_in_step:
        epochs = [runner.epoch for runner in race.runners]
        assert max(epochs) <= 50
        race.work(3 * SLICE_S)
    for runner in race.runners:
        np.testing.assert_array_equal(runner.trainer.network.parameters, alone(runner.project, 50).network.parameters)


def test_with_the_same_time_each_is_as_far_as_its_time_goes() -> None:
    plan = VariedPlan(Project(DatasetSpec("moons", n_samples=200)), "units", (2, 32))
    watch = ticking(SLICE_S)
    race = Race(plan, None, watch, watch)  # so every update takes as long as a slice may
    race.work_freely(2_000 * SLICE_S)
    assert abs(race.runners[0].updates - race.runners[1].updates) <= 1
    assert race.runners[0].epoch >= 1
    for runner in race.runners:
        whole = alone(runner.project, runner.epoch)
        whole.advance(runner.updates - 200 * runner.epoch)
        np.testing.assert_array_equal(runner.trainer.network.parameters, whole.network.parameters)


@pytest.mark.parametrize(
    ("goal", "stops"),
    [
        (Goal(0.05), {"target_error": 0.05, "stop_when_all_right": False}),
        (Goal(), {"target_error": None, "stop_when_all_right": True}),
    ],
)
def test_the_arrival_is_the_first_pass_at_which_a_run_alone_would_stop(goal: Goal, stops: dict[str, Any]) -> None:
    race = Race(ClassicPlan("momentum"), goal)
    race.advance(5_000)
    assert race.is_settled
    for runner in race.runners:
        project = runner.project
        trainer = Trainer(project.start.make_network(), race.data, replace(project.training, **stops, max_epochs=None))
        trainer.run()
        assert runner.arrival is not None
        assert (runner.arrival.epoch, runner.arrival.updates) == (trainer.epoch, 4 * trainer.epoch)
        assert 0 < runner.arrival.seconds < runner.seconds


def test_the_time_is_that_of_the_slices_alone() -> None:
    race = Race(VariedPlan(Project(), "momentum", (0.0, 0.9)), watch=ticking(1.0))
    race.advance(1)
    first = race.runners[0]
    assert first.updates == 4
    assert first.seconds == 4  # one slice an update: each looks as slow as that


def test_real_values_get_an_error_as_their_goal() -> None:
    plan = VariedPlan(
        Project(
            DatasetSpec("function", n_samples=20),
            NetworkSpec(1, (LayerSpec(6, "tanh"), LayerSpec(1, "linear"))),
            TrainingSpec(learning_rate=0.05),
        ),
        "learning_rate",
        (0.05, 1e6),
    )
    race = Race(plan)
    assert race.goal.error_sum == pytest.approx(0.2)
    race.advance(400)
    arrived, diverged = race.runners
    assert arrived.arrival is not None
    assert diverged.has_diverged
    assert race.is_settled


def test_a_race_has_two_to_nine_contenders() -> None:
    with pytest.raises(EngineError, match="these are 1"):
        Race(VariedPlan(Project(), "momentum", (0.5, 0.5)))
    with pytest.raises(EngineError, match="these are 10"):
        Race(VariedPlan(Project(), "seed", tuple(range(10))))
    assert len(Race(VariedPlan(Project(), "seed", tuple(range(9)))).runners) == 9


def test_where_shapes_agree_the_start_is_the_very_same() -> None:
    for setting in ("learning_rate", "momentum", "rule", "activation", "batch_size", "l2", "learning_rate_decay"):
        project = Project(training=TrainingSpec(batch_size=None))
        plan = VariedPlan(project, setting, VARIABLES[setting].usual(project))
        starts = [each.start.first_parameters() for each in plan.contenders(project.dataset.build()).values()]
        assert len(starts) >= 3, setting
        for start in starts[1:]:
            np.testing.assert_array_equal(start, starts[0], setting)


def test_every_setting_on_offer_gives_a_race() -> None:
    project = Project()
    assert variables_of(project) == tuple(VARIABLES)
    for setting in variables_of(project):
        race = Race(VariedPlan(project, setting, VARIABLES[setting].usual(project)))
        race.advance(2)
        assert len({runner.trainer.network.parameters.tobytes() for runner in race.runners}) == len(race.runners)


def test_a_setting_of_which_the_rule_has_no_use_is_not_on_offer() -> None:
    project = Project(
        network=NetworkSpec(2, (LayerSpec(1, "sigmoid"),)), training=TrainingSpec("rprop", batch_size=None)
    )
    offered = variables_of(project)
    assert not {"learning_rate", "learning_rate_decay", "momentum", "activation", "units"} & set(offered)
    assert {"rule", "hidden_layers", "seed"} <= set(offered)
    xavier = replace(project, network=replace(project.network, initialization="xavier"))
    assert {*offered} - {*variables_of(xavier)} == {"initial_range"}


def test_depth_takes_hidden_layers_away_and_adds_some() -> None:
    plan = VariedPlan(Project(), "hidden_layers", (0, 1, 2))
    networks = [each.network for each in plan.contenders(Project().dataset.build()).values()]
    assert [network.sizes for network in networks] == [(2, 1), (2, 4, 1), (2, 4, 4, 1)]


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("rates", [False, True, False]),  # too small, right, too large
        ("momentum", [True, True, True]),
        ("activations", [False, True, True]),  # four layers of sigmoid units let hardly a gradient through
        ("rules", [False, True, True, True]),
    ],
)
def test_the_classics_show_what_lectures_say(name: str, who: list[bool]) -> None:
    race = Race(ClassicPlan(name, DatasetSpec(CLASSICS[name].data)))
    race.advance(2_000)
    assert [runner.arrival is not None for runner in race.runners] == who
    if name == "momentum":
        without, some, much = (runner.arrival.epoch for runner in race.runners if runner.arrival)
        assert without > some > much


@pytest.mark.parametrize("data", ["and3", "blobs", "iris"])
def test_classics_take_any_data(data: str) -> None:
    for name in CLASSICS:
        race = Race(ClassicPlan(name, DatasetSpec(data, n_samples=30)))
        race.advance(1)
        assert race.runners[0].trainer.network.spec.n_inputs == race.data.n_inputs


def test_the_ranking_counts_what_was_asked_for_and_puts_the_hopeless_last() -> None:
    race = Race(ClassicPlan("rates", values=(0.02, 0.5, 1.0, 0.5000001)))
    race.advance(400)
    moment = RaceView(race).moment(8)
    assert [moment[name].arrival is not None for name in "1234"] == [False, True, True, True]
    by_epoch = [(place, contender.name) for place, contender in moment.ranking("epoch")]
    assert by_epoch[0] == (1, "3")
    assert sorted(by_epoch[1:3]) == [(2, "2"), (2, "4")], "as many passes: the same place"
    assert by_epoch[3] == (None, "1")
    seconds = [contender.arrival.seconds for _, contender in moment.ranking("seconds") if contender.arrival]
    assert seconds == sorted(seconds)


def test_an_rbf_layer_has_no_depth_to_vary() -> None:
    assert "hidden_layers" not in variables_of(demo("rbf_xor"))
    assert "units" in variables_of(demo("rbf_xor"))
