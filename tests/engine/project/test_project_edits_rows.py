"""Edits in the sample table: cells typed over, blocks pasted, rows added, samples kept for testing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.dataset import Dataset
from engine.data.datasets import DatasetSpec
from engine.project import edits
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray


def gate(name: str = "xor", **settings: object) -> Project:
    return edits.set_dataset(Project(), DatasetSpec(name, **settings)).project  # type: ignore[arg-type]


def samples(project: Project) -> list[list[float]]:
    data = project.dataset.build()
    return [
        *np.hstack([data.inputs, data.targets]).tolist(),
        *np.hstack([data.test_inputs, data.test_targets]).tolist(),
    ]


def custom(inputs: object, targets: object, **more: object) -> Project:
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(targets), **more)  # type: ignore[arg-type]
    return edits.set_dataset(Project(), spec).project


def flowers() -> Project:
    """Three classes by name, one-hot, with two test samples."""
    return custom(
        [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
        np.eye(3),
        test_inputs=FrozenArray([[7.0, 8.0], [9.0, 10.0]]),
        test_targets=FrozenArray([[1.0, 0, 0], [0, 1.0, 0]]),
        target_names=("setosa", "versicolor", "virginica"),
    )


# ---------------------------------------------------------------------- cells


def test_a_typed_output_of_a_gate_keeps_it_a_gate() -> None:
    edit = edits.set_cell(gate(), 3, 2, "1")
    assert (edit.project.dataset.name, edit.notes) == ("or", ())
    edit = edits.set_cell(gate("parity3"), 0, 3, "1")
    assert edit.project.dataset.truth_table == (1, 1, 1, 0, 1, 0, 0, 1)


def test_the_right_case_of_a_gate_changes_with_noise_coding_and_test_samples() -> None:
    spec = DatasetSpec("parity3", noise=0.4, test_share=0.4, seed=3, input_coding=(-1, 1), target_coding=(-1, 1))
    project = edits.set_dataset(Project(), spec).project
    data = project.dataset.build()
    for sample in range(8):
        before = samples(project)
        code = -before[sample][3]
        after = edits.set_cell(project, sample, 3, f"{code:g}").project
        assert after.dataset.name == "truth_table"
        expected = [row if place != sample else [*row[:3], code] for place, row in enumerate(before)]
        assert samples(after) == expected
        assert after.dataset.build().n_samples == data.n_samples


def test_a_typed_input_of_a_gate_makes_own_samples_and_says_so() -> None:
    edit = edits.set_cell(gate(), 1, 0, "0,25")
    assert edit.project.dataset.name == "custom"
    assert [note.kind for note in edit.notes] == ["own_samples"]
    assert samples(edit.project)[1] == [0.25, 1.0, 1.0]


def test_a_curve_can_be_typed_value_by_value() -> None:
    project = custom([[0.0], [1.0], [2.0]], [[0.5], [2.25], [2.25]])
    assert project.dataset.build().task == "binary"
    assert samples(edits.set_cell(project, 2, 1, "7").project)[2] == [2.0, 7.0]
    assert samples(edits.paste(project, "7", [2], 1).project)[2] == [2.0, 7.0]


def test_the_digits_typed_are_the_digits_kept() -> None:
    project = edits.set_cell(custom([[0.0]], [[0.5]]), 0, 1, "-1.2345678901234567e-7").project
    assert samples(project) == [[0.0, -1.2345678901234567e-7]]
    assert samples(edits.set_cell(project, 0, 0, "−3").project)[0][0] == -3.0


@pytest.mark.parametrize("typed", ["virginica", "Virginica ", "3"])
def test_a_class_is_typed_by_its_name_or_number(typed: str) -> None:
    project = edits.set_cell(flowers(), 3, 2, typed).project
    assert samples(project)[3] == [7.0, 8.0, 0.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("project", "column", "typed", "problem"),
    [
        (gate(), 0, "abc", "'abc' is not a number"),
        (gate(), 0, "", "empty"),
        (gate(), 0, "1e999", "not finite"),
        (gate(), 0, "nan", "not finite"),
        (gate(), 0, "1_000", "not a number"),
        (gate(), 0, "1.00,5", "not a number"),
        (gate(), 2, "0.5", "'0.5' is none of 0, 1"),
        (gate(), 2, "", "it needs one of 0, 1"),
        (flowers(), 2, "rose", "'rose' is none of setosa, versicolor, virginica"),
        (flowers(), 2, "4", "'4' is none of"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_refused_with_the_reason(
    project: Project, column: int, typed: str, problem: str
) -> None:
    with pytest.raises(EngineError, match=problem):
        edits.set_cell(project, 0, column, typed)


def test_what_is_there_already_is_no_edit() -> None:
    project = flowers()
    assert edits.set_cell(project, 0, 2, "setosa").project is project


# ---------------------------------------------------------------------- pasting


BLOCK = [[0.5, 1.5, 1.0], [2.5, -3.5, 0.0]]


@pytest.mark.parametrize(
    "text",
    [
        "0.5\t1.5\t1\n2.5\t-3.5\t0\n",
        "0,5\t1,5\t1\r\n2,5\t-3,5\t0\r\n",
        "0.5;1.5;1\n2.5;-3.5;0",
        "0,5;1,5;1\n2,5;-3,5;0",
        "0.5,1.5,1\n2.5,-3.5,0\n\n",
        "0.5 1.5 1\n2.5  -3.5 0",
        'x1\tx2\td\n"0.5"\t1.5\t1\n2.5\t-3.5\t0',
        "x1,x2,class\n0.5,1.5,1\n2.5,-3.5,0",
    ],
)
def test_a_block_is_read_however_it_was_copied(text: str) -> None:
    assert samples(edits.paste(gate(), text, [1, 2, 3]).project) == [[0, 0, 0], *BLOCK, [1, 1, 0]]


def test_rows_beyond_the_end_are_new_training_samples() -> None:
    project = flowers()
    edit = edits.paste(project, "0\t0\tsetosa\n1\t1\tvirginica\n2\t2\tversicolor", [4], 0)
    data = edit.project.dataset.build()
    assert (data.n_samples, data.n_test_samples) == (5, 2)
    assert data.inputs[3:].tolist() == [[1, 1], [2, 2]]
    assert data.labels()[3:].tolist() == [2, 1]
    assert data.test_inputs.tolist() == [[7, 8], [0, 0]]
    assert data.labels(data.test_targets).tolist() == [0, 0]
    assert data.target_names == ("setosa", "versicolor", "virginica")


def test_rows_go_over_samples_in_the_order_of_the_view() -> None:
    project = edits.paste(gate(), "7\n8", [3, 0], 1).project
    assert [row[1] for row in samples(project)] == [8, 1, 0, 7]


def test_a_column_of_decimal_commas_fits_where_two_columns_do_not() -> None:
    project = custom([[1.0], [2.0]], [[0.1], [0.2]])
    assert samples(edits.paste(project, "0,5\n1,5", [0, 1], 1).project) == [[1, 0.5], [2, 1.5]]


def test_a_pasted_truth_table_stays_a_gate() -> None:
    edit = edits.paste(gate(), "1\n1\n1\n0", [0, 1, 2, 3], 2)
    assert (edit.project.dataset.name, edit.notes) == ("nand", ())


def test_one_hot_columns_can_be_pasted_as_they_are_copied() -> None:
    project = edits.paste(flowers(), "1\t1\t0\t0\t1", [0]).project
    assert samples(project)[0] == [1, 1, 0, 0, 1]


def test_where_no_old_target_stays_the_new_ones_may_be_of_another_kind() -> None:
    text = "\n".join(f"{n}\t{n}\t{n / 4}" for n in range(4))
    assert edits.paste(gate(), text, [0, 1, 2, 3]).project.dataset.build().task == "values"
    signs = edits.paste(gate(), text.replace("0.25", "-1"), [0, 1, 2, 3]).project
    assert signs.dataset.build().n_samples == 4
    with pytest.raises(EngineError, match=r"Row 3, column 3 of the pasted cells: '0.25' is none of 0, 1"):
        edits.paste(gate(), "x1\tx2\td\n" + "\n".join(text.splitlines()[:3]), [0, 1, 2, 3])
    empty = custom(np.empty((0, 2)), np.empty((0, 1)))
    assert samples(edits.paste(empty, "1\t2\t0.5", []).project) == [[1, 2, 0.5]]


@pytest.mark.parametrize(
    ("project", "text", "over", "column", "problem"),
    [
        (gate(), "1\t2\t3\t4", [0], 0, "4 columns, but from the chosen one on there are only 3"),
        (gate(), "1\t2", [0], 2, "2 columns, but from the chosen one on there are only 1"),
        (gate(), "1\t2\t1\n3\tx\t0", [0], 0, "Row 2, column 2 of the pasted cells: 'x' is not a number"),
        (gate(), "x1\tx2\td\n1\t2\t1\n3\t4\t", [0], 0, "Row 3, column 3 .* empty"),
        (gate(), "1\t2\t1\n3\t4", [0], 0, "Row 2 .* has 2 cells, the first has 3"),
        (gate(), "1\n2\n3", [3], 0, "Row 2 .* new sample"),
        (gate(), "1\t2\t7", [0], 0, "Row 1, column 3 .*'7' is none of 0, 1"),
        (gate(), "  \n", [0], 0, "no text on the clipboard"),
        (flowers(), "1\t2\t0\t1", [0], 0, "fit 2 for inputs and one for the class"),
        (flowers(), "1\t2\trose", [0], 0, "Row 1, column 3 .*'rose' is none of"),
        (flowers(), "1\t2\t1\t1\t0", [0], 0, "Row 1, column 3 .* one of the targets"),
        (gate(), '1\t"2\t1', [0], 0, "quotation|has|number"),
    ],
)
def test_what_cannot_be_pasted_is_refused_with_its_place(
    project: Project, text: str, over: list[int], column: int, problem: str
) -> None:
    with pytest.raises(EngineError, match=problem):
        edits.paste(project, text, over, column)


@given(st.text(alphabet="0123456789.,;\t\n -+eExd\"'_", max_size=60), st.integers(0, 3), st.integers(0, 2))
def test_whatever_is_pasted_gives_finite_samples_or_a_sentence(text: str, first: int, column: int) -> None:
    project = gate()
    try:
        data: Dataset = edits.paste(project, text, range(first, 4), column).project.dataset.build()
    except EngineError:
        return
    assert np.isfinite(data.inputs).all()
    assert data.n_samples >= 4


@given(st.lists(st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 3), min_size=1, max_size=6))
def test_numbers_come_back_from_the_clipboard_bit_by_bit(rows: list[tuple[float, ...]]) -> None:
    empty = custom(np.empty((0, 2)), np.empty((0, 1)))
    text = "\n".join("\t".join(map(repr, row)) for row in rows)
    assert np.array(samples(edits.paste(empty, text, []).project)).tobytes() == np.array(rows).tobytes()


# ---------------------------------------------------------------------- rows


def test_a_row_more_is_zero_and_of_the_class_of_the_one_it_follows() -> None:
    data = edits.add_row(flowers(), like=1).project.dataset.build()
    assert (data.n_samples, data.inputs[3].tolist(), data.labels()[3]) == (4, [0, 0], 1)
    data = edits.add_row(flowers(), like=4).project.dataset.build()
    assert (data.n_test_samples, data.labels(data.test_targets)[2]) == (3, 1)
    assert samples(edits.add_row(gate()).project)[4] == [0, 0, 0]


def test_samples_are_kept_for_testing_and_given_back() -> None:
    project = edits.move_rows(gate(), [1, 3], to_test=True).project
    data = project.dataset.build()
    assert data.inputs.tolist() == [[0, 0], [1, 0]]
    assert data.test_inputs.tolist() == [[0, 1], [1, 1]]
    assert data.test_targets.tolist() == [[1], [0]]
    back = edits.move_rows(project, [0, 2], to_test=False).project.dataset.build()
    assert back.inputs.tolist() == [[0, 0], [1, 0], [0, 1]]
    assert edits.move_rows(project, [2, 3], to_test=True).project is project
    assert edits.move_rows(project, [2, 3], to_test=False).project.dataset.build().n_test_samples == 0


def test_what_is_edited_are_the_inputs_as_given_whatever_the_network_sees() -> None:
    spec = DatasetSpec("moons", n_samples=10, scaling="standardise", features=("x1*x2",))
    project = edits.set_dataset(Project(), spec).project
    raw = project.dataset.build().raw_inputs
    edit = edits.set_cell(project, 2, 1, "100")
    data = edit.project.dataset.build()
    assert data.raw_inputs[2].tolist() == [raw[2, 0], 100.0]
    assert data.n_inputs == 3
    assert abs(data.inputs.mean()) < 1e-12
    assert edits.paste(edit.project, "1\t2\t1", [0]).project.dataset.build().raw_inputs[0].tolist() == [1, 2]
