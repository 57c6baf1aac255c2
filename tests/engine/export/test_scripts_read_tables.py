"""Exported scripts read the tables that were imported, and the program's own, and say what is wrong with others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec
from engine.analysis.frame import Frame
from engine.data.cell_numbers import FORMS, NumberForm, number_in
from engine.data.dataset import Dataset
from engine.data.importing import Layout, convert, read_table, suggested_plan
from engine.export import numpy_script, torch_script
from engine.export.sample_csv import save_samples
from engine.training.history import EMPTY_CURVE
from engine.training.snapshot import Snapshot
from tests.helpers.like_torch import like_torch

EUROPEAN = "Länge;Farbe;Größe (cm);Güte\n" + "".join(
    f"{1000 + row * 37},{row}5;{('rot', 'grün', 'weiß')[row % 3]};1.{row}00,5;{('gut', 'mäßig')[row % 2]}\n"
    for row in range(10)
)
TABBED = "".join(f"{row * 0.37 - 1:.3f}\t{row % 4}.5\t{'ab'[row % 2]}\n" for row in range(12))
TABLES: dict[str, bytes] = {
    "a decimal comma, cp1252": EUROPEAN.encode("cp1252"),
    "the same in UTF-16": EUROPEAN.encode("utf-16"),
    "tabs, no header": TABBED.encode(),
    "thousands by points": ("area;rooms;price\n" + "\n".join(f"1.{k}99,5;{k};2.{k}50" for k in range(9))).encode(),
    "titles above": ("Report of March\n\nv;w;out\n" + "\n".join(f"{k}.5;{k * k};{k % 2}" for k in range(9))).encode(),
    "row names, a short header": ("w h y\n" + "\n".join(f'"r{k}" {k}.5 {k * k} {k % 2}' for k in range(9))).encode(),
    "trailing delimiters": ("w,h,y\n" + "\n".join(f"{k}.5,{k * k},{k % 2}," for k in range(9))).encode(),
    "empty rows and comments": b"w,h,y\n1.5,2,0\n,,\n# a remark\n2.5,3,1\n4.5,3,1\n3.5,1,0\n,,\n",
    "Chinese words, GBK": ("长度,颜色,结果\n" + "\n".join(f"{k}.5,{'红蓝'[k % 2]},{k % 2}" for k in range(9))).encode(
        "gbk"
    ),
    "signs of print": "w,h,y\n−1.5,２,0\n−2.5,12%,1\n4.5,1.0D+01,1\n3.5,+1,0\n".encode(),
    "flags": b"w,ok,y\n1.5,TRUE,0\n2.5,FALSE,1\n4.5,FALSE,1\n3.5,TRUE,0\n",
    "single quotation marks": b"'w','h, high','y'\n'1.5','2','0'\n'2.5','3','1'\n'4.5','3','1'\n'3.5','1','0'\n",
    "an unusual mark": b"w^h^y\n1.5^2^0\n2.5^3^1\n4.5^3^1\n3.5^1^0\n",
    "Orange's three lines": b"w\th\ty\ncontinuous\tcontinuous\td\n\t\tclass\n1.5\t2\ta\n2.5\t3\tb\n0.5\t3\tb\n",
    "notes below": b"w,h,y\n1.5,2,0\n2.5,3,1\n4.5,3,1\n3.5,1,0\n\nSource: me,,\n(4 rows)\n",
    "sep= and Ctrl-Z": b"sep=|\nw|h|y\n1,5|2|0\n2,5|3|1\n4,5|3|1\n3,5|1|0\n\x1a",
    "lines that Markdown draws": (
        "| w | h | y |\n|---|:-:|---|\n" + "".join(f"|{k}.5|{k}|{k % 2}|\n" for k in range(9))
    ).encode(),
    "groups of two, as in India": ("w;y\n" + "".join(f"{k},10,{100 + k};{k % 2}\n" for k in range(9))).encode(),
    "Turkish, cp1254": ("şehir;ağaç;y\n" + "".join(f"{k}.5;{k * k};{k % 2}\n" for k in range(9))).encode("cp1254"),
    "UTF-16 without its mark": ("w;h;y\n" + "".join(f"{k}.5;{k * k};{k % 2}\n" for k in range(9))).encode("utf-16-le"),
    "a comment with blanks names the columns": (
        "# w h y\n" + "".join(f"{k}.5 {k * k} {k % 2}\n" for k in range(9))
    ).encode(),
    "Orange's three lines without a class": b"w\th\tk\nc\tc\td\n\t\t\n1.5\t2\ta\n2.5\t3\tb\n0.5\t3\tb\n",
    "an empty second row": b"w,h,y\n1.5,2,0\n,,\n2.5,3,1\n4.5,3,1\n3.5,1,0\n",
    "years as names": b"id,2019,2020,out\na,1.5,2.5,0\nb,2.5,2.25,1\nc,4.5,2.75,1\nd,3.5,1.5,0\n",
}


READ_IN_TWO_WAYS: dict[str, tuple[str, Layout, list[float]]] = {  # cells, as the user says, and their numbers
    "thousands, not decimals": (
        "1.250;2.500;3.125;4.750",
        Layout(decimal=",", thousands="."),
        [1250, 2500, 3125, 4750],
    ),
    "decimals, not thousands": ('"1,250";"2,500";"3,125";"4,750"', Layout(decimal=","), [1.25, 2.5, 3.125, 4.75]),
}


def imported(path: Path, missing: Any = None, layout: Layout | None = None) -> Dataset:
    table = read_table(path, layout or Layout())
    plan = suggested_plan(table)
    return convert(table, plan if missing is None else replace(plan, missing=missing)).spec.build()


def network_for(data: Dataset) -> Network:
    layers = (LayerSpec(3, "tanh"), LayerSpec(data.n_outputs, "linear"))
    return Network(NetworkSpec(data.n_inputs, layers, "xavier"), seed=1)


def script_of(data: Dataset, network: Network) -> str:
    names = data.raw_input_names, data.target_names
    return numpy_script(network.spec, network.parameters, *names, data.preprocessing)


def run(script: str, table: Path) -> subprocess.CompletedProcess[str]:
    file = table.with_name("script.py")
    file.write_text(script, encoding="utf-8")
    return subprocess.run([sys.executable, "-I", file, table], capture_output=True, text=True, check=False)


def answers(script: str, table: Path) -> Any:
    done = run(script, table)
    assert done.returncode == 0, done.stderr
    return np.array([[float(word) for word in line.split(",")] for line in done.stdout.splitlines()])


@pytest.mark.parametrize("kind", TABLES)
def test_the_script_reads_the_very_table_that_was_imported(kind: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes(TABLES[kind])
    data = imported(table)
    network = network_for(data)
    given = answers(script_of(data, network), table)
    np.testing.assert_allclose(given, network.predict(data.inputs), rtol=1e-12, atol=1e-12)


def without(columns: set[int], text: str, delimiter: str = ";") -> str:
    rows = [line.split(delimiter) for line in text.splitlines()]
    return "\n".join(delimiter.join(cell for at, cell in enumerate(row) if at not in columns) for row in rows)


OTHERS: dict[str, Callable[[str], str]] = {
    "without the target": lambda text: without({3}, text),
    "in another order": lambda text: "\n".join(";".join(line.split(";")[::-1]) for line in text.splitlines()),
    "with further columns": lambda text: "\n".join(f"{k};{line};x" for k, line in enumerate(text.splitlines())),
    "with other delimiters": lambda text: text.replace(";", "\t"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_columns_are_found_by_their_names(kind: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(EUROPEAN, encoding="utf-8")
    data = imported(table)
    assert data.raw_input_names == ("Länge", "Farbe", "Größe (cm)")
    network = network_for(data)
    table.write_text(OTHERS[kind](EUROPEAN), encoding="utf-8")
    given = answers(script_of(data, network), table)
    np.testing.assert_allclose(given, network.predict(data.inputs), rtol=1e-12, atol=1e-12)


def test_a_table_without_header_may_lack_the_target(tmp_path: Path) -> None:
    table = tmp_path / "table.txt"
    table.write_text(TABBED)
    data = imported(table)
    network = network_for(data)
    table.write_text(without({2}, TABBED, "\t"))
    given = answers(script_of(data, network), table)
    np.testing.assert_allclose(given, network.predict(data.inputs), rtol=1e-12, atol=1e-12)


def test_the_program_s_own_table_of_samples_is_read(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("set,number,kind,y\n" + "\n".join(f"{k}.5,{k * k},{'ab'[k % 2]},{k}.25" for k in range(9)))
    reads_its_own_table(imported(table), tmp_path)


def reads_its_own_table(data: Dataset, tmp_path: Path) -> None:
    """The script answers to the program's own table of the samples as the network does."""
    network = network_for(data)
    snapshot = Snapshot(1, 0, 0, network.parameters, 0.0, 0.0, None, None, data.n_samples, None, None, 0.1)
    frame = Frame(
        network.spec, snapshot, EMPTY_CURVE, network.predict(data.inputs), np.empty((0, data.n_outputs)), None
    )
    save_samples(data, frame, "squared_error", tmp_path / "samples.csv")
    given = answers(script_of(data, network), tmp_path / "samples.csv")
    np.testing.assert_allclose(given, network.predict(data.inputs), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("kind", READ_IN_TWO_WAYS)
def test_numbers_that_could_be_read_in_two_ways_are_read_as_the_user_said(kind: str, tmp_path: Path) -> None:
    cells, layout, numbers = READ_IN_TWO_WAYS[kind]
    delimiter = "," if '"' in cells else ";"
    table = tmp_path / "table.csv"
    rows = [f"{cell}{delimiter}{place % 2}" for place, cell in enumerate(cells.split(";"))]
    table.write_text("\n".join([f"v{delimiter}y", *rows]) + "\n")
    assert imported(table).raw_inputs.ravel().tolist() != numbers, "without a word it is taken in the other way"
    data = imported(table, layout=layout)
    assert data.raw_inputs.ravel().tolist() == numbers
    network = network_for(data)
    given = answers(script_of(data, network), table)
    np.testing.assert_allclose(given, network.predict(data.inputs), rtol=1e-12)
    reads_its_own_table(data, tmp_path)


def test_a_few_rows_are_read_as_the_many_that_were_imported(tmp_path: Path) -> None:
    table, few = tmp_path / "table.csv", tmp_path / "few.csv"
    table.write_bytes(TABLES["thousands by points"])
    data = imported(table)
    network = network_for(data)
    script = script_of(data, network)
    few.write_text("area;rooms\n1.299;2\n")
    np.testing.assert_allclose(answers(script, few), network.predict(np.array([[1299.0, 2.0]])), rtol=1e-12)
    few.write_text("area;rooms\n1.5;2\n0.250;1\n")
    expected = network.predict(np.array([[1.5, 2.0], [0.25, 1.0]]))
    np.testing.assert_allclose(answers(script, few), expected, rtol=1e-12)
    script = script.replace("DECIMAL = None", 'DECIMAL = "."')
    few.write_text("area;rooms\n1.299;2\n")
    np.testing.assert_allclose(answers(script, few), network.predict(np.array([[1.299, 2.0]])), rtol=1e-12)


def test_rows_that_lack_an_input_keep_their_place(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("w,h,y\n1.5,2,0\n2.5,n/a,1\n,3,1\n3.5,1,0\n")
    data = imported(table, missing="drop")
    network = network_for(data)
    done = run(script_of(data, network), table)
    lines = done.stdout.splitlines()
    assert lines[1:3] == ["nan", "nan"]
    expected = network.predict(np.array([[1.5, 2.0], [3.5, 1.0]])).ravel()
    np.testing.assert_allclose([float(lines[0]), float(lines[3])], expected, rtol=1e-12)
    assert "in 2 rows an input is missing" in done.stderr


GOOD = "w,colour,y\n1.5,red,no\n2.5,blue,yes\n3.5,red,yes\n4.5,blue,no\n"
WRONG: dict[str, tuple[bytes, str]] = {
    "a text": (b"w,colour\n1.5,red\nwide,red\n", "wrong.csv, line 3, column 1 (w): “wide” is no number; correct it"),
    "a word": (b"w,colour\n1.5,red\n1.5,green\n", "wrong.csv, line 3, column 2 (colour): 'green' is none of the words"),
    "a short row": (
        b"w,colour\n1.5,red\n1.5\n2,red",
        "line 3, column 2 (colour): the row ends before it, with 1 cells",
    ),
    "too many columns": (
        b"1,red,2,3\n2,blue,3,4\n",
        "the row has 4 cells, the network 2 inputs, and no line names them",
    ),
    "a workbook": (b"PK\x03\x04", "wrong.csv is no text table of rows and columns; save the table as CSV"),
    "nothing": (b"", "wrong.csv is empty"),
    "a header alone": (b"w,colour\n", "wrong.csv holds no rows of numbers; add a line for each sample."),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_cannot_be_read_is_said_in_a_sentence(kind: str, tmp_path: Path) -> None:
    table, wrong = tmp_path / "table.csv", tmp_path / "wrong.csv"
    table.write_text(GOOD)
    data = imported(table)
    wrong.write_bytes(WRONG[kind][0])
    done = run(script_of(data, network_for(data)), wrong)
    assert done.returncode == 1
    assert WRONG[kind][1] in done.stderr
    assert "Traceback" not in done.stderr


def test_another_name_is_said_and_the_settings_at_the_top_help(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("w,h,y\n1.5,2,0\n2.5,3,1\n4.5,3,1\n3.5,1,0\n")
    data = imported(table)
    network = network_for(data)
    script = script_of(data, network)
    table.write_text("y,height,width\n0,2,1.5\n1,3,2.5\n")
    assert "line 1: there is no column w, h; the columns are y, height, width" in run(script, table).stderr
    assert script.count("COLUMNS = None") == 1
    given = answers(script.replace("COLUMNS = None", "COLUMNS = [3, 2]"), table)
    np.testing.assert_allclose(given, network.predict(np.array([[1.5, 2.0], [2.5, 3.0]])), rtol=1e-12)


@pytest.mark.parametrize("form", FORMS)
def test_numbers_are_read_as_the_import_reads_them(form: NumberForm, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(GOOD)
    data = imported(table)
    space: dict[str, Any] = {"__name__": "exported"}
    exec(script_of(data, network_for(data)), space)
    for cell in (
        "1",
        "-1.5",
        "1,5",
        "1.234,5",
        "1,234.5",
        "1 234,5",
        "1'234.5",
        "12%",
        "−3",
        "1e5",
        "1.0D+01",
        "€ 1.234,50",
        "$1,234.50",
        "-$5",
        "12,50 zł",
        "99.9元",
        "5 kg",
        "1.5×10^3",
        "-1,5 · 10⁻²",
        "(5.5)",
        "5,10-",
        "€",
        "x",
        ".5",
        "",
    ):
        assert space["number_in"](cell, (form.decimal, form.thousands)) == number_in(cell, form), cell


def test_the_torch_script_reads_the_table_likewise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes(TABLES["a decimal comma, cp1252"])
    data = imported(table)
    network = network_for(data)
    names = data.raw_input_names, data.target_names
    monkeypatch.setitem(sys.modules, "torch", like_torch())
    space: dict[str, Any] = {"__name__": "exported"}
    exec(torch_script(network.spec, network.parameters, *names, data.preprocessing), space)
    given = space["read_table"](str(table))
    np.testing.assert_allclose(space["predict"](given), network.predict(data.inputs), rtol=1e-12, atol=1e-12)
