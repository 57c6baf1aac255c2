"""What Python, NumPy and the other libraries say, in English and to programmers, never reaches the user."""

from __future__ import annotations

import csv
import errno
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine import Dataset, LayerSpec, Network, NetworkSpec, Project, Trainer
from engine.data.csv_problem import csv_problem
from engine.data.datasets import load_table
from engine.data.datasets.recipe import DatasetSpec
from engine.export import read_weights
from engine.files.text_file import reason_of
from engine.importing import read_table
from engine.lessons.lesson_file import load_lesson
from engine.project import autosave
from engine.project.demos import demo
from engine.project.file import project_file
from engine.spec.errors import EngineError, Text
from engine.training.run import rng_from_text
from engine.training.run_setup import start_fault
from gui.toolkit import translation
from gui.words.error_text import error_text, failure_text, fault_name
from tests.fuzz.cases import make_case
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.readers import READERS

SEED, CASES = 29, 150
MUCH = 60_000  # of what makes a file hostile: the sentence is the same as for millions
SPEC = NetworkSpec(2, (LayerSpec(3), LayerSpec(1)))
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[;:]? [A-Za-z]{2,})+")
QUOTED = " attribute width numeric"  # an example of a line
CHINESE = re.compile(r"[一-鿿]")


@pytest.fixture(autouse=True)
def _in_chinese(qapp: QApplication) -> Iterator[None]:
    translation.install(qapp, "zh_CN")
    yield
    translation.install(qapp, "en")


def check(sentence: str, given: str = "") -> None:
    """Chinese, and no two English words in a row but those that the user's own file, `given`, has."""
    assert CHINESE.search(sentence), sentence
    known = " ".join((given + QUOTED).split()).casefold()
    strange = [run for run in ENGLISH.findall(sentence) if run.casefold() not in known]
    assert not strange, f"{strange} in {sentence}"


def spoilt(name: str, raw: bytes, chance: Random, folder: Path) -> str | None:
    """What the reader called `name` says of such a file; None where it reads it."""
    reader = READERS[name]
    file = folder / f"case{reader.suffix}"
    file.write_bytes(raw)
    try:
        reader.read(file, chance)
    except EngineError as error:
        return error_text(error)
    return None


def readable(raw: bytes) -> str:
    """The bytes as whatever text they may be."""
    return " ".join(raw.decode(encoding, "replace") for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.mark.parametrize("name", READERS)
def test_every_reader_refuses_spoilt_files_in_our_words(name: str, tmp_path: Path) -> None:
    refused = 0
    for number in range(CASES):
        raw, chance = make_case(name, SEED, number)
        sentence = spoilt(name, raw, chance, tmp_path)
        if sentence is not None:
            refused += 1
            check(sentence, readable(raw))
    assert refused > 10


@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_file_is_refused_in_our_words(name: str, tmp_path: Path) -> None:
    reader, make = HOSTILE[name]
    raw = make(MUCH)
    sentence = spoilt(reader, raw, Random(SEED), tmp_path)
    if sentence is not None:
        check(sentence, readable(raw[:100_000]))


OPENERS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "project": (".perceptra", project_file.load),
    "kept work": (".work", autosave.read_project),
    "lesson": (".toml", load_lesson),
    "plain table": (".csv", load_table),
    "table": (".csv", read_table),
    "weights": (".npz", lambda path: read_weights(path, SPEC)),
    "saving": (".perceptra", lambda path: project_file.save(Project(), path)),
}


def circle(path: Path) -> None:
    path.symlink_to(path.name)


PLACES: dict[str, Callable[[Path], object]] = {
    "a link that leads to itself": circle,
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
}


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are of POSIX systems")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("opener", OPENERS)
def test_what_is_no_file_is_refused_in_our_words(opener: str, place: str, tmp_path: Path) -> None:
    suffix, opens = OPENERS[opener]
    path = tmp_path / f"theirs{suffix}"
    PLACES[place](path)
    with pytest.raises(EngineError) as caught:
        opens(path)
    check(error_text(caught.value), str(path))


