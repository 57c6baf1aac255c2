"""The engine is a library of its own: it can be imported, and works, where there is no Qt.

The import contracts in pyproject.toml find every import statement of Qt, late ones, too. What they cannot see are
imports by name, and other packages that bring Qt along: so every module is loaded here, and the lecture is computed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

HIDE_QT = """
import importlib
import pkgutil
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "gui"):
            raise ModuleNotFoundError(f"{name} is hidden from this run", name=name)

sys.meta_path.insert(0, NoQt())
"""

LOAD_EVERY_MODULE = """
import engine
for module in pkgutil.walk_packages(engine.__path__, "engine."):
    importlib.import_module(module.name)
    print(module.name)
"""

RUN_TESTS = """
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""

WHOLE_WAYS = (
    "tests/engine/test_worked_examples.py",
    "tests/engine/test_round_trips.py",
    "tests/engine/test_public_face.py",
)
"""Tests that go through all rooms of the engine, from the data to the saved project."""


def run_without_qt(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The ended run of `code` in a Python that finds no Qt."""
    return subprocess.run(
        [sys.executable, "-c", HIDE_QT + code, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_module_of_the_engine_loads_where_no_qt_can_be_imported() -> None:
    result = run_without_qt(LOAD_EVERY_MODULE)
    assert result.returncode == 0, result.stderr
    here = {path for path in (ROOT / "engine").rglob("*.py") if path.name != "__init__.py"}
    assert len(result.stdout.split()) >= len(here) > 0


@pytest.mark.timeout(300)  # a part of the suite in one test
def test_the_engine_works_where_no_qt_can_be_imported() -> None:
    plugins = ["-p", "pytest_timeout", "-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider"]
    result = run_without_qt(RUN_TESTS, *WHOLE_WAYS, "-q", "-x", *plugins)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_qt_import_would_be_noticed() -> None:
    result = run_without_qt("import gui.toolkit.theme")
    assert result.returncode != 0
    assert "is hidden from this run" in result.stderr
