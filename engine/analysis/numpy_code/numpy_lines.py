"""This module writes one training step of a network as a few lines of plain NumPy: forward, loss, backward, update.

The lines are those of the engine's kernels, in the same order: `x` and `d` are the inputs and targets of the samples
at work, W1 and b1 (of an RBF layer C1 and s1) the parameters of layer 1, net1 and o1 its net inputs and outputs, and
delta1 is −∂E/∂net1, as the lecture signs it. `in_textbook_letters` writes t, z1 and a1 for d, net1 and o1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from engine.spec.activations import ACTIVATIONS
from engine.spec.losses import CROSS_ENTROPY, LOSSES
from engine.spec.rules import LOSS, NET_INPUT, RULE_TABLE
from engine.spec.specs import MIN_WIDTH, NetworkSpec, TrainingSpec
from engine.spec.ties import REMAINDER, tie_share_formula

Lines = tuple[str, ...]

NET_INPUTS = f'''
def net_inputs(values, weights, biases):
    """What goes into the units; 0 where only rounding keeps it from 0: there a unit fires."""
    nets = values @ weights + biases
    sizes = np.abs(values) @ np.abs(weights) + np.abs(biases)
    rounding = {tie_share_formula("np.finfo(nets.dtype).eps", "len(weights)")}
    return np.where(np.abs(nets) <= rounding * sizes, 0.0, nets)
'''


@dataclass(frozen=True)
class NumpyLines:
    """One training step, each part in lines; `loss` is the summed loss of the samples at work.

    backward ends with `gradients`, one array for each of `parameters`; memory: what the rule keeps between updates.
    """

    parameters: Lines
    forward: Lines
    loss: Lines
    backward: Lines
    memory: Lines
    update: Lines


def numpy_lines(network: NetworkSpec, training: TrainingSpec, has_free: bool = False) -> NumpyLines:
    """The lines for a network and its training. has_free: whether `free` says which parameters may change (1 or 0)."""
    names = parameter_names(network)
    return NumpyLines(
        names,
        tuple(_forward(network)),
        (_loss(network, training),),
        tuple(_backward(network, training)),
        _MEMORY[training.rule],
        tuple(_update(network, training, has_free)),
    )


@lru_cache(maxsize=1024)
def in_textbook_letters(code: str) -> str:
    """`code` with the textbooks' names for net inputs, outputs and targets in place of the lecture's."""
    for lecture, textbook in ((r"\bnet(\d+)\b", r"z\1"), (r"\bo(\d+)\b", r"a\1"), (r"\bd\b", "t")):
        code = re.sub(lecture, textbook, code)
    return code


def loss_functions(training: TrainingSpec, lines: NumpyLines) -> str:
    """In Python, `loss_of` samples and, for a rule that asks for it, `objective_of` them with the penalties."""
    rows = ["def loss_of(x, d):", '    """The summed loss of inputs x with the targets d."""']
    rows += [f"    {line}" for line in (*lines.forward, *lines.loss, "return loss")]
    if training.rule != "adaptive":
        return "\n".join(rows)
    penalty = " + penalty" if has_penalties(training) else ""
    rows += ["", "", "def objective_of(x, d):", '    """What the rule makes small: the mean loss and the penalties."""']
    if penalty:
        sums = "l1 * np.abs(p).sum() + 0.5 * l2 * (p * p).sum()"
        rows.append(f"    penalty = sum(w * ({sums}) for p, w in zip(parameters, penalised))")
    rows.append(f"    return loss_of(x, d) / len(x){penalty}")
    return "\n".join(rows)


def has_penalties(training: TrainingSpec) -> bool:
    """Whether large weights cost something."""
    return RULE_TABLE[training.rule].uses("l1") and bool(training.l1 or training.l2)


def parameter_names(network: NetworkSpec) -> Lines:
    """W1, b1, W2, b2, …; C1 and s1 for centres and widths of an RBF layer."""
    pairs = (
        (f"C{n}", f"s{n}") if layer.kind == "rbf" else (f"W{n}", f"b{n}") for n, layer in enumerate(network.layers, 1)
    )
    return tuple(name for pair in pairs for name in pair)


def activation_functions(network: NetworkSpec) -> str:
    """In Python, the activation functions of a network, and the net inputs of units that jump."""
    used = dict.fromkeys(layer.activation for layer in network.layers)
    jumps = NET_INPUTS if any(ACTIVATIONS[name].is_threshold for name in used) else ""
    return "\n".join([*([jumps] if jumps else []), *map(activation_function, used)])


def activation_function(name: str) -> str:
    """In Python, one activation as a function of the net inputs."""
    body = "".join(f"    {line}\n" for line in ACTIVATIONS[name].numpy.splitlines())
    return f"\ndef {name}(net):\n{body}"


def _forward(network: NetworkSpec) -> list[str]:
    lines = ["o0 = x"]
    for n, layer in enumerate(network.layers, 1):
        if layer.kind == "rbf":
            lines += [
                f"gap{n} = o{n - 1}[:, :, None] - C{n}",
                f"net{n} = (gap{n} ** 2).sum(axis=1) * (0.5 / (s{n} * s{n}))",
            ]
        elif ACTIVATIONS[layer.activation].is_threshold:
            lines.append(f"net{n} = net_inputs(o{n - 1}, W{n}, b{n})")
        else:
            lines.append(f"net{n} = o{n - 1} @ W{n} + b{n}")
        lines.append(f"o{n} = {layer.activation}(net{n})")
    return lines


def _loss(network: NetworkSpec, training: TrainingSpec) -> str:
    """The summed loss; the cross-entropy from the net inputs, as the kernels compute it."""
    n = len(network.layers)
    if LOSSES[training.loss].code != CROSS_ENTROPY:
        return f"loss = 0.5 * ((d - o{n}) ** 2).sum()"
    if ACTIVATIONS[network.layers[-1].activation].compares_units:
        return f"loss = (d * (np.logaddexp.reduce(net{n}, axis=1, keepdims=True) - net{n})).sum()"
    return f"loss = (np.maximum(net{n}, 0) - d * net{n} + np.log1p(np.exp(-np.abs(net{n})))).sum()"


def _backward(network: NetworkSpec, training: TrainingSpec) -> list[str]:
    last, lines = len(network.layers), []
    rule = RULE_TABLE[training.rule]
    if rule.error != LOSS:
        lines.append(f"delta{last} = d - {'net' if rule.error == NET_INPUT else 'o'}{last}")
    else:
        lines += _output_delta(network, training, last)
    for n in range(last - 1, 0, -1):
        slope = _slope(network.layers[n - 1].activation, n)
        back = f"delta{n + 1} @ W{n + 1}.T"
        lines.append(f"delta{n} = ({back}) * {slope}" if slope else f"delta{n} = {back}")
    parts = []
    for n, layer in enumerate(network.layers, 1):
        if layer.kind == "rbf":
            parts.append(f"(gap{n} * (delta{n} / (s{n} * s{n}))[:, None, :]).sum(axis=0)")
            parts.append(f"(2.0 * delta{n} * net{n} / s{n}).sum(axis=0)")
        else:
            parts += [f"-(o{n - 1}.T @ delta{n})", f"-delta{n}.sum(axis=0)"]
    return [*lines, "share = 1.0 / len(x)", "gradients = [", *(f"    {part} * share," for part in parts), "]"]


def _output_delta(network: NetworkSpec, training: TrainingSpec, n: int) -> list[str]:
    """−∂E/∂net of the output layer."""
    name, is_entropy = network.layers[-1].activation, LOSSES[training.loss].code == CROSS_ENTROPY
    if ACTIVATIONS[name].compares_units:
        if is_entropy:
            return [f"delta{n} = d - d.sum(axis=1, keepdims=True) * o{n}"]
        return [f"delta{n} = o{n} * (d - o{n} - ((d - o{n}) * o{n}).sum(axis=1, keepdims=True))"]
    slope = "" if is_entropy else _slope(name, n)
    return [f"delta{n} = (d - o{n}) * {slope}" if slope else f"delta{n} = d - o{n}"]


def _slope(name: str, n: int) -> str:
    """The slope of a layer's activation; "" where it is 1."""
    return ACTIVATIONS[name].numpy_slope.format(y=f"o{n}", net=f"net{n}")


