"""A window on the lecture's XOR run, shown at 1280×720."""

from __future__ import annotations

import pytest

from engine.project.demos import demo
from tests.gui.conftest import Opens
from tests.helpers.user import User


@pytest.fixture
def run(opens: Opens) -> User:
    """A user before the lecture's XOR run."""
    return opens(demo("xor_run"))
