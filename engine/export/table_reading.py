"""This module gives exported scripts the lines that read tables, and the settings that a user can change there."""

from __future__ import annotations

from functools import cache

from engine.data.cell_numbers import BOUND, CURRENCY, MISSING_WORDS, NEGATIVE, PLAIN, POWER, YES_NO
from engine.data.cell_reading import ANSWERS, Reading
from engine.data.dates import DATE_FORMS
from engine.data.month_names import MONTHS
from engine.data.preprocessing import Preprocessing
from engine.data.times import CLOCK, DURATION, GROUP_SECONDS, TIME_PARTS
from engine.data.units import BEHIND, MEASURE, MULTIPLES, SYMBOL, TYPE, UNIT
from engine.export.numbers import collection, mapping, pattern, remark
from engine.files.resources import RESOURCES

_SCRIPTS = RESOURCES / "scripts"
_NEVER = "(?!)"  # the regular expression that nothing fits
_BEGIN = "# What follows reads "

_SETTINGS = """
# How the tables are written that this script reads. What is None is found out.
ENCODING = None  # such as "utf-8", "cp1252" or "gb18030"
DELIMITER = None  # such as ";" or ","; a blank stands for any run of blanks and tabs
DECIMAL = None  # "." or ","
NUMBERS = ("{decimal}", "{thousands}")  # decimal mark and what stands between thousands, where both could be
COLUMNS = None  # where the inputs stand in a row, such as [1, 2, 4]; else they are found by their names
MISSING = {missing}
PERCENT_DIGITS = {percent_digits}  # {percents}
FLAGS = {flags}
"""

NO_WORDS = "WORDS = {}  # no column holds words\n"
_NO_ANSWERS = "ANSWERS = {}  # in no column yes and no are numbers\n"
_NO_DATES = "DATES = {}  # no column holds dates or times\n"


def settings(seen: Preprocessing | None) -> str:
    """In Python: the settings that a user can change, by the rules with which the table was imported."""
    undone = seen.undone_rules if seen is not None else ()
    divides = "divides_percents" not in undone
    missing = () if "knows_missing" in undone else sorted(MISSING_WORDS)
    decimal, thousands = (seen.number_form if seen is not None else ()) or (PLAIN.decimal, PLAIN.thousands)
    return _SETTINGS.format(
        decimal=decimal,
        thousands=thousands,
        missing=collection(map(repr, ("", "?", *missing)), "[]"),
        percent_digits=2 if divides else 0,
        percents="12% is 0.12" if divides else "12% is 12; with 2 it would be 0.12",
        flags={} if "counts_flags" in undone else {"true": 1.0, "false": 0.0},
    )


def import_lines(seen: Preprocessing | None) -> str:
    """In Python: the modules that `reading_lines` need."""
    return "".join(sorted({line for file in _files(seen) for line in _parts(file)[0]}))


def reading_lines(seen: Preprocessing | None) -> str:
    """In Python: `answers_to(path, predict)` and `read_table(path)`; they need the constants above a script."""
    functions = "".join("\n\n" + _parts(file)[1] + "\n" for file in _files(seen))
    return functions + _patterns(seen) + _answers(seen) + _dates(seen)


def _patterns(seen: Preprocessing | None) -> str:
    """In Python: the regular expressions for cells that are more than plain numbers; what was undone fits nothing."""
    undone = seen.undone_rules if seen is not None else ()
    parts = {"CURRENCY": CURRENCY, "MEASURE": MEASURE, "SYMBOL": SYMBOL}
    lines = [
        f"CURRENCY = {pattern(_NEVER if 'drops_currencies' in undone else CURRENCY, {})}",
        f"NEGATIVE = {pattern(_NEVER if 'negates_brackets' in undone else NEGATIVE, parts)}",
        f"BOUND = {pattern(_NEVER if 'takes_bounds' in undone else BOUND, {})}",
        f"POWER = {pattern(POWER, {})}",
        f"SYMBOL = {pattern(SYMBOL, {})}",
        f"MEASURE = {pattern(MEASURE, {'SYMBOL': SYMBOL})}",
        f"UNIT = {pattern(f'{UNIT}|{TYPE}', parts)}",
        f"BEHIND = {pattern(_NEVER if 'drops_units' in undone else BEHIND, parts)}",
        f"MULTIPLES = {mapping(MULTIPLES)}",
    ]
    return "\n\n# How cells are written that are no plain numbers.\n" + "\n".join(lines) + "\n"


def _files(seen: Preprocessing | None) -> tuple[str, ...]:
    return ("read_table.py", "read_dates.py") if _dated(seen) else ("read_table.py",)


def _dated(seen: Preprocessing | None) -> dict[int, Reading]:
    """The columns of dates and times, and how these become numbers."""
    readings = seen.readings if seen is not None else ()
    return {place: reading for place, reading in enumerate(readings) if reading not in ((), ANSWERS)}


def _answers(seen: Preprocessing | None) -> str:
    """In Python: ANSWERS, the columns in which words such as yes and no are numbers."""
    readings = seen.readings if seen is not None else ()
    columns = [f"{place}: YES_NO" for place, reading in enumerate(readings) if reading == ANSWERS]
    if not columns:
        return _NO_ANSWERS
    where = f"{{{', '.join(columns)}}}  # where they count; the columns count from 0"
    return f"YES_NO = {mapping(YES_NO)}\nANSWERS = {where}\n"


def _dates(seen: Preprocessing | None) -> str:
    """In Python: DATES, what makes numbers of the cells of columns that hold dates or times."""
    dated = _dated(seen)
    if seen is None or not dated:
        return _NO_DATES
    lines = [
        f"    {place}: lambda cell: {_read(reading)},  # {remark(seen.raw_names[place])}\n"
        for place, reading in dated.items()
    ]
    known = f"CLOCK = {pattern(CLOCK, {})}\nDURATION = {pattern(DURATION, {})}\n"
    known += f"GROUP_SECONDS = {GROUP_SECONDS}\nMONTHS = {mapping(MONTHS)}\n"
    return (
        f"\n{known}\nDATES = {{  # how dates and times become numbers; the columns count from 0\n"
        + "".join(lines)
        + "}\n"
    )


def _read(reading: Reading) -> str:
    if len(reading) == 2:
        part, form = reading
        pattern, order = DATE_FORMS[form]
        return f'date_in(cell, "{part}", r"{pattern}", {order})'
    return f"time_in(cell, {TIME_PARTS[reading[0]]})"


@cache
def _parts(file: str) -> tuple[list[str], str]:
    """The lines that import modules, and what stands below them."""
    head, _, lines = (_SCRIPTS / file).read_text(encoding="utf-8").partition(_BEGIN)
    imports = [line for line in head.splitlines(keepends=True) if line.startswith("import ")]
    return imports, lines.partition("\n")[2].strip()
