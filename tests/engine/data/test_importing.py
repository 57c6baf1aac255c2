from __future__ import annotations

import itertools
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.datasets import load_table
from engine.data.importing import Layout, Plan, Watch, convert, read_table, suggested_plan
from engine.data.importing import raw_table as limits
from engine.data.importing.text.encoding import ENCODINGS
from engine.spec.errors import EngineError
from tests.helpers.imported_tables import ARFF, IRIS, MARKS, cells, complaint, packed, read


class TestFinding:
    @pytest.mark.parametrize(
        "form",
        [
            case
            for case in itertools.product(
                "\t;, ", ".,", ("utf-8", "gb18030", "utf-16-le", "utf-16-be"), (True, False), (True, False)
            )
            if not (case[0] == case[1] == ",")
        ],
    )
    def test_every_form_is_found(self, tmp_path: Path, form: tuple[str, str, str, bool, bool]) -> None:
        delimiter, decimal, encoding, mark, header = form
        rows = [["0.5", "-1.25", "好"], ["10.5", "2e-3", "坏"], ["1.5", "7.75", "好"]] * 4
        lines = [delimiter.join(cell.replace(".", decimal) for cell in row) for row in rows]
        if header:
            lines.insert(0, delimiter.join(["宽", "height", "类别"]))
        raw = "\r\n".join(lines).encode(encoding)
        table = read(tmp_path, (MARKS.get(encoding, b"") if mark else b"") + raw)
        assert table.layout == Layout(encoding, delimiter, decimal, header, thousands="", first_line=1)
        assert cells(table) == [[str(float(row[0])), str(float(row[1])), row[2]] for row in rows]
        assert [column.name for column in table.columns] == (
            ["宽", "height", "类别"] if header else ["column 1", "column 2", "column 3"]
        )

    @pytest.mark.parametrize(
        ("content", "layout"),
        [
            ("1,2\n3,4\n", Layout("utf-8", ",", ".", False)),
            ("1, 2, 0\n3, 4, 1\n", Layout("utf-8", ",", ".", False)),
            ("1,5 2,5 0\n3,5 4,5 1\n", Layout("utf-8", " ", ",", False)),
            ("  1   2 \t 0\n 3  4  1 \n", Layout("utf-8", " ", ".", False)),
            ("a,b,c\nd,e,f\ng,e,f\n", Layout("utf-8", ",", ".", True)),
            ("red,round,yes\nblue,round,no\n", Layout("utf-8", ",", ".", False)),
            ("name;note\nx, y;1\nz, w;2\n", Layout("utf-8", ";", ".", True)),
        ],
    )
    def test_the_likeliest_layout_is_found(self, tmp_path: Path, content: str, layout: Layout) -> None:
        assert read(tmp_path, content).layout == replace(layout, thousands="", first_line=1)

    def test_western_texts_are_read_where_nothing_else_fits(self, tmp_path: Path) -> None:
        table = read(tmp_path, "höhe,d\n1,été\n2,eau\n".encode("cp1252"))
        assert table.layout is not None
        assert table.layout.encoding == "cp1252"
        assert table.columns[1].texts == ("été", "eau")

    def test_what_was_found_can_be_corrected(self, tmp_path: Path) -> None:
        assert cells(read(tmp_path, "1;2,5\n3;4,5\n", delimiter=",")) == [["1;2", "5"], ["3;4", "5"]]
        assert cells(read(tmp_path, "1;2,5\n3;4,5\n", decimal=".")) == [["1", "2,5"], ["3", "4,5"]]
        assert cells(read(tmp_path, "1,2\n3,4\n", has_header=True)) == [["3", "4"]]
        assert cells(read(tmp_path, "a,b\n3,4\n", has_header=False)) == [["a", "b"], ["3", "4"]]
        assert read(tmp_path, "好,1\n".encode("gb18030"), encoding="cp1252").columns[0].texts == ("ºÃ",)

    def test_comments_are_passed_over_and_may_name_the_columns(self, tmp_path: Path) -> None:
        table = read(tmp_path, "# measured by hand\n# width,class\n1,a\n# a slip follows\n2,\n")
        assert [column.name for column in table.columns] == ["width", "class"]
        assert table.lines.tolist() == [3, 5]

    @pytest.mark.parametrize("start", range(2))
    def test_a_part_can_be_read_for_a_preview(self, tmp_path: Path, start: int) -> None:
        file = tmp_path / "a.csv"
        file.write_text("\n".join(f"{i},{i % 2}" for i in range(start, 5000)))
        assert read_table(file, watch=Watch(max_rows=7)).n_rows == 7

    def test_the_reading_tells_how_far_it_is_and_can_be_given_up(self, tmp_path: Path) -> None:
        file, shares = tmp_path / "a.csv", []
        file.write_text("\n".join(f"{i},{i % 2}" for i in range(20_000)))
        read_table(file, watch=Watch(progress=shares.append))
        assert shares == sorted(shares)
        assert len(shares) > 4
        assert 0 <= shares[0] <= shares[-1] <= 1
        with pytest.raises(EngineError, match="given up"):
            read_table(file, watch=Watch(given_up=lambda: True))


