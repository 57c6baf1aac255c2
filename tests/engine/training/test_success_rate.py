"""How often training succeeds: each attempt is what the trainer would do from that seed."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import engine
from engine import Dataset, EngineError, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.data import datasets
from engine.training.success_rate import attempts, goal_of

XOR = datasets.logic_gate("xor")
SMALL = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
TRAINING = TrainingSpec(learning_rate=0.5, target_error=0.02, max_epochs=6_000)


def test_each_attempt_is_what_the_trainer_does_from_that_seed() -> None:
    for attempt in attempts(SMALL, XOR, TRAINING, range(6)):
        trainer = Trainer(Network(SMALL, seed=attempt.seed), XOR, replace(TRAINING, seed=attempt.seed))
        trainer.run()
        assert attempt.succeeded == (trainer.stop_reason == "target_error")
        assert attempt.epochs == trainer.epoch
        assert attempt.loss_sum == pytest.approx(trainer.loss * 4)


def test_two_hidden_units_sometimes_fail_on_xor_and_four_do_not() -> None:
    """The lesson of 2-2-1."""
    rates = {}
    for hidden in (2, 4):
        spec = NetworkSpec(2, (LayerSpec(hidden), LayerSpec(1)))
        found = list(attempts(spec, XOR, replace(TRAINING, max_epochs=20_000), range(40)))
        rates[hidden] = sum(attempt.succeeded for attempt in found)
    assert 20 <= rates[2] < 40
    assert rates[4] == 40


def test_without_a_target_error_all_samples_must_be_right() -> None:
    goal = goal_of(replace(TRAINING, target_error=None, max_epochs=None), XOR)
    assert goal.stop_when_all_right
    assert goal.max_epochs == 20_000
    found = list(attempts(SMALL, XOR, replace(TRAINING, target_error=None), range(3)))
    assert any(attempt.succeeded and attempt.loss_sum > 0.02 for attempt in found)


def test_real_values_need_a_target_error() -> None:
    values = Dataset([[0.0], [1.0], [2.0]], [[0.1], [0.7], [0.2]])
    with pytest.raises(EngineError, match="target error"):
        goal_of(replace(TRAINING, target_error=None), values)


def test_it_can_be_cancelled_between_and_within_attempts() -> None:
    asked = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 5

    found = list(
        attempts(
            SMALL, XOR, replace(TRAINING, target_error=0.0, max_epochs=200_000), range(50), is_cancelled=is_cancelled
        )
    )
    assert found == []
    assert len(asked) == 6


def test_side_by_side_they_are_the_same_attempts_in_the_order_of_the_seeds() -> None:
    expected = list(attempts(SMALL, XOR, TRAINING, [5, 0, 3]))
    assert list(engine.success_rate(SMALL, XOR, TRAINING, (5, 0, 3))) == expected
    with ThreadPoolExecutor(2) as executor:
        assert list(engine.success_rate(SMALL, XOR, TRAINING, iter((5, 0, 3)), executor)) == expected


PROCESSES = """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
import engine
from tests.engine.training.test_success_rate import SMALL, TRAINING, XOR

if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        print(list(engine.success_rate(SMALL, XOR, TRAINING, [5, 0, 3], executor)))
"""


def test_processes_make_them_too(tmp_path: Path) -> None:
    """In a program of its own: the pool's helper lives as long as the program that made it."""
    script = tmp_path / "sweep.py"
    script.write_text(PROCESSES, encoding="utf-8")
    paths = {"PYTHONPATH": str(Path(engine.__file__).parents[1])}
    run = subprocess.run(
        [sys.executable, script], env=os.environ | paths, capture_output=True, text=True, check=False, timeout=100
    )
    assert run.stdout.strip() == repr(list(attempts(SMALL, XOR, TRAINING, [5, 0, 3]))), run.stderr


def test_without_a_goal_it_is_refused_at_once() -> None:
    values = Dataset([[0.0], [1.0], [2.0]], [[0.3], [0.7], [0.1]])
    with pytest.raises(EngineError, match="target error"):
        engine.success_rate(NetworkSpec(1, (LayerSpec(1),)), values, TrainingSpec(), range(3))
