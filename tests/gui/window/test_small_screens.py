"""The window and its dialogs fit the screen, also one that is small, enlarged, or smaller than it was last time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import small_screen

ENLARGED = (960, 540)  # 1920×1080 at 200 %
KEPT = ["2500,100,1200,800", "100,50,1900,1000", "-900,-700,1000,600"]


@pytest.mark.parametrize("size", [(1280, 720), (1280, 680), ENLARGED, (1920, 1080)])
def test_the_first_start_is_whole_on_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    (found,) = small_screen.run(tmp_path, size, "place")
    x, y, width, height = found["window"]
    assert (found["room"][2], found["room"][3]) == size
    assert x >= 0
    assert y >= 0
    assert x + width <= size[0]
    assert y + height <= size[1]
    assert found["lowest"] <= size[1]
    assert width >= min(size[0] - 10, 1280)


@pytest.fixture(scope="module")
def brought_here(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, list[int]]]:
    """Where windows stand on a small screen that were left at each of these places.

    First on a much larger screen, whose places Qt itself does not take up; then on one of this size, beside it.
    """
    folder = tmp_path_factory.mktemp("kept")
    small_screen.run(folder, (3840, 2160), "place", "en", *KEPT)
    found = small_screen.run(folder, (1280, 680), "place", "en", *KEPT, *KEPT)
    rounds = (found[: len(KEPT)], found[len(KEPT) :])
    return [{kept: each["window"] for kept, each in zip(KEPT, one, strict=True)} for one in rounds]


@pytest.mark.parametrize("kept", KEPT)
def test_a_place_of_another_screen_is_brought_onto_this_one(
    brought_here: list[dict[str, list[int]]], kept: str
) -> None:
    for places in brought_here:
        x, y, width, height = places[kept]
        assert x >= 0
        assert y >= 0
        assert x + width <= 1280
        assert y + height <= 680


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_can_be_reached_at_200_percent(tmp_path: Path, language: str) -> None:
    (found,) = small_screen.run(tmp_path, ENLARGED, "parts", language)
    assert found["lost"] == []
    assert found["looked"] > 85  # on stage there is less


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_dialog_fits_at_200_percent(tmp_path: Path, language: str) -> None:
    (found,) = small_screen.run(tmp_path, ENLARGED, "dialogs", language)
    assert found["lost"] == []
    assert found["looked"] > 60
