"""Files made by hand to cost time or memory. Each is refused within a second, and takes little more than itself.

Small on disk, they stand for hundreds of megabytes where archives are concerned.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from engine import Project
from engine.project.file import project_file
from engine.spec.errors import EngineError
from tests.fuzz.readers import READERS

MOST_S = 1.0
MORE_BYTES = 300_000_000  # beside the file itself
MILLION = 1_000_000

SHEET = "xl/worksheets/sheet1.xml"
BEGIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def _zip(parts: Iterable[tuple[str, bytes]], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", kind) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return packed.getvalue()


def _npy(shape: tuple[int, ...], descr: str = "<f8", content: bytes = b"") -> bytes:
    stream = io.BytesIO()
    np.lib.format.write_array_header_1_0(stream, {"descr": descr, "fortran_order": False, "shape": shape})
    return stream.getvalue() + content


def _book(parts: dict[str, bytes]) -> bytes:
    good = READERS["xlsx"].examples()[0]
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        all_parts = {name: archive.read(name) for name in archive.namelist()}
    return _zip((all_parts | parts).items())


def _styles(count: int) -> bytes:
    good = READERS["xlsx"].examples()[0]
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        styles = archive.read("xl/styles.xml")
    return styles.replace(
        b"</cellXfs>", b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * count + b"</cellXfs>"
    )


def _entities() -> bytes:
    rows = b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 9))
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a8;</t></is></c></row></sheetData></worksheet>'
    return b'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">' + rows + b"]>" + BEGIN + cell


def _project(change: Callable[[dict[str, Any]], object]) -> bytes:
    contents = json.loads(project_file.encode(Project()))
    change(contents)
    return json.dumps(contents).encode()


def _head(version: int, rest: bytes) -> bytes:
    return b'{"format":"perceptra-project","version":%d,"dataset":%s}' % (version, rest)


LESSON = b'format = "perceptra-lesson"\n'
SLIDES = b'{"format":"perceptra-slides","version":1,"slides":['
CELL = b'<c r="A1"><v>1</v></c>'

HOSTILE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "a line of commas": ("text table", lambda much: b"," * (100 * much)),
    "a line of numbers": ("text table", lambda much: b"1," * (50 * much)),
    "many cells in every line": ("text table", lambda much: (b"1," * (much // 10) + b"1\n") * 100),
    "a row over all lines": ("text table", lambda much: b'"\n",' * (10 * much)),
    "blank lines": ("text table", lambda much: b"\n" * (100 * much)),
    "blanks": ("text table", lambda much: b" " * (100 * much)),
    "a comment": ("text table", lambda much: b"#" * (100 * much)),
    "more rows than any": ("text table", lambda much: b"1,2,abc\n" * (12 * much)),
    "a number of millions of digits": ("text table", lambda much: b"1" * (50 * much) + b",2\n"),
    "noise": ("text table", lambda much: np.random.default_rng(0).integers(1, 256, 50 * much, np.uint8).tobytes()),
    "many attributes": ("arff", lambda much: b"@relation x\n" + b"@attribute a numeric\n" * (4 * much)),
    "many comments": ("arff", lambda much: b"%\n" * (50 * much)),
    "a long row": ("arff", lambda much: b"@relation x\n@attribute a real\n@data\n" + b"1," * (50 * much)),
    "a long attribute": ("arff", lambda much: b"@relation x\n@attribute" + b" " * (20 * much) + b"{"),
    "a shape without its numbers": ("npz", lambda much: _zip([("X.npy", _npy((1000 * much, 10), content=bytes(100)))])),
    "a shape of nothing": ("npz", lambda much: _zip([("X.npy", _npy((1000 * much, 2), "|S0"))])),
    "cells of millions of letters": (
        "npz",
        lambda much: _zip([("X.npy", _npy((3,), f"<U{10 * much}", bytes(120 * much)))]),
    ),
    "zeros": ("npz", lambda much: _zip([("X.npy", _npy((40 * much,), content=bytes(320 * much)))])),
    "many arrays": (
        "npz",
        lambda much: _zip(((f"a{i}.npy", _npy((1,), content=bytes(8))) for i in range(3000 + much // 10)), 0),
    ),
    "weights of a giant": ("weights npz", lambda much: _zip([("layer1/weight.npy", bytes(320 * much))])),
    "many shared texts": (
        "xlsx",
        lambda much: _book({"xl/sharedStrings.xml": b"<sst>" + b"<si><t>a</t></si>" * (10 * much) + b"</sst>"}),
    ),
    "many styles": ("xlsx", lambda much: _book({"xl/styles.xml": _styles(much)})),
    "a row far away": (
        "xlsx",
        lambda much: _book(
            {SHEET: BEGIN + b'<row r="%d">' % (99999 * much) + CELL + b"</row></sheetData></worksheet>"}
        ),
    ),
    "empty rows": ("xlsx", lambda much: _book({SHEET: BEGIN + b"<row/>" * (30 * much) + b"</sheetData></worksheet>"})),
    "a row of millions of cells": ("xlsx", lambda much: _book({SHEET: BEGIN + b"<row>" + CELL * (8 * much)})),
    "entities": ("xlsx", lambda _much: _book({SHEET: _entities()})),
    "deep nesting": ("xlsx", lambda much: _book({SHEET: BEGIN + b"<a>" * (2 * much)})),
    "a cell of millions of letters": (
        "xlsx",
        lambda much: _book({SHEET: BEGIN + b'<row r="1"><c t="inlineStr"><is><t>' + b"a" * (200 * much)}),
    ),
    "a lesson's key of many words": ("lesson", lambda _much: LESSON + b"a." * 50_000 + b"a = 1\n"),
    "a lesson's table of many words": ("lesson", lambda _much: LESSON + b"[" + b"a." * 50_000 + b"a]\n"),
    "a lesson's long number": ("lesson", lambda _much: LESSON + b"a = " + b"1" * 390_000 + b"\n"),
    "a lesson's many keys": ("lesson", lambda _much: LESSON + b"".join(b"k%d = 1\n" % i for i in range(30_000))),
    "a lesson's brackets": ("lesson", lambda _much: LESSON + b"a = " + b"[" * 390_000),
    "a lesson too large": ("lesson", lambda much: LESSON + b"#" * (100 * much)),
    "slides that unpack to too much": (
        "slides",
        lambda much: _zip([("slides.json", b" " * (100 * much)), ("a", b" " * (200 * much))]),
    ),
    "a list of millions of slides": ("slides", lambda much: _zip([("slides.json", SLIDES + b"{}," * (20 * much))])),
    "lists in a project": ("project", lambda much: _head(1, b"[" + b"[]," * (40 * much) + b"[]]")),
    "lists in a newer project": ("project", lambda much: _head(2, b"[" + b"[]," * (40 * much) + b"[]]")),
    "nested lists in a project": ("project", lambda much: _head(1, b"[" * (60 * much))),
    "many keys in a project": ("project", lambda much: b"{" + b",".join(b'"%d":1' % i for i in range(5 * much)) + b"}"),
    "blanks in a project": ("project", lambda much: b" " * (127 * much)),
    "a project too large": ("project", lambda much: b" " * (130 * much)),
    "million-unit layers": (
        "project",
        lambda _much: _project(lambda c: c["network"]["layers"][0].update(units=10**6)),
    ),
    "many layers": (
        "project",
        lambda much: _project(lambda c: c["network"].update(layers=c["network"]["layers"] * (much // 10))),
    ),
    "many names": (
        "project",
        lambda much: _project(lambda c: c["dataset"].update(name="custom", input_names=["a"] * (8 * much))),
    ),
    "a script of brackets": ("weights script", lambda much: b"weights_1 = np.array([" + b"[" * (60 * much) + b"])"),
    "kept work that is one long note": ("kept work", lambda much: b'{"a":' * (20 * much)),
}
"""What each is, which reader gets it, and its bytes; the argument is a million in the job and less in the suite."""


def refuse(name: str, much: int, folder: Path) -> str:
    """The sentence with which the file called `name` is refused; AssertionError where it is not."""
    reader, make = HOSTILE[name]
    file = folder / f"hostile{READERS[reader].suffix}"
    file.write_bytes(make(much))
    try:
        READERS[reader].read(file, Random(0))
    except EngineError as error:
        text = str(error)
    else:
        raise AssertionError(f"{name} was read")
    assert file.name in text
    assert len(text) < 1000
    return text


MEASURED = """
import sys, time
from pathlib import Path
from random import Random
from typing import Any
from tests.fuzz.readers import READERS
from engine.spec.errors import EngineError
reader, file = READERS[sys.argv[1]], Path(sys.argv[2])
import openpyxl
try:
    reader.read(file.with_name("none" + reader.suffix), Random(0))
