"""The window and its dialogs fit the screen, also one that is small, enlarged, or smaller than it was last time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import small_screen

ENLARGED = (960, 540)  # 1920×1080 at 200 %


@pytest.mark.parametrize("size", [(1280, 720), (1280, 680), ENLARGED, (1920, 1080)])
def test_the_first_start_is_whole_on_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    found = small_screen.run(tmp_path, size, "place")
    x, y, width, height = found["window"]
    assert (found["room"][2], found["room"][3]) == size
    assert x >= 0
    assert y >= 0
    assert x + width <= size[0]
    assert y + height <= size[1]
    assert found["lowest"] <= size[1]
    assert width >= min(size[0] - 10, 1280)


@pytest.mark.parametrize("kept", ["2500,100,1200,800", "100,50,1900,1000", "-900,-700,1000,600"])
def test_a_place_of_another_screen_is_brought_onto_this_one(tmp_path: Path, kept: str) -> None:
    small_screen.run(tmp_path, (3840, 2160), "place", "en", kept)
    x, y, width, height = small_screen.run(tmp_path, (1280, 680), "place")["window"]
    assert x >= 0
    assert y >= 0
    assert x + width <= 1280
    assert y + height <= 680


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_can_be_reached_at_200_percent(tmp_path: Path, language: str) -> None:
    found = small_screen.run(tmp_path, ENLARGED, "parts", language)
    assert found["lost"] == []
    assert found["looked"] > 85  # on stage there is less


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_dialog_fits_at_200_percent(tmp_path: Path, language: str) -> None:
    found = small_screen.run(tmp_path, ENLARGED, "dialogs", language)
    assert found["lost"] == []
    assert found["looked"] > 60
