"""Files for the tests of the window's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.project.demos import demo
from engine.project.file import project_file


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    path = tmp_path / "shared.perceptra"
    project_file.save(demo("xor"), path)
    return path
