"""This module gives exported scripts the lines that read tables, and the settings that a user can change there."""

from __future__ import annotations

from functools import cache

from engine.data.cell_numbers import MISSING_WORDS
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
"""

NO_WORDS = "WORDS = {}  # no column holds words\n"

IMPORTS = "import collections\nimport csv\nimport os\nimport re\nimport sys\n"


@cache
def reading_lines() -> str:
    """In Python: `answers_to(path, predict)` and `read_table(path)`; they need the constants above a script."""
    return "\n\n" + _SOURCE.read_text(encoding="utf-8").partition(_BEGIN)[2].strip() + "\n"
