"""Set-up from a bare machine: the right Python, uv by whatever means there are, pip's settings, system packages."""

from __future__ import annotations

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from gui import startup_check

ROOT = Path(__file__).resolve().parent.parent
NEEDS_SHELL = pytest.mark.skipif(os.name == "nt", reason="make and sh are for Linux and macOS; Windows uses uv")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / ".setup"))
    return importlib.import_module("environment")


@pytest.fixture
def system_libraries(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / ".setup"))
    return importlib.import_module("system_libraries")


# ------------------------------------------------------------------ the Makefile


@NEEDS_SHELL
def test_make_alone_lists_the_commands() -> None:
    output = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in ("run", "test", "bench", "mutate", "lint", "format", "translations", "clean"):
        assert re.search(rf"^  make {name} +\S", output, re.MULTILINE)


@NEEDS_SHELL
def test_the_readmes_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"(?m)(?:^|`)make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"run", "test"} <= commands
    assert {name for name in commands if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


# ------------------------------------------------------------------ which Python


def find_python(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run find_python in a checkout of its own, where only the programs in `folder` are found."""
    for name in (".setup/find_python", "gui/startup_check.py"):
        (folder / "checkout" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / "checkout" / name)
    return subprocess.run(
        ["/bin/sh", str(folder / "checkout" / ".setup" / "find_python")],
        env={"PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def put_python(folder: Path, name: str, version: tuple[int, int]) -> None:
    """A program `name` that answers as a Python of `version` would."""
    put_program(folder, name, "echo /found/$0" if (3, 11) <= version <= (3, 14) else "exit 1")


def put_program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@NEEDS_SHELL
def test_the_first_python_that_suits_is_taken(tmp_path: Path) -> None:
    put_python(tmp_path, "python3", (3, 9))
    put_python(tmp_path, "python3.14", (3, 14))
    put_python(tmp_path, "python3.12", (3, 12))
    result = find_python(tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip().endswith("/python3.14")


@NEEDS_SHELL
def test_the_python_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    result = find_python(tmp_path, PYTHON=sys.executable)
    assert result.stdout.strip() == sys.executable


@NEEDS_SHELL
@pytest.mark.parametrize("asked", ["", "python3"])
def test_without_a_python_that_suits_one_sentence_says_what_to_do(tmp_path: Path, asked: str) -> None:
    put_python(tmp_path, "python3", (3, 15))
    result = find_python(tmp_path, PYTHON=asked)
    assert (result.returncode, result.stdout) == (2, "")
    (*before, sentence) = result.stderr.strip().splitlines()
    assert "Python 3.11 to 3.14" in sentence
    assert "make run PYTHON=/path/to/python3.14" in sentence
    assert len(before) == (0 if asked else 1)  # what was tried first is said; who asked for one gets no other


FETCHES = """
[ "$1 $2" = "python find" ] && exit 1
[ "$*" = "python install 3.14" ] || { echo "asked: $*" >&2; exit 2; }
/bin/mkdir -p "$UV_PYTHON_INSTALL_DIR/cpython-3.14/bin"
/bin/cp "$0.fetched" "$UV_PYTHON_INSTALL_DIR/cpython-3.14/bin/python3"
"""


@NEEDS_SHELL
def test_where_none_fits_uv_fetches_one_and_it_is_said_first(tmp_path: Path) -> None:
    put_python(tmp_path, "python3", (3, 10))
    put_python(tmp_path, "uv.fetched", (3, 14))
    put_program(tmp_path, "uv", FETCHES)
    first = find_python(tmp_path)
    assert first.returncode == 0
    assert first.stdout.strip().endswith(".uv/python/cpython-3.14/bin/python3")
    assert "uv fetch one into .uv" in first.stderr.splitlines()[0]
    again = find_python(tmp_path)
    assert (again.stdout, again.stderr) == (first.stdout, "")


@NEEDS_SHELL
def test_an_older_python_brings_the_uv_that_fetches(tmp_path: Path) -> None:
    put_python(tmp_path, "fetched", (3, 14))
    put_program(tmp_path, "uv", FETCHES.replace("$0.fetched", str(tmp_path / "fetched")))
    (tmp_path / "uv").rename(tmp_path / "to-install")
    install = f"/bin/mkdir -p {{0}} && /bin/cp {tmp_path / 'to-install'} {{0}}/uv".format(
        tmp_path / "checkout" / ".uv" / "bin"
    )
    put_program(tmp_path, "python3", f'case "$1" in */environment.py) {install} ;; *) exit 1 ;; esac')
    result = find_python(tmp_path)
    assert (result.returncode, len(result.stderr.splitlines())) == (0, 1)
    assert result.stdout.strip().endswith(".uv/python/cpython-3.14/bin/python3")


@NEEDS_SHELL
def test_a_fetching_that_fails_sends_the_user_away_with_a_sentence(tmp_path: Path) -> None:
    put_program(tmp_path, "uv", "exit 1")
    result = find_python(tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("Perceptra needs Python 3.11 to 3.14, found none and could fetch")


def test_the_pythons_are_the_same_wherever_they_are_named() -> None:
    oldest, newest = startup_check.OLDEST_PYTHON, startup_check.NEWEST_PYTHON
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">=3.{oldest[1]},<3.{newest[1] + 1}"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"Python 3.{oldest[1]} to 3.{newest[1]}" in readme


@pytest.mark.parametrize("version", ["3.8"])
def test_an_older_python_can_read_what_installs_uv(version: str) -> None:
    for name in (".setup/environment.py", ".setup/system_libraries.py", "gui/startup_check.py"):
        ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=tuple(map(int, version.split("."))))


def test_a_system_that_nothing_is_made_for_gets_a_sentence_before_anything_is_installed(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "find_system_problem", lambda: "Perceptra needs another system.")
    monkeypatch.setattr(environment.subprocess, "run", None)
    assert environment.main("run") == 2
    assert capsys.readouterr() == ("", "Perceptra needs another system.\n")


# ------------------------------------------------------------------ which systems


@NEEDS_SHELL
def test_every_system_and_python_is_resolved_and_what_has_no_wheel_is_named(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    platforms = importlib.import_module("platforms")
    fails = '*"x86_64-apple-darwin --python-version 3.14 --only-binary :all:"*) echo "numba has no wheels" >&2; exit 1'
    put_program(tmp_path, "uv", f'case "$*" in {fails} ;; *"--only-binary :all: --extra dev"*) ;; *) exit 2 ;; esac')
    monkeypatch.setattr(environment, "find_uv", lambda: str(tmp_path / "uv"))
    monkeypatch.setattr(environment, "uv_settings", dict)
    assert platforms.main() == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert (len(lines), last) == (5 * 4, "1 of 20 failed")
    assert [line for line in lines if not line.endswith("every package has a wheel")] == [
        "macOS x86_64, Python 3.14: numba has no wheels"
    ]


# ------------------------------------------------------------------ uv


def test_pips_settings_are_handed_on_to_uv(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    listing = (  # as `pip config list` prints it
        "global.extra-index-url='\\nhttps://a.example\\nhttps://b.example'\n"
        "global.index-url='https://mirror.example'\n"
        f"global.find-links='{tmp_path} {tmp_path / 'nowhere'}'\n"
        ":env:.timeout='5'\n"
    )
    monkeypatch.setattr(
        environment.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, stdout=listing)
    )
    settings = environment.uv_settings()
    assert settings.pop("UV_INDEX_STRATEGY") == "unsafe-best-match"
    assert settings == {
        "UV_DEFAULT_INDEX": "https://mirror.example",
        "UV_INDEX": "https://a.example https://b.example",
        "UV_FIND_LINKS": str(tmp_path),
    }
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example")
    assert environment.uv_settings()["UV_DEFAULT_INDEX"] == "https://variable.example"
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://own.example")
    assert "UV_DEFAULT_INDEX" not in environment.uv_settings()


def test_without_virtual_environments_uv_comes_by_pip_alone(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(environment, "_has", lambda module: module == "pip")
    monkeypatch.setattr(environment, "run", lambda command, failure: commands.append(command))
    monkeypatch.setattr(environment, "find_uv", lambda: "uv")
    assert environment.install_uv() == "uv"
    assert len(commands) == 1
    assert "--target" in commands[0]


def test_without_pip_and_virtual_environments_the_package_is_named(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_has", lambda module: False)
    with pytest.raises(environment.SetUpError, match=r"apt-get install -y python3\.\d+-venv"):
        environment.install_uv()


def test_a_step_that_fails_ends_set_up_with_one_sentence_and_exit_code_2(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment.system_libraries, "install_missing", lambda window, venv: True)
    monkeypatch.setattr(environment, "find_uv", lambda: "false")
    monkeypatch.setattr(environment, "make_venv", lambda uv: environment.run([uv], "no environment"))
    assert environment.main("run") == 2
    assert capsys.readouterr().err.strip() == "Set-up stopped: no environment. The command was: false"


# ------------------------------------------------------------------ system packages


class Machine:
    """A Debian whose missing packages are given; remembers what apt-get was told."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, module: ModuleType, missing: list[str], programs: set[str]
    ) -> None:
        self.commands: list[list[str]] = []
        self.succeeds = True
        monkeypatch.setattr(module.sys, "platform", "linux")
        monkeypatch.setattr(module, "missing_packages", lambda window: list(missing))
        monkeypatch.setattr(module.shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None)
        monkeypatch.setattr(module.subprocess, "run", self._run)
        monkeypatch.setattr(module, "_has_package_lists", lambda: True)

    def _run(self, command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        return subprocess.CompletedProcess(command, 0 if self.succeeds else 1)


def test_nothing_is_installed_where_nothing_is_missing(
    system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, system_libraries, [], {"apt-get", "sudo"})
    assert system_libraries.install_missing(window=True, venv=False)
    assert (machine.commands, capsys.readouterr().out) == ([], "")


def test_root_installs_without_sudo_and_says_so_first(
    system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, system_libraries, ["libegl1"], {"apt-get", "sudo"})
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0)
    assert system_libraries.install_missing(window=True, venv=True)
    assert machine.commands[0][-2:] == ["libegl1", system_libraries.venv_package()]
    assert "sudo" not in machine.commands[0]
    assert "libegl1" in capsys.readouterr().out


def test_others_install_with_sudo(system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, system_libraries, ["libegl1"], {"apt-get", "sudo"})
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    assert system_libraries.install_missing(window=True, venv=False)
    assert machine.commands[-1][0] == "sudo"


def test_who_may_not_install_is_told_the_command(
    system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, system_libraries, ["libegl1"], {"apt-get"})
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    assert not system_libraries.install_missing(window=True, venv=False)
    assert machine.commands == []
    assert "sudo apt-get install -y libegl1" in capsys.readouterr().out


def test_an_installation_that_fails_is_tried_with_fresh_package_lists_and_then_left_to_the_user(
    system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, system_libraries, ["libegl1"], {"apt-get"})
    machine.succeeds = False
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0)
    assert not system_libraries.install_missing(window=True, venv=False)
    assert [("update" in command, "install" in command) for command in machine.commands] == [
        (False, True),
        (True, False),
        (False, True),
    ]
    assert "please try: sudo apt-get install -y libegl1" in capsys.readouterr().out


