"""Settings that are varied: what is offered, what each value brings along, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import DatasetSpec, EngineError, LayerSpec, NetworkSpec, Project, TrainingSpec
from engine.analysis.success_tally import SuccessTally
from engine.data import datasets
from engine.export.csv_lines import as_text
from engine.export.starts_csv import cell_lines, start_lines
from engine.project.sweep import MOST_STARTS, Axis, axes_for, cells_of, check_count
from engine.spec.frozen_array import FrozenArray
from engine.training.starts.success_rate import Attempt

PROJECT = Project(network=NetworkSpec(2, (LayerSpec(3, id=1), LayerSpec(2, "tanh", id=2), LayerSpec(1, id=3))))


def names(project: Project) -> list[str]:
    return [axis.setting for axis in axes_for(project)]


def test_what_makes_no_difference_is_not_offered() -> None:
    everything = ["learning_rate", "momentum", "units_1", "units_2", "batch_size", "initial_range"]
    assert names(PROJECT) == [*everything, "activation", "rule"]
    whole = replace(PROJECT, training=TrainingSpec(rule="rprop", batch_size=None))
    assert names(whole) == ["units_1", "units_2", "initial_range", "activation", "rule"]
    single = Project(DatasetSpec("and"), NetworkSpec(2, (LayerSpec(1, "step"),)), TrainingSpec(rule="perceptron"))
    assert names(single) == ["learning_rate", "initial_range", "rule"]
    drawn = replace(PROJECT, network=replace(PROJECT.network, initialization="xavier"))
    assert "initial_range" not in names(drawn)


def test_the_values_that_are_offered_work_and_hold_the_present_one() -> None:
    present = {"learning_rate": 0.5, "momentum": 0.0, "units_1": 3, "units_2": 2, "batch_size": 1, "initial_range": 1.0}
    for axis in axes_for(PROJECT):
        assert present.get(axis.setting, axis.values[0]) in axis.values
        assert all(cell.project is not None for cell in cells_of(PROJECT, (axis,)))


def test_the_last_axis_changes_fastest() -> None:
    cells = cells_of(PROJECT, (Axis("learning_rate", (0.1, 2.0)), Axis("units", (1, 5), layer=1)))
    assert [cell.values for cell in cells] == [(0.1, 1), (0.1, 5), (2.0, 1), (2.0, 5)]
    made = [cell.project for cell in cells]
    assert [(each.training.learning_rate, each.network.sizes) for each in made if each is not None] == [
        (0.1, (2, 3, 1, 1)),
        (0.1, (2, 3, 5, 1)),
        (2.0, (2, 3, 1, 1)),
        (2.0, (2, 3, 5, 1)),
    ]
    assert cells_of(PROJECT, ())[0].project == PROJECT


def test_a_value_brings_along_what_it_needs() -> None:
    (cell,) = cells_of(PROJECT, (Axis("rule", ("rprop",)),))
    assert cell.project is not None
    assert (cell.project.training.rule, cell.project.training.batch_size) == ("rprop", None)
    (cell,) = cells_of(PROJECT, (Axis("activation", ("relu",)),))
    assert cell.project is not None
    assert [layer.activation for layer in cell.project.network.layers] == ["relu", "relu", "sigmoid"]
    (cell,) = cells_of(PROJECT, (Axis("batch_size", (0,)),))
    assert cell.project is not None
    assert cell.project.training.batch_size is None


def test_a_combination_that_cannot_be_says_why_and_leaves_the_others() -> None:
    cells = cells_of(PROJECT, (Axis("rule", ("rprop", "adam")), Axis("batch_size", (1,))))
    assert [cell.project is None for cell in cells] == [True, False]
    assert "whole set" in str(cells[0].problem)


@pytest.mark.parametrize(
    ("axis", "said"),
    [
        (Axis("learning_rate", ()), "1 to 12 values"),
        (Axis("learning_rate", tuple(range(1, 14))), "1 to 12 values"),
        (Axis("learning_rate", (-1.0,)), "learning rate"),
        (Axis("momentum", (0.5, -0.5)), "momentum"),
        (Axis("units", (2.5,)), "256 units"),
        (Axis("units", (0,)), "256 units"),
        (Axis("batch_size", (1.5,)), "whole number"),
        (Axis("initial_range", (-1.0,)), "initial range"),
    ],
)
def test_values_that_are_not_allowed_are_refused(axis: Axis, said: str) -> None:
    with pytest.raises(EngineError, match=said):
        cells_of(PROJECT, (axis,))


def test_too_many_starts_together_are_refused() -> None:
    cells = cells_of(PROJECT, (Axis("units", tuple(range(1, 11))), Axis("momentum", (0.0, 0.5))))
    check_count(cells, MOST_STARTS // 20)
    with pytest.raises(EngineError, match="at most 200000"):
        check_count(cells, MOST_STARTS // 20 + 1)


def test_starts_and_rates_as_tables() -> None:
    tally = SuccessTally(datasets.logic_gate("xor"))
    made = [
        Attempt(0, "all_right", 40, 0.5, 4, FrozenArray([[0.0], [1.0], [1.0], [0.0]])),
        Attempt(1, "max_epochs", 100, 0.25, 3, FrozenArray([[0.0], [1.0], [0.5], [0.5]])),
        Attempt(2, "all_right", 60, 0.5, 4, FrozenArray([[0.0], [1.0], [1.0], [0.0]])),
    ]
    for attempt in made:
        tally.add(attempt)
    cells, figures = [(0.5,), (2.0,)], [tally.figures(), None]
    assert as_text(start_lines(["learning_rate"], cells, [made, []], figures), ",").splitlines() == [
        "learning_rate,seed,reached_goal,ended_by,epochs,error_sum,right,place",
        "0.5,0,1,all_right,40,0.5,4,",
        "0.5,1,0,max_epochs,100,0.25,3,1",
        "0.5,2,1,all_right,60,0.5,4,",
    ]
    head, line = as_text(cell_lines(["learning_rate"], cells, figures), ",").splitlines()
    known = dict(zip(head.split(","), map(float, line.split(",")), strict=True))
    assert known["rate"] == pytest.approx(2 / 3)
    assert known["rate_low_95"] < known["rate"] < known["rate_high_95"]
    assert (known["epochs_q1"], known["epochs_median"], known["epochs_q3"]) == (45, 50, 55)
