"""What leaves the program and comes back is the same: projects to the bit, tables cell by cell."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.frame import Frame
from engine.data.datasets.recipe import data_of
from engine.data.importing import Plan, convert, read_table
from engine.export.sample_csv import save_samples
from engine.network.network import Network
from engine.project import autosave
from engine.project.demos import demo
from engine.project.file.project_file import decode_project, encode, load, payload_of, save
from engine.project.project import Project
from engine.training.history import EMPTY_CURVE
from engine.training.trainer import Trainer
from tests.helpers.projects import projects


@settings(max_examples=150)
@given(projects())
def test_any_project_comes_back_to_the_bit(project: Project) -> None:
    payload = payload_of(project, "net.perceptra")
    again = decode_project(payload, "net.perceptra")
    assert again == project
    assert again.run == project.run
    assert payload_of(again, "net.perceptra") == payload
    assert [layer.id for layer in again.network.layers] == [layer.id for layer in project.network.layers]


@settings(max_examples=40)
@given(projects())
def test_any_run_goes_on_from_its_file_with_the_same_bits(project: Project) -> None:
    if project.run is None:
        return
    ends = []
    for it in (project, decode_project(encode(project), "x")):
        network = Network(it.network, it.training.seed)
        trainer = Trainer(network, data_of(it.dataset), it.training)
        assert it.run is not None
        trainer.restore(it.run)
        trainer.advance(7)
        ends.append((network.parameters.tobytes(), trainer.epoch, trainer.stop_reason))
    assert ends[0] == ends[1]


@settings(max_examples=25)
@given(project=projects())
def test_any_work_that_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, project: Project) -> None:
    place = tmp_path_factory.mktemp("work") / "a.work"
    autosave.keep(place, project, None, 1.0, None)
    assert autosave.read_project(place) == project


@pytest.mark.parametrize("name", ["网络.perceptra", "a\nb.perceptra", "x" * 245 + ".perceptra", b"caf\xe9.perceptra"])
def test_files_of_any_name_are_written_read_and_kept(tmp_path: Path, name: str | bytes) -> None:
    file = tmp_path / os.fsdecode(name)
    save(demo("moons"), file)
    assert load(file) == demo("moons")
    autosave.keep(tmp_path / "a.work", demo("moons"), file, 1.0, None)
    assert autosave.read_note(tmp_path / "a.work").path == str(file)


FINITE = st.floats(allow_nan=False, allow_infinity=False)
TABLES = st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(FINITE, min_size=width, max_size=width), min_size=2))


@settings(max_examples=60)
@given(
    TABLES,
    st.sampled_from([",", ";", "\t", " "]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_any_table_of_numbers_is_imported_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[float]], delimiter: str, encoding: str
) -> None:
    file = tmp_path_factory.mktemp("table") / "points.csv"
    head = [f"列{place}" for place in range(len(rows[0]))]
    lines = [delimiter.join(head), *(delimiter.join(map(repr, row)) for row in rows)]
    file.write_bytes("\n".join(lines).encode(encoding))
    table = read_table(file)
    done = convert(table, Plan(("input",) * (len(head) - 1) + ("target",), task="values"))
    assert done.spec.inputs is not None
    assert done.spec.targets is not None
    found = np.hstack([done.spec.inputs.array, done.spec.targets.array])
    assert found.tobytes() == np.array(rows).tobytes()
    assert [column.name for column in table.columns] == head


@pytest.mark.parametrize("name", ["moons", "iris"])
def test_samples_that_were_exported_are_imported_again(tmp_path: Path, name: str) -> None:
    project, path = demo(name), tmp_path / "samples.csv"
    data = data_of(project.dataset)
    network = Network(project.network, seed=1)
    snapshot = Trainer(network, data, project.training).snapshot()
    outputs = network.predict(data.inputs), network.predict(data.test_inputs)
    save_samples(data, Frame(project.network, snapshot, EMPTY_CURVE, *outputs, None), "squared_error", path)
    table = read_table(path)
    roles = {**dict.fromkeys(data.raw_input_names, "input"), **dict.fromkeys(data.target_names, "target")}
    plan = Plan(tuple(roles.get(column.name, "leave_out") for column in table.columns))
    again = convert(table, plan).spec.build()
    np.testing.assert_array_equal(again.raw_inputs, data.all_raw_inputs)
    np.testing.assert_array_equal(again.targets, data.all_raw_targets)
    assert (again.raw_input_names, again.target_names) == (data.raw_input_names, data.target_names)
