from __future__ import annotations

import os
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.dataset import Dataset
from engine.data.datasets import load_table, table_spec
from engine.spec.errors import EngineError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "points.csv"


def load(file: Path, content: str | bytes) -> Dataset:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_table(file)


def complaint(file: Path, content: str | bytes) -> str:
    with pytest.raises(EngineError) as caught:
        load(file, content)
    return str(caught.value)


class TestReading:
    @pytest.mark.parametrize("mark", [",", ";", "\t", ", "])
    def test_the_last_column_is_the_target(self, file: Path, mark: str) -> None:
        data = load(file, f"0.5{mark}-1e3{mark}1\n.25{mark}7{mark}0\n")
        assert data.inputs.tolist() == [[0.5, -1000], [0.25, 7]]
        assert data.targets.tolist() == [[1], [0]]
        assert (data.task, data.input_names, data.target_names) == ("binary", ("x1", "x2"), ("d",))

    def test_a_first_line_without_numbers_names_the_columns(self, file: Path) -> None:
        data = load(file, "# width,height,good\n1,2,0\n3,4,1\n")
        assert (data.input_names, data.target_names) == (("width", "height"), ("good",))
        assert data.n_samples == 2

    @pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
    def test_byte_order_marks_and_line_ends_do_not_matter(self, file: Path, start: bytes, end: bytes) -> None:
        data = load(file, start + end.join([b"1,2", b"", b"3,4", b"  ", b"5,9.5"]))
        assert data.inputs.ravel().tolist() == [1, 3, 5]

    def test_quoted_cells_and_chinese_names_are_read(self, file: Path) -> None:
        data = load(file, '"输入, x1",目标\n"0.5",1\n1,0\n')
        assert (data.input_names, data.target_names) == (("输入, x1",), ("目标",))

    def test_numbers_keep_every_bit(self, file: Path) -> None:
        values = np.random.default_rng(0).normal(size=(50, 3)) * 10.0 ** np.arange(-150, 150, 6)[:, np.newaxis]
        data = load(file, "\n".join(",".join(repr(float(v)) for v in row) for row in values))
        assert np.array_equal(np.hstack([data.inputs, data.targets]), values)

    def test_the_recipe_builds_the_same_data(self, file: Path) -> None:
        data = load(file, "a,b,c\n1,2,x\n3,4,y\n5,6,z\n")
        again = table_spec(file).build()
        assert np.array_equal(again.inputs, data.inputs)
        assert (again.task, again.target_names) == ("classes", ("x", "y", "z"))

    def test_a_hundred_thousand_rows_are_read(self, file: Path) -> None:
        data = load(file, "\n".join(f"{i * 0.001},{-i},{i % 2}" for i in range(100_000)))
        assert (data.n_samples, data.inputs[99_999].tolist()) == (100_000, [99.999, -99_999.0])


class TestTargets:
    @pytest.mark.parametrize("codes", [(0, 1), (-1, 1), (0.1, 0.9)])
    def test_two_codes_stand_as_they_are(self, file: Path, codes: tuple[float, float]) -> None:
        data = load(file, "\n".join(f"{i},{codes[i % 2]}" for i in range(6)))
        assert (data.target_codes, data.task) == (codes, "binary")

    def test_classes_one_and_two_become_zero_and_one(self, file: Path) -> None:
        assert load(file, "0,1\n1,2\n2,2\n3,1\n").targets.ravel().tolist() == [0, 1, 1, 0]

    def test_texts_become_classes_in_alphabetical_order(self, file: Path) -> None:
        assert load(file, "1,yes\n2,no\n3,yes\n").targets.ravel().tolist() == [1, 0, 1]
        data = load(file, "1,c\n2,a\n3,b\n")
        assert data.targets.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
        assert data.target_names == ("a", "b", "c")

    def test_counted_classes_become_one_column_each(self, file: Path) -> None:
        data = load(file, "".join(f"{i},{i % 3 + 1}\n" for i in range(9)))
        assert (data.task, data.target_names) == ("classes", ("1", "2", "3"))

    @pytest.mark.parametrize("targets", ["1.5 2.5 3.5", "1 2 3", "2 4 6 2 4 6", "0 1 5 0 1 5", "10 20"])
    def test_other_numbers_stay_values(self, file: Path, targets: str) -> None:
        values = targets.split()
        data = load(file, "\n".join(f"{i},{value}" for i, value in enumerate(values)))
        assert data.targets.ravel().tolist() == [float(value) for value in values]


