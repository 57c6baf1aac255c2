from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.datasets import DatasetSpec
from engine.data.datasets.recipe import data_of
from engine.data.fingerprint import fingerprint_of
from engine.network.network import Network
from engine.project import saved_run as kept_runs
from engine.project.edits import runs as edits
from engine.project.file.project_file import decode_project, encode, load, save
from engine.project.project import Project
from engine.project.saved_run import SavedRun, bounded, merged, thinned
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from engine.training.trainer import Trainer


def own_points(seed: int = 0, count: int = 30) -> DatasetSpec:
    rng = np.random.default_rng(seed)
    inputs = rng.normal(size=(count, 2))
    return DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(inputs[:, :1] > 0))


def trained(project: Project, epochs: int) -> Trainer:
    network = Network(project.network, seed=project.training.seed)
    trainer = Trainer(network, data_of(project.dataset), project.training, keeps_moments=True)
    trainer.run(epochs)
    return trainer


def kept(project: Project, epochs: int = 30, name: str = "first") -> SavedRun:
    run = trained(project, epochs).state()
    return edits.saved_run(project, run, data_of(project.dataset), name=name, when="2026-11-26T12:00:00")


def with_three_runs() -> Project:
    """Two runs on own samples that differ, one on moons with a test set; the project itself is at XOR."""
    project = Project(author="李明 & Ann", notes="Why does it stop?\n– the plateau, ½ Σ")
    for seed in (1, 2):
        own = replace(project, dataset=own_points(seed))
        project = edits.with_run(project, replace(kept(own), number=seed))
    moons = replace(project, dataset=DatasetSpec("moons", n_samples=40, test_share=0.25))
    project = edits.with_run(project, replace(kept(moons, name="moons"), number=3))
    return edits.with_run(project, kept(project, name="xor"))


def test_runs_notes_and_author_come_back_from_a_file_to_the_bit(tmp_path: Path) -> None:
    project = with_three_runs()
    save(project, tmp_path / "net.perceptra")
    again = load(tmp_path / "net.perceptra")
    assert again == project
    assert [run.name for run in again.runs] == ["first", "first", "moons", "xor"]
    assert again.runs[3].dataset is again.dataset  # stored once


def test_a_restored_run_goes_on_with_the_same_bits() -> None:
    start = Project(training=replace(Project().training, shuffle=True, momentum=0.5, seed=4))
    project = edits.with_run(start, kept(start, 30))
    elsewhere = replace(project, dataset=own_points(), training=Project().training)
    back = edits.restore_run(elsewhere, decode_project(encode(elsewhere), "x").runs[0]).project
    assert (back.dataset, back.network, back.training) == (start.dataset, start.network, start.training)
    assert back.runs == elsewhere.runs
    assert back.run is not None
    goes_on = Trainer(Network(back.network, seed=back.training.seed), data_of(back.dataset), back.training)
    goes_on.restore(back.run)
    goes_on.run(20)
    assert np.array_equal(goes_on.network.parameters, trained(start, 50).network.parameters)


def test_the_figures_and_the_curve_are_those_of_the_run() -> None:
    project = Project(dataset=DatasetSpec("moons", n_samples=60, test_share=0.5))
    trainer = trained(project, 700)
    snapshot = trainer.snapshot()
    run = edits.saved_run(project, trainer.state(), trainer.data, name="", when="")
    assert run.figures.loss_sum == snapshot.loss_sum
    assert run.figures.n_right == snapshot.n_right
    assert snapshot.test_loss is not None
    assert run.figures.test_loss_sum == pytest.approx(snapshot.test_loss * 30, rel=1e-12)
    curve, whole = run.loss_curve(), trainer.curve()
    assert len(curve.epochs) <= kept_runs.MAX_BUCKETS
    assert curve.epochs[-1] == 700
    assert curve.last[-1] == whole.last[-1]
    assert (curve.minimum.min(), curve.test_maximum.max()) == (whole.minimum.min(), whole.test_maximum.max())


def test_thinning_loses_no_extreme_and_spreads_the_buckets_over_the_epochs() -> None:
    epochs = np.concatenate([np.arange(16, 16_000, 16), np.arange(16_001, 20_001)])
    values = np.sin(epochs * 0.7) + 2
    table = np.vstack([epochs, *[values] * 3, *[np.full(len(epochs), np.nan)] * 3])
    thin = thinned(table)
    assert thin.shape[1] == kept_runs.MAX_BUCKETS
    assert np.diff(thin[0]).max() <= 60
    assert (thin[1].min(), thin[2].max(), thin[3, -1]) == (values.min(), values.max(), values[-1])


def test_only_the_newest_runs_stay_and_the_oldest_lose_their_ends_first(monkeypatch: pytest.MonkeyPatch) -> None:
    run = kept(Project())
    many = tuple(replace(run, number=number) for number in range(1, 61))
    assert [one.number for one in bounded(many)] == list(range(11, 61))
    size = run.nbytes
    least = replace(run, state=None).nbytes
    monkeypatch.setattr(kept_runs, "STATE_BYTES", 6 * least + 2 * (size - least) + 1)
    assert [one.state is not None for one in bounded(many[:6])] == [False] * 4 + [True] * 2
    monkeypatch.setattr(kept_runs, "STATE_BYTES", 3 * least + 1)
    assert [one.number for one in bounded(many[:6])] == [4, 5, 6]


