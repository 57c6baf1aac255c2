"""What a layer makes of samples, grid and border, against NumPy written a second time, and the lecture's XOR."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.analysis.hidden_space import LINES, PIXELS, HiddenChoice, hidden_space
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.data.preprocessing import Preprocessing
from engine.network.network import Network
from engine.project.demos import demo
from engine.spec.specs import LayerSpec, NetworkSpec

RNG = np.random.default_rng(7)
DATA = Dataset(RNG.normal(size=(9, 2)), RNG.integers(0, 2, (9, 1)), RNG.normal(size=(4, 2)), RNG.integers(0, 2, (4, 1)))
PLANE = Plane(0, 1, (-2.0, 2.0), (-1.0, 3.0), (0.0, 0.0))
DEEP = NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(3, "sigmoid"), LayerSpec(1, "sigmoid")))


def layers(network: Network, inputs: np.ndarray) -> list[np.ndarray]:
    """Outputs of every layer of DEEP, by hand."""
    first = np.tanh(inputs @ network.weights[0] + network.biases[0])
    second = 1 / (1 + np.exp(-(first @ network.weights[1] + network.biases[1])))
    return [first, second, 1 / (1 + np.exp(-(second @ network.weights[2] + network.biases[2])))]


@pytest.mark.parametrize(("layer", "units"), [(0, (2, 0)), (0, (3, 1, 0)), (1, (2, 1)), (1, (0, 1, 2))])
def test_samples_and_grid_stand_at_the_outputs_of_the_units(layer: int, units: tuple[int, ...]) -> None:
    network = Network(DEEP, seed=3)
    space = hidden_space(DEEP, network.parameters, DATA, HiddenChoice(layer, units), PLANE)
    assert space is not None
    every = np.vstack([DATA.inputs, DATA.test_inputs])
    np.testing.assert_allclose(space.codes, layers(network, every)[layer][:, units], rtol=1e-12)
    assert space.inputs.shape[0] == 2 * LINES
    points = space.inputs.reshape(-1, 2)
    assert (points.min(axis=0).tolist(), points.max(axis=0).tolist()) == ([-2.0, -1.0], [2.0, 3.0])
    bent = layers(network, points)[layer][:, units]
    np.testing.assert_allclose(space.grid.reshape(-1, len(units)), bent, rtol=1e-12, atol=1e-15)
    assert all((np.ptp(line, axis=0) == 0).sum() == 1 for line in space.inputs), "each line runs along one input"


@pytest.mark.parametrize(("layer", "units"), [(0, (2, 0)), (0, (3, 1, 0)), (1, (2, 1)), (1, (0, 1, 2))])
def test_on_the_border_the_next_unit_is_at_its_threshold(layer: int, units: tuple[int, ...]) -> None:
    """The units that are not shown stay where they are on average."""
    network = Network(DEEP, seed=3)
    space = hidden_space(DEEP, network.parameters, DATA, HiddenChoice(layer, units), PLANE)
    assert space is not None
    means = layers(network, DATA.inputs)[layer].mean(axis=0)
    assert space.is_slice == (len(units) < DEEP.layers[layer].units)
    for boundary in space.boundaries:
        place = -boundary.weights * boundary.bias / (boundary.weights @ boundary.weights)
        codes = means.copy()
        codes[list(units)] = place
        net = codes @ network.weights[layer + 1][:, boundary.unit] + network.biases[layer + 1][boundary.unit]
        assert net == pytest.approx(0.0, abs=1e-12)
    assert [boundary.unit for boundary in space.boundaries] == list(range(DEEP.layers[layer + 1].units))


def test_the_map_is_the_answer_of_the_output_layer_there() -> None:
    network = Network(DEEP, seed=3)
    space = hidden_space(DEEP, network.parameters, DATA, HiddenChoice(1, (2, 0)), None)
    assert space is not None
    assert space.answers is not None
    assert space.answers.shape == (PIXELS, PIXELS, 1)
    assert space.ranges == ((-0.12, 1.12), (-0.12, 1.12))
    middle = -0.12 + (np.array([10, 50]) + 0.5) * 1.24 / PIXELS
    codes = np.array([middle[0], space.held[1], middle[1]])  # unit 2 goes across, unit 0 up
    codes[[0, 2]] = middle[1], middle[0]
    net = codes @ network.weights[2] + network.biases[2]
    assert space.answers[50, 10] == pytest.approx(1 / (1 + np.exp(-net)))
    assert len(space.grid) == 0
    for other in (HiddenChoice(0, (0, 1)), HiddenChoice(1, (0, 1, 2))):
        mapped = hidden_space(DEEP, network.parameters, DATA, other, None)
        assert mapped is not None
        assert mapped.answers is None


@pytest.mark.parametrize(("layer", "units"), [(0, (2, 0)), (1, (1, 2))])
def test_the_inputs_are_on_a_unit_s_curve_where_its_net_input_is_0(layer: int, units: tuple[int, ...]) -> None:
    network = Network(DEEP, seed=3)
    space = hidden_space(DEEP, network.parameters, DATA, HiddenChoice(layer, units), PLANE)
    assert space is not None
    assert space.nets.shape == (2, PIXELS, PIXELS)
    point = np.array([[-2 + (7 + 0.5) * 4 / PIXELS, -1 + (50 + 0.5) * 4 / PIXELS]])
    trace = network.trace(point)
    np.testing.assert_allclose(space.nets[:, 50, 7], trace.net_inputs[layer][0, list(units)], rtol=1e-9)


def test_the_lectures_xor_is_separable_there() -> None:
    project = demo("xor_by_hand")
    assert project.parameters is not None
    data = project.dataset.build()
    space = hidden_space(project.network, project.parameters.array, data, HiddenChoice(0, (0, 1)), None)
    assert space is not None
    assert space.codes.tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    (border,) = space.boundaries
    assert (border.weights.tolist(), border.bias) == ([-1.0, -1.0], 1.5)
    assert ((space.codes @ border.weights + border.bias > 0) == data.targets[:, 0].astype(bool)).all()


def test_inputs_pass_the_preprocessing_and_outputs_their_codes() -> None:
    """Inputs scaled to half, and the codes −1 and 1 of tanh: its middle is net input 0."""
    scaled = Preprocessing(("x1", "x2"), scaling="standard", centres=(1.0, 0.0), spreads=(2.0, 2.0))
    targets = np.where(DATA.targets > 0, 1.0, -1.0)
    data = Dataset(DATA.inputs, targets, preprocessing=scaled)
    spec = NetworkSpec(2, (LayerSpec(2, "tanh"), LayerSpec(1, "linear")))
    network = Network(spec, seed=5)
    space = hidden_space(spec, network.parameters, data, HiddenChoice(0, (0, 1)), PLANE)
    assert space is not None
    seen = (space.inputs[3, 20] - [1.0, 0.0]) / 2
    np.testing.assert_allclose(space.grid[3, 20], np.tanh(seen @ network.weights[0] + network.biases[0]))
    assert space.boundaries[0].bias == pytest.approx(network.biases[1][0])
    zero_one = replace_targets(data, (targets + 1) / 2)
    half = hidden_space(spec, network.parameters, zero_one, HiddenChoice(0, (0, 1)), PLANE)
    assert half is not None
    assert half.boundaries[0].bias == pytest.approx(network.biases[1][0] - 0.5), "a linear output decides at ½"


def replace_targets(data: Dataset, targets: np.ndarray) -> Dataset:
    return Dataset(data.raw_inputs, targets, preprocessing=data.preprocessing)


@pytest.mark.parametrize(
    ("layers", "task"), [((LayerSpec(2), LayerSpec(2, "softmax")), "classes"), ((LayerSpec(2), LayerSpec(1)), "values")]
)
def test_units_that_compete_and_outputs_for_values_have_no_line(layers: tuple[LayerSpec, ...], task: str) -> None:
    targets = np.eye(2)[[0, 1, 1]] if task == "classes" else np.array([[0.1], [0.4], [0.7]])
    data = Dataset(DATA.inputs[:3], targets)
    assert data.task == task
    spec = NetworkSpec(2, layers)
    space = hidden_space(spec, Network(spec, seed=0).parameters, data, HiddenChoice(0, (0, 1)), PLANE)
    assert space is not None
    assert space.boundaries == ()
    assert space.answers is not None


def test_one_input_is_a_curve_and_radial_units_have_codes() -> None:
    data = Dataset(np.linspace(-1, 1, 5)[:, None], np.zeros((5, 1)))
    spec = NetworkSpec(1, (LayerSpec(3, "gaussian", "rbf"), LayerSpec(1, "linear")))
    network = Network(spec, seed=2)
    plane = Plane(0, None, (-1.0, 1.0), (0.0, 1.0), (0.0,))
    space = hidden_space(spec, network.parameters, data, HiddenChoice(0, (2, 1)), plane)
    assert space is not None
    centres, widths = network.weights[0][0], network.biases[0]
    bumps = np.exp(-((data.inputs - centres) ** 2) / (2 * widths**2))
    np.testing.assert_allclose(space.codes, bumps[:, [2, 1]], rtol=1e-12)
    assert space.grid.shape[0] == 1
    np.testing.assert_allclose(space.grid[0, 0], np.exp(-((-1.0 - centres) ** 2) / (2 * widths**2))[[2, 1]])


def test_the_axis_of_an_unbounded_unit_stays_while_little_changes() -> None:
    spec = NetworkSpec(2, (LayerSpec(2, "linear"), LayerSpec(1)))
    ranges = []
    for scale in (1.0, 1.01):
        parameters = np.array([scale, 0, 0, scale, 0, 0, 1, 1, 0], dtype=float)
        data = Dataset(np.array([[0.0, 0.0], [3.1, 4.2]]), np.array([[0.0], [1.0]]))
        space = hidden_space(spec, parameters, data, HiddenChoice(0, (0, 1)), None)
        assert space is not None
        ranges.append(space.ranges)
    assert ranges[0] == ((-1.0, 4.5), (-0.5, 5.0)) == ranges[1], "both axes are as long"


def test_there_is_nothing_for_other_units_other_data_and_numbers_beyond_all_bounds() -> None:
    values = Network(DEEP, seed=3).parameters
    for choice in (HiddenChoice(3, (0, 1)), HiddenChoice(0, (0, 4)), HiddenChoice(0, (1, 1))):
        assert hidden_space(DEEP, values, DATA, choice, PLANE) is None
    assert hidden_space(replace(DEEP, n_inputs=3), np.zeros(100), DATA, HiddenChoice(0, (0, 1)), PLANE) is None
    values[-1] = np.nan
    assert hidden_space(DEEP, values, DATA, HiddenChoice(0, (0, 1)), PLANE) is None
