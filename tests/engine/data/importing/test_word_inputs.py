"""Columns of words as inputs: suggested, coded, in an order that is said, and in a second file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.importing import CellError, Converted, convert, plan_like, read_table, suggested_plan, suggestion
from engine.export.sample_csv import heading
from engine.spec.errors import EngineError
from tests.helpers.imported_tables import read

CASES = Path(__file__).parent / "cases"
CARS = "colour,doors,size,sold\n" + "".join(
    f"{colour},{doors},{size},{sold}\n"
    for colour, doors, size, sold in [
        ("red", 3, "S 10", "yes"),
        ("blue", 5, "S 9", "no"),
        ("Green", 3, "S 10", "yes"),
        ("red", 5, "S 2", "no"),
        ("blue", 3, "S 9", "yes"),
        ("red", 5, "S 2", "no"),
    ]
)


def imported(folder: Path, content: str, name: str = "cars.csv", **changes: object) -> Converted:
    table = read(folder, content, name)
    return convert(table, replace(suggested_plan(table), **changes))  # type: ignore[arg-type]


def data_of(folder: Path, content: str, **changes: object) -> Dataset:
    return imported(folder, content, **changes).spec.build()


def test_each_word_is_an_input_of_its_own(tmp_path: Path) -> None:
    data = data_of(tmp_path, CARS)
    assert data.raw_input_names == ("colour", "doors", "size")
    assert data.input_names == (
        *("colour = blue", "colour = Green", "colour = red"),  # as people sort, whatever the case
        "doors",
        *("size = S 2", "size = S 9", "size = S 10"),  # 9 before 10
    )
    assert data.inputs.tolist() == [
        [0, 0, 1, 3, 0, 0, 1],
        [1, 0, 0, 5, 0, 1, 0],
        [0, 1, 0, 3, 0, 0, 1],
        [0, 0, 1, 5, 1, 0, 0],
        [1, 0, 0, 3, 0, 1, 0],
        [0, 0, 1, 5, 1, 0, 0],
    ]


def test_an_ordinal_column_is_one_input_and_its_order_is_said(tmp_path: Path) -> None:
    done = imported(tmp_path, CARS, encodings=("one_hot", "", "ordinal"))
    assert done.spec.build().inputs[:, -1].tolist() == [2, 1, 2, 0, 1, 0]
    assert done.n_inputs == 5
    assert "size counts 0, 1, … in alphabetical order: S 2, S 9, S 10." in str(done.remarks[0])


def test_declared_words_keep_their_order(tmp_path: Path) -> None:
    table = read_table(CASES / "a15_nominal_inputs.arff")
    done = convert(table, replace(suggested_plan(table), encodings=("ordinal", "", "", "", "")))
    data = done.spec.build()
    assert data.preprocessing.words_of(0) == ("sunny", "overcast", "rainy")
    assert data.inputs[:3, 0].tolist() == [0, 1, 2]
    assert "in the order that the file declares: sunny, overcast, rainy." in str(done.remarks[0])
    assert data.preprocessing.words_of(3) == ("FALSE", "TRUE")  # numbers as ever: false is 0
    assert data.raw_inputs[:3, 3].tolist() == [1, 0, 1]


def test_what_was_decided_is_said_and_can_be_undone(tmp_path: Path) -> None:
    table = read(tmp_path, CARS)
    (decision,) = suggestion(table).decisions
    assert str(decision.text) == (
        "Words become inputs, one for each of them (one-hot): colour (blue, Green, red), size (S 2, S 9, S 10)."
    )
    assert decision.roles == ((0, "leave_out"), (2, "leave_out"))


def test_names_that_hardly_come_again_are_left_out_and_said(tmp_path: Path) -> None:
    content = "name,w,kind\n" + "".join(f"person {i * 7 % 40},{i},{'ab'[i % 2]}\n" for i in range(40))
    table = read(tmp_path, content)
    found = suggestion(table)
    assert found.plan.roles == ("leave_out", "input", "target")
    (decision,) = found.decisions
    assert str(decision.text) == "Left out, as too many of their words differ: name."
    assert decision.roles == ((0, "input"),)


def test_an_empty_cell_becomes_the_most_frequent_word_where_means_are_asked_for(tmp_path: Path) -> None:
    content = CARS + ",3,S 9,yes\n"
    with pytest.raises(CellError, match="line 8, column 1: this cell is empty"):
        imported(tmp_path, content)
    done = imported(tmp_path, content, missing="mean")
    assert done.spec.build().raw_inputs[-1].tolist() == [2, 3, 1]  # red stands three times
    assert (done.filled, done.n_samples) == (1, 7)
    assert imported(tmp_path, content, missing="drop").dropped == 1


def test_words_of_rows_that_are_left_out_are_no_inputs(tmp_path: Path) -> None:
    data = data_of(tmp_path, CARS + "violet,,S 9,yes\n", missing="drop")
    assert data.preprocessing.words_of(0) == ("blue", "Green", "red")


def test_numbers_among_words_are_words(tmp_path: Path) -> None:
    content = "grade,w,kind\n" + "".join(
        f"{grade},{i},{'ab'[i % 2]}\n" for i, grade in enumerate(["A", "B", "10", "A", "B", "A", "10", "A", "9"])
    )
    data = data_of(tmp_path, content)
    assert data.preprocessing.words_of(0) == ("9", "10", "A", "B")
    assert data.raw_inputs[:, 0].tolist() == [2, 3, 1, 2, 3, 2, 1, 2, 0]


def test_labels_stay_out_and_come_in_as_numbers_or_as_words(tmp_path: Path) -> None:
    content = "code,w,kind\n" + "".join(f"{code},{i},{'ab'[i % 2]}\n" for i, code in enumerate(["007", "013"] * 4))
    table = read(tmp_path, content)
    plan = suggested_plan(table)
    assert plan.roles == ("leave_out", "input", "target")
    asked = replace(plan, roles=("input", "input", "target"))
    assert convert(table, asked).spec.build().inputs[:2, 0].tolist() == [7, 13]
    words = convert(table, replace(asked, encodings=("one_hot",))).spec.build()
    assert words.input_names == ("code = 007", "code = 013", "w")


def test_more_words_than_can_be_inputs_are_refused_in_a_sentence(tmp_path: Path) -> None:
    content = "name,w,kind\n" + "".join(f"n{i % 251},{i},{'ab'[i % 2]}\n" for i in range(600))
    table = read(tmp_path, content)
    asked = replace(suggested_plan(table), roles=("input", "input", "target"))
    with pytest.raises(EngineError, match="column 1: the column holds 251 different words; up to 250 can be inputs"):
        convert(table, asked)


class TestSecondFile:
    def test_its_words_are_those_of_the_data(self, tmp_path: Path) -> None:
        data = data_of(tmp_path, CARS)
        table = read(tmp_path, "doors,size,colour,sold\n5,S 2,red,no\n3,S 10,blue,yes\n", "tests.csv")
        spec = convert(table, plan_like(table, data), data).spec
        assert spec.inputs is not None
        np.testing.assert_array_equal(spec.inputs.array, [[2, 5, 0], [0, 3, 2]])

    def test_an_unknown_word_is_named_with_those_that_are_known(self, tmp_path: Path) -> None:
        data = data_of(tmp_path, CARS)
        table = read(tmp_path, "colour,doors,size,sold\nred,3,S 2,yes\nviolet,3,S 2,yes\nblue,3,S 2,no\n", "tests.csv")
        plan = plan_like(table, data)
        with pytest.raises(
            CellError, match=r"line 3, column 1: 'violet' is none of the words of colour: blue, Green, red\."
        ):
            convert(table, plan, data)
        done = convert(table, replace(plan, misfits="drop"), data)
        assert (done.n_samples, done.misfits) == (2, 1)


def test_the_table_of_samples_that_the_program_exports_names_the_columns_of_the_user(tmp_path: Path) -> None:
    assert heading(data_of(tmp_path, CARS))[2:5] == ["colour", "doors", "size"]
