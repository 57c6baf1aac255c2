"""What the engine says is said in the window's language, with the same figures."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from engine import Project
from engine.data.datasets import DatasetSpec
from engine.data.datasets.tables import table_spec
from engine.network.fit import check
from engine.project.demos import demo
from engine.project.edits import add_layer, remove_layer, set_activation, set_training
from engine.project.file import project_file
from engine.spec.errors import EngineError, Text
from engine.spec.specs import TrainingSpec
from gui.toolkit import translation
from gui.words.error_text import CONTEXT, error_text

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / ".setup"))
import engine_texts  # noqa: E402 - the set-up's own helper

CHINESE = re.compile(r"[一-鿿]")
PLACEHOLDER = re.compile(r"\{(\w+)")


@pytest.fixture
def in_chinese(qapp: QApplication) -> None:
    """The window's language is Chinese; the test's end brings English back."""
    translation.install(qapp, "zh_CN")


def _check(project: Project) -> None:
    check(project.network, project.dataset.build(), project.training)


def _table(folder: Path, text: str) -> None:
    file = folder / "points.csv"
    file.write_text(text, encoding="utf-8")
    table_spec(file)


def _perceptron_on_layers() -> None:
    _check(replace(Project(), training=TrainingSpec("perceptron")))


REFUSALS: list[Callable[[Path], object]] = [
    lambda _folder: _perceptron_on_layers(),
    lambda _folder: _check(replace(Project(), training=TrainingSpec("rprop"))),
    lambda _folder: _check(replace(Project(), dataset=DatasetSpec("custom"))),
    lambda _folder: _check(replace(demo("and"), training=TrainingSpec())),
    lambda _folder: set_training(Project(), rule="perceptron"),
    lambda _folder: set_training(demo("and"), batch_size=2),
    lambda _folder: set_training(Project(), momentum=1.5),
    lambda _folder: set_training(Project(), learning_rate=-1.0),
    lambda _folder: set_activation(Project(), 1, "sgn"),
    lambda _folder: set_activation(Project(), 0, "softmax"),
    lambda _folder: remove_layer(Project(), 1),
    lambda _folder: add_layer(Project(), 0, units=257),
    lambda _folder: DatasetSpec("moons", n_samples=0).build(),
    lambda folder: _table(folder, "1,2,0\n1,nan,1\n"),
    lambda folder: _table(folder, "1,2,0\n1,two,1\n"),
    lambda folder: _table(folder, "1;2;0\n1,5;2;1\n"),
    lambda folder: _table(folder, "1,2,0\n1,2\n"),
    lambda folder: _table(folder, "1,2,a\n1,2,3\n"),
    lambda folder: _table(folder, "1\n2\n"),
    lambda folder: _table(folder, ""),
    lambda folder: _table(folder, "a\0b"),
    table_spec,
    lambda folder: table_spec(folder / "missing.csv"),
    lambda folder: project_file.load(folder / "missing.perceptra"),
    lambda folder: project_file.decode_project(b"{}", "net.perceptra"),
    lambda folder: project_file.decode_project(b"\xff\xfe", "net.perceptra"),
    lambda folder: project_file.save(Project(), folder / "missing" / "net.perceptra"),
    lambda folder: project_file.save(replace(Project(), dataset=DatasetSpec("and3")), folder / "net.perceptra"),
]


@pytest.mark.parametrize("refuse", REFUSALS)
def test_every_refusal_is_spoken_in_chinese(refuse: Callable[[Path], object], tmp_path: Path, in_chinese: None) -> None:
    with pytest.raises(EngineError) as caught:
        refuse(tmp_path)
    sentence = error_text(caught.value)
    assert CHINESE.search(sentence), sentence
    words = set(re.findall(r"[A-Za-z]{3,}", sentence.replace(str(tmp_path), "").replace(tmp_path.name, "")))
    names = {"Perceptra", "perceptra", "points", "csv", "net", "missing", "UTF", "Sigmoid", "tanh", "softmax", "sgn"}
    technical = {"Rprop", "two", "nan", "Object", "required", "field", "Widrow", "Hoff", "format"}
    assert words <= names | technical, sentence
    numbers = re.compile(r"\d+(?:\.\d+)?")
    assert set(numbers.findall(str(caught.value))) >= set(numbers.findall(sentence)) - {"0", "1"}


def test_in_english_the_window_writes_the_names_as_its_lists_do(qapp: QApplication) -> None:
    with pytest.raises(EngineError) as caught:
        set_training(Project(), rule="widrow_hoff")
    assert str(caught.value).startswith("Training by widrow_hoff is for a single layer")
    assert error_text(caught.value).startswith("Training by the Widrow-Hoff rule is for a single layer")


def test_what_has_no_translation_stays_as_it_is(in_chinese: None) -> None:
    assert error_text(EngineError("Plain {text} with braces.")) == "Plain {text} with braces."
    assert error_text("ValueError: 7") == "ValueError: 7"
    assert error_text(Text("{file} is no place", file="{a}")) == "{a} is no place"


def test_texts_in_texts_are_translated_too(in_chinese: None) -> None:
    nested = EngineError("{file}, line {line}, column {column}: {problem}", file="a.csv", line=3, column=2,
                         problem=Text("this cell is empty; fill in a target."))  # fmt: skip
    assert str(nested) == "a.csv, line 3, column 2: this cell is empty; fill in a target."
    assert error_text(nested) == "a.csv 第 3 行第 2 列：这个单元格是空的；请填入期望输出。"


def test_every_text_of_the_engine_names_its_values() -> None:
    """A template whose braces and values differ would fail when the sentence is needed most."""
    wrong = []
    for path in sorted((ROOT / "engine").rglob("*.py")):
        for call in engine_texts.speaking_calls(path):
            template = call.args[0] if call.args else None
            if not isinstance(template, ast.Constant) or any(word.arg is None for word in call.keywords):
                continue
            given = {word.arg for word in call.keywords}
            if set(PLACEHOLDER.findall(template.value)) != given:
                wrong.append(f"{path.name}:{call.lineno}")
    assert wrong == []


def test_the_engine_keeps_its_values_out_of_its_sentences() -> None:
    """A sentence put together beforehand cannot be translated."""
    found = {
        path.name
        for path in (ROOT / "engine").rglob("*.py")
        for call in engine_texts.speaking_calls(path)
        if call.args and not isinstance(call.args[0], ast.Constant) and path.name != "errors.py"
    }
    assert not found


def test_the_translators_collect_what_the_window_asks_for() -> None:
    assert engine_texts.CONTEXT == CONTEXT
