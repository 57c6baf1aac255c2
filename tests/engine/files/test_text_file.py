"""Files are read whole, whatever else is written at the same time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any

import pytest

from engine.files.text_file import read_bytes


def test_a_file_that_takes_the_place_of_another_in_between_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "work", tmp_path / "other"
    path.write_bytes(b"short")
    other.write_bytes(b"longer than before")
    really_open = Path.open

    def opens_late(self: Path, *mode: Any) -> IO[Any]:
        os.replace(other, path)
        return really_open(self, *mode)

    monkeypatch.setattr(Path, "open", opens_late)
    assert read_bytes(path, 1000) == b"longer than before"
