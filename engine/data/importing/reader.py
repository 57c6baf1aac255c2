"""This module opens a table file of any known kind."""

from __future__ import annotations

import os
from dataclasses import replace

from engine.data.importing.formats.arff import read_arff
from engine.data.importing.formats.foreign import check_is_text, kind_of, looks_like_text
from engine.data.importing.formats.npz import read_npy, read_npz
from engine.data.importing.formats.patterns import read_patterns
from engine.data.importing.formats.text import read_text
from engine.data.importing.formats.xlsx import read_xlsx
from engine.data.importing.layout import Layout
from engine.data.importing.matrix import stand_side_by_side
from engine.data.importing.raw_table import MAX_FILE_BYTES, RawTable
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.files.text_file import path_of, read_bytes

SUFFIXES = ("csv", "tsv", "tab", "txt", "dat", "data", "arff", "pat", "npy", "npz", "xlsx")

_READERS = {
    ".arff": read_arff,
    ".npy": read_npy,
    ".npz": read_npz,
    ".pat": read_patterns,
    ".xlsx": read_xlsx,
}
_PACKED = (".npy", ".npz", ".xlsx")


def read_table(
    path: str | os.PathLike[str],
    layout: Layout = Layout(),  # noqa: B008 - it is frozen
    watch: Watch = UNWATCHED,
) -> RawTable:
    """The columns of the file at `path`: what it is, its content tells, else its ending, else it is read as text.

    layout: how to read the file; what it leaves open is found out.
    Raises EngineError naming the file, the place and the remedy.
    """
    file = path_of(path)
    raw = read_bytes(file, MAX_FILE_BYTES)
    suffix = kind_of(raw) or file.suffix.lower()
    if suffix not in _READERS or (suffix in _PACKED and looks_like_text(raw)):
        check_is_text(raw, file.name)
        table = read_text(raw, file.name, layout, watch)
    else:
        table = _READERS[suffix](raw, file.name, layout, watch)
    del raw
    columns, table = list(table.columns), replace(table, columns=())
    stand_side_by_side(columns)
    return replace(table, columns=tuple(columns))
