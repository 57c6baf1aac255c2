"""What leaves the program and comes back is the same: projects to the bit, tables cell by cell."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.frame import Frame
from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.data.importing import Plan, convert, read_table, suggested_plan
from engine.export.sample_csv import save_samples
from engine.network.network import Network
from engine.project import autosave
from engine.project.demos import demo
from engine.project.file.project_file import decode_project, encode, load, payload_of, save
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from engine.spec.training_spec import TrainingSpec
from engine.training.history import EMPTY_CURVE
from engine.training.trainer import Trainer
from tests.helpers.imported_tables import read
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


def table_of(content: str, plan_changes: dict[str, Any], **spec_changes: Any) -> Any:
    def spec(folder: Path) -> DatasetSpec:
        table = read(folder, content)
        return replace(convert(table, replace(suggested_plan(table), **plan_changes)).spec, **spec_changes)

    return spec


CARS = "colour,size,grade,ok,price,sold\n" + "".join(
    f"{colour},{size},{grade},{ok},{price},{sold}\n"
    for colour, size, grade, ok, price, sold in [
        ("red", "S 10", "1", "TRUE", 0.1, "yes"),
        ("blue", "S 9", "2", "FALSE", 0.7, "no"),
        ("Green", "S 10", "007", "TRUE", 0.4, "yes"),
        ("red", "S 2", "1", "FALSE", 0.9, "no"),
    ]
)
INPUTS: dict[str, Any] = {"roles": (*["input"] * 5, "target")}
ALL_KINDS = {**INPUTS, "encodings": ("one_hot", "ordinal", "one_hot", "", "", "")}


@pytest.mark.parametrize(
    "spec_in",
    [
        table_of(CARS, INPUTS),  # as an import suggests it: nothing needs to be declared
        table_of(CARS, ALL_KINDS),
        table_of(
            CARS,
            ALL_KINDS,
            input_words=(
                ("red", "pink", "Green", "blue"),
                ("S 10", "S 2", "S 9"),
                ("1", "007", "2"),
                ("no", "yes"),
                (),
            ),
            encodings=("ordinal", "ordinal", "one_hot", "one_hot", ""),
            inputs=FrozenArray(np.array([[0, 0, 0, 1, 0.1], [3, 2, 2, 0, 0.7], [2, 0, 1, 1, 0.4], [0, 1, 0, 0, 0.9]])),
            code_names=("yes", "no"),
        ),
        table_of(
            'a,size,y\n1,x < y,0\n2,a | b,1\n3,"""q"" < r",0\n4,plain,1\n',
            {"roles": ("input", "input", "target"), "encodings": ("", "one_hot", "")},
            input_words=((), ("x < y", '"q" < r', "a | b", "plain")),
            inputs=FrozenArray(np.array([[1, 0], [2, 2], [3, 1], [4, 3.0]])),
        ),
        table_of(
            "a,size,y\n1,x < y,0\n2,a | b,1\n3,plain,0\n4,plain,1\n",
            {"roles": ("input", "input", "target"), "encodings": ("", "ordinal", "")},
            input_words=((), ("x < y", "plain", "a | b")),
            inputs=FrozenArray(np.array([[1, 0], [2, 2], [3, 1], [4, 1.0]])),
        ),
        table_of("a,b,n\n1,2,0\n2,1,1\n3,3,1\n4,4,2\n5,0,2\n6,1,0\n", {"task": "values"}),  # few values, no classes
        table_of("a,b,d\n1,2,-1\n2,1,1\n3,3,1\n4,4,-1\n", {"task": "values"}),
    ],
)
def test_the_inputs_and_targets_of_exported_samples_come_back(
    tmp_path: Path, spec_in: Callable[[Path], DatasetSpec]
) -> None:
    spec, path = spec_in(tmp_path), tmp_path / "samples.csv"
    data = spec.build()
    shape = NetworkSpec(data.n_inputs, (LayerSpec(data.n_outputs, "tanh"),))
    network = Network(shape, seed=1)
    snapshot = Trainer(network, data, TrainingSpec()).snapshot()
    outputs = network.predict(data.inputs), network.predict(data.test_inputs)
    save_samples(data, Frame(shape, snapshot, EMPTY_CURVE, *outputs, None), "squared_error", path)
    table = read_table(path)
    again = convert(table, suggested_plan(table)).spec.build()
    assert again.preprocessing == data.preprocessing
    assert (again.task, again.code_names, again.target_names) == (data.task, data.code_names, data.target_names)
    assert again.inputs.tobytes() == data.inputs.tobytes()
    assert again.targets.tobytes() == data.targets.tobytes()