@pytest.mark.skipif(os.name != "posix", reason="links are made freely on POSIX systems")
@pytest.mark.parametrize("opener", OPENERS)
def test_a_link_that_leads_to_itself_is_called_so(opener: str, tmp_path: Path) -> None:
    suffix, opens = OPENERS[opener]
    path = tmp_path / f"theirs{suffix}"
    circle(path)
    with pytest.raises(EngineError, match="the link leads in a circle") as caught:
        opens(path)
    assert "Symlink" not in str(caught.value)
    assert str(caught.value).startswith(path.name)


@pytest.mark.parametrize("number", [*errno.errorcode, 99_999])
def test_every_error_of_the_system_has_words_of_ours(number: int) -> None:
    reason = reason_of(OSError(number, os.strerror(number)))
    assert isinstance(reason, Text)
    check(error_text(reason))


def test_an_error_of_the_system_without_a_number_has_words_of_ours() -> None:
    check(error_text(reason_of(OSError("cannot seek"))))


@pytest.mark.parametrize("limit", ["field larger than field limit (131072)", "unexpected end of data", "anything else"])
def test_every_error_of_the_csv_library_has_words_of_ours(limit: str) -> None:
    check(error_text(csv_problem(csv.Error(limit))))


MISUSES: dict[str, Callable[[], object]] = {
    "rows of different lengths": lambda: Dataset([[0, 1], [1]], [[0], [1]]),
    "words": lambda: Dataset([["one", "two"]], [[0]]),
    "nothing": lambda: Dataset([[None, 1]], [[0]]),
    "dates": lambda: Dataset(np.array([["2020-01-01"]], dtype="datetime64[D]"), [[0]]),
    "a number beyond all": lambda: Dataset([[10**400]], [[0]]),
    "objects": lambda: Dataset([[object()]], [[0]]),
    "predictions of words": lambda: Network(SPEC).predict([["some words", "of theirs"]]),
    "too few columns": lambda: Network(SPEC).predict([[1.0]]),
    "NaN": lambda: Network(SPEC).predict([[np.nan, 1.0]]),
    "other targets": lambda: Network(SPEC).gradient([[0.0, 1.0]], [[0.0], [1.0]], "squared_error"),
    "a random state that is none": lambda: rng_from_text("{}"),
    "a random state of another kind": lambda: rng_from_text('{"bit_generator": "MT19937"}'),
    "a value of no file": lambda: project_file.payload_of(
        replace(Project(), dataset=DatasetSpec("moons", n_samples=np.int64(20), noise=Fraction(1, 10))), "a.perceptra"
    ),
}


@pytest.mark.parametrize("misuse", MISUSES)
def test_numbers_that_are_none_are_refused_in_our_words(misuse: str) -> None:
    with pytest.raises(EngineError) as caught:
        MISUSES[misuse]()
    check(error_text(caught.value), "'some words' 'of theirs' <object object at")


def test_a_curve_of_another_length_is_refused_in_our_words() -> None:
    project = demo("xor")
    trainer = Trainer(Network(project.network, 1), project.dataset.build(), project.training)
    trainer.run(epochs=3)
    run = replace(trainer.state(), n_evaluations=7)
    payload = project_file.encode(replace(project, run=run))
    with pytest.raises(EngineError) as caught:
        project_file.decode_project(payload, "a.perceptra")
    check(error_text(caught.value))


@pytest.mark.parametrize("error", [MemoryError("Unable to allocate 8 GiB"), OverflowError("out of range"), KeyError()])
def test_a_start_that_cannot_be_computed_is_told_in_our_words(error: Exception) -> None:
    check(error_text(start_fault(error)))


@pytest.mark.parametrize("error", [MemoryError("Unable to allocate"), ZeroDivisionError("float division by zero")])
def test_a_fault_of_the_program_is_told_in_our_words(error: Exception) -> None:
    check(failure_text(error))


def test_a_fault_is_named_by_its_kind_and_place() -> None:
    with pytest.raises(IndexError) as caught:
        np.array([1, 2])[7]
    assert re.fullmatch(r"IndexError, test_only_our_words\.py:\d+", fault_name(caught.value))
    assert fault_name(IndexError("index 7 is out of bounds")) == "IndexError"
