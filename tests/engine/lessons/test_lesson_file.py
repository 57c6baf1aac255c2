"""Lesson files: what a lecturer writes is read; what is wrong is named by file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import EngineError
from engine.lessons import load_lesson, load_shelf

GOOD = '''format = "perceptra-lesson"
version = 1
name = "first"
title = { en = "First", zh_CN = "第一课" }

[summary]
en = "What it is about."
zh_CN = "讲什么。"

[start]
demo = "xor"

[[steps]]
title = { en = "Read", zh_CN = "读" }
text.en = """
A text over several lines.
[steps] = looks like a header and is none
"""
text.zh_CN = "文字"

[[steps]]
title = { en = "Train", zh_CN = "训练" }
text = { en = "Press Train.", zh_CN = "按训练。" }
lock = ["rule"]

[[steps.checks]]
kind = "all_right"
says = { en = "All four right", zh_CN = "四个都对" }

[[steps.checks]]
kind = "epochs"
at_least = 5
says = { en = "Five epochs", zh_CN = "五轮" }

[steps.question]
text = { en = "How many lines?", zh_CN = "几条线？" }
explain = { en = "Two.", zh_CN = "两条。" }
answers = [
    { text = { en = "One", zh_CN = "一" } },
    { text = { en = "Two", zh_CN = "二" }, right = true },
]
'''


def write(folder: Path, text: str, name: str = "lesson.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(EngineError) as caught:
        load_lesson(write(folder, text))
    return str(caught.value)


def line_with(words: str, text: str = GOOD) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_lesson_is_read_in_both_languages(tmp_path: Path) -> None:
    lesson = load_lesson(write(tmp_path, GOOD))
    assert lesson.title.text("zh_CN") == "第一课"
    assert lesson.title.text("fr") == "First"
    assert lesson.start is not None
    assert lesson.start.demo == "xor"
    assert [len(step.checks) for step in lesson.steps] == [0, 2]
    assert lesson.steps[1].question is not None
    assert [answer.right for answer in lesson.steps[1].question.answers] == [False, True]


def test_a_shelf_is_in_the_order_of_its_file_names(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace('"first"', '"b"'), "02-b.toml")
    write(tmp_path, GOOD.replace('"first"', '"a"'), "01-a.toml")
    write(tmp_path, "not a lesson", "notes.txt")
    assert [lesson.name for lesson in load_shelf(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("at_least = 5", 'at_least = "five"', "steps.2.checks.2.at_least"),
        ('kind = "epochs"', 'kind = "epoch"', "steps.2.checks.2.kind"),
        ('lock = ["rule"]', "lock = 3", "steps.2.lock"),
        ('demo = "xor"', 'demo = "xxor"', "start.demo: there is no 'xxor' (did you mean xor?)"),
        (
            'title = { en = "Train"',
            'titel = { en = "Train"',
            "steps.2.titel: there is no 'titel' (did you mean title?)",
        ),
        (
            'kind = "all_right"',
            'kind = "all_rihgt"',
            "steps.2.checks.1.kind: there is no 'all_rihgt' (did you mean all_right?)",
        ),
        (
            '{ text = { en = "Two", zh_CN = "二" }, right = true }',
            '{ text = { en = "Two", zh_CN = "二" }, rihgt = true }',
            "steps.2.question.answers.2.rihgt",
        ),
        (
            '{ text = { en = "Two"',
            '{ text = { em = "Two"',
            "steps.2.question.answers.2.text.em: there is no 'em'",
        ),
        ('lock = ["rule"]', 'hide = ["eror"]', "steps.2.hide.1: there is no 'eror' (did you mean error?)"),
        ('lock = ["rule"]', 'need = ["regoin"]', "steps.2.need.1: there is no 'regoin' (did you mean region?)"),
        (
            'lock = ["rule"]',
            'notation = "lecturer"',
            "steps.2.notation: there is no 'lecturer' (did you mean lecture?)",
        ),
        ("at_least = 5", "at_least = 0", "steps.2.checks.2.at_least: the number must be at least 1"),
        ("at_least = 5", "at_least = true", "steps.2.checks.2.at_least: a whole number is needed here"),
        ('zh_CN = "讲什么。"', "zh_CN = 3", "summary.zh_CN"),
        ('demo = "xor"', 'project = "gone.perceptra"', "start.project"),
        ('text.zh_CN = "文字"', 'text.zh_CN = ""', "steps.1.text.zh_CN"),
        ('text.zh_CN = "文字"', 'text.zh_CN = "![](/dev/zero)"', "steps.1.text.zh_CN"),
        ('zh_CN = "讲什么。"', "zh_CN = \"<img src='/dev/zero'>\"", "summary.zh_CN"),
    ],
)
def test_what_is_wrong_is_named_by_file_line_and_field(tmp_path: Path, before: str, after: str, field: str) -> None:
    text = GOOD.replace(before, after)
    assert text != GOOD
    message = refusal(tmp_path, text)
    assert message.startswith(f"lesson.toml, line {line_with(after, text)}, field {field}")


@pytest.mark.parametrize(
    ("check", "problem"),
    [
        ('kind = "fact"\nname = "start.tiped"', "name: there is no 'start.tiped' (did you mean start.typed?)"),
        ('kind = "data"\nname = "xxor"', "name: there is no 'xxor' (did you mean xor?)"),
        ('kind = "training"\nrule = "adma"', "rule: there is no 'adma' (did you mean adam?)"),
        ('kind = "network"\noutput_activation = "sigmoidd"', "output_activation: there is no 'sigmoidd'"),
    ],
)
def test_a_misspelt_name_in_a_check_is_found(tmp_path: Path, check: str, problem: str) -> None:
    text = GOOD.replace('kind = "all_right"', check)
    line = line_with(check.split("\n")[1], text)
    assert refusal(tmp_path, text).startswith(f"lesson.toml, line {line}, field steps.2.checks.1.{problem}")


def test_a_check_without_words_needs_one_before_it(tmp_path: Path) -> None:
    text = GOOD.replace('says = { en = "Five epochs", zh_CN = "五轮" }\n', "")
    assert [line.checks for line in load_lesson(write(tmp_path, text)).steps[1].lines] == [(0, 1)]
    first = GOOD.replace('says = { en = "All four right", zh_CN = "四个都对" }\n', "")
    assert "field steps.2.checks.1: says is missing" in refusal(tmp_path, first)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('name = "first"', "name = first", "this value is no text in quotation marks"),
        ('name = "first"', 'name "first"', "a line must read: name = value"),
        ('name = "first"', 'name = "first" "second"', "something stands after the value"),
        ('name = "first"', 'name = "first"\nname = "again"', "this name stands here for the second time"),
        ('name = "first"', 'name = "fi\\rst\\q"', "a backslash must be written twice"),
        ('name = "first"', "name = [1, 2", "a bracket is not closed"),
        ("[summary]", "[summary", "a bracket is not closed"),
    ],
)
def test_broken_toml_is_explained_in_plain_words(tmp_path: Path, before: str, after: str, reason: str) -> None:
    assert reason in refusal(tmp_path, GOOD.replace(before, after))


def test_a_missing_field_is_named_with_the_table_that_lacks_it(tmp_path: Path) -> None:
    message = refusal(tmp_path, GOOD.replace('en = "What it is about."\n', ""))
    assert f"line {line_with('[summary]')}, field summary" in message
    assert "en" in message


def test_an_unknown_field_is_refused_by_its_name(tmp_path: Path) -> None:
    text = GOOD.replace('lock = ["rule"]', "colour = 1")
    message = refusal(tmp_path, text)
    assert message.startswith(
        f"lesson.toml, line {line_with('colour', text)}, field steps.2.colour: there is no 'colour'."
    )


def test_broken_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    text = GOOD.replace('demo = "xor"', 'demo = "xor')
    assert f"lesson.toml, line {line_with('demo = ', text)}:" in refusal(tmp_path, text)


def test_a_question_needs_exactly_one_right_answer(tmp_path: Path) -> None:
    message = refusal(tmp_path, GOOD.replace(", right = true", ""))
    assert f"line {line_with('answers = [')}" in message


@pytest.mark.parametrize("name", ["../secret.perceptra", "/etc/passwd", "a/b.perceptra"])
def test_a_project_cannot_lie_elsewhere(tmp_path: Path, name: str) -> None:
    assert "start.project" in refusal(tmp_path, GOOD.replace('demo = "xor"', f'project = "{name}"'))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "a = 1\nb = " + "1" * 5000,
        "a." * 5000 + "a = 1",
        "[" + "a ." * 5000 + "a]",
        "a = 1",
        "x = " + "[" * 5000 + "]" * 5000,
        'format = "perceptra-lesson"',
        "\x00",
    ],
)
def test_what_is_no_lesson_is_refused_at_once(tmp_path: Path, text: str) -> None:
    assert "lesson.toml" in refusal(tmp_path, text)


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    assert "limit" in refusal(tmp_path, "#" * 1_000_001)
