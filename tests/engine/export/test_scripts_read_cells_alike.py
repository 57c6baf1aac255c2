"""Exported scripts make the same numbers of dates, times, percents and missing words as the import did."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec, project_file
from engine.data.cell_numbers import BOUND, CURRENCY, NEGATIVE, POWER
from engine.data.cell_reading import ANSWERS, RULES
from engine.data.dataset import Dataset
from engine.data.dates import DATE_FORMS, DATE_PARTS
from engine.data.importing import Layout, Plan, convert, read_table
from engine.data.times import CLOCK, DURATION, TIME_PARTS
from engine.data.units import BEHIND, MULTIPLES, TYPE, UNIT
from engine.export import numpy_script, torch_script
from engine.project.edits import set_dataset
from engine.project.project import Project
from engine.spec.errors import EngineError
from tests.helpers.like_torch import like_torch

CLOCKS = ["13:45", "9:05", "23:59:30", "0:00", "7:30 pm", "12:15 a.m.", "100:00:01,5", "6:07:08.25", "1h 5m"]
CLOCKS += ["2d 3h", "PT1H30M", "2 days 03:04:05", "1 Std. 5 Min.", "90 min", "13h45", "2:05,3"]
DATES = {
    "2024-1-31": ["2024-01-31", "1969/12/31", "2024.2.29", "2001-07-04T13:45:30Z"],
    "2024年1月31日": ["2024年1月31日", "1999年12月3号"],
    "31.1.2024": ["31.1.2024", "03/04/98", "1-2-2003 7:08"],
    "1/31/2024": ["1/31/2024", "03/04/98", "12.5.2003 7:08 PM"],
    "31 Jan 2024": ["31 Jan 2024", "3-March-1998", "Sunday, 4 Aug. 49", "3. März 2021", "01-Okt-2019"],
    "Jan 31, 2024": ["Jan 31, 2024", "March 3 1998"],
    "2024 Jan 31": ["2024 Jan 31", "1998-Mai-03"],
    "20240131": ["20240131", "19981203", "20240229"],
    "2024-1": ["2024-01", "1998/12"],
    "Jan 2024": ["Jan 2024", "December-1998", "août 2020", "marzo de 2021"],
}
RULED = {
    "divides_percents": ["12%", "7.5 %", "３％", "4"],
    "drops_currencies": ["€5", "$6", "€5", "$6"],
    "counts_flags": ["TRUE", "FALSE", "FALSE", "TRUE"],
    "knows_missing": ["wide", "none", "NA", "none"],
    "negates_brackets": ["(5.5)", "(7%)", "7.25-", "(€ 3)"],
    "takes_bounds": ["<5", "7", "≥ 5.5", "~6"],
    "drops_units": ["5 cm", "7.25 cm", "6cm", "5 cm"],
}
RULE_CELLS = {
    "counts_flags": "TRUE",
    "knows_missing": "NA",
    "drops_currencies": "€5",
    "negates_brackets": "(5.5)",
    "takes_bounds": "<5",
    "drops_units": "5 cm",
}


def imported(path: Path, cells: list[str], layout: Layout = Layout(), part: str = "") -> Dataset:  # noqa: B008 - frozen
    """The data of a table of these cells beside plain numbers and classes."""
    rows = [f"{cell};{place}.5;{'ab'[place % 2]}" for place, cell in enumerate(cells)]
    path.write_text("\n".join(["cell;x;class", *rows]), encoding="utf-8")
    table = read_table(path, replace(layout, delimiter=";", encoding="utf-8", decimal=".", thousands=""))
    plan = Plan(("input", "input", "target"), encodings=(part, "", ""), misfits="drop")
    return convert(table, plan).spec.build()


def texts(data: Dataset) -> list[str]:
    """The exported scripts for NumPy and PyTorch."""
    network = Network(NetworkSpec(data.n_inputs, (LayerSpec(data.n_outputs, "linear"),), "xavier"), seed=1)
    names = data.raw_input_names, data.target_names
    return [
        write(network.spec, network.parameters, *names, data.preprocessing) for write in (numpy_script, torch_script)
    ]


def scripts(data: Dataset) -> list[dict[str, Any]]:
    """What the exported scripts for NumPy and PyTorch define."""
    found = []
    for text in texts(data):
        names: dict[str, Any] = {"__name__": "script"}
        exec(compile(text, "script.py", "exec"), names)
        found.append(names)
    return found


def agree(data: Dataset, path: Path) -> None:
    """Both scripts find in the table the very numbers, or words, that the samples have."""
    for names in scripts(data):
        rows = names["read_table"](str(path))
        values = names["coded"](rows) if "coded" in names else rows
        assert np.array(values, dtype=float).tolist() == data.raw_inputs.tolist()


@pytest.fixture(autouse=True)
def _torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", like_torch())


@pytest.mark.parametrize("unit", TIME_PARTS)
def test_times_of_day_and_durations(unit: str, tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", CLOCKS, part=unit)
    assert data.raw_inputs[0, 0] == 49500 / TIME_PARTS[unit]
    agree(data, tmp_path / "t.csv")


@pytest.mark.parametrize("part", DATE_PARTS)
@pytest.mark.parametrize("form", DATE_FORMS)
def test_dates_of_every_form(form: str, part: str, tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", 2 * DATES[form], part=part)
    assert data.preprocessing.readings[0] == (part, form)
    agree(data, tmp_path / "t.csv")


def test_a_date_that_could_be_read_otherwise_is_read_as_in_the_table_that_was_imported(tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", ["3/4/2024", "1/31/2024", "5/6/2024"], part="month")
    (tmp_path / "few.csv").write_text("cell;x\n3/4/2024;0.5\n")
    for names in scripts(data):
        assert names["read_table"](str(tmp_path / "few.csv")) == [[3.0, 0.5]]


def test_the_numbers_of_dates_are_read_as_well_and_other_words_are_not(tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", ["2024-01-31", "2024-02-01", "2024-02-03"], part="days")
    (tmp_path / "numbers.csv").write_text("cell;x\n19753;0.5\n")
    (tmp_path / "words.csv").write_text("cell;x\n13:45;0.5\n")
    for names in scripts(data):
        assert names["read_table"](str(tmp_path / "numbers.csv")) == [[19753.0, 0.5]]
        with pytest.raises(ValueError, match=r"line 2, column 1.*neither a number nor a date or time"):
            names["read_table"](str(tmp_path / "words.csv"))


@pytest.mark.parametrize("rule", RULED)
def test_a_rule_for_cells_that_was_taken_back(rule: str, tmp_path: Path) -> None:
    for is_kept in (True, False):
        data = imported(tmp_path / "t.csv", RULED[rule], replace(Layout(), **{rule: is_kept}))
        assert data.preprocessing.undone_rules == (() if is_kept else (rule,))
        agree(data, tmp_path / "t.csv")


def test_what_a_rule_no_longer_reads_is_refused_by_the_script_as_well(tmp_path: Path) -> None:
    for rule, cell in RULE_CELLS.items():
        data = imported(tmp_path / "t.csv", ["1", "2", "3", "4", cell], replace(Layout(), **{rule: False}))
        assert data.n_samples == 4, "the row that does not fit is left out"
        for names in scripts(data):
            with pytest.raises(ValueError, match=f"line 6, column 1.*“{re.escape(cell)}” is no number"):
                names["read_table"](str(tmp_path / "t.csv"))


def test_how_cells_were_read_is_saved_with_the_project(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    imported(path, [*CLOCKS[:3], "12:00"], Layout(divides_percents=False), part="minutes")
    table = read_table(path, Layout(divides_percents=False))
    spec = convert(table, Plan(("input", "input", "target"), encodings=("minutes",))).spec
    project = set_dataset(Project(), spec).project
    project_file.save(project, tmp_path / "p.perceptra")
    back = project_file.load(tmp_path / "p.perceptra")
    assert back.dataset == spec
    assert (back.dataset.readings, back.dataset.undone_rules) == ((("minutes",), ()), ("divides_percents",))


@pytest.mark.parametrize("part", ["", "hours"])
def test_regular_expressions_stand_in_short_lines_and_are_those_of_the_import(part: str, tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", CLOCKS if part else ["1", "2", "3"], part=part)
    expected = {"CURRENCY": CURRENCY, "NEGATIVE": NEGATIVE, "BOUND": BOUND, "POWER": POWER, "BEHIND": BEHIND}
    expected |= {"UNIT": f"{UNIT}|{TYPE}"} | ({"CLOCK": CLOCK, "DURATION": DURATION} if part else {})
    for text, names in zip(texts(data), scripts(data), strict=True):
        assert {name: names[name] for name in expected} == expected
        assert names["MULTIPLES"] == MULTIPLES
        assert max(map(len, text.splitlines())) <= 120


def test_yes_and_no_count_where_the_import_counted_them_and_nowhere_else(tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", ["yes", "no", "ja", "No"], part="number")
    assert data.preprocessing.readings == (ANSWERS, ())
    agree(data, tmp_path / "t.csv")
    (tmp_path / "others.csv").write_text("cell;x\nyes;no\n")
    for names in scripts(data):
        with pytest.raises(ValueError, match=r"line 2, column 2.*“no” is no number"):
            names["read_table"](str(tmp_path / "others.csv"))
    numbers = imported(tmp_path / "n.csv", ["1", "2", "3"])
    for names in scripts(numbers):
        with pytest.raises(ValueError, match=r"line 2, column 1.*“yes” is no number"):
            names["read_table"](str(tmp_path / "others.csv"))


def test_how_numbers_were_written_is_saved_with_the_project_and_plain_ones_are_not_told_of(tmp_path: Path) -> None:
    project_files = []
    for layout in (Layout(decimal=",", thousands=" "), Layout(decimal=".", thousands="")):
        (tmp_path / "t.csv").write_text("a;y\n1;0\n2;1\n3;1\n")
        spec = convert(read_table(tmp_path / "t.csv", layout), Plan(("input", "target"))).spec
        project_file.save(set_dataset(Project(), spec).project, tmp_path / "p.perceptra")
        project_files.append(project_file.load(tmp_path / "p.perceptra").dataset.number_form)
    assert project_files == [(",", " "), ()]


@pytest.mark.parametrize(
    "wrong",
    [
        {"readings": (("hours",),)},
        {"readings": (("week", "2024-1"), ())},
        {"undone_rules": (*RULES, "flies")},
        {"number_form": (",", ",")},
    ],
)
def test_readings_that_no_columns_can_have_are_refused(wrong: dict[str, Any], tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    imported(table, CLOCKS)
    spec = convert(read_table(table), Plan(("input", "input", "target"))).spec
    with pytest.raises(EngineError):
        replace(spec, **wrong).build()


def test_multiples_are_multiplied_by_the_script_as_well(tmp_path: Path) -> None:
    data = imported(tmp_path / "t.csv", ["€1.5k", "2.5M", "300k", "1B"])
    assert data.raw_inputs[:, 0].tolist() == [1500, 2_500_000, 300_000, 1e9]
    agree(data, tmp_path / "t.csv")