_MEMORY: dict[str, Lines] = {
    "perceptron": (),
    "widrow_hoff": (),
    "gradient_descent": ("v = [np.zeros_like(p) for p in parameters]",),
    "nesterov": ("v = [np.zeros_like(p) for p in parameters]",),
    "adaptive": ("v = [np.zeros_like(p) for p in parameters]", "objective = None"),
    "rprop": (
        "before = [np.zeros_like(p) for p in parameters]",
        "sizes = [np.full_like(p, 0.1) for p in parameters]",
    ),
    "adam": (
        "m = [np.zeros_like(p) for p in parameters]",
        "v = [np.zeros_like(p) for p in parameters]",
        "updates = 0",
    ),
}
"""In Python, by rule: what it keeps between updates; the kernels call these memory_1 and memory_2."""


def _update(network: NetworkSpec, training: TrainingSpec, has_free: bool) -> list[str]:
    """One update of `parameters` from `gradients`, as `engine/network/kernels/update.py` makes it."""
    from engine.network.kernels import update as kernel  # it loads the kernels

    lines = []
    if has_penalties(training):
        lines += [
            "for p, g, w in zip(parameters, gradients, penalised):",
            "    g += w * (l1 * np.sign(p) + l2 * p)",
        ]
    lines += [line.format(**vars(kernel), remainder=REMAINDER) for line in _UPDATES[training.rule](has_free)]
    if network.layers[0].kind == "rbf":
        lines.append(f"np.maximum(s1, {MIN_WIDTH!r}, out=s1)")
    return lines


