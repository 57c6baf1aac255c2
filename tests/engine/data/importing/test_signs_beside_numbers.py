"""Negative numbers in brackets, and bounds such as <0.5: read as people mean them, said, and taken back."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from engine.data.cell_numbers import FORMS, NumberForm, number_in
from engine.data.importing import convert, suggested_plan
from tests.helpers.imported_tables import complaint, read

POINT, COMMA, ENGLISH, GERMAN, _, FRENCH, SWISS, _ = FORMS


@pytest.mark.parametrize(
    ("cell", "form", "number"),
    [
        ("(5.5)", POINT, -5.5),
        ("( 1,234.50 )", ENGLISH, -1234.5),
        ("(1.234,5)", GERMAN, -1234.5),
        ("（５）", POINT, -5),
        ("($5.50)", POINT, -5.5),
        ("€(7)", POINT, -7),
        ("(3,5) €", COMMA, -3.5),
        ("(12%)", POINT, -0.12),
        ("(12) %", POINT, -0.12),
        ("1.234,50-", GERMAN, -1234.5),
        ("(-5)", POINT, None),
        ("((5))", POINT, None),
        ("()", POINT, None),
        ("(a5)", POINT, None),
        ("2-", POINT, None),
        ("<5", POINT, None),
    ],
)
def test_a_cell_of_an_accountant(cell: str, form: NumberForm, number: float | None) -> None:
    assert number_in(cell, form) == number


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["5.5", "(5.5)", '"(1,234.50)"', "7"], [5.5, -5.5, -1234.5, 7]),
        (["(1.5)", "(2)", "(1)", "(2)"], [-1.5, -2, -1, -2]),
        (["12.00", "5.10-", "3.00", "1.00-"], [12, -5.1, 3, -1]),
    ],
    ids=["beside others", "all of them, with decimals", "minus behind"],
)
def test_brackets_are_negative_and_that_can_be_taken_back(
    tmp_path: Path, cells: list[str], values: list[float]
) -> None:
    content = "profit,w,y\n" + "".join(f"{cell},{k},{k % 2}\n" for k, cell in enumerate(cells))
    table = read(tmp_path, content)
    assert table.columns[0].values.tolist() == values
    (said,) = [each for each in table.decisions if "negative" in each.text.template]
    assert said.text.values["names"] == "profit"
    undone = read(tmp_path, content, **dict(said.layout))
    assert undone.columns[0].used_texts == [
        cell.strip('"') for cell, value in zip(dict.fromkeys(cells), dict.fromkeys(values), strict=True) if value < 0
    ]
    assert not [each for each in undone.decisions if "negative" in each.text.template]


@pytest.mark.parametrize(
    "cells",
    [
        ["(1)", "(2)", "(1)", "(2)"],
        ["A", "(2)", "B", "A"],
        ["<50", ">50", "<50", ">50"],
        ["<50", "50", ">50", "50"],
        ["<18", "18-25", "26-65", ">65"],
        ["<6m", ">6m", "6m", ">6m"],
        ["<=3cm", ">3cm", "<=3cm", ">3cm"],
    ],
    ids=["numbered", "among words", "two classes", "three classes", "ranges", "with units", "two with units"],
)
def test_words_that_look_so_stay_words(tmp_path: Path, cells: list[str]) -> None:
    table = read(tmp_path, "x,y\n" + "".join(f"{k}.5,{cell}\n" for k, cell in enumerate(cells)))
    assert table.columns[1].kind == "text"
    assert [table.columns[1].cell(row) for row in range(len(cells))] == cells
    assert convert(table, suggested_plan(table)).n_classes == len(set(cells))


def test_names_in_brackets_are_a_header(tmp_path: Path) -> None:
    assert [column.name for column in read(tmp_path, "(1),(2),y\n0.5,3,0\n0.7,4,1\n").columns] == ["(1)", "(2)", "y"]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ("<0.5|0.7|<0.5|1.2|>1000|0.6", [0.5, 0.7, 0.5, 1.2, 1000, 0.6]),
        ("< 0,5|0,7|≤ 1.234,5|1,2|~3|0,6", [0.5, 0.7, 1234.5, 1.2, 3, 0.6]),
        ("30|45|90+|80|18 +|19", [30, 45, 90, 80, 18, 19]),
        ("<0.5|<0.5|<0.5|<0.5|2|<1", [0.5, 0.5, 0.5, 0.5, 2, 1]),
    ],
    ids=["both ways", "decimal commas", "a plus behind", "most of them"],
)
def test_a_bound_counts_as_its_number(tmp_path: Path, cells: str, values: list[float]) -> None:
    content = "lead;w;y\n" + "".join(f"{cell};{k};{k % 2}\n" for k, cell in enumerate(cells.split("|")))
    table = read(tmp_path, content)
    assert table.columns[0].values.tolist() == values
    (said,) = [each for each in table.decisions if "bound" in each.text.template]
    first = next(cell for cell in cells.split("|") if cell[0] in "<>≤≥~" or cell[-1] == "+")
    assert str(said.text.values["names"]).startswith(f"lead ({first}, ")
    assert read(tmp_path, content, **dict(said.layout)).columns[0].used_texts[0] == first


def test_a_bound_that_is_taken_back_is_named_with_its_line(tmp_path: Path) -> None:
    content = "lead,w,y\n0.7,1,0\n<0.5,2,1\n1.2,3,0\n"
    assert "line 3, column 1: '<0.5' is not a number" in complaint(tmp_path, content, takes_bounds=False)


@pytest.mark.parametrize(
    ("cells", "values", "unit"),
    [
        ("5 cm|5,5cm|6 cm|7 cm", [5, 5.5, 6, 7], "cm"),
        ("5 kg|6|7 kg|8", [5, 6, 7, 8], "kg"),
        ("300 K|301 K|302 K|303 K", [300, 301, 302, 303], "K"),
        ("2020年|2021年|2022年|2023年", [2020, 2021, 2022, 2023], "年"),
        ("€1,5k|2M|3 Mio|4k", [1500, 2e6, 3e6, 4000], "k, M, Mio"),
        ("48° N|12.5° S|7° N|8° S", [48, -12.5, 7, -8], "° N, ° S"),
        ("120万元|95万元|1.5亿元|80万元", [1_200_000, 950_000, 1.5e8, 800_000], "万元, 亿元"),
        ("12 m²|13 m²|n.d.|14 m²", [12, 13, math.nan, 14], "m²"),
    ],
)
def test_units_behind_numbers_are_passed_over(tmp_path: Path, cells: str, values: list[float], unit: str) -> None:
    content = "x;w;y\n" + "".join(f"{cell};{k};{k % 2}\n" for k, cell in enumerate(cells.split("|")))
    table = read(tmp_path, content)
    assert table.columns[0].kind == "number"
    assert table.columns[0].values.tolist() == pytest.approx(values, nan_ok=True)
    (said,) = [each for each in table.decisions if "Units" in each.text.template]
    assert said.text.values["names"] == f"x ({unit})"
    undone = read(tmp_path, content, **dict(said.layout)).columns[0]
    assert undone.cell(0) == cells.partition("|")[0]


@pytest.mark.parametrize(
    "cells",
    ["5 cm|5 m|6 cm|7 m", "5 cm|tall|6 cm|wide", "A5|A6|A7|A8", "1st|2nd|3rd|4th", "3D|2D|3D|2D", "5K|6 kg|7K|8K"],
)
def test_what_has_several_units_or_none_stays_a_word(tmp_path: Path, cells: str) -> None:
    table = read(tmp_path, "x;y\n" + "".join(f"{cell};{k % 2}\n" for k, cell in enumerate(cells.split("|"))))
    assert table.columns[0].kind == "text"
    assert not [each for each in table.decisions if "Units" in each.text.template]


def test_times_are_no_units(tmp_path: Path) -> None:
    assert read(tmp_path, "x,y\n5 min,1\n90 min,0\n7 min,1\n").columns[0].kind == "time"


def test_bounds_may_have_units(tmp_path: Path) -> None:
    content = "lead,y\n" + "".join(f"{cell},{k % 2}\n" for k, cell in enumerate(["<0.5 mg/L", "0.7 mg/L", "1.2 mg/L"]))
    table = read(tmp_path, content)
    assert table.columns[0].values.tolist() == [0.5, 0.7, 1.2]
    assert [str(each.text) for each in table.decisions] == [
        "A bound counts as its number, <0.5 is 0.5: lead (<0.5 mg/L).",
        "Units behind numbers are passed over, 5 cm is 5, and 1.5k is 1500: lead (mg/L).",
    ]
    assert read(tmp_path, content, takes_bounds=False).columns[0].kind == "text"
