"""Numbers as the world writes them, weighed over the whole table; what stands for a missing one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import EngineError
from engine.data.cell_numbers import FORMS, NumberForm, best_form, number_in, number_in_any_form
from engine.data.clipboard.pasted_block import readings
from engine.data.dataset import Dataset
from engine.data.importing import convert, suggested_plan, suggestion
from engine.data.sample_cells import read_cell
from tests.helpers.imported_tables import complaint, read

POINT, COMMA, ENGLISH, GERMAN, _, FRENCH, SWISS, _ = FORMS


@pytest.mark.parametrize(
    ("cell", "form", "number"),
    [
        ("1.299,99", GERMAN, 1299.99),
        ("-1.299.000", GERMAN, -1299000),
        ("1,299.99", ENGLISH, 1299.99),
        ("1 299,5", FRENCH, 1299.5),
        ("1\u00a0299,5", FRENCH, 1299.5),
        ("12\u202f299,5", FRENCH, 12299.5),
        ("1'299.5", SWISS, 1299.5),
        ("1’299.5", SWISS, 1299.5),
        ("−0.25", POINT, -0.25),
        ("１２．５", POINT, 12.5),
        ("－３", POINT, -3),
        ("1.0D+02", POINT, 100),
        ("2,5d-1", COMMA, 0.25),
        ("1.5×10^3", POINT, 1500),
        ("-1,5 · 10⁻²", COMMA, -0.015),
        ("2 x 10^(-3)", POINT, 0.002),
        ("10^3", POINT, None),
        ("5 x 100", POINT, None),
        ("12%", POINT, 0.12),
        ("12,5 %", COMMA, 0.125),
        (".5", POINT, 0.5),
        ("5.", POINT, 5),
        ("1,2,3", ENGLISH, None),
        ("12,34", ENGLISH, None),
        ("12,34,567.5", ENGLISH, 1234567.5),
        ("12,34,56", ENGLISH, None),
        ("1.5", COMMA, None),
        ("1_000", POINT, None),
        ("e5", POINT, None),
        ("−", POINT, None),
        ("", POINT, None),
        ("%", POINT, None),
        ("€ 1.234,50", GERMAN, 1234.5),
        ("1.234,50 €", GERMAN, 1234.5),
        ("$1,234.50", ENGLISH, 1234.5),
        ("-$5", POINT, -5),
        ("$-5", POINT, -5),
        ("US$ 0.5", POINT, 0.5),
        ("12,50 zł", COMMA, 12.5),
        ("1 299,5\u00a0Kč", FRENCH, 1299.5),
        ("CHF 1'299.5", SWISS, 1299.5),
        ("￥１００", POINT, 100),
        ("99.9元", POINT, 99.9),
        ("€", POINT, None),
        ("5 kg", POINT, None),
        ("EURO 5", POINT, None),
        ("$5 $", POINT, None),
        ("kr", POINT, None),
    ],
)
def test_a_cell_in_a_form(cell: str, form: NumberForm, number: float | None) -> None:
    assert number_in(cell, form) == number


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(FORMS))
def test_every_number_is_read_back_to_the_bit(number: float, form: NumberForm) -> None:
    assert number_in(repr(number).replace(".", form.decimal), form) == number


@given(st.integers(-(10**12), 10**12), st.integers(0, 999), st.sampled_from(FORMS[2:]))
def test_groups_are_read_in_every_form(whole: int, decimals: int, form: NumberForm) -> None:
    text = f"{whole:,}".replace(",", form.thousands) + f"{form.decimal}{decimals:03}"
    assert number_in(text, form) == float(f"{whole}.{decimals:03}")


@pytest.mark.parametrize(
    ("cells", "delimiter", "form"),
    [
        ("950,50|1.299,99|870,25", ";", GERMAN),
        ("1,299|2,450|870", "\t", ENGLISH),
        ("1,299|2,450|870", ";", COMMA),
        ("0,125|1,250", "\t", COMMA),
        ("1.5|2,5|3.5", ";", POINT),
        ("1 299,5|870,5", ";", FRENCH),
        ("1'299.5|2'000.25", ",", SWISS),
        ("1.299.000|2,5", ";", GERMAN),
        ("1|2", ",", POINT),
        ("a|b,c", ";", POINT),
    ],
)
def test_the_form_is_weighed_over_all_cells(cells: str, delimiter: str, form: NumberForm) -> None:
    assert best_form(cells.split("|"), delimiter) == form


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("−0.25", -0.25),
        ("1,5", 1.5),
        ("1.299,99", 1299.99),
        ("1 000,5", 1000.5),
        ("１２", 12),
        ("50%", 0.5),
        ("abc", None),
    ],
)
def test_a_number_that_is_typed_needs_no_form(typed: str, number: float | None) -> None:
    assert number_in_any_form(typed) == number


class TestTables:
    @pytest.mark.parametrize(
        ("form", "line"),
        [
            (GERMAN, "1.299,99;{0};1\n"),
            (FRENCH, "1\u202f299,99;{0};1\n"),
            (ENGLISH, "1,299.99;{0};1\n"),
            (SWISS, "1'299.99;{0};1\n"),
        ],
    )
    def test_a_form_seen_only_at_the_end_is_found(self, tmp_path: Path, form: NumberForm, line: str) -> None:
        content = "x;y;d\n" + "".join(f"{i};{i % 7};{i % 2}\n" for i in range(3000)) + line.format(5)
        table = read(tmp_path, content)
        assert table.layout is not None
        assert table.layout.form == form
        assert table.columns[0].values[[0, 2999, 3000]].tolist() == [0, 2999, 1299.99]
        assert f"written like {form.example}" in " ".join(str(decision.text) for decision in table.decisions)

    def test_it_can_be_corrected(self, tmp_path: Path) -> None:
        content = "x;d\n1,250;0\n2,375;1\n"
        assert read(tmp_path, content).columns[0].values.tolist() == [1.25, 2.375]
        assert read(tmp_path, content, decimal=".", thousands=",").columns[0].values.tolist() == [1250, 2375]

    def test_a_slip_names_the_form(self, tmp_path: Path) -> None:
        content = "x;y;d\n" + "".join(f"{i}.5;{i % 7};{i % 2}\n" for i in range(30)) + "1,5;2;1\n"
        assert "line 32, column 1: '1,5' is not a number where numbers are written like 1234.5" in complaint(
            tmp_path, content
        )

    def test_quoted_commas_between_digits(self, tmp_path: Path) -> None:
        table = read(tmp_path, 'x,d\n"1,250",0\n"12,375",1\n990,0\n')
        assert table.columns[0].values.tolist() == [1250, 12375, 990]


class TestMissing:
    @pytest.mark.parametrize("word", ["NA", "n/a", "None", "NaN", "<NA>", ".", "-", "NULL", "?", "", "#N/A"])
    def test_the_usual_words_are_missing_among_numbers(self, tmp_path: Path, word: str) -> None:
        table = read(tmp_path, f"a;b;d\n1;{word};0\n2;5;1\n3;7;0\n4;8;1\n")
        assert table.columns[1].n_missing == 1
        assert suggested_plan(table).roles == ("input", "input", "target")

    @pytest.mark.parametrize("word", ["NA", "None", "-", "n/a"])
    def test_they_are_classes_among_words(self, tmp_path: Path, word: str) -> None:
        table = read(tmp_path, "a;b;d\n" + "".join(f"{i};{i % 5};{('+', 'x', word)[i % 3]}\n" for i in range(12)))
        done = convert(table, suggested_plan(table))
        assert (done.n_samples, set(done.spec.target_names or ())) == (12, {"+", "x", word})

    def test_both_in_one_file(self, tmp_path: Path) -> None:
        table = read(tmp_path, "a,b,country\n1,NA,NA\n2,3,DE\n3,4,NA\n4,5,DE\n")
        assert (table.columns[1].n_missing, table.columns[2].n_missing) == (1, 0)

    def test_a_word_that_is_none_of_them_is_named(self, tmp_path: Path) -> None:
        table = read(tmp_path, "a,b,d\n1,2,0\n3,oops,1\n4,5,1\n5,6,0\n")
        with pytest.raises(EngineError, match="line 3, column 2: 'oops' is not a number"):
            convert(table, suggested_plan(table))


class TestClipboard:
    @pytest.mark.parametrize(
        ("pasted", "numbers"),
        [
            ("1.299,99\t2\n950,50\t3\n", [1299.99, 2, 950.5, 3]),
            ("1,299.99\t2\n950.50\t3\n", [1299.99, 2, 950.5, 3]),
            ("−0.25\t１２\n1.5\t50%\n", [-0.25, 12, 1.5, 0.5]),
            ("1 299,5\t2\n950,5\t3\n", [1299.5, 2, 950.5, 3]),
            ("".join("1\t2\n" for _ in range(200)) + "0,5\t1\n", [*([1, 2] * 200), 0.5, 1]),
        ],
    )
    def test_pasted_cells_are_read_alike(self, pasted: str, numbers: list[float]) -> None:
        block = readings(pasted)[0]
        assert [number_in(cell, block.form) for row in block.rows for cell in row] == numbers

    @pytest.mark.parametrize(
        ("typed", "number"), [("−0.25", -0.25), ("1,5", 1.5), ("1.299,99", 1299.99), ("１２", 12), ("1 000,5", 1000.5)]
    )
    def test_a_typed_cell_is_read_alike(self, typed: str, number: float) -> None:
        data = Dataset([[0.0], [1.0], [2.0]], [[0.5], [1.5], [2.25]])
        assert (read_cell(typed, data, 0), read_cell(typed, data, 1)) == (number, number)


PRICES = "item;price;old\n" + "".join(f"{k};€ 1.{k}34,50;{k},99 €\n" for k in range(1, 9))


def test_prices_are_numbers_and_their_signs_are_said(tmp_path: Path) -> None:
    table = read(tmp_path, PRICES)
    assert [column.kind for column in table.columns] == ["number"] * 3
    assert table.columns[1].values.tolist() == [1034.5 + 100 * k for k in range(1, 9)]
    (said,) = [each for each in table.decisions if "currencies" in each.text.template]
    assert said.text.values["names"] == "price (€), old (€)"
    undone = read(tmp_path, PRICES, **dict(said.layout))
    assert [column.kind for column in undone.columns] == ["number", "text", "text"]
    assert undone.columns[1].texts[0] == "€ 1.134,50"


def test_two_currencies_in_a_column_are_both_named(tmp_path: Path) -> None:
    table = read(tmp_path, "a,price\n1,$5\n2,£6\n3,$7\n")
    assert [each.text.values["names"] for each in table.decisions] == ["price ($, £)"]


def test_percents_may_stay_what_stands_before_the_sign(tmp_path: Path) -> None:
    content = "share,y\n7%,1\n12.5 %,2\n−3%,1\n"
    (said,) = read(tmp_path, content).decisions
    assert said.layout == (("divides_percents", False),)
    table = read(tmp_path, content, **dict(said.layout))
    assert table.columns[0].values.tolist() == [7, 12.5, -3]
    assert table.decisions == ()


def test_true_and_false_may_be_words(tmp_path: Path) -> None:
    content = "a,on,y\n1,TRUE,1\n2,FALSE,2\n3,TRUE,3\n"
    (said,) = read(tmp_path, content).decisions
    assert said.layout == (("counts_flags", False),)
    table = read(tmp_path, content, **dict(said.layout))
    assert (table.columns[1].kind, table.columns[1].texts) == ("text", ("TRUE", "FALSE"))
    assert table.decisions == ()


def test_words_for_missing_numbers_may_be_words(tmp_path: Path) -> None:
    content = "a,b,y\n1,NA,1\n2,5,2\n3,6,1\n"
    (said,) = read(tmp_path, content).decisions
    assert said.layout == (("knows_missing", False),)
    assert read(tmp_path, content).columns[1].n_missing == 1
    table = read(tmp_path, content, **dict(said.layout))
    assert table.columns[1].n_missing == 0
    assert "'NA' is not a number" in complaint(tmp_path, content, **dict(said.layout))


@pytest.mark.parametrize(
    ("cells", "hours"),
    [
        (["13:45", "0:30", "23:59"], [13.75, 0.5, 23 + 59 / 60]),
        (["1:02:03", "100:00:36", "0:00:01.5"], [1 + 2 / 60 + 3 / 3600, 100.01, 1.5 / 3600]),
        (["1:30 PM", "12:15 am", "11:00 p.m."], [13.5, 0.25, 23]),
        (["13:45", "", "9:00"], [13.75, None, 9]),
    ],
    ids=["times of day", "how long", "halves of the day", "one missing"],
)
def test_times_become_hours(tmp_path: Path, cells: list[str], hours: list[float | None]) -> None:
    table = read(tmp_path, "at,w,y\n" + "".join(f"{cell},{k},{k % 2}\n" for k, cell in enumerate(cells)))
    assert table.columns[0].kind == "time"
    found = suggestion(table)
    assert found.plan.roles == ("input", "input", "target")
    (said,) = [each for each in found.decisions if "Times" in each.text.template]
    assert said.roles == ((0, "leave_out"),)
    values = convert(table, replace(found.plan, missing="drop")).spec.inputs.array[:, 0]  # type: ignore[union-attr]
    assert values.tolist() == pytest.approx([hour for hour in hours if hour is not None])
    plan = replace(found.plan, missing="drop", encodings=("minutes",))
    minutes = convert(table, plan).spec.inputs.array[:, 0]  # type: ignore[union-attr]
    assert minutes.tolist() == pytest.approx([60 * hour for hour in hours if hour is not None])


@pytest.mark.parametrize("cell", ["13:75", "13:5", "1:2:3", "13:45 PM", "0:30 AM", "4:1", "::"])
def test_what_is_no_time_stays_a_word(tmp_path: Path, cell: str) -> None:
    assert read(tmp_path, f"at,y\n13:45,1\n{cell},2\n9:30,3\n").columns[0].kind == "text"
