from __future__ import annotations

import re

import numpy as np
import pytest
from sklearn import datasets as oracle

from engine.data.dataset import Dataset
from engine.data.datasets import REAL_SETS, DatasetSpec
from engine.data.datasets.real import FOLDER

ORACLES = {"iris": oracle.load_iris, "wine": oracle.load_wine, "digits": oracle.load_digits}


@pytest.mark.parametrize(
    ("name", "shape", "counts"),
    [
        ("iris", (150, 4), [50, 50, 50]),
        ("wine", (178, 13), [59, 71, 48]),
        ("digits", (1797, 64), [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]),
    ],
)
def test_the_real_sets_have_their_known_shapes_and_classes(
    name: str, shape: tuple[int, int], counts: list[int]
) -> None:
    data = DatasetSpec(name).build()
    assert data.inputs.shape == shape
    assert (data.task, data.n_classes) == ("classes", len(counts))
    assert np.bincount(data.labels()).tolist() == counts


@pytest.mark.parametrize("name", REAL_SETS)
def test_every_number_is_that_of_the_well_known_copy(name: str) -> None:
    data, known = DatasetSpec(name).build(), ORACLES[name]()
    assert np.array_equal(data.inputs, known.data)
    assert np.array_equal(data.labels(), known.target)


def test_irises_stand_as_in_fishers_paper_and_under_their_names() -> None:
    data = DatasetSpec("iris").build()
    assert data.input_names == ("sepal length", "sepal width", "petal length", "petal width")
    assert data.target_names == ("setosa", "versicolor", "virginica")
    assert data.inputs[0].tolist() == [5.1, 3.5, 1.4, 0.2]
    assert data.inputs[[34, 37]].tolist() == [[4.9, 3.1, 1.5, 0.2], [4.9, 3.6, 1.4, 0.1]]  # the repository differs
    assert data.inputs[149].tolist() == [5.9, 3.0, 5.1, 1.8]


def test_the_first_digit_is_a_nought_written_in_greys_of_0_to_16() -> None:
    data = DatasetSpec("digits").build()
    assert data.inputs[0, :8].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]
    assert data.target_names == tuple("0123456789")
    assert (data.inputs.min(), data.inputs.max()) == (0, 16)
    assert data.labels()[:4].tolist() == [0, 1, 2, 3]


def test_a_test_share_is_drawn_from_the_seed_and_keeps_names_and_codes() -> None:
    spec = DatasetSpec("iris", test_share=0.2, seed=3, target_coding=(-1.0, 1.0))
    data = spec.build()
    assert (data.n_samples, data.n_test_samples, data.target_codes) == (120, 30, (-1, 1))
    assert data.target_names == ("setosa", "versicolor", "virginica")
    assert _bits(data) == _bits(spec.build())
    assert _bits(data) != _bits(DatasetSpec("iris", test_share=0.2, seed=4, target_coding=(-1.0, 1.0)).build())


def test_every_file_has_its_source_and_licence_named() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    files = sorted(path.stem for path in FOLDER.glob("*.csv"))
    assert files == sorted(REAL_SETS)
    for name in files:
        part = readme.partition(f"## {name}.csv")[2].partition("\n## ")[0]
        assert re.search(r"https://doi\.org/10\.24432/C\w+", part), name
        assert "CC BY 4.0" in part
        assert "Makers:" in part
        assert "Changed:" in part


def _bits(data: Dataset) -> tuple[bytes, bytes]:
    return data.inputs.tobytes(), data.test_inputs.tobytes()