class TestConversion:
    def test_a_course_file_just_works(self, tmp_path: Path) -> None:
        table = read(tmp_path, IRIS)
        done = convert(table, suggested_plan(table))
        data = done.spec.build()
        assert (done.n_samples, done.n_inputs, done.n_classes, done.dropped, done.filled) == (4, 2, 3, 0, 0)
        assert data.inputs.tolist() == [[5.1, 3.5], [7, 3.2], [6.3, 3.3], [4.9, 3]]
        assert data.target_names == ("setosa", "versicolor", "virginica")
        assert data.labels().tolist() == [0, 1, 2, 0]

    @pytest.mark.parametrize(
        "content",
        [
            "0,0,0\n0,1,1\n1,0,1\n1,1,0\n",
            "x1,x2,d\n0,0,-1\n0,1,1\n",
            "1,yes\n2,no\n3,yes\n",
            "".join(f"{i},{i % 3 + 1}\n" for i in range(9)),
            "0,1\n1,2\n2,2\n3,1\n",
            "1,2.5\n2,3.5\n7,1.5\n",
            "1,10\n2,20\n",
        ],
    )
    def test_it_makes_of_simple_files_what_load_table_makes(self, tmp_path: Path, content: str) -> None:
        table = read(tmp_path, content)
        ours = convert(table, suggested_plan(table)).spec.build()
        theirs = load_table(tmp_path / "points.csv")
        assert np.array_equal(ours.inputs, theirs.inputs)
        assert np.array_equal(ours.targets, theirs.targets)
        assert (ours.task, ours.target_codes) == (theirs.task, theirs.target_codes)

    @pytest.mark.parametrize(
        ("content", "roles"),
        [
            ("class,a,b\nx,1,2\ny,3,4\n", "target input input"),
            ("id,a,d\nq1,1,2\nq2,3,4\n", "leave_out input target"),
            ("k,a,b\nx,1,2\nx,3,4\ny,5,6\ny,7,8\n", "target input input"),
            ("1,2,\n3,4,\n", "input target leave_out"),
            ("1,2,0\n1,abc,0\n2,3,1\n", "input input target"),
        ],
    )
    def test_the_roles_are_suggested(self, tmp_path: Path, content: str, roles: str) -> None:
        assert suggested_plan(read(tmp_path, content)).roles == tuple(roles.split())

    def test_missing_cells_are_an_error_dropped_or_a_mean(self, tmp_path: Path) -> None:
        table = read(tmp_path, "a,b,d\n1,?,0\n2,5,1\n3,NA,\n6,7,0\n")
        roles = suggested_plan(table).roles
        with pytest.raises(EngineError, match=r"points.csv, line 2, column 2: this cell is empty"):
            convert(table, Plan(roles))
        dropped = convert(table, Plan(roles, missing="drop"))
        assert (dropped.spec.build().inputs.tolist(), dropped.dropped) == ([[2, 5], [6, 7]], 2)
        filled = convert(table, Plan(roles, missing="mean"))
        assert filled.spec.build().inputs.tolist() == [[1, 6], [2, 5], [6, 7]]
        assert (filled.dropped, filled.filled) == (1, 1)

    def test_the_task_can_be_chosen(self, tmp_path: Path) -> None:
        table = read(tmp_path, "".join(f"{i},{i % 3}\n" for i in range(9)))
        assert convert(table, Plan(("input", "target"), "values")).spec.build().task == "values"
        assert convert(table, Plan(("input", "target"), "auto")).n_classes == 3
        table = read(tmp_path, "1,2.5\n2,x\n3,2.5\n4,10\n")
        done = convert(table, Plan(("input", "target"), "classes"))
        assert done.spec.target_names == ("2.5", "10", "x")
        assert done.spec.build().labels().tolist() == [0, 2, 0, 1]

    def test_several_targets_stand_as_they_are(self, tmp_path: Path) -> None:
        table = read(tmp_path, "a,p,q\n1,0,1\n2,1,0\n")
        done = convert(table, Plan(("input", "target", "target")))
        assert (done.n_outputs, done.n_classes, done.spec.target_names) == (2, 2, ("p", "q"))

    def test_the_mean_of_huge_numbers_does_not_overflow(self, tmp_path: Path) -> None:
        table = read(tmp_path, "1e308,1\n1.5e308,0\n,1\n")
        done = convert(table, Plan(("input", "target"), missing="mean"))
        assert done.spec.build().inputs[2, 0] == pytest.approx(1.25e308)

    @pytest.mark.parametrize(
        ("plan", "says"),
        [
            (Plan(("target", "leave_out", "leave_out")), "No column is an input"),
            (Plan(("input", "input", "leave_out")), "No column is the target"),
            (Plan(("input", "input", "target"), "values"), "line 2, column 3: 'setosa' is not a number"),
            (Plan(("input", "target", "input"), encodings=("", "", "number")), "column 3: 'setosa' is not a number"),
            (Plan(("input", "target")), "3 roles are needed"),
        ],
    )
    def test_a_plan_that_cannot_work_is_refused(self, tmp_path: Path, plan: Plan, says: str) -> None:
        with pytest.raises(EngineError, match=says.replace("(", r"\(")):
            convert(read(tmp_path, IRIS.replace("species", "kind")), plan)