def test_a_fresh_machine_gets_its_package_lists_first(
    system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, system_libraries, ["libegl1"], {"apt-get"})
    monkeypatch.setattr(system_libraries, "_has_package_lists", lambda: False)
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0)
    assert system_libraries.install_missing(window=True, venv=False)
    assert ["update" in command for command in machine.commands] == [True, False]


# ------------------------------------------------------------------ CI


@NEEDS_SHELL
@pytest.mark.parametrize(
    ("test_code", "lint_code", "line", "passes"),
    [
        (0, 0, "======== 12 passed, 1 skipped in 68.45s (0:01:08) ========", True),
        (1, 0, "======== 1 failed, 11 passed in 3.40s ========", False),
        (0, 1, "======== 12 passed in 3.40s ========", False),
        (134, 0, "======== 12 passed in 3.40s ========", False),  # passed, then aborted
        (0, 0, "no closing line", False),
    ],
)
def test_ci_fails_when_anything_failed_and_ends_with_the_closing_line(
    tmp_path: Path, test_code: int, lint_code: int, line: str, passes: bool
) -> None:
    make = tmp_path / "make"
    make.write_text(f'#!/bin/sh\n[ "$1" = lint ] && exit {lint_code}\necho "{line}"\nexit {test_code}\n')
    make.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(
        ["bash", str(ROOT / ".ci" / "run")], env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode == 0) == passes
    last = result.stdout.splitlines()[-1]
    assert last == (line if line.startswith("=") else "pytest did not finish")


# ------------------------------------------------------------------ the repository


def test_no_file_names_a_package_index() -> None:
    hosts = re.compile("py" + r"pi\.|python" + r"hosted|\bindex-url\b|/sim" + r"ple\b")
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    assert "uv.lock" not in names
    own = {"tests/test_setup.py", ".setup/environment.py"}  # they name pip's settings, no host
    for name in set(names) - own:
        path = ROOT / name
        if path.suffix in (".py", ".toml", ".md", ".sh", "") and path.is_file():
            assert not hosts.search(path.read_text(encoding="utf-8")), name
