"""Makes `.venv`: system libraries, uv, the pinned dependencies, compiled bytecode and kernels.

Run by the Makefile with a Python that suits: `python .setup/environment.py run` (what the window needs), `... dev`
(tests and checks too) or `... mutation` (mutmut as well). `... uv` installs uv alone, for which any Python from 3.8 on
will do; see find_python. Standard library only. Every step looks first whether there is anything to do. Indexes,
proxies and caches are whatever the user's pip and uv are set to.
"""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import system_libraries  # noqa: E402

from gui.startup_check import NEWEST_PYTHON, OLDEST_PYTHON, find_system_problem  # noqa: E402

VENV = ROOT / ".venv"
UV_HOME = ROOT / ".uv"
UV_REQUIREMENT = "uv>=0.5,<1"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
VENV_PYTHON = VENV / SCRIPTS / "python"
EXTRAS = {"run": "", "dev": "[dev]", "mutation": "[dev,mutation]"}


class SetUpError(Exception):
    """A step cannot be done; the text is one sentence that says what would mend it."""


def main(purpose: str) -> int:
    """Make the environment for `purpose` ("run", "dev", "mutation" or "uv"); 0, or 2 after a sentence on stderr."""
    try:
        if purpose == "uv":
            install_uv()
            return 0
        if problem := find_system_problem():
            raise SetUpError(problem)
        system_libraries.install_missing(window=purpose == "run", venv=_needs_venv_package())
        uv = find_uv() or install_uv()
        make_venv(uv)
        install_dependencies(uv, purpose)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    compile_everything()
    return 0


def find_uv() -> str | None:
    """The user's own uv, or the one installed here before."""
    own = [UV_HOME / SCRIPTS / "uv", UV_HOME / "packages" / SCRIPTS / "uv"]
    return shutil.which("uv") or next((str(path) for path in own if path.exists()), None)


def install_uv() -> str:
    """Install uv into `.uv`, by a virtual environment or, where Python has none, by pip alone."""
    say("Installing uv into .uv (nothing outside this folder changes)")
    if _has("venv") and _has("ensurepip"):
        run([sys.executable, "-m", "venv", "--clear", str(UV_HOME)], "the environment for uv could not be made")
        pip = [str(UV_HOME / SCRIPTS / "python"), "-m", "pip"]
        target: list[str] = []
    elif _has("pip"):
        pip = [sys.executable, "-m", "pip"]
        target = ["--target", str(UV_HOME / "packages"), "--upgrade"]
    else:
        raise SetUpError(
            "This Python can make no virtual environment; on Debian or Ubuntu, install what it lacks with: "
            f"sudo apt-get install -y {system_libraries.venv_package()}"
        )
    run([*pip, "install", "--quiet", *target, UV_REQUIREMENT], "uv could not be installed; is the network there?")
    uv = find_uv()
    if uv is None:
        raise SetUpError("pip installed uv but no uv program came of it; install uv yourself and run make again.")
    return uv


def make_venv(uv: str) -> None:
    """Make `.venv` unless there is one with a Python that suits."""
    # PYTHON is set where the user asked for a certain one.
    this = tuple(sys.version_info[:2])
    oldest, newest = (this, this) if os.environ.get("PYTHON") else (OLDEST_PYTHON, NEWEST_PYTHON)
    check = f"import sys; sys.exit(not {oldest} <= sys.version_info[:2] <= {newest})"
    if VENV_PYTHON.exists() and subprocess.run([VENV_PYTHON, "-c", check], check=False).returncode == 0:
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)], "the environment .venv could not be made")


def install_dependencies(uv: str, purpose: str) -> None:
    """Install what pyproject.toml pins, and this project itself, editable."""
    say("Installing the pinned dependencies into .venv")
    project = f"{ROOT}{EXTRAS[purpose]}"
    command = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(VENV_PYTHON), "-e", project]
    run(command, "the dependencies could not be installed; is the network there?")


def compile_everything() -> None:
    """Python's bytecode of the product and the engine's kernels, so that the first start is not the slow one.

    The program runs without either, only more slowly at first: a failure is said and passed over.
    """
    folders = [str(ROOT / name) for name in ("main.py", "engine", "gui")]
    steps: tuple[tuple[str, list[str], str], ...] = (
        ("compileall", ["-q", *folders], "Python's bytecode"),
        ("engine.warm_up", [], "the engine's kernels (once, some seconds)"),
    )
    if subprocess.run([VENV_PYTHON, "-c", "import numba"], check=False, capture_output=True).returncode != 0:
        say("There is no Numba for this computer: the engine runs uncompiled, with the same numbers but more slowly")
    for module, arguments, what in steps:
        say(f"Compiling {what}")
        result = subprocess.run([VENV_PYTHON, "-m", module, *arguments], cwd=ROOT, check=False)
        if result.returncode != 0:
            say(f"That did not work (exit code {result.returncode}); it is done at the first start instead")


def run(command: list[str], failure: str) -> None:
    """Run `command`; a failure becomes a SetUpError that says what did not work."""
    environment = {**os.environ, **uv_settings()}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0:
        raise SetUpError(f"Set-up stopped: {failure}. The command was: {' '.join(command)}")


def uv_settings() -> dict[str, str]:
    """What the user told pip, in the variables that uv reads; nothing that uv was told itself.

    So a mirror of the package index that is set up for pip, as at many universities, serves uv too.
    """
    told = pip_settings()
    links = [link for link in told.get("find-links", "").split() if "://" in link or Path(link).exists()]
    settings = {
        "UV_DEFAULT_INDEX": told.get("index-url", ""),
        "UV_INDEX": " ".join(told.get("extra-index-url", "").split()),
        "UV_FIND_LINKS": ",".join(links),
        "SSL_CERT_FILE": told.get("cert", ""),
    }
    if settings["UV_INDEX"]:
        settings["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # pip's way: the best version from any index
    return {name: value for name, value in settings.items() if value and name not in os.environ}


def pip_settings() -> dict[str, str]:
    """pip's settings by their long names, from its files and, above them, its variables."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    listing = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    settings = {}
    for line in listing.splitlines():
        key, _, value = line.partition("=")
        if value and not key.startswith(":env:"):
            settings[key.rpartition(".")[2]] = str(ast.literal_eval(value))
    variables = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    return {**settings, **{name[4:].lower().replace("_", "-"): value for name, value in variables.items()}}


def say(text: str) -> None:
    """Tell the user what is going on."""
    print(f"» {text}", flush=True)


def _needs_venv_package() -> bool:
    return find_uv() is None and not (_has("venv") and _has("ensurepip")) and not _has("pip")


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
