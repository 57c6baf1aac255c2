"""Columns of words: one-hot and ordinal inputs, checked against scikit-learn, and points between two words."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

from engine import DatasetSpec, EngineError
from engine.data.features import common_features
from engine.data.sample_cells import read_cell
from engine.data.words import code_of, natural_order
from engine.spec.frozen_array import FrozenArray

COLOURS, SIZES = ("red", "green", "blue"), ("small", "large")
RNG = np.random.default_rng(5)
RAW = np.column_stack([RNG.integers(0, 3, 40), RNG.normal(20, 7, 40), RNG.integers(0, 2, 40)]).astype(float)
WORDS = np.column_stack([np.array(COLOURS)[RAW[:, 0].astype(int)], np.array(SIZES)[RAW[:, 2].astype(int)]])
SPEC = DatasetSpec(
    "custom",
    inputs=FrozenArray(RAW),
    targets=FrozenArray((RAW[:, 1:2] > 20).astype(float)),
    input_names=("colour", "width", "size"),
    input_words=(COLOURS, (), SIZES),
    encodings=("one_hot", "", "ordinal"),
)


def test_inputs_are_those_of_scikit_learn() -> None:
    data = SPEC.build()
    hot = OneHotEncoder(categories=[list(COLOURS)], sparse_output=False).fit_transform(WORDS[:, :1])
    rank = OrdinalEncoder(categories=[list(SIZES)]).fit_transform(WORDS[:, 1:])
    np.testing.assert_array_equal(data.inputs, np.hstack([hot, RAW[:, 1:2], rank]))
    assert data.input_names == ("colour = red", "colour = green", "colour = blue", "width", "size")
    assert data.raw_inputs.tolist() == RAW.tolist()


def test_scaling_leaves_the_inputs_of_single_words_at_0_and_1() -> None:
    data = replace(SPEC, scaling="standardise").build()
    np.testing.assert_array_equal(data.inputs[:, :3], SPEC.build().inputs[:, :3])
    np.testing.assert_allclose(data.inputs[:, 3:], StandardScaler().fit_transform(RAW[:, 1:]), rtol=1e-12)
    assert data.input_names == ("colour = red", "colour = green", "colour = blue", "width′", "size′")


def test_a_point_between_two_words_counts_as_the_nearer_one_and_an_ordinal_goes_on() -> None:
    seen = SPEC.build().preprocessing.apply([[0.4, 1.0, 0.25], [0.6, 1.0, 0.75], [-3.0, 1.0, 9.0], [7.0, 1.0, 0.0]])
    assert seen[:, :3].tolist() == [[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]]
    assert seen[:, 4].tolist() == [0.25, 0.75, 9.0, 0.0]


def test_formulas_calculate_with_numbers_and_ranks_but_not_with_words_of_their_own_inputs() -> None:
    data = replace(SPEC, features=("width * size",)).build()
    assert data.input_names[-1] == "width·size"
    np.testing.assert_array_equal(data.inputs[:, -1], RAW[:, 1] * RAW[:, 2])
    assert common_features(data.preprocessing.number_names) == (
        *("width^2", "size^2", "width*size", "sin(width)", "sin(size)", "sqrt(width^2+size^2)"),
    )
    for formula in ("colour^2", "x1 * width"):
        with pytest.raises(EngineError, match=r"there is no input \w+; use width, size\."):
            replace(SPEC, features=(formula,)).build()


def test_without_the_inputs_themselves_there_are_the_features_alone() -> None:
    data = replace(SPEC, features=("width^2",), keeps_inputs=False).build()
    np.testing.assert_array_equal(data.inputs[:, 0], RAW[:, 1] ** 2)
    assert data.n_inputs == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"input_words": (COLOURS, ())}, "3 lists of words are needed for 3 columns; got 2."),
        ({"input_words": (("red", "red", "blue"), (), SIZES)}, "The words of colour must be up to 250, all different."),
        ({"encodings": ("hashed",)}, "There is no encoding 'hashed' of words; choose one of one_hot, ordinal."),
        (
            {"input_words": (("red", "green"), (), SIZES)},
            "The column colour holds words; its values must be their codes",
        ),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(EngineError, match=says.replace(".", r"\.")):
        replace(SPEC, **changes).build()  # type: ignore[arg-type]


def test_a_data_set_with_words_can_go_to_another_process() -> None:
    data = SPEC.build()
    again = pickle.loads(pickle.dumps(data))
    assert again.preprocessing == data.preprocessing
    np.testing.assert_array_equal(again.inputs, data.inputs)


def test_a_word_is_typed_as_it_is_written_whatever_the_case() -> None:
    data = SPEC.build()
    assert [read_cell(text, data, 0) for text in ("red", " Blue ", "GREEN")] == [0, 2, 1]
    assert read_cell("12,5", data, 1) == 12.5
    with pytest.raises(EngineError, match=r"'violet' is none of the words of colour: red, green, blue\."):
        read_cell("violet", data, 0)
    with pytest.raises(EngineError, match=r"This cell is empty; it needs one of small, large\."):
        read_cell(" ", data, 2)
    assert code_of("A", ("a", "A", "b")) == 1
    assert code_of("B", ("a", "A", "b")) == 2
    assert code_of("À", ("a", "A")) is None


def test_words_are_sorted_as_people_sort_them() -> None:
    assert natural_order(["S 10", "b", "S 9", "B", "a", "2", "10"]) == ("2", "10", "a", "B", "b", "S 9", "S 10")
