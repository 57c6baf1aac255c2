"""Edits of data that the network sees scaled or through features: they change what the user gave."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from engine import DatasetSpec, EngineError, Project
from engine.data.features import common_features, read_feature
from engine.export.copied_samples import copied_samples
from engine.project.edits import (
    Shape,
    add_point,
    move_point,
    move_points,
    paste,
    remove_point,
    set_dataset,
    set_shape,
    set_test_samples,
    set_truth_table,
    shape_of,
)
from engine.project.file.project_file import check_project, decode_project, encode
from engine.spec.frozen_array import FrozenArray

OWN = DatasetSpec(
    "custom",
    inputs=FrozenArray([[1.0, 10.0], [2.0, 30.0], [3.0, 50.0], [6.0, 110.0]]),
    targets=FrozenArray([[0.0], [1.0], [0.0], [1.0]]),
)
SHAPED = replace(OWN, features=("x1*x2",), scaling="standardise")


def project_of(spec: DatasetSpec) -> Project:
    return set_dataset(Project(), spec).project


def test_the_network_gets_an_input_for_each_feature() -> None:
    edit = set_dataset(project_of(OWN), SHAPED)
    check_project(edit.project)
    assert edit.project.network.n_inputs == 3
    assert [note.kind for note in edit.notes] == ["inputs"]
    back = set_dataset(edit.project, OWN).project
    assert back.network.n_inputs == 2


def test_points_are_added_moved_and_removed_in_the_units_of_the_user() -> None:
    project = add_point(project_of(SHAPED), (4.0, 70.0), 1).project
    assert project.dataset.inputs is not None
    assert project.dataset.inputs.array[4].tolist() == [4.0, 70.0]
    project = move_point(project, 0, (0.0, 5.0)).project
    data = project.dataset.build()
    assert data.raw_inputs[0].tolist() == [0.0, 5.0]
    assert data.preprocessing.centres[0] == pytest.approx(3.0)
    project = remove_point(project, 1).project
    assert project.dataset.build().raw_inputs[:, 0].tolist() == [0.0, 3.0, 6.0, 4.0]
    assert project.dataset.scaling == "standardise"


def test_a_class_more_keeps_units_and_features() -> None:
    project = add_point(project_of(SHAPED), (9.0, 9.0), 2).project
    data = project.dataset.build()
    assert (data.n_classes, data.n_inputs, data.raw_inputs[4].tolist()) == (3, 3, [9.0, 9.0])


def test_a_point_without_a_feature_is_refused_and_nothing_changes() -> None:
    project = project_of(replace(OWN, features=("log(x1)",)))
    with pytest.raises(EngineError, match=r"Sample 2 \(-1, 0\): log\(x₁\) has no finite value"):
        move_point(project, 1, (-1.0, 0.0))


def test_features_stay_with_data_that_have_their_inputs_and_go_with_others() -> None:
    project = project_of(DatasetSpec("xor", features=("x1*x2", "x1^2")))
    moved = set_dataset(project, replace(project.dataset, name="moons"))
    assert moved.project.dataset.features == ("x1*x2", "x1^2")
    one_input = set_truth_table(project, (0, 1))
    assert one_input.project.dataset.features == ("x1^2",)
    assert [note.values["names"] for note in one_input.notes if note.kind == "features"] == ["x₁·x₂"]
    check_project(one_input.project)


def test_a_feature_asked_for_and_impossible_is_refused() -> None:
    with pytest.raises(EngineError, match="there is no input x5"):
        set_dataset(project_of(OWN), replace(OWN, features=("x5",)))


def test_stratifying_splits_own_samples_again() -> None:
    labels = np.repeat([0.0, 1.0], [30, 10])[:, np.newaxis]
    spec = DatasetSpec("custom", inputs=FrozenArray(np.arange(80.0).reshape(40, 2)), targets=FrozenArray(labels))
    project = add_point(project_of(replace(spec, test_share=0.25)), (0.0, 0.0), 0).project
    assert project.dataset.test_inputs is not None
    project = set_dataset(project, replace(project.dataset, stratified=True)).project
    data = project.dataset.build()
    assert np.bincount(data.labels(data.test_targets)).tolist() == [8, 2]


def test_a_file_brings_the_same_bits_back() -> None:
    spec = replace(SHAPED, stratified=True, test_share=0.25, features=("sin(x1)", "x1*x2"), keeps_inputs=False)
    for project in (project_of(spec), project_of(DatasetSpec("function", formula="y = x^2", interval=(0.1, 0.7)))):
        again = decode_project(encode(project), "a.perceptra")
        assert again == project
        first, second = project.dataset.build(), again.dataset.build()
        assert first.preprocessing == second.preprocessing
        assert np.array_equal(first.inputs.view(np.int64), second.inputs.view(np.int64))


def test_a_file_from_before_has_plain_data() -> None:
    contents = msgspec.json.decode(encode(project_of(OWN)))
    for name in ("stratified", "features", "keeps_inputs", "scaling", "formula", "interval"):
        del contents["dataset"][name]
    assert decode_project(msgspec.json.encode(contents), "old.perceptra") == project_of(OWN)


@pytest.mark.parametrize(
    "changes",
    [
        {"features": ["(" * 390 + "x1"]},
        {"features": ["x1" + "^2" * 190]},
        {"features": ["+".join(["x1*x2"] * 60)] * 40},
        {"features": ["x" * 100_000]},
        {"features": [""]},
        {"features": [7]},
        {"scaling": "log"},
        {"scaling": None},
        {"formula": "9^9^9^9^9*x", "name": "function"},
        {"formula": "__import__('os').system('true')", "name": "function"},
        {"interval": [0], "name": "function"},
        {"interval": [1e300, -1e300], "name": "function"},
    ],
)
def test_hostile_formulas_in_a_file_are_refused(changes: dict[str, object]) -> None:
    contents = msgspec.json.decode(encode(project_of(OWN)))
    contents["dataset"] |= changes
    with pytest.raises(EngineError, match=r"bad\.perceptra"):
        decode_project(msgspec.json.encode(contents), "bad.perceptra")


def test_the_shape_is_set_in_one_edit_and_read_back() -> None:
    shape = Shape(0.25, True, 7, ("x1^2",), False, "min_max")
    project = set_shape(project_of(OWN), shape).project
    assert shape_of(project.dataset) == shape
    data = project.dataset.build()
    assert (data.n_samples, data.n_test_samples, data.n_inputs) == (3, 1, 1)
    back = set_shape(project, Shape()).project
    assert sorted(back.dataset.build().inputs[:, 0]) == [1.0, 2.0, 3.0, 6.0]


def test_noise_is_added_to_own_samples_once_and_by_the_seed() -> None:
    many = replace(
        OWN, inputs=FrozenArray(np.zeros((4000, 2))), targets=FrozenArray(np.tile([[0.0], [1.0]], (2000, 1)))
    )
    project = set_shape(project_of(many), Shape(noise=0.5, seed=3)).project
    moved = project.dataset.build().raw_inputs
    assert moved.std() == pytest.approx(0.5, rel=0.02)
    assert shape_of(project.dataset).noise == 0
    again = set_shape(project_of(many), Shape(noise=0.5, seed=3)).project
    assert np.array_equal(again.dataset.build().raw_inputs, moved)


def test_noise_of_a_generated_set_is_its_setting() -> None:
    project = set_shape(project_of(DatasetSpec("moons")), Shape(noise=0.2)).project
    assert (project.dataset.name, project.dataset.noise) == ("moons", 0.2)


def test_test_samples_from_elsewhere_take_the_place_of_those_that_were_split_off() -> None:
    project = project_of(replace(SHAPED, test_share=0.25))
    training = project.dataset.build().raw_inputs
    edit = set_test_samples(project, [[7.0, 70.0], [8.0, 80.0]], [[1.0], [0.0]])
    data = edit.project.dataset.build()
    assert np.array_equal(data.raw_inputs, training)
    assert data.raw_test_inputs.tolist() == [[7.0, 70.0], [8.0, 80.0]]
    assert data.n_inputs == 3
    assert edit.project.dataset.test_share == pytest.approx(0.4)
    joined = set_shape(edit.project, replace(shape_of(edit.project.dataset), test_share=0.0)).project.dataset.build()
    assert (joined.n_samples, joined.n_test_samples) == (5, 0)


def test_test_samples_of_other_columns_are_refused() -> None:
    with pytest.raises(EngineError, match="as many input and target columns"):
        set_test_samples(project_of(OWN), [[1.0, 2.0, 3.0]], [[1.0]])


@pytest.mark.parametrize("names", [("x",), ("x1", "x2"), ("a", "b", "c", "d"), ("sepal length", "x1")])
def test_common_features_can_be_read_and_are_all_different(names: tuple[str, ...]) -> None:
    shown = [read_feature(text, names).name for text in common_features(names)]
    assert len(set(shown)) == len(shown) >= 6


WORDY = DatasetSpec(
    "custom",
    inputs=FrozenArray([[0.0, 10.0], [1.0, 30.0], [2.0, 50.0], [2.0, 110.0]]),
    targets=FrozenArray([[1.5], [12.0], [5.0], [7.0]]),
    input_names=("size", "width"),
    input_words=(("large", "medium", "small"), ()),
)


class TestWords:
    def test_each_word_has_an_input_and_an_ordinal_has_one(self) -> None:
        project = project_of(WORDY)
        check_project(project)
        assert project.network.n_inputs == 4
        ordinal = set_shape(project, replace(shape_of(project.dataset), encodings=("ordinal", ""))).project
        check_project(ordinal)
        assert ordinal.network.n_inputs == 2
        assert ordinal.dataset.build().inputs.tolist() == [[0, 10], [1, 30], [2, 50], [2, 110]]

    def test_in_another_order_the_same_words_stand_in_the_same_samples(self) -> None:
        project = set_shape(project_of(WORDY), replace(shape_of(WORDY), test_share=0.25)).project
        before = project.dataset.build()
        order = (("small", "medium", "large"), ())
        shape = replace(shape_of(project.dataset), input_words=order, encodings=("ordinal", ""), test_share=0.5)
        data = set_shape(project, shape).project.dataset.build()
        assert data.n_test_samples == 2
        assert sorted(data.all_raw_inputs.tolist()) == [[0, 50], [0, 110], [1, 30], [2, 10]]
        assert sorted(before.all_raw_inputs.tolist()) == [[0, 10], [1, 30], [2, 50], [2, 110]]

    def test_words_cannot_be_exchanged(self) -> None:
        shape = replace(shape_of(WORDY), input_words=(("large", "medium", "tiny"), ()))
        with pytest.raises(EngineError, match="but not be exchanged"):
            set_shape(project_of(WORDY), shape)

    def test_a_sample_that_is_moved_between_words_takes_the_nearer_one(self) -> None:
        project = add_point(project_of(WORDY), (0.6, 70.0), [2.0]).project
        project = move_point(project, 0, (1.7, 11.0)).project
        assert project.dataset.inputs is not None
        assert project.dataset.inputs.array[[0, -1]].tolist() == [[2, 11], [1, 70]]

    def test_noise_moves_numbers_alone(self) -> None:
        project = set_shape(project_of(WORDY), replace(shape_of(WORDY), noise=1.0)).project
        assert project.dataset.inputs is not None
        moved = project.dataset.inputs.array
        assert moved[:, 0].tolist() == [0, 1, 2, 2]
        assert (moved[:, 1] != [10, 30, 50, 110]).all()

    def test_they_come_back_from_a_file_and_files_without_them_are_as_they_were(self) -> None:
        shape = replace(shape_of(WORDY), encodings=("ordinal", ""), target_scaling="plus_minus")
        project = set_shape(project_of(WORDY), shape).project
        again = decode_project(encode(project), "words")
        assert again.dataset == project.dataset
        assert again.dataset.build().preprocessing == project.dataset.build().preprocessing
        for name in (b"input_words", b"encodings", b"target_scaling"):
            assert name in encode(project)
            assert name not in encode(project_of(OWN))

    def test_other_data_have_none_of_them(self) -> None:
        spec = set_dataset(project_of(WORDY), replace(WORDY, name="xor")).project.dataset
        assert (spec.input_words, spec.encodings) == ((), ())


def test_targets_are_scaled_as_one_step_and_the_output_stays_linear() -> None:
    project = set_shape(project_of(WORDY), replace(shape_of(WORDY), target_scaling="standardise")).project
    data = project.dataset.build()
    assert data.targets.mean() == pytest.approx(0, abs=1e-15)
    assert data.targets.std() == pytest.approx(1)
    assert project.network.layers[-1].activation == "linear"
    moved = move_points(project, [1], [(1.0, 30.0)], [[20.0]]).project
    assert moved.dataset.targets is not None
    assert moved.dataset.targets.array.ravel().tolist() == [1.5, 20.0, 5.0, 7.0]


class TestWordsOnTheClipboard:
    def test_copied_samples_hold_words_and_are_taken_back_as_they_were(self) -> None:
        project = project_of(WORDY)
        text = copied_samples(project.dataset.build(), np.arange(4), named=True)
        assert text.splitlines()[:2] == ["size\twidth\td", "large\t10\t1.5"]
        again = paste(project, text, [3, 2, 1, 0]).project
        assert again.dataset.inputs is not None
        assert again.dataset.inputs.array.tolist() == [[2, 110], [2, 50], [1, 30], [0, 10]]

    def test_an_unknown_word_is_named_with_its_place(self) -> None:
        with pytest.raises(EngineError, match=r"Row 2, column 1 .*'huge' is none of the words of size: large, medium"):
            paste(project_of(WORDY), "small\t1\t2\nhuge\t1\t2\n", [0, 1])
