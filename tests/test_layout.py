"""The layout of the code: what lies loose, and what packages say of themselves."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("engine", "gui")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PACKAGES = [path for path in MODULES if path.name == "__init__.py"]
MOST_LOOSE_MODULES = 4
MOST_MODULES_IN_A_FOLDER = 20
MOST_LINES = 400


def name_of(path: Path) -> str:
    """The dotted name of a module."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_the_window_s_code_lies_in_rooms() -> None:
    loose = [path.name for path in (ROOT / "gui").glob("*.py") if path.name != "__init__.py"]
    assert len(loose) <= MOST_LOOSE_MODULES, loose


def test_a_folder_holds_what_one_glance_takes_in() -> None:
    folders = Counter(path.parent for path in (*MODULES, *TESTS) if path.name != "__init__.py")
    full = {str(folder.relative_to(ROOT)): n for folder, n in folders.items() if n > MOST_MODULES_IN_A_FOLDER}
    assert not full


def test_a_module_is_split_before_it_grows_too_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {name: lines for name, lines in lengths.items() if lines >= MOST_LINES}


@pytest.mark.parametrize("path", PACKAGES, ids=name_of)
def test_a_package_says_what_lives_in_it_and_what_it_may_import(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert "may import" in docstring.lower()
    assert len(docstring) > 60
