"""Delimiters that hardly anybody uses, beside decimal commas that look like the usual one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.imported_tables import read


@pytest.mark.parametrize("mark", ["^", "~", "¦"])
def test_a_mark_that_makes_numbers_of_the_cells_is_the_delimiter(tmp_path: Path, mark: str) -> None:
    lines = "".join(f"{k}{mark}{k},5{mark}{k % 2}\n" for k in range(12))
    table = read(tmp_path, f"a{mark}b{mark}c\n" + lines)
    assert table.layout is not None
    assert (table.layout.delimiter, table.layout.decimal) == (mark, ",")
    assert table.columns[1].values[:3].tolist() == [0.5, 1.5, 2.5]


@pytest.mark.parametrize(
    "content",
    [
        "when,who\n" + "".join(f"{k + 1}/2/2024,N{k}\n" for k in range(12)),
        "at,who\n" + "".join(f"{k}:30:00,N{k}\n" for k in range(12)),
        "mail,who\n" + "".join(f"n@{k},N{k}\n" for k in range(12)),
    ],
    ids=["dates", "times", "addresses"],
)
def test_marks_within_words_are_none(tmp_path: Path, content: str) -> None:
    table = read(tmp_path, content)
    assert table.layout is not None
    assert table.layout.delimiter == ","
    assert len(table.columns) == 2
