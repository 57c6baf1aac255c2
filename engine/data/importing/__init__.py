"""Tables that people bring along: found out about, read into named columns, and turned into a data set.

The stages are bytes, encoding and lines (`text`), cells and their kinds (`cells`), roles (`roles`) and the recipe of a
data set (`conversion`); `formats` has a module for each kind of file. Nothing here touches a project: `read_table`
gives a `RawTable`, `convert` gives the recipe of a data set.

May import the modules of `data` beside it and what they may import.
"""

from engine.data.importing.conversion.conversion import Converted, convert
from engine.data.importing.decisions import Decision
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import MAX_FILE_BYTES, CellError, Column, Kind, RawTable, Role
from engine.data.importing.reader import SUFFIXES, read_table
from engine.data.importing.reading_progress import Watch
from engine.data.importing.roles.plan import Misfits, Plan, Task, Vacancies
from engine.data.importing.roles.suggestion import Suggestion, plan_like, suggested_plan, suggestion

__all__ = [
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "CellError",
    "Column",
    "Converted",
    "Decision",
    "Kind",
    "Layout",
    "Misfits",
    "Plan",
    "RawTable",
    "Role",
    "Suggestion",
    "Task",
    "Vacancies",
    "Watch",
    "convert",
    "plan_like",
    "read_table",
    "suggested_plan",
    "suggestion",
]
