"""Compiles the kernels ahead of time into Numba's cache on disk, so that the first training need not wait.

`python -m engine.warm_up` does it from the command line; the window does it in a child process at the first start.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import numpy as np

from engine.network.kernels.cache import cache_folder

_STAMP = "complete.json"
_KEPT_VERSIONS = 6


def can_compile() -> bool:
    """Whether Numba is installed. Where it has no wheels, the kernels run as plain Python: there is nothing to warm."""
    return importlib.util.find_spec("numba") is not None


def is_warm() -> bool:
    """Whether everything is compiled for this source, processor, Python and Numba; takes a few ms.

    `warm` leaves a stamp in the cache folder, whose name stands for all these, with the files that Numba had written
    there and their sizes. Warm means that the stamp is there and that the files still are as it says.
    """
    if not can_compile():
        return True
    folder = cache_folder()
    if folder is None:
        return False
    try:
        files = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
        return all((folder / name).stat().st_size == size for name, size in files.items())
    except (OSError, ValueError, AttributeError):
        return False


def warm() -> None:
    """Compiles every kernel in both forms, writes the stamp, and removes what the oldest versions left.

    Does nothing where there is no compiler, or where the kernels cannot be kept.
    """
    if not can_compile():
        return
    folder = cache_folder()
    if folder is None:
        return
    _use_every_kernel()
    files = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".nbi", ".nbc")
    }
    partial = folder / f"{_STAMP}.partial"
    partial.write_text(json.dumps(files), encoding="utf-8")
    partial.replace(folder / _STAMP)
    _remove_old_versions(folder)


def _use_every_kernel() -> None:
    """Calls everything that calls a kernel, once with a network for either form."""
    from engine.analysis.error_surface import error_surface
    from engine.data.dataset import Dataset
    from engine.network.network import Network
    from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
    from engine.training.trainer import Trainer

    rng = np.random.default_rng(0)
    for units in (2, 256):
        network = Network(NetworkSpec(4, (LayerSpec(units), LayerSpec(units), LayerSpec(1))))
        inputs, targets = rng.random((64, 4)), rng.random((64, 1))
        trainer = Trainer(network, Dataset(inputs, targets), TrainingSpec(batch_size=None), keeps_moments=True)
        trainer.run(epochs=1)
        network.predict(inputs)
        network.loss(inputs, targets)
        network.gradient(inputs, targets)
        error_surface(network, trainer.data, "squared_error", 0, 1, 1.0, 2)


def _remove_old_versions(folder: Path) -> None:
    """Keeps the newest few: other Pythons and other check-outs may share the place."""
    versions = sorted(folder.parent.glob("kernels-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for version in versions[_KEPT_VERSIONS:]:
        if version != folder:
            shutil.rmtree(version, ignore_errors=True)


if __name__ == "__main__":
    warm()
