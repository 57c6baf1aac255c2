from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from engine.data.dataset import Dataset
from engine.spec.errors import EngineError


def targets(*rows: object) -> Dataset:
    return Dataset(np.zeros((len(rows), 2)), np.array(rows, dtype=float))


class TestTask:
    @pytest.mark.parametrize("codes", [(0.0, 1.0), (-1.0, 1.0), (0.1, 0.9), (1.0, 2.0), (-1.0, 0.0)])
    def test_one_column_of_two_codes_is_binary(self, codes: tuple[float, float]) -> None:
        data = targets(codes[0], codes[1], codes[0])
        assert (data.task, data.target_codes, data.n_classes) == ("binary", codes, 2)
        assert data.middle == sum(codes) / 2
        assert data.labels().tolist() == [0, 1, 0]

    def test_one_hot_columns_are_classes(self) -> None:
        data = targets([1, 0, 0], [0, 0, 1], [0, 1, 0])
        assert (data.task, data.n_classes, data.labels().tolist()) == ("classes", 3, [0, 2, 1])

    def test_other_columns_of_codes_are_decisions_of_their_own(self) -> None:
        assert targets([1, 1], [0, 1]).task == "columns"

    def test_three_numbers_are_values(self) -> None:
        data = targets(0.5, 1.5, 2.5)
        assert (data.task, data.n_classes, data.labels().tolist()) == ("values", 0, [0, 0, 0])

    @pytest.mark.parametrize(("value", "codes"), [(1.0, (0, 1)), (0.0, (0, 1)), (-1.0, (-1, 1))])
    def test_a_single_code_is_read_with_its_partner(self, value: float, codes: tuple[int, int]) -> None:
        assert targets(value, value).target_codes == codes

    def test_test_targets_count_too(self) -> None:
        data = Dataset([[0.0]], [[0.0]], [[1.0]], [[5.0]])
        assert data.target_codes == (0.0, 5.0)


class TestRight:
    def test_one_column_is_right_on_its_side_of_the_middle(self) -> None:
        right = targets(0, 1, 0, 1).right([[0.4], [0.6], [0.6], [0.4]])
        assert right is not None
        assert right.tolist() == [True, True, False, False]

    def test_an_output_at_the_middle_fires(self) -> None:
        right = targets(-1, 1).right([[0.0], [0.0]])
        assert right is not None
        assert right.tolist() == [False, True]

    def test_of_classes_the_largest_output_counts(self) -> None:
        right = targets([1, 0], [1, 0]).right([[0.2, 0.1], [0.8, 0.9]])
        assert right is not None
        assert right.tolist() == [True, False]

    def test_of_columns_every_one_must_be_right(self) -> None:
        right = targets([1, 1], [0, 1]).right([[0.9, 0.9], [0.9, 0.9]])
        assert right is not None
        assert right.tolist() == [True, False]

    def test_what_is_not_finite_is_wrong(self) -> None:
        for data in (targets(0, 1), targets([0, 1], [1, 0])):
            right = data.right(np.full((2, data.n_outputs), np.nan))
            assert right is not None
            assert not right.any()

    def test_values_are_neither_right_nor_wrong(self) -> None:
        assert targets(1, 2, 3).right([[1], [2], [3]]) is None


class TestShapes:
    def test_arrays_are_private_and_read_only(self) -> None:
        inputs = np.ones((2, 2))
        data = Dataset(inputs, [0, 1])
        inputs[0, 0] = 5
        assert data.inputs[0, 0] == 1
        with pytest.raises(ValueError, match="read-only"):
            data.inputs[0, 0] = 5

    def test_flat_targets_are_one_column(self) -> None:
        assert Dataset([[0], [1]], [0, 1]).targets.shape == (2, 1)

    def test_names_are_numbered_unless_given(self) -> None:
        data = Dataset([[0, 1]], [[0, 1]])
        assert (data.input_names, data.target_names) == (("x1", "x2"), ("d1", "d2"))
        assert Dataset([[0]], [1]).target_names == ("d",)
        assert Dataset([[0]], [1], input_names=["a"]).input_names == ("a",)

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (([[0]], [0, 1]), "training set has 1 row of inputs but 2 rows of targets"),
            (([[0]], [0], [[1]], []), "test set has 1 row of"),
            (([[0]], [0], [[1, 2]], [1]), "as many input and target columns"),
            (([[]], [0]), "at least one input column"),
            (([[np.nan]], [0]), "nan in row 1, column 1"),
            (([[0]], [np.inf]), "inf in row 1, column 1"),
            ((["a"], [0]), "table of numbers"),
            (([[0], [1, 2]], [0, 1]), "table of numbers"),
            (([0, 1], [0, 1]), "two dimensions"),
            (([[0]], [0], None, None, ["a", "b"]), "1 name is needed"),
        ],
    )
    def test_what_is_no_data_set_is_refused(self, arguments: tuple[object, ...], says: str) -> None:
        with pytest.raises(EngineError, match=says):
            Dataset(*arguments)  # type: ignore[arg-type]


@given(arrays(np.float64, array_shapes(min_dims=2, max_dims=2, max_side=5), elements=st.sampled_from([0, 1, -1, 0.5])))
def test_targets_are_right_about_themselves(rows: np.ndarray) -> None:
    data = Dataset(np.zeros((len(rows), 1)), rows)
    right = data.right(rows)
    assert (right is None) == (data.task == "values")
    assert right is None or right.all()
    assert ((data.labels() >= 0) & (data.labels() < max(data.n_classes, 1))).all()
