"""ARFF with all its quotes, NumPy files with objects and images, workbooks with several sheets, SNNS patterns."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from openpyxl import Workbook

from engine.data.importing import convert, suggested_plan, suggestion
from tests.helpers.imported_tables import cells, complaint, packed, read

HEAD = "@relation r\n@attribute a numeric\n@attribute p {'x,y',\"it's\",z}\n@attribute q string\n@data\n"


class TestArff:
    @pytest.mark.parametrize(
        ("line", "row"),
        [
            ("1,'x,y',\"a,b\"", ["1", "x,y", "a,b"]),
            ("1,\"it's\",'say \\'so\\''", ["1", "it's", "say 'so'"]),
            ("1 , z ,  'tab\\there' ", ["1", "z", "tab\there"]),
            ("1\t'x,y'\tb", ["1", "x,y", "b"]),
            ("?, z, ?", ["", "z", ""]),
            ("1,z,'back\\\\slash', {5}", ["1", "z", "back\\slash"]),
            ('{0 2, 2 "a b"}', ["2", "x,y", "a b"]),
            ("{1 z}", ["0", "z", "0"]),
            ("{}", ["0", "x,y", "0"]),
            ("1,z,b % said twice", ["1", "z", "b"]),
            ("1,z,'100 % sure'\t% a remark", ["1", "z", "100 % sure"]),
            ("1,z,50%", ["1", "z", "50%"]),
        ],
    )
    def test_a_line(self, tmp_path: Path, line: str, row: list[str]) -> None:
        assert cells(read(tmp_path, f"{HEAD}{line}\n", "a.arff")) == [row]

    @pytest.mark.parametrize(
        ("attribute", "name"),
        [
            ("'driver\\'s age' real", "driver's age"),
            ('"length (cm)" numeric', "length (cm)"),
            ("'is 50%' integer", "is 50%"),
            ("a{1,2}", "a"),
            ("w numeric [0,5]", "w"),
        ],
    )
    def test_names(self, tmp_path: Path, attribute: str, name: str) -> None:
        table = read(
            tmp_path, f"@relation r\n@attribute {attribute}\n@attribute k {{u,v}}\n@data\n1,u\n2,v\n", "a.arff"
        )
        assert table.columns[0].name == name

    def test_quotes_that_do_not_end_are_named(self, tmp_path: Path) -> None:
        assert "line 6: the values of this line cannot be told apart" in complaint(
            tmp_path, f"{HEAD}1,'z,b\n", "a.arff"
        )

    def test_tables_within_tables_are_refused(self, tmp_path: Path) -> None:
        head = "@relation r\n@attribute bag relational\n  @attribute x real\n@end bag\n@data\n'1',u\n"
        assert "line 2, column 1: relational attributes" in complaint(tmp_path, head, "a.arff")

    def test_declared_classes_without_samples_are_said(self, tmp_path: Path) -> None:
        table = read(tmp_path, "@relation r\n@attribute a real\n@attribute k {u,v,w}\n@data\n1,u\n2,w\n", "a.arff")
        done = convert(table, suggested_plan(table))
        assert done.spec.target_names == ("u", "v", "w")
        assert [str(remark) for remark in done.remarks] == ["No training sample is of these classes: v."]


def saved(array: np.ndarray) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array)
    return stream.getvalue()


class TestNumpy:
    def test_a_single_array_is_a_table(self, tmp_path: Path) -> None:
        table = read(tmp_path, saved(np.array([[1, 2.5, 0], [3, 4.5, 1]])), "a.npy")
        assert suggested_plan(table).roles == ("input", "input", "target")
        assert table.columns[1].values.tolist() == [2.5, 4.5]

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"\x93NUMPY nonsense", "is no .npy file"),
            (saved(np.array([{}, {}], dtype=object)), "holds dates, or objects, which could be programs"),
            (saved(np.array(["2020-01-01"], dtype="M8[D]")), "holds dates"),
            (saved(np.array([({}, 1)], dtype=[("a", object), ("d", int)])), "holds dates, or objects"),
        ],
    )
    def test_it_complains(self, tmp_path: Path, content: bytes, says: str) -> None:
        assert says in complaint(tmp_path, content, "a.npy")

    def test_records_are_columns_called_as_their_fields(self, tmp_path: Path) -> None:
        rows = np.array([(1.5, 2, "a"), (2.5, 3, "b")], dtype=[("u", "f8"), ("v", "i4"), ("kind", "U3")])
        alone, beside = read(tmp_path, saved(rows), "a.npy"), read(tmp_path, packed(rows=rows, w=np.eye(2)), "a.npz")
        assert [column.name for column in alone.columns] == ["u", "v", "kind"]
        assert cells(alone) == [["1.5", "2", "a"], ["2.5", "3", "b"]]
        assert [column.name for column in beside.columns] == ["rows u", "rows v", "rows kind", "w 1", "w 2"]

    @pytest.mark.parametrize(
        "names",
        [
            ("x_train", "y_train", "x_test", "y_test"),
            ("Train_Images", "Train_Labels", "Test_Images", "Test_Labels"),
        ],
    )
    def test_arrays_for_testing_become_test_samples(self, tmp_path: Path, names: tuple[str, str, str, str]) -> None:
        inputs, tests = np.arange(12.0).reshape(6, 2), -np.arange(8.0).reshape(4, 2)
        arrays = dict(zip(names, (inputs, np.arange(6) % 2, tests, np.arange(4) % 2), strict=True))
        table = read(tmp_path, packed(**arrays), "a.npz")
        done = convert(table, suggested_plan(table))
        data = done.spec.build()
        assert np.array_equal(data.inputs, inputs)
        assert np.array_equal(data.test_inputs, tests)
        assert (done.n_tests, done.n_classes) == (4, 2)
        assert table.columns[0].name in ("x 1", "Images 1")
        said = [str(decision.text) for decision in suggestion(table).decisions]
        assert "set says which rows are test samples, so it is left out." in said

    @pytest.mark.parametrize(
        "others",
        [
            {"x_test": np.ones((3, 5)), "y_test": np.arange(3)},  # of another width
            {"x_test": np.ones((3, 2))},  # without answers
            {"x_test": np.ones((3, 2)), "y_test": np.arange(4)},
            {"x_test": np.ones((3, 2)), "y_test": np.arange(3), "x": np.ones((6, 2))},
        ],
    )
    def test_arrays_for_testing_that_do_not_fit_are_left_aside(
        self, tmp_path: Path, others: dict[str, np.ndarray]
    ) -> None:
        table = read(tmp_path, packed(x_train=np.eye(6)[:, :2], y_train=np.arange(6) % 2, **others), "a.npz")
        assert table.n_rows == 6
        assert "x_test" in str(table.notes[0])

    @pytest.mark.parametrize("objects", [[None] * 4, ["a", "b", 1, 2]])
    def test_objects_are_named_and_left_aside(self, tmp_path: Path, objects: list[object]) -> None:
        content = packed(X=np.eye(4), y=np.arange(4) % 2, extra=np.array(objects, dtype=object))
        table = read(tmp_path, content, "a.npz")
        assert convert(table, suggested_plan(table)).n_inputs == 4
        assert "extra" in str(table.notes[0])

    def test_whole_numbers_beyond_what_a_number_holds_stay_text(self, tmp_path: Path) -> None:
        labels = 2**60 + np.arange(6) % 2
        table = read(tmp_path, packed(X=np.eye(6), y=labels), "a.npz")
        assert table.columns[-1].texts == (str(2**60), str(2**60 + 1))
        assert convert(table, suggested_plan(table)).n_classes == 2

    @pytest.mark.parametrize("odd", [np.eye(4) * 1j, np.array(7)])
    def test_what_makes_no_columns_is_named_with_the_reason(self, tmp_path: Path, odd: np.ndarray) -> None:
        table = read(tmp_path, packed(X=np.eye(4), y=np.arange(4) % 2, odd=odd), "a.npz")
        assert [str(note) for note in table.notes] == ["Left aside, as they are single values or complex numbers: odd."]

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (packed(X=np.zeros((4, 2, 2)), y=np.arange(4)), "beside the images, which are left aside"),
            (packed(y=np.arange(4)), "has only one column that can be read"),
        ],
    )
    def test_a_refusal_speaks_of_no_delimiter(self, tmp_path: Path, content: bytes, says: str) -> None:
        assert says in complaint(tmp_path, content, "a.npz")

    def test_images_become_rows_where_that_is_asked_for(self, tmp_path: Path) -> None:
        images = np.arange(24.0).reshape(4, 2, 3)
        content = packed(X=images, y=np.arange(4) % 2)
        table = read(tmp_path, content, "a.npz")
        decision = table.decisions[0]
        assert "Images of 2 × 3 are left aside: X" in str(decision.text)
        flat = read(tmp_path, content, "a.npz", **dict(decision.layout))
        done = convert(flat, suggested_plan(flat))
        assert np.array_equal(done.spec.build().inputs, images.reshape(4, 6))
        assert flat.decisions[0].layout == (("flattens", False),)


def book(*sheets: tuple[str, str, list[list[object]]]) -> bytes:
    workbook, stream = Workbook(), io.BytesIO()
    workbook.remove(workbook.active)
    for name, state, rows in sheets:
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    workbook.save(stream)
    return stream.getvalue()


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with other bytes in its first sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old, new) if name.endswith("sheet1.xml") else part)
    return stream.getvalue()


TABLE: list[list[object]] = [["w", "h", "kind"], *[[i / 4, i % 5, "ab"[i % 2]] for i in range(8)]]
NOTES: list[list[object]] = [["Read me"], ["Measured in May"]]


class TestWorkbooks:
    @pytest.mark.parametrize(
        ("sheets", "names"),
        [
            ([("Notes", "visible", NOTES), ("Data", "visible", TABLE)], ("Data", "Notes")),
            ([("Old", "hidden", TABLE), ("Data", "visible", TABLE)], ("Data", "Old")),
            (
                [("Old", "veryHidden", TABLE), ("Notes", "visible", NOTES), ("New", "visible", TABLE)],
                ("New", "Notes", "Old"),
            ),
        ],
    )
    def test_the_first_sheet_with_a_table_is_read_hidden_ones_are_last(
        self, tmp_path: Path, sheets: list[tuple[str, str, list[list[object]]]], names: tuple[str, ...]
    ) -> None:
        table = read(tmp_path, book(*sheets), "a.xlsx")
        assert table.sheets == names
        assert [column.name for column in table.columns] == ["w", "h", "kind"]

    def test_another_sheet_can_be_chosen(self, tmp_path: Path) -> None:
        other = [["x", "d"], *[[i / 3, i % 2] for i in range(8)]]
        content = book(("One", "visible", TABLE), ("Two", "visible", other))
        assert [column.name for column in read(tmp_path, content, "a.xlsx", sheet="Two").columns] == ["x", "d"]

    def test_titles_above_the_table_are_passed_over(self, tmp_path: Path) -> None:
        table = read(tmp_path, book(("One", "visible", [["Report of May"], [], *TABLE])), "a.xlsx")
        assert table.layout is not None
        assert (table.layout.first_line, table.n_rows) == (3, 8)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (b"<sheetData>", b"<!-- a comment <row --><sheetData>"),
            (b"<v>0.25</v>", b"<v><![CDATA[0.25]]></v>"),
        ],
    )
    def test_comments_and_cdata_are_read_over(self, tmp_path: Path, old: bytes, new: bytes) -> None:
        table = read(tmp_path, changed(book(("One", "visible", TABLE)), old, new), "a.xlsx")
        assert (table.n_rows, table.columns[0].values[1]) == (8, 0.25)

    def test_numbers_that_stand_as_texts_are_read_beside_others(self, tmp_path: Path) -> None:
        rows: list[list[object]] = [["w", "h", "d"], *[[f"{i},25", i / 8, i % 2] for i in range(8)]]
        table = read(tmp_path, book(("a", "visible", rows)), "a.xlsx")
        assert [column.values[3] for column in table.columns] == [3.25, 0.375, 1]
        assert "Numbers are written like 1234,5." in [str(decision.text) for decision in table.decisions]

    def test_declarations_are_still_refused(self, tmp_path: Path) -> None:
        content = changed(book(("One", "visible", TABLE)), b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
        assert "is no .xlsx file, or is damaged" in complaint(tmp_path, content, "a.xlsx")

    def test_formulas_without_values_are_said_and_the_target_stays(self, tmp_path: Path) -> None:
        rows = [["w", "h", "kind"], *[[i / 4, i % 5, f"=A{i + 2}>1"] for i in range(8)]]
        table = read(tmp_path, book(("One", "visible", rows)), "a.xlsx")
        assert suggested_plan(table).roles == ("input", "input", "target")
        assert "Formulas without values: kind" in str(table.notes[0])


PATTERNS = """SNNS pattern definition file V3.2
generated at Mon Apr 25 18:08:50 1994


