from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.datasets import DatasetSpec, names
from engine.network.fit import check
from engine.project import edits
from engine.project.demos import demo
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.rules import RULES
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from tests.helpers.edit_results import kinds, note, one_layer, output, perceptron


class TestLayers:
    def test_a_new_layer_stands_where_asked_with_an_id_of_its_own(self) -> None:
        project = edits.add_layer(Project(), 1, units=3).project
        assert project.network.sizes == (2, 4, 3, 1)
        assert project.network.layers[1].activation == "sigmoid"
        assert len({layer.id for layer in project.network.layers}) == 3

    def test_layers_keep_their_ids_when_others_come_and_go(self) -> None:
        project = edits.add_layer(Project(), 0).project
        assert [layer.id for layer in project.network.layers[1:]] == [1, 2]
        assert [layer.id for layer in edits.remove_layer(project, 0).project.network.layers] == [1, 2]

    def test_specs_without_ids_get_some_at_the_first_edit(self) -> None:
        project = replace(Project(), network=NetworkSpec(2, (LayerSpec(3), LayerSpec(1))))
        ids = [layer.id for layer in edits.add_layer(project, 0).project.network.layers]
        assert len(set(ids)) == 3
        assert 0 not in ids

    def test_removing_the_only_hidden_layer_leaves_a_single_layer(self) -> None:
        assert edits.remove_layer(Project(), 0).project.network.sizes == (2, 1)

    def test_the_output_layer_can_neither_be_removed_nor_resized(self) -> None:
        with pytest.raises(EngineError, match="output layer cannot be removed"):
            edits.remove_layer(Project(), 1)
        with pytest.raises(EngineError, match="as many units as the data"):
            edits.set_units(Project(), 1, 2)

    def test_the_same_units_again_change_nothing(self) -> None:
        project = edits.set_parameters(Project(), np.ones(17)).project
        assert edits.set_units(project, 0, 4).project is project

    @pytest.mark.parametrize("index", [-1, 2, 7])
    def test_places_that_do_not_exist_are_refused(self, index: int) -> None:
        for edit in (edits.add_layer, edits.remove_layer):
            with pytest.raises(EngineError):
                edit(Project(), index)

    def test_a_hidden_layer_makes_the_perceptron_a_gradient_network(self) -> None:
        edit = edits.add_layer(perceptron(), 0)
        assert edit.project.training.rule == "gradient_descent"
        assert [layer.activation for layer in edit.project.network.layers] == ["sigmoid", "sigmoid"]
        assert note(edit, "rule") == {"rule": "gradient_descent", "previous": "perceptron"}


class TestActivations:
    def test_a_step_unit_alone_brings_the_perceptron_rule(self) -> None:
        edit = edits.set_activation(one_layer(batch_size=None), 0, "step")
        assert edit.project.training.rule == "perceptron"
        assert note(edit, "batch_size")["batch_size"] == 1

    def test_a_smooth_output_ends_the_perceptron_rule(self) -> None:
        assert edits.set_activation(perceptron(), 0, "tanh").project.training.rule == "gradient_descent"

    @pytest.mark.parametrize("index", [0, 1])
    def test_units_without_slope_beside_other_layers_are_set_by_hand(self, index: int) -> None:
        edit = edits.set_activation(Project(), index, "step")
        assert edit.project.network.layers[index].activation == "step"
        assert note(edit, "by_hand") == {"layer": index, "activation": "step", "n_layers": 2}
        with pytest.raises(EngineError, match="set the weights by hand"):
            check(edit.project.network, edit.project.dataset.build(), edit.project.training)

    def test_a_network_set_by_hand_keeps_its_units_whatever_else_is_edited(self) -> None:
        project = demo("xor_by_hand")
        for edited in (
            edits.set_units(project, 0, 3),
            edits.add_point(project, [0.5, 0.5], 1),
            edits.set_training(project, rule="adam"),
            edits.set_dataset(project, DatasetSpec("and")),
            edits.add_layer(project, 1),
        ):
            assert {layer.activation for layer in edited.project.network.layers} == {"step"}

    def test_other_target_codes_bring_units_of_the_same_kind(self) -> None:
        spec = replace(demo("xor_by_hand").dataset, target_coding=(-1.0, 1.0))
        assert output(edits.set_dataset(demo("xor_by_hand"), spec).project).activation == "sgn"

    def test_a_layer_of_units_set_by_hand_that_is_left_alone_learns_by_the_perceptron_rule(self) -> None:
        made = edits.remove_layer(demo("xor_by_hand"), 0).project
        assert (made.training.rule, output(made).activation) == ("perceptron", "step")

    def test_units_that_answer_in_other_codes_are_refused(self) -> None:
        with pytest.raises(EngineError, match="code the targets"):
            edits.set_activation(one_layer(), 0, "sgn")

    def test_softmax_needs_two_outputs_and_the_last_layer(self) -> None:
        for index in (0, 1):
            with pytest.raises(EngineError):
                edits.set_activation(Project(), index, "softmax")

    def test_the_loss_follows_an_output_without_cross_entropy(self) -> None:
        project = edits.set_training(Project(), loss="cross_entropy").project
        edit = edits.set_activation(project, 1, "tanh")
        assert edit.project.training.loss == "squared_error"
        assert note(edit, "loss")["activation"] == "tanh"

    def test_the_start_outlives_another_activation(self) -> None:
        project = edits.set_parameters(Project(), np.ones(17)).project
        assert edits.set_activation(project, 0, "tanh").project.parameters == project.parameters


