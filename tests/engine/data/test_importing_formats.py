"""Tables of other forms than text: ARFF, NPZ, spreadsheets."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from engine.data.importing import convert, suggested_plan
from tests.helpers.imported_tables import ARFF, cells, complaint, packed, read


class TestArff:
    def test_it_is_read(self, tmp_path: Path) -> None:
        table = read(tmp_path, ARFF, "iris.arff")
        assert [column.name for column in table.columns] == ["sepal length", "w", "class"]
        assert cells(table) == [["5.1", "3.5", "a"], ["4.9", "", "b c"]]
        assert table.lines.tolist() == [9, 11]
        assert suggested_plan(table).roles == ("input", "input", "target")

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("@relation x\n@attribute a\n@data\n1\n", "line 2, column 1: an attribute needs a name and a type"),
            ("hello\n", "line 1, column 1: an ARFF file begins with"),
            ("@relation x\n@attribute a numeric\n", "lacks its attributes or @data"),
            ("@data\n1,2\n", "lacks its attributes or @data"),
            (
                "@attribute a numeric\n@attribute b numeric\n@data\n{2 1}\n",
                "line 4, column 1: a value stands for column 3",
            ),
            ("@attribute a numeric\n@attribute b numeric\n@data\n", "holds no samples"),
            ("@attribute a numeric\n@attribute b numeric\n@data\n1\n", "this line has 1 cell, the others have 2"),
        ],
    )
    def test_it_complains(self, tmp_path: Path, content: str, says: str) -> None:
        assert says in complaint(tmp_path, content, "x.arff")


class TestNpz:
    def test_inputs_and_targets_are_told_by_their_names(self, tmp_path: Path) -> None:
        inputs = np.random.default_rng(0).normal(size=(6, 3))
        table = read(tmp_path, packed(y=np.array(["a", "b"] * 3), X=inputs, X_test=inputs[:2]), "a.npz")
        done = convert(table, suggested_plan(table))
        assert np.array_equal(done.spec.build().inputs, inputs)
        assert done.spec.build().targets.ravel().tolist() == [0, 1] * 3
        assert [str(note) for note in table.notes] == ["Left aside, as they do not have 6 rows: X_test."]

    def test_one_array_is_a_table(self, tmp_path: Path) -> None:
        table = read(tmp_path, packed(samples=np.array([[0, 1, 0], [1, 1, 1]], dtype=np.int8)), "a.npz")
        assert suggested_plan(table).roles == ("input", "input", "target")

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"no archive", "is no .npz file"),
            (packed(x=np.array([{}], dtype=object)), "is no .npz file with plain arrays"),
            (packed(x=np.zeros((2, 2, 2))), "nothing is left to import; take back what was left aside"),
            (packed(x=np.zeros((2, 400))), "has 400 columns"),
            (packed(x=np.zeros(40_000_000)), "unpacks to 320 MB, the limit is 256 MB"),
            (packed(x=np.zeros(1_000_001, np.int8)), "up to 1,000,000 rows"),
        ],
    )
    def test_it_complains(self, tmp_path: Path, content: bytes, says: str) -> None:
        assert says in complaint(tmp_path, content, "x.npz")


class _Book:
    """What openpyxl gives for a workbook: one sheet of values."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        sheet = SimpleNamespace(max_row=len(rows), iter_rows=lambda **_: iter(rows))
        self.worksheets = [sheet]


class TestXlsx:
    EMPTY_ZIP = b"PK\5\6" + bytes(18)

    def _install(self, monkeypatch: pytest.MonkeyPatch, rows: list[tuple[object, ...]]) -> None:
        module = SimpleNamespace(load_workbook=lambda *_, **__: _Book(rows))
        monkeypatch.setitem(sys.modules, "openpyxl", module)

    def test_the_missing_package_is_named_plainly(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        assert "needs the package openpyxl, which is not installed; install it with" in complaint(
            tmp_path, self.EMPTY_ZIP, "x.xlsx"
        )

    def test_the_first_sheet_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._install(monkeypatch, [(None,), ("w", "class", None), (1.5, "a"), (None, None), (2, "b"), (None, "a")])
        table = read(tmp_path, self.EMPTY_ZIP, "x.xlsx")
        assert [column.name for column in table.columns] == ["w", "class"]
        assert cells(table) == [["1.5", "a"], ["2", "b"], ["", "a"]]
        assert table.lines.tolist() == [3, 5, 6]

    def test_it_complains(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._install(monkeypatch, [])
        assert "its first sheet needs a row" in complaint(tmp_path, self.EMPTY_ZIP, "x.xlsx")
        assert "is no .xlsx file" in complaint(tmp_path, b"junk", "x.xlsx")