class TestComplaints:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("", "points.csv is empty"),
            ("# nothing\n", "points.csv is empty"),
            ("x,y,d\n1,2\n", "line 2, column 3: this line has 2 cells, the others have 3"),
            ("1,2,0\n1,2,0\n1,2,0,7\n", "line 3, column 4: this line has 4 cells"),
            ("1\n2\n", "only one column"),
            ("1,abc,0\n1,2,0\n3,2,1\n", "line 1, column 2: 'abc' is not a number"),
            ("1,inf,0\n1,2,0\n", "line 1, column 2: inf is not finite"),
            ("1,2\n1,a\n1_0,b\n", "line 3, column 1: '1_0' is not a number"),
            (b"1,2\n\x89PNG\0\0", "this is no text but a binary file"),
            ("1," * 300 + "1\n", "has 301 columns; up to 257"),
            ("".join(f"{i},name{i}\n" for i in range(51)), "51 different texts"),
            ('1,2\n"3,4\n' + "9" * 200_000, "check the quotation marks"),
            (",\n,\n", "No column is an input"),
            ("0,\n,1\n", "this cell is empty"),
        ],
    )
    def test_each_names_the_place_and_the_remedy(self, tmp_path: Path, content: str | bytes, says: str) -> None:
        assert says in complaint(tmp_path, content)

    def test_a_wrong_encoding_is_named_with_its_place(self, tmp_path: Path) -> None:
        text = complaint(tmp_path, "1,2\n3,é\n".encode("cp1252"), encoding="utf-8")
        assert "line 2, character 3: the byte 0xe9 does not fit the encoding utf-8" in text

    def test_what_is_too_large_is_refused_with_the_limit(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "large.csv"
        with file.open("wb") as handle:
            handle.truncate(10**12)
        with pytest.raises(EngineError, match="the limit is 256 MB"):
            read_table(file)
        monkeypatch.setattr(limits, "MAX_CELLS", 100)
        assert "up to 1,000,000 rows and 100 cells" in complaint(tmp_path, "1,2\n" * 51)


SOURCES = {
    "a.csv": ("width;height;class\n" + "".join(f'{i / 7};"{i * 3}";{"abc"[i % 3]}\n' for i in range(12))).encode(),
    "a.txt": "".join(f"{i},5  {i * 3}  好{i % 3}\n" for i in range(12)).encode("gb18030"),
    "a.tsv": "\ufeff".encode("utf-16-le") + "".join(f"{i}\t{i * 3}\t{i % 3}\n" for i in range(12)).encode("utf-16-le"),
    "a.arff": ARFF.encode(),
    "a.npz": packed(X=np.arange(12.0).reshape(6, 2), y=np.array(["a", "b"] * 3)),
}
POOL = [b"", b"\0", b"\xff", b'"', b"'", b"\n", b";", b",", b"nan", b"1e400", b"\r", "é".encode(), b"@data", b"{", b"?"]


def outcome(file: Path) -> str:
    try:
        table = read_table(file)
        done = convert(table, suggested_plan(table))
    except EngineError:
        return "refused"
    assert done.spec.build().n_samples == done.n_samples > 0
    return "loaded"


@pytest.mark.parametrize("name", SOURCES)
def test_damaged_files_load_or_complain(tmp_path: Path, name: str) -> None:
    chance, outcomes, file = random.Random(0), set(), tmp_path / name
    for _ in range(600):
        raw = bytearray(SOURCES[name])
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(raw))
            raw[place : place + chance.randrange(3)] = chance.choice(POOL)
        file.write_bytes(raw[: chance.randrange(len(raw))] if chance.random() < 0.2 else raw)
        outcomes.add(outcome(file))
    assert outcomes == {"loaded", "refused"}


