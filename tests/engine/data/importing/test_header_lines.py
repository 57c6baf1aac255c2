"""Headers of several lines: groups above the names, units below them; each is said and taken back with one click."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from engine import LayerSpec, Network, NetworkSpec
from engine.data.importing import RawTable, convert, suggested_plan
from engine.export import numpy_script
from tests.helpers.imported_tables import complaint, read
from tests.helpers.like_torch import like_torch

FLOWERS = "5.1,3.5,1.4,0.2,a\n4.9,3,1.4,0.2,b\n4.9,3,1.5,0.2,b\n6,3,4,1,a\n"
BOTH = "Sepal length|Sepal width|Petal length|Petal width|species"
UNITED = "time,speed,kind\ns,m/s,\n1,5.5,a\n2,6,b\n3,7,a\n"


def names(table: RawTable) -> str:
    return "|".join(column.name for column in table.columns)


def said(table: RawTable, words: str) -> list[str]:
    return [str(each.text) for each in table.decisions if words in each.text.template]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("Sepal,,Petal,,\nlength,width,length,width,species\n", BOTH),
        ("Sepal,Sepal,Petal,Petal,species\nlength,width,length,width,\n", BOTH),
        ("Iris 2021\n\nSepal,,Petal,,\nlength,width,length,width,species\ncm,cm,cm,cm,\n", BOTH),
        ("Sales,,Cost,,\nq1,q2,q1,q2,kind\n", "Sales q1|Sales q2|Cost q1|Cost q2|kind"),
        ("Sales,,Cost,,\n2019,2020,2019,2020,kind\n", "Sales 2019|Sales 2020|Cost 2019|Cost 2020|kind"),
        ("A,A,B,B,kind\nx,y,z,w,class\n", "x|y|z|w|class"),
    ],
    ids=[
        "merged cells",
        "as pandas writes it",
        "below titles and above units",
        "quarters",
        "years",
        "names that suffice",
    ],
)
def test_groups_above_names_are_read_with_them(tmp_path: Path, above: str, found: str) -> None:
    table = read(tmp_path, above + FLOWERS)
    assert names(table) == found
    assert len(said(table, "two lines")) == 1
    done = convert(table, suggested_plan(table))
    assert (done.n_samples, done.n_inputs, done.n_classes) == (4, 4, 2)


def test_groups_beside_row_names(tmp_path: Path) -> None:
    rows = "".join(f"{k},{line.rsplit(',', 1)[0]}\n" for k, line in enumerate(FLOWERS.splitlines()))
    table = read(tmp_path, ",Sepal,Sepal,Petal,Petal\n,length,width,length,width\n" + rows)
    assert names(table) == "column 1|Sepal length|Sepal width|Petal length|Petal width"
    assert suggested_plan(table).roles[0] == "leave_out"


def test_row_names_may_have_a_line_for_their_name(tmp_path: Path) -> None:
    rows = "".join(f"{k},{line.rsplit(',', 1)[0]}\n" for k, line in enumerate(FLOWERS.splitlines()))
    table = read(tmp_path, ",Sepal,Sepal,Petal,Petal\n,length,width,length,width\nplant,,,,\n" + rows)
    assert names(table) == "plant|Sepal length|Sepal width|Petal length|Petal width"
    assert table.n_rows == 4


@pytest.mark.parametrize(
    "above",
    ["Report,,May,,\n", "Report of May,,,,\n", "Report of May\n"],
)
def test_a_title_above_names_that_suffice_is_no_group(tmp_path: Path, above: str) -> None:
    table = read(tmp_path, above + "length,width,height,depth,species\n" + FLOWERS)
    assert names(table) == "length|width|height|depth|species"
    assert not said(table, "two lines")


def test_two_lines_are_one_again_when_that_is_taken_back(tmp_path: Path) -> None:
    content = "Sepal,,Petal,,\nlength,width,length,width,species\n" + FLOWERS
    (decision,) = [each for each in read(tmp_path, content).decisions if each.layout]
    table = read(tmp_path, content, **dict(decision.layout))
    assert names(table) == "length|width|length|width|species"
    assert said(table, "begins at line")


@pytest.mark.parametrize(
    ("content", "units"),
    [
        (UNITED, "time (s), speed (m/s)"),
        ("Zeit;Masse;Art\n[s];[kg];[-]\n1;5,5;a\n2;6;b\n3;7;a\n", "Zeit (s), Masse (kg)"),
        ("t\tp\tkind\n°C\tkg·m/s²\t\n1\t5\ta\n2\t6\tb\n", "t (°C), p (kg·m/s²)"),
        ("age,share,y\nyears,%,\n10,5,1\n20,6,0\n30,5,1\n", "age (years), share (%)"),
        ("长度,质量,类别\n厘米,克,\n1,5,甲\n2,6,乙\n", "长度 (厘米), 质量 (克)"),
    ],
)
def test_a_line_of_units_is_no_sample(tmp_path: Path, content: str, units: str) -> None:
    table = read(tmp_path, content)
    assert said(table, "units") == [f"Line 2 holds units, which are passed over: {units}."]
    assert table.lines[0] == 3
    assert [column.kind for column in table.columns[:2]] == ["number", "number"]
    convert(table, suggested_plan(table))


@pytest.mark.parametrize("row", ["oops,3,a", "oops,,a", "oops,x,a", "NA,NA,a", "s,m/s,a", "1,kg,"])
def test_a_slip_in_the_first_row_is_none(tmp_path: Path, row: str) -> None:
    table = read(tmp_path, UNITED.replace("s,m/s,", row))
    assert not said(table, "units")
    assert table.lines[0] == 2


@pytest.mark.parametrize("name", ["t", "time"])
def test_units_may_stand_above_the_names(tmp_path: Path, name: str) -> None:
    table = read(tmp_path, f"s;m/s;\n{name};speed;kind\n1;5,5;a\n2;6;b\n3;7;a\n")
    assert names(table) == f"{name}|speed|kind"
    assert said(table, "units") == [f"Line 1 holds units, which are passed over: {name} (s), speed (m/s)."]


@pytest.mark.parametrize(
    "types", ["int,float,str", "<int>,<dbl>,<chr>", "numeric,numeric,factor", "INTEGER,REAL,VARCHAR(9)"]
)
def test_a_line_of_types_is_passed_over_and_called_so(tmp_path: Path, types: str) -> None:
    table = read(tmp_path, UNITED.replace("s,m/s,", types))
    assert [line[:31] for line in said(table, "types of columns")] == ["Line 2 holds types of columns, "]
    assert convert(table, suggested_plan(table)).n_samples == 3


@pytest.mark.parametrize("row", ["time,speed,kind", "min,max,"])
def test_other_words_below_the_names_are_no_units(tmp_path: Path, row: str) -> None:
    assert "line 2" in complaint(tmp_path, UNITED.replace("s,m/s,", row))


def test_a_line_of_units_that_is_taken_back_is_a_row(tmp_path: Path) -> None:
    assert read(tmp_path, UNITED, passes_units=False).n_rows == 4
    assert "line 2" in complaint(tmp_path, UNITED, passes_units=False)


@pytest.mark.parametrize(
    "content", [UNITED, "Sepal,,Petal,,\nlength,width,length,width,species\ncm,cm,cm,cm,\n" + FLOWERS]
)
def test_exported_scripts_read_such_headers(tmp_path: Path, content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", like_torch())
    table = read(tmp_path, content)
    data = convert(table, suggested_plan(table)).spec.build()
    network = Network(NetworkSpec(data.n_inputs, (LayerSpec(data.n_outputs, "linear"),), "xavier"), seed=1)
    script: dict[str, Any] = {"__name__": "script"}
    text = numpy_script(network.spec, network.parameters, data.raw_input_names, data.target_names, data.preprocessing)
    exec(compile(text, "script.py", "exec"), script)
    assert script["read_table"](str(tmp_path / "points.csv")) == data.raw_inputs.tolist()


@pytest.mark.parametrize(
    "content",
    [
        "| A | B | C |\n|---|---|---|\n| 1 | 2.5 | a |\n| 2 | 3.5 | b |\n",
        "! made by me\n! second line\nA B C\n1 2.5 a\n2 3.5 b\n",
        "% made, by, me\nA,B,C\n1,2.5,a\n2,3.5,b\n",
        "// made by me\nA;B;C\n1;2,5;a\n2;3,5;b\n",
    ],
    ids=["ruled lines", "exclamation marks", "percent signs", "slashes"],
)
def test_what_is_drawn_or_remarked_above_a_table_is_no_header(tmp_path: Path, content: str) -> None:
    table = read(tmp_path, content)
    assert [column.name for column in table.columns if not column.is_empty] == ["A", "B", "C"]
    assert not said(table, "units")
    assert not said(table, "two lines")
    assert convert(table, suggested_plan(table)).n_samples == 2


def test_a_header_that_begins_with_such_a_sign_is_one(tmp_path: Path) -> None:
    assert names(read(tmp_path, "% fat,age,kind\n1,2.5,a\n2,3.5,b\n")) == "% fat|age|kind"
