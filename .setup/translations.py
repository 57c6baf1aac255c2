"""Collects the window's texts into `resources/translations/*.ts` and compiles those into the `.qm` files that Qt reads.

`make translations` runs it; with a folder as argument it does the same to the `.ts` files there (a test does).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from engine_texts import as_source, engine_texts

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"


def main(folder: Path = FOLDER) -> int:
    """Update and compile every `.ts` file in `folder`; 0, or the failing tool's exit code."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "gui").rglob("*.py"))]
    with tempfile.TemporaryDirectory() as spare:
        spoken = Path(spare) / "engine_texts.py"
        spoken.write_text(as_source(engine_texts(ROOT / "engine")), encoding="utf-8")
        for ts_file in sorted(folder.glob("*.ts")):
            if failed := _refresh(ts_file, [*sources, str(spoken)]):
                return failed
    return 0


def _refresh(ts_file: Path, sources: list[str]) -> int:
    commands = (
        # No line numbers: an edit elsewhere in a source file is no change of its translation.
        [_tool("lupdate"), "-silent", "-locations", "none", "-no-obsolete", *sources, "-ts", str(ts_file)],
        [_tool("lrelease"), "-silent", str(ts_file), "-qm", str(ts_file.with_suffix(".qm"))],
    )
    for command in commands:
        result = subprocess.run(command, cwd=ROOT, check=False)
        if result.returncode != 0:
            return result.returncode
    return 0


def _tool(name: str) -> str:
    """PySide6's own copy of a Qt translation tool, from the environment that runs this."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


if __name__ == "__main__":
    sys.exit(main(*(Path(argument).resolve() for argument in sys.argv[1:2])))
