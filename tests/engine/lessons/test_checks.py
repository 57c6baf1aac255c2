"""What each kind of check sees at a moment of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from engine import Network, Project, Trainer, TrainingSpec
from engine.data import datasets
from engine.lessons import Check, Moment
from engine.project.demos import demo
from engine.spec.frozen_array import FrozenArray
from engine.training.snapshot import Snapshot

SAYS = {"en": "so", "zh_CN": "如此"}


def check(kind: str, **fields: Any) -> Any:
    return msgspec.convert({"kind": kind, "says": SAYS, **fields}, Check)


def moment_of(project: Project, epochs: int = 0, **more: Any) -> Moment:
    """The project's moment after some epochs, its snapshot read from a trainer of the engine."""
    data = project.dataset.build()
    start = None if project.parameters is None else project.parameters.array
    network = Network(project.network, seed=project.training.seed, parameters=start)
    trainer = Trainer(network, data, project.training)
    if epochs:
        trainer.run(epochs)
    return Moment(project, data, trainer.snapshot(), **more)


def _with(project: Project, weights: tuple[float, ...]) -> Project:
    return replace(project, parameters=FrozenArray(weights))


AND_LINE = (0.5, 0.5, -0.75)


def test_all_right_waits_for_every_sample() -> None:
    assert check("all_right").passes(moment_of(_with(demo("and"), AND_LINE)))
    assert not check("all_right").passes(moment_of(_with(demo("and"), (0.0, 0.0, 1.0))))


def test_count_right_knows_both_bounds() -> None:
    three = moment_of(_with(demo("and"), (0.0, 0.0, -1.0)))
    assert check("count_right", at_least=3, at_most=3).passes(three)
    assert not check("count_right", at_least=4).passes(three)
    assert not check("count_right", at_most=2).passes(three)


def test_epochs_and_updates_count_what_the_run_made() -> None:
    project = demo("xor")
    ran = moment_of(project, epochs=3)
    assert check("epochs", at_least=3).passes(ran)
    assert not check("epochs", at_least=4).passes(ran)
    assert check("updates", at_least=12).passes(ran)
    assert not check("updates", at_least=13).passes(ran)


def test_error_at_most_takes_the_sum() -> None:
    moment = moment_of(demo("xor"))
    total = moment.snapshot.loss_sum if moment.snapshot else 0.0
    assert check("error_at_most", sum=total).passes(moment)
    assert not check("error_at_most", sum=total * 0.99).passes(moment)


@pytest.mark.parametrize(
    ("a", "b", "passes"),
    [([0, 0], [1, 1], True), ([0, 1], [1, 1], True), ([0, 0], [0, 1], False), ([0], [1], False)],
)
def test_a_line_passes_between_points_on_both_sides(a: list[float], b: list[float], passes: bool) -> None:
    assert check("line_passes_between", a=a, b=b).passes(moment_of(_with(demo("and"), AND_LINE))) is passes


def test_weights_can_be_asked_for_with_threshold_or_bias() -> None:
    moment = moment_of(_with(demo("and"), AND_LINE))
    assert check("weights", weights=[0.5, 0.5], threshold=0.75).passes(moment)
    assert check("weights", weights=[0.5, 0.5], bias=-0.75).passes(moment)
    assert check("weights", weights=[0.5, 0.5]).passes(moment)
    assert not check("weights", weights=[0.5, 0.5], threshold=-0.75).passes(moment)
    assert not check("weights", weights=[0.5, 0.6]).passes(moment)
    assert not check("weights", weights=[0.5], layer=1).passes(moment)
    assert not check("weights", weights=[0.5, 0.5], layer=2).passes(moment)


def test_a_line_is_steep_where_the_first_weight_outweighs_the_second() -> None:
    slope = check("line_slope", at_least=2)
    assert not slope.passes(moment_of(_with(demo("and"), AND_LINE)))
    assert slope.passes(moment_of(_with(demo("and"), (-1.0, 0.5, 0.0))))
    assert not slope.passes(moment_of(_with(demo("and"), (0.99, 0.5, 0.0))))
    assert slope.passes(moment_of(_with(demo("and"), (0.1, 0.0, 0.0))))  # upright
    assert not slope.passes(moment_of(_with(demo("and"), (0.0, 0.0, 1.0))))  # no line at all
    assert not slope.passes(moment_of(demo("and3")))  # a plane


