"""Tables as people bring them: written to a file, read, and what is complained of."""

from __future__ import annotations

import codecs
import io
from pathlib import Path

import numpy as np
import pytest

from engine.data.importing import Layout, RawTable, convert, read_table, suggested_plan
from engine.spec.errors import EngineError

IRIS = "sepal length,sepal width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n4.9,3.0,setosa\n"
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}

ARFF = (
    "% Iris\n@RELATION iris\n\n@ATTRIBUTE 'sepal length' NUMERIC\n@attribute w real % wide\n"
    "@ATTRIBUTE class {a,'b c'}\n\n@DATA\n5.1, 3.5,a\n% between\n4.9,?,'b c'\n"
)


def read(folder: Path, content: str | bytes, name: str = "points.csv", **layout: object) -> RawTable:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(file, Layout(**layout))  # type: ignore[arg-type]


def cells(table: RawTable) -> list[list[str]]:
    return [[column.cell(row) for column in table.columns] for row in range(table.n_rows)]


def complaint(folder: Path, content: str | bytes, name: str = "points.csv", **layout: object) -> str:
    def imported() -> None:
        table = read(folder, content, name, **layout)
        convert(table, suggested_plan(table))

    with pytest.raises(EngineError) as caught:
        imported()
    return str(caught.value)


def packed(**arrays: object) -> bytes:
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)  # type: ignore[arg-type]
    return stream.getvalue()
