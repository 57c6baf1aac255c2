"""The lessons that come with the program: whole, in order, and in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.lessons import LANGUAGES, Lesson, LocalizedText, load_lesson, load_shelf

SHELF = Path(__file__).resolve().parents[3] / "resources" / "lessons"
FILES = sorted(SHELF.glob("*.toml"))


def texts_of(value: object) -> list[LocalizedText]:
    """Every text in a lesson, however deep."""
    if isinstance(value, LocalizedText):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts_of(part)]
    fields = getattr(value, "__struct_fields__", ())
    return [text for name in fields for text in texts_of(getattr(value, name))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_opens_and_speaks_both_languages(path: Path) -> None:
    lesson = load_lesson(path)
    for said in texts_of(lesson):
        assert said.text("en") != said.text("zh_CN") or not re.search("[a-zA-Z]{4}", said.text("en"))
        assert not re.search("[\u4e00-\u9fff]", said.text("en"))
    chinese = "".join(said.text("zh_CN") for said in texts_of(lesson))
    assert len(re.findall("[\u4e00-\u9fff]", chinese)) > 200


def test_they_follow_the_lecture_and_have_names_of_their_own() -> None:
    shelf = load_shelf(SHELF)
    names = [lesson.name for lesson in shelf]
    assert names == [
        "one-neuron", "boundary", "learning", "limits", "xor-by-hand", "depth", "computation-graph",
        "back-propagation", "xor-run", "softmax", "rbf", "look-inside",
    ]  # fmt: skip
    assert all(path.stem.split("-", 1)[1] == lesson.name for path, lesson in zip(FILES, shelf, strict=True))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_asks_for_something_to_do_and_something_to_think(path: Path) -> None:
    lesson: Lesson = load_lesson(path)
    assert any(step.checks for step in lesson.steps)
    assert any(step.question is not None for step in lesson.steps)


def test_the_guide_names_every_field_and_every_kind_of_check() -> None:
    from typing import get_args

    from engine.lessons import Check, Question, Step

    guide = (SHELF / "README.md").read_text(encoding="utf-8")
    for kind in get_args(Check):
        assert f"`{kind.__struct_config__.tag}`" in guide
        for name in kind.__struct_fields__:
            assert f"`{name}`" in guide, f"{kind.__name__}.{name}"
    for struct in (Lesson, Step, Question):
        for name in struct.__struct_fields__:
            assert name in guide
    assert set(LANGUAGES) == {"en", "zh_CN"}
