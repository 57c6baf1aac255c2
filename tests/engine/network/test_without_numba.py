"""Where Numba cannot be imported the same kernels run as plain Python and pass the same tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import engine.network.kernels

ENGINE_TESTS = Path(__file__).resolve().parents[1]
BLOCK = (
    "import sys; sys.modules['numba'] = None; import pytest, engine.network.kernels;"
    "assert not engine.network.kernels.COMPILED; sys.exit(pytest.main(sys.argv[1:]))"
)
CHOSEN = (
    "spec/test_activations.py",
    "network/test_gradients.py",
    "network/test_rbf_kernels.py",
    "test_worked_examples.py::test_one_step_by_the_lectures_formulas",
    "test_worked_examples.py::test_the_published_2_2_2_example",
    "test_worked_examples.py::test_the_lectures_perceptron_run",
    "training/test_rules.py::test_adam",
    "training/test_rules.py::test_nesterov_is_the_gradient_at_the_look_ahead",
    "training/test_rules.py::test_rprop",
    "training/test_rules.py::test_adaptive",
    "training/test_trainer.py::test_steps_and_epochs_and_chunks_come_to_the_same",
    "training/test_trainer.py::test_divergence_ends_the_run_at_the_last_finite_evaluation",
)


def test_the_kernels_are_compiled_here():
    assert engine.network.kernels.COMPILED


def test_the_uncompiled_kernels_pass_the_same_tests():
    # Only the plugins that these tests need: pytest-qt would want a Qt that may not be there.
    plugins = ["-p", "pytest_timeout", "-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider"]
    arguments = ["-q", *plugins, "-k", "not 256 and not blas-", *(str(ENGINE_TESTS / name) for name in CHOSEN)]
    done = subprocess.run(
        [sys.executable, "-c", BLOCK, *arguments],
        cwd=ENGINE_TESTS.parents[1],
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert "passed" in done.stdout


def test_the_same_numbers_come_out_to_the_last_digits():
    code = (
        "{block}from engine import Dataset, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec;"
        "n = Network(NetworkSpec(2, (LayerSpec(3, 'tanh'), LayerSpec(1))), seed=1);"
        "t = TrainingSpec(shuffle=True, batch_size=3, momentum=0.5);"
        "Trainer(n, Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]), t).run(epochs=20);"
        "print(*(float(p).hex() for p in n.parameters))"
    )
    lines = [
        subprocess.run(
            [sys.executable, "-c", code.format(block=block)], capture_output=True, text=True, check=True
        ).stdout.split()
        for block in ("", "import sys; sys.modules['numba'] = None;")
    ]
    compiled, plain = ([float.fromhex(word) for word in line] for line in lines)
    assert max(abs(a - b) for a, b in zip(compiled, plain, strict=True)) < 1e-13
