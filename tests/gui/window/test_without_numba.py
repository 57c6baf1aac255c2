"""Where Numba has no wheels, an Intel Mac for instance, the window says that the engine is not compiled, and trains."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine import warm_up
from gui.main_window import MainWindow
from tests.helpers.user import User

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys
sys.modules["numba"] = None
import main
sys.exit(main.main(sys.argv[1:]))
"""
NOTICE = "Engine not compiled: training is slow"


def test_the_status_line_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "can_compile", lambda: False)
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    user = User(qtbot, window)
    notice = user.find("preparing_text")
    assert isinstance(notice, QLabel)
    assert (notice.text(), notice.isVisible()) == (NOTICE, True)
    assert "Numba" in notice.toolTip()
    window.close()
    window.deleteLater()


def test_with_numba_there_is_nothing_to_say(user: User) -> None:
    assert not user.find("preparing_text").isVisible()


def test_the_window_trains_without_numba(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    trained = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--demo", "and", "--screenshot", str(file), "--until-trained"],
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
        env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)},
    )  # fmt: skip
    assert (trained.returncode, trained.stderr) == (0, "")
    assert file.read_bytes().startswith(b"\x89PNG")
