"""Dates with the names of months in several languages, and how long something lasted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.data.dates import date_form_of, date_in
from engine.data.importing import convert, suggestion
from engine.data.times import seconds_in, usual_unit
from tests.helpers.imported_tables import read


@pytest.mark.parametrize(
    ("texts", "dates"),
    [
        ("3. März 2021|12. Okt. 2020|1. Dez. 1999", "2021-03-03|2020-10-12|1999-12-01"),
        ("12 janv. 2020|1er août 2021|3 juin 2021", "2020-01-12|2021-08-01|2021-06-03"),
        ("14 juil. 2020|2 févr. 2021", "2020-07-14|2021-02-02"),
        ("01-Okt-2019|02-Mai-2020|03-Mrz-2021", "2019-10-01|2020-05-02|2021-03-03"),
        ("3 de marzo de 2021|10 de enero de 2020", "2021-03-03|2020-01-10"),
        ("3 gennaio 2021|1º maggio 2020|5 lug 1998", "2021-01-03|2020-05-01|1998-07-05"),
        ("Mo., 3. Mai 2021|Freitag, 5. Dez. 2021", "2021-05-03|2021-12-05"),
        ("lundi 3 mai 2021|jeudi 1er juillet 2021", "2021-05-03|2021-07-01"),
        ("31JAN2024|02MAY23", "2024-01-31|2023-05-02"),
        ("2021-Mar-03|2021-Dez-04", "2021-03-03|2021-12-04"),
        ("May 3rd, 2021|June 1st 2020", "2021-05-03|2020-06-01"),
        ("fév. 2020|déc 2021|MÄRZ 2020", "2020-02-01|2021-12-01|2020-03-01"),
        ("2024年1月31日 星期三|2023年12月3号（周日）", "2024-01-31|2023-12-03"),
    ],
)
def test_months_of_several_languages(texts: str, dates: str) -> None:
    cells = texts.split("|")
    form = date_form_of(cells)
    assert form is not None
    assert [str(date_in(cell, form))[:10] for cell in cells] == dates.split("|")


@pytest.mark.parametrize(
    "cell", ["3 sets 20", "31 Foo 2024", "32. März 2021", "märchen 2020", "3. 2021", "settings 2020"]
)
def test_what_is_no_date_stays_a_word(cell: str) -> None:
    assert date_form_of(["3. März 2021", cell]) is None
    assert date_form_of([cell]) is None


@pytest.mark.parametrize(
    ("texts", "seconds", "unit"),
    [
        ("1h 5m|45m|2h", [3900, 2700, 7200], "hours"),
        ("1:05:30", [3930], "hours"),
        ("2d 3h|1w", [183600, 604800], "hours"),
        ("1h05|13h45", [3900, 49500], "hours"),
        ("PT1H30M|P2DT3H", [5400, 183600], "hours"),
        ("2 days 03:04:05|1 day, 3:45:12", [183845, 99912], "hours"),
        ("1 Std. 5 Min.|3 Stunden", [3900, 10800], "hours"),
        ("1 hour and 5 minutes|1,5 heures", [3900, 5400], "hours"),
        ("5 min|90 min", [300, 5400], "minutes"),
        ("45 sec|1 min 30 s", [45, 90], "minutes"),
        ("1:02.5|0:59,81", [62.5, 59.81], "minutes"),
        ("45s|7.5 s", [45, 7.5], "seconds"),
        ("2 days|1 day", [172800, 86400], "days"),
        ("1小时5分钟|3小时", [3900, 10800], "hours"),
    ],
)
def test_how_long_something_lasted(texts: str, seconds: list[float], unit: str) -> None:
    assert seconds_in(texts.split("|")) == seconds
    assert usual_unit(texts.split("|")) == unit


@pytest.mark.parametrize(
    "texts", ["5 m|10 m", "3d|2d", "40 w", "3D|2D", "5 kg", "3|4", "P|PT", "5 months", "5'11", "1h x"]
)
def test_what_may_be_something_else_stays_a_word(texts: str) -> None:
    assert seconds_in(texts.split("|")) is None


@pytest.mark.parametrize(
    ("cells", "unit", "value"), [("90 s|45 s|7 s", "seconds", 90), ("1h 30m|2h|45m", "hours", 1.5)]
)
def test_it_becomes_the_unit_in_which_it_is_written(tmp_path: Path, cells: str, unit: str, value: float) -> None:
    lines = "".join(f"{cell},{k},{k % 2}\n" for k, cell in enumerate(cells.split("|")))
    table = read(tmp_path, "lasted,w,y\n" + lines)
    found = suggestion(table)
    (said,) = [each for each in found.decisions if f"Times become {unit}" in each.text.template]
    assert said.roles == ((0, "leave_out"),)
    spec = convert(table, found.plan).spec
    assert spec.readings[0] == (unit,)
    assert spec.build().inputs[0, 0] == value
    days = convert(table, replace(found.plan, encodings=("days",))).spec.build()
    assert days.inputs[0, 0] == value * {"seconds": 1, "hours": 3600}[unit] / 86400


def test_an_english_word_alone_is_no_month_of_another_language() -> None:
    assert date_form_of(["set 2001", "set 2002"]) is None
    assert date_form_of(["set 2001", "ott 2002"]) == "Jan 2024"