No. of patterns : 3
No. of input units : 2
No. of output units : 1

# Input pattern 1:
0 0.5
# Output pattern 1:
1
# Input pattern 2:
1
1.5 0
2 -2.5 1
"""


class TestPatterns:
    def test_they_are_read_with_their_roles(self, tmp_path: Path) -> None:
        table = read(tmp_path, PATTERNS, "a.pat")
        data = convert(table, suggested_plan(table)).spec.build()
        assert data.inputs.tolist() == [[0, 0.5], [1, 1.5], [2, -2.5]]
        assert data.targets.ravel().tolist() == [1, 0, 1]

    def test_numbers_may_have_a_comma(self, tmp_path: Path) -> None:
        table = read(tmp_path, PATTERNS.replace(".5", ",5"), "a.pat")
        assert table.columns[1].values.tolist() == [0.5, 1.5, -2.5]
        assert "Numbers are written like 1234,5." in [str(decision.text) for decision in table.decisions]

    def test_outputs_may_be_one_hot(self, tmp_path: Path) -> None:
        rows = "".join(f"# {i}\n{i}\n{i % 3 == 0:d} {i % 3 == 1:d} {i % 3 == 2:d}\n" for i in range(6))
        head = (
            "SNNS pattern definition file V1.4\nNo. of patterns : 6\nNo. of input units : 1\nNo. of output units : 3\n"
        )
        table = read(tmp_path, head + rows, "a.pat")
        assert convert(table, suggested_plan(table)).n_classes == 3

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("patterns : 3", "patterns : 4", "4 patterns are announced, but the values end in pattern 4"),
            ("patterns : 3", "patterns : 2", "more values follow than the 2 patterns"),
            ("No. of input units : 2\n", "", "does not say how many patterns and input units"),
            ("No. of output", "No. of variable input dimensions : 2\nNo. of output", "of variable size"),
            ("0 0.5", "0 oops", "line 10, column 2: 'oops' is not a number"),
        ],
    )
    def test_it_complains(self, tmp_path: Path, old: str, new: str, says: str) -> None:
        assert says in complaint(tmp_path, PATTERNS.replace(old, new), "a.pat")


class TestForeignFiles:
    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel workbook; open it"),
            (
                "a.csv",
                b"\n <!DOCTYPE html>\n<html></html>",
                "a web page, not the table on it; download the file itself",
            ),
            ("a.xls", b"<table border=1>\n<tr><td>1</td></tr>\n</table>", "a table in HTML; open it in a spreadsheet"),
            ("a.csv", b"%PDF-1.7\n1 0 obj", "a PDF document"),
            ("a.gz", b"\x1f\x8b\x08" + bytes(20), "a packed file; unpack it"),
            ("a.txt", b'[\n  {"x": 1, "d": 0}]', "JSON, not a table of lines"),
            ("a.txt", b"+1 1:0.5 3:-1\n-1 2:1e-3 # far\n+1 1:2\n", "in LIBSVM's sparse form, not a table"),
        ],
    )
    def test_it_says_what_they_are_and_what_to_do(self, tmp_path: Path, name: str, content: bytes, says: str) -> None:
        assert f"{name} is {says}" in complaint(tmp_path, content, name)

    @pytest.mark.parametrize("name", ["a.xlsx", "a.npz", "a.npy"])
    def test_text_is_read_whatever_it_is_called(self, tmp_path: Path, name: str) -> None:
        assert cells(read(tmp_path, "a,b,d\n1,2,0\n3,4,1\n", name)) == [["1", "2", "0"], ["3", "4", "1"]]

    @pytest.mark.parametrize("content", [packed(X=np.eye(4), y=np.arange(4) % 2), saved(np.eye(4))])
    def test_arrays_are_read_whatever_they_are_called(self, tmp_path: Path, content: bytes) -> None:
        assert read(tmp_path, content, "a.csv").n_rows == 4

    @pytest.mark.parametrize("content", ["[1],2\n[3],4\n", "<5,1\n>7,0\n", "{a},1\n{b},0\n", "1 10:30\n2 11:45\n"])
    def test_tables_that_begin_alike_are_read(self, tmp_path: Path, content: str) -> None:
        assert read(tmp_path, content).n_rows == 2


def test_fields_called_x_and_y_among_others_are_columns(tmp_path: Path) -> None:
    stream = io.BytesIO()
    np.save(stream, np.array([(1, 2.5, "a"), (2, 3.5, "b")] * 5, dtype=[("x", "i4"), ("y", "f8"), ("k", "U1")]))
    table = read(tmp_path, stream.getvalue(), "points.npy")
    found = suggestion(table)
    assert found.plan.roles == ("input", "input", "target")
    assert not any("too many" in each.text.template for each in found.decisions)


def test_what_orange_leaves_out_itself_is_not_said_to_have_too_many_words(tmp_path: Path) -> None:
    lines = "".join(f"N{k}\t{k}.5\t{'ab'[k % 2]}\n" for k in range(6))
    found = suggestion(read(tmp_path, "mS#name\tC#w\tcD#kind\n" + lines))
    assert found.plan.roles == ("leave_out", "input", "target")
    assert not any("too many" in each.text.template for each in found.decisions)
