"""How often training succeeds: each attempt is what the trainer would do from that seed."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import engine
from engine import Dataset, EngineError, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.data import datasets
from engine.network.network_start import NetworkStart
from engine.spec.frozen_array import FrozenArray
from engine.training.starts.success_rate import MOST_ROWS, attempts, goal_of, kept_rows, run_again

XOR = datasets.logic_gate("xor")
SMALL = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
START = NetworkStart(SMALL)
TRAINING = TrainingSpec(learning_rate=0.5, target_error=0.02, max_epochs=6_000)


def test_each_attempt_is_what_the_trainer_does_from_that_seed() -> None:
    for attempt in attempts(START, XOR, TRAINING, range(6)):
        trainer = Trainer(Network(SMALL, seed=attempt.seed), XOR, replace(TRAINING, seed=attempt.seed))
        trainer.run()
        assert attempt.succeeded == (trainer.stop_reason == "target_error")
        assert attempt.epochs == trainer.epoch
        assert attempt.loss_sum == pytest.approx(trainer.loss * 4)
        np.testing.assert_array_equal(attempt.outputs.array, trainer.network.predict(XOR.inputs))
        assert attempt.n_right == ((trainer.network.predict(XOR.inputs) > 0.5) == (XOR.targets > 0.5)).sum()


@pytest.mark.parametrize(
    "changes",
    [
        {"momentum": 0.9},
        {"shuffle": True, "batch_size": 3, "learning_rate_decay": 0.01},
        {"rule": "adaptive", "batch_size": None, "momentum": 0.5},
        {"rule": "rprop", "batch_size": None},
        {"rule": "adam", "learning_rate": 0.05, "evaluate_every": 7},
        {"learning_rate": 1e200},
    ],
)
@pytest.mark.parametrize("activations", [("sigmoid", "sigmoid"), ("relu", "linear")])
def test_starts_of_one_task_know_nothing_of_each_other(changes: dict[str, Any], activations: tuple[str, str]) -> None:
    """Whatever the rule remembers of a start, and where another one diverged: bit by bit what its own Trainer does."""
    hidden, output = activations
    spec = NetworkSpec(2, (LayerSpec(2, hidden), LayerSpec(1, output)))
    settings = replace(TRAINING, max_epochs=150, **changes)
    with ThreadPoolExecutor(1) as executor:
        found = list(attempts(NetworkStart(spec), XOR, settings, range(6), executor=executor))
    for attempt in found:
        trainer = Trainer(Network(spec, seed=attempt.seed), XOR, replace(settings, seed=attempt.seed))
        trainer.run()
        assert (attempt.stop_reason, attempt.epochs) == (trainer.stop_reason, trainer.epoch)
        assert attempt.loss_sum == trainer.snapshot().loss_sum
        np.testing.assert_array_equal(attempt.outputs.array, trainer.network.predict(XOR.inputs))


def test_two_hidden_units_sometimes_fail_on_xor_and_four_do_not() -> None:
    """The lesson of 2-2-1."""
    rates = {}
    for hidden in (2, 4):
        spec = NetworkSpec(2, (LayerSpec(hidden), LayerSpec(1)))
        found = list(attempts(NetworkStart(spec), XOR, replace(TRAINING, max_epochs=20_000), range(40)))
        rates[hidden] = sum(attempt.succeeded for attempt in found)
    assert 20 <= rates[2] < 40
    assert rates[4] == 40


def test_without_a_target_error_all_samples_must_be_right() -> None:
    goal = goal_of(replace(TRAINING, target_error=None, max_epochs=None), XOR)
    assert goal.stop_when_all_right
    assert goal.max_epochs == 20_000
    found = list(attempts(START, XOR, replace(TRAINING, target_error=None), range(3)))
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
            START, XOR, replace(TRAINING, target_error=0.0, max_epochs=200_000), range(50), is_cancelled=is_cancelled
        )
    )
    assert found == []
    assert len(asked) == 6


def test_side_by_side_they_end_with_the_first_that_is_cancelled() -> None:
    """In tasks of several seeds; no gap among those that came through."""
    asked: list[bool] = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 60

    with ThreadPoolExecutor(2) as executor:
        found = list(attempts(START, XOR, TRAINING, range(200), executor=executor, is_cancelled=is_cancelled))
    assert 0 < len(found) < 200
    assert found == list(attempts(START, XOR, TRAINING, range(len(found))))


class _NobodyWorks(Executor):
    """Like a cluster all of whose workers are gone."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, *_task: Any, **_more: Any) -> Future[Any]:
        self.futures.append(Future())
        return self.futures[-1]