def test_what_is_counted_counts_from_the_beginning_of_the_step() -> None:
    typed = check("fact", name="start.typed")
    assert not typed.passes(moment_of(demo("and"), facts={"start.typed": 2}, facts_before={"start.typed": 2}))
    assert typed.passes(moment_of(demo("and"), facts={"start.typed": 3}, facts_before={"start.typed": 2}))
    assert typed.is_event
    assert not check("fact", name="page", equals="workbench").is_event


def test_hidden_codes_are_read_sample_by_sample() -> None:
    project = demo("xor")  # 2-4-1 sigmoid; large weights make its hidden units say x1, x2, always and never
    weights = np.zeros((2, 4))
    weights[0, 0] = weights[1, 1] = 20.0
    biases = np.array([-10.0, -10.0, 10.0, -10.0])
    parameters = (*weights.ravel(), *biases, *np.zeros(5))
    moment = moment_of(_with(project, tuple(parameters)))
    assert check("hidden_codes", codes=["0010", "0110", "1010", "1110"]).passes(moment)
    assert not check("hidden_codes", codes=["0010", "0110", "1010", "1111"]).passes(moment)
    assert not check("hidden_codes", codes=["0010"], layer=7).passes(moment)


def test_outputs_are_compared_within_the_tolerance() -> None:
    moment = moment_of(_with(demo("and"), AND_LINE))
    assert check("outputs", values=[[0], [0], [0], [1]]).passes(moment)
    assert check("outputs", values=[[0.01], [0], [0], [0.99]]).passes(moment)
    assert not check("outputs", values=[[0.03], [0], [0], [1]]).passes(moment)
    assert not check("outputs", values=[[0], [0]]).passes(moment)


def test_network_data_and_training_are_seen_as_they_are_set() -> None:
    moment = moment_of(demo("xor"))
    assert check("network", sizes=[2, 4, 1], hidden_activation="sigmoid", least_layers=2).passes(moment)
    assert not check("network", sizes=[2, 2, 1]).passes(moment)
    assert not check("network", output_activation="tanh").passes(moment)
    assert check("data", name="xor").passes(moment)
    assert not check("data", name="and").passes(moment)
    assert check("training", rule="gradient_descent", learning_rate=TrainingSpec().learning_rate).passes(moment)
    assert not check("training", batch_size=0).passes(moment)


def test_facts_come_from_the_window() -> None:
    moment = moment_of(demo("xor"), facts={"table": "ledger", "graph.steps": 3, "page": "workbench", "off": False})
    assert check("fact", name="table", equals="ledger").passes(moment)
    assert not check("fact", name="table", equals="samples").passes(moment)
    assert check("fact", name="graph.steps", at_least=3).passes(moment)
    assert not check("fact", name="graph.steps", at_least=4).passes(moment)
    assert not check("fact", name="off").passes(moment)
    assert not check("fact", name="unheard_of").passes(moment)


def test_answers_count_when_given_or_only_when_right() -> None:
    project = demo("xor")
    assert not check("answered").passes(moment_of(project))
    assert check("answered").passes(moment_of(project, answer=0))
    assert not check("answered", rightly=True).passes(moment_of(project, answer=0))
    assert check("answered", rightly=True).passes(moment_of(project, answer=1, is_right=True))


def test_a_moment_without_a_snapshot_passes_nothing_that_needs_one() -> None:
    project = demo("and")
    moment = Moment(project, datasets.logic_gate("and"), None)
    for one in (
        check("all_right"),
        check("epochs"),
        check("updates"),
        check("count_right"),
        check("error_at_most", sum=9),
        check("weights", weights=[0.5, 0.5]),
        check("line_passes_between", a=[0, 0], b=[1, 1]),
        check("hidden_codes", codes=["0"]),
        check("outputs", values=[[0]]),
        check("line_slope", at_least=1),
    ):
        assert not one.passes(moment)


def test_a_snapshot_of_another_network_passes_nothing() -> None:
    other = moment_of(demo("and")).snapshot
    assert isinstance(other, Snapshot)
    moment = Moment(demo("xor"), datasets.logic_gate("xor"), other)
    assert not check("outputs", values=[[0], [0], [0], [1]]).passes(moment)
