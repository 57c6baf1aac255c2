"""Weights come in again from everything that leaves the program, to the bit; what does not fit is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import EngineError, LayerSpec, Network, NetworkSpec
from engine.export import numpy_script, read_weights, torch_script, weights_table, write_arrays
from engine.project.demos import demo

FORMATS = {
    "numpy.py": lambda spec, values: numpy_script(spec, values, ("a",) * spec.n_inputs, ("b",) * spec.n_outputs),
    "torch.py": lambda spec, values: torch_script(spec, values, ("a",) * spec.n_inputs, ("b",) * spec.n_outputs),
    "table.csv": weights_table,
    "arrays.npz": write_arrays,
}
DENSE = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "linear")))
RBF = NetworkSpec(2, (LayerSpec(3, "gaussian", kind="rbf"), LayerSpec(2, "linear")))

FLOATS = st.floats(allow_nan=False, allow_infinity=False)


def exported(folder: Path, kind: str, spec: NetworkSpec, values: np.ndarray) -> Path:
    file = folder / kind
    content = FORMATS[kind](spec, values)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def refusal(file: Path, spec: NetworkSpec = DENSE) -> str:
    with pytest.raises(EngineError) as caught:
        read_weights(file, spec)
    assert file.name in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("spec", [DENSE, RBF, NetworkSpec(1, (LayerSpec(1, "linear"),))], ids=["dense", "rbf", "one"])
@settings(max_examples=15)
@given(data=st.data())
def test_every_format_comes_back_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory, kind: str, spec: NetworkSpec, data: st.DataObject
) -> None:
    values = np.array(data.draw(st.lists(FLOATS, min_size=spec.n_parameters, max_size=spec.n_parameters)))
    values[: spec.n_rbf_parameters] = np.clip(np.abs(values[: spec.n_rbf_parameters]), 1e-3, 1e6)
    file = exported(tmp_path_factory.mktemp("export"), kind, spec, values)
    assert read_weights(file, spec).tobytes() == values.tobytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_the_weights_of_a_large_network_come_back(tmp_path: Path, kind: str) -> None:
    network = Network(NetworkSpec(64, (LayerSpec(128, "relu"), LayerSpec(10, "softmax"))), seed=1)
    file = exported(tmp_path, kind, network.spec, network.parameters)
    assert read_weights(file, network.spec).tobytes() == network.parameters.tobytes()


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("spec", "layer"),
    [
        (NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(2, "linear"))), "1"),
        (NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "linear"))), "2"),
        (NetworkSpec(3, (LayerSpec(3, "tanh"), LayerSpec(2, "linear"))), "1"),
        (NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "tanh"), LayerSpec(2, "linear"))), "3"),
    ],
    ids=["wider", "fewer outputs", "more inputs", "deeper"],
)
def test_the_layer_that_does_not_fit_is_named(tmp_path: Path, kind: str, spec: NetworkSpec, layer: str) -> None:
    text = refusal(exported(tmp_path, kind, DENSE, np.arange(17.0)), spec)
    assert f"layer {layer}" in text or f"layer{layer}/" in text


@pytest.mark.parametrize("kind", FORMATS)
def test_a_network_of_more_layers_is_refused(tmp_path: Path, kind: str) -> None:
    text = refusal(exported(tmp_path, kind, DENSE, np.arange(17.0)), NetworkSpec(2, (LayerSpec(3, "linear"),)))
    assert "more layers" in text or "nothing in layer 2" in text


@pytest.mark.parametrize("kind", ["numpy.py", "torch.py", "table.csv"])
def test_centres_and_widths_are_no_weights_and_biases(tmp_path: Path, kind: str) -> None:
    text = refusal(exported(tmp_path, kind, RBF, np.arange(17.0) + 1), DENSE)
    assert "'weights_1'" in text or "from width" in text


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.py", "print('hello')", "holds no weights"),
        ("a.py", "weights_1 = np.array([[1, 2, 3], [4, 5]])", "'weights_1' must hold finite numbers"),
        ("a.py", "weights_1 = np.array([[1, 2, 3], [4, 5, 1e999]])", "'weights_1' must hold finite numbers"),
        ("a.py", "weights_1 = np.array([[1, 2, 3], [4, 5, 6]])", "has no 'biases_1'"),
        ("a.py", "weights_1 = np.array([" + "[" * 100_000 + "]" * 100_000 + "])", "'weights_1' must hold"),
        ("a.py", "weights_1 = np.array(__import__('os').getcwd())", "holds no weights"),
        ("a.csv", "x,y,d\n1,2,3\n", "is no table of weights"),
        ("a.csv", "layer,from,to,value\n1,1,1,0.5\n1,1,1,0.5\n", "line 3: the value of layer 1 from 1 to 1"),
        ("a.csv", "layer,from,to,value\n1,1,1,0.5\n", "no value for layer 1 from 1 to 2"),
        ("a.csv", "layer,from,to,value\n1,1,1,a\n", "line 2: the value must be a finite number"),
        ("a.csv", "layer,from,to,value\n1,1,1,inf\n", "line 2"),
        ("a.csv", "layer,from,to,value\n1,1,1,\n1,1,2,1\n", "line 2"),
        ("a.txt", "", "a.txt"),
    ],
)
def test_what_holds_no_weights_is_refused(tmp_path: Path, name: str, content: str, says: str) -> None:
    file = tmp_path / name
    file.write_text(content)
    assert says in refusal(file)


def test_nothing_in_a_script_is_executed(tmp_path: Path) -> None:
    file, witness = tmp_path / "numpy.py", tmp_path / "executed"
    script = FORMATS["numpy.py"](DENSE, np.arange(17.0))
    file.write_text(f"open({str(witness)!r}, 'w').close()\n{script}\nraise SystemExit\n")
    np.testing.assert_array_equal(read_weights(file, DENSE), np.arange(17.0))
    assert not witness.exists()


def test_a_table_that_a_spreadsheet_program_has_saved_again_is_read(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    text = weights_table(DENSE, np.arange(17.0) / 4).replace(".", "\0").replace(",", ";").replace("\0", ",")
    file.write_bytes(text.encode("utf-16"))
    np.testing.assert_array_equal(read_weights(file, DENSE), np.arange(17.0) / 4)


@pytest.mark.parametrize("kind", FORMATS)
def test_how_the_inputs_are_prepared_does_not_get_in_the_way(tmp_path: Path, kind: str) -> None:
    project = demo("iris")
    spec = replace(project.dataset, features=("x1·x2",), scaling="standardise")
    seen = spec.build().preprocessing
    network = Network(replace(project.network, n_inputs=seen.n_inputs), seed=2)
    names = seen.raw_names, spec.build().target_names
    content = {
        "numpy.py": lambda: numpy_script(network.spec, network.parameters, *names, seen),
        "torch.py": lambda: torch_script(network.spec, network.parameters, *names, seen),
        "table.csv": lambda: weights_table(network.spec, network.parameters, seen),
        "arrays.npz": lambda: write_arrays(network.spec, network.parameters, seen),
    }[kind]()
    file = tmp_path / kind
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert read_weights(file, network.spec).tobytes() == network.parameters.tobytes()
