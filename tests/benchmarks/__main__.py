"""All measurements, one after the other, each in a process of its own.

python -m tests.benchmarks              everything that can be run in this folder
python -m tests.benchmarks start        only some, by name
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Run the measurements called `names`, or all; 1 when one of them missed a bar."""
    there = [path.stem for path in sorted(FOLDER.glob("[!_]*.py")) if "__main__" in path.read_text(encoding="utf-8")]
    unknown = [name for name in names if name not in there]
    if unknown:
        print(f"There is no measurement called {', '.join(unknown)}; there are {', '.join(there)}.", file=sys.stderr)
        return 2
    missed = []
    for name in names or there:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"tests.benchmarks.{name}"]
        if subprocess.run(command, cwd=FOLDER.parents[1], check=False).returncode != 0:
            missed.append(name)
    print(f"Bars missed in: {', '.join(missed)}" if missed else "Every bar was met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
