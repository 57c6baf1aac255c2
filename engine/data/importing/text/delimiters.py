"""This module splits lines into cells and finds what separates them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from engine.data.cell_numbers import NumberForm, number_in, number_in_any_form
from engine.data.csv_problem import LONGEST_ROW, OpenQuoteError, RowTooLongError

DELIMITERS = ("\t", ";", ",", "|", "，", "；", " ")
"""The usual ones; a blank stands for any run of blanks and tabs. Any other single character can be one, too."""

_NEVER = frozenset("\"'.-+_%()[]{}<>\r\n\0")
_SURE = 0.9
_FEW, _MORE = 0.1, 0.5  # shares of cells that are numbers: hardly any, and many more
_IN_DATES = "/:"
_SINGLE = re.compile(r"(?:^|[,;\t|])\s*'(?:[^'\\]|''|\\.)*'\s*(?=[,;\t| ]|$)")


def find_quote(lines: Sequence[str]) -> str:
    """What may stand around cells: single quotation marks where nearly every line has such a cell."""
    quoted = sum(_SINGLE.search(line) is not None for line in lines)
    return "'" if quoted >= max(2, _SURE * (len(lines) - 1)) else '"'  # the header may be written otherwise


def rows_between(lines: Iterable[str], delimiter: str, quote: str) -> Any:
    """The reader of the rows in `lines`; in single quotation marks another one may stand behind a backslash."""
    escape = "\\" if quote == "'" else None
    return csv.reader(lines, delimiter=delimiter, quotechar=quote, escapechar=escape, skipinitialspace=True)


def split(
    lines: Iterable[str], delimiter: str, *, quote: str = '"', is_whole: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every row that is not blank. Raises csv.Error for unfinished quotes and the like.

    is_whole: whether no lines follow, so that a quotation mark that is open at the end is a slip.
    """
    if delimiter == " ":
        lines = (line.replace("\t", " ").strip() for line in lines)
    taken, has_ended = 0, False

    def counted() -> Iterator[str]:
        nonlocal taken, has_ended
        for line in lines:
            taken += len(line)
            if taken > LONGEST_ROW:  # over many lines, between quotation marks
                raise RowTooLongError
            yield line
        has_ended = True

    reader = rows_between(counted(), delimiter, quote)
    for cells in reader:
        taken = 0
        if has_ended and is_whole:  # the reader looked for the end of this row in vain
            raise OpenQuoteError
        if cells and (len(cells) > 1 or cells[0].strip()):
            yield reader.line_num, cells


def is_delimiter(text: str) -> bool:
    """Whether a text can separate cells: one character that is no part of numbers, words or quotations."""
    return len(text) == 1 and text not in _NEVER and not text.isalnum()


def find_delimiter(lines: Sequence[str], form: NumberForm | None = None, quote: str = '"') -> str:
    """What separates the cells of the given lines: what makes rows of equal length, and numbers of their cells."""
    usual = {delimiter: _fitness(lines, delimiter, form, quote) for delimiter in DELIMITERS}
    best = max(usual, key=usual.__getitem__)
    if best == " " and _tabs_do_as_well(lines, form, quote):
        best = "\t"
    is_sure = usual[best][:2] >= (True, _SURE)
    if is_sure and usual[best][2] > _FEW:
        return best
    others = {delimiter: _fitness(lines, delimiter, form, quote) for delimiter in _unusual(lines)}
    other = max(others, key=others.__getitem__, default=best)
    found = others.get(other, usual[best])
    has_numbers = other not in _IN_DATES and found[:2] >= (True, _SURE) and found[2] > usual[best][2] + _MORE
    return other if (has_numbers if is_sure else found[:2] > usual[best][:2]) else best


def _tabs_do_as_well(lines: Sequence[str], form: NumberForm | None, quote: str) -> bool:
    """Whether tabs make equal rows in which no more words stand than between blanks, which may part thousands."""
    rows, others = ([cells for _, cells in rows_in(lines, delimiter, quote)] for delimiter in ("\t", " "))
    if {len(cells) for cells in rows} != {len(rows[0]) if rows else 0} or len(rows[0]) < 2:
        return False
    words, more = (sum(not is_number(cell, form) for cells in found for cell in cells) for found in (rows, others))
    return words <= more


def is_number(cell: str, form: NumberForm | None) -> bool:
    """Whether a cell holds a number, written in this form; in any form where that is open."""
    if form is not None:
        return number_in(cell, form) is not None
    return any(letter.isdigit() for letter in cell) and number_in_any_form(cell) is not None


def rows_in(lines: Sequence[str], delimiter: str, quote: str = '"') -> list[tuple[int, list[str]]]:
    """The rows in the given lines; none where they cannot be split."""
    try:
        return list(split(lines, delimiter, quote=quote))
    except csv.Error:
        return []


def _fitness(lines: Sequence[str], delimiter: str, form: NumberForm | None, quote: str) -> tuple[bool, float, float]:
    rows = [row for _, row in rows_in(lines, delimiter, quote)]
    if not rows:
        return False, 0.0, 0.0
    columns, often = Counter(map(len, rows)).most_common(1)[0]
    often += len(rows[0]) == columns - 1 > 1  # a header may lack a name, or a delimiter at its end
    cells = [cell for row in rows for cell in row if cell.strip()]
    numbers = sum(is_number(cell, form) for cell in cells) / max(len(cells), 1)
    return columns > 1, round(often / len(rows), 2), numbers


def _unusual(lines: Sequence[str]) -> list[str]:
    """Other marks that stand in nearly every line, and equally often."""
    marks = Counter(mark for line in lines for mark in set(line) if is_delimiter(mark) and mark not in DELIMITERS)
    often = [mark for mark, count in marks.items() if count >= _SURE * len(lines)]
    return sorted(mark for mark in often if unicodedata.category(mark)[:1] in "PSZ" or mark < " ")
