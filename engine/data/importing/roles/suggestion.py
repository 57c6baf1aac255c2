"""This module suggests the roles of all columns, and says in sentences why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from engine.data.cell_numbers import number_text
from engine.data.dataset import Dataset
from engine.data.datasets.tables import MAX_TEXT_CLASSES
from engine.data.importing.cells.column_kinds import different, is_text, yes_no
from engine.data.importing.cells.words import words_in
from engine.data.importing.decisions import Decision, some
from engine.data.importing.raw_table import Column, RawTable, Role
from engine.data.importing.roles.findings import (
    is_free_text,
    is_row_name,
    is_row_number,
    one_hot,
    only_first_counts_classes,
    tells_tests,
)
from engine.data.importing.roles.own_exports import own_roles
from engine.data.importing.roles.plan import Plan
from engine.data.words import MAX_WORDS
from engine.spec.errors import Text
from engine.spec.value_checks import check_kind

_TARGET_NAMES = frozenset(
    ("class", "classes", "label", "labels", "target", "targets", "species", "outcome", "class-att", "category")
) | {"klasse", "ziel", "zielgröße", "classe", "clase", "cible", "objetivo", "类别", "类", "标签", "期望输出", "目标"}
_ANSWER = re.compile(r"[yd]|output", re.IGNORECASE)
_GIVEN = re.compile(r"x[ _]?\d*|x[₀-₉]+", re.IGNORECASE)


_SHOWN_WORDS = 4


@dataclass(frozen=True)
class Suggestion:
    """The likely plan, and why it is that."""

    plan: Plan
    decisions: tuple[Decision, ...]


def suggested_plan(table: RawTable) -> Plan:
    """The likely roles: the file's own; else those that looking at all of its columns suggests."""
    return suggestion(table).plan


def suggestion(table: RawTable) -> Suggestion:
    """The likely roles with the reasons: what the file says, else what its columns look like."""
    check_kind("What is planned for", table, RawTable)
    columns = table.columns
    own = own_roles([column.name for column in columns])
    looked_at = _looked_at(table)
    if own is not None:
        text = Text("These samples were exported by Perceptra: they come back with the roles that they had.")
        encodings = tuple(column.encoding for column in columns)
        plan = Plan(own.roles, "values" if own.are_values else "auto", encodings=encodings, tests=own.tests)
        return Suggestion(plan, (_roles_back(text, own.roles, looked_at.plan.roles),))
    if any(column.said == "target" for column in columns):
        said: tuple[Role, ...] = tuple(_said(column) for column in columns)
        text = Text("The file says which columns are inputs and which are targets.")
        left = [place for place, column in enumerate(columns) if column.said in (None, "leave_out")]
        tests = looked_at.plan.tests if looked_at.plan.tests in left else None
        about = (*_about_tests(columns, tests), *_about_words(columns, said, left))
        return Suggestion(Plan(said, tests=tests), (_roles_back(text, said, looked_at.plan.roles), *about))
    if any(column.said is not None for column in columns) and not table.notes:
        return _with_said(looked_at, columns)
    if table.notes and columns and all(column.said == "input" for column in columns):
        inputs: tuple[Role, ...] = tuple("input" for _ in columns)
        return Suggestion(Plan(inputs), ())  # the target is among what was left aside
    return looked_at


def _said(column: Column) -> Role:
    """What the file says, but that not all words can be inputs."""
    if column.said == "input" and column.kind == "text" and not column.labels and not _can_be_encoded(column):
        return "leave_out"
    return column.said or "leave_out"


def _can_be_encoded(column: Column) -> bool:
    """Whether a column of words makes good inputs: some words that come again, no labels of digits."""
    if column.kind != "text" or column.labels or is_free_text(column):
        return False
    return max(different(column)[0], len(column.classes or ())) <= MAX_TEXT_CLASSES


def plan_like(table: RawTable, data: Dataset) -> Plan:
    """The likely roles in a table of test samples for `data`: its input columns by name, where they are all there."""
    names = [column.name for column in table.columns]
    likely = suggested_plan(table)
    if not set(data.raw_input_names) <= set(names) or len(set(names)) < len(names):
        return replace(likely, tests=None)
    targets = set(data.target_names) if set(data.target_names) <= set(names) else _likely_among(names, likely, data)
    roles: tuple[Role, ...] = tuple(
        "input" if name in data.raw_input_names else "target" if name in targets else "leave_out" for name in names
    )
    return replace(likely, roles=roles, tests=None)


def _likely_among(names: list[str], likely: Plan, data: Dataset) -> set[str]:
    """The likely target among the columns that are no inputs of `data`."""
    others = [name for name in names if name not in data.raw_input_names]
    likely_targets = {name for name, role in zip(names, likely.roles, strict=True) if role == "target"}
    return likely_targets & set(others) or set(others[-1:])


