"""The engine is a library of its own: its tests pass where no Qt can be imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

RUN_WITHOUT_QT = """
import sys
import pytest

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "gui"):
            raise ModuleNotFoundError(f"{name} is hidden from this run", name=name)

sys.meta_path.insert(0, NoQt())
sys.exit(pytest.main(sys.argv[1:]))
"""


@pytest.mark.timeout(900)  # a whole part of the suite in one test
def test_the_engines_tests_pass_where_no_qt_can_be_imported() -> None:
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    plugins = ["-p", "pytest_timeout", "-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider"]
    result = subprocess.run(
        [sys.executable, "-c", RUN_WITHOUT_QT, "tests/engine", "-q", "-x", *plugins],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_qt_import_would_be_noticed() -> None:
    code = RUN_WITHOUT_QT.replace("sys.exit(pytest.main(sys.argv[1:]))", "import gui.toolkit.theme")
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "is hidden from this run" in result.stderr
