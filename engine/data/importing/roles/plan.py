"""This module defines a plan: what is to become of the columns of a table, and of cells that do not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.data.importing.raw_table import Role

Task = Literal["auto", "classes", "values"]
Vacancies = Literal["error", "drop", "mean"]
Misfits = Literal["error", "drop"]


@dataclass(frozen=True)
class Plan:
    """A plan says how a table is converted. `roles`: one for each column.

    task: "classes" makes every different target a class, "values" takes numbers as they stand, "auto" decides.
    missing: an empty cell in a used column is an error, drops its row, or (inputs only) becomes the column's mean;
        a row without its target is dropped in both latter cases.
    misfits: a cell that should be a number and is none, or a line of too few or too many cells, is an error or drops
        its row.
    encodings: how the cells of each column become numbers, a name of `conversion.encodings`, "" being the usual way;
        fewer than there are columns mean "" for the others.
    tests: the column whose cells say "test" where a row is a test sample, or None.
    """

    roles: tuple[Role, ...]
    task: Task = "auto"
    missing: Vacancies = "error"
    misfits: Misfits = "error"
    encodings: tuple[str, ...] = ()
    tests: int | None = None

    def encoding(self, column: int) -> str:
        """The encoding that is asked for."""
        return self.encodings[column] if column < len(self.encodings) else ""