def _loop(lists: str, names: str, has_free: bool) -> str:
    free = (", f", ", free") if has_free else ("", "")
    return f"for p, g{names}{free[0]} in zip(parameters, gradients{lists}{free[1]}):"


def _step(text: str, has_free: bool) -> str:
    return f"f * ({text})" if has_free else text


def _descent(has_free: bool) -> list[str]:
    step = _step("momentum * u - rate * g", has_free)
    return [_loop(", v", ", u", has_free), f"    u[:] = {step}", "    p += u"]


def _correction(has_free: bool) -> list[str]:
    return [
        _loop("", "", has_free),
        f"    change = {_step('-rate * g', has_free)}",
        "    p += change",
        "    p[np.abs(p) < {remainder!r} * np.abs(change)] = 0.0  # what rounding left of 0",
    ]


def _plain(has_free: bool) -> list[str]:
    return [_loop("", "", has_free), f"    p += {_step('-rate * g', has_free)}"]


def _nesterov(has_free: bool) -> list[str]:
    step = _step("momentum * u - rate * g", has_free)
    return [_loop(", v", ", u", has_free), f"    u[:] = {step}", f"    p += {step}"]


def _adaptive(has_free: bool) -> list[str]:
    return [
        "if objective is None:",
        "    objective = objective_of(inputs, targets)",
        "kept = [p.copy() for p in parameters]",
        *_descent(has_free),
        "after = objective_of(inputs, targets)",
        "if after <= {LOSS_RISE!r} * objective:",
        "    rate *= {RATE_GROWTH!r} if after < objective else 1.0",
        "    objective = after",
        "else:  # taken back",
        "    rate *= {RATE_SHRINKAGE!r}",
        "    for p, k, u in zip(parameters, kept, v):",
        "        p[:], u[:] = k, 0.0",
    ]


def _rprop(has_free: bool) -> list[str]:
    return [
        _loop(", before, sizes", ", b, size", has_free),
        "    same, turned = g * b > 0, g * b < 0",
        "    size[same] = np.minimum(size[same] * {RPROP_GROWTH!r}, {RPROP_MAXIMUM!r})",
        "    size[turned] = np.maximum(size[turned] * {RPROP_SHRINKAGE!r}, {RPROP_MINIMUM!r})",
        "    g[turned] = 0.0",
        "    b[:] = g",
        f"    p -= {_step('np.sign(g) * size', has_free)}",
    ]


def _adam(has_free: bool) -> list[str]:
    step = "rate * (a / first_share) / (np.sqrt(c / second_share) + {ADAM_EPSILON!r})"
    return [
        "updates += 1",
        "first_share, second_share = 1.0 - {ADAM_FIRST!r}**updates, 1.0 - {ADAM_SECOND!r}**updates",
        _loop(", m, v", ", a, c", has_free),
        "    a[:] = {ADAM_FIRST!r} * a + (1.0 - {ADAM_FIRST!r}) * g",
        "    c[:] = {ADAM_SECOND!r} * c + (1.0 - {ADAM_SECOND!r}) * g * g",
        f"    p -= {_step(step, has_free)}",
    ]


_UPDATES: dict[str, Callable[[bool], list[str]]] = {
    "perceptron": _correction,
    "widrow_hoff": _plain,
    "gradient_descent": _descent,
    "nesterov": _nesterov,
    "adaptive": _adaptive,
    "rprop": _rprop,
    "adam": _adam,
}
