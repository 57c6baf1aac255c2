"""The yardstick in C: compiles `reference.c` into a temporary folder and calls it."""

from __future__ import annotations

import ctypes
import functools
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine import Network
from engine.spec.activations import ACTIVATIONS

if TYPE_CHECKING:
    from tests.benchmarks.training import Work

_SOURCE = Path(__file__).with_name("reference.c")
_FOLDER = tempfile.TemporaryDirectory(prefix="perceptra-benchmark-")


@functools.cache
def _library() -> ctypes.CDLL:
    built = Path(_FOLDER.name) / "reference.so"
    subprocess.run(
        ["gcc", "-O3", "-march=native", "-shared", "-fPIC", str(_SOURCE), "-o", str(built), "-lm"], check=True
    )
    library = ctypes.CDLL(str(built))
    whole, real = ctypes.c_int, ctypes.c_double
    numbers, table = np.ctypeslib.ndpointer(np.int32), np.ctypeslib.ndpointer(np.float64, flags="C")
    library.train.argtypes = [whole, numbers, numbers, table, whole, table, table, whole, real, whole, table]
    library.train.restype = None
    return library


def turn(work: Work) -> Callable[[], None]:
    """A turn from the engine's start, ready to be timed; it checks that both come to the same parameters."""
    spec, epochs = work.network, work.epochs["C"]
    sizes = np.array(spec.sizes, dtype=np.int32)
    activations = np.array([ACTIVATIONS[layer.activation].code for layer in spec.layers], dtype=np.int32)
    start, losses, train = Network(spec, seed=0).parameters, np.zeros(epochs), _library().train
    parameters = start.copy()

    def run(count: int) -> None:
        train(
            len(spec.layers),
            sizes,
            activations,
            parameters,
            len(work.inputs),
            work.inputs,
            work.targets,
            work.batch_size,
            work.learning_rate,
            count,
            losses,
        )

    _check(work, run, parameters)
    return lambda: run(epochs)


def _check(work: Work, run: Callable[[int], None], parameters: np.ndarray) -> None:
    """Both programs must do the same work, or the ratio means nothing."""
    from engine import Dataset, Trainer, TrainingSpec

    network = Network(work.network, seed=0)
    settings = TrainingSpec(batch_size=work.batch_size, learning_rate=work.learning_rate)
    Trainer(network, Dataset(work.inputs, work.targets), settings).run(epochs=3)
    run(3)
    np.testing.assert_allclose(parameters, network.parameters, rtol=1e-9, atol=1e-12)