class TestTraining:
    def test_the_perceptron_rule_brings_units_that_fire(self) -> None:
        edit = edits.set_training(one_layer(batch_size=4, loss="cross_entropy"), rule="perceptron")
        assert output(edit.project).activation == "step"
        assert edit.project.training.batch_size == 1
        assert edit.project.training.loss == "squared_error"
        assert kinds(edit) == ["output_layer", "batch_size", "loss"]

    @pytest.mark.parametrize("rule", ["perceptron", "widrow_hoff"])
    def test_rules_for_one_layer_say_to_remove_the_others(self, rule: str) -> None:
        with pytest.raises(EngineError, match="remove the hidden layers"):
            edits.set_training(Project(), rule=rule)

    @pytest.mark.parametrize("rule", ["adaptive", "rprop"])
    def test_rules_for_the_whole_set_get_it(self, rule: str) -> None:
        edit = edits.set_training(Project(), rule=rule)
        assert edit.project.training.batch_size is None
        assert note(edit, "batch_size") == {"batch_size": None, "previous": 1, "rule": rule}
        with pytest.raises(EngineError, match="whole set"):
            edits.set_training(edit.project, batch_size=10)

    def test_widrow_hoff_answers_with_the_net_input_that_it_trains(self) -> None:
        edit = edits.set_training(one_layer(), rule="widrow_hoff")
        assert output(edit.project).activation == "linear"
        assert edits.set_activation(edit.project, 0, "sigmoid").project.training.rule == "gradient_descent"
        assert edits.set_activation(edit.project, 0, "step").project.training.rule == "perceptron"

    def test_widrow_hoff_may_fire_at_zero_between_plus_and_minus_one(self) -> None:
        project = replace(one_layer(), dataset=DatasetSpec("and", target_coding=(-1, 1)))
        project = edits.set_training(edits.set_activation(project, 0, "sgn").project, rule="widrow_hoff").project
        assert output(project).activation == "sgn"
        recoded = edits.set_dataset(project, DatasetSpec("and")).project
        assert (output(recoded).activation, recoded.training.rule) == ("linear", "widrow_hoff")

    def test_leaving_the_perceptron_rule_brings_smooth_units(self) -> None:
        assert output(edits.set_training(perceptron(), rule="adam").project).activation == "sigmoid"

    def test_cross_entropy_brings_an_output_that_it_fits(self) -> None:
        tanh = edits.set_activation(Project(), 1, "tanh").project
        assert output(edits.set_training(tanh, loss="cross_entropy").project).activation == "sigmoid"

    def test_cross_entropy_on_other_codes_is_refused(self) -> None:
        project = edits.set_dataset(Project(), DatasetSpec("xor", target_coding=(-1, 1))).project
        with pytest.raises(EngineError, match="code the targets"):
            edits.set_training(project, loss="cross_entropy")

    def test_settings_that_change_nothing_else_leave_no_note(self) -> None:
        edit = edits.set_training(Project(), learning_rate=0.1, momentum=0.9, shuffle=True)
        assert edit.notes == ()
        assert edit.project.training == TrainingSpec(learning_rate=0.1, momentum=0.9, shuffle=True)

    def test_a_new_seed_draws_a_new_start(self) -> None:
        project = edits.set_parameters(Project(), np.ones(17)).project
        edit = edits.set_training(project, seed=5)
        assert edit.project.parameters is None
        assert note(edit, "start") == {"seed": 5}

    def test_unknown_settings_are_refused(self) -> None:
        with pytest.raises(EngineError, match="no setting called 'speed'"):
            edits.set_training(Project(), speed=3)
        with pytest.raises(EngineError, match="no setting called 'layers'"):
            edits.set_network(Project(), layers=())

    def test_another_initialization_draws_a_new_start(self) -> None:
        project = edits.set_parameters(Project(), np.ones(17)).project
        edit = edits.set_network(project, initialization="xavier")
        assert edit.project.network.initialization == "xavier"
        assert edit.project.parameters is None


