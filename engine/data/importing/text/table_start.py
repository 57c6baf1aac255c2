"""This module finds where a table begins among the first rows of a file, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.cell_numbers import NumberForm, number_in
from engine.data.importing.layout import Layout
from engine.data.importing.text.delimiters import rows_in
from engine.data.importing.text.fitting import is_rule
from engine.data.importing.text.header import looks_like_header, names_numbers
from engine.data.importing.text.header_lines import header_lines, stands_above
from engine.data.importing.text.orange_header import Declaration, orange_header

Rows = Sequence[tuple[int, Sequence[str]]]

_MOST_TITLES = 40
_REMARK = re.compile(r"\s*(?:[%!*;]|//|--|REM\b|rem\b)")


@dataclass(frozen=True)
class Start:
    """first_line: where the table begins; after: the line of the header, below which the samples begin.

    names: the cells that name the columns, "" for those without a name, or None; declared: what Orange says of them.
    is_short: the header lacks the first column's name; first_is_number: the first column holds numbers.
    is_joined: the names are those of two lines. units: what the line `units_line` says of them, or "".
    """

    first_line: int
    after: int
    width: int
    names: tuple[str, ...] | None
    has_header: bool
    declared: tuple[Declaration, ...] | None
    is_short: bool
    first_is_number: bool
    has_samples: bool
    is_joined: bool = False
    units: tuple[str, ...] = ()
    units_line: int = 0


def find_start(rows: Rows, layout: Layout, form: NumberForm, commented: Sequence[str] | None = None) -> Start:
    """Where the table begins in `rows` (line, cells), of which there is at least one."""
    begin = layout.first_line
    drawn = [row for row in rows if not is_rule(row[1])] or list(rows)
    rest = [row for row in drawn if begin is None or row[0] >= begin] or drawn
    width = _usual_width(rest)
    kept, is_joined = _from_header(rest, width, layout, form)
    cells = [cells for _, cells in kept]
    declared = orange_header(cells) if layout.has_header is not False else None
    is_short = len(cells) > 1 and len(cells[0]) == width - 1 and len(cells[1]) == width
    has_header = True if is_joined else layout.has_header
    if declared is not None and has_header is None:
        has_header = True
    if commented is not None and has_header is None and names_numbers(cells, form):
        commented = None  # the table has a header of its own
    if has_header is None:
        has_header = commented is None and (looks_like_header(cells, form) or _is_only_names(cells, form))
    passes_units = layout.passes_units is not False and declared is None
    lines = header_lines(cells, is_joined, passes_units, form) if has_header else None
    names = lines.names if lines is not None else tuple(commented) if commented is not None else None
    count = 0 if lines is None else lines.count if declared is None else declared[1]
    below = kept[count:]
    is_trailing = all(not row[-1].strip() for _, row in below if len(row) == width)
    return Start(
        first_line=kept[0][0],
        after=kept[count - 1][0] if count else kept[0][0] - 1,
        width=width,
        names=names,
        has_header=has_header,
        declared=declared[0] if declared is not None and has_header else None,
        is_short=bool(has_header and is_short and not is_trailing),
        first_is_number=_holds_numbers(below, form),
        has_samples=bool(below),
        is_joined=is_joined,
        units=lines.units if lines is not None else (),
        units_line=kept[lines.units_at][0] if lines is not None else 0,
    )


def named(start: Start) -> tuple[str, ...]:
    """As many names as there are columns, "" where the file gives none."""
    if start.declared is not None:
        given = [column.name for column in start.declared]
    else:
        given = [name.strip() for name in start.names or ()]
    if start.is_short:
        given = ["", *given]
    return tuple([*given, *[""] * start.width][: max(start.width, 1)])


def commented_names(comment: str | None, delimiter: str, width: int, form: NumberForm) -> list[str] | None:
    """The cells of a comment that names every column."""
    cells = next((cells for _, cells in rows_in([comment], delimiter)), []) if comment is not None else []
    is_row = any(number_in(cell, form) is not None for cell in cells)
    return cells if len(cells) == width > 1 and not is_row else None


def _from_header(rows: Rows, width: int, layout: Layout, form: NumberForm) -> tuple[Rows, bool]:
    """The rows without titles above them, and whether two lines of groups and names are the header."""
    count = 0
    if layout.first_line is None:
        count = _titles(rows, width, form)
        count += _titles_like_rows(rows[count:], width, form)
    may_be_joined = layout.has_header is not False and layout.joins_header is not False
    for first in (max(count - 1, 0), count) if may_be_joined else ():  # groups may look like a title
        if len(rows) > first + 2 and _are_groups(rows[first:], form):
            return rows[first:], True
    return rows[count:], False


def _are_groups(rows: Rows, form: NumberForm) -> bool:
    """Whether the first row names groups of the columns that the second one names."""
    (_, groups), (_, names), *below = rows
    return stands_above(groups, names, [cells for _, cells in below], form)


def _is_only_names(rows: Sequence[Sequence[str]], form: NumberForm) -> bool:
    """Whether nothing stands below a row of several words, the first of which may be empty, above names of rows."""
    names = rows[0][1:] if not rows[0][0].strip() else rows[0]
    return len(rows) == 1 < len(names) and all(cell.strip() and number_in(cell, form) is None for cell in names)


def _usual_width(rows: Rows) -> int:
    return Counter(len(cells) for _, cells in rows).most_common(1)[0][0]


def _titles(rows: Rows, width: int, form: NumberForm) -> int:
    """How many rows stand above the table: they have another number of cells, or hardly any with something in them."""
    count = 0
    while width > 1 and count < len(rows) - 1 and _is_title([cells for _, cells in rows[count:]], width, form):
        count += 1
    return count


def _titles_like_rows(rows: Rows, width: int, form: NumberForm) -> int:
    """How many rows, one of them by chance as long as those of the table, stand above a header.

    The header is the first row that is as long as all below it, and below a row of another length or a blank line.
    """
    for place in range(1, min(len(rows) - 1, _MOST_TITLES)):
        (before, above), (line, _) = rows[place - 1], rows[place]
        below = [cells for _, cells in rows[place:]]
        is_uneven, is_apart = len(above) != width, line > before + 1
        if not (is_uneven or is_apart) or any(len(cells) != width for cells in below):
            continue
        has_header = is_apart and not is_uneven and names_numbers([rows[0][1], below[1]], form)
        return place if 2 * place < len(rows) and names_numbers(below[:2], form) and not has_header else 0
    return 0


def _is_title(rows: Sequence[Sequence[str]], width: int, form: NumberForm) -> bool:
    """Whether the first of the rows is none of the table."""
    first, full = rows[0], _full(rows[0])
    if _is_remark(rows, form):
        return True
    if len(first) == width:
        return full == 0 or (width > 2 and 2 * full <= width and any(_full(row) > full for row in rows[1:5]))
    numbers = sum(number_in(cell, form) is not None for cell in first)
    if len(first) == width - 1 and len(rows[1]) == width and not numbers and full == len(first) and width > 2:
        return looks_like_header(rows[1:], form)  # else it is a header without the name of the row names
    return not (numbers and numbers == full)


def _is_remark(rows: Sequence[Sequence[str]], form: NumberForm) -> bool:
    """Whether rows begin with a sign that other programs put before remarks, above a header or a row of numbers."""
    count = next((place for place, row in enumerate(rows) if not _REMARK.match(row[0])), 0)
    return count > 0 and len(rows) > count + 1 and names_numbers(rows[count : count + 3], form)


def _full(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _holds_numbers(rows: Rows, form: NumberForm) -> bool:
    """Whether most of the first cells are numbers."""
    cells = [cells[0] for _, cells in rows if cells and cells[0].strip()]
    return 2 * sum(number_in(cell, form) is not None for cell in cells) > len(cells)