class TestComplaints:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("1,2,0\n1,abc,0\n", "points.csv, line 2, column 2: 'abc' is not a number"),
            ("a,b,c\n1,2,0\n\n1,,0\n", "points.csv, line 4, column 2: this cell is empty"),
            ("1,2,0\n1,nan,0\n", "line 2, column 2: 'nan' is not finite"),
            ("1,2,0\n1,1e999,0\n", "line 2, column 2: '1e999' is not finite"),
            ("1,2,0\n1,2,inf\n", "line 2, column 3: 'inf' is not finite"),
            ("1,2,0\n1,2\n", "line 2, column 3: this line has 2 cells, the others have 3"),
            ("1,2,0\n1,2,0,7\n", "line 2, column 4: this line has 4 cells, the others have 3"),
            ("a,b,c\n1,2\n", "line 2, column 3: this line has 2 cells, the others have 3"),
            ("1;2,5;0\n", "line 1, column 2: '2,5' has a decimal comma"),
            ("1_0,2,0\n", "line 1, column 1: '1_0' is not a number"),
            ("1,2,x\n1,2,3\n", "line 2, column 3: '3' is a number but the targets before it are texts"),
            ("1,2,3\n1,2,x\n", "line 2, column 3: 'x' is not a number"),
            ("1,x\n2,\n", "line 2, column 2: this cell is empty"),
            ("1\n2\n", "line 1: only one column"),
            ("", "points.csv is empty"),
            ("\n \n", "points.csv is empty"),
            ("x,y,d\n", "holds no samples"),
            ("o.5,1,0\n1,1,0", "line 1, column 1: 'o.5' is not a number"),
            (b"1,2\n3,\xff\n", "line 2, character 3: the byte 0xff is not UTF-8"),
            ("1,2\n3,4\n".encode("utf-16"), "UTF-16"),
            (b"1,2\n\x89PNG\0\0", "line 2, character 5: this is no text but a binary file"),
            ("1," * 300, "up to 257 columns"),
            ("1," + "9" * 200_000, "line 1: a cell is longer than 131,072 characters; check the quotation marks"),
            ("".join(f"{i},name{i}\n" for i in range(51)), "51 different texts"),
        ],
    )
    def test_each_names_the_place_and_the_remedy(self, file: Path, content: str | bytes, says: str) -> None:
        text = complaint(file, content)
        assert says in text
        assert text.startswith("points.csv")

    def test_files_that_are_not_there_or_no_files(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none.csv", tmp_path, Path("/dev/zero"), Path("a\0b")):
            with pytest.raises(EngineError):
                load_table(path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_a_pipe_is_refused_rather_than_awaited(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.csv")
        with pytest.raises(EngineError, match="not a file"):
            load_table(tmp_path / "pipe.csv")

    def test_a_huge_file_is_refused_unread(self, file: Path) -> None:
        with file.open("wb") as handle:
            handle.truncate(10**12)
        with pytest.raises(EngineError, match="the limit is"):
            load_table(file)


def outcome(file: Path) -> str:
    try:
        return "loaded" if load_table(file).n_samples > 0 else "loaded nothing"
    except EngineError as error:
        return "refused" if file.name in str(error) else f"refused without a name: {error}"


def test_damaged_tables_load_or_complain(file: Path) -> None:
    chance = random.Random(0)
    source = "width;height;class\n" + "".join(f'{i / 7};"{i * 3}";{"abc"[i % 3]}\n' for i in range(20))
    pool = [b"", b"\0", b"\xff", b'"', b"\n", b";", b",", b"nan", b"1e400", b"\r", "é".encode(), b"-", b"_"]
    outcomes = set()
    for _ in range(3000):
        raw = bytearray(source.encode())
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(raw))
            raw[place : place + chance.randrange(3)] = chance.choice(pool)
        file.write_bytes(raw[: chance.randrange(len(raw))] if chance.random() < 0.2 else raw)
        outcomes.add(outcome(file))
    assert outcomes == {"loaded", "refused"}


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.text(alphabet='0123456789.,;\t\n"-eainfx', max_size=60).map(str.encode))
def test_any_bytes_load_or_complain(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(raw)
    assert outcome(file) in ("loaded", "refused")
