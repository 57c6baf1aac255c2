"""Tables that people bring along: found out about, read into named columns, and turned into a data set.

Nothing here touches a project: `read_table` gives a `RawTable`, `convert` gives the recipe of a data set.

May import the modules of `data` beside it and what they may import.
"""

from engine.data.importing.conversion import (
    Converted,
    Plan,
    Role,
    Task,
    Vacancies,
    convert,
    plan_like,
    suggested_plan,
)
from engine.data.importing.raw_table import MAX_FILE_BYTES, Column, RawTable
from engine.data.importing.reader import SUFFIXES, read_table
from engine.data.importing.reading_progress import Watch
from engine.data.importing.text_layout import Layout

__all__ = [
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "Column",
    "Converted",
    "Layout",
    "Plan",
    "RawTable",
    "Role",
    "Task",
    "Vacancies",
    "Watch",
    "convert",
    "plan_like",
    "read_table",
    "suggested_plan",
]
