"""This module gives exported scripts the lines that read tables, and the settings that a user can change there."""

from __future__ import annotations

from functools import cache

from engine.data.cell_numbers import CURRENCY, MISSING_WORDS
from engine.export.numbers import quoted
from engine.files.resources import RESOURCES

_SOURCE = RESOURCES / "scripts" / "read_table.py"
_BEGIN = "# What follows reads tables.\n"

SETTINGS = f"""
# How the tables are written that this script reads. What is None is found out.
ENCODING = None  # such as "utf-8", "cp1252" or "gb18030"
DELIMITER = None  # such as ";" or ","; a blank stands for any run of blanks and tabs
DECIMAL = None  # "." or ","
COLUMNS = None  # where the inputs stand in a row, such as [1, 2, 4]; else they are found by their names
MISSING = {quoted(("", "?", *sorted(MISSING_WORDS)))}
CURRENCY = r"{CURRENCY}"
"""

NO_WORDS = "WORDS = {}  # no column holds words\n"


def import_lines() -> str:
    """In Python: the modules that `reading_lines` need."""
    head = _parts()[0].splitlines(keepends=True)
    return "".join(line for line in head if line.startswith("import "))


def reading_lines() -> str:
    """In Python: `answers_to(path, predict)` and `read_table(path)`; they need the constants above a script."""
    return "\n\n" + _parts()[1].strip() + "\n"


@cache
def _parts() -> tuple[str, str]:
    """What stands above the lines that read tables, and these."""
    head, _, lines = _SOURCE.read_text(encoding="utf-8").partition(_BEGIN)
    return head, lines
