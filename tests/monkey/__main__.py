"""`python -m tests.monkey --events 50000 --seed 1`: storms of 500 events, each in a process of its own.

A storm that fails is told with its events, and `--only` plays some of them again; `--shrink` leaves out what the
failure does not need.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

EVENTS_OF_A_STORM = 500
_TIME_LIMIT_S = 900.0


def main() -> int:
    """0 where everything held."""
    parser = argparse.ArgumentParser(prog="monkey", description=__doc__)
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first storm; the next ones count on")
    parser.add_argument("--only", help="events of one storm to play, e.g. 0-80 or 3,17,60, here in this process")
    parser.add_argument("--shrink", action="store_true", help="find few events of the storm that still fail")
    asked = parser.parse_args()
    if asked.only:
        return _play(asked.seed, _numbers(asked.only))
    if asked.shrink:
        return _shrink(asked.seed, list(range(EVENTS_OF_A_STORM)))
    failed = 0
    for index in range(-(-asked.events // EVENTS_OF_A_STORM)):
        seed = asked.seed + index
        told = _apart(seed, list(range(EVENTS_OF_A_STORM)))
        print(f"storm {seed}: {'held' if told is None else told}", flush=True)
        failed += told is not None
    return 1 if failed else 0


def _play(seed: int, numbers: list[int]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import faulthandler

    from PySide6.QtWidgets import QApplication

    from tests.monkey.storm import Storm

    faulthandler.enable()
    with tempfile.TemporaryDirectory(prefix="perceptra-monkey-") as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = folder
        application = QApplication([])
        files = Path(folder) / "files"
        files.mkdir()
        os.chdir(files)  # what it saves under a name alone
        storm = Storm(seed, files, watched=True, tells=True)
        try:
            storm.run(numbers)
        except Exception:  # told here: the hook that would tell may have gone with a window
            traceback.print_exc()
            return 1
        finally:
            application.processEvents()
    return 0


def _apart(seed: int, numbers: list[int]) -> str | None:
    """What a storm in a process of its own tells; None where everything held."""
    only = ",".join(map(str, numbers))
    command = [sys.executable, "-m", "tests.monkey", "--seed", str(seed), "--only", only]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIME_LIMIT_S, check=False)
    except subprocess.TimeoutExpired:
        return "did not end"
    return None if done.returncode == 0 else f"ended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-6000:]}"


def _shrink(seed: int, numbers: list[int]) -> int:
    told = _apart(seed, numbers)
    if told is None:
        print("this storm holds")
        return 0
    size = len(numbers) // 2
    while size:
        place = 0
        while place < len(numbers):
            fewer = numbers[:place] + numbers[place + size :]
            less = _apart(seed, fewer) if fewer else None
            if less is None:
                place += size
            else:
                numbers, told = fewer, less
        size //= 2
    print(f"python -m tests.monkey --seed {seed} --only {','.join(map(str, numbers))}\n{told}")
    return 1


def _numbers(text: str) -> list[int]:
    numbers: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    return numbers


if __name__ == "__main__":
    sys.exit(main())
