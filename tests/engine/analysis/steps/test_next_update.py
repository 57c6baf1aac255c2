"""What a rule remembers: the next update shown is the trainer's to the bit, and its declared lines compute it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import DatasetSpec, LayerSpec, NetworkSpec, TrainingSpec
from engine.analysis.steps.next_update import next_update
from engine.analysis.steps.sample_steps import sample_steps
from engine.network.network_start import NetworkStart
from engine.network.rule_step import RuleStep
from engine.spec.frozen_array import freeze
from engine.spec.rules import RULE_TABLE, RULES, Rule
from engine.training.run_setup import RunSetup
from engine.training.trainer import Trainer

XOR = DatasetSpec("xor").build()
SMALL = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
REMEMBERING = {
    "nesterov": TrainingSpec("nesterov", momentum=0.5, learning_rate_decay=0.1, l2=0.01),
    "adaptive": TrainingSpec("adaptive", batch_size=None, momentum=0.5, learning_rate=20.0),
    "rprop": TrainingSpec("rprop", batch_size=None),
    "adam": TrainingSpec("adam", learning_rate=0.05, batch_size=2, l1=0.001),
}


def computed(rule: Rule, step: RuleStep, training: TrainingSpec, index: int) -> dict[str, float]:
    """What the lines of the rule make of one parameter, line by line."""
    numbers: dict[str, float] = {"g": step.gradient[index], "rate": step.rate, "momentum": training.momentum}
    numbers |= {"updates": step.updates, "first": step.first[index], "second": step.second[index]}
    functions = {"sign": np.sign, "root": math.sqrt, "min": min, "max": max}
    for line in rule.lines:
        formula = line.formula_for(numbers["g"] * numbers["first"])
        if formula:
            python = formula.replace("·", "*").replace("−", "-").replace("^", "**").replace("²", "**2")
            written = python.replace("√", "root").format(**{name: f"({value!r})" for name, value in numbers.items()})
            numbers[line.of] = float(eval(written.replace("np.float64", ""), functions))
    return numbers


@pytest.mark.parametrize("name", REMEMBERING)
def test_amid_a_run_every_digit_is_the_trainer_s_and_the_lines_lead_there(name: str) -> None:
    training, rule = REMEMBERING[name], RULE_TABLE[name]
    locked = freeze(np.arange(SMALL.n_parameters) == 3, "bool")
    setup = RunSetup(NetworkStart(SMALL, 5, locked=locked), XOR, training)
    trainer = Trainer(setup.start.make_network(), XOR, training)
    taken_back = 0
    for made in range(12):
        run, snapshot, before = trainer.state(), trainer.snapshot(), trainer.network.parameters.copy()
        size = min(training.batch_size or 4, 4)
        rows = tuple(int(row) for row in run.order.array[run.position :][:size])
        passage = sample_steps(setup, snapshot, rows[0], run if made else None).passage
        trainer.step()
        after, step = trainer.state(), passage.rule
        assert step is not None
        assert step.rows == rows
        np.testing.assert_array_equal(passage.new_parameters, trainer.network.parameters)
        np.testing.assert_array_equal(step.new_first, after.rule.memory_1.array)
        np.testing.assert_array_equal(step.new_second, after.rule.memory_2.array)
        assert step.updates == after.rule.n_updates
        assert name != "adaptive" or step.new_rate == trainer.learning_rate
        is_taken_back = name == "adaptive" and np.array_equal(before, trainer.network.parameters)
        assert step.is_taken_back == is_taken_back
        if is_taken_back:
            taken_back += 1
            continue
        for index in np.flatnonzero(step.free):
            found = computed(rule, step, training, index)
            wanted = {"change": passage.changes[index], "new_first": step.new_first[index]}
            wanted["new_second"] = step.new_second[index]
            for line in rule.lines:
                if line.of in wanted:
                    assert found[line.of] == pytest.approx(wanted[line.of], rel=1e-9, abs=1e-14), (line, made)
        assert passage.changes[3] == 0
    assert (taken_back > 0) == (name == "adaptive")


def test_every_rule_that_is_not_plain_tells_its_lines() -> None:
    assert [name for name in RULES if not RULE_TABLE[name].is_plain] == [
        name for name in RULES if RULE_TABLE[name].lines
    ]
    assert {name for name in RULES if RULE_TABLE[name].lines} == set(REMEMBERING)


def test_at_the_start_the_memory_is_empty_and_a_single_sample_is_an_update() -> None:
    """Adam's first step is the learning rate in each direction: g / √g²."""
    setup = RunSetup(NetworkStart(SMALL, 5), XOR, TrainingSpec("adam", learning_rate=0.1))
    snapshot = Trainer(setup.start.make_network(), XOR, setup.training).snapshot()
    step = next_update(setup, snapshot, None, (2,))
    moved = np.abs(step.new_parameters - snapshot.parameters)
    far = np.abs(step.gradient) > 1e-4
    assert far.any()
    np.testing.assert_allclose(moved[far], 0.1, rtol=1e-3)
    np.testing.assert_allclose(step.new_first, 0.1 * step.gradient, rtol=1e-14)
    assert step.updates == 1
    assert sample_steps(setup, snapshot, 2, None).passage.rule is not None
