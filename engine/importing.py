"""Importing tables, under the name that scripts use. The modules are in `engine/data/importing`."""

from engine.data.importing import (
    MAX_FILE_BYTES,
    SUFFIXES,
    Column,
    Converted,
    Layout,
    Plan,
    RawTable,
    Role,
    Task,
    Vacancies,
    Watch,
    convert,
    plan_like,
    read_table,
    suggested_plan,
)

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