@pytest.mark.parametrize("suffix", ["csv", "arff", "npz", "xlsx"])
@settings(max_examples=250, deadline=None)
@given(
    raw=st.one_of(
        st.binary(max_size=60),
        st.text(alphabet='0123456789.,;\t\n "#-eainfx?_', max_size=60).map(str.encode),
        st.tuples(st.text(max_size=40), st.sampled_from(ENCODINGS)).map(lambda t: t[0].encode(t[1], "ignore")),
    )
)
def test_any_bytes_load_or_complain(tmp_path_factory: pytest.TempPathFactory, raw: bytes, suffix: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    file.write_bytes(raw)
    assert outcome(file) in ("loaded", "refused")


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.floats(allow_nan=False, allow_infinity=False), st.floats(-10, 10), st.sampled_from("ab中")),
        min_size=2,
        max_size=12,
    ),
    delimiter=st.sampled_from("\t;, "),
    decimal=st.sampled_from(".,"),
    encoding=st.sampled_from(("utf-8", "gb18030", "utf-16-le", "utf-16-be")),
)
def test_what_is_written_comes_back_to_the_last_bit(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[float, float, str]],
    delimiter: str,
    decimal: str,
    encoding: str,
) -> None:
    decimal = "." if delimiter == "," else decimal
    lines = [delimiter.join([repr(a).replace(".", decimal), repr(b).replace(".", decimal), c]) for a, b, c in rows]
    file = tmp_path_factory.getbasetemp() / "round.csv"
    file.write_bytes(MARKS.get(encoding, b"") + "\n".join(lines).encode(encoding))
    table = read_table(file)
    assert np.array_equal(table.columns[0].values, [row[0] for row in rows])
    assert np.array_equal(table.columns[1].values, [row[1] for row in rows])
    assert [table.columns[2].cell(row) for row in range(len(rows))] == [row[2] for row in rows]


def test_names_of_columns_are_one_line_of_what_can_be_seen(tmp_path: Path) -> None:
    table = read(tmp_path, '"the\nwidth","\u202e b\x07\t",\x01\n1,2,3\n4,5,6\n', delimiter=",")
    assert [column.name for column in table.columns] == ["the width", "b", "column 3"]
