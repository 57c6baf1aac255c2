"""Test samples from a second file: the same columns in any order, the same classes, else a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine import EngineError
from engine.data.dataset import Dataset
from engine.data.importing import convert, plan_like, read_table, suggested_plan

FLOWERS = "length,width,species\n1,2,rose\n2,3,lily\n3,4,tulip\n1,5,rose\n2,2,lily\n4,4,tulip\n"
YES_NO = "a,b,label\n0,1,no\n1,0,yes\n1,1,yes\n0,0,no\n"


def data_from(folder: Path, text: str) -> Dataset:
    file = folder / "first.csv"
    file.write_text(text)
    table = read_table(file)
    return convert(table, suggested_plan(table)).spec.build()


def second_file(folder: Path, data: Dataset, text: str) -> Dataset:
    file = folder / "second.csv"
    file.write_text(text)
    table = read_table(file)
    return convert(table, plan_like(table, data), data).spec.build()


def test_classes_are_matched_by_name_though_the_file_lacks_one(tmp_path: Path) -> None:
    data = data_from(tmp_path, FLOWERS)
    assert data.target_names == ("lily", "rose", "tulip")
    second = second_file(tmp_path, data, "length,width,species\n9,9,tulip\n8,8,lily\n")
    assert second.targets.tolist() == [[0, 0, 1], [1, 0, 0]]


def test_columns_are_matched_by_name_whatever_their_order(tmp_path: Path) -> None:
    data = data_from(tmp_path, FLOWERS)
    second = second_file(tmp_path, data, "species,extra,width,length\nrose,7,20,10\nlily,8,40,30\n")
    assert second.raw_inputs.tolist() == [[10, 20], [30, 40]]
    assert second.raw_input_names == ("length", "width")


def test_two_classes_in_words_need_both_words(tmp_path: Path) -> None:
    data = data_from(tmp_path, YES_NO)
    second = second_file(tmp_path, data, "a,b,label\n0,1,yes\n1,1,no\n")
    assert second.targets.tolist() == [[1], [0]]
    with pytest.raises(EngineError, match="must take two different values"):
        second_file(tmp_path, data, "a,b,label\n0,1,yes\n1,1,yes\n")


def test_codes_and_values_are_taken_as_they_stand(tmp_path: Path) -> None:
    codes = data_from(tmp_path, "a,b,d\n0,1,1\n1,0,0\n")
    assert second_file(tmp_path, codes, "a,b,d\n0,1,1\n1,1,1\n").targets.tolist() == [[1], [1]]
    values = data_from(tmp_path, "a,d\n0,0.5\n1,0.25\n2,0.75\n")
    assert second_file(tmp_path, values, "a,d\n5,1\n6,2\n").targets.tolist() == [[1], [2]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("length,width,species\n9,9,daisy\n", "second.csv, line 2, column 3: 'daisy' is none of the classes"),
        ("length,species\n9,rose\n", "1 input column is chosen, but these data have 2: length, width"),
        ("weight,width,species\n9,9,rose\n", "the inputs are weight, width, but those of these data are length"),
    ],
)
def test_other_columns_and_classes_are_refused_in_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(EngineError) as error:
        second_file(tmp_path, data_from(tmp_path, FLOWERS), text)
    assert words in str(error.value)


def test_a_file_without_names_is_taken_in_its_order(tmp_path: Path) -> None:
    data = Dataset(np.eye(3)[:, :2], [[0.0], [1.0], [1.0]])
    second = second_file(tmp_path, data, "5,6,1\n7,8,0\n")
    assert second.raw_inputs.tolist() == [[5, 6], [7, 8]]
    file = tmp_path / "second.csv"
    table = read_table(file)
    with pytest.raises(EngineError, match="2 target columns are chosen, but these data have 1"):
        convert(table, replace(plan_like(table, data), roles=("input", "target", "target")), _one_input(data))


def _one_input(data: Dataset) -> Dataset:
    return Dataset(data.inputs[:, :1], data.targets)
