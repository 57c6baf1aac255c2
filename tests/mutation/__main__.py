"""The opt-in job: mutmut changes one line at a time, and the tests nearest to it should notice.

Run with: make mutate, make mutate ARGS="engine/spec", or python -m tests.mutation engine/spec/losses.py
It works on a copy in build/mutation. `--again` keeps the verdicts of the last time where the code is the same.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("engine/spec", "engine/network/fit.py", "engine/analysis", "gui/document", "gui/session")
EQUIVALENT = Path(__file__).with_name("equivalent.toml")

SETTINGS = """
[tool.mutmut]
source_paths = ["engine", "gui"]
only_mutate = {patterns}
also_copy = ["main.py", "resources", ".setup", "Makefile", "README.md"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:cacheprovider"]
process_isolation = "forkserver"
timeout_constant = 4.0
timeout_multiplier = 4.0
track_dependencies = false
"""


def main() -> int:
    """0, whatever survives: the share is for people to read."""
    parser = argparse.ArgumentParser(prog="tests.mutation", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"folders or files of the code; else {' '.join(PARTS)}")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutation", help="where the copies are made")
    parser.add_argument("--again", action="store_true", help="keep the verdicts on what has not changed")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for part in options.parts or PARTS:
        total += test_part(part.rstrip("/"), options.folder, options.jobs, options.again)
    if total:
        print(f"all: {share(total)}")
    return 0


def test_part(part: str, folder: Path, jobs: int, again: bool) -> Counter[str]:
    """Mutate `part`, a folder or a file, run its tests, and print what survived."""
    copy = folder / part.replace("/", "-").removesuffix(".py")
    if copy.exists() and not again:
        shutil.rmtree(copy)
    copy_sources(copy)
    patterns = [part if part.endswith(".py") else f"{part}/*"]
    settings = SETTINGS.format(patterns=patterns, tests=[nearest_tests(part)])
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings.replace("'", '"'))
    compile_kernels(copy)
    mutmut(copy, "run", "--max-children", str(jobs))
    return report(part, copy)


def copy_sources(copy: Path) -> None:
    """Copy what git knows or would add, as it stands in the working folder."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listing.stdout.splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)


def compile_kernels(copy: Path) -> None:
    """Compile them where the tests will run, before the tests are timed."""
    mutants = copy / "mutants"
    if not mutants.exists():
        shutil.copytree(copy / "engine", mutants / "engine")
    subprocess.run([sys.executable, "-m", "engine.warm_up"], cwd=mutants, check=True)


def nearest_tests(part: str) -> str:
    """The test of the same name, or the folder that mirrors the code's. mutmut chooses those that reach a change."""
    path = Path(part)
    test = Path("tests") / path.parent / f"test_{path.name}"
    if (ROOT / test).is_file():
        return test.as_posix()
    folder = path.parent if path.suffix else path
    while not (ROOT / "tests" / folder).is_dir():
        folder = folder.parent
    return (Path("tests") / folder).as_posix()


def mutmut(copy: Path, *arguments: str) -> str:
    """What mutmut prints; its lines of progress are left out where it fails."""
    command = [sys.executable, "-m", "tests.mutation.mutmut_for_code", *arguments]
    done = subprocess.run(command, cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        lines = [line for line in re.split(r"[\r\n]+", done.stdout) if not re.match(r"[\u2800-\u28ff]", line)]
        sys.exit("\n".join(lines[-60:]))
    return done.stdout


def report(part: str, copy: Path) -> Counter[str]:
    """Print the survivors of `part`; returns how many changes had which fate."""
    known = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["change"]
    count: Counter[str] = Counter()
    survivors = defaultdict(list)
    for name, fate, change in json.loads(mutmut(copy, "verdicts")):
        if fate not in ("survived", "no tests"):
            count["killed"] += 1
            continue
        reason = next((entry["why"] for entry in known if entry["becomes"] in change), None)
        count["equivalent" if reason else "survived"] += 1
        survivors[reason or fate].append(f"{name}\n{change}")
    for fate, changes in survivors.items():
        print(f"\n{fate}:", *changes, sep="\n")
    print(f"\n{part}: {share(count)}", flush=True)
    return count


def share(count: Counter[str]) -> str:
    """The share of changes that no test notices, those left out that change nothing."""
    other = count["killed"] + count["survived"]
    percent = 100 * count["survived"] / other if other else 0.0
    return f"{count['survived']} of {other} changes survive, {percent:.1f} % (and {count['equivalent']} equivalent)"


if __name__ == "__main__":
    sys.exit(main())
