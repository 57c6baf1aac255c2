"""A table of a million rows: how long the reading takes, how much memory, and how soon it can be given up.

Run with: python -m tests.benchmarks.importing
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

import numpy as np

from engine.errors import EngineError
from engine.importing import Watch, convert, read_table, suggested_plan

ROWS = 1_000_000


def main() -> None:
    """Write, read, convert, give up; print the times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "million.csv"
        values = np.random.default_rng(0).normal(size=(ROWS, 3))
        lines = (f"{a:.6g},{b:.6g},{c:.6g},{'abc'[i % 3]}" for i, (a, b, c) in enumerate(values.tolist()))
        file.write_text("x,y,z,class\n" + "\n".join(lines))
        print(f"file: {file.stat().st_size / 1e6:.0f} MB")
        begin = time.perf_counter()
        pauses = [begin]
        table = read_table(file, watch=Watch(progress=lambda _: pauses.append(time.perf_counter())))
        print(f"read: {time.perf_counter() - begin:.2f} s, told every {np.diff(pauses).max() * 1e3:.0f} ms at most")
        begin = time.perf_counter()
        done = convert(table, suggested_plan(table))
        print(f"convert: {time.perf_counter() - begin:.2f} s, {done.n_samples} samples, {done.n_classes} classes")
        print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")
        _give_up(file)


def _give_up(file: Path) -> None:
    asked = time.perf_counter() + 0.5
    try:
        read_table(file, watch=Watch(given_up=lambda: time.perf_counter() > asked))
    except EngineError as error:
        print(f"given up {(time.perf_counter() - asked) * 1e3:.0f} ms after the wish: {error}")


if __name__ == "__main__":
    main()
