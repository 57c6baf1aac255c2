"""This module knows the tables of samples that the program itself exports again, with their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.importing.raw_table import Role
from engine.data.importing.text.own_header import BEGINNING, orders_at_end

_OUTPUT = "output"


@dataclass(frozen=True)
class OwnRoles:
    """The role of every column, and the column that tells training samples from test samples.

    are_values: whether the targets are no classes, so that no answer is right or wrong.
    """

    roles: tuple[Role, ...]
    tests: int | None
    are_values: bool


def own_roles(names: Sequence[str]) -> OwnRoles | None:
    """The roles in a table of samples with the network's answers; None for other tables."""
    count, names = len(names), names[: len(names) - len(orders_at_end(names))]
    if len(names) < 6 or tuple(names[:2]) != BEGINNING or "error" not in names[-2:]:
        return None
    end = len(names) - 1 - list(reversed(names)).index("error")
    first = next((place for place in range(2, end) if _is_output(names[place])), None)
    if first is None or not all(_is_output(name) for name in names[first:end]):
        return None
    targets = range(first - (end - first), first)
    if targets.start < 3 or (
        len(targets) > 1 and any(names[p + len(targets)] != f"output {names[p]}" for p in targets)
    ):
        return None
    roles: list[Role] = ["leave_out"] * count
    for place in range(2, first):
        roles[place] = "target" if place in targets else "input"
    return OwnRoles(tuple(roles), 1, names[-1] == "error")


def _is_output(name: str) -> bool:
    return name == _OUTPUT or name.startswith(_OUTPUT + " ")
