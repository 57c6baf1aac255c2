"""Troubled runs, each made so that its cause is known: by what was put in, or by training it on for very long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from engine import Dataset, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.data import datasets

Rng = np.random.Generator


@dataclass
class Case:
    """A run that has been trained, with its true cause; "" for a healthy one."""

    kind: str
    trainer: Trainer


Maker = Callable[[Rng, int], Trainer | None]


def network(n_inputs: int, *layers: tuple[int, str], **start: object) -> NetworkSpec:
    """A network of these layers."""
    return NetworkSpec(n_inputs, tuple(LayerSpec(units, name) for units, name in layers), **start)  # type: ignore[arg-type]


def trained(
    spec: NetworkSpec, data: Dataset, training: TrainingSpec, epochs: int, parameters: object = None
) -> Trainer:
    """A Trainer after so many passes."""
    trainer = Trainer(Network(spec, seed=training.seed, parameters=parameters), data, training)  # type: ignore[arg-type]
    trainer.run(epochs=epochs)
    return trainer


def gate(rng: Rng, names: tuple[str, ...] = ("and", "or", "xor", "nand", "xnor")) -> Dataset:
    """A gate with two inputs."""
    return datasets.logic_gate(str(rng.choice(names)))


def clouds(
    rng: Rng, names: tuple[str, ...] = ("moons", "circles", "xor_clouds", "blobs"), n: int = 40, noise: float = 0.05
) -> Dataset:
    """Two classes of points in the plane."""
    return datasets.make(str(rng.choice(names)), n_samples=n, noise=noise, seed=int(rng.integers(1 << 30)))


def bent(rng: Rng) -> Dataset:
    """Two classes that no line separates."""
    return gate(rng, ("xor", "xnor")) if rng.random() < 0.4 else clouds(rng, ("moons", "circles", "xor_clouds"))


def squash(rng: Rng) -> str:
    """A hidden activation that squashes."""
    return str(rng.choice(["sigmoid", "tanh", "bipolar_sigmoid"]))


def contradictory(rng: Rng, seed: int) -> Trainer:
    data = gate(rng) if rng.random() < 0.6 else clouds(rng, n=24)
    count = 1 if data.n_samples == 4 else int(rng.integers(6, 12))
    twice = rng.choice(data.n_samples, count, replace=False)
    inputs = np.vstack([data.inputs, data.inputs[twice]])
    targets = np.vstack([data.targets, 1.0 - data.targets[twice]])
    spec = network(2, (6, squash(rng)), (1, "sigmoid"))
    return trained(spec, Dataset(inputs, targets), TrainingSpec(seed=seed, learning_rate=0.5), 6000)


def not_separable(rng: Rng, seed: int) -> Trainer:
    data = bent(rng)
    rule = str(rng.choice(["perceptron", "gradient_descent", "adam", "rprop"]))
    if rule == "perceptron":
        return trained(network(2, (1, "step")), data, TrainingSpec(rule=rule, seed=seed), int(rng.integers(50, 500)))
    batch = None if rule == "rprop" else 1
    rate = 0.01 if rule == "adam" else 0.1
    training = TrainingSpec(rule=rule, seed=seed, batch_size=batch, learning_rate=rate)
    return trained(network(2, (1, "sigmoid")), data, training, 3000)


def too_few_units(rng: Rng, seed: int) -> Trainer:
    layers = [(1, squash(rng))] * int(rng.integers(1, 3))
    return trained(network(2, *layers, (1, "sigmoid")), bent(rng), TrainingSpec(seed=seed, learning_rate=0.3), 5000)


def target_range(rng: Rng, seed: int) -> Trainer:
    data = gate(rng) if rng.random() < 0.5 else clouds(rng)
    low, high, output = [(-1.0, 1.0, "sigmoid"), (0.0, 2.0, "tanh"), (-1.0, 1.0, "relu"), (0.0, 5.0, "sigmoid")][
        int(rng.integers(4))
    ]
    coded = Dataset(data.inputs, np.where(data.targets > 0, high, low))
    training = TrainingSpec(seed=seed, learning_rate=0.1)
    return trained(network(2, (4, squash(rng)), (1, output)), coded, training, 3000)


def regression(rng: Rng, n: int = 30) -> Dataset:
    """A curve to be fitted."""
    x = rng.uniform(-2, 2, (n, 1))
    return Dataset(x, 0.6 * np.sin(rng.uniform(0.5, 1.5) * x) + 0.15 * x, is_function=True)


def diverging(rng: Rng, seed: int) -> Trainer | None:
    hidden = str(rng.choice(["relu", "tanh", "leaky_relu", "linear"]))
    training = TrainingSpec(
        seed=seed,
        learning_rate=float(rng.choice([1.0, 2.0, 5.0, 20.0])),
        momentum=float(rng.choice([0.0, 0.9])),
        batch_size=[1, 8, None][int(rng.integers(3))],
    )
    trainer = trained(network(1, (8, hidden), (1, "linear")), regression(rng), training, int(rng.integers(20, 400)))
    has_grown = trainer.loss > 100 * trainer.data.targets.var()
    return trainer if trainer.stop_reason == "diverged" or has_grown else None


def symmetric(rng: Rng, seed: int) -> Trainer:
    data, hidden = bent(rng), squash(rng)
    units = int(rng.integers(2, 6))
    if rng.random() < 0.5:
        spec, start = network(2, (units, hidden), (1, "sigmoid"), initialization="zeros"), None
    else:
        spec = network(2, (units, hidden), (1, "sigmoid"))
        one = Network(network(2, (1, hidden), (1, "sigmoid")), seed=seed)
        parts = [np.repeat(one.weights[0], units, axis=1).ravel(), np.repeat(one.biases[0], units)]
        start = np.concatenate([*parts, np.repeat(one.weights[1], units), one.biases[1]])
    return trained(spec, data, TrainingSpec(seed=seed, learning_rate=0.3), 3000, start)


def input_scale(rng: Rng, seed: int) -> Trainer | None:
    data = clouds(rng, ("moons", "circles", "xor_clouds"))
    factors = np.array([[1.0, 10 ** rng.uniform(2, 4)], [10 ** rng.uniform(2, 4), 1.0]])[int(rng.integers(2))]
    scaled = Dataset(data.inputs * factors, data.targets)
    spec = network(2, (6, squash(rng)), (1, "sigmoid"))
    training = TrainingSpec(seed=seed, learning_rate=float(rng.choice([0.05, 0.5])))
    trainer = trained(spec, scaled, training, 3000)
    return trainer if is_stuck(trainer) and learns(spec, data, replace(training, learning_rate=0.5)) else None


def dead_units(rng: Rng, seed: int) -> Trainer:
    data = gate(rng) if rng.random() < 0.5 else clouds(rng)
    layers = [(int(rng.integers(2, 8)), "relu")] * int(rng.integers(1, 3))
    spec = network(2, *layers, (1, "sigmoid"))
    start = Network(spec, seed=seed)
    start.biases[int(rng.integers(len(layers)))][:] = -rng.uniform(8, 30)
    return trained(spec, data, TrainingSpec(seed=seed, learning_rate=0.3), 2000, start.parameters)


def saturated(rng: Rng, seed: int) -> Trainer:
    data = bent(rng)
    units = int(rng.integers(2, 8))
    if rng.random() < 0.7:
        spec = network(2, (units, squash(rng)), (1, "sigmoid"))
        start = Network(spec, seed=seed)
        start.biases[0][:] = rng.choice([-1.0, 1.0], units) * rng.uniform(20, 40, units)
    else:
        data = Dataset(data.inputs, 2.0 * data.targets - 1.0)
        spec = network(2, (units, squash(rng)), (1, "tanh"))
        start = Network(spec, seed=seed)
        start.biases[1][:] = rng.choice([-1.0, 1.0]) * rng.uniform(12, 25)
    return trained(spec, data, TrainingSpec(seed=seed, learning_rate=0.3), 2000, start.parameters)


def loss_mismatch(rng: Rng, seed: int) -> Trainer:
    if rng.random() < 0.6:
        data = gate(rng, ("xor", "xnor")) if rng.random() < 0.5 else clouds(rng)
        spec = network(2, (5, squash(rng)), (1, "sigmoid"))
        start = Network(spec, seed=seed)
        start.biases[1][:] = rng.choice([-1.0, 1.0]) * rng.uniform(15, 30)
    else:
        data = datasets.make("blobs", n_samples=45, noise=0.05, seed=int(rng.integers(1 << 30)), n_classes=3)
        spec = network(2, (5, squash(rng)), (3, "softmax"))
        start = Network(spec, seed=seed)
        start.biases[1][int(rng.integers(3))] = rng.uniform(20, 40)
    return trained(spec, data, TrainingSpec(seed=seed, learning_rate=0.3), 2000, start.parameters)


def rate_too_small(rng: Rng, seed: int) -> Trainer:
    data = gate(rng, ("and", "or", "nand")) if rng.random() < 0.5 else clouds(rng, ("blobs", "moons"))
    spec = network(2, (4, squash(rng)), (1, "sigmoid"))
    if rng.random() < 0.7:
        training = TrainingSpec(seed=seed, learning_rate=10 ** rng.uniform(-6.0, -5.0))
    else:
        training = TrainingSpec(seed=seed, learning_rate=0.01, learning_rate_decay=float(rng.choice([10.0, 100.0])))
    return trained(spec, data, training, int(rng.integers(500, 2000)))


def penalty(rng: Rng, seed: int) -> Trainer | None:
    data = gate(rng) if rng.random() < 0.5 else clouds(rng)
    spec = network(2, (5, squash(rng)), (1, "sigmoid"))
    training = TrainingSpec(seed=seed, learning_rate=0.3, l2=float(10 ** rng.uniform(-1.0, 0.3)))
    trainer = trained(spec, data, training, 2000)
    return trainer if is_stuck(trainer) and learns(spec, data, replace(training, l2=0.0)) else None


def oscillating(rng: Rng, seed: int) -> Trainer | None:
    hidden = squash(rng)
    if rng.random() < 0.5:
        data, spec = regression(rng), network(1, (6, hidden), (1, "linear"))
        training = TrainingSpec(seed=seed, rule="adam", learning_rate=float(rng.uniform(0.5, 2.0)), batch_size=5)
    else:
        data, spec = regression(rng), network(1, (6, hidden), (1, "tanh"))
        training = TrainingSpec(seed=seed, learning_rate=float(rng.uniform(2, 10)), batch_size=5)
    training = replace(training, shuffle=True)
    trainer = trained(spec, data, training, 1500)
    if trainer.stop_reason == "diverged" or not is_stuck(trainer):
        return None
    losses, before = trainer.history.losses[-375:], trainer.history.losses[-750:-375]
    if np.median(losses) < 0.95 * np.median(before):
        return None  # it comes down, jumping
    turns = np.count_nonzero(np.diff(np.sign(np.diff(losses))))
    wide = np.percentile(losses, 90) > 1.3 * np.percentile(losses, 10)
    calm = replace(training, learning_rate=training.learning_rate / 50, shuffle=False)
    calmer = trained(spec, data, calm, 6000)
    return trainer if turns > 75 and wide and calmer.loss < 0.3 * np.median(losses) else None


def plateau(rng: Rng, seed: int) -> Trainer | None:
    data = gate(rng, ("xor", "xnor"))
    if rng.random() < 0.5:
        width = float(rng.uniform(0.01, 0.1))
        spec = network(2, (int(rng.integers(2, 5)), squash(rng)), (1, "sigmoid"), initial_range=width)
    else:
        spec = network(2, *[(4, "sigmoid")] * int(rng.integers(2, 4)), (1, "sigmoid"))
    training = TrainingSpec(seed=seed, learning_rate=float(rng.uniform(0.1, 0.3)))
    trainer = trained(spec, data, training, int(rng.integers(1500, 3000)))
    if trainer.loss < 0.12:
        return None
    later = trained(spec, data, training, 100_000)
    return trainer if later.loss < 0.01 else None


def local_minimum(rng: Rng, seed: int) -> Trainer | None:
    data = gate(rng, ("xor", "xnor"))
    hidden = str(rng.choice(["sigmoid", "tanh"]))
    spec = network(2, (int(rng.choice([2, 2, 3])), hidden), (1, "sigmoid"))
    training = TrainingSpec(seed=seed, learning_rate=float(rng.uniform(0.3, 1.0)))
    trainer = trained(spec, data, training, int(rng.integers(10_000, 15_000)))
    if not is_stuck(trainer) or trainer.loss > 0.9 * 0.125:
        return None  # where all outputs are ½, the error of XOR has a saddle, no minimum
    later = trained(spec, data, training, 150_000)
    return trainer if later.loss > 0.8 * trainer.loss else None


def is_stuck(trainer: Trainer) -> bool:
    """Whether a good part of the error is left."""
    mean_error = 0.5 * float(trainer.data.targets.var(axis=0).sum())
    return trainer.loss > 0.3 * mean_error


def still_falls(trainer: Trainer) -> bool:
    """Whether the error fell by more than 2 % in the last half of the run."""
    losses = trainer.history.losses
    return bool(losses[-1] < 0.98 * losses[len(losses) // 2])


def learns(spec: NetworkSpec, data: Dataset, training: TrainingSpec) -> bool:
    """Whether the same run on these data gets somewhere."""
    return not is_stuck(trained(spec, data, training, 3000))


MAKERS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (
        contradictory,
        not_separable,
        too_few_units,
        target_range,
        diverging,
        symmetric,
        input_scale,
        dead_units,
        loss_mismatch,
        saturated,
        rate_too_small,
        penalty,
        oscillating,
        plateau,
        local_minimum,
    )
}


def troubled(count: int, first_seed: int) -> list[Case]:
    """`count` troubled runs, the kinds in turn, from the seeds that begin at `first_seed`."""
    kinds = list(MAKERS)
    return [_made(kinds[place % len(kinds)], first_seed + 1000 * place) for place in range(count)]


def _made(kind: str, seed: int) -> Case:
    """The first run of this kind from `seed` on that has the trouble it was made for, and stands still or runs away."""
    for each in range(seed, seed + 1000):
        trainer = MAKERS[kind](np.random.default_rng(each), each)
        if trainer is not None and (kind in ("diverging", "oscillating") or not still_falls(trainer)):
            return Case(kind, trainer)
    raise AssertionError(f"no run of kind {kind} from seed {seed} on")


def healthy(count: int, first_seed: int) -> list[Case]:
    """`count` healthy runs, which all reach their goal: at it, anywhere on the way to it, or left to train on."""
    cases: list[Case] = []
    seed = first_seed
    while len(cases) < count:
        seed += 1
        rng = np.random.default_rng(seed + 1)
        whole = _healthy_run(np.random.default_rng(seed), seed)
        whole.run()
        if whole.stop_reason not in ("target_error", "all_right") or whole.epoch < 2:
            continue
        if len(cases) % 3 == 0:
            cases.append(Case("", whole))
            continue
        other = _healthy_run(np.random.default_rng(seed), seed)
        if rng.random() < 0.5:  # nobody has set a goal
            other.use_training(replace(other.training, target_error=None, stop_when_all_right=False))
        on_the_way = len(cases) % 3 == 1
        other.run(epochs=int(rng.integers(1, whole.epoch) if on_the_way else rng.integers(1, 3) * whole.epoch))
        cases.append(Case("", other))
    return cases


def _healthy_run(rng: Rng, seed: int) -> Trainer:
    rule = str(
        rng.choice(["gradient_descent", "gradient_descent", "nesterov", "adam", "rprop", "adaptive", "perceptron"])
    )
    if rule == "perceptron":
        data = datasets.make("blobs", n_samples=40, noise=0.0, seed=seed)
        return Trainer(
            Network(network(2, (1, "step")), seed=seed),
            data,
            TrainingSpec(rule=rule, seed=seed, stop_when_all_right=True),
        )
    hidden = str(rng.choice(["sigmoid", "tanh", "relu", "leaky_relu", "softplus"]))
    batch = None if rule in ("rprop", "adaptive") else int(rng.choice([1, 1, 4]))
    rate = {"adam": 0.02, "nesterov": 0.1}.get(rule, float(rng.choice([0.1, 0.3, 0.5])))
    settings = TrainingSpec(
        rule=rule,
        seed=seed,
        batch_size=batch,
        learning_rate=rate,
        momentum=0.5 if rule == "nesterov" else 0.0,
        shuffle=bool(rng.random() < 0.3) and rule not in ("rprop", "adaptive"),
        max_epochs=3000,
    )
    if rng.random() < 0.2:
        data = regression(rng)
        goal = 0.1 * 0.5 * float(data.targets.var()) * data.n_samples
        spec = network(1, (8, hidden), (1, "linear"))
        return Trainer(
            Network(spec, seed=seed), data, replace(settings, target_error=goal, learning_rate=min(rate, 0.05))
        )
    data = gate(rng) if rng.random() < 0.5 else clouds(rng, noise=float(rng.uniform(0.0, 0.15)))
    output, loss = ("sigmoid", "cross_entropy") if rng.random() < 0.4 else ("sigmoid", "squared_error")
    spec = network(2, (int(rng.choice([4, 6, 8])), hidden), (1, output))
    goal = 0.1 * (0.125 if loss == "squared_error" else 0.69) * data.n_samples
    return Trainer(Network(spec, seed=seed), data, replace(settings, loss=loss, target_error=goal))
