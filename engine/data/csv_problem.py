"""This module says in the program's own words why lines of text cannot be split into cells."""

from __future__ import annotations

import csv

from engine.spec.errors import Text

LONGEST_ROW = 2_000_000
"""Characters; more than any line has."""


class RowTooLongError(csv.Error):
    """A row goes on for more than `LONGEST_ROW` characters, over many lines between quotation marks."""


class OpenQuoteError(csv.Error):
    """A cell begins with a quotation mark that is never closed."""


def csv_problem(error: csv.Error) -> Text:
    """What the csv library refuses; it says so in English, to programmers."""
    if isinstance(error, RowTooLongError):
        return Text("this row is longer than {limit:,} characters", limit=LONGEST_ROW)
    if isinstance(error, OpenQuoteError):
        return Text("a cell begins here with a quotation mark that is never closed")
    if "field limit" in str(error):
        return Text("a cell is longer than {limit:,} characters", limit=csv.field_size_limit())
    return Text("the values of this line cannot be told apart")
