"""What an edit of the data's shape means for a run, seen through the edits themselves."""

from __future__ import annotations

from engine.data.datasets.recipe import data_of
from engine.project.edit_effect import EditEffect, effect_of
from engine.project.edits import Shape, add_point, set_dataset, set_shape
from engine.project.project import Project


def shaped(project: Project, shape: Shape) -> Project:
    return set_shape(project, shape).project


def effect(before: Project, after: Project) -> EditEffect:
    return effect_of(before, after, data_of(before.dataset), data_of(after.dataset))


def test_a_feature_in_the_place_of_another_ends_the_run() -> None:
    product = shaped(Project(), Shape(features=("x1*x2",)))
    square = shaped(product, Shape(features=("x1^2",)))

    assert product.network == square.network
    assert effect(product, square) is EditEffect.COLUMNS
    assert effect(product, square).resets


def test_features_in_another_order_end_the_run() -> None:
    one = shaped(Project(), Shape(features=("x1^2", "x2^2")))
    other = shaped(one, Shape(features=("x2^2", "x1^2")))

    assert one.network == other.network
    assert effect(one, other) is EditEffect.COLUMNS


def test_features_in_the_place_of_the_inputs_end_the_run() -> None:
    squares = shaped(Project(), Shape(features=("x1^2", "x2^2"), keeps_inputs=False))

    assert squares.network == Project().network
    assert effect(Project(), squares) is EditEffect.COLUMNS


def test_a_feature_more_makes_another_network() -> None:
    more = shaped(Project(), Shape(features=("x1*x2",)))

    assert more.network.n_inputs == 3
    assert effect(Project(), more) is EditEffect.NETWORK


def test_the_same_features_of_other_samples_leave_the_run_alone() -> None:
    before = shaped(Project(), Shape(features=("x1*x2",), scaling="standardise"))
    after = add_point(before, (4.0, -3.0), 1).project

    old, new = data_of(before.dataset).preprocessing, data_of(after.dataset).preprocessing
    assert old.centres != new.centres
    assert effect(before, after) is EditEffect.LIVE


def test_data_that_cannot_be_built_count_as_other_columns() -> None:
    before = Project()
    after = set_dataset(before, shaped(before, Shape(scaling="min_max")).dataset).project

    assert effect_of(before, after, data_of(before.dataset), None) is EditEffect.COLUMNS
    assert effect_of(before, after, None, data_of(after.dataset)) is EditEffect.COLUMNS
