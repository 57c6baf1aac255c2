"""The suite's own alarms ring: a test that leaves something running, or warns, fails, and so does the run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LEAVES_A_THREAD = """
import threading
def test_it():
    threading.Thread(target=threading.Event().wait, args=(30,), daemon=True).start()
"""
LEAVES_A_CHILD = """
import subprocess, sys
children = []
def test_it():
    children.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
"""
WARNS_BY_QT = """
from PySide6.QtCore import qWarning
def test_it():
    qWarning("something is wrong")
"""
WARNS_BY_PYTHON = """
import warnings
def test_it():
    warnings.warn("something is old", DeprecationWarning)
"""
RAISES_IN_A_SLOT = """
from PySide6.QtCore import QTimer
def test_it(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)
"""
BEHAVES = """
import threading
def test_it():
    thread = threading.Thread(target=threading.Event().wait, args=(0.1,))
    thread.start()
"""


def run_alone(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one test file under this suite's settings and fixtures."""
    (folder / "test_alone.py").write_text(code)
    settings = ["-c", "pyproject.toml", "--rootdir", str(ROOT), "-p", "tests.conftest", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *settings, str(folder / "test_alone.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (LEAVES_A_THREAD, "left threads running"),
        (LEAVES_A_CHILD, "left child processes running"),
        (WARNS_BY_QT, "something is wrong"),
        (WARNS_BY_PYTHON, "something is old"),
        (RAISES_IN_A_SLOT, "ZeroDivisionError"),
    ],
    ids=["thread", "child process", "Qt warning", "Python warning", "exception in a slot"],
)
def test_a_test_that_misbehaves_fails_the_run(code: str, reason: str, tmp_path: Path) -> None:
    result = run_alone(code, tmp_path)
    assert result.returncode == 1, result.stdout
    assert reason in result.stdout


def test_a_thread_that_ends_by_itself_is_waited_for(tmp_path: Path) -> None:
    result = run_alone(BEHAVES, tmp_path)
    assert result.returncode == 0, result.stdout
