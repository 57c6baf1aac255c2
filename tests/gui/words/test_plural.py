"""A count of 1 has its noun in the singular, in every sentence of engine and window."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from engine.spec.errors import EngineError, Text
from engine.spec.plural import BETWEEN, NOUNS, filled
from gui.toolkit import translation
from gui.words.error_text import error_text

ROOT = Path(__file__).resolve().parents[3]
TS = ROOT / "resources/translations/perceptra_zh_CN.ts"
TEMPLATES = sorted({message.text or "" for message in ElementTree.parse(TS).iter("source")})
COUNTED = re.compile(rf"\{{\w+(?::[^{{}}]*)?\}}{BETWEEN} (\w+s)\b")
PLACEHOLDER = re.compile(r"\{(\w+)(?::[^{}]*)?(?:![rs])?\}")
NO_NOUNS = {
    "allows", "averages", "becomes", "belongs", "compares", "computes", "counts", "decides", "does", "fires", "goes",
    "has", "holds", "is", "its", "keeps", "lacks", "makes", "ms", "needs", "passes", "press", "receives", "rests",
    "says", "shows", "stands", "stays", "takes", "this", "times", "trains", "unpacks", "was",
}  # fmt: skip


def test_every_noun_that_is_counted_has_a_singular() -> None:
    """A new sentence about a count of something else needs an entry in `NOUNS`."""
    counted = {word for template in TEMPLATES for word in COUNTED.findall(template)}
    assert len(counted & set(NOUNS)) > 20
    assert counted - set(NOUNS) - NO_NOUNS - {"weights"} == set()  # "weights and biases" are one noun


@pytest.mark.parametrize("template", [text for text in TEMPLATES if set(COUNTED.findall(text)) & {*NOUNS, "weights"}])
def test_one_is_followed_by_no_plural(template: str) -> None:
    names = set(PLACEHOLDER.findall(template))
    one = filled(re.sub(r":[^{}]*(?=\})|!r", "", template), **dict.fromkeys(names, 1))
    plurals, words = "|".join(NOUNS), BETWEEN.replace(r"\{activation\}", "1")
    assert re.findall(rf"\b1{words} (?:{plurals})\b", one) == [], one
    many = filled(re.sub(r":[^{}]*(?=\})|!r", "", template), **dict.fromkeys(names, 21))
    assert many == re.sub(r"\{\w+\}", "21", re.sub(r":[^{}]*(?=\})|!r", "", template))


@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        ("{count} samples", {"count": "1"}, "1 sample"),
        ("{count} samples", {"count": 11}, "11 samples"),
        ("{count:,} rows of {total} rows", {"count": 1, "total": 21}, "1 row of 21 rows"),
        ("{count} samples are right", {"count": 1}, "1 sample is right"),
        ("{units} {activation} units because", {"units": 1, "activation": "tanh"}, "1 tanh unit because"),
        ("Give layer {number} {units} units", {"number": 1, "units": 4}, "Give layer 1 4 units"),
        ("{count} weights and biases", {"count": 1}, "1 weight or bias"),
        ("{count} separate parts", {"count": 1}, "1 separate part"),
        ("There are {count} rows of inputs", {"count": 1}, "There is 1 row of inputs"),
        ("{speed} epochs/s", {"speed": "1"}, "1 epoch/s"),
        ("{size:,.0f} columns", {"size": 1.2}, "1 column"),
        ("{other} names its columns", {"other": "a.csv"}, "a.csv names its columns"),
    ],
)
def test_sentences(template: str, values: dict[str, object], said: str) -> None:
    assert filled(template, **values) == said


def test_the_engine_and_the_window_say_so(qapp: QApplication) -> None:
    error = EngineError("{problem} now", problem=Text("There are {count} columns", count=1))
    assert str(error) == error_text(error) == "There is 1 column now"
    translation.install(qapp, "zh_CN")
    try:
        assert "1" in error_text(Text("a list of {count} entries is needed here", count=1))
    finally:
        translation.install(qapp, "en")


def test_the_window_fills_its_counts_in_by_the_one_function() -> None:
    """`format` on such a template would write "1 samples"."""
    wrong = []
    for path in sorted((ROOT / "gui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "format"):
                continue
            texts = [part.value for part in ast.walk(call.func.value) if isinstance(part, ast.Constant)]
            if any(isinstance(text, str) and set(COUNTED.findall(text)) & set(NOUNS) for text in texts):
                wrong.append(f"{path.name}:{call.lineno}")
    assert wrong == []
