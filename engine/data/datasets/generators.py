"""This module generates point sets in the plane; noise moves the very points of the clean figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.datasets.gates import check_coding
from engine.spec.errors import EngineError, Shown, Text
from engine.spec.value_checks import LARGEST_SEED, is_number, is_whole

Floats = NDArray[np.float64]
Rng = np.random.Generator

MIN_SAMPLES, MAX_SAMPLES = 2, 1_000_000
MAX_NOISE = 100.0

# Streams drawn from one seed, so that one setting never changes what another one draws.
POINT_STREAM, NOISE_STREAM, SPLIT_STREAM = 0, 1, 2

_CUT = 3.0  # clouds end at three standard deviations, so that classes overlap only through noise


@dataclass(frozen=True)
class Generator:
    """One kind of point set; `points(rng, label, count, n_classes)` gives (count, 2) points of one class.

    classes: fewest and most classes. samples, noise: the ranges worth offering (more is allowed).
    suggested_noise shows the typical difficulty. All figures lie within [-1.5, 1.5] before noise.
    """

    points: Callable[[Rng, int, int, int], Floats]
    classes: tuple[int, int] = (2, 2)
    samples: tuple[int, int] = (10, 2_000)
    noise: tuple[float, float] = (0.0, 0.5)
    suggested_noise: float = 0.05


def make(
    name: str,
    n_samples: int = 200,
    noise: float = 0.0,
    seed: int = 0,
    n_classes: int | None = None,
    *,
    target_coding: Sequence[float] = (0, 1),
) -> Dataset:
    """A point set of `GENERATORS`: inputs (n_samples, 2), one 0/1 target column, one-hot above two classes.

    Classes are of equal size to within one sample and stand in random order. `noise` is the standard
    deviation by which every point moves. The same seed gives the same bits; with another noise the same
    points are moved along the same directions. Raises EngineError for settings out of range.
    """
    inputs, targets = generate(name, n_samples, noise, seed, n_classes, target_coding=check_coding(target_coding))
    return Dataset(inputs, targets, target_codes=check_coding(target_coding))


def generate(
    name: str, n_samples: int, noise: float, seed: int, n_classes: int | None, *, target_coding: tuple[float, float]
) -> tuple[Floats, Floats]:
    """Inputs (n_samples, 2) and targets (n_samples, 1 or n_classes) of a point set; see `make`."""
    generator = find_generator(name)
    classes = _check_classes(name, generator, n_classes)
    check_count(Text("number of samples"), n_samples, classes, MAX_SAMPLES)
    rng = stream(seed, POINT_STREAM)
    counts = [n_samples // classes + (label < n_samples % classes) for label in range(classes)]
    points = np.vstack([generator.points(rng, label, count, classes) for label, count in enumerate(counts)])
    order = rng.permutation(n_samples)
    labels = np.repeat(np.arange(classes), counts)[order]
    return moved(points[order], noise, seed), class_targets(labels, classes, target_coding)


def find_generator(name: str) -> Generator:
    """The generator called `name`; EngineError where there is none."""
    try:
        return GENERATORS[name]
    except (KeyError, TypeError):
        raise EngineError(
            "There is no data set called {name!r}; choose one of {names}.",
            name=Shown(name),
            names=", ".join(GENERATORS),
        ) from None


def moved(points: Floats, noise: float, seed: int) -> Floats:
    """`points` (n, n_inputs), each moved by a normal deviate of standard deviation `noise`."""
    if not (is_number(noise) and 0 <= noise <= MAX_NOISE):
        raise EngineError(
            "The noise must lie between 0 and {limit:g}; got {noise}.", limit=MAX_NOISE, noise=Shown(noise)
        )
    if noise == 0:
        return points
    return np.asarray(points + noise * stream(seed, NOISE_STREAM).standard_normal(points.shape))


def class_targets(labels: NDArray[np.integer], classes: int, coding: tuple[float, float]) -> Floats:
    """Labels (n,) as one column of two codes, or as one column for each class where there are more than two."""
    named = range(classes) if classes > 2 else (1,)
    targets = np.full((len(labels), len(named)), coding[0], dtype=np.float64)
    for place, name in enumerate(named):  # one after the other: of a million rows no second table stands beside this
        targets[labels == name, place] = coding[1]
    return targets


def stream(seed: int, number: int) -> Rng:
    """The random stream `number` of `seed`."""
    check_count(Text("seed"), seed, 0, LARGEST_SEED)
    return np.random.default_rng([int(seed), number])


def check_count(what: Text, value: int, low: int, high: int) -> None:
    """EngineError unless `value` is a whole number from `low` to `high`."""
    if not (is_whole(value) and low <= value <= high):
        raise EngineError(
            "The {what} must be a whole number from {low} to {high}; got {value!r}.",
            what=what,
            low=low,
            high=high,
            value=Shown(value),
        )


def _check_classes(name: str, generator: Generator, n_classes: int | None) -> int:
    low, high = generator.classes
    classes = low if n_classes is None else n_classes
    check_count(Text("number of classes"), classes, low, high)
    return classes


def _spread(rng: Rng, count: int) -> Floats:
    """`count` numbers in [0, 1), evenly spread but not regular: one at random in each of `count` equal parts."""
    return (np.arange(count) + rng.random(count)) / max(count, 1)


def _cloud(rng: Rng, count: int, deviation: float) -> Floats:
    """A round Gaussian cloud about the origin, cut at `_CUT` standard deviations."""
    inside = rng.random(count) * (1 - np.exp(-(_CUT**2) / 2))
    radius = deviation * np.sqrt(-2 * np.log1p(-inside))
    return _polar(radius, 2 * np.pi * rng.random(count))


def _polar(radius: Floats | float, angle: Floats) -> Floats:
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _circles(rng: Rng, label: int, count: int, _classes: int) -> Floats:
    """Class 1 on a circle of radius 0.5, class 0 on one of radius 1.2."""
    return _polar((1.2, 0.5)[label], 2 * np.pi * _spread(rng, count))


def _xor_clouds(rng: Rng, label: int, count: int, _classes: int) -> Floats:
    """Four clouds at (±0.7, ±0.7); class 1 where the signs differ."""
    sign = np.where(np.arange(count) % 2 == 0, 1.0, -1.0)
    centres = 0.7 * np.column_stack([sign, -sign if label == 1 else sign])
    return np.asarray(centres + _cloud(rng, count, 0.2))


def _blobs(rng: Rng, label: int, count: int, classes: int) -> Floats:
    """One cloud a class, the centres evenly on a circle of radius 0.9."""
    angle = np.pi * (0.25 if classes == 2 else 0.5) + 2 * np.pi * label / classes
    return np.asarray(0.9 * np.array([np.cos(angle), np.sin(angle)]) + _cloud(rng, count, 0.17))


def _moons(rng: Rng, label: int, count: int, _classes: int) -> Floats:
    """Two half circles of radius 1 that reach into each other, centred on the origin."""
    angle = np.pi * _spread(rng, count)
    upper = _polar(1.0, angle) - (0.5, 0.25)
    return np.asarray(-upper if label == 1 else upper)


def _spirals(rng: Rng, label: int, count: int, classes: int) -> Floats:
    """Arms of one and a quarter turns, from radius 0.12 to 1.3."""
    along = _spread(rng, count)
    return _polar(0.12 + 1.18 * along, 2.5 * np.pi * along + 2 * np.pi * label / classes)


def _checkerboard(rng: Rng, label: int, count: int, _classes: int) -> Floats:
    """Four by four squares on [-1.2, 1.2]; class 1 where row and column differ in parity."""
    squares = np.array([(x, y) for y in range(4) for x in range(4) if (x + y) % 2 == label])
    inside = 0.06 + 0.88 * rng.random((count, 2))  # a narrow gap keeps the clean squares apart
    return np.asarray(0.6 * (squares[np.arange(count) % len(squares)] + inside) - 1.2)


GENERATORS: dict[str, Generator] = {
    "circles": Generator(_circles),
    "xor_clouds": Generator(_xor_clouds),
    "blobs": Generator(_blobs, classes=(2, 5)),
    "moons": Generator(_moons, suggested_noise=0.1),
    "spirals": Generator(_spirals, classes=(2, 3), suggested_noise=0.02),
    "checkerboard": Generator(_checkerboard, suggested_noise=0.02),
}
"""Name of each point set to its generator, in the order of the gallery."""