def _looked_at(table: RawTable) -> Suggestion:
    """What the columns themselves suggest."""
    columns = table.columns
    names = [column.name for column in columns if column.is_named]
    rows = [place for place, column in enumerate(columns) if is_row_number(column, place, names)]
    rows += [place for place, column in enumerate(columns) if is_row_name(column, place)]
    tests = next((place for place, column in enumerate(columns) if tells_tests(column)), None)
    free = [place for place, column in enumerate(columns) if is_free_text(column) and place not in rows]
    rest = [place for place, column in enumerate(columns) if place not in (*rows, tests) and not column.is_empty]
    if len(rest) < 2 and not names:
        rows = [place for place in rows if is_text(columns[place])]  # else nothing would be left
        rest = [place for place, column in enumerate(columns) if place not in rows and not column.is_empty]
    targets, why = _targets(columns, rest, set(free))
    others = [place for place in rest if place not in targets]
    inputs = [place for place in others if _can_be_input(columns[place])]
    inputs = inputs or [place for place in others if columns[place].kind == "date"]  # else there would be none
    roles: tuple[Role, ...] = tuple(
        "target" if place in targets else "input" if place in inputs else "leave_out" for place in range(len(columns))
    )
    decisions = [
        *why,
        *_about_rows(columns, rows),
        *_about_tests(columns, tests),
        *_about_words(columns, roles, rows if tests is None else [*rows, tests]),
        *_about_free(columns, free, targets),
    ]
    return Suggestion(Plan(roles, tests=tests), tuple(decisions))


def _can_be_input(column: Column) -> bool:
    return not is_text(column) or column.kind in ("flag", "time") or _can_be_encoded(column)


def _targets(columns: Sequence[Column], rest: list[int], free: set[int]) -> tuple[list[int], list[Decision]]:
    """The target columns among those that are left, and why they are several."""
    dated = [place for place in rest if columns[place].kind in ("date", "time")]
    possible = [place for place in rest if place not in free and place not in dated]
    named = [place for place in possible if columns[place].name.strip().lower() in _TARGET_NAMES]
    if named:
        return named[-1:], []
    answer = _answer(columns, possible)
    if answer is not None:
        return [answer], []
    coded = [place for place in rest if columns[place].kind in ("number", "flag") or yes_no(columns[place]) is not None]
    hot = one_hot(columns, coded)
    if hot and hot[-1] == possible[-1]:
        names = some(columns[place].name for place in hot)
        text = Text(
            "The last {count} columns are one-hot, so they are {count} classes: {names}.", count=len(hot), names=names
        )
        return hot, [Decision(text, tuple((place, "input") for place in hot[:-1]))]
    if only_first_counts_classes(columns, rest):
        text = Text("Of columns without names only the first counts a few classes, so it is the target.")
        return rest[:1], [Decision(text, ((rest[0], "input"), (rest[-1], "target")))]
    inputs = [place for place in rest if not is_text(columns[place]) or columns[place].kind == "flag"]
    if not possible or (inputs == possible and len(possible) == 1 and not dated and len(rest) > 1):
        possible = [place for place in rest if place not in dated] or rest  # all words differ: that is said
    return [_likely_target(columns, possible)] if possible else list(range(len(columns)))[-1:], []


def _answer(columns: Sequence[Column], possible: list[int]) -> int | None:
    """The last column where it is called y and none is called x; or the only one called y beside x1, x2 and others."""
    names = [columns[place].name.strip().lower() for place in possible]
    if names and names[-1] in ("y", "output") and "x" not in names:
        return possible[-1]
    answers = [place for place in possible if _ANSWER.fullmatch(columns[place].name.strip())]
    others = [place for place in possible if place not in answers]
    are_given = all(_GIVEN.fullmatch(columns[place].name.strip()) for place in others)
    return answers[0] if len(answers) == 1 and others and are_given else None


def _likely_target(columns: Sequence[Column], possible: list[int]) -> int:
    """The only column of words that come again, else the last one."""
    last = possible[-1]
    has_names = any(column.is_named for column in columns)  # then one without is no target
    words = [
        place for place in possible if columns[place].kind == "text" and (columns[place].is_named or not has_names)
    ]
    if last not in words and columns[last].kind != "flag" and len(words) == 1:
        count, cells = different(columns[words[0]])
        if 2 <= count <= MAX_TEXT_CLASSES and 2 * count <= cells:
            return words[0]
    return last


def _about_rows(columns: Sequence[Column], rows: list[int]) -> list[Decision]:
    if not rows:
        return []
    names = some(columns[place].name for place in rows)
    text = Text("Left out, as it numbers or names the rows: {names}.", names=names)
    return [Decision(text, tuple((place, "input") for place in _usable(columns, rows)))]


def _about_tests(columns: Sequence[Column], tests: int | None) -> list[Decision]:
    if tests is None:
        return []
    text = Text("{column} says which rows are test samples, so it is left out.", column=columns[tests].name)
    return [Decision(text, ((tests, "input"),))]


