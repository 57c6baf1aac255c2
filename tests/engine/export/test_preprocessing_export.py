"""Networks that see scaled inputs and derived features, exported: the exported thing takes the user's columns."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec
from engine.data.dataset import Dataset
from engine.export import numpy_script, onnx_model, read_arrays, read_weights, torch_script, weights_table, write_arrays
from engine.spec.frozen_array import FrozenArray
from tests.helpers.like_torch import like_torch, tensor

FEATURES = (
    "x1^2",
    "x₁·x₂",
    "sin(x1) - cos(pi/3)*x2",
    "sqrt(x1^2 + x2^2)",
    "log(1 + x1^2) / 3",
    "max(x1, x2, 0) + min(x1, 2)",
    "sigmoid(2*x1) + tanh(-x2)^3",
    "exp(-x2^2/8) * (-2)^2",
    "(1 + x1^2)^(x2/9)",
    "3 ^ (x2/5) - (-x1)^3",
)
RAW = np.random.default_rng(4).normal(size=(30, 2)) * [3, 2] + [1, -2]
SPEC = DatasetSpec(
    "custom",
    inputs=FrozenArray(RAW),
    targets=FrozenArray((RAW[:, :1] > 0).astype(float)),
    input_names=("length", "width"),
)
SHAPES = {
    "features": replace(SPEC, features=FEATURES),
    "features alone, scaled": replace(SPEC, features=FEATURES, keeps_inputs=False, scaling="standardise"),
    "scaled": replace(SPEC, scaling="min_max"),
}


def network_for(data: Dataset) -> Network:
    layers = (LayerSpec(5, "tanh"), LayerSpec(1, "sigmoid"))
    return Network(NetworkSpec(data.n_inputs, layers, "xavier"), seed=3)


@pytest.fixture(params=SHAPES)
def data(request: pytest.FixtureRequest) -> Dataset:
    return SHAPES[request.param].build()


def test_the_numpy_script_takes_the_columns_as_they_were_given(data: Dataset, tmp_path: Path) -> None:
    network = network_for(data)
    text = numpy_script(network.spec, network.parameters, data.raw_input_names, ("d",), data.preprocessing)
    assert "INPUTS = ['length', 'width']" in text
    script, table = tmp_path / "network.py", tmp_path / "samples.csv"
    script.write_text(text, encoding="utf-8")
    table.write_text("\n".join(",".join(map(repr, row)) for row in RAW.tolist()), encoding="utf-8")
    run = subprocess.run([sys.executable, "-I", script, table], capture_output=True, text=True, check=True)
    answers = np.array([[float(line)] for line in run.stdout.splitlines()])
    np.testing.assert_allclose(answers, network.predict(data.inputs), rtol=0, atol=1e-12)


def test_the_torch_script_prepares_the_columns_likewise(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    network = network_for(data)
    text = torch_script(network.spec, network.parameters, data.raw_input_names, ("d",), data.preprocessing)
    assert "values = self.prepare(inputs)" in text
    monkeypatch.setitem(sys.modules, "torch", like_torch())
    space: dict[str, Any] = {"__name__": "exported"}
    exec(compile(text, "exported", "exec"), space)
    seen = space["Network"]().prepare(tensor(RAW, np.float64))
    np.testing.assert_allclose(seen, data.inputs, rtol=1e-12, atol=1e-12)


def test_the_onnx_model_holds_the_preparation(data: Dataset) -> None:
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    from onnx.reference import ReferenceEvaluator

    network = network_for(data)
    model = onnx.load_model_from_string(onnx_model(network.spec, network.parameters, data.preprocessing))
    assert model.graph.input[0].type.tensor_type.shape.dim[1].dim_value == 2
    assert "columns length, width as they were given" in model.graph.doc_string
    inputs = RAW.astype(np.float32)
    (answers,) = ReferenceEvaluator(model).run(None, {"inputs": inputs})
    expected = network.predict(data.preprocessing.apply(inputs.astype(np.float64)))
    # Features reach hundreds here, and in float32 these are rounded before the network sees them.
    np.testing.assert_allclose(answers, expected, rtol=0, atol=1e-6 * max(1.0, np.abs(data.inputs).max() / 10))


def test_the_arrays_say_what_the_network_sees_and_come_back(data: Dataset, tmp_path: Path) -> None:
    network, path = network_for(data), tmp_path / "weights.npz"
    path.write_bytes(write_arrays(network.spec, network.parameters, data.preprocessing))
    with np.load(path, allow_pickle=False) as arrays:
        assert arrays["inputs/columns"].tolist() == ["length", "width"]
        assert len(arrays["inputs/seen"]) == data.n_inputs
        scaled = (data.preprocessing.columns(RAW) - arrays["inputs/centres"]) / arrays["inputs/spreads"]
    np.testing.assert_array_equal(scaled, data.inputs)
    np.testing.assert_array_equal(read_arrays(path, network.spec), network.parameters)


def test_the_table_begins_with_what_the_network_sees() -> None:
    data = replace(SPEC, features=("x1^2",), scaling="min_max").build()
    network = network_for(data)
    rows = list(csv.reader(io.StringIO(weights_table(network.spec, network.parameters, data.preprocessing))))
    assert [row[1] for row in rows if row[0] == "0"][::3] == ["length", "width", "x1^2"]
    assert float(rows[2][3]) == data.preprocessing.centres[0]
    assert sum(row[0] != "0" for row in rows[1:]) == network.spec.n_parameters


@pytest.mark.parametrize("kind", ["py", "csv", "npz"])
def test_weights_come_in_again_from_files_that_prepare_their_inputs(data: Dataset, kind: str, tmp_path: Path) -> None:
    network, path = network_for(data), tmp_path / f"network.{kind}"
    known, seen = (network.spec, network.parameters), data.preprocessing
    if kind == "npz":
        path.write_bytes(write_arrays(*known, seen))
    else:
        script = numpy_script(*known, data.raw_input_names, ("d",), seen)
        path.write_text(script if kind == "py" else weights_table(*known, seen), encoding="utf-8")
    np.testing.assert_array_equal(read_weights(path, network.spec), network.parameters)


def test_without_preparation_every_export_is_what_it_was() -> None:
    data = SPEC.build()
    network = network_for(data)
    known = (network.spec, network.parameters)
    for export in (numpy_script, torch_script):
        plain = export(*known, data.raw_input_names, ("d",))
        assert export(*known, data.raw_input_names, ("d",), data.preprocessing) == plain
    for write in (weights_table, onnx_model):
        assert write(*known, data.preprocessing) == write(*known)
