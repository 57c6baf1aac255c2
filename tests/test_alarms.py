"""The suite's own alarms ring: a test that leaves something running, or warns, fails, and so does the run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent

MISBEHAVES = """
import subprocess, sys, threading, warnings
from PySide6.QtCore import QTimer, qWarning

children = []

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, args=(30,), daemon=True).start()

def test_leaves_a_child():
    children.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_warns_by_qt():
    qWarning("something is wrong")

def test_warns_by_python():
    warnings.warn("something is old", DeprecationWarning)

def test_raises_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)

def test_behaves():
    pass
"""
ENDS_BY_ITSELF = """
import threading
def test_it():
    thread = threading.Thread(target=threading.Event().wait, args=(0.1,))
    thread.start()
"""


def run_alone(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one test file under this suite's settings and fixtures; `results.xml` is what it tells."""
    (folder / "test_alone.py").write_text(code)
    settings = ["-c", "pyproject.toml", "--rootdir", str(ROOT), "-p", "tests.conftest", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *settings, f"--junitxml={folder / 'results.xml'}", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one run of all that misbehave finds wrong with each, by its name."""
    folder = tmp_path_factory.mktemp("alone")
    result = run_alone(MISBEHAVES, folder)
    assert result.returncode == 1, result.stdout
    cases = ElementTree.parse(folder / "results.xml").iter("testcase")
    return {case.attrib["name"]: "".join(case.itertext()) for case in cases if len(case)}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("test_leaves_a_thread", "left threads running"),
        ("test_leaves_a_child", "left child processes running"),
        ("test_warns_by_qt", "something is wrong"),
        ("test_warns_by_python", "something is old"),
        ("test_raises_in_a_slot", "ZeroDivisionError"),
    ],
    ids=["thread", "child process", "Qt warning", "Python warning", "exception in a slot"],
)
def test_a_test_that_misbehaves_fails(faults: dict[str, str], name: str, reason: str) -> None:
    assert reason in faults[name]


def test_one_that_behaves_is_not_to_blame_for_those_before_it(faults: dict[str, str]) -> None:
    assert "test_behaves" not in faults


def test_a_thread_that_ends_by_itself_is_waited_for(tmp_path: Path) -> None:
    result = run_alone(ENDS_BY_ITSELF, tmp_path)
    assert result.returncode == 0, result.stdout
