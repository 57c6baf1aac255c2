"""The opt-in job: spoilt files for every reader, hostile ones made by hand, and savings that are killed.

Run with: make fuzz ARGS="--cases 100000 --seed 1 --kills 200", or python -m tests.fuzz
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from tests.fuzz.cases import make_case
from tests.fuzz.full_disk import fill_disks
from tests.fuzz.hostile import try_hostile_files
from tests.fuzz.kills import kill_savings
from tests.fuzz.readers import READERS

STALLED_S = 60.0


def main() -> int:
    """0 when nothing was found; the files that were not taken well are kept."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="spoilt files over all readers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--kills", type=int, default=200, help="savings that are killed")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "perceptra-fuzz")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    found = Fuzz(options.seed, -(-options.cases // len(READERS)), options.jobs, options.keep).run()
    found += try_hostile_files()
    found += kill_savings(options.kills, options.seed)
    found += fill_disks()
    print(f"{found} findings" if found else "nothing found")
    return 1 if found else 0


class Fuzz:
    """Shares the cases out to processes and watches them."""

    def __init__(self, seed: int, cases: int, jobs: int, keep: Path) -> None:
        self._seed, self._cases, self._jobs, self._keep = seed, cases, jobs, keep
        self._outcomes: dict[str, Counter[str]] = defaultdict(Counter)
        self._found = 0

    def run(self) -> int:
        """The number of findings."""
        begin = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            self._folder = Path(folder)
            running = {share: self._start(share, next(iter(READERS)), share) for share in range(self._jobs)}
            while running:
                time.sleep(0.5)
                for share, process in list(running.items()):
                    if process.poll() is None and not self._is_stalled(share):
                        continue
                    again = self._end(share, process)
                    del running[share]
                    if again is not None:
                        running[share] = again
        whole = sum(sum(counts.values()) for counts in self._outcomes.values())
        for name, counts in self._outcomes.items():
            print(f"{name:16} {counts['read']:7} read {counts['refused']:7} refused {counts['found']:4} found")
        print(f"{whole} spoilt files in {time.perf_counter() - begin:.0f} s")
        return self._found

    def _start(self, share: int, name: str, number: int) -> subprocess.Popen[bytes]:
        told = (self._folder / f"told{share}").open("ab")
        command = [sys.executable, "-m", "tests.fuzz.worker", self._seed, self._cases, share, self._jobs, self._folder]
        return subprocess.Popen([*map(str, command), name, str(number)], stdout=told)

    def _progress(self, share: int) -> tuple[str, int] | None:
        try:
            name, _, number = (self._folder / f"progress{share}").read_text().partition(":")
            return name, int(number)
        except (OSError, ValueError):
            return None

    def _is_stalled(self, share: int) -> bool:
        note = self._folder / f"progress{share}"
        return note.exists() and time.time() - note.stat().st_mtime > STALLED_S

    def _end(self, share: int, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes] | None:
        """Count what a process told; where it did not come to its end, tell why and go on behind the case."""
        code = process.poll()
        process.kill()
        process.wait()
        told = self._folder / f"told{share}"
        for line in told.read_text().splitlines():
            self._count(json.loads(line))
        told.unlink()
        if code == 0:
            return None
        at = self._progress(share)
        if at is None:
            print(f"process {share} ended with {code} before it began")
            self._found += 1
            return None
        problem = f"the process hung for {STALLED_S:.0f} s" if code is None else f"the process ended with {code}"
        self._count({"reader": at[0], "number": at[1], "problem": problem})
        return self._start(share, at[0], at[1] + self._jobs)

    def _count(self, told: dict[str, Any]) -> None:
        if "outcomes" in told:
            self._outcomes[told["reader"]].update(told["outcomes"])
            return
        self._found += 1
        name, number = told["reader"], told["number"]
        file = self._keep / f"{name.replace(' ', '-')}-{self._seed}-{number}{READERS[name].suffix}"
        file.write_bytes(make_case(name, self._seed, number)[0])
        print(f"{name} {number}, kept as {file}:\n{told['problem']}")


if __name__ == "__main__":
    sys.exit(main())