def test_samples_that_many_runs_share_count_once_and_too_many_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    run = kept(Project(dataset=own_points()))
    runs = tuple(replace(run, number=number) for number in range(1, 4))
    monkeypatch.setattr(kept_runs, "DATA_BYTES", 30 * 3 * 8)
    assert all(one.dataset is not None for one in bounded(runs))
    other = replace(kept(Project(dataset=own_points(7))), number=9)
    assert [one.dataset is None for one in bounded([*runs, other])] == [True, True, True, False]


def test_a_run_without_its_samples_is_restored_where_the_same_data_are_open_and_refused_elsewhere() -> None:
    project = Project(dataset=own_points())
    run = replace(kept(project), dataset=None)
    changed = replace(project, training=replace(project.training, learning_rate=0.1))
    assert edits.restore_run(changed, run).project.training.learning_rate == 0.5
    with pytest.raises(EngineError, match="open the same data first"):
        edits.restore_run(Project(), run)


def test_an_edit_of_the_runs_leaves_those_alone_that_were_kept_since() -> None:
    one, two, three = (replace(kept(Project()), number=number, epoch=number) for number in (1, 2, 3))
    renamed = replace(one, name="mine")
    gone_on = replace(two, epoch=900)
    assert merged((one, gone_on, three), (one, two), (renamed, two)) == (renamed, gone_on, three)
    assert merged((two, three), (two,), (one, two)) == (one, two, three)
    assert merged((one, two, three), (one, two), (two,)) == (two, three)
    again = replace(one, number=4)
    assert merged((two, again), (two,), (one, two)) == (two, again)  # one is there already


def test_names_are_tidied_and_a_blank_one_is_no_name() -> None:
    project = edits.with_run(Project(), kept(Project()))
    key = project.runs[0].key
    assert edits.rename_run(project, key, "  with\nmomentum ").project.runs[0].name == "with momentum"
    assert edits.rename_run(project, key, "  ").project == project
    assert edits.delete_runs(project, [key]).project.runs == ()


def test_notes_that_are_too_long_are_refused() -> None:
    with pytest.raises(EngineError, match="20000"):
        edits.set_notes(Project(), "", "x" * 20_001)
    assert edits.set_notes(Project(), "Ann", "short").project.author == "Ann"


def test_a_diverged_run_can_be_kept_and_saved() -> None:
    network = NetworkSpec(2, (LayerSpec(1, "linear"),))
    project = Project(network=network, training=replace(Project().training, learning_rate=50.0))
    trainer = trained(project, 1000)
    assert trainer.stop_reason == "diverged"
    run = edits.saved_run(project, trainer.state(), trainer.data, name="too fast", when="")
    saved = edits.with_run(project, run)
    assert decode_project(encode(saved), "x") == saved


def test_the_fingerprint_tells_data_apart_by_a_single_bit() -> None:
    spec = own_points()
    assert spec.inputs is not None
    moved = spec.inputs.array.copy()
    moved[3, 1] = np.nextafter(moved[3, 1], 9)
    other = replace(spec, inputs=FrozenArray(moved))
    assert fingerprint_of(spec.build()) == fingerprint_of(own_points().build())
    assert fingerprint_of(spec.build()) != fingerprint_of(other.build())


def _set(path: str, value: Any) -> Any:
    def change(contents: dict[str, Any]) -> None:
        *way, last = path.split(".")
        place: Any = contents
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("runs.0.data", 40),
        _set("runs.0.data", -1),
        _set("runs.0.epoch", -3),
        _set("runs.0.curve.shape", [3, 4]),
        _set("runs.0.curve.data", "AAAA"),
        _set("runs.0.name", "x" * 300),
        _set("runs.0.number", 0),
        _set("runs.0.stop_reason", "tired"),
        _set("runs.0.figures.n_right", 1.5),
        _set("runs.0.figures.more", 1),
        _set("runs.0.state.parameters.shape", [1]),
        _set("runs.0.network.layers", []),
        _set("runs", [{}] * 51),
        _set("kept_data", [{}]),
        _set("notes", "x" * 20_001),
        _set("author", ["a"]),
    ],
)
def test_a_file_with_broken_runs_or_notes_is_refused_with_a_sentence(change: Any) -> None:
    contents = json.loads(encode(with_three_runs()))
    change(contents)
    with pytest.raises(EngineError, match=r"^net\.perceptra"):
        decode_project(json.dumps(contents).encode(), "net.perceptra")


@pytest.mark.parametrize("epochs", [[1, np.nan], [2, 1], [-1, 1], [1, 1e300]])
def test_a_curve_whose_epochs_do_not_rise_is_no_curve(epochs: list[float]) -> None:
    table = np.vstack([epochs, np.ones((6, 2))])
    with pytest.raises(EngineError, match="damaged"):
        replace(kept(Project()), curve=FrozenArray(table))


def test_a_damaged_end_is_refused_when_it_is_to_be_restored() -> None:
    project = edits.with_run(Project(), kept(Project()))
    state = project.runs[0].state
    assert state is not None
    broken = replace(project.runs[0], state=replace(state, order=FrozenArray([0, 0, 1, 2], np.int64)))
    with pytest.raises(EngineError, match="reset and train again"):
        edits.restore_run(project, broken)
