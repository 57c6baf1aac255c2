"""A process that works off its share of the cases; it may crash or hang, and is watched from outside.

Started as: python -m tests.fuzz.worker SEED CASES SHARE SHARES FOLDER READER NUMBER
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
import traceback
import warnings
from collections import Counter
from pathlib import Path
from typing import TextIO

from tests.fuzz.cases import FoundError, make_case, run_case
from tests.fuzz.readers import READERS

MORE_BYTES = 1_000_000_000  # than the process has when it begins


def main(arguments: list[str]) -> int:
    """Tell of findings and, at the end, of outcomes, a JSON line each."""
    seed, cases, share, shares = map(int, arguments[:4])
    progress, first, number = Path(arguments[4]) / f"progress{share}", arguments[5], int(arguments[6])
    tell = sys.stdout
    _limit_memory()
    warnings.simplefilter("error")
    names = list(READERS)
    quiet = contextlib.redirect_stdout(io.StringIO())  # openpyxl prints what it finds odd
    with quiet, tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        for name in names[names.index(first) :]:
            _work(name, range(number if name == first else share, cases, shares), seed, (progress, Path(folder), tell))
    return 0


def _work(name: str, numbers: range, seed: int, places: tuple[Path, Path, TextIO]) -> None:
    progress, folder, tell = places
    outcomes: Counter[str] = Counter()
    with progress.open("w") as note:
        for number in numbers:
            os.pwrite(note.fileno(), f"{name}:{number:<12}".encode(), 0)
            raw, chance = make_case(name, seed, number)
            try:
                outcomes[run_case(name, raw, chance, folder)] += 1
            except (Exception, MemoryError) as error:
                outcomes["found"] += 1
                told = str(error) if isinstance(error, FoundError) else traceback.format_exc(limit=-4)
                print(json.dumps({"reader": name, "number": number, "problem": told}), file=tell, flush=True)
    print(json.dumps({"reader": name, "outcomes": outcomes}), file=tell, flush=True)


def _limit_memory() -> None:
    """Let what a file blows up end in a MemoryError (Linux)."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    import resource

    now = int(statm.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MORE_BYTES, resource.RLIM_INFINITY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
