"""What every test gets: off screen, English, settings of its own, and an alarm for what it leaves running.

Qt's and Python's warnings fail a test (pyproject.toml). Nothing here needs Qt unless the test brought it,
so that the engine's tests run where there is none.
"""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

SCREEN = Path(__file__).with_name("helpers") / "screen.json"  # else Qt makes one of 800 by 800
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does, before NumPy is imported
os.environ.setdefault("LOKY_MAX_CPU_COUNT", "1")  # else scikit-learn asks lscpu, which a bare system lacks
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")
# What is compiled is kept: every program that tests start, and every later run, would compile each module anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# For programs that tests start; tests themselves get a folder each (below).
_CONFIG = tempfile.TemporaryDirectory(prefix="perceptra-tests-")
os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = _CONFIG.name

# The machine's speed is no property of the product, and a failure must come back on the next run.
hypothesis.settings.register_profile("repeatable", deadline=None, derandomize=True)
hypothesis.settings.load_profile("repeatable")

GRACE_S = 3.0  # how long something that was told to end may take


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Accept the ini file's Qt settings also where pytest-qt is switched off."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "read by pytest-qt", type="linelist")


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Three processes on two cores: tests of the window wait for timers, threads and programs a fifth of the time."""
    cores = yield
    return cores + cores // 2


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail the test that leaves a thread or a child process behind."""
    threads, children = set(threading.enumerate()), _children()
    yield
    left_threads = [thread for thread in threading.enumerate() if thread not in threads]
    give_up = time.monotonic() + GRACE_S
    for thread in left_threads:
        thread.join(max(0.0, give_up - time.monotonic()))
    names = [thread.name for thread in left_threads if thread.is_alive()]
    assert not names, f"the test left threads running: {', '.join(names)}"
    pause = threading.Event()
    while (left := _children() - children) and time.monotonic() < give_up:
        pause.wait(0.05)
    assert not left, f"the test left child processes running: {sorted(left)}"


@pytest.fixture(scope="session")
def _settings_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders that are not there yet. Pytest would look through those of all tests before to find one."""
    parent = tmp_path_factory.mktemp("settings")
    return (parent / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_settings(_nothing_left_running: None, _settings_folders: Iterator[Path]) -> Iterator[None]:
    """The user's settings are never read or written, and every test begins and ends in English."""
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QSettings

    place = next(_settings_folders)
    place.mkdir()
    folder = str(place)
    os.environ["XDG_DATA_HOME"] = folder
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, folder)
    yield
    os.environ["XDG_DATA_HOME"] = _CONFIG.name
    app = QCoreApplication.instance()
    if app is not None and "gui.toolkit.translation" in sys.modules:
        translation = sys.modules["gui.toolkit.translation"]
        if translation.current_language() != translation.SOURCE_LANGUAGE:
            translation.install(app, translation.SOURCE_LANGUAGE)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A thread that outlives the tests would hang or abort the interpreter after a green line: say so instead."""
    left = [
        thread.name for thread in threading.enumerate() if not thread.daemon and thread is not threading.main_thread()
    ]
    if left:
        print(f"\nthreads left running after the last test: {', '.join(left)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _children() -> set[int]:
    """Running child processes (Linux; elsewhere none are seen). A zombie has ended."""
    found: set[int] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            found.update(int(pid) for pid in task.read_text().split())
        except OSError:  # the task ended meanwhile
            continue
    return {pid for pid in found if _state(pid) not in ("Z", "")}


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
