"""A missing library, display, package or Python: one sentence with the line that mends it, exit code 2."""

from __future__ import annotations

import ast
import ctypes
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from gui import startup_check

ROOT = Path(__file__).resolve().parent.parent
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="checks Linux's libraries and displays")


def start(*arguments: str, python: str = sys.executable, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run main.py with variables set, or taken away (None)."""
    variables = {**os.environ, **{name: value for name, value in environment.items() if value is not None}}
    for name in (name for name, value in environment.items() if value is None):
        variables.pop(name, None)
    return subprocess.run(
        [python, str(ROOT / "main.py"), *arguments],
        env=variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_one_sentence(result: subprocess.CompletedProcess[str], *parts: str) -> None:
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    for part in parts:
        assert part in result.stderr


def hide_libraries(monkeypatch: pytest.MonkeyPatch, *hidden: str) -> None:
    real = ctypes.CDLL

    def load(name: str, *arguments: object) -> ctypes.CDLL:
        if name in hidden:
            raise OSError(f"{name}: cannot open shared object file")
        return real(name)

    monkeypatch.setattr(startup_check.ctypes, "CDLL", load)


@ON_LINUX
def test_without_a_display_it_says_so_before_qt_can_abort() -> None:
    result = start(DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert_one_sentence(result, "no display", "--screenshot window.png")


@ON_LINUX
def test_a_display_that_does_not_answer_is_named() -> None:
    assert_one_sentence(start(DISPLAY=":987", WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None), "DISPLAY=:987")


@ON_LINUX
def test_a_wayland_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(startup_check, "missing_libraries", lambda libraries: [])
    environment = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "WAYLAND_DISPLAY=wayland-9" in str(startup_check.find_display_problem(False, environment))


@ON_LINUX
def test_a_wayland_display_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(startup_check, "missing_libraries", lambda libraries: [])
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":987"}
        assert startup_check.find_display_problem(False, environment) is None


@ON_LINUX
def test_an_off_screen_picture_needs_no_display() -> None:
    assert startup_check.find_display_problem(True, {}) is None
    assert startup_check.find_display_problem(False, {"QT_QPA_PLATFORM": "offscreen"}) is None


@ON_LINUX
def test_missing_libraries_are_named_with_the_packages_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    hide_libraries(monkeypatch, "libEGL.so.1", "libfontconfig.so.1")
    monkeypatch.setattr(startup_check.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(startup_check.os, "geteuid", lambda: 1000)
    problem = str(startup_check.find_display_problem(True, {}))
    assert problem.endswith("sudo apt-get install -y libegl1 libfontconfig1")


@ON_LINUX
def test_a_library_that_only_a_window_needs_does_not_stop_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    hide_libraries(monkeypatch, "libxcb-cursor.so.0")
    assert "libxcb-cursor0" in str(startup_check.find_display_problem(False, {"DISPLAY": ":987"}))
    assert startup_check.find_display_problem(True, {}) is None


@ON_LINUX
def test_where_there_is_dnf_it_installs_by_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup_check.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "dnf" else None)
    monkeypatch.setattr(startup_check.os, "geteuid", lambda: 0)
    assert startup_check.install_line(startup_check.DRAWING_LIBRARIES[:1]) == "dnf install 'libEGL.so.1()(64bit)'"


def test_missing_packages_are_named_with_the_command_that_installs_them() -> None:
    # -S leaves out everything that was installed.
    result = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py")], capture_output=True, text=True, timeout=60, check=False
    )
    assert_one_sentence(result, "PySide6", "make run", "-m pip install -e")


def test_everything_needed_is_here_and_nothing_is_complained_about() -> None:
    assert startup_check.find_problem(offscreen=True) is None


def test_unsupported_pythons_are_told_from_supported_ones() -> None:
    assert [startup_check.find_python_problem((3, minor)) is None for minor in range(8, 16)] == [
        *([False] * 3),
        *([True] * 4),
        False,
    ]


@pytest.mark.parametrize(
    ("system", "machine", "release", "parts"),
    [
        ("linux", "x86_64", "glibc 2.31", ["glibc 2.34 or later", "this one has glibc 2.31", "Debian 12"]),
        ("linux", "aarch64", "glibc 2.36", ["glibc 2.39 or later", "this one has glibc 2.36", "Debian 13"]),
        ("linux", "x86_64", "", ["another C library"]),
        ("linux", "riscv64", "glibc 2.41", ["x86_64 or aarch64", "this is riscv64"]),
        ("darwin", "arm64", "12.7.6", ["macOS 13 or later", "this is macOS 12.7.6"]),
    ],
)
def test_a_system_without_wheels_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, release: str, parts: list[str]
) -> None:
    be_on(monkeypatch, system, machine, release)
    problem = startup_check.find_system_problem()
    assert problem is not None
    assert all(part in problem for part in parts), problem
    monkeypatch.setattr(startup_check, "find_package_problem", lambda: "Perceptra needs NumPy.")
    assert startup_check.find_problem(offscreen=True) == problem


@pytest.mark.parametrize(
    ("system", "machine", "release"),
    [
        ("linux", "x86_64", "glibc 2.34"),
        ("linux", "aarch64", "glibc 2.39"),
        ("darwin", "x86_64", "13.0"),
        ("win32", "AMD64", ""),
    ],
)
def test_a_system_with_wheels_is_no_problem(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, release: str
) -> None:
    be_on(monkeypatch, system, machine, release)
    assert startup_check.find_system_problem() is None


def test_where_the_packages_are_there_the_system_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup_check, "find_system_problem", lambda: "never asked")
    assert startup_check.find_problem(offscreen=True) is None


def be_on(monkeypatch: pytest.MonkeyPatch, system: str, machine: str, release: str) -> None:
    monkeypatch.setattr(startup_check.sys, "platform", system)
    monkeypatch.setattr(startup_check.platform, "machine", lambda: machine)
    library, _, version = release.rpartition(" ")
    monkeypatch.setattr(startup_check.platform, "libc_ver", lambda: (library, version))
    monkeypatch.setattr(startup_check.platform, "mac_ver", lambda: (release, ("", "", ""), machine))


@pytest.mark.parametrize("name", ["main.py", "gui/__init__.py", "gui/startup_check.py"])
def test_old_pythons_can_read_what_is_read_before_the_sentence(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))
    futures = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert not futures  # Python 3.6 has no "annotations" to import


@pytest.mark.parametrize("version", ["3.8", "3.10"])
def test_a_python_that_does_not_suit_reads_the_sources_and_says_which_does(version: str) -> None:
    python = _find_python(version)
    if python is None:
        pytest.skip(f"python{version} is not installed")
    assert_one_sentence(start(python=python), f"this is Python {version}", "make run PYTHON=")


def _find_python(version: str) -> str | None:
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    candidates = [*map(str, sorted(pyenv.glob(f"{version}.*/bin/python"))), shutil.which(f"python{version}")]
    for candidate in candidates:
        if candidate and subprocess.run([candidate, "-c", ""], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


def test_the_check_imports_nothing_but_the_standard_library() -> None:
    code = "import sys; before = set(sys.modules); import gui.startup_check; print(*(set(sys.modules) - before))"
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    roots = {name.partition(".")[0] for name in output.split()}
    assert roots - {"gui"} <= set(sys.stdlib_module_names)
