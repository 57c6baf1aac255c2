"""This module opens a table file of any known kind."""

from __future__ import annotations

import os

from engine.data.importing.arff_reader import read_arff
from engine.data.importing.npz_reader import read_npz
from engine.data.importing.raw_table import MAX_FILE_BYTES, RawTable
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text_layout import Layout
from engine.data.importing.text_reader import read_text
from engine.data.importing.xlsx_reader import read_xlsx
from engine.files.text_file import path_of, read_bytes

SUFFIXES = ("csv", "tsv", "txt", "dat", "data", "arff", "npz", "xlsx")


def read_table(
    path: str | os.PathLike[str],
    layout: Layout = Layout(),  # noqa: B008 - it is frozen
    watch: Watch = UNWATCHED,
) -> RawTable:
    """The columns of the file at `path`, told by its ending: .arff, .npz, .xlsx, everything else being text.

    layout: how to read a text file; what it leaves open is found out.
    Raises EngineError naming the file, the place and the remedy.
    """
    file = path_of(path)
    raw = read_bytes(file, MAX_FILE_BYTES)
    kind = file.suffix.lower()
    if kind == ".npz":
        return read_npz(raw, file.name, watch)
    read = {".arff": read_arff, ".xlsx": read_xlsx}.get(kind, read_text)
    return read(raw, file.name, layout, watch)
