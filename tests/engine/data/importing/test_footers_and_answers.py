"""Notes below a table are passed over; columns of yes and no are one-hot classes like those of 1 and 0."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from engine.data.importing import RawTable, convert, suggested_plan, suggestion
from engine.data.importing.roles.plan import Plan
from tests.helpers.imported_tables import complaint, read

BODY = "".join(f"{k},{k}.5,{k % 2}\n" for k in range(8))


def said(table: RawTable) -> list[str]:
    return [str(each.text) for each in table.decisions if "below the table" in each.text.template]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a,b,c\n" + BODY + "\n(8 rows)\n", 11),
        ("a,c\n" + "".join(f"{k}.5,{k % 2}\n" for k in range(8)) + "(8 rows)\n", 10),
        ("a,b,c\n" + BODY + "Source: Eurostat,,\nnote\n", 10),
        ("a,b,c\n" + BODY + "Total\n", 10),
        ("land,b,c\n" + "".join(f"L{k},{k}.5,{k % 2}\n" for k in range(8)) + "Quelle: Destatis,,\n* vorläufig,,\n", 10),
        (" a | b | c \n---+---+---\n" + BODY.replace(",", " | ") + "(8 rows)\n", 11),
    ],
    ids=["a count", "a count below two columns", "a source", "a word", "beside names", "of a data base"],
)
def test_notes_below_a_table_are_passed_over(tmp_path: Path, content: str, line: int) -> None:
    table = read(tmp_path, content)
    assert said(table) == [f"What stands below the table, from line {line} on, is passed over."]
    assert convert(table, suggested_plan(table)).n_samples == 8
    assert not said(read(tmp_path, content, passes_footer=False))
    assert "points.csv, line 1" in complaint(tmp_path, content, passes_footer=False)


def test_so_they_are_in_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["x", "p", "d"], *([k, k / 10, k % 2] for k in range(8)), [], ["Source: me"]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    table = read(tmp_path, stream.getvalue(), "book.xlsx")
    assert said(table) == ["What stands below the table, from line 11 on, is passed over."]
    assert table.n_rows == 8


@pytest.mark.parametrize("last", ["13\n", "9,,\n", "oops\n1,2,1\n", "9,1.5\n", "oops,1.5,\n"])
def test_a_slip_is_no_note(tmp_path: Path, last: str) -> None:
    assert not said(read(tmp_path, "a,b,c\n" + BODY + last))
    assert "line 10" in complaint(tmp_path, "a,b,c\n" + BODY + last)


def test_a_row_with_a_name_and_nothing_else_lacks_its_values(tmp_path: Path) -> None:
    rows = "".join(f"N{k},{k}.5,{k % 2}\n" for k in range(8))
    assert not said(read(tmp_path, "name,x,d\n" + rows + "N8,,\n"))


@pytest.mark.parametrize(
    ("no", "yes"), [("no", "yes"), ("Nein", "Ja"), ("non", "oui"), ("N", "Y"), ("否", "是"), ("NO", "SÍ")]
)
def test_columns_of_yes_and_no_are_one_hot_classes(tmp_path: Path, no: str, yes: str) -> None:
    cells = "".join(
        f"{k}.5;{k % 5};" + ";".join(yes if k % 3 == place else no for place in range(3)) + "\n" for k in range(12)
    )
    table = read(tmp_path, "u;v;A;B;C\n" + cells)
    found = suggestion(table)
    assert found.plan.roles == ("input", "input", "target", "target", "target")
    (decision,) = [each for each in found.decisions if "one-hot, so they are" in each.text.template]
    assert decision.roles == ((2, "input"), (3, "input"))
    done = convert(table, found.plan)
    assert (done.n_samples, done.n_classes) == (12, 3)
    assert done.spec.build().targets[:3].tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


def test_several_questions_are_not_one_hot(tmp_path: Path) -> None:
    cells = "".join(f"{k}.5,{['no', 'yes'][k % 2]},{['no', 'yes'][k // 2 % 2]},{k % 2}\n" for k in range(12))
    table = read(tmp_path, "u,smokes,drinks,ill\n" + cells)
    assert suggested_plan(table).roles == ("input", "input", "input", "target")
    plan = Plan(("input", "input", "leave_out", "target"), encodings=("", "number"))
    inputs = convert(table, plan).spec.inputs
    assert inputs is not None
    assert inputs.array[:4, 1].tolist() == [0, 1, 0, 1]
