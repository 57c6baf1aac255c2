"""This module makes directions through a network's parameters: of one weight, random ones, those of a run's path."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network.layer_parameters import layer_parts
from engine.network.network import Network
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FEWEST_MOMENTS = 3
_MOST_MOMENTS = 256  # more add nothing to two directions, and take long

_ROUNDING = 1e-13


def weight_direction(n_parameters: int, index: int, sign: float = 1.0) -> Floats:
    """Along one weight; `sign` −1 for a threshold T = −b."""
    direction = np.zeros(n_parameters)
    direction[index] = sign
    return direction


def random_directions(network: Network, seed: int) -> Floats:
    """Two random directions (2, n_parameters), scaled as the network is: filter normalisation.

    Each direction is drawn from the normal distribution; then what leads into a unit, its weights and its bias, is
    scaled to the length that these have in `network`. So a step of 1 changes every unit by as much as it is, and
    networks that compute the same with larger weights have the same picture. After Li, Xu, Taylor, Studer and
    Goldstein, "Visualizing the Loss Landscape of Neural Nets" (NeurIPS 2018), section 4; there biases stay out of it,
    which in small networks are too large a share of the parameters. A unit of zeros counts as one of length 1.
    Cut and locked parameters stay where they are. The second direction is made perpendicular to the first.
    """
    rng = np.random.default_rng(seed)
    free = network.connected & network.trainable
    drawn = np.where(free, rng.normal(size=(2, len(free))), 0.0)
    for direction in drawn:
        _scale_units(network.spec, direction, np.where(network.connected, network.parameters, 0.0))
    length = float(drawn[0] @ drawn[0])
    if length > 0:
        drawn[1] -= (drawn[0] @ drawn[1]) / length * drawn[0]
    return drawn


def _scale_units(spec: NetworkSpec, direction: Floats, parameters: Floats) -> None:
    """Give what leads into each unit in `direction` the length that it has in `parameters`."""
    for (weights, biases), (own, own_biases) in zip(
        layer_parts(spec, direction), layer_parts(spec, parameters), strict=True
    ):
        lengths = np.sqrt((weights**2).sum(axis=0) + biases**2)
        wanted = np.sqrt((own**2).sum(axis=0) + own_biases**2)
        factors = np.where(wanted > 0, wanted, 1.0) / np.where(lengths > 0, lengths, 1.0)
        np.multiply(weights, factors, out=weights)
        np.multiply(biases, factors, out=biases)


def principal_directions(path: Floats) -> tuple[Floats, Floats]:
    """The two principal directions of a run's path, (2, n_parameters), and their shares (2,) of its variance.

    path (n, n_parameters): the parameters at moments of the run. The directions are the first two right singular
    vectors of the path less its mean, of length 1; along each the run ends farther on than it began. Raises
    EngineError where the path does not move along two directions.
    """
    rows = (
        path if len(path) <= _MOST_MOMENTS else path[np.linspace(0, len(path) - 1, _MOST_MOMENTS).round().astype(int)]
    )
    moved = rows - rows.mean(axis=0) if len(rows) else rows
    variances, vectors = np.linalg.eigh(moved @ moved.T)  # of n × n: parameters may be many
    variances = np.maximum(variances[::-1], 0.0)
    if len(rows) < FEWEST_MOMENTS or variances[1] <= _ROUNDING * variances[0]:
        raise EngineError("The run has no path yet that goes along two directions; train it for a while.")
    directions = vectors[:, ::-1][:, :2].T @ moved / np.sqrt(variances[:2, np.newaxis])
    onwards = np.sign(directions @ (rows[-1] - rows[0]))
    directions *= np.where(onwards == 0, 1.0, onwards)[:, np.newaxis]
    return directions, variances[:2] / variances.sum()
