"""RBF layers as edits of a project, and through a file and back."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.export import numpy_script
from engine.network.network import Network
from engine.project import edits
from engine.project.demos import demo
from engine.project.edits import rbf as rbf_edits
from engine.project.edits.weights import negate, set_cut, set_value
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.training.trainer import Trainer


def start_of(project):
    return project.parameters.array


def network_of(project):
    return Network(project.network, parameters=start_of(project))


def test_the_first_hidden_layer_becomes_an_rbf_layer_with_placed_centres():
    project = edits.set_activation(Project(), 0, "gaussian").project
    assert [layer.kind for layer in project.network.layers] == ["rbf", "dense"]
    centres, widths = rbf_edits.centres_and_widths(project.network, start_of(project))
    assert sorted(map(tuple, centres.T)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    np.testing.assert_allclose(widths, np.sqrt(2) / np.sqrt(8))
    assert edits.set_activation(project, 0, "tanh").project.network.layers[0].kind == "dense"


def test_a_network_without_hidden_layer_gets_one():
    project = rbf_edits.make_rbf(demo("and")).project
    assert project.network.sizes == (2, 4, 1)
    assert project.training.rule == "gradient_descent"


def test_other_layers_refuse_gaussian_units():
    with pytest.raises(EngineError, match="first hidden layer"):
        edits.set_activation(Project(), 1, "gaussian")
    with pytest.raises(EngineError, match="first hidden layer"):
        edits.add_layer(demo("rbf_xor"), 0)
    assert edits.add_layer(demo("rbf_xor"), 1).project.network.layers[1].activation == "tanh"


def test_further_units_stand_at_samples_and_the_others_stay():
    before = demo("rbf_curve")
    project = edits.set_units(before, 0, 12).project
    centres, widths = rbf_edits.centres_and_widths(project.network, start_of(project))
    np.testing.assert_array_equal(centres[0, :8], start_of(before)[:8])
    assert np.isin(centres[0, 8:], data_of(before.dataset).inputs).all()
    assert (widths > 0).all()


def test_other_inputs_place_centres_anew():
    project = edits.set_dataset(demo("rbf_xor"), DatasetSpec("and3")).project
    assert rbf_edits.centres_and_widths(project.network, start_of(project))[0].shape == (3, 2)


def test_a_new_seed_draws_the_output_layer_and_leaves_the_centres():
    before = demo("rbf_xor")
    edit = edits.set_training(before, seed=5)
    count = before.network.n_rbf_parameters
    np.testing.assert_array_equal(start_of(edit.project)[:count], start_of(before)[:count])
    assert (start_of(edit.project)[count:] != start_of(before)[count:]).all()
    assert "start_but_placed" in [note.kind for note in edit.notes]


def test_xor_is_exact_after_one_step_and_sigmoid_outputs_become_linear():
    project = edits.set_activation(Project(), 0, "gaussian").project
    edit = rbf_edits.solve_output(project, start_of(project))
    assert edit.project.network.layers[-1].activation == "linear"
    assert [note.kind for note in edit.notes] == ["linear_outputs"]
    data = data_of(project.dataset)
    np.testing.assert_allclose(network_of(edit.project).predict(data.inputs), data.targets, atol=1e-9)


def test_solving_does_not_load_the_kernels_which_the_window_would_wait_for():
    program = (
        "import sys\n"
        "from engine.project import edits\n"
        "from engine.project.demos import demo\n"
        "from engine.project.edits import rbf\n"
        "project = demo('rbf_xor')\n"
        "rbf.solve_output(project, project.start.first_parameters())\n"
        "print('numba' in sys.modules)\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("False", "")


def test_cut_and_locked_output_weights_stay_as_they_are():
    project = rbf_edits.make_rbf(demo("blobs"), 6).project
    start, count = start_of(project), project.network.n_rbf_parameters
    cut, locked = np.zeros(start.size, dtype=bool), np.zeros(start.size, dtype=bool)
    cut[count], locked[count + 4] = True, True
    project = replace(
        project, parameters=FrozenArray(start), cut=FrozenArray(cut, bool), locked=FrozenArray(locked, bool)
    )
    solved = rbf_edits.solve_output(project, start).project
    found = solved.parameters.array
    assert (found[count], found[count + 4]) == (start[count], start[count + 4])
    network, data = solved.start.make_network(), data_of(solved.dataset)
    gradient = network.gradient(data.inputs, data.targets)
    free = ~cut & ~locked
    free[:count] = False
    np.testing.assert_allclose(gradient[free], 0, atol=1e-10)


def test_classes_are_solved_too():
    project = rbf_edits.make_rbf(demo("blobs"), 6).project
    solved = rbf_edits.solve_output(project, start_of(project)).project
    data = data_of(solved.dataset)
    assert solved.training.loss == "squared_error"
    assert data.right(network_of(solved).predict(data.inputs)).mean() > 0.95


def test_placing_keeps_the_output_layer_and_is_the_same_every_time():
    project = demo("rbf_curve")
    for by in ("kmeans", "samples", "random"):
        placed = rbf_edits.place(project, start_of(project), by, "neighbours", 1.5).project
        count = project.network.n_rbf_parameters
        np.testing.assert_array_equal(start_of(placed)[count:], start_of(project)[count:])
        assert placed == rbf_edits.place(project, start_of(project), by, "neighbours", 1.5).project
    wider = rbf_edits.set_widths(project, start_of(project), "d_max", 2.0).project
    np.testing.assert_allclose(rbf_edits.centres_and_widths(wider.network, start_of(wider))[1], 2 * 6 / np.sqrt(16))


def test_one_centre_and_one_width_by_hand():
    project = demo("rbf_xor")
    moved = rbf_edits.move_centre(project, start_of(project), 1, [0.25, 0.75]).project
    np.testing.assert_array_equal(network_of(moved).weights[0], [[0, 0.25], [0, 0.75]])
    wide = rbf_edits.set_width(moved, start_of(moved), 0, 2.0).project
    assert network_of(wide).biases[0].tolist() == [2.0, np.sqrt(0.5)]
    for width in (0.0, -1.0, 1e-9):
        with pytest.raises(EngineError, match="width"):
            rbf_edits.set_width(project, start_of(project), 0, width)


def test_widths_stay_positive_through_every_edit_of_numbers():
    project = demo("rbf_xor")
    everything = np.ones(project.network.n_parameters, dtype=bool)
    with pytest.raises(EngineError, match="width"):
        negate(project, start_of(project), everything)
    with pytest.raises(EngineError, match="width"):
        set_value(project, start_of(project), 4, 0.0)
    with pytest.raises(EngineError, match="width"):
        edits.set_parameters(project, np.zeros(9))
    with pytest.raises(EngineError, match="cannot be cut"):
        set_cut(project, start_of(project), everything, True)


def test_training_the_output_alone():
    project = demo("rbf_xor")
    assert not rbf_edits.is_rbf_locked(project)
    locked = rbf_edits.set_trained(project, start_of(project), everything=False).project
    assert rbf_edits.is_rbf_locked(locked)
    assert locked.locked.array.tolist() == [True] * 6 + [False] * 3
    network = network_of(locked)
    network.trainable[:] = ~locked.locked.array
    Trainer(network, data_of(locked.dataset), locked.training).run(10)
    np.testing.assert_array_equal(network.parameters[:6], start_of(locked)[:6])
    assert not rbf_edits.is_rbf_locked(rbf_edits.set_trained(locked, start_of(locked), everything=True).project)


@pytest.mark.parametrize("name", ["rbf_xor", "rbf_curve"])
def test_a_file_brings_back_every_bit(name, tmp_path):
    project = demo(name)
    network = network_of(project)
    trainer = Trainer(network, data_of(project.dataset), project.training)
    trainer.advance(55)
    saved = replace(project, run=trainer.state())
    project_file.save(saved, tmp_path / "a.perceptra")
    back = project_file.load(tmp_path / "a.perceptra")
    assert back == saved
    again = Trainer(network_of(back), data_of(back.dataset), back.training)
    again.restore(back.run)
    again.advance(77)
    trainer.advance(77)
    np.testing.assert_array_equal(again.network.parameters, network.parameters)


def spoiled(project, change):
    contents = json.loads(project_file.encode(project))
    change(contents)
    return json.dumps(contents).encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file["network"]["layers"][1].update(kind="rbf", activation="gaussian"),
        lambda file: file["network"]["layers"][0].update(activation="tanh"),
        lambda file: file["network"]["layers"][0].update(kind="dense"),
        lambda file: file["network"]["layers"][0].update(kind="magic"),
        lambda file: file["network"].update(layers=file["network"]["layers"][:1]),
    ],
)
def test_hostile_files_are_refused(change):
    with pytest.raises(EngineError, match=r"^x\.perceptra"):
        project_file.decode_project(spoiled(demo("rbf_xor"), change), "x.perceptra")


def test_files_with_impossible_widths_or_cut_centres_are_refused():
    project = demo("rbf_xor")
    bad = start_of(project).copy()
    bad[4] = -1.0
    cut = np.zeros(9, dtype=bool)
    cut[0] = True
    run = Trainer(network_of(project), data_of(project.dataset), project.training).state()
    for hostile in (
        replace(project, parameters=FrozenArray(bad)),
        replace(project, cut=FrozenArray(cut, bool)),
        replace(project, run=replace(run, parameters=FrozenArray(bad))),
    ):
        with pytest.raises(EngineError, match="RBF"):
            project_file.decode_project(project_file.encode(hostile), "x.perceptra")


def test_the_exported_script_answers_the_same():
    project = demo("rbf_curve")
    solved = rbf_edits.solve_output(project, start_of(project)).project
    space: dict = {"__name__": "exported"}
    exec(numpy_script(solved.network, start_of(solved), ("x",), ("y",)), space)
    inputs = np.linspace(-3, 3, 9)[:, np.newaxis]
    np.testing.assert_allclose(space["predict"](inputs), network_of(solved).predict(inputs), rtol=1e-12)
