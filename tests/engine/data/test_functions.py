"""Functions of one input by formula, and splits that keep the share of each class."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import DatasetSpec, EngineError
from engine.spec.frozen_array import FrozenArray

FUNCTION = DatasetSpec("function", n_samples=5)


def test_the_first_function_is_the_sine_of_the_textbook() -> None:
    data = FUNCTION.build()
    assert data.inputs[:, 0].tolist() == [-2.0, -1.0, 0.0, 1.0, 2.0]
    assert data.targets[:, 0] == pytest.approx([0.0, 1 - math.sqrt(0.5), 1.0, 1 + math.sqrt(0.5), 2.0], abs=1e-15)
    assert (data.task, data.input_names, data.target_names) == ("values", ("x",), ("d",))


def test_noise_moves_the_targets_alone_and_is_seeded() -> None:
    clean, noisy = FUNCTION.build(), replace(FUNCTION, noise=0.1, n_samples=5).build()
    assert np.array_equal(noisy.inputs, clean.inputs)
    assert not np.array_equal(noisy.targets, clean.targets)
    assert np.array_equal(replace(FUNCTION, noise=0.1).build().targets, noisy.targets)
    twice = replace(FUNCTION, noise=0.2).build()
    assert twice.targets - clean.targets == pytest.approx(2 * (noisy.targets - clean.targets))


def test_a_function_with_two_values_stays_a_function() -> None:
    data = replace(FUNCTION, formula="y = max(0, min(1, 1000*t))", n_samples=6, interval=(-1.0, 1.0)).build()
    assert set(data.targets[:, 0]) == {0.0, 1.0}
    assert (data.task, data.input_names) == ("values", ("t",))
    assert replace(FUNCTION, formula="1").build().task == "values"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"formula": "x + z"}, "Character 5: a function of one input has one variable, but x and z"),
        ({"formula": "sin("}, "Character"),
        ({"formula": "log(x)"}, "no finite value at -2"),
        ({"formula": "exp(exp(x^4))"}, "no finite value at -2"),
        ({"interval": (2.0, 2.0)}, "must begin before it ends"),
        ({"interval": (math.nan, 2.0)}, "must begin before it ends"),
        ({"n_samples": 1}, "number of samples"),
    ],
)
def test_what_is_no_function_is_refused_in_a_sentence(changes: dict[str, object], words: str) -> None:
    with pytest.raises(EngineError) as error:
        replace(FUNCTION, **changes).build()  # type: ignore[arg-type]
    assert words in str(error.value)


def _own(counts: list[int], seed: int = 0, share: float = 0.3) -> DatasetSpec:
    labels = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(counts)), counts))
    targets = np.eye(len(counts))[labels] if len(counts) > 2 else labels[:, np.newaxis]
    inputs = FrozenArray(np.arange(2.0 * len(labels)).reshape(-1, 2))
    return DatasetSpec("custom", inputs=inputs, targets=FrozenArray(targets), test_share=share, seed=seed)


@pytest.mark.parametrize("seed", range(5))
def test_a_stratified_split_takes_the_same_share_of_each_class(seed: int) -> None:
    data = replace(_own([60, 30, 10], seed), stratified=True).build()
    assert np.bincount(data.labels(data.test_targets)).tolist() == [18, 9, 3]
    assert np.bincount(data.labels()).tolist() == [42, 21, 7]


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6), st.floats(0.01, 0.95), st.integers(0, 100))
def test_every_class_keeps_its_share_to_within_a_sample(counts: list[int], share: float, seed: int) -> None:
    data = replace(_own(counts, seed, share), stratified=True).build()
    n_classes, total = max(len(counts), 2), sum(counts)
    wanted = min(max(round(share * total), 1), total - 1)
    tested = np.bincount(data.labels(data.test_targets), minlength=n_classes)
    for size, taken in zip(counts, tested, strict=True):
        assert taken <= size - 1
        assert abs(taken - size * wanted / total) < 1 + 1e-9
    room = sum(size - 1 for size in counts)
    assert tested.sum() <= wanted
    assert tested.sum() == wanted or room < wanted + len(counts)


def test_what_does_not_divide_goes_to_the_largest_remainders() -> None:
    data = replace(_own([7, 5, 3], share=0.4), stratified=True).build()  # 6 of 15: 2.8, 2, 1.2
    assert np.bincount(data.labels(data.test_targets)).tolist() == [3, 2, 1]


def test_one_of_each_class_always_stays_for_training() -> None:
    data = replace(_own([1, 2, 40], share=0.9), stratified=True).build()
    assert np.bincount(data.labels()).min() >= 1
    assert np.bincount(data.labels())[0] == 1


def test_a_stratified_split_is_seeded_and_loses_no_sample() -> None:
    spec = replace(_own([30, 20]), stratified=True)
    one, again, other = spec.build(), spec.build(), replace(spec, seed=9).build()
    assert np.array_equal(one.test_inputs, again.test_inputs)
    assert not np.array_equal(one.test_inputs, other.test_inputs)
    together = np.vstack([one.inputs, one.test_inputs])
    assert sorted(together[:, 0]) == sorted(spec.inputs.array[:, 0])  # type: ignore[union-attr]


def test_without_the_wish_the_split_is_the_one_it_always_was() -> None:
    data = DatasetSpec("moons", n_samples=10, test_share=0.3, seed=4).build()
    order = np.random.default_rng([4, 2]).permutation(10)[:3]
    whole = DatasetSpec("moons", n_samples=10, seed=4).build()
    assert np.array_equal(data.test_inputs, whole.inputs[sorted(order)])


def test_real_values_have_no_classes_to_keep_the_share_of() -> None:
    targets = FrozenArray(np.arange(10.0)[:, np.newaxis])
    spec = DatasetSpec("custom", inputs=FrozenArray(np.eye(10)), targets=targets, test_share=0.3)
    assert np.array_equal(spec.build().inputs, replace(spec, stratified=True).build().inputs)
