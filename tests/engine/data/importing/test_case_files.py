"""The small files of kinds that people really have: each comes in as its owner means it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.importing import Plan, convert, read_table, suggested_plan
from engine.spec.errors import EngineError

CASES = Path(__file__).parent / "cases"


def named(columns: str) -> tuple[str, ...]:
    return tuple(columns.split("|"))


@pytest.mark.parametrize(
    ("file", "samples", "inputs", "classes", "targets"),
    [
        ("a03_mixed_quotes.arff", 8, "a|p", 2, "q"),
        ("a06_sparse.arff", 12, "a|b", 2, "cls"),
        ("a08_nominal_numbers.arff", 30, "acid|sugar", 6, "3|4|5|6|7|8"),
        ("a12_escaped_attr.arff", 8, "driver's age|length (cm)", 2, "is 50%"),
        ("a15_nominal_inputs.arff", 14, "outlook|temperature|humidity|windy", 2, "play"),
        ("c02_european_thousands_target.csv", 12, "area|rooms", 0, "price"),
        ("c02b_european_thousands_input.csv", 12, "price|rooms", 2, "sold"),
        ("c04_trailing_delim_rows.csv", 8, "A|B", 2, "C"),
        ("c05_r_rownames_header_short.csv", 8, "w|h", 2, "kind"),
        ("c08_orange_three_line.tab", 11, "width|height", 2, "kind"),
        ("c09_preamble.csv", 11, "time|volt|amp", 2, "state"),
        ("c14_unicode_minus.csv", 15, "x1|x2", 2, "d"),
        ("c17_nominal_inputs.csv", 14, "outlook|windy", 2, "play"),
        ("c19c_rownames_first.csv", 24, "len|wid", 2, "kind"),
        ("c25_late_decimal_comma.csv", 160, "x|y", 2, "d"),
        ("c28_leading_zero_class.csv", 18, "x|y", 3, "007|010|7"),
        ("c30b_hash_some_rows.csv", 15, "len", 0, "likes"),
        ("c33_german_cp1252.csv", 18, "Größe|Länge|Säure", 3, "gut|mäßig|schön"),
        ("c39_empty_comma_rows.csv", 11, "x|y", 2, "d"),
        ("c41_chinese_comma.csv", 15, "长度|宽度", 2, "类别"),
        ("c44_huge_target_values.csv", 100, "x", 0, "y"),
        ("c46_one_class.csv", 15, "x|y", 1, "kind"),
        ("c48_na_country.csv", 21, "gdp|pop", 3, "DE|FR|NA"),
        ("c60b_own_samples_export_d.csv", 6, "petal length|petal width", 2, "d"),
        ("c61_onehot_targets.txt", 9, "column 1|column 2|column 3|column 4", 3, "column 5|column 6|column 7"),
        ("n01_object_names.npz", 30, "X 1|X 2", 2, "y"),
        ("x05_data_on_second_sheet.xlsx", 12, "w|h", 2, "kind"),
        ("x15_cdata_inline.xlsx", 12, "w|h", 2, "kind"),
    ],
)
def test_it_comes_in_as_it_is_meant(file: str, samples: int, inputs: str, classes: int, targets: str) -> None:
    table = read_table(CASES / file)
    done = convert(table, suggested_plan(table))
    assert (done.n_samples, done.n_classes) == (samples, classes)
    assert done.spec.input_names == named(inputs)
    assert done.spec.target_names == named(targets)
    assert done.dropped == done.misfits == 0


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("c11_na_words.csv", "line 5, column 2: this cell is empty, or says that its value is missing"),
        ("n02_object_labels.npz", "No column is the target"),
        ("x03b_target_formula_no_cache.xlsx", "line 2, column 3: this cell holds a formula without its value"),
    ],
)
def test_what_is_missing_is_said(file: str, says: str) -> None:
    table = read_table(CASES / file)
    with pytest.raises(EngineError, match=says):
        convert(table, suggested_plan(table))


def test_missing_words_can_be_left_out_or_filled() -> None:
    table = read_table(CASES / "c11_na_words.csv")
    roles = suggested_plan(table).roles
    assert convert(table, Plan(roles, missing="drop")).n_samples == 10
    filled = convert(table, Plan(roles, missing="mean"))
    assert (filled.n_samples, filled.filled) == (15, 5)
    present = [10, 20, 30, 50, 60, 90, 100, 110, 130, 150]
    assert filled.spec.build().inputs[3, 1] == sum(present) / len(present)


def test_the_values_are_those_of_the_file() -> None:
    def values(file: str) -> list[float]:
        return [float(x) for x in read_table(CASES / file).columns[0].values[:3]]

    assert values("c14_unicode_minus.csv") == [-0.25, 0.5, -0.75]
    assert values("c02b_european_thousands_input.csv") == [1950.5, 2299.99, 1870.25]
    assert values("a06_sparse.arff") == [0, 0.3, 0.7]
    assert read_table(CASES / "c25_late_decimal_comma.csv").columns[0].values[159] == 159.5


def test_own_test_samples_come_back_as_such() -> None:
    table = read_table(CASES / "c60b_own_samples_export_d.csv")
    data = convert(table, suggested_plan(table)).spec.build()
    assert (data.n_samples, data.n_test_samples) == (4, 2)
    assert data.test_inputs.tolist() == [[1.5, 0.1], [4.9, 1.5]]
    assert data.test_targets.ravel().tolist() == [0, 1]
