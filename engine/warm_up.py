"""Compiles the kernels ahead of time into Numba's cache on disk, so that the first training need not wait.

`python -m engine.warm_up` does it from the command line. At the first start the window does it in two child processes,
each with a share of the kernels: `python -m engine.warm_up 0` says "ready" when what the first training needs of its
share is compiled, and goes on with the rest. Kernels that are still missing then are compiled when they are called.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.network.kernels.cache import cache_folder

if TYPE_CHECKING:
    from engine.network.kernels.native import NativeKernel

FIRST_SHARES = (("train",), ("forward", "predict_rows", "evaluate", "finish_pass", "keep"))
"""The kernels that the default network is trained and shown with, parted so that either half takes as long."""

READY = "ready"
_KEPT_VERSIONS = 6


def can_compile() -> bool:
    """Whether Numba is installed. Where it has no wheels, the kernels run as plain Python: there is nothing to warm."""
    return importlib.util.find_spec("numba") is not None


def is_warm() -> bool:
    """Whether everything is compiled for this source, processor, Python and Numba; takes a few ms.

    `warm` leaves a stamp for each share in the cache folder, whose name stands for all these, with the files that Numba
    had written there and their sizes. Warm means that the stamps are there and that the files still are as they say.
    """
    if not can_compile():
        return True
    folder = cache_folder()
    if folder is None:
        return False
    try:
        stamps = [_stamp(folder, share).read_text(encoding="utf-8") for share in range(len(FIRST_SHARES))]
        files = [each for stamp in stamps for each in json.loads(stamp).items()]
        return all((folder / name).stat().st_size == size for name, size in files)
    except (OSError, ValueError, AttributeError):
        return False


def warm(share: int | None = None, when_ready: Callable[[], object] = lambda: None) -> None:
    """Compiles the kernels of one share, or all; writes its stamp, and removes what the oldest versions left.

    Calls `when_ready` as soon as what the first training needs is there. Does nothing where there is no compiler, or
    where the kernels cannot be kept.
    """
    folder = cache_folder() if can_compile() else None
    if folder is None:
        return
    for each in range(len(FIRST_SHARES)) if share is None else (share,):
        kernels = _kernels_of(each)
        for number, kernel in enumerate(kernels):
            if number == len(FIRST_SHARES[each]):
                when_ready()
            kernel.ready()
        _write_stamp(folder, each, kernels)
    _remove_old_versions(folder)


def load(share: int) -> None:
    """Loads what the first training needs of a share that was compiled, and Numba, which takes longer."""
    for kernel in _kernels_of(share)[: len(FIRST_SHARES[share])]:
        kernel.ready()


def _kernels_of(share: int) -> list[NativeKernel]:
    """Those that come first, then an equal part of the others."""
    from engine.network.kernels import train  # noqa: F401  (it imports every module that declares kernels)
    from engine.network.kernels.native import NativeKernel

    named = {kernel.name: kernel for kernel in NativeKernel.ALL}
    first = [named.pop(name) for names in FIRST_SHARES for name in names]
    mine = [kernel for kernel in first if kernel.name in FIRST_SHARES[share]]
    return mine + list(named.values())[share :: len(FIRST_SHARES)]


def _stamp(folder: Path, share: int) -> Path:
    return folder / f"share-{share}.json"


def _write_stamp(folder: Path, share: int, kernels: list[NativeKernel]) -> None:
    found = [path for kernel in kernels for path in folder.rglob(f"*.{kernel.name}-*.nb[ci]")]
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in sorted(found)}
    stamp = _stamp(folder, share)
    partial = stamp.with_suffix(".partial")
    partial.write_text(json.dumps(files), encoding="utf-8")
    partial.replace(stamp)


def _remove_old_versions(folder: Path) -> None:
    """Keeps the newest few: other Pythons and other check-outs may share the place."""
    versions = sorted(folder.parent.glob("kernels-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for version in versions[_KEPT_VERSIONS:]:
        if version != folder:
            shutil.rmtree(version, ignore_errors=True)


def main(arguments: list[str]) -> None:
    """Compiles the share whose number is given, or all, and tells whoever has started this when it is ready."""
    gc.disable()  # a tenth of the time goes into looking for garbage, of which some 50 MB are left in the end
    os.environ.setdefault("NUMBA_DISABLE_ERROR_MESSAGE_HIGHLIGHTING", "1")  # Numba writes thousands that nobody reads
    if not arguments:
        warm()
        return
    warm(int(arguments[0]), _say_ready)


def _say_ready() -> None:
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    if hasattr(os, "nice"):
        os.nice(10)  # from here on the window, which trains, goes first


if __name__ == "__main__":
    main(sys.argv[1:])
