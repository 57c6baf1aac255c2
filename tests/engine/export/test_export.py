"""What is exported is run, and answers as the network does."""

from __future__ import annotations

import ast
import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import EngineError, LayerSpec, Network, NetworkSpec
from engine.data.dataset import Dataset
from engine.data.datasets import DatasetSpec
from engine.data.preprocessing import Preprocessing
from engine.export import numpy_script, onnx_model, read_arrays, torch_script, weights_table, write_arrays
from engine.export.float32 import lost_in_float32
from engine.spec.activations import ACTIVATIONS

HIDDEN = [name for name in ACTIVATIONS if name not in ("softmax", "gaussian")]


def network_with(hidden: str, output: str = "softmax") -> Network:
    layers = (LayerSpec(5, hidden), LayerSpec(4, "tanh"), LayerSpec(3, output))
    network = Network(NetworkSpec(2, layers), seed=3)
    network.parameters *= 2.5
    return network


def samples(rows: int = 40) -> Any:
    return np.random.default_rng(0).normal(size=(rows, 2)) * 3


NAMES = (("x1", "x 2"), ("a", "b", 'c"'))


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_numpy_script_predicts_what_the_network_does(hidden: str, tmp_path: Path) -> None:
    network = network_with(hidden)
    script = tmp_path / "network.py"
    script.write_text(numpy_script(network.spec, network.parameters, *NAMES), encoding="utf-8")
    table = tmp_path / "samples.csv"
    table.write_text("\n".join(",".join(map(repr, row)) for row in samples().tolist()), encoding="utf-8")
    run = subprocess.run([sys.executable, "-I", script, table], capture_output=True, text=True, check=True)
    answers = np.array([[float(word) for word in line.split(",")] for line in run.stdout.splitlines()])
    np.testing.assert_allclose(answers, network.predict(samples()), rtol=0, atol=1e-12)


