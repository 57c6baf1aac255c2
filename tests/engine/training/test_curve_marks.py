"""The marks of an error curve: where other data came or weights were set by hand, kept with the run."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine import EngineError, Network, Project, Trainer
from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.export.error_curve_csv import save_error_curve
from engine.project.edits.runs import saved_run
from engine.project.file.project_file import decode_project, encode
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, TrainingSpec
from engine.training.curve_marks import MOST_MARKS, CurveMark, with_data_mark, with_weights_mark
from engine.training.run_setup import HandEdit, LiveEdit, RunSetup

XOR, AND = (data_of(DatasetSpec(name)) for name in ("xor", "and"))


def trainer(training: TrainingSpec | None = None) -> Trainer:
    project = Project()
    return Trainer(Network(project.network, seed=0), XOR, training or project.training)


def places(run: Trainer) -> list[tuple[int, str]]:
    return [(mark.epoch, mark.kind) for mark in run.curve().marks]


def test_other_data_mark_the_epoch_at_which_they_came() -> None:
    run = trainer()
    run.use_data(AND)
    assert places(run) == []  # nothing was trained before
    run.use_data(XOR)
    run.run(epochs=7)
    run.use_data(AND)
    run.run(epochs=5)
    run.use_data(XOR)
    assert places(run) == [(7, "data"), (12, "data")]


def test_data_that_come_back_before_any_update_leave_no_mark() -> None:
    run = trainer()
    run.run(epochs=3)
    for data in (AND, data_of(DatasetSpec("or")), data_of(DatasetSpec("xor"))):
        run.use_data(data)
    assert places(run) == []
    run.use_data(AND)
    run.step()
    run.use_data(XOR)
    assert places(run) == [(3, "data"), (3, "data")]


def test_the_same_numbers_under_another_name_are_no_other_data() -> None:
    run = trainer()
    run.run(epochs=3)
    run.use_data(data_of(DatasetSpec("custom", inputs=XOR.inputs, targets=XOR.targets)))
    assert places(run) == []


def test_weights_set_by_hand_keep_epoch_and_curve_and_begin_with_an_empty_memory() -> None:
    training = replace(Project().training, rule="adam", learning_rate=0.01)
    run, values = trainer(training), np.linspace(-1, 1, 17)
    run.run(epochs=20)
    losses = run.history.losses.tolist()
    for _ in range(3):
        run.set_by_hand(values)
    assert (run.epoch, places(run)) == (20, [(20, "weights")])
    assert run.history.losses.tolist() == losses
    assert run.loss == pytest.approx(Network(run.network.spec, parameters=values).loss(XOR.inputs, XOR.targets))
    fresh = Trainer(Network(run.network.spec, parameters=values), XOR, training)
    for each in (run, fresh):
        each.run(epochs=4)
    assert run.epoch == 24
    assert np.array_equal(run.network.parameters, fresh.network.parameters)


def test_a_diverged_run_goes_on_from_weights_set_by_hand() -> None:
    project = Project()
    line = replace(project.network, layers=(LayerSpec(1, "linear"),))
    run = Trainer(Network(line, seed=0), XOR, replace(project.training, learning_rate=50.0))
    run.run(epochs=9999)
    assert run.stop_reason == "diverged"
    epoch = run.epoch
    run.set_by_hand([0.0, 0.0, 0.5])
    assert run.stop_reason is None
    run.step()
    assert (run.epoch, places(run)) == (epoch, [(epoch, "weights")])
    assert np.isfinite(run.network.parameters).all()


def test_marks_live_in_project_files_and_saved_runs() -> None:
    project = Project()
    run = trainer()
    run.run(epochs=5)
    run.use_data(AND)
    run.run(epochs=5)
    run.set_by_hand(np.zeros(17))
    state = run.state()
    kept = saved_run(project, state, AND, name="Run 1", when="2026-01-01T00:00:00+00:00")
    assert kept.was_steered
    whole = replace(project, run=state, runs=(replace(kept, state=None),))
    read = decode_project(encode(whole), "a.perceptra")
    assert read == whole
    assert read.run is not None
    assert read.run.marks == (CurveMark(5, "data"), CurveMark(10, "weights"))
    assert read.runs[0].loss_curve().marks == read.run.marks
    again = trainer()
    again.restore(read.run)
    assert places(again) == [(5, "data"), (10, "weights")]


@pytest.mark.parametrize(
    "marks",
    [
        [{"epoch": 9, "kind": "data"}, {"epoch": 4, "kind": "data"}],
        [{"epoch": 11, "kind": "data"}],
        [{"epoch": 2, "kind": "noise"}],
        [{"epoch": -1, "kind": "data"}],
    ],
)
def test_marks_that_no_run_can_have_are_refused(marks: list[dict[str, object]]) -> None:
    run = trainer()
    run.run(epochs=10)
    text = encode(replace(Project(), run=run.state())).decode()
    assert text.count('"marks": []') == 1
    spoilt = text.replace('"marks": []', f'"marks": {marks}'.replace("'", '"'))
    with pytest.raises(EngineError, match=r"a\.perceptra"):
        decode_project(spoilt.encode(), "a.perceptra")


def test_a_run_that_is_wound_back_marks_the_data_it_goes_on_with() -> None:
    from engine.training.live_run import LiveRun

    project = Project()
    single = replace(project.network, layers=(replace(project.network.layers[-1], activation="step"),))
    training = replace(project.training, rule="perceptron")
    setup = RunSetup(replace(project, network=single, training=training).start, XOR, training)
    live = LiveRun(setup)
    live.advance(40)
    live.change(LiveEdit(AND, training))
    live.advance(8)
    live.set_by_hand(HandEdit(replace(setup.start, parameters=FrozenArray([1.0, 2.0, 3.0])), sets_weights=True))
    assert [(mark.epoch, mark.kind) for mark in live.curve().marks] == [(10, "data"), (12, "weights")]
    ledger = live.ledger()
    assert ledger is not None
    assert (ledger.first, ledger.current) == (0, 48)
    assert ledger.rows(48, 48)[0].parameters.tolist() != [1, 2, 3]
    live.seek(20)
    assert [(mark.epoch, mark.kind) for mark in live.curve().marks] == [(5, "data")]


def test_the_table_names_what_happened_in_the_first_row_after_it(tmp_path: Path) -> None:
    run = trainer()
    run.run(epochs=3)
    run.use_data(AND)
    run.set_by_hand(np.zeros(17))
    run.run(epochs=2)
    run.set_by_hand(np.ones(17))
    file = tmp_path / "curve.csv"
    save_error_curve(run.curve(), file)
    with file.open(newline="") as lines:
        rows = list(csv.reader(lines))
    assert rows[0] == ["epoch", "train_min", "train_max", "train_last", "mark"]
    told = {row[0]: row[-1] for row in rows[1:]}
    assert told == {"1": "", "2": "", "3": "", "4": "data changed; weights set by hand", "5": ""}


def test_marks_stay_few_and_the_first_and_the_last_are_among_them() -> None:
    marks = with_data_mark((), 1, "a", "b")
    for epoch in range(2, 400):
        marks = with_weights_mark(marks, epoch)
    assert len(marks) == MOST_MARKS
    assert (marks[0].kind, marks[-1].epoch) == ("data", 399)
    assert [mark.epoch for mark in marks] == sorted(mark.epoch for mark in marks)


def test_a_curve_without_marks_is_exported_as_before(tmp_path: Path) -> None:
    run = trainer()
    run.run(epochs=1)
    save_error_curve(run.curve(), tmp_path / "curve.csv")
    assert (tmp_path / "curve.csv").read_text().splitlines()[0] == "epoch,train_min,train_max,train_last"
