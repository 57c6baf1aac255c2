"""Networks for columns of words and scaled targets, exported: raw rows in, the user's units out."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec
from engine.data.dataset import Dataset
from engine.export import numpy_script, onnx_model, read_arrays, read_weights, torch_script, weights_table, write_arrays
from engine.spec.frozen_array import FrozenArray

COLOURS, SIZES = ("blue", 'it\'s "green"', "红"), ("small", "medium", "large")
ROWS = [
    [COLOURS[0], 1.5, SIZES[2]],
    [COLOURS[1], -2.25, SIZES[0]],
    [COLOURS[2], 1000.0, SIZES[1]],
    [COLOURS[2], 0.0, SIZES[2]],
]
PRICES = [120_000.0, 95_000.5, 310_000.0, 87_250.0]


def spec_of(scaling: str = "none", target_scaling: str = "none", features: tuple[str, ...] = ()) -> DatasetSpec:
    raw = [[COLOURS.index(row[0]), row[1], SIZES.index(row[2])] for row in ROWS]
    return DatasetSpec(
        "custom",
        inputs=FrozenArray(raw),
        targets=FrozenArray([[price] for price in PRICES]),
        input_names=("colour", "width", "size"),
        target_names=("price",),
        input_words=(COLOURS, (), SIZES),
        encodings=("one_hot", "", "ordinal"),
        scaling=scaling,
        target_scaling=target_scaling,
        features=features,
    )


SPECS = {
    "words alone": spec_of(),
    "targets scaled": spec_of(target_scaling="standardise"),
    "all of it": spec_of("standardise", "plus_minus", ("width^2 / 1e6", "width * size")),
}


@pytest.fixture(params=SPECS)
def data(request: pytest.FixtureRequest) -> Dataset:
    return SPECS[request.param].build()


def network_for(data: Dataset) -> Network:
    layers = (LayerSpec(4, "tanh"), LayerSpec(1, "linear"))
    return Network(NetworkSpec(data.n_inputs, layers, "xavier"), seed=3)


def by_hand(data: Dataset, network: Network) -> list[list[float]]:
    """The answers to ROWS in the user's units, written anew from the raw rows."""
    widths, ranks = [row[1] for row in ROWS], [SIZES.index(row[2]) for row in ROWS]
    rows = [[*(float(row[0] == colour) for colour in COLOURS), row[1], float(SIZES.index(row[2]))] for row in ROWS]
    if data.preprocessing.features:
        rows = [[*row, width**2 / 1e6, width * rank] for row, width, rank in zip(rows, widths, ranks, strict=True)]
    seen = np.array(rows)
    if data.preprocessing.scaling == "standardise":
        seen[:, 3:] = (seen[:, 3:] - seen[:, 3:].mean(axis=0)) / seen[:, 3:].std(axis=0)
    first, second = network.weights
    outputs = np.tanh(seen @ first + network.biases[0]) @ second + network.biases[1]
    prices = np.array(PRICES)
    if data.preprocessing.targets.kind == "standardise":
        outputs = outputs * prices.std() + prices.mean()
    elif data.preprocessing.targets.kind == "plus_minus":
        outputs = outputs * (prices.max() - prices.min()) / 2 + (prices.max() + prices.min()) / 2
    return outputs.tolist()


def same(answers: Any, data: Dataset, network: Network) -> None:
    """Compares with the program's own prediction and with the one worked by hand."""
    predicted = data.preprocessing.targets.undo(network.predict(data.inputs))
    np.testing.assert_allclose(predicted, by_hand(data, network), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(answers, predicted, rtol=1e-12, atol=1e-12)


def test_the_numpy_script_takes_rows_with_their_words_and_answers_in_the_user_s_units(
    data: Dataset, tmp_path: Path
) -> None:
    network = network_for(data)
    script, table = tmp_path / "network.py", tmp_path / "rows.csv"
    names = data.raw_input_names, data.target_names
    script.write_text(numpy_script(network.spec, network.parameters, *names, data.preprocessing), encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    run = subprocess.run([sys.executable, "-I", script, table], capture_output=True, text=True, check=True)
    same([[float(line)] for line in run.stdout.splitlines()], data, network)
    alone = subprocess.run([sys.executable, "-I", script], capture_output=True, text=True, check=True)
    assert "inputs of 0 and the first words" in alone.stdout


def test_the_numpy_script_names_a_word_that_it_does_not_know() -> None:
    data = SPECS["words alone"].build()
    network = network_for(data)
    names = data.raw_input_names, data.target_names
    space: dict[str, Any] = {"__name__": "exported"}
    exec(numpy_script(network.spec, network.parameters, *names, data.preprocessing), space)
    with pytest.raises(ValueError, match="'huge' is none of the words of size: small, medium, large"):
        space["predict"]([["blue", 1.0, "huge"]])


def test_the_torch_script_takes_rows_with_their_words(data: Dataset) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    network = network_for(data)
    names = data.raw_input_names, data.target_names
    space: dict[str, Any] = {"__name__": "exported"}
    exec(torch_script(network.spec, network.parameters, *names, data.preprocessing), space)
    same(space["predict"](ROWS).numpy(), data, network)
    assert space["Network"]()(torch.tensor(data.raw_inputs.copy())).shape == (4, 1)


def test_the_onnx_model_takes_words_as_strings_and_answers_in_the_user_s_units(data: Dataset) -> None:
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    from onnx.reference import ReferenceEvaluator

    network = network_for(data)
    model = onnx.load_model_from_string(onnx_model(network.spec, network.parameters, data.preprocessing))
    assert [given.name for given in model.graph.input] == ["colour", "width", "size"]
    columns = {
        "colour": np.array([[row[0]] for row in ROWS], dtype=object),
        "width": np.array([[row[1]] for row in ROWS], dtype=np.float32),
        "size": np.array([[row[2]] for row in ROWS], dtype=object),
    }
    (answers,) = ReferenceEvaluator(model).run(None, columns)
    predicted = data.preprocessing.targets.undo(network.predict(data.inputs))
    np.testing.assert_allclose(answers, predicted, rtol=1e-4, atol=1e-5)  # float32
    columns["size"] = np.array([["small"], ["huge"], ["large"], ["small"]], dtype=object)
    (answers,) = ReferenceEvaluator(model).run(None, columns)
    assert np.isnan(answers).ravel().tolist() == [False, True, False, False]


def test_arrays_and_table_tell_of_words_and_units_and_come_back(data: Dataset, tmp_path: Path) -> None:
    network, path = network_for(data), tmp_path / "weights.npz"
    path.write_bytes(write_arrays(network.spec, network.parameters, data.preprocessing))
    with np.load(path, allow_pickle=False) as arrays:
        assert arrays["inputs/words/0"].tolist() == list(COLOURS)
        assert arrays["inputs/seen"].tolist()[:5] == [*(f"colour = {word}" for word in COLOURS), "width", "size"]
        assert ("outputs/spreads" in arrays) == (not data.preprocessing.targets.is_none)
    np.testing.assert_array_equal(read_arrays(path, network.spec), network.parameters)
    table = tmp_path / "weights.csv"
    table.write_text(weights_table(network.spec, network.parameters, data.preprocessing), encoding="utf-8")
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8"))))
    assert next(row[1] for row in rows if row[0] == "0" and row[1] not in ("centre", "spread")) == "colour = blue"
    units = [(row[1], float(row[3])) for row in rows if row[0] == "3"]
    targets = data.preprocessing.targets
    assert units == ([] if targets.is_none else [("spread", *targets.spreads), ("centre", *targets.centres)])
    np.testing.assert_array_equal(read_weights(table, network.spec), network.parameters)
