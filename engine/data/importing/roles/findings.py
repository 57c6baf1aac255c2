"""This module looks at whole columns: row numbers, row names, ids, names that no two rows share, one-hot classes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.datasets.tables import MAX_TEXT_CLASSES, counts_classes
from engine.data.importing.cells.column_kinds import different, yes_no
from engine.data.importing.raw_table import MISSING, NUMBER, Column

_ROW_NAMES = re.compile(
    r"(column 1|unnamed: ?[\d.]+|\.\.\.\d+|level_\d|id|ids|idx|index|row|rows|no\.?|nr\.?|num|number|#|"
    r"obs|observation|record|case|s(r|l|erial)?[ .]*(no|number)\.?|key|rownames?|"
    r"row[ _.]?(names?|id|no|nr|num|number)|sample[ _.]?(id|no|nr|number)|.+[ _.-]id|编号|序号|行号|序列|"
    r"(?-i:.*[a-z]I[dD]))",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"([Uu]nnamed: ?[\d.]+|\.\.\.\d+|X)?")
_SURE_ROWS = 10
_LONG_ID, _NEARLY_ALL = 100_000, 0.9
_SPLITS = frozenset(("split", "set", "subset", "partition", "fold", "usage"))


def is_row_number(column: Column, place: int, names: Sequence[str]) -> bool:
    """Whether a column counts the rows, or is an id of numbers: the first one as R and pandas write it, or by its name.

    names: those that the file gives; where it gives none, the first column must count a good many rows. R's X is the
    first coordinate where a Y stands beside it.
    """
    if column.kind != "number" or (column.codes >= 0).any():
        return False
    name = column.name.strip() if column.is_named else ""
    values = column.values[column.codes == NUMBER]
    is_counted = len(values) > 1 and values[0] in (0.0, 1.0) and bool((np.diff(values) == 1).all())
    if place == 0 and _UNNAMED.fullmatch(name) and not (name == "X" and "Y" in names):
        differ = len(np.unique(values)) == len(values) > 1
        return differ if names else len(values) >= _SURE_ROWS and (is_counted or _are_long_ids(values))
    if name and _ROW_NAMES.fullmatch(name):
        return _are_ids(values)
    return False


def _are_ids(values: NDArray[np.float64]) -> bool:
    """Whether whole numbers are all different, as the numbers of rows are, also of some of them."""
    return len(values) > 1 and bool((values == np.floor(values)).all()) and len(np.unique(values)) == len(values)


def _are_long_ids(values: NDArray[np.float64]) -> bool:
    """Whether most are whole numbers of six digits or more that hardly ever come again, as in UCI's wdbc.data."""
    whole = bool((values == np.floor(values)).all())
    return whole and float(np.median(values)) >= _LONG_ID and len(np.unique(values)) > _NEARLY_ALL * len(values)


def is_row_name(column: Column, place: int) -> bool:
    """Whether a column of words names the rows: the first, without a name of its own or called so, all different.

    Where most rows have no name at all, the few that there are may come again.
    """
    if column.kind != "text" or place or (column.is_named and not _ROW_NAMES.fullmatch(column.name.strip())):
        return False
    count, cells = different(column)
    return count == cells == len(column.codes) or (not column.is_named and 2 * cells < len(column.codes))


def is_free_text(column: Column) -> bool:
    """Whether nearly all words of a column differ, so that they name no classes."""
    if column.kind != "text" or column.classes is not None:
        return False
    count, cells = different(column)
    return cells >= _SURE_ROWS and (2 * count > cells or (count > MAX_TEXT_CLASSES and count > 0.2 * cells))


def one_hot(columns: Sequence[Column], places: Sequence[int]) -> list[int]:
    """The last of `places` whose columns are one-hot together: two codes, the high one in exactly one column a row.

    TRUE and FALSE, yes and no are codes, too; rows without a value in the last column do not count.
    """
    full = _is_full(columns[places[-1]]) if places else np.empty(0, dtype=bool)
    total: NDArray[np.int64] | None = None
    codes: tuple[float, float] | None = None
    found: list[int] = []
    for place in reversed(places):
        column = columns[place]
        here = _two_codes(column)
        if here is None or (codes is not None and here != codes):
            break
        codes = here
        high = (_values(column) == codes[1])[full]
        total = high.astype(np.int64) if total is None else total + high
        found.insert(0, place)
        if total.max() > 1:
            break
        if len(found) > 1 and total.min() == 1:
            return found if _are_classes(columns, found, len(places) - len(found)) else []
    return []


def only_first_counts_classes(columns: Sequence[Column], places: Sequence[int]) -> bool:
    """Whether, among columns without names, the first alone numbers a few classes, as in UCI's wine.data."""
    if len(places) < 2 or any(column.is_named for column in columns):
        return False
    first, *others = (columns[place] for place in places)
    return _counts_classes(first) and not any(map(_counts_classes, others)) and len(np.unique(others[-1].values)) > 2


def _counts_classes(column: Column) -> bool:
    if column.kind != "number" or (column.codes != NUMBER).any() or len(column.values) < _SURE_ROWS:
        return False
    return counts_classes(*np.unique(column.values, return_counts=True))


def _are_classes(columns: Sequence[Column], found: list[int], others: int) -> bool:
    """Enough rows, and other columns left: two columns that are each other's opposite may be so by chance."""
    rows = len(columns[found[0]].values)
    return others > 0 and rows >= max(4, len(found)) and (len(found) > 2 or min(_highs(columns, found)) > 1)


def _highs(columns: Sequence[Column], found: list[int]) -> list[int]:
    values = (_values(columns[place]) for place in found)
    return [int((column == np.nanmax(column)).sum()) for column in values]


def _values(column: Column) -> NDArray[np.float64]:
    """The numbers of a column; 1 and 0 for yes and no."""
    answers = yes_no(column)
    return column.values if answers is None else answers


def _is_full(column: Column) -> NDArray[np.bool_]:
    return np.asarray(column.codes != MISSING)


def _two_codes(column: Column) -> tuple[float, float] | None:
    """The two numbers of which a column consists."""
    is_full = _is_full(column)
    answers = yes_no(column)
    if answers is None and (column.kind == "text" or (column.kind == "number" and (column.codes >= 0).any())):
        return None
    if column.kind not in ("number", "flag", "text"):
        return None
    values = _values(column) if is_full.all() else _values(column)[is_full]
    if not len(values):
        return None
    low, high = float(values.min()), float(values.max())
    return (low, high) if low < high and bool(((values == low) | (values == high)).all()) else None


def tells_tests(column: Column) -> bool:
    """Whether it says of each row if it is for training or a test sample."""
    words = {text.lower() for text in column.used_texts}
    is_split = column.name.strip().lower() in _SPLITS
    return is_split and column.kind == "text" and "test" in words and words <= {"train", "training", "test"}
