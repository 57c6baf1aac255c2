"""pyproject.toml says what is there, and imports keep to the layers where the import linter cannot see."""

from __future__ import annotations

import ast
import fnmatch
import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from engine import warm_up

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PRODUCT = [ROOT / "main.py", *sorted((ROOT / "engine").rglob("*.py")), *sorted((ROOT / "gui").rglob("*.py"))]


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in PRODUCT[1:]}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_entry_point_exists() -> None:
    module, _, function = SETTINGS["project"]["scripts"]["perceptra"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def packed_folders() -> set[str]:
    """The folders whose files go into a wheel; setuptools matches their dotted names, code in them or not."""
    found = SETTINGS["tool"]["setuptools"]["packages"]["find"]
    folders = [folder for top in ("engine", "gui", "resources", "tests") for folder in (ROOT / top).rglob("*")]
    names = [folder.relative_to(ROOT).as_posix().replace("/", ".") for folder in folders if folder.is_dir()]

    def matches(name: str, patterns: list[str]) -> bool:
        return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)

    return {name for name in names if matches(name, found["include"]) and not matches(name, found["exclude"])}


def test_a_wheel_holds_the_program_and_nothing_that_this_machine_compiled() -> None:
    warm_up.warm()  # beside the kernels, unless the environment names another place
    assert list((ROOT / "engine").rglob("__pycache__"))
    folders = packed_folders()
    assert [name for name in folders if "__pycache__" in name or "kernels-" in name] == []
    assert {"engine.network.kernels", "gui.window", "resources.lessons", "resources.fonts"} <= folders
    assert not any(name.startswith("tests") for name in folders)


def test_direct_dependencies_are_pinned_exactly() -> None:
    project = SETTINGS["project"]
    optional = [text for group in project["optional-dependencies"].values() for text in group]
    requirements = [*project["dependencies"], *optional]
    assert [text for text in requirements if not re.fullmatch(r"[\w.-]+==[\d.]+", text.partition(";")[0])] == []


# The import linter sees packages, not their parts: that a module keeps away from widgets is read off the source.
NO_WIDGETS = [
    *(path for path in PRODUCT if path.relative_to(ROOT).parts[:2] in (("gui", "document"), ("gui", "session"))),
    ROOT / "gui" / "toolkit" / "translation.py",
]


@pytest.mark.parametrize("path", NO_WIDGETS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_document_commands_and_session_use_no_widget(path: Path) -> None:
    assert not [name for name in _imported(path) if name.startswith(("PySide6.QtWidgets", "pyqtgraph"))]


def test_nobody_uses_the_global_random_state_or_pickle() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in PRODUCT
        for match in re.finditer(
            r"np\.random\.(?!default_rng|Generator|SeedSequence|PCG64|BitGenerator)\w+|import pickle", path.read_text()
        )
    ]
    assert found == []


CODE_VIEW = ROOT / "engine" / "analysis" / "numpy_code" / "code_run.py"


def test_nothing_that_comes_from_outside_can_be_executed() -> None:
    """No eval, no exec, no unpickling; NumPy's own loader allocates what a file says before it looks at the file.

    But for the code view: it runs the lines that it shows, in which nothing stands that a person or a file has said.
    """
    called = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node.func)}"
        for path in PRODUCT
        if path != CODE_VIEW
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("eval", "exec", "compile", "__import__", "np.load", "numpy.load", "os.system")
    ]
    assert called == []


@pytest.mark.parametrize("module", ["engine", "engine.spec.specs", "engine.project.project", "engine.data.datasets"])
def test_the_engines_values_are_quick_to_import(module: str) -> None:
    code = f"import sys, {module}; print(*[name for name in ('numba', 'scipy', 'sklearn') if name in sys.modules])"
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert output.strip() == ""


def _imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names
