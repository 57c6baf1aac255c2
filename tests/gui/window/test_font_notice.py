"""Where there is no Chinese font, Chinese text shows as boxes: the window says what mends it, once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.toolkit import translation
from tests.helpers.user import User

ROOT = Path(__file__).resolve().parents[3]
ENGLISH = "This computer has no Chinese font, so Chinese text shows as boxes."
PACKAGES = ("sudo apt install fonts-noto-cjk", "sudo dnf install google-noto-sans-cjk-fonts")
NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{cache}</cachedir></fontconfig>'
)
WINDOW = """
import json, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from gui.toolkit import translation
translation.install(app, sys.argv[1])
from gui.main_window import MainWindow
window = MainWindow(remembers=False)
window.show()
seen = []
def look():
    app.processEvents()
    seen.append(window.message_bar.text if window.message_bar.isVisible() else "")
look()
for name in sys.argv[2:]:
    if name == "dismiss":
        window.message_bar._dismiss.click()
    else:
        window.actions_by_name[name].trigger()
    look()
print(json.dumps(seen))
window.close()
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is of Linux")


def messages(folder: Path, *steps: str) -> list[str]:
    """What the window says at the start in a language, and after each step, on a computer without any font."""
    config = folder / "fonts.conf"
    config.write_text(NO_FONTS.format(cache=folder / "cache"), encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", WINDOW, *steps],
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=True,
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
    )  # fmt: skip
    found = json.loads(shown.stdout)
    assert isinstance(found, list)
    return found


def test_chinese_without_a_font_is_told_with_the_packages_in_both_languages_once(tmp_path: Path) -> None:
    begin, chinese, dismissed, english, again = messages(
        tmp_path, "en", "language_zh_CN", "dismiss", "language_en", "language_zh_CN"
    )
    assert (begin, dismissed, english, again) == ("", "", "", "")
    assert chinese.startswith(ENGLISH)
    assert "这台电脑没有中文字体" in chinese
    for package in PACKAGES:
        assert chinese.count(package) == 2


def test_it_is_told_at_a_start_in_chinese_and_withdrawn_in_english(tmp_path: Path) -> None:
    begin, english = messages(tmp_path, "zh_CN", "language_en")
    assert begin.startswith(ENGLISH)
    assert english == ""


def test_with_a_font_there_is_nothing_to_say(user: User, qapp: QApplication) -> None:
    user.triggers("language_zh_CN")
    try:
        assert not user.find("message_bar").isVisible()
    finally:
        translation.install(qapp, "en")
