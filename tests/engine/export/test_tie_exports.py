"""What is exported fires on the line as the network does, also where it computes in float32."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec
from engine.export import numpy_script, onnx_model, torch_script
from tests.helpers.by_hand import CORNERS, net_at, starts
from tests.helpers.like_torch import like_torch, tensor

NAMES = (("x1", "x2"), ("d",))
INPUTS = np.array(CORNERS, dtype=float)
ONE_DECIMAL = starts()[::4]
"""Each pair of weights and threshold once."""


def executed(script: str) -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": "exported"}
    exec(compile(script, "exported", "exec"), space)
    return space


def answers_of(form: str, network: Network, monkeypatch: pytest.MonkeyPatch) -> np.ndarray:
    if form == "numpy":
        return executed(numpy_script(network.spec, network.parameters, *NAMES))["predict"](INPUTS)
    if form == "onnx":
        onnx = pytest.importorskip("onnx", reason="onnx is not installed")
        from onnx.reference import ReferenceEvaluator

        model = onnx.load_model_from_string(onnx_model(network.spec, network.parameters))
        return ReferenceEvaluator(model).run(None, {"inputs": INPUTS.astype(np.float32)})[0]
    dtype = np.float32 if form == "torch, float32" else np.float64
    monkeypatch.setitem(sys.modules, "torch", like_torch(dtype))
    space = executed(torch_script(network.spec, network.parameters, *NAMES))
    answers = space["Network"]().forward(tensor(INPUTS, dtype))
    assert answers.dtype == dtype
    return answers


FORMS = ["numpy", "torch", "torch, float32", "onnx"]


@pytest.mark.parametrize("form", FORMS)
def test_a_unit_with_weights_of_one_decimal_fires_as_by_hand(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    n_ties = 0
    for start in ONE_DECIMAL:
        values = [float(value) for value in (*start.weights, -start.threshold)]
        network = Network(NetworkSpec(2, (LayerSpec(1, "sgn"),)), parameters=values)
        nets = [net_at(start.weights, start.threshold, corner) for corner in CORNERS]
        n_ties += nets.count(0)
        answers = answers_of(form, network, monkeypatch)
        np.testing.assert_array_equal(answers[:, 0], [1 if net >= 0 else -1 for net in nets], err_msg=str(start))
    assert n_ties > 100


@pytest.mark.parametrize("form", FORMS)
def test_layers_of_step_units_pass_their_ties_on(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    layers = (LayerSpec(2, "step"), LayerSpec(1, "step"))
    network = Network(NetworkSpec(2, layers), parameters=[0.3, -0.3, -0.1, 0.1, -0.2, 0.2, 0.3, -0.1, -0.2])
    np.testing.assert_array_equal(answers_of(form, network, monkeypatch), [[0], [0], [1], [1]])


@pytest.mark.parametrize("form", FORMS)
def test_what_is_off_the_line_is_off_it(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    off = 1e-5 if "32" in form or form == "onnx" else 1e-12
    network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), parameters=[0.3, -0.1, -0.2 - off])
    assert answers_of(form, network, monkeypatch)[3, 0] == 0