def _about_words(columns: Sequence[Column], roles: Sequence[Role], said: Sequence[int] = ()) -> list[Decision]:
    """Why columns of words and dates are no inputs, or which inputs they become."""
    found = []
    left = [place for place, role in enumerate(roles) if role == "leave_out" and place not in said]
    labels = [place for place in left if columns[place].labels]
    dates = [place for place in left if columns[place].kind == "date"]
    words = [place for place in left if columns[place].kind == "text" and place not in labels]
    kept = [place for place, role in enumerate(roles) if role == "target" and _loses_digits(columns[place])]
    if kept:
        text = Text("Labels stay as they are written, such as 007: {names}.", names=_names(columns, kept))
        found.append(Decision(text, task="values"))
    if labels:
        text = Text("Left out, as numbers would lose digits of its labels: {names}.", names=_names(columns, labels))
        found.append(Decision(text, tuple((place, "input") for place in labels)))
    timed = [place for place, role in enumerate(roles) if role == "input" and columns[place].kind == "date"]
    if timed:
        text = Text(
            "Dates are inputs, as days since 1970, as nothing else could be: {names}.", names=_names(columns, timed)
        )
        found.append(Decision(text, tuple((place, "leave_out") for place in timed)))
    if dates:
        text = Text(
            "Left out, as they are dates: {names}. As inputs they become days since 1970, or a part such as the month.",
            names=_names(columns, dates),
        )
        found.append(Decision(text, tuple((place, "input") for place in dates)))
    found += _about_times(columns, roles)
    encoded = [place for place, role in enumerate(roles) if role == "input" and _can_be_encoded(columns[place])]
    if encoded:
        text = Text(
            "Words become inputs, one for each of them (one-hot): {names}.",
            names=some(_with_words(columns[place]) for place in encoded),
        )
        found.append(Decision(text, tuple((place, "leave_out") for place in encoded)))
    if words:
        text = Text("Left out, as too many of their words differ: {names}.", names=_names(columns, words))
        found.append(Decision(text, tuple((place, "input") for place in _usable(columns, words))))
    return found


def _about_times(columns: Sequence[Column], roles: Sequence[Role]) -> list[Decision]:
    """In what the times are counted that are inputs."""
    said: dict[str, Callable[[str], Text]] = {
        "hours": lambda names: Text("Times become hours, 13:45 is 13.75: {names}.", names=names),
        "minutes": lambda names: Text("Times become minutes, 1 min 30 s is 1.5: {names}.", names=names),
        "seconds": lambda names: Text("Times become seconds, 1 min 30 s is 90: {names}.", names=names),
        "days": lambda names: Text("Times become days, 1 week is 7: {names}.", names=names),
    }
    found = []
    for unit, say in said.items():
        timed = [place for place, column in enumerate(columns) if column.kind == "time" and column.time_unit == unit]
        clocks = [place for place in timed if roles[place] == "input"]
        if clocks:
            text = say(_names(columns, clocks))
            found.append(Decision(text, tuple((place, "leave_out") for place in clocks)))
    return found


def _usable(columns: Sequence[Column], places: Sequence[int]) -> list[int]:
    """The columns that could be inputs, too: those of numbers, and of words that are not too many."""
    return [place for place in places if not is_text(columns[place]) or different(columns[place])[0] <= MAX_WORDS]


def _with_words(column: Column) -> str:
    """The name of a column with its words, or how many they are."""
    words = words_in(column)
    return f"{column.name} ({', '.join(words)})" if len(words) <= _SHOWN_WORDS else f"{column.name} ({len(words)})"


def _loses_digits(column: Column) -> bool:
    """Whether a label would be written otherwise if it were a number."""
    return column.labels and any(text != number_text(float(text)) for text in column.texts[:1000] if text.isdecimal())


def _about_free(columns: Sequence[Column], free: list[int], targets: list[int]) -> list[Decision]:
    wide = [place for place in free if place == len(columns) - 1 or columns[place].name.lower() in _TARGET_NAMES]
    if not wide:
        return []
    text = Text("Nearly all words of {names} differ, so they name no classes.", names=_names(columns, wide))
    if set(wide) & set(targets):
        return [Decision(text)]  # nothing else could be the target
    return [
        Decision(text, tuple((place, "target") for place in wide) + tuple((place, "leave_out") for place in targets))
    ]


def _names(columns: Sequence[Column], places: list[int]) -> str:
    return some(columns[place].name for place in places)


def _roles_back(text: Text, roles: Sequence[Role], others: Sequence[Role]) -> Decision:
    """A decision that, undone, gives the columns other roles."""
    pairs = enumerate(zip(roles, others, strict=True))
    return Decision(text, tuple((place, other) for place, (role, other) in pairs if role != other))


def _with_said(looked_at: Suggestion, columns: Sequence[Column]) -> Suggestion:
    """What the columns suggest, without those that the file leaves out itself."""
    roles: tuple[Role, ...] = tuple(
        "leave_out" if column.said == "leave_out" and role != "target" else role
        for column, role in zip(columns, looked_at.plan.roles, strict=True)
    )
    return Suggestion(replace(looked_at.plan, roles=roles), looked_at.decisions)
