"""This module computes back-propagation of one sample step by step, with every number that the lecture names.

The numbers are the engine's own (`Network.trace`, `deltas`, `gradient`); nothing is computed a second way. The lecture
(equations 3.1 to 3.16) writes y for hidden outputs, o for outputs, d for desired ones and δ = −∂E/∂net.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network.layer_parameters import layer_parts
from engine.network.rule_step import RuleStep
from engine.spec.activations import ACTIVATIONS
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import NetworkSpec, TrainingSpec

if TYPE_CHECKING:
    from engine.network.network import Network

Floats = NDArray[np.float64]

INITIALISE, PRESENT, OUTPUTS, DEVIATION, GRADIENTS, ADJUST, REPEAT = STEPS = range(7)
"""The seven steps of the lecture's flow, in order."""


@dataclass(frozen=True, eq=False)
class BackPropagation:
    """One sample's way there and back. Lists run over the layers, [0] is the first; each entry is (units,).

    inputs (n_inputs,), targets (n_outputs,), parameters flat, as they are before the step. slopes: f′(net), for softmax
        the diagonal of its Jacobian. deviations (n_outputs,): d − o. loss: E of this sample.
    returned: what comes back to a unit: Σ_k δ_k w_jk for hidden layers, the deviations for the last one.
    deltas: −∂E/∂net. gradient: +∂E/∂parameters, flat. changes: what is added to the parameters, flat, which
        makes the new_parameters.
    loss_after: E of this sample after the change; set_loss and set_loss_after: E summed over the whole set,
        None where it was not asked for.
    velocity: what momentum has gathered before the step, flat. rule: the update of a rule that remembers more, whose
        changes these are; None for gradient descent, and where its memory is not known.
    """

    network: NetworkSpec
    training: TrainingSpec
    inputs: Floats
    targets: Floats
    parameters: Floats
    net_inputs: tuple[Floats, ...]
    activations: tuple[Floats, ...]
    slopes: tuple[Floats, ...]
    deviations: Floats
    loss: float
    returned: tuple[Floats, ...]
    deltas: tuple[Floats, ...]
    gradient: Floats
    changes: Floats
    new_parameters: Floats
    loss_after: float
    set_loss: float | None
    set_loss_after: float | None
    velocity: Floats
    rule: RuleStep | None = None

    @property
    def has_velocity(self) -> bool:
        """Whether the step is gradient descent with momentum."""
        return RULE_TABLE[self.training.rule].is_plain_descent and bool(self.training.momentum)

    def layer(self, values: Floats, layer: int) -> tuple[Floats, Floats]:
        """Of a flat vector the part of one layer: weights (n_inputs, units) and biases (units,)."""
        return layer_parts(self.network, values)[layer]

    def feeding(self, layer: int) -> Floats:
        """What feeds a layer: the inputs or the outputs of the layer before."""
        return self.inputs if layer == 0 else self.activations[layer - 1]


@np.errstate(all="ignore")  # what is too large becomes infinite, as in training
def back_propagation(
    network: Network,
    inputs: ArrayLike,
    targets: ArrayLike,
    training: TrainingSpec,
    *,
    velocity: ArrayLike | None = None,
    rule: RuleStep | None = None,
    whole_set: tuple[ArrayLike, ArrayLike] | None = None,
) -> BackPropagation:
    """The way of one sample, `inputs` (n_inputs,) and `targets` (n_outputs,), through `network`, which stays as it is.

    The step is the one that `Trainer.step` makes on this sample alone by gradient descent: momentum (with the
    `velocity` so far, flat; none at the start), penalties, locked and cut connections counted. Other rules make
    another step of the same gradient: see `is_the_rules_own_step`. With `rule`, the step is that one.
    whole_set: inputs and targets of all samples, for E over the set.
    Raises EngineError where a layer has no gradient or the loss does not fit.
    """
    rows, wanted = np.atleast_2d(np.asarray(inputs, float)), np.atleast_2d(np.asarray(targets, float))
    loss = training.loss
    deltas = _first(network.deltas(rows, wanted, loss))
    trace = network.trace(rows)
    gradient = network.gradient(rows, wanted, loss)
    before = np.zeros_like(gradient) if velocity is None else np.asarray(velocity, float)
    if rule is None:
        changes = _changes(network, training, gradient, before)
        moved = _moved(network, network.parameters + changes)
    else:
        moved = _moved(network, rule.new_parameters)
        changes = moved.parameters - network.parameters
    deviations = wanted[0] - trace.activations[-1][0]
    return BackPropagation(
        network=network.spec,
        training=training,
        inputs=rows[0],
        targets=wanted[0],
        parameters=network.parameters.copy(),
        net_inputs=_first(trace.net_inputs),
        activations=_first(trace.activations),
        slopes=_slopes(network.spec, trace.net_inputs),
        deviations=deviations,
        loss=network.loss(rows, wanted, loss),
        returned=(*(network.weights[k + 1] @ deltas[k + 1] for k in range(len(deltas) - 1)), deviations),
        deltas=deltas,
        gradient=gradient,
        changes=changes,
        new_parameters=moved.parameters,
        loss_after=moved.loss(rows, wanted, loss),
        set_loss=_summed(network, whole_set, loss),
        set_loss_after=_summed(moved, whole_set, loss),
        velocity=before,
        rule=rule,
    )


def is_the_rules_own_step(training: TrainingSpec, n_samples: int) -> bool:
    """Whether training makes exactly the step that `back_propagation` tells: gradient descent, sample by sample."""
    return RULE_TABLE[training.rule].is_plain_descent and min(training.batch_size or n_samples, n_samples) == 1


def _changes(network: Network, training: TrainingSpec, gradient: Floats, velocity: Floats) -> Floats:
    """momentum · velocity − η · (gradient + penalties), 0 for what is locked or cut; see `kernels/update.py`."""
    if not RULE_TABLE[training.rule].is_plain_descent:
        return np.where(_free(network), -training.learning_rate * gradient, 0.0)
    slope = with_penalties(network, training, gradient)
    return np.where(_free(network), training.momentum * velocity - training.learning_rate * slope, 0.0)


def with_penalties(network: Network, training: TrainingSpec, gradient: Floats) -> Floats:
    """`gradient`, flat, with l1 · sign(w) + l2 · w added for every weight."""
    slope = gradient.copy()
    for layer, (slopes, _), weights in zip(
        network.spec.layers, layer_parts(network.spec, slope), network.weights, strict=True
    ):
        if layer.kind == "rbf":
            continue  # centres are no weights: nothing draws them towards 0
        slopes[:] += training.l1 * np.sign(weights) + training.l2 * weights
    return slope


def _free(network: Network) -> NDArray[np.bool_]:
    return network.trainable & network.connected


def _moved(network: Network, parameters: Floats) -> Network:
    from engine.network.network import Network

    moved = Network(network.spec, parameters=parameters)
    moved.connected[:] = network.connected
    return moved


def _first(rows: Sequence[Floats]) -> tuple[Floats, ...]:
    """The only row of each table, copied out of the network's buffers."""
    return tuple(row[0].copy() for row in rows)


def _slopes(network: NetworkSpec, net_inputs: Sequence[Floats]) -> tuple[Floats, ...]:
    pairs = zip(network.layers, net_inputs, strict=True)
    return tuple(ACTIVATIONS[layer.activation].derivative(nets[0]) for layer, nets in pairs)


def _summed(network: Network, samples: tuple[ArrayLike, ArrayLike] | None, loss: str) -> float | None:
    if samples is None:
        return None
    return network.loss(*samples, loss) * len(np.asarray(samples[0]))
