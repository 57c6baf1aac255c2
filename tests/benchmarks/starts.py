"""How long many starts take, on all cores: `python -m tests.benchmarks.starts`.

2-2-1 sigmoid on XOR, per sample, at most 5,000 epochs, until all samples are right. 1,000 starts may take 3 s on two
cores; ten times the starts may take ten times the work, and 10 % more at most. Best of several turns in alternation,
and work is what the cores did for it, whatever else they had to do. Exits with 1 where a bar is missed.
"""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import engine
from engine import LayerSpec, NetworkSpec, TrainingSpec
from engine.data import datasets

SPEC = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
TRAINING = TrainingSpec(learning_rate=0.5, batch_size=1, max_epochs=5_000)
FEW, TIMES = 1_000, 10
TURNS = 3
MOST_SECONDS, MOST_OFF = 3.0, 0.1


def seconds(count: int, workers: int) -> tuple[float, float]:
    """The time on the wall and on the cores that `count` starts take."""
    data = datasets.logic_gate("xor")
    wall, cores = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(workers) as executor:
        found = list(engine.success_rate(SPEC, data, TRAINING, range(count), executor))
    assert len(found) == count
    return time.perf_counter() - wall, time.process_time() - cores


def main() -> int:
    """Measures everything; the exit code."""
    workers = os.cpu_count() or 1
    seconds(10, workers)  # loads the kernels
    turns = [(seconds(FEW, workers), seconds(FEW * TIMES, workers)) for _ in range(TURNS)]
    few, many = ([min(each) for each in zip(*timed, strict=True)] for timed in zip(*turns, strict=True))
    ratio = many[1] / few[1] / TIMES
    met = few[0] <= MOST_SECONDS * max(1.0, 2 / workers) and ratio <= 1 + MOST_OFF
    print(f"{FEW:>7,} starts  {few[0]:6.2f} s on {workers} cores ({few[1]:.2f} s of work); bar {MOST_SECONDS:g} s")
    print(f"{FEW * TIMES:>7,} starts  {many[0]:6.2f} s, {TIMES} times the work × {ratio:.3f}; bar {1 + MOST_OFF:g}")
    print("All bars are met." if met else "A bar is missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
