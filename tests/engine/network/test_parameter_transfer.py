"""What outlives an edit of the structure, weight by weight, against bookkeeping apart from the engine's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.datasets import DatasetSpec
from engine.network.layer_copy import copies_from_text, copies_to_text, copy_layers
from engine.network.network import Network
from engine.project import edits
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.spec.specs import LayerSpec, NetworkSpec
from engine.training.trainer import Trainer

Floats = np.ndarray


def project_of(*hidden: int) -> Project:
    layers = [LayerSpec(units, "tanh", id=place + 1) for place, units in enumerate(hidden)]
    return Project(DatasetSpec("xor"), NetworkSpec(2, (*layers, LayerSpec(1, "sigmoid", id=50))))


def numbered(project: Project) -> Project:
    """Every parameter has a number of its own, so that it can be found again."""
    return replace(project, parameters=FrozenArray(1000.0 + np.arange(project.network.n_parameters)))


def parts(project: Project) -> list[tuple[Floats, Floats]]:
    """Weights and biases of each layer of the start."""
    start = project.parameters
    network = Network(project.network, project.training.seed, None if start is None else start.array)
    return list(zip(network.weights, network.biases, strict=True))


def drawn(project: Project) -> list[tuple[Floats, Floats]]:
    return parts(replace(project, parameters=None))


def same(found: tuple[Floats, Floats], wanted: tuple[Floats, Floats]) -> bool:
    return np.array_equal(found[0], wanted[0]) and np.array_equal(found[1], wanted[1])


def test_a_new_layer_changes_only_itself_and_the_layer_behind_it() -> None:
    before = numbered(project_of(4, 3, 2))
    after = edits.add_layer(before, 1, 5).project
    assert after.network.sizes == (2, 4, 5, 3, 2, 1)
    found, old, fresh = parts(after), parts(before), drawn(after)
    assert [same(found[place], wanted) for place, wanted in ((0, old[0]), (3, old[2]), (4, old[3]))] == [True] * 3
    assert [same(found[place], fresh[place]) for place in (1, 2)] == [True] * 2


def test_a_layer_that_goes_takes_only_the_weights_behind_it_along() -> None:
    before = numbered(project_of(4, 3, 2))
    after = edits.remove_layer(before, 1).project
    found, old, fresh = parts(after), parts(before), drawn(after)
    assert [same(found[0], old[0]), same(found[1], fresh[1]), same(found[2], old[3])] == [True] * 3


def test_more_and_fewer_units_leave_the_other_units_weights() -> None:
    before = numbered(project_of(4, 3))
    more, fewer = (edits.set_units(before, 0, units).project for units in (6, 2))
    (w0, b0), (w1, b1), out = parts(before)
    for found, units in ((parts(more), 4), (parts(fewer), 2)):
        assert np.array_equal(found[0][0][:, :units], w0[:, :units])
        assert np.array_equal(found[0][1][:units], b0[:units])
        assert np.array_equal(found[1][0][:units], w1[:units])
        assert np.array_equal(found[1][1], b1)
        assert same(found[2], out)
    fresh = drawn(more)
    assert np.array_equal(parts(more)[0][0][:, 4:], fresh[0][0][:, 4:])
    assert np.array_equal(parts(more)[1][0][4:], fresh[1][0][4:])


def test_removing_units_removes_those_very_units() -> None:
    before = numbered(project_of(4, 3))
    after = edits.remove_units(before, {0: (1,), 1: (0, 2)}).project
    (w0, b0), (w1, b1), (w2, b2) = parts(before)
    found = parts(after)
    assert after.network.sizes == (2, 3, 1, 1)
    assert same(found[0], (np.delete(w0, 1, axis=1), np.delete(b0, 1)))
    assert same(found[1], (np.delete(w1, 1, axis=0)[:, [1]], b1[[1]]))
    assert same(found[2], (w2[[1]], b2))


def test_a_layer_that_loses_all_units_goes() -> None:
    assert edits.remove_units(project_of(4, 3), {0: range(4)}).project.network.sizes == (2, 3, 1)


def test_the_units_of_the_output_layer_follow_the_data() -> None:
    with pytest.raises(EngineError, match="as many units as the data"):
        edits.remove_units(project_of(4), {1: (0,)})


def test_moving_a_layer_keeps_those_that_have_the_same_layer_before_them() -> None:
    before = numbered(project_of(3, 3, 2, 2))
    after = edits.move_layer(before, 1, 2).project
    assert [layer.id for layer in after.network.layers] == [1, 3, 2, 4, 50]
    found, old, fresh = parts(after), parts(before), drawn(after)
    assert same(found[0], old[0])
    assert same(found[4], old[4])
    assert [same(found[place], fresh[place]) for place in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize(("index", "place"), [(2, 0), (0, 2), (-1, 0), (5, 0), (0, -1)])
def test_places_that_no_layer_can_have_are_refused(index: int, place: int) -> None:
    with pytest.raises(EngineError):
        edits.move_layer(project_of(4, 3), index, place)


def test_the_numbers_of_a_run_live_on_in_the_new_start() -> None:
    before = project_of(4, 3)
    now = np.random.default_rng(5).normal(size=before.network.n_parameters)
    after = edits.set_units(before, 1, 4, now).project
    assert after.parameters is not None
    assert np.array_equal(after.parameters.array[:12], now[:12])
    trainer = Trainer(Network(before.network), before.dataset.build(), before.training)
    trainer.run(50)
    saved = replace(before, run=trainer.state())
    after = edits.set_units(saved, 1, 4).project
    assert after.run is None
    assert after.parameters is not None
    assert np.array_equal(after.parameters.array[:12], trainer.state().parameters.array[:12])


def test_a_run_that_diverged_leaves_the_start() -> None:
    before = numbered(project_of(4, 3))
    now = np.full(before.network.n_parameters, np.nan)
    after = edits.set_units(before, 1, 4, now).project
    assert same(parts(after)[0], parts(before)[0])


def test_where_nothing_outlives_the_edit_the_start_is_drawn_from_the_seed() -> None:
    assert edits.add_layer(project_of(), 0).project.parameters is None
    assert edits.remove_layer(project_of(3), 0).project.parameters is None


def test_locked_and_cut_go_with_their_weights() -> None:
    before = numbered(project_of(4, 3))
    mask = np.zeros(before.network.n_parameters, dtype=bool)
    mask[1] = mask[11] = mask[12 + 5] = True  # input 1 to unit 2, unit 4's bias, unit 2 of layer 1 to unit 3 of layer 2
    before = replace(before, locked=FrozenArray(mask, bool), cut=FrozenArray(mask, bool))
    after = edits.remove_units(before, {0: (0,)}).project
    for found in (after.locked, after.cut):
        assert found is not None
        assert np.flatnonzero(found.array).tolist() == [0, 8, 9 + 2]
    assert edits.remove_layer(before, 0).project.locked is None


def test_a_cut_connection_keeps_the_weight_that_restoring_brings_back() -> None:
    before = numbered(project_of(4, 3))
    mask = np.arange(before.network.n_parameters) == 1
    now = np.where(mask, 0.0, 7.0)
    after = edits.set_units(replace(before, cut=FrozenArray(mask, bool)), 1, 4, now).project
    assert after.parameters is not None
    assert after.parameters.array[1] == 1001.0
    assert after.parameters.array[0] == 7.0


def test_a_copied_layer_brings_its_weights_where_they_fit() -> None:
    before = numbered(project_of(3, 3, 2))
    text = copies_to_text(copy_layers(before.network, before.parameters.array, (1,)))  # type: ignore[union-attr]
    copies = copies_from_text(text)
    after = edits.insert_layers(before, 2, copies).project
    assert after.network.sizes == (2, 3, 3, 3, 2, 1)
    assert same(parts(after)[2], parts(before)[1])
    assert same(parts(after)[1], parts(before)[1])
    elsewhere = edits.insert_layers(before, 0, copies).project
    assert same(parts(elsewhere)[0], drawn(elsewhere)[0])


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"kind": "perceptra layers", "layers": [{"units": 3}]}'])
def test_other_text_is_no_layer(text: str) -> None:
    with pytest.raises(EngineError, match="no layer"):
        copies_from_text(text)


def test_a_ready_network_keeps_inputs_and_outputs() -> None:
    after = edits.set_hidden_layers(project_of(4, 3), ((8, None), (8, "tanh"))).project
    assert after.network.sizes == (2, 8, 8, 1)
    assert [layer.activation for layer in after.network.layers] == ["sigmoid", "tanh", "sigmoid"]
    assert edits.set_hidden_layers(after, ((8, "sigmoid"), (8, "tanh"))).project is after


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.data())
def test_any_edit_keeps_exactly_what_has_the_same_ends(hidden: Sequence[int], data: st.DataObject) -> None:
    """Every weight is known by the ids and units at its ends: found again where both are there, drawn where not."""
    before = numbered(project_of(*hidden))
    index = data.draw(st.integers(0, len(hidden) - 1))
    kind = data.draw(st.sampled_from(["add", "remove", "move", "units"]))
    if kind == "add":
        after = edits.add_layer(before, index, 3).project
    elif kind == "remove":
        after = edits.remove_layer(before, index).project
    elif kind == "move":
        after = edits.move_layer(before, index, data.draw(st.integers(0, len(hidden) - 1))).project
    else:
        after = edits.set_units(before, index, data.draw(st.integers(1, 7))).project
    old, found = labelled(before), labelled(after)
    fresh = labelled(replace(after, parameters=None))
    for label, value in found.items():
        assert value == old.get(label, fresh[label])


def labelled(project: Project) -> dict[tuple[object, ...], float]:
    """The start by the names of its ends: (id before, unit or "bias", id, unit)."""
    start = project.parameters
    network = project.network
    values = draw_parameters(network, np.random.default_rng(project.training.seed)) if start is None else start.array
    found: dict[tuple[object, ...], float] = {}
    at = 0
    for (before, layer), (n_inputs, units) in zip(
        pairwise([0, *(layer.id for layer in network.layers)]), pairwise(network.sizes), strict=True
    ):
        for source in [*range(n_inputs), "bias"]:
            for unit in range(units):
                found[before, source, layer, unit] = float(values[at])
                at += 1
    return found
