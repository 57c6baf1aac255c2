"""Edits of the data: other sets, truth tables, points, and what follows for network and training."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.datasets import DatasetSpec
from engine.project import edits
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec
from tests.helpers.edit_results import kinds, note, one_layer, output, perceptron


class TestData:
    def test_three_classes_bring_three_softmax_outputs(self) -> None:
        edit = edits.set_dataset(Project(), DatasetSpec("blobs", n_classes=3))
        assert (output(edit.project).units, output(edit.project).activation) == (3, "softmax")
        values = note(edit, "output_layer")
        assert (values["units"], values["activation"], values["loss"]) == (3, "softmax", "cross_entropy")
        assert values["n_classes"] == 3

    def test_leaving_classes_brings_sigmoid_and_squared_error_back(self) -> None:
        project = edits.set_dataset(Project(), DatasetSpec("blobs", n_classes=3)).project
        project = edits.set_dataset(project, DatasetSpec("moons")).project
        assert output(project) == LayerSpec(1, "sigmoid")
        assert project.training.loss == "squared_error"

    def test_an_output_that_works_stays(self) -> None:
        project = edits.set_training(Project(), loss="cross_entropy").project
        edit = edits.set_dataset(project, DatasetSpec("moons"))
        assert (edit.project.training.loss, kinds(edit)) == ("cross_entropy", [])
        tanh = edits.set_activation(Project(), 1, "tanh").project
        assert output(edits.set_dataset(tanh, DatasetSpec("circles")).project).activation == "tanh"

    def test_targets_of_plus_and_minus_one_bring_tanh(self) -> None:
        edit = edits.set_dataset(Project(), DatasetSpec("xor", target_coding=(-1, 1)))
        assert output(edit.project).activation == "tanh"
        assert kinds(edit) == ["output_layer"]

    def test_the_perceptron_fires_in_the_codes_of_the_targets(self) -> None:
        edit = edits.set_dataset(perceptron(), DatasetSpec("and", target_coding=(-1, 1)))
        assert output(edit.project).activation == "sgn"
        assert edit.project.training.rule == "perceptron"

    def test_real_targets_bring_a_linear_output(self) -> None:
        spec = DatasetSpec("custom", inputs=[[0, 0], [1, 1], [2, 2]], targets=[[2.5], [-1.0], [0]])
        for project in (Project(), perceptron()):
            edit = edits.set_dataset(project, spec)
            assert output(edit.project).activation == "linear"
            assert edit.project.training.loss == "squared_error"
        assert edit.project.training.rule == "gradient_descent"

    def test_inputs_follow_and_the_start_is_dropped(self) -> None:
        project = edits.set_parameters(Project(), np.ones(17)).project
        edit = edits.set_dataset(project, DatasetSpec("parity3"))
        assert edit.project.network.n_inputs == 3
        assert edit.project.parameters is None
        assert note(edit, "inputs") == {"inputs": 3}

    def test_the_start_stays_while_the_shape_stays(self) -> None:
        project = edits.set_parameters(Project(), np.ones(17)).project
        assert edits.set_dataset(project, DatasetSpec("circles")).project.parameters == project.parameters

    def test_a_recipe_keeps_only_what_its_kind_uses(self) -> None:
        project = edits.add_point(Project(), [0.5, 0.5], 1).project
        spec = replace(project.dataset, name="spirals", n_classes=5)
        tidy = edits.set_dataset(project, spec).project.dataset
        assert tidy.inputs is None
        assert tidy.n_classes == 3

    def test_bad_recipes_are_refused(self) -> None:
        for spec in (DatasetSpec("nothing"), DatasetSpec("moons", noise=-1), DatasetSpec("moons", n_samples=0)):
            with pytest.raises(EngineError):
                edits.set_dataset(Project(), spec)


class TestTruthTables:
    def test_a_table_with_a_name_becomes_that_gate(self) -> None:
        assert edits.set_truth_table(Project(), (0, 0, 0, 1)).project.dataset == DatasetSpec("and")

    def test_another_table_keeps_its_numbers_and_codings(self) -> None:
        project = edits.set_dataset(Project(), DatasetSpec("parity3", input_coding=(-1, 1))).project
        spec = edits.set_truth_table(project, (1, 1, 1, 0, 1, 0, 0, 1)).project.dataset
        assert (spec.name, spec.truth_table, spec.input_coding) == ("truth_table", (1, 1, 1, 0, 1, 0, 0, 1), (-1, 1))

    @pytest.mark.parametrize("table", [(), (0,), (0, 1, 1), (0, 2), (0, 0.5), [0] * 64])
    def test_what_is_no_table_is_refused(self, table: tuple[int, ...]) -> None:
        with pytest.raises(EngineError):
            edits.set_truth_table(Project(), table)


class TestPoints:
    def test_a_point_turns_a_gate_into_own_samples(self) -> None:
        edit = edits.add_point(Project(), [0.25, 0.75], 1)
        data = edit.project.dataset.build()
        assert edit.project.dataset.name == "custom"
        assert data.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1], [0.25, 0.75]]
        assert data.targets[-1].tolist() == [1]
        assert note(edit, "own_samples") == {"name": "xor"}
        assert kinds(edits.add_point(edit.project, [0, 0.5], 0)) == []

    def test_points_keep_the_target_codes_even_when_one_class_is_gone(self) -> None:
        project = Project(DatasetSpec("and", target_coding=(-1, 1)), one_layer().network)
        project = edits.remove_point(project, 3).project
        data = edits.add_point(project, [1, 1], 1).project.dataset.build()
        assert data.targets.ravel().tolist() == [-1, -1, -1, 1]
        assert project.dataset.build().target_codes == (-1, 1)

    def test_an_index_counts_training_then_test_samples(self) -> None:
        project = edits.set_dataset(Project(), DatasetSpec("moons", n_samples=20, test_share=0.25)).project
        before = project.dataset.build()
        project = edits.move_point(project, 16, [9, 9]).project
        after = project.dataset.build()
        assert after.test_inputs[1].tolist() == [9, 9]
        assert np.array_equal(after.inputs, before.inputs)
        assert np.array_equal(after.test_inputs[[0, 2, 3, 4]], before.test_inputs[[0, 2, 3, 4]])
        assert edits.remove_point(project, 19).project.dataset.build().n_test_samples == 4

    def test_the_class_after_the_last_becomes_a_class_of_its_own(self) -> None:
        edit = edits.add_point(Project(), [2, 2], 2)
        data = edit.project.dataset.build()
        assert (data.task, data.labels().tolist()) == ("classes", [0, 1, 1, 0, 2])
        assert output(edit.project).activation == "softmax"
        again = edits.add_point(edit.project, [3, 3], 3).project.dataset.build()
        assert again.labels().tolist() == [0, 1, 1, 0, 2, 3]

    def test_painting_starts_from_an_empty_set(self) -> None:
        project = edits.set_dataset(Project(), DatasetSpec("custom")).project
        assert project.dataset.build().n_samples == 0
        project = edits.add_point(project, [0.1, 0.2], 0).project
        assert project.dataset.build().inputs.tolist() == [[0.1, 0.2]]
        assert edits.remove_point(project, 0).project.dataset.build().n_samples == 0

    def test_a_value_is_added_to_real_targets(self) -> None:
        spec = DatasetSpec("custom", inputs=[[0], [1], [4]], targets=[[2.5], [-1.0], [3.0]])
        project = edits.add_point(edits.set_dataset(Project(), spec).project, [2], 7.5).project
        assert project.dataset.build().targets.ravel().tolist() == [2.5, -1, 3, 7.5]

    @pytest.mark.parametrize(
        ("row", "label"), [([0], 1), ([0, 0, 0], 1), ([np.nan, 0], 1), ([0, 0], -1), ([0, 0], 3), ([0, 0], 0.5)]
    )
    def test_points_that_cannot_be_are_refused(self, row: list[float], label: int) -> None:
        with pytest.raises(EngineError):
            edits.add_point(Project(), row, label)

    def test_points_that_are_not_there_are_refused(self) -> None:
        for index in (-1, 4):
            with pytest.raises(EngineError):
                edits.move_point(Project(), index, [0, 0])
            with pytest.raises(EngineError):
                edits.remove_point(Project(), index)

    def test_another_test_share_splits_own_samples_anew(self) -> None:
        project = edits.set_dataset(Project(), DatasetSpec("moons", n_samples=20, test_share=0.5)).project
        project = edits.move_point(project, 0, [0, 0]).project
        split = edits.set_dataset(project, replace(project.dataset, test_share=0.25)).project.dataset.build()
        assert (split.n_samples, split.n_test_samples) == (15, 5)
        whole = edits.set_dataset(project, replace(project.dataset, test_share=0.0)).project.dataset.build()
        assert (whole.n_samples, whole.n_test_samples) == (20, 0)

    def test_own_samples_say_which_codes_they_use(self) -> None:
        spec = DatasetSpec("custom", inputs=[[0, 0], [1, 1]], targets=[[-1], [1]])
        project = edits.set_dataset(Project(), spec).project
        assert project.dataset.target_coding == (-1, 1)
        project = edits.set_dataset(project, replace(project.dataset, target_coding=(0.0, 1.0))).project
        assert project.dataset.build().targets.ravel().tolist() == [0, 1]

    def test_another_coding_rewrites_own_targets(self) -> None:
        project = edits.add_point(Project(), [0.5, 0.5], 1).project
        edit = edits.set_dataset(project, replace(project.dataset, target_coding=(-1.0, 1.0)))
        assert edit.project.dataset.build().targets.ravel().tolist() == [-1, 1, 1, -1, 1]
        assert output(edit.project).activation == "tanh"