def test_the_numpy_script_of_the_largest_layers_is_valid_python() -> None:
    network = Network(NetworkSpec(30, (LayerSpec(256, "relu"), LayerSpec(1, "linear"))), seed=0)
    script = numpy_script(network.spec, network.parameters, tuple(f"x{k}" for k in range(30)), ("y",))
    space: dict[str, Any] = {"__name__": "exported"}
    exec(compile(script, "exported", "exec"), space)
    inputs = np.random.default_rng(1).normal(size=(9, 30))
    np.testing.assert_allclose(space["predict"](inputs), network.predict(inputs), rtol=0, atol=1e-11)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_torch_script_predicts_what_the_network_does(hidden: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    network = network_with(hidden)
    space: dict[str, Any] = {"__name__": "exported"}
    exec(compile(torch_script(network.spec, network.parameters, *NAMES), "exported", "exec"), space)
    answers = space["Network"]()(torch.tensor(samples())).detach().numpy()
    np.testing.assert_allclose(answers, network.predict(samples()), rtol=0, atol=1e-12)


def test_the_torch_script_is_valid_python_and_holds_every_digit() -> None:
    network = network_with("sigmoid")
    script = torch_script(network.spec, network.parameters, *NAMES)
    compile(script, "exported", "exec")
    assert all(repr(float(value)) in script for value in network.parameters)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_onnx_model_predicts_what_the_network_does(hidden: str) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed")
    from onnx.reference import ReferenceEvaluator

    network = network_with(hidden, output="sigmoid")
    model = onnx_model(network.spec, network.parameters)
    evaluator = ReferenceEvaluator(__import__("onnx").load_model_from_string(model))
    inputs = samples().astype(np.float32)
    (answers,) = evaluator.run(None, {"inputs": inputs})
    np.testing.assert_allclose(answers, network.predict(inputs), rtol=0, atol=1e-6)


def test_the_onnx_model_keeps_the_names_of_inputs_and_classes() -> None:
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    network = network_with("tanh")
    names = {"input_names": ("长度", 'the "width"'), "class_names": ("a", "b", "c"), "output_names": ()}
    model = onnx.load_model_from_string(onnx_model(network.spec, network.parameters, names=names))
    kept = {entry.key: json.loads(entry.value) for entry in model.metadata_props}
    assert kept == {"input_names": ["长度", 'the "width"'], "class_names": ["a", "b", "c"]}


OFFSETS = {  # a column's offset and spread, and whether float32 keeps what tells its values apart
    "metres": (0.0, 1.0, True),
    "years": (2000.0, 10.0, True),
    "a large scale": (1e30, 1e30, True),
    "seconds since 1970": (1.7e9, 1e4, False),
    "beyond float32": (1e39, 1e39, False),
    "a constant": (1e9 + 1, 0.0, True),
}


@pytest.mark.parametrize("kind", OFFSETS)
def test_a_column_that_float32_rounds_is_named(kind: str) -> None:
    offset, spread, is_kept = OFFSETS[kind]
    steps = np.array([-1.0, 1.0, 1.0, -1.0])
    rows = np.column_stack([steps, offset + spread * steps])
    data = Dataset(rows, steps[:, None], input_names=("fine", "stamp"))
    told = lost_in_float32(data)
    assert (told is None) == is_kept
    if told is not None:
        assert "rounds the input stamp" in str(told)


def test_words_are_not_rounded() -> None:
    codes = np.array([[0.0], [1.0]])
    seen = Preprocessing(("colour",), words=(("red", "blue"),))
    assert lost_in_float32(Dataset(codes, codes, preprocessing=seen)) is None


def test_the_arrays_come_back_to_the_bit(tmp_path: Path) -> None:
    network = network_with("relu")
    path = tmp_path / "weights.npz"
    path.write_bytes(write_arrays(network.spec, network.parameters))
    with np.load(path) as arrays:
        assert set(arrays) == {f"layer{n}/{what}" for n in (1, 2, 3) for what in ("weight", "bias")}
        np.testing.assert_array_equal(arrays["layer2/weight"], network.weights[1])
    np.testing.assert_array_equal(read_arrays(path, network.spec), network.parameters)


def refusal(path: Path, spec: NetworkSpec) -> str:
    with pytest.raises(EngineError) as caught:
        read_arrays(path, spec)
    assert path.name in str(caught.value)
    return str(caught.value)


def test_arrays_of_another_network_are_refused_by_name_and_shape(tmp_path: Path) -> None:
    network = network_with("relu")
    path = tmp_path / "weights.npz"
    path.write_bytes(write_arrays(network.spec, network.parameters))
    wider = NetworkSpec(2, (LayerSpec(6, "relu"), LayerSpec(3, "softmax")))
    assert "'layer1/weight' has the shape (2, 5), the network needs (2, 6)" in refusal(path, wider)
    deeper = NetworkSpec(2, (*network.spec.layers[:2], LayerSpec(3, "relu"), LayerSpec(3, "softmax")))
    assert "layer4/weight" in refusal(path, deeper)
    shallower = NetworkSpec(2, (LayerSpec(5, "relu"), LayerSpec(4, "linear")))
    assert "more layers" in refusal(path, shallower)


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04rubbish", b"\x80\x04N."])
def test_what_holds_no_arrays_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.npz"
    path.write_bytes(content)
    refusal(path, network_with("relu").spec)


def test_pickled_and_infinite_arrays_are_refused(tmp_path: Path) -> None:
    spec = NetworkSpec(1, (LayerSpec(1, "linear"),))
    path = tmp_path / "weights.npz"
    np.savez(path, **{"layer1/weight": np.array([[None]]), "layer1/bias": np.zeros(1)})
    refusal(path, spec)
    np.savez(path, **{"layer1/weight": np.array([[np.inf]]), "layer1/bias": np.zeros(1)})
    assert "finite" in refusal(path, spec)


def test_an_archive_that_unpacks_to_gigabytes_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("layer1/weight.npy", "w") as entry:
        for _ in range(40):
            entry.write(bytes(1_000_000))
    assert "unpacks to 40 MB" in refusal(path, NetworkSpec(1, (LayerSpec(1, "linear"),)))


def test_the_table_names_every_weight_and_bias_with_every_digit() -> None:
    network = network_with("tanh")
    rows = list(csv.DictReader(io.StringIO(weights_table(network.spec, network.parameters))))
    assert len(rows) == network.spec.n_parameters
    weight = next(row for row in rows if (row["layer"], row["from"], row["to"]) == ("2", "5", "3"))
    assert float(weight["value"]) == network.weights[1][4, 2]
    bias = next(row for row in rows if (row["layer"], row["from"], row["to"]) == ("3", "bias", "1"))
    assert float(bias["value"]) == network.biases[2][0]


HOSTILE_NAMES = (
    '"""\nRAN = 1\n"""',
    "'''\nRAN = 1\n'''",
    "\\",
    'b\\"""\nRAN = 1',
    "c\u2028RAN = 1\r\nRAN = 1",
    "{sizes} %s \u202e",
)


@pytest.mark.parametrize("form", [numpy_script, torch_script])
@pytest.mark.parametrize("features", [(), ("x1·x2",)], ids=["plain", "derived"])
def test_no_name_of_a_column_becomes_a_statement_of_the_script(form: Any, features: tuple[str, ...]) -> None:
    rows = np.random.default_rng(0).normal(size=(20, 6))
    targets = np.eye(6)[np.arange(20) % 6]
    names = {"input_names": HOSTILE_NAMES, "target_names": HOSTILE_NAMES[::-1]}
    spec = DatasetSpec("custom", inputs=rows, targets=targets, features=features, scaling="standardise", **names)
    seen = spec.build().preprocessing
    network = Network(NetworkSpec(seen.n_inputs, (LayerSpec(6, "softmax"),)), seed=1)
    script = form(network.spec, network.parameters, HOSTILE_NAMES, HOSTILE_NAMES[::-1], seen)
    tree = ast.parse(script)
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "RAN"]
    lists = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id in ("INPUTS", "OUTPUTS")
    }
    assert lists == {"INPUTS": list(HOSTILE_NAMES), "OUTPUTS": list(HOSTILE_NAMES[::-1])}