class TestParameters:
    def test_numbers_are_kept_to_the_bit(self) -> None:
        values = np.random.default_rng(0).normal(size=17)
        project = edits.set_parameters(Project(), values).project
        assert project.parameters == FrozenArray(values)
        assert edits.set_parameters(project, values).project is project
        assert edits.set_parameters(project, None).project.parameters is None

    @pytest.mark.parametrize("values", [np.ones(16), np.ones((17, 1)), np.full(17, np.nan)])
    def test_numbers_that_do_not_fit_are_refused(self, values: np.ndarray) -> None:
        with pytest.raises(EngineError):
            edits.set_parameters(Project(), values)


ACTIVATION_NAMES = st.sampled_from(tuple(ACTIVATIONS))
CODINGS = st.sampled_from([(0.0, 1.0), (-1.0, 1.0), (0.1, 0.9), (1.0, 2.0)])
RECIPES = st.builds(
    DatasetSpec,
    name=st.sampled_from(names()),
    n_samples=st.integers(5, 20),
    n_classes=st.integers(2, 3),
    test_share=st.sampled_from([0.0, 0.3]),
    target_coding=CODINGS,
)
REAL = DatasetSpec("custom", inputs=[[0.5], [1.0]], targets=[[2.5, 1.0], [-1.0, 0.0]])
SOFT = DatasetSpec("custom", inputs=[[0.5], [1.0]], targets=[[0.3], [0.6]])
COLUMNS = DatasetSpec("custom", inputs=[[0.5, 1], [1.0, 2]], targets=[[1, 1], [0, 1]])
STEPS = st.one_of(
    st.tuples(st.just("add_layer"), st.integers(0, 2), st.integers(1, 4)),
    st.tuples(st.just("remove_layer"), st.integers(0, 2)),
    st.tuples(st.just("set_units"), st.integers(0, 2), st.integers(1, 5)),
    st.tuples(st.just("set_activation"), st.integers(0, 2), ACTIVATION_NAMES),
    st.tuples(st.just("set_dataset"), RECIPES | st.sampled_from([REAL, SOFT, COLUMNS])),
    st.tuples(st.just("set_truth_table"), st.lists(st.integers(0, 1), min_size=4, max_size=4)),
    st.tuples(st.just("add_point"), st.just([0.5, 0.5]), st.integers(0, 3)),
    st.tuples(st.just("remove_point"), st.integers(0, 5)),
    st.tuples(st.just("rule"), st.sampled_from(RULES)),
    st.tuples(st.just("loss"), st.sampled_from(["squared_error", "cross_entropy"])),
    st.tuples(st.just("batch_size"), st.sampled_from([None, 1, 3])),
    st.tuples(st.just("coding"), CODINGS),
)


def apply(project: Project, step: tuple[object, ...]) -> Project:
    name, *arguments = step
    try:
        if name in ("rule", "loss", "batch_size"):
            return edits.set_training(project, **{str(name): arguments[0]}).project
        if name == "coding":
            return edits.set_dataset(project, replace(project.dataset, target_coding=arguments[0])).project
        return getattr(edits, str(name))(project, *arguments).project  # type: ignore[no-any-return]
    except EngineError:
        return project


@settings(max_examples=300, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=15))
def test_whatever_is_edited_in_whatever_order_the_project_can_be_trained_or_is_set_by_hand(
    steps: list[tuple[object, ...]],
) -> None:
    project = Project()
    for step in steps:
        project = apply(project, step)
        data = project.dataset.build()
        ids = [layer.id for layer in project.network.layers]
        assert len(set(ids)) == len(ids)
        if data.n_samples and is_for_training(project):
            check(project.network, data, project.training)


def is_for_training(project: Project) -> bool:
    """Units without a slope beside other layers are set by hand."""
    layers = project.network.layers
    return len(layers) == 1 or all(ACTIVATIONS[layer.activation].has_gradient for layer in layers)