except EngineError:
    pass  # all is loaded now
def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])
before = peak()
begin = time.process_time()  # its own, whatever else the machine does
try:
    reader.read(file, Random(0))
    outcome = "read"
except EngineError as error:
    outcome = str(error)
print(time.process_time() - begin, peak() - before, outcome)
"""


def try_hostile_files() -> int:
    """Every one at full size, in a process of its own; the number of those that took too long, or too much memory."""
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (reader, make) in HOSTILE.items():
            file = Path(folder) / f"hostile{READERS[reader].suffix}"
            file.write_bytes(make(MILLION))
            size = file.stat().st_size
            begin = time.perf_counter()
            command = [sys.executable, "-c", MEASURED, reader, str(file)]
            try:
                told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
                seconds, kilobytes, outcome = told.split(maxsplit=2)
            except (subprocess.SubprocessError, ValueError) as error:
                seconds, kilobytes, outcome = str(time.perf_counter() - begin), "0", f"failed: {error}"
            more = int(kilobytes) * 1024
            is_bad = float(seconds) > MOST_S or more > 2 * size + MORE_BYTES or file.name not in outcome
            found += is_bad
            figures = f"{size / 1e6:6.1f} MB {float(seconds):5.2f} s +{more / 1e6:4.0f} MB"
            print(f"{'FOUND ' * is_bad}{name:34} {figures} {outcome.strip()[:90]}")
    return found