def test_they_can_be_cancelled_while_nobody_works_on_them() -> None:
    executor, asked = _NobodyWorks(), []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) == 3

    assert list(attempts(START, XOR, TRAINING, range(100), executor=executor, is_cancelled=is_cancelled)) == []
    assert len(asked) == 3
    assert len(executor.futures) > 1
    assert all(future.cancelled() for future in executor.futures)


def test_side_by_side_they_are_the_same_attempts_in_the_order_of_the_seeds() -> None:
    expected = list(attempts(START, XOR, TRAINING, [5, 0, 3]))
    assert list(engine.success_rate(SMALL, XOR, TRAINING, (5, 0, 3))) == expected
    assert [attempt.seed for attempt in expected] == [5, 0, 3]
    with ThreadPoolExecutor(2) as executor:
        assert list(engine.success_rate(SMALL, XOR, TRAINING, iter((5, 0, 3)), executor)) == expected


PROCESSES = """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
import engine
from tests.engine.training.test_success_rate import SMALL, TRAINING, XOR

if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        found = list(engine.success_rate(SMALL, XOR, TRAINING, [5, 0, 3], executor))
        print([(each, each.outputs.array.tolist()) for each in found])
"""


def test_processes_make_them_too(tmp_path: Path) -> None:
    """In a program of its own: the pool's helper lives as long as the program that made it."""
    script = tmp_path / "sweep.py"
    script.write_text(PROCESSES, encoding="utf-8")
    paths = {"PYTHONPATH": str(Path(engine.__file__).parents[1])}
    run = subprocess.run(
        [sys.executable, script], env=os.environ | paths, capture_output=True, text=True, check=False, timeout=100
    )
    expected = [(each, each.outputs.array.tolist()) for each in attempts(START, XOR, TRAINING, [5, 0, 3])]
    assert run.stdout.strip() == repr(expected), run.stderr


def test_without_a_goal_it_is_refused_at_once() -> None:
    values = Dataset([[0.0], [1.0], [2.0]], [[0.3], [0.7], [0.1]])
    with pytest.raises(EngineError, match="target error"):
        engine.success_rate(NetworkSpec(1, (LayerSpec(1),)), values, TrainingSpec(), range(3))


def test_what_is_locked_or_cut_stays_in_every_start() -> None:
    locked, cut = np.zeros((2, SMALL.n_parameters), dtype=bool)
    locked[1] = cut[2] = True
    values = np.arange(SMALL.n_parameters) / 8
    start = NetworkStart(SMALL, 0, *(FrozenArray(*each) for each in ((values,), (locked, bool), (cut, bool))))
    drawn = start.redrawn(7)
    np.testing.assert_array_equal(drawn.first_parameters()[[1, 2]], [0.125, 0])
    assert drawn.whole_parameters()[2] == 0.25
    expected = Network(SMALL, seed=7).parameters
    expected[[1, 2]] = drawn.first_parameters()[[1, 2]]
    np.testing.assert_array_equal(drawn.first_parameters(), expected)
    (attempt,) = attempts(start, XOR, TRAINING, (7,))
    trainer = Trainer(drawn.make_network(), XOR, replace(TRAINING, seed=7))
    trainer.run()
    np.testing.assert_array_equal(attempt.outputs.array, trainer.network.predict(XOR.inputs))
    assert trainer.network.parameters[1] == 0.125


def test_an_attempt_can_be_made_again_with_the_moments_on_its_way() -> None:
    settings = replace(TRAINING, max_epochs=500)
    for attempt in attempts(START, XOR, settings, range(3)):
        run = run_again(START, XOR, settings, attempt.seed)
        assert (run.epoch, run.stop_reason) == (attempt.epochs, attempt.stop_reason)
        outputs = Network(SMALL, parameters=run.parameters.array).predict(XOR.inputs)
        np.testing.assert_array_equal(outputs, attempt.outputs.array)
        assert run.moments is not None


def test_of_a_large_set_evenly_spread_samples_are_kept() -> None:
    assert kept_rows(4).tolist() == [0, 1, 2, 3]
    rows = kept_rows(1_000)
    assert (len(rows), rows[0], rows[-1]) == (MOST_ROWS, 0, 999)
    assert set(np.diff(rows)) <= {15, 16}
    many = datasets.make("moons", n_samples=150, seed=0)
    (attempt,) = attempts(START, many, TrainingSpec(max_epochs=1), (0,))
    assert attempt.outputs.array.shape == (MOST_ROWS, 1)
