"""A large table takes little more memory than its file, and its numbers stand in the samples without a copy."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np

from engine.data.importing import Plan, convert, read_table, suggested_plan

ROWS = 60_000
PORTION = 500_000
"""Bytes that the rows at work take, whatever the size of the file."""


def test_reading_and_converting_take_at_most_two_and_a_half_times_the_file(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    values = np.random.default_rng(0).normal(size=(ROWS, 3))
    lines = (f"{a:.6g},{b:.6g},{c:.6g},{'abc'[i % 3]}" for i, (a, b, c) in enumerate(values.tolist()))
    file.write_text("x,y,z,class\n" + "\n".join(lines))
    first = read_table(file)  # what is loaded and remembered once is no part of it
    convert(first, suggested_plan(first))
    del first
    tracemalloc.start()
    try:
        table = read_table(file)
        done = convert(table, suggested_plan(table))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most <= 2.5 * file.stat().st_size + PORTION
    assert done.n_samples == ROWS


def test_the_samples_share_the_numbers_of_the_table_only_where_they_are_all_of_them(tmp_path: Path) -> None:
    file = tmp_path / "few.csv"
    file.write_text("x,y,k\n" + "".join(f"{i / 4},{i % 3},{'ab'[i % 2]}\n" for i in range(12)))
    table = read_table(file)
    whole = convert(table, Plan(("input", "input", "target"))).spec.inputs
    part = convert(table, Plan(("leave_out", "input", "target"))).spec.inputs
    assert whole is not None
    assert part is not None
    assert np.shares_memory(whole.array, table.columns[0].values)
    assert not np.shares_memory(part.array, table.columns[1].values)
    assert whole.array.tolist() == [[i / 4, i % 3] for i in range(12)]
    assert part.array.tolist() == [[i % 3] for i in range(12)]
